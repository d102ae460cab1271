"""Views of a summary: the first page, by unit, by section and item, and who is not reached; and the regular summary,
which is sent unasked: to a person with buttons, to a group without."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from telegram import InlineKeyboardMarkup, Update

from data.notices.silences import held_chats
from data.notices.unreachable import undelivered
from data.office.extensions import waiting_for_decision
from data.people.directory import units_without_liaison
from data.plan.plan import plan_on
from data.plan.tasks import first_task_of
from data.plan.units import all_units, known_names
from data.reporting.figures import Figure, figures_with_units
from data.returns.return_table import rounds_then
from data.standing.assignments import Assignment, assignments
from data.standing.counts import Counts, Part, count_assignments, count_parts
from data.summary.regular_summaries import SummaryLetter
from data.summary.summary import Overview, counts_by, overview
from data.summary.views import View
from handlers.summary import keyboard as buttons
from handlers.summary.figures import show_figures
from handlers.summary.summary_scope import (
    SummaryPage,
    day_of_summary,
    days_of_figures,
    figure_days_text,
    remember_summary,
    scope_name,
    units_in,
)
from handlers.summary.texts import alarms as of_alarms
from handlers.summary.texts import counts as of_counts
from handlers.summary.texts import overview as of_overview
from handlers.summary.texts import paragraph as of_paragraph
from handlers.tasks.by_unit import show_by_unit
from handlers.tasks.list_contents import sections_in
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb, button, show
from handlers.wording import NOTHING, Html, Language, html, join, labels, page_of, series, span_text
from handlers.wording.refusals import NOT_FOR_ROLE

OF_THE_OFFICE = (View.WITHOUT_LIAISON, View.UNDELIVERED)


async def show_summary_page(update: Update, context: Context, summary_page: SummaryPage, below: Html = NOTHING) -> None:
    """Show a page of a summary with the text `below`, or say that it is not for the user's role. Raises NotYourTasks
    and, for its days, SpanBackwards, SpanAhead or BeforeThePlan."""
    person = context.person
    is_for_them = person.sees_everything or (bool(person.speaks_for) and summary_page.view not in OF_THE_OFFICE)
    if not is_for_them:
        await show(update, context, NOT_FOR_ROLE(context.language))
        return
    text, keyboard = await _shown(update, context, summary_page)
    if text:
        remember_summary(update, context, summary_page, await show(update, context, join([text, below]), keyboard))


async def _shown(
    update: Update, context: Context, summary_page: SummaryPage
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the text and keyboard of a view; the text is empty for a view that shows itself."""
    if (shown := SHOWN_IN.get(summary_page.view)) is not None:
        return shown(context, summary_page)
    if summary_page.view is View.FIGURES:
        back = InlineKeyboardMarkup(buttons.back(summary_page, context.language))
        await show_figures(update, context, summary_page, back)
    else:
        silence = days_of_figures(context, summary_page) if summary_page.days else (None, None)
        listing = replace(summary_page.listing(), first=None, last=None, silence=silence)
        await show_by_unit(update, context, listing)
    return NOTHING, None


def first_page(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the first page and its keyboard."""
    person, language = context.person, context.language
    sections = sections_in(context, summary_page.scope)
    units = units_in(context, summary_page)
    shown, name, figures, days = _overview(context, summary_page)
    summary_page = SummaryPage(scope=replace(summary_page.scope, summary=summary_page.days or (shown.last, shown.last)))
    whole = summary_page.scope.unit_id is None and summary_page.scope.group is None and sections is None
    oversees = person.sees_everything and whole
    of_today = oversees and shown.last == context.today
    requests = len(waiting_for_decision(context.db, context.today)) if of_today else 0
    text = of_overview.overview(shown, name, figures, days, language, requests=requests)
    returns = rounds_then(context.db, shown.last) if oversees else []
    keyboard = buttons.overview(
        shown,
        summary_page,
        language,
        several=units is None or len(units) > 1,
        oversees=oversees,
        reviews=person.is_coordinator and whole and bool(shown.now.counts.submitted or requests),
        returns=bool(returns),
    )
    held = held_chats(context.db, context.now) if of_today else []
    text = join([text, of_alarms.held(held, language)])
    return join([text, of_overview.returns(returns, context.today, language)], "\n\n"), keyboard


def summary_paragraph(context: Context, summary_page: SummaryPage) -> Html:
    """Return the state of the plan, or of a part of it, in one paragraph."""
    return of_paragraph.paragraph(*_overview(context, summary_page), context.language)


def _overview(context: Context, summary_page: SummaryPage) -> tuple[Overview, Html, list[Figure], Html]:
    """Return how the plan, or a part of it, stands, the name of the part, its figures, and the days in words."""
    units, sections = units_in(context, summary_page), sections_in(context, summary_page.scope)
    shown = overview(context.db, summary_page.days, context.today, units, sections)
    figures = figures_with_units(context.db, {each.indicator: each.total for each in shown.figures if each.total})
    days = figure_days_text(context, shown.first, shown.last)
    return shown, scope_name(context, summary_page), list(figures), days


def _parts(context: Context, summary_page: SummaryPage) -> list[Part]:
    day = day_of_summary(context, summary_page)
    return count_parts(context.db, day, units_in(context, summary_page), sections_in(context, summary_page.scope))


def _groups(
    context: Context, summary_page: SummaryPage, view: View, named: Iterable[tuple[str | None, Counts]]
) -> Html:
    """Return the text of a view with a line for each unit or section."""
    day = day_of_summary(context, summary_page)
    return of_counts.groups(plan_on(context.db, day).title, day, view, named, context.language)


def _by_unit(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    counts = counts_by(_parts(context, summary_page), lambda part: part.unit)
    ids = {unit.name: unit.id for unit in all_units(context.db)}
    named = sorted(counts, key=lambda each: (each[0] is None, ids.get(each[0] or "", 0)))
    page = page_of(named, summary_page.page, buttons.UNITS_A_PAGE)
    text = _groups(context, summary_page, View.UNITS, page.shown)
    names, whole = known_names(context.db), summary_page.listing()
    lists = [(names.short(name), replace(whole, unit_id=ids[name])) for name, _ in page.shown if name in ids]
    keyboard = buttons.units(lists, summary_page, page.pages, context.language)
    return join([text, page.where(context.language)]), keyboard


def _by_section(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    named = counts_by(_parts(context, summary_page), lambda part: part.section)
    text = _groups(context, summary_page, View.SECTIONS, named)
    firsts = [(title, first_task_of(context.db, title)) for title, _ in named]
    there = [(title, first) for title, first in firsts if first]
    return text, buttons.sections(there, summary_page, context.language)


def _items(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    sections, day = sections_in(context, summary_page.scope) or (), day_of_summary(context, summary_page)
    found = assignments(context.db, day, units_in(context, summary_page), sections=sections)
    items: dict[str, list[Assignment]] = {}
    for each in sorted(found, key=lambda each: each.position):
        items.setdefault(each.code.rpartition("-")[0], []).append(each)
    names = {number: group[0].item.lstrip("0123456789").lstrip(".．、 ") for number, group in items.items()}
    lines = [(each, names[each] or group[0].item, count_assignments(group)) for each, group in items.items()]
    return of_counts.items("、".join(sections), day, lines, context.language), buttons.items(
        list(items), summary_page, context.language
    )


def _without_liaison(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    found = units_without_liaison(context.db, units_in(context, summary_page))
    page = page_of(found, summary_page.page, buttons.UNITS_A_PAGE)
    may_invite = context.person.is_coordinator
    text = of_alarms.without_liaison(page, len(found), may_invite, context.language)
    names = known_names(context.db)
    units = [(names.short(each.name), each) for each in page.shown]
    return text, buttons.without_liaison(units, summary_page, page.pages, context.language, may_invite=may_invite)


def _undelivered(context: Context, summary_page: SummaryPage) -> tuple[Html, InlineKeyboardMarkup]:
    alarms = undelivered(context.db, context.today)
    names = {name for person in alarms.people for name in person.units}
    short, units = known_names(context.db).short, all_units(context.db)
    lists = [
        (short(each.name), replace(summary_page.listing(), unit_id=each.id)) for each in units if each.name in names
    ]
    return of_alarms.undelivered(alarms, context.language), buttons.units(lists, summary_page, 1, context.language)


SHOWN_IN = {
    View.OVERALL: first_page,
    View.UNITS: _by_unit,
    View.SECTIONS: _by_section,
    View.SECTION: _items,
    View.WITHOUT_LIAISON: _without_liaison,
    View.UNDELIVERED: _undelivered,
}
"""The views that are one message; the others show themselves."""
DAY = timedelta(days=1)


def summary_message(letter: SummaryLetter, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the text of a regular summary and its keyboard, which is None for a group."""
    first, last = letter.days
    what = html(series(letter.units or (), language))
    days = span_text(first, last, last + DAY, language)
    figures = [Figure(each.indicator, each.indicator, each.unit, each.total) for each in letter.shown.figures]
    text = of_overview.overview(letter.shown, what, figures, days, language)
    text = join([of_overview.REGULAR[letter.every](language), text])
    if letter.person is None:
        return text, None
    summary_page = SummaryPage(scope=Listing(Filter.ALL, summary=letter.days))
    rows = [
        [button(labels.SUMMARY(language), Verb.SUMMARY, *summary_page.pack())],
        [button(of_overview.EXPORT(language), Verb.EXPORT, "open", f"{first:%Y%m%d}", f"{last:%Y%m%d}")],
    ]
    return text, InlineKeyboardMarkup(rows)
