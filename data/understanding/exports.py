"""In what shape something is to be exported, and how often by itself, by the words that say so."""

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


class Often(StrEnum):
    """How often it is to be sent; `SOME`: regularly, it is not said how often."""

    WEEK = "week"
    MONTH = "month"
    SOME = "some"


_WORDS = table("exports")
_KINDS = {each: Pattern(any_of(_WORDS["kinds"][each].split())) for each in Wanted}
_OFTEN = {each: Pattern(any_of(_WORDS["often"][each])) for each in Often}
_SENT = Pattern(any_of(_WORDS["often"]["sent"]))
_HANDED_OVER = Pattern(any_of(_WORDS["handed_over"]))


def export_wanted(text: str) -> Wanted | None:
    """What a text asks for; None where it does not say in what shape."""
    lowered = text.lower()
    return next((each for each, words in _KINDS.items() if words.search(lowered)), None)


def names_an_export(text: str) -> bool:
    """Whether a text says that something is to be handed over, how often or in what shape; 我们单位的汇总 does not."""
    lowered = text.lower()
    found = export_wanted(text) is not None or _HANDED_OVER.search(lowered) is not None
    return found or any(words.search(lowered) for words in _OFTEN.values())


def sent_how_often(text: str) -> Often | None:
    """How often a text wants something sent by itself; None where it asks for it once."""
    lowered = text.lower()
    if not _SENT.search(lowered):
        return None
    return next((each for each, words in _OFTEN.items() if words.search(lowered)), None)
