"""The office's acts as the audit records them: find the last one, and take it back."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from json import loads
from typing import Any

from data.acts.undo import UNDO
from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince, TooLateToUndo
from data.office.audit_trail import CONCERNS_TASK, AuditLine, audit_line, named_subject
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import import_change, standing_change
from data.people.actor import Actor
from data.people.people import Person, person_by_id
from data.people.removal import Removal, standing_removal
from data.reporting.reviews import FullReport
from data.reporting.verdicts_undone import standing_verdict
from data.store import Database, Row, exists, fetch_all, fetch_number, fetch_one, fetch_row
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


def find_act(db: Database, audit_id: int) -> Act:
    """Return the act that an audit row belongs to. Raises StaleButton if there is no such row or its action is never
    taken back."""
    row = fetch_one(db, "SELECT * FROM audit WHERE id = ?", [audit_id])
    if row is None or row["action"] not in UNDO:
        raise StaleButton
    return _act(db, row)


def act_of(db: Database, source: str) -> Act | None:
    """Return the act recorded under `source`, or None."""
    sql = f"SELECT id FROM audit AS a WHERE source = ? AND action IN {_IN_UNDO} AND NOT {_IS_PART} ORDER BY id LIMIT 1"
    audit_id = fetch_number(db, sql, [source])
    return find_act(db, audit_id) if audit_id and source else None


def act_id_of_revision(db: Database, number: int) -> int:
    """Return the id of the audit row for revision `number` of a statistics return, as old buttons name it. Raises
    StaleButton if there is none."""
    return int(fetch_row(db, "SELECT id FROM audit WHERE detail ->> 'revision' = ?", [number], StaleButton)["id"])


def standing_act(db: Database, row: Row, now: datetime) -> Act | None:
    """Return the act that an audit row belongs to if it can still be taken back, else None.

    None, too, if the row is part of a larger act or records the undoing of one.
    """
    part = f"SELECT 1 FROM audit AS a WHERE id = ? AND ({_UNDOES} OR {_IS_PART})"
    if row["action"] not in UNDO or exists(db, part, [row["id"]]):
        return None
    act = _act(db, row)
    return act if not act.undone and _why_not(db, act, now) is None else None


def undo_act(db: Database, by: Actor, audit_id: int) -> Act:
    """Take an act back, restoring what it changed. Does nothing if it is already undone.

    Raises ForTheOffice, StaleButton, TooLateToUndo after a day, SetAgainSince if the same thing was changed since, and
    whatever restoring raises.
    """
    with by.office_act(db):
        act = find_act(db, audit_id)
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
    rows = fetch_all(db, same, [row["action"], row["source"], row["source"]]) or [row]
    undone = f"SELECT 1 FROM audit AS a WHERE id = ? AND {_IS_UNDONE}"
    return Act(
        rows[0]["id"],
        row["action"],
        tuple(each["subject"] for each in rows),
        tuple(named_subject(db, each["action"], each["subject"]) for each in rows),
        tuple(loads(each["detail"]) for each in rows),
        person_by_id(db, row["person_id"]).name if row["person_id"] else "",
        moment(row["at"]),
        any(exists(db, undone, [each["id"]]) for each in rows),
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
    rows = fetch_all(
        db,
        f"""SELECT subject, source, detail FROM audit AS a WHERE id > ?
        AND action IN (SELECT value FROM json_each(?)) AND NOT {_IS_UNDONE} AND NOT {_UNDOES}""",
        [act.id, actions],
    )
    same = {each for subject, detail in zip(act.subjects, act.details, strict=True) for each in of(subject, detail)}
    others = [each for each in rows if not act.source or each["source"] != act.source]
    return any(one in same for each in others for one in of(each["subject"], loads(each["detail"])))


Done = PlanChange | FullReport | Removal | Act
FINAL = (
    *(
        "broadcast",
        "broadcast_stopped",
        "broadcast_moved",
        "nudge",
        "nudge_return",
        "invite",
        "import_people",
        "enter_phone",
    ),
    *("answer_task_note", "give_back_return", "decide_arrival", "end_deputy", "edit_information"),
    *("regular_summary", "end_regular_summary", "file_return", "correct_return"),
)
"""Actions of the office that are never taken back: they have gone out already, or are corrected where they were
made."""
BY_OTHERS_TOO = (*FINAL, "absence")
"""Actions that people outside the office may take as well."""
MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class LastAct:
    """An act that can still be taken back: the id of its audit row, who did it and when.

    `since` is a later act that cannot be taken back, or None.
    """

    id: int
    done: Done
    by: str
    at: datetime
    since: AuditLine | None = None


def last_act(db: Database, now: datetime, code: str = "", removed: Person | None = None) -> LastAct | AuditLine | None:
    """Return the office's newest act of the last day that can be taken back, or else the audit line of its newest final
    one.

    `code` limits the search to a task, `removed` to the removal of that person. A final act with the same source as the
    act returned (such as the link for a successor) is not reported as `since`. None if there is neither.
    """
    final: list[Row] = []
    rows = _rows(db, now, code) if removed is None else _rows(db, now, str(removed.id), ("remove",))
    for row in rows:
        if row["action"] in FINAL:
            final.append(row)
        elif (done := _standing(db, row, now)) is not None:
            apart = (each for each in final if each["source"] != row["source"])
            since = next((audit_line(db, each) for each in apart), None)
            return LastAct(row["id"], done, row["name"] or "", moment(row["at"]), since)
    return audit_line(db, final[0]) if final else None


def act_in_row(db: Database, audit_id: int, now: datetime) -> LastAct | None:
    """Return the act that an audit row records if it can still be taken back, else None."""
    row = fetch_one(db, f"{_ROWS} WHERE audit.id = ?", [audit_id])
    done = _standing(db, row, now) if row else None
    return LastAct(audit_id, done, row["name"] or "", moment(row["at"])) if row and done else None


def _standing(db: Database, row: Row, now: datetime) -> Done | None:
    if (read := _READ.get(row["action"])) is not None:
        return read(db, row, json.loads(row["detail"]), now)
    return standing_act(db, row, now)


def _plan_change(db: Database, row: Row, detail: Mapping[str, Any], now: datetime) -> PlanChange | None:
    change_id = detail.get("change_id") or import_change(db, row["at"])
    return standing_change(db, change_id, now) if change_id else None


_READ: Mapping[str, Callable[[Database, Row, Mapping[str, Any], datetime], Done | None]] = {
    **{f"plan_{kind}": _plan_change for kind in ChangeKind if kind is not ChangeKind.IMPORT},
    "import_plan": _plan_change,
    "review": lambda db, row, detail, now: standing_verdict(db, detail["report_id"], now),
    "remove": lambda db, row, detail, now: standing_removal(db, row["source"], now),
}
"""How to find what an audit row changed, by action; every other action that can be taken back is an Act."""
OF_THE_OFFICE = (*_READ, *UNDO, *FINAL)
"""Every action of the office, as the audit names them."""
_ROWS = "SELECT audit.*, people.name FROM audit LEFT JOIN people ON people.id = audit.person_id"


def _rows(db: Database, now: datetime, code: str, actions: Sequence[str] = OF_THE_OFFICE) -> list[Row]:
    """Return the newest audit rows of the office with one of some `actions`, newest first, of the last day or
    lasting."""
    return fetch_all(
        db,
        f"""{_ROWS} WHERE (audit.at > :since OR action IN (SELECT value FROM json_each(:lasting)))
        AND (:code = '' OR {CONCERNS_TASK}) AND action IN (SELECT value FROM json_each(:actions))
        AND (action NOT IN (SELECT value FROM json_each(:others))
            OR person_id IN (SELECT person_id FROM memberships WHERE role = 'coordinator'))
        ORDER BY audit.id DESC LIMIT {MOST_LOOKED_AT}""",
        {
            "since": now - UNDONE_WITHIN,
            "lasting": [action for action, undo in UNDO.items() if undo.lasts],
            "code": code,
            "actions": actions,
            "others": BY_OTHERS_TOO,
        },
    )
