"""What the database says about tasks."""

from tests.journeys.town import Town


def units(town: Town, code: str) -> list[tuple[object, object]]:
    """Return the units of a task with their roles."""
    rows = town.rows(
        "SELECT units.name, role FROM assignments JOIN units ON units.id = unit_id JOIN tasks ON tasks.id = task_id"
        f" WHERE code = '{code}' AND assignments.gone_at IS NULL ORDER BY role DESC"
    )
    return [(row["name"], row["role"]) for row in rows]
