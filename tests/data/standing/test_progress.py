"""What happened between two days, held against a count over the raw reports."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BeforeThePlan, Refusal, SpanAhead, SpanBackwards
from data.office.reviews import review
from data.people.people import Person, Role
from data.plan.units import find_unit
from data.reporting.figures import ensure_indicators
from data.reporting.reports import append_report, assignment_for, latest_report_id, withdraw
from data.reporting.totals import correct_figure, store_figures
from data.standing.progress import Progress, progress, span_before
from data.standing.standing import Verdict
from data.store import Database, change, fetch_all, open_database
from data.times import day_of, moment
from tests.data.conftest import (
    COORDINATOR,
    LIAISON,
    MARKET,
    POLICE,
    ZONE,
    Line,
    assignment,
    at,
    bring_in,
    day,
    let_in,
    report,
)

FILED, VALUE = "立案件数", "案值"
SECTIONS = ("一、集中整治", "二、宣传")
DAY = timedelta(days=1)


@dataclass
class Town:
    """Two units that report, correct and take back, and an office that gives back; the clock only goes on."""

    db: Database
    people: tuple[Person, Person]
    desk: Person
    now = at("2019-11-01 09:00")
    steps = 0

    def _assignment(self, n: int) -> tuple[Person, int]:
        found = fetch_all(self.db, "SELECT id, unit_id FROM assignments ORDER BY id")
        chosen = found[n % len(found)]
        [person] = [each for each in self.people if each.speaks_for == (chosen["unit_id"],)]
        return person, chosen["id"]

    def reports(self, n: int, status: str, filed: int, value: float, corrects: bool) -> None:
        person, assignment_id = self._assignment(n)
        found = assignment_for(self.db, person, assignment_id, day_of(self.now, ZONE), ZONE)
        row = append_report(
            self.db,
            person,
            found,
            self.now,
            ZONE,
            source=f"step {self.steps}",
            said_in="",
            status=status,
            percent=50,
            note=f"第{self.steps}次",
            replaces=latest_report_id(self.db, assignment_id) if corrects else None,
        )
        store_figures(self.db, row["id"], {FILED: filed, VALUE: value}, ZONE)

    def withdraws(self, n: int) -> None:
        person, assignment_id = self._assignment(n)
        withdraw(self.db, person, latest_report_id(self.db, assignment_id) or 0, self.now, ZONE)

    def reviews(self, n: int, verdict: Verdict) -> None:
        report_id = latest_report_id(self.db, self._assignment(n)[1]) or 0
        review(self.db, self.desk.id, report_id, verdict, "请补充", self.now, ZONE)

    def puts_right(self, n: int, filed: int) -> None:
        person, assignment_id = self._assignment(n)
        report_id = latest_report_id(self.db, assignment_id) or 0
        correct_figure(self.db, person, report_id, FILED, filed, f"step {self.steps}", self.now)

    def passes(self, days: int) -> None:
        self.now += timedelta(days=days)


Happening = Callable[[Town], None]
which = st.integers(0, 4)
happenings: st.SearchStrategy[Happening] = st.one_of(
    st.tuples(
        which,
        st.sampled_from(["in_progress", "blocked", "submitted"]),
        st.integers(0, 30),
        st.sampled_from([0, 0.5, 12.25]),
        st.booleans(),
    ).map(lambda told: lambda town: town.reports(*told)),
    st.tuples(which, st.sampled_from(Verdict)).map(lambda said: lambda town: town.reviews(*said)),
    which.map(lambda n: lambda town: town.withdraws(n)),
    st.tuples(which, st.integers(0, 30)).map(lambda said: lambda town: town.puts_right(*said)),
    st.sampled_from([0, 1, 3, 10, 30]).map(lambda days: lambda town: town.passes(days)),
)


def open_town(*, latest: bool = False) -> Town:
    db = open_database(":memory:")
    bring_in(
        db,
        Line("查案", "2019年12月31日", f"{POLICE}、{MARKET}"),
        Line("收案", "2019年11月20日"),
        Line("宣传", "持续开展", f"{MARKET}、{POLICE}", item="2. 宣传教育", section=SECTIONS[1]),
        now=at("2019-10-25 09:00"),
    )
    ensure_indicators(db)
    if latest:
        change(db, "UPDATE indicators SET total = 'latest' WHERE name = ?", [VALUE])
    people = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE), let_in(db, 1003, "周科长", Role.LIAISON, MARKET)
    return Town(db, people, let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None))


@given(
    st.lists(happenings, min_size=3, max_size=16),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
    st.sampled_from([None, POLICE, MARKET]),
    st.sampled_from([None, SECTIONS[:1], SECTIONS[1:], SECTIONS]),
    st.booleans(),
)
@settings(max_examples=120, deadline=None)
def test_whatever_happens_a_span_says_what_a_count_over_the_raw_reports_says(
    happened: list[Happening],
    offsets: tuple[int, int],
    unit: str | None,
    sections: tuple[str, ...] | None,
    latest: bool,
) -> None:
    town = open_town(latest=latest)
    for happening in happened:
        town.steps += 1
        with suppress(Refusal):
            happening(town)
    today = day_of(town.now, ZONE)
    first, last = sorted(day("2019-10-25") + offset * DAY for offset in offsets)
    first = min(first, today)
    ids = None if unit is None else [find_unit(town.db, unit).id]
    told = progress(town.db, first, last, today, ZONE, ids, sections)
    assert [each.id for each in told.reports] == [each["id"] for each in raw(town.db, first, told.last, unit, sections)]
    assert told.reports_before == len(raw(town.db, *told.before, unit, sections))
    for figures, days in ((told.figures, (first, told.last)), (told.figures_before, told.before)):
        by_hand = added_up(raw(town.db, days[0], days[1], unit, sections), latest)
        assert {each.indicator: each.total for each in figures if each.total} == {k: v for k, v in by_hand.items() if v}
    in_reports = Counter[str]()
    for each in told.reports:
        in_reports.update(dict(each.figures))
    if not latest:
        assert {each.indicator: each.total for each in told.figures if each.total} == {
            name: round(value, 6) for name, value in in_reports.items() if value
        }
    town.db.close()


def raw(
    db: Database, first: date, last: date, unit: str | None, sections: tuple[str, ...] | None
) -> list[dict[str, object]]:
    """The reports of these days that count at their end, with their figures, worked out row by row."""
    tables = {
        name: fetch_all(db, f"SELECT * FROM {name}")
        for name in ("reports", "reviews", "report_figures", "figure_corrections", "assignments", "tasks", "units")
    }
    units = {row["id"]: row["name"] for row in tables["units"]}
    tasks = {row["id"]: row for row in tables["tasks"]}
    places = {row["id"]: (units[row["unit_id"]], tasks[row["task_id"]]["section"]) for row in tables["assignments"]}
    known = [
        row
        for row in tables["reports"]
        if row["withdrawn_at"] is None and day_of(moment(row["reported_at"]), ZONE) <= last
    ]
    corrected = {row["replaces"] for row in known}
    returned = {
        row["report_id"]
        for row in tables["reviews"]
        if row["verdict"] == "returned" and day_of(moment(row["at"]), ZONE) <= last
    }
    counting = []
    for row in sorted(known, key=lambda row: row["id"]):
        place = places[row["assignment_id"]]
        if row["id"] in corrected or row["id"] in returned or day_of(moment(row["reported_at"]), ZONE) < first:
            continue
        if (unit is None or place[0] == unit) and (sections is None or place[1] in sections):
            figures = {
                each["indicator"]: each["value"] for each in tables["report_figures"] if each["report_id"] == row["id"]
            }
            for right in tables["figure_corrections"]:
                if right["report_id"] == row["id"] and day_of(moment(right["at"]), ZONE) <= last:
                    figures[right["indicator"]] = right["value"]
            counting.append({**row, "figures": figures})
    return counting


def added_up(reports: list[dict[str, object]], latest: bool) -> dict[str, float]:
    """Their figures: summed, or where an indicator's latest number counts, of each assignment the last one."""
    total: dict[str, float] = {}
    last: dict[object, float] = {}
    for each in reports:
        figures = each["figures"]
        assert isinstance(figures, dict)
        for name, value in figures.items():
            if latest and name == VALUE:
                last[each["assignment_id"]] = value
            else:
                total[name] = total.get(name, 0) + value
    if last:
        total[VALUE] = sum(last.values())
    return {name: round(value, 6) for name, value in total.items()}


@pytest.mark.parametrize(
    ("first", "last", "until", "before"),
    [
        ("2019-11-01", "2019-11-30", "2019-11-30", ("2019-10-01", "2019-10-31")),
        ("2019-11-01", "2019-11-30", "2019-11-25", ("2019-10-01", "2019-10-25")),
        ("2019-10-01", "2019-12-31", "2019-12-31", ("2019-07-01", "2019-09-30")),
        ("2020-03-01", "2020-03-31", "2020-03-30", ("2020-02-01", "2020-02-29")),
        ("2020-01-01", "2020-12-31", "2020-12-31", ("2019-01-01", "2019-12-31")),
        ("2019-11-25", "2019-12-01", "2019-12-01", ("2019-11-18", "2019-11-24")),
        ("2019-11-25", "2019-12-01", "2019-11-27", ("2019-11-18", "2019-11-20")),
        ("2019-11-25", "2019-11-25", "2019-11-25", ("2019-11-24", "2019-11-24")),
    ],
)
def test_months_are_compared_with_months_and_days_with_days(
    first: str, last: str, until: str, before: tuple[str, str]
) -> None:
    assert span_before((day(first), day(last)), day(until)) == tuple(map(day, before))


def of(db: Database, first: str, last: str, today: str = "2019-11-25") -> Progress:
    return progress(db, day(first), day(last), day(today), ZONE)


@pytest.mark.usefixtures("plan")
def test_how_the_plan_stood_before_and_stands_after(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-11-10", 40)
    report(db, "1-1", "submitted", "2019-11-20", 100)
    told = of(db, "2019-11-18", "2019-11-24")
    assert (told.all_before.in_progress, told.all_before.submitted) == (1, 0)
    assert (told.all.in_progress, told.all.submitted) == (0, 1)
    assert [(each.code, each.status, each.unit) for each in told.reports] == [("1-1", "submitted", POLICE)]
    assert told.sections == SECTIONS
    assert assignment(db, "1-1").id == told.reports[0].assignment_id


@pytest.mark.usefixtures("plan")
def test_a_span_that_is_not_over_is_told_up_to_today(db: Database) -> None:
    assert of(db, "2019-11-01", "2019-11-30").last == day("2019-11-25")


@pytest.mark.usefixtures("plan")
def test_spans_of_which_nothing_can_be_told_are_refused(db: Database) -> None:
    with pytest.raises(SpanBackwards):
        of(db, "2019-11-02", "2019-11-01")
    with pytest.raises(SpanAhead):
        of(db, "2019-11-26", "2019-11-30")
    with pytest.raises(BeforeThePlan):
        of(db, "2019-09-01", "2019-09-30")
