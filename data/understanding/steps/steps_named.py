"""Which steps a text names (第2步, step 2, 检查20家那步), what it wants done with them, and requests for the steps of
tasks (6-7分解：11月底前 印发方案, 我的步骤)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from data.patterns import Match, Pattern
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.entities.days import find_days
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.lexicon.scanner import Scanner
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import TAKEN, Span, blank_spans, is_hanzi, normalise
from data.understanding.numerals import number
from data.understanding.orders import find_order, kinds_said, says
from data.understanding.steps.step_lines import StepLine

_BETWEEN = " \n:：，,。.!！~～吧啊哈"
_WORDS, _RULES = table("steps"), patterns("steps")
_LAST = ("最后一", "last")
_SIGNS = ' \t\n、,，.。!！~～:：“”"'


class StepDeed(StrEnum):
    """What is to be done with steps."""

    DONE = "done"
    NOT_DONE = "not_done"
    GONE = "gone"
    SWAPPED = "swapped"
    CHANGED = "changed"
    REWORDED = "reworded"


_DEEDS = {
    frozenset({"gone"}): StepDeed.GONE,
    frozenset({"done"}): StepDeed.DONE,
    frozenset({"swaps"}): StepDeed.SWAPPED,
    frozenset({"not", "done"}): StepDeed.NOT_DONE,
    frozenset({"not", "does"}): StepDeed.NOT_DONE,
    frozenset({"undone"}): StepDeed.NOT_DONE,
    frozenset({"undone", "not", "done"}): StepDeed.NOT_DONE,
    frozenset({"undone", "not", "does"}): StepDeed.NOT_DONE,
}
"""By the kinds of words beside the name of a step."""


@dataclass(frozen=True, slots=True)
class StepWish:
    """What is wanted of the steps at `places`; for a change, `rest` says what to change them to.

    A step that does not exist is at -1, or there are no places.
    """

    places: tuple[int, ...]
    deed: StepDeed
    rest: str = ""


def names_a_step(text: str) -> bool:
    """Return whether a text names a step, whether or not it exists."""
    said = _plain(text)
    return any(_RULES[name].search(said) for name in ("named", "by_words", "moved"))


def finished_step(text: str, steps: Sequence[StepLine]) -> int | None:
    """Return the place of the only step that a text says is over (会开过了 for 和市监局开会), or None. Without a word
    for that it must have all words of the step (方案印发了 for 印发方案)."""
    said = _plain(text).strip()
    if (found := _RULES["finished"].fullmatch(said)) is None:
        told = _RULES["done_in_full"].fullmatch(said)
        words = set("".join(filter(None, told.parts().values())).strip()) if told else None
        return _single([at for at, step in enumerate(steps) if set(filter(is_hanzi, step.words)) == words])
    what, how = _without_hyphens(found["what"] or found["ticked"]), found["how"] or ""
    return _single([at for at, step in enumerate(steps) if _has_words_of(_without_hyphens(step.words), what, how)])


def wish_of(text: str, steps: Sequence[StepLine], today: date, *, in_a_list: bool = False) -> StepWish | None:
    """Return what a text wants of those of `steps` that it names, or None if it says anything else.

    Right after a list was shown (`in_a_list`), a number is enough (第2条, the second).
    """
    said = _plain(text)
    if named := _named_steps(said, steps, today, in_a_list=in_a_list):
        places = tuple(place for each in named for place in each.values)
        return _wish(places, blank_spans(said, [each[:2] for each in named], " "), today)
    if moved := _RULES["moved"].search(said):
        place = _named(moved)
        rest = f"move to {said[moved.end() :]}" if moved["passive"] else blank_spans(said, [place], " ")
        places = _matching_step(said[slice(*place)], steps, today)
        return _wish(places, rest, today) if places else None
    return _reworded(said, steps, today)


def steps_listed(clause: str, steps: Sequence[StepLine], today: date) -> Sequence[ListedMembers]:
    """Return where a clause names steps in order to remove or keep them (第2步不要了, 只要总结), with their places."""
    how = next(kinds_said("edits.how", clause), None)
    named = _named_steps(clause, steps, today, in_a_list=True) if how else []
    if how is None or named:
        return named
    start, end = (0, how.start) if clause[: how.start].strip() else (how.end, len(clause))
    places = _matching_step(_bare(clause[start:end]), steps, today)
    return [ListedMembers(start, end, places)] if places else []


def _named_steps(said: str, steps: Sequence[StepLine], today: date, *, in_a_list: bool) -> Sequence[ListedMembers]:
    """Return the steps that a text names by their number, or one by its words or day, with their places."""
    found = _RULES["named_in_a_list" if in_a_list else "named"].finditer(said)
    if numbered := [ListedMembers(*each.span(), tuple(_places(each[0], len(steps)))) for each in found]:
        return numbered
    if in_a_list and (gone := _RULES["numbers_gone"].search(said)) is not None:
        place = _named(gone)
        return [ListedMembers(*place, tuple(_places(said[slice(*place)], len(steps))))]
    by_words = _RULES["by_words"].search(said)
    if by_words is None:
        return []
    return [ListedMembers(*by_words.span(), _matching_step(said[slice(*_named(by_words))], steps, today))]


def puts_other_words(text: str) -> bool:
    """Return whether a text puts some words in place of others (检查20家改成检查30家)."""
    return _RULES["reworded"].fullmatch(text) is not None


def _reworded(said: str, steps: Sequence[StepLine], today: date) -> StepWish | None:
    """Return other words for some of those of the one step that has them (检查20家改成检查30家), no day or person."""
    found = _RULES["reworded"].fullmatch(said)
    words = {name: each.strip() for name, each in found.parts().items()} if found else {}
    old, new = words.get("old", ""), words.get("new", "")
    at = _single([at for at, step in enumerate(steps) if len(old) > 1 and step.words.count(old) == 1])
    is_other = not new or find_days(new.lower(), today) or _RULES["of_a_person"].fullmatch(new)
    return None if at is None or is_other else StepWish((at,), StepDeed.REWORDED, steps[at].words.replace(old, new))


def _wish(places: tuple[int, ...], rest: str, today: date) -> StepWish | None:
    deed = _deed(rest)
    if deed is not None and (deed is not StepDeed.SWAPPED or len(places) == 2):
        return StepWish(places, deed)
    rest = _RULES["order"].sub("", rest).strip()
    for_another_day = bool(find_days(rest.lower(), today)) and not rest.startswith((":", "："))
    return StepWish(places, StepDeed.CHANGED, rest) if for_another_day or _RULES["for_another"].search(rest) else None


def _deed(rest: str) -> StepDeed | None:
    """Return what is to be done with a step, if the words beside its name say only that, or None."""
    kinds, done = set[str](), 0
    for start, end, kind in _deeds().find(rest.lower()):
        if rest[done:start].strip(_SIGNS):
            return None
        kinds, done = kinds | {kind}, end
    return None if rest[done:].strip(_SIGNS) else _DEEDS.get(frozenset(kinds - {"beside"}))


@cache
def _deeds() -> Scanner:
    return Scanner.of_words({word: kind for kind, words in _WORDS["deeds"].items() for word in words})


def _bare(said: str) -> str:
    """Return a text without the words that may be beside the name of a step."""
    spans = [(start, end) for start, end, kind in _deeds().find(said.lower()) if kind == "beside"]
    return blank_spans(said, spans).replace(TAKEN, "").strip(_SIGNS)


def _plain(text: str) -> str:
    said = normalise(text)
    return str(said) if len(said) == len(text) else text


def _places(name: str, count: int) -> list[int]:
    """Return the places that a name gives, -1 for each that does not exist."""
    said = [_place(each[0].lower(), count) for each in _RULES["place"].finditer(name)]
    return [each - 1 if 0 < each <= count else -1 for each in said]


def _place(word: str, count: int) -> int:
    """Return which one, from 1 to `count`, a word gives."""
    if word in _LAST:
        return count
    return _WORDS["ordinals"].index(word) if word in _WORDS["ordinals"] else int(number(word))


def _named(found: Match) -> Span:
    return found.span(next(iter(found.groups())))


def _matching_step(words: str, steps: Sequence[StepLine], today: date) -> tuple[int, ...]:
    """Return the place of the only step that is due on a day or shares its words, or nothing."""
    sought = words.strip().lower()
    days = find_days(sought, today)
    if days and not _bare(blank_spans(sought, [(days[0].start, days[0].end)], " ")):
        at = _single([at for at, step in enumerate(steps) if step.due == days[0].last])
    else:
        told = _bare(sought)
        at = _single(
            [at for at, step in enumerate(steps) if told and _either_contains_other(step.words.lower(), sought)]
        )
    return () if at is None else (at,)


def _either_contains_other(words: str, others: str) -> bool:
    """Return whether one text is part of the other; English by whole words (it is not part of audit)."""
    return any(Pattern(any_word([part])).search(whole) for part, whole in ((others, words), (words, others)))


def _single(places: Sequence[int]) -> int | None:
    return places[0] if len(places) == 1 else None


def _without_hyphens(words: str) -> str:
    return words.strip().lower().replace("-", " ")


def _has_words_of(step: str, what: str, how: str) -> bool:
    """Return whether a step has all the words for what is over.

    With a single character it must also have what was done with it. An English word of more than two letters may be the
    beginning of one of the step's words; a shorter one must be a whole word.
    """
    if what.isascii():
        ends = [(each, len(each) > 2) for each in what.split()]
        return all(any(word == each or (cut and word.startswith(each)) for word in step.split()) for each, cut in ends)
    return set(what + how if len(what) == 1 else what) <= set(step) and (len(what) > 1 or bool(how))


@dataclass(frozen=True, slots=True)
class DivisionAsked:
    """A request for the steps of the task `code`, or of all tasks if None, with the steps `written` along with it."""

    code: str | None
    written: str = ""


def division_asked(heard: Understanding, today: date) -> DivisionAsked | None:
    """Return the request for steps that a sentence makes, or None."""
    if not heard.names(Kind.CODE):
        return DivisionAsked(None) if says(heard, "steps.asked_for") else None
    asked = find_order(heard, "steps.of_a_task")
    if asked is None or (asked["written"].strip(_BETWEEN) and not _are_steps(asked["written"], today)):
        return None
    return DivisionAsked(asked.code, asked["written"].strip(_BETWEEN))


def step_to_add(heard: Understanding) -> str | None:
    """Return the step that a sentence adds (再加一步 12月25日 验收), or None if it names a task or adds nothing."""
    asked = find_order(heard, "steps.one_more") if not heard.names(Kind.CODE) else None
    return asked["written"].strip(_BETWEEN) or None if asked else None


def _are_steps(rest: str, today: date) -> bool:
    """Return whether the words after a request are steps, unlike in 分解到各分局，11月底前完成.

    They are if they follow a colon or a line break, or have a day and are set off from the request.
    """
    if rest.lstrip(" ").startswith((":", "：", "\n")):
        return True
    days = find_days(rest.lower(), today)
    return bool(days) and (rest[0] in _BETWEEN or days[0].start == 0)
