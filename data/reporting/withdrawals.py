"""Withdrawing and correcting one's own reports."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime

from data import dialogs
from data.errors import NotYours, unless
from data.errors.reporting import TooLateToWithdraw
from data.people.actor import Actor
from data.people.people import Person
from data.plan.plan import CURRENT
from data.reporting.drafts import draft_of
from data.reporting.reports import StoredReport, assignment_spoken_for, submit_report
from data.reporting.reviews import FullReport, ask_for_next_review, full_report, full_reports_where
from data.standing.assignments import Assignment
from data.standing.rows import update_rows
from data.store import Database, transaction

NO_NEWER = """NOT EXISTS (SELECT 1 FROM reports AS newer WHERE newer.assignment_id = reports.assignment_id
    AND newer.id > reports.id AND newer.withdrawn_at IS NULL)"""
STANDS = f"""reports.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM reviews WHERE report_id = reports.id)
    AND {NO_NEWER}"""
"""An SQL condition for a report that counts and has no verdict, so that it can be withdrawn or corrected."""


def withdraw_report(db: Database, by: Actor, report_id: int) -> Assignment:
    """Withdraw one's own report, so that the one before it counts again. Does nothing if it is withdrawn already.

    Raises TooLateToWithdraw if it has a verdict or a newer one counts, NotYours if it is somebody else's.
    """
    with transaction(db):
        report = db.fetch_row("SELECT * FROM reports WHERE id = ? AND person_id = ?", [report_id, by.id], NotYours)
        if report["withdrawn_at"] is None:
            correctable_report(db, by.person, report_id)
            db.update("reports", report_id, withdrawn_at=by.now)
            update_rows(db, [report["assignment_id"]], by.now)
            ask_for_next_review(db, by.now)
        before = assignment_spoken_for(db, by.person, report["assignment_id"], by.today, in_its_name=True)
        if report["withdrawn_at"] is None:
            by.record(db, "withdraw", f"{before.code}@{before.unit}", report_id=report_id)
        return before


def withdraw_several(db: Database, by: Actor, report_ids: Iterable[int]) -> tuple[int, int]:
    """Withdraw those of several own reports that can be; return on how many assignments, and how many could not be."""
    taken, too_late = set[int](), 0
    with transaction(db):
        for report_id in report_ids:
            try:
                taken.add(withdraw_report(db, by, report_id).id)
            except (TooLateToWithdraw, NotYours):
                too_late += 1
    return len(taken), too_late


def submit_and_withdraw(db: Database, by: Actor, draft_id: int) -> StoredReport:
    """Store a drafted report as `submit_report` does and withdraw the one on the wrong task that it was filled in
    instead of, unless that was decided on or overtaken meanwhile."""
    wrong = draft_of(dialogs.find_dialog(db, by.id, draft_id)).instead_of
    if wrong is None:
        return submit_report(db, by, draft_id)
    with transaction(db), suppress(TooLateToWithdraw):
        stored = submit_report(db, by, draft_id)
        withdraw_report(db, by, wrong)
    return stored


def correctable_report(db: Database, person: Person, report_id: int, *, of_unit: bool = False) -> FullReport:
    """Return a report if it is the latest, has no verdict, and is the person's own or, with `of_unit`, that of a unit
    for which they speak: it may be corrected but not withdrawn. Raises TooLateToWithdraw."""
    found = full_report(db, report_id)
    own = found is not None and (found.person_id == person.id or (of_unit and found.unit_id in person.speaks_for))
    if found is None or not own or found.final:
        raise TooLateToWithdraw
    return found


def is_correctable(db: Database, person: Person, report_id: int) -> bool:
    """Return whether a person may withdraw or correct a report."""
    return unless(TooLateToWithdraw, correctable_report, db, person, report_id) is not None


def newest_correctable(db: Database, person: Person, code: str | None = None, *, passing: int = 0) -> FullReport | None:
    """Return the newest report that a person may withdraw or correct, of the task with `code` if given, `passing` over
    so many newer ones, or None."""
    report_id = db.fetch_number(
        f"""SELECT reports.id FROM reports
        JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
        WHERE person_id = :person AND plan_id = {CURRENT} AND ifnull(:code, code) = code AND {STANDS}
        ORDER BY reports.id DESC LIMIT 1 OFFSET :passing""",
        {"person": person.id, "code": code, "passing": passing},
    )
    return full_report(db, report_id) if report_id is not None else None


def newest_of_the_unit(db: Database, person: Person, code: str | None) -> FullReport | None:
    """Return the newest report that a person may correct: their own or, on the task with `code`, a colleague's; None if
    there is none, or if several of their units have one."""
    units = f"plan_id = {CURRENT} AND code = :code AND assignments.unit_id IN (SELECT value FROM json_each(:units))"
    own = newest_correctable(db, person, code)
    found = [own] if own else full_reports_where(db, f"{units} AND {STANDS}", code=code, units=[*person.speaks_for])
    return found[0] if len(found) == 1 else None


def withdrawable_reports_since(db: Database, person: Person, moment: datetime) -> Sequence[FullReport]:
    """Return the reports that a person has made since a moment and may still withdraw, oldest first."""
    condition = f"reports.person_id = :person AND reported_at >= :moment AND {STANDS}"
    return full_reports_where(db, condition, person=person.id, moment=moment)


def last_withdrawn_reports(db: Database, person: Person, moment: datetime) -> Sequence[FullReport]:
    """Return the reports that a person withdrew last in one go since a moment.

    Empty if they have reported since; a report is left out if a newer one counts.
    """
    condition = f"""reports.person_id = :person AND withdrawn_at >= :moment
        AND withdrawn_at = (SELECT max(withdrawn_at) FROM reports WHERE person_id = :person)
        AND withdrawn_at >= ifnull((SELECT max(reported_at) FROM reports WHERE person_id = :person), '')
        AND {NO_NEWER}"""
    return full_reports_where(db, condition, person=person.id, moment=moment)
