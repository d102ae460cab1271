"""The answers that a sentence about changing the plan gives to the change's dialog (day, units, reason), and
warnings."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.errors import unless
from data.errors.deadlines import DayUnclear
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office import task_edits as edits
from data.office.extensions import waiting_for_decision
from data.office.task_edits import PresentTask
from data.plan.versions import TaskState
from data.reporting.drafts import checked_reason
from data.times import stored_day
from data.understanding.entities.days import find_days
from data.understanding.entities.days.moments import day_in_no_calendar
from data.understanding.more_time import brought_forward, longer_by
from data.understanding.office.change_asked import AskedChange, ChangeWish
from handlers.dialog.reason import NO_REASONS
from handlers.extensions.letters import waiting_note
from handlers.office.texts.plan_in_words import DAY_IS_EARLIER, DAY_IS_PAST, NO_DEADLINE
from handlers.plan.change_questions import ALSO_FROM, WITH_IT
from handlers.telegram import Context, Html, cut, join, plain_word, series


def answers_of_part(context: Context, asked: AskedChange, code: str) -> dict[str, Any]:
    """Return the day or units that a sentence with a part for each task gives for the task `code`, in the last that
    names it. Raises DayUnclear."""
    part = next(part for part in reversed(asked.parts) if code in part.codes)
    if asked.what is ChangeWish.DEADLINE:
        return {"deadline": edits.deadline_edit(part.rest, context.today)["deadline"]}
    return unit_answers(asked.what, part.units)


def unit_answers(what: ChangeWish, units: Sequence[str]) -> dict[str, Any]:
    """Return the dialog's answers about which unit leaves, takes over, leads or joins; empty without `units`."""
    if not units:
        return {}
    if what is ChangeWish.LEAVE:
        return {"from": units[0], ALSO_FROM: list(units[1:])}
    return {"to": units[-1]} if what is ChangeWish.MOVE else {"to": units[0], WITH_IT: list(units[1:])}


def day_for_all(context: Context, asked: AskedChange) -> dict[str, Any]:
    """Return the deadline that the sentence gives for all of its tasks as an answer; empty if it gives none."""
    said = asked.rest
    for code in asked.codes:
        said = said.replace(code, " ")
    edit = unless(DayUnclear, edits.deadline_edit, said, context.today)
    return {"deadline": edit["deadline"]} if edit is not None else {}


def earlier_days_warning(
    context: Context, asked: AskedChange, tasks: Sequence[PresentTask], days: Mapping[str, Mapping[str, Any]]
) -> Html:
    """Return a warning if the sentence postpones deadlines but the new day is earlier for some tasks; else empty."""
    new = {code: stored_day(answers.get("deadline", {}).get("due")) for code, answers in days.items()}
    earlier = [task.code for task in tasks if task.due and (day := new.get(task.code)) and day < task.due]
    if not asked.put_off or not earlier:
        return Html("")
    return DAY_IS_EARLIER(context.language, codes=cut(series(earlier, context.language), 200))


def deadline_notes(context: Context, task: PresentTask, answers: Mapping[str, Any], said: str = "") -> Html:
    """Return a note that extension requests wait for the task and a warning if the new day is past, or if the days in
    what is `said` are no deadline or in no calendar; empty if none."""
    waiting = waiting_for_decision(context.db, context.today)
    note = waiting_note(waiting, task.code, context.language)
    words = said.replace(task.code, " ").lower()
    names_days = find_days(words, context.today) or day_in_no_calendar(words, context.today)
    if "deadline" not in answers and names_days:
        return join([note, NO_DEADLINE(context.language, said=cut(said, 60))])
    due = stored_day(answers.get("deadline", {}).get("due"))
    if due is None or due >= context.today:
        return note
    return join([note, DAY_IS_PAST(context.language, day=due)])


def change_answers(context: Context, what: ChangeWish, asked: AskedChange, task: PresentTask) -> dict[str, Any]:
    """Return the dialog's answers that a sentence gives for a change of one task. Raises NoChange if that would change
    nothing and NoSuchUnitThere if a unit to leave or hand over does not have the task."""
    found: dict[str, Any] = {}
    there = [unit for unit in asked.units if unit in task.units]
    others = [unit for unit in asked.units if unit not in task.units]
    if what is ChangeWish.DEADLINE:
        found = _deadline(context, asked, task)
    elif asked.together:
        gone = [unit for unit in task.units if unit not in asked.units]
        leaving = unit_answers(ChangeWish.LEAVE, gone if what is not ChangeWish.JOIN else ())
        found = {**leaving, **({"to": others[0], WITH_IT: others[1:]} if others else {})}
    elif what is ChangeWish.LEAVE:
        if not there:
            raise NoSuchUnitThere(asked.units[0])
        found = unit_answers(what, there)
    elif what is ChangeWish.LEAD:
        found = unit_answers(what, asked.units)
    elif what in (ChangeWish.MOVE, ChangeWish.JOIN):
        if asked.source and asked.source not in task.units:
            raise NoSuchUnitThere(asked.source)
        if there and not others and not asked.source:
            raise NoChange(task.code)
        come = {"to": others[0], WITH_IT: others[1:]} if others else {}
        found = {**come, **({"from": there[0]} if there else {})}
    return {**found, **reason_answer(asked)}


def _deadline(context: Context, asked: AskedChange, task: PresentTask) -> dict[str, Any]:
    try:
        new = edits.deadline_edit(asked.rest.replace(asked.code, " "), context.today)
    except DayUnclear:
        if (moved := _moved(asked, task)) is None:
            return {}
        new = moved
    task.proposed(new)
    return {"deadline": new["deadline"]}


def _moved(asked: AskedChange, task: PresentTask) -> TaskState | None:
    """Return the edit that moves a deadline by the length that the sentence gives, or None."""
    day = (brought_forward(asked.rest, task.due) or longer_by(asked.rest, task.due)) if task.due else None
    return edits.due_day_edit(day) if day is not None else None


def days_moved(asked: AskedChange, tasks: Sequence[PresentTask]) -> dict[str, dict[str, Any]]:
    """Return the new deadline of each task, by its id, if the sentence moves all of them by a length (都往后推一个月);
    else empty."""
    moved = {str(task.id): new for task in tasks if (new := _moved(asked, task)) is not None}
    return {each: {"deadline": new["deadline"]} for each, new in moved.items()} if len(moved) == len(tasks) else {}


def reason_answer(asked: AskedChange) -> dict[str, Any]:
    """Return the reason as an answer, or an empty dict if the sentence gives none that others understand (原因同上)."""
    return {} if plain_word(asked.reason) in {"", *NO_REASONS} else {"reason": checked_reason(asked.reason)}
