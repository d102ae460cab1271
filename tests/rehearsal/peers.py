"""What two other bots would have sent on the same tasks and reports, by their rules, and what this one has sent.

teletask makes of a task for several people one for each of them, which is over when that person says so, and recalls
each by itself: 24 hours, one hour, 30 and 5 minutes before its deadline, one hour and one day after it, unless it is
done. Of a unit of this city one person reports; the second liaisons and the deputies only hear. redmine_intouch
repeats, on working days, what nobody has touched for as long as its priority allows; an office that gave priorities as
people do would call what is overdue urgent, what is due within a week high, what has a date normal and the rest low.

Neither knows periods or returns. To count alike, what this bot speaks of is counted for them as well: each period of
ongoing work until it has a report, or is over, and each return until it is filed.
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
"""After how many days without a touch redmine_intouch speaks again, by priority."""
ON_THE_DAY = 4
"""What teletask sends on the day of the deadline: three before it and one after."""
TELETASK, INTOUCH = "teletask", "redmine_intouch"
DATED = "'before_due', 'due_today', 'overdue', 'stale'"
SENT = f"""
SELECT substr(outbox.day, 1, 7), count(DISTINCT outbox.id), count(DISTINCT iif(rule IN ({DATED}), outbox.id, NULL))
FROM outbox JOIN notices ON outbox_id = outbox.id
WHERE recipient = 'person' AND letter IS NULL AND outbox.state = 'sent' GROUP BY 1
"""


@dataclass(frozen=True)
class Term:
    """Something that is to be done, and how many people hear of it as long as it is open: none when it is over.

    `ticks` is how many have not said themselves that it is. `touched` is the day of its last report, `dated` whether it
    is a task with a deadline of its own; of what `goes_on` a new term begins when this one is over.
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
    """Messages by month: on tasks with a deadline of their own, and on all."""

    dated: Counter[str] = field(default_factory=Counter)
    all_of_it: Counter[str] = field(default_factory=Counter)

    def add(self, term: Term, month: str, number: int) -> None:
        """Note so many messages on something."""
        self.all_of_it[month] += number
        self.dated[month] += number * term.dated


@dataclass
class Peers:
    """How many messages each would have sent."""

    counts: Mapping[str, Counts] = field(default_factory=lambda: {TELETASK: Counts(), INTOUCH: Counts()})
    together: Counts = field(default_factory=Counts)
    """What teletask would have sent if a task were over for all its people as soon as one of them says so."""
    _spoke: dict[tuple[str, ...], date] = field(default_factory=dict)

    def live(self, terms: Iterable[Term], before: date, day: date) -> None:
        """The days after `before` until a working day, as the work stands on that."""
        month = f"{day:%Y-%m}"
        for term in terms:
            times = sum(_by_hour(term, each) for each in _days(before, day))
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
    """The people of a unit who hear of its work, of whom some report."""

    people: Sequence[int]
    reporters: Collection[int]

    def of(self, *, over: bool) -> tuple[int, int]:
        """How many hear of something that may be over, and how many have not said themselves that it is."""
        if not over:
            return len(self.people), len(self.people)
        return 0, sum(each not in self.reporters for each in self.people)


def terms_of(duties: Sequence[Duty], units: Mapping[str, Hearers], day: date) -> Iterator[Term]:
    """What is to be done on a day of the plan's duties, for those whose units have people."""
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
    """The present period of ongoing work, and the one that ended within the week: each is over with its report."""
    spans = {span_around(each, duty.period).last: span_around(each, duty.period) for each in (day, day - SOON)}
    for span in spans.values():
        over = any(span.first <= told.day <= span.last for told in duty.told)
        yield Term((*key, str(span.last)), span.last, last, *heard.of(over=over), dated=False, goes_on=True)


def priority(term: Term, day: date) -> str:
    """What an office would call a task; what goes on for good is urgent to nobody before its period ends."""
    if term.due is None or (term.goes_on and term.due > day + SOON):
        return "low"
    if term.due < day:
        return "urgent"
    return "high" if term.due <= day + SOON else "normal"


def sent(play: Play) -> Counts:
    """The reminders that this bot has sent to the people of the units: its messages in which something of theirs is
    recalled."""
    counts = Counts()
    for month, in_all, dated in play.city.asked(SENT):
        counts.all_of_it[str(month)] += int(str(in_all))
        counts.dated[str(month)] += int(str(dated))
    return counts


def _by_hour(term: Term, day: date) -> int:
    """What teletask sends on a day about something unfinished."""
    if term.due is None:
        return 0
    return {DAY: 1, timedelta(0): ON_THE_DAY, -DAY: 1}.get(term.due - day, 0)


def _days(before: date, day: date) -> list[date]:
    return [before + DAY * number for number in range(1, (day - before).days + 1)]
