"""A group of units that the office makes or enlarges in a sentence: 建一个单位组 打假专班：公安局、海关."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_WORDS = table("unit_groups")
_MADE = Pattern(
    rf"(?i)^(?:{any_of(_WORDS['make'])})(?:{any_of(_WORDS['counts'])})*(?:{any_of(_WORDS['group'])})[\s“”\"：:，,]*"
    r"(?:(?:叫|名为|名叫|called)\s*)?(?P<name>[^：:，,、“”\"\x00]{1,20})[“”\"]?\s*[：:，,][\s\S]*$"
)
_PUT_INTO = Pattern(
    rf"(?i)^(?:把|将|put )?[\x00\s、，,和及与]+(?:都)?(?:{any_of(_WORDS['put'])})\s*"
    rf"(?:{any_of(_WORDS['group'])})?[“\"\s]*"
    r"(?P<name>[^：:，,、“”\"\x00]{1,20}?)[”\"\s]*"
    rf"(?:{any_of(_WORDS['group'])}|组)?[。.！!]?$"
)


@dataclass(frozen=True, slots=True)
class UnitGroupAsked:
    """The name of a group, and the units that are to be of it."""

    name: str
    units: tuple[str, ...]


def unit_group_asked(text: str, meaning: Understanding) -> UnitGroupAsked | None:
    """Return the group that a sentence makes or enlarges; None for any other, and where it names no units."""
    units = list(of_kind(meaning, Kind.UNIT))
    if not units or Mood.ASKS in meaning.moods or len(text) != len(meaning.text):
        return None
    bare = blank(meaning.text, units)
    found = _MADE.match(bare) or _PUT_INTO.match(bare)
    if found is None:
        return None
    name = text[found.start("name") : found.end("name")].strip()
    return (
        UnitGroupAsked(name, tuple(dict.fromkeys(value for each in units for value in each.values))) if name else None
    )
