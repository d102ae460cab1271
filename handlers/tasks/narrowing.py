"""Narrowing the list that was just shown, by a message that adds to what it is limited to."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data.plan.units import find_unit
from data.understanding import Aim, Intent, Kind, Understanding, find_order, says, values_of
from handlers.tasks.by_unit import show_by_unit, show_listing
from handlers.tasks.list import list_shown_last, show_list
from handlers.tasks.list_in_words import (
    LISTED,
    filters_of,
    limited_to_part,
    listing_asked_for,
    several_units_named,
    units_left_out,
)
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, with_aim

WITHOUT = "lists.without_it"
ASKED_AGAIN = ("lists.the_same_of_another", "lists.the_same_of_unit", "lists.the_same_of_all")
SURELY = (WITHOUT, "lists.some_named", *ASKED_AGAIN)
LIKELY = ("lists.it_alone", "lists.some_of_it")
"""Words that always narrow a list (SURELY), and words that may also ask for a new one."""
MAY_ASK = (*LISTED, Intent.SUMMARY)


async def narrow_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Narrow the list shown last, or the units in it, if the message does only that, or show it again if it asks for
    the order that it has; return True if so."""
    shown = list_shown_last(context)
    if shown is None or meaning.names(Kind.CODE, Kind.TASK):
        return False
    before, _ = shown
    in_order = says(meaning, "lists.by_due_day")
    found = before if in_order else narrowed(context, before, meaning)
    if found is None:
        return False
    if before.by_unit and found.unit_id is None:
        await show_by_unit(update, context, found)
    elif found != before or in_order:
        await show_list(update, context, replace(found, by_unit=False))
    elif several_units_named(meaning):
        await show_listing(update, context, meaning, found)
    else:
        return False
    return True


def narrowed(context: Context, before: Listing, meaning: Understanding) -> Listing | None:
    """Return the list as a message narrows it; None if the message is not about the list."""
    surely = find_order(meaning, *SURELY)
    if surely is not None and surely.way == WITHOUT:
        return _without(context, before, surely.units)
    if _only_leaves_out(meaning):
        return _without(context, before, units_left_out(meaning))
    if surely is None and (meaning.intent not in MAY_ASK or find_order(meaning, *LIKELY) is None):
        return None
    if surely is not None and surely.way in ASKED_AGAIN:
        return asked_again(context, before, meaning)
    if surely is not None and meaning.unit is None and len(surely.units) == 1:
        meaning = replace(meaning, unit=surely.unit)
    return _combined(before, listing_asked_for(context, meaning))


def asked_again(context: Context, before: Listing, meaning: Understanding) -> Listing:
    """Return the list of the unit or days that a message names; as of a past day, if it asks about then.

    Days are those without a report in a list of such. What is overdue is not due from today on: then it is what falls
    due.
    """
    before = limited_to_part(context, before, meaning)
    if says(meaning, "asked.at_that_time"):
        then = with_aim(context, meaning, Aim.SUMMARY).end
        return replace(before, summary=(then, then) if then else before.summary)
    silent = before.silence is not None
    said = listing_asked_for(context, with_aim(context, meaning, Aim.UNREPORTED if silent else Aim.TASKS))
    if silent and said.filter is Filter.DUE:
        said = replace(said, filter=Filter.ALL, silence=(said.first, said.last), first=None, last=None)
    to_come = said.first is not None and said.first >= context.today
    before = replace(before, filter=Filter.DUE) if before.filter is Filter.OVERDUE and to_come else before
    return _combined(before, said)


def _only_leaves_out(meaning: Understanding) -> bool:
    """Return whether a message excludes units and says nothing else that lists are limited by."""
    names_more = meaning.overdue or meaning.status is not None or meaning.section or meaning.names(Kind.TIME)
    others = {*values_of(meaning, Kind.UNIT)} - {*units_left_out(meaning)}
    return bool(units_left_out(meaning)) and not (names_more or others or filters_of(meaning))


def _without(context: Context, before: Listing, units: tuple[str, ...]) -> Listing:
    ids = (find_unit(context.db, each).id for each in units)
    return replace(before, without=tuple(dict.fromkeys((*before.without, *ids))))


def _combined(before: Listing, said: Listing) -> Listing:
    """Return the list `before` with the limits of `said` in place of its own of the same kind.

    The days without a report are of another kind than those on which tasks fall due.
    """
    new: dict[str, Any] = {
        name: value
        for name in ("section", "item", "words", "summary", "silence", "percents")
        if (value := getattr(said, name))
    }
    if said.unit_id is not None or said.group is not None:
        new |= {"unit_id": said.unit_id, "group": said.group}
    if said.section is not None:
        new["sections"] = None
    if said.last is not None:
        new |= {"first": said.first, "last": said.last}
    is_of_days = said.filter is Filter.DUE and before.filter is not Filter.ALL
    if said.filter is not Filter.ALL and not is_of_days:
        new["filter"] = said.filter
    return replace(before, without=(*before.without, *said.without), **new)
