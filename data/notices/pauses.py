"""What keeps reminders from people for a while: a unit is paused, a task is put off (稍后提醒) until a day, on which it
comes back, and hours of the day are quiet, after which comes what was due then."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors.deadlines import DayTooEarly, PauseTooLong, RuleUnclear
from data.notices.plan_rules import Hours, PlanRules, RuleName, hours_in, plan_rules
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.reports import assignment_for
from data.standing.assignments import Assignment
from data.store import Database, change, fetch_all, fetch_column, fetch_text, put, transaction, update
from data.store.records import record_of

LONGEST = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Pause:
    """A unit that is not reminded from a day on, `until` another, its last one."""

    unit_id: int
    unit: str
    since: date
    until: date


def pauses(db: Database) -> list[Pause]:
    """Every pause there is or was; of each unit the latest."""
    sql = "SELECT pauses.*, name AS unit FROM pauses JOIN units ON units.id = unit_id ORDER BY until, unit_id"
    return [record_of(Pause, row) for row in fetch_all(db, sql)]


def pause_unit(db: Database, by: Actor, unit_id: int, until: date) -> None:
    """Remind a unit of nothing from today until a day. Raises ForTheOffice, DayTooEarly, and PauseTooLong."""
    today = by.today
    check_last_day(until, today)
    with by.office_act(db):
        before = _until(db, unit_id, today)
        change(
            db,
            """INSERT INTO pauses (unit_id, since, until, person_id, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (unit_id) DO UPDATE SET since = iif(until < excluded.since, excluded.since, since),
                until = excluded.until, person_id = excluded.person_id, at = excluded.at""",
            [unit_id, today, until, by.id, by.now],
        )
        by.record(db, "pause", str(unit_id), unit_id=unit_id, before=before, until=str(until))


def check_last_day(until: date, today: date) -> date:
    """A last day of a pause, if it may be one. Raises DayTooEarly for one that is past, PauseTooLong after that."""
    if until < today:
        raise DayTooEarly(today - timedelta(days=1))
    if until > today + LONGEST:
        raise PauseTooLong(today + LONGEST)
    return until


def end_pause(db: Database, by: Actor, unit_id: int) -> bool:
    """Remind a unit again. False where it is not paused. Raises ForTheOffice."""
    with by.office_act(db):
        before = _until(db, unit_id, by.today)
        yesterday = by.today - timedelta(days=1)
        sql = "UPDATE pauses SET until = ? WHERE unit_id = ? AND until > ?"
        ended = change(db, sql, [yesterday, unit_id, yesterday])
        if ended:
            by.record(db, "pause_ended", str(unit_id), before=before)
    return bool(ended)


def _until(db: Database, unit_id: int, today: date) -> str | None:
    """The last day of the pause that a unit has now, as it is stored; None where it has none."""
    return fetch_text(db, "SELECT until FROM pauses WHERE unit_id = ? AND until >= ?", [unit_id, today])


LEAST = 2
"""So many hours of the bot's own day must be left."""


def quiet_hours(db: Database) -> dict[int, Hours]:
    """Whose hours are quiet, by chat."""
    rows = fetch_all(
        db,
        "SELECT telegram_id, quiet_from, quiet_to FROM people WHERE quiet_from IS NOT NULL AND telegram_id IS NOT NULL",
    )
    return {row["telegram_id"]: Hours(row["quiet_from"], row["quiet_to"]) for row in rows}


def checked_quiet_hours(rules: PlanRules, text: str) -> Hours:
    """A person's quiet hours as they are stored (21-9). Raises RuleUnclear where too little of the day is left."""
    try:
        hours = hours_in(text)
    except ValueError:
        raise RuleUnclear(RuleName.QUIET_HOURS) from None
    left = [each for each in range(24) if each >= rules.sending_hour and not _silent(rules, hours, each)]
    if len(left) < LEAST:
        raise RuleUnclear(RuleName.QUIET_HOURS)
    return hours


def keep_quiet(db: Database, by: Actor, hours: Hours | None) -> None:
    """Say nothing unasked to a person in these hours; None: at any hour at which the bot speaks."""
    first, last = (hours.first, hours.last) if hours else (None, None)
    if hours is not None:
        checked_quiet_hours(plan_rules(db), f"{first}-{last}")
    with transaction(db):
        update(db, "people", by.id, quiet_from=first, quiet_to=last)
        by.record(db, "quiet_hours", "", hours=[first, last])


def _silent(rules: PlanRules, hours: Hours, hour: int) -> bool:
    return hours.hold(hour) or rules.quiet_hours.hold(hour)


def first_hour(rules: PlanRules, hours: Hours | None, hour: int) -> int:
    """The first hour, from one on, at which a person may be spoken to."""
    return next((each for each in range(hour, 24) if hours is None or not _silent(rules, hours, each)), hour)


@dataclass(frozen=True, slots=True)
class Snooze:
    """Whom a task is not mentioned to until a day, since a moment."""

    person_id: int
    assignment_id: int
    until: date
    at: datetime

    def holds(self, assignment: Assignment) -> bool:
        """Whether it counts still: a report since then has answered what was put off."""
        return assignment.last is None or assignment.last.at <= self.at


def snooze(db: Database, by: Actor, assignment_id: int, until: date) -> Assignment:
    """Do not remind a person of an assignment until a day; the last word counts. On its due day it is mentioned anyway.
    Raises NotYours and TaskClosed as `assignment_for` does, DayTooEarly for a day that is not to come, PauseTooLong."""
    today = by.today
    if until <= today:
        raise DayTooEarly(today)
    if until > today + LONGEST:
        raise PauseTooLong(today + LONGEST)
    with transaction(db):
        assignment = assignment_for(db, by.person, assignment_id, today, by.zone)
        of = {"person_id": by.id, "assignment_id": assignment_id}
        put(db, "snoozes", [*of], **of, until=until, at=by.now, source=by.source)
        by.record(db, "snooze", f"{assignment.code}@{assignment.unit}", until=str(until))
    return assignment


def put_off_last(db: Database, person: Person, since: datetime) -> list[int]:
    """The assignments that a person put off together, where that is what they did last, and not before a moment."""
    return fetch_column(
        db,
        """SELECT assignment_id FROM snoozes WHERE person_id = :person AND at >= :since AND source = (
            SELECT source FROM audit WHERE person_id = :person AND action = 'snooze'
            AND id = (SELECT max(id) FROM audit WHERE person_id = :person))""",
        {"person": person.id, "since": since},
    )


def snoozes(db: Database, since: date) -> dict[tuple[int, int], Snooze]:
    """The tasks that are put off until a day or later, by person and assignment."""
    rows = fetch_all(db, "SELECT * FROM snoozes WHERE until >= ?", [since])
    return {(row["person_id"], row["assignment_id"]): record_of(Snooze, row) for row in rows}
