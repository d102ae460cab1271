"""How many tasks of a list each unit has, in the plan's order: who has not reported, who is late."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Update

from data.plan.units import all_units, known_names
from data.returns.unit_returns import rounds_under_way
from data.standing.assignments import Assignment
from data.understanding import Understanding
from handlers.tasks.keyboard import lists_of_units
from handlers.tasks.list import PAGE_SIZE, note_list, show_list
from handlers.tasks.list_contents import heading, listed
from handlers.tasks.list_in_words import asks_for_units, listing_meant, of_unit, units_together, words_unread
from handlers.tasks.selection import Filter, Listing
from handlers.tasks.texts.lists import ALL_REPORTED, NO_UNITS, by_unit, returns_missing
from handlers.telegram import Context, Html, Page, join, page_of, pressed, show

Counted = tuple[str | None, int]

LATE = (Filter.UNREPORTED, Filter.OVERDUE, Filter.STALE)
"""What the office may ask the units for."""


async def show_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """The list that a sentence asks for; the units in it where it asks for those. Raises what `listing_meant` does."""
    await show_listing(update, context, meaning, listing_meant(context, meaning))


async def show_listing(update: Update, context: Context, meaning: Understanding, listing: Listing) -> None:
    """A list, the units in it, or what each of several units has of it, as a sentence asks."""
    names = units_together(meaning) if context.person.sees_everything else ()
    if names:
        await _show_units(update, context, listing, names)
    elif asks_for_units(meaning, listing):
        await show_by_unit(update, context, listing)
    else:
        await show_list(update, context, listing, unread=words_unread(meaning, listing))


async def turn_page(update: Update, context: Context) -> None:
    """Another page of a list, or of the units in it, in its place."""
    listing, page = Listing.unpack(pressed(update))
    await (show_by_unit if listing.by_unit else show_list)(update, context, listing, page)


async def show_by_unit(update: Update, context: Context, listing: Listing, page: int = 0) -> None:
    """A page of the units in a list, with a button each, for those who see several units; else the tasks."""
    if not context.person.sees_everything or listing.unit_id is not None:
        await show_list(update, context, listing)
        return
    counted = _counted(listed(context, listing, None))
    of_all = page_of(counted, page, PAGE_SIZE)
    text = _text(context, listing, counted, of_all)
    if listing.filter is Filter.UNREPORTED:
        text = join([text, _returns(context)], "\n\n")
    shown = await show(update, context, text, _keyboard(context, listing, of_all))
    note_list(update, context, dataclasses.replace(listing, by_unit=False), shown)


def _keyboard(context: Context, listing: Listing, page: Page[Counted]) -> InlineKeyboardMarkup:
    ids, names = {unit.name: unit.id for unit in all_units(context.db)}, known_names(context.db)
    one = dataclasses.replace(listing, group=None, by_unit=False)
    lists = [(names.short(name), dataclasses.replace(one, unit_id=ids[name])) for name, _ in page.shown if name]
    whole = dataclasses.replace(listing, by_unit=True)
    nudges = context.person.is_coordinator and listing.filter in LATE and bool(lists)
    return lists_of_units(lists, whole, page.number, page.pages, context.language, nudges=nudges)


async def _show_units(update: Update, context: Context, listing: Listing, names: Sequence[str]) -> None:
    """Units that are named together: how many tasks of a list each has, and a button that opens them."""
    lists = [(name, of_unit(context, listing, name)) for name in names]
    counts = [(name, len(listed(context, found, None))) for name, found in lists]
    text = by_unit(heading(context, listing, False), counts, Page(0, 1, counts), NO_UNITS, context.language)
    keyboard = lists_of_units(lists, listing, 0, 1, context.language, nudges=False)
    await show(update, context, text, keyboard)


def _returns(context: Context) -> Html:
    """Who has not filed of the returns that are open, beside who has not reported."""
    open_ones = [each for each in rounds_under_way(context.db, context.today) if each.missing]
    return returns_missing(open_ones, context.today, context.language)


def by_unit_text(context: Context, listing: Listing, found: Sequence[Assignment]) -> Html:
    """The units of a list in the plan's order, and how many tasks each has in it."""
    counted = _counted(found)
    return _text(context, listing, counted, Page(0, 1, counted))


def _text(context: Context, listing: Listing, counted: Sequence[Counted], page: Page[Counted]) -> Html:
    none = ALL_REPORTED if listing.filter is Filter.UNREPORTED else NO_UNITS
    return by_unit(heading(context, listing, False), counted, page, none, context.language)


def _counted(found: Sequence[Assignment]) -> list[Counted]:
    """How many of the tasks each unit has, in the plan's order; those of no unit last."""
    in_order = sorted(found, key=lambda each: (each.unit_id is None, each.unit_id))
    return list(Counter(each.unit for each in in_order).items())
