"""What the reports of units in the period of a return add up to. It stands beside what is filed, and is never added."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from data.plan.plan import CURRENT
from data.reporting.totals import ALWAYS, COUNTED, EXACT
from data.returns.rounds import Round
from data.standing.facts import among
from data.store import Database, fetch_all
from data.times import at_hour, end_of, stored

Reported = dict[int, dict[str, float]]
"""Figures by unit and indicator; what was not reported is missing."""


def reported(db: Database, of: Round, zone: ZoneInfo, unit_ids: Sequence[int] | None = None) -> Reported:
    """What the figures of reports that were first given in the period of a round add up to, as they count now, by unit
    and indicator; of what is asked for once, of all reports. A report that corrects another one is of the day on which
    the first one was given."""
    since, before = ("", ALWAYS)
    if of.span:
        since, before = stored(at_hour(of.span.first, 0, zone)), stored(end_of(of.span.last, zone))
    rows = fetch_all(
        db,
        f"""WITH RECURSIVE given (id, at) AS (
            SELECT id, reported_at FROM reports WHERE replaces IS NULL
            UNION ALL SELECT reports.id, given.at FROM reports JOIN given ON reports.replaces = given.id
        )
        SELECT unit_id, name, round(sum(value), {EXACT}) AS total FROM indicators JOIN (
            SELECT unit_id, indicator, value, report_id,
                max(report_id) OVER (PARTITION BY indicator, assignment_id) AS latest
            FROM ({COUNTED}) JOIN given ON given.id = report_id
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            WHERE plan_id = {CURRENT} AND given.at >= :since AND given.at < :before {among("unit_id", unit_ids)}
        ) ON indicator = name AND (total = 'sum' OR report_id = latest)
        WHERE plan_id = {CURRENT} GROUP BY unit_id, name ORDER BY unit_id, position""",
        {"until": ALWAYS, "since": since, "before": before},
    )
    found: Reported = {}
    for row in rows:
        found.setdefault(row["unit_id"], {})[row["name"]] = row["total"]
    return found
