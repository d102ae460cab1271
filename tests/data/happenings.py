"""Random histories of two units that report, correct and withdraw, an office that returns reports, and a clock that
moves on."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from data.errors import Refusal
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.indicators import ensure_indicators
from data.reporting.past_figures import correct_figure
from data.reporting.reports import append_report, assignment_to_report_on, latest_report_id
from data.reporting.reviews import review_report
from data.reporting.totals import store_figures
from data.reporting.withdrawals import withdraw_report
from data.standing.standing import Verdict
from data.store import Database, open_database
from data.times import day_of, moment
from tests.data.conftest import COORDINATOR, LIAISON, MARKET, POLICE, ZONE, Line, at, bring_in, let_in

FILED, VALUE = "立案件数", "案值"
SECTIONS = ("一、集中整治", "二、宣传")


@dataclass
class Town:
    """The units, the office and the clock."""

    db: Database
    people: tuple[Person, Person]
    desk: Person
    now = at("2019-11-01 09:00")
    steps = 0

    def live(self, happened: Iterable[Callable[["Town"], None]]) -> None:
        """Let things happen one after another; refused ones have no effect."""
        for happening in happened:
            self.steps += 1
            with suppress(Refusal):
                happening(self)

    def _assignment(self, n: int) -> tuple[Person, int]:
        found = self.db.fetch_all("SELECT id, unit_id FROM assignments ORDER BY id")
        chosen = found[n % len(found)]
        [person] = [each for each in self.people if each.speaks_for == (chosen["unit_id"],)]
        return person, chosen["id"]

    def reports(self, n: int, status: str, filed: int, value: float, corrects: bool) -> None:
        person, assignment_id = self._assignment(n)
        found = assignment_to_report_on(self.db, person, assignment_id, day_of(self.now, ZONE))
        row = append_report(
            self.db,
            Actor(person, self.now, ZONE),
            found,
            source=f"step {self.steps}",
            status=status,
            percent=50,
            note=f"第{self.steps}次",
            replaces=latest_report_id(self.db, assignment_id) if corrects else None,
        )
        store_figures(self.db, row["id"], {FILED: filed, VALUE: value}, ())

    def withdraws(self, n: int) -> None:
        person, assignment_id = self._assignment(n)
        withdraw_report(self.db, Actor(person, self.now, ZONE), latest_report_id(self.db, assignment_id) or 0)

    def reviews(self, n: int, verdict: Verdict) -> None:
        report_id = latest_report_id(self.db, self._assignment(n)[1]) or 0
        review_report(self.db, Actor(self.desk, self.now, ZONE), report_id, verdict, "请补充")

    def puts_right(self, n: int, filed: int) -> None:
        person, assignment_id = self._assignment(n)
        report_id = latest_report_id(self.db, assignment_id) or 0
        correct_figure(self.db, Actor(person, self.now, ZONE), report_id, FILED, filed, f"step {self.steps}")

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
        db.change("UPDATE indicators SET total = 'latest' WHERE name = ?", [VALUE])
    people = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE), let_in(db, 1003, "周科长", Role.LIAISON, MARKET)
    return Town(db, people, let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None))


def raw(
    db: Database, first: date, last: date, unit: str | None, sections: tuple[str, ...] | None
) -> list[dict[str, object]]:
    """Return the reports of these days that count, with their figures, computed row by row. A correction belongs to
    the day of the report first made."""
    tables = {
        name: db.fetch_all(f"SELECT * FROM {name}")
        for name in ("reports", "reviews", "report_figures", "figure_corrections", "assignments", "tasks", "units")
    }
    units = {row["id"]: row["name"] for row in tables["units"]}
    tasks = {row["id"]: row for row in tables["tasks"]}
    places = {row["id"]: (units[row["unit_id"]], tasks[row["task_id"]]["section"]) for row in tables["assignments"]}
    known = [row for row in tables["reports"] if row["withdrawn_at"] is None]
    made: dict[int, date] = {}
    for row in sorted(tables["reports"], key=lambda row: row["id"]):
        made[row["id"]] = made.get(row["replaces"]) or day_of(moment(row["reported_at"]), ZONE)
    corrected = {row["replaces"] for row in known}
    returned = {row["report_id"] for row in tables["reviews"] if row["verdict"] == "returned"}
    counting = []
    for row in sorted(known, key=lambda row: row["id"]):
        place = places[row["assignment_id"]]
        if row["id"] in corrected or row["id"] in returned or not first <= made[row["id"]] <= last:
            continue
        if (unit is None or place[0] == unit) and (sections is None or place[1] in sections):
            figures = {
                each["indicator"]: each["value"] for each in tables["report_figures"] if each["report_id"] == row["id"]
            }
            for right in tables["figure_corrections"]:
                if right["report_id"] == row["id"]:
                    figures[right["indicator"]] = right["value"]
            counting.append({**row, "figures": figures})
    return counting


def added_up(reports: list[dict[str, object]], latest: bool) -> dict[str, float]:
    """Return the totals of the reports' figures; if `latest`, an indicator counted by its latest number adds up the
    last one of each assignment."""
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
