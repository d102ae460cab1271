"""What an export is of (units, days, sections) as an ExportScope, how a button carries it, and the spans that are
offered."""

from datetime import date, timedelta

from data.calendar import Period, add_months
from data.errors import Refusal, StaleButton, unless
from data.exports.ledger import ExportScope
from data.plan.units import unit_name
from data.summary.days import Days, days_around
from handlers.exports.texts import menu as texts
from handlers.tasks.list_contents import sections_in, units_in_list
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb
from handlers.wording import Wording

MENU = "show"
"""What a button that shows the menu does."""


def choice_in_button(packed: tuple[str, ...]) -> Listing:
    """Return what an export is of, as in a button's data. Raises StaleButton for impossible days."""
    return Listing.unpack((Filter.ALL, "0", *packed))[0]


def packed(choice: Listing) -> tuple[object, ...]:
    """Return what an export is of as the end of a button's data."""
    return choice.pack(0)[2:]


def sent_last(context: Context) -> tuple[str, Listing] | None:
    """Return the kind of the export sent last, or MENU, and what it is of. None if anything else was shown since, or it
    cannot be made again."""
    shown = context.last_messages.list_shown()
    if shown is None or shown[0] != Verb.EXPORT:
        return None
    choice = choice_in_button(shown[2:])
    return (shown[1], choice) if unless(Refusal, scope_of, context, choice) else None


def scope_of(context: Context, choice: Listing) -> ExportScope:
    """Return what is exported for this person. Raises NotYourTasks for another unit, and StaleButton if sections were
    chosen and the plan has others now."""
    if choice.first is None or choice.last is None:
        raise StaleButton
    units = units_in_list(context, choice, context.person.may_see)
    return ExportScope(choice.first, choice.last, None if units is None else tuple(units), sections_in(context, choice))


def units_of(context: Context, scope: ExportScope) -> tuple[str, ...]:
    """Return the names of the units in a scope; empty if it has all units."""
    return tuple(unit_name(context.db, each) for each in scope.unit_ids or ())


SPOKEN_OF_FOR = {Period.WEEK: 2, Period.MONTH: 7, Period.QUARTER: 14, Period.HALF_YEAR: 14, Period.YEAR: 31}
"""For so many days after it has ended, a period is meant rather than the one that has begun."""


def offered_spans(today: date, issued: date) -> list[list[tuple[Wording, Days]]]:
    """Return the spans that are offered, in rows, each with its name."""
    a_week = timedelta(days=7)
    return [
        [
            (texts.THIS_WEEK, days_around(today, Period.WEEK)),
            (texts.LAST_WEEK, days_around(today - a_week, Period.WEEK)),
            (texts.THIS_MONTH, days_around(today, Period.MONTH)),
            (texts.LAST_MONTH, days_around(add_months(today, -1), Period.MONTH)),
        ],
        [
            (texts.THIS_QUARTER, days_around(today, Period.QUARTER)),
            (texts.LAST_QUARTER, days_around(add_months(today, -3), Period.QUARTER)),
            (texts.THIS_YEAR, days_around(today, Period.YEAR)),
            (texts.SINCE_ISSUED, (min(issued, today), today)),
        ],
    ]


def usual_span(today: date, period: Period = Period.MONTH) -> Days:
    """Return this week, month or other period, or on its first days the one before."""
    return days_around(today - timedelta(days=SPOKEN_OF_FOR[period]), period)
