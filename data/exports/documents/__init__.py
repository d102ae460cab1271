"""Documents written from what was reported: a report on progress, a weekly brief, a unit's draft of its own summary."""

from collections.abc import Sequence
from enum import StrEnum

from data.exports.ledger import Ledger, held
from data.exports.taken_information import Piece
from data.exports.texts import Language


class Document(StrEnum):
    """What is written."""

    REPORT = "report"
    BRIEF = "brief"
    DRAFT = "draft"


def write(document: Document, ledger: Ledger, language: Language, taken: Sequence[Piece] = ()) -> bytes:
    """A document as a .docx file. A draft is of one unit or a few, whose ledger it is; `taken` is what was taken into a
    brief."""
    ledger = held(ledger)
    match document:
        case Document.REPORT:
            from data.exports.documents.progress_report import progress_report

            return progress_report(ledger, language)
        case Document.BRIEF:
            from data.exports.documents.brief import brief

            return brief(ledger, language, taken)
        case Document.DRAFT:
            from data.exports.documents.unit_draft import unit_draft

            return unit_draft(ledger, language)
