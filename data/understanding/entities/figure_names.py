"""The names of indicators, where a text has them, and what an amount can be of by its counter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount, find_amounts, is_time, measures
from data.understanding.grouping import grouped, lengths_by_start
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.romanise import syllables
from data.understanding.words import IndicatorWords

FIGURE_WORDS: Mapping[str, Any] = table("figures")
LONGEST_GAP = 32
VERY_FAR = 14
Sound = tuple[str, ...]
_HANZI_RUN = Pattern("[一-鿿]{2,}")
_LONGEST_NAME = 10
_SHORT = 2
_OTHER_WORDS = frozenset(FIGURE_WORDS["sounding"])
EDGES = frozenset("\0 ,，、。;；\n")
_CASES = ("案件", "案子", "案")
_FAR = 8
_HANZI_WORDS = Pattern("[一-鿿、]+")
_LIMITS = ("以上", "以下", "以内")
_LINK_END = Pattern(f"(?:{any_word(FIGURE_WORDS['between'])})$")
_UNDER_WAY = tuple(FIGURE_WORDS["under_way"])
_NEAR = max(map(len, _UNDER_WAY))
_LINKS = Pattern(f"(?:{any_word(FIGURE_WORDS['between'])})+")
_WHEN_ASKED = frozenset(word for words in FIGURE_WORDS["when_asked"].values() for word in words)
_OWN = {("人", "名"), ("户次", "家次"), ("户次", "户"), ("户次", "家"), ("批次", "批")}
_PEOPLE = ("犯罪嫌疑人", "嫌疑人", "嫌犯", "人")
_STOPS = "。;；"
_UNMISTAKABLE = ("户次", "人次")
_VALUE = "值"


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators by each of their names, and by `spoken` words that mean them if the counter leaves no doubt."""

    by_name: Mapping[str, tuple[IndicatorWords, ...]]
    spoken: Mapping[str, tuple[IndicatorWords, ...]]
    names: Pattern
    sounds: Mapping[Sound, str]
    sound_lengths: Mapping[Sound, tuple[int, ...]]
    at_length: frozenset[str]


class Name(NamedTuple):
    """A place that names an indicator, or several that differ only in their unit.

    A name `by_sound` is written with characters that only sound like it.
    """

    start: int
    end: int
    indicators: tuple[IndicatorWords, ...]
    spoken: bool
    latin: bool
    by_sound: bool = False


def index_indicators(indicators: Iterable[IndicatorWords], *, asked: bool = False) -> Indicators:
    """Return the indicators prepared for reading; when figures are `asked` for, more words mean them."""
    return _indexed(tuple(indicators), asked)


@lru_cache(maxsize=32)
def _indexed(known: tuple[IndicatorWords, ...], asked: bool) -> Indicators:
    by_name, spoken = list[tuple[str, IndicatorWords]](), list[tuple[str, IndicatorWords]]()
    at_length = set[str]()
    for indicator in known:
        names = {indicator.name.lower(), *(alias.lower() for alias in indicator.aliases)}
        longer = {word for name in names for word in FIGURE_WORDS["at_length"].get(name, ())} - names
        names |= longer
        at_length |= longer
        more = {word for name in names for word in FIGURE_WORDS["when_asked"].get(name, ())} if asked else set()
        by_name += [(name, indicator) for name in names | more]
        others = {word for name in names for word in FIGURE_WORDS["spoken"].get(name, ())} - names - more
        spoken += [(word, indicator) for word in others]
    pattern = Pattern(any_word({*dict(by_name), *dict(spoken), *FIGURE_WORDS["no_names"]}))
    heard = (name for name, _ in by_name if len(name) <= _LONGEST_NAME and _HANZI_RUN.fullmatch(name))
    sounds = {syllables(name): name for name in heard}
    lengths = lengths_by_start(sounds)
    return Indicators(grouped(by_name), grouped(spoken), pattern, sounds, lengths, frozenset(at_length))


def names_in(text: str, indicators: Indicators) -> list[Name]:
    """Return where a lower-cased text names any of the indicators, in writing or by sound (移送检查院 for 检察院)."""
    written = [
        Name(
            *match.span(),
            indicators.by_name.get(match[0]) or indicators.spoken[match[0]],
            match[0] not in indicators.by_name,
            match[0].isascii(),
        )
        for match in indicators.names.finditer(text)
        if _is_a_name(match[0], text[max(0, match.start() - _NEAR) : match.start()])
    ]
    heard = list(_by_sound(text, indicators))
    covered = bytearray(len(text))
    for name in heard:
        covered[name.start : name.end] = b"x" * (name.end - name.start)
    named = [*heard, *(name for name in written if not any(covered[name.start : name.end]))]
    named = [name for name in named if not _goes_on(name, named, text)]
    surely = {name.indicators for name in named if not _is_unsure(name, text, indicators)}
    named = [name for name in named if name.indicators not in surely or not _is_unsure(name, text, indicators)]
    words = {text[name.start : name.end] for name in named}
    return sorted(name for name in named if not _is_said_in_full(text[name.start : name.end], words, indicators))


def _is_said_in_full(word: str, words: Iterable[str], indicators: Indicators) -> bool:
    """Return whether another of the `words` is a longer name of the same indicator that ends like this one: 窝点 where
    捣毁窝点 is said, too, is of something else."""
    meant = indicators.by_name.get(word)
    return any(each != word and each.endswith(word) and indicators.by_name.get(each) == meant for each in words)


def _goes_on(name: Name, named: Iterable[Name], text: str) -> bool:
    """Return whether a name that counts only where figures are asked for belongs to one of the same indicator before
    it: 案件 in 立案查处涉假案件."""
    before = (each.end for each in named if each.indicators == name.indicators)
    links = (_LINKS.fullmatch(text[end : name.start]) for end in before)
    return text[name.start : name.end] in _WHEN_ASKED and any(link is not None for link in links)


def _by_sound(text: str, indicators: Indicators) -> Iterator[Name]:
    """Yield what sounds like a name, the longest first, and is not written so."""
    for run in _HANZI_RUN.finditer(text):
        sounds, first = syllables(run[0]), run.start()
        for at in range(len(sounds) - 1):
            lengths = indicators.sound_lengths.get(sounds[at : at + _SHORT])
            if not lengths:
                continue
            windows = (sounds[at : at + length] for length in lengths)
            heard = next((window for window in windows if window in indicators.sounds), ())
            start, end = first + at, first + at + len(heard)
            apart = len(heard) > _SHORT or not at or text[start - 1] in FIGURE_WORDS["sounding_behind"]
            meant = indicators.sounds[heard] if heard and apart else ""
            if meant and _is_misspelt(text[start:end], meant, indicators):
                yield Name(start, end, indicators.by_name[meant], spoken=False, latin=False, by_sound=True)


def _is_unsure(name: Name, text: str, indicators: Indicators) -> bool:
    """Return whether a name is only similar to that of its indicator, so that another place with the right name counts
    instead: 接安20件，结案12件, and 移送公安2件，移送检察院3件."""
    return name.by_sound or (not name.latin and text[name.start : name.end] in indicators.at_length)


def _is_misspelt(word: str, name: str, indicators: Indicators) -> bool:
    """Return whether a word that sounds like a name is meant for it (利案 for 立案).

    It must be no name or known word itself, and a short one needs one of the name's characters in its place: 火星 is
    not meant for 获刑.
    """
    is_alike = any(said == meant for said, meant in zip(word, name, strict=True))
    return is_alike and word not in indicators.by_name and word not in _OTHER_WORDS


def _is_a_name(word: str, before: str) -> bool:
    if word in FIGURE_WORDS["no_names"] or before.endswith(_UNDER_WAY):
        return False
    return word not in FIGURE_WORDS["alone"] or not before or before[-1] in EDGES


def unit_of(amount: Amount, name: Name) -> IndicatorWords | None:
    """Return the indicator of `name` that the amount is measured in, or None."""
    return next((each for each in name.indicators if amount.counter in measures(each.unit)), None)


def is_part_of_more(amount: Amount, text: str) -> bool:
    """Return whether the number goes on, or is one of a time, a rate or a limit."""
    further = text[amount.end : amount.end + 2]
    if further in _LIMITS or _is_a_part(amount, text):
        return True
    decimals = further[:1] in (".", ",") and further[1:2].isdecimal()
    return decimals or is_time(amount.counter)


def _is_a_part(amount: Amount, text: str) -> bool:
    """Return whether the number is of a part of what was done (抽检出了3批不合格, but not 抽了86批，不合格的9批)."""
    word = next((word for word in FIGURE_WORDS["not_behind"] if text.startswith(word, amount.end)), "")
    behind = text[amount.end + len(word) : amount.end + len(word) + 2].removeprefix("的")
    return bool(word) and not text.startswith("的", amount.end + len(word)) and not behind[:1].isdecimal()


def is_of_what_follows(name: Name, text: str) -> bool:
    """Return whether a name has a number of its own after it."""
    further = next(iter(find_amounts(text[name.end : name.end + LONGEST_GAP].lstrip())), None)
    return bool(further and further.start == 0 and (further.counter or further.digits[0].isdecimal()))


def is_in_unit_of_name(amount: Amount, name: Name) -> bool:
    """Return whether an amount is counted in the unit of one of the name's indicators, or an equivalent one."""
    return any(amount.counter == each.unit or (each.unit, amount.counter) in _OWN for each in name.indicators)


def names_things(gap: str) -> bool:
    """Return whether the words between a name and an amount are things that it was done to."""
    while match := _LINK_END.search(gap):
        gap = gap[: match.start()]
    things = len(gap) <= _FAR and _HANZI_WORDS.fullmatch(gap)
    return bool(things) and not any(word in gap for word in FIGURE_WORDS["not_between"])


def is_unmistakable(amount: Amount, name: Name, text: str) -> bool:
    """Return whether an amount can be of no other indicator, whatever comes before it (培训办完了，共120人次)."""
    gap = text[name.end : amount.start]
    own = amount.counter in _UNMISTAKABLE and any(amount.counter == each.unit for each in name.indicators)
    return own and len(gap) <= VERY_FAR and not any(stop in gap for stop in (*_STOPS, *FIGURE_WORDS["not_far"]))


def end_with_counted(amount: Amount, name: Name, text: str) -> int:
    """Return where an amount ends together with what it counts: 抓获3名嫌疑人, 破了4起案子."""
    return (end_of_people if name.indicators[0].unit == "人" else end_of_cases)(amount, text)


def end_of_people(amount: Amount, text: str) -> int:
    """Return where an amount of people ends together with the word for them."""
    word = next((word for word in _PEOPLE if text.startswith(word, amount.end)), "")
    return amount.end + len(word)


def end_of_cases(amount: Amount, text: str) -> int:
    """Return where an amount of cases ends together with the word for them."""
    word = next((word for word in _CASES if text.startswith(word, amount.end)), "")
    return amount.end if text.startswith(_VALUE, amount.end + len(word)) else amount.end + len(word)


def is_a_count_of_sums(amount: Amount, name: Name, indicator: IndicatorWords) -> bool:
    """Return whether a bare number before the name of a money indicator counts the sums (14 penalties)."""
    return indicator.unit == "万元" and name.latin and not (amount.counter or amount.scale)
