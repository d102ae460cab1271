"""The schedule of a statistics return: its periods, and the days on which each opens and is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import Period, Span, month_end, span_around
from data.plan.workdays import Workdays

DAY = timedelta(days=1)
USUAL_WORKDAYS = 5
PERIODS = (Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often a return is asked for: `every` period, starting with the one around the day `first`, or once (None).

    A period's round opens `opens_after` days after its last day (0: on that day, negative: before it), and is due on
    day `due_day` of the next month, or the first working day from then on, if that is given, else on the working day
    number `due_workdays` after it. A return asked for once opens on `first` and is due on `due_on`.
    """

    every: Period | None
    first: date
    opens_after: int = 1
    due_workdays: int = USUAL_WORKDAYS
    due_day: int | None = None
    due_on: date | None = None

    @property
    def first_span(self) -> Span | None:
        """The first period, or None if the return is asked for once."""
        return span_around(self.first, self.every) if self.every else None

    def opens(self, span: Span | None) -> date:
        """Return the day on which a period's round opens."""
        return self.first if span is None else span.last + self.opens_after * DAY

    def due(self, span: Span | None, workdays: Workdays) -> date:
        """Return the day on which a period's round is due."""
        if span is None:
            assert self.due_on is not None
            return self.due_on
        if self.due_day is None:
            return workdays.after(span.last, self.due_workdays)
        first = span.last + DAY
        return workdays.earliest(first.replace(day=min(self.due_day, month_end(first).day)))

    def opened_by(self, day: date, after: Span | None = None) -> Iterator[Span | None]:
        """Yield the periods whose rounds have opened by a day, in order, optionally those `after` a period.

        A return asked for once yields None.
        """
        if self.every is None:
            if self.first <= day:
                yield None
            return
        span = span_around(after.last + DAY if after else self.first, self.every)
        while self.opens(span) <= day:
            yield span
            span = span_around(span.last + DAY, self.every)


def period_code(span: Span) -> str:
    """Return the code of a period as used in JSON and exports: 2019-11, 2019-Q4, 2019-H2 or 2019."""
    match span.granularity:
        case Period.MONTH:
            return f"{span.first:%Y-%m}"
        case Period.QUARTER:
            return f"{span.first.year}-Q{(span.first.month + 2) // 3}"
        case Period.HALF_YEAR:
            return f"{span.first.year}-H{1 if span.first.month == 1 else 2}"
        case _:
            return str(span.first.year)
