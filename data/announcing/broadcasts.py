"""Broadcasts: checking, sending, stopping, rescheduling and looking them up."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from data.announcing.nudging_times import checked_moment
from data.announcing.recipients import RecipientChoice, put_broadcast_in_outbox, recipients
from data.errors import NoteTooLong, still_there
from data.errors.announcing import AnnouncementEmpty, AnswersTooEarly, ChoicesUnclear, NoRecipients, TooManyToSend
from data.errors.deadlines import DayGone
from data.errors.reporting import FileTooBig
from data.letters import Letter
from data.people.actor import Actor
from data.people.people import is_of_the_office
from data.reporting.attachments import MOST_BYTES, Attachment
from data.reporting.drafts import checked_reason
from data.store import Database, record_of, transaction
from data.times import day_of, stored

MOST_TEXT, MOST_CAPTION, MOST_QUESTION = 2000, 700, 200
"""Limits in characters; a caption, sent with a file, holds less than a message."""
MOST_CHOICES, LONGEST_CHOICE = 4, 20
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class BroadcastContent:
    """The content of a broadcast: text, files, or both, and optionally a question with answers to be given by a day."""

    text: str
    files: tuple[Attachment, ...] = ()
    question: str = ""
    choices: tuple[str, ...] = ()
    until: date | None = None

    @property
    def in_words(self) -> bool:
        """Whether it is answered in one's own words; the one choice then stands for having answered."""
        return len(self.choices) == 1


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast.

    `source` identifies the dialog that made it. `message_id` is the message in the sender's chat that shows its
    progress. `chosen` are its recipients while it waits for `sent_at`; if it was stopped before, it never went out.
    `replaced_by` is the later one that called off what it tells of, or told it anew, so that it takes no more answers.
    """

    id: int
    person_id: int | None
    said: BroadcastContent
    source: str
    sent_at: datetime
    stopped: bool
    finished: bool
    message_id: int | None
    chosen: RecipientChoice | None
    replaced_by: int | None = None

    @property
    def waits(self) -> bool:
        """Whether it has not begun to go out."""
        return self.chosen is not None


def checked_text(text: str, *, with_file: bool) -> str:
    """Return the trimmed text. Raises AnnouncementEmpty if there is neither text nor file, and NoteTooLong."""
    words, most = text.strip(), MOST_CAPTION if with_file else MOST_TEXT
    if not words and not with_file:
        raise AnnouncementEmpty
    return _within(most, words)


def checked_files(files: Sequence[Attachment], one_more: Attachment) -> tuple[Attachment, ...]:
    """Return the files with `one_more` added, replacing an equal one. Raises FileTooBig and TooManyToSend."""
    if one_more.size > MOST_BYTES:
        raise FileTooBig(one_more.size, MOST_BYTES, one_more.name)
    others = [each for each in files if each.file_id != one_more.file_id]
    if len(others) >= MOST_FILES:
        raise TooManyToSend(MOST_FILES)
    return (*others, one_more)


def checked_question(text: str) -> str:
    """Return the question of a broadcast. Raises TextMissing and NoteTooLong."""
    return _within(MOST_QUESTION, checked_reason(text))


def _within(most: int, text: str) -> str:
    """Return the text, or raise NoteTooLong above `most` characters, counted in UTF-16 units as Telegram does."""
    if (length := len(text.encode("utf-16-le")) // 2) > most:
        raise NoteTooLong(length, most)
    return text


def split_choices(text: str) -> tuple[str, ...]:
    """Return the distinct parts of a text separated by commas, slashes or line breaks."""
    for mark in "，,、；;/\n":
        text = text.replace(mark, "\n")
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in text.split("\n")))))


def checked_choices(text: str) -> tuple[str, ...]:
    """Return the answers listed in a text. Raises ChoicesUnclear."""
    found = split_choices(text)
    if not are_choices(found):
        raise ChoicesUnclear(MOST_CHOICES, LONGEST_CHOICE)
    return found


def are_choices(pieces: Sequence[str]) -> bool:
    """Return whether the parts of a text can be answers to choose from: two to four, none too long."""
    return 2 <= len(pieces) <= MOST_CHOICES and all(len(each) <= LONGEST_CHOICE for each in pieces)


def checked_answer_day(day: date, today: date, sent_on: date | None = None) -> date:
    """Return the day to answer by. Raises DayGone, and AnswersTooEarly if it is before the message goes out."""
    if sent_on is not None and day < sent_on:
        raise AnswersTooEarly(day)
    if day < today:
        raise DayGone(day)
    return day


def send_broadcast(
    db: Database,
    by: Actor,
    said: BroadcastContent,
    chosen: RecipientChoice,
    source: str,
    at: datetime | None,
    replaces: int | None = None,
) -> Broadcast:
    """Send a broadcast to the chosen recipients, now or `at` a later moment; the same `source` sends it once. Once it
    goes out, the one that it `replaces` takes no more answers.

    Raises ForTheOffice, AnnouncementEmpty, NoteTooLong, TimeGone, NoRecipients if it would reach nobody today, and what
    checked_answer_day raises.
    """
    with transaction(db):
        if before := broadcast_from(db, source):
            return before
        by.check_office(db)
        checked_text(said.text, with_file=bool(said.files))
        if at is not None:
            checked_moment(at, by.now)
        if said.until is not None:
            checked_answer_day(said.until, by.today, day_of(at or by.now, db.zone))
        found = recipients(db, chosen, by.today)
        if found.nobody:
            raise NoRecipients
        asked = {"question": said.question, "choices": said.choices, "until": said.until}
        made = {"person_id": by.id, "source": source, "sent_at": at or by.now, "replaces": replaces}
        broadcast_id = db.insert("broadcasts", text=said.text.strip(), files=said.files or None, **asked, **made)
        counted: dict[str, Any] = {"people": len(found.people), "units": found.units, "groups": len(found.groups)}
        if at is None:
            put_broadcast_in_outbox(db, broadcast_id, found, by.now)
        else:
            db.update("broadcasts", broadcast_id, send_at=at, chosen=asdict(chosen))
            counted["at"] = stored(at)
        by.record(db, "broadcast", str(broadcast_id), **counted)
        return broadcast_by_id(db, broadcast_id)


def stop_broadcast(db: Database, by: Actor, broadcast_id: int) -> Broadcast:
    """Stop sending a broadcast; messages already on their way still arrive. Raises ForTheOffice."""
    with by.office_act(db):
        broadcast = broadcast_by_id(db, broadcast_id)
        if not broadcast.stopped and not broadcast.finished:
            db.update("broadcasts", broadcast_id, stopped_at=by.now, chosen=None)
            left = db.change(
                """UPDATE outbox SET state = iif(state = 'pending', 'cancelled', 'dead')
                WHERE letter = ? AND subject_id = ? AND state IN ('pending', 'uncertain')""",
                [Letter.BROADCAST, broadcast_id],
            )
            by.record(db, "broadcast_stopped", str(broadcast_id), left=left)
        return broadcast_by_id(db, broadcast_id)


def change_broadcast(
    db: Database,
    by: Actor,
    broadcast_id: int,
    when: datetime | None,
    chosen: RecipientChoice,
    text: str,
    until: date | None,
) -> None:
    """Change when a broadcast that still waits is sent, None meaning now, and until when it is to be answered then, to
    whom it is sent, and its text. Raises ForTheOffice, TimeGone, NoRecipients if it would reach nobody today, and what
    checked_answer_day raises."""
    with by.office_act(db):
        broadcast = broadcast_by_id(db, broadcast_id)
        if broadcast.waits and broadcast.said.text != text:
            db.update("broadcasts", broadcast_id, text=text)
            by.record(db, "broadcast_reworded", str(broadcast_id), before=broadcast.said.text)
        if broadcast.waits and broadcast.sent_at != when:
            at = checked_moment(when, by.now) if when else by.now
            if until is not None:
                checked_answer_day(until, by.today, day_of(at, db.zone))
            db.update("broadcasts", broadcast_id, send_at=at, sent_at=at, until=until)
            by.record(db, "broadcast_moved", str(broadcast_id), before=stored(broadcast.sent_at))
        if broadcast.waits and broadcast.chosen != chosen:
            if (found := recipients(db, chosen, by.today)).nobody:
                raise NoRecipients
            db.update("broadcasts", broadcast_id, chosen=asdict(chosen))
            by.record(db, "broadcast_readdressed", str(broadcast_id), people=len(found.people), units=found.units)


def send_to_more(db: Database, by: Actor, broadcast_id: int, chosen: RecipientChoice) -> Broadcast:
    """Send a broadcast that has gone out to those of the chosen recipients who have not got it, too. Raises
    ForTheOffice."""
    with by.office_act(db):
        sent = db.fetch_column("SELECT person_id FROM broadcast_recipients WHERE broadcast_id = ?", [broadcast_id])
        found = recipients(db, chosen, by.today).apart_from(sent)
        if not found.nobody:
            put_broadcast_in_outbox(db, broadcast_id, found, by.now)
            db.update("broadcasts", broadcast_id, finished_at=None)
            by.record(db, "broadcast_readdressed", str(broadcast_id), people=len(found.people), units=found.units)
        return broadcast_by_id(db, broadcast_id)


def broadcast_by_id(db: Database, broadcast_id: int) -> Broadcast:
    """Return a broadcast. Raises StaleButton if there is none with this id."""
    return still_there(_broadcasts(db, "WHERE id = ?", broadcast_id))[0]


def broadcast_from(db: Database, source: str) -> Broadcast | None:
    """Return the broadcast that came from this source, or None."""
    return next(iter(_broadcasts(db, "WHERE source = ?", source)), None)


def broadcasts_under_way(db: Database) -> list[Broadcast]:
    """Return the broadcasts that have begun to go out and whose end has not been announced yet."""
    return _broadcasts(db, "WHERE finished_at IS NULL AND chosen IS NULL ORDER BY id")


def stoppable_broadcasts(db: Database) -> list[Broadcast]:
    """Return the broadcasts that are going out or waiting for their time, in the order of writing."""
    return _broadcasts(db, "WHERE finished_at IS NULL AND stopped_at IS NULL ORDER BY id")


def waiting_broadcasts(db: Database) -> list[Broadcast]:
    """Return the broadcasts of present coordinators that wait for their time, next first."""
    waiting = _broadcasts(db, "WHERE chosen IS NOT NULL ORDER BY send_at, id")
    return [each for each in waiting if is_of_the_office(db, each.person_id)]


def latest_broadcasts(db: Database, most: int) -> list[Broadcast]:
    """Return the last `most` broadcasts, newest first."""
    return _broadcasts(db, "ORDER BY id DESC LIMIT ?", most)


def latest_broadcast(db: Database) -> Broadcast | None:
    """Return the last broadcast, or None."""
    return next(iter(latest_broadcasts(db, 1)), None)


def show_progress_in(db: Database, broadcast_id: int, message_id: int) -> None:
    """Store which message in the sender's chat shows a broadcast's progress."""
    db.update("broadcasts", broadcast_id, message_id=message_id)


def finish_broadcast(db: Database, broadcast_id: int, now: datetime) -> None:
    """Store that the end of a broadcast has been announced."""
    db.update("broadcasts", broadcast_id, finished_at=now)


REPLACED_BY = """(SELECT max(later.id) FROM broadcasts AS later JOIN broadcasts AS first ON first.id = later.replaces
    WHERE later.chosen IS NULL AND later.stopped_at IS NULL AND broadcasts.id BETWEEN first.id AND later.id - 1
        AND (broadcasts.text, broadcasts.question, broadcasts.choices) = (first.text, first.question, first.choices))"""
"""The SQL for the broadcast that replaced one, also where that asked the same once more; NULL if none did."""


def _broadcasts(db: Database, which: str, *values: object) -> list[Broadcast]:
    return [
        db.record(
            Broadcast,
            row,
            said=record_of(BroadcastContent, {**row, "files": row["files"] or "[]"}),
            stopped=row["stopped_at"] is not None,
            finished=row["finished_at"] is not None,
        )
        for row in db.fetch_all(f"SELECT *, {REPLACED_BY} AS replaced_by FROM broadcasts {which}", values)
    ]
