"""Finding the tasks that a sentence wants to nudge about, and checking the words to go with the nudge."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from data.announcing.addressees import addressees_named
from data.announcing.nudges import MOST_WORDS
from data.errors.announcing import NothingToNudge, NotTheirTask
from data.notices.plan_rules import plan_rules
from data.reporting.drafts import checked_note
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import is_to_report, is_unfinished_ongoing
from data.standing.selection import due_until, of_units, overdue, unfinished
from data.store import Database
from data.times import day_of
from data.understanding import Kind, Understanding, says, values_of
from data.understanding.announcing.nudge_words import due_span
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.filters import find_filters
from data.understanding.list_exceptions import names_left_out

COMING_UP = timedelta(days=30)


def tasks_asked_for(db: Database, meaning: Understanding, now: datetime) -> list[Assignment] | None:
    """Return the assignments that a sentence wants to nudge about; None if it does not name any.

    These are the tasks it names, for the units it names. Without tasks they are those due within a stated time, what
    there is to ask the units about (催没报的区: of one that has nothing due, its ongoing work without a report), those
    without a report for long, or the overdue and silent ones of all units. Raises UnknownUnit, NotTheirTask if a named
    unit has nothing to do with a named task, and NothingToNudge.
    """
    meant = [meaning.task] if meaning.task else meaning.candidates if meaning.names(Kind.TASK) else []
    named = values_of(meaning, Kind.CODE) or meant
    out = {value for each in names_left_out(meaning, of_recipients=True) for value in each.values}
    codes, to = [each for each in named if each not in out], addressees_named(db, meaning)
    if codes:
        found = _if_silent(_of_codes(db, codes, to.unit_ids, now), meaning)
    elif (span := due_span(meaning)) is not None:
        found = _due_in(db, span, None if to.everybody or not to.unit_ids else list(to.unit_ids), now)
    elif to.unit_ids and not to.all_but:
        found = _if_silent(assignments_to_nudge(db, to.unit_ids, now), meaning)
        if says(meaning, "asked.unreported"):
            found += _ongoing_unreported(db, {*to.unit_ids} - {each.unit_id for each in found}, now)
    elif (waiting := _silent_for_long(db, meaning, now)) is not None:
        found = waiting
    elif to.all_but:
        found = [each for each in overdue_without_report(db, now) if each.unit_id in to.unit_ids]
    elif to.section is not None:
        found = [each for each in overdue_without_report(db, now) if each.section == to.section]
    elif to.everybody or meaning.overdue or meaning.unfinished:
        found = overdue_without_report(db, now)
    else:
        return None
    if asked := [each for each in found if each.code not in out]:
        return asked
    raise NothingToNudge(tuple(each.code for each in left_in_doubt(db, meaning, now)))


def left_in_doubt(db: Database, meaning: Understanding, now: datetime) -> list[Assignment]:
    """Return the overdue assignments that a sentence would nudge about if their deadlines were not in doubt, of the
    units that it names or of all; none if it names tasks, a section or a time."""
    to = addressees_named(db, meaning)
    if meaning.names(Kind.CODE) or meaning.task or to.section or due_span(meaning) is not None:
        return []
    return overdue_in_doubt(db, now, to.unit_ids or None) if to.unit_ids or to.everybody or meaning.overdue else []


def overdue_in_doubt(db: Database, now: datetime, unit_ids: Collection[int] | None = None) -> list[Assignment]:
    """Return the overdue assignments whose deadlines are in doubt, of some units if given."""
    today = day_of(now, db.zone)
    found = unfinished(db, today, overdue(today), unit_ids)
    return [each for each in found if each.id and each.doubtful]


def _silent_for_long(db: Database, meaning: Understanding, now: datetime) -> list[Assignment] | None:
    """Return the assignments without a report for as long as a sentence says (一个月没报的) or that are stale.

    Returns None if the sentence says neither.
    """
    text, today = meaning.text.lower(), day_of(now, db.zone)
    length = length_in_days(text) if says(meaning, "asked.unreported") else None
    stale = find_filters(text, meaning.readings).light == "stale"
    if length is None and not stale:
        return None
    found = unfinished(db, today, of_units())
    if length is None:
        return [each for each in found if each.stale]
    return _silent_since(today - timedelta(days=length), [each for each in found if is_to_report(each)])


def _silent_since(day: date, found: Sequence[Assignment]) -> list[Assignment]:
    known = [each for each in found if each.id and not each.doubtful]
    return [each for each in known if each.last is None or each.last.at.date() <= day]


def _if_silent(found: list[Assignment], meaning: Understanding) -> list[Assignment]:
    """Return the assignments; if a sentence only wants what was not reported, those on which nothing was ever reported
    or a report is wanted now."""
    only_silent = says(meaning, "asked.unreported")
    return [each for each in found if not only_silent or each.last is None or is_to_report(each)]


def _ongoing_unreported(db: Database, unit_ids: Collection[int], now: datetime) -> list[Assignment]:
    found = unfinished(db, day_of(now, db.zone), of_units(), unit_ids)
    return [each for each in found if is_unfinished_ongoing(each) and each.last is None and not each.doubtful]


def _due_in(db: Database, span: tuple[date, date], unit_ids: Sequence[int] | None, now: datetime) -> list[Assignment]:
    found = unfinished(db, day_of(now, db.zone), due_until(span[1]), unit_ids)
    return [each for each in found if each.id and not each.doubtful and each.due and each.due >= span[0]]


def checked_nudge_words(text: str) -> str:
    """Return the trimmed words to go with a nudge. Raises NoteTooLong."""
    return checked_note(text, MOST_WORDS)


def _of_codes(db: Database, codes: Sequence[str], unit_ids: Sequence[int], now: datetime) -> list[Assignment]:
    found: list[Assignment] = []
    for code in codes:
        of_task = [each for each in assignments(db, day_of(now, db.zone), code=code) if each.id]
        theirs = [each for each in of_task if not unit_ids or each.unit_id in unit_ids]
        if of_task and not theirs:
            raise NotTheirTask(code, tuple(each.unit or "" for each in of_task))
        found += theirs
    return [each for each in found if not each.finished]


def overdue_without_report(db: Database, now: datetime) -> list[Assignment]:
    """Return the overdue assignments of all units without a report for as long as the plan's rules allow.

    Doubtful deadlines are left out, as nobody has looked at each task.
    """
    today, silent = day_of(now, db.zone), timedelta(days=plan_rules(db).escalation_after)
    found = unfinished(db, today, overdue(today))
    return _silent_since(today - silent, found)


def assignments_to_nudge(db: Database, unit_ids: Sequence[int], now: datetime) -> list[Assignment]:
    """Return what there is to ask units about: overdue assignments, or else those due within 30 days."""
    today = day_of(now, db.zone)
    found = unfinished(db, today, due_until(today + COMING_UP), list(unit_ids))
    sure = [each for each in found if not each.doubtful]
    return [each for each in sure if each.overdue] or sure
