"""What the office says of work information that waits: that it is taken or not, whose, and why not."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_WORDS = table("information_verdicts")
_VERDICT = Pattern(f"(?i)(?P<decline>{any_of(_WORDS['decline'])})|(?:{any_of(_WORDS['take'])})")
_OF_A_PIECE = Pattern(
    f"(?i)(?P<decline>{any_of(_WORDS['decline_of_a_piece'])})|(?:{any_of(_WORDS['take_of_a_piece'])})"
)
_PIECE = Pattern(f"(?i){any_of(_WORDS['pieces'])}")
_BESIDE = Pattern(rf"(?i)(?:{any_of(_WORDS['beside'])}|[\s\x00])*")
_BREAKS = " \n，,。.；;：:！!、"


@dataclass(frozen=True, slots=True)
class InformationVerdict:
    """Whether a piece is taken, of which unit where one is named, and in which `words` it is not."""

    takes: bool
    unit: str
    words: str


def information_verdict_said(meaning: Understanding) -> InformationVerdict | None:
    """Return what is said of a piece: 采用公安局那条, 农业局那条不采用，太简单了; None for a question, and where
    the word is part of something else."""
    names = list(of_kind(meaning, Kind.UNIT))
    bare = blank(meaning.text, names)
    found = _VERDICT.search(bare) or (_OF_A_PIECE.search(bare) if names and _PIECE.search(bare) else None)
    if found is None or not {Mood.ASKS, Mood.WHETHER}.isdisjoint(meaning.moods):
        return None
    behind = bare[found.end() :]
    beside = _BESIDE.match(behind)
    words = behind[beside.end() if beside else 0 :]
    units = {each.values[0] for each in names if each.end <= len(bare) - len(words)}
    if not _BESIDE.fullmatch(bare[: found.start()]) or (words and words[0] not in _BREAKS) or len(units) > 1:
        return None
    reason = meaning.text[len(bare) - len(words) :].strip(_BREAKS)
    return InformationVerdict(not found["decline"], units.pop() if units else "", reason)
