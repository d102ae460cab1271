"""The office's newest act that can be taken back, of whatever kind."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.acts.recorded_acts import Act, act_by_id, act_of_revision, standing_act
from data.acts.undo import UNDO
from data.office.audit_trail import CONCERNS_TASK, OF_BROADCASTS, AuditLine, audit_line
from data.office.change_record import ChangeKind, PlanChange, find_change
from data.office.plan_changes import import_change, standing_change
from data.people.people import Person
from data.people.removal import Removal, removal_by_id, standing_removal
from data.reporting.reviews import FullReport, full_report
from data.reporting.verdicts_undone import standing_verdict
from data.store import Database, Row
from data.store.audit import UNDONE_WITHIN

Done = PlanChange | FullReport | Removal | Act
DEEDS: Mapping[type[Done], str] = {PlanChange: "change", FullReport: "review", Removal: "remove", Act: "undo"}
"""The name of each kind of act in the data of its 撤销 button, which also holds its id."""
FOUND: Mapping[str, Callable[[Database, int], Done | None]] = {
    "change": find_change,
    "review": full_report,
    "remove": removal_by_id,
    "undo": act_by_id,
    "revision": act_of_revision,
}
"""How the act is found that a button names."""
FINAL = (
    *OF_BROADCASTS,
    *("nudge", "nudge_return", "invite", "void_invitations"),
    *("import_people", "enter_phone", "answer_task_note", "give_back_return", "decide_arrival"),
    *("end_deputy", "end_absence"),
    *("edit_information", "regular_summary", "end_regular_summary", "file_return", "correct_return"),
)
"""Actions of the office that are never taken back: they have gone out already, or are corrected where they were
made."""
BY_OTHERS_TOO = (*FINAL, "absence")
"""Actions that people outside the office may take as well."""
HANDED_IN = ("report", "ask_extension", "task_note", "information", "file_return", "correct_return")
"""Actions of the units by which the office gets something."""
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


def last_act(
    db: Database,
    now: datetime,
    code: str = "",
    removed: Person | None = None,
    by: Person | None = None,
    actions: Sequence[str] | None = None,
) -> LastAct | AuditLine | None:
    """Return the office's newest act of the last day that can be taken back, or else the audit line of its newest final
    one.

    `code` limits the search to a task, `removed` to the removal of that person, `by` to what that person did, `actions`
    to these. A final act with the same source as the act returned (such as the link for a successor) is not reported as
    `since`. That somebody handed over their own work is found only as `removed`. None if there is neither.
    """
    final: list[Row] = []
    named = actions or OF_THE_OFFICE
    rows = _rows(db, now, code, named) if removed is None else _rows(db, now, str(removed.id), ("remove",))
    for row in rows:
        handed_over = row["action"] == "remove" and row["subject"] == str(row["person_id"])
        if (by is not None and row["person_id"] != by.id) or (handed_over and removed is None):
            continue
        if row["action"] in FINAL:
            final.append(row)
        elif (done := _standing(db, row, now)) is not None:
            apart = (each for each in final if each["source"] != row["source"])
            since = next((audit_line(db, each) for each in apart), None)
            return LastAct(row["id"], done, row["name"] or "", db.moment(row["at"]), since)
    return audit_line(db, final[0]) if final else None


def standing_acts(db: Database, now: datetime, actions: Sequence[str]) -> list[LastAct]:
    """Return the office's acts with one of some actions that can still be taken back, newest first."""
    acts = ((row, _standing(db, row, now)) for row in _rows(db, now, "", actions))
    return [LastAct(row["id"], done, row["name"] or "", db.moment(row["at"])) for row, done in acts if done]


def handed_in_last(db: Database, by: Person, since: datetime) -> AuditLine | None:
    """Return the newest thing that a unit's person handed in since a moment, or None."""
    sql = f"""{_ROWS} WHERE audit.person_id = ? AND audit.at > ? AND action IN (SELECT value FROM json_each(?))
        ORDER BY audit.id DESC LIMIT 1"""
    row = db.fetch_one(sql, [by.id, since, [*HANDED_IN]])
    return audit_line(db, row) if row else None


def act_in_row(db: Database, audit_id: int, now: datetime) -> LastAct | None:
    """Return the act that an audit row records if it can still be taken back, else None."""
    row = db.fetch_one(f"{_ROWS} WHERE audit.id = ?", [audit_id])
    done = _standing(db, row, now) if row else None
    return LastAct(audit_id, done, row["name"] or "", db.moment(row["at"])) if row and done else None


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


def _rows(db: Database, now: datetime, code: str, actions: Sequence[str]) -> list[Row]:
    """Return the office's newest audit rows with one of some `actions`, newest first, of the last day or lasting."""
    return db.fetch_all(
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
