"""Finding the numbers of a note that count as figures and those that do not, for the preview."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.plan.indicators import indicators
from data.plan.tasks import code_of_assignment
from data.reporting.drafts import Draft
from data.understanding import IndicatorWords, Kind, Reading
from data.understanding.entities.amounts import find_amounts, is_time
from data.understanding.entities.figure_values import value_in
from data.understanding.entities.figures import find_about, find_not_counted, tells_a_part
from data.understanding.entities.percent_forms import SIGNS
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import Sentence, blank, clauses_of
from data.understanding.orders import quoted
from handlers.telegram import Context, hear_report

ENDS = " 、，,：:"
BRACKETS = "（）()"
_INEXACT = (Kind.NOT_EXACT, Kind.OTHER_TOTAL)
_BESIDE = f"{ENDS}（("
_TOLD_OTHERWISE = (Kind.CODE, Kind.PERCENT, Kind.FIGURE)


@dataclass(frozen=True, slots=True)
class CountedNumbers:
    """The numbers in a note that are no figures, as written, the (indicator, words) of figures written as approximate,
    the names of past months that figures are said to be of, and the (indicator, words, part) of figures with a part
    that is of a past month."""

    left: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    with_past: tuple[tuple[str, str, str], ...] = ()


def numbers_in_note(context: Context, draft: Draft) -> CountedNumbers:
    """Return which numbers in the draft's note count and which do not."""
    if not draft.note or not any(map(str.isalnum, draft.note)):
        return CountedNumbers()
    meaning = hear_report(context, code_of_assignment(context.db, draft.assignment_id), draft.note)
    text, readings = meaning.text, meaning.readings
    figures = draft.figures or {}
    about = [
        (each.values[0], text[each.start : each.end].strip())
        for each in find_about(text.lower(), readings)
        if figures.get(each.values[0]) == float(each.values[1])
    ]
    counted = [each for each in readings if each.kind is Kind.FIGURE and each.values[0] in figures]
    rest = {name: value for name, value in figures.items() if name not in {each.values[0] for each in counted}}
    left_out = [
        *find_not_counted(text.lower(), readings),
        *_left_out_of_several(readings, draft),
        *(each for each in readings if each.kind in _INEXACT or _is_future_figure(each, text)),
    ]
    known = indicators(context.db)
    begins = max(text.find(draft.note), 0)
    free = [
        each for each in left_out if each.start >= begins and not _has_one_of(rest, text[each.start : each.end], known)
    ]
    free.sort(key=lambda each: each.start)
    told = [each for each in readings if each.kind in _TOLD_OTHERWISE and each not in left_out]
    clauses = dict.fromkeys(_quoted(text, each, free, told) for each in free)
    days = find_day_readings(blank(text.lower(), counted), context.today, past=True)
    past = [each for each in days if _is_before_this_month(each, context.today)]
    with_past = tuple(_with_a_past_part(text, counted, past))
    parts = {part for *_, part in with_past}
    left = tuple(each for each in clauses if each not in parts)
    return CountedNumbers(left, tuple(about), _past_months(text, counted, days, past), with_past)


def _with_a_past_part(text: str, figures: Sequence[Reading], past: Sequence[Reading]) -> Iterator[tuple[str, str, str]]:
    """Yield the indicator and the words of each figure of which the next number is a part of a past month, and the
    words of that: 立案12起（含上月3起）."""
    line = text.lower()
    amounts = find_amounts(line)
    for figure in figures:
        own = next((each for each in amounts if figure.start <= each.start < figure.end), None)
        part = next((each for each in amounts if each.start >= figure.end and not is_time(each.counter)), None)
        if own is None or part is None or part.counter not in ("", own.counter):
            continue
        end = next((each.end for each in clauses_of(text) if each.end > part.start), len(text))
        behind = line[figure.end : end]
        if tells_a_part(behind) and any(figure.end <= each.start < end for each in past):
            said = text[figure.end : end].strip(f"{_BESIDE}）)。；;.")
            yield figure.values[0], text[figure.start : figure.end].strip(), said


def _has_one_of(figures: Mapping[str, float], words: str, known: Iterable[IndicatorWords]) -> bool:
    """Return whether one of the numbers in some words is one of the figures."""
    amounts = find_amounts(words.lower()) if figures else ()
    alike = [each for each in known if each.name in figures]
    return any(value_in(amount, each) == figures[each.name] for amount in amounts for each in alike)


def _past_months(
    text: str, figures: Sequence[Reading], days: Sequence[Reading], past: Sequence[Reading]
) -> tuple[str, ...]:
    """Return the times before this month (`past`), of the `days` of a text, that stand right before figures, in the
    same clause: 补报10月的 立案7起."""
    clauses = clauses_of(text)
    first = {each: next((one.start for one in clauses if one.start <= each.start < one.end), 0) for each in figures}
    said = [
        text[last.start : last.end].strip(ENDS)
        for figure in figures
        if (before := [each for each in days if first[figure] <= each.start < figure.start])
        and (last := before[-1]) in past
    ]
    return tuple(dict.fromkeys(said))


def months_before(text: str, today: date) -> tuple[str, ...]:
    """Return the times before this month that a text names (就是10月抓的，不是11月)."""
    days = find_day_readings(text.lower(), today, past=True)
    return tuple(text[each.start : each.end].strip(ENDS) for each in days if _is_before_this_month(each, today))


def _left_out_of_several(readings: Iterable[Reading], draft: Draft) -> list[Reading]:
    """Return the numbers that were not chosen of several for one indicator, if not all together count."""
    several = [each for each in readings if each.kind is Kind.ONE_OF_SEVERAL and each.values[0] not in draft.unclear]
    figures, summed = draft.figures or {}, dict[str, float]()
    for name, number, _ in dict.fromkeys(each.values for each in several):
        summed[name] = summed.get(name, 0) + float(number)
    return [
        each for each in several if figures.get(each.values[0]) not in (float(each.values[1]), summed[each.values[0]])
    ]


def _is_before_this_month(time: Reading, today: date) -> bool:
    return time.days[1] < today.replace(day=1)


def _is_future_figure(reading: Reading, text: str) -> bool:
    """Return whether a figure is only intended or lies in the future; a percent never is."""
    said = text[reading.start : reading.end]
    return reading.kind is Kind.NOT_YET and not any(sign in said for sign in SIGNS)


def _quoted(text: str, number: Reading, free: Iterable[Reading], told: Iterable[Reading]) -> str:
    """Return the clause of a number as it was written, behind a code, percent or figure that it has before, and up to
    the next number if that counts."""
    clauses = clauses_of(text.in_clauses() if isinstance(text, Sentence) else text, spaces=True)
    clause = next((each for each in clauses if each.start <= number.start < each.end), number)
    begin = max([clause.start, *(each.end for each in told if each.end <= number.start)])
    others = [each for each in find_amounts(text.lower()) if number.end <= each.start < clause.end]
    is_alone = all(any(one.start <= each.start < one.end for one in free) for each in others)
    words = quoted(text, begin, clause.end if is_alone else number.end).strip(ENDS)
    return words.strip(BRACKETS) if words.startswith(tuple(BRACKETS)) else words
