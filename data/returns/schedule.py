"""When a statistics return is asked for: its periods, the day on which each opens, and the day on which it is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import Period, Span, span_around
from data.plan.workdays import Workdays

DAY = timedelta(days=1)
PERIODS = (Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often a return is asked for: `every` period from that around the day `first` on, or once (None).

    A period's round opens `opens_after` days after its last day (0: on that day, negative: before it), and is due on
    the working day number `due_workdays` after it. What is asked for once opens on the day `first`, and is due on
    `due_on`.
    """

    every: Period | None
    first: date
    opens_after: int = 1
    due_workdays: int = 5
    due_on: date | None = None

    @property
    def first_span(self) -> Span | None:
        """The first period; None for what is asked for once."""
        return span_around(self.first, self.every) if self.every else None

    def opens(self, span: Span | None) -> date:
        """The day on which the round of a period opens."""
        return self.first if span is None else span.last + self.opens_after * DAY

    def due(self, span: Span | None, workdays: Workdays) -> date:
        """The day on which the round of a period is due."""
        if span is None:
            assert self.due_on is not None
            return self.due_on
        return workdays.after(span.last, self.due_workdays)

    def opened_by(self, day: date, after: Span | None = None) -> Iterator[Span | None]:
        """The periods whose rounds have opened by a day, in order, or those `after` a period; of what is asked for
        once, None."""
        if self.every is None:
            if self.first <= day:
                yield None
            return
        span = span_around(after.last + DAY if after else self.first, self.every)
        while self.opens(span) <= day:
            yield span
            span = span_around(span.last + DAY, self.every)


def period_code(span: Span) -> str:
    """A period as other programs read it: 2019-11, 2019-Q4, 2019-H2 or 2019."""
    match span.granularity:
        case Period.MONTH:
            return f"{span.first:%Y-%m}"
        case Period.QUARTER:
            return f"{span.first.year}-Q{(span.first.month + 2) // 3}"
        case Period.HALF_YEAR:
            return f"{span.first.year}-H{1 if span.first.month == 1 else 2}"
        case _:
            return str(span.first.year)
