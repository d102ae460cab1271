"""Which clauses of a sentence say what of which tasks: 29-5交给市场局，29-4交给农业局 has two parts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.patterns import Pattern
from data.understanding.meaning import Kind, Reading, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import blank

_END = Pattern(r"[，,；;、。\n!！]|\band\b")
_SPANS = ("到", "至", "~", "～", "—", "——", "-", "to", "through")
_MOST_SPANNED = 50
_LISTS = ("、", "and")
_BARE = Pattern(r"(?i)(?:[\s\x00和与及跟把将请再也都还有的项任务]|一并|一起|这几项|以及|as well|the)*")


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of the tasks with these `codes`: the clauses from `start` to `end`, the units that they name, and
    the `rest`, which says to what."""

    codes: tuple[str, ...]
    units: tuple[str, ...]
    start: int
    end: int
    rest: str = ""


def parts_of(
    meaning: Understanding, end: int, codes: Collection[str], orders: Callable[[Part], bool]
) -> tuple[Part, ...]:
    """Return what the first `end` characters of a sentence say of which `codes`, clause by clause; `orders` tells
    whether a part says what is to be done. A clause of nothing but codes goes with those beside it; one that names a
    task behind a whole order and orders nothing itself gives a reason, and is no part."""
    found: list[Part] = []
    for start, stop, after_list in _clauses(meaning.text, end):
        own, units = values_of(meaning, Kind.CODE, start, stop), values_of(meaning, Kind.UNIT, start, stop)
        own = tuple(each for each in own if each in codes)
        last = found[-1] if found else None
        bare = _is_bare(meaning, start, stop)
        if last is not None and (not orders(last) or (bare and (after_list or (units and not own)))):
            found[-1] = Part((*last.codes, *own), (*last.units, *units), last.start, stop)
        elif own:
            found.append(Part(own, units, start, stop))
    if len(found) > 1 and not orders(found[-1]):
        last = found.pop()
        if _is_bare(meaning, last.start, last.end):
            before = found[-1]
            found[-1] = Part((*before.codes, *last.codes), before.units, before.start, before.end)
    return tuple(found)


def with_codes_between(meaning: Understanding) -> Understanding:
    """Return a sentence with the codes that it spans, 1-10到1-13, read where the last of them stands."""
    named, spanned = [*of_kind(meaning, Kind.CODE)], list[Reading]()
    for first, last in pairwise(named):
        item, _, number = first.values[0].rpartition("-")
        to_item, _, to_number = last.values[0].rpartition("-")
        if item == to_item and meaning.text[first.end : last.start].strip().lower() in _SPANS:
            numbers = range(int(number) + 1, min(int(to_number), int(number) + _MOST_SPANNED))
            spanned += [replace(last, values=(f"{item}-{each}",)) for each in numbers]
    return replace(meaning, readings=(*spanned, *meaning.readings)) if spanned else meaning


def _clauses(text: str, end: int) -> Sequence[tuple[int, int, bool]]:
    """From where to where each clause goes, and whether it goes on with a list."""
    found, start, lists = list[tuple[int, int, bool]](), 0, False
    for sign in _END.finditer(text[:end]):
        found.append((start, sign.start(), lists))
        start, lists = sign.end(), sign[0].lower() in _LISTS
    found.append((start, end, lists))
    return [each for each in found if text[each[0] : each[1]].strip()]


def _is_bare(meaning: Understanding, start: int, stop: int) -> bool:
    """Whether a clause has nothing but names."""
    names = (each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT))
    return _BARE.fullmatch(blank(meaning.text, names)[start:stop]) is not None
