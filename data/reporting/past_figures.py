"""Figures of earlier reports, and how they are put right: nothing is added, and the reports stay as they were given."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data.errors import NotYours
from data.errors.numbers import FigureNotThere
from data.people.actor import Actor
from data.reporting.totals import ALWAYS, COUNTED
from data.standing.facts import among
from data.store import Database, fetch_all, fetch_one, fetch_row, insert, transaction
from data.store.records import record_of
from data.times import at_hour, day_of, end_of, moment


@dataclass(frozen=True, slots=True)
class PastFigure:
    """A figure that counts, with the report that it stands in."""

    report_id: int
    assignment_id: int
    indicator: str
    value: float
    day: date


@dataclass(frozen=True, slots=True)
class CorrectedFigure:
    """A figure that was put right: what was counted before, and what counts since."""

    report_id: int
    indicator: str
    before: float
    value: float


def past_figures(
    db: Database, assignment_ids: Collection[int], indicator: str, first: date, last: date, zone: ZoneInfo
) -> list[PastFigure]:
    """The figures that count of an indicator on some assignments, from reports of a span of days, newest first."""
    rows = fetch_all(
        db,
        f"""SELECT * FROM ({COUNTED}) WHERE indicator = :indicator {among("assignment_id", list(assignment_ids))}
            AND reported_at BETWEEN :first AND :last ORDER BY report_id DESC""",
        {
            "until": ALWAYS,
            "indicator": indicator,
            "first": at_hour(first, 0, zone),
            "last": end_of(last, zone) - timedelta(seconds=1),
        },
    )
    return [record_of(PastFigure, row, day=day_of(moment(row["reported_at"]), zone)) for row in rows]


def correct_figure(
    db: Database, by: Actor, report_id: int, indicator: str, value: float, source: str
) -> CorrectedFigure:
    """Put a figure of an earlier report right; nothing is added to it, and the report stays as it was given. Once for
    one `source`.

    Raises NotYours for a report of a unit that the person does not report for, FigureNotThere where the report has no
    such figure or does not count.
    """
    with transaction(db):
        done = fetch_one(db, "SELECT * FROM figure_corrections WHERE source = ?", [source])
        if done is not None:
            return record_of(CorrectedFigure, done)
        found = fetch_row(
            db,
            f"""SELECT value, unit_id, code, units.name AS unit FROM ({COUNTED})
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            JOIN units ON units.id = unit_id WHERE report_id = :report AND indicator = :indicator""",
            {"until": ALWAYS, "report": report_id, "indicator": indicator},
            FigureNotThere(indicator),
        )
        if found["unit_id"] not in by.person.speaks_for:
            raise NotYours
        corrected = CorrectedFigure(report_id, indicator, found["value"], float(value))
        insert(db, "figure_corrections", **asdict(corrected), person_id=by.id, source=source, at=by.now)
        by.record(db, "correct_figure", f"{found['code']}@{found['unit']}", **asdict(corrected))
    return corrected
