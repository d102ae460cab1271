"""The content of a morning message when it is sent or opened, limited to what still holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.notices.groups import bound_group, is_group_told_of
from data.notices.hearers import Hearing
from data.notices.matters import MATTER_KINDS
from data.notices.office_news import waits_for_an_event
from data.notices.outbox import Claimed, cancel
from data.notices.reminders import is_needless_after_report, is_of_the_due_day
from data.notices.rules import (
    OF_MATTERS,
    Audience,
    Entry,
    ForOffice,
    NoticeMatter,
    Rule,
    is_for_office,
    is_for_people,
    mark_in,
    what_waits,
)
from data.office.extensions import find_extension, waiting_for_decision
from data.office.open_deadlines import is_to_settle, one_of_each_task
from data.people.people import Person, person_by_id, reachable_people, who_is
from data.reporting.reviews import full_report, reports_waiting
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import waiting_for_check_in
from data.standing.standing import Status
from data.store import Database, Row
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Content:
    """The present content of a message.

    `person` is its recipient (None for a group), `unreachable` are people that a coordinator is told about, and
    `put_off` is the number of tasks that the recipient has put off, `waiting` that of the reports and requests that
    wait for the office, if a coordinator is told anything else of its news.
    """

    person: Person | None
    today: date
    entries: tuple[Entry, ...]
    unreachable: tuple[Person, ...] = ()
    put_off: int = 0
    waiting: int = 0

    @property
    def own(self) -> list[Assignment]:
        """The tasks that the person has to act on."""
        return [each.assignment for each in self.entries if is_for_people(each) and each.rule not in OF_MATTERS]


def content_to_send(db: Database, claimed: Claimed, now: datetime) -> Content | None:
    """Return the present content of a message, or cancel its row and return None if nothing is left.

    An entry is left if it is still open, its deadline is unchanged, and the recipient is still the one to tell.
    """
    said = content_of(db, claimed.id, claimed.audience, claimed.chat_id, day_of(now, db.zone))
    if not said.entries and not said.unreachable:
        cancel(db, claimed)
        return None
    return said


def content_of(db: Database, outbox_id: int, audience: Audience, chat_id: int, today: date) -> Content:
    """Return the present content of a message, which may be empty."""
    rows = db.fetch_all("SELECT * FROM notices WHERE outbox_id = ? ORDER BY id", [outbox_id])
    person = None if audience is Audience.GROUP else who_is(db, chat_id, today)
    listener = _Listener(db, audience, chat_id, person, today)
    entries, put_off = {}, set()
    for row, subject in _with_subjects(db, rows, today):
        entry = Entry(Rule(row["rule"]), subject, mark_in(row["key"]))
        if listener.hears(entry) and _same_deadline(row, subject) and listener.still_holds(entry):
            rule = row["rule"] if is_for_office(entry) or isinstance(subject, NoticeMatter) else ""
            entries[(row["task_id"], row["assignment_id"], row["matter_id"], rule)] = entry
        elif not isinstance(subject, NoticeMatter) and not subject.finished and listener.has_put_off(entry):
            put_off.add(subject.id)
    told = tuple(entries.values())
    of_office = any(is_for_office(each) and each.rule is not Rule.REVIEW_WAITING for each in told)
    waiting = len(reports_waiting(db)) + len(waiting_for_decision(db, today)) if of_office else 0
    return Content(person, today, told, _unreachable(db, outbox_id), len(put_off), waiting)


def _with_subjects(db: Database, rows: list[Row], today: date) -> Iterator[tuple[Row, Assignment | NoticeMatter]]:
    """Yield each row with the present state of its subject, leaving out subjects that are gone or done."""
    of_tasks = [row for row in rows if row["matter_id"] is None]
    yield from _with_assignments(db, of_tasks, today)
    for rule in OF_MATTERS:
        told = [row for row in rows if row["rule"] == rule]
        matters = MATTER_KINDS[rule].open(db, today, [row["matter_id"] for row in told]) if told else []
        found = {each.id: each for each in matters}
        yield from ((row, found[row["matter_id"]]) for row in told if row["matter_id"] in found)


def _with_assignments(db: Database, rows: list[Row], today: date) -> list[tuple[Row, Assignment]]:
    """Return each row with its assignment, or with the task's first assignment if it is about a whole task."""
    ids = [row["assignment_id"] for row in rows if row["assignment_id"]]
    task_ids = [row["task_id"] for row in rows if not row["assignment_id"]]
    by_id = {each.id: each for each in assignments(db, today, ids=ids)} if ids else {}
    whole = assignments(db, today, task_ids=task_ids) if task_ids else []
    by_task = {each.task_id: each for each in one_of_each_task(whole)}
    pairs = (
        (row, by_id.get(row["assignment_id"]) if row["assignment_id"] else by_task.get(row["task_id"])) for row in rows
    )
    return [(row, each) for row, each in pairs if each is not None]


def _same_deadline(row: Row, subject: Assignment | NoticeMatter) -> bool:
    due = subject.due.isoformat() if subject.due else None
    version = subject.deadline_version if isinstance(subject, Assignment) else None
    return bool(version == row["deadline_version"] and due == row["due"])


class _Listener:
    """The recipient of a message, and which entries they should still be told."""

    def __init__(self, db: Database, audience: Audience, chat_id: int, person: Person | None, today: date) -> None:
        self._db, self._person, self._today = db, person, today
        self._audience = audience
        self._group = bound_group(db, chat_id) if audience is Audience.GROUP else None
        self._hearing = Hearing(db, today)

    def hears(self, entry: Entry) -> bool:
        """Return whether the recipient is still the right one for this entry."""
        if self._audience is Audience.GROUP:
            return self._group is not None and is_group_told_of(self._group, entry.assignment)
        if self._person is None:
            return False
        if isinstance(entry.subject, NoticeMatter):
            people = MATTER_KINDS[entry.rule].hearers(self._db, entry.subject, self._today)
            return self._person.id in (each.id for each in people)
        if is_for_office(entry):
            return self._person.is_coordinator
        return entry.assignment.unit_id in self._person.speaks_for

    def still_holds(self, entry: Entry) -> bool:
        """Return whether the reason for this entry still exists."""
        if isinstance(entry.subject, NoticeMatter):
            return not self._hearing.is_paused(entry.subject.unit_id, self._today)
        reasons = REASONS.get(entry.rule, (_Listener.is_open,))
        return all(holds(self, entry) for holds in reasons)

    def is_open(self, entry: Entry) -> bool:
        """Return whether the task is still to be done."""
        return not entry.assignment.finished

    def waits_for_unit(self, entry: Entry) -> bool:
        """Return whether the unit is still asked: the entry was not put off, the unit is not paused, and no report or
        extension request makes it moot."""
        held = self._hearing.holds_back(entry.assignment, self._today)
        return not (held or self.has_put_off(entry) or is_needless_after_report(entry))

    def has_put_off(self, entry: Entry) -> bool:
        """Return whether the person wants to be reminded of this entry later."""
        assignment = entry.assignment
        put_off = self._hearing.snoozes.get((self._person.id if self._person else 0, assignment.id))
        return (
            put_off is not None
            and put_off.holds(assignment)
            and put_off.until > self._today
            and not is_of_the_due_day(entry)
        )

    def waits_for_office(self, entry: Entry) -> bool:
        """Return whether the report or extension request still waits for the office."""
        what, number = what_waits(entry.mark)
        if what is ForOffice.REPORT:
            report = full_report(self._db, number)
            return report is not None and report.latest and report.verdict is None
        asked = find_extension(self._db, number, self._today)
        return asked is not None and asked.awaits_decision

    def is_unheard(self, entry: Entry) -> bool:
        """Return whether nobody of the unit can be reached."""
        return not reachable_people(self._db, entry.assignment.unit_id or 0)


def _is_still_blocked(listener: _Listener, entry: Entry) -> bool:
    last = entry.assignment.last
    return entry.assignment.status is Status.BLOCKED and last is not None and last.id == entry.mark


def _lacks_check_in(listener: _Listener, entry: Entry) -> bool:
    return bool(waiting_for_check_in([entry.assignment], date.fromordinal(int(entry.mark))))


def _is_still_stale(listener: _Listener, entry: Entry) -> bool:
    return entry.assignment.due is not None or bool(waiting_for_check_in([entry.assignment]))


_OF_UNIT = (_Listener.is_open, _Listener.waits_for_unit)
REASONS: Mapping[Rule, tuple[Callable[[_Listener, Entry], bool], ...]] = {
    Rule.BEFORE_DUE: _OF_UNIT,
    Rule.DUE_TODAY: _OF_UNIT,
    Rule.OVERDUE: _OF_UNIT,
    Rule.ESCALATION: _OF_UNIT,
    Rule.CHECK_IN: (_lacks_check_in, *_OF_UNIT),
    Rule.STALE: (_is_still_stale, *_OF_UNIT),
    Rule.NO_LIAISON: (_Listener.is_unheard, _Listener.is_open),
    Rule.BLOCKED: (_is_still_blocked,),
    Rule.REVIEW_WAITING: (_Listener.waits_for_office,),
    Rule.DOUBTFUL: (lambda listener, entry: is_to_settle(entry.assignment),),
    Rule.EVENT_CHECK: (lambda listener, entry: waits_for_an_event(entry.assignment),),
}
"""What must hold for an entry about a task to be told; for other rules, that it is still to be done."""


def _unreachable(db: Database, outbox_id: int) -> tuple[Person, ...]:
    """Return the people whom the message reports as unreachable and who still are."""
    rows = db.fetch_all(
        """SELECT person_id FROM outbox_unreachable JOIN people ON people.id = person_id
        WHERE outbox_id = ? AND unreachable_at IS NOT NULL ORDER BY person_id""",
        [outbox_id],
    )
    return tuple(person_by_id(db, row["person_id"]) for row in rows)
