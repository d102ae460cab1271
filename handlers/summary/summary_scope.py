"""The part of the plan that a summary shows: its units, section and days, their names, and how they are packed into
buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from telegram import Update

from data.calendar import EARLIEST, month_end
from data.summary.days import Days
from data.summary.views import View
from data.understanding import Kind, Understanding, values_of
from handlers.tasks.list_contents import heading, units_in_list
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb
from handlers.wording import Html, series, span_text

WHOLE = Listing(Filter.ALL)
INDICATOR = "n"


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """A page of a view, for the tasks and days of a scope; of figures, only for these `indicators`, if any are named.

    The scope's `summary` are the days that figures are shown of beside those before; its `first` and `last` those that
    figures are counted on alone, from EARLIEST if there is no first day.
    """

    view: View = View.OVERALL
    page: int = 0
    scope: Listing = WHOLE
    indicators: tuple[str, ...] = ()

    @property
    def days(self) -> Days | None:
        """The first and last day of the summary; None means today."""
        return self.scope.summary

    @property
    def counted(self) -> Days | None:
        """The days that figures are counted on alone; None means all up to the last of them."""
        first, last = self.scope.first, self.scope.last
        return None if first is None or last is None or first == EARLIEST else (first, last)

    def pack(self) -> tuple[object, ...]:
        """Return the arguments of the button that leads to this page."""
        return (self.view, *self.scope.pack(self.page)[1:], *(f"{INDICATOR}{name}" for name in self.indicators))

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> "SummaryPage":
        """Return the page that a button's arguments stand for; a view alone means the whole plan today. Raises
        StaleButton for invalid days."""
        view, *rest = arguments
        named = tuple(each.removeprefix(INDICATOR) for each in rest if each.startswith(INDICATOR))
        scope, page = Listing.unpack((Filter.ALL, *(rest[: len(rest) - len(named)] or ["0"])))
        return SummaryPage(View(view), page, scope, named)

    def to(self, view: View, page: int = 0) -> "SummaryPage":
        """Return another view of the same scope, without the days on which figures alone are counted."""
        return SummaryPage(view, page, replace(self.scope, first=None, last=None, by_unit=False))

    def listing(self, filter: Filter = Filter.ALL) -> Listing:
        """Return the list of the scope's tasks, which leads back to the summary."""
        return replace(self.scope, filter=filter)


def remember_summary(update: Update, context: Context, summary_page: SummaryPage, message_id: int) -> None:
    """Remember which page of a summary a message shows, so that the next question may change what it is about."""
    context.note_shown(update, message_id, Verb.SUMMARY, *summary_page.pack())


def summary_shown_last(context: Context) -> SummaryPage | None:
    """Return the page of a summary shown last in the user's private chat; None if anything else was shown since."""
    packed = context.last_messages.list_shown()
    return SummaryPage.unpack(packed[1:]) if packed is not None and packed[0] == Verb.SUMMARY else None


def indicators_named(meaning: Understanding) -> tuple[str, ...]:
    """Return the indicators whose figures a message asks for."""
    return values_of(meaning, Kind.INDICATOR)


def units_in(context: Context, summary_page: SummaryPage) -> Sequence[int] | None:
    """Return the ids of the units covered, out of those that the user may see (None: all). Raises NotYourTasks."""
    return units_in_list(context, summary_page.scope, context.person.may_see)


def day_of_summary(context: Context, summary_page: SummaryPage) -> date:
    """Return the day for which a summary is shown, today at the latest."""
    return min(summary_page.scope.day(context.today), context.today)


def days_of_figures(context: Context, summary_page: SummaryPage) -> Days:
    """Return the first and last day for figures and missing reports; for a single day, its month up to that day."""
    first, last = summary_page.days or (context.today, context.today)
    last = min(last, context.today)
    return (last.replace(day=1), last) if first >= last else (first, last)


def scope_name(context: Context, summary_page: SummaryPage) -> Html:
    """Return the unit, group or section covered, or the user's own units; empty for the whole plan."""
    scope = replace(summary_page.scope, summary=None)
    if scope.unit_id is None and scope.group is None and scope.section is None:
        own = [] if context.person.sees_everything else context.person.units
        return Html(series(own, context.language))
    return heading(context, scope, False)


def figure_days_text(context: Context, first: date, last: date) -> Html:
    """Return the days of figures in words; the present month goes by its name."""
    if first.day == 1 and last == context.today and (first.year, first.month) == (last.year, last.month):
        last = month_end(last)
    return span_text(first, last, context.today, context.language)
