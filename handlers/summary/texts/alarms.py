"""Texts about who is not reached: units without a liaison, and undelivered messages."""

from collections.abc import Sequence
from datetime import datetime

from data.notices.unreachable import Undelivered
from data.people.people import Role
from data.plan.units import Unit
from handlers.wording import NOTHING, Html, Language, Page, Wording, bracketed, html, join, labels, series, some

NO_LIAISON_NAMED = Wording("尚无联络员登记（{count} 家）：{units}", "No liaison registered yet ({count}): {units}")
WITHOUT_LIAISON = Wording("<b>还没有联络员的单位</b>（{count} 家）", "<b>Units without a liaison</b> ({count})")
PRESS_TO_INVITE = Wording("点单位名生成邀请链接。", "Press a unit for an invitation link.")
ALL_ENROLLED = Wording("各单位都有联络员登记。", "Every unit has a registered liaison.")
UNDELIVERED = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达，请另行告知：",
    "<b>Messages that did not arrive</b>\n{count} in the last 7 days; please tell these people another way:",
)
UNDELIVERED_IN_GROUPS = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达群里，请另行告知。",
    "<b>Messages that did not arrive</b>\n{count} in the last 7 days in groups; please tell people another way.",
)
HELD = Wording(
    "⏸ Telegram 要求暂停发送，这些聊天暂时收不到消息，最晚 {until} 恢复：{names}",
    "⏸ Telegram makes me wait; until {until} at the latest nothing reaches: {names}",
)
ALL_DELIVERED = Wording("近 7 天的消息都送达了。", "All messages of the last 7 days arrived.")


def without_liaison(page: Page[Unit], count: int, may_invite: bool, language: Language) -> Html:
    """Return a page of the units without a liaison."""
    if not count:
        return ALL_ENROLLED(language)
    head = join([WITHOUT_LIAISON(language, count=count), page.where(language)], " · ")
    lines = (html(each.name) for each in page.shown)
    return join([head, *lines, *([PRESS_TO_INVITE(language)] if may_invite else [])])


def undelivered(alarms: Undelivered, language: Language) -> Html:
    """Return the people whom messages did not reach."""
    if not alarms.messages:
        return ALL_DELIVERED(language)
    if not alarms.people:
        return UNDELIVERED_IN_GROUPS(language, count=alarms.messages)
    people = (
        each.name + bracketed(series(each.units, language) or labels.ROLE[Role.COORDINATOR](language), language)
        for each in alarms.people
    )
    return join([UNDELIVERED(language, count=alarms.messages), *map(html, people)])


def held(chats: Sequence[tuple[str, datetime]], language: Language) -> Html:
    """Return in one line which people and groups Telegram makes the bot wait with, and until when; empty if none."""
    if not chats:
        return NOTHING
    names, ends = zip(*chats, strict=True)
    return HELD(language, until=f"{max(ends):%H:%M}", names=some(names, language))


def enrolment(units: Sequence[str], language: Language) -> Html:
    """Return the units without a liaison in one line."""
    if not units:
        return ALL_ENROLLED(language)
    return NO_LIAISON_NAMED(language, count=len(units), units=units)
