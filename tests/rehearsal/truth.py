"""The ground truth: what the people of the city mean, recorded independently of the bot, and how the plan therefore
stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from data.calendar import Period
from data.plan.deadlines import DeadlineKind

DAY = timedelta(days=1)
SOON = timedelta(days=7)
FINISHED = ("submitted", "closed")
UNDER_WAY = ("in_progress", "blocked")
ONGOING = (DeadlineKind.ONGOING, DeadlineKind.MILESTONE_THEN_ONGOING)


@dataclass(frozen=True)
class Meaning:
    """What somebody wants to report. `percent` is None if no number is meant, `figures` are new ones, `photos` is the
    number to send as evidence."""

    status: str
    percent: int | None = None
    figures: dict[str, float] = field(default_factory=dict)
    note: str = ""
    obstacle: str = ""
    photos: int = 0


@dataclass
class Told:
    """A report as its author means it, and what became of it."""

    at: datetime
    meaning: Meaning
    percent: int
    sentence: str
    by: int
    returned: date | None = None
    accepted: date | None = None

    @property
    def day(self) -> date:
        return self.at.date()


@dataclass(frozen=True)
class State:
    """The state of a duty on a day."""

    status: str
    percent: int
    due: date | None

    @property
    def finished(self) -> bool:
        return self.status in FINISHED

    def overdue(self, day: date) -> bool:
        return self.due is not None and self.due < day and not self.finished

    def due_soon(self, day: date) -> bool:
        return self.due is not None and day <= self.due <= day + SOON and not self.finished


@dataclass
class Duty:
    """A unit's assignment. `due` is the plan's day; `granted` the extensions, as pairs of the day before and after;
    `asked` the day of an undecided request."""

    code: str
    unit: str | None
    section: str
    kind: DeadlineKind
    due: date | None
    doubtful: bool
    period: Period = Period.QUARTER
    told: list[Told] = field(default_factory=list)
    granted: list[tuple[date, date]] = field(default_factory=list)
    asked: date | None = None
    moves: list[str] = field(default_factory=list)
    """The sentences that asked for another day or set one."""

    @property
    def last(self) -> Told | None:
        return self.told[-1] if self.told else None

    @property
    def standing(self) -> list[Told]:
        """The reports that were not returned."""
        return [each for each in self.told if each.returned is None]

    def state(self, day: date) -> State:
        """Return the state on a day.

        The last report counts. If it is returned, the one before counts, and work that was reported done goes on, from
        0 % if the one before was accepted. Ongoing work begins at 0 % once its milestone is closed.
        """
        if self.kind is DeadlineKind.DONE:
            return State("closed", 100, None)
        status, percent = self._reported()
        due = self.due
        if self.kind is DeadlineKind.MILESTONE_THEN_ONGOING and status != "submitted" and self._done_days():
            status, percent = ("in_progress", 0) if status == "closed" else (status, percent)
            due = None
        elif self.kind is DeadlineKind.RECURRING and (settled := self._settled_year()) is not None:
            assert due is not None
            due = due.replace(year=settled if status in FINISHED else settled + 1)
            if status in FINISHED and due < day:
                return State("not_started", 0, due.replace(year=settled + 1))
        percent = 100 if status in FINISHED else 0 if status == "not_started" else percent
        return State(status, percent, self._put_off(due))

    def goes_on(self, day: date) -> bool:
        """Return whether the work is ongoing and has no due day."""
        return self.kind in ONGOING and self.state(day).due is None

    @property
    def status(self) -> str:
        """The status according to the reports alone."""
        return self._reported()[0]

    def _reported(self) -> tuple[str, int]:
        if self.last is None:
            return "not_started", 0
        if self.last.returned is None:
            return ("closed" if self.last.accepted else self.last.meaning.status), self.last.percent
        before = self.standing[-1] if self.standing else None
        if before is None:
            return ("in_progress", 0) if self.last.meaning.status == "submitted" else ("not_started", 0)
        done = before.meaning.status == "submitted" or self.last.meaning.status == "submitted"
        percent = 0 if before.accepted else before.percent
        return ("in_progress", percent) if done else (before.meaning.status, before.percent)

    def _done_days(self) -> list[date]:
        return [each.day for each in self.standing if each.meaning.status == "submitted"]

    def _settled_year(self) -> int | None:
        """Return the last settled year of yearly work: each report settles the earliest year that is not; None if no
        year is settled."""
        assert self.due is not None
        settled: int | None = None
        for day in self._done_days():
            following = self.due.year if settled is None else settled + 1
            if settled is None or day > self.due.replace(year=settled):
                settled = max(following, day.year - 1 if self.due.replace(year=day.year) > day else day.year)
        return settled

    def _put_off(self, due: date | None) -> date | None:
        for before, after in self.granted:
            due = after if before == due else due
        return due


class Truth:
    """The whole plan as it really stands."""

    def __init__(self, duties: Iterable[Duty]) -> None:
        self.duties = list(duties)

    def of(self, unit: str) -> list[Duty]:
        return [each for each in self.duties if each.unit == unit]

    def find(self, code: str, unit: str | None) -> Duty:
        return next(each for each in self.duties if (each.code, each.unit) == (code, unit))

    def settle(self, code: str) -> None:
        """Note that a task's deadline is no longer doubtful."""
        for each in self.duties:
            each.doubtful = each.doubtful and each.code != code

    def counts(self, day: date, duties: Iterable[Duty] | None = None) -> dict[str, int]:
        """Return the numbers of the summary at the end of a day."""
        found: dict[str, int] = defaultdict(int)
        for each in self.duties if duties is None else duties:
            state = each.state(day)
            found["total"] += 1
            found[state.status] += 1
            found["overdue"] += state.overdue(day)
            found["due_soon"] += state.due_soon(day)
            found["no_deadline"] += state.due is None
        names = ("total", "closed", "submitted", "in_progress", "blocked", "not_started")
        return {name: found[name] for name in (*names, "overdue", "due_soon", "no_deadline")}

    def figures(self, first: date, last: date) -> dict[tuple[str, str], float]:
        """Return the figures in valid reports of these days, by unit and indicator."""
        found: dict[tuple[str, str], float] = defaultdict(float)
        for duty, told in self.reports(first, last):
            for indicator, value in told.meaning.figures.items():
                found[duty.unit or "", indicator] += value
        return dict(found)

    def reports(self, first: date, last: date) -> Iterator[tuple[Duty, Told]]:
        """Yield the valid reports of these days, each with its duty."""
        for duty in self.duties:
            for told in duty.standing:
                if first <= told.day <= last:
                    yield duty, told
