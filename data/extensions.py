"""More time: a unit asks for a later day, the coordinator agrees, sets another, or says no. The original day stays."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data import audit
from data.deadlines import Kind, read_deadline
from data.errors import AlreadyDecided, DateUnclear
from data.letters import Letter, post
from data.people import Person, coordinators, reachable_people
from data.reports import assignment_for
from data.store import Database, Row, change, fetch_all, fetch_one, insert, transaction
from data.times import day_of, moment, stored


@dataclass(frozen=True, slots=True)
class Extension:
    """A request for more time; `verdict` is accepted, changed or refused, None while it waits."""

    id: int
    assignment_id: int
    code: str
    title: str
    unit: str
    by: str
    due_before: date | None
    proposed: date
    reason: str
    at: datetime
    verdict: str | None
    decided: date | None
    answer: str


EXTENSIONS = """
SELECT extensions.id, assignment_id, code, title, units.name AS unit, ifnull(people.name, '') AS by, due_before,
    proposed, reason, asked_at, verdict, decided, ifnull(answer, '') AS answer
FROM extensions JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN units ON units.id = unit_id LEFT JOIN people ON people.id = person_id
"""


def read_day_to_come(text: str, today: date) -> date:
    """The day that a text names, such as 12月31日. Raises DateUnclear for none, or one that is not to come."""
    deadline = read_deadline(text, today)
    if deadline.kind is not Kind.DATE or deadline.due is None or deadline.due <= today:
        raise DateUnclear(text)
    return deadline.due


def ask_extension(
    db: Database,
    person: Person,
    assignment_id: int,
    proposed: date,
    reason: str,
    source: str,
    now: datetime,
    zone: ZoneInfo,
) -> Extension:
    """Ask for a later day; the coordinators hear of it. The same `source` asks once.

    Raises NotYours or TaskClosed as `assignment_for` does.
    """
    with transaction(db):
        if fetch_one(db, "SELECT 1 FROM extensions WHERE source = ?", [source]) is None:
            assignment = assignment_for(db, person, assignment_id, day_of(now, zone), zone)
            extension_id = insert(
                db,
                "extensions",
                assignment_id=assignment_id,
                person_id=person.id,
                due_before=assignment.due.isoformat() if assignment.due else None,
                proposed=proposed.isoformat(),
                reason=reason,
                source=source,
                asked_at=stored(now),
            )
            subject = f"{assignment.code}@{assignment.unit}"
            audit.record(
                db, now, "ask_extension", subject, person_id=person.id, proposed=proposed.isoformat(), source=source
            )
            post(db, Letter.EXTENSION_ASKED, extension_id, coordinators(db), now, zone)
        row = fetch_one(db, EXTENSIONS + "WHERE source = ?", [source])
    assert row is not None
    return _extension(row)


def decide_extension(
    db: Database,
    person_id: int,
    extension_id: int,
    decided: date | None,
    answer: str,
    now: datetime,
    zone: ZoneInfo,
) -> Extension:
    """Grant a day (the proposed one or another), or with None refuse; the unit hears of it.

    A granted day takes the place of the old one, and what was said of that ends. Raises AlreadyDecided.
    """
    with transaction(db):
        before = find_extension(db, extension_id)
        if before is None or before.verdict is not None:
            raise AlreadyDecided
        verdict = "refused" if decided is None else "accepted" if decided == before.proposed else "changed"
        change(
            db,
            """UPDATE extensions SET verdict = ?, decided = ?, answer = ?, decided_by = ?, decided_at = ?
            WHERE id = ?""",
            [verdict, decided.isoformat() if decided else None, answer, person_id, stored(now), extension_id],
        )
        if decided is not None:
            change(
                db,
                "UPDATE assignments SET due = ?, extended = extended + 1 WHERE id = ?",
                [decided.isoformat(), before.assignment_id],
            )
        audit.record(db, now, "decide_extension", str(extension_id), person_id=person_id, verdict=verdict)
        unit = fetch_one(db, "SELECT unit_id FROM assignments WHERE id = ?", [before.assignment_id])
        people = reachable_people(db, unit["unit_id"] if unit else 0)
        post(db, Letter.EXTENSION_DECIDED, extension_id, people, now, zone)
        after = find_extension(db, extension_id)
    assert after is not None
    return after


def find_extension(db: Database, extension_id: int) -> Extension | None:
    """A request by its id, or None."""
    row = fetch_one(db, EXTENSIONS + "WHERE extensions.id = ?", [extension_id])
    return _extension(row) if row else None


def waiting_extensions(db: Database) -> list[Extension]:
    """The requests that wait for a decision, oldest first."""
    return [_extension(row) for row in fetch_all(db, EXTENSIONS + "WHERE verdict IS NULL ORDER BY extensions.id")]


def _extension(row: Row) -> Extension:
    names = ("due_before", "proposed", "decided")
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in names}
    values = {name: value for name, value in row.items() if name != "asked_at"}
    return Extension(**{**values, **days, "at": moment(row["asked_at"])})
