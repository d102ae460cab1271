"""Which tasks a sentence wants somebody to be asked for, and what else is to be told them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from data.announcing.addressees import addressed
from data.announcing.nudges import MOST_WORDS, overdue_and_silent, to_ask_of
from data.errors import NoteTooLong
from data.errors.announcing import NothingToNudge, NotTheirTask
from data.standing.assignments import Assignment, assignments
from data.standing.check_ins import is_to_report
from data.standing.selection import Unfinished, unfinished
from data.store import Database
from data.times import day_of
from data.understanding import Kind, Understanding, of_kind, says, values_of
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.filters import find_filters
from data.understanding.fillers import without_courtesies
from data.understanding.list_exceptions import names_left_out
from data.understanding.polarity import urges

NAMING = (Kind.UNIT, Kind.CODE, Kind.TASK, Kind.SECTION)
_UNTIL = ("前", "之前", "以前", "内")
_ENDS = ("到期", "截止", "的")
_FALLS_DUE = (*_ENDS, *(until + ends for until in _UNTIL for ends in _ENDS))
_MARKS = "，,：:；;"
_ASKS_THEM = ("请", "please ", "Please ")


def tasks_asked_for(db: Database, meaning: Understanding, now: datetime) -> list[Assignment] | None:
    """The tasks that a sentence names, by code or words, of the units that it names; without a task what there is to
    ask of these units, or of all what is overdue and silent. None where it names nothing. Raises UnknownUnit,
    NotTheirTask for a task of others, and NothingToNudge."""
    meant = [meaning.task] if meaning.task else meaning.candidates if any(of_kind(meaning, Kind.TASK)) else []
    named = values_of(meaning, Kind.CODE) or meant
    out = {value for each in names_left_out(meaning) for value in each.values}
    codes, to = [each for each in named if each not in out], addressed(db, meaning)
    if codes:
        return _of_codes(db, codes, to.unit_ids, now)
    if (span := due_span(meaning, day_of(now, db.zone))) is not None:
        ids = None if to.everybody or not to.unit_ids else list(to.unit_ids)
        return _something([each for each in _due_in(db, span, ids, now) if each.code not in out])
    if to.unit_ids and not to.all_but:
        return _something([each for each in to_ask_of(db, to.unit_ids, now) if each.code not in out])
    if (waiting := _silent_for_long(db, meaning, now)) is not None:
        return _something([each for each in waiting if each.code not in out])
    silent = [each for each in overdue_and_silent(db, now) if each.code not in out]
    if to.all_but:
        return _something([each for each in silent if each.unit_id in to.unit_ids])
    if to.section is not None:
        return _something([each for each in silent if each.section == to.section])
    return _something(silent) if to.everybody or meaning.overdue or meaning.unfinished else None


def _silent_for_long(db: Database, meaning: Understanding, now: datetime) -> list[Assignment] | None:
    """What is to be reported now and was not for as long as a sentence says (一个月没报的); None where it says
    nothing of that."""
    text, today = meaning.text.lower(), day_of(now, db.zone)
    length = length_in_days(text) if says(meaning, "asked.unreported") else None
    stale = find_filters(text, meaning.readings).light == "stale"
    if length is None and not stale:
        return None
    found = unfinished(db, today, Unfinished(of_units=True))
    if length is None:
        return [each for each in found if each.stale]
    late, since = [each for each in found if is_to_report(each)], today - timedelta(days=length)
    return [each for each in late if not each.doubtful and (each.last is None or each.last.at.date() <= since)]


def due_span(meaning: Understanding, today: date) -> tuple[date, date] | None:
    """The days within which what is asked for falls due, where a sentence names them: 年底到期的, 下周五前的. None
    where it names none, or several."""
    days = [each for each in of_kind(meaning, Kind.TIME) if meaning.text[each.end :].startswith(_FALLS_DUE)]
    if len(days) != 1:
        return None
    first, last = (date.fromisoformat(each) for each in days[0].values[:2])
    until = meaning.text[days[0].end :].startswith(_UNTIL)
    return min(today, first) if until else first, last


def _due_in(db: Database, span: tuple[date, date], unit_ids: Sequence[int] | None, now: datetime) -> list[Assignment]:
    """What surely falls due within some days and is not finished, of units or of all."""
    found = unfinished(db, day_of(now, db.zone), Unfinished(until=span[1]), unit_ids)
    return [each for each in found if each.id is not None and not each.doubtful and each.due and each.due >= span[0]]


def own_words(text: str, meaning: Understanding) -> str:
    """What is to be told with the nudge: what stands behind the names, or of all behind the first sign, unless it urges
    (没报的催一下，周五前报上来), or the whole of 请公安局把总结补上，周三前."""
    if text.startswith(_ASKS_THEM) and any(mark in text for mark in _MARKS) and not urges(meaning.text.lower()):
        return text.strip()
    if len(meaning.text) != len(text):
        return ""
    named = [each.end for each in meaning.readings if each.kind in NAMING]
    signs = [at for at, char in enumerate(text) if char in _MARKS]
    rest = text[max(named) if named else min(signs, default=len(text)) :].lstrip()
    told = rest[1:].strip() if rest[:1] in _MARKS else ""
    return told if named or (without_courtesies(told) and not urges(told.lower())) else ""


def says_only_how(meaning: Understanding) -> bool:
    """Whether words only say in which manner somebody is to be asked: 商务局客气点."""
    return says(meaning, "recipients.only_how")


def checked_own_words(text: str) -> str:
    """Words to go with a nudge. Raises NoteTooLong."""
    words = text.strip()
    if len(words) > MOST_WORDS:
        raise NoteTooLong(len(words), MOST_WORDS)
    return words


def _of_codes(db: Database, codes: Sequence[str], unit_ids: Sequence[int], now: datetime) -> list[Assignment]:
    found: list[Assignment] = []
    for code in codes:
        of_task = [each for each in assignments(db, day_of(now, db.zone), code=code) if each.id is not None]
        theirs = [each for each in of_task if not unit_ids or each.unit_id in unit_ids]
        if of_task and not theirs:
            raise NotTheirTask(code, tuple(each.unit or "" for each in of_task))
        found += theirs
    return _something([each for each in found if not each.finished])


def _something(found: list[Assignment]) -> list[Assignment]:
    if not found:
        raise NothingToNudge
    return found
