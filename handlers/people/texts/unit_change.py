"""Texts for moving a person's role to another unit."""

from data.people.people import Membership, Role
from data.people.unit_change import Moving
from handlers.people.texts.help import role_text
from handlers.wording import NOTHING, Html, Language, Wording, join

CHANGE_UNIT = Wording("换单位", "Change the unit")
UNIT = Wording("单位", "unit")
WHICH_UNIT = Wording(
    "{name}现在是{role}。应该是哪个单位的？请写单位名。",
    "{name} is {role}. Of which unit should that be? Please name it.",
)
CHECK = Wording("{name}：{before} → {after}。", "{name}: {before} → {after}.")
AT_ONCE = Wording(
    "换了马上生效，对方会收到通知；报过的进展留在原单位。一天内可以撤销。",
    "It takes effect at once and they are told; what they have reported stays with the former unit. It can be undone "
    "within a day.",
)
STAYS = Wording(
    "没填完的 {count} 份（{codes}）留给原单位接任的人。",
    "What is unfinished ({count}: {codes}) is kept for whoever takes over in the former unit.",
)
DONE = Wording("已更正：{name}现在是{role}。", "Changed: {name} is now {role}.")
YOURS = Wording(
    "办公室更正了您的单位，您现在是：{roles}。发“我的任务”看现在的任务；不对请联系办公室。",
    "The office has corrected your unit; you are now {roles}. Send “my tasks” to see your tasks; if that is not right, "
    "please tell the office.",
)
WAITS = Wording("换单位还没确认", "The change of unit is not confirmed yet")


def role_of(role: Role, unit: str, language: Language) -> Html:
    """Return the name of a role in a unit."""
    return role_text(Membership(role, None, unit), language)


def which_unit(moving: Moving, language: Language) -> Html:
    """Return the question for the unit."""
    role = role_of(moving.role.role, moving.role.unit or "", language)
    return WHICH_UNIT(language, name=moving.role.name, role=role)


def check(moving: Moving, unit: str, language: Language) -> Html:
    """Return the preview: the role before and after, and what stays behind."""
    role = moving.role
    before, after = (role_of(role.role, each, language) for each in (role.unit or "", unit))
    left = moving.unfinished
    stays = STAYS(language, count=len(left), codes=left) if left else NOTHING
    return join([CHECK(language, name=role.name, before=before, after=after), AT_ONCE(language), stays])
