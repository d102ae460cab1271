"""Contents of a list of tasks, its heading, and the sections of the plan that it is limited to."""

import dataclasses
from collections import Counter
from collections.abc import Collection, Sequence, Set
from datetime import date
from zlib import crc32

from data.calendar import EARLIEST
from data.errors import NotYourTasks, StaleButton
from data.office.extensions import granted_extensions
from data.plan.indicators import indicators
from data.plan.plan import current_plan
from data.plan.search import tasks_about, tasks_with_figures
from data.plan.tasks import section_of
from data.plan.units import all_units, known_names, unit_name
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import is_to_report
from data.standing.counts import count_parts
from data.standing.selection import due_until, unfinished
from data.store.inbox import text_written
from handlers.tasks.selection import FINISHED_FILTERS, LIGHTS, Filter, Listing
from handlers.tasks.texts import lists as texts
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html, cut, html, join, labels, series, short_day, span_text
from handlers.wording.task_lines import count_text

LONGEST_SECTION, MOST_COMING_NEXT = 24, 3


def assignments_in(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> list[Assignment]:
    """Return the assignments in a list, most urgent first, limited to `unit_ids` (None: all units).

    Raises NotYourTasks for the list of another unit or group.
    """
    db, today = context.db, listing.day(context.today)
    units = units_in_list(context, listing, unit_ids)
    sections = sections_in(context, listing)
    until = {Filter.DUE: listing.last, Filter.OVERDUE: today}.get(listing.filter)
    if until is not None:
        found = unfinished(db, today, due_until(until), units)
    else:
        found = assignments(db, today, units, sections=sections)
    found = [each for each in found if (sections is None or each.section in sections) and listing.holds(each)]
    if listing.filter is Filter.EXTENDED and listing.last is not None:
        granted = granted_extensions(db, [each.id for each in found], today)
        days = {at: one.decided_at.date() for at, one in granted.items() if one.decided_at}
        found = [each for each in found if listing.covers(days.get(each.id))]
    tasks = _matching_task_ids(context, listing, found)
    return [each for each in found if each.task_id in tasks]


def counts_text(context: Context, listings: Sequence[Listing], unit_ids: Sequence[int] | None) -> Html:
    """Return how many tasks each of several lists has, a line each. Raises NotYourTasks."""
    counts = ((each, len(assignments_in(context, each, unit_ids))) for each in listings)
    return join(
        [join([count_text(count, context.language), heading(context, each, False)], " · ") for each, count in counts]
    )


def units_in_list(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> Sequence[int] | None:
    """Return the ids of the units that a list covers, limited to `unit_ids` (None: all). Raises NotYourTasks for the
    list of another unit or group."""
    is_shared = listing.filter is Filter.SHARED and unit_ids is not None
    if is_shared and listing.unit_id not in (None, *(unit_ids or ())):
        return unit_ids
    _check_scope(context, listing, unit_ids)
    if listing.unit_id is not None:
        return [listing.unit_id]
    if listing.group is None:
        return unit_ids
    members = [unit.id for unit in all_units(context.db) if unit.name in _members(context, listing.group)]
    return [unit_id for unit_id in members if unit_ids is None or unit_id in unit_ids]


def next_due(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> list[Assignment]:
    """Return the few tasks that fall due next after a list's last day; if none does, some to report on all the same."""
    last = listing.last or context.today
    later = dataclasses.replace(listing, filter=Filter.OPEN, first=None, last=None)
    found = [each for each in assignments_in(context, later, unit_ids) if each.due is None or each.due > last]
    due = [each for each in found if each.due is not None]
    return (due or [each for each in found if is_to_report(each)])[:MOST_COMING_NEXT]


def heading(context: Context, listing: Listing, own_only: bool) -> Html:
    """Return the heading of a list: units, section, words, state and days."""
    unit = unit_name(context.db, listing.unit_id) if listing.unit_id is not None else ""
    section = series(sections_in(context, listing) or (), context.language)
    item = texts.ITEM(context.language, item=listing.item) if listing.item else ""
    words = (
        texts.HOLDING(context.language, words=cut(" ".join(listing.words), LONGEST_SECTION)) if listing.words else ""
    )
    group = _group_name(context, listing.group)
    names = series([unit_name(context.db, each) for each in listing.without], context.language)
    without = texts.WITHOUT(context.language, units=names) if listing.without else ""
    percents = texts.percents_text(*listing.percents, context.language) if listing.percents else ""
    parts = (unit, group, without, cut(section, LONGEST_SECTION), item, words, percents)
    narrowed = any(parts) or listing.last is not None or listing.silence is not None
    plain = listing.filter is Filter.DUE or (listing.filter is Filter.ALL and narrowed) or _is_late_by(listing)
    state = NOTHING if plain else _state(context, listing, own_only)
    days = (_silence(context, listing), _span(context, listing), _as_of(context, listing))
    return join([*map(html, parts), state, *days], " · ")


def _matching_task_ids(context: Context, listing: Listing, found: Sequence[Assignment]) -> Set[int]:
    """Return the ids of the found tasks that contain the list's words and, for a list of tasks with figures or of those
    that several units have, are such."""
    tasks: Set[int] = {each.task_id for each in found}
    index = context.bot_data.words.current().tasks
    if listing.words:
        tasks &= tasks_about(context.db, index, listing.words, tasks) or frozenset()
    if listing.filter is Filter.FIGURES:
        tasks &= tasks_with_figures(context.db, index, indicators(context.db))
    if listing.filter is Filter.SHARED:
        everywhere = assignments(context.db, listing.day(context.today))
        of_all = Counter(each.task_id for each in everywhere)
        with_it = {each.task_id for each in everywhere if listing.unit_id in (None, each.unit_id)}
        tasks = {each for each in tasks & with_it if of_all[each] > 1}
    return tasks


def _check_scope(context: Context, listing: Listing, unit_ids: Sequence[int] | None) -> None:
    if unit_ids is None:
        return
    if listing.unit_id is not None and listing.unit_id not in unit_ids:
        raise NotYourTasks(unit_name(context.db, listing.unit_id))
    if listing.group is not None:
        members = _members(context, listing.group)
        if not any(unit_name(context.db, unit_id) in members for unit_id in unit_ids):
            raise NotYourTasks(_group_name(context, listing.group))


def _silence(context: Context, listing: Listing) -> Html:
    """Return the words that name the days without a report; empty if the list is not limited by any."""
    if listing.silence is None:
        return NOTHING
    first, last = listing.silence
    if last is None:
        return texts.LIST_UNREPORTED(context.language)
    span = span_text(first or context.today, last, context.today, context.language)
    return texts.LIST_UNREPORTED_IN(context.language, span=span)


def _state(context: Context, listing: Listing, own_only: bool) -> Html:
    if listing.filter is Filter.EXTEND:
        return labels.WHICH_TO_EXTEND(context.language, day=_day_asked_for(context, listing))
    words = {
        Filter.ALL: labels.MY_TASKS if own_only else texts.LIST_ALL,
        Filter.OPEN: texts.LIST_OPEN,
        Filter.OVERDUE: texts.LIST_OVERDUE,
        Filter.TO_REPORT: texts.LIST_TO_REPORT,
        Filter.RETURNED: texts.LIST_RETURNED,
        Filter.FIGURES: texts.LIST_WITH_FIGURES,
        Filter.UNSTATED: texts.LIST_UNSTATED,
        Filter.NO_UNIT: texts.LIST_NO_UNIT,
        Filter.SHARED: texts.LIST_SHARED,
        Filter.EXTENDED: texts.LIST_EXTENDED,
        Filter.STALE: texts.LIST_STALE,
        Filter.DONE: texts.LIST_DONE,
        Filter.ONGOING: texts.LIST_ONGOING,
        Filter.NOT_ONGOING: texts.LIST_NOT_ONGOING,
        **{filter: labels.LIGHT[light] for filter, light in LIGHTS.items()},
        Filter.PICK: texts.WHICH_TASK,
        Filter.SAID: texts.WHICH_TASK_SAID,
        **{Filter(status.replace("_", "")): wording for status, wording in labels.STATUS.items()},
    }
    return words[listing.filter](context.language)


def _day_asked_for(context: Context, listing: Listing) -> date | None:
    """Return the day until which the sentence that led to a list asks for more time, or None."""
    said = text_written(context.db, context.private_chat_id, listing.said_in) if listing.said_in is not None else None
    return hear(context, said).end if said else None


def _span(context: Context, listing: Listing) -> Html:
    if listing.last is None:
        return NOTHING
    if _is_late_by(listing):
        return texts.LATE_BY(context.language, days=(listing.day(context.today) - listing.last).days)
    if listing.filter is Filter.TO_REPORT:
        return texts.LIST_UNTIL(context.language, day=short_day(listing.last, context.today, context.language))
    if listing.first == EARLIEST:
        return texts.LIST_TO_BE_DONE(context.language, day=short_day(listing.last, context.today, context.language))
    span = span_text(listing.first or context.today, listing.last, context.today, context.language)
    granted = texts.LIST_GRANTED if listing.filter is Filter.EXTENDED else texts.LIST_DUE
    wording = texts.LIST_REPORTED if listing.filter in FINISHED_FILTERS else granted
    return wording(context.language, span=span)


def _is_late_by(listing: Listing) -> bool:
    return listing.filter is Filter.OVERDUE and listing.first == EARLIEST


def _as_of(context: Context, listing: Listing) -> Html:
    """Return the words that name the past day a list shows; empty if it shows today."""
    day = listing.day(context.today)
    if day == context.today:
        return NOTHING
    return texts.LIST_AS_OF(context.language, day=short_day(day, context.today, context.language))


def _members(context: Context, group: int) -> Sequence[str]:
    """Return the names of a group's units and of the group, which may have tasks as well. Raises StaleButton."""
    name = _group_name(context, group)
    return (name, *known_names(context.db).groups[name])


def _group_name(context: Context, group: int | None) -> str:
    if group is None:
        return ""
    names = list(known_names(context.db).groups)
    if group >= len(names):
        raise StaleButton
    return names[group]


def sections_in(context: Context, listing: Listing) -> tuple[str, ...] | None:
    """Return the sections that a list covers; None means all. Raises StaleButton if the plan has others now than when
    several were chosen."""
    if listing.section is not None:
        return (section_of(context.db, listing.section),)
    if listing.sections is None:
        return None
    mask, _, mark = listing.sections.partition(".")
    names = all_sections(context)
    if mark != _checksum(names):
        raise StaleButton
    return tuple(name for place, name in enumerate(names) if int(mask, 16) >> place & 1)


def limited_to_sections(listing: Listing, names: tuple[str, ...], chosen: Collection[str]) -> Listing:
    """Return a list limited to those of the sections `names` of the plan that are chosen; none chosen means all."""
    mask = sum(1 << place for place, name in enumerate(names) if name in chosen)
    return dataclasses.replace(listing, section=None, sections=f"{mask:x}.{_checksum(names)}" if mask else None)


def all_sections(context: Context) -> tuple[str, ...]:
    """Return the sections of the plan, in its order. Raises NoPlan."""
    current_plan(context.db)
    return tuple(dict.fromkeys(part.section for part in count_parts(context.db, context.today)))


def _checksum(names: tuple[str, ...]) -> str:
    """Return a checksum that tells whether chosen sections are of these."""
    return f"{crc32(chr(10).join(names).encode()) & 0xFFFF:04x}"
