"""What is said of invitations."""

from collections.abc import Sequence

from data.people.people import Role
from handlers.wording import NOTHING, Html, Language, Wording, join
from handlers.wording.labels import ROLE
from handlers.wording.wordings import with_phone

INVITE_LINK = Wording(
    "{unit}{role}邀请链接（一次有效，72 小时内）。", "Invitation for {role}[, {unit}] (once, within 72 hours)."
)
FORWARD = Wording("[给{name}的。]请把下面的图和文字转发给对方。", "[For {name}. ]Please forward the picture below.")
SEES_ALL = Wording(
    "协调员能看、能改全部内容，请确认发对了人。",
    "A coordinator can see and change everything: make sure you send it to the right person.",
)
LETTER = Wording(
    "[{name}您好：\n]请担任打击侵权假冒工作{unit}{role}。用 Telegram 扫图中的码，或打开链接并点“开始”"
    "（72 小时内有效，只能用一次）：\n{link}",
    "[Dear {name},\n]You are invited to be {role}[ for {unit}] in the work against counterfeiting. Scan the code, or "
    "open the link and press Start (once, within 72 hours):\n{link}",
)
INVITED = Wording("邀请的人", "people invited")
ROLE_OF_ALL = Wording("身份", "role")
WHOM = Wording(
    "要邀请谁？请写单位，可以加姓名和身份，例如：市公安局、商务局王芳、海关赵六B角。办公室的人请写“协调员”或“观察员”。",
    "Who is invited? Name units; names and roles may follow: 市公安局, 市商务局 Wang Fang, 武汉海关 Zhao Liu deputy."
    " For the office, write “coordinator” or “observer”.",
)
WHICH_ROLE = Wording(
    "以什么身份？点一个，或写出是谁，例如：海关的改成B角。", "In which role? Press one, or say who: 海关 as deputy."
)
LINE = Wording("· {unit}[ {name}]：{role}", "· {unit}[, {name}]: {role}")
THE_OFFICE = Wording("办公室", "the office")
CHECK = Wording("还没有生成链接。要邀请 {count} 人：", "No links yet. To be invited ({count}):")
NO_NAME_READ = Wording(
    "“{words}”没有读成姓名，链接上没有姓名。", "“{words}” was not read as a name, so the link has none."
)
THERE_ALREADY = Wording("已有联络员，没有列入：{names}。", "Not listed, as they have a liaison: {names}.")
VOIDS_EARLIER = Wording(
    "生成新链接后，刚才发的链接只要还没用过就作废。",
    "With the new link, the one just made no longer works unless it was used already.",
)
HOW_ON = Wording(
    "没问题请点“生成链接”，每人一条，一次有效，72 小时内。要改请直接说，例如“海关的不要了”“再加农业局李四”“都当B角”。",
    "If that is right, press “Make the links”: one for each person, good once within 72 hours. If not, say what to "
    "change, such as “leave out 海关”, “add 农业局李四” or “all as deputies”.",
)
MAKE_LINKS = Wording("生成链接", "Make the links")
MAKES_LINKS = ("生成", "发链接", "邀请")
LINKS_FOLLOW = Wording(
    "{count} 条邀请链接在下面，请分别转发给对方。", "The {count} links are below; please forward each to its person."
)
WAITS = Wording("邀请链接还没有生成", "The invitations are not made yet")


def link_text(language: Language, *, unit: str, role: str, name: str) -> Html:
    """Return the message above the picture: what the link is for, and what to do with it."""
    careful = SEES_ALL(language) if role == ROLE[Role.COORDINATOR](language) else NOTHING
    return join([INVITE_LINK(language, unit=unit, role=role), careful, FORWARD(language, name=name)])


def preview(invited: Sequence[tuple[str, Role, str, str]], language: Language, *, voids: bool) -> Html:
    """Return the preview of several invitations: units, roles, names and numbers, and whether it `voids` links."""
    lines = [
        LINE(language, unit=unit or THE_OFFICE(language), name=with_phone(name, phone, language), role=ROLE[role])
        for unit, role, name, phone in invited
    ]
    sees_all = SEES_ALL(language) if any(role is Role.COORDINATOR for _, role, *_ in invited) else NOTHING
    earlier = VOIDS_EARLIER(language) if voids else NOTHING
    return join([CHECK(language, count=len(lines)), *lines, sees_all, earlier, HOW_ON(language)])
