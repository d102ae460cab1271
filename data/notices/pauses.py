"""What holds reminders back for a while: pauses of a unit, tasks put off (稍后提醒), and quiet hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors.deadlines import DayTooEarly, PauseTooLong, RuleUnclear
from data.notices.plan_rules import Hours, PlanRules, parse_hours, plan_rules
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment
from data.store import Database, record_of, transaction
from data.store.settings import RuleName

LONGEST = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause of a unit's reminders from `since` to `until`, both included.

    `held_until` is the last day whose reminders it held back: a later one if it was ended after that day was planned.
    """

    unit_id: int
    unit: str
    since: date
    until: date
    held_until: date


def pauses(db: Database) -> list[Pause]:
    """Return the latest pause of each unit, whether past or present."""
    sql = """SELECT pauses.*, name AS unit, ifnull(
            (SELECT max(day) FROM planned_days WHERE day > until AND planned_at < pauses.at), until) AS held_until
        FROM pauses JOIN units ON units.id = unit_id ORDER BY until, unit_id"""
    return [record_of(Pause, row) for row in db.fetch_all(sql)]


def pause_unit(db: Database, by: Actor, unit_id: int, until: date) -> None:
    """Pause a unit's reminders from today to `until`. Raises ForTheOffice, DayTooEarly and PauseTooLong."""
    today = by.today
    checked_end(until, today, today)
    with by.office_act(db):
        before = _until(db, unit_id, today)
        db.change(
            """INSERT INTO pauses (unit_id, since, until, person_id, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (unit_id) DO UPDATE SET since = iif(until < excluded.since, excluded.since, since),
                until = excluded.until, person_id = excluded.person_id, at = excluded.at""",
            [unit_id, today, until, by.id, by.now],
        )
        by.record(db, "pause", str(unit_id), unit_id=unit_id, before=before, until=str(until))


def checked_end(until: date, today: date, first: date) -> date:
    """Return `until` if reminders may be held back until then. Raises DayTooEarly for a day before `first`, and
    PauseTooLong for one too far ahead."""
    if until < first:
        raise DayTooEarly(first - timedelta(days=1))
    if until > today + LONGEST:
        raise PauseTooLong(today + LONGEST)
    return until


def end_pause(db: Database, by: Actor, unit_id: int) -> None:
    """End a unit's pause today, if it is paused. Raises ForTheOffice."""
    with by.office_act(db):
        before = _until(db, unit_id, by.today)
        yesterday = by.today - timedelta(days=1)
        sql = "UPDATE pauses SET until = :until, at = :now WHERE unit_id = :unit AND until > :until"
        if db.change(sql, {"until": yesterday, "now": by.now, "unit": unit_id}):
            by.record(db, "pause_ended", str(unit_id), before=before)


def _until(db: Database, unit_id: int, today: date) -> str | None:
    return db.fetch_text("SELECT until FROM pauses WHERE unit_id = ? AND until >= ?", [unit_id, today])


LEAST = 2
"""Minimum number of hours after the sending hour that quiet hours must leave free."""


def quiet_hours(db: Database) -> dict[int, Hours]:
    """Return the quiet hours that people have set, by chat id, without those that leave no hour for reminders since the
    plan's rules were changed."""
    rules = plan_rules(db)
    rows = db.fetch_all(
        "SELECT telegram_id, quiet_from, quiet_to FROM people WHERE quiet_from IS NOT NULL AND telegram_id IS NOT NULL"
    )
    found = {row["telegram_id"]: Hours(row["quiet_from"], row["quiet_to"]) for row in rows}
    return {chat_id: hours for chat_id, hours in found.items() if _hours_left(rules, hours, rules.planning_hour)}


def check_quiet_hours(rules: PlanRules, text: str) -> None:
    """Raise RuleUnclear if a person's quiet hours, in their stored form (21-9), leave too little of the day."""
    try:
        hours = parse_hours(text)
    except ValueError:
        raise RuleUnclear(RuleName.QUIET_HOURS) from None
    if len(_hours_left(rules, hours, rules.sending_hour)) < LEAST:
        raise RuleUnclear(RuleName.QUIET_HOURS)


def store_quiet_hours(db: Database, by: Actor, hours: Hours | None) -> None:
    """Set the quiet hours of the person `by`; None removes them."""
    first, last = (hours.first, hours.last) if hours else (None, None)
    if hours is not None:
        check_quiet_hours(plan_rules(db), f"{first}-{last}")
    with transaction(db):
        db.update("people", by.id, quiet_from=first, quiet_to=last)
        by.record(db, "quiet_hours", "", hours=[first, last])


def _hours_left(rules: PlanRules, hours: Hours, first: int) -> list[int]:
    return [each for each in range(first, 24) if not hours.hold(each) and not rules.quiet_hours.hold(each)]


def first_open_hour(rules: PlanRules, hours: Hours | None, hour: int) -> int:
    """Return the first hour from `hour` on at which the bot may write to a person."""
    return next(iter(_hours_left(rules, hours, hour)), hour) if hours else hour


@dataclass(frozen=True, slots=True)
class Snooze:
    """A task that a person does not want to be reminded of until the day `until`, chosen at the moment `at`."""

    person_id: int
    assignment_id: int
    until: date
    at: datetime

    def holds(self, assignment: Assignment) -> bool:
        """Return whether it still counts, which a later report ends."""
        return assignment.last is None or assignment.last.at <= self.at


def snooze(db: Database, by: Actor, assignment_id: int, until: date) -> Assignment:
    """Put off a person's reminders of an assignment until a day, replacing an earlier choice.

    The due day itself is still mentioned. Raises NotYours and TaskClosed as `assignment_to_report_on` does, DayTooEarly
    unless the day is after today, and PauseTooLong.
    """
    today = by.today
    checked_end(until, today, today + timedelta(days=1))
    with transaction(db):
        assignment = assignment_to_report_on(db, by.person, assignment_id, today)
        of = {"person_id": by.id, "assignment_id": assignment_id}
        db.put("snoozes", [*of], **of, until=until, at=by.now, source=by.source)
        by.record(db, "snooze", f"{assignment.code}@{assignment.unit}", until=str(until))
    return assignment


def end_snoozes(db: Database, by: Actor, found: Sequence[Assignment]) -> None:
    """Let a person be reminded of assignments that they have put off as usual again."""
    with transaction(db):
        for each in found:
            db.change("DELETE FROM snoozes WHERE person_id = ? AND assignment_id = ?", [by.id, each.id])
            by.record(db, "end_snooze", f"{each.code}@{each.unit}")


def last_snoozed(db: Database, person: Person, since: datetime) -> list[int]:
    """Return the assignments that a person put off together in their last action, if that was after `since`."""
    return db.fetch_column(
        """SELECT assignment_id FROM snoozes WHERE person_id = :person AND at >= :since AND source = (
            SELECT source FROM audit WHERE person_id = :person AND action = 'snooze'
            AND id = (SELECT max(id) FROM audit WHERE person_id = :person))""",
        {"person": person.id, "since": since},
    )


def snoozes(db: Database, since: date) -> dict[tuple[int, int], Snooze]:
    """Return the tasks put off until `since` or later, by person id and assignment id."""
    rows = db.fetch_all("SELECT * FROM snoozes WHERE until >= ?", [since])
    return {(row["person_id"], row["assignment_id"]): record_of(Snooze, row) for row in rows}
