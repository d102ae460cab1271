"""Reviews: the office accepts a report or returns it with a reason."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.errors import AlreadyDecided, still_there
from data.errors.reporting import NoLongerWaits
from data.letters import Letter, post_letter, post_letter_anew
from data.people.actor import Actor
from data.people.people import Person, coordinators, hearers
from data.plan.deadlines import Deadline
from data.plan.plan import CURRENT, FULL_CODE
from data.reporting.attachments import Attachment, Owner, attached_files
from data.reporting.figures import Figure, figures_of_report
from data.standing.reports import REPORT_COLUMNS, REPORTED, Report
from data.standing.rows import ALWAYS, DEADLINE_COLUMNS, plan_deadline, update_rows
from data.standing.standing import Status, Verdict
from data.store import Database, Row
from data.store.settings import read_setting, write_setting
from data.times import at_hour, end_of_day, stored


@dataclass(frozen=True, slots=True)
class FullReport(Report):
    """A report in full: what the plan asks for, the report before it, its figures and files, and its review.

    `full_code` is as FULL_CODE has it; `current` is whether its plan is. `due` is the unit's own day, extensions
    included. `latest` is whether it counts: not withdrawn, and not followed by a newer report. `corrects` is whether it
    replaced another report, `corrected` whether another replaced it; withdrawn corrections do not count. `for_review`
    is whether the office has to review it.
    """

    full_code: str
    current: bool
    deliverable: str
    deadline_text: str
    deadline: Deadline
    due: date | None
    figures: tuple[Figure, ...]
    files: tuple[Attachment, ...]
    before: Report | None
    latest: bool
    withdrawn_at: datetime | None
    corrects: bool
    corrected: bool
    decided_by: str
    decided_at: datetime | None
    for_review: bool

    @property
    def final(self) -> bool:
        """Whether it can no longer be withdrawn or corrected."""
        return not self.latest or self.verdict is not None

    @property
    def undone(self) -> bool:
        """Whether it has no verdict, or none any more."""
        return self.verdict is None


REPORTS = f"""
SELECT {REPORT_COLUMNS}, {FULL_CODE} AS full_code, plans.ended_at IS NULL AS current, deliverable, deadline_text,
    {DEADLINE_COLUMNS},
    standings.due AS due, withdrawn_at,
    ifnull(reviewer.name, '') AS decided_by, reviews.at AS decided_at,
    withdrawn_at IS NULL AND reports.id = (SELECT max(id) FROM reports AS newer
        WHERE newer.assignment_id = reports.assignment_id AND newer.withdrawn_at IS NULL) AS latest,
    replaces IS NOT NULL AND withdrawn_at IS NULL AS corrects,
    EXISTS (SELECT 1 FROM reports AS correction
        WHERE correction.replaces = reports.id AND correction.withdrawn_at IS NULL) AS corrected,
    reports.status = 'submitted' OR reported_at >= :all_since AS for_review
{REPORTED} JOIN plans ON plans.id = tasks.plan_id
LEFT JOIN people AS reviewer ON reviewer.id = reviews.person_id
LEFT JOIN standings ON standings.assignment_id = assignments.id
"""
BEFORE = f"""SELECT {REPORT_COLUMNS} {REPORTED}
WHERE reports.assignment_id = :assignment_id AND reports.id < :id AND withdrawn_at IS NULL
ORDER BY reports.id DESC LIMIT 1
"""
WAITING = f"tasks.plan_id = {CURRENT} AND assignments.gone_at IS NULL AND latest AND verdict IS NULL AND for_review"
ALL_SINCE, NEVER = "review_all_since", "never"


def reviews_everything(db: Database) -> bool:
    """Return whether every report is reviewed, not only those that say done."""
    return _all_since(db) != NEVER


def review_everything(db: Database, by: Actor, everything: bool) -> None:
    """Set whether, from now on, every report is reviewed or only those that say done. Raises ForTheOffice."""
    with by.office_act(db):
        if everything is not reviews_everything(db):
            write_setting(db, ALL_SINCE, stored(by.now) if everything else NEVER)
            by.record(db, "review_everything", "", everything=everything)


def is_reviewed(db: Database, status: Status, at: datetime) -> bool:
    """Return whether a report with this status, made at that moment, has to be reviewed."""
    return status is Status.SUBMITTED or stored(at) >= _all_since(db)


def ask_for_review(db: Database, report_id: int, status: Status, now: datetime) -> None:
    """Tell the coordinators of a report that has to be reviewed. To be called within the transaction that stored it.

    Coordinators who were shown another waiting report are not told; they are shown this one after deciding that.
    """
    if is_reviewed(db, status, now):
        others = [each.id for each in reports_waiting(db) if each.id != report_id]
        post_letter(db, Letter.REVIEW_WANTED, report_id, _without_any_of(db, others), now)


def ask_for_next_review(db: Database, now: datetime, but_for: int | None = None) -> None:
    """Tell coordinators who are shown no waiting report of the one that has waited longest.

    The person `but_for` is not told, since they see the next report at once.
    """
    if waiting := [each.id for each in reports_waiting(db)]:
        hearing = [each for each in _without_any_of(db, waiting) if each.id != but_for]
        post_letter_anew(db, Letter.REVIEW_WANTED, waiting[0], hearing, now)


def _without_any_of(db: Database, report_ids: Sequence[int]) -> list[Person]:
    """Return the coordinators who have not been, and will not be, shown any of these reports."""
    sql = """WITH asked(id) AS (SELECT value FROM json_each(?))
    SELECT chat_id FROM outbox
    WHERE letter = 'review_wanted' AND state NOT IN ('cancelled', 'dead') AND subject_id IN asked
    UNION SELECT telegram_id FROM review_cards JOIN people ON people.id = person_id WHERE report_id IN asked"""
    busy = db.fetch_column(sql, [report_ids])
    return [each for each in coordinators(db) if each.telegram_id not in busy]


def review_report(db: Database, by: Actor, report_id: int, verdict: Verdict, reason: str) -> FullReport:
    """Accept a report, with praise or advice as an optional `reason`, or return it; the unit is told.

    Repeating the same verdict does nothing. Raises ForTheOffice, AlreadyDecided if it has the other verdict,
    NoLongerWaits if it was withdrawn or a newer one counts.
    """
    with by.office_act(db):
        found = _decide(db, by, report_id, verdict, reason)
        ask_for_next_review(db, by.now, but_for=by.id)
        return found


def judge_reports(
    db: Database, by: Actor, report_ids: Sequence[int], verdict: Verdict, reason: str
) -> list[FullReport]:
    """Accept or return those of the reports that still wait, each for the same reason, and return all that have this
    verdict now. Raises ForTheOffice."""
    judged = []
    with by.office_act(db):
        for each in report_ids:
            with suppress(AlreadyDecided, NoLongerWaits):
                judged.append(_decide(db, by, each, verdict, reason))
        ask_for_next_review(db, by.now, but_for=by.id)
    return judged


def _decide(db: Database, by: Actor, report_id: int, verdict: Verdict, reason: str) -> FullReport:
    found = reviewable_report(db, report_id, but_for=verdict)
    if found.verdict is verdict:
        return found
    db.insert("reviews", report_id=report_id, verdict=verdict, reason=reason, person_id=by.id, at=by.now)
    update_rows(db, [found.assignment_id], by.now)
    by.record(db, "review", f"{found.code}@{found.unit}", report_id=report_id, verdict=verdict, reason=reason)
    post_letter(db, Letter.REVIEWED, report_id, hearers(db, found.unit_id, by.today), by.now)
    return replace(found, verdict=verdict, reason=reason)


def reviewable_report(db: Database, report_id: int, but_for: Verdict | None = None) -> FullReport:
    """Return a report that waits for a verdict, or has the verdict `but_for`.

    Raises StaleButton if there is none, AlreadyDecided if it has another verdict, NoLongerWaits if it was withdrawn or
    a newer one counts.
    """
    found = still_there(full_report(db, report_id))
    if found.verdict is not None and found.verdict is not but_for:
        raise AlreadyDecided
    if found.verdict is None and not found.latest:
        raise NoLongerWaits(found.code)
    return found


def full_report(db: Database, report_id: int) -> FullReport | None:
    """Return a report in full, or None if it does not exist."""
    return next(iter(full_reports_where(db, "reports.id = :report", report=report_id)), None)


def waiting_for_review(db: Database) -> list[FullReport]:
    """Return the reports that wait for a verdict, in full, oldest first."""
    return full_reports_where(db, WAITING)


def waiting_report(db: Database, report_id: int) -> FullReport | None:
    """Return a report in full if it waits for a verdict, else None."""
    return next(iter(full_reports_where(db, f"{WAITING} AND reports.id = :report", report=report_id)), None)


def reports_waiting(db: Database) -> list[Report]:
    """Return the reports that wait for a verdict, oldest first, without figures and files."""
    return [db.record(Report, row) for row in _rows(db, WAITING)]


def full_reports_where(db: Database, condition: str, **values: object) -> list[FullReport]:
    """Return the reports that meet an SQL condition, in full, oldest first."""
    return [_in_full(db, row) for row in _rows(db, condition, **values)]


def reports_made_on(db: Database, person: Person, first: date, last: date) -> list[FullReport]:
    """Return the reports that a person made on these days and has not withdrawn, oldest first."""
    condition = "reports.person_id = :person AND withdrawn_at IS NULL AND reported_at >= :begin AND reported_at < :end"
    days = {"begin": at_hour(first, 0, db.zone), "end": end_of_day(last, db.zone)}
    return full_reports_where(db, condition, person=person.id, **days)


def _rows(db: Database, condition: str, **values: object) -> list[Row]:
    values |= {"until": ALWAYS, "all_since": _all_since(db)}
    return db.fetch_all(f"{REPORTS} WHERE {condition} ORDER BY reports.id", values)


def _in_full(db: Database, row: Row) -> FullReport:
    before = db.fetch_one(BEFORE, {**row, "until": ALWAYS})
    return db.record(
        FullReport,
        row,
        deadline=plan_deadline(row),
        before=db.record(Report, before) if before else None,
        figures=figures_of_report(db, row["id"]),
        files=tuple(attached_files(db, Owner.REPORT, row["id"])),
    )


def _all_since(db: Database) -> str:
    return read_setting(db, ALL_SINCE) or NEVER
