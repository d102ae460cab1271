"""The stored state of every assignment, checked against what follows from the reports."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.errors import Refusal
from data.notices.contents import content_to_send
from data.notices.messages import messages_of
from data.notices.outbox import Claimed
from data.notices.reminders import WorkingDay, reminder
from data.notices.rules import Audience, Entry, Rule, is_for_people
from data.office.extension_decision import decide_extension
from data.office.extensions import Decision, ask_for_extension
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.deadlines import Deadline, DeadlineKind, deadline_of, next_due
from data.plan.workdays import Workdays
from data.reporting.reports import append_report, assignment_to_report_on, latest_report_id
from data.reporting.reviews import review_report
from data.reporting.withdrawals import withdraw_report
from data.standing.assignments import Assignment, assignments, find_assignment
from data.standing.counts import Tally, count_assignments, count_parts, tally
from data.standing.rows import differing_tasks, ensure_rows, rebuild_rows, rows_describe, rows_made, update_rows
from data.standing.standing import Verdict
from data.store import Database, Row, open_database
from data.summary.summary import summarise
from data.times import day_of, moment
from tests.data.conftest import (
    COORDINATOR,
    ISSUED,
    LIAISON,
    MARKET,
    NOW,
    POLICE,
    ZONE,
    Line,
    at,
    bring_in,
    day,
    let_in,
    report,
    rows,
)
from tests.thoroughness import count

DEADLINES = (
    "2019年12月31日",
    "2020年1月",
    "每月25日前",
    "每季度末",
    "持续开展",
    "2019年12月,检查工作持续开展",
    "",
    "已完成",
)
UNITS = (POLICE, f"{POLICE}、{MARKET}", POLICE, "")
STALE = {"week": 14, "month": 45, "quarter": 100, "half_year": 190, "year": 370}
DAY = timedelta(days=1)
FINISHED = ("submitted", "closed")
SMALL = tuple(
    f"SCAN {each}"
    for each in (
        "json_each",
        "standings_made",
        "plan",
        "standing_counts",
        "memberships",
        "steps",
        "group_chats",
        "pauses",
        "calendar_days",
        *("asked USING INDEX extensions_undecided", "CONSTANT ROW"),
    )
)
"""Tables that are read in full and stay small, however large the plan is."""
Shown = tuple[str, int, date | None, str]


@dataclass
class Office:
    """A small office in which things happen one after another."""

    db: Database
    now: datetime
    liaison: Person
    desk: Person
    steps: int = 0

    def any_assignment(self, n: int) -> int:
        found = rows(
            self.db, "SELECT id FROM assignments WHERE unit_id = ? ORDER BY id", self.liaison.memberships[0].unit_id
        )
        return int(str(found[n % len(found)][0])) if found else 0

    def imports(self, deadlines: tuple[int, ...], units: tuple[int, ...]) -> None:
        lines = [
            Line(f"第{n}项措施", DEADLINES[deadline], UNITS[unit], section=f"{'一二'[n % 2]}、集中整治")
            for n, (deadline, unit) in enumerate(zip(deadlines, units, strict=True))
        ]
        bring_in(self.db, *lines, now=self.now)

    def reports(self, n: int, status: str, percent: int, corrects: bool) -> None:
        today = day_of(self.now, ZONE)
        assignment = assignment_to_report_on(self.db, self.liaison, self.any_assignment(n), today)
        replaces = latest_report_id(self.db, assignment.id) if corrects else None
        append_report(
            self.db,
            Actor(self.liaison, self.now, ZONE),
            assignment,
            source=f"step {self.steps}",
            status=status,
            percent=percent,
            note="",
            replaces=replaces,
        )

    def withdraws(self, n: int) -> None:
        withdraw_report(
            self.db, Actor(self.liaison, self.now, ZONE), latest_report_id(self.db, self.any_assignment(n)) or 0
        )

    def reviews(self, n: int, verdict: Verdict) -> None:
        report_id = latest_report_id(self.db, self.any_assignment(n)) or 0
        review_report(self.db, Actor(self.desk, self.now, ZONE), report_id, verdict, "请补充")

    def extends(self, n: int, days: int) -> None:
        found = find_assignment(self.db, self.any_assignment(n), day_of(self.now, ZONE))
        if found is not None and found.due is not None:
            until = max(found.due, found.today) + days * DAY
            asked = ask_for_extension(
                self.db, Actor(self.liaison, self.now, ZONE), found.id, until, "等批复", f"step {self.steps}"
            )
            decide_extension(self.db, Actor(self.desk, self.now, ZONE), asked.id, Decision.ACCEPTED)

    def passes(self, days: int) -> None:
        self.now += days * DAY


one = st.integers(0, 1)
told = st.tuples(
    one,
    st.sampled_from(["not_started", "in_progress", "blocked", "submitted", "submitted"]),
    st.integers(0, 100),
    st.booleans(),
)


def plans_of(deadlines: st.SearchStrategy[int]) -> st.SearchStrategy[Callable[[Office], None]]:
    """Return a strategy for plan files of four tasks with these deadlines."""
    lines = st.tuples(st.tuples(*[deadlines] * 4), st.tuples(*[st.integers(0, 3)] * 4))
    return lines.map(lambda plan: lambda office: office.imports(*plan))


plans = plans_of(st.integers(0, 7))
withdrawn = one.map(lambda n: lambda office: office.withdraws(n))
reported = told.map(lambda told: lambda office: office.reports(*told))
reviewed = st.tuples(one, st.sampled_from(Verdict)).map(lambda said: lambda office: office.reviews(*said))
lasting: st.SearchStrategy[Callable[[Office], None]] = st.one_of(
    reported,
    reported,
    reviewed,
    reviewed,
    st.tuples(one, st.integers(1, 40)).map(lambda asked: lambda office: office.extends(*asked)),
    st.sampled_from([0, 1, 3, 10, 30, 60]).map(lambda days: lambda office: office.passes(days)),
    plans,
)
happenings = st.one_of(lasting, lasting, lasting, withdrawn)
"""Withdrawn reports count nowhere, not even on earlier days; everything else lasts."""


def open_office() -> Office:
    db = open_database(":memory:")
    liaison = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    return Office(db, at("2019-10-25 09:00"), liaison, let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None))


EXTENDED_AND_THEN_RECURRING: list[Callable[[Office], None]] = [
    lambda office: office.extends(0, 24),
    lambda office: office.reports(0, "submitted", 0, False),
    lambda office: office.passes(60),
    lambda office: office.imports((3, 0, 0, 0), (0, 0, 0, 0)),
]
"""What is done before a deadline stays so until its extended day, also if the deadline now comes every quarter."""


@example(lambda office: office.imports((0, 0, 0, 0), (0, 0, 0, 0)), EXTENDED_AND_THEN_RECURRING)
@given(plans, st.lists(happenings, min_size=4, max_size=14))
@settings(max_examples=count(20, 60), deadline=None)
def test_whatever_happens_the_rows_say_what_follows_from_the_reports(
    plan: Callable[[Office], None], happened: list[Callable[[Office], None]]
) -> None:
    office = open_office()
    plan(office)
    for happening in happened:
        office.steps += 1
        with suppress(Refusal):
            happening(office)
    today = day_of(office.now, ZONE)
    assert rows_describe(office.db, today) and differing_tasks(office.db) == []
    for later in (0, 1, 7, 31, 101, 400):
        on = today + later * DAY
        told = {(each.task_id, each.unit): each for each in assignments(office.db, on)}
        expected = follows(office.db, on)
        assert {key: shown(each) for key, each in told.items()} == expected
        counts = summarise(office.db, at(f"{on} 12:00"))
        statuses = Counter(status for status, *_ in expected.values())
        assert [getattr(counts.all, status) for status in statuses] == list(statuses.values())
        assert counts.all.overdue == sum(light == "🔴" for *_, light in expected.values())
    office.db.close()


def shown(each: Assignment) -> Shown:
    return each.status.value, each.percent, each.due, each.light.value


def follows(db: Database, day: date) -> dict[tuple[int, str | None], Shown]:
    """Return the state of every assignment on a day, computed from the reports alone."""
    found = db.fetch_all(
        """SELECT tasks.*, assignments.id AS assignment_id, name FROM tasks
        LEFT JOIN assignments ON task_id = tasks.id AND assignments.gone_at IS NULL
        LEFT JOIN units ON units.id = unit_id WHERE tasks.gone_at IS NULL"""
    )
    return {(row["id"], row["name"]): _follows(db, deadline_of(row), row["assignment_id"], day) for row in found}


def _follows(db: Database, deadline: Deadline, assignment_id: int | None, day: date) -> Shown:
    reports = db.fetch_all(
        """SELECT reports.*, verdict FROM reports LEFT JOIN reviews ON report_id = reports.id
        WHERE assignment_id = ? AND withdrawn_at IS NULL ORDER BY reports.id""",
        [assignment_id],
    )
    corrected = [each["replaces"] for each in reports]
    counting = [each for each in reports if each["verdict"] != "returned" and each["id"] not in corrected]
    settled = [day_of(moment(each["reported_at"]), ZONE) for each in counting if each["status"] == "submitted"]
    status, percent = _said(reports, counting)
    due = deadline.due
    if deadline.kind is DeadlineKind.DONE:
        status, due = "closed", None
    elif settled and due and deadline.kind is DeadlineKind.MILESTONE_THEN_ONGOING and status != "submitted":
        status, percent = ("in_progress", 0) if status == "closed" else (status, percent)
        due = None
    elif settled and due and deadline.kind is DeadlineKind.RECURRING:
        due = _last_settled(deadline, settled)
        if status not in FINISHED or day > _moved(db, assignment_id, due):
            status = "not_started" if status in FINISHED else status
            due = next_due(deadline, due + DAY)
    percent = {"not_started": 0, "submitted": 100, "closed": 100}.get(status, percent)
    due = due and _moved(db, assignment_id, due)
    heard = day_of(moment(reports[-1]["reported_at"]), ZONE) if reports else None
    return status, percent, due, _light(status, percent, due, heard, deadline, day)


def _moved(db: Database, assignment_id: int | None, due: date) -> date:
    """Return a due day after the extensions granted."""
    for moved in db.fetch_all(
        "SELECT * FROM extensions WHERE assignment_id = ? AND decided IS NOT NULL ORDER BY decided_at, id",
        [assignment_id],
    ):
        due = date.fromisoformat(moved["decided"]) if due == date.fromisoformat(moved["due_before"]) else due
    return due


def _said(reports: list[Row], counting: list[Row]) -> tuple[str, int]:
    if not reports:
        return "not_started", 0
    last, before = reports[-1], counting[-1] if counting else None
    if last["verdict"] != "returned":
        return ("closed" if last["verdict"] and last["status"] == "submitted" else last["status"]), last["percent"]
    status = "not_started" if before is None else before["status"]
    accepted = before is not None and status == "submitted" and before["verdict"] == "accepted"
    if last["status"] == "submitted":
        return "in_progress", 0 if before is None or accepted else before["percent"]
    if status == "submitted":
        status = "closed" if accepted else "in_progress"
    return status, 0 if before is None else before["percent"]


def _last_settled(deadline: Deadline, settled: list[date]) -> date:
    """Return the last occurrence that is settled: each report of done settles the last open occurrence before it, or
    else the next one."""
    assert deadline.due is not None
    done = None
    for reported in settled:
        if done is None or reported > done:
            first = deadline.due if done is None else next_due(deadline, done + DAY)
            assert first is not None
            done = first
            while (following := next_due(deadline, done + DAY)) is not None and following <= reported:
                done = following
    assert done is not None
    return done


def _light(status: str, percent: int, due: date | None, heard: date | None, deadline: Deadline, day: date) -> str:
    if status == "closed":
        return "✅"
    if status != "submitted":
        if due is not None and due < day:
            return "🔴"
        limit = 30 if due is not None else STALE.get(str(deadline.check_in))
        stale = heard is not None and limit is not None and (day - heard).days > limit
        gone = (day - ISSUED).days * 100 // (due - ISSUED).days if due is not None and due > ISSUED else 0
        if status == "blocked" or (status == "in_progress" and (stale or (percent and gone - percent > 40))):
            return "🟡"
        if due is not None and (due - day).days <= 7:
            return "🔵"
    return "⚪" if due is None else "🟢"


@pytest.mark.usefixtures("plan")
def test_rows_that_were_changed_by_hand_are_found_and_made_anew(db: Database) -> None:
    db.change("UPDATE standings SET status = 'closed' WHERE task_id = (SELECT id FROM tasks WHERE code = '1-1')")
    assert differing_tasks(db) == ["1-1"]
    rebuild_rows(db, NOW)
    assert differing_tasks(db) == []


@pytest.mark.usefixtures("plan")
def test_a_row_that_is_missing_or_of_no_present_task_is_found(db: Database) -> None:
    db.change("DELETE FROM standings WHERE task_id = (SELECT id FROM tasks WHERE code = '1-2')")
    db.change("UPDATE tasks SET gone_at = '2019-11-25' WHERE code = '2-1'")
    assert differing_tasks(db) == ["1-2", "2-1"]


@pytest.mark.usefixtures("plan")
def test_a_wrong_count_is_found_with_the_tasks_of_its_section(db: Database) -> None:
    db.change("UPDATE standing_counts SET n = n + 1 WHERE section = '二、宣传'")
    assert differing_tasks(db) == ["2-1", "2-2"]


@pytest.mark.usefixtures("plan")
def test_rows_made_for_another_zone_are_not_read_and_made_anew_at_the_next_start(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-11-24", 40)
    db.change("UPDATE standings SET percent = 7")
    db.zone = ZoneInfo("Europe/London")
    [found] = assignments(db, day("2019-11-25"), code="1-1")
    assert found.percent == 40
    ensure_rows(db, NOW)
    assert rows_made(db) and differing_tasks(db) == []


def test_a_database_without_rows_is_read_from_its_reports_and_gets_them_with_the_next_change(db: Database) -> None:
    bring_in(db, Line("查案"), Line("收案"))
    for table in ("standings", "standings_made", "standing_counts"):
        db.change(f"DELETE FROM {table}")
    assert [each.code for each in assignments(db, day("2019-11-25"))] == ["1-1", "1-2"]
    assert summarise(db, NOW).all.total == 2
    report(db, "1-1", "in_progress", "2019-11-24", 40)
    assert rows(db, "SELECT percent FROM standings ORDER BY task_id") == [(40,), (0,)]


HOT: dict[str, Callable[[Database], object]] = {
    "one assignment": lambda db: assignments(db, day("2019-11-25"), ids=[1]),
    "one task": lambda db: assignments(db, day("2019-11-25"), code="1-1"),
    "the tasks of a unit": lambda db: assignments(db, day("2019-11-25"), unit_ids=[1]),
    "what the tick speaks of": lambda db: messages_of(db, day("2019-11-25"), day("2019-11-22")),
    "what a message says": lambda db: content_to_send(db, Claimed(1, Audience.PERSON, LIAISON, False, NOW), NOW),
    "the summary's counts": lambda db: count_parts(db, day("2019-11-25")),
    "a change of one row": lambda db: update_rows(db, [1], NOW),
}


@given(plans, st.lists(st.tuples(st.lists(lasting, max_size=3), st.integers(1, 20)), min_size=2, max_size=5))
@settings(max_examples=count(25, 100), deadline=None)
def test_a_past_day_is_told_as_it_was(
    plan: Callable[[Office], None], spells: list[tuple[list[Callable[[Office], None]], int]]
) -> None:
    office = open_office()
    plan(office)
    seen = {}
    for happened, days in spells:
        for happening in happened:
            office.steps += 1
            with suppress(Refusal):
                happening(office)
        seen[day_of(office.now, ZONE)] = as_told(office)
        office.passes(days)
    plan(office)
    for on, told in seen.items():
        assert as_told(office, on) == told
        for unit_id, sections in product((None, office.liaison.memberships[0].unit_id), (None, ["一、集中整治"])):
            units = None if unit_id is None else [unit_id]
            found = assignments(office.db, on, units, sections=sections)
            expected = Tally(len({each.task_id for each in found}), count_assignments(found))
            assert tally(office.db, on, units, sections) == expected
    office.db.close()


def as_told(office: Office, on: date | None = None) -> dict[tuple[int, str | None], tuple[Shown, str, str]]:
    """Return all that is shown for a day, by default today."""
    found = assignments(office.db, on or day_of(office.now, ZONE))
    return {(each.task_id, each.unit): (shown(each), each.deadline_text, each.section) for each in found}


done = one.map(lambda n: lambda office: office.reports(n, "submitted", 100, False))


@given(
    plans_of(st.sampled_from([2, 2, 2, 3, 4, 5, 0])),
    st.lists(st.one_of(done, done, lasting), min_size=2, max_size=6),
    st.sampled_from([1, 3]),
)
@settings(max_examples=count(12, 60), deadline=None)
def test_what_a_day_speaks_of_is_found_as_if_every_assignment_was_looked_at(
    plan: Callable[[Office], None], happened: list[Callable[[Office], None]], missed: int
) -> None:
    office = open_office()
    for happening in (plan, *happened):
        office.steps += 1
        with suppress(Refusal):
            happening(office)
    planned = [Workdays().after(day_of(office.now, ZONE) - DAY)]
    while len(planned) < 60:
        planned.append(Workdays().after(planned[-1]))
    for until, on in zip(planned, planned[missed:], strict=False):
        everything = [each for each in assignments(office.db, on) if each.id and not each.finished]
        expected = [entry for each in everything if (entry := reminder(each, WorkingDay(on, until)))]
        told = [entry for message in messages_of(office.db, on, until) for entry in message.entries]
        heard = [entry for entry in told if is_for_people(entry) or entry.rule is Rule.NO_LIAISON]
        assert spoken(heard) == spoken(expected)
    office.db.close()


def spoken(entries: list[Entry]) -> list[tuple[str, int, int | str]]:
    """Return which tasks of the police are told about, by which rule and at which step."""
    return [(each.rule, each.assignment.id, each.mark) for each in entries if each.assignment.unit == POLICE]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("what", HOT)
def test_what_is_asked_often_reads_through_no_whole_table(db: Database, what: str) -> None:
    report(db, "1-1", "in_progress", "2019-11-24", 40)
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    HOT[what](db)
    db.conn.set_trace_callback(None)
    selects = [sql for sql in asked if sql.lstrip().startswith(("SELECT", "WITH"))]
    steps = [row["detail"] for sql in selects for row in db.fetch_all(f"EXPLAIN QUERY PLAN {sql}")]
    assert selects and [step for step in steps if step.startswith("SCAN") and not step.startswith(SMALL)] == []
