"""What is to be said unasked: which rule falls on which working day, and who hears of it.

A reminder before the due day that would fall on a day off is brought forward to the working day before it; one after
the due day waits for the next. So everything is heard in time, and on working days only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from data.calendar import Period
from data.notices.groups import bound_groups, due_until
from data.people.people import coordinators, hearers
from data.plan.tasks import Assignment, urgency
from data.plan.workdays import is_workday, next_workday, previous_workday
from data.standing.check_ins import asked_after_on, check_in_day, waiting_for_check_in
from data.standing.selection import Unfinished, first_due, unfinished
from data.store import Database
from data.times import at_hour

SENDING_HOUR = 9
BEFORE_DUE_DAYS = (30, 7, 3, 1, 0)
FIRST_OVERDUE_DAYS = (1, 3)
OVERDUE_EVERY_DAYS = 7


class Rule(StrEnum):
    """Why an assignment is spoken of."""

    BEFORE_DUE = "before_due"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    CHECK_IN = "check_in"
    GROUP_DIGEST = "group_digest"
    NO_LIAISON = "no_liaison"


class Audience(StrEnum):
    """Who a message goes to."""

    PERSON = "person"
    GROUP = "group"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class Entry:
    """One assignment in a message. `mark` tells a rule's steps apart (7 and 3 days before, a digest's week)."""

    rule: Rule
    assignment: Assignment
    mark: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes; `chat_id` is None when nobody of that kind can be reached yet."""

    audience: Audience
    chat_id: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """One message: when, to whom, about what."""

    at: datetime
    to: Recipient
    entries: tuple[Entry, ...]


def messages_between(db: Database, first: date, last: date, zone: ZoneInfo) -> Iterator[Message]:
    """The messages of every working day of a span, from the present state of the reports."""
    day = first
    while day <= last:
        if is_workday(day):
            yield from messages_of(db, day, previous_workday(day), zone)
        day += timedelta(days=1)


def messages_of(db: Database, day: date, planned_until: date, zone: ZoneInfo) -> list[Message]:
    """The messages of a working day; `planned_until` is the last working day that has had its own."""
    open_ones = [each for which in _spoken_of(db, day, planned_until) for each in unfinished(db, day, zone, which)]
    due = [entry for each in open_ones if each.id and (entry := reminder(each, day, planned_until))]
    to_people = _to_people(db, sorted(due, key=lambda entry: urgency(entry.assignment)))
    to_groups = _to_groups(db, day, planned_until, zone)
    at = at_hour(day, SENDING_HOUR, zone)
    return [Message(at, recipient, tuple(entries)) for recipient, entries in [*to_people, *to_groups]]


def _spoken_of(db: Database, day: date, planned_until: date) -> Iterator[Unfinished]:
    """Which assignments a working day may speak of: by their due days, or by how often they are asked after."""
    reach = _reach(day, planned_until)
    days = {date.fromordinal(reached + mark) for reached in reach for mark in BEFORE_DUE_DAYS}
    earliest = first_due(db) or day
    for back in range((day - planned_until).days):
        spoken = day - timedelta(days=back)
        days |= {spoken - timedelta(days=mark) for mark in overdue_marks((spoken - earliest).days)}
    yield Unfinished(days=days)
    for period in Period:
        if asked_after_on(period, day).toordinal() in reach:
            yield Unfinished(check_in=period)


def reminder(assignment: Assignment, day: date, planned_until: date) -> Entry | None:
    """The reminder of an assignment that falls on a working day, of several the latest; None when none does."""
    due = assignment.due
    if due is None:
        return _check_in(assignment, day, planned_until)
    if due < day:
        marks = [mark for mark in overdue_marks((day - due).days) if planned_until < due + timedelta(days=mark) <= day]
        return Entry(Rule.OVERDUE, assignment, max(marks)) if marks else None
    reach = _reach(day, planned_until)
    marks = [mark for mark in BEFORE_DUE_DAYS if due.toordinal() - mark in reach]
    if not marks:
        return None
    return Entry(Rule.DUE_TODAY if due == day else Rule.BEFORE_DUE, assignment, min(marks))


def _check_in(assignment: Assignment, day: date, planned_until: date) -> Entry | None:
    """The question after ongoing work that has no report in its period, once in each."""
    if not waiting_for_check_in([assignment]):
        return None
    asked = check_in_day(assignment).toordinal()
    return Entry(Rule.CHECK_IN, assignment, asked) if asked in _reach(day, planned_until) else None


def _reach(day: date, planned_until: date) -> range:
    """The days, as ordinals, for which a working day speaks: itself, the days off that follow it, and those missed."""
    return range(next_workday(planned_until).toordinal(), next_workday(day).toordinal())


def overdue_marks(days: int) -> list[int]:
    """The days after a due day on which it is mentioned again, up to a number of days: 1, 3, 10, 17, ..."""
    later = range(FIRST_OVERDUE_DAYS[-1] + OVERDUE_EVERY_DAYS, days + 1, OVERDUE_EVERY_DAYS)
    return [mark for mark in FIRST_OVERDUE_DAYS if mark <= days] + list(later)


def _to_people(db: Database, entries: Iterable[Entry]) -> Iterator[tuple[Recipient, list[Entry]]]:
    """One message a person; what no liaison would hear goes to the coordinators."""
    by_unit: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_unit[entry.assignment.unit_id or 0].append(entry)
    mine: dict[int, list[Entry]] = defaultdict(list)
    unheard: list[Entry] = []
    for unit_id, of_unit in by_unit.items():
        people = hearers(db, unit_id)
        for person in people:
            mine[person.telegram_id or 0] += of_unit
        if not people:
            unheard += [Entry(Rule.NO_LIAISON, entry.assignment, entry.mark) for entry in of_unit]
    desk = {person.telegram_id for person in coordinators(db)} if unheard else set()
    for chat_id, own in mine.items():
        heard = own + unheard if chat_id in desk else own
        yield Recipient(Audience.PERSON, chat_id, _units(own)), heard
    rest = sorted(chat_id for chat_id in desk - mine.keys() if chat_id is not None)
    if unheard and not desk:
        yield Recipient(Audience.COORDINATORS, None, None), unheard
    for chat_id in rest:
        yield Recipient(Audience.COORDINATORS, chat_id, None), unheard


def _to_groups(db: Database, day: date, planned_until: date, zone: ZoneInfo) -> Iterator[tuple[Recipient, list[Entry]]]:
    """On the first working day of a week, for each bound group what is overdue and what falls due in the week, and in
    the weeks after it that have no working day."""
    monday = day - timedelta(days=day.weekday())
    if planned_until >= monday:
        return
    following = next_workday(monday + timedelta(days=6))
    sunday = following - timedelta(days=following.isoweekday())
    for group in bound_groups(db):
        of_week = due_until(db, group, day, zone, sunday)
        entries = [Entry(Rule.GROUP_DIGEST, each, monday.toordinal()) for each in of_week if each.id is not None]
        if entries:
            yield Recipient(Audience.GROUP, group.chat_id, group.unit), entries


def _units(entries: Iterable[Entry]) -> str:
    return "、".join(dict.fromkeys(entry.assignment.unit or "" for entry in entries))
