"""Recognition of the list of tasks that a message asks for."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from data.calendar import EARLIEST, MONTHS, Period, span_around
from data.plan.search import is_any_about, is_spoken_of, tasks_about
from data.plan.tasks import first_task_of
from data.plan.units import find_unit, known_names
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import DAYS_AHEAD
from data.standing.standing import Status
from data.understanding import Aim, Intent, Kind, Mood, Understanding, find_order, of_kind, says, values_of
from data.understanding.aims import COUNTING_TASKS, LISTS_OF_TASKS
from data.understanding.days_meant import past_day_meant
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.filters import Filters, find_filters, leaves_out_ongoing
from data.understanding.entities.limits import MOST_DAYS
from data.understanding.fillers import meaningful_words
from data.understanding.list_exceptions import left_out_of_lists, unit_in, units_in
from data.understanding.normalise.sentence import blank_spans
from data.understanding.orders import pattern_of
from data.understanding.polarity import clauses
from data.understanding.statuses import UNFINISHED
from handlers.tasks.selection import FINISHED_FILTERS, Filter, Listing
from handlers.telegram import Context, filter_refusal, hear

LISTED = (Intent.TASKS, Intent.TASK, Intent.DEADLINES, Intent.AMBIGUOUS, Intent.UNKNOWN)
"""The intents as which a message that asks for a filtered list may have been understood."""
ITEM_ALONE = 6
"""In characters: a text up to this length names an item and nothing else (第8项, item 8)."""
_HOW_MANY = pattern_of("asked.how_many")
ABOUT_OTHERS = "lists.of_other_units"
MOST_ON_A_TOPIC = 20
MOST_TOLD = 10
"""The most tasks that are told of in answer to a question that names them by their numbers."""
STATED = (Kind.CODE, Kind.NO_CODE, Kind.STRANGER, Kind.PERCENT, Kind.FIGURE)
"""A message that names something of these kinds is more than a filter."""


def due_soon(context: Context) -> Listing:
    """Return the list of what falls due within thirty days."""
    return Listing(Filter.DUE, context.today, context.today + timedelta(days=DAYS_AHEAD))


def listing_asked_for(context: Context, meaning: Understanding) -> Listing:
    """Return the list that a message asks for.

    Raises UnknownUnit for a unit without tasks, and CannotFilter for a condition that tasks cannot be selected by.
    """
    if impossible := filter_refusal(meaning):
        raise impossible
    sought, without = filters_of(meaning), units_left_out(meaning)
    words = sought.words if is_any_about(context.db, context.bot_data.words.current().tasks, sought.words) else ()
    found = _filtered(context, meaning, dataclasses.replace(sought, words=words))
    own = context.person.units if context.person.is_coordinator and meaning.own else ()
    unit = None if meaning.unit in without else meaning.unit
    found = limited_to_part(context, found, dataclasses.replace(meaning, unit=unit or next(iter(own), None)))
    left_out = tuple(find_unit(context.db, each).id for each in without)
    return dataclasses.replace(found, item=sought.item, words=words, without=left_out, percents=sought.percents)


def counts_asked(context: Context, meaning: Understanding) -> list[Understanding]:
    """Return the parts of a message that ask side by side how many tasks or reports there are (逾期几个 受阻几个,
    完成几个没完成几个), or none if it asks that only once. A unit or section that is named counts for all of them."""
    parts = _counting_parts(meaning.text) if meaning.aim in COUNTING_TASKS else ()
    heard = [hear(context, each) for each in parts if says(each, "asked.how_many", "asked.which_tasks")]
    counts = [each for each in heard if says(each, "asked.how_many")]
    may_count = (each.aim in COUNTING_TASKS or says(each, "asked.reports_counted") for each in heard)
    if len(counts) <= 1 or not all(may_count):
        return []
    return [
        dataclasses.replace(
            each, unit=each.unit or meaning.unit, section=each.section or meaning.section, own=meaning.own
        )
        for each in heard
    ]


def lists_counted(context: Context, asked: Sequence[Understanding]) -> list[Listing]:
    """Return the lists of which the parts of a message ask the number of tasks; none unless they are several."""
    found = [(each, list_counted(context, each)) for each in asked]
    lists = dict.fromkeys(listing for each, listing in found if not is_whole_plan_unasked(each, listing))
    return [*lists] if len(lists) > 1 else []


def list_counted(context: Context, meaning: Understanding) -> Listing:
    """Return the list that one of several questions counts; of those not done it is the unfinished ones."""
    listing = listing_asked_for(context, meaning)
    is_open = listing.filter is Filter.ALL and any(UNFINISHED.find(meaning.text.lower()))
    return dataclasses.replace(listing, filter=Filter.OPEN) if is_open else listing


def _counting_parts(text: str) -> Iterator[str]:
    """Yield the clauses of a text, and the parts of one that asks several times how many, each with its question."""
    for start, end in clauses(text):
        ends = [found.end() for found in _HOW_MANY.finditer(text[start:end])][:-1]
        for first, last in pairwise([start, *(start + each for each in ends), end]):
            yield text[first:last]


def is_whole_plan_unasked(meaning: Understanding, listing: Listing) -> bool:
    """Return whether a list is the whole plan although no word for tasks was said (谁没来): this was not understood."""
    everything = listing == Listing(Filter.ALL)
    return everything and Mood.ASKS in meaning.moods and not says(meaning, "asked.for_tasks")


def unread_words(meaning: Understanding, listing: Listing) -> tuple[str, ...]:
    """Return the words by which a message seems to narrow a list although no task contains them; empty if something
    else than a unit narrows it."""
    limited = listing.silence or listing.percents
    narrowed = listing.words or listing.item or listing.section or listing.without or limited
    if listing.filter is not Filter.ALL or narrowed:
        return ()
    return tuple(word for word in filters_of(meaning).words if meaningful_words(word))


def units_left_out(meaning: Understanding) -> tuple[str, ...]:
    """Return the names of the units that a message excludes: 除了市场局还有谁逾期, 市场局的别列."""
    return tuple(dict.fromkeys(name.values[0] for name in left_out_of_lists(meaning) if name.kind is Kind.UNIT))


def listing_by_contents(context: Context, meaning: Understanding) -> Listing | None:
    """Return the list that a message names merely by its contents (红的, 第27项, 种子), or None."""
    sought = filters_of(meaning)
    index = context.bot_data.words.current().tasks
    if not sought or (sought.words and not is_spoken_of(context.db, index, sought.words)):
        return None
    return listing_asked_for(context, dataclasses.replace(meaning, unit=unit_in(meaning)))


def listing_of_topic(context: Context, meaning: Understanding) -> Listing | None:
    """Return the list of the tasks on the topic whose state now a message asks about (种子怎么样了); None if no task
    has its words, or so many do that they may be said of the whole plan (打假工作怎么样了)."""
    if meaning.aim is not Aim.SUMMARY or meaning.start or meaning.names(Kind.CODE):
        return None
    index, words = context.bot_data.words.current().tasks, filters_of(meaning).words
    found = tasks_about(context.db, index, words) if words and not says(meaning, "summary.of_the_whole") else None
    return listing_by_contents(context, meaning) if found and len(found) <= MOST_ON_A_TOPIC else None


def names_a_list(meaning: Understanding) -> bool:
    """Return whether a message asks for a list by its contents although it may have been understood as another
    question: 持续开展的有哪些 is not about a single task, 哪些要填数据 does not ask for help. 有哪些要审核 asks for
    reports."""
    if meaning.aim is Aim.REVIEW:
        return False
    if any(reading.kind in STATED for reading in meaning.readings) or filter_refusal(meaning) is not None:
        return False
    if says(meaning, "asked.what_it_means"):
        return False
    if meaning.intent is Intent.UNKNOWN and meaning.aim is not Aim.UNKNOWN:
        return False
    sought = filters_of(meaning)
    if sought.item is not None and len(meaning.text.strip()) <= ITEM_ALONE:
        return True
    if sought.which:
        return bool(sought) and meaning.intent in (*LISTED, Intent.SUMMARY, Intent.HELP)
    return sought.conditional and meaning.intent in LISTED and not meaning.task


def filters_of(meaning: Understanding) -> Filters:
    """Return what a message narrows a list by, apart from tasks having no report, and from whose they are."""
    apart = (find_order(meaning, way) for way in ("asked.unreported", ABOUT_OTHERS))
    text = blank_spans(meaning.text.lower(), [each.place for each in apart if each is not None], " ")
    return find_filters(text, meaning.readings)


def asks_for_units(meaning: Understanding, listing: Listing) -> bool:
    """Return whether a message asks which units are late or silent (谁迟了) rather than which tasks, or for any list by
    unit (12月底到期的按单位列)."""
    limited = listing.filter in (Filter.OVERDUE, Filter.STALE) or listing.silence or listing.percents
    of_units = limited and filters_of(meaning).by_unit
    return listing.unit_id is None and (bool(of_units) or says(meaning, "asked.listed_by_unit"))


def asks_for_unreported(meaning: Understanding) -> bool:
    """Return whether a message asks for tasks without a report, whatever their status."""
    leaves_out = meaning.aim is Aim.UNKNOWN and bool(units_left_out(meaning))
    asked = (meaning.aim.intent in (Intent.TASKS, Intent.SUMMARY, Intent.HISTORY) or leaves_out) and not meaning.task
    untouched = Status.NOT_STARTED in values_of(meaning, Kind.STATUS)
    lacking = meaning.aim is Aim.UNREPORTED and (untouched or says(meaning, "asked.lacking"))
    unreported = lacking or says(meaning, "asked.unreported")
    return asked and not (meaning.overdue or meaning.status) and unreported


def lists_meant(context: Context, meaning: Understanding) -> list[tuple[str, Listing]]:
    """Return the lists that a message may ask for, each with the name of its unit, the user's own units first.

    Raises UnknownUnit for a unit without tasks.
    """
    asked = listing_asked_for(context, dataclasses.replace(meaning, unit=None))
    names = sorted(meaning.candidates, key=lambda name: name not in context.person.units)
    return [(name, limited_to_unit(context, asked, name)) for name in names]


def tasks_asked_about(context: Context, meaning: Understanding, unit_ids: Sequence[int] | None) -> list[Assignment]:
    """Return the tasks about which a message asks by their numbers (2-6和2-7到哪了, 1-2和6-7哪个先到期), each of
    which is told of, limited to `unit_ids` (None: all units); none if it is about one, or they are many."""
    asks = meaning.aim in (Aim.TASK, *LISTS_OF_TASKS) and Mood.ASKS in meaning.moods
    codes = meaning.candidates if {*meaning.candidates} == {*values_of(meaning, Kind.CODE)} else ()
    found = [each for code in codes for each in assignments(context.db, context.today, unit_ids, code)]
    return found if asks and len(found) <= MOST_TOLD else []


def several_units_named(meaning: Understanding) -> tuple[str, ...]:
    """Return the units in a message that clearly means several; empty if a word may stand for more than one."""
    compete = any(len(each.values) > 1 for each in of_kind(meaning, Kind.UNIT))
    return units_in(meaning) if len(units_in(meaning)) > 1 and not compete else ()


def limited_to_part(context: Context, listing: Listing, meaning: Understanding) -> Listing:
    """Return a list limited to the unit and the section that a message names, in place of its own, or to none (全市呢).
    Raises UnknownUnit for a unit without tasks."""
    if says(meaning, "lists.the_same_of_all"):
        return dataclasses.replace(listing, unit_id=None, group=None, section=None, sections=None)
    if meaning.unit:
        listing = limited_to_unit(context, listing, meaning.unit)
    if meaning.section:
        listing = dataclasses.replace(listing, section=first_task_of(context.db, meaning.section), sections=None)
    return listing


def limited_to_unit(context: Context, listing: Listing, name: str) -> Listing:
    """Return a list limited to a unit or unit group, in place of its own. Raises UnknownUnit for one without tasks."""
    groups = list(known_names(context.db).groups)
    if name in groups:
        return dataclasses.replace(listing, unit_id=None, group=groups.index(name))
    return dataclasses.replace(listing, unit_id=find_unit(context.db, name).id, group=None)


def _state(meaning: Understanding, sought: Filters) -> Filter | None:
    """Return the filter for the light or the status that a message names, or None; asked whether all are done, it is
    what is not. What is done to so many percent (完成了60%到80%) is not done. What waits for review is done, too,
    unless the message asks for what has been accepted (已办结的)."""
    if sought.light:
        return Filter(sought.light)
    if sought.ongoing:
        return Filter.NOT_ONGOING if leaves_out_ongoing(meaning.text) else Filter.ONGOING
    if meaning.overdue or sought.late:
        return Filter.OVERDUE
    found = Filter(meaning.status.replace("_", "")) if meaning.status is not None else None
    if found in FINISHED_FILTERS and sought.percents:
        return None
    if found in FINISHED_FILTERS and says(meaning, "asked.whether_all"):
        return Filter.OPEN
    return Filter.DONE if found is Filter.CLOSED and not says(meaning, "asked.accepted") else found


def _unreported(context: Context, meaning: Understanding) -> Listing:
    """Return the list of tasks without a report: on the days that a message names, for as long as it says (一个月没报),
    or ever. If the message names a past day, the list shows that day; an end to come (年底的没报) is when they fall
    due."""
    if meaning.start is not None and meaning.end is not None and _lies_ahead(meaning.start, meaning.end, context.today):
        return Listing(Filter.DUE, meaning.start, meaning.end, silence=(None, None))
    if meaning.start is not None:
        return Listing(Filter.ALL, silence=(meaning.start, meaning.end or meaning.start))
    if (length := length_in_days(meaning.text.lower())) is not None:
        return Listing(Filter.ALL, silence=(context.today - timedelta(days=length), context.today))
    over = meaning.end is not None and meaning.end < context.today
    then = (meaning.end, meaning.end) if over and meaning.end else None
    return Listing(Filter.ALL, silence=(None, None), summary=then)


def _lies_ahead(first: date, last: date, today: date) -> bool:
    """Return whether days are to come, or the rest of a period of which only the end is named, not one that begins."""
    begins = any(span_around(last, each).first == today for each in (Period.WEEK, *MONTHS))
    return last > today and (first > today or (first == today and not begins))


def _late_by(least: int, most: int, today: date) -> Listing:
    first = EARLIEST if most == MOST_DAYS else today - timedelta(days=most)
    return Listing(Filter.OVERDUE, first, today - timedelta(days=least))


def _filtered(context: Context, meaning: Understanding, sought: Filters) -> Listing:
    """Return the list for the status and the days that a message names; for a past day, as it was then. What falls due
    and was not reported (年底前到期还没报的) is not overdue if that day is to come; when tasks with certain words fall
    due (种子什么时候到期) is asked of any day."""
    first, last = meaning.start or context.today, meaning.end or meaning.start
    asks_when = bool(sought.words) and says(meaning, "asked.when")
    if last is None and sought.due and not asks_when:
        last = due_soon(context).last
    days = (first, last) if last is not None else (None, None)
    if asks_for_unreported(meaning):
        silent = _unreported(context, meaning)
        return dataclasses.replace(silent, filter=Filter.ONGOING) if sought.ongoing else silent
    if sought.figures:
        return Listing(Filter.FIGURES)
    if sought.reportable:
        return Listing(Filter.TO_REPORT, *(days if last is not None and last > context.today else (None, None)))
    if sought.days_late:
        return _late_by(*sought.days_late, context.today)
    state = _state(meaning, sought)
    if state is Filter.OVERDUE and last is not None and last > context.today and says(meaning, "asked.unreported"):
        return Listing(Filter.DUE, first, last, silence=(None, None))
    if state is Filter.OVERDUE and (sought.due or says(meaning, "asked.late_or_soon")):
        soon = due_soon(context)
        return dataclasses.replace(soon, first=EARLIEST, last=last if last and last >= context.today else soon.last)
    if state is not None and state not in FINISHED_FILTERS and (day := past_day_meant(meaning, context.today)):
        return Listing(state, summary=(day, day))
    if state is not None:
        return Listing(state, *days)
    is_urgent = says(meaning, "asked.urgent", "asked.most_urgent")
    if last is not None:
        with_late = first <= context.today <= last and (is_urgent or says(meaning, "asked.to_be_done"))
        return Listing(Filter.DUE, EARLIEST if with_late else first, last)
    if is_urgent and context.person.sees_everything and meaning.unit is None:
        return dataclasses.replace(due_soon(context), first=EARLIEST)
    if meaning.unfinished or is_urgent or asks_when:
        return Listing(Filter.OPEN)
    return due_soon(context) if meaning.intent is Intent.DEADLINES else Listing(Filter.ALL)
