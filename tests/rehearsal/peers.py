"""What two other bots would have sent on the same tasks and reports, by their rules.

teletask recalls each task by itself, to each of its people: 24 hours, one hour, 30 and 5 minutes before its deadline,
one hour and one day after it, unless it is done. redmine_intouch repeats, on working days, what nobody has touched for
as long as its priority allows; an office that gave priorities as people do would call what is overdue urgent, what is
due within a week high, what has a date normal and the rest low.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.rehearsal.truth import DAY, Duty, State

EVERY = {"urgent": 1, "high": 2, "normal": 7, "low": 30}
"""After how many days without a touch redmine_intouch speaks again, by priority."""
ON_THE_DAY = 4
"""What teletask sends on the day of the deadline: three before it and one after."""


@dataclass
class Peers:
    """How many messages each would have sent, by month."""

    teletask: Counter[str] = field(default_factory=Counter)
    intouch: Counter[str] = field(default_factory=Counter)
    _spoke: dict[tuple[str, str | None], date] = field(default_factory=dict)

    def live(self, duties: Sequence[Duty], people: Mapping[str, Sequence[int]], before: date, day: date) -> None:
        """The days after `before` until a working day, as the work stands on that."""
        month = f"{day:%Y-%m}"
        for duty in duties:
            heard_by = len(people.get(duty.unit or "", ()))
            state = duty.state(day)
            if not heard_by or state.finished:
                continue
            self.teletask[month] += heard_by * sum(_by_hour(state, each) for each in _days(before, day))
            if self._untouched(duty, state, day):
                self.intouch[month] += heard_by

    def _untouched(self, duty: Duty, state: State, day: date) -> bool:
        key = (duty.code, duty.unit)
        touched = max(duty.last.day if duty.last else date.min, self._spoke.get(key, date.min))
        if touched > date.min and (day - touched).days < EVERY[priority(state, day)]:
            return False
        self._spoke[key] = day
        return True


def priority(state: State, day: date) -> str:
    """What an office would call a task."""
    if state.overdue(day):
        return "urgent"
    if state.due_soon(day):
        return "high"
    return "normal" if state.due is not None else "low"


def _by_hour(state: State, day: date) -> int:
    """What teletask sends on a day about an unfinished task."""
    if state.due is None:
        return 0
    return {DAY: 1, timedelta(0): ON_THE_DAY, -DAY: 1}.get(state.due - day, 0)


def _days(before: date, day: date) -> list[date]:
    return [before + DAY * number for number in range(1, (day - before).days + 1)]
