"""All reminders that wait for a chat are one message, and no day's says what another of that day has said.

A message may come back from its way after a later one has been planned: what was under way overnight, or what somebody
who cannot be reached has left. So this is seen to when a message is claimed, in the transaction that claims it.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.store import Database, Row, change, fetch_all, fetch_one, update
from data.times import at_hour, day_of, stored

WAITING = """SELECT id, recipient, state FROM outbox WHERE chat_id = ?1 AND letter IS NULL AND day <= ?2
AND state IN ('pending', 'uncertain') ORDER BY id"""


def take_in_waiting(db: Database, outbox_id: int, chat_id: int, day: str) -> None:
    """Let what still waits for a chat, but for what is left to a later day, be a part of one message; where it is
    uncertain whether some of it has arrived, the whole is."""
    waiting = [row for row in fetch_all(db, WAITING, [chat_id, day]) if row["id"] != outbox_id]
    for row in waiting:
        for table in ("notices", "outbox_unreachable"):
            change(db, f"UPDATE OR IGNORE {table} SET outbox_id = ? WHERE outbox_id = ?", [outbox_id, row["id"]])
        update(db, "outbox", row["id"], state="cancelled")
    if any(row["state"] == "uncertain" for row in waiting):
        update(db, "outbox", outbox_id, state="uncertain")
    if any(row["recipient"] == "person" for row in waiting):
        update(db, "outbox", outbox_id, recipient="person")


def as_one(db: Database, row: Row, now: datetime, zone: ZoneInfo) -> int:
    """Make one message of a reminder that is due and those that wait beside it, less what has been said there today.
    Returns its id."""
    today = day_of(now, zone)
    day = max(row["day"], today.isoformat())
    newest = int(fetch_all(db, WAITING, [row["chat_id"], day])[-1]["id"])
    take_in_waiting(db, newest, row["chat_id"], day)
    since, until = (stored(at_hour(each, 0, zone)) for each in (today, today + timedelta(days=1)))
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
