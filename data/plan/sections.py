"""The sections of the current plan."""

from data.store import Database, fetch_all


def section_titles(db: Database) -> list[str]:
    """The titles of the sections that have tasks, in the order of the plan; an empty one where tasks stand in none."""
    rows = fetch_all(
        db,
        """SELECT section FROM section_counts WHERE tasks > 0 ORDER BY (
            SELECT min(position) FROM tasks WHERE tasks.section = section_counts.section AND gone_at IS NULL
        )""",
    )
    return [row["section"] for row in rows]
