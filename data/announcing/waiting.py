"""Broadcasts that wait for their time; to whom they go is found out when it has come."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.announcing.posting import put_into_outbox
from data.announcing.recipients import Chosen, recipients
from data.store import Database, change, fetch_all, fetch_one, transaction
from data.times import day_of, moment, stored

DUE = "SELECT id, chosen FROM broadcasts WHERE chosen IS NOT NULL AND send_at <= ? ORDER BY id"


def let_wait(db: Database, broadcast_id: int, chosen: Chosen, at: datetime) -> None:
    """Note when a broadcast is to go out, and to whom, within the transaction that writes it."""
    kept = json.dumps(asdict(chosen))
    change(db, "UPDATE broadcasts SET send_at = ?, chosen = ? WHERE id = ?", [stored(at), kept, broadcast_id])


def next_broadcast_at(db: Database) -> datetime | None:
    """When the next of them is to go out; None where none waits."""
    row = fetch_one(db, "SELECT min(send_at) AS at FROM broadcasts WHERE chosen IS NOT NULL")
    return moment(row["at"]) if row and row["at"] else None


def begin_broadcasts(db: Database, now: datetime, zone: ZoneInfo) -> None:
    """Let those go out whose time has come, to whom what was chosen means then."""
    if not fetch_all(db, DUE, [stored(now)]):
        return
    with transaction(db):
        for row in fetch_all(db, DUE, [stored(now)]):
            found = recipients(db, _chosen(json.loads(row["chosen"])), day_of(now, zone))
            put_into_outbox(db, row["id"], found, now, zone)
            change(db, "UPDATE broadcasts SET chosen = NULL WHERE id = ?", [row["id"]])


def _chosen(kept: dict[str, Any]) -> Chosen:
    return Chosen(kept["everybody"], tuple(kept["unit_ids"]), tuple(kept["group_ids"]))
