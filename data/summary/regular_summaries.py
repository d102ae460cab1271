"""Regular summaries of the last week or month, sent to recipients chosen by the office.

Each is sent once, on the first working day after its week or month, or later if the bot was off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

from data.calendar import Period
from data.errors import Refusal, StaleButton
from data.letters import Letter, put_letter_in_outbox
from data.notices.groups import GroupChat, bound_group
from data.notices.outbox import Claimed, cancel
from data.notices.plan_rules import LAST_PLANNING_HOUR, sending_hours
from data.people.actor import Actor
from data.people.people import Person, person_by_id, who_is
from data.plan.workdays import Workdays, workdays
from data.store import Database, Row, transaction
from data.store.audit import last_restore
from data.summary.days import DAY, Days, days_around
from data.summary.summary import Overview, overview
from data.times import at_hour, day_of, moment

LATEST = 7
"""How many days after the first working day that follows its week or month a summary may still be sent."""


class SummaryFrequency(StrEnum):
    """How often a summary is sent."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class RegularSummary:
    """A weekly or monthly summary for a person or a group."""

    id: int
    every: SummaryFrequency
    person: Person | None
    group: GroupChat | None

    @property
    def name(self) -> str:
        """The name of the person or title of the group; empty if neither exists."""
        return self.person.name if self.person else self.group.title if self.group else ""


@dataclass(frozen=True, slots=True)
class SummaryLetter:
    """A regular summary as it is sent: its days, its units (None: all), and the person, or None for a group."""

    every: SummaryFrequency
    person: Person | None
    days: Days
    units: tuple[str, ...] | None
    shown: Overview


def regular_summaries(db: Database) -> list[RegularSummary]:
    """Return the regular summaries in the order they were set up."""
    return [_regular(db, row) for row in _rows(db)]


def begin_regular_summary(
    db: Database, by: Actor, every: SummaryFrequency, to_person: int | None, to_group: int | None, source: str
) -> RegularSummary:
    """Start sending the weekly or monthly summary to a person or a bound group. Done once per `source` and recipient.

    Raises ForTheOffice, and StaleButton if the recipient no longer exists.
    """
    with by.office_act(db):
        to: dict[str, Any] = {"every": every, "person_id": to_person, "chat_id": to_group, "source": source}
        before = db.fetch_one(
            """SELECT * FROM regular_summaries WHERE source = :source OR (ended_at IS NULL AND every = :every
            AND person_id IS :person_id AND chat_id IS :chat_id) ORDER BY id DESC LIMIT 1""",
            to,
        )
        if before is not None:
            return _regular(db, before)
        if not _is_there(db, to_person, to_group):
            raise StaleButton
        row_id = db.insert("regular_summaries", **to, created_by=by.id, created_at=by.now)
        by.record(db, "regular_summary", str(row_id), every=every, to_person=to_person, to_group=to_group)
        return _regular(db, {"id": row_id, **to})


def end_regular_summary(db: Database, by: Actor, regular_id: int) -> None:
    """Stop sending a regular summary. Does nothing if it has ended. Raises ForTheOffice."""
    with by.office_act(db):
        ended = "UPDATE regular_summaries SET ended_at = ? WHERE id = ? AND ended_at IS NULL"
        if db.change(ended, [by.now, regular_id]):
            by.record(db, "end_regular_summary", str(regular_id))


def post_regular_summaries(db: Database, now: datetime) -> int:
    """Put the summaries of the last week and month into the outbox, each once, on a working day from the sending hour
    on.

    Those possibly sent before a restore are marked as repetitions. Returns how many were put there.
    """
    if sending_hours(db).open_since(now, reminder=True) is None:
        return 0
    today, posted = day_of(now, db.zone), 0
    restored, hours, working = last_restore(db), sending_hours(db), workdays(db)
    with transaction(db):
        for row in _rows(db):
            set_on = day_of(moment(row["created_at"]), db.zone)
            for first, last in previous_periods(SummaryFrequency(row["every"]), today, working):
                usual = hours.next_planning(at_hour(last, LAST_PLANNING_HOUR, db.zone))
                if last >= set_on and (today - day_of(usual, db.zone)).days <= LATEST:
                    posted += _post(db, row, first, now, repeated=restored is not None and usual <= restored)
    return posted


def previous_periods(every: SummaryFrequency, today: date, working: Workdays) -> list[Days]:
    """Return the week or month before that of `today`, and as long as it has no working day on which one could be sent,
    also the one before it, in order."""
    found, first = list[Days](), days_around(today, Period(every))[0]
    while not found or working.after(first - DAY) > found[0][1]:
        found.insert(0, days_around(first - DAY, Period(every)))
        first = found[0][0]
    return found


def summary_letter(db: Database, claimed: Claimed, now: datetime) -> SummaryLetter | None:
    """Return the content of a regular summary in the outbox.

    Returns None and cancels the row if the summary was ended, the person has no role, the group is no longer bound, or
    there is nothing to show for those days.
    """
    row = db.fetch_one(
        """SELECT every, key FROM regular_summaries JOIN outbox ON outbox.id = ?
        WHERE regular_summaries.id = ? AND ended_at IS NULL""",
        [claimed.id, claimed.subject_id],
    )
    group = bound_group(db, claimed.chat_id)
    person = None if group else who_is(db, claimed.chat_id, day_of(now, db.zone))
    if row is None or (group is None and person is None):
        cancel(db, claimed)
        return None
    every, (*_, first) = SummaryFrequency(row["every"]), row["key"].split(":")
    ids, units = _scope(person, group)
    days = days_around(date.fromisoformat(first), Period(every))
    try:
        return SummaryLetter(every, person, days, units, overview(db, days, day_of(now, db.zone), ids))
    except Refusal:
        cancel(db, claimed)
        return None


def _scope(person: Person | None, group: GroupChat | None) -> tuple[tuple[int, ...] | None, tuple[str, ...] | None]:
    """Return the ids and the names of the units that the summary covers; None for all."""
    if person is not None and not person.sees_everything:
        return person.speaks_for, person.units
    if group is not None and group.unit_ids is not None:
        return tuple(group.unit_ids), group.unit_names
    return None, None


def _post(db: Database, row: Row, first: date, now: datetime, *, repeated: bool) -> int:
    chat_id = row["chat_id"]
    if chat_id is None:
        chat_id = person_by_id(db, row["person_id"]).telegram_id
    if chat_id is None:
        return 0
    recipient: Literal["person", "group"] = "person" if row["chat_id"] is None else "group"
    key = f"{Letter.SUMMARY}:{row['id']}:{first}"
    return put_letter_in_outbox(db, Letter.SUMMARY, row["id"], recipient, chat_id, key, at=now, repeated=repeated)


def _is_there(db: Database, person_id: int | None, chat_id: int | None) -> bool:
    if chat_id is not None:
        return bound_group(db, chat_id) is not None
    return db.exists("SELECT 1 FROM people WHERE id = ? AND telegram_id IS NOT NULL", [person_id])


def _rows(db: Database) -> list[Row]:
    return db.fetch_all("SELECT * FROM regular_summaries WHERE ended_at IS NULL ORDER BY id")


def _regular(db: Database, row: Mapping[str, Any]) -> RegularSummary:
    person = None if row["person_id"] is None else person_by_id(db, row["person_id"])
    group = None if row["chat_id"] is None else bound_group(db, row["chat_id"])
    return RegularSummary(row["id"], SummaryFrequency(row["every"]), person, group)
