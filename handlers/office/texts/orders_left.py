"""What is said of an order that a sentence holds and that was not taken."""

from handlers.telegram import Wording

NOT_HANDLED = Wording(
    "没有处理：{words}。请另发一句。", "Not dealt with: {words}. Please send it as a sentence of its own."
)
