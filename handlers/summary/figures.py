"""Totals of indicators: in a summary, compared with the period before, and as asked for in a message."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data.calendar import Period, month_end, months_of, span_around
from data.plan.plan import current_plan
from data.plan.units import all_units
from data.reporting.figures import Figure, figures_with_units
from data.reporting.totals import Total, totals
from data.returns.return_table import comparisons_in_span
from data.summary.days import span_before
from data.summary.progress import figures_between
from data.understanding import Intent, Understanding, says
from handlers.summary.summary_scope import (
    SummaryPage,
    days_of_figures,
    figure_days_text,
    indicators_named,
    remember_summary,
    scope_name,
    units_in,
)
from handlers.summary.texts import counts as of_counts
from handlers.summary.texts import figures as of_figures
from handlers.tasks.list_contents import heading, sections_in
from handlers.telegram import Context, show
from handlers.wording import NOTHING, Html, join, period_text, series, span_text
from handlers.wording.labels import WHOLE_PLAN
from handlers.wording.report_lines import figures_text


def asks_for_figures(meaning: Understanding) -> bool:
    """Return whether a message asks for the totals of indicators rather than how tasks stand."""
    return meaning.aim.intent is Intent.SUMMARY and (
        bool(indicators_named(meaning)) or says(meaning, "asked.figures", "asked.which_numbers")
    )


async def show_figures(
    update: Update,
    context: Context,
    summary_page: SummaryPage,
    keyboard: InlineKeyboardMarkup | None = None,
    codes: Sequence[str] = (),
    below: Html = NOTHING,
) -> None:
    """Show the totals for the days of a summary beside those of the period before; without such days, all figures
    reported, or those of the tasks `codes`. The text `below` follows. Raises NotYourTasks."""
    text = _counted(context, summary_page, codes) if summary_page.days is None else _compared(context, summary_page)
    shown = await show(update, context, join([text, below]), keyboard)
    if not codes:
        remember_summary(update, context, summary_page, shown)


def _compared(context: Context, summary_page: SummaryPage) -> Html:
    """Return the totals for the days of a summary beside those of the period before; if that is only the first days of
    a month, beside those of the whole month as well."""
    first, last = days_of_figures(context, summary_page)
    part, asked = (units_in(context, summary_page), sections_in(context, summary_page.scope)), summary_page.indicators
    before = span_before((first, last), last)
    found = figures_between(context.db, first, last, *part, as_then=len({*(summary_page.days or ())}) == 1)
    now = {each.indicator: each.total for each in found}
    whole = before[0], month_end(before[1])
    of_month = whole if whole != before and span_around(before[0], Period.MONTH).last == whole[1] else None
    earlier = figures_between(context.db, *before, *part)
    longer = figures_between(context.db, *of_month, *part) if of_month else earlier
    then, in_month = ({each.indicator: each.total for each in counted} for counted in (earlier, longer))
    reported = {each.indicator for each in (*found, *longer) if each.reported}
    named = {
        name: total for name, total in now.items() if name in asked or (not asked and (total or in_month.get(name)))
    }
    figures = figures_with_units(context.db, named)
    return of_figures.figures_beside(
        [
            (each, then.get(each.indicator, 0), in_month.get(each.indicator, 0))
            for each in figures
            if each.indicator in reported
        ],
        [each for each in figures if each.indicator not in reported],
        scope_name(context, summary_page) or WHOLE_PLAN(context.language),
        figure_days_text(context, first, last),
        figure_days_text(context, *before),
        figure_days_text(context, *of_month) if of_month else NOTHING,
        context.language,
    )


def _counted(context: Context, summary_page: SummaryPage, codes: Sequence[str]) -> Html:
    """Return the totals of the indicators of a page, or of all, on its days; with `by_unit`, for each unit."""
    units, scope = units_in(context, summary_page), summary_page.scope
    whole = replace(scope, first=None, last=None, by_unit=False)
    own = context.person.may_see is not None
    head = Html(series(codes, context.language)) if codes else heading(context, whole, own)
    days = _days(context, summary_page)
    if not scope.by_unit:
        found, asked = _totals(context, summary_page, units, codes), bool(summary_page.indicators)
        shown = _figures(context, [each for each in found if each.total or (asked and each.reported)])
        missing = _figures(context, [each for each in found if asked and not each.reported])
        others = len(found) - len(shown) - len(missing)
        told = of_figures.figures(shown, missing, others, head, days, context.language)
        return join([told, *_in_returns(context, summary_page, units, codes)])
    totals = {
        unit.name: _totals(context, summary_page, [unit.id], codes)
        for unit in all_units(context.db)
        if units is None or unit.id in units
    }
    each_one = [(name, _figures(context, [each for each in of if each.total])) for name, of in totals.items()]
    return of_figures.figures_by_unit(each_one, head, days, context.language)


def figures_by_month(context: Context, summary_page: SummaryPage, codes: Sequence[str]) -> Html:
    """Return the totals of each month of a page that has any, since the plan was issued, a line each."""
    units, scope, issued = units_in(context, summary_page), summary_page.scope, current_plan(context.db).issued
    first, last = max(scope.first or issued, issued), min(scope.last or context.today, context.today)
    each_one = []
    for month in months_of(first, last):
        span = max(first, month), min(last, month_end(month))
        found = _totals(context, replace(summary_page, scope=replace(scope, first=span[0], last=span[1])), units, codes)
        name = figure_days_text(context, *span)
        each_one.append((name, _figures(context, [each for each in found if each.total])))
    return of_figures.by_name(each_one, context.language)


def _totals(
    context: Context, summary_page: SummaryPage, units: Sequence[int] | None, codes: Sequence[str]
) -> list[Total]:
    """Return the totals of the indicators of a page, or of all, for its days and sections, these units and tasks."""
    scope, asked = summary_page.scope, summary_page.indicators
    until = min(scope.last or context.today, context.today)
    sections, as_then = sections_in(context, scope), summary_page.counted is None
    found = totals(context.db, until, scope.first, units, sections, codes, as_then=as_then)
    return [each for each in found if not asked or each.indicator in asked]


def _figures(context: Context, found: Iterable[Total]) -> Sequence[Figure]:
    return figures_with_units(context.db, {each.indicator: each.total for each in found})


def _in_returns(
    context: Context, summary_page: SummaryPage, units: Sequence[int] | None, codes: Sequence[str]
) -> Iterator[Html]:
    """Yield what was filed in statistics returns in these days; for a user of a unit only what their units filed.
    Figures of reports and returns are never added up. Nothing for a section or for tasks, which returns do not
    know."""
    scope, asked, today = summary_page.scope, summary_page.indicators, context.today
    if sections_in(context, scope) is not None or codes:
        return
    if own := not context.person.sees_everything:
        units = [each for each in context.person.speaks_for if units is None or each in units]
    days = summary_page.counted or (today, scope.last or today)
    for each in comparisons_in_span(context.db, *days, units, today):
        filed = {name: value for name, value in each.table.totals.items() if not asked or name in asked}
        span = each.table.round.span
        period = period_text(span, today, context.language)
        if each.table.filed and filed:
            told = figures_text(figures_with_units(context.db, filed), context.language)
            wording = of_figures.IN_OWN_RETURN if own else of_figures.IN_RETURN
            yield wording(context.language, title=each.table.round.title, period=period, figures=told)


def _days(context: Context, summary_page: SummaryPage) -> Html:
    """Return the days of a page's figures in words; if it has no first day, the day of the count."""
    if summary_page.counted is None:
        until = min(summary_page.scope.last or context.today, context.today)
        return of_counts.AS_OF(context.language, day=until)
    return span_text(*summary_page.counted, context.today, context.language)
