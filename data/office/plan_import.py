"""Importing a plan file in the chat: changes made in the chat since are kept unless the file wins, and the import can
be undone."""

import json
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.errors.plans import TooManyGone
from data.office import importing
from data.office.change_record import ChangeKind, PlanChange, change_from_source
from data.office.events import event_days, with_event_day
from data.office.plan_changes import record_import
from data.office.row_matching import match_codes
from data.people.actor import Actor
from data.plan.deadlines import deadline_of
from data.plan.files.plan import PlanReading, PlanRow
from data.plan.plan import CURRENT, known_plan
from data.plan.versions import TaskState, state_of
from data.store import Database, Row

HERE, GONE = "1", ""
"""The two values of a change of `present`: in the plan, or not."""
_OF_A_DEADLINE = ("deadline_text", "reading")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import would do: the `reading` taken over and the changes.

    `kept` lists where the file differs from changes made in the chat (chat before, file after). `loss` is why it cannot
    be the same plan, or None.
    """

    reading: PlanReading
    changes: importing.PlanChanges
    kept: tuple[importing.ChangedTask, ...]
    loss: TooManyGone | None


def propose_import(db: Database, reading: PlanReading, *, new_plan: bool = False, file_wins: bool = False) -> Proposal:
    """Return what importing would do, without changing anything."""
    if new_plan or known_plan(db) is None:
        return Proposal(reading, importing.compare_plan(db, reading, new_plan=new_plan), (), None)
    adapted, kept = _with_changes_of_the_chat(db, reading, file_wins)
    changes = importing.compare_plan(db, adapted)
    return Proposal(adapted, changes, kept, changes.loss())


def import_with_undo(
    db: Database,
    by: Actor,
    reading: PlanReading,
    title: str,
    issued: date,
    file: str,
    source: str,
    *,
    new_plan: bool,
    file_wins: bool,
) -> PlanChange:
    """Import a plan file so that it can be undone for a day. Done once per `source`.

    Raises ForTheOffice, and TooManyGone as `import_plan` does.
    """
    with by.office_act(db):
        if done := change_from_source(db, source):
            return done
        before_plan = known_plan(db)
        rows = db.fetch_all(f"SELECT * FROM tasks WHERE plan_id = {CURRENT}")
        before = {row["id"]: state_of(db, row) for row in rows}
        proposal = propose_import(db, reading, new_plan=new_plan, file_wins=file_wins)
        importing.import_plan(
            db, proposal.reading, title, issued, file, by.now, new_plan=new_plan, by=by.id, said_in=by.source
        )
        return record_import(db, by, file, before_plan, before, source)


def _with_changes_of_the_chat(
    db: Database, reading: PlanReading, file_wins: bool
) -> tuple[PlanReading, tuple[importing.ChangedTask, ...]]:
    """Return the file's reading adapted to changes made in the chat, and the tasks in which the two differ.

    If `file_wins`, the file's values stay; a deadline whose text is the same keeps the reading that the chat gave it.
    Every row gets the code of its task and the known days of events.
    """
    existing, of_the_chat, days = importing.existing_tasks(db), _changed_in_the_chat(db), event_days(db)
    changed = {code: old for code, old in existing.items() if old["id"] in of_the_chat}
    as_before = {code: _as_a_file_had_it(old, of_the_chat[old["id"]]) for code, old in changed.items()}
    codes = match_codes(reading.rows, {**existing, **as_before})
    rows, kept = list[PlanRow](), list[importing.ChangedTask]()
    for row, code in zip(reading.rows, codes, strict=True):
        row = replace(row, code=code, code_given=True, deadline=with_event_day(row.deadline, days))
        old = existing.get(code)
        fields = of_the_chat.get(old["id"], {}) if old else {}
        if old and "deadline" in fields and row.deadline_text == old["deadline_text"]:
            row = replace(row, deadline=deadline_of(old))
        if old and old["gone_at"] and "present" in fields:
            kept.append(importing.ChangedTask(code, old["title"], (importing.FieldChange("present", GONE, HERE),)))
            if not file_wins:
                continue
        elif old and not old["gone_at"] and (found := _of_fields(importing.differences(old, row), fields)):
            kept.append(importing.ChangedTask(code, old["title"], found))
            row = row if file_wins else _as_in_the_chat(row, old, fields)
        rows.append(row)
    in_file = frozenset(codes)
    for code, old in changed.items():
        if code not in in_file and not old["gone_at"] and "present" in of_the_chat[old["id"]]:
            kept.append(importing.ChangedTask(code, old["title"], (importing.FieldChange("present", HERE, GONE),)))
            rows += [] if file_wins else [_row_of(old, len(rows) + 1)]
    return replace(reading, rows=tuple(rows)), tuple(kept)


def _changed_in_the_chat(db: Database) -> Mapping[int, TaskState]:
    """Return, by task, the fields last changed in the chat (not by a file or an event), with their values before."""
    rows = db.fetch_all(
        f"""SELECT task_id, before, kind FROM task_changes JOIN plan_changes ON plan_changes.id = change_id
        WHERE plan_id = {CURRENT} AND undone_at IS NULL AND kind <> ? ORDER BY change_id""",
        [ChangeKind.EVENT],
    )
    found: dict[int, TaskState] = defaultdict(dict)
    for row in rows:
        before = json.loads(row["before"])
        if row["kind"] == ChangeKind.IMPORT:
            found[row["task_id"]] = {name: said for name, said in found[row["task_id"]].items() if name not in before}
        else:
            found[row["task_id"]] = {**before, **found[row["task_id"]]}
    return found


def _as_a_file_had_it(old: Row, before: TaskState) -> Row:
    """Return a task with the words and units it had before the chat changed them, to match a file's row to it."""
    words = {name: before[name] for name in importing.COMPARED if name in before}
    return {**old, **words, **({"units": frozenset(before["units"])} if "units" in before else {})}


def _of_fields(found: tuple[importing.FieldChange, ...], fields: Container[str]) -> tuple[importing.FieldChange, ...]:
    return tuple(each for each in found if ("deadline" if each.field in _OF_A_DEADLINE else each.field) in fields)


def _as_in_the_chat(row: PlanRow, old: Row, fields: Container[str]) -> PlanRow:
    """Return a row of the file with these fields as the task has them."""
    present = _row_of(old, row.row)
    words = {name: getattr(present, name) for name in importing.COMPARED if name in fields}
    if "deadline" in fields:
        words |= {"deadline_text": present.deadline_text, "deadline": present.deadline}
    if "units" in fields:
        words |= {"units": present.units, "leads": present.leads, "joints": present.joints}
    return replace(row, **words)


def _row_of(old: Row, number: int) -> PlanRow:
    """Return a task in the form of a file's row."""
    roles = old["roles"]
    return PlanRow(
        row=number,
        code=old["code"],
        code_given=True,
        **{name: old[name] for name in importing.COMPARED},
        deadline=deadline_of(old),
        units=tuple(roles),
        leads=tuple(unit for unit, role in roles.items() if role == "lead"),
        joints=tuple(unit for unit, role in roles.items() if role == "joint"),
        groups=(),
        problems=(),
    )
