"""The people that a sentence invites: the unit, name and role of each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from data.patterns import Match, Pattern
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind, within
from data.understanding.normalise.sentence import Span, blank, blank_spans, spans
from data.understanding.orders import as_written, find_order, kinds_said, says, words_said
from data.understanding.people.phone_numbers import phones_blanked
from data.understanding.people.staffing import (
    BESIDE_A_NAME,
    is_more_than_around,
    name_before_a_unit,
    name_invited,
    words_not_read,
)

_RULES = patterns("staffing")
_SIGNS = Pattern("[、，,;；]")
_JOINTS = ("还有", "再加", "以及", "和", "与", "及", "跟", " and ")
OVERSEES = ("coordinator", "observer")
"""The roles that the office has."""
_ENDS = tuple(each.rstrip() for each in _JOINTS)


class Invitee(NamedTuple):
    """A person who is invited for the unit named at `unit_at`, or for the office if that is None.

    `start` and `end` enclose the name or, if there is none, the unit. `name` and `role` may be empty; `words` are the
    words about the person.
    """

    start: int
    end: int
    unit_at: int | None
    name: str
    role: str
    words: str


def people_invited(meaning: Understanding) -> list[Invitee]:
    """Return the people that a sentence invites; a role behind several of them applies to all, but not to those before
    an addition (还有文旅局刘洋当B角). Without a unit, it can only be somebody for the office, in a role that it has."""
    units = list(of_kind(meaning, Kind.UNIT))
    if not units or (role_said(meaning.text) in OVERSEES and _RULES["the_office"].search(meaning.text)):
        return _invited_for_office(meaning)
    ends = [*(each.start for each in units[1:]), len(meaning.text)][: len(units)]
    found = [each for unit, end in zip(units, ends, strict=True) for each in _named_first(meaning, unit, end)]
    if len(found) == 1 and not found[0].name:
        found = [_named_before(meaning, units[0], found[0])]
    role, told, of_all = "", list[Invitee](), says(meaning.text, "staffing.all_of_them")
    for number, each in reversed([*enumerate(found)]):
        told.append(each._replace(role=each.role or role))
        role = each.role if _has_role_behind(each) or (of_all and each.role) else role
        between = meaning.text[found[number - 1].end : each.start] if number else ""
        role = "" if not of_all and says(between, "edits.how.added") else role
    return [each._replace(name=as_written(meaning.text, each.name)) for each in reversed(told)]


def gives_only_a_person(meaning: Understanding) -> bool:
    """Return whether an invitation gives a unit, a role, a phone number and what surely is a name, or some of these,
    and nothing else (not 邀请公安局赵六来汇报)."""
    return only_person_given(meaning) is not None


def only_person_given(meaning: Understanding) -> str | None:
    """Return the name in what gives only a person; it is empty if there is none. None if anything else is said."""
    places = [*spans(kinds_said("staffing.roles", meaning.text.lower())), *spans(of_kind(meaning, Kind.UNIT))]
    found = _RULES["only_a_person"].fullmatch(blank_spans(phones_blanked(meaning.text), places, " "))
    name = (found["name"] or "") if found else ""
    return None if found is None or says(name, "staffing.no_names") else as_written(meaning.text, name)


def _has_role_behind(invited: Invitee) -> bool:
    named = invited.words.find(invited.name)
    return any(each.start > named for each in kinds_said("staffing.roles", invited.words.lower()))


def role_said(text: str) -> str:
    """Return the first role that a text names, or an empty string."""
    return first[0].kind if (first := words_said("staffing.roles", text.lower())) else ""


def roles_given(text: str) -> list[Span]:
    """Return where a text names roles, with the verb that gives them (当B角)."""
    said = [(each.start, each.end) for each in kinds_said("staffing.roles", text.lower())]
    verbs = (_RULES["gives_role"].search(text[:start]) for start, _ in said)
    return [(verb.start() if verb else start, end) for verb, (start, end) in zip(verbs, said, strict=True)]


def only_a_name(meaning: Understanding) -> str:
    """Return what a text says besides the words for roles and phone numbers: the name of a unit or a person."""
    return " ".join(_without_roles(meaning).text.split()).strip(BESIDE_A_NAME)


def words_behind_the_unit(meaning: Understanding) -> str:
    """Return what an invitation without a name says behind the unit besides roles and phone numbers."""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT)]
    return words_not_read(_without_roles(within(meaning, max(ends), len(meaning.text)))) if ends else ""


def names_the_office(words: str) -> bool:
    """Return whether words name the office itself."""
    return _RULES["the_office"].fullmatch(words) is not None


def only_role(meaning: Understanding) -> str:
    """Return the role that a text assigns (海关的改成B角), or an empty string if it says anything else."""
    return role_said(meaning.text) if says(meaning, "staffing.only_role") else ""


def name_instead(text: str) -> str:
    """Return the name that a clause gives in place of another (换成李四, 商务局的叫李四), or an empty string."""
    found = _RULES["name_instead"].search(phones_blanked(text))
    name = _named_group(found) if found else ""
    return "" if role_said(name) or says(name, "staffing.no_names") else name


def is_of_another_unit(meaning: Understanding, name: str) -> bool:
    """Return whether a clause only says that the person called `name` is of another unit (王芳是农业局的)."""
    bare = replace(meaning, text=meaning.text.replace(name, " " * len(name)))
    return find_order(bare, "staffing.unit_moved") is not None


def _invited_for_office(meaning: Understanding) -> list[Invitee]:
    named = blank(meaning.text, list(of_kind(meaning, Kind.STRANGER)), " ")
    text, role = _RULES["the_office"].sub(lambda found: " " * len(found[0]), named), role_said(meaning.text)
    if role not in OVERSEES:
        return []
    name = _name(_without_roles(replace(meaning, text=text)), 0)
    start = max(text.find(name), 0)
    return [Invitee(start, start + len(name), None, name, role, text)]


def _named_before(meaning: Understanding, unit: Reading, invited: Invitee) -> Invitee:
    """Return an invitee with the name and role that stand before the unit: 邀请王五到市商务局."""
    before = _without_roles(within(meaning, 0, unit.start))
    name = name_invited(replace(before, text=name_before_a_unit(before.text)))
    if not _RULES["a_name"].fullmatch(name) or says(name, "staffing.no_names"):
        return invited._replace(role=role_said(meaning.text))
    start = meaning.text.find(name)
    return Invitee(start, start + len(name), unit.start, name, role_said(meaning.text), meaning.text)


def _without_roles(part: Understanding) -> Understanding:
    """Return a part of a sentence with phone numbers, the words before them and words for roles blanked."""
    roles = [(each.start, each.end) for each in kinds_said("staffing.roles", part.text.lower())]
    by_phone = _RULES["by_phone"].spans(part.text)
    return replace(part, text=blank_spans(phones_blanked(part.text), [*roles, *by_phone], " "))


def _named_first(meaning: Understanding, unit: Reading, end: int) -> list[Invitee]:
    """Return the people invited for a unit: those with names, or one without."""
    found = [*_invited_for(meaning, unit, end)]
    role = next((each.role for each in reversed(found) if each.role), "")
    named = [each for each in found if each.name] or found[:1]
    return [each._replace(role=each.role or role) for each in named]


def _invited_for(meaning: Understanding, unit: Reading, end: int) -> Iterator[Invitee]:
    """Yield the people named between a unit and `end`, or the unit without a name."""
    begin = unit.start
    for stop in _stops(meaning.text, unit.end, end):
        part = within(meaning, begin, stop)
        name = _name(_without_roles(part), max(unit.end - begin, 0))
        if name or begin == unit.start or role_said(part.text):
            start = begin + part.text.rfind(name) if name else unit.start
            end = start + len(name) if name else unit.end
            yield Invitee(start, end, unit.start, name, role_said(part.text), part.text)
        begin = stop


def _named_group(found: Match) -> str:
    return next(iter(found.groups().values()), "")


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words about each person end; a phone number by itself belongs to the person before it."""
    stops = [*sorted(_breaks(text, start, end)), end]
    for stop, then in zip(stops, [*stops[1:], end], strict=True):
        words = text[stop:then]
        if stop == end or not _RULES["beside_a_phone"].fullmatch(phones_blanked(words)):
            yield stop


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
    longer words are there than a name has (赵六来汇报), the name is what they begin with. What begins with no surname
    and ends with no title is a name only if it is said to be one (姓许, 叫昝某).
    """
    if called := _RULES["called"].search(part.text[start:]):
        return _named_group(called)
    text = part.text.rstrip()
    part = replace(part, text=next((text.removesuffix(each) for each in _ENDS if text.endswith(each)), text))
    alone = _RULES["name_alone"].fullmatch(part.text[start:])
    name = name_invited(part) or (alone["name"] if alone and is_more_than_around(alone["name"]) else "")
    if not _RULES["a_name"].fullmatch(name):
        led = _RULES["name_before_words"].match(part.text[start:])
        name = led["name"] if led else ""
    return "" if says(name, "staffing.no_names") else name
