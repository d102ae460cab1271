"""How assignments stood on a past day, computed from what had been reported, decided and planned by its end."""

from collections.abc import Mapping
from datetime import date

from data.plan.plan import plan_on
from data.plan.versions import ANSWERED_AT, ROLE_AT, TASKS_AT
from data.standing.derivation import derive_standing
from data.standing.rows import TASK_COLUMNS, with_facts
from data.standing.standing import Standing
from data.store import Database, Row
from data.times import end_of_day, stored

PAST = f"""
SELECT standings.id AS assignment_id, tasks.id AS task_id, standings.unit_id, units.name AS unit, {ROLE_AT} AS role,
    section, position, {TASK_COLUMNS}
FROM ({TASKS_AT}) AS tasks
LEFT JOIN assignments AS standings ON standings.task_id = tasks.id AND {ANSWERED_AT}
LEFT JOIN units ON units.id = standings.unit_id
WHERE +plan_id = :plan
"""
"""The + keeps SQLite from using the plan's index, because the added condition finds the tasks sooner."""


def past_standings(db: Database, day: date, condition: str, values: Mapping[str, object]) -> list[tuple[Row, Standing]]:
    """Return the assignments of the plan of that day that meet a condition, as rows with their standings at its end.

    Raises NoPlan if there was none.
    """
    until = stored(end_of_day(day, db.zone))
    plan = plan_on(db, day)
    rows = db.fetch_all(PAST + condition, {**values, "until": until, "plan": plan.id})
    return [(row, derive_standing(facts, db.zone)) for row, facts in with_facts(db, rows, plan.issued, until)]
