"""Tasks divided into steps, and the steps as stored."""

from tests.journeys.town import Resident, Town


async def divides(person: Resident, code: str, lines: str) -> str:
    """Divide a task and submit; return what is then shown."""
    return await person.submits(f"分解 {code}", lines)


def steps_stored(town: Town) -> list[tuple[str, str | None, str | None]]:
    """Return the stored steps by day: words, day and the person's name."""
    rows = town.rows(
        """SELECT words, due, people.name FROM steps LEFT JOIN people ON people.id = person_id
        WHERE removed_at IS NULL ORDER BY due IS NULL, due, steps.id"""
    )
    return [(row["words"], row["due"], row["name"]) for row in rows]
