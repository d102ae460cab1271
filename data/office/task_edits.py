"""The office's edits of one task: its words, deadline and units; and adding, closing and withdrawing tasks.

Each edit is computed from the task's state alone, so that it can be shown before it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.errors import UnknownTask, needed
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office.change_record import (
    ChangeKind,
    PlanChange,
    TaskChange,
    change_from_source,
    left_waiting,
    units_asking,
    units_under_review,
)
from data.office.events import event_days, with_event_day
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import Deadline, DeadlineKind, plain_values, read_deadline
from data.plan.deadlines.day_answer import read_day
from data.plan.files.titles import short_title
from data.plan.plan import CURRENT, current_plan
from data.plan.tasks import TaskTitle, task_id_of
from data.plan.versions import TaskState, add_task, differing_fields, state_of, task_row
from data.store import Database, Row, transaction
from data.times import stored, stored_day

UNDATED = "不设期限"
"""The text of a deadline that the office has removed. It reads as missing, so nothing is due and nobody is reminded."""


@dataclass(frozen=True, slots=True)
class PresentTask:
    """A task of the current plan in its present state, to be changed."""

    id: int
    code: str
    state: TaskState
    asking: tuple[str, ...] = ()
    """The units that wait for an answer to a request for more time."""
    under_review: tuple[str, ...] = ()
    """The units whose report waits for review."""

    @property
    def title(self) -> TaskTitle:
        """The task's title."""
        return TaskTitle.of(self.state)

    @property
    def due(self) -> date | None:
        """The due day according to the plan, or None."""
        return stored_day(self.state["deadline"]["due"])

    @property
    def units(self) -> tuple[str, ...]:
        """The task's units, the lead first."""
        return tuple(self.state["units"])

    def proposed(self, new: TaskState) -> TaskChange:
        """Return what these new fields would change. Raises NoChange if they equal the present ones."""
        after = {**self.state, **new}
        fields = needed(differing_fields(self.state, after), NoChange(self.code))
        units = dict.fromkeys([*self.units, *after["units"]])
        before, now = ({name: said[name] for name in fields} for said in (self.state, after))
        waiting = (left_waiting(each, now) for each in (self.asking, self.under_review))
        return TaskChange(self.id, self.code, self.title, before, now, tuple(units), *waiting)


def present_task(db: Database, task_id: int) -> PresentTask | None:
    """Return a task of the current plan, or None if it is not in it."""
    row = db.fetch_one(f"SELECT * FROM tasks WHERE id = ? AND plan_id = {CURRENT} AND gone_at IS NULL", [task_id])
    if row is None:
        return None
    waiting = units_asking(db, task_id), units_under_review(db, task_id)
    return PresentTask(row["id"], row["code"], state_of(db, row), *waiting)


def present_task_by_code(db: Database, code: str) -> PresentTask | None:
    """Return the task of the current plan with a code, or None."""
    return present_task(db, task_id_of(db, code) or 0)


def checked_task(db: Database, code: str) -> PresentTask:
    """Return the task of the current plan with a code. Raises UnknownTask if there is none."""
    return needed(present_task_by_code(db, code), UnknownTask(code, in_the_plan=True))


def deadline_edit(text: str, today: date) -> TaskState:
    """Return the edit that sets a deadline as the user writes it: a day, or a text as a plan has it, counted from
    today.

    Raises DayUnclear if it cannot be read with certainty.
    """
    read = read_deadline(text, today)
    if read.kind not in (DeadlineKind.UNCLEAR, DeadlineKind.MISSING, DeadlineKind.DONE, DeadlineKind.DATE):
        return {"deadline": {"text": text.strip(), **plain_values(read)}, "settled": True}
    return due_day_edit(read_day(text, today))


def due_day_edit(day: date) -> TaskState:
    """Return the edit that sets the deadline to a day."""
    text = f"{day.year}年{day.month}月{day.day}日"
    return {"deadline": {"text": text, **plain_values(read_deadline(text, day))}, "settled": True}


def no_deadline_edit() -> TaskState:
    """Return the edit that removes the deadline."""
    return {"deadline": {"text": UNDATED, **plain_values(Deadline(DeadlineKind.MISSING))}, "settled": True}


def closing_edit(state: TaskState) -> TaskState:
    """Return the edit that closes a task, whatever was reported; the deadline's text stays."""
    done = plain_values(Deadline(DeadlineKind.DONE))
    return {"deadline": {"text": state["deadline"]["text"], **done}}


def reopening_edit(db: Database, state: TaskState) -> TaskState:
    """Return the edit that restores a closed task's deadline from its text as an import reads it: from the day on which
    the plan was issued, and with the days of events. Empty if the text itself says done."""
    text = state["deadline"]["text"]
    read = with_event_day(read_deadline(text, current_plan(db).issued), event_days(db))
    return {} if read.kind is DeadlineKind.DONE else {"deadline": {"text": text, **plain_values(read)}}


WITHDRAWAL: TaskState = {"present": False}
"""The edit that takes a task out of the plan; its reports stay."""


def replace_unit_edit(state: TaskState, unit: str, to: str) -> TaskState:
    """Return the edit that replaces `unit` by `to` in the same role. Raises NoSuchUnitThere."""
    if unit not in state["units"]:
        raise NoSuchUnitThere(unit)
    units = {to if name == unit else name: role for name, role in state["units"].items()}
    return {"units": units}


def add_unit_edit(state: TaskState, unit: str) -> TaskState:
    """Return the edit that adds a unit: as a joint one if the task has or gets a lead.

    A single unit becomes the lead. Empty if the unit is on the task already.
    """
    units = dict(state["units"])
    if unit in units:
        return {}
    if len(units) == 1:
        units = dict.fromkeys(units, "lead")
    return {"units": units | {unit: "joint" if "lead" in units.values() else None}}


def make_lead_edit(state: TaskState, unit: str) -> TaskState:
    """Return the edit that makes a unit the lead, added if it is new; the others become joint. Empty if it is alone."""
    if tuple(state["units"]) == (unit,):
        return {}
    return {"units": {unit: "lead"} | {name: "joint" for name in state["units"] if name != unit}}


def wording_edit(field: str, text: str) -> TaskState:
    """Return the edit that sets one text field; a new title clears the English title."""
    return {field: text} | ({"title_en": ""} if field == "title" else {})


def remove_unit_edit(state: TaskState, unit: str) -> TaskState:
    """Return the edit that removes a unit; a single unit left has no role. Raises NoSuchUnitThere."""
    if unit not in state["units"]:
        raise NoSuchUnitThere(unit)
    units = {name: role for name, role in state["units"].items() if name != unit}
    return {"units": dict.fromkeys(units) if len(units) == 1 else units}


def state_of_new_task(measure: str, deliverable: str, units: Sequence[Sequence[str]], deadline: TaskState) -> TaskState:
    """Return the state of a new task of `units`, each a unit alone or those of a group; the first of several leads."""
    roles = {unit: "joint" if number else "lead" for number, named in enumerate(units) for unit in named}
    return {
        "title": short_title(measure),
        "measure": measure,
        "deliverable": deliverable,
        "units": roles if len(units) > 1 else dict.fromkeys(roles),
        "present": True,
        **deadline,
    }


def new_task_change(code: str, new: TaskState) -> TaskChange:
    """Return a new task as a change, to be shown before it is made."""
    return TaskChange(0, code, TaskTitle(new["title"]), {"present": False}, new, tuple(new["units"]))


def create_task(db: Database, by: Actor, beside: int, new: TaskState, reason: str, source: str) -> PlanChange:
    """Add a task (`state_of_new_task`) at the end of another task's item, with the next free code; its units are told.
    Done once per `source`.

    Raises ForTheOffice.
    """
    with transaction(db):
        if done := change_from_source(db, source):
            return done
        neighbour = task_row(db, beside)
        code = next_code(db, neighbour["code"])
        edits = {insert_task(db, neighbour, by.now, code): new}
        return change_plan(db, by, ChangeKind.ADD, code, edits, source, reason=reason)


def next_code(db: Database, beside: str) -> str:
    """Return the next free code in the item that a code belongs to."""
    item, _, _ = beside.rpartition("-")
    codes = db.fetch_column(f"SELECT code FROM tasks WHERE plan_id = {CURRENT}")
    numbers = [code.removeprefix(f"{item}-") for code in codes if code.startswith(f"{item}-")]
    return f"{item}-{max((int(each) for each in numbers if each.isdecimal()), default=0) + 1}"


def insert_task(db: Database, model: Row, now: datetime, code: str | None = None) -> int:
    """Insert a task that is not yet in the plan, at the end of the item of `model`, and return its id.

    Its code is `code`, else the model's if free, else the item's next free one.
    """
    taken = db.exists(f"SELECT 1 FROM tasks WHERE code = ? AND plan_id = {CURRENT}", [model["code"]])
    code = code or (next_code(db, model["code"]) if taken else model["code"])
    place = {name: model[name] for name in ("section", "item")}
    last = db.fetch_row(
        f"""SELECT max(position) AS of_all, max(CASE WHEN section = ? AND item = ? THEN position END) AS of_item
        FROM tasks WHERE plan_id = {CURRENT}""",
        list(place.values()),
    )
    words = dict.fromkeys(("title", "title_en", "measure", "deliverable", "remark", "deadline_text"), "")
    values = {**words, **place, **plain_values(Deadline(DeadlineKind.MISSING)), "gone_at": now}
    position = last["of_item"] if last["of_item"] is not None else (last["of_all"] or 0) + 1
    return add_task(db, current_plan(db).id, code, {**values, "position": position}, stored(now))
