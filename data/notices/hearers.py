"""Who gets which reminders, looked up once for all messages that are planned together."""

from datetime import date
from functools import cached_property

from data.notices.pauses import Pause, Snooze, first_open_hour, pauses, quiet_hours, snoozes
from data.notices.plan_rules import Hours, PlanRules
from data.notices.reminders import WorkingDay
from data.people.people import Person, coordinators, hearers
from data.standing.assignments import Assignment
from data.store import Database
from data.times import stored_day


class Hearing:
    """The people of units and of the office, and what holds their reminders back.

    Reminders are held back by pauses, quiet hours, tasks put off, and extension requests that wait.
    """

    def __init__(self, db: Database, since: date, first_day: date | None = None) -> None:
        """Consider days from `since` on; `first_day` is the first for which messages of the plan were planned."""
        self._db, self._since = db, since
        self._first_day = first_day
        self._people: dict[tuple[int, date], list[Person]] = {}

    def people(self, unit_id: int | None, day: date) -> list[Person]:
        """Return the people who are told about a unit on a day."""
        if (key := (unit_id or 0, day)) not in self._people:
            self._people[key] = hearers(self._db, *key)
        return self._people[key]

    def first_day(self, day: date) -> date:
        """Return the first day for which messages of the plan were planned, or `day` if there is none."""
        return self._first_day or day

    def is_first(self, day: date) -> bool:
        """Return whether `day` is the first day for which messages of the plan were planned."""
        return self.first_day(day) == day

    @cached_property
    def coordinators(self) -> list[Person]:
        """All coordinators."""
        return coordinators(self._db)

    def hour_of(self, chat_id: int | None, hour: int, rules: PlanRules) -> int:
        """Return the first hour from `hour` on at which the bot may write to a chat."""
        return first_open_hour(rules, self._quiet.get(chat_id or 0), hour)

    def silent_since(self, unit_id: int, working: WorkingDay) -> date | None:
        """Return the last working day for which a unit got all reminders; None while it is paused.

        If a pause has just ended, that is the working day before it.
        """
        pause = self._pauses.get(unit_id)
        if pause is None or pause.held_until < working.planned_until or pause.since > working.day:
            return working.planned_until
        if pause.until >= working.day:
            return None
        return min(working.planned_until, working.workdays.before(pause.since))

    def is_paused(self, unit_id: int | None, day: date) -> bool:
        """Return whether reminders of a unit are paused on `day`."""
        pause = self._pauses.get(unit_id or 0)
        return pause is not None and pause.since <= day <= pause.until

    def earliest(self, working: WorkingDay) -> date:
        """Return the earliest day that `silent_since` returns for any unit."""
        since = [self.silent_since(unit_id, working) for unit_id in self._pauses]
        return min([working.planned_until, *(each for each in since if each)])

    def holds_back(self, assignment: Assignment, day: date) -> bool:
        """Return whether an assignment is not mentioned on `day`, as its unit is paused or waits for the office."""
        return self.is_paused(assignment.unit_id, day) or self.waits_for_the_office(assignment)

    def waits_for_the_office(self, assignment: Assignment) -> bool:
        """Return whether an extension request for the present due day waits for a decision."""
        return assignment.due is not None and self._asked_for_time.get(assignment.id) == assignment.due

    @cached_property
    def snoozes(self) -> dict[tuple[int, int], Snooze]:
        """The tasks that have been put off, by person id and assignment id, also until a day within a pause."""
        return snoozes(self._db, min([self._since, *(each.since for each in self._pauses.values())]))

    @cached_property
    def _pauses(self) -> dict[int, Pause]:
        return {each.unit_id: each for each in pauses(self._db)}

    @cached_property
    def _quiet(self) -> dict[int, Hours]:
        return quiet_hours(self._db)

    @cached_property
    def _asked_for_time(self) -> dict[int, date | None]:
        """The due day at the time of each undecided extension request, by assignment id."""
        rows = self._db.fetch_all(
            """SELECT assignment_id, due_before FROM extensions AS asked WHERE verdict IS NULL AND withdrawn_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM extensions AS newer
                WHERE newer.assignment_id = asked.assignment_id AND newer.id > asked.id)"""
        )
        return {row["assignment_id"]: stored_day(row["due_before"]) for row in rows}
