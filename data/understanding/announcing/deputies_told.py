"""Whether a notice goes to the deputies of units and to nobody else (发给各单位的B角), or to all but them (不发B角)."""

from dataclasses import replace

from data.understanding.announcing.addressees import names_of_deputies, names_of_everybody, split_at_colon
from data.understanding.lexicon.patterns import patterns
from data.understanding.list_exceptions import left_out_of_lists, names_left_out
from data.understanding.meaning import Kind, Reading, Understanding
from data.understanding.normalise.sentence import Span, blank_spans

_RULES = patterns("recipients")
_NAME = "\x00"


def tells_only_deputies(meaning: Understanding) -> bool:
    """Return whether a sentence names the deputies as those who are told and no other role: no liaisons, not everybody,
    and no unit but those whose deputies they are; or says that only they are. False if it leaves them out (不发B角)."""
    named = names_of_deputies(meaning.text)
    if not named or leaves_out_deputies(meaning):
        return False
    if _RULES["only_deputies"].search(meaning.text):
        return True
    head = split_at_colon(meaning.text)[0] or meaning.text
    others = _RULES["liaisons"].search(head) is not None or bool(names_of_everybody(head))
    return not others and all(_has_deputies(meaning, each, named) for each in _units(meaning, len(head)))


def leaves_out_deputies(meaning: Understanding) -> bool:
    """Return whether a sentence leaves the deputies out of those who are told, wherever it names them."""
    deputies = names_of_deputies(meaning.text)
    as_units = [Reading(Kind.UNIT, *each, (meaning.text[slice(*each)],)) for each in deputies]
    out = names_left_out(replace(meaning, readings=(*meaning.readings, *as_units)), of_recipients=True)
    return bool(as_units) and out.issuperset(as_units)


def _units(meaning: Understanding, end: int) -> list[Reading]:
    """Return the units and sections that a sentence names before `end` and does not leave out."""
    out = {*names_left_out(meaning, of_recipients=True), *left_out_of_lists(meaning)}
    named = (each for each in meaning.readings if each.kind in (Kind.UNIT, Kind.SECTION) and each not in out)
    return [each for each in named if each.start < end]


def _has_deputies(meaning: Understanding, unit: Reading, deputies: list[Span]) -> bool:
    """Return whether the deputies that a sentence names are those of a unit or of the list in which it stands
    (公安局和商务局的B角, the deputies of the customs), and do not stand beside it (公安局和B角)."""
    units = [(each.start, each.end) for each in meaning.readings if each.kind in (Kind.UNIT, Kind.SECTION)]
    bare = blank_spans(meaning.text, units, _NAME)
    behind = any(
        _RULES["their_deputies"].fullmatch(_behind_list(bare[unit.end : start]))
        for start, _ in deputies
        if start >= unit.end
    )
    return behind or any(_RULES["deputies_of_them"].match(bare[end : unit.start + 1]) for _, end in deputies)


def _behind_list(between: str) -> str:
    """Return what stands between the end of a list of names and a place, given all from the end of one of its names;
    the words themselves if they join something else to the list."""
    found = _RULES["more_of_a_list"].match(between)
    return between[found.end() :] if found else between
