"""Backing up and restoring a database in which everything was used loses nothing of any room."""

from contextlib import closing
from pathlib import Path

import pytest

from data.store import Database, Row, connect
from data.store.backups import back_up
from data.store.restore import restore_backup
from tests.journeys.town import Town

ROOMS = (
    "returns",
    "return_rounds",
    "filings",
    "filing_values",
    "information",
    "steps",
    "group_chats",
    "broadcasts",
    "broadcast_recipients",
    "task_notes",
    "plan_changes",
    "standing_counts",
    "state_versions",
)
"""Tables that later migrations have added or rebuilt; all of them are in use."""
DOUBTED = ("audit", "outbox", "sqlite_sequence")
"""Tables to which a restore adds, or whose rows it holds back because they may have been sent since."""


def tables(db: Database) -> dict[str, list[Row]]:
    """Return all rows of every table."""
    names = [row["name"] for row in db.fetch_all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: db.fetch_all(f"SELECT * FROM {name}") for name in names}


@pytest.mark.usefixtures("busy_day")
async def test_what_every_room_holds_is_there_again(town: Town, tmp_path: Path) -> None:
    back_up(town.database, tmp_path / "backup.db")
    before = tables(town.db)
    assert [name for name in ROOMS if not before[name]] == []
    restore_backup(tmp_path / "backup.db", tmp_path / "again.db", town.clock.now())
    with closing(connect(tmp_path / "again.db")) as again:
        after = tables(again)
    assert [name for name in before if name not in DOUBTED and after[name] != before[name]] == []
    states = [(row["id"], row["state"].replace("pending", "uncertain")) for row in before["outbox"]]
    assert [(row["id"], row["state"]) for row in after["outbox"]] == states
