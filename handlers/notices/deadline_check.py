"""期限核对: the pages on which a coordinator settles doubtful or missing deadlines one by one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from telegram import Update

from data.dialogs import Dialog
from data.errors import StaleButton, still_there
from data.errors.deadlines import DayTooEarly
from data.office.change_record import times_undone
from data.office.open_deadlines import (
    AS_PLANNED,
    assignments_to_settle,
    has_open_deadline,
    position_of,
    remark_of,
    settle_deadlines,
)
from data.office.task_edits import due_day_edit, no_deadline_edit, present_task
from data.plan.deadlines.day_answer import day_asked_for
from data.plan.units import find_unit, unit_name
from data.standing.assignments import Assignment
from data.understanding import Kind, Order, Understanding, of_kind, says
from data.understanding.orders import kind_said
from handlers.dialog import Declaration, Ending, Question, acts_on, begin, saying
from handlers.dialog.opening import argument_shown_last
from handlers.exports.sending import send_tasks
from handlers.notices import keyboard as buttons
from handlers.notices.texts import deadline_check as texts
from handlers.telegram import Context, For, Verb, answer, button, keyboard_of, pressed, show
from handlers.wording import NOTHING, Html, join, labels

FIRST, OF_ALL = 0, 0
"""In place of the task on the page before, and of a unit."""
STEPS = {"next": 1, "before": -1, "here": 0}
"""How many places further each button shows a deadline."""


async def press_settle(update: Update, context: Context) -> None:
    """Handle a button: show the next or previous deadline, or settle one. Raises StaleButton if the task is gone."""
    choice, *numbers = pressed(update)
    task_id, unit_id = _task_and_unit(*numbers)
    is_there = present_task(context.db, task_id) is not None
    match choice:
        case "date" if is_there:
            await begin(update, context, OTHER_DAY, task_id, answers={"unit": unit_id})
        case "right" | "none" if is_there:
            await _settle(update, context, choice, task_id, unit_id)
        case "next" | "before" if is_there or task_id == FIRST:
            await _show(update, context, task_id, unit_id, STEPS[choice])
        case _:
            raise StaleButton


def _asks_for_those_in_doubt(context: Context, heard: Understanding) -> tuple[int, bool] | None:
    """Return the unit whose doubtful deadlines a text asks for, OF_ALL if it names none, and whether as a file; None if
    it does not ask."""
    if not says(heard, "deadline_check.asked", "deadline_check.asked_so", "deadline_check.of_a_unit"):
        return None
    unit_id = find_unit(context.db, heard.unit).id if heard.unit else OF_ALL
    return unit_id, says(heard, "exports.as_file", "exports.list_exported")


@acts_on(_asks_for_those_in_doubt, for_=For.COORDINATORS)
async def show_first_in_doubt(update: Update, context: Context, asked: tuple[int, bool]) -> None:
    """Show the first deadline to settle if a coordinator asks for them (期限存疑的有几个) or says the button's words
    (核对期限), or for those of a unit; send them all as a workbook if that is wanted (期限存疑的导出来)."""
    unit_id, as_file = asked
    waiting = assignments_to_settle(context.db, context.today, [unit_id] if unit_id else None)
    if as_file and waiting:
        unit = unit_name(context.db, unit_id) if unit_id else ""
        await send_tasks(update, context, texts.TO_SETTLE(context.language, unit=unit), waiting, context.today)
        return
    await _show(update, context, FIRST, unit_id)


@acts_on(saying("deadline_check.all_at_once"), for_=For.COORDINATORS)
async def say_they_are_settled_here(update: Update, context: Context, said: Order) -> None:
    """Show the first deadline to settle if a coordinator wants all that are missing to be the same day (没有期限的都
    设成2020年底), and say that this cannot be done at once."""
    await _show(update, context, FIRST, first=texts.ALL_AT_ONCE(context.language))


class SaidOfPage(NamedTuple):
    """What a text says of the page of a task shown last, in the list of a unit or of all: what one of its buttons does
    (`choice`), perhaps with another day."""

    task_id: int
    unit_id: int
    choice: str
    day: date | None = None


def _page_shown(context: Context, choice: str) -> tuple[int, int] | None:
    """Return the task and the unit of the page shown last if it has the button for this, or None."""
    numbers = argument_shown_last(context, Verb.SETTLE, choice)
    return _task_and_unit(*numbers.split(":")) if numbers else None


def _task_and_unit(task_id: str, unit_id: str | None = None) -> tuple[int, int]:
    return int(task_id), int(unit_id) if unit_id is not None else OF_ALL


def _said_of_page(context: Context, heard: Understanding) -> SaidOfPage | None:
    """Return what a text says of the page shown last: what one of its buttons does (没错, 下一个, 不设期限), that it is
    asked how many are left, or another day (改到6月底); None if it says none of these. Raises DayTooEarly, and what
    day_asked_for raises."""
    days = [*of_kind(heard, Kind.TIME)]
    if days and says(heard, "deadline_check.other_day"):
        choice: str | None = "date"
    elif says(heard, "deadline_check.right"):
        choice = "right"
    else:
        is_step = says(heard, "deadline_check.step_alone")
        choice = kind_said("deadline_check.steps", heard.text.lower()) if is_step else None
    page = _page_shown(context, "next" if choice == "here" else choice) if choice else None
    if page is None or choice is None:
        return None
    task = present_task(context.db, page[0])
    if choice not in STEPS and task is None:
        return None
    if choice == "date":
        return SaidOfPage(*page, choice, _day(heard.text[days[0].start : days[0].end], context.today))
    agrees = task is not None and {each.values[-1] for each in days} <= {str(task.due)}
    return SaidOfPage(*page, choice) if choice != "right" or agrees else None


@acts_on(_said_of_page, for_=For.COORDINATORS)
async def act_on_page(update: Update, context: Context, said: SaidOfPage) -> None:
    """Settle the deadline of the page shown last as a text says, or show another page, or this one again."""
    task_id, unit_id, choice, day = said
    if choice in STEPS:
        await _show(update, context, task_id, unit_id, STEPS[choice])
    else:
        await _settle(update, context, choice, task_id, unit_id, day)


async def _settle(
    update: Update, context: Context, choice: str, task_id: int, unit_id: int, day: date | None = None
) -> None:
    """Settle a deadline, once for each message and button, even if it is pressed twice, and again if that was undone.
    Raises StaleButton if the task is gone."""
    message, code = update.effective_message, _code_of(context, task_id)
    again = times_undone(context.db, task_id)
    once = f"{message.chat.id}:{message.message_id}:{task_id}:{choice}:{again}" if message else update.update_id
    what_holds = due_day_edit(day) if day else AS_PLANNED if choice == "right" else no_deadline_edit()
    settle_deadlines(context.db, context.actor, [task_id], what_holds, f"settle:{once}")
    first = texts.SETTLED[choice](context.language, code=code, day=day)
    await _show(update, context, task_id, unit_id, first=first)


async def _show(
    update: Update,
    context: Context,
    task_id: int,
    unit_id: int = OF_ALL,
    step: int = STEPS["next"],
    first: Html = NOTHING,
) -> None:
    """Show the task so many steps after this one, of a unit or of all; from the digest, in a message of its own."""
    waiting = assignments_to_settle(context.db, context.today, [unit_id] if unit_id else None)
    place = answer if task_id == FIRST else show
    if not waiting:
        await place(update, context, join([first, texts.ALL_SETTLED(context.language)], "\n\n"))
        return
    number = _index_beside(waiting, context, task_id, step)
    task = waiting[number]
    remark, unit = remark_of(context.db, task.task_id), (task.unit or "") if unit_id else ""
    text = texts.page(task, remark, number + 1, len(waiting), unit, context.language)
    asked, several = has_open_deadline(task), len(waiting) > 1
    rows = buttons.deadline_check(task, unit_id, context.language, asked=asked, several=several)
    await place(update, context, join([first, text], "\n\n"), keyboard_of(*rows))


def _index_beside(waiting: Sequence[Assignment], context: Context, task_id: int, step: int) -> int:
    """Return the index of the task so many steps further in the order of the plan, wrapping around at the ends."""
    if task_id == FIRST:
        return 0
    numbers = [each.task_id for each in waiting]
    if task_id in numbers:
        return (numbers.index(task_id) + step) % len(waiting)
    at = position_of(context.db, task_id)
    after = [place for place, each in enumerate(waiting) if each.position > at]
    return after[0] if after else 0


def _code_of(context: Context, task_id: int) -> str:
    """Return the code of a task of the plan. Raises StaleButton if it is gone."""
    return still_there(present_task(context.db, task_id)).code


def _day(text: str, today: date) -> date:
    day = day_asked_for(text, today, today, today)
    if day < today:
        raise DayTooEarly(today)
    return day


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    day = date.fromisoformat(dialog.answers["day"])
    once, task_id = dialog.source, dialog.subject_id
    settle_deadlines(context.db, context.actor, [task_id], due_day_edit(day), once)
    text = texts.SETTLED["date"](context.language, code=_code_of(context, task_id), day=day)
    of_unit = [unit] if (unit := dialog.answers.get("unit")) else []
    following = button(labels.NEXT_ITEM(context.language), Verb.SETTLE, "next", task_id, *of_unit)
    return Ending(text, keyboard_of([following]))


OTHER_DAY: Declaration[str] = Declaration(
    kind="settle_day",
    load=lambda context, dialog: _code_of(context, dialog.subject_id),
    questions=(
        Question(
            "day",
            label=texts.DAY,
            put=lambda talk: texts.WHICH_DAY(talk.language, code=talk.subject),
            read=lambda talk, text: {"day": _day(text, talk.context.today).isoformat()},
            shown=lambda talk: talk.answers.get("day", ""),
        ),
    ),
    finish=_finish,
    waits=texts.WAITS,
)
"""The dialog of 改日期, which sets the day of a deadline."""
