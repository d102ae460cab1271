"""Lists counted by unit, in the plan's order: who has not reported, who is late."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Update

from data.errors.plans import ListTooNarrow
from data.plan.units import all_units, known_names
from data.returns.unit_returns import rounds_under_way
from data.standing.assignments import Assignment
from data.understanding import Understanding, says
from handlers.dialog import reader
from handlers.tasks.history import tell_reports_counted
from handlers.tasks.keyboard import lists_of_units
from handlers.tasks.list import PAGE_SIZE, remember_list, show_list
from handlers.tasks.list_contents import assignments_in, counts_text, heading
from handlers.tasks.list_in_words import (
    ABOUT_OTHERS,
    asks_for_units,
    counts_asked,
    limited_to_unit,
    list_counted,
    listing_asked_for,
    lists_counted,
    several_units_named,
    unread_words,
)
from handlers.tasks.selection import Filter, Listing
from handlers.tasks.texts.lists import (
    ALL_REPORTED,
    MORE_IN_PRIVATE,
    NO_UNITS,
    OF_OWN_UNIT,
    by_unit,
    not_narrowed,
    returns_missing,
)
from handlers.telegram import Context, answer, pressed, show
from handlers.wording import NOTHING, Html, Page, join, page_of

Counted = tuple[str | None, int]

LARGEST_ID = 999
LATE = (Filter.OVERDUE, Filter.STALE)
"""The filters for which the office may nudge the units, as for what was not reported on."""


async def show_list_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the list that a message asks for, or the units in it. Raises whatever `listing_asked_for` raises."""
    await show_listing(update, context, meaning, listing_asked_for(context, meaning))


async def show_listing(update: Update, context: Context, meaning: Understanding, listing: Listing) -> None:
    """Show a list, the units in it, or the count for each of several named units, as the message asks."""
    names = several_units_named(meaning) if context.person.sees_everything else ()
    if names:
        await _show_units(update, context, listing, names)
    elif asks_for_units(meaning, listing):
        await show_by_unit(update, context, listing)
    else:
        unread = not_narrowed(unread_words(meaning, listing), context.language)
        await show_list(update, context, listing, below=whose_they_are(context, meaning) or unread)


def whose_they_are(context: Context, meaning: Understanding) -> Html:
    """Return that a list has only the tasks of the user's own units if a message asks for those of others; else
    nothing."""
    only_own = says(meaning, ABOUT_OTHERS) and not context.person.sees_everything
    return OF_OWN_UNIT(context.language) if only_own else NOTHING


@reader()
async def count_side_by_side(update: Update, context: Context, meaning: Understanding) -> bool:
    """Tell the numbers for which a message asks side by side: of tasks a line each; of reports, or for each of several
    units named together, a message each. Return whether it asks for several."""
    asked, names = counts_asked(context, meaning), several_units_named(meaning)
    together = context.person.sees_everything and not {*names} <= {each.unit for each in asked}
    of_reports = [each for each in asked if says(each, "asked.reports_counted")]
    if not (asked and (together or of_reports)):
        found = lists_counted(context, asked)
        if found:
            await answer(update, context, counts_text(context, found, context.person.may_see))
        return bool(found)
    for each in asked:
        if each in of_reports:
            await tell_reports_counted(update, context, dataclasses.replace(each, candidates=names if together else ()))
        elif together:
            await _show_units(update, context, list_counted(context, each), names)
        else:
            await show_list(update, context, list_counted(context, each))
    return True


async def turn_page(update: Update, context: Context) -> None:
    """Show another page of a list, or of the units in it, in place of the present one."""
    listing, page = Listing.unpack(pressed(update))
    await (show_by_unit if listing.by_unit else show_list)(update, context, listing, page)


async def show_by_unit(update: Update, context: Context, listing: Listing, page: int = 0) -> None:
    """Show a page of the units in a list, with a button for each; for a user of a unit the unit's own tasks,
    and for a list of one unit its tasks. Raises ListTooNarrow."""
    if not context.person.sees_everything or listing.unit_id is not None:
        only_own = NOTHING if context.person.sees_everything else OF_OWN_UNIT(context.language)
        await show_list(update, context, listing, below=only_own)
        return
    of_a_unit = dataclasses.replace(listing, group=None, by_unit=False, unit_id=LARGEST_ID)
    if not (listing.fits and of_a_unit.fits):
        raise ListTooNarrow
    counted = _counted(assignments_in(context, listing, None))
    of_all = page_of(counted, page, PAGE_SIZE)
    text = _text(context, listing, counted, of_all)
    if listing.only_silent:
        filing = [each for each in rounds_under_way(context.db, context.today) if each.missing]
        text = join([text, returns_missing(filing, context.today, context.language)], "\n\n")
    shown = await show(update, context, text, _keyboard(context, listing, of_all))
    names = [unit for unit, _ in of_all.shown if unit]
    remember_list(update, context, dataclasses.replace(listing, by_unit=True), shown, of_all.number, names)


def _keyboard(context: Context, listing: Listing, page: Page[Counted]) -> InlineKeyboardMarkup:
    ids, names = {unit.name: unit.id for unit in all_units(context.db)}, known_names(context.db)
    one = dataclasses.replace(listing, group=None, by_unit=False)
    lists = [(names.short(name), dataclasses.replace(one, unit_id=ids[name])) for name, _ in page.shown if name]
    whole = dataclasses.replace(listing, by_unit=True)
    nudges = context.person.is_coordinator and (listing.only_silent or listing.filter in LATE) and bool(lists)
    return lists_of_units(lists, whole, page.number, page.pages, context.language, nudges=nudges)


async def _show_units(update: Update, context: Context, listing: Listing, names: Sequence[str]) -> None:
    """Show how many tasks of a list each named unit has, with a button that opens them."""
    lists = [(name, limited_to_unit(context, listing, name)) for name in names]
    counts = [(name, len(assignments_in(context, found, None))) for name, found in lists]
    of_all = dataclasses.replace(listing, unit_id=None, group=None)
    text = by_unit(heading(context, of_all, False), counts, Page(0, 1, counts), NO_UNITS, context.language)
    keyboard = lists_of_units(lists, listing, 0, 1, context.language, nudges=False)
    await show(update, context, text, keyboard)


def by_unit_text(context: Context, listing: Listing, found: Sequence[Assignment], most: int) -> tuple[Html, bool]:
    """Return the first units of a list in the plan's order with their number of tasks, and whether these are all."""
    counted = _counted(found)
    text, is_all = _text(context, listing, counted, Page(0, 1, counted[:most])), len(counted) <= most
    return (text if is_all else join([text, MORE_IN_PRIVATE(context.language)])), is_all


def _text(context: Context, listing: Listing, counted: Sequence[Counted], page: Page[Counted]) -> Html:
    none = ALL_REPORTED if listing.only_silent else NO_UNITS
    return by_unit(heading(context, listing, False), counted, page, none, context.language)


def _counted(found: Sequence[Assignment]) -> list[Counted]:
    in_order = sorted(found, key=lambda each: (each.unit_id is None, each.unit_id))
    return list(Counter(each.unit for each in in_order).items())
