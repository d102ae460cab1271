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
from data.understanding.normalise.sentence import blank, clauses_of
from handlers.telegram import Context, hear_report

ENDS = " 、，,"
_INEXACT = (Kind.NOT_EXACT, Kind.OTHER_TOTAL)
_BESIDE = f"{ENDS}（("
_SIGNS = ",.;:!?，。；：！？)"
BEFORE = 10
"""The most characters before a number that are quoted with it."""


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
    told = blank(text, [each for each in readings if each.kind in (Kind.CODE, Kind.PERCENT)], " ")
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
    free = [each for each in left_out if not _has_one_of(rest, text[each.start : each.end], known)]
    free.sort(key=lambda each: each.start)
    said = sorted([*free, *(each for each in readings if each.kind is Kind.FIGURE)], key=lambda each: each.start)
    before = dict(zip(said, [0, *(each.end for each in said)], strict=False))
    quoted = (_quoted(told, each, before[each], readings) for each in free)
    days = find_day_readings(blank(text.lower(), counted), context.today, past=True)
    past = [each for each in days if _is_before_this_month(each, context.today)]
    with_past = tuple(_with_a_past_part(text, counted, past))
    parts = {part for *_, part in with_past}
    left = tuple(each for each in quoted if each not in parts)
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


def _quoted(text: str, number: Reading, since: int, readings: Iterable[Reading]) -> str:
    """Return a number with the words right before it, from `since` at the earliest, that cut no name or day in two, and
    an English word behind it."""
    start, end = number.start, number.end
    behind = text[end:].partition("\n")[0]
    word = behind.split(" ", 2)[1] if behind.startswith(" ") else ""
    end += len(word.rstrip(_SIGNS)) + 1 if word[:1].isascii() and word[:1].isalpha() else 0
    clause = next((each.start for each in clauses_of(text) if each.start <= start < each.end), start)
    clause = min(max(clause, since), start)
    clause += len(text[clause:start]) - len(text[clause:start].lstrip(_BESIDE))
    first = start - BEFORE
    first = next((each.start for each in readings if each.start < first < each.end <= start), first)
    if first <= clause:
        return text[clause:end]
    while first < start and text[first - 1 : first + 1].isascii() and text[first - 1 : first + 1].isalnum():
        first += 1
    return f"…{text[first:end].strip(ENDS)}"
