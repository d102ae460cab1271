"""Pairs of an indicator and its amount in a text, by the words between them and what the amount is counted in."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from data.understanding.entities.amounts import Amount, Exactness, find_amounts, is_time, measures
from data.understanding.entities.figure_names import (
    LONGEST_GAP,
    Indicators,
    Name,
    end_of_cases,
    end_of_people,
    end_with_counted,
    is_a_count_of_sums,
    is_in_unit_of_name,
    is_of_what_follows,
    is_part_of_more,
    is_unmistakable,
    names_in,
    names_things,
    unit_of,
)
from data.understanding.entities.figure_text import FigureText, Pair, is_not_filed
from data.understanding.lexicon.patterns import patterns
from data.understanding.words import IndicatorWords

_RULES = patterns("figures", "pair_patterns")
YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
FILED = "立案"
_PERSONS = frozenset("个名人")
_GOES_ON = tuple("0123456789.,-")
_TOLD = ("完", "了", "结束")
VAGUE = ("个", "次", "种", "项")
_AND = ("and", "so", "in", "were", "we")


def pairs_in(text: str, indicators: Indicators, number_first: bool) -> list[Pair]:
    """Return the pairs in a lower-cased text, in its order; with `number_first` only those such as 12 立案."""
    amounts = find_amounts(text)
    line = FigureText(text, amounts, names_in(text, indicators) if amounts else (), indicators)
    ways = (_before_their_names, _cases_alone) if number_first else _WAYS
    pairs = list[Pair]()
    for way in ways:
        found = list(way(line))
        pairs, line = pairs + found, line.without(found)
    pairs += _of_other_times(line, pairs)
    filed = indicators.by_name.get(FILED, ())
    told = (pair for pair in pairs if pair.indicator not in filed or not is_not_filed(pair, text))
    return sorted(told, key=lambda pair: pair.start)


def _of_other_times(line: FigureText, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the same things at another time or elsewhere, right after a pair (今年抓了20人，这个月5人; 3 in oct and 2
    in nov; 立案2件、3件，分别是江岸、武昌)."""
    things = [each for each in line.amounts if not is_time(each.counter)]
    for pair in pairs:
        following = bisect_left(things, pair.end, key=attrgetter("start"))
        if following == len(things):
            continue
        further = things[following]
        between = line.text[pair.end : further.start]
        alike = further.counter and further.counter == pair.amount.counter
        alone = between == "、" and _RULES["in_a_list"].match(line.text[further.end :])
        english = _RULES["in_a_month"].match(line.text[further.end :])
        if (alike and (alone or _RULES["other_time"].fullmatch(between))) or (
            english and _RULES["in_another_month"].fullmatch(between)
        ):
            yield Pair(pair.indicator, further, further.start, further.end)


_NEAR = 3
"""Characters between a name and its own amount."""


def _behind_their_names(line: FigureText) -> Iterator[Pair]:
    for name, following in _with_following(line):
        measure = _RULES["measure"].match(line.text[name.end : following[0].start])
        gap = line.text[name.end + (measure.end() if measure else 0) : following[0].start]
        origin = _RULES["from"].search(gap)
        if not _RULES["between"].fullmatch(gap[: origin.start()] if origin else gap):
            continue
        amount = _the_one_that_counts(line, following, bool(origin), name)
        if amount and (indicator := _measured_by(amount, name, line)):
            yield Pair(
                indicator,
                amount,
                name.start,
                end_with_counted(amount, name, line.text),
                measure[1] if measure else _currency_before(amount, gap),
            )
            yield from _in_another_unit(following, amount, indicator, name)


def _currency_before(amount: Amount, gap: str) -> str | None:
    """Return the measure of an amount that has none but the currency before it (fines RMB 45,000), or None."""
    return "元" if not (amount.scale or amount.counter) and _RULES["currency"].search(gap) else None


def _in_another_unit(
    following: Sequence[Amount], amount: Amount, indicator: IndicatorWords, name: Name
) -> Iterator[Pair]:
    """Yield the same things measured in another unit, after an amount (查扣37件2吨)."""
    further = next((each for each in following if each.start >= amount.end), None)
    if further and (other := unit_of(further, name)) and other != indicator:
        yield Pair(other, further, further.start, further.end)


def _far_behind_their_names(line: FigureText) -> Iterator[Pair]:
    for name, following in _with_following(line):
        if name.spoken:
            continue
        gap = line.text[name.end : following[0].start]
        amount = _the_one_that_counts(line, following, False, name)
        if not (amount and is_in_unit_of_name(amount, name) and names_things(gap)):
            amount = next((each for each in following if is_unmistakable(each, name, line.text)), None)
        if amount and not is_part_of_more(amount, line.text) and (indicator := unit_of(amount, name)):
            told = any(word in line.text[name.end : amount.start] for word in _TOLD)
            yield Pair(indicator, amount, name.start, amount.end, told=told)


def _before_their_names(line: FigureText) -> Iterator[Pair]:
    by_start = {name.start: name for name in line.names if name.latin or not name.spoken}
    for amount in line.amounts:
        name = next((by_start[at] for at in _places_of_a_name(amount, line.text) if at in by_start), None)
        if name is None or line.text[amount.start - 1 : amount.start] in _GOES_ON:
            continue
        indicator = unit_of(amount, name) if amount.counter else name.indicators[0]
        if indicator and is_a_count_of_sums(amount, name, indicator):
            continue
        if name.spoken and not _fits_a_spoken_name(amount, name, line):
            continue
        alone = line.is_edge(amount.start - 1) and line.is_edge(name.end)
        counted = (amount.counter or name.latin) and not is_of_what_follows(name, line.text)
        if indicator and (alone or counted):
            yield Pair(indicator, amount, amount.start, name.end)


def _places_of_a_name(amount: Amount, text: str) -> Iterator[int]:
    """Yield the places where the name of what an amount counts may begin: 12件立案, 8件 已移送."""
    places = (amount.end, amount.end + 1, amount.number_end, amount.number_end + 1)
    yield from (at for at in places if not text[amount.end : at].strip())
    behind = text[amount.end : amount.end + LONGEST_GAP]
    if amount.counter and (told := _RULES["before_a_name"].match(behind)) is not None:
        yield amount.end + told.end()


def _cases_alone(line: FigureText) -> Iterator[Pair]:
    """Yield cases that stand alone (12起案件), which are cases filed."""
    filed = line.indicators.by_name.get(FILED, ())
    for amount in line.amounts if filed else ():
        end = end_of_cases(amount, line.text)
        alone = end > amount.end and line.is_edge(amount.start - 1) and line.is_edge(end)
        if alone and amount.digits[0].isdecimal():
            yield Pair(filed[0], amount, amount.start, end)


_WAYS = (_behind_their_names, _far_behind_their_names, _before_their_names, _cases_alone)
"""Where an amount can be in relation to the name of its indicator, the surest first."""


def _with_following(line: FigureText) -> Iterator[tuple[Name, list[Amount]]]:
    """Yield each name with up to three amounts near it before the next name."""
    at, limits = 0, [*(name.start for name in line.names if not name.spoken), len(line.text)]
    for name in line.names:
        while limits[0] < name.end:
            limits.pop(0)
        while at < len(line.amounts) and line.amounts[at].start < name.end:
            at += 1
        following = [each for each in line.amounts[at : at + 3] if each.start < limits[0]]
        if following and following[0].start - name.end <= LONGEST_GAP:
            yield name, following


def _the_one_that_counts(line: FigureText, following: Sequence[Amount], risen: bool, name: Name) -> Amount | None:
    """Return the amount after a name that is its own, and not what it rose from or a smaller sum on the way."""
    first, further = following[0], following[1] if len(following) > 1 else None
    between = line.text[first.end : further.start] if further else ""
    if risen:
        rose = _RULES["risen"].fullmatch(between.strip())
        return replace(further, exactness=Exactness.EXACT) if further and rose else None
    on_the_way = first.counter and not unit_of(first, name) and _RULES["between"].fullmatch(between)
    return further if further and on_the_way and unit_of(further, name) else first


def _measured_by(amount: Amount, name: Name, line: FigureText) -> IndicatorWords | None:
    """Return the indicator of `name` that the amount is measured in, the first if there is no counter, or None."""
    if (
        is_part_of_more(amount, line.text)
        or _is_a_word(amount, line)
        or (name.spoken and not _fits_a_spoken_name(amount, name, line))
        or (name.by_sound and not _is_surely_counted(amount))
    ):
        return None
    if amount.counter:
        return unit_of(amount, name)
    return None if _is_of_another(amount, name, line) else name.indicators[0]


def _is_surely_counted(amount: Amount) -> bool:
    """Return whether an amount has a counter that tells what it counts, or is in 万 or k as money is."""
    return amount.counter not in VAGUE if amount.counter else amount.is_as_large_as_money


def _is_of_another(amount: Amount, name: Name, line: FigureText) -> bool:
    """Return whether a Latin word after a bare number may be what is counted (seized 300 bottles)."""
    further = line.text[amount.end : amount.end + LONGEST_GAP].lstrip()
    word = _RULES["word"].match(further) if name.latin and not line.indicators.names.match(further) else None
    return word is not None and word[0] not in _AND


def _is_a_word(amount: Amount, line: FigureText) -> bool:
    """Return whether a number such as 一 without a counter may be part of a word."""
    return amount.is_one_hanzi and not amount.counter and not line.ends(amount.end)


def _counts_what_follows(amount: Amount, line: FigureText) -> bool:
    """Return whether right behind an amount stands the name of another indicator that has none of its own: 3个窝点."""
    behind = next((name for name in line.names if name.start == amount.end and not name.spoken), None)
    return behind is not None and not any(0 <= each.start - behind.end < _NEAR for each in line.amounts)


def _fits_a_spoken_name(amount: Amount, name: Name, line: FigureText) -> bool:
    """Return whether what is counted leaves no doubt about the act: 抓了5个人, 立了12个案子, 破了4起, 涉案120万."""
    unit = name.indicators[0].unit
    if unit == "人":
        people = end_of_people(amount, line.text)
        if _counts_what_follows(amount, line):
            return False
        return amount.counter in _PERSONS and (amount.counter == "人" or people > amount.end or line.ends(amount.end))
    if unit == "万元":
        return amount.counter in measures(unit) or amount.is_as_large_as_money
    if unit != "件":
        return amount.counter in measures(unit) and amount.counter not in VAGUE
    return amount.counter == "起" or end_of_cases(amount, line.text) > amount.end
