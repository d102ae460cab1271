"""A report as it was given, and a request for more time, each with what became of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from data.errors import NotYours
from data.office.extensions import Decision
from data.people.people import Person
from data.plan.plan import FULL_CODE
from data.plan.tasks import TaskTitle
from data.reporting.reviews import Reviewed, reviewed
from data.standing.rows import ALWAYS
from data.store import Database, fetch_one
from data.store.records import record_of


@dataclass(frozen=True, slots=True)
class PastExtension:
    """A request for more time: the deadline before it, the one asked for, and the one that counts since, if any.

    `full_code` is as FULL_CODE has it. `replaced` is whether a newer request has taken the place of one that had no
    answer.
    """

    id: int
    code: str
    full_code: str
    title: TaskTitle
    unit_id: int
    unit: str
    at: datetime
    by: str
    due_before: date | None
    proposed: date
    reason: str
    verdict: Decision | None
    due_after: date | None
    answer: str
    decided_by: str
    decided_at: datetime | None
    withdrawn_at: datetime | None
    replaced: bool


Entry = Reviewed | PastExtension
E = TypeVar("E", Reviewed, PastExtension)

EXTENSIONS = f"""
SELECT extensions.id, code, {FULL_CODE} AS full_code, tasks.title, title_en, section, unit_id, units.name AS unit,
    asked_at AS at, ifnull(asker.name, '') AS by, due_before, proposed, reason, withdrawn_at,
    iif(decided_at < :until, verdict, NULL) AS verdict, iif(decided_at < :until, decided, NULL) AS due_after,
    ifnull(iif(decided_at < :until, answer, NULL), '') AS answer, ifnull(decider.name, '') AS decided_by, decided_at,
    verdict IS NULL AND EXISTS (SELECT 1 FROM extensions AS newer
        WHERE newer.assignment_id = extensions.assignment_id AND newer.id > extensions.id) AS replaced
FROM extensions
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN plans ON plans.id = plan_id JOIN units ON units.id = unit_id
LEFT JOIN people AS asker ON asker.id = extensions.person_id
LEFT JOIN people AS decider ON decider.id = decided_by
"""
"""Requests for more time, with the answers given before the moment `:until`."""


def past_report(db: Database, person: Person, report_id: int, zone: ZoneInfo) -> Reviewed:
    """One report. Raises NotYours."""
    return _visible(person, reviewed(db, report_id), zone)


def past_extension(db: Database, person: Person, extension_id: int, zone: ZoneInfo) -> PastExtension:
    """One request for more time. Raises NotYours."""
    query = f"{EXTENSIONS} WHERE extensions.id = :id"
    row = fetch_one(db, query, {"until": ALWAYS, "id": extension_id})
    return _visible(person, record_of(PastExtension, row) if row else None, zone)


def sees_unit(person: Person, unit_id: int) -> bool:
    """Whether somebody may see what a unit reports."""
    return person.sees_everything or unit_id in person.speaks_for


def past_entry(db: Database, person: Person, kind: str, entry_id: int, zone: ZoneInfo) -> Entry:
    """A `report` or an `extension`. Raises NotYours for one of a unit that the person may not see."""
    return (past_report if kind == "report" else past_extension)(db, person, entry_id, zone)


def _visible(person: Person, found: E | None, zone: ZoneInfo) -> E:
    if found is None or not sees_unit(person, found.unit_id):
        raise NotYours
    return _in_zone(found, zone)


def _in_zone(found: E, zone: ZoneInfo) -> E:
    """An entry with its moments in a zone."""
    return replace(
        found,
        at=found.at.astimezone(zone),
        withdrawn_at=found.withdrawn_at and found.withdrawn_at.astimezone(zone),
        decided_at=found.decided_at and found.decided_at.astimezone(zone),
    )
