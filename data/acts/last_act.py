"""What the office did last, whatever it was: read from the record, newest first, with whether it can be taken back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.acts.recorded_acts import Act, standing_act
from data.acts.undo import UNDO
from data.office.audit_trail import OF_A_TASK, AuditLine, audit_line
from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import import_change, standing_change
from data.people.removal import Removal, standing_removal
from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import standing_verdict
from data.returns.revisions import Revision, standing_revision
from data.store import Database, Row, fetch_all, fetch_one
from data.store.audit import UNDONE_WITHIN
from data.times import moment

Done = PlanChange | Reviewed | Revision | Removal | Act
FINAL = (
    *("broadcast", "broadcast_stopped", "nudge", "nudge_return", "invite", "import_people", "enter_phone"),
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


def last_act(db: Database, now: datetime, zone: ZoneInfo, code: str = "") -> LastAct | AuditLine | None:
    """What was done last within a day, of a task where its code is given: with how it is taken back, else the line of
    the record that tells of what stands; None where there is nothing. What came of the same press (the link for who
    follows somebody) is no act of its own."""
    final: list[Row] = []
    for row in _rows(db, now, code):
        if row["action"] in FINAL:
            final.append(row)
        elif (done := _standing(db, row, now, zone)) is not None:
            apart = (each for each in final if each["source"] != row["source"])
            since = next((audit_line(db, each) for each in apart), None)
            return LastAct(row["id"], done, row["name"] or "", moment(row["at"]), since)
    return audit_line(db, final[0]) if final else None


def act_in_row(db: Database, audit_id: int, now: datetime, zone: ZoneInfo) -> LastAct | None:
    """What a row of the record tells of, while it can be taken back; else None."""
    row = fetch_one(db, f"{_ROWS} WHERE audit.id = ?", [audit_id])
    done = _standing(db, row, now, zone) if row else None
    return LastAct(audit_id, done, row["name"] or "", moment(row["at"])) if row and done else None


def _standing(db: Database, row: Row, now: datetime, zone: ZoneInfo) -> Done | None:
    if (read := _READ.get(row["action"])) is not None:
        return read(db, row, json.loads(row["detail"]), now)
    return standing_act(db, row, now, zone)


def _change(db: Database, row: Row, detail: Mapping[str, Any], now: datetime) -> PlanChange | None:
    change_id = detail.get("change_id") or import_change(db, row["at"])
    return standing_change(db, change_id, now) if change_id else None


_READ: Mapping[str, Callable[[Database, Row, Mapping[str, Any], datetime], Done | None]] = {
    **{f"plan_{kind}": _change for kind in ChangeKind if kind is not ChangeKind.IMPORT},
    "import_plan": _change,
    "review": lambda db, row, detail, now: standing_verdict(db, detail["report_id"], now),
    **dict.fromkeys(
        ("set_up_return", "change_return", "end_return"),
        lambda db, row, detail, now: standing_revision(db, row["source"], now),
    ),
    "remove": lambda db, row, detail, now: standing_removal(db, row["source"], now),
}
"""How what the record calls by such an action is found; all else that can be taken back is an Act."""
OF_THE_OFFICE = (*_READ, *UNDO, *FINAL)
"""Everything that the office does, by the names that the record has for it."""
_ROWS = "SELECT audit.*, people.name FROM audit LEFT JOIN people ON people.id = audit.person_id"


def _rows(db: Database, now: datetime, code: str) -> list[Row]:
    """The newest rows of the record that tell of what the office does."""
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
            "actions": OF_THE_OFFICE,
            "others": BY_OTHERS_TOO,
        },
    )
