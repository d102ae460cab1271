"""What is said unasked: a person's digest and a group's list of the week."""

from collections.abc import Sequence

from data.outbox import Content
from data.reminders import Rule
from data.tasks import Assignment, urgency
from handlers.texts import messages as m
from handlers.texts.tasks import task_line
from handlers.texts.wording import Html, Language, Wording, join

MOST_LINES = 20


def digest(content: Content, language: Language, repeated: bool) -> Html:
    """The day's one message to a person: past, today, coming up; then what nobody else hears."""
    own = [entry.assignment for entry in content.entries if entry.rule is not Rule.NO_LIAISON]
    unheard = [entry.assignment for entry in content.entries if entry.rule is Rule.NO_LIAISON]
    today = content.today
    parts = [
        _repeated(language, repeated),
        m.DIGEST_HEAD(language, units=_units(own), count=len(own)) if own else Html(""),
        _part(m.DIGEST_OVERDUE, [each for each in own if each.due and each.due < today], language),
        _part(m.DIGEST_TODAY, [each for each in own if each.due == today], language),
        _part(m.DIGEST_SOON, [each for each in own if each.due and each.due > today], language),
        m.DIGEST_FOOT(language) if own else Html(""),
        _part(m.UNHEARD_HEAD, unheard, language, name_unit=True),
    ]
    return join(parts)


def group_list(group: Sequence[Assignment], language: Language, repeated: bool = False) -> Html:
    """What falls due this week and what is overdue, for a group."""
    overdue = [each for each in group if each.overdue]
    due = [each for each in group if not each.overdue]
    return join(
        [
            _repeated(language, repeated),
            m.GROUP_HEAD(language, due=len(due), overdue=len(overdue)),
            _part(m.GROUP_DUE, due, language, name_unit=True),
            _part(m.DIGEST_OVERDUE, overdue, language, name_unit=True),
            m.GROUP_FOOT(language),
        ]
    )


def _part(heading: Wording, group: Sequence[Assignment], language: Language, *, name_unit: bool = False) -> Html:
    if not group:
        return Html("")
    ordered = sorted(group, key=urgency)
    more = m.MORE(language, count=len(ordered) - MOST_LINES) if len(ordered) > MOST_LINES else Html("")
    lines = [task_line(each, language, name_unit) for each in ordered[:MOST_LINES]]
    return join([Html(f"\n<b>{heading(language)}</b>"), *lines, more])


def _units(group: Sequence[Assignment]) -> str:
    return "、".join(dict.fromkeys(each.unit or "" for each in group))


def _repeated(language: Language, repeated: bool) -> Html:
    return m.MAYBE_REPEATED(language) if repeated else Html("")
