"""In what shape something is to be exported, and how often by itself, by the words that say so."""

from enum import StrEnum

from data.understanding.orders import kind_said, says


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


def export_wanted(text: str) -> Wanted | None:
    """What a text asks for; None where it does not say in what shape."""
    kind = kind_said("exports.kinds", text)
    return Wanted(kind) if kind else None


def sent_how_often(text: str) -> Often | None:
    """How often a text wants something sent by itself; None where it asks for it once."""
    often = kind_said("exports.often", text) if says(text, "exports.sent") else None
    return Often(often) if often else None
