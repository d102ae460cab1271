"""An account of a unit's reminders on a day: what was sent to whom, and why the rest was not.

What was sent is read from the stored notices. Why nothing was sent, and what comes next, follows from the rules by
which messages are planned: each reason is found by what the planner itself asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from data.notices.hearers import Hearing
from data.notices.messages import first_planned_day, told_and_unheard
from data.notices.pauses import Pause, pauses
from data.notices.plan_rules import LAST_PLANNING_HOUR, plan_rules
from data.notices.reminders import WorkingDay, reminder
from data.notices.rules import FOR_PEOPLE, Audience, Rule
from data.people.directory import ListedPerson, people_of
from data.people.invitations import OpenInvitation, open_invitations
from data.people.people import Person
from data.plan.units import unit_name
from data.plan.workdays import workdays
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import is_ongoing_work
from data.store import Database
from data.times import at_hour, day_of
from data.understanding.grouping import listed

AHEAD = timedelta(days=92)
"""How far ahead the next reminder is looked for: ongoing work is asked about once a quarter."""


class DayState(StrEnum):
    """What became of a day's messages. They count as planned, too, if none is to come on the day."""

    DAY_OFF = "day_off"
    TO_COME = "to_come"
    PLANNED = "planned"
    MISSED = "missed"


class Silence(StrEnum):
    """Why nobody is reminded of an assignment."""

    FINISHED = "finished"
    ASKED_FOR_TIME = "asked_for_time"
    PAUSED = "paused"
    NO_DATE = "no_date"
    PUT_OFF = "put_off"
    REPORTED = "reported"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class MessageGiven:
    """A message to a person: its `state` in the outbox, when it was sent or may be, and what it contained, as codes by
    rule; other matters than tasks have no code."""

    name: str
    state: str
    at: datetime
    codes: Mapping[Rule, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ComingReminder:
    """The next day on which a unit is reminded, and of which tasks."""

    day: date
    tasks: Sequence[Assignment]


@dataclass(frozen=True, slots=True)
class ReminderAccount:
    """The reminders of a unit on a day.

    `people` have a role in the unit, `invited` have a link that is not opened yet, `hearers` are those who get its
    notices. `at` is when the day's messages go out.
    `silent` are the tasks of which nobody was reminded, by reason; only told of the present day, and finished ones only
    if it is about one task. `put_off` is until when each task was put off by all hearers, by the first of them.
    """

    unit_id: int
    unit: str
    day: date
    state: DayState
    at: datetime
    given: Sequence[MessageGiven]
    people: Sequence[ListedPerson]
    invited: Sequence[OpenInvitation]
    hearers: Sequence[Person]
    pause: Pause | None
    silent: Mapping[Silence, Sequence[Assignment]]
    put_off: Mapping[int, date]
    coming: ComingReminder | None


def reminder_account(db: Database, unit_id: int, code: str | None, day: date, now: datetime) -> ReminderAccount:
    """Return the account of a unit's reminders on a past day or today, of all its tasks or of one."""
    today, state = day_of(now, db.zone), state_of_day(db, day, now)
    tasks = assignments(db, today, [unit_id], code)
    given = _given(db, unit_id, code, day)
    heard = {each for message in given for codes in message.codes.values() for each in codes}
    hearing = Hearing(db, workdays(db).before(today), first_planned_day(db))
    working = _working_day(db, today)
    rest = [each for each in tasks if each.code not in heard and (code or not each.finished)] if day == today else []
    first = today if state is DayState.TO_COME and day == today else workdays(db).after(today)
    coming = _coming(db, unit_id, [each.id for each in tasks], first, hearing)
    if state is DayState.TO_COME and (coming is None or coming.day > day):
        state = DayState.PLANNED
    people = hearing.people(unit_id, today)
    silent = listed((_why(each, working, hearing, people), each) for each in rest)
    return ReminderAccount(
        unit_id=unit_id,
        unit=unit_name(db, unit_id),
        day=day,
        state=state,
        at=at_hour(day, working.rules.sending_hour, db.zone),
        given=given,
        people=people_of(db, unit_id),
        invited=open_invitations(db, unit_id, now),
        hearers=people,
        pause=next((each for each in pauses(db) if each.unit_id == unit_id and each.since <= day <= each.until), None),
        silent={reason: silent[reason] for reason in Silence if reason in silent},
        put_off={
            each.id: min(hearing.snoozes[person.id, each.id].until for person in people)
            for each in silent.get(Silence.PUT_OFF, ())
        },
        coming=coming,
    )


def people_reminded(db: Database, first: date, last: date) -> list[tuple[str, int]]:
    """Return the names of the people to whom the reminders of some days were sent, and how many messages that were."""
    sql = """SELECT name, count(DISTINCT outbox.id) AS messages FROM outbox JOIN people ON people.telegram_id = chat_id
        JOIN notices ON outbox_id = outbox.id AND rule IN (SELECT value FROM json_each(?))
        WHERE day BETWEEN ? AND ? AND recipient = ? AND letter IS NULL AND state = 'sent'
        GROUP BY people.id ORDER BY people.id"""
    rows = db.fetch_all(sql, [[*FOR_PEOPLE], first, last, Audience.PERSON])
    return [(row["name"], row["messages"]) for row in rows]


def state_of_day(db: Database, day: date, now: datetime) -> DayState:
    """Return what became of a day's messages."""
    local = now.astimezone(db.zone)
    if db.exists("SELECT 1 FROM planned_days WHERE day = ?", [day]):
        return DayState.PLANNED
    if not workdays(db).has(day):
        return DayState.DAY_OFF
    return DayState.TO_COME if day == local.date() and local.hour < LAST_PLANNING_HOUR else DayState.MISSED


GIVEN = """SELECT people.name, outbox.id, state, ifnull(sent_at, not_before) AS at, rule, ifnull(code, '') AS code
FROM notices JOIN outbox ON outbox.id = outbox_id JOIN people ON people.telegram_id = chat_id
LEFT JOIN assignments ON assignments.id = assignment_id LEFT JOIN tasks ON tasks.id = notices.task_id
WHERE day = :day AND recipient = :person AND letter IS NULL AND state <> 'cancelled'
AND rule IN (SELECT value FROM json_each(:rules)) AND (:code IS NULL OR code = :code)
AND (assignments.unit_id = :unit OR assignment_id IS NULL AND people.id IN (
    SELECT person_id FROM memberships WHERE unit_id = :unit))
ORDER BY outbox.id, notices.id"""
"""SQL for what the people of a unit were told on a day. Matters that are no tasks are those of its people."""


def _given(db: Database, unit_id: int, code: str | None, day: date) -> list[MessageGiven]:
    values = {"day": day, "unit": unit_id, "code": code, "person": Audience.PERSON, "rules": [*FOR_PEOPLE]}
    found = list[MessageGiven]()
    for _, (first, *rows) in groupby(db.fetch_all(GIVEN, values), key=lambda row: row["id"]):
        codes = listed((Rule(row["rule"]), row["code"]) for row in (first, *rows))
        found.append(MessageGiven(first["name"], first["state"], db.moment(first["at"]), codes))
    return found


def _working_day(db: Database, day: date) -> WorkingDay:
    calendar = workdays(db)
    return WorkingDay(day, calendar.before(day), plan_rules(db), calendar)


def _why(task: Assignment, working: WorkingDay, hearing: Hearing, people: Sequence[Person]) -> Silence:
    """Return why nobody is reminded of a task on a working day, by what the planner asks, in its order."""
    if task.finished:
        return Silence.FINISHED
    if hearing.waits_for_the_office(task):
        return Silence.ASKED_FOR_TIME
    if hearing.is_paused(task.unit_id, working.day):
        return Silence.PAUSED
    if task.due is None and not is_ongoing_work(task):
        return Silence.NO_DATE
    put_off = [hearing.snoozes.get((person.id, task.id)) for person in people]
    if people and all(each is not None and each.holds(task) and each.until > working.day for each in put_off):
        return Silence.PUT_OFF
    falls_today = [reminder(each, working) is not None for each in (task, replace(task, last=None))]
    return Silence.REPORTED if falls_today == [False, True] else Silence.NOT_TODAY


def _coming(db: Database, unit_id: int, ids: Sequence[int], first: date, hearing: Hearing) -> ComingReminder | None:
    """Return the first reminder from a day on that the planner would give of these assignments, or None."""
    day, last = workdays(db).earliest(first), first + AHEAD
    while day <= last:
        tasks = [each for each in assignments(db, day, [unit_id]) if each.id in ids and not each.finished]
        spoken_of = [each for each in tasks if not hearing.waits_for_the_office(each)]
        told, _ = told_and_unheard(spoken_of, _working_day(db, day), hearing)
        if entries := {entry.assignment.id: entry.assignment for own in told.values() for entry in own}:
            return ComingReminder(day, [*entries.values()])
        day = workdays(db).after(day)
    return None
