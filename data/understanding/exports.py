"""The kind of export that words ask for, and how often it is to be sent."""

from enum import StrEnum

from data.understanding.orders import kind_said, says, words_said


class ExportWanted(StrEnum):
    """A kind of export."""

    EVIDENCE = "evidence"
    BRIEF = "brief"
    WORKBOOK = "workbook"
    PICTURE = "picture"
    DOCUMENT = "document"


class SendingFrequency(StrEnum):
    """How often something is to be sent; `SOME` means regularly, without saying how often."""

    WEEK = "week"
    MONTH = "month"
    SOME = "some"


def export_wanted(text: str) -> ExportWanted | None:
    """Return the kind of export that `text` asks for, or None if it does not say."""
    kind = kind_said("exports.kinds", text)
    return _kind(kind) if kind else None


def _kind(said: str) -> ExportWanted:
    """Return the kind of export for the name of a kind in the lexicon; figures alone come in a workbook."""
    return ExportWanted.WORKBOOK if said == "figures" else ExportWanted(said)


def wanted_beside(text: str, wanted: ExportWanted) -> tuple[ExportWanted, ...]:
    """Return the kinds that `text` asks for together with the one `wanted` (word 和图都要); evidence comes alone."""
    if wanted is ExportWanted.EVIDENCE or not says(text, "exports.several"):
        return ()
    kinds = dict.fromkeys(_kind(each.kind) for each in words_said("exports.kinds", text))
    return tuple(each for each in kinds if each not in (wanted, ExportWanted.EVIDENCE))


def sent_how_often(text: str) -> SendingFrequency | None:
    """Return how often `text` wants something sent, or None if it does not want it sent regularly."""
    often = (
        kind_said("exports.often", text) if says(text, "exports.sent", "exports.sent_to_oneself_regularly") else None
    )
    return SendingFrequency(often) if often else None
