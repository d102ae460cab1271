"""The progress of a task in percent: 80%, 百分之八十, 八成五, 一半, 三分之二, a third, 80 percent, 完成80."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from data.understanding.entities.percent_said import (
    ALONE,
    ANY_FORM,
    FORMS,
    FROM_WHAT_IS_LEFT,
    HUNDRED,
    MASKS,
    SIGNS,
    PercentSaid,
)
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, masked
from data.understanding.numerals import number
from data.understanding.polarity import clauses, negated

_LONGEST_ALONE = 24
_ENDS = " ,，。.;；!！~～、)）"
_RULES = patterns("percents")
_DENIED = "不是"


def find_percents(
    text: str, not_yet: Iterable[Span] = (), formerly: Callable[[], Iterable[Span]] = tuple
) -> Iterator[Reading]:
    """Yield the percentage in a lower-cased text as a whole number, with the 完成 around it.

    What is left (还差两成) tells what is done if that is not said. One in the stretches `formerly` tells it if no other
    does (上周60%，这周70%). A percentage in the stretches `not_yet` is NOT_YET,
    and one that tasks are sought by (不到一半的) is NO_FILTER. A clause with only an impossible percentage (150%, -5%)
    is NO_PERCENT; elsewhere such a number may be of something else.
    """
    every, stated, left, asked = list(_all_said(text)), list[PercentSaid](), list[Reading](), list[Reading]()
    not_yet = list(not_yet) if every else not_yet
    for said in every:
        if sought := said.sought():
            yield sought
        elif _is_within(not_yet, said.start):
            yield Reading(Kind.NOT_YET, *said.span(), (text[said.start : said.end].strip(),))
        elif said.is_of_the_task():
            if remaining := said.remaining():
                left.append(remaining)
                continue
            if said.is_asked:
                asked.append(said.reading())
            else:
                stated.append(said)
    past = formerly() if stated else ()
    now = [each for each in _reached(text, stated) if not _is_within(past, each.start)]
    if past and not now and (told := _number_alone(text, not_yet)):
        yield told[0]
    elif stated := now or stated:
        yield next((each for each in stated if each.is_of_the_whole), stated[0]).reading()
    elif found := asked or left or _number_alone(text, not_yet):
        yield found[0]
    elif impossible := _impossible(text):
        yield Reading(Kind.NO_PERCENT, *impossible, (text[slice(*impossible)].strip(),))


def _reached(text: str, stated: Sequence[PercentSaid]) -> Sequence[PercentSaid]:
    """Return the percentages without those from which the next one rose (从六成提到七成半), whose place it takes."""
    left = set[PercentSaid]()
    for each, following in pairwise(sorted(stated, key=attrgetter("start"))):
        if _RULES["risen_to"].fullmatch(text[each.end : following.start].strip()):
            following.from_place = each.span()[0]
            left.add(each)
    return [each for each in stated if each not in left]


def _is_within(stretches: Iterable[Span], at: int) -> bool:
    return any(start <= at < end for start, end in stretches)


def _all_said(text: str) -> Iterator[PercentSaid]:
    """Return an iterator over all that is written like a percentage."""
    forms = FORMS if ANY_FORM.search(text) else []
    said = (PercentSaid(text, form, match) for form in forms for match in form.pattern.finditer(text))
    return (each for each in said if not each.is_another_word)


@lru_cache(maxsize=64)
def read_percent(text: str) -> int | None:
    """Return the percentage that a lower-cased text only states, as 80, 八十, eighty, 1/3 or maybe a third, or by
    what is left (还差20), or None."""
    text = _without_small_words(text)
    if _RULES["bare"].fullmatch(text):
        value = int(number(text))
        return value if 0 <= value <= HUNDRED else None
    if fraction := _RULES["fraction"].fullmatch(text):
        part, whole_of = int(fraction["part"]), int(fraction["whole"])
        return round(HUNDRED * part / whole_of) if part <= whole_of else None
    stated = _all_of(text) or _all_of(_with_signs(text), FROM_WHAT_IS_LEFT)
    return int(stated.values[0]) if stated else None


def _with_signs(text: str) -> str:
    """Return a text with its bare numbers as percentages."""
    return _RULES["number"].sub(lambda found: f"{number(found[0]):.0f}%", text)


def _all_of(text: str, sureness: float | None = None) -> Reading | None:
    """Return the percentage that is all of a text, of this sureness if one is given, or None."""
    whole = (Kind.PERCENT, 0, len(text))
    stated = (each for each in find_percents(text) if (each.kind, each.start, each.end) == whole)
    return next((each for each in stated if sureness in (None, each.sureness)), None)


def is_what_is_left(before: str) -> bool:
    """Return whether the words before a number say that it is what is left to do (还差20)."""
    return _RULES["left"].search(before) is not None


def is_of_something_else(before: str) -> bool:
    """Return whether the words before a number say that it is not the progress of the task."""
    return _RULES["of_something_else"].search(masked(before, MASKS)) is not None


def percents_alone(text: str) -> list[Span]:
    """Return the clauses of a lower-cased text that state a percentage and nothing else.

    They say what is so now, whatever days are named before them.
    """
    return [clause for clause in _short_clauses(text) if _is_written(text[slice(*clause)].strip())]


def _is_written(words: str) -> bool:
    return (
        any(sign in words for sign in SIGNS)
        and not _RULES["bare"].fullmatch(_without_small_words(words))
        and read_percent(words) is not None
    )


def _short_clauses(text: str) -> Iterator[Span]:
    """Return the clauses short enough to be only a percentage; what is blanked out ends a clause, too."""
    return (each for each in clauses(text.replace(TAKEN, ",")) if 1 < len(text[slice(*each)].strip()) <= _LONGEST_ALONE)


def _number_alone(text: str, not_yet: Iterable[Span]) -> list[Reading]:
    """Return the last clause about a task as a percentage, if it is a bare number after words: 还差一家没签，95."""
    if TAKEN not in text:
        return []
    last = max(_short_clauses(text), default=(0, 0))
    words = text[slice(*last)].strip()
    number = _without_small_words(words)
    told = text[: last[0]].rpartition(TAKEN)[2]
    if (
        not _RULES["bare"].fullmatch(number)
        or len(number) == 1
        or not any(map(str.isalpha, told))
        or text[last[1] :].strip(_ENDS)
    ):
        return []
    percent = None if _is_within(not_yet, last[0]) else read_percent(words)
    return [] if percent is None else [Reading(Kind.PERCENT, *last, (str(percent),), ALONE)]


def last_percent(text: str) -> int | None:
    """Return the percentage in the last clause of a lower-cased text that only states one (不对 是70), or None.

    One that is denied does not count (是70 不是80).
    """
    text = text.replace(". ", "; ")
    said = [text[slice(*clause)].strip() for clause in clauses(text)]
    named = (each.rpartition("是")[2] if each.count("是") > 1 else each for each in reversed(said))
    found = (read_percent(each) for each in named if not negated(each, len(_DENIED) * each.startswith(_DENIED)))
    return next((percent for percent in found if percent is not None), None)


def _without_small_words(text: str) -> str:
    return _RULES["tail_alone"].sub("", _RULES["lead_alone"].sub("", text))


def _impossible(text: str) -> Span | None:
    match = _RULES["impossible"].search(text)
    if not match:
        return None
    group = 1 if match.start(1) >= 0 else 4
    digits = next(match[each] for each in (2, 3, 4) if match[each])
    possible = digits.isdecimal() and int(digits) <= HUNDRED
    return None if possible else match.span(group)
