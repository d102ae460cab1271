"""Who is not reached: units without a liaison, and messages that did not arrive."""

from collections.abc import Sequence

from data.notices.unreachable import Undelivered
from data.people.people import Role
from handlers.telegram import Html, Language, Wording, bracketed, html, join, labels, series

NO_LIAISON_NAMED = Wording("尚无联络员登记（{count} 家）：{units}", "No liaison registered yet ({count}): {units}")
WITHOUT_LIAISON = Wording(
    "<b>还没有联络员的单位</b>（{count} 家）\n点单位名生成邀请链接。",
    "<b>Units without a liaison</b> ({count})\nPress a unit for an invitation link.",
)
WITHOUT_LIAISON_SEEN = Wording("<b>还没有联络员的单位</b>（{count} 家）", "<b>Units without a liaison</b> ({count})")
ALL_ENROLLED = Wording("各单位都有联络员登记。", "Every unit has a registered liaison.")
UNDELIVERED = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达，请另行告知：",
    "<b>Messages that did not arrive</b>\n{count} of the last 7 days; please tell these people otherwise:",
)
UNDELIVERED_IN_GROUPS = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达群里，请另行告知。",
    "<b>Messages that did not arrive</b>\n{count} of the last 7 days in groups; please tell people otherwise.",
)
ALL_DELIVERED = Wording("近 7 天的消息都送达了。", "All messages of the last 7 days arrived.")


def without_liaison(count: int, may_invite: bool, language: Language) -> Html:
    """Above the units for which nobody has been let in."""
    if not count:
        return ALL_ENROLLED(language)
    return (WITHOUT_LIAISON if may_invite else WITHOUT_LIAISON_SEEN)(language, count=count)


def undelivered(alarms: Undelivered, language: Language) -> Html:
    """Whom messages did not reach."""
    if not alarms.messages:
        return ALL_DELIVERED(language)
    if not alarms.people:
        return UNDELIVERED_IN_GROUPS(language, count=alarms.messages)
    people = (
        each.name + bracketed(series(each.units, language) or labels.ROLE[Role.COORDINATOR](language), language)
        for each in alarms.people
    )
    return join([UNDELIVERED(language, count=alarms.messages), *map(html, people)])


def enrolment(units: Sequence[str], language: Language) -> Html:
    """Which units nobody speaks for, in a line."""
    if not units:
        return ALL_ENROLLED(language)
    return NO_LIAISON_NAMED(language, count=len(units), units=series(units, language))
