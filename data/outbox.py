"""Messages on their way out: planned as rows, claimed one by one, and never sent twice without saying so.

Sending has no idempotency key (tdlib/telegram-bot-api #126), so a message whose fate is unknown is held for five
minutes, sent once more with a word that it may be a repetition, and then left as a visible alarm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.groups import bound_group, in_scope
from data.people import Person, reachable_people, who_is
from data.reminders import (
    SENDING_HOUR,
    Audience,
    Entry,
    Message,
    Recipient,
    Rule,
    messages_between,
    messages_of,
)
from data.store import Database, Row, change, fetch_all, fetch_one, insert, transaction
from data.tasks import Assignment, assignments
from data.times import at_hour, day_of, moment, stored
from data.workdays import is_workday, next_workday, previous_workday

LAST_HOUR = 18
HOLD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process is about to send. `repeated` when an earlier attempt may have arrived."""

    id: int
    audience: Audience
    chat_id: int
    repeated: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What a claimed message says now: to a person (None for a group), about these entries."""

    person: Person | None
    today: date
    entries: tuple[Entry, ...]


def plan_today(db: Database, now: datetime, zone: ZoneInfo) -> int:
    """Put today's messages into the outbox, once a working day within sending hours. Returns how many there are.

    Days on which the bot did not run are made up for: what they would have said and still holds is in today's.
    """
    local = now.astimezone(zone)
    today = local.date()
    if not is_workday(today) or not SENDING_HOUR <= local.hour < LAST_HOUR:
        return 0
    with transaction(db):
        if fetch_one(db, "SELECT 1 FROM planned_days WHERE day >= ?", [today.isoformat()]):
            return 0
        last = fetch_one(db, "SELECT max(day) AS day FROM planned_days")
        planned_until = date.fromisoformat(last["day"]) if last and last["day"] else previous_workday(today)
        messages = [message for message in messages_of(db, today, planned_until, zone) if message.to.chat_id]
        for message in messages:
            _put(db, message, today, now)
        insert(db, "planned_days", day=today.isoformat(), planned_at=stored(now))
    return len(messages)


def claim(db: Database, now: datetime) -> Claimed | None:
    """Take the next message that is due, for this process alone; None when there is none."""
    with transaction(db):
        row = fetch_one(
            db,
            """SELECT id, recipient, chat_id, state FROM outbox
            WHERE state IN ('pending', 'uncertain') AND not_before <= ? ORDER BY not_before, id LIMIT 1""",
            [stored(now)],
        )
        if row is None:
            return None
        change(
            db,
            "UPDATE outbox SET state = 'sending', claimed_at = ? WHERE id = ?",
            [stored(now), row["id"]],
        )
    return Claimed(row["id"], Audience(row["recipient"]), row["chat_id"], row["state"] == "uncertain")


def content(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> Content | None:
    """What the message says now: only what is still open, unchanged in its deadline, and the recipient's to hear.

    None when nothing of it is left; the row is then cancelled.
    """
    today = day_of(now, zone)
    states = {each.id: each for each in assignments(db, today, zone)}
    rows = fetch_all(db, "SELECT * FROM notices WHERE outbox_id = ? ORDER BY id", [claimed.id])
    entries = {
        row["assignment_id"]: entry
        for row in rows
        if (assignment := states.get(row["assignment_id"])) and _still_holds(row, assignment)
        if _may_hear(db, claimed, entry := Entry(Rule(row["rule"]), assignment, 0))
    }
    if not entries:
        change(db, "UPDATE outbox SET state = 'cancelled' WHERE id = ?", [claimed.id])
        return None
    person = None if claimed.audience is Audience.GROUP else who_is(db, claimed.chat_id)
    return Content(person, today, tuple(entries.values()))


def mark_sent(db: Database, claimed: Claimed, message_id: int, now: datetime) -> None:
    """The message has arrived."""
    change(
        db,
        "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, error = NULL WHERE id = ?",
        [stored(now), message_id, claimed.id],
    )


def mark_unsent(db: Database, claimed: Claimed, not_before: datetime, error: str) -> None:
    """The message surely did not arrive: it waits for another attempt."""
    state = "uncertain" if claimed.repeated else "pending"
    change(
        db,
        "UPDATE outbox SET state = ?, not_before = ?, error = ? WHERE id = ?",
        [state, stored(not_before), error, claimed.id],
    )


def mark_uncertain(db: Database, claimed: Claimed, now: datetime, error: str) -> None:
    """Nobody knows whether the message arrived: it is held, or when that has been so before, left as an alarm."""
    change(
        db,
        "UPDATE outbox SET state = ?, not_before = ?, error = ? WHERE id = ?",
        ["dead" if claimed.repeated else "uncertain", stored(now + HOLD), error, claimed.id],
    )


def mark_dead(db: Database, claimed: Claimed, error: str) -> None:
    """The message can never arrive."""
    change(db, "UPDATE outbox SET state = 'dead', error = ? WHERE id = ?", [error, claimed.id])


def hold_interrupted(db: Database, now: datetime) -> int:
    """At the start of a process: what an earlier one was about to send is uncertain. Returns how many."""
    return change(
        db,
        "UPDATE outbox SET state = 'uncertain', not_before = ?, error = 'interrupted' WHERE state = 'sending'",
        [stored(now + HOLD)],
    )


def undelivered(db: Database) -> int:
    """How many messages ended as an alarm."""
    row = fetch_one(db, "SELECT count(*) AS n FROM outbox WHERE state = 'dead'")
    return row["n"] if row else 0


def _put(db: Database, message: Message, today: date, now: datetime) -> None:
    """One row for the message, one for each entry not spoken of before; what still waits from earlier days joins it."""
    outbox_id = insert(
        db,
        "outbox",
        recipient=message.to.audience,
        chat_id=message.to.chat_id,
        day=today.isoformat(),
        not_before=stored(now),
    )
    waiting = "SELECT id FROM outbox WHERE chat_id = ? AND state = 'pending' AND id <> ?"
    here = [message.to.chat_id, outbox_id]
    change(db, f"UPDATE notices SET outbox_id = ? WHERE outbox_id IN ({waiting})", [outbox_id, *here])
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


def _still_holds(row: Row, assignment: Assignment) -> bool:
    due = assignment.due.isoformat() if assignment.due else None
    return not assignment.finished and assignment.deadline_version == row["deadline_version"] and due == row["due"]


def _may_hear(db: Database, claimed: Claimed, entry: Entry) -> bool:
    """Whether the recipient is still the one to tell."""
    unit_id = entry.assignment.unit_id or 0
    if claimed.audience is Audience.GROUP:
        group = bound_group(db, claimed.chat_id)
        return group is not None and in_scope(group, entry.assignment)
    person = who_is(db, claimed.chat_id)
    if person is None:
        return False
    if entry.rule is Rule.NO_LIAISON:
        return person.is_coordinator and not reachable_people(db, unit_id)
    return unit_id in person.speaks_for


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
    row = fetch_one(
        db,
        "SELECT min(not_before) AS at FROM outbox WHERE state IN ('pending', 'uncertain') AND not_before > ?",
        [stored(now)],
    )
    return min(planning, moment(row["at"])) if row and row["at"] else planning
