"""Totals of reported figures, each counted once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.errors.numbers import TotalBelowReported
from data.plan.plan import CURRENT, plan_on
from data.standing.reports import COUNTS, FIRST_MADE
from data.standing.rows import ALWAYS
from data.store import Database, Row, sql_among, sql_in_sections
from data.store.unchanged import cached_until_changed
from data.times import at_hour, day_of, end_of_day, moment, stored

PUT_RIGHT = """(SELECT value FROM figure_corrections AS put_right
    WHERE put_right.report_id = report_figures.report_id AND put_right.indicator = report_figures.indicator
        AND put_right.at < :known ORDER BY put_right.id DESC LIMIT 1)"""
"""SQL for the value to which a row of report_figures was last put right before the stored moment `:known`, or NULL."""
COUNTED = f"""
SELECT report_figures.report_id, indicator, reports.assignment_id, {FIRST_MADE} AS reported_at, said,
    ifnull({PUT_RIGHT}, value) AS value
FROM reports JOIN report_figures ON report_figures.report_id = reports.id
LEFT JOIN reviews ON reviews.report_id = reports.id
WHERE {COUNTS}
"""
"""An SQL query for the figures that count as is known at the stored moment `:known`, each with the moment to which its
report belongs, and the running total that it was `said` to be, if any."""
LATE = """SELECT id FROM reports WHERE reported_at >= :since
    AND id = (SELECT max(id) FROM reports WHERE assignment_id = :assignment AND withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM reviews WHERE report_id = reports.id)"""
EXACT = 6
"""Decimals kept of sums and differences, so that 0.3 - 0.1 is 0.2."""


@dataclass(frozen=True, slots=True)
class Total:
    """An indicator's total in its unit of measure, and how many figures make it up."""

    indicator: str
    unit: str
    total: float
    reported: int


def totals(
    db: Database,
    until: date,
    since: date | None = None,
    unit_ids: Sequence[int] | None = None,
    sections: Collection[str] | None = None,
    codes: Sequence[str] = (),
    *,
    as_then: bool = False,
) -> list[Total]:
    """Return the plan's totals up to the end of a day: summed over all reports, or the latest of each assignment, as
    the indicator says.

    Limited to reports made from `since` on, and to units, sections or tasks (`codes`) if given. What was returned or
    corrected later counts as it stands now; with `as_then` as it stood on that day.
    """
    of_tasks = "AND code IN (SELECT value FROM json_each(:codes))" if codes else ""
    end = stored(end_of_day(until, db.zone))
    rows = db.fetch_all(
        f"""SELECT name, unit, round(ifnull(sum(value), 0), {EXACT}) AS total, count(value) AS reported
        FROM indicators LEFT JOIN (
            SELECT indicator, value, report_id,
                max(report_id) OVER (PARTITION BY indicator, assignment_id) AS latest
            FROM ({COUNTED}) JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            WHERE +plan_id = :plan AND reported_at >= :since AND reported_at < :end
                {sql_among("unit_id", unit_ids)} {sql_in_sections(sections)} {of_tasks}
        ) ON indicator = name AND (total = 'sum' OR report_id = latest)
        WHERE plan_id = :plan GROUP BY name ORDER BY position""",
        {
            "plan": plan_on(db, until).id,
            "known": end if as_then else ALWAYS,
            "end": end,
            "since": stored(at_hour(since, 0, db.zone)) if since else "",
            "sections": [*(sections or ())],
            "codes": [*codes],
        },
    )
    return [Total(row["name"], row["unit"], row["total"], row["reported"]) for row in rows]


def reported_before(
    db: Database,
    assignment_id: int,
    figures: Mapping[str, float],
    running: Collection[str],
    today: date,
    replaces: int | None = None,
) -> dict[str, float]:
    """Return what was reported before, by indicator, of figures that are `running` totals since 1 January.

    The report that is replaced does not count, and tells the year instead of `today`. Indicators whose latest figure
    counts get 0.
    """
    said = [name for name in running if name in figures]
    if not said:
        return {}
    day = today if replaces is None else _day_first_made(db, replaces)
    rows = db.fetch_all(
        f"""SELECT indicator, round(sum(value), {EXACT}) AS before FROM ({COUNTED}) JOIN indicators ON name = indicator
        WHERE plan_id = {CURRENT} AND assignment_id = :assignment AND total = 'sum' AND reported_at >= :since
            AND report_id IS NOT :replaces GROUP BY indicator""",
        {
            "known": ALWAYS,
            "since": at_hour(new_year(day), 0, db.zone),
            "assignment": assignment_id,
            "replaces": replaces,
        },
    )
    return dict.fromkeys(said, 0.0) | {row["indicator"]: row["before"] for row in rows if row["indicator"] in said}


def repeated_figures(
    db: Database, assignment_id: int, figures: Mapping[str, float], replaces: int | None = None
) -> dict[str, float]:
    """Return the new figures, zeros aside, that equal those in the assignment's last report with figures.

    The report that is replaced is not compared with.
    """
    last = _figures_that_count(db, assignment_id, replaces)
    before = {row["indicator"]: row["value"] for row in last if row["report_id"] == last[-1]["report_id"]}
    return {name: value for name, value in figures.items() if value and before.get(name) == value}


def late_report(db: Database, assignment_id: int, today: date) -> int | None:
    """Return the last report on an assignment if it was made yesterday or `today` and has no verdict, so that figures
    told now may be meant to put right its own; None otherwise."""
    return db.fetch_number(LATE, _values_of_late(db, assignment_id, today))


def figures_of_late(db: Database, assignment_id: int, today: date) -> dict[str, float]:
    """Return the figures, zeros aside, of the late report on an assignment, of indicators that are summed up."""
    sql = f"""SELECT indicator, value FROM ({COUNTED}) JOIN indicators ON name = indicator
    WHERE plan_id = {CURRENT} AND total = 'sum' AND value AND report_id = ({LATE})"""
    values = {"known": ALWAYS, **_values_of_late(db, assignment_id, today)}
    return {row["indicator"]: row["value"] for row in db.fetch_all(sql, values)}


def _values_of_late(db: Database, assignment_id: int, today: date) -> dict[str, object]:
    return {"assignment": assignment_id, "since": at_hour(today - timedelta(days=1), 0, db.zone)}


def last_figures(db: Database, assignment_id: int, replaces: int | None = None) -> dict[str, float]:
    """Return the last figure of each indicator on an assignment, leaving out the report that is replaced."""
    return {row["indicator"]: row["value"] for row in _figures_that_count(db, assignment_id, replaces)}


def store_figures(db: Database, report_id: int, figures: Mapping[str, float], running: Collection[str]) -> None:
    """Store a report's figures; `running` totals since 1 January are stored as their increase. To be called within its
    transaction.

    Raises TotalBelowReported if a total is less than what was reported before.
    """
    report = db.fetch_row("SELECT assignment_id, replaces, reported_at FROM reports WHERE id = ?", [report_id])
    replaced = report["replaces"]
    today = day_of(moment(report["reported_at"]), db.zone) if replaced is None else _day_first_made(db, replaced)
    before = reported_before(db, report["assignment_id"], figures, running, today, replaced)
    for name, value in figures.items():
        new: dict[str, object] = {"value": float(value)}
        if name in before:
            if value < before[name]:
                raise TotalBelowReported(name, value, before[name], new_year(today))
            added = round(value - before[name], EXACT)
            new = {"value": float(added), "said": float(value), "since": new_year(today).isoformat()}
        db.insert("report_figures", report_id=report_id, indicator=name, **new)


def _day_first_made(db: Database, report_id: int) -> date:
    """Return the day to which a report belongs: that of the first of those that it corrects."""
    row = db.fetch_row(f"SELECT {FIRST_MADE} AS first_made FROM reports WHERE id = ?", [report_id])
    return day_of(moment(row["first_made"]), db.zone)


def figures_put_right(db: Database, report_id: int) -> dict[str, float]:
    """Return what the figures were that a report corrects in the one it replaces, by indicator."""
    sql = """SELECT before.indicator, before.value FROM reports
    JOIN report_figures AS before ON before.report_id = replaces
    JOIN report_figures AS now ON now.report_id = reports.id AND now.indicator = before.indicator
    WHERE reports.id = ? AND now.value != before.value"""
    return {row["indicator"]: row["value"] for row in db.fetch_all(sql, [report_id])}


def _figures_that_count(db: Database, assignment_id: int, replaces: int | None) -> list[Row]:
    """Return the figures of an assignment that count, oldest report first, leaving out the report that is replaced."""
    sql = f"SELECT * FROM ({COUNTED}) WHERE assignment_id = :id AND report_id IS NOT :replaces ORDER BY report_id"
    values = {"known": ALWAYS, "id": assignment_id, "replaces": replaces}
    return cached_until_changed(db, ("figures that count", assignment_id, replaces), lambda: db.fetch_all(sql, values))


def new_year(today: date) -> date:
    """Return the day from which a running total counts."""
    return date(today.year, 1, 1)


REPORTED_WITH = f"""SELECT assignment_id FROM ({COUNTED})
WHERE assignment_id IN (SELECT value FROM json_each(:ids))
AND indicator IN (SELECT value FROM json_each(:indicators))
GROUP BY assignment_id ORDER BY count(DISTINCT indicator) DESC, max(report_id) DESC"""


def reported_with(db: Database, indicators: Collection[str], assignment_ids: Collection[int]) -> list[int]:
    """Return those of the assignments on which any of these indicators were reported, the likeliest first. Only what
    counts is looked at: no returned or corrected report."""
    if not indicators:
        return []
    named = {"known": ALWAYS, "ids": [*assignment_ids], "indicators": [*indicators]}
    return db.fetch_column(REPORTED_WITH, named)
