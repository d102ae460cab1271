"""Who is told about what, looked up once for all the messages that are planned together."""

from datetime import date
from functools import cached_property

from data.notices.pauses import Pause, Snooze, first_hour, pauses, quiet_hours, snoozes
from data.notices.plan_rules import Hours, PlanRules
from data.notices.reminders import WorkingDay
from data.people.people import Person, coordinators, hearers
from data.standing.assignments import Assignment
from data.store import Database, fetch_all
from data.times import stored_day


class Hearing:
    """The people of the units and of the office, and what holds a reminder back from them: pauses, quiet hours, tasks
    put off, and requests for more time that wait."""

    def __init__(self, db: Database, since: date, first_day: date | None = None) -> None:
        """What counts from a day on; `first_day` is the first for which messages of the plan were planned, or will."""
        self._db, self._since = db, since
        self._first_day = first_day
        self._people: dict[int, list[Person]] = {}

    def people(self, unit_id: int) -> list[Person]:
        """The people who are told about a unit."""
        if unit_id not in self._people:
            self._people[unit_id] = hearers(self._db, unit_id)
        return self._people[unit_id]

    def first_day(self, day: date) -> date:
        """The first day for which messages of the plan were planned; the given day if there was none yet."""
        return self._first_day or day

    def is_first(self, day: date) -> bool:
        """Whether a day is that first day."""
        return self.first_day(day) == day

    @cached_property
    def coordinators(self) -> list[Person]:
        """The coordinators."""
        return coordinators(self._db)

    def hour_of(self, chat_id: int | None, hour: int, rules: PlanRules) -> int:
        """The first hour, not before the given one, at which the bot may write to a chat."""
        return first_hour(rules, self._quiet.get(chat_id or 0), hour)

    def silent_since(self, unit_id: int, working: WorkingDay) -> date | None:
        """The last working day for which a unit has been told everything, before its pause if one has just ended; None
        while it is paused."""
        pause = self._pauses.get(unit_id)
        if pause is None or pause.until < working.planned_until or pause.since > working.day:
            return working.planned_until
        if pause.until >= working.day:
            return None
        return min(working.planned_until, working.workdays.before(pause.since))

    def is_paused(self, unit_id: int | None, day: date) -> bool:
        """Whether reminders of a unit are paused on a day."""
        pause = self._pauses.get(unit_id or 0)
        return pause is not None and pause.since <= day <= pause.until

    def earliest(self, working: WorkingDay) -> date:
        """The earliest such day of all units."""
        since = [self.silent_since(unit_id, working) for unit_id in self._pauses]
        return min([working.planned_until, *(each for each in since if each)])

    def waits_for_the_office(self, assignment: Assignment) -> bool:
        """Whether a request for more time waits for a decision."""
        return assignment.due is not None and self._asked_for_time.get(assignment.id or 0) == assignment.due

    @cached_property
    def snoozes(self) -> dict[tuple[int, int], Snooze]:
        """The tasks that somebody has put off, by person and assignment."""
        return snoozes(self._db, self._since)

    @cached_property
    def _pauses(self) -> dict[int, Pause]:
        return {each.unit_id: each for each in pauses(self._db)}

    @cached_property
    def _quiet(self) -> dict[int, Hours]:
        return quiet_hours(self._db)

    @cached_property
    def _asked_for_time(self) -> dict[int, date | None]:
        """The day on which each assignment was due when more time was asked for that nobody has decided on."""
        rows = fetch_all(
            self._db,
            """SELECT assignment_id, due_before FROM extensions AS asked WHERE verdict IS NULL AND withdrawn_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM extensions AS newer
                WHERE newer.assignment_id = asked.assignment_id AND newer.id > asked.id)""",
        )
        return {row["assignment_id"]: stored_day(row["due_before"]) for row in rows}
