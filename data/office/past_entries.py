"""A report as it was given, and a request for more time, each with what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.errors import NotYours
from data.people.people import Person
from data.plan.tasks import TaskTitle
from data.reporting.attachments import Attachment, Owner, attached_to
from data.reporting.figures import Figure, figures_of_report
from data.standing.standing import Status, Verdict
from data.store import Database, Row, fetch_all, fetch_one
from data.store.records import record_of
from data.times import moment, stored_day


@dataclass(frozen=True, slots=True)
class Decision:
    """What the coordinating office said to a report or to a request for more time. `by` may be empty."""

    verdict: str
    reason: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class PastReport:
    """A report as it was given, and what became of it.

    `on_behalf_of` names the liaison whose deputy reported, or the unit for which the office did. `corrects` and
    `corrected` are whether it took the place of another and whether another has taken its place; a correction that was
    withdrawn takes nobody's place.
    """

    id: int
    code: str
    title: TaskTitle
    unit: str
    at: datetime
    by: str
    on_behalf_of: str
    status: Status
    percent: int
    note: str
    obstacle: str
    unchanged: bool
    figures: tuple[Figure, ...]
    files: tuple[Attachment, ...]
    withdrawn_at: datetime | None
    corrects: bool
    corrected: bool
    review: Decision | None


@dataclass(frozen=True, slots=True)
class PastExtension:
    """A request for more time: the deadline before it, the one asked for, and the one that counts since, if any.

    `replaced` is whether a newer request has taken the place of one that had no answer.
    """

    id: int
    code: str
    title: TaskTitle
    unit: str
    at: datetime
    by: str
    due_before: date | None
    proposed: date
    reason: str
    answer: Decision | None
    due_after: date | None
    withdrawn_at: datetime | None
    replaced: bool


Entry = PastReport | PastExtension

CODE = "iif(plans.ended_at IS NULL, '', plans.issued || '/') || code"
"""A task's code; that of a former plan has the plan's day of issue before it."""
REPORT = f"""
SELECT reports.id, {CODE} AS code, tasks.title, title_en, unit_id, units.name AS unit, reported_at,
    ifnull(reporter.name, '') AS by,
    CASE WHEN by_office THEN units.name ELSE ifnull(stand_in.name, '') END AS on_behalf_of, status, percent,
    note, obstacle,
    unchanged, withdrawn_at,
    replaces IS NOT NULL AND withdrawn_at IS NULL AS corrects,
    EXISTS (SELECT 1 FROM reports AS correction
        WHERE correction.replaces = reports.id AND correction.withdrawn_at IS NULL) AS corrected,
    verdict, ifnull(reason, '') AS reason, ifnull(reviewer.name, '') AS reviewer, reviews.at AS reviewed_at
FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN plans ON plans.id = plan_id JOIN units ON units.id = unit_id
LEFT JOIN people AS reporter ON reporter.id = reports.person_id
LEFT JOIN people AS stand_in ON stand_in.id = for_person_id
LEFT JOIN reviews ON report_id = reports.id
LEFT JOIN people AS reviewer ON reviewer.id = reviews.person_id
WHERE reports.id = ?
"""
EXTENSION = f"""
SELECT extensions.id, {CODE} AS code, tasks.title, title_en, unit_id, units.name AS unit, asked_at,
    ifnull(asker.name, '') AS by, due_before, proposed, reason, verdict, decided, ifnull(answer, '') AS answer,
    ifnull(decider.name, '') AS decider, decided_at, withdrawn_at,
    verdict IS NULL AND EXISTS (SELECT 1 FROM extensions AS newer
        WHERE newer.assignment_id = extensions.assignment_id AND newer.id > extensions.id) AS replaced
FROM extensions
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN plans ON plans.id = plan_id JOIN units ON units.id = unit_id
LEFT JOIN people AS asker ON asker.id = extensions.person_id
LEFT JOIN people AS decider ON decider.id = decided_by
WHERE extensions.id = ?
"""


def past_report(db: Database, person: Person, report_id: int, zone: ZoneInfo) -> PastReport:
    """One report, for somebody who may see what its unit reports. Raises NotYours otherwise."""
    return _report(db, _visible(db, person, REPORT, report_id), zone)


def past_extension(db: Database, person: Person, extension_id: int, zone: ZoneInfo) -> PastExtension:
    """One request for more time, for somebody who may see its unit's. Raises NotYours otherwise."""
    return _extension(_visible(db, person, EXTENSION, extension_id), zone)


def sees_unit(person: Person, unit_id: int) -> bool:
    """Whether somebody may see what a unit reports."""
    return person.sees_everything or unit_id in person.speaks_for


def _visible(db: Database, person: Person, query: str, entry_id: int) -> Row:
    row = fetch_one(db, query, [entry_id])
    if row is None or not sees_unit(person, row["unit_id"]):
        raise NotYours
    return row


def past_entry(db: Database, kind: str, entry_id: int, zone: ZoneInfo) -> Entry:
    """A `report` or an `extension`, whoever asks."""
    [row] = fetch_all(db, REPORT if kind == "report" else EXTENSION, [entry_id])
    return _report(db, row, zone) if kind == "report" else _extension(row, zone)


def _report(db: Database, row: Row, zone: ZoneInfo) -> PastReport:
    reviewed_at = _moment(row["reviewed_at"], zone)
    return record_of(
        PastReport,
        row,
        at=moment(row["reported_at"]).astimezone(zone),
        figures=figures_of_report(db, row["id"]),
        files=tuple(attached_to(db, Owner.REPORT, row["id"])),
        withdrawn_at=_moment(row["withdrawn_at"], zone),
        review=Decision(Verdict(row["verdict"]), row["reason"], row["reviewer"], reviewed_at)
        if row["verdict"]
        else None,
    )


def _extension(row: Row, zone: ZoneInfo) -> PastExtension:
    verdict, proposed, decided = row["verdict"], date.fromisoformat(row["proposed"]), stored_day(row["decided"])
    decided_at = _moment(row["decided_at"], zone)
    return record_of(
        PastExtension,
        row,
        at=moment(row["asked_at"]).astimezone(zone),
        answer=Decision(verdict, row["answer"], row["decider"], decided_at) if verdict else None,
        due_after=(decided or proposed) if verdict in ("accepted", "changed") else None,
        withdrawn_at=_moment(row["withdrawn_at"], zone),
    )


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    return moment(text).astimezone(zone) if text else None
