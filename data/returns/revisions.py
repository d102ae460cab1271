"""What the office does to a statistics return: it is set up, changed and ended, and each can be undone for a day."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from data.errors import StaleButton
from data.errors.plans import ChangedSince, NoChange, TooLateToUndo
from data.people.actor import Actor
from data.reporting.indicator_changes import add_indicator
from data.returns.returns import Asked, Return, end_return, find_return, resume_return, set_up
from data.returns.rounds import change_return, open_rounds
from data.store import Database, Row, exists, fetch_number, fetch_one, fetch_row, insert, transaction, update
from data.store.audit import UNDONE_WITHIN
from data.store.records import record_of
from data.times import moment
from data.understanding import IndicatorWords


class Revised(StrEnum):
    """What was done."""

    SET_UP = "set_up"
    CHANGE = "change"
    END = "end"


@dataclass(frozen=True, slots=True)
class Revision:
    """One thing that was done to a return, which stands here as it is now."""

    id: int
    kind: Revised
    changed: Return
    undone: bool


def asked_of(found: Return) -> Asked:
    """What a return asks for, as it is set up and changed."""
    return Asked(
        found.title,
        found.schedule,
        tuple(each.name for each in found.indicators),
        tuple(each.id for each in found.units),
        found.limits,
    )


def set_up_return(db: Database, by: Actor, asked: Asked, new: Sequence[IndicatorWords]) -> Revision:
    """Let units be asked for figures, `new` indicators among them, and open what is open today; once for one source.

    Raises what `set_up` and `add_indicator` raise.
    """

    def make() -> Return:
        for each in new:
            add_indicator(db, by, each)
        found = set_up(db, by, asked)
        open_rounds(db, by.now, by.zone)
        return found

    return _revise(db, by, Revised.SET_UP, None, make)


def revise_return(db: Database, by: Actor, return_id: int, asked: Asked, new: Sequence[IndicatorWords]) -> Revision:
    """Let a return ask for something else; once for one source. Raises NoChange where it asks for that already, and
    what `change_return` and `add_indicator` raise."""

    def make() -> Return:
        if asked == asked_of(find_return(db, return_id)):
            raise NoChange(asked.title)
        for each in new:
            add_indicator(db, by, each)
        found = change_return(db, by, return_id, asked)
        open_rounds(db, by.now, by.zone)
        return found

    return _revise(db, by, Revised.CHANGE, return_id, make)


def stop_return(db: Database, by: Actor, return_id: int) -> Revision:
    """Ask for a return no longer; once for one source. Raises ForTheOffice, StaleButton."""

    def make() -> Return:
        return end_return(db, by, return_id)

    return _revise(db, by, Revised.END, return_id, make)


def undo_revision(db: Database, by: Actor, revision_id: int) -> Revision:
    """Take back what was done to a return: one that was set up is ended, one that was ended is asked for again; the
    same again changes nothing.

    Raises ForTheOffice, StaleButton, TooLateToUndo after a day, ChangedSince where more was done to it.
    """
    with by.office_act(db):
        row = fetch_row(db, "SELECT * FROM return_revisions WHERE id = ?", [revision_id], StaleButton)
        if row["undone_at"] is None:
            _check_undoing(db, row, by.now)
            _undo(db, by, row)
            update(db, "return_revisions", revision_id, undone_at=by.now)
    return find_revision(db, row["id"])


def find_revision(db: Database, revision_id: int) -> Revision:
    """One thing that was done to a return. Raises StaleButton."""
    row = fetch_row(db, "SELECT * FROM return_revisions WHERE id = ?", [revision_id], StaleButton)
    return Revision(row["id"], Revised(row["kind"]), find_return(db, row["return_id"]), row["undone_at"] is not None)


def standing_revision(db: Database, source: str, now: datetime) -> Revision | None:
    """What was done to a return by a press or sentence, while it can be taken back; else None."""
    row = fetch_one(db, "SELECT * FROM return_revisions WHERE source = ? AND undone_at IS NULL", [source])
    try:
        if row is not None:
            _check_undoing(db, row, now)
    except (ChangedSince, TooLateToUndo):
        return None
    return find_revision(db, row["id"]) if row else None


def _undo(db: Database, by: Actor, row: Row) -> None:
    return_id = row["return_id"]
    match Revised(row["kind"]):
        case Revised.SET_UP:
            end_return(db, by, return_id)
        case Revised.END:
            resume_return(db, by, return_id)
        case Revised.CHANGE:
            change_return(db, by, return_id, record_of(Asked, json.loads(row["before"])))


def _check_undoing(db: Database, row: Row, now: datetime) -> None:
    if now - moment(row["at"]) > UNDONE_WITHIN:
        raise TooLateToUndo
    later = "SELECT 1 FROM return_revisions WHERE return_id = ? AND id > ? AND undone_at IS NULL"
    if exists(db, later, [row["return_id"], row["id"]]):
        raise ChangedSince(find_return(db, row["return_id"]).title)


def _revise(db: Database, by: Actor, kind: Revised, return_id: int | None, make: Callable[[], Return]) -> Revision:
    """Do something to a return and keep how it was before."""
    with transaction(db):
        made = fetch_number(db, "SELECT id FROM return_revisions WHERE source = ?", [by.source])
        if made is not None:
            return find_revision(db, made)
        before = asdict(asked_of(find_return(db, return_id))) if return_id else {}
        found = make()
        values = {"kind": kind, "before": before, "person_id": by.id, "source": by.source, "at": by.now}
        revision_id = insert(db, "return_revisions", return_id=found.id, **values)
    return find_revision(db, revision_id)
