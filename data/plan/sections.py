"""The sections of the current plan."""

from data.store import Database, fetch_column


def sections(db: Database) -> list[str]:
    """The sections of the current plan, in its order."""
    return [title for title in section_titles(db) if title]


def section_titles(db: Database) -> list[str]:
    """The titles of the sections that have tasks, in the order of the plan; an empty one where tasks stand in none."""
    return fetch_column(
        db,
        """SELECT section FROM section_counts WHERE tasks > 0 ORDER BY (
            SELECT min(position) FROM tasks WHERE tasks.section = section_counts.section AND gone_at IS NULL
        )""",
    )
