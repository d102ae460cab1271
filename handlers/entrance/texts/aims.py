"""What is answered where something is understood that the chat cannot do by itself yet."""

from data.understanding import Aim
from handlers.telegram.wording import Wording

HOW_TODAY = {
    Aim.THANKS: Wording("不客气，有事随时说。", "You are welcome."),
    Aim.AGREE: Wording("现在没有要您确认的内容。", "Nothing waits for your consent."),
    Aim.REFUSE: Wording("好的，什么也没有改，也没有发。", "All right: nothing has been changed, nor sent."),
}
