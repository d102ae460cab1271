"""Evidence as ZIP archives: the attachments of the reports that count, with an index, in parts that can be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import PurePosixPath
from unicodedata import category
from zipfile import ZIP_STORED, ZipFile

from data.errors import NothingToExport, needed
from data.exports.formats import as_csv
from data.exports.ledger import ExportScope
from data.exports.tables import cleaned
from data.exports.texts import Language
from data.exports.texts import sheets as words
from data.plan.files.limits import MEGABYTE
from data.reporting.attachments import stored_content
from data.store import Database, record_of
from data.summary.progress import CountedReport, progress

MOST_BYTES = 45 * MEGABYTE
"""Maximum size of the files in one part; a bot may send 50 MB."""
FORBIDDEN = '\\/:*?"<>|\n\t'
NAME_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of a report, with its place in the archive.

    `digest` is None if the content was never stored or has been `moved_to` a folder.
    """

    id: int
    report: CountedReport
    name: str
    size: int
    digest: str | None
    place: str
    moved_to: str | None = None


def evidence_of(db: Database, scope: ExportScope, today: date, task_id: int | None) -> list[Evidence]:
    """Return the files of the reports that count in `scope`, of one task if `task_id` is given, oldest first.

    Raises what `progress` raises, and NothingToExport if there are none.
    """
    happened = progress(db, scope.first, scope.last, today, scope.unit_ids, scope.sections)
    ids = db.fetch_column("SELECT id FROM assignments WHERE task_id = ?", [task_id])
    reports = {each.id: each for each in happened.reports if task_id is None or each.assignment_id in ids}
    rows = db.fetch_all(
        """SELECT id, report_id, name, attachments.size, iif(moved_to IS NULL, digest, NULL) AS digest, moved_to
        FROM attachments LEFT JOIN evidence USING (digest) WHERE report_id IS NOT NULL ORDER BY report_id, id"""
    )
    found = needed([(row, reports[row["report_id"]]) for row in rows if row["report_id"] in reports], NothingToExport)
    return [
        record_of(
            Evidence, row, report=report, place=evidence_place(report.unit, report.code, report.at, number, row["name"])
        )
        for number, (row, report) in enumerate(found, start=1)
    ]


def split_evidence(found: Sequence[Evidence]) -> list[list[Evidence]]:
    """Return the files in parts of at most MOST_BYTES; equal files in a part take up space only once."""
    parts: list[list[Evidence]] = [[]]
    size, digests = 0, set[str]()
    for each in found:
        takes = each.size if each.digest and each.digest not in digests else 0
        if parts[-1] and size + takes > MOST_BYTES:
            parts.append([])
            size, digests = 0, set()
            takes = each.size if each.digest else 0
        parts[-1].append(each)
        size += takes
        digests.update([each.digest] if each.digest else ())
    return parts


def pack_archive(db: Database, part: Sequence[Evidence], language: Language) -> bytes:
    """Return one part as a ZIP file with an index."""
    file = BytesIO()
    places: dict[str, str] = {}
    with ZipFile(file, "w", ZIP_STORED) as packed:
        for each in part:
            if each.digest and each.digest not in places:
                places[each.digest] = each.place
                packed.writestr(each.place, stored_content(db, each.id) or b"")
        packed.writestr(words.INDEX(language), _index(part, places, language))
    return file.getvalue()


def _index(part: Sequence[Evidence], places: dict[str, str], language: Language) -> bytes:
    lines = [
        (
            places[each.digest] if each.digest else _elsewhere(each, language),
            *(each.report.unit, each.report.code, each.report.title.said_in(language), each.report.at),
            *(each.name, each.size),
        )
        for each in part
    ]
    return as_csv([heading(language) for heading in words.HEADINGS], lines)


def _elsewhere(each: Evidence, language: Language) -> str:
    return words.MOVED(language, place=each.moved_to) if each.moved_to else words.NOT_KEPT(language)


def evidence_place(unit: str, code: str, at: datetime, number: int, name: str) -> str:
    """Return the path of a file in an archive: by unit, task and day, with a number that makes it unique."""
    return f"{safe_name(unit)}/{safe_name(code)}/{at:%Y%m%d}-{number:03d}-{safe_name(PurePosixPath(name).name)}"


def safe_name(name: str) -> str:
    """Return a file name that is valid on every system, without characters that reverse the display of text.

    A long name is cut at the beginning, so that it keeps its suffix.
    """
    plain = "".join("_" if char in FORBIDDEN else char for char in cleaned(name) if category(char) != "Cf")
    return plain[-NAME_LENGTH:].strip(". ") or "_"
