"""Figures by an indicator's name or short form: 立案12件, 案值350.5万, 检查 1,204, 12件立案, 12 cases filed.

The names and the amounts of a text are found first, each in one pass; then each name takes the amount that stands by
it, if what stands between says nothing else and the amount is counted in the indicator's unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount, Exactness, find_amounts, is_time, measures, worth
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, blank
from data.understanding.words import IndicatorWords

_WORDS: Mapping[str, Any] = table("figures")
_TOO_MUCH = 1e12
_RATHER_YUAN = 10_000
_LONGEST_GAP = 32
_FAR = 8
_VERY_FAR = 14
_MEASURE = Pattern(r"^[(（]([^()（）]{1,4})[)）]")
_YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_BRACKETS = "(（"
_FILED = "立案"
_CASES = ("案件", "案子", "案")
_VALUE = "值"
_PERSONS = frozenset("个名人")
_PEOPLE = ("犯罪嫌疑人", "嫌疑人", "嫌犯", "人")
_NO_PEOPLE = ("人次", "人民", "人员")
_NO_NAME = ("数", "金")
_GOES_ON = tuple("0123456789.,-")
_LIMITS = ("以上", "以下", "以内")
_NO_END = tuple("0123456789%千万亿成")
_TOLD = ("完", "了", "结束")
_STOPS = "。;；"
_VAGUE = ("个", "次", "种", "项")
_UNMISTAKABLE = ("户次", "人次")
_OWN = {("人", "名"), ("户次", "家次"), ("户次", "户"), ("户次", "家"), ("批次", "批")}
_EDGES = frozenset("\0 ,，、。;；\n")
_HANZI_WORDS = Pattern("[一-鿿、]+")
_BETWEEN = Pattern(f"(?:{any_of(_WORDS['between'])})*")
_LINK_END = Pattern(f"(?:{any_of(_WORDS['between'])})$")
_FROM = Pattern(f"(?:{any_of(_WORDS['from'])}) ?$")
_RISEN = Pattern(f"(?:{any_of(_WORDS['risen'])})*(?:{any_of(_WORDS['risen_to'])})")
_RUNNING_TOTAL = Pattern(any_of([*_WORDS["running_total"]["begins"], *_WORDS["running_total"]["ends"], *"。;；\n"]))
_BEHIND_IN_BRACKETS = Pattern(rf"^ ?[(（](?:{any_of(_WORDS['running_total']['begins'])})[)）]")
_WORD = Pattern("^[a-z]+")
_AND = ("and", "so", "in", "were", "we")
_ASKS = Pattern(r"多少|几|总数|总额|合计|how (?:many|much)|what|[各每]|so far|to date|in total|\bby\b")
_HOW_MANY_BEHIND = Pattern(
    r"^((?:了|的|总[数额量]|合计|一共|总共|共|案件|金额|[件人户])*(?:有|是|为)?)"
    r"(?:多少|几(?:[^个天周]|$)|总数|总额|合计|how (?:many|much))"
)
_HOW_MANY_BETWEEN = Pattern("^了?(?:多少|几)[个件起]?[案人]")
_HOW_MANY_BEFORE = Pattern(r"\b(?:how (?:many|much)|(?:what is|what's)(?: the)?(?: total)?) (?:people were |of )?$")
_COUNT_ALONE = Pattern("^((?:数量?|情况)?)(?:$|[?？。])")
_THE_TOTAL = Pattern("(?:the |total )*")
_SO_FAR = Pattern(r"^ (?:so far|to date|in total|by)\b")


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators by each of their names, and by what else they are called where the counter leaves no doubt."""

    known: tuple[IndicatorWords, ...]
    by_name: Mapping[str, tuple[IndicatorWords, ...]]
    spoken: Mapping[str, tuple[IndicatorWords, ...]]
    names: Pattern

    def __iter__(self) -> Iterator[IndicatorWords]:
        return iter(self.known)


class Name(NamedTuple):
    """Where an indicator, or one of several that differ in their unit, is named."""

    start: int
    end: int
    indicators: tuple[IndicatorWords, ...]
    spoken: bool
    latin: bool


class Pair(NamedTuple):
    """An amount of an indicator, and where both stand; `told` says that what stands between tells of something."""

    indicator: IndicatorWords
    amount: Amount
    start: int
    end: int
    measure: str | None = None
    told: bool = False


def index_indicators(indicators: Iterable[IndicatorWords], *, asked: bool = False) -> Indicators:
    """Prepare the indicators for reading; where figures are `asked` for, more words mean them."""
    known = tuple(indicators)
    by_name, spoken = defaultdict[str, list[IndicatorWords]](list), defaultdict[str, list[IndicatorWords]](list)
    for indicator in known:
        names = {indicator.name.lower(), *(alias.lower() for alias in indicator.aliases)}
        more = {word for name in names for word in _WORDS["when_asked"].get(name, ())} if asked else set()
        for name in names | more:
            by_name[name].append(indicator)
        for word in {word for name in names for word in _WORDS["spoken"].get(name, ())} - names - more:
            spoken[word].append(indicator)
    pattern = Pattern(any_of({*by_name, *spoken, *_WORDS["no_names"]}))
    return Indicators(known, _frozen(by_name), _frozen(spoken), pattern)


def _frozen(names: Mapping[str, list[IndicatorWords]]) -> dict[str, tuple[IndicatorWords, ...]]:
    return {name: tuple(indicators) for name, indicators in names.items()}


def find_figures(
    text: str, indicators: Indicators, not_yet: Iterable[Span] = (), *, number_first: bool = False
) -> Iterator[Reading]:
    """Yield the figures of a lower-cased text as (indicator, number), 万 and 亿 and 元 converted to its unit.

    Ranges and counts that are only about right (3-5件, 约12件) are NOT_EXACT. A number that cannot be one of the
    indicator's, and each of several different ones for it, are NO_FIGURE: which of them is meant is not guessed. Those
    in the stretches `not_yet` are NOT_YET. The word that makes a figure a running total is RUNNING_TOTAL. With
    `number_first` only 12 立案 is read, not 立案 12.
    """
    not_yet, said = list(not_yet), defaultdict[str, dict[str, str]](dict)
    figures = list[Reading]()
    for pair in _pairs(text, indicators, number_first):
        words = text[pair.start : pair.end].strip()
        if any(start <= pair.amount.start < end for start, end in not_yet):
            yield Reading(Kind.NOT_YET, pair.start, pair.end, (words,))
        elif pair.amount.exactness is Exactness.RANGE or (_is_about(pair.amount) and pair.indicator.kind == "whole"):
            yield Reading(Kind.NOT_EXACT, pair.start, max(pair.end, pair.amount.range_end), (words,))
        else:
            figures.append(_reading(pair, words))
            said[pair.indicator.name].setdefault(figures[-1].values[1], words)
    yield from _running_totals(text, figures)
    for figure in figures:
        name = figure.values[0]
        several = len(said[name]) > 1
        yield Reading(Kind.NO_FIGURE, figure.start, figure.end, (name, *said[name].values())) if several else figure


def _running_totals(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield which figures are running totals (累计立案12件, 立案12件（累计）)."""
    figures = sorted((each for each in readings if each.kind is Kind.FIGURE), key=lambda each: each.start)
    marks, mark = list(_RUNNING_TOTAL.finditer(text)), None
    for figure in figures:
        while marks and marks[0].end() <= figure.end:
            first = marks.pop(0)
            mark = first if first[0] in _WORDS["running_total"]["begins"] else None
        behind = _BEHIND_IN_BRACKETS.match(text[figure.end : figure.end + _LONGEST_GAP])
        if behind:
            end = figure.end + behind.end()
            marks = [each for each in marks if each.start() >= end]
            yield Reading(Kind.RUNNING_TOTAL, figure.end, end, (figure.values[0],))
        elif mark:
            yield Reading(Kind.RUNNING_TOTAL, *mark.span(), (figure.values[0],))


def find_not_counted(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the numbers of things in a lower-cased text that none of the readings took: they are no indicator's."""
    free = blank(text, readings)
    for amount in find_amounts(text):
        vague = amount.is_one_hanzi and amount.counter in _VAGUE
        if amount.is_of_things and not vague and TAKEN not in free[amount.start : amount.end]:
            yield Reading(Kind.NOT_COUNTED, amount.start, amount.end, (text[amount.start : amount.end],))


def find_about(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the figures among the readings whose number is only about right (约1200余万元)."""
    about = [each.start for each in find_amounts(text) if _is_about(each)]
    for reading in readings:
        if reading.kind is Kind.FIGURE and any(reading.start <= at < reading.end for at in about):
            yield reading


def find_asked_indicators(text: str, indicators: Indicators) -> Iterator[Reading]:
    """Yield the indicators whose number a lower-cased text asks for (立案多少件)."""
    if not _ASKS.search(text):
        return
    for name in _names(text, indicators):
        if text[name.start : name.end] not in _WORDS["not_asked"] and (found := _asked(name, text)):
            yield Reading(Kind.INDICATOR, *found, (name.indicators[0].name,))


def figures_of(readings: Iterable[Reading]) -> Mapping[str, float]:
    """Return the figures by indicator."""
    return {
        reading.values[0]: float(reading.values[1]) if "." in reading.values[1] else int(reading.values[1])
        for reading in sorted(readings, key=lambda reading: reading.start)
        if reading.kind is Kind.FIGURE
    }


def lacks_measure(words: str, unit: str) -> bool:
    """Say whether so large a number, without its measure at the end of what was said, is rather one of 元 than 万元."""
    amounts = find_amounts(words) if unit == "万元" and not any(bracket in words for bracket in _BRACKETS) else []
    return bool(amounts) and _lacks_measure(amounts[-1]) and amounts[-1].end == len(words)


def _lacks_measure(amount: Amount) -> bool:
    return not (amount.scale or amount.counter) and amount.digits[0].isdecimal() and amount.value >= _RATHER_YUAN


def _is_about(amount: Amount) -> bool:
    return amount.exactness is Exactness.ABOUT


# Which amount is which indicator's


class Line(NamedTuple):
    """A text with its amounts and the names in it, and the indicators that these are of."""

    text: str
    amounts: Sequence[Amount]
    names: Sequence[Name]
    indicators: Indicators

    def without(self, pairs: Iterable[Pair]) -> "Line":
        """Return the line with what is paired no longer to be had."""
        taken = bytearray(len(self.text))
        for pair in pairs:
            taken[pair.start : pair.end] = b"x" * (pair.end - pair.start)
        amounts = [each for each in self.amounts if not any(taken[each.start : each.end])]
        return self._replace(
            amounts=amounts, names=[each for each in self.names if not any(taken[each.start : each.end])]
        )

    def ends(self, at: int) -> bool:
        """Say whether a clause ends at a place, or another name begins."""
        return self.is_edge(at) or self.indicators.names.match(self.text[at : at + _LONGEST_GAP]) is not None

    def is_edge(self, at: int) -> bool:
        """Say whether no word goes on at a place."""
        return not 0 <= at < len(self.text) or self.text[at] in _EDGES


def _pairs(text: str, indicators: Indicators, number_first: bool) -> list[Pair]:
    amounts = find_amounts(text)
    line = Line(text, amounts, _names(text, indicators) if amounts else (), indicators)
    ways = (_before_their_names, _cases_alone) if number_first else _WAYS
    pairs = list[Pair]()
    for way in ways:
        found = list(way(line))
        pairs, line = pairs + found, line.without(found)
    return sorted(pairs, key=lambda pair: pair.start)


def _names(text: str, indicators: Indicators) -> list[Name]:
    return [
        Name(
            *match.span(),
            indicators.by_name.get(match[0]) or indicators.spoken[match[0]],
            match[0] not in indicators.by_name,
            match[0].isascii(),
        )
        for match in indicators.names.finditer(text)
        if _is_a_name(match[0], text[max(0, match.start() - 1) : match.start()])
    ]


def _is_a_name(word: str, before: str) -> bool:
    return word not in _WORDS["no_names"] and (word not in _WORDS["alone"] or not before or before in _EDGES)


def _behind_their_names(line: Line) -> Iterator[Pair]:
    for name, following in _with_following(line):
        measure = _MEASURE.match(line.text[name.end : following[0].start])
        gap = line.text[name.end + (measure.end() if measure else 0) : following[0].start]
        origin = _FROM.search(gap)
        if not _BETWEEN.fullmatch(gap[: origin.start()] if origin else gap):
            continue
        amount = _the_one_that_counts(line, following, bool(origin), name)
        indicator = _measured_by(amount, name, line) if amount else None
        if amount and indicator:
            yield Pair(indicator, amount, name.start, _end(amount, name, line.text), measure[1] if measure else None)
            yield from _in_another_unit(line, following, amount, indicator, name)


def _in_another_unit(
    line: Line, following: Sequence[Amount], amount: Amount, indicator: IndicatorWords, name: Name
) -> Iterator[Pair]:
    """Yield the same things measured in another unit right behind (查扣37件2吨)."""
    further = next((each for each in following if each.start >= amount.end), None)
    other = _unit_of(further, name) if further and further.counter else None
    if further and other and other != indicator and line.text[amount.end : further.start].strip() in ("", "、", "和"):
        yield Pair(other, further, further.start, further.end)


def _far_behind_their_names(line: Line) -> Iterator[Pair]:
    for name, following in _with_following(line):
        if name.latin or name.spoken:
            continue
        gap = line.text[name.end : following[0].start]
        amount = _the_one_that_counts(line, following, False, name)
        if not (amount and _is_own(amount, name) and _names_things(gap)):
            amount = next((each for each in following if _is_unmistakable(each, name, line.text)), None)
        indicator = _unit_of(amount, name) if amount and not _is_cut(amount, line.text) else None
        if amount and indicator:
            told = any(word in line.text[name.end : amount.start] for word in _TOLD)
            yield Pair(indicator, amount, name.start, amount.end, told=told)


def _before_their_names(line: Line) -> Iterator[Pair]:
    by_start = {name.start: name for name in line.names if not name.spoken}
    for amount in line.amounts:
        places = (amount.end, amount.end + 1, amount.number_end, amount.number_end + 1)
        name = next((by_start[at] for at in places if at in by_start and not line.text[amount.end : at].strip()), None)
        if name is None or line.text[amount.start - 1 : amount.start] in _GOES_ON:
            continue
        alone = line.is_edge(amount.start - 1) and line.is_edge(name.end)
        counted = (amount.counter or name.latin) and not _is_of_what_follows(name, line.text)
        indicator = _unit_of(amount, name) if amount.counter else name.indicators[0]
        if indicator and (alone or counted) and not is_time(amount.counter) and not _is_a_word(amount, line):
            yield Pair(indicator, amount, amount.start, name.end)


def _cases_alone(line: Line) -> Iterator[Pair]:
    """Yield 12起案件 that stand alone: cases filed."""
    filed = line.indicators.by_name.get(_FILED, ())
    for amount in line.amounts if filed else ():
        end = _end_of_cases(amount, line.text)
        alone = end > amount.end and line.is_edge(amount.start - 1) and line.is_edge(end)
        if alone and amount.digits[0].isdecimal():
            yield Pair(filed[0], amount, amount.start, end)


_WAYS = (_behind_their_names, _far_behind_their_names, _before_their_names, _cases_alone)
"""How an amount stands by its indicator's name, the surest first."""


def _with_following(line: Line) -> Iterator[tuple[Name, list[Amount]]]:
    """Yield each name with the amounts near it up to the next one, the first three of them."""
    at, limits = 0, [*(name.start for name in line.names if not name.spoken), len(line.text)]
    for name in line.names:
        while limits[0] < name.end and limits[0] < len(line.text):
            limits.pop(0)
        while at < len(line.amounts) and line.amounts[at].start < name.end:
            at += 1
        following = [each for each in line.amounts[at : at + 3] if each.start < limits[0]]
        if following and following[0].start - name.end <= _LONGEST_GAP:
            yield name, following


def _the_one_that_counts(line: Line, following: Sequence[Amount], risen: bool, name: Name) -> Amount | None:
    """Return the amount behind a name that is its own: not what it rose from, nor a smaller sum on the way."""
    first, further = following[0], following[1] if len(following) > 1 else None
    between = line.text[first.end : further.start] if further else ""
    if risen:
        rose = further is not None and _RISEN.fullmatch(between.strip())
        return replace(further, exactness=Exactness.EXACT) if further and rose else None
    on_the_way = (
        first.counter and not _unit_of(first, name) and not is_time(first.counter) and _BETWEEN.fullmatch(between)
    )
    return further if further and on_the_way and _unit_of(further, name) else first


def _measured_by(amount: Amount, name: Name, line: Line) -> IndicatorWords | None:
    """Return the one of a name's indicators that the amount is measured in; without a counter, the first."""
    if (
        _is_cut(amount, line.text)
        or _is_a_word(amount, line)
        or (name.spoken and not _fits_a_spoken_name(amount, name, line))
    ):
        return None
    if amount.counter:
        return _unit_of(amount, name)
    return None if _is_of_another(amount, name, line) else name.indicators[0]


def _is_of_another(amount: Amount, name: Name, line: Line) -> bool:
    """Say whether a Latin word behind a bare number may be what is counted (seized 300 bottles)."""
    further = line.text[amount.end : amount.end + _LONGEST_GAP].lstrip()
    word = _WORD.match(further) if name.latin and not line.indicators.names.match(further) else None
    return word is not None and word[0] not in _AND


def _unit_of(amount: Amount, name: Name) -> IndicatorWords | None:
    return next((each for each in name.indicators if amount.counter in measures(each.unit)), None)


def _is_cut(amount: Amount, text: str) -> bool:
    """Say whether the number goes on, or is one of a time, a rate or a limit."""
    further = text[amount.end : amount.end + 2]
    if further in _LIMITS or _is_a_part(amount, text):
        return True
    decimals = further[:1] in (".", ",") and further[1:2].isdecimal()
    return decimals or is_time(amount.counter) or (not amount.counter and further[:1] in _NO_END)


def _is_a_part(amount: Amount, text: str) -> bool:
    """Say whether the number is of a part of what was done (抽检出了3批不合格, but 抽了86批，不合格的9批)."""
    word = next((word for word in _WORDS["not_behind"] if text.startswith(word, amount.end)), "")
    return bool(word) and not text.startswith("的", amount.end + len(word))


def _is_a_word(amount: Amount, line: Line) -> bool:
    """Say whether 一 or the like without a counter may be part of a word."""
    return amount.is_one_hanzi and not amount.counter and not line.ends(amount.end)


def _is_of_what_follows(name: Name, text: str) -> bool:
    """Say whether a name has a number of its own behind it, or goes on as another word."""
    further = next(iter(find_amounts(text[name.end : name.end + _LONGEST_GAP].lstrip())), None)
    own = further and further.start == 0 and (further.counter or further.digits[0].isdecimal())
    return bool(own) or text.startswith(_NO_NAME, name.end)


def _fits_a_spoken_name(amount: Amount, name: Name, line: Line) -> bool:
    """Say whether what is counted leaves no doubt of what was done: 抓了5个人, 立了12个案子, 破了4起, 涉案120万."""
    unit = name.indicators[0].unit
    if unit == "人":
        people = _end_of_people(amount, line.text)
        return amount.counter in _PERSONS and (amount.counter == "人" or people > amount.end or line.ends(amount.end))
    if unit == "万元":
        return amount.counter in measures(unit) or amount.largest_scale >= _YUAN["万元"]
    if unit != "件":
        return amount.counter in measures(unit) and amount.counter not in _VAGUE
    return amount.counter == "起" or _end_of_cases(amount, line.text) > amount.end


def _is_own(amount: Amount, name: Name) -> bool:
    return any(amount.counter == each.unit or (each.unit, amount.counter) in _OWN for each in name.indicators)


def _names_things(gap: str) -> bool:
    """Say whether what stands between a name and an amount are things that it was done to."""
    while match := _LINK_END.search(gap):
        gap = gap[: match.start()]
    things = len(gap) <= _FAR and _HANZI_WORDS.fullmatch(gap)
    return bool(things) and not any(word in gap for word in _WORDS["not_between"])


def _is_unmistakable(amount: Amount, name: Name, text: str) -> bool:
    """Say whether an amount can be of no other indicator, whatever stands before it (培训办完了，共120人次)."""
    gap = text[name.end : amount.start]
    own = amount.counter in _UNMISTAKABLE and any(amount.counter == each.unit for each in name.indicators)
    return own and len(gap) <= _VERY_FAR and not any(stop in gap for stop in (*_STOPS, *_WORDS["not_far"]))


def _end(amount: Amount, name: Name, text: str) -> int:
    if not name.spoken:
        return amount.end
    return (_end_of_people if name.indicators[0].unit == "人" else _end_of_cases)(amount, text)


def _end_of_people(amount: Amount, text: str) -> int:
    word = next((word for word in _PEOPLE if text.startswith(word, amount.end)), "")
    return amount.end if text.startswith(_NO_PEOPLE, amount.end) else amount.end + len(word)


def _end_of_cases(amount: Amount, text: str) -> int:
    word = next((word for word in _CASES if text.startswith(word, amount.end)), "")
    return amount.end if text.startswith(_VALUE, amount.end + len(word)) else amount.end + len(word)


# What a pair says


def _reading(pair: Pair, words: str) -> Reading:
    """Return a figure in the indicator's unit, or NO_FIGURE for one that cannot be.

    Of 培训办完了，共120人次 only the number is taken, for the rest tells how the task stands.
    """
    indicator, value = pair.indicator, _value(pair)
    start = pair.amount.start if pair.told else pair.start
    whole = indicator.kind == "whole"
    bare = (
        indicator.unit == "万元"
        and pair.measure is None
        and pair.amount.end == pair.end
        and _lacks_measure(pair.amount)
    )
    if bare or value is None or value > _TOO_MUCH or (whole and not value.is_integer()):
        return Reading(Kind.NO_FIGURE, pair.start, pair.end, (indicator.name, words))
    return Reading(Kind.FIGURE, start, pair.end, (indicator.name, repr(int(value) if value.is_integer() else value)))


def _value(pair: Pair) -> float | None:
    """Return the number in the indicator's unit; None where brackets name another one, or a second one is given."""
    amount, unit, value = pair.amount, pair.indicator.unit, pair.amount.value
    money = unit == "万元"
    if pair.measure is not None:
        if amount.scale or amount.counter or not (pair.measure in _YUAN if money else pair.measure == unit):
            return None
        return round(value * (_YUAN[pair.measure] / _YUAN["万元"] if money else 1), 6)
    if money and not (
        amount.counter or (amount.scale.isascii() and amount.scale) or amount.largest_scale >= _YUAN["万元"]
    ):
        return round(value, 6)
    return round(value * worth(amount.counter, unit), 6)


# What is asked for


def _asked(name: Name, text: str) -> Span | None:
    before, behind = text[: name.start], text[name.end : name.end + _VERY_FAR]
    if name.spoken:
        between = _HOW_MANY_BETWEEN.match(behind)
        return (name.start, name.end + between.end()) if between else None
    if found := _HOW_MANY_BEHIND.match(behind):
        return name.start, name.end + found.end(1)
    if not name.latin:
        of_a_unit = before.endswith(("单位", "单位的"))
        alone = _COUNT_ALONE.match(behind) if of_a_unit else None
        return (name.start, name.end + alone.end(1)) if alone else None
    if found := _HOW_MANY_BEFORE.search(before[-2 * _LONGEST_GAP :]):
        return len(before) - found.end() + found.start(), name.end
    return (0, name.end) if _THE_TOTAL.fullmatch(before[:_LONGEST_GAP]) and _SO_FAR.match(behind) else None
