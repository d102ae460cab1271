"""Making and naming every kind of export file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from data.exports.archive import Evidence, pack_archive
from data.exports.formats import as_workbook
from data.exports.ledger import ExportScope, Ledger, ledger, task_lines
from data.exports.pictures import Picture, draw
from data.exports.plan_sheet import plan_workbook
from data.exports.sheets import ledger_workbook, list_workbook
from data.exports.tables import Written, ignore_count, sheet_of_words
from data.exports.taken_information import taken_pieces
from data.exports.texts import ALL_UNITS, AS_OF, Language, Words
from data.exports.texts import sheets as words
from data.people.directory import ListedPerson
from data.standing.assignments import Assignment
from data.store import Database

LONGEST_HEADING = 40
A_WEEK = timedelta(days=6)
"""From the first to the last day of a week."""


class ExportKind(StrEnum):
    """The kinds of export files."""

    PICTURES = "pictures"
    WORKBOOK = "xlsx"
    REPORT = "report"
    BRIEF = "brief"
    DRAFT = "draft"


CALLED: dict[ExportKind, tuple[Words, str]] = {
    ExportKind.PICTURES: (words.PICTURE, "png"),
    ExportKind.WORKBOOK: (words.WORKBOOK, "xlsx"),
    ExportKind.REPORT: (words.REPORT, "docx"),
    ExportKind.BRIEF: (words.BRIEF, "docx"),
    ExportKind.DRAFT: (words.DRAFT, "docx"),
}


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file with its name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ExportedFiles:
    """The files of an export, with their kind, units and span.

    A brief covers only the last week of the span asked for.
    """

    kind: ExportKind
    files: tuple[ExportFile, ...]
    units: tuple[str, ...]
    first: date
    last: date


def make_export(db: Database, kind: ExportKind, scope: ExportScope, today: date, language: Language) -> ExportedFiles:
    """Return the files of a kind for `scope`. Raises what `ledger` raises."""
    if kind is ExportKind.BRIEF:
        last = min(scope.last, today)
        scope = replace(scope, first=max(scope.first, last - A_WEEK), last=last)
    found = ledger(db, scope, today)
    contents = contents_of(db, kind, found, language)
    what, ending = CALLED[kind]
    files = (
        ExportFile(
            export_name(what, ending, found.units, (found.progress.first, found.progress.last), place, language),
            content,
        )
        for place, content in zip(file_suffixes(len(contents)), contents, strict=True)
    )
    return ExportedFiles(kind, tuple(files), found.units, found.progress.first, found.progress.last)


def plan_file(db: Database, day: date, language: Language) -> ExportFile:
    """Return the current plan as a workbook that can be imported again. Raises NoPlan."""
    return ExportFile(f"{words.PLAN(language)}_{day:%Y%m%d}.xlsx", plan_workbook(db, language))


def people_file(people: Iterable[ListedPerson], day: date, language: Language) -> ExportFile:
    """Return people in each of their roles as a workbook with the columns of a roster."""
    columns = {words.UNIT: 22, words.NAME: 14, words.ROLE: 10, words.PHONE: 16, words.JOINED: 12}
    joined = ((each, words.NOT_YET(language) if each.telegram_id is None else str(each.since or "")) for each in people)
    rows = (
        (each.unit or "", each.name, words.PEOPLE_ROLES[each.role](language), each.phone, since)
        for each, since in joined
    )
    sheet = sheet_of_words(words.PEOPLE(language), [each(language) for each in columns], [*columns.values()], rows)
    content = as_workbook(sheet.name, AS_OF(language, day=day), [sheet], language)
    return ExportFile(f"{sheet.name}_{day:%Y%m%d}.xlsx", content)


def list_file(db: Database, heading: str, states: Sequence[Assignment], day: date, language: Language) -> ExportFile:
    """Return a list of tasks as they stand on a day as a workbook, called by its heading."""
    letters = "".join(char if char.isalnum() else " " for char in heading[:LONGEST_HEADING])
    name = f"{'_'.join(letters.split())}_{day:%Y%m%d}.xlsx"
    return ExportFile(name, list_workbook(heading, task_lines(db, states, day), day, language))


def pack_evidence(
    db: Database, part: Sequence[Evidence], place: str, scope: ExportScope, units: Sequence[str], language: Language
) -> ExportFile:
    """Return a part of the evidence as a ZIP file; `place` distinguishes its name if there are several parts."""
    name = export_name(words.EVIDENCE, "zip", units, (scope.first, scope.last), place, language)
    return ExportFile(name, pack_archive(db, part, language))


def file_suffixes(count: int) -> list[str]:
    """Return suffixes that distinguish `count` files of one name; an empty one if there is only one."""
    return [""] if count == 1 else [f"_{number}" for number in range(1, count + 1)]


def export_name(
    what: Words, ending: str, units: Sequence[str], days: tuple[date, date], place: str, language: Language
) -> str:
    """Return the name of a file: its kind, units, span and suffix."""
    some = len(units) > 2
    whose = words.UNITS_COUNTED(language, count=len(units)) if some else "、".join(units) or ALL_UNITS(language)
    first, last = days
    return f"{what(language)}_{whose}_{first:%Y%m%d}-{last:%Y%m%d}{place}.{ending}"


def contents_of(
    db: Database,
    kind: ExportKind,
    found: Ledger,
    language: Language,
    pictures: Iterable[Picture] = Picture,
    written: Written = ignore_count,
) -> list[bytes]:
    """Return the contents of the files of a kind, with these `pictures`; `written` is called with the number of rows
    written so far. A draft needs the ledger of one or a few units."""
    match kind:
        case ExportKind.PICTURES:
            return [page for picture in pictures for page in draw(db, picture, found, language)]
        case ExportKind.WORKBOOK:
            return [ledger_workbook(found, language, written)]
        case ExportKind.REPORT:
            from data.exports.documents.progress_report import progress_report

            return [progress_report(_in_memory(found), language)]
        case ExportKind.BRIEF:
            from data.exports.documents.brief import brief

            return [brief(_in_memory(found), language, taken_pieces(db, found.scope, found.progress.last))]
        case ExportKind.DRAFT:
            from data.exports.documents.progress_report import unit_draft

            return [unit_draft(_in_memory(found), language)]


def _in_memory(found: Ledger) -> Ledger:
    return replace(found, tasks=tuple(found.tasks))
