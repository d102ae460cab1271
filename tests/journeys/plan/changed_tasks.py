"""What the database says of tasks that are changed."""

from tests.journeys.town import Town


def units(town: Town, code: str) -> list[tuple[object, object]]:
    """Return the units of a task with their roles, in the order in which they came to it."""
    rows = town.rows(
        """SELECT name, role FROM assignments JOIN units ON units.id = unit_id JOIN tasks ON tasks.id = task_id
        WHERE code = ? AND assignments.gone_at IS NULL ORDER BY assignments.id""",
        code,
    )
    return [(row["name"], row["role"]) for row in rows]


def due(town: Town, code: str) -> object:
    sql = "SELECT standings.due FROM standings JOIN tasks ON tasks.id = task_id WHERE code = ?"
    return town.rows(sql, code)[0]["due"]
