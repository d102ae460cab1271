"""Texts of removing people, and of people who delete their own registration."""

from collections.abc import Sequence

from data.people.people import Membership
from data.people.removal import Removal, RemovalPreview
from handlers.people.texts.help import role_text
from handlers.wording import NOTHING, Html, Language, Wording, join, series

WHICH_ROLE = Wording("{name}有几个身份，移除哪一个？", "{name} has several roles. Which one should be removed?")
ALL = Wording("全部移除", "All of them")
ROLE = Wording("身份", "role")
SURE = Wording("要移除{name}吗？身份：{roles}。", "Remove {name}? Role: {roles}.")
NOT_AHEAD = Wording(
    "移除是马上生效的，不能预约到“{day}”，现在什么也没有改。到那天请再发一句“移除{name}”；现在就移除，请不写日期再发一次。"
    "要先两个人一起报，发“邀请”加单位和姓名，新人登记后两人都能报。",
    "A removal takes effect at once and cannot be set for “{day}”: nothing has been changed. Send “remove {name}” on "
    "that day; to do it now, send it without a day. To let both report until then, invite the new one beside them.",
)
WHAT_ENDS = Wording(
    "移除后马上不能再查看、填报，也收不到提醒；报过的都保留。一天内可以撤销。",
    "From then on they can see and report nothing and get no reminders; what they reported stays. You can undo it "
    "within a day.",
)
UNFINISHED = Wording(
    "没填完的 {count} 份（{codes}）留给接任的人。",
    "Their unfinished reports ({count}: {codes}) are kept for whoever takes over.",
)
DEPUTIES_STAY = Wording(
    "其B角{names}照常代报；不要了请在名单里移除。",
    "Their deputies stay: {names}. If they should not, remove them on the list.",
)
STOPS = Wording(
    "定时的群发、催办有 {count} 条，到时不再发出；还要发的，请别的协调员重新定时。",
    "Scheduled broadcasts and nudges that will not go out: {count}. Another coordinator can schedule them again.",
)
DONE = Wording(
    "已移除{name}（{roles}）。对方会收到通知；一天内可以撤销。",
    "{name} has been removed ({roles}) and is told. You can undo it within a day.",
)
WAITS = Wording("移除{name}还没确认", "Removing {name} is not confirmed yet")
REMOVED = Wording("移除{name}（{roles}）", "removed {name} ({roles})")
UNDONE = Wording("已撤销，{name}仍是：{roles}。", "Undone: {name} is again {roles}.")
YOURS_ENDED = Wording(
    "办公室更新了名单：您不再担任{roles}，谢谢您一直以来的协助。没填完的内容会留给接任的人；有疑问请联系办公室。",
    "The office has updated its list: you are no longer {roles}. Thank you for your help. What you had not finished is "
    "kept for whoever takes over; if that is not right, please ask the office.",
)
YOURS_HANDED_OVER = Wording(
    "接任的人已登记，您不再担任{roles}；没填完的已转给对方。谢谢您一直以来的协助！",
    "Your successor has joined, so you are no longer {roles}; your unfinished reports are theirs now. Thank you for "
    "your help!",
)
YOURS_AGAIN = Wording(
    "办公室恢复了您的身份：{roles}。没填完的内容都在，发“继续填报”接着填。",
    "The office has restored your role: {roles}. Your unfinished reports are still there; send “continue” to go on.",
)
ALL_SAID = frozenset({"全部", "都移除", "all"})
"""Words for all roles of a person."""


def preview(going: RemovalPreview, waiting: int, language: Language) -> Html:
    """Return the preview of a removal: which roles end, what remains, and how many `waiting` messages stop."""
    return join(
        [
            SURE(language, name=going.person.name, roles=roles_text(going.roles, language)),
            WHAT_ENDS(language),
            UNFINISHED(language, count=len(going.unfinished), codes=going.unfinished) if going.unfinished else NOTHING,
            DEPUTIES_STAY(language, names=going.deputies) if going.deputies else NOTHING,
            STOPS(language, count=waiting) if waiting else NOTHING,
        ]
    )


def with_removed_person(wording: Wording, removal: Removal, language: Language) -> Html:
    """Return `wording` filled with the removed person's name and roles."""
    return wording(language, name=removal.name, roles=roles_text(removal.roles, language))


def roles_text(roles: Sequence[Membership], language: Language) -> Html:
    """Return several roles in one line."""
    return Html(series((role_text(each, language) for each in roles), language))


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


def question(ending: Sequence[str], waiting: int, language: Language) -> Html:
    """Return the question before a registration is deleted; `ending` names the deputies whose time ends with it, and so
    many `waiting` messages stop."""
    ends = DEPUTIES_END(language, names=ending) if ending else NOTHING
    return join([QUESTION(language), ends, STOPS(language, count=waiting) if waiting else NOTHING])
