"""Planning messages, each notice once by a key that is never used again, and previews of the next days."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from data.notices.messages import messages_between, messages_of
from data.notices.outbox import merge_waiting, waiting_times
from data.notices.plan_rules import planning_due, sending_hours
from data.notices.rules import OF_WHOLE_TASKS, Entry, Message, NoticeMatter, Recipient, notice_key
from data.plan.workdays import workdays
from data.returns.rounds import is_round_due, open_due_rounds
from data.store import Database, transaction, trial
from data.store.audit import last_restore
from data.times import at_hour, day_of, moment, stored_day

SLICE = 200
"""Number of notices stored in one transaction, so that other work gets its turn in between."""


def todays_messages(db: Database, now: datetime) -> list[Message] | None:
    """Return today's messages that are not in the outbox yet, or None if now is not the time to plan.

    They include what missed days would have said, as far as it still holds.
    """
    if not planning_due(db, now):
        return None
    today = day_of(now, db.zone)
    last = db.fetch_text("SELECT max(day) FROM planned_days WHERE day < ?", [today])
    before = stored_day(last) or workdays(db).before(today)
    said = NoticesGiven(db)
    messages = (said.without(each) for each in messages_of(db, today, before) if each.to.chat_id)
    return [each for each in messages if each.entries]


def put_messages(db: Database, messages: Sequence[Message], now: datetime) -> Iterator[int]:
    """Store a day's messages in slices, one transaction each; yield how many messages were begun in each.

    No message goes out before all are stored, and only then is the day marked as planned. If this is interrupted it
    starts again, and what was already stored is merged.
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
    db.insert("planned_days", day=today, planned_at=now)


def _may_have_been_said(db: Database) -> bool:
    """Return whether a restored backup may be older than a day that was planned after it."""
    restored, last = last_restore(db), db.fetch_one("SELECT max(planned_at) AS at FROM planned_days")
    if restored is None or last is None or last["at"] is None:
        return restored is not None
    return sending_hours(db).next_planning(moment(last["at"])) <= restored


def _in_slices(messages: Sequence[Message]) -> Iterator[list[tuple[int, list[Entry]]]]:
    """Yield the entries of the messages in slices, those of each message with its index."""
    pairs = [(number, entry) for number, message in enumerate(messages) for entry in message.entries]
    for start in range(0, len(pairs), SLICE):
        of_messages = groupby(pairs[start : start + SLICE], itemgetter(0))
        yield [(number, [entry for _, entry in part]) for number, part in of_messages]


def upcoming_messages(db: Database, first: date, last: date) -> Iterator[Message]:
    """Yield the messages of the days of a span that have not been sent, based on the present state of the reports.

    Returns that open within the span are included; only for them is anything written, and rolled back.
    """
    until = at_hour(last, 23, db.zone)
    with trial(db) if is_round_due(db, until) else nullcontext():
        open_due_rounds(db, until)
        messages = list(messages_between(db, first, last))
    said = NoticesGiven(db)
    for message in messages:
        fresh = said.without(message)
        if fresh.entries:
            yield fresh


def next_moment_to_act(db: Database, now: datetime) -> datetime:
    """Return the next moment at which there is something to do: plan a day or send a waiting message."""
    hours = sending_hours(db)
    sending = [
        hours.next_opening(max(each.at, now), reminder=each.reminder, quiet=each.quiet) for each in waiting_times(db)
    ]
    return min(each for each in (hours.next_planning(now), *sending) if each > now)


class NoticesGiven:
    """The notices given so far, in the database or in messages passed to `without`, so that none is given twice."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._keys: set[str] = set()

    def without(self, message: Message) -> Message:
        """Return the message without notices given before, and remember those that it contains."""
        keys = {notice_key(entry, message.to): entry for entry in message.entries}
        known = "SELECT key FROM notices WHERE key IN (SELECT value FROM json_each(?))"
        said = {*self._db.fetch_column(known, [[*keys]]), *self._keys.intersection(keys)}
        self._keys.update(keys)
        return replace(message, entries=tuple(entry for key, entry in keys.items() if key not in said))


def _put(db: Database, message: Message, today: date, now: datetime, state: str) -> int:
    """Store a message, merged with what waits for its chat, and return its outbox id.

    It is uncertain if any of that is uncertain.
    """
    to = {"recipient": message.to.audience, "chat_id": message.to.chat_id}
    outbox_id = db.insert("outbox", **to, day=today, not_before=max(now, message.at), state=state)
    if message.to.chat_id is not None:
        merge_waiting(db, outbox_id, message.to.chat_id, today.isoformat())
    return outbox_id


def _put_entries(db: Database, outbox_id: int, to: Recipient, entries: Sequence[Entry]) -> None:
    """Store a notice for each entry, unless its key exists already."""
    db.conn.executemany(
        """INSERT INTO notices
        (key, outbox_id, task_id, assignment_id, matter_id, deadline_version, rule, due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
        [[notice_key(entry, to), outbox_id, *_subject(entry), entry.rule, entry.subject.due] for entry in entries],
    )


def _subject(entry: Entry) -> tuple[int | None, int | None, int | None, int | None]:
    """Return the ids of the task, the assignment and the matter that an entry is about, and its deadline version."""
    if isinstance(entry.subject, NoticeMatter):
        return None, None, entry.subject.id, None
    assignment_id = None if entry.rule in OF_WHOLE_TASKS else entry.subject.id
    return entry.subject.task_id, assignment_id, None, entry.subject.deadline_version


AHEAD = timedelta(days=7)
_DAY = timedelta(days=1)


def coming_week(db: Database, now: datetime) -> list[Message]:
    """Return the messages of the next seven days, including today if it is not planned yet."""
    today = day_of(now, db.zone)
    planned = db.exists("SELECT 1 FROM planned_days WHERE day = ?", [today])
    return list(upcoming_messages(db, today + _DAY if planned else today, today + AHEAD))


def coming_week_after(db: Database, change: Callable[[], None], now: datetime) -> list[Message]:
    """Return the messages of the next seven days as if `change` had been made, then roll it back.

    Raises what `change` raises.
    """
    with trial(db):
        change()
        return coming_week(db, now)
