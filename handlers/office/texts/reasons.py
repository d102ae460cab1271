"""The reason of a decision as it is read back, before the unit hears of it."""

from handlers.telegram.wording import Html, Language, Wording, join

REWRITE = Wording("改写", "Rewrite")
UNIT_WILL_READ = Wording("还没发出。{unit}会收到：", "Not sent yet. {unit} will read:")
SEND_OR_REWRITE = Wording(
    "没问题请点“{send}”；要改请点“改写”，或重发一遍。",
    "If that is right, press “{send}”; to change it, press “Rewrite” or send it anew.",
)
NO_REASON = Wording("“{said}”没有记作原因。", "“{said}” was not taken as the reason.")


def read_back(unit: str, letter: Html, send: str, language: Language) -> Html:
    """What the unit will hear, word for word, and how to send or change it."""
    return join([UNIT_WILL_READ(language, unit=unit), letter, SEND_OR_REWRITE(language, send=send)])
