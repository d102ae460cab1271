"""Documents made from the reports: a progress report, a weekly brief, and a draft of a unit's summary of work."""

from collections.abc import Sequence
from enum import StrEnum

from data.exports.ledger import Ledger, ledger_in_memory
from data.exports.taken_information import PrintedPiece
from data.exports.texts import Language


class Document(StrEnum):
    """The kinds of documents."""

    REPORT = "report"
    BRIEF = "brief"
    DRAFT = "draft"


def write(document: Document, ledger: Ledger, language: Language, taken: Sequence[PrintedPiece] = ()) -> bytes:
    """Return a document as a .docx file.

    A draft needs the ledger of one or a few units; `taken` is the work information for a brief.
    """
    ledger = ledger_in_memory(ledger)
    match document:
        case Document.REPORT:
            from data.exports.documents.progress_report import progress_report

            return progress_report(ledger, language)
        case Document.BRIEF:
            from data.exports.documents.brief import brief

            return brief(ledger, language, taken)
        case Document.DRAFT:
            from data.exports.documents.progress_report import unit_draft

            return unit_draft(ledger, language)
