"""Messages on their way out: claimed one by one, looked at again, and never sent twice without saying so.

Sending has no idempotency key (tdlib/telegram-bot-api #126), so a message whose fate is unknown is held for five
minutes, sent once more with a word that it may be a repetition, and then left as a visible alarm.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.notices.groups import bound_group, in_scope
from data.notices.rules import Audience, Entry, Rule
from data.notices.sending_hours import open_since, planning_due
from data.people.people import Person, person_by_id, reachable_people, who_is
from data.plan.tasks import Assignment, assignments
from data.standing.check_ins import waiting_for_check_in
from data.store import Database, Row, change, fetch_all, transaction
from data.times import HOLD, day_of, moment, stored


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this process is about to send. `repeated` when an earlier attempt may have arrived."""

    id: int
    audience: Audience
    chat_id: int
    repeated: bool
    letter: str | None = None
    subject_id: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a claimed message says now: to a person (None for a group), about these entries, and to a coordinator about
    people who cannot be reached."""

    person: Person | None
    today: date
    entries: tuple[Entry, ...]
    unreachable: tuple[Person, ...] = ()


DUE = """SELECT id, recipient, chat_id, state, not_before, letter, subject_id FROM outbox AS due
WHERE state = :state AND not_before <= :now AND iif(letter IS NULL, :reminders, :letters)
AND chat_id NOT IN (SELECT value FROM json_each(:held) UNION SELECT chat_id FROM outbox WHERE state = 'sending')
AND NOT (state = 'pending' AND EXISTS (SELECT 1 FROM outbox AS earlier
    WHERE earlier.state = 'pending' AND earlier.not_before > due.not_before AND earlier.id < due.id
    AND earlier.chat_id = due.chat_id AND (earlier.letter IS NULL) = (due.letter IS NULL)))
ORDER BY not_before, id LIMIT :most"""
"""What may be claimed, found along the index without looking at all that waits. What had to wait for another attempt
is not overtaken by what came after it to the same chat."""


def claim(db: Database, now: datetime, zone: ZoneInfo, most: int = 1, held: Collection[int] = ()) -> list[Claimed]:
    """Take the next messages that are due and may go out at this hour, for this process alone.

    One to a chat, none to those that are `held`, nor while another is on its way there; of what is new the oldest
    first. Reminders wait until today's have been planned, for those join them: one that is left from yesterday would be
    said twice otherwise. While it is being sent, an error stands on a row only where an earlier attempt may have
    arrived.
    """
    with transaction(db):
        rows = _due(db, now, zone, most, held)
        for row in rows:
            change(
                db,
                """UPDATE outbox SET state = 'sending', claimed_at = ?,
                error = CASE state WHEN 'uncertain' THEN ifnull(error, 'uncertain') END WHERE id = ?""",
                [stored(now), row["id"]],
            )
    return [
        Claimed(
            row["id"],
            Audience(row["recipient"]),
            row["chat_id"],
            row["state"] == "uncertain",
            row["letter"],
            row["subject_id"],
        )
        for row in rows
    ]


def is_due(db: Database, now: datetime, zone: ZoneInfo) -> bool:
    """Whether there is a message that could be claimed, if no chat were held."""
    return bool(_due(db, now, zone, 1, ()))


def _due(db: Database, now: datetime, zone: ZoneInfo, most: int, held: Collection[int]) -> list[Row]:
    letters, reminders = (open_since(now, zone, reminder=reminder) is not None for reminder in (False, True))
    given = {
        "now": stored(now),
        "reminders": reminders and not planning_due(db, now, zone),
        "letters": letters,
        "held": json.dumps([*held]),
        "most": most,
    }
    waiting = [row for state in ("pending", "uncertain") for row in fetch_all(db, DUE, given | {"state": state})]
    rows = sorted(waiting, key=lambda row: (row["not_before"], row["id"]))[:most]
    first_of_chat = {row["chat_id"]: row for row in reversed(rows)}
    return [row for row in rows if row is first_of_chat[row["chat_id"]]]


def content(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> Content | None:
    """What the message says now: only what is still open, unchanged in its deadline, and the recipient's to hear.

    None when nothing of it is left; the row is then cancelled.
    """
    today = day_of(now, zone)
    rows = fetch_all(
        db,
        "SELECT * FROM notices WHERE outbox_id = ? ORDER BY id",
        [claimed.id],
    )
    ids = [row["assignment_id"] for row in rows]
    states = {each.id: each for each in assignments(db, today, zone, ids=ids)} if ids else {}
    entries = {
        row["assignment_id"]: entry
        for row in rows
        if (assignment := states.get(row["assignment_id"])) and _still_holds(row, assignment)
        if _may_hear(db, claimed, today, entry := Entry(Rule(row["rule"]), assignment, 0))
    }
    unreachable = _unreachable(db, claimed)
    if not entries and not unreachable:
        cancel(db, claimed)
        return None
    person = None if claimed.audience is Audience.GROUP else who_is(db, claimed.chat_id, today)
    return Content(person, today, tuple(entries.values()), unreachable)


def cancel(db: Database, claimed: Claimed) -> None:
    """Cancel a message of which nothing holds any longer."""
    change(db, "UPDATE outbox SET state = 'cancelled' WHERE id = ?", [claimed.id])


def mark_sent(db: Database, claimed: Claimed, message_id: int, now: datetime) -> None:
    """Note that the message has arrived."""
    change(
        db,
        "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, error = NULL WHERE id = ?",
        [stored(now), message_id, claimed.id],
    )


def mark_unsent(db: Database, claimed: Claimed, not_before: datetime, error: str) -> None:
    """Note that the message has surely not arrived: it waits for another attempt."""
    state = "uncertain" if claimed.repeated else "pending"
    change(
        db,
        "UPDATE outbox SET state = ?, not_before = ?, error = ? WHERE id = ?",
        [state, stored(not_before), error, claimed.id],
    )


def mark_uncertain(db: Database, claimed: Claimed, now: datetime, error: str) -> None:
    """Note that nobody knows whether the message has arrived: it is held, or when that has been so before, left as an
    alarm."""
    change(
        db,
        "UPDATE outbox SET state = ?, not_before = ?, error = ? WHERE id = ?",
        ["dead" if claimed.repeated else "uncertain", stored(now + HOLD), error, claimed.id],
    )


def mark_dead(db: Database, claimed: Claimed, error: str) -> None:
    """Note that the message can never arrive."""
    change(db, "UPDATE outbox SET state = 'dead', error = ? WHERE id = ?", [error, claimed.id])


def hold_interrupted(db: Database, now: datetime, under_way: Collection[int] = ()) -> int:
    """What was being sent and is not under way any more, since the process ended, is uncertain, or when that has been
    so before, left as an alarm. Returns how many."""
    return change(
        db,
        """UPDATE outbox SET state = CASE WHEN error IS NULL THEN 'uncertain' ELSE 'dead' END,
        not_before = ?, error = 'interrupted'
        WHERE state = 'sending' AND id NOT IN (SELECT value FROM json_each(?))""",
        [stored(now + HOLD), json.dumps([*under_way])],
    )


def wait_no_longer(db: Database, now: datetime) -> int:
    """After a jump of the clock: let what would wait longer than is ever right wait five minutes. Returns how many."""
    latest = stored(now + HOLD)
    return change(
        db,
        "UPDATE outbox SET not_before = ? WHERE state IN ('pending', 'uncertain') AND not_before > ?",
        [latest, latest],
    )


def oldest_waiting(db: Database, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Since when today the message that has been due for longest could have gone out; None when none could."""
    due = [
        max(at, since)
        for at, reminder in waiting_times(db)
        if at <= now and (since := open_since(now, zone, reminder=reminder)) is not None
    ]
    return min(due, default=None)


def waiting_times(db: Database) -> list[tuple[datetime, bool]]:
    """The moments for which messages wait, and whether those are reminders."""
    rows = fetch_all(
        db,
        """SELECT DISTINCT not_before, letter IS NULL AS reminder FROM outbox
        WHERE state IN ('pending', 'uncertain')""",
    )
    return [(moment(row["not_before"]), bool(row["reminder"])) for row in rows]


def _unreachable(db: Database, claimed: Claimed) -> tuple[Person, ...]:
    """Those whom a message to a coordinator is about and who still cannot be reached."""
    rows = fetch_all(
        db,
        """SELECT person_id FROM outbox_unreachable JOIN people ON people.id = person_id
        WHERE outbox_id = ? AND unreachable_at IS NOT NULL ORDER BY person_id""",
        [claimed.id],
    )
    return tuple(person_by_id(db, row["person_id"]) for row in rows)


def _still_holds(row: Row, assignment: Assignment) -> bool:
    due = assignment.due.isoformat() if assignment.due else None
    if row["rule"] == Rule.CHECK_IN and not waiting_for_check_in([assignment]):
        return False
    return not assignment.finished and assignment.deadline_version == row["deadline_version"] and due == row["due"]


def _may_hear(db: Database, claimed: Claimed, today: date, entry: Entry) -> bool:
    """Whether the recipient is still the one to tell."""
    unit_id = entry.assignment.unit_id or 0
    if claimed.audience is Audience.GROUP:
        group = bound_group(db, claimed.chat_id)
        return group is not None and in_scope(group, entry.assignment)
    person = who_is(db, claimed.chat_id, today)
    if person is None:
        return False
    if entry.rule is Rule.NO_LIAISON:
        return person.is_coordinator and not reachable_people(db, unit_id)
    return unit_id in person.speaks_for
