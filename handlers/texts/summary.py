"""The state of the plan in words."""

from collections.abc import Iterable
from enum import StrEnum

from data.alarms import Undelivered
from data.people import Role
from data.standing import Status
from data.summary import Counts, Summary
from handlers.texts import messages as m
from handlers.texts.days import day_text
from handlers.texts.wording import Html, Language, Wording, join


class View(StrEnum):
    """Which part of a summary is shown."""

    OVERALL = "all"
    UNITS = "units"
    SECTIONS = "sections"


def summary(summary: Summary, view: View, language: Language) -> Html:
    """One view of a summary; each fits one message."""
    head = m.SUMMARY_HEAD(language, title=summary.title, day=day_text(summary.at.date(), language))
    if view is View.UNITS:
        unnamed = m.UNIT_UNNAMED(language)
        return join([head, Html(""), *_lines(((name or unnamed, counts) for name, counts in summary.units), language)])
    if view is View.SECTIONS:
        return join([head, Html(""), *_lines(summary.sections, language)])
    return join([head, *_overall(summary, language)])


def _overall(summary: Summary, language: Language) -> list[Html]:
    counts = summary.all
    return [
        m.SUMMARY_TOTAL(language, total=counts.total),
        join([_state(words, count, counts.total, language) for words, count in _states(counts)]),
        Html(" "),
        m.SUMMARY_OVERDUE(language, count=counts.overdue),
        m.SUMMARY_DUE_SOON(language, count=counts.due_soon),
        m.SUMMARY_NO_DEADLINE(language, count=counts.no_deadline),
        Html(" "),
        _enrolment(summary, language),
        _undelivered(summary.undelivered, language) if summary.undelivered.messages else Html(""),
    ]


def _state(words: Wording, count: int, total: int, language: Language) -> Html:
    share = round(100 * count / total) if total else 0
    return Html(
        f"{words(language)} {count}（{share}%）" if language == "zh" else f"{words(language)} {count} ({share}%)"
    )


def _undelivered(alarms: Undelivered, language: Language) -> Html:
    if not alarms.people:
        return m.SUMMARY_UNDELIVERED_IN_GROUPS(language, count=alarms.messages)
    people = "、".join(
        f"{each.name}（{'、'.join(each.units) or m.ROLE[Role.COORDINATOR](language)}）" for each in alarms.people
    )
    return m.SUMMARY_UNDELIVERED(language, count=alarms.messages, people=people)


def _enrolment(summary: Summary, language: Language) -> Html:
    if not summary.without_liaison:
        return m.SUMMARY_ALL_ENROLLED(language)
    return m.SUMMARY_WITHOUT_LIAISON(
        language, count=len(summary.without_liaison), units="、".join(summary.without_liaison)
    )


def _lines(groups: Iterable[tuple[str, Counts]], language: Language) -> list[Html]:
    """A line a group: how many, and of each state that there is."""
    return [m.SUMMARY_LINE(language, name=name, parts=join(_parts(counts, language), " · ")) for name, counts in groups]


def _parts(counts: Counts, language: Language) -> list[Html]:
    overdue = [m.SUMMARY_OVERDUE(language, count=counts.overdue)] if counts.overdue else []
    states = [
        m.SUMMARY_PART(language, status=words(language), count=count) for words, count in _states(counts) if count
    ]
    return [m.SUMMARY_OF(language, total=counts.total), *overdue, *states]


def _states(counts: Counts) -> list[tuple[Wording, int]]:
    return [
        (m.STATUS[Status.CLOSED], counts.closed),
        (m.STATUS[Status.SUBMITTED], counts.submitted),
        (m.STATUS[Status.IN_PROGRESS], counts.in_progress),
        (m.STATUS[Status.BLOCKED], counts.blocked),
        (m.STATUS[Status.NOT_STARTED], counts.not_started),
    ]
