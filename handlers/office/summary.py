"""/summary: the state of the plan, as a whole, by unit and by section; what is not reported on, and the figures."""

import dataclasses
from collections.abc import Sequence

from telegram import Update

from data.patterns import Pattern
from data.plan.tasks import first_task_of, section_of
from data.plan.units import all_units
from data.reporting.figures import Figure, measured
from data.reporting.totals import totals
from data.standing.counts import Counts, count_parts
from data.standing.summary import summarise
from data.understanding import Intent, Kind, Understanding
from data.understanding.asked import asks_by_unit, asks_for_figures, asks_of_each_unit
from handlers.office import keyboard as buttons
from handlers.office.texts import summary as texts
from handlers.tasks.by_unit import show_by_unit
from handlers.tasks.contents import heading, units_of
from handlers.tasks.list import show_list
from handlers.tasks.question import filters_of, listing_meant, listing_sought, of_unit, unreported_meant
from handlers.tasks.selection import Filter, Listing
from handlers.telegram.callbacks import View, unpack
from handlers.telegram.context import Context
from handlers.telegram.days import day_text
from handlers.telegram.refusals import NOT_FOR_ROLE
from handlers.telegram.sending import acknowledge, show
from handlers.telegram.spans import span_text
from handlers.telegram.understanding import no_such_filter
from handlers.telegram.wording import Html

OF_THE_SUMMARY = Pattern(
    r"[\s,，。.?？]|汇总|总结|进展|情况|看看?|一下|请|的|\b(?:summary|overview|the|show|me|please)\b"
)
MORE_WORDS = {
    View.OVERALL: (
        *("没有联络员的单位", "没有联络员的", "没登记联络员的", "没登记联络员的单位", "哪些单位没有联络员"),
        *("units without a liaison", "which units have no liaison"),
    ),
    View.UNITS: ("分单位", "各单位", "每个单位", "byunits", "perunit", "eachunit"),
    View.SECTIONS: ("按部分", "分部分", "各部分", "每个部分", "bysections", "eachsection"),
}
VIEWS_SAID = {
    view: (words.zh, words.en.lower(), words.en.lower().replace(" ", ""), *MORE_WORDS.get(view, ()))
    for view, words in texts.VIEWS.items()
}
"""The words that mean a view."""


async def summary(update: Update, context: Context) -> None:
    """The whole plan in numbers."""
    await show_view(update, context, View.OVERALL)


def view_said(text: str) -> View | None:
    """The view whose words a message says, and nothing else but that it is the summary's (按单位汇总)."""
    plain = text.strip().lower()
    shorter = OF_THE_SUMMARY.sub("", plain)
    return next((view for view, words in VIEWS_SAID.items() if plain in words or shorter in words), None)


async def show_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Show what a sentence asks for: what is not reported on, the figures, or the state of all or of a part of the
    plan.

    Raises CannotFilter for a condition that tasks cannot be selected by.
    """
    person = context.person
    if impossible := no_such_filter(meaning):
        raise impossible
    sought = filters_of(meaning)
    listing = listing_sought(context, meaning) if sought.figures or (sought.words and sought.which) else None
    if listing is not None:
        await show_list(update, context, listing)
    elif unreported_meant(meaning):
        await _show_unreported(update, context, listing_meant(context, meaning), by_unit=asks_by_unit(meaning.text))
    elif asks_figures(meaning):
        own = person.speaks_for if meaning.own and person.speaks_for else person.may_see
        await show(update, context, figures_text(context, meaning, own))
    elif meaning.unit or meaning.section or (meaning.own and person.speaks_for):
        await _show_part(update, context, listing_meant(context, meaning))
    else:
        await show_view(update, context, View.OVERALL)


def asks_figures(meaning: Understanding) -> bool:
    """Whether a sentence asks for the totals of indicators rather than for how tasks stand."""
    return meaning.aim.intent is Intent.SUMMARY and (bool(_indicators(meaning)) or asks_for_figures(meaning.text))


def _indicators(meaning: Understanding) -> list[str]:
    return [reading.values[0] for reading in meaning.readings if reading.kind is Kind.INDICATOR]


async def other_view(update: Update, context: Context) -> None:
    """Another view, in place of the one whose button was pressed."""
    assert update.callback_query is not None
    [view] = unpack(update.callback_query.data).arguments
    await acknowledge(update)
    await show_view(update, context, View(view))


async def show_view(update: Update, context: Context, view: View) -> None:
    """Show a view of the whole plan to those who oversee it. Figures, and what is not reported on, a liaison may see
    for the own units."""
    person, language = context.person, context.language
    if view is View.UNREPORTED:
        await _show_unreported(update, context, Listing(Filter.UNREPORTED), by_unit=True)
    elif view is View.FIGURES:
        text = figures_text(context, Understanding(Intent.SUMMARY), person.may_see)
        await show(update, context, text, buttons.summary(view, language) if person.sees_everything else None)
    elif person.sees_everything:
        state = summarise(context.db, context.now, context.zone)
        await show(update, context, texts.summary(state, view, language), buttons.summary(view, language))
    else:
        await show(update, context, NOT_FOR_ROLE(language))


def figures_text(context: Context, meaning: Understanding, unit_ids: Sequence[int] | None) -> Html:
    """The totals that a sentence asks for, of the units that the person may hear of (None: all). Raises NotYourTasks
    or UnknownUnit."""
    listing = Listing(Filter.ALL)
    if meaning.section:
        listing = dataclasses.replace(listing, section=first_task_of(context.db, meaning.section))
    if meaning.unit:
        listing = of_unit(context, listing, meaning.unit)
    units = units_of(context, listing, unit_ids)
    whose = heading(context, listing, unit_ids is not None)
    days = _days(context, meaning)
    if not asks_of_each_unit(meaning.text):
        return texts.figures(_totals(context, meaning, units), whose, days, context.language)
    each_one = [
        (unit.name, [each for each in _totals(context, meaning, [unit.id]) if each.value])
        for unit in all_units(context.db)
        if units is None or unit.id in units
    ]
    return texts.figures_by_unit(each_one, whose, days, context.language)


def _totals(context: Context, meaning: Understanding, units: Sequence[int] | None) -> list[Figure]:
    """The totals of the indicators that a sentence names, or of all, in its days and section, of these units."""
    asked, until = _indicators(meaning), min(meaning.end or context.today, context.today)
    found = totals(context.db, until, context.zone, meaning.start, units, meaning.section)
    named = {each.indicator: each.total for each in found if not asked or each.indicator in asked}
    return list(measured(context.db, named))


async def _show_unreported(update: Update, context: Context, listing: Listing, *, by_unit: bool) -> None:
    """What is not reported on: by unit, or the tasks."""
    if by_unit:
        await show_by_unit(update, context, listing, buttons.other_views(View.UNREPORTED, context.language))
    else:
        await show_list(update, context, listing)


async def _show_part(update: Update, context: Context, listing: Listing) -> None:
    """Show how the tasks of a unit or section stand, in numbers; where a status or days are named, list them."""
    if listing.filter is not Filter.ALL or listing.last is not None:
        await show_list(update, context, listing)
        return
    units = units_of(context, listing, context.person.may_see)
    section = None if listing.section is None else section_of(context.db, listing.section)
    parts = count_parts(context.db, context.today, context.zone, units, section)
    head = heading(context, listing, not context.person.sees_everything)
    text = texts.part(head, sum((part.counts for part in parts), Counts()), context.language)
    await show(update, context, text, buttons.list_them(listing, context.language))


def _days(context: Context, meaning: Understanding) -> Html:
    """The days that a sentence asks about in words; without any, the day up to which was counted."""
    last = meaning.end or meaning.start
    if meaning.start is None or last is None:
        return texts.AS_OF(context.language, day=day_text(min(last or context.today, context.today), context.language))
    return span_text(meaning.start, last, context.today, context.language)
