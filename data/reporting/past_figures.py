"""Corrections of figures in earlier reports. A running total told later stands: what is new in it follows."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from data.errors import NotYours
from data.errors.numbers import FigureNotThere, TotalBelowReported
from data.people.actor import Actor
from data.reporting.totals import COUNTED, EXACT, new_year
from data.standing.rows import ALWAYS
from data.store import Database, record_of, transaction
from data.times import day_of, moment


@dataclass(frozen=True, slots=True)
class PastFigure:
    """A figure that counts, with its report; `total` is the year's sum with it, if it was told as a running total."""

    report_id: int
    assignment_id: int
    indicator: str
    value: float
    day: date
    total: float | None


@dataclass(frozen=True, slots=True)
class CorrectedFigure:
    """A corrected figure: the number counted before, and the one counted since."""

    report_id: int
    indicator: str
    before: float
    value: float


def past_figures(
    db: Database, assignment_ids: Collection[int], indicator: str, first: date, last: date
) -> list[PastFigure]:
    """Return an indicator's figures that count on some assignments, from reports of a span of days, newest first."""
    return [each for each in reversed(_told(db, assignment_ids, indicator)) if first <= each.day <= last]


def total_told_later(db: Database, past: PastFigure) -> PastFigure | None:
    """Return the first running total told after a figure that contains it, or None."""
    told = _told(db, [past.assignment_id], past.indicator)
    at = [each.report_id for each in told].index(past.report_id)
    return next((each for each in told[at + 1 :] if each.total is not None and new_year(each.day) <= past.day), None)


def _told(db: Database, assignment_ids: Collection[int], indicator: str) -> list[PastFigure]:
    """Return the figures of an indicator that count on some assignments, in the order in which they were reported."""
    rows = db.fetch_all(
        f"""SELECT counted.*, total = 'sum' AND said IS NOT NULL AS runs FROM ({COUNTED}) AS counted
        JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
        JOIN indicators ON indicators.plan_id = tasks.plan_id AND name = indicator
        WHERE indicator = :indicator AND assignment_id IN (SELECT value FROM json_each(:ids))
        ORDER BY reported_at, report_id""",
        {"known": ALWAYS, "indicator": indicator, "ids": [*assignment_ids]},
    )
    told: list[PastFigure] = []
    for row in rows:
        day = day_of(moment(row["reported_at"]), db.zone)
        same = [x.value for x in told if x.assignment_id == row["assignment_id"] and x.day >= new_year(day)]
        total = round(sum(same) + row["value"], EXACT) if row["runs"] else None
        told.append(record_of(PastFigure, row, day=day, total=total))
    return told


def correct_figure(
    db: Database, by: Actor, report_id: int, indicator: str, value: float, source: str
) -> CorrectedFigure:
    """Correct a figure of an earlier report, and what is new in the running total told after it; the reports stay as
    they were. Done once per `source`.

    Raises NotYours for another unit's report, FigureNotThere if the report has no such figure or does not count, and
    TotalBelowReported if the running total told later would be too small.
    """
    with transaction(db):
        done = db.fetch_one("SELECT * FROM figure_corrections WHERE source = ?", [source])
        if done is not None:
            return record_of(CorrectedFigure, done)
        found = db.fetch_row(
            """SELECT assignment_id, unit_id, code, units.name AS unit FROM reports
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            JOIN units ON units.id = unit_id WHERE reports.id = ?""",
            [report_id],
            FigureNotThere(indicator),
        )
        told = {each.report_id: each for each in _told(db, [found["assignment_id"]], indicator)}
        if report_id not in told:
            raise FigureNotThere(indicator)
        if found["unit_id"] not in by.person.speaks_for:
            raise NotYours
        past = told[report_id]
        right = [CorrectedFigure(report_id, indicator, past.value, float(value))]
        if (later := total_told_later(db, past)) is not None and later.total is not None:
            new = round(later.value + past.value - value, EXACT)
            if new < 0:
                raise TotalBelowReported(indicator, later.total, later.total - new, new_year(later.day))
            right.append(CorrectedFigure(later.report_id, indicator, later.value, new))
        for each in right:
            name = source if each.report_id == report_id else f"{source}, {each.report_id}"
            db.insert("figure_corrections", **asdict(each), person_id=by.id, source=name, at=by.now)
            by.record(db, "correct_figure", f"{found['code']}@{found['unit']}", **asdict(each))
    return right[0]
