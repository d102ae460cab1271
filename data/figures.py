"""Statistics: the coordinator's indicators, what people enter for them, and their totals."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from data.errors import FiguresUnclear
from data.store import Database, change, fetch_all, insert, transaction
from data.times import at_hour, stored
from data.understanding import IndicatorWords
from data.understanding.figures import figures_of, find_figures, index_indicators
from data.understanding.sentence import normalise

JUMP = 10
SEPARATORS = re.compile(r"[\s,，、;；。.]+")


@dataclass(frozen=True, slots=True)
class Total:
    """An indicator's total over the plan, in its unit of measure."""

    indicator: str
    unit: str
    total: float


def ensure_indicators(db: Database) -> None:
    """Take the shipped indicators where the plan has none yet."""
    with transaction(db):
        if not fetch_all(db, "SELECT 1 FROM indicators LIMIT 1"):
            replace_indicators(db, files("data").joinpath("plans", "indicators.csv").read_text(encoding="utf-8"))


def replace_indicators(db: Database, text: str) -> int:
    """Take a table of indicators (CSV: name,unit,kind,total,aliases) over; those in use stay. Returns how many."""
    rows = list(csv.DictReader(text.splitlines()))
    with transaction(db):
        change(db, "DELETE FROM indicators WHERE name NOT IN (SELECT indicator FROM report_figures)")
        for position, row in enumerate(rows):
            change(
                db,
                """INSERT INTO indicators (name, unit, kind, total, aliases, position) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET unit = excluded.unit, kind = excluded.kind, total = excluded.total,
                    aliases = excluded.aliases, position = excluded.position""",
                [row["name"], row["unit"], row["kind"], row.get("total") or "sum", row["aliases"], position],
            )
    return len(rows)


def indicators(db: Database) -> list[IndicatorWords]:
    """The indicators of the plan, in their order."""
    return [
        IndicatorWords(row["name"], row["unit"], row["kind"], tuple(filter(None, row["aliases"].split("、"))))
        for row in fetch_all(db, "SELECT * FROM indicators ORDER BY position")
    ]


def read_figures(text: str, known: Iterable[IndicatorWords]) -> Mapping[str, float]:
    """The figures that a line states, by indicator and in its unit (万 and 亿 converted).

    Raises FiguresUnclear for a word that belongs to none, and for a line without any figure.
    """
    known = list(known)
    heard = normalise(text)
    readings = list(find_figures(heard.lower(), index_indicators(known)))
    rest = list(heard)
    for reading in readings:
        rest[reading.start : reading.end] = " " * (reading.end - reading.start)
    left = [word for word in SEPARATORS.split("".join(rest)) if word]
    if left or not readings:
        raise FiguresUnclear(left[0] if left else text.strip(), tuple(words.name for words in known))
    return figures_of(readings)


def implausible(db: Database, assignment_id: int, figures: Mapping[str, float]) -> dict[str, float]:
    """Of new figures those that are ten times the last one of the same assignment, or a tenth of it, or less."""
    last = {
        row["indicator"]: row["value"]
        for row in fetch_all(
            db,
            """SELECT indicator, value FROM report_figures JOIN reports ON reports.id = report_id
            WHERE assignment_id = ? AND withdrawn_at IS NULL ORDER BY reports.id""",
            [assignment_id],
        )
    }
    return {
        name: value
        for name, value in figures.items()
        if name in last and last[name] > 0 and not last[name] / JUMP < value < last[name] * JUMP
    }


def figures_of_report(db: Database, report_id: int) -> dict[str, float]:
    """The figures of one report."""
    rows = fetch_all(
        db,
        """SELECT indicator, value FROM report_figures JOIN indicators ON name = indicator
        WHERE report_id = ? ORDER BY position""",
        [report_id],
    )
    return {row["indicator"]: row["value"] for row in rows}


def store_figures(db: Database, report_id: int, figures: Mapping[str, float]) -> None:
    """Keep the figures of a report, within its transaction."""
    for name, value in figures.items():
        insert(db, "report_figures", report_id=report_id, indicator=name, value=float(value))


def totals(db: Database, until: date, zone: ZoneInfo) -> list[Total]:
    """The totals to the end of a day: summed over all reports, or of each assignment the latest, as the indicator says.

    Withdrawn and replaced reports do not count.
    """
    rows = fetch_all(
        db,
        """SELECT name, unit, ifnull(sum(value), 0) AS total FROM indicators LEFT JOIN (
            SELECT indicator, value, reports.id AS id,
                max(reports.id) OVER (PARTITION BY indicator, assignment_id) AS latest
            FROM report_figures JOIN reports ON reports.id = report_id
            WHERE withdrawn_at IS NULL AND reported_at < :until
                AND NOT EXISTS (SELECT 1 FROM reports AS newer WHERE newer.replaces = reports.id
                    AND newer.withdrawn_at IS NULL AND newer.reported_at < :until)
        ) ON indicator = name AND (total = 'sum' OR id = latest)
        GROUP BY name ORDER BY position""",
        {"until": stored(at_hour(until + timedelta(days=1), 0, zone))},
    )
    return [Total(row["name"], row["unit"], row["total"]) for row in rows]
