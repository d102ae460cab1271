"""The parts of a sentence that are about different tasks: 29-5交给市场局，29-4交给农业局 has two."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from data.patterns import Pattern
from data.understanding.meaning import Kind, Understanding, of_kind, values_of, within
from data.understanding.normalise.sentence import Span, blank
from data.understanding.orders import words_said

_END = Pattern(r"[，,；;、。\n!！]|\band\b")
_LISTS = ("、", "and")
_BARE = Pattern(r"(?i)(?:[\s\x00和与及跟把将请再也都还有的项任务]|一并|一起|这几项|以及|as well|the)*")
BEHIND = "led_by"
"""The kind of words that come before the leading unit."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence says about the tasks with `codes`: `said` has the clauses as a sentence of its own.

    `units` are those named in it, `rest` is what to change the tasks to.
    """

    codes: tuple[str, ...]
    said: Understanding
    units: tuple[str, ...] = ()
    rest: str = ""


def parts_by_code(
    meaning: Understanding, codes: Collection[str], orders: Callable[[Understanding], bool]
) -> Sequence[Part]:
    """Return what a sentence says about which of `codes`; `orders` returns whether a clause says what is to be done.

    A clause with only names belongs to those beside it. What names tasks and orders nothing belongs to the order behind
    it, unless that names some of them again: of 1-2和1-9是一回事，删掉1-9 only the order counts. A last part ordering
    nothing gives the reason and is left out; if it has only names, its codes belong to the part before it.
    """
    spans, before, ordered = list[Span](), 0, False
    for start, stop, goes_on_a_list in _clauses(meaning.text):
        clause = within(meaning, start, stop)
        own, bare = not set(codes).isdisjoint(values_of(clause, Kind.CODE)), _is_bare(clause)
        joins = (bare and not own) or (goes_on_a_list and (bare or not own))
        if spans and (joins or not ordered):
            first = spans[-1][0]
            named, now = (set(values_of(meaning, Kind.CODE, *each)) for each in ((first, start), (start, stop)))
            again = own and not (ordered or goes_on_a_list or bare) and now < named
            spans[-1] = start if again and orders(clause) else first, stop
            ordered = ordered or orders(within(meaning, before, stop))
        elif own:
            spans.append((start, stop))
            ordered = orders(clause)
        before = start
    parts = list[Part]()
    for told in (within(meaning, *span) for span in spans):
        of = tuple(each for each in values_of(told, Kind.CODE) if each in codes)
        parts.append(Part(of, told, values_of(told, Kind.UNIT)))
    if len(parts) > 1 and not orders(parts[-1].said):
        last = parts.pop()
        if _is_bare(last.said):
            parts[-1] = replace(parts[-1], codes=(*parts[-1].codes, *last.codes))
    return parts


def _clauses(text: str) -> Sequence[tuple[int, int, bool]]:
    """Return the start and end of each clause, and whether it continues a list."""
    found, start, goes_on_a_list = list[tuple[int, int, bool]](), 0, False
    for sign in _END.finditer(text):
        found.append((start, sign.start(), goes_on_a_list))
        start, goes_on_a_list = sign.end(), sign[0].lower() in _LISTS
    found.append((start, len(text), goes_on_a_list))
    return [each for each in found if text[each[0] : each[1]].strip()]


def _is_bare(clause: Understanding) -> bool:
    names = (each for each in clause.readings if each.kind in (Kind.CODE, Kind.UNIT))
    return _BARE.fullmatch(blank(clause.text, names)) is not None


def lead_and_partners(meaning: Understanding) -> tuple[str, ...]:
    """Return the unit that is to lead, followed by those that take part, or nothing if none is to lead.

    The word beside a unit tells its role. Of several leading units the last is meant: 从市场局改由商务局牵头,
    归商务局和贸促会，商务局牵头.
    """
    lead, partners, start = list[str](), list[str](), 0
    words = words_said("plan_changes.roles", meaning.text)
    for number, word in enumerate(words):
        end = words[number + 1].start if number + 1 < len(words) else len(meaning.text)
        before = tuple(each.values[0] for each in of_kind(meaning, Kind.UNIT) if start <= each.start < word.start)
        behind = values_of(meaning, Kind.UNIT, word.end, end)
        taken = behind or before if word.kind == BEHIND else before or behind
        (partners if word.kind == "partner" else lead).extend(taken)
        start = word.end if taken is before else end
    return (lead[-1], *(each for each in dict.fromkeys(partners) if each != lead[-1])) if lead else ()
