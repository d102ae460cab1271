"""Reporting no change (本期无变化): the last report repeated where the period has none yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data.errors.reporting import TooLateToWithdraw
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.reports import (
    StoredReport,
    append_report,
    assignment_spoken_for,
    assignment_to_report_on,
    stored_report,
    values_unchanged,
)
from data.reporting.reviews import ask_for_review
from data.reporting.withdrawals import withdraw_several
from data.standing.assignments import Assignment
from data.standing.check_ins import has_report_in_period, is_of_present_period
from data.store import Database, Row, transaction
from data.times import day_of, moment


@dataclass(frozen=True, slots=True)
class NoChange:
    """What one press has stored, and the assignments skipped because they have a report for the period already."""

    stored: tuple[StoredReport, ...]
    left_alone: tuple[Assignment, ...]


def report_no_change(db: Database, by: Actor, assignment_ids: Sequence[int], press: str) -> NoChange:
    """Report no change in this period for some assignments. Done once per `press` and period unless taken back.

    Raises NotYours and TaskClosed as `assignment_to_report_on` does; then nothing is stored.
    """
    stored, left_alone = [], []
    with transaction(db):
        made = {row["assignment_id"]: row for row in _reports_of(db, by.person, press)}
        for assignment_id in assignment_ids:
            report = made.get(assignment_id)
            if report is None or not _counts_still(db, by, report):
                assignment = assignment_to_report_on(db, by.person, assignment_id, by.today)
                if has_report_in_period(assignment):
                    left_alone.append(assignment)
                    continue
                report = _append(db, by, assignment, _source(db, press, assignment_id))
            stored.append(stored_report(db, by.person, report, by.now))
    return NoChange(tuple(stored), tuple(left_alone))


def reported_unchanged_by(db: Database, person: Person, press: str) -> list[int]:
    """Return the assignments that a press has reported as unchanged, without those taken back."""
    return [row["assignment_id"] for row in _reports_of(db, person, press) if row["withdrawn_at"] is None]


def take_back_unchanged(db: Database, by: Actor, press: str, but_for: Collection[int] = ()) -> tuple[int, int]:
    """Withdraw the reports that a press has stored last on assignments, `but_for` some; return on how many, and how
    many reports could not be withdrawn. Raises TooLateToWithdraw if none can be."""
    newest = {row["assignment_id"]: row["id"] for row in _reports_of(db, by.person, press)}
    taken, too_late = withdraw_several(db, by, [newest[each] for each in newest if each not in but_for])
    if not taken:
        raise TooLateToWithdraw
    return taken, too_late


def _append(db: Database, by: Actor, assignment: Assignment, source: str) -> Row:
    values = values_unchanged(assignment)
    report = append_report(db, by, assignment, source=source, **values, unchanged=1)
    ask_for_review(db, report["id"], values["status"], by.now)
    return report


def _counts_still(db: Database, by: Actor, report: Row) -> bool:
    """Return whether a report is neither taken back nor of an earlier period. Raises NotYours."""
    assignment = assignment_spoken_for(db, by.person, report["assignment_id"], by.today, in_its_name=True)
    day = day_of(moment(report["reported_at"]), db.zone)
    return report["withdrawn_at"] is None and is_of_present_period(assignment, day)


def _source(db: Database, press: str, assignment_id: int) -> str:
    """Return the source for a press's next report on an assignment."""
    first = f"unchanged:{press}:{assignment_id}"
    count = db.fetch_number("SELECT count(*) FROM reports WHERE source = ? OR source GLOB ? || ':*'", [first, first])
    return f"{first}:{count}" if count else first


def _reports_of(db: Database, person: Person, press: str) -> list[Row]:
    return db.fetch_all(
        """SELECT * FROM reports
        WHERE person_id = ? AND source GLOB 'unchanged:' || ? || ':*' ORDER BY id""",
        [person.id, press],
    )
