"""Killing a bot between any two commits: a process that continues from there must reach the same end."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any
from unittest.mock import patch

from bot.outgoing.ticker import Ticker
from bot.process import stop_bot
from data.store import open_database
from tests.journeys.town import Town

OF_NO_ACCOUNT = ("inbox", "people", "last_shown", "state_versions")
"""Tables that may differ after a kill: the updates themselves, when somebody was last active, and what was shown
in an answer that is repeated."""
MESSAGES = ("message_id", "message_key", "shown_for")
"""Columns with message ids, which differ because an answer that is repeated is a new message."""
COLUMNS = f"""SELECT tables.name, group_concat('"' || columns.name || '"', ', ')
FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT IN {OF_NO_ACCOUNT}
    AND tables.name NOT LIKE 'sqlite_%' AND columns.name NOT IN {MESSAGES} GROUP BY tables.name"""
"""The columns to compare in each table."""
Facts = dict[str, list[tuple[Any, ...]]]


async def differences_by_kills(town: Town, deed: Callable[[], Awaitable[object]]) -> list[str]:
    """Do something, then let a new process continue from every state that the database had in between. Return the facts
    that differ at the end, and what failed."""
    with _committed(town) as states:
        await deed()
    after, world = _serialized(town), deepcopy(town.world.chats)
    columns = dict(town.db.conn.execute(COLUMNS).fetchall())
    wanted, found = _facts(town, columns), list[str]()
    for number, state in enumerate(states, 1):
        await _start_with(town, state)
        await town.settle()
        found += [f"state {number} of {len(states)}: {each}" for each in _compared(wanted, _facts(town, columns))]
        _put_back(town, world)
    await _start_with(town, after)
    return found


@contextmanager
def _committed(town: Town) -> Iterator[list[bytes]]:
    """Collect all states that are committed meanwhile and leave an update undone, each once."""
    reader, states = sqlite3.connect(town.database, isolation_level=None), list[bytes]()
    seen = [_version(reader)]

    def look(statement: str) -> None:
        if seen[0] != (now := _version(reader)):
            seen[0] = now
            if reader.execute("SELECT 1 FROM inbox WHERE done_at IS NULL").fetchone():
                states.append(reader.serialize())

    town.db.conn.set_trace_callback(look)
    try:
        yield states
    finally:
        town.db.conn.set_trace_callback(None)
        reader.close()


def _version(reader: sqlite3.Connection) -> int:
    return int(reader.execute("PRAGMA data_version").fetchone()[0])


def _serialized(town: Town) -> bytes:
    reader = sqlite3.connect(town.database)
    try:
        return reader.serialize()
    finally:
        reader.close()


async def _start_with(town: Town, state: bytes) -> None:
    """Start a new process on a state of the database, without a ticker that sends."""
    await stop_bot(town.app)
    town.db.close()
    for name in ("-wal", "-shm"):
        town.database.with_name(town.database.name + name).unlink(missing_ok=True)
    town.database.write_bytes(state)
    town.db = open_database(town.database)
    for row in town.rows("SELECT update_id FROM inbox WHERE done_at IS NULL"):
        town._handled.discard(row["update_id"])
    with patch.object(Ticker, "start", _starts_no_ticker):
        await town.start()


async def _starts_no_ticker(self: Ticker) -> None:
    """Start nothing; a mock would have to read the whole class first."""


def _put_back(town: Town, chats: dict[int, Any]) -> None:
    """Restore the contents of the chats."""
    for id, chat in deepcopy(chats).items():
        town.world.chats[id].sent.clear()
        town.world.chats[id].sent.update(chat.sent)


def _facts(town: Town, columns: Mapping[str, str]) -> Facts:
    return {name: town.db.conn.execute(f"SELECT {those} FROM {name}").fetchall() for name, those in columns.items()}


def _compared(wanted: Facts, found: Facts) -> list[str]:
    return [f"{name}: {found[name]} and not {rows}" for name, rows in wanted.items() if found[name] != rows]
