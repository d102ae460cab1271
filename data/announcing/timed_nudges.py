"""Nudges that wait for their time; what is still to be asked for, and of whom, is found out when it has come."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from data.announcing.nudges import Nudging, nudging, record_nudge, reported_since, tasks_of
from data.letters import Letter, post
from data.people.actor import Actor
from data.people.people import is_of_the_office, person_by_id
from data.standing.assignments import Assignment
from data.store import Database, Row, change, exists, fetch_all, fetch_text, transaction, update
from data.store.audit import last_restore
from data.times import moment

_WAITING = "SELECT id, person_id, words, at, send_at FROM nudges WHERE waits"


@dataclass(frozen=True, slots=True)
class WaitingNudge:
    """A nudge that is to go out at a moment, in whose words, and what it would ask for then as things stand."""

    at: datetime
    words: str
    found: Nudging[Assignment]


def next_nudge_at(db: Database) -> datetime | None:
    """When the next of them is to go out; None where none waits."""
    at = fetch_text(db, "SELECT min(send_at) FROM nudges WHERE waits")
    return moment(at) if at else None


def waiting_nudges(db: Database, zone: ZoneInfo) -> list[WaitingNudge]:
    """Those that are to go out, the next first; not what was ordered by somebody who is no longer of the office."""
    rows = [row for row in fetch_all(db, f"{_WAITING} ORDER BY send_at, id") if is_of_the_office(db, row["person_id"])]
    times = [moment(row["send_at"]) for row in rows]
    return [WaitingNudge(at, row["words"], _then(db, row, at, zone)) for row, at in zip(rows, times, strict=True)]


def begin_nudges(db: Database, now: datetime, zone: ZoneInfo) -> None:
    """Let those go out whose time has come, for what is open then and was neither reported on nor asked for since. What
    was ordered by somebody who is of the office no longer does not go out. What may have gone out before a backup was
    gone back to says that it may be a repetition."""
    if not fetch_all(db, f"{_WAITING} AND send_at <= ?", [now]):
        return
    restored = last_restore(db)
    with transaction(db):
        for row in fetch_all(db, f"{_WAITING} AND send_at <= ? ORDER BY send_at, id", [now]):
            if not is_of_the_office(db, row["person_id"]):
                stop_nudge(db, row["id"], now)
                continue
            _begin(db, row, now, zone)
            if restored is not None and moment(row["send_at"]) <= restored:
                repeated = "UPDATE outbox SET state = 'uncertain' WHERE letter = ? AND subject_id = ?"
                change(db, repeated, [Letter.NUDGE, row["id"]])


def nudge_waits(db: Database, nudge_id: int) -> bool:
    """Whether a nudge is still to go out, or another part of it, which was ordered with it for another time."""
    source = fetch_text(db, "SELECT source FROM nudges WHERE id = ?", [nudge_id]) or ""
    ordered = ":".join(source.split(":")[:2])
    parts = "SELECT 1 FROM nudges WHERE waits AND (source = ?1 OR source LIKE ?1 || ':%')"
    return exists(db, parts, [ordered])


def stop_nudge(db: Database, nudge_id: int, now: datetime) -> None:
    """Let a nudge that waits not go out, within the transaction that takes it back."""
    change(db, "UPDATE nudges SET waits = 0, stopped_at = ? WHERE waits AND id = ?", [now, nudge_id])


def _begin(db: Database, row: Row, now: datetime, zone: ZoneInfo) -> None:
    found = _then(db, row, now, zone)
    update(db, "nudges", row["id"], waits=0)
    kept = [each.id for each in found.asked]
    needless = "DELETE FROM nudged_tasks WHERE nudge_id = ? AND assignment_id NOT IN (SELECT value FROM json_each(?))"
    change(db, needless, [row["id"], kept])
    if found.asked:
        post(db, Letter.NUDGE, row["id"], found.people, now, zone)
        record_nudge(db, Actor(person_by_id(db, row["person_id"]), now, zone), "nudge", found)


def _then(db: Database, row: Row, at: datetime, zone: ZoneInfo) -> Nudging[Assignment]:
    """What a nudge asks for at its time: not what was reported on since it was ordered."""
    tasks, ordered = tasks_of(db, row["id"], at, zone), moment(row["at"])
    ids = [each.id for each in tasks if each.id is not None and not reported_since(each, ordered)]
    return nudging(db, ids, at, zone, excluding_nudge_id=row["id"])
