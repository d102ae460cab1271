"""How the assignments stood on a day that is past, told from what had been reported and decided by its end."""

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data.standing.facts import OF_A_TASK, with_facts
from data.standing.standing import Standing, stand
from data.store import Database, Row, fetch_all
from data.times import at_hour, stored

PAST = f"""
SELECT assignment_id, tasks.id AS task_id, standings.unit_id, units.name AS unit, section, position, {OF_A_TASK}
FROM tasks
LEFT JOIN (SELECT id AS assignment_id, task_id, unit_id FROM assignments WHERE gone_at IS NULL) AS standings
    ON standings.task_id = tasks.id
LEFT JOIN units ON units.id = standings.unit_id
WHERE tasks.gone_at IS NULL
"""


def stood(
    db: Database, day: date, zone: ZoneInfo, issued: date, condition: str, values: Mapping[str, object]
) -> list[tuple[Row, Standing]]:
    """The assignments that meet a condition, each with its task, as they stood at the end of a day."""
    rows = fetch_all(db, PAST + condition, values)
    until = stored(at_hour(day + timedelta(days=1), 0, zone))
    return [(row, stand(facts, zone)) for row, facts in with_facts(db, rows, issued, until)]
