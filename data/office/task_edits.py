"""What the office changes of one task: its words, its deadline, its units; and tasks added, closed and withdrawn.

Each edit is worked out from the task's state alone, so that it can be shown before it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.errors import UnknownTask
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office.change_record import ChangeKind, PlanChange, TaskChange, change_made
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import Deadline, Kind, plain_values, read_deadline
from data.plan.deadlines.day_answer import read_day
from data.plan.files.titles import short_title
from data.plan.plan import CURRENT, current_plan
from data.plan.tasks import TaskTitle, task_id_of
from data.plan.versions import TaskState, add_task, differing_fields, state_of, task_row
from data.store import Database, Row, exists, fetch_column, fetch_one, fetch_row, transaction
from data.times import stored, stored_day

UNDATED = "不设期限"
"""The text of a deadline that the office has taken off; it is read as missing: nothing is due, nobody is reminded."""


@dataclass(frozen=True, slots=True)
class TaskNow:
    """A task of the current plan as it is, for changing it."""

    id: int
    code: str
    state: TaskState

    @property
    def title(self) -> TaskTitle:
        """Its title."""
        return TaskTitle.of(self.state)

    @property
    def due(self) -> date | None:
        """The day on which the plan says that it is due."""
        return stored_day(self.state["deadline"]["due"])

    @property
    def units(self) -> tuple[str, ...]:
        """Its units, the lead first."""
        return tuple(self.state["units"])

    def proposed(self, new: TaskState) -> TaskChange:
        """What these new fields would change. Raises NoChange where they say what is there already."""
        after = {**self.state, **new}
        fields = differing_fields(self.state, after)
        if not fields:
            raise NoChange(self.code)
        units = dict.fromkeys([*self.units, *after["units"]])
        before, now = ({name: said[name] for name in fields} for said in (self.state, after))
        return TaskChange(self.id, self.code, self.title, before, now, tuple(units))


def task_now(db: Database, task_id: int) -> TaskNow | None:
    """A task of the current plan that is in it; None for any other."""
    row = fetch_one(db, f"SELECT * FROM tasks WHERE id = ? AND plan_id = {CURRENT} AND gone_at IS NULL", [task_id])
    return TaskNow(row["id"], row["code"], state_of(db, row)) if row else None


def task_coded(db: Database, code: str) -> TaskNow | None:
    """The task of the current plan with a code; None where there is none."""
    return task_now(db, task_id_of(db, code) or 0)


def known_task(db: Database, code: str) -> TaskNow:
    """The task of the current plan with a code. Raises UnknownTask where there is none."""
    task = task_coded(db, code)
    if task is None:
        raise UnknownTask(code, in_the_plan=True)
    return task


def with_deadline(text: str, today: date) -> TaskState:
    """A new deadline as somebody writes it: a day, or any text that a plan may have; counted from today. Raises
    DayUnclear for what cannot be read surely."""
    read = read_deadline(text, today)
    if read.kind not in (Kind.UNCLEAR, Kind.MISSING, Kind.DONE, Kind.DATE):
        return {"deadline": {"text": text.strip(), **plain_values(read)}, "settled": True}
    return on_day(read_day(text, today))


def on_day(day: date) -> TaskState:
    """A deadline on a day."""
    text = f"{day.year}年{day.month}月{day.day}日"
    return {"deadline": {"text": text, **plain_values(read_deadline(text, day))}, "settled": True}


def undated() -> TaskState:
    """No deadline at all."""
    return {"deadline": {"text": UNDATED, **plain_values(Deadline(Kind.MISSING))}, "settled": True}


def closed(state: TaskState) -> TaskState:
    """Done, whoever has reported what; the deadline's words stay."""
    done = plain_values(Deadline(Kind.DONE))
    return {"deadline": {"text": state["deadline"]["text"], **done}}


def reopened_deadline(state: TaskState, today: date) -> TaskState:
    """The deadline that the words of a closed task state; empty where they say that it is done."""
    text = state["deadline"]["text"]
    read = read_deadline(text, today)
    return {} if read.kind is Kind.DONE else {"deadline": {"text": text, **plain_values(read)}}


def withdrawn() -> TaskState:
    """Not in the plan any more; what was reported stays."""
    return {"present": False}


def moved(state: TaskState, unit: str, to: str) -> TaskState:
    """Another unit in the place of one, with its part. Raises NoSuchUnitThere."""
    if unit not in state["units"]:
        raise NoSuchUnitThere(unit)
    units = {to if name == unit else name: role for name, role in state["units"].items()}
    return {"units": units}


def joined(state: TaskState, unit: str) -> TaskState:
    """One unit more: a joint one where the task has a leading one, or one alone, which then leads."""
    units = dict(state["units"])
    if unit in units:
        return {}
    if len(units) == 1:
        units = dict.fromkeys(units, "lead")
    return {"units": units | {unit: "joint" if "lead" in units.values() else None}}


def led(state: TaskState, unit: str) -> TaskState:
    """A unit leads, be it a new one; whoever led before stays as a joint one. One alone has no part to tell apart."""
    if tuple(state["units"]) == (unit,):
        return {}
    return {"units": {unit: "lead"} | {name: "joint" for name in state["units"] if name != unit}}


def reworded(field: str, text: str) -> TaskState:
    """One of a task's words; with its title goes the one in English, which said the same."""
    return {field: text} | ({"title_en": ""} if field == "title" else {})


def left(state: TaskState, unit: str) -> TaskState:
    """One unit less; a last one has no part to tell apart. Raises NoSuchUnitThere."""
    if unit not in state["units"]:
        raise NoSuchUnitThere(unit)
    units = {name: role for name, role in state["units"].items() if name != unit}
    return {"units": dict.fromkeys(units) if len(units) == 1 else units}


def state_of_new(measure: str, deliverable: str, units: Sequence[str], deadline: TaskState) -> TaskState:
    """What a new task says; of several units the first leads."""
    roles = {unit: "joint" if number else "lead" for number, unit in enumerate(units)}
    return {
        "title": short_title(measure),
        "measure": measure,
        "deliverable": deliverable,
        "units": roles if len(units) > 1 else dict.fromkeys(units),
        "present": True,
        **deadline,
    }


def as_new(code: str, new: TaskState) -> TaskChange:
    """A new task as a change, to be shown before it is made."""
    return TaskChange(0, code, TaskTitle(new["title"]), {"present": False}, new, tuple(new["units"]))


def new_task(db: Database, by: Actor, beside: int, new: TaskState, reason: str, source: str) -> PlanChange:
    """Add a task (`state_of_new`) to the item of another one, behind its last, with the next free code; its units hear
    of it. Once for one `source`. Raises ForTheOffice."""
    with transaction(db):
        if done := change_made(db, source):
            return done
        neighbour = task_row(db, beside)
        code = next_code(db, neighbour["code"])
        edits = {lay_out_task(db, neighbour, by.now, code): new}
        return change_plan(db, by, ChangeKind.ADD, code, edits, source, reason=reason)


def next_code(db: Database, beside: str) -> str:
    """The next free code of the item to which a code belongs."""
    item, _, _ = beside.rpartition("-")
    codes = fetch_column(db, f"SELECT code FROM tasks WHERE plan_id = {CURRENT}")
    numbers = [code.removeprefix(f"{item}-") for code in codes if code.startswith(f"{item}-")]
    return f"{item}-{max((int(each) for each in numbers if each.isdecimal()), default=0) + 1}"


def lay_out_task(db: Database, model: Row, now: datetime, code: str | None = None) -> int:
    """A row for a task of the current plan that is not in it yet, behind the last of the item of another, with a code
    or with that of the other, where it is free. Returns its id."""
    taken = exists(db, f"SELECT 1 FROM tasks WHERE code = ? AND plan_id = {CURRENT}", [model["code"]])
    code = code or (next_code(db, model["code"]) if taken else model["code"])
    place = {name: model[name] for name in ("section", "item")}
    last = fetch_row(
        db,
        f"""SELECT max(position) AS of_all, max(CASE WHEN section = ? AND item = ? THEN position END) AS of_item
        FROM tasks WHERE plan_id = {CURRENT}""",
        list(place.values()),
    )
    words = dict.fromkeys(("title", "title_en", "measure", "deliverable", "remark", "deadline_text"), "")
    values = {**words, **place, **plain_values(Deadline(Kind.MISSING)), "gone_at": now}
    position = last["of_item"] if last["of_item"] is not None else (last["of_all"] or 0) + 1
    return add_task(db, current_plan(db).id, code, {**values, "position": position}, stored(now))
