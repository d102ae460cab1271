"""The kinds of deadlines, the phrases that their grammar is built from, and when a deadline falls due."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

from data.calendar import MONTHS, Period, Span, add_months, month_end, months_between, span_around, workdays_later
from data.plan.workdays import Workdays
from data.shapes import Lexicon, Shape, words_by_sign
from data.store import record_of


class DeadlineKind(StrEnum):
    """The kinds of deadlines."""

    DATE = "date"
    ONGOING = "ongoing"
    MILESTONE_THEN_ONGOING = "milestone_then_ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    ARRANGED = "arranged"
    DONE = "done"
    MISSING = "missing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The reading of a deadline text.

    `due` is the last day of the stated period, `granularity` the size of that period, and `start` its first day if the
    text names one. A recurring deadline is first due on `due` and then once per `every`, on its working day number
    `offset_workdays` (counted from the end if negative) if the text says so. A conditional deadline is due
    `offset_months`, `offset_days` or `offset_workdays` after `event`, if the text states one of them. For ongoing work
    a report is asked for once per `check_in`.
    """

    kind: DeadlineKind
    due: date | None = None
    start: date | None = None
    granularity: Period | None = None
    every: Period | None = None
    event: str | None = None
    offset_months: int | None = None
    offset_days: int | None = None
    offset_workdays: int | None = None
    check_in: Period | None = None


DEADLINE_FIELDS = fields(Deadline)
_DAY = timedelta(days=1)
_IN_ORDER = itemgetter(*(each.name for each in DEADLINE_FIELDS))


UNCLEAR_DEADLINE = Deadline(DeadlineKind.UNCLEAR)


def deadline_ending(span: Span, start: date | None = None) -> Deadline:
    """Return a deadline on the last day of `span`."""
    return Deadline(DeadlineKind.DATE, due=span.last, start=start, granularity=span.granularity)


def next_due(deadline: Deadline, after: date) -> date | None:
    """Return the first due day of a recurring deadline on or after `after`; of any other, its due day or None."""
    due, every = deadline.due, deadline.every
    if deadline.kind is not DeadlineKind.RECURRING or due is None or every is None or after <= due:
        return due
    if every is Period.WEEK:
        return after + timedelta(days=(due - after).days % 7)
    if deadline.offset_workdays is not None:
        return next_nth_workday(deadline.offset_workdays, every, after)
    steps = months_between(due, after) // MONTHS[every]
    return next(day for n in (steps, steps + 1) if (day := _occurrence(deadline, due, n * MONTHS[every])) >= after)


def next_nth_workday(nth: int, every: Period, after: date) -> date:
    """Return the first day on or after `after` that is working day `nth` of its period `every`.

    A negative `nth` counts from the end of the period.
    """
    span = span_around(after, every)
    while (day := workdays_later(span.first - _DAY if nth > 0 else span.last + _DAY, nth)) < after:
        span = span_around(span.last + _DAY, every)
    return day


def due_after_event(deadline: Deadline, event_day: date) -> date | None:
    """Return the day on which a conditional deadline is due; None if it states no offset from its event."""
    if deadline.kind is not DeadlineKind.CONDITIONAL:
        return None
    if deadline.offset_months is not None:
        return add_months(event_day, deadline.offset_months)
    if deadline.offset_days is not None:
        return event_day + timedelta(days=deadline.offset_days)
    return None if deadline.offset_workdays is None else Workdays().after(event_day, deadline.offset_workdays)


def _occurrence(deadline: Deadline, due: date, months: int) -> date:
    day = add_months(due, months)
    return day if deadline.granularity is Period.DAY else month_end(day)


def plain_values(deadline: Deadline) -> dict[str, object]:
    """Return the fields as plain values, days in ISO form, as stored and as in `liaison plan check --json`."""
    values = {field.name: getattr(deadline, field.name) for field in DEADLINE_FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def deadline_of(values: Mapping[str, Any]) -> Deadline:
    """Return the deadline for plain values, such as the columns of a task."""
    return _deadline(*_IN_ORDER(values))


@lru_cache(4096)
def _deadline(*plain: Any) -> Deadline:
    return record_of(Deadline, {each.name: value for each, value in zip(DEADLINE_FIELDS, plain, strict=True)})


_BEFORE = {  # signs for an hour, a title, a document's number, a telephone number or address
    "H": "(?:[上下]午|中午|晚上?)?[0-9]{1,2}(?:[时点](?:[0-9]{1,2}分)?|:[0-9]{2})|[上下]午|下班",
    "T": "《[^《》]{1,40}》",
    "S": r"[〔\[][0-9]{4}[〕\]][0-9]{1,4}号",
    "@": "(?:0[0-9]{2,3}-?[0-9]{7,8}|1[0-9]{10}|[0-9A-Za-z._]+@[0-9A-Za-z.]+)",
}
_CHINESE_DIGIT = "[〇一二三四五六七八九]"
_BEHIND = {  # signs for numbers: years, long numbers, numbers of three digits, of one or two digits
    "y": f"{_CHINESE_DIGIT}{{4}}",
    "D": r"[0-9]{5,}|[0-9]+\.[0-9]+",
    "Y": "[0-9]{4}",
    "Z": "[0-9]{3}",
    "N": "[0-9]{2}|[02-9]",
    "1": "1",
    "n": "[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两]",
    "一": "一",
}
_MARKS = ",;。():/-、“”%. "
# Characters that stand for themselves. Those in _TELLING bear on the time, so no pattern skips them; those in _PLAIN
# may be skipped as part of other words.
_TELLING = "年月日号天旬季周起止至到再第次半前后每初待视原或已中"
_PLAIN = "上下本内底末度各按逐自从于在之以及个份首终截期由为即的版因"

NUMERALS = "Nn1一"
ANY_NUMERAL = f"{NUMERALS}YyZD"
YEAR = "[Yy]"
SMALL_NUMERAL = f"[{NUMERALS}]"
COUNT = f"[{NUMERALS}Z]"
ACT = "[VCFitBIPQ]"
PAPER = "[PQpjk]"
WORD = f"(?:[wVCFistBIPQpjkheaobcmMWUn一&TS、“”{_PLAIN}]|[年月]度)"
OTHER_WORDS = f"(?:{WORD}|中{WORD})*"
HOW = "[hq]*"
HOUR = " ?H?"
_QUANTITY = "q?[1NZYD](?:-[1NZYD])?(?:%|m|[起次个份x])(?:以上)?"
OF_A_PERIOD = f"(?:{YEAR}年(?:度|A|第?{SMALL_NUMERAL}季度?|[上下]半年)?{WORD}{{0,4}}?{PAPER})"
ONE_TIME = f"(?:q?[1一]次{OTHER_WORDS})?"
OBJECT = f"(?:{OF_A_PERIOD}?{OTHER_WORDS}(?:{_QUANTITY}{OTHER_WORDS})*|{OTHER_WORDS}@)"
ACTION_STEP = f"{HOW}{ACT}{OBJECT}"
ACTION = f"(?:{ACTION_STEP}{ONE_TIME})?"
LED_STEP = f"{OTHER_WORDS}{ACT}{OBJECT}"
LED_ACTION = f"(?:{LED_STEP}{ONE_TIME})?"
WITHIN = "[之以]?内"
BY = "(?:[或及]?[之以]前|前|[之以]内|为?止|K)?"
THIS_ISSUE = "I(?:之日)?"


def _sign(char: str) -> str:
    if char in _TELLING or char in _PLAIN or char in _MARKS:
        return char
    return "w" if "\u4e00" <= char <= "\u9fff" else "?"


@cache
def _lexicon() -> Lexicon:
    lists = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Lexicon(words_by_sign(lists), _BEFORE, _BEHIND, _sign)


def shape_of(text: str) -> Shape:
    """Return the shape of a deadline text that `normalise` has returned."""
    return _lexicon().shape(text)
