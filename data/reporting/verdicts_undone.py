"""Taking verdicts back: the report waits again, and those told of the verdict are told of that once."""

from dataclasses import replace
from datetime import datetime

from data.errors import Refusal, StaleButton
from data.errors.reporting import VerdictStands
from data.letters import Letter, take_letter_back
from data.people.actor import Actor
from data.people.people import hearers
from data.reporting.reviews import FullReport, full_report
from data.standing.reports import REPORTED
from data.standing.rows import update_rows
from data.store import Database
from data.store.audit import UNDONE_WITHIN

OF_ONE_ACT = """
SELECT DISTINCT detail ->> 'report_id' AS report_id FROM audit
WHERE action = 'review' AND source <> '' AND source = (SELECT source FROM audit
    WHERE action = 'review' AND detail ->> 'report_id' = ? ORDER BY id DESC LIMIT 1)
ORDER BY 1
"""
"""The reports that got their verdicts by the same press or message as one report."""
LAST_GIVEN = f"""
SELECT reports.id {REPORTED}
WHERE reviews.at > :since AND :code IN ('', code) AND :unit IN ('', units.name)
ORDER BY reviews.at DESC, reports.id DESC
"""
"""The reports with a verdict given since a moment, newest verdict first, limited to a task and unit if given."""


def undo_verdicts(db: Database, by: Actor, report_id: int) -> list[FullReport]:
    """Take back the verdict on a report and those given together with it, and return the reports that wait again.

    Verdicts that can no longer be taken back stay. Does nothing if the report has none. Raises ForTheOffice,
    StaleButton, and VerdictStands if none can be taken back.
    """
    with by.office_act(db):
        if (asked := full_report(db, report_id)) is None:
            raise StaleButton
        if asked.verdict is None:
            return [asked]
        ids = db.fetch_column(OF_ONE_ACT, [report_id]) or [report_id]
        found = [each for each in (full_report(db, number) for number in ids) if each and each.verdict]
        free = [each for each in found if why_verdict_stands(each, by.now) is None]
        if not free:
            raise why_verdict_stands(asked, by.now) or StaleButton()
        return [_undo(db, by, each) for each in free]


def why_verdict_stands(report: FullReport, now: datetime) -> Refusal | None:
    """Return why the verdict on a report can no longer be taken back, or None if it can."""
    if report.decided_at is None or not report.current:
        return StaleButton()
    if not report.latest:
        return VerdictStands(report.code, reported_since=True)
    if report.decided_at <= now - UNDONE_WITHIN:
        return VerdictStands(report.code, reported_since=False)
    return None


def standing_verdict(db: Database, report_id: int, now: datetime) -> FullReport | None:
    """Return a report if its verdict can still be taken back, else None."""
    report = full_report(db, report_id)
    return report if report and why_verdict_stands(report, now) is None else None


def last_verdict(db: Database, now: datetime, code: str, unit: str = "") -> FullReport | None:
    """Return the report with the newest verdict that can be taken back, of a task and unit if given, or None."""
    values = {"since": now - UNDONE_WITHIN, "code": code, "unit": unit}
    found = (standing_verdict(db, each, now) for each in db.fetch_column(LAST_GIVEN, values))
    return next((each for each in found if each is not None), None)


def _undo(db: Database, by: Actor, report: FullReport) -> FullReport:
    db.change("DELETE FROM reviews WHERE report_id = ?", [report.id])
    update_rows(db, [report.assignment_id], by.now)
    detail = {"report_id": report.id, "verdict": report.verdict}
    by.record(db, "undo_review", f"{report.code}@{report.unit}", **detail)
    people = hearers(db, report.unit_id, by.today)
    take_letter_back(db, Letter.REVIEWED, Letter.REVIEW_UNDONE, report.id, people, by.now)
    return replace(report, verdict=None, reason="")
