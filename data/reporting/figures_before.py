"""The assignments on which some indicators were reported before."""

from collections.abc import Collection

from data.reporting.totals import COUNTED
from data.standing.rows import ALWAYS
from data.store import Database

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
