"""Which part of a summary is looked at: its units, section and days, and how they are called. It is packed into the
buttons that lead there and back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.calendar import month_end
from data.plan.tasks import section_of
from handlers.tasks.list_contents import heading, units_of
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Html, View, series, span_text

Days = tuple[date, date]
WHOLE = Listing(Filter.ALL)


@dataclass(frozen=True, slots=True)
class Sight:
    """A page of a view, of the tasks in the scope of a list, in the days of its summary."""

    view: View = View.OVERALL
    page: int = 0
    scope: Listing = WHOLE

    @property
    def days(self) -> Days | None:
        """The days of the summary; None: today's."""
        return self.scope.summary

    def pack(self) -> tuple[object, ...]:
        """The arguments of the button that leads here."""
        return (self.view, *self.scope.pack(self.page)[1:])

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> "Sight":
        """What such arguments name; a view alone is of the whole plan today. Raises StaleButton for no days."""
        view, *rest = arguments
        scope, page = Listing.unpack((Filter.ALL, *(rest or ["0"])))
        return Sight(View(view), page, scope)

    def to(self, view: View, page: int = 0) -> "Sight":
        """Another view of the same."""
        return Sight(view, page, self.scope)

    def listing(self, filter: Filter = Filter.ALL) -> Listing:
        """A list of tasks in the scope, from which there is a way back."""
        return replace(self.scope, filter=filter)


def units_in(context: Context, sight: Sight) -> Sequence[int] | None:
    """The units that are summed up, of those that the person may see (None: all). Raises NotYourTasks."""
    return units_of(context, sight.scope, context.person.may_see)


def section_in(context: Context, sight: Sight) -> str | None:
    """The section that is summed up; None: all."""
    return None if sight.scope.section is None else section_of(context.db, sight.scope.section)


def day_of_sight(context: Context, sight: Sight) -> date:
    """The day that is told of, today at the latest."""
    return min(sight.scope.day(context.today), context.today)


def days_in(context: Context, sight: Sight) -> tuple[date, date]:
    """The days that figures and what is not reported on are told of: of one day alone those of its month so far."""
    first, last = sight.days or (context.today, context.today)
    last = min(last, context.today)
    return (last.replace(day=1), last) if first >= last else (first, last)


def whose(context: Context, sight: Sight) -> Html:
    """The unit, group or section that is summed up, or the person's own units; nothing for the whole plan."""
    scope = replace(sight.scope, summary=None)
    if scope.unit_id is None and scope.group is None and scope.section is None:
        own = [] if context.person.sees_everything else context.person.units
        return Html(series(own, context.language))
    return heading(context, scope, False)


def figure_days(context: Context, first: date, last: date) -> Html:
    """The days of figures in words; a month that is not over yet goes by its name."""
    if first.day == 1 and last == context.today and (first.year, first.month) == (last.year, last.month):
        last = month_end(last)
    return span_text(first, last, context.today, context.language)
