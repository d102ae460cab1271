"""The people that a sentence invites: the unit, name and role of each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind, within
from data.understanding.normalise.sentence import blank, blank_spans, spans
from data.understanding.orders import kinds_said, says, words_said
from data.understanding.people.phone_numbers import phone_within, phones_blanked
from data.understanding.people.staffing import is_more_than_around, name_invited

_RULES = patterns("staffing")
_SIGNS = Pattern("[、，,;；]")
_JOINTS = ("以及", "和", "与", "及", "跟", " and ")
_ENDS = tuple(each.rstrip() for each in _JOINTS)


class Invitee(NamedTuple):
    """A person who is invited for the unit named at `unit_at`.

    `start` and `end` enclose the name or, if there is none, the unit. `name` and `role` may be empty; `words` are the
    words about the person.
    """

    start: int
    end: int
    unit_at: int
    name: str
    role: str
    words: str


def people_invited(meaning: Understanding) -> list[Invitee]:
    """Return the people that a sentence invites; a role after several of them applies to all."""
    units = list(of_kind(meaning, Kind.UNIT))
    ends = [*(each.start for each in units[1:]), len(meaning.text)][: len(units)]
    found = [each for unit, end in zip(units, ends, strict=True) for each in _invited_for(meaning, unit, end)]
    role, told = "", list[Invitee]()
    for each in reversed(found):
        role = each.role or role
        told.append(each._replace(role=role))
    return told[::-1]


def gives_only_a_person(meaning: Understanding) -> bool:
    """Return whether an invitation gives a unit, a role, a phone number and what surely is a name, or some of these,
    and nothing else (not 邀请公安局赵六来汇报)."""
    places = [*spans(kinds_said("staffing.roles", meaning.text.lower())), *spans(of_kind(meaning, Kind.UNIT))]
    found = _RULES["only_a_person"].fullmatch(blank_spans(phones_blanked(meaning.text), places, " "))
    return found is not None and not says(found["name"] or "", "staffing.no_names")


def role_said(text: str) -> str:
    """Return the first role that a text names, or an empty string."""
    return first[0].kind if (first := words_said("staffing.roles", text.lower())) else ""


def role_word(text: str) -> str:
    """Return the word for the first role that a text names, as written, or an empty string."""
    return text[slice(*spans(first)[0])] if (first := words_said("staffing.roles", text.lower())) else ""


def only_role(meaning: Understanding) -> str:
    """Return the role that a text assigns (海关的改成B角), or an empty string if it says anything else."""
    return role_said(meaning.text) if says(meaning, "staffing.only_role") else ""


def name_instead(text: str) -> tuple[int, str]:
    """Return where the name that replaces another (换成李四) starts, and the name, which may be empty."""
    found = _RULES["name_instead"].search(text) if not role_said(text) else None
    return (found.start("name"), found["name"]) if found else (len(text), "")


def _invited_for(meaning: Understanding, unit: Reading, end: int) -> Iterator[Invitee]:
    """Yield the people named between a unit and `end`, or the unit without a name."""
    begin = unit.start
    for stop in _stops(meaning.text, unit.end, end):
        part = within(meaning, begin, stop)
        roles = kinds_said("staffing.roles", part.text.lower())
        behind = max(unit.end - begin, 0)
        name = _name(replace(part, text=blank(phones_blanked(part.text), roles, " ")), behind)
        if name or begin == unit.start:
            start = begin + part.text.rfind(name) if name else unit.start
            end = start + len(name) if name else unit.end
            yield Invitee(start, end, unit.start, name, role_said(part.text), part.text)
        begin = stop


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words about each person end; a phone number by itself belongs to the person before it."""
    stops = [*sorted(_breaks(text, start, end)), end]
    for stop, then in zip(stops, [*stops[1:], end], strict=True):
        if stop == end or not _is_a_phone(text[stop:then]):
            yield stop


def _is_a_phone(text: str) -> bool:
    return bool(phone_within(text)) and _RULES["beside_a_phone"].fullmatch(phones_blanked(text)) is not None


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places where another person may begin; a conjunction may be part of a name (李和平)."""
    for found in _SIGNS.finditer(text[start:end]):
        yield start + found.end()
    for joint in _JOINTS:
        at = text.find(joint, start + 2, end)
        if at >= 0 and len(text[at + len(joint) : end].strip(" 的")) > 1 and not _SIGNS.search(text[start:end]):
            yield at + len(joint)


def _name(part: Understanding, start: int) -> str:
    """Return the name in the words after a unit, or an empty string.

    A name with a character that is often found around names (李发) is recognised only if nothing else is there. If
    longer words are there than a name has (赵六来汇报), the name is what they begin with.
    """
    text = part.text.rstrip()
    part = replace(part, text=next((text.removesuffix(each) for each in _ENDS if text.endswith(each)), text))
    alone = _RULES["name_alone"].fullmatch(part.text[start:])
    name = name_invited(part, "") or (alone["name"] if alone and is_more_than_around(alone["name"]) else "")
    if not _RULES["name_alone"].fullmatch(name):
        led = _RULES["name_before_words"].match(part.text[start:])
        name = led["name"] if led else ""
    return "" if says(name, "staffing.no_names") else name
