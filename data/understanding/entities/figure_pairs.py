"""Which amount of a text is which indicator's: by what stands between them, and what the amount is counted in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount, Exactness, find_amounts, is_time, measures
from data.understanding.entities.figure_names import EDGES, LONGEST_GAP, VERY_FAR, WORDS, Indicators, Name, names_in
from data.understanding.lexicon import any_of
from data.understanding.words import IndicatorWords

_FAR = 8
_MEASURE = Pattern(r"^[(（]([^()（）]{1,4})[)）]")
YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
FILED = "立案"
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
VAGUE = ("个", "次", "种", "项")
_UNMISTAKABLE = ("户次", "人次")
_OWN = {("人", "名"), ("户次", "家次"), ("户次", "户"), ("户次", "家"), ("批次", "批")}
_HANZI_WORDS = Pattern("[一-鿿、]+")
_BETWEEN = Pattern(f"(?:{any_of(WORDS['between'])})*")
_LINK_END = Pattern(f"(?:{any_of(WORDS['between'])})$")
_FROM = Pattern(f"(?:{any_of(WORDS['from'])}) ?$")
_RISEN = Pattern(f"(?:{any_of(WORDS['risen'])})*(?:{any_of(WORDS['risen_to'])})")
_WORD = Pattern("^[a-z]+")
_OTHER_TIME = Pattern(
    rf"\s*[,，、;；]?\s*(?:其中|而)?(?:{any_of(WORDS['other_times'])}|\d{{1,2}}月份?)(?:一?共|又|新|再|有|是|才)*\s*"
)
_IN_A_MONTH = Pattern(r"^ (?:in|for) [a-z]+\b|^ (?:this|last) (?:month|week|quarter|year)\b")
_IN_ANOTHER_MONTH = Pattern(r" (?:(?:in|for) [a-z]+|(?:this|last) (?:month|week|quarter|year)),? (?:and |then )?")
_AND = ("and", "so", "in", "were", "we")


class Pair(NamedTuple):
    """An amount of an indicator, and where both stand; `told` says that what stands between tells of something."""

    indicator: IndicatorWords
    amount: Amount
    start: int
    end: int
    measure: str | None = None
    told: bool = False


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
        return self.is_edge(at) or self.indicators.names.match(self.text[at : at + LONGEST_GAP]) is not None

    def is_edge(self, at: int) -> bool:
        """Say whether no word goes on at a place."""
        return not 0 <= at < len(self.text) or self.text[at] in EDGES


def pairs_in(text: str, indicators: Indicators, number_first: bool) -> list[Pair]:
    """Return each name of a lower-cased text with the amount that is its own; with `number_first` only 12 立案."""
    amounts = find_amounts(text)
    line = Line(text, amounts, names_in(text, indicators) if amounts else (), indicators)
    ways = (_before_their_names, _cases_alone) if number_first else _WAYS
    pairs = list[Pair]()
    for way in ways:
        found = list(way(line))
        pairs, line = pairs + found, line.without(found)
    pairs += _of_other_times(line, pairs)
    return sorted(pairs, key=lambda pair: pair.start)


def _of_other_times(line: Line, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the same things of another time, right behind (今年抓了20人，这个月5人; 3 cases in oct and 2 in nov)."""
    things = [each for each in line.amounts if not is_time(each.counter)]
    for pair in pairs:
        following = bisect_left(things, pair.end, key=attrgetter("start"))
        if following == len(things):
            continue
        further = things[following]
        between = line.text[pair.end : further.start]
        alike = further.counter and further.counter == pair.amount.counter
        english = not further.counter and _IN_A_MONTH.match(line.text[further.end :])
        if (alike and _OTHER_TIME.fullmatch(between)) or (english and _IN_ANOTHER_MONTH.fullmatch(between)):
            yield Pair(pair.indicator, further, further.start, further.end)


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
        indicator = _unit_of(amount, name) if amount.counter else name.indicators[0]
        if indicator and _is_a_count_of_sums(amount, name, indicator):
            continue
        alone = line.is_edge(amount.start - 1) and line.is_edge(name.end)
        counted = (amount.counter or name.latin) and not _is_of_what_follows(name, line.text)
        if indicator and (alone or counted) and not is_time(amount.counter) and not _is_a_word(amount, line):
            yield Pair(indicator, amount, amount.start, name.end)


def _is_a_count_of_sums(amount: Amount, name: Name, indicator: IndicatorWords) -> bool:
    """Say whether a bare number before the name of sums of money counts them (14 penalties)."""
    return indicator.unit == "万元" and name.latin and not (amount.counter or amount.scale)


def _cases_alone(line: Line) -> Iterator[Pair]:
    """Yield 12起案件 that stand alone: cases filed."""
    filed = line.indicators.by_name.get(FILED, ())
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
        if following and following[0].start - name.end <= LONGEST_GAP:
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
    further = line.text[amount.end : amount.end + LONGEST_GAP].lstrip()
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
    word = next((word for word in WORDS["not_behind"] if text.startswith(word, amount.end)), "")
    return bool(word) and not text.startswith("的", amount.end + len(word))


def _is_a_word(amount: Amount, line: Line) -> bool:
    """Say whether 一 or the like without a counter may be part of a word."""
    return amount.is_one_hanzi and not amount.counter and not line.ends(amount.end)


def _is_of_what_follows(name: Name, text: str) -> bool:
    """Say whether a name has a number of its own behind it, or goes on as another word."""
    further = next(iter(find_amounts(text[name.end : name.end + LONGEST_GAP].lstrip())), None)
    own = further and further.start == 0 and (further.counter or further.digits[0].isdecimal())
    return bool(own) or text.startswith(_NO_NAME, name.end)


def _fits_a_spoken_name(amount: Amount, name: Name, line: Line) -> bool:
    """Say whether what is counted leaves no doubt of what was done: 抓了5个人, 立了12个案子, 破了4起, 涉案120万."""
    unit = name.indicators[0].unit
    if unit == "人":
        people = _end_of_people(amount, line.text)
        return amount.counter in _PERSONS and (amount.counter == "人" or people > amount.end or line.ends(amount.end))
    if unit == "万元":
        return amount.counter in measures(unit) or amount.largest_scale >= YUAN["万元"]
    if unit != "件":
        return amount.counter in measures(unit) and amount.counter not in VAGUE
    return amount.counter == "起" or _end_of_cases(amount, line.text) > amount.end


def _is_own(amount: Amount, name: Name) -> bool:
    return any(amount.counter == each.unit or (each.unit, amount.counter) in _OWN for each in name.indicators)


def _names_things(gap: str) -> bool:
    """Say whether what stands between a name and an amount are things that it was done to."""
    while match := _LINK_END.search(gap):
        gap = gap[: match.start()]
    things = len(gap) <= _FAR and _HANZI_WORDS.fullmatch(gap)
    return bool(things) and not any(word in gap for word in WORDS["not_between"])


def _is_unmistakable(amount: Amount, name: Name, text: str) -> bool:
    """Say whether an amount can be of no other indicator, whatever stands before it (培训办完了，共120人次)."""
    gap = text[name.end : amount.start]
    own = amount.counter in _UNMISTAKABLE and any(amount.counter == each.unit for each in name.indicators)
    return own and len(gap) <= VERY_FAR and not any(stop in gap for stop in (*_STOPS, *WORDS["not_far"]))


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
