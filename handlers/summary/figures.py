"""Totals of indicators: in a summary, compared with the period before, and as asked for in a message."""

import dataclasses
from collections.abc import Iterator, Sequence

from telegram import Update

from data.plan.tasks import first_task_of
from data.plan.units import all_units
from data.reporting.figures import Figure, figures_with_units
from data.reporting.totals import totals
from data.returns.return_table import comparisons_in_span
from data.summary.days import span_before
from data.summary.progress import figures_between
from data.understanding import Intent, Kind, Understanding, of_kind, says, values_of
from handlers.summary import keyboard as buttons
from handlers.summary.summary_scope import (
    SummaryPage,
    days_of_figures,
    figure_days_text,
    scope_name,
    section_in,
    units_in,
)
from handlers.summary.texts import counts as of_counts
from handlers.summary.texts import figures as of_figures
from handlers.tasks.list_contents import heading, units_in_list
from handlers.tasks.list_in_words import limited_to_unit
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Html, day_text, join, period_text, series, show, span_text
from handlers.telegram.labels import WHOLE_PLAN


async def show_figures(update: Update, context: Context, summary_page: SummaryPage) -> None:
    """Show the totals for the days of a summary beside those of the period before; without days, all figures
    reported."""
    if summary_page.days is None:
        told = figures_text(context, Understanding(Intent.SUMMARY), context.person.may_see)
        await show(update, context, told, buttons.only_back(summary_page, context.language))
        return
    first, last = days_of_figures(context, summary_page)
    section = section_in(context, summary_page)
    part = units_in(context, summary_page), None if section is None else [section]
    before = span_before((first, last), last)
    now = figures_between(context.db, first, last, *part)
    then = {each.indicator: each.total for each in figures_between(context.db, *before, *part)}
    figures = figures_with_units(
        context.db, {each.indicator: each.total for each in now if each.total or then.get(each.indicator)}
    )
    text = of_figures.figures_beside(
        [(each, then.get(each.indicator, 0)) for each in figures],
        scope_name(context, summary_page) or WHOLE_PLAN(context.language),
        figure_days_text(context, first, last),
        figure_days_text(context, *before),
        context.language,
    )
    await show(update, context, text, buttons.only_back(summary_page, context.language))


def asks_for_figures(meaning: Understanding) -> bool:
    """Return whether a message asks for the totals of indicators rather than how tasks stand."""
    return meaning.aim.intent is Intent.SUMMARY and (
        bool(_indicators(meaning)) or says(meaning, "asked.figures", "asked.which_numbers")
    )


def figures_text(context: Context, meaning: Understanding, unit_ids: Sequence[int] | None) -> Html:
    """Return the totals that a message asks for, limited to `unit_ids` (None: all units). Raises NotYourTasks or
    UnknownUnit."""
    listing = Listing(Filter.ALL)
    if meaning.section:
        listing = dataclasses.replace(listing, section=first_task_of(context.db, meaning.section))
    if meaning.unit:
        listing = limited_to_unit(context, listing, meaning.unit)
    units = units_in_list(context, listing, unit_ids)
    codes = values_of(meaning, Kind.CODE)
    head = Html(series(codes, context.language)) if codes else heading(context, listing, unit_ids is not None)
    days = _days(context, meaning)
    if not says(meaning, "asked.of_each_unit"):
        found = _totals(context, meaning, units)
        shown = [each for each in found if each.value or _indicators(meaning)]
        told = of_figures.figures(shown, len(found) - len(shown), head, days, context.language)
        return join([told, *_in_returns(context, meaning, units)])
    each_one = [
        (unit.name, [each for each in _totals(context, meaning, [unit.id]) if each.value])
        for unit in all_units(context.db)
        if units is None or unit.id in units
    ]
    return of_figures.figures_by_unit(each_one, head, days, context.language)


def _indicators(meaning: Understanding) -> list[str]:
    return [reading.values[0] for reading in of_kind(meaning, Kind.INDICATOR)]


def _totals(context: Context, meaning: Understanding, units: Sequence[int] | None) -> list[Figure]:
    """Return the totals of the indicators that a message names, or of all, for its days, section and tasks and these
    units."""
    asked, until = _indicators(meaning), min(meaning.end or context.today, context.today)
    codes = values_of(meaning, Kind.CODE)
    found = totals(context.db, until, meaning.start, units, meaning.section, codes)
    named = {each.indicator: each.total for each in found if not asked or each.indicator in asked}
    return list(figures_with_units(context.db, named))


def _in_returns(context: Context, meaning: Understanding, units: Sequence[int] | None) -> Iterator[Html]:
    """Yield what was filed in statistics returns in these days; for a user of a unit only what their units filed.
    Figures of reports and returns are never added up. Nothing if the message names a section or a task, which returns
    do not know."""
    if meaning.section or any(of_kind(meaning, Kind.CODE)):
        return
    if own := not context.person.sees_everything:
        units = [each for each in context.person.speaks_for if units is None or each in units]
    asked, today = _indicators(meaning), context.today
    first, last = meaning.start or today, meaning.end or today
    for each in comparisons_in_span(context.db, first, last, units, today):
        filed = {name: value for name, value in each.table.totals.items() if not asked or name in asked}
        span = each.table.round.span
        period = period_text(span, today, context.language)
        if each.table.filed and filed:
            shown = figures_with_units(context.db, filed)
            yield of_figures.figures_of_return(each.table.round.title, period, shown, context.language, own=own)


def _days(context: Context, meaning: Understanding) -> Html:
    """Return the days that a message asks about in words; without any, the day of the count."""
    last = meaning.end or meaning.start
    if meaning.start is None or last is None:
        return of_counts.AS_OF(
            context.language, day=day_text(min(last or context.today, context.today), context.language)
        )
    return span_text(meaning.start, last, context.today, context.language)
