"""What the office says of the plan in words: an event that has happened, a task that is to be changed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import UnknownTask, UnknownUnit
from data.errors.deadlines import DayUnclear
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office import task_edits as edits
from data.office.events import names_event_surely
from data.office.extension_request import longer_by
from data.office.extensions import waiting_for_decision
from data.office.task_edits import TaskNow, task_now
from data.plan.plan import current_plan
from data.plan.tasks import code_of, code_of_assignment, task_id_of
from data.plan.units import all_units
from data.reporting.drafts import checked_note, checked_reason
from data.reporting.reviews import reviewed
from data.standing.assignments import assignments
from data.times import stored_day
from data.understanding import Aim, Intent, Kind, Understanding, of_kind
from data.understanding.change_asked import Asked, AskedChange, begins_with_code, change_asked
from data.understanding.field_asked import field_asked
from data.understanding.strange_units import unknown_unit
from handlers.dialog import Declaration, Talk, begin, reader
from handlers.extensions.letters import waiting_note
from handlers.office import event_days, task_menu
from handlers.office import task_changes as changes
from handlers.office.change_questions import WITH_IT
from handlers.office.new_task import NEW_TASK
from handlers.office.orders_left import change_taken, not_handled
from handlers.office.several_changes import SEVERAL, begin_several
from handlers.office.task_menu import show_menu
from handlers.office.texts.plan_in_words import DAY_IS_EARLIER, DAY_IS_PAST, WHAT_CAN_BE_CHANGED, WHICH_OTHERS
from handlers.office.verdicts import ACCEPT, RETURN
from handlers.telegram import Context, Html, answer, cut, day_text, hear, join, said_by, series

DIALOGS: dict[Asked, Declaration[TaskNow]] = {
    Asked.UNDATED: changes.UNDATED,
    Asked.DEADLINE: changes.DEADLINE,
    Asked.MOVE: changes.MOVE,
    Asked.LEAD: changes.LEAD,
    Asked.JOIN: changes.JOIN,
    Asked.LEAVE: changes.LEAVE,
    Asked.CLOSE: changes.CLOSE,
    Asked.WITHDRAW: changes.WITHDRAW,
}


def _changes_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Whether a sentence of the office is an order to add a task, or begins with one to change a task that is not what
    the open dialog is about."""
    asked = change_asked(text, heard) if talk.context.person.is_coordinator else None
    if asked is None or asked.code in codes_of(talk):
        return False
    if not asked.code:
        return asked.what is Asked.ADD and bool(asked.rest)
    return begins_with_code(text, asked.code)


def _enters_an_event(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Whether the office says of an event that tasks wait for on which day it was; a reason may say so, too."""
    is_another = talk.context.person.is_coordinator and talk.dialog.kind != event_days.EVENT.kind
    return is_another and names_event_surely(talk.context.db, text)


@reader(knows=_enters_an_event, names=_changes_another)
async def plan_said(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence of the office surely changes the plan; its dialog is then begun. Raises UnknownTask, and
    UnknownUnit where a task is to go to an office that the plan does not know."""
    if not context.person.is_coordinator:
        return False
    text = said_by(update, meaning)
    taken = change_taken(context, text, meaning)
    asked = taken.asked if taken else None
    if asked is not None and asked.all_but and not (asked := _of_all_others(context, asked)):
        await answer(update, context, WHICH_OTHERS(context.language))
        return True
    if asked is not None and not _reports_on_own(context, asked, meaning):
        await _begin(update, context, asked, not_handled(context, taken.left if taken else ()))
        return True
    if asked is None and (strange := unknown_unit(text, meaning)):
        raise UnknownUnit(strange)
    surely = meaning.aim is Aim.PLAN or names_event_surely(context.db, text)
    return surely and await event_days.event_said(update, context, text)


async def plan_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """What is most likely meant to change the plan: begin that, or say what can be changed, and how. Raises NoPlan."""
    current_plan(context.db)
    if not await plan_said(update, context, meaning):
        await answer(update, context, WHAT_CAN_BE_CHANGED(context.language))


def tasks_of(dialog: Dialog, context: Context) -> list[str]:
    """The code of the task that a change is about, or the report that is looked at."""
    if dialog.kind in {each.kind for each in changes.CHANGES.values()}:
        return [code_of(context.db, dialog.subject_id)]
    if dialog.kind == SEVERAL.kind:
        return [code_of(context.db, each) for each in dialog.answers["tasks"]]
    report = reviewed(context.db, dialog.subject_id) if dialog.kind in (RETURN.kind, ACCEPT.kind) else None
    return [report.code] if report else []


def codes_of(talk: Talk[Any]) -> list[str]:
    """The codes of all tasks that an open dialog is about."""
    reported = talk.declared.about(talk.context, talk.dialog)
    return [*(code_of_assignment(talk.context.db, each) for each in reported), *tasks_of(talk.dialog, talk.context)]


def _reports_on_own(context: Context, asked: AskedChange, meaning: Understanding) -> bool:
    """Whether who works for a unit as well says 43-5 办结 of a task of that unit."""
    if meaning.intent is not Intent.REPORT or not context.person.speaks_for or asked.what is not Asked.CLOSE:
        return False
    task = task_now(context.db, task_id_of(context.db, asked.code) or 0)
    return task is not None and not set(task.units).isdisjoint(context.person.units)


def _of_all_others(context: Context, asked: AskedChange) -> AskedChange | None:
    """A change of all open tasks of the units that are named but some; None where it does not say of whose."""
    if asked.what not in (Asked.DEADLINE, Asked.UNDATED) or not asked.units:
        return None
    ids = [each.id for each in all_units(context.db) if each.name in asked.units]
    found = assignments(context.db, context.today, context.zone, ids)
    codes = sorted({each.code for each in found if not each.finished and each.code not in asked.all_but}, key=_in_order)
    return replace(asked, codes=tuple(codes), all_but=()) if codes else None


def _in_order(code: str) -> list[int]:
    return [int(part) for part in code.split("-")]


async def _begin(update: Update, context: Context, asked: AskedChange, left: Html) -> None:
    """Begin the change that is asked for, with all that the sentence says of it; what is `left` stands above."""
    if not asked.code:
        await begin(update, context, NEW_TASK, 0, answers={**_new_task(context, asked.rest), **_reason(asked)})
        return
    if len(asked.codes) > 1:
        await _begin_several(update, context, asked, left)
        return
    task = _task(context, asked.code)
    match asked.what:
        case Asked.SETTLED:
            await task_menu.settle(update, context, task)
        case Asked.EDIT if (field := field_asked(asked.rest, asked.reason)) is not None:
            answers = {"field": field.field, "text": checked_note(field.words)}
            answers |= {"reason": checked_reason(field.reason)} if field.reason else {}
            task.proposed(edits.reworded(field.field, field.words))
            await begin(update, context, changes.WORDS, task.id, answers=answers, first=left)
        case Asked.EDIT:
            await show_menu(update, context, task)
        case _:
            what = Asked.JOIN if asked.what is Asked.MOVE and not task.units else asked.what
            answers = _answers(context, what, asked, task)
            first = _of_the_deadline(context, task, answers) if what is Asked.DEADLINE else Html("")
            forward = _put_forward(context, asked, [task], {task.code: answers})
            await begin(update, context, DIALOGS[what], task.id, answers=answers, first=join([left, forward, first]))


def _new_task(context: Context, measure: str) -> dict[str, Any]:
    """What a sentence says of a new task: its words, the units that they name, and their one day."""
    if not measure:
        return {}
    heard = hear(context, measure)
    units = list(dict.fromkeys(value for each in of_kind(heard, Kind.UNIT) for value in each.values))
    times = list(of_kind(heard, Kind.TIME))
    due: dict[str, Any] = {}
    if len(times) == 1:
        with suppress(DayUnclear):
            said = heard.text[times[0].start : times[0].end]
            due = {"due": edits.with_deadline(said, context.today)["deadline"]}
    return {"measure": measure, **({"units": units} if units else {}), **due}


def _task(context: Context, code: str) -> TaskNow:
    task = task_now(context.db, task_id_of(context.db, code) or 0)
    if task is None:
        raise UnknownTask(code, in_the_plan=True)
    return task


def _is_there(context: Context, code: str) -> bool:
    return task_now(context.db, task_id_of(context.db, code) or 0) is not None


async def _begin_several(update: Update, context: Context, asked: AskedChange, left: Html) -> None:
    """Begin the same change of several tasks, shown and done together."""
    tasks = [_task(context, code) for code in asked.codes if code not in asked.between or _is_there(context, code)]
    answers: dict[str, Any] = _reason(asked)
    notes = list[Html]()
    days: dict[str, Mapping[str, Any]] = {}
    if asked.parts:
        own = {str(task.id): _of_part(context, asked, task.code) for task in tasks}
        answers |= {"each": own}
        if asked.what is Asked.DEADLINE:
            days = {task.code: own[str(task.id)] for task in tasks}
            notes = [_of_the_deadline(context, task, own[str(task.id)]) for task in tasks]
    elif asked.what is Asked.DEADLINE:
        answers |= _day(context, asked)
        days = {task.code: answers for task in tasks}
        notes = [_of_the_deadline(context, task, answers) for task in tasks]
    elif asked.units:
        answers |= _of_unit(asked.what, asked.units)
    first = join([left, _put_forward(context, asked, tasks, days), *dict.fromkeys(notes)])
    await begin_several(update, context, DIALOGS[asked.what].kind, tasks, answers, first)


def _of_part(context: Context, asked: AskedChange, code: str) -> dict[str, Any]:
    """The day or the unit that a sentence with several gives for a task. Raises DayUnclear."""
    part = next(part for part in asked.parts if code in part.codes)
    if asked.what is Asked.DEADLINE:
        return {"deadline": edits.with_deadline(part.rest, context.today)["deadline"]}
    return _of_unit(asked.what, part.units)


def _of_unit(what: Asked, units: Sequence[str]) -> dict[str, Any]:
    if not units:
        return {}
    if what is Asked.LEAVE:
        return {"from": units[0]}
    return {"to": units[-1]} if what is Asked.MOVE else {"to": units[0], WITH_IT: list(units[1:])}


def _day(context: Context, asked: AskedChange) -> dict[str, Any]:
    """The day that a sentence gives for all of its tasks, if any."""
    said = asked.rest
    for code in asked.codes:
        said = said.replace(code, " ")
    try:
        return {"deadline": edits.with_deadline(said, context.today)["deadline"]}
    except DayUnclear:
        return {}


def _put_forward(
    context: Context, asked: AskedChange, tasks: Sequence[TaskNow], days: Mapping[str, Mapping[str, Any]]
) -> Html:
    """That a day is earlier than the deadline of some tasks, where the words say that it is put off."""
    new = {code: stored_day(answers.get("deadline", {}).get("due")) for code, answers in days.items()}
    earlier = [task.code for task in tasks if task.due and (day := new.get(task.code)) and day < task.due]
    if not asked.put_off or not earlier:
        return Html("")
    return DAY_IS_EARLIER(context.language, codes=cut(series(earlier, context.language), 200))


def _of_the_deadline(context: Context, task: TaskNow, answers: Mapping[str, Any]) -> Html:
    """That requests for more time on the task wait, which a new deadline makes needless; that the day is past."""
    waiting = waiting_for_decision(context.db, context.today, context.zone)
    note = waiting_note(waiting, task.code, context.language)
    due = stored_day(answers.get("deadline", {}).get("due"))
    if due is None or due >= context.today:
        return note
    return join([note, DAY_IS_PAST(context.language, day=day_text(due, context.language))])


def _answers(context: Context, what: Asked, asked: AskedChange, task: TaskNow) -> dict[str, Any]:
    """The answers that a sentence gives. Raises NoChange where that would change nothing, NoSuchUnitThere."""
    found: dict[str, Any] = {}
    there = [unit for unit in asked.units if unit in task.units]
    others = [unit for unit in asked.units if unit not in task.units]
    if what is Asked.DEADLINE:
        found = _deadline(context, asked, task)
    elif what is Asked.LEAVE:
        if not there:
            raise NoSuchUnitThere(asked.units[0])
        found = {"from": there[0]}
    elif what is Asked.LEAD:
        found = _of_unit(what, asked.units)
        task.proposed(changes.WAYS[changes.LEAD.kind].new(task, found))
    elif what in (Asked.MOVE, Asked.JOIN):
        if there and not others and not asked.says_from:
            raise NoChange(task.code)
        come = {"to": others[0], WITH_IT: others[1:]} if others else {}
        found = {**come, **({"from": there[0]} if there else {})}
    return {**found, **_reason(asked)}


def _deadline(context: Context, asked: AskedChange, task: TaskNow) -> dict[str, Any]:
    try:
        new = edits.with_deadline(asked.rest.replace(asked.code, " "), context.today)
    except DayUnclear:
        later = longer_by(asked.rest, task.due) if task.due else None
        if later is None:
            return {}
        new = edits.on_day(later)
    task.proposed(new)
    return {"deadline": new["deadline"]}


def _reason(asked: AskedChange) -> dict[str, Any]:
    return {"reason": checked_reason(asked.reason)} if asked.reason else {}
