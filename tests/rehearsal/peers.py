"""What two other bots would have sent for the same tasks and reports by their rules, compared with what this bot has
sent.

teletask turns a task for several people into one for each of them, which ends when that person says so, and reminds
each separately: 24 hours, one hour, 30 and 5 minutes before the deadline, and one hour and one day after it, unless
done. In a unit of this city one person reports; second liaisons and deputies only get reminders. redmine_intouch
repeats, on working days, what nobody has touched for as long as its priority allows; an office setting priorities in
the usual way would make what is overdue urgent, what is due within a week high, what has a date normal and the rest
low.

Neither knows periods or returns. To compare like with like, what this bot reminds of is counted for them as well: each
period of ongoing work until it has a report or is over, and each return until it is filed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.calendar import span_around
from tests.rehearsal.truth import DAY, SOON, Duty

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

EVERY = {"urgent": 1, "high": 2, "normal": 7, "low": 30}
"""The number of untouched days after which redmine_intouch repeats a reminder, by priority."""
ON_THE_DAY = 4
"""The messages that teletask sends on the day of the deadline: three before it and one after."""
TELETASK, INTOUCH = "teletask", "redmine_intouch"
DATED = "'before_due', 'due_today', 'overdue', 'stale'"
SENT = f"""
SELECT substr(outbox.day, 1, 7), count(DISTINCT outbox.id), count(DISTINCT iif(rule IN ({DATED}), outbox.id, NULL))
FROM outbox JOIN notices ON outbox_id = outbox.id
WHERE recipient = 'person' AND letter IS NULL AND outbox.state = 'sent' GROUP BY 1
"""


@dataclass(frozen=True)
class Term:
    """Something to be done.

    `hearers` is the number of people who are reminded of it while it is open, 0 once it is over; `ticks` the number of
    those who have not reported it done themselves. `touched` is the day of its last report; `dated`: it is a task with
    a deadline of its own; `goes_on`: a new term begins when this one is over.
    """

    key: tuple[str, ...]
    due: date | None
    touched: date
    hearers: int
    ticks: int
    dated: bool = True
    goes_on: bool = False


@dataclass
class Counts:
    """Messages by month: on tasks with a deadline of their own, and in all."""

    dated: Counter[str] = field(default_factory=Counter)
    all_of_it: Counter[str] = field(default_factory=Counter)

    def add(self, term: Term, month: str, number: int) -> None:
        """Count `number` messages about a term."""
        self.all_of_it[month] += number
        self.dated[month] += number * term.dated


@dataclass
class Peers:
    """The number of messages that each bot would have sent."""

    counts: Mapping[str, Counts] = field(default_factory=lambda: {TELETASK: Counts(), INTOUCH: Counts()})
    together: Counts = field(default_factory=Counts)
    """What teletask would have sent if a task were over for everybody as soon as one person says so."""
    _spoke: dict[tuple[str, ...], date] = field(default_factory=dict)

    def live(self, terms: Iterable[Term], before: date, day: date) -> None:
        """Count the days after `before` until the working day `day`, with the work as it stands on that day."""
        month = f"{day:%Y-%m}"
        for term in terms:
            times = sum(_teletask_messages(term, each) for each in _days(before, day))
            self.counts[TELETASK].add(term, month, times * term.ticks)
            self.together.add(term, month, times * term.hearers)
            past = term.goes_on and term.due is not None and term.due < day
            if term.hearers and not past and self._untouched(term, day):
                self.counts[INTOUCH].add(term, month, term.hearers)

    def _untouched(self, term: Term, day: date) -> bool:
        touched = max(term.touched, self._spoke.get(term.key, date.min))
        if touched > date.min and (day - touched).days < EVERY[priority(term, day)]:
            return False
        self._spoke[term.key] = day
        return True


@dataclass(frozen=True)
class Hearers:
    """The people of a unit who get reminders, some of whom report."""

    people: Sequence[int]
    reporters: Collection[int]

    def of(self, *, over: bool) -> tuple[int, int]:
        """Return how many are reminded of something, and how many have not reported it done themselves."""
        if not over:
            return len(self.people), len(self.people)
        return 0, sum(each not in self.reporters for each in self.people)


def terms_of(duties: Sequence[Duty], units: Mapping[str, Hearers], day: date) -> Iterator[Term]:
    """Yield what is to be done on a day, of the duties whose units have people."""
    for duty in duties:
        heard, state = units.get(duty.unit or ""), duty.state(day)
        if heard is None or (state.finished and duty.goes_on(day)):
            continue
        last = duty.last.day if duty.last else date.min
        key = duty.code, duty.unit or ""
        if duty.goes_on(day):
            yield from _periods(duty, key, last, heard, day)
        else:
            yield Term(key, state.due, last, *heard.of(over=state.finished), dated=state.due is not None)


def _periods(duty: Duty, key: tuple[str, str], last: date, heard: Hearers, day: date) -> Iterator[Term]:
    """Yield the present period of ongoing work, and the one that ended within the week; each is over with its
    report."""
    spans = {span_around(each, duty.period).last: span_around(each, duty.period) for each in (day, day - SOON)}
    for span in spans.values():
        over = any(span.first <= told.day <= span.last for told in duty.told)
        yield Term((*key, str(span.last)), span.last, last, *heard.of(over=over), dated=False, goes_on=True)


def priority(term: Term, day: date) -> str:
    """Return the priority that an office would give; ongoing work is not urgent before its period ends."""
    if term.due is None or (term.goes_on and term.due > day + SOON):
        return "low"
    if term.due < day:
        return "urgent"
    return "high" if term.due <= day + SOON else "normal"


def sent(play: Play) -> Counts:
    """Return the reminders that this bot has sent to people of units: its messages that remind of a task or return."""
    counts = Counts()
    for month, in_all, dated in play.city.asked(SENT):
        counts.all_of_it[str(month)] += int(str(in_all))
        counts.dated[str(month)] += int(str(dated))
    return counts


def _teletask_messages(term: Term, day: date) -> int:
    """Return the number of messages that teletask sends on a day about something unfinished."""
    if term.due is None:
        return 0
    return {DAY: 1, timedelta(0): ON_THE_DAY, -DAY: 1}.get(term.due - day, 0)


def _days(before: date, day: date) -> list[date]:
    return [before + DAY * number for number in range(1, (day - before).days + 1)]
