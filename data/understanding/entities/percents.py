"""The progress of a task in percent: 80%, 百分之八十, 八成五, 一半, 三分之二, a third, 80 percent, 完成80."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from data.patterns import Match
from data.understanding.entities.likely_percents import LEFT, SO_FAR, TextRead, likely_percents
from data.understanding.entities.limits import BY_PERCENT, MOST_PERCENT, limits_said
from data.understanding.entities.percent_forms import HUNDRED, NumberSaid, has_signed_number, numbers_said
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, is_within, masked, spans
from data.understanding.polarity import clauses, negated

INDIRECT = 0.9
"""The sureness of a percentage that was calculated from what is left, or is left open."""
_LONGEST_ALONE = 24
_WINDOW = 24
_RULES = patterns("percents")
_MASKS: dict[str, str] = table("percents")["masks"]
_DENIED, _BETWEEN, _APART, _POINTS = "不是", "between ", " ,，、。.;；", "个点"


def find_percents(
    text: str, not_yet: Iterable[Span] = (), formerly: Callable[[], Iterable[Span]] = tuple
) -> Iterator[Reading]:
    """Yield the percentage in a lower-cased text as a whole number, with the 完成 around it.

    What is left (还差两成) tells what is done if that is not said. Another percentage in the stretches `not_yet` is
    NOT_YET, and one that tasks are sought by (不到一半的) is FILTER, with its limits. Words that leave the number open
    (大半) and a clause with only an impossible percentage (150%, -5%) are NO_PERCENT; elsewhere such a number may be of
    something else.
    """
    rest, sought = stated_and_sought(text)
    yield from sought
    ahead = list(not_yet) if rest else []
    best = _likeliest(TextRead(text, rest, ahead, list(formerly()) if rest else []))
    yield from (
        Reading(Kind.NOT_YET, each.start, each.end, (text[each.start : each.end],))
        for each in rest
        if not each.is_bare and (best is None or each is not best[0]) and is_within(each.start, ahead)
    )
    if best is not None:
        yield _reading(text, *best)
    elif impossible := _impossible(text):
        yield Reading(Kind.NO_PERCENT, *impossible, (text[slice(*impossible)].strip(),))


def stated_and_sought(text: str) -> tuple[list[NumberSaid], list[Reading]]:
    """Return the numbers in a lower-cased text that may be how far a task is, and readings of those that are sought."""
    numbers = numbers_said(text)
    found = (_sought(text, each, least) for least, each in zip([None, *numbers], numbers, strict=False))
    sought = [each for each in found if each is not None]
    return [each for each in numbers if not is_within(each.start, spans(sought))], sought


def percent_answered(text: str) -> int | None:
    """Return the percentage in a lower-cased text that answers how far the task is, or None."""
    return percent_of(TextRead(text, numbers_said(text), asked=True))


def percent_of(read: TextRead) -> int | None:
    """Return the percentage that the task is at by a text, or None."""
    best = _likeliest(read)
    return _percent(*best) if best and not _is_open(read.text, best[0]) else None


def _likeliest(read: TextRead) -> tuple[NumberSaid, str] | None:
    """Return the number that is most likely how much is done, or else how much is left, with which of them it is. What
    is said not to be done right behind it (80%没完成) is left, whatever the model takes it for. Else a
    number that stands for itself counts."""
    if not read.numbers:
        return None
    undone = [each for each in read.looked_at if not each.is_bare and _undone(read.text, each)]
    found = [each for each in likely_percents(read) if each[0] not in undone]
    if found:
        return min(found, key=lambda each: (each[1] == LEFT, -each[2]))[:2]
    for start, end in clauses(read.text.replace(TAKEN, ","), spaces=False) if _POINTS in read.text else ():
        points = [each for each in read.looked_at if start <= each.start < end and says_points(read.text[start:end])]
        if points:
            return points[0], SO_FAR
    apart = {each.start(each.last_group()) for each in _RULES["set_apart"].finditer(read.text)} - {-1}
    left = next(((each, LEFT) for each in undone if not is_within(each.start, read.ahead)), None)
    return left or next(((each, SO_FAR) for each in read.looked_at if each.start in apart), None)


def says_points(text: str) -> bool:
    """Return whether a number of points is all that a lower-cased text says (八十个点); 端了八个点 are dens."""
    return _POINTS in text and read_percent(text.strip()) is not None


def _undone(text: str, said: NumberSaid) -> Match | None:
    """Return the words right behind a number that say that so much is not done (80%没完成), or None."""
    return _RULES["undone"].match(text[said.end : said.end + _WINDOW])


def _percent(said: NumberSaid, meant: str) -> int:
    return HUNDRED - said.percent if meant == LEFT else said.percent


def _is_open(text: str, said: NumberSaid) -> bool:
    """Return whether the words for a number only tell where about it is: 大半 is more than half, and not how much."""
    return _RULES["open"].fullmatch(text[said.start : said.end]) is not None


def _reading(text: str, said: NumberSaid, meant: str) -> Reading:
    """Return the reading of a number, with the words around it that add nothing."""
    lead = _RULES["lead"].search(masked(text[max(0, said.start - _WINDOW) : said.start], _MASKS))
    tail = _undone(text, said) or _RULES["tail"].match(text[said.end : said.end + _WINDOW])
    start, end = said.start - (len(lead[0]) if lead else 0), said.end + (tail.end() if tail else 0)
    if _is_open(text, said):
        return Reading(Kind.NO_PERCENT, start, end, (text[start:end].strip(),), INDIRECT)
    sureness = INDIRECT if meant == LEFT else 1.0
    return Reading(Kind.PERCENT, start, end, (str(_percent(said, meant)),), sureness)


def _sought(text: str, said: NumberSaid, least: NumberSaid | None) -> Reading | None:
    """Return the reading of a percentage by which tasks are sought, with the words for what it is of, or None. Behind
    another one, the `least`, it may be the most that they are at."""
    if said.is_bare:
        return None
    before, behind = text[max(0, said.start - _WINDOW) : said.start], text[said.end : said.end + _WINDOW]
    than, named = _RULES["than"].search(before), TAKEN in text[: said.start]
    joined = least is not None and _RULES["joins_two"].fullmatch(text[least.end : said.start]) is not None
    asks = TAKEN not in text and _asks_which(text, said)
    led = _RULES["led_where_asked"].search(before) if asks else None
    where_asked = asks and (joined or led or _RULES["more_than"].match(text[said.start : said.end]))
    between = joined and least is not None and text[: least.start].endswith(_BETWEEN)
    ways = {"filter": True, "filter_at_end": not named, "filter_english": than and not named}
    ways |= {"filter_where_asked": where_asked or between}
    for name, wanted in ways.items():
        after = _RULES[name].match(behind) if wanted else None
        if after is not None and not _RULES["no_filter"].match(behind[after.end(1) :]):
            end = said.end + after.end(1)
            if joined and least is not None:
                start = least.start - len(_BETWEEN) * between
                return Reading(Kind.FILTER, start, end, (BY_PERCENT, str(least.percent), str(said.percent)))
            lead = than or led or _RULES["lead_of_filter"].search(before)
            start = said.start - (len(before) - lead.start() if lead else 0)
            limits = limits_said(text[start:end], said.percent, 0, MOST_PERCENT)
            return Reading(Kind.FILTER, start, end, (BY_PERCENT, *map(str, limits)))
    return None


def _asks_which(text: str, said: NumberSaid) -> bool:
    """Return whether the clause of a number asks which tasks or units, or how many."""
    asking = _asking_clauses(text)
    at = bisect_right(asking, (said.start, len(text))) - 1
    return at >= 0 and said.start < asking[at][1]


@lru_cache(maxsize=8)
def _asking_clauses(text: str) -> Sequence[Span]:
    return [each for each in clauses(text) if _RULES["asks_which"].search(text[slice(*each)]) is not None]


@lru_cache(maxsize=64)
def read_percent(text: str) -> int | None:
    """Return the percentage that a lower-cased text only states, as 80, 八十, eighty, 1/3 or maybe a third, or by
    what is left (还差20), or None."""
    said = _RULES["tail_alone"].sub("", _RULES["lead_alone"].sub("", text))
    left = _RULES["left"].fullmatch(said)
    said = left["said"] or left["said_"] if left else said
    found = [each for each in numbers_said(said) if (each.start, each.end) == (0, len(said))]
    if not found or _is_open(said, found[0]) or (left and found[0].is_bare and not _RULES["number"].fullmatch(said)):
        return None
    return HUNDRED - found[0].percent if left else found[0].percent


def percents_alone(text: str) -> list[Span]:
    """Return the clauses of a lower-cased text that state a percentage and nothing else.

    They say what is so now, whatever days are named before them.
    """
    if not has_signed_number(text):
        return []
    return [clause for clause in _short_clauses(text) if _is_written(text[slice(*clause)].strip())]


def _is_written(words: str) -> bool:
    return any(not each.is_bare for each in numbers_said(words)) and read_percent(words) is not None


def _short_clauses(text: str) -> Iterator[Span]:
    """Return the clauses short enough to be only a percentage; what is blanked out ends a clause, too."""
    return (each for each in clauses(text.replace(TAKEN, ",")) if 1 < len(text[slice(*each)].strip()) <= _LONGEST_ALONE)


def last_percent(text: str) -> int | None:
    """Return the percentage in the last clause of a lower-cased text that only states one (不对 是70), or None.

    One that is denied does not count (是70 不是80).
    """
    text = text.replace(". ", "; ")
    said = [text[slice(*clause)].strip() for clause in clauses(text)]
    named = (each.rpartition("是")[2] if each.count("是") > 1 else each for each in reversed(said))
    found = (read_percent(each) for each in named if not negated(each, len(_DENIED) * each.startswith(_DENIED)))
    return next((percent for percent in found if percent is not None), None)


def without_percent(text: str, percent: int) -> str:
    """Return a text without the percentage that it tells and the words around it, if that is `percent`."""
    told = next((each for each in find_percents(text.lower()) if each.kind is Kind.PERCENT), None)
    if told is None or told.values != (str(percent),):
        return text
    return f"{text[: told.start].rstrip()} {text[told.end :].lstrip(_APART)}".strip(_APART)


def with_percents_in_digits(text: str) -> str:
    """Return a lower-cased text with each percentage in words in digits: 应该是75% from 应该是七成五."""
    parts, read = list[str](), 0
    for each in numbers_said(text):
        if not each.is_bare and not _is_open(text, each):
            parts += [text[read : each.start], f"{each.percent}%"]
            read = each.end
    return "".join([*parts, text[read:]])


def _impossible(text: str) -> Span | None:
    match = _RULES["impossible"].search(text)
    if not match:
        return None
    group = 1 if match.start(1) >= 0 else 4
    digits = next(match[each] for each in (2, 3, 4) if match[each])
    possible = digits.isdecimal() and int(digits) <= HUNDRED
    return None if possible else match.span(group)
