"""Numbers with what they count: 12件, 3.5万元, 四百来万, 1.2m yuan; and how exact they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from data.patterns import Match, Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI, SCALE, SCALES, number

_SCALES = frozenset("十百千万亿")
_SCALES_ALONE = frozenset("百千万亿")
_IN_BETWEEN = Pattern("[一二两三四五六七八九]{2}[十百千万亿]|[十百千万亿][一二两三四五六七八九]{2}$")
"""A range in two numerals: 三四十 is thirty or forty, 一百二三十 is 120 or 130."""
_TENTHS = Pattern(r"^([1-9])(?:$|[,，、。;；!！\s\x00了吧])")
"""A digit after a scale without a counter: 3万5 is 35,000."""
_ARABIC, _LONGEST_END = frozenset("0123456789"), 24
_LOOKED_BACK = 16
_DIGIT = frozenset("一二两三四五六七八九")
_ONE_HANZI = frozenset("零〇一二两俩三仨四五六七八九十百千万亿")
_COUNTERS = table("counters")
_WORDS = {name: tuple(words) for name, words in _COUNTERS["words"].items()}
MORE, _NO_COUNTERS, _NO_NUMBERS = "".join(_WORDS["more"]), _WORDS["no_counters"], _WORDS["no_numbers"]
_OR_SO, _RANGE, _MINUS, _SEVERAL, _SEVERAL_TENS = (
    _WORDS[name] for name in ("or_so", "range", "minus", "several", "several_tens")
)
_ABOUT, _AT_MOST = (
    tuple(word + link for word in _WORDS[name] for link in ("", *_WORDS["linked"])) for name in ("about", "at_most")
)
VAGUE_COUNTERS, PERCENT = _WORDS["vague"], _WORDS["percent"]
_MEASURES = {unit: frozenset(counters) for unit, counters in _COUNTERS["of"].items()}
_OTHERS = frozenset(_COUNTERS["other"]["counters"])
_THINGS = frozenset(_COUNTERS["things"]["counters"]).union(*_MEASURES.values())
_COUNTER = any_word(_THINGS | _OTHERS, apart=False)
_COUNTER_FIRST = Pattern(f"^ ?(?:{_COUNTER})")
_PATTERN = Pattern(
    rf"(?P<currency>(?:\brmb|\bcny|¥|￥) ?)?(?P<n>{DIGITS}|{HANZI}|\b{ENGLISH_NUMBER}\b)"
    rf"(?:[{MORE}]? ?(?P<scale>[百千][{MORE}][万亿]|{SCALE}))?(?:[{MORE}]? ?(?P<counter>{_COUNTER}))?"
)
_UNKNOWN_END = Pattern(rf"^[a-z_'’]*[0-9a-z][0-9a-z_'’]*(?:\.[0-9]+)?(?: ?(?:{_COUNTER}))?")
"""The rest of what begins with a number and is none that is known (1e9件, 0x10, 12_000)."""


_MARK = Pattern(r"(?:^|[\s\x00:：;；,，。.!！])(?P<n>\d{1,2})\.(?:[^\d]|$)")
"""The number of an item of a list (1. 打掉窝点一个 2. 抓3人)."""
_NEAR, _BEFORE_A_LIST = 4, ":：;；,，。.!！\x00\n"


class Exactness(Enum):
    """How exact a number is: as it stands, approximate, or a limit, an end of a range, below nought or of any size
    (没超过10万, 几十)."""

    EXACT = "exact"
    ABOUT = "about"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `start`, up to `number_end` with its scale, and up to `end` with its counter, which may be empty.

    If the number begins a range, the range ends at `range_end`.
    """

    start: int
    number_end: int
    end: int
    digits: str
    scale: str
    counter: str
    exactness: Exactness = Exactness.EXACT
    range_end: int = 0
    tenths: str = ""
    """The digit after the scale of 3万5, in tenths of the scale."""

    @property
    def value(self) -> float:
        """The number, with 万 and other scales multiplied in."""
        value = float(number(self.digits))
        for char in [self.scale] if self.scale.isascii() else self.scale:
            value *= SCALES[char]
        return value + int(self.tenths or 0) * self.largest_scale / 10

    @property
    def largest_scale(self) -> int:
        """The largest scale in the number, such as 万 or 亿, or 1."""
        return max(SCALES.get(char, 1) for char in (self.scale, *self.scale, *self.digits))

    @property
    def is_as_large_as_money(self) -> bool:
        """Whether the number is written as sums of money are: in 万 or more, or with a letter (4.5w, 45k, 1.2m)."""
        return self.largest_scale >= SCALES["万"] or (self.scale != "" and self.scale.isascii())

    @property
    def is_one_hanzi(self) -> bool:
        """Whether the number is a single character such as 一, which may be part of a word."""
        return self.digits in _ONE_HANZI

    @property
    def is_of_things(self) -> bool:
        """Whether the number counts or measures something, and is not a time or a part."""
        return self.counter in _THINGS


@lru_cache(maxsize=8)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """Return the numbers in a lower-cased text from left to right, except those in words such as 三无 and 第三."""
    found = list(_numbers(text))
    return tuple(_with_exactness(at, found, text) for at in range(len(found)))


def measures(unit: str) -> frozenset[str]:
    """Return the counters with which amounts of `unit` are written."""
    return _MEASURES.get(unit) or frozenset({unit})


def begins_with_counter(text: str) -> bool:
    """Return whether a lower-cased text begins with a counter."""
    return _COUNTER_FIRST.match(text) is not None and not text.startswith(_NO_COUNTERS)


def worth(counter: str, unit: str) -> float:
    """Return how many of `unit` one of `counter` is."""
    return float(_COUNTERS["worth"].get(unit if unit == "万元" else counter, 1.0))


def _numbers(text: str) -> Iterator[Amount]:
    found = list(_PATTERN.finditer(text))
    read, marks = 0, _numbers_of_items(text) if found else ()
    for match in found:
        if match.start() < read or match.start() in marks:
            continue
        if amount := _not_understood(match, text):
            read = amount.end
            yield amount
            continue
        digits = match["n"]
        in_a_word = text.startswith(_NO_NUMBERS, match.end("n") - 1)
        alone = digits in _SCALES_ALONE and not (match["counter"] and text[match.end("n")] in MORE)
        if not alone and text[match.start() - 1 : match.start()] != "第" and not in_a_word:
            amount = _amount(match, text)
            read = amount.end if amount.tenths else read
            yield amount


def _numbers_of_items(text: str) -> set[int]:
    """Return where the numbers of a list's items stand, 1 and at least 2 behind it, if it begins the text or a clause
    (做了：1. 打掉窝点一个 2. 抓3人)."""
    found = list[int]()
    for match in _MARK.finditer(text):
        at = match.start("n")
        begins = text[max(0, at - _NEAR) : at].rstrip(" ")[-1:]
        if int(match["n"]) == len(found) + 1 and (found or not begins or begins in _BEFORE_A_LIST):
            found.append(at)
    return set(found) if len(found) > 1 else set()


def _not_understood(match: Match, text: str) -> Amount | None:
    """Return a number as no exact one if a letter stands right before it (l2件), or letters or digits go on behind it
    that are no counter, or None."""
    end, is_arabic, before = match.end(), match["n"][0] in _ARABIC, text[match.start() - 1 : match.start()]
    is_bare = end == match.end("n") and is_arabic
    rest = _UNKNOWN_END.match(text[end : end + _LONGEST_END]) if is_bare else None
    if rest is None and not (is_arabic and before.isascii() and before.isalpha()):
        return None
    last = end + (rest.end() if rest else 0)
    return Amount(match.start(), last, last, match["n"], "", "", Exactness.RANGE, last)


def _amount(match: Match, text: str) -> Amount:
    """Return the amount that was matched; a counter that begins another word is not one (二十二批捕八)."""
    number_end, (counted, end) = max(match.end("n"), match.end("scale")), match.span("counter")
    scale, counter = match["scale"] or "", text[max(counted, 0) : max(end, 0)]
    scale = "".join(char for char in scale if char not in MORE)
    if counter and text.startswith(_NO_COUNTERS, counted):
        counter, end = "", number_end
    counter = counter or ("元" if match["currency"] else "")
    if scale + counter == "千克":
        scale, counter = "", "千克"
    if scale and (tenths := _TENTHS.match(text[number_end:])):
        end = number_end + tenths.end(1)
        return Amount(match.start(), end, end, match["n"], scale, "", tenths=tenths[1])
    return Amount(match.start(), number_end, max(number_end, end), match["n"], scale, counter)


def _with_exactness(at: int, found: list[Amount], text: str) -> Amount:
    amount = found[at]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if after and _is_a_range(amount, after, text):
        return replace(amount, exactness=Exactness.RANGE, range_end=after.end)
    several = _SEVERAL if _SCALES_ALONE.issuperset(amount.digits) else _SEVERAL_TENS
    ends = (*_MINUS, *several) if _SCALES.issuperset(amount.digits) else _MINUS
    is_open = text.endswith(ends, 0, amount.start) or _before(amount, text).endswith(_AT_MOST)
    in_between = not amount.digits.isascii() and _IN_BETWEEN.search(amount.digits)
    if is_open or (before and _is_a_range(before, amount, text)) or in_between:
        return replace(amount, exactness=Exactness.RANGE)
    return replace(amount, exactness=Exactness.ABOUT) if _is_about(amount, text) else amount


def _is_a_range(first: Amount, last: Amount, text: str) -> bool:
    between = text[first.end : last.start]
    shares_its_measure = between == "、" and first.end - first.start == len(first.digits)
    rises = shares_its_measure and number(first.digits) < number(last.digits)
    return (rises or between.strip() in _RANGE) and not is_time(last.counter)


def is_time(counter: str) -> bool:
    """Return whether a counter is one of times, ordinals or parts."""
    return counter in _OTHERS


def _before(amount: Amount, text: str) -> str:
    return text[max(0, amount.start - _LOOKED_BACK) : amount.start].rstrip()


def _is_about(amount: Amount, text: str) -> bool:
    before = _before(amount, text)
    after = text[amount.end : amount.end + 6].lstrip()
    written = text[amount.start : amount.end]
    return (
        before.endswith(_ABOUT)
        or after.startswith(_OR_SO)
        or (bool(after) and after[0] in MORE[:-1])
        or any(char in written[1:] for char in MORE)
        or (len(amount.digits) == 2 and set(amount.digits) <= _DIGIT)
    )
