"""Plan files that users have sent, kept as they were read for a week or until they are imported."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from data.errors import StaleButton
from data.plan.files.plan import PlanReading, PlanRow, row_issued_on
from data.plan.files.problems import ProblemKind
from data.store import Database, record_of, transaction

KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file that a user has sent, with its reading. `text` is the pasted text if it was not sent as a file."""

    id: int
    name: str
    reading: PlanReading
    read_at: datetime
    text: str = ""


def keep_reading(
    db: Database, person_id: int, update_id: int, name: str, reading: PlanReading, now: datetime, text: str = ""
) -> PlanFile:
    """Store a reading and return it; the same update stores it only once. Readings older than KEPT are deleted."""
    with transaction(db):
        db.change("DELETE FROM plan_files WHERE read_at < ?", [now - KEPT])
        sent = [person_id, update_id]
        file_id = db.fetch_number("SELECT id FROM plan_files WHERE person_id = ? AND update_id = ?", sent)
        if file_id is None:
            kept = {"person_id": person_id, "update_id": update_id, "name": name, "read_at": now}
            file_id = db.insert("plan_files", **kept, reading={**asdict(reading), "text": text})
        return reading_by_id(db, file_id)


def reading_by_id(db: Database, file_id: int) -> PlanFile:
    """Return a stored reading. Raises StaleButton if it is gone."""
    sql = "SELECT *, ifnull(reading ->> 'text', '') AS text FROM plan_files WHERE id = ?"
    return record_of(PlanFile, db.fetch_row(sql, [file_id], StaleButton))


def reading_issued_on(reading: PlanReading, issued: date) -> PlanReading:
    """Return the reading with its deadlines counted from another day of issue."""
    return replace(reading, rows=tuple(row_issued_on(row, issued) for row in reading.rows))


def with_units_replaced(reading: PlanReading, meant: Mapping[str, str]) -> PlanReading:
    """Return the reading with the unit names in `meant` replaced by the official names they map to."""
    return replace(reading, rows=tuple(_with_units(row, meant) for row in reading.rows))


def names_in_doubt(reading: PlanReading) -> dict[str, tuple[str, ...]]:
    """Return the unit names in a file that are not known, each with the known names it resembles."""
    near = [each.values for row in reading.rows for each in row.problems if each.kind is ProblemKind.UNIT_NEAR]
    return {values["name"]: tuple(values["near"].split("、")) for values in near}


def _with_units(row: PlanRow, meant: Mapping[str, str]) -> PlanRow:
    if not any(unit in meant for unit in row.units):
        return row
    units, leads, joints = (
        tuple(dict.fromkeys(meant.get(name, name) for name in names)) for names in (row.units, row.leads, row.joints)
    )
    problems = tuple(each for each in row.problems if each.values.get("name") not in meant)
    return replace(row, units=units, leads=leads, joints=joints, problems=problems)
