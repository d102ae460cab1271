"""Another name of a unit, as the office tells it in a sentence: 商务局改名叫商务委."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_CALLED = Pattern(
    rf"(?i)^(?:给|把)?\x00+\s*(?:{any_of(table('unit_groups')['called'])})[\s“”\"：:]*(?P<name>[^：:，,。、；;“”\"？?]{{2,30}}?)"
    r"[”\"]?(?:了|啦)?[。.！!]?$"
)


@dataclass(frozen=True, slots=True)
class UnitCalled:
    """A unit, and by what other name it is called."""

    unit: str
    name: str


def unit_called(text: str, meaning: Understanding) -> UnitCalled | None:
    """Return the other name that a sentence gives a unit; None for a question, and any other sentence."""
    units = list(of_kind(meaning, Kind.UNIT))
    if not units or len(units[0].values) != 1 or Mood.ASKS in meaning.moods or len(text) != len(meaning.text):
        return None
    found = _CALLED.match(blank(meaning.text, units[:1]))
    return UnitCalled(units[0].values[0], text[found.start("name") : found.end("name")].strip()) if found else None
