"""Deciding on a request for more time, and taking the answer back: the request then waits again."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.errors import AlreadyDecided, Refusal, StaleButton
from data.errors.plans import ChangedSince
from data.letters import Letter, post, take_back
from data.office.extensions import Decision, Extension, check_day, extension_by_id, find_extension, undecided
from data.people.actor import Actor
from data.people.people import hearers
from data.standing.rows import keep
from data.store import Database, update
from data.times import day_of


def decide_extension(
    db: Database, by: Actor, extension_id: int, decision: Decision, *, day: date | None = None, answer: str = ""
) -> Extension:
    """Grant the day asked for, or with CHANGED another `day`, or refuse with an `answer`. The unit hears of it. The
    same decision again changes nothing. Raises ForTheOffice, AlreadyDecided when there is another one, RequestRests
    while none is wanted, and for another day what `check_day` raises."""
    today = by.today
    with by.office_act(db):
        asked = find_extension(db, extension_id, today, by.zone)
        if asked is None:
            raise AlreadyDecided
        granted = {Decision.ACCEPTED: asked.proposed, Decision.CHANGED: day, Decision.REFUSED: None}[decision]
        if (asked.decision, asked.decided) == (decision, granted):
            return asked
        undecided(asked)
        if decision is Decision.CHANGED and granted is not None:
            check_day(asked.assignment, granted)
        update(
            db,
            "extensions",
            extension_id,
            verdict=decision,
            decided=str(granted) if granted else None,
            answer=answer,
            decided_by=by.id,
            decided_at=by.now,
        )
        keep(db, [asked.assignment.id or 0], by.now, by.zone)
        by.record(
            db,
            "decide_extension",
            f"{asked.assignment.code}@{asked.assignment.unit}",
            extension_id=extension_id,
            decision=decision,
            day=str(granted or ""),
            answer=answer,
        )
        unit = hearers(db, asked.assignment.unit_id or 0)
        post(db, Letter.EXTENSION_DECIDED, extension_id, unit, by.now, by.zone)
        return extension_by_id(db, extension_id, today, by.zone)


def undo_decision(db: Database, extension_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Let a request wait for its answer again. Within the caller's transaction; raises StaleButton where it is gone."""
    asked = find_extension(db, extension_id, day_of(now, zone), zone)
    if asked is None:
        raise StaleButton
    update(db, "extensions", extension_id, verdict=None, decided=None, answer=None, decided_by=None, decided_at=None)
    keep(db, [asked.assignment.id or 0], now, zone)
    people = hearers(db, asked.assignment.unit_id or 0)
    take_back(db, Letter.EXTENSION_DECIDED, Letter.EXTENSION_UNDONE, extension_id, people, now, zone)


def why_decision_stands(db: Database, extension_id: int, now: datetime, zone: ZoneInfo) -> Refusal | None:
    """Why an answer cannot be taken back any more: the unit has asked or reported since, or the deadline has been
    changed; None where it can."""
    asked = find_extension(db, extension_id, day_of(now, zone), zone)
    if asked is None or asked.decision is None:
        return StaleButton()
    as_decided = asked.assignment.due == (asked.decided or asked.due_before)
    stands = not asked.latest or asked.withdrawn or asked.assignment.finished or not as_decided
    return ChangedSince(asked.assignment.code) if stands else None
