"""Lists of tasks: which a sentence asks for, what is in one, and what it says of itself."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta

from data.errors import NotYourTasks, StaleButton
from data.plan.tasks import Assignment, assignments, first_task_of, section_of
from data.plan.units import all_units, find_unit, known_names, unit_name
from data.standing.selection import Unfinished, unfinished
from data.understanding import Intent, Understanding
from data.understanding.asked import asks_what_is_unreported, asks_what_is_urgent
from handlers.tasks.listing import FINISHED, Filter, Listing
from handlers.tasks.texts.lists import (
    LIST_ALL,
    LIST_DUE,
    LIST_OPEN,
    LIST_OVERDUE,
    LIST_REPORTED,
    LIST_TASKS,
    LIST_UNREPORTED,
    LIST_UNREPORTED_IN,
    WHICH_TASK,
    WHICH_TASK_SAID,
)
from handlers.telegram import labels
from handlers.telegram.context import Context
from handlers.telegram.hearing import no_such_filter
from handlers.telegram.spans import span_text
from handlers.telegram.wording import Html, cut, html, join

DEADLINE_DAYS = 30
LONGEST_SECTION = 24


def coming_up(context: Context) -> Listing:
    """The list of what falls due within thirty days."""
    return Listing(Filter.DUE, context.today, context.today + timedelta(days=DEADLINE_DAYS))


def listing_meant(context: Context, meaning: Understanding) -> Listing:
    """The list that a sentence asks for. Raises UnknownUnit for a unit without tasks, CannotFilter for what tasks
    cannot be sought by."""
    if impossible := no_such_filter(meaning):
        raise impossible
    found = _filtered(context, meaning)
    if meaning.unit:
        found = of_unit(context, found, meaning.unit)
    if meaning.section:
        found = dataclasses.replace(found, section=first_task_of(context.db, meaning.section))
    return found


def unreported_meant(meaning: Understanding) -> bool:
    """Whether a sentence asks for what nobody has reported on, in whatever state it is."""
    asked = meaning.aim in (Intent.TASKS, Intent.SUMMARY, Intent.HISTORY) and not meaning.task
    return asked and not (meaning.overdue or meaning.status) and asks_what_is_unreported(meaning.text)


def lists_meant(context: Context, meaning: Understanding) -> list[tuple[str, Listing]]:
    """The lists that a sentence may ask for, each by the name of its unit; those of the person first.

    Raises UnknownUnit for a unit without tasks.
    """
    asked = listing_meant(context, dataclasses.replace(meaning, unit=None))
    names = sorted(meaning.candidates, key=lambda name: name not in context.person.units)
    return [(name, of_unit(context, asked, name)) for name in names]


def of_unit(context: Context, listing: Listing, name: str) -> Listing:
    """The list for one unit or unit group only. Raises UnknownUnit for one without tasks."""
    groups = list(known_names(context.db).groups)
    if name in groups:
        return dataclasses.replace(listing, group=groups.index(name))
    return dataclasses.replace(listing, unit_id=find_unit(context.db, name).id)


def listed(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> list[Assignment]:
    """What a list holds for somebody who may see the tasks of these units (None: all), most urgent first.

    Raises NotYourTasks for the list of a unit or group that is none of these units.
    """
    db, today, zone = context.db, context.today, context.zone
    units = units_of(context, listing, unit_ids)
    section = section_of(db, listing.section) if listing.section is not None else None
    until = {Filter.DUE: listing.last, Filter.OVERDUE: today}.get(listing.filter)
    if until is not None:
        found = unfinished(db, today, zone, Unfinished(until=until), units)
    else:
        found = assignments(db, today, zone, units, section=section)
    return [each for each in found if section in (None, each.section) and listing.holds(each)]


def units_of(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> Sequence[int] | None:
    """The units that a list is of, of those that may be seen (None: all). Raises NotYourTasks as `listed` does."""
    _check_scope(context, listing, unit_ids)
    if listing.unit_id is not None:
        return [listing.unit_id]
    if listing.group is None:
        return unit_ids
    members = [unit.id for unit in all_units(context.db) if unit.name in _members(context, listing.group)]
    return [unit_id for unit_id in members if unit_ids is None or unit_id in unit_ids]


def heading(context: Context, listing: Listing, own_only: bool) -> Html:
    """How a list was understood: whose tasks, of which section, in which state, due when."""
    unit = unit_name(context.db, listing.unit_id) if listing.unit_id is not None else ""
    section = section_of(context.db, listing.section) if listing.section is not None else ""
    parts = (unit, _group_name(context, listing.group), cut(section, LONGEST_SECTION))
    narrowed = any(parts) or listing.last is not None
    plain = listing.filter is Filter.DUE or (listing.filter is Filter.ALL and narrowed)
    state = Html("") if plain else _state(context, listing, own_only)
    return join([*map(html, parts), state, _span(context, listing)], " · ")


def _check_scope(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> None:
    if unit_ids is None:
        return
    if listing.unit_id is not None and listing.unit_id not in unit_ids:
        raise NotYourTasks(unit_name(context.db, listing.unit_id))
    if listing.group is not None:
        members = _members(context, listing.group)
        if not any(unit_name(context.db, unit_id) in members for unit_id in unit_ids):
            raise NotYourTasks(_group_name(context, listing.group))


def _filtered(context: Context, meaning: Understanding) -> Listing:
    """The list as the words for states and days narrow it."""
    first, last = meaning.start or context.today, meaning.end or meaning.start
    days = (first, last) if last is not None else (None, None)
    if unreported_meant(meaning):
        return Listing(Filter.UNREPORTED, *days)
    if meaning.overdue:
        return Listing(Filter.OVERDUE, *days)
    if meaning.status is not None:
        return Listing(Filter(meaning.status.replace("_", "")), *days)
    if last is not None:
        return Listing(Filter.DUE, *days)
    if meaning.unfinished or asks_what_is_urgent(meaning.text):
        return Listing(Filter.OPEN)
    return coming_up(context) if meaning.intent is Intent.DEADLINES else Listing(Filter.ALL)


def _state(context: Context, listing: Listing, own_only: bool) -> Html:
    if listing.filter is Filter.UNREPORTED and listing.last is not None:
        span = span_text(listing.first or context.today, listing.last, context.today, context.language)
        return LIST_UNREPORTED_IN(context.language, span=span)
    words = {
        Filter.ALL: LIST_TASKS if own_only else LIST_ALL,
        Filter.OPEN: LIST_OPEN,
        Filter.OVERDUE: LIST_OVERDUE,
        Filter.UNREPORTED: LIST_UNREPORTED,
        Filter.PICK: WHICH_TASK,
        Filter.SAID: WHICH_TASK_SAID,
        Filter.EXTEND: labels.WHICH_TO_EXTEND,
        **{Filter(status.replace("_", "")): wording for status, wording in labels.STATUS.items()},
    }
    return words[listing.filter](context.language)


def _span(context: Context, listing: Listing) -> Html:
    if listing.last is None or listing.filter is Filter.UNREPORTED:
        return Html("")
    span = span_text(listing.first or context.today, listing.last, context.today, context.language)
    wording = LIST_REPORTED if listing.filter in FINISHED else LIST_DUE
    return wording(context.language, span=span)


def _members(context: Context, group: int) -> Sequence[str]:
    """The units of a group, and the group where the plan names it as it stands. Raises StaleButton."""
    name = _group_name(context, group)
    return (name, *known_names(context.db).groups[name])


def _group_name(context: Context, group: int | None) -> str:
    if group is None:
        return ""
    names = list(known_names(context.db).groups)
    if group >= len(names):
        raise StaleButton
    return names[group]
