"""What is said unasked: a person's digest and a group's list of the week."""

from collections.abc import Iterable, Sequence

from data.outbox import Content
from data.people import Person, Role
from data.reminders import Rule
from data.tasks import Assignment, urgency
from handlers.texts import messages as m
from handlers.texts.tasks import task_line
from handlers.texts.wording import Html, Language, Wording, cut, join

MOST_LINES = 12
MOST_LINES_IN_GROUPS = 24
MOST_PEOPLE = 5
MOST_OF_NAMES = 100
"""The length of several units' names, in UTF-16 units."""


def digest(content: Content, language: Language, repeated: bool) -> Html:
    """The day's one message to a person: past, today, coming up; then what nobody else hears."""
    own = [entry.assignment for entry in content.entries if entry.rule is not Rule.NO_LIAISON]
    unheard = [entry.assignment for entry in content.entries if entry.rule is Rule.NO_LIAISON]
    today = content.today
    parts = [
        repeated_mark(repeated, language),
        m.DIGEST_HEAD(language, units=_units(own), count=len(own)) if own else Html(""),
        _part(m.DIGEST_OVERDUE, [each for each in own if each.due and each.due < today], language),
        _part(m.DIGEST_TODAY, [each for each in own if each.due == today], language),
        _part(m.DIGEST_SOON, [each for each in own if each.due and each.due > today], language),
        m.DIGEST_FOOT(language) if own else Html(""),
        *_unreachable(content.unreachable, language),
        _part(m.UNHEARD_HEAD, unheard, language, name_unit=True),
    ]
    return join(parts)


def group_list(group: Sequence[Assignment], language: Language, repeated: bool = False) -> Html:
    """What falls due this week and what is overdue, for a group."""
    overdue = [each for each in group if each.overdue]
    due = [each for each in group if not each.overdue]
    return join(
        [
            repeated_mark(repeated, language),
            m.GROUP_HEAD(language, due=len(due), overdue=len(overdue)),
            _part(m.GROUP_DUE, due, language, name_unit=True, most=MOST_LINES_IN_GROUPS),
            _part(m.DIGEST_OVERDUE, overdue, language, name_unit=True, most=MOST_LINES_IN_GROUPS),
            m.GROUP_FOOT(language) if group else Html(""),
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
    more = m.MORE(language, count=len(ordered) - most) if len(ordered) > most else Html("")
    lines = [task_line(each, language, name_unit) for each in ordered[:most]]
    return join([Html(f"\n<b>{heading(language)}</b>"), *lines, more])


def _units(group: Sequence[Assignment]) -> str:
    return _names(dict.fromkeys(each.unit or "" for each in group))


def _names(names: Iterable[str]) -> str:
    return cut("、".join(names), MOST_OF_NAMES)


def _unreachable(people: Sequence[Person], language: Language) -> list[Html]:
    lines = [
        m.UNREACHABLE(language, name=cut(each.name, 40), units=_names(each.units) or m.ROLE[Role.COORDINATOR](language))
        for each in people[:MOST_PEOPLE]
    ]
    more = len(people) - MOST_PEOPLE
    return [*lines, m.MORE_PEOPLE(language, count=more)] if more > 0 else lines


def repeated_mark(repeated: bool, language: Language) -> Html:
    """That an earlier copy of the message may have arrived."""
    return m.MAYBE_REPEATED(language) if repeated else Html("")
