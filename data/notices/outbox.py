"""Messages on their way out: merged for each chat, claimed, checked again, and not repeated without a note.

Telegram has no idempotency key for sending (tdlib/telegram-bot-api #126). A message whose fate is unknown is held for
five minutes, sent once more marked as a possible repetition, and then left as a visible alarm. A message may return to
waiting after a later one was planned, as overnight: what waits for a chat is merged in the transaction that claims it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from data.letters import TOLD_TOGETHER, Letter
from data.notices.pauses import quiet_hours
from data.notices.plan_rules import Hours, planning_due, sending_hours
from data.notices.rules import Audience
from data.store import Database, Row, record_of, transaction
from data.times import HOLD, at_hour, day_of, moment, stored

UNREACHABLE, REFUSED = "unreachable", "refused"
"""Errors of messages that can never arrive: their recipient has gone, or Telegram does not take them."""
MOST_TOGETHER = 10
"""Maximum number of letters in one message."""
WAITING = """SELECT id, recipient, state FROM outbox WHERE chat_id = ?1 AND letter IS NULL AND day <= ?2
AND state IN ('pending', 'uncertain') ORDER BY id"""


def merge_waiting(db: Database, outbox_id: int, chat_id: int, day: str) -> None:
    """Merge what waits for a chat until `day` into one message, which is uncertain if any part of it is."""
    waiting = [row for row in db.fetch_all(WAITING, [chat_id, day]) if row["id"] != outbox_id]
    for row in waiting:
        for table in ("notices", "outbox_unreachable"):
            db.change(f"UPDATE OR IGNORE {table} SET outbox_id = ? WHERE outbox_id = ?", [outbox_id, row["id"]])
        db.update("outbox", row["id"], state="cancelled")
    if any(row["state"] == "uncertain" for row in waiting):
        db.update("outbox", outbox_id, state="uncertain")
    if any(row["recipient"] == "person" for row in waiting):
        db.update("outbox", outbox_id, recipient="person")


def merge_due_reminder(db: Database, row: Row, now: datetime) -> int:
    """Merge a due reminder with others for its chat, without what was said there today; return the outbox id."""
    today = day_of(now, db.zone)
    day = max(row["day"], today.isoformat())
    newest = int(db.fetch_all(WAITING, [row["chat_id"], day])[-1]["id"])
    merge_waiting(db, newest, row["chat_id"], day)
    since, until = (stored(at_hour(each, 0, db.zone)) for each in (today, today + timedelta(days=1)))
    given = {"id": newest, "chat": row["chat_id"], "since": since, "until": until}
    if db.fetch_one(f"{SAID_TODAY} LIMIT 1", given | {"state": "dead"}):
        db.update("outbox", newest, state="uncertain")
    for said in db.fetch_all(SAID_TODAY, given | {"state": "sent"}):
        db.update("notices", said["id"], outbox_id=said["said_in"])
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
"""SQL for the notices of a message that today's messages to its chat in the state `:state` also contain. Reminders are
equal whatever their rule; news for the office only under the same rule."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process is about to send, claimed `at` a moment. `repeated` means that an earlier attempt may
    have arrived, `parts_sent` is how many of its parts certainly have. `beside` are letters of the same kind that go
    out in the same message."""

    id: int
    audience: Audience
    chat_id: int
    repeated: bool
    at: datetime
    letter: str | None = None
    subject_id: int | None = None
    parts_sent: int = 0
    beside: tuple["Claimed", ...] = ()


DUE = f"""SELECT id, chat_id, day, not_before, letter FROM outbox AS due
WHERE state = :state AND not_before <= :now
AND chat_id NOT IN (SELECT value FROM json_each(:held) UNION SELECT chat_id FROM outbox WHERE state = 'sending')
AND (letter IS '{Letter.UNANSWERED}' OR iif(letter IS NULL, :reminders, :letters)
    AND chat_id NOT IN (SELECT value FROM json_each(:quiet)))
AND NOT (state = 'pending' AND EXISTS (SELECT 1 FROM outbox AS earlier
    WHERE earlier.state = 'pending' AND earlier.error IS NOT NULL AND earlier.not_before > due.not_before
    AND earlier.id < due.id AND earlier.chat_id = due.chat_id AND (earlier.letter IS NULL) = (due.letter IS NULL)))
ORDER BY not_before, id LIMIT :most"""
"""SQL for what may be claimed, at any hour if it stands for an answer. Nothing overtakes what is to be tried again."""


def claim(db: Database, now: datetime, most: int = 1, held: Collection[int] = ()) -> list[Claimed]:
    """Claim up to `most` messages that are due and may go out now, so that only this process sends them.

    Oldest first, one for each chat, none for chats that are `held` or being sent to. Reminders wait until today's are
    planned and merged with them, so that nothing is said twice. While a message is being sent, its row has an error
    only if an earlier attempt may have arrived.
    """
    with transaction(db):
        return [_claimed(db, row, now) for row in _due(db, now, most, held)]


def _claimed(db: Database, row: Row, now: datetime) -> Claimed:
    outbox_id = row["id"] if row["letter"] else merge_due_reminder(db, row, now)
    beside = """UNION SELECT other.id FROM outbox AS one JOIN outbox AS other USING (chat_id, letter, state)
    WHERE one.id = :id AND other.not_before <= :now AND letter IN (SELECT value FROM json_each(:together))"""
    sql = f"""SELECT *, recipient AS audience, state = 'uncertain' AS repeated FROM outbox
    WHERE id IN (SELECT :id {beside}) ORDER BY id <> :id, id LIMIT :most"""
    rows = db.fetch_all(sql, {"id": outbox_id, "now": now, "together": [*TOLD_TOGETHER], "most": MOST_TOGETHER})
    first, *others = [record_of(Claimed, each, at=now) for each in rows]
    sending = """UPDATE outbox SET state = 'sending', claimed_at = ?,
    error = CASE state WHEN 'uncertain' THEN ifnull(error, 'uncertain') END
    WHERE id IN (SELECT value FROM json_each(?))"""
    db.change(sending, [now, [each["id"] for each in rows]])
    return replace(first, beside=(*others,))


def is_due(db: Database, now: datetime, held: Collection[int] = ()) -> bool:
    """Return whether there is a message to claim for a chat that is not `held`."""
    return bool(_due(db, now, 1, held))


def _due(db: Database, now: datetime, most: int, held: Collection[int]) -> list[Row]:
    hours = sending_hours(db)
    letters, reminders = (hours.open_since(now, reminder=reminder) is not None for reminder in (False, True))
    hour = now.astimezone(db.zone).hour
    given = {
        "now": now,
        "quiet": [chat_id for chat_id, quiet in quiet_hours(db).items() if quiet.hold(hour)],
        "reminders": reminders and not planning_due(db, now),
        "letters": letters,
        "held": [*held],
        "most": most,
    }
    waiting = [row for state in ("pending", "uncertain") for row in db.fetch_all(DUE, given | {"state": state})]
    rows = sorted(waiting, key=lambda row: (row["not_before"], row["id"]))[:most]
    first_of_chat = {row["chat_id"]: row for row in reversed(rows)}
    return [row for row in rows if row is first_of_chat[row["chat_id"]]]


def cancel(db: Database, claimed: Claimed) -> None:
    """Cancel a message whose content no longer holds."""
    db.update("outbox", claimed.id, state="cancelled")


def _settle(db: Database, claimed: Claimed, **columns: object) -> None:
    """Store the outcome of a message and of the letters sent with it."""
    names = ", ".join(f"{name} = ?" for name in columns)
    sql = f"UPDATE outbox SET {names} WHERE id IN (SELECT value FROM json_each(?)) AND state = 'sending'"
    db.change(sql, [*columns.values(), [each.id for each in (claimed, *claimed.beside)]])


def release(db: Database, claimed: Claimed) -> None:
    """Put the letters that were claimed along with a message, and still hold, back to waiting."""
    db.change(
        "UPDATE outbox SET state = ? WHERE id IN (SELECT value FROM json_each(?)) AND state = 'sending'",
        ["uncertain" if claimed.repeated else "pending", [each.id for each in claimed.beside]],
    )


def mark_sent(db: Database, claimed: Claimed, message_id: int, now: datetime) -> None:
    """Store that the message has arrived as `message_id`."""
    _settle(db, claimed, state="sent", sent_at=now, message_id=message_id, error=None)


def note_parts(db: Database, claimed: Claimed, parts_sent: int) -> None:
    """Store how many parts of a message have arrived, before the next one is sent."""
    db.update("outbox", claimed.id, parts_sent=parts_sent)


def mark_unsent(db: Database, claimed: Claimed, not_before: datetime, error: str) -> None:
    """Store that the message certainly did not arrive and is to be tried again from `not_before` on."""
    state = "uncertain" if claimed.repeated else "pending"
    _settle(db, claimed, state=state, not_before=not_before, error=error)


def mark_uncertain(db: Database, claimed: Claimed, now: datetime, error: str) -> None:
    """Store that the message may or may not have arrived: hold it, or raise an alarm if it is the second time."""
    _settle(db, claimed, state="dead" if claimed.repeated else "uncertain", not_before=now + HOLD, error=error)


def mark_dead(db: Database, claimed: Claimed, error: str) -> None:
    """Store that the message can never arrive."""
    _settle(db, claimed, state="dead", error=error)


def hold_interrupted(db: Database, now: datetime, under_way: Collection[int] = ()) -> int:
    """Hold what an ended process was sending, except `under_way`; return how many. The second time is an alarm."""
    return db.change(
        """UPDATE outbox SET state = CASE WHEN error IS NULL THEN 'uncertain' ELSE 'dead' END,
        not_before = ?, error = 'interrupted'
        WHERE state = 'sending' AND id NOT IN (SELECT value FROM json_each(?))""",
        [now + HOLD, [*under_way]],
    )


def shorten_waits(db: Database, now: datetime) -> int:
    """Shorten waits made too long by a jump of the clock, except new ones for the next morning; return how many."""
    latest, morning = stored(now + HOLD), day_of(sending_hours(db).next_planning(now), db.zone)
    return db.change(
        """UPDATE outbox SET not_before = ?1 WHERE state IN ('pending', 'uncertain') AND not_before > ?1
        AND NOT (letter IS NULL AND error IS NULL AND day = ?2 AND day > ?3)""",
        [latest, morning, day_of(now, db.zone)],
    )


def oldest_waiting(db: Database, now: datetime, held: Collection[int]) -> datetime | None:
    """Return since when today the longest waiting message could have gone out to a chat that is not `held`, or None."""
    hours = sending_hours(db)
    due = [
        max(each.at, since)
        for each in waiting_times(db, held)
        if each.at <= now and not (each.quiet and each.quiet.hold(now.astimezone(db.zone).hour))
        if (since := hours.open_since(now, reminder=each.reminder)) is not None
    ]
    return min(due, default=None)


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """A moment for which messages wait, whether they are reminders, and the recipient's quiet hours."""

    at: datetime
    reminder: bool
    quiet: Hours | None


def waiting_times(db: Database, held: Collection[int] = ()) -> list[WaitingTime]:
    """Return the distinct moments for which messages to chats that are not `held` wait."""
    quiet = quiet_hours(db)
    rows = db.fetch_all(
        """SELECT DISTINCT not_before, letter IS NULL AS reminder,
            iif(chat_id IN (SELECT value FROM json_each(:quiet)), chat_id, NULL) AS quiet_chat
        FROM outbox WHERE state IN ('pending', 'uncertain') AND chat_id NOT IN (SELECT value FROM json_each(:held))""",
        {"quiet": [*quiet], "held": [*held]},
    )
    return [WaitingTime(moment(row["not_before"]), bool(row["reminder"]), quiet.get(row["quiet_chat"])) for row in rows]
