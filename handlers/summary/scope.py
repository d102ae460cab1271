"""What a summary is of: its units, its section, its days, and how they are called."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.calendar import month_end
from data.plan.tasks import section_of
from handlers.summary.sight import Sight
from handlers.tasks.contents import heading, units_of
from handlers.telegram import Context, Html, series, span_text


def units_in(context: Context, sight: Sight) -> Sequence[int] | None:
    """The units that are summed up, of those that the person may see (None: all). Raises NotYourTasks."""
    person = context.person
    return units_of(context, sight.scope, None if person.sees_everything else person.speaks_for)


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
