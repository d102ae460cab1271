"""The assignments on which some indicators were reported before."""

from collections.abc import Collection

from data.store import Database, fetch_all

REPORTED_WITH = """SELECT assignment_id FROM reports JOIN report_figures ON report_id = reports.id
WHERE withdrawn_at IS NULL AND assignment_id IN (SELECT value FROM json_each(:ids))
AND indicator IN (SELECT value FROM json_each(:indicators))
GROUP BY assignment_id ORDER BY count(DISTINCT indicator) DESC, max(reports.id) DESC"""


def reported_with(db: Database, indicators: Collection[str], assignment_ids: Collection[int]) -> list[int]:
    """Return those of the assignments on which any of these indicators were reported, the likeliest first."""
    if not indicators:
        return []
    named = {"ids": [*assignment_ids], "indicators": [*indicators]}
    return [row["assignment_id"] for row in fetch_all(db, REPORTED_WITH, named)]
