"""Texts of handing a unit over, by the liaison or by the office."""

from data.people.removal import RemovalPreview
from handlers.people.texts.help import role_text
from handlers.wording import NOTHING, Html, Language, Wording, join

REPLACE = Wording("换人", "Replace")
NAME = Wording("接任的人", "successor")
WHO_FOLLOWS = Wording(
    "谁来接任{name}（{role}）？请发姓名；还不知道就点“跳过”。",
    "Who takes over from {name} ({role})? Send the name, or skip it.",
)
WHO_FOLLOWS_YOU = Wording(
    "谁来接任您的{unit}联络员？请发姓名；还不知道就点“跳过”。",
    "Who takes over from you as liaison for {unit}? Send the name, or skip it.",
)
HOW_TO_HAND_OVER = Wording(
    "长期交接，发“我调走了，换李某”，对方打开链接就接任。只是几天，发 /deputy 请一位B角，或发“下周我休假”。",
    "To hand over for good, send “I am leaving, replace me with Li”; whoever opens the link takes over. For a few "
    "days, name a deputy with /deputy, or send “i'm on leave next week”.",
)
CHECK = Wording(
    "{name}不再担任{role}，马上生效，对方会收到通知；您会得到一条给{successor}的链接。",
    "{name} stops being {role} at once and is told; you get a link for {successor}.",
)
CHECK_FOR_COLLEAGUE = Wording(
    "{name}不再担任{role}，马上生效，对方会收到通知；{successor}已经是联络员，不用链接。",
    "{name} stops being {role} at once and is told; {successor} is a liaison there already and needs no link.",
)
REPLACED = Wording("已移除{name}，由{successor}接着负责。", "{name} was removed; {successor} goes on.")
CHECK_OWN = Wording(
    "您会得到一条给{successor}的链接。对方打开后接任{unit}联络员，您的登记随之结束；在那之前一切照旧。",
    "You get a link for {successor}. When they open it, they become liaison for {unit} and your registration ends; "
    "until then nothing changes.",
)
CHECK_COLLEAGUE = Wording(
    "{successor}已经是{unit}联络员，不用链接。提交后您的登记马上结束，报过的都保留。",
    "{successor} is liaison for {unit} already and needs no link. Your registration ends as soon as you submit; all "
    "reports stay.",
)
HANDED_OVER = Wording(
    "{unit}以后由{name}负责，您的登记已结束，不再收到提醒。要恢复，请找办公室。",
    "{name} goes on for {unit}. Your registration has ended, and you get no more reminders. To come back, please ask "
    "the office.",
)
MOVES = Wording("没填完的 {count} 份（{codes}）转给对方。", "Unfinished reports ({count}: {codes}) go to them.")
DEPUTIES_MOVE = Wording("B角{names}照常代报，由对方管。", "The deputies stay, under them: {names}.")
SUCCESSOR = Wording("接任的人", "the successor")
DONE = Wording(
    "[已移除{name}。]请把下面这条消息转发给{successor}：",
    "[{name} was removed. ]Please forward the next message to {successor}:",
)
LETTER = Wording(
    "[{name}您好，]请接任{role}，前任没填完的内容会转给您。请打开链接并点“开始”（72 小时内有效，只能用一次）：\n{link}",
    "[Dear {name},\n]Please take over as {role}; what was left unfinished becomes yours. Open the link and press Start "
    "(once, within 72 hours):\n{link}",
)
WAITS = Wording("换人还没办完", "The replacement is not confirmed yet")


def check(going: RemovalPreview, successor: str, language: Language, *, is_there: bool, own: bool) -> Html:
    """Return the preview of replacing somebody, or handing over an `own` unit, to one who `is_there` or gets a link."""
    [role, *_] = going.roles
    replaced, handed_over = (CHECK_FOR_COLLEAGUE, CHECK_COLLEAGUE) if is_there else (CHECK, CHECK_OWN)
    first = (handed_over if own else replaced)(
        language,
        name=going.person.name,
        role=role_text(role, language),
        unit=role.unit,
        successor=successor or SUCCESSOR(language),
    )
    moves = MOVES(language, count=len(going.unfinished), codes=going.unfinished) if going.unfinished else NOTHING
    return join([first, moves, DEPUTIES_MOVE(language, names=going.deputies) if going.deputies else NOTHING])
