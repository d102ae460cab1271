"""Texts of deleting one's registration."""

from collections.abc import Sequence

from handlers.telegram import Html, Language, Wording, join

QUESTION = Wording(
    "要删除您的登记吗？姓名、Telegram 编号、手机号和没提交的内容会删除；已提交的填报归单位保留，不再署名。"
    "以后要用，需重新邀请。",
    "Delete your registration? Your name, Telegram id, phone number and unfinished reports go; submitted reports stay "
    "with the unit, without your name. To come back you need a new invitation.",
)
DEPUTIES_END = Wording(
    "本单位没有其他联络员，您请的B角也随之结束：{names}。",
    "Your unit has no other liaison, so your deputies end as well: {names}.",
)
DELETE = Wording("删除我的登记", "Delete my registration")
KEPT = Wording("好的，登记保留。", "All right, your registration stays.")
DELETED = Wording("已删除您的登记。", "Your registration is deleted.")
GOODBYE = Wording("谢谢您一直以来的协助，再见。", "Thank you for your help. Goodbye.")


def question(ending: Sequence[str], language: Language) -> Html:
    """Return the question before a registration is deleted; `ending` names the deputies whose time ends with it."""
    ends = DEPUTIES_END(language, names=ending) if ending else Html("")
    return join([QUESTION(language), ends])
