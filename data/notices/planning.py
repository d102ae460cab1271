"""Planning messages, each exactly once by a key that is never used again; and a preview of the next days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from data.notices.messages import messages_between, messages_of
from data.notices.outbox import take_in_waiting, waiting_times
from data.notices.plan_rules import planning_due, sending_hours
from data.notices.rules import OF_A_TASK, Entry, Matter, Message, Recipient
from data.plan.workdays import workdays
from data.returns.rounds import open_rounds
from data.store import Database, exists, fetch_column, fetch_one, fetch_text, insert, transaction, trial
from data.store.audit import last_restore
from data.times import at_hour, day_of, moment, stored_day

SLICE = 200
"""So many notices are put into the outbox at a time; between two slices others have their turn."""


def todays_messages(db: Database, now: datetime) -> list[Message] | None:
    """Today's messages that are not in the outbox yet; None if nothing is to be planned now.

    Days on which the bot did not run are made up for: what they would have said, if it still holds, is in today's.
    """
    if not planning_due(db, now):
        return None
    today = day_of(now, db.zone)
    last = fetch_text(db, "SELECT max(day) FROM planned_days WHERE day < ?", [today])
    before = stored_day(last) or workdays(db).before(today)
    said = Said(db)
    messages = (said.without(each) for each in messages_of(db, today, before) if each.to.chat_id)
    return [each for each in messages if each.entries]


def put_messages(db: Database, messages: Sequence[Message], now: datetime) -> Iterator[int]:
    """Put a day's messages into the outbox in slices, each in its own transaction; yields how many messages were begun
    in a slice.

    No message goes out before all are in, and only then the day counts as planned. If it is cut off it starts again,
    and the messages take in what was already put.
    """
    today, put = day_of(now, db.zone), dict[int, int]()
    state = "uncertain" if _may_have_been_said(db) else "pending"
    for part in _in_slices(messages):
        begun = len(put)
        with transaction(db):
            for number, entries in part:
                if number not in put:
                    put[number] = _put(db, messages[number], today, now, state)
                _put_entries(db, put[number], messages[number].to, entries)
        yield len(put) - begun
    insert(db, "planned_days", day=today, planned_at=now)


def _may_have_been_said(db: Database) -> bool:
    """Whether a day was planned, as far as anybody knows, of which a backup that was gone back to does not know."""
    restored, last = last_restore(db), fetch_one(db, "SELECT max(planned_at) AS at FROM planned_days")
    if restored is None or last is None or last["at"] is None:
        return restored is not None
    return sending_hours(db).next_planning(moment(last["at"])) <= restored


def _in_slices(messages: Sequence[Message]) -> Iterator[list[tuple[int, Sequence[Entry]]]]:
    """The entries of messages in parts of no more than a slice, each with the number of its message."""
    part, room = list[tuple[int, Sequence[Entry]]](), SLICE
    for number, message in enumerate(messages):
        rest: Sequence[Entry] = message.entries
        while rest:
            part.append((number, rest[:room]))
            rest, room = rest[room:], room - len(rest[:room])
            if not room:
                yield part
                part, room = [], SLICE
    if part:
        yield part


def upcoming(db: Database, first: date, last: date) -> Iterator[Message]:
    """The messages of the days of a span, going by the present state of the reports, without what has been said
    already. Returns that open within the span are included."""
    with trial(db):
        open_rounds(db, at_hour(last, 23, db.zone))
        messages = list(messages_between(db, first, last))
    said = Said(db)
    for message in messages:
        fresh = said.without(message)
        if fresh.entries:
            yield fresh


def next_moment(db: Database, now: datetime) -> datetime:
    """The next moment at which there is something to do: a planning hour, or a waiting message."""
    hours = sending_hours(db)
    sending = [
        hours.next_opening(max(each.at, now), reminder=each.reminder, quiet=each.quiet) for each in waiting_times(db)
    ]
    return min(each for each in (hours.next_planning(now), *sending) if each > now)


class Said:
    """What has been said, or is in an earlier message, so that nobody is told the same twice."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._keys: set[str] = set()

    def without(self, message: Message) -> Message:
        """The message without what was said before; what is left counts as said from now on."""
        keys = {notice_key(entry, message.to): entry for entry in message.entries}
        known = "SELECT key FROM notices WHERE key IN (SELECT value FROM json_each(?))"
        said = {*fetch_column(self._db, known, [[*keys]]), *self._keys.intersection(keys)}
        self._keys.update(keys)
        return replace(message, entries=tuple(entry for key, entry in keys.items() if key not in said))


def _put(db: Database, message: Message, today: date, now: datetime, state: str) -> int:
    """A row for the message; what still waits from earlier days joins it, and where it is uncertain whether that has
    arrived, the whole is. Returns its id."""
    outbox_id = insert(
        db,
        "outbox",
        recipient=message.to.audience,
        chat_id=message.to.chat_id,
        day=today,
        not_before=max(now, message.at),
        state=state,
    )
    if message.to.chat_id is not None:
        take_in_waiting(db, outbox_id, message.to.chat_id, today.isoformat())
    return outbox_id


def _put_entries(db: Database, outbox_id: int, to: Recipient, entries: Sequence[Entry]) -> None:
    """A row for each entry of a message that has not been spoken of before."""
    db.conn.executemany(
        """INSERT INTO notices
        (key, outbox_id, task_id, assignment_id, matter_id, deadline_version, rule, due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
        [
            [
                notice_key(entry, to),
                outbox_id,
                *_subject(entry),
                entry.rule,
                entry.subject.due.isoformat() if entry.subject.due else None,
            ]
            for entry in entries
        ],
    )


def _subject(entry: Entry) -> tuple[int | None, int | None, int | None, int | None]:
    """What an entry is about: its task and assignment, or its matter, and the version of its deadline."""
    if isinstance(entry.subject, Matter):
        return None, None, entry.subject.id, None
    assignment_id = None if entry.rule in OF_A_TASK else entry.subject.id
    return entry.subject.task_id, assignment_id, None, entry.subject.deadline_version


def notice_key(entry: Entry, to: Recipient) -> str:
    """The key that identifies a notice, so that it is never given twice."""
    return "|".join([_key_of_subject(entry), f"{entry.rule}:{entry.mark}", f"{to.audience}:{to.chat_id}"])


def _key_of_subject(entry: Entry) -> str:
    subject = entry.subject
    if isinstance(subject, Matter):
        return f"{entry.rule}{subject.id}|{subject.due}"
    about = f"task{subject.task_id}" if entry.rule in OF_A_TASK else str(subject.id)
    return f"{about}|{subject.deadline_version}:{subject.due}"


AHEAD = timedelta(days=7)
_DAY = timedelta(days=1)


def coming_week(db: Database, now: datetime) -> list[Message]:
    """The messages of the next seven days, including today if it has not been planned yet."""
    today = day_of(now, db.zone)
    planned = exists(db, "SELECT 1 FROM planned_days WHERE day = ?", [today])
    return list(upcoming(db, today + _DAY if planned else today, today + AHEAD))


def coming_week_after(db: Database, change: Callable[[], None], now: datetime) -> list[Message]:
    """The messages of the next seven days as they would be after a change, which is rolled back. Raises what the
    change raises."""
    with trial(db):
        change()
        return coming_week(db, now)


def days_of(messages: list[Message]) -> dict[date, list[Message]]:
    """The messages grouped by day."""
    days: dict[date, list[Message]] = {}
    for message in messages:
        days.setdefault(message.at.date(), []).append(message)
    return days
