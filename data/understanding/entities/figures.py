"""Figures by an indicator's name or short form: 立案12件, 案值350.5万, 检查 1,204, 12件立案, 12 cases filed.

The names and the amounts in a text are found first, each in one pass. Then each name takes the amount beside it, if the
words in between say nothing else and the amount is counted in the indicator's unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from data.patterns import Match
from data.understanding.entities.amounts import Amount, Exactness, find_amounts, measures, worth
from data.understanding.entities.figure_names import FIGURE_WORDS, LONGEST_GAP, VERY_FAR, Indicators, Name, names_in
from data.understanding.entities.figure_pairs import FILED, VAGUE, YUAN, pairs_in
from data.understanding.entities.figure_text import Pair
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, blank, blank_spans, is_within
from data.understanding.numerals import SCALES
from data.understanding.polarity import negated

_TOO_MUCH = 1e12
_RATHER_YUAN = 10_000
_BRACKETS = "(（"
_SHORTEST_NAME = 2
_PART_BEFORE = 24
"""How far before a figure it is said to be a part of another."""
_RULES = patterns("figures")


def find_figures(
    text: str,
    indicators: Indicators,
    not_yet: Iterable[Span] = (),
    not_counted: Iterable[Span] = (),
    *,
    number_first: bool = False,
) -> Iterator[Reading]:
    """Yield the figures in a lower-cased text as (indicator, number), in the indicator's unit.

    Ranges and approximate counts (3-5件, 约12件) are NOT_EXACT, and so is what is denied (未结案3件), a part of what
    was counted before, a running total beside what is new, or in stretches `not_counted` (of a past year, or of each of
    several). A number that the indicator cannot have, and each of several different ones for it, is NO_FIGURE: none of
    them is guessed to be meant. Those in the stretches `not_yet` are NOT_YET. The word that makes a figure a running
    total is RUNNING_TOTAL; a running total in brackets beside a number is no figure of its own (立案2件（累计15件）).
    With `number_first` only 12 立案 is read, not 立案 12.
    """
    if not find_amounts(text):
        return
    text = blank_spans(text, [found.span("total") for found in _RULES["beside"].finditer(text)])
    pairs = [_as_put_right(each, text) for each in pairs_in(text, indicators, number_first)]
    if not pairs:
        return
    not_yet, not_counted, figures = list(not_yet), list(not_counted), list[Reading]()
    for pair in pairs:
        words = text[pair.start : pair.end].strip()
        if is_within(pair.amount.start, not_yet):
            yield Reading(Kind.NOT_YET, pair.start, pair.end, (words,))
        elif (
            negated(text, pair.start)
            or is_within(pair.amount.start, not_counted)
            or _is_part_of_one(pair, figures, text)
        ):
            yield Reading(Kind.NOT_EXACT, pair.start, pair.end, (words,))
        elif pair.amount.exactness is Exactness.RANGE or (_is_about(pair.amount) and pair.indicator.kind == "whole"):
            yield Reading(Kind.NOT_EXACT, pair.start, max(pair.end, pair.amount.range_end), (words,))
        else:
            figures.append(_reading(pair, words))
    totals = dict(_running_totals(text, figures))
    new = {each.values[0] for each in figures if each not in totals}
    counted, said = list[Reading](), defaultdict[str, dict[str, str]](dict)
    for figure in figures:
        name, words = figure.values[0], text[figure.start : figure.end].strip()
        if figure in totals and name in new:
            yield Reading(Kind.NOT_EXACT, figure.start, figure.end, (words,))
        else:
            counted.append(figure)
            said[name].setdefault(figure.values[1], words)
    yield from (totals[each] for each in counted if each in totals)
    for figure in counted:
        name = figure.values[0]
        several = len(said[name]) > 1
        yield Reading(Kind.NO_FIGURE, figure.start, figure.end, (name, *said[name].values())) if several else figure


def _is_part_of_one(pair: Pair, figures: Iterable[Reading], text: str) -> bool:
    """Return whether a pair is said to be a part of one of the figures that the same word names (抓获88人，其中抓获主犯
    5人, but not 查处案件12起，其中立案8起)."""
    if not _RULES["part"].search(text[max(0, pair.start - _PART_BEFORE) : pair.start]):
        return False
    return any(text.startswith(text[each.start : each.start + _SHORTEST_NAME], pair.start) for each in figures)


def _as_put_right(pair: Pair, text: str) -> Pair:
    """Return a figure with the number that is said right after it to be correct (案值350，哦不对是35万)."""
    mistaken = _RULES["mistaken"].match(text[pair.end :])
    at = pair.end + mistaken.end() if mistaken else len(text)
    right = next((each for each in find_amounts(text) if each.start == at), None)
    if right is None or (right.counter and right.counter not in measures(pair.indicator.unit)):
        return pair
    return pair._replace(amount=right, end=right.end, measure=None)


def _running_totals(text: str, figures: Iterable[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the figures that are running totals, each with the words that make it one: all behind the words (累计立案12
    件，抓获8人), or the one around or before them (立案累计12件，抓获8人; 立案12件（累计）)."""
    marks, mark = list(_RULES["running_total"].finditer(text)), None
    for figure in figures:
        while marks and marks[0].end() <= figure.end:
            first = marks.pop(0)
            mark = first if first["begins"] or _is_of_the_year(text, first, figure) else None
        behind = _RULES["behind"].match(text[figure.end : figure.end + LONGEST_GAP])
        if behind:
            end = figure.end + behind.end()
            marks = [each for each in marks if each.start() >= end]
            yield figure, Reading(Kind.RUNNING_TOTAL, figure.end, end, (figure.values[0],))
        elif mark:
            yield figure, Reading(Kind.RUNNING_TOTAL, *mark.span(), (figure.values[0],))
            mark = mark if mark.start() < figure.start else None


def _is_of_the_year(text: str, mark: Match, figure: Reading) -> bool:
    """Return whether the words for the year so far lead up to a figure, not to another time or matter (今年11月立案3起,
    今年目标50起，11月立案3起)."""
    return bool(mark["year"]) and _RULES["in_the_year"].fullmatch(text[mark.end() : figure.start]) is not None


def find_not_counted(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the numbers of things in a lower-cased text that none of the readings took; one in 万 that counts nothing
    is money (价值15万)."""
    free = blank(text, readings)
    for amount in find_amounts(text):
        vague = amount.is_one_hanzi and amount.counter in VAGUE
        counts = amount.is_of_things or amount.largest_scale >= _RATHER_YUAN
        if counts and not vague and TAKEN not in free[amount.start : amount.end]:
            yield Reading(Kind.NOT_COUNTED, amount.start, amount.end, (text[amount.start : amount.end],))


def find_about(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the figures among the readings whose number is approximate (约1200余万元)."""
    about = [each.start for each in find_amounts(text) if _is_about(each)]
    for reading in readings:
        if reading.kind is Kind.FIGURE and any(reading.start <= at < reading.end for at in about):
            yield reading


def find_asked_indicators(text: str, indicators: Indicators) -> Iterator[Reading]:
    """Yield the indicators whose number a lower-cased text asks for (立案多少件); 多少起 alone means cases filed."""
    if not _RULES["asks"].search(text):
        return
    named = False
    for name in names_in(text, indicators):
        if text[name.start : name.end] not in FIGURE_WORDS["not_asked"] and (found := _asked(name, text)):
            named = True
            yield Reading(Kind.INDICATOR, *found, (name.indicators[0].name,))
    cases = indicators.by_name.get(FILED, ())
    if cases and not named and (asked := _RULES["how_many_cases"].search(text)):
        yield Reading(Kind.INDICATOR, *asked.span(), (cases[0].name,))


def figures_of(readings: Iterable[Reading]) -> Mapping[str, float]:
    """Return the figures among the readings, by indicator."""
    return {
        reading.values[0]: float(reading.values[1]) if "." in reading.values[1] else int(reading.values[1])
        for reading in sorted(readings, key=lambda reading: reading.start)
        if reading.kind is Kind.FIGURE
    }


def lacks_measure(words: str, unit: str) -> bool:
    """Return whether the last number in `words` has no measure, and may be in 元 as well as in 万元."""
    amounts = find_amounts(words) if unit == "万元" and not any(bracket in words for bracket in _BRACKETS) else []
    return bool(amounts) and _lacks_measure(amounts[-1]) and amounts[-1].end == len(words)


def _lacks_measure(amount: Amount) -> bool:
    """Return whether a bare number is large for 万元, or is said in hundreds or thousands (8千, 两百)."""
    if amount.counter or (amount.scale and amount.scale.isascii()):
        return False
    in_hundreds = SCALES["百"] <= amount.largest_scale < SCALES["万"]
    is_large = not amount.scale and amount.digits[0].isdecimal() and amount.value >= _RATHER_YUAN
    return in_hundreds or is_large


def _is_about(amount: Amount) -> bool:
    return amount.exactness is Exactness.ABOUT


def _reading(pair: Pair, words: str) -> Reading:
    """Return a pair as a figure in the indicator's unit, or as NO_FIGURE if it cannot be one.

    Of 培训办完了，共120人次 only the number is taken, because the rest tells how the task stands.
    """
    indicator, value = pair.indicator, _value(pair)
    start = pair.amount.start if pair.told else pair.start
    whole = indicator.kind == "whole"
    bare = indicator.unit == "万元" and pair.measure is None and _lacks_measure(pair.amount)
    if bare or value is None or value > _TOO_MUCH or (whole and not value.is_integer()):
        return Reading(Kind.NO_FIGURE, pair.start, pair.end, (indicator.name, words))
    return Reading(Kind.FIGURE, start, pair.end, (indicator.name, repr(int(value) if value.is_integer() else value)))


def _value(pair: Pair) -> float | None:
    """Return the number in the indicator's unit, or None if brackets name another unit or a second one is given."""
    amount, unit, value = pair.amount, pair.indicator.unit, pair.amount.value
    money = unit == "万元"
    if pair.measure is not None:
        if amount.scale or amount.counter or not (pair.measure in YUAN if money else pair.measure == unit):
            return None
        return round(value * (YUAN[pair.measure] / YUAN["万元"] if money else 1), 6)
    if money and not (
        amount.counter or (amount.scale.isascii() and amount.scale) or amount.largest_scale >= YUAN["万元"]
    ):
        return round(value, 6)
    return round(value * worth(amount.counter, unit), 6)


def _asked(name: Name, text: str) -> Span | None:
    before, behind = text[: name.start], text[name.end : name.end + VERY_FAR]
    if name.spoken:
        between = _RULES["how_many_between"].match(behind)
        counted = between and between["counter"] in ("", *measures(name.indicators[0].unit))
        return (name.start, name.end + between.end()) if between and counted else None
    if found := _RULES["how_many_behind"].match(behind):
        return name.start, name.end + found.end(1)
    if not name.latin:
        of_a_unit = before.endswith(("单位", "单位的"))
        alone = _RULES["count_alone"].match(behind) if of_a_unit else None
        return (name.start, name.end + alone.end(1)) if alone else None
    if found := _RULES["how_many_before"].search(before[-2 * LONGEST_GAP :]):
        return len(before) - found.end() + found.start(), name.end
    return (
        (0, name.end)
        if _RULES["the_total"].fullmatch(before[:LONGEST_GAP]) and _RULES["so_far"].match(behind)
        else None
    )
