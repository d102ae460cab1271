"""The office's acts as the audit records them, and taking one back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from json import loads
from typing import Any

from data.acts.undo import UNDO
from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince, TooLateToUndo
from data.office.audit_trail import named_subject
from data.people.actor import Actor
from data.people.people import person_by_id
from data.store import Database, Row
from data.store.audit import UNDONE_WITHIN
from data.times import moment

UNDOING = "undo_setting"
_IN_UNDO = f"({', '.join(repr(each) for each in UNDO)})"
_IS_UNDONE = f"EXISTS (SELECT 1 FROM audit AS u WHERE u.action = '{UNDOING}' AND u.detail ->> 'of' = a.id)"
_UNDOES = f"EXISTS (SELECT 1 FROM audit AS u WHERE u.action = '{UNDOING}' AND u.source = a.source AND u.source <> '')"
_IS_PART = """(a.action = 'add_indicator' AND EXISTS (SELECT 1 FROM audit AS whole
    WHERE whole.action IN ('set_up_return', 'change_return') AND whole.source = a.source AND a.source <> ''))"""
"""An SQL condition: the indicator was added along with a statistics return and is not an act of its own."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one button press or message of the office changed, which may be several audit rows with the same action.

    `id` is that of the first row; `subjects`, `named` (the subjects as people read them) and `details` have one entry
    per row. `source` identifies the press or message; it is empty if the person has been forgotten.
    """

    id: int
    action: str
    subjects: tuple[str, ...]
    named: tuple[str, ...]
    details: tuple[Mapping[str, Any], ...]
    by: str
    at: datetime
    undone: bool
    source: str


def act_by_id(db: Database, audit_id: int) -> Act:
    """Return the act of an audit row. Raises StaleButton if there is no such row or its action is never taken back."""
    row = db.fetch_one("SELECT * FROM audit WHERE id = ?", [audit_id])
    if row is None or row["action"] not in UNDO:
        raise StaleButton
    return _act(db, row)


def act_of(db: Database, source: str) -> Act | None:
    """Return the act recorded under `source`, or None."""
    sql = f"SELECT id FROM audit AS a WHERE source = ? AND action IN {_IN_UNDO} AND NOT {_IS_PART} ORDER BY id LIMIT 1"
    audit_id = db.fetch_number(sql, [source])
    return act_by_id(db, audit_id) if audit_id and source else None


def act_of_revision(db: Database, number: int) -> Act:
    """Return revision `number` of a statistics return, as old buttons name it. Raises StaleButton if there is none."""
    sql = "SELECT id FROM audit WHERE detail ->> 'revision' = ?"
    return act_by_id(db, db.fetch_row(sql, [number], StaleButton)["id"])


def standing_act(db: Database, row: Row, now: datetime) -> Act | None:
    """Return the act that an audit row belongs to if it can still be taken back, else None.

    None, too, if the row is part of a larger act or records the undoing of one.
    """
    part = f"SELECT 1 FROM audit AS a WHERE id = ? AND ({_UNDOES} OR {_IS_PART})"
    if row["action"] not in UNDO or db.exists(part, [row["id"]]):
        return None
    act = _act(db, row)
    return act if not act.undone and _why_not(db, act, now) is None else None


def undo_act(db: Database, by: Actor, audit_id: int) -> Act:
    """Take an act back, restoring what it changed. Does nothing if it is already undone.

    Raises ForTheOffice, StaleButton, TooLateToUndo after a day, SetAgainSince if the same thing was changed since, and
    whatever restoring raises.
    """
    with by.office_act(db):
        act = act_by_id(db, audit_id)
        if act.undone:
            return act
        if (why_not := _why_not(db, act, by.now)) is not None:
            raise why_not
        for subject, detail in reversed([*zip(act.subjects, act.details, strict=True)]):
            UNDO[act.action].do(db, subject, detail, by)
        subject = act.subjects[0] if len(act.subjects) == 1 else ""
        by.record(db, UNDOING, subject, of=act.id, undone=act.action)
        return replace(act, undone=True)


def _act(db: Database, row: Row) -> Act:
    """Build the act from all audit rows that share the row's action and source."""
    same = "SELECT * FROM audit WHERE action = ? AND source = ? AND ? <> '' ORDER BY id"
    rows = db.fetch_all(same, [row["action"], row["source"], row["source"]]) or [row]
    undone = f"SELECT 1 FROM audit AS a WHERE id = ? AND {_IS_UNDONE}"
    return Act(
        rows[0]["id"],
        row["action"],
        tuple(each["subject"] for each in rows),
        tuple(named_subject(db, each["action"], each["subject"]) for each in rows),
        tuple(loads(each["detail"]) for each in rows),
        person_by_id(db, row["person_id"]).name if row["person_id"] else "",
        moment(row["at"]),
        any(db.exists(undone, [each["id"]]) for each in rows),
        row["source"],
    )


def _why_not(db: Database, act: Act, now: datetime) -> Refusal | None:
    """Return the refusal to raise if an act can no longer be taken back, or None if it can."""
    undo = UNDO[act.action]
    if now - act.at > UNDONE_WITHIN and not undo.lasts:
        return TooLateToUndo()
    if any(name not in each for name in undo.needs for each in act.details):
        return StaleButton()
    if _is_set_again(db, act):
        return SetAgainSince()
    found = (undo.stands(db, *each, now) for each in zip(act.subjects, act.details, strict=True))
    return next((each for each in found if each is not None), None)


def _is_set_again(db: Database, act: Act) -> bool:
    """Return whether a later act, not taken back since, has changed the same thing.

    Each row without a source (its person has been forgotten) counts as an act of its own.
    """
    family, of = UNDO[act.action].family, UNDO[act.action].of
    actions = [action for action, undo in UNDO.items() if undo.family == family]
    rows = db.fetch_all(
        f"""SELECT subject, source, detail FROM audit AS a WHERE id > ?
        AND action IN (SELECT value FROM json_each(?)) AND NOT {_IS_UNDONE} AND NOT {_UNDOES}""",
        [act.id, actions],
    )
    same = {each for subject, detail in zip(act.subjects, act.details, strict=True) for each in of(subject, detail)}
    others = [each for each in rows if not act.source or each["source"] != act.source]
    return any(one in same for each in others for one in of(each["subject"], loads(each["detail"])))
