"""Texts of invitations, and the words that name a role or the office."""

from data.people.people import Role
from handlers.telegram import Html, Language, Wording, join
from handlers.telegram.labels import ROLE

INVITE_USAGE = Wording(
    "请写明单位，可以加身份和姓名，例如：/invite 市公安局，/invite 市商务局 李某，/invite 市公安局 B角；"
    "办公室的人发 /invite 协调员 或 /invite 观察员。",
    "Please name the unit; a role and a name may follow, for example: /invite 市公安局, /invite 市商务局 李某, "
    "/invite 市公安局 deputy. For the office: /invite coordinator or /invite observer.",
)
INVITE_LINK = Wording(
    "{unit}{role}邀请链接（一次有效，72 小时内）。", "Invitation for {role}[, {unit}] (once, within 72 hours)."
)
FORWARD = Wording("[给{name}的。]请把下面的图和文字转发给对方。", "[For {name}. ]Please forward the picture below.")
SEES_ALL = Wording(
    "协调员能看、能改全部内容，请确认发对了人。",
    "A coordinator sees and changes everything: be sure whom you send it to.",
)
LETTER = Wording(
    "[{name}您好：\n]请担任打击侵权假冒工作{unit}{role}。用 Telegram 扫图中的码，或打开链接并点“开始”"
    "（72 小时内有效，只能用一次）：\n{link}",
    "[Dear {name},\n]Please be {role}[ for {unit}] in the work against counterfeiting. Scan the code, or open the link "
    "and press Start (once, within 72 hours):\n{link}",
)
ROLE_SAID = {
    Role.LIAISON: ("联络员", "liaison"),
    Role.DEPUTY: ("b角", "副联络员", "deputy"),
    Role.COORDINATOR: ("协调员", "coordinator"),
    Role.OBSERVER: ("观察员", "observer"),
}
"""The words for each role, in lower case."""
THE_OFFICE = ("市打假办", "打假办", "双打办", "办公室", "领导小组办公室", "本办", "我办", "the office", "office")
"""The words for the office itself, in lower case."""


def link_text(language: Language, *, unit: str, role: str, name: str) -> Html:
    """Return the message above the picture: what the link is for, and what to do with it."""
    careful = SEES_ALL(language) if role == ROLE[Role.COORDINATOR](language) else Html("")
    return join([INVITE_LINK(language, unit=unit, role=role), careful, FORWARD(language, name=name)])
