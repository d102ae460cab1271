"""What is said unasked: a person's digest and a group's list of the week."""

from collections.abc import Iterable, Sequence

from telegram.constants import MessageLimit

from data.notices.outbox import Content
from data.notices.rules import Rule
from data.people.people import Person, Role
from data.plan.tasks import Assignment, urgency
from handlers.telegram import labels
from handlers.telegram.task_lines import list_line, of_several_units
from handlers.telegram.wording import Html, Language, Wording, cut, join, series, units

DIGEST_HEAD = Wording("您好，{units}有 {count} 项任务请留意：", "Hello. To attend to for {units}: {count}")
DIGEST_OVERDUE = Wording("已过期限", "Past the deadline")
DIGEST_TODAY = Wording("今天到期", "Due today")
DIGEST_SOON = Wording("即将到期", "Coming up")
DIGEST_ONGOING = Wording("持续开展，本期还没报", "Ongoing, no report this period")
DIGEST_FOOT = Wording(
    "点按钮即可填报；已报的不再提醒。", "Press a button to report; what is reported is not recalled again."
)
GROUP_HEAD = Wording(
    "本周工作提示：到期 {due} 项，已过期限 {overdue} 项", "This week: {due} due, {overdue} past the deadline"
)
GROUP_DUE = Wording("本周到期", "Due this week")
GROUP_FOOT = Wording("请各单位联络员私聊我填报。", "Liaisons, please report to me in a private chat.")
UNHEARD_HEAD = Wording(
    "这些单位还没有联络员登记，提醒无人接收（可发 /invite 邀请）：",
    "Nobody is registered to hear these reminders (/invite brings somebody in):",
)
MORE_PEOPLE = Wording("……另有 {count} 人收不到消息", "… and {count} more people who cannot be reached")
UNREACHABLE = Wording(
    "{name}（{units}）已收不到消息，可能停用了机器人或注销了账号。请换个方式联系；对方给我发任意消息即可恢复。",
    "{name} ({units}) can no longer be reached and may have stopped the bot. Please get in touch some other way; "
    "any message to me resumes the reminders.",
)

MOST_LINES = 12
MOST_LINES_IN_GROUPS = 24
MOST_CHECK_INS = 30
MOST_PEOPLE = 5
MOST_OF_NAMES = 100
"""The length of several units' names, in UTF-16 units."""


def digest(content: Content, language: Language, repeated: bool) -> Html:
    """The one message of the day to a person: overdue, due today, coming up, then what no liaison would hear. Units are
    named where there are several and all fits into one message."""
    named = _digest(content, language, repeated, name_unit=True)
    if units(named) <= MessageLimit.MAX_TEXT_LENGTH:
        return named
    return _digest(content, language, repeated, name_unit=False)


def _digest(content: Content, language: Language, repeated: bool, *, name_unit: bool) -> Html:
    own = [entry.assignment for entry in content.entries if entry.rule is not Rule.NO_LIAISON]
    unheard = [entry.assignment for entry in content.entries if entry.rule is Rule.NO_LIAISON]
    today, named = content.today, name_unit and of_several_units(own)
    parts = [
        repeated_mark(repeated, language),
        DIGEST_HEAD(language, units=_units(own, language), count=len(own)) if own else Html(""),
        _part(DIGEST_OVERDUE, [each for each in own if each.due and each.due < today], language, name_unit=named),
        _part(DIGEST_TODAY, [each for each in own if each.due == today], language, name_unit=named),
        _part(DIGEST_SOON, [each for each in own if each.due and each.due > today], language, name_unit=named),
        _part(
            DIGEST_ONGOING, [each for each in own if each.due is None], language, name_unit=named, most=MOST_CHECK_INS
        ),
        DIGEST_FOOT(language) if own else Html(""),
        *_unreachable(content.unreachable, language),
        _part(UNHEARD_HEAD, unheard, language, name_unit=True),
    ]
    return join(parts)


def group_list(group: Sequence[Assignment], language: Language, repeated: bool = False) -> Html:
    """What falls due this week and what is overdue, for a group."""
    overdue = [each for each in group if each.overdue]
    due = [each for each in group if not each.overdue]
    return join(
        [
            repeated_mark(repeated, language),
            GROUP_HEAD(language, due=len(due), overdue=len(overdue)),
            _part(GROUP_DUE, due, language, name_unit=True, most=MOST_LINES_IN_GROUPS),
            _part(DIGEST_OVERDUE, overdue, language, name_unit=True, most=MOST_LINES_IN_GROUPS),
            GROUP_FOOT(language) if group else Html(""),
        ]
    )


def _part(
    heading: Wording,
    group: Sequence[Assignment],
    language: Language,
    *,
    name_unit: bool = False,
    most: int = MOST_LINES,
) -> Html:
    """A heading and a line a task, few enough that all parts fit one message."""
    if not group:
        return Html("")
    ordered = sorted(group, key=urgency)
    more = labels.MORE(language, count=len(ordered) - most) if len(ordered) > most else Html("")
    lines = [list_line(each, language, name_unit) for each in ordered[:most]]
    return join([Html(f"\n<b>{heading(language)}</b>"), *lines, more])


def _units(group: Sequence[Assignment], language: Language) -> str:
    return _names(dict.fromkeys(each.unit or "" for each in group), language)


def _names(names: Iterable[str], language: Language) -> str:
    return cut(series(names, language), MOST_OF_NAMES)


def _unreachable(people: Sequence[Person], language: Language) -> list[Html]:
    lines = [
        UNREACHABLE(
            language,
            name=cut(each.name, 40),
            units=_names(each.units, language) or labels.ROLE[Role.COORDINATOR](language),
        )
        for each in people[:MOST_PEOPLE]
    ]
    more = len(people) - MOST_PEOPLE
    return [*lines, MORE_PEOPLE(language, count=more)] if more > 0 else lines


def repeated_mark(repeated: bool, language: Language) -> Html:
    """The note that an earlier copy of the message may have arrived; empty where none can have."""
    return labels.MAYBE_REPEATED(language) if repeated else Html("")
