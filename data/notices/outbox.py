"""Messages on their way out: one for all that waits for a chat, claimed, looked at again, and never sent twice without
saying so.

Sending has no idempotency key (tdlib/telegram-bot-api #126), so a message whose fate is unknown is held for five
minutes, sent once more with a word that it may be a repetition, and then left as a visible alarm. A message may come
back from its way after a later one has been planned: what was under way overnight, or what somebody who cannot be
reached has left. So what waits becomes one message at its claim, in the same transaction.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from data.letters import TOLD_TOGETHER
from data.notices.plan_rules import Hours, planning_due, sending_hours
from data.notices.rules import Audience
from data.store import Database, Row, change, fetch_all, fetch_one, transaction, update
from data.store.records import record_of
from data.times import HOLD, at_hour, day_of, moment, stored

MOST_TOGETHER = 10
"""So many letters may go out in one message."""
WAITING = """SELECT id, recipient, state FROM outbox WHERE chat_id = ?1 AND letter IS NULL AND day <= ?2
AND state IN ('pending', 'uncertain') ORDER BY id"""


def take_in_waiting(db: Database, outbox_id: int, chat_id: int, day: str) -> None:
    """Merge what still waits for a chat into one message, except what is left for a later day. If part of it may have
    arrived already, the whole message counts as uncertain."""
    waiting = [row for row in fetch_all(db, WAITING, [chat_id, day]) if row["id"] != outbox_id]
    for row in waiting:
        for table in ("notices", "outbox_unreachable"):
            change(db, f"UPDATE OR IGNORE {table} SET outbox_id = ? WHERE outbox_id = ?", [outbox_id, row["id"]])
        update(db, "outbox", row["id"], state="cancelled")
    if any(row["state"] == "uncertain" for row in waiting):
        update(db, "outbox", outbox_id, state="uncertain")
    if any(row["recipient"] == "person" for row in waiting):
        update(db, "outbox", outbox_id, recipient="person")


def as_one(db: Database, row: Row, now: datetime) -> int:
    """Merge a due reminder with those that wait beside it, without what has been said there today. Returns its id."""
    today = day_of(now, db.zone)
    day = max(row["day"], today.isoformat())
    newest = int(fetch_all(db, WAITING, [row["chat_id"], day])[-1]["id"])
    take_in_waiting(db, newest, row["chat_id"], day)
    since, until = (stored(at_hour(each, 0, db.zone)) for each in (today, today + timedelta(days=1)))
    given = {"id": newest, "chat": row["chat_id"], "since": since, "until": until}
    if fetch_one(db, f"{SAID_TODAY} LIMIT 1", given | {"state": "dead"}):
        update(db, "outbox", newest, state="uncertain")
    for said in fetch_all(db, SAID_TODAY, given | {"state": "sent"}):
        update(db, "notices", said["id"], outbox_id=said["said_in"])
    return newest


IS_OF_THE_OFFICE = "{0}.rule NOT IN ('before_due', 'due_today', 'overdue', 'check_in', 'stale')"
SAID_TODAY = f"""SELECT mine.id, min(theirs.outbox_id) AS said_in FROM notices AS mine
JOIN outbox ON chat_id = :chat AND outbox.id <> :id AND letter IS NULL AND state = :state
    AND claimed_at >= :since AND claimed_at < :until
JOIN notices AS theirs ON theirs.outbox_id = outbox.id
    AND theirs.assignment_id IS mine.assignment_id AND theirs.task_id IS mine.task_id
    AND theirs.matter_id IS mine.matter_id AND theirs.due IS mine.due
    AND (theirs.rule = mine.rule OR NOT ({IS_OF_THE_OFFICE.format("theirs")} OR {IS_OF_THE_OFFICE.format("mine")}))
WHERE mine.outbox_id = :id GROUP BY mine.id"""
"""The lines of a message that others of the day have said or may have said, whichever step it was by; what the office
is told is another matter for each rule."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process is about to send, as it reads at the moment of its claim (`at`). `repeated`: an
    earlier attempt may have arrived. `parts_sent`: how many of its parts have certainly arrived. `beside`: the letters
    of the same kind that go out in the same message."""

    id: int
    audience: Audience
    chat_id: int
    repeated: bool
    at: datetime
    letter: str | None = None
    subject_id: int | None = None
    parts_sent: int = 0
    beside: tuple[Any, ...] = ()


QUIET_PEOPLE = "SELECT telegram_id FROM people WHERE quiet_from IS NOT NULL AND telegram_id IS NOT NULL"
"""The chats of those with quiet hours of their own, in SQL."""
DUE = f"""SELECT id, chat_id, day, not_before, letter FROM outbox AS due
WHERE state = :state AND not_before <= :now AND iif(letter IS NULL, :reminders, :letters)
AND chat_id NOT IN (SELECT value FROM json_each(:held) UNION SELECT chat_id FROM outbox WHERE state = 'sending'
    UNION {QUIET_PEOPLE}
    AND iif(quiet_from < quiet_to, :hour >= quiet_from AND :hour < quiet_to, :hour >= quiet_from OR :hour < quiet_to))
AND NOT (state = 'pending' AND EXISTS (SELECT 1 FROM outbox AS earlier
    WHERE earlier.state = 'pending' AND earlier.not_before > due.not_before AND earlier.id < due.id
    AND earlier.chat_id = due.chat_id AND (earlier.letter IS NULL) = (due.letter IS NULL)))
ORDER BY not_before, id LIMIT :most"""
"""What may be claimed, found along the index without looking at all that waits. What had to wait for another attempt
is not overtaken by what came after it to the same chat."""


def claim(db: Database, now: datetime, most: int = 1, held: Collection[int] = ()) -> list[Claimed]:
    """Take the next messages that are due and may go out at this hour, for this process only.

    One to a chat, oldest first; none to chats that are `held` or to which another is being sent. Reminders wait until
    today's have been planned, because those join them; one left from yesterday would otherwise be said twice. While a
    message is being sent, its row has an error only if an earlier attempt may have arrived.
    """
    with transaction(db):
        return [_claimed(db, row, now) for row in _due(db, now, most, held)]


def _claimed(db: Database, row: Row, now: datetime) -> Claimed:
    outbox_id = row["id"] if row["letter"] else as_one(db, row, now)
    beside = """UNION SELECT other.id FROM outbox AS one JOIN outbox AS other USING (chat_id, letter, state)
    WHERE one.id = :id AND other.not_before <= :now AND letter IN (SELECT value FROM json_each(:together))"""
    sql = f"""SELECT *, recipient AS audience, state = 'uncertain' AS repeated FROM outbox
    WHERE id IN (SELECT :id {beside}) ORDER BY id <> :id, id LIMIT :most"""
    rows = fetch_all(db, sql, {"id": outbox_id, "now": now, "together": [*TOLD_TOGETHER], "most": MOST_TOGETHER})
    first, *others = [record_of(Claimed, each, at=now) for each in rows]
    sending = """UPDATE outbox SET state = 'sending', claimed_at = ?,
    error = CASE state WHEN 'uncertain' THEN ifnull(error, 'uncertain') END
    WHERE id IN (SELECT value FROM json_each(?))"""
    change(db, sending, [now, [each["id"] for each in rows]])
    return replace(first, beside=(*others,))


def is_due(db: Database, now: datetime, held: Collection[int] = ()) -> bool:
    """Whether there is a message to claim, to a chat that is not `held`."""
    return bool(_due(db, now, 1, held))


def _due(db: Database, now: datetime, most: int, held: Collection[int]) -> list[Row]:
    hours = sending_hours(db)
    letters, reminders = (hours.open_since(now, reminder=reminder) is not None for reminder in (False, True))
    given = {
        "now": now,
        "hour": now.astimezone(db.zone).hour,
        "reminders": reminders and not planning_due(db, now),
        "letters": letters,
        "held": [*held],
        "most": most,
    }
    waiting = [row for state in ("pending", "uncertain") for row in fetch_all(db, DUE, given | {"state": state})]
    rows = sorted(waiting, key=lambda row: (row["not_before"], row["id"]))[:most]
    first_of_chat = {row["chat_id"]: row for row in reversed(rows)}
    return [row for row in rows if row is first_of_chat[row["chat_id"]]]


def cancel(db: Database, claimed: Claimed) -> None:
    """Cancel a message of which nothing holds any more."""
    update(db, "outbox", claimed.id, state="cancelled")


def _settle(db: Database, claimed: Claimed, **columns: object) -> None:
    """Store what became of a message, and of the letters in it that still held."""
    names = ", ".join(f"{name} = ?" for name in columns)
    sql = f"UPDATE outbox SET {names} WHERE id IN (SELECT value FROM json_each(?)) AND state = 'sending'"
    change(db, sql, [*columns.values(), [each.id for each in (claimed, *claimed.beside)]])


def release(db: Database, claimed: Claimed) -> None:
    """Let the letters beside one that was claimed wait for another message."""
    for each in claimed.beside:
        update(db, "outbox", each.id, state="uncertain" if claimed.repeated else "pending")


def mark_sent(db: Database, claimed: Claimed, message_id: int, now: datetime) -> None:
    """Note that the message has arrived."""
    _settle(db, claimed, state="sent", sent_at=now, message_id=message_id, error=None)


def note_parts(db: Database, claimed: Claimed, parts_sent: int) -> None:
    """Store how many parts of a message have arrived, before the others go out."""
    update(db, "outbox", claimed.id, parts_sent=parts_sent)


def mark_unsent(db: Database, claimed: Claimed, not_before: datetime, error: str) -> None:
    """Note that the message certainly did not arrive; it waits for another attempt."""
    state = "uncertain" if claimed.repeated else "pending"
    _settle(db, claimed, state=state, not_before=not_before, error=error)


def mark_uncertain(db: Database, claimed: Claimed, now: datetime, error: str) -> None:
    """Note that nobody knows whether the message arrived: it is held, or becomes an alarm if this has happened
    before."""
    _settle(db, claimed, state="dead" if claimed.repeated else "uncertain", not_before=now + HOLD, error=error)


def mark_dead(db: Database, claimed: Claimed, error: str) -> None:
    """Note that the message can never arrive."""
    _settle(db, claimed, state="dead", error=error)


def hold_interrupted(db: Database, now: datetime, under_way: Collection[int] = ()) -> int:
    """Mark as uncertain what an ended process was sending, or as an alarm if this has happened before. Returns how
    many."""
    return change(
        db,
        """UPDATE outbox SET state = CASE WHEN error IS NULL THEN 'uncertain' ELSE 'dead' END,
        not_before = ?, error = 'interrupted'
        WHERE state = 'sending' AND id NOT IN (SELECT value FROM json_each(?))""",
        [now + HOLD, [*under_way]],
    )


def wait_no_longer(db: Database, now: datetime) -> int:
    """After a jump of the clock, shorten waits that have become too long to five minutes, except for what is left for
    the next morning and was never tried. Returns how many."""
    latest, morning = stored(now + HOLD), day_of(sending_hours(db).next_planning(now), db.zone)
    return change(
        db,
        """UPDATE outbox SET not_before = ?1 WHERE state IN ('pending', 'uncertain') AND not_before > ?1
        AND NOT (letter IS NULL AND error IS NULL AND day = ?2 AND day > ?3)""",
        [latest, morning, day_of(now, db.zone)],
    )


def oldest_waiting(db: Database, now: datetime) -> datetime | None:
    """The moment today from which the longest waiting message could have gone out, or None."""
    hours = sending_hours(db)
    due = [
        max(each.at, since)
        for each in waiting_times(db)
        if each.at <= now and not (each.quiet and each.quiet.hold(now.astimezone(db.zone).hour))
        if (since := hours.open_since(now, reminder=each.reminder)) is not None
    ]
    return min(due, default=None)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A moment for which a message waits, whether the message is a reminder, and the recipient's quiet hours."""

    at: datetime
    reminder: bool
    quiet: Hours | None


def waiting_times(db: Database) -> list[Waiting]:
    """The moments for which messages wait, each once."""
    waiting = "state IN ('pending', 'uncertain')"
    rows = fetch_all(
        db,
        f"""SELECT DISTINCT not_before, letter IS NULL AS reminder, NULL AS quiet_from, NULL AS quiet_to FROM outbox
        WHERE {waiting} AND chat_id NOT IN ({QUIET_PEOPLE})
        UNION ALL
        SELECT DISTINCT not_before, letter IS NULL, quiet_from, quiet_to
        FROM outbox JOIN people ON telegram_id = chat_id AND quiet_from IS NOT NULL WHERE {waiting}""",
    )
    return [Waiting(moment(row["not_before"]), bool(row["reminder"]), _quiet(row)) for row in rows]


def _quiet(row: Row) -> Hours | None:
    return None if row["quiet_from"] is None else Hours(row["quiet_from"], row["quiet_to"])
