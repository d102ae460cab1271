"""Broadcasts that wait for their time; to whom they go is found out when it has come."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from data.announcing.broadcast_outbox import put_into_outbox
from data.announcing.recipients import Chosen, recipients
from data.people.people import is_of_the_office
from data.store import Database, audit, change, fetch_all, fetch_text, transaction, update
from data.store.audit import last_restore
from data.store.records import record_of
from data.times import day_of, moment

WAITING = "SELECT id, person_id, send_at AS at, chosen FROM broadcasts WHERE chosen IS NOT NULL"
DUE = f"{WAITING} AND send_at <= ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class WaitingBroadcast:
    """A broadcast that is to go out at a moment, and to whom."""

    id: int
    at: datetime
    chosen: Chosen


def next_broadcast_at(db: Database) -> datetime | None:
    """When the next of them is to go out; None where none waits."""
    at = fetch_text(db, "SELECT min(send_at) FROM broadcasts WHERE chosen IS NOT NULL")
    return moment(at) if at else None


def waiting_broadcasts(db: Database) -> list[WaitingBroadcast]:
    """Those that are to go out, the next first; not what was written by somebody who is no longer of the office."""
    rows = [row for row in fetch_all(db, f"{WAITING} ORDER BY send_at, id") if is_of_the_office(db, row["person_id"])]
    return [record_of(WaitingBroadcast, row) for row in rows]


def begin_broadcasts(db: Database, now: datetime, zone: ZoneInfo) -> None:
    """Let those go out whose time has come, to whom what was chosen means then. What was written by somebody who is of
    the office no longer does not go out, and the record says so; what may have gone out before a backup was gone back
    to says that it may be a repetition."""
    if not fetch_all(db, DUE, [now]):
        return
    restored = last_restore(db)
    with transaction(db):
        for row in fetch_all(db, DUE, [now]):
            if not is_of_the_office(db, row["person_id"]):
                _call_off(db, row["id"], now)
                continue
            waiting = record_of(WaitingBroadcast, row)
            repeated = restored is not None and waiting.at <= restored
            found = recipients(db, waiting.chosen, day_of(now, zone))
            put_into_outbox(db, waiting.id, found, now, zone, repeated=repeated)
            update(db, "broadcasts", waiting.id, chosen=None)


def _call_off(db: Database, broadcast_id: int, now: datetime) -> None:
    sql = "UPDATE broadcasts SET stopped_at = ?1, finished_at = ?1, chosen = NULL WHERE id = ?2"
    change(db, sql, [now, broadcast_id])
    audit.record(db, now, "broadcast_stopped", str(broadcast_id), left=0)
