"""In what shape something is to be exported, by the words that say so."""

from enum import StrEnum

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table


class Wanted(StrEnum):
    """What is asked for."""

    EVIDENCE = "evidence"
    BRIEF = "brief"
    WORKBOOK = "workbook"
    PICTURE = "picture"
    DOCUMENT = "document"


_WORDS = table("exports")
_KINDS = {each: Pattern(any_of(_WORDS[each].split())) for each in Wanted}


def export_wanted(text: str) -> Wanted | None:
    """What a text asks for; None where it does not say in what shape."""
    lowered = text.lower()
    return next((each for each, words in _KINDS.items() if words.search(lowered)), None)
