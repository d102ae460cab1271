"""Detecting whether the content of some units' lists has changed since it was last read."""

from collections.abc import Sequence

from data.store import Database, sql_among
from data.store.unchanged import cached_until_changed

OF_THE_PLAN, OF_ANYTHING = 0, -1


def state_version(db: Database, unit_ids: Sequence[int] | None) -> tuple[tuple[int, int], ...]:
    """Return a value that changes whenever the standings of these units (None: all), the plan's tasks or units
    change."""
    of_these = (OF_ANYTHING,) if unit_ids is None else (OF_THE_PLAN, *unit_ids)
    return cached_until_changed(db, ("state version", of_these), lambda: _state_version(db, of_these))


def _state_version(db: Database, unit_ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    rows = db.fetch_all(f"SELECT unit_id, version FROM state_versions WHERE true {sql_among('unit_id', unit_ids)}")
    return tuple((row["unit_id"], row["version"]) for row in rows)
