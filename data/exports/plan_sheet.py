"""The current plan as a workbook in the form of a plan file, to be changed and imported again."""

from collections.abc import Iterator, Mapping

from data.exports.formats import as_workbook
from data.exports.tables import Row, Sheet, sheet_of_words
from data.exports.texts import Language
from data.exports.texts import sheets as words
from data.office.importing import existing_tasks
from data.plan.plan import current_plan
from data.store import Database

COLUMNS = {
    "code": (words.CODE, 8),
    "section": (words.SECTION, 16),
    "item": (words.ITEM, 22),
    "title": (words.SHORT_TITLE, 20),
    "title_en": (words.ENGLISH_TITLE, 20),
    "measure": (words.MEASURE, 34),
    "deliverable": (words.DELIVERABLE, 20),
    "deadline_text": (words.DEADLINE_TEXT, 16),
    "units": (words.UNITS, 24),
    "remark": (words.REMARK, 24),
}
"""The heading and width of each column, by the name of its field."""


def plan_workbook(db: Database, language: Language) -> bytes:
    """Return the current plan as it stands now. Raises NoPlan."""
    plan = current_plan(db)
    headings, widths = zip(*COLUMNS.values(), strict=True)
    sheet: Sheet = sheet_of_words(words.PLAN(language), [each(language) for each in headings], widths, _rows(db))
    return as_workbook(plan.title, words.ISSUED(language, issued=plan.issued), [sheet], language)


def _rows(db: Database) -> Iterator[Row]:
    for task in existing_tasks(db).values():
        if task["gone_at"] is None:
            yield [_units(task["roles"]) if name == "units" else task[name] for name in COLUMNS]


def _units(roles: Mapping[str, str | None]) -> str:
    """Return the units of a task as a plan file names them, those that lead and the others apart."""
    parts = {"牵头单位：": "lead", "": None, "配合单位：": "joint"}
    named = {label: "、".join(unit for unit, role in roles.items() if role == part) for label, part in parts.items()}
    return "\n".join(f"{label}{units}" for label, units in named.items() if units)
