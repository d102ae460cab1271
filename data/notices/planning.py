"""Planning messages: the day's rows are put into the outbox once, each notice under a key that is never used again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.notices.outbox import waiting_times
from data.notices.rules import SENDING_HOUR, Entry, Message, Recipient, messages_between, messages_of
from data.notices.sending_hours import next_opening, planning_due
from data.plan.workdays import is_workday, next_workday, previous_workday
from data.store import Database, change, fetch_all, fetch_one, insert, transaction
from data.times import at_hour, day_of, stored


def plan_today(db: Database, now: datetime, zone: ZoneInfo) -> int:
    """Put today's messages into the outbox, once a working day within sending hours. Returns how many there are.

    Days on which the bot did not run are made up for: what they would have said and still holds is in today's.
    """
    today = day_of(now, zone)
    with transaction(db):
        if not planning_due(db, now, zone):
            return 0
        last = fetch_one(db, "SELECT max(day) AS day FROM planned_days WHERE day < ?", [today.isoformat()])
        planned_until = date.fromisoformat(last["day"]) if last and last["day"] else previous_workday(today)
        messages = [message for message in messages_of(db, today, planned_until, zone) if message.to.chat_id]
        for message in messages:
            _put(db, message, today, now)
        insert(db, "planned_days", day=today.isoformat(), planned_at=stored(now))
    return len(messages)


def upcoming(db: Database, first: date, last: date, zone: ZoneInfo) -> Iterator[Message]:
    """The messages that the days of a span would bring, from the present state of the reports, without what has been
    said already."""
    said = {row["key"] for row in fetch_all(db, "SELECT key FROM notices")}
    for message in messages_between(db, first, last, zone):
        entries = tuple(entry for entry in message.entries if _key(entry, message.to) not in said)
        if entries:
            yield replace(message, entries=entries)


def next_moment(db: Database, now: datetime, zone: ZoneInfo) -> datetime:
    """The next moment after now at which there is something to do: a working day's hour, or a waiting message."""
    local = now.astimezone(zone)
    hour = at_hour(local.date(), SENDING_HOUR, zone)
    planning = (
        hour if hour > now and is_workday(local.date()) else at_hour(next_workday(local.date()), SENDING_HOUR, zone)
    )
    sending = [next_opening(max(at, now), zone, reminder=reminder) for at, reminder in waiting_times(db)]
    return min(moment for moment in (planning, *sending) if moment > now)


def _put(db: Database, message: Message, today: date, now: datetime) -> None:
    """One row for the message, one for each entry not spoken of before; what still waits from earlier days joins it,
    and where it is uncertain whether that has arrived, the whole is."""
    outbox_id = insert(
        db,
        "outbox",
        recipient=message.to.audience,
        chat_id=message.to.chat_id,
        day=today.isoformat(),
        not_before=stored(now),
    )
    waiting = """SELECT id FROM outbox WHERE chat_id = ? AND id <> ? AND letter IS NULL
        AND state IN ('pending', 'uncertain')"""
    here = [message.to.chat_id, outbox_id]
    if fetch_one(db, f"SELECT 1 FROM ({waiting}) JOIN outbox USING (id) WHERE state = 'uncertain'", here):
        change(db, "UPDATE outbox SET state = 'uncertain' WHERE id = ?", [outbox_id])
    for table in ("notices", "outbox_unreachable"):
        change(db, f"UPDATE OR IGNORE {table} SET outbox_id = ? WHERE outbox_id IN ({waiting})", [outbox_id, *here])
    change(db, f"UPDATE outbox SET state = 'cancelled' WHERE id IN ({waiting})", here)
    for entry in message.entries:
        assignment = entry.assignment
        change(
            db,
            """INSERT INTO notices (key, outbox_id, assignment_id, rule, deadline_version, due)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
            [
                _key(entry, message.to),
                outbox_id,
                assignment.id,
                entry.rule,
                assignment.deadline_version,
                assignment.due.isoformat() if assignment.due else None,
            ],
        )


def _key(entry: Entry, to: Recipient) -> str:
    """What makes a notice the same notice, so that it is never given twice."""
    assignment = entry.assignment
    return "|".join(
        [
            str(assignment.id),
            f"{assignment.deadline_version}:{assignment.due}",
            f"{entry.rule}:{entry.mark}",
            f"{to.audience}:{to.chat_id}",
        ]
    )
