"""What the office has set or decided, as the record tells it: what was done last, and how it is taken back."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from json import dumps, loads
from typing import Any

from data.acts.undo import UNDO
from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince, TooLateToUndo
from data.office.audit_trail import OF_A_TASK, AuditLine, audit_line, named_subject
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import import_change, standing_change
from data.people.actor import Actor
from data.people.people import Person, person_by_id
from data.people.removal import Removal, standing_removal
from data.reporting.reviews import Reviewed
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
"""An indicator that came with a statistics return is no act of its own."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one press or sentence has set: the first row of the record that tells of it, and of all its rows the
    subjects, as they are kept and by name, and the details; `source` is the press or sentence, empty where it was
    forgotten."""

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
    """What was set by the press or sentence to which a row of the record belongs. Raises StaleButton where the row
    tells of nothing that could be taken back."""
    row = fetch_one(db, "SELECT * FROM audit WHERE id = ?", [audit_id])
    if row is None or row["action"] not in UNDO:
        raise StaleButton
    return _act(db, row)


def act_of(db: Database, source: str) -> Act | None:
    """What was set by the press or sentence with this source, if anything."""
    sql = f"SELECT id FROM audit AS a WHERE source = ? AND action IN {_IN_UNDO} AND NOT {_IS_PART} ORDER BY id LIMIT 1"
    audit_id = fetch_number(db, sql, [source])
    return find_act(db, audit_id) if audit_id and source else None


def act_of_revision(db: Database, number: int) -> int:
    """The row of the record that tells of what was done to a statistics return, by the `number` that old buttons hold.
    Raises StaleButton."""
    return int(fetch_row(db, "SELECT id FROM audit WHERE detail ->> 'revision' = ?", [number], StaleButton)["id"])


def standing_act(db: Database, row: Row, now: datetime) -> Act | None:
    """What was set by the press or sentence that a row of the record tells of, while it can be taken back: no part of
    another act, nor what has taken one back."""
    part = f"SELECT 1 FROM audit AS a WHERE id = ? AND ({_UNDOES} OR {_IS_PART})"
    if row["action"] not in UNDO or exists(db, part, [row["id"]]):
        return None
    act = _act(db, row)
    return act if not act.undone and _why_not(db, act, now) is None else None


def undo_act(db: Database, by: Actor, audit_id: int) -> Act:
    """Let what was set be again what it was before. The same again changes nothing. Raises ForTheOffice, StaleButton,
    TooLateToUndo after a day, SetAgainSince, and what the change back raises."""
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
    """All rows of one press or sentence that tell of the same kind of thing."""
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
    """Why something cannot be taken back any more; None where it can."""
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
    """Whether the same thing was set once more since, by what has not been taken back. Rows without a source, as those
    of somebody who was forgotten, are an act each."""
    family, of = UNDO[act.action].family, UNDO[act.action].of
    actions = [action for action, undo in UNDO.items() if undo.family == family]
    rows = fetch_all(
        db,
        f"""SELECT subject, source, detail FROM audit AS a WHERE id > ?
        AND action IN (SELECT value FROM json_each(?)) AND NOT {_IS_UNDONE} AND NOT {_UNDOES}""",
        [act.id, dumps(actions)],
    )
    same = {each for subject, detail in zip(act.subjects, act.details, strict=True) for each in of(subject, detail)}
    others = [each for each in rows if not act.source or each["source"] != act.source]
    return any(one in same for each in others for one in of(each["subject"], loads(each["detail"])))


Done = PlanChange | Reviewed | Removal | Act
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
"""What the office does that is not taken back: it has gone out, or is put right where it was done."""
BY_OTHERS_TOO = (*FINAL, "absence")
"""What others than the office do, too."""
MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class LastAct:
    """Something that was done and can be taken back: the row of the record that tells of it, by whom and when. Where
    the office has done something since that stands, that is `since`."""

    id: int
    done: Done
    by: str
    at: datetime
    since: AuditLine | None = None


def last_act(db: Database, now: datetime, code: str = "", removed: Person | None = None) -> LastAct | AuditLine | None:
    """What was done last within a day, of a task where its code is given, or that somebody was `removed`: with how it
    is taken back, else the line of the record that tells of what stands; None where there is nothing. What came of the
    same press (the link for who follows somebody) is no act of its own."""
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
    """What a row of the record tells of, while it can be taken back; else None."""
    row = fetch_one(db, f"{_ROWS} WHERE audit.id = ?", [audit_id])
    done = _standing(db, row, now) if row else None
    return LastAct(audit_id, done, row["name"] or "", moment(row["at"])) if row and done else None


def _standing(db: Database, row: Row, now: datetime) -> Done | None:
    if (read := _READ.get(row["action"])) is not None:
        return read(db, row, json.loads(row["detail"]), now)
    return standing_act(db, row, now)


def _change(db: Database, row: Row, detail: Mapping[str, Any], now: datetime) -> PlanChange | None:
    change_id = detail.get("change_id") or import_change(db, row["at"])
    return standing_change(db, change_id, now) if change_id else None


_READ: Mapping[str, Callable[[Database, Row, Mapping[str, Any], datetime], Done | None]] = {
    **{f"plan_{kind}": _change for kind in ChangeKind if kind is not ChangeKind.IMPORT},
    "import_plan": _change,
    "review": lambda db, row, detail, now: standing_verdict(db, detail["report_id"], now),
    "remove": lambda db, row, detail, now: standing_removal(db, row["source"], now),
}
"""How what the record calls by such an action is found; all else that can be taken back is an Act."""
OF_THE_OFFICE = (*_READ, *UNDO, *FINAL)
"""Everything that the office does, by the names that the record has for it."""
_ROWS = "SELECT audit.*, people.name FROM audit LEFT JOIN people ON people.id = audit.person_id"


def _rows(db: Database, now: datetime, code: str, actions: Sequence[str] = OF_THE_OFFICE) -> list[Row]:
    """The newest rows of the record that tell of what the office does, or of some `actions`."""
    return fetch_all(
        db,
        f"""{_ROWS} WHERE (audit.at > :since OR action IN (SELECT value FROM json_each(:lasting)))
        AND (:code = '' OR {OF_A_TASK}) AND action IN (SELECT value FROM json_each(:actions))
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
