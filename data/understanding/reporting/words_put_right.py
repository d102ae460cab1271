"""Corrections of words in a note: 应该是阿里，不是京东; it was Hanoi, not Bangkok."""

from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS

_AROUND = " ,，。.;；!！“”\"'"
_LEADS = Pattern("(?i)" + any_word([each for name in ("mistaken", "leads") for each in table("corrections")[name]]))
_ENDS = Pattern(r"[,，。;；!！\n]")
"""The end of a clause."""


class WordCorrection(NamedTuple):
    """The corrected `note`, and whether the text says nothing else (`alone`)."""

    note: str
    alone: bool


def word_correction(text: str, note: str) -> WordCorrection | None:
    """Return the note as a text corrects it, or None if it does not, or the wrong words do not occur exactly once."""
    found = patterns("corrections")["of_words"].search(text)
    if found is None:
        return None
    said = {name.rstrip("_"): each.strip(_AROUND) for name, each in found.groups().items() if each}
    wrong, right = said.get("wrong", ""), said.get("right", "")
    if not right or not wrong or note.count(wrong) != 1:
        return None
    before = text[: min(found.start(name) for name in found.groups())]
    clauses = [each.end() for each in _ENDS.finditer(before)]
    return WordCorrection(note.replace(wrong, right), not tells_more(before[: clauses[-1] if clauses else 0]))


def tells_more(words: str) -> bool:
    """Return whether the words beside a correction tell more than that something was wrong (说反了)."""
    rest = _LEADS.sub(" ", words)
    hanzi = sum("\u4e00" <= char <= "\u9fff" for char in rest)
    return any(map(str.isdigit, rest)) or hanzi >= A_NOTE_HAS_HANZI or len(rest.split()) >= A_NOTE_HAS_WORDS
