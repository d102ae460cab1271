"""Which of their own reports people may withdraw or correct, and taking them back."""

from collections.abc import Sequence
from datetime import datetime

from data.errors import NotYours
from data.errors.reporting import TooLateToWithdraw
from data.people.actor import Actor
from data.people.people import Person
from data.plan.plan import CURRENT
from data.reporting.reports import reported_on
from data.reporting.reviews import Reviewed, ask_for_next, reports_that, reviewed
from data.standing.assignments import Assignment
from data.standing.rows import keep
from data.store import Database, fetch_number, fetch_row, transaction, update

NO_NEWER = """NOT EXISTS (SELECT 1 FROM reports AS newer WHERE newer.assignment_id = reports.assignment_id
    AND newer.id > reports.id AND newer.withdrawn_at IS NULL)"""
STANDS = f"""reports.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM reviews WHERE report_id = reports.id)
    AND {NO_NEWER}"""
"""A report that counts and has not been reviewed: it can be withdrawn or corrected."""


def withdraw(db: Database, by: Actor, report_id: int) -> Assignment:
    """Take one's own report back. What it replaced counts again.

    Raises TooLateToWithdraw when it has been reviewed or there is a newer one, NotYours when it is somebody else's.
    """
    with transaction(db):
        report = fetch_row(db, "SELECT * FROM reports WHERE id = ? AND person_id = ?", [report_id, by.id], NotYours)
        if report["withdrawn_at"] is None:
            correctable(db, by.person, report_id)
            update(db, "reports", report_id, withdrawn_at=by.now)
            keep(db, [report["assignment_id"]], by.now)
            ask_for_next(db, by.now)
        before = reported_on(db, by.person, report["assignment_id"], by.today)
        if report["withdrawn_at"] is None:
            by.record(db, "withdraw", f"{before.code}@{before.unit}", report_id=report_id)
        return before


def correctable(db: Database, person: Person, report_id: int) -> Reviewed:
    """The report that a person may correct: their own, the latest, not reviewed. Raises TooLateToWithdraw otherwise."""
    found = reviewed(db, report_id)
    if found is None or found.person_id != person.id or found.final:
        raise TooLateToWithdraw
    return found


def is_correctable(db: Database, person: Person, report_id: int) -> bool:
    """Whether a person may withdraw or correct a report."""
    found = reviewed(db, report_id)
    return found is not None and found.person_id == person.id and not found.final


def latest_correctable(db: Database, person: Person, code: str | None = None) -> int | None:
    """The newest report that a person may still withdraw or correct, of the task with this code if any, or None."""
    return fetch_number(
        db,
        f"""SELECT reports.id FROM reports
        JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
        WHERE person_id = :person AND plan_id = {CURRENT} AND ifnull(:code, code) = code AND {STANDS}
        ORDER BY reports.id DESC LIMIT 1""",
        {"person": person.id, "code": code},
    )


def newest_correctable(db: Database, person: Person, code: str | None = None) -> Reviewed | None:
    """The same report, as a reviewer sees it."""
    report_id = latest_correctable(db, person, code)
    return reviewed(db, report_id) if report_id is not None else None


def made_since(db: Database, person: Person, moment: datetime) -> Sequence[Reviewed]:
    """The reports that a person has made since a moment, and may still withdraw, in that order."""
    condition = f"reports.person_id = :person AND reported_at >= :moment AND {STANDS}"
    return reports_that(db, condition, person=person.id, moment=moment)


def withdrawn_last(db: Database, person: Person, moment: datetime) -> Sequence[Reviewed]:
    """The reports, no corrections, that a person has withdrawn last, all at once, since a moment; none where they have
    made one since, or a newer one counts on its task."""
    condition = f"""reports.person_id = :person AND withdrawn_at >= :moment
        AND replaces IS NULL AND withdrawn_at = (SELECT max(withdrawn_at) FROM reports WHERE person_id = :person)
        AND withdrawn_at >= ifnull((SELECT max(reported_at) FROM reports WHERE person_id = :person), '')
        AND {NO_NEWER}"""
    return reports_that(db, condition, person=person.id, moment=moment)
