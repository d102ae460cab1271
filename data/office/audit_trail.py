"""The audit as the office reads it: pages of it, by person, unit, task or span of days, newest first."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.office.history import HistoryScope
from data.people.people import Person, check_coordinator
from data.store import Database, Row
from data.times import at_hour, end_of_day

A_PAGE = 8
MOST_EXPORTED = 20_000
"""How many lines one exported file may hold."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One recorded action: when, by whom (empty for the command line), on what subject, and its details."""

    at: datetime
    by: str
    action: str
    subject: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the audit; `page` counts from 0. `code`, `unit` and `person` say what it is limited to, if anything."""

    lines: tuple[AuditLine, ...]
    total: int
    page: int
    pages: int
    code: str
    unit: str
    person: str


OF_UNITS = ("pause", "pause_ended", "invite", "void_invitations", "deputy_hears")
"""Actions whose subject is the number of a unit."""
CONCERNS_TASK = """(subject = :code OR subject LIKE :code || '@%'
    OR EXISTS (SELECT 1 FROM json_each(detail, '$.tasks') WHERE value = :code))"""
CONCERNS_UNIT = f"""(subject = :unit OR subject LIKE '%@' || :unit
    OR EXISTS (SELECT 1 FROM json_each(detail, '$.units') WHERE value = :unit)
    OR json_extract(detail, '$.unit') = :unit OR json_extract(detail, '$.unit_id') = :unit_id
    OR (action IN {OF_UNITS} AND subject = :unit_id)
    OR (action = 'change_unit' AND json_extract(detail, '$.before') = :unit_id)
    OR EXISTS (SELECT 1 FROM json_each(detail, '$.roles') WHERE json_extract(value, '$.unit_id') = :unit_id)
    OR (action = 'absence' AND EXISTS (SELECT 1 FROM absences
        WHERE absences.id = json_extract(detail, '$.absence_id') AND absences.unit_id = :unit_id)))"""


OF_BROADCASTS = ("broadcast", "broadcast_stopped", "broadcast_moved", "broadcast_readdressed", "broadcast_reworded")
NAMED_BY = (
    (OF_UNITS, "SELECT name FROM units WHERE id = ?"),
    (
        {
            *("join", "remove", "undo_remove", "change_unit", "absence", "end_absence", "end_deputy"),
            *("enter_phone", "decide_arrival"),
        },
        "SELECT name FROM people WHERE id = ?",
    ),
    (
        {"bind", "unbind", "group_scope", "group_posts", "group_time", "group_language"},
        "SELECT title FROM group_chats WHERE chat_id = ?",
    ),
    (OF_BROADCASTS, "SELECT substr(text, 1, 20) FROM broadcasts WHERE id = ?"),
    ({"regular_summary", "end_regular_summary"}, "SELECT '' WHERE ? IS NOT NULL"),
)
"""For actions whose subject is a number, the statement that finds its name."""


def audit_page(db: Database, person: Person, scope: HistoryScope, page: int) -> AuditPage:
    """Return a page of the audit, the last one if `page` is beyond it. Raises ForTheOffice."""
    check_coordinator(db, person.id)
    names = _names(db, scope)
    condition, values = _condition(scope, names, db.zone)
    total = db.fetch_number(f"SELECT count(*) FROM audit WHERE {condition}", values) or 0
    pages = max(1, -(-total // A_PAGE))
    page = min(page, pages - 1)
    lines = _lines(db, condition, values, A_PAGE, page * A_PAGE)
    return AuditPage(lines, total, page, pages, **names)


def whole_audit(db: Database, person: Person, scope: HistoryScope) -> tuple[AuditLine, ...]:
    """Return all audit lines in `scope` for export, at most MOST_EXPORTED. Raises ForTheOffice."""
    check_coordinator(db, person.id)
    condition, values = _condition(scope, _names(db, scope), db.zone)
    return _lines(db, condition, values, MOST_EXPORTED, 0)


def named_subject(db: Database, action: str, subject: str) -> str:
    """Return the subject of an audit row as a name, if the row has the number of a unit, person, group or broadcast."""
    sql = next((sql for actions, sql in NAMED_BY if action in actions), None)
    if sql is None:
        return subject
    return (db.fetch_text(sql, [subject]) if subject.lstrip("-").isdigit() else None) or ""


def people_ever_named(db: Database, words: str) -> list[tuple[int, str]]:
    """Return the id and name of every person, including those who have left, whose name occurs in `words`."""
    rows = db.fetch_all("SELECT id, name FROM people WHERE length(name) > 1 AND instr(?, name) > 0", [words])
    return [(row["id"], row["name"]) for row in rows]


def _names(db: Database, scope: HistoryScope) -> dict[str, str]:
    return {
        "code": db.fetch_text("SELECT code FROM tasks WHERE id = ?", [scope.task_id]) or "",
        "unit": db.fetch_text("SELECT name FROM units WHERE id = ?", [scope.unit_id]) or "",
        "person": db.fetch_text("SELECT name FROM people WHERE id = ?", [scope.person_id]) or "",
    }


def _condition(scope: HistoryScope, names: Mapping[str, str], zone: ZoneInfo) -> tuple[str, dict[str, object]]:
    since, until = scope.first and at_hour(scope.first, 0, zone), scope.last and end_of_day(scope.last, zone)
    limits = {
        CONCERNS_TASK: scope.task_id,
        CONCERNS_UNIT: scope.unit_id,
        "person_id = :person_id": scope.person_id,
        "at >= :since AND at < :until": since and until,
    }
    given = [limit for limit, value in limits.items() if value is not None]
    ids = {"person_id": scope.person_id, "unit_id": scope.unit_id}
    return " AND ".join(["true", *given]), {**names, **ids, "since": since, "until": until}


def _lines(db: Database, condition: str, values: Mapping[str, object], most: int, start: int) -> tuple[AuditLine, ...]:
    rows = db.fetch_all(
        f"""SELECT audit.*, (SELECT name FROM people WHERE people.id = audit.person_id) AS name
        FROM audit WHERE {condition} ORDER BY at DESC, audit.id DESC LIMIT :most OFFSET :start""",
        {**values, "most": most, "start": start},
    )
    return tuple(audit_line(db, row) for row in rows)


def audit_line(db: Database, row: Row) -> AuditLine:
    """Build an audit line from a row that has the `name` of the person who acted."""
    detail = json.loads(row["detail"])
    subject = named_subject(db, detail.get("undone", row["action"]), row["subject"])
    return AuditLine(db.moment(row["at"]), row["name"] or "", row["action"], subject, detail)
