"""Corrections (更正) and withdrawals (撤回) of reports, and corrections of figures from earlier periods."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from data.patterns import Pattern
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figure_names import Indicators
from data.understanding.entities.figure_values import unit_of, value_in
from data.understanding.entities.figures import find_figures
from data.understanding.entities.percents import read_percent
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Aim, Kind, Understanding, of_kind
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.orders import find_order, says
from data.understanding.reporting.figure_parts import (
    difference_said,
    tells_of_a_part,
    without_parts,
    without_step,
)
from data.understanding.reporting.numbers_put_right import (
    denied_at,
    figure_said_wrong,
    number_correction,
    without_words_behind,
)
from data.understanding.reports import behind_its_task
from data.understanding.words import IndicatorWords

_FIRST, _EARLIER = "corrections.first", "corrections.earlier"
_WORDS = table("report_corrections")
OF_ANOTHER_TASK = ("report_corrections.of_another_task", "report_corrections.of_this_task")
"""The ways to say of what is being filled in that it is about a task: 报错了，是2-3; 是7-1的."""
_SAID_INSTEAD = "report_corrections.said_instead"
_NAMED = Pattern(
    rf"(?i)^\p{{Han}}{{1,6}}(?:{any_word(_WORDS['reported_by'])}) *\x00+ *| *(?:\b(?:in|on|for|of|to) )?\x00+ *"
)
_LOOKING_BACK = Pattern(rf"(?i)(?:(?:{any_word([*_WORDS['looks_back'], *_WORDS['beside']])})[,，。.:：\s]*)+")

_NOT_OF = Pattern(rf"(?:{any_word(_WORDS['not_of'])})\s*$")


@dataclass(frozen=True, slots=True)
class FigureCorrection:
    """A correction of a figure that was reported for the days `first` to `last`.

    `before` was reported and `value` is right, both in the indicator's unit and None if not said. Without a `value`
    what was reported is to be changed `by` a number (多报了1个: -1), or else the right number is not told. It is in the
    first report if `of_the_first`, and what is `new` in a running total, not the total.
    """

    indicator: str
    first: date
    last: date
    before: float | None
    value: float | None
    by: float | None = None
    of_the_first: bool = False
    new: bool = False


def tasks_meant_instead(meaning: Understanding, own: str) -> tuple[str, ...]:
    """Return the tasks that a text says an open report on the task `own` is about instead (报错了，是2-3).

    Nothing is said of a task that is denied (不是2-3), nor of one that only begins the text and is itself what is wrong
    (2-3报错了).
    """
    said = find_order(meaning, *OF_ANOTHER_TASK)
    if said is None:
        return ()
    before = [(each.values[0], meaning.text[: each.start].lower()) for each in of_kind(meaning, Kind.CODE)]
    denied = {code for code, words in before if _NOT_OF.search(words)}
    led_to = {code for code, words in before if own in denied or words.strip(" ,，。:：!！")}
    return tuple(each for each in said.codes if each in led_to and each not in denied)


def adds_its_numbers(text: str) -> bool:
    """Return whether a text adds its numbers to those there are (又立案2件，都是假药案). One that says by a number that
    it is that instead does not (漏了，应该是3件)."""
    counts = (each for each in clauses_of(text) if find_amounts(each.lower()))
    return says(text, "report_corrections.added") and not any(says(each, _SAID_INSTEAD) for each in counts)


def figure_correction(
    meaning: Understanding, indicators: Indicators, today: date, reported: Callable[[], Mapping[IndicatorWords, float]]
) -> FigureCorrection | None:
    """Return the figure of an earlier period that a sentence corrects, or None; a report may do so if it looks back and
    adds nothing to what is reported now (上周那3人里放了1个，实际2人; 上个月漏了1起立案). If it names none, that of the
    `reported` ones whose number is said to be wrong (上次的35件更正为33件)."""
    if meaning.aim not in (Aim.CORRECT, Aim.REPORT):
        return None
    text = without_words_behind(blank(meaning.text.lower(), list(of_kind(meaning, Kind.CODE)), " "))
    right = number_correction(text)
    tells_wrong = right is not None and bool(right.wrong)
    looks_back = tells_wrong or says(meaning, "report_corrections.looked_back")
    adds = adds_its_numbers(meaning.text) and difference_said(text) is None
    if meaning.aim is Aim.REPORT and (not looks_back or adds):
        return None
    if (span := _period(text, today)) is None:
        return None
    indicator = _indicator(text, indicators)
    if indicator is None and right is not None and right.wrong:
        indicator = figure_said_wrong(right, reported())
    if indicator is None:
        return None
    days = find_day_readings(text, today, past=True)
    counted = {each.start for each in find_amounts(text) if each.scale or each.is_of_things}
    rest = blank(text, [each for each in days if each.start not in counted], " ")
    numbers, by = _numbers_and_difference(rest, indicator)
    values = [value for value, denied in numbers if not denied]
    stated = {value for value, _ in _numbers(right.right, indicator)} if right is not None else {*values}
    wrong = [value for value, _ in numbers if values and (value != values[-1] or value not in stated)]
    if tells_of_a_part(rest) and len(values) == 1:
        values, wrong = [], values
    if by is not None and stated.isdisjoint(values):
        values = []
    if not (values or wrong) and by is None:
        return None
    return FigureCorrection(
        indicator.name,
        *span,
        before=wrong[0] if wrong else None,
        value=values[-1] if values else None,
        by=None if values else by,
        of_the_first=says(text, _FIRST),
        new=says(text, "report_corrections.new"),
    )


def _numbers_and_difference(text: str, indicator: IndicatorWords) -> tuple[list[tuple[float, bool]], float | None]:
    """Return the numbers in `text` that may be the indicator's, with whether each is denied, and by how much another
    clause says that it was wrong (其实是65万，少了5万), or None. A number added alone is no difference (再加2件)."""
    numbers, added = list[tuple[float, bool]](), list[tuple[float, bool]]()
    by = None
    for clause in clauses_of(text):
        found = list(_numbers(clause, indicator))
        sign = difference_said(clause) if len(found) == 1 else None
        step = without_step(clause) if len(found) == 1 else None
        if sign is not None:
            by = sign * found[0][0]
        elif step is not None:
            added += found
        else:
            numbers += found
    return numbers if numbers or by is not None else added, by


def _indicator(text: str, indicators: Indicators) -> IndicatorWords | None:
    """Return the indicator of the first figure in `text`, or else the first indicator it names, or None."""
    for each in find_figures(text, indicators):
        if each.kind in (Kind.FIGURE, Kind.NO_FIGURE, Kind.ONE_OF_SEVERAL):
            return indicators.by_name[each.values[0].lower()][0]
    words = (found[0] for found in indicators.names.finditer(text))
    known = (indicators.by_name.get(word) or indicators.spoken.get(word) for word in words)
    return next((each[0] for each in known if each), None)


def _period(text: str, today: date) -> tuple[date, date] | None:
    """Return the first past period that `text` names, or this year up to `today` if it speaks of earlier, or None."""
    for each in find_day_readings(text, today, past=True):
        first, last = each.days
        if last < today:
            return first, last
    return (date(today.year, 1, 1), today) if says(text, _FIRST, _EARLIER) else None


def days_reported(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and last of the past days that words name (昨天, 周一), also today's (上午), or None."""
    found = find_day_readings(words, today, past=True)
    of_today = says(words, "report_corrections.part_of_today")
    return found[0].days if found else (today, today) if of_today else None


def _numbers(text: str, indicator: IndicatorWords) -> Iterator[tuple[float, bool]]:
    """Yield the numbers in `text` that can be the indicator's, in its unit, and whether each is denied; not what is
    told of a part of them."""
    for amount in without_parts(text, find_amounts(text)):
        value = value_in(amount, indicator) if unit_of(amount, (indicator,)) else None
        if value is not None:
            yield value, denied_at(text, amount) is not None


def more_percent(text: str) -> int | None:
    """Return the percentage by which a text says that the work has gone on (又推进10%), or None."""
    said = find_order(text, "report_corrections.more_percent")
    return read_percent(said["share"].lower()) if said is not None else None


@dataclass(frozen=True, slots=True)
class ReportCorrection:
    """A wish to correct a report, or to take it back if it `withdraws`: on which task, and what else is said."""

    code: str | None
    rest: str
    withdraws: bool


def without_code(meaning: Understanding) -> str:
    """Return a sentence without the code of its task: also 1 suspect arrested from also 1 suspect arrested in 6-11; and
    without who reported on it (小吴报的1-8不对)."""
    return behind_its_task(_NAMED.sub(" ", blank(meaning.text, of_kind(meaning, Kind.CODE))).strip(" ,，:："))


def without_looking_back(text: str) -> str:
    """Return `text` without the words that say it corrects or adds to something: 13人 from 不对，少报了一个，13人."""
    return _LOOKING_BACK.sub(" ", text).strip() if says(text, "report_corrections.looked_back") else text


def right_instead(text: str) -> str:
    """Return what a text tells behind words that only call wrong what was written (刚才写错了，方案是草稿), or ""."""
    said = find_order(text, "report_corrections.right_instead")
    return said["right"] if said is not None else ""


def correction_said(meaning: Understanding) -> ReportCorrection | None:
    """Return the correction or withdrawal of a report that a message asks for, or None."""
    found = find_order(meaning, "report_corrections.said")
    if found is None:
        return None
    code, right = next((each.values[0] for each in of_kind(meaning, Kind.CODE)), None), found["right"]
    withdraws = says(found.rest, "report_corrections.takes_back")
    surely = withdraws or says(found.rest, "report_corrections.of_the_last") or (code is not None and not right)
    return ReportCorrection(code, right, withdraws) if surely else None
