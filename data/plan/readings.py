"""Plan files as they were read, kept until they are taken over or a week has passed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from data.errors import StaleButton
from data.plan.deadlines import Kind, deadline_of, plain_values, read_deadline
from data.plan.files.plan import PlanReading, PlanRow
from data.plan.files.problems import Problem, ProblemKind
from data.store import Database, change, fetch_number, fetch_row, insert, transaction
from data.times import moment

KEPT = timedelta(days=7)
_TUPLES = ("units", "leads", "joints", "groups")


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file that somebody has sent: its name, how it was read, and when. `text` is what was pasted instead of
    sent as a file."""

    id: int
    name: str
    reading: PlanReading
    read_at: datetime
    text: str = ""


def keep_reading(
    db: Database, person_id: int, update_id: int, name: str, reading: PlanReading, now: datetime, text: str = ""
) -> PlanFile:
    """Keep a file as it was read, once for one update; what is older than a week goes."""
    with transaction(db):
        change(db, "DELETE FROM plan_files WHERE read_at < ?", [now - KEPT])
        sent = [person_id, update_id]
        file_id = fetch_number(db, "SELECT id FROM plan_files WHERE person_id = ? AND update_id = ?", sent)
        if file_id is None:
            written = json.dumps({**_plain(reading), "text": text}, ensure_ascii=False)
            kept = {"person_id": person_id, "update_id": update_id, "name": name, "reading": written}
            file_id = insert(db, "plan_files", **kept, read_at=now)
        return find_reading(db, file_id)


def find_reading(db: Database, file_id: int) -> PlanFile:
    """A file that was kept. Raises StaleButton for one that is gone."""
    row = fetch_row(db, "SELECT * FROM plan_files WHERE id = ?", [file_id], StaleButton)
    kept = json.loads(row["reading"])
    return PlanFile(row["id"], row["name"], _reading(kept), moment(row["read_at"]), kept.get("text", ""))


def issued_on(reading: PlanReading, issued: date) -> PlanReading:
    """The same file, its deadlines counted from another day of issue."""
    rows = (replace(row, deadline=read_deadline(row.deadline_text, issued)) for row in reading.rows)
    both = zip(rows, reading.rows, strict=True)
    return replace(reading, rows=tuple(old if old.deadline.kind is Kind.UNCLEAR else new for new, old in both))


def with_units(reading: PlanReading, meant: Mapping[str, str]) -> PlanReading:
    """The same file with these names of units, where another spelling was written."""
    return replace(reading, rows=tuple(_with_units(row, meant) for row in reading.rows))


def names_in_doubt(reading: PlanReading) -> dict[str, tuple[str, ...]]:
    """The units of a file that resemble known ones, with those."""
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


def _plain(reading: PlanReading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "issued": str(reading.issued) if reading.issued else None,
        "problems": [_plain_problem(each) for each in reading.problems],
        "rows": [
            {
                **{field.name: getattr(row, field.name) for field in fields(row)},
                "deadline": plain_values(row.deadline),
                "problems": [_plain_problem(each) for each in row.problems],
            }
            for row in reading.rows
        ],
    }


def _plain_problem(each: Problem) -> dict[str, Any]:
    return {"kind": each.kind, "values": dict(each.values)}


def _reading(kept: Mapping[str, Any]) -> PlanReading:
    rows = tuple(
        PlanRow(
            **{
                "title_en": "",
                **row,
                **{name: tuple(row[name]) for name in _TUPLES},
                "deadline": deadline_of(row["deadline"]),
                "problems": tuple(map(_problem, row["problems"])),
            }
        )
        for row in kept["rows"]
    )
    issued = kept.get("issued")
    return PlanReading(
        rows, tuple(map(_problem, kept["problems"])), kept["title"], date.fromisoformat(issued) if issued else None
    )


def _problem(kept: Mapping[str, Any]) -> Problem:
    return Problem(ProblemKind(kept["kind"]), kept["values"])
