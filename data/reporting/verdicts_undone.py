"""A verdict taken back: the report waits again, and whoever has heard of the verdict hears of that once."""

from dataclasses import replace
from datetime import datetime

from data.errors import Refusal, StaleButton
from data.errors.reporting import VerdictStands
from data.letters import Letter, take_back
from data.people.actor import Actor
from data.people.people import hearers
from data.plan.plan import CURRENT
from data.reporting.reviews import Reviewed, reviewed
from data.standing.rows import keep
from data.store import Database, change, exists, fetch_all, fetch_column, fetch_one
from data.store.audit import UNDONE_WITHIN
from data.times import stored

OF_ONE_ACT = """
SELECT DISTINCT detail ->> 'report_id' AS report_id FROM audit
WHERE action = 'review' AND source <> '' AND source = (SELECT source FROM audit
    WHERE action = 'review' AND detail ->> 'report_id' = ? ORDER BY id DESC LIMIT 1)
ORDER BY 1
"""
"""The reports on which a verdict was given by the press or sentence that gave one on a report."""


def undo_verdicts(db: Database, by: Actor, report_id: int) -> list[Reviewed]:
    """Take back the verdict on a report, and those on others that were given with it, where nothing was built on them.
    Returns those that wait again. The same again changes nothing.

    Raises ForTheOffice, StaleButton, and VerdictStands where none can be taken back.
    """
    with by.office_act(db):
        if (asked := reviewed(db, report_id)) is None:
            raise StaleButton
        if asked.verdict is None:
            return [asked]
        ids = fetch_column(db, OF_ONE_ACT, [report_id]) or [report_id]
        found = [each for each in (reviewed(db, number) for number in ids) if each and each.verdict]
        free = [each for each in found if why_it_stands(db, each, by.now) is None]
        if not free:
            raise why_it_stands(db, asked, by.now) or StaleButton()
        return [_undo(db, by, each) for each in free]


def verdict_stands(db: Database, report_id: int) -> bool:
    """Whether there is a verdict on a report."""
    return exists(db, "SELECT 1 FROM reviews WHERE report_id = ?", [report_id])


def why_it_stands(db: Database, report: Reviewed, now: datetime) -> Refusal | None:
    """Why the verdict on a report cannot be taken back any more; None where it can."""
    row = fetch_one(
        db,
        f"""SELECT reviews.at, plan_id IS {CURRENT} AS current FROM reviews JOIN reports ON reports.id = report_id
        JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id WHERE report_id = ?""",
        [report.id],
    )
    if row is None or not row["current"]:
        return StaleButton()
    if not report.latest:
        return VerdictStands(report.code, reported_since=True)
    if row["at"] <= stored(now - UNDONE_WITHIN):
        return VerdictStands(report.code, reported_since=False)
    return None


def standing_verdict(db: Database, report_id: int, now: datetime) -> Reviewed | None:
    """A report with the verdict on it, while that can be taken back; else None."""
    report = reviewed(db, report_id)
    return report if report and report.verdict and why_it_stands(db, report, now) is None else None


def last_verdict(db: Database, now: datetime, code: str = "", unit: str = "") -> tuple[Reviewed, datetime, str] | None:
    """The report on which the last verdict was given that can be taken back, of a task and a unit where these are
    named, when it was given, and by whom; None where there is none."""
    rows = fetch_all(
        db,
        """SELECT report_id, at, coalesce(name, '') AS name FROM reviews LEFT JOIN people ON people.id = person_id
            WHERE at > ? ORDER BY at DESC, report_id DESC""",
        [now - UNDONE_WITHIN],
    )
    for row in rows:
        report = reviewed(db, row["report_id"])
        named = report and code in ("", report.code) and unit in ("", report.unit)
        if report and named and why_it_stands(db, report, now) is None:
            return report, datetime.fromisoformat(row["at"]), row["name"]
    return None


def _undo(db: Database, by: Actor, report: Reviewed) -> Reviewed:
    change(db, "DELETE FROM reviews WHERE report_id = ?", [report.id])
    keep(db, [report.assignment_id], by.now, by.zone)
    detail = {"report_id": report.id, "verdict": report.verdict}
    by.record(db, "undo_review", f"{report.code}@{report.unit}", **detail)
    people = hearers(db, report.unit_id)
    take_back(db, Letter.REVIEWED, Letter.REVIEW_UNDONE, report.id, people, by.now, by.zone)
    return replace(report, verdict=None, reason="")
