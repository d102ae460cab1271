"""How many tasks of a list each unit has, in the plan's order: who has not reported, who is late."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.plan.units import all_units
from data.returns.completeness import rounds_under_way
from data.standing.assignments import Assignment
from data.understanding import Understanding
from handlers.tasks.contents import heading, listed
from handlers.tasks.keyboard import lists_of_units
from handlers.tasks.list import note_list, show_list
from handlers.tasks.question import asks_for_units, listing_meant, of_unit, units_together, words_unread
from handlers.tasks.selection import Filter, Listing
from handlers.tasks.texts.lists import ALL_REPORTED, NO_UNITS, by_unit, returns_missing
from handlers.telegram import Context, Html, join, show

Rows = Sequence[Sequence[InlineKeyboardButton]]


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


async def show_by_unit(update: Update, context: Context, listing: Listing, below: Rows = ()) -> None:
    """By unit, with a button each and whatever comes `below`, for those who see several units; else the tasks."""
    if not context.person.sees_everything or listing.unit_id is not None:
        await show_list(update, context, listing)
        return
    found = listed(context, listing, None)
    units = {unit.id: unit.name for unit in all_units(context.db) if any(each.unit_id == unit.id for each in found)}
    lists = [(name, dataclasses.replace(listing, unit_id=unit_id, group=None)) for unit_id, name in units.items()]
    keyboard = InlineKeyboardMarkup([*lists_of_units(lists), *below])
    text = by_unit_text(context, listing, found)
    if listing.filter is Filter.UNREPORTED:
        text = join([text, _returns(context)], "\n\n")
    note_list(update, context, listing, await show(update, context, text, keyboard))


async def _show_units(update: Update, context: Context, listing: Listing, names: Sequence[str]) -> None:
    """Units that are named together: how many tasks of a list each has, and a button that opens them."""
    lists = [(name, of_unit(context, listing, name)) for name in names]
    counts = [(name, len(listed(context, found, None))) for name, found in lists]
    text = by_unit(heading(context, listing, False), counts, NO_UNITS, context.language)
    await show(update, context, text, InlineKeyboardMarkup(lists_of_units(lists)))


def _returns(context: Context) -> Html:
    """Who has not filed of the returns that are open, beside who has not reported."""
    open_ones = [each for each in rounds_under_way(context.db, context.today, context.zone) if each.missing]
    return returns_missing(open_ones, context.today, context.language)


def by_unit_text(context: Context, listing: Listing, found: Sequence[Assignment]) -> Html:
    """The units of a list in the plan's order, and how many tasks each has in it."""
    units = Counter(each.unit for each in sorted(found, key=lambda each: (each.unit_id is None, each.unit_id)))
    none = ALL_REPORTED if listing.filter is Filter.UNREPORTED else NO_UNITS
    return by_unit(heading(context, listing, False), list(units.items()), none, context.language)
