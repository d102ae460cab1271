"""Invented reports and reviews from before the demo begins, entered through the bot's own use-cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.cast import moment_in_demo, player_at, seeded_rows
from data.people.actor import Actor
from data.people.people import coordinators
from data.plan.indicators import ensure_indicators, indicators
from data.reporting import drafts
from data.reporting.figures import read_figures
from data.reporting.reports import latest_report_id, submit_report
from data.reporting.reviews import review_report
from data.standing.assignments import assignments
from data.standing.standing import Status, Verdict
from data.steps.changes import add_steps, set_done
from data.store import Database, record_of
from data.times import day_of
from data.understanding.steps.step_lines import StepLine, StepPeople, read_step, step_texts


@dataclass(frozen=True, slots=True)
class SeededReport:
    """A line of reports.csv: who reported what on a task of their unit and when, and what the coordinator decided."""

    at: datetime
    who: int
    code: str
    status: Status
    percent: int
    note: str
    figures: str
    obstacle: str
    reviewed_at: datetime | None
    verdict: Verdict | None
    reason: str


DIVIDED_AT, STEP_DONE_AT = "2019-11-12 09:30", "2019-11-18 16:00"
DIVIDED_BY, DIVIDED = 1010, "39-1"
STEPS = "11月18日前 成立专班\n11月26日前 印发区级措施\n12月13日前 检查重点市场20家\n12月20日前 报送总结"
"""A district's own steps, the first of which has been done."""


def seed_reports(db: Database, before: datetime) -> None:
    """Enter the reports and reviews dated before `before`."""
    ensure_indicators(db)
    for number, told in enumerate(shipped_reports(db.zone), start=1):
        if told.at < before:
            report_id = _report(db, told, number)
            if told.reviewed_at and told.verdict and told.reviewed_at < before:
                desk = coordinators(db)[0]
                review_report(db, Actor(desk, told.reviewed_at, db.zone), report_id, told.verdict, told.reason)
    if moment_in_demo(DIVIDED_AT, db.zone) < before:
        _divide(db, before)


def shipped_reports(zone: ZoneInfo) -> Iterator[SeededReport]:
    """Yield the lines of reports.csv, in order of time."""
    for at, row in seeded_rows("reports.csv", zone):
        reviewed_at = moment_in_demo(row["reviewed_at"], zone) if row["reviewed_at"] else None
        verdict = Verdict(row["verdict"]) if row["verdict"] else None
        numbers = {name: int(row[name]) for name in ("who", "percent")}
        yield record_of(SeededReport, row, at=at, reviewed_at=reviewed_at, verdict=verdict, **numbers)


def _divide(db: Database, before: datetime) -> None:
    """Let a district divide a task into steps, and tick off the first if it was done before `before`."""
    at, done_at = moment_in_demo(DIVIDED_AT, db.zone), moment_in_demo(STEP_DONE_AT, db.zone)
    person = player_at(db, DIVIDED_BY, at)
    [task] = assignments(db, at.date(), person.speaks_for, DIVIDED)
    hands = StepPeople({}, person.name, person.id)
    lines = [read_step(each, at.date(), hands) for each in step_texts(STEPS, at.date())]
    read = [each for each in lines if isinstance(each, StepLine)]
    first, *_ = add_steps(db, Actor(person, at, db.zone, ""), task.id, read, "demo")
    if done_at < before:
        set_done(db, Actor(person, done_at, db.zone, ""), first.id)


def _report(db: Database, told: SeededReport, update_id: int) -> int:
    """Submit a report as one written in a single line, and return its id."""
    person = player_at(db, told.who, told.at)
    [task] = assignments(db, day_of(told.at, db.zone), person.speaks_for, told.code)
    draft = drafts.open_draft(
        db,
        person.id,
        task.id,
        update_id,
        told.at,
        status=told.status,
        percent=told.percent,
        note=told.note,
        obstacle=told.obstacle,
        figures=read_figures(told.figures, indicators(db)) if told.figures else {},
        evidence=True,
        seen_report_id=latest_report_id(db, task.id),
    )
    return submit_report(db, Actor(person, told.at, db.zone), draft.id).report_id
