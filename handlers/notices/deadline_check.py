"""期限核对: the pages on which a coordinator settles doubtful or missing deadlines one by one."""

from collections.abc import Sequence
from datetime import date

from telegram import Update

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.deadlines import DayTooEarly
from data.office import events
from data.office.task_edits import due_day_edit, no_deadline_edit
from data.plan.deadlines.day_answer import day_asked_for
from data.plan.tasks import code_of
from data.standing.assignments import Assignment
from data.understanding import Understanding, says
from handlers.dialog import Declaration, Ending, Question, Talk, acts_on, begin, sentence_if
from handlers.notices import keyboard as buttons
from handlers.notices.texts import deadline_check as texts
from handlers.telegram import (
    NOTHING,
    Context,
    For,
    Html,
    Verb,
    answer,
    button,
    join,
    keyboard_of,
    plain_word,
    pressed,
    show,
)

FIRST = 0


async def press_settle(update: Update, context: Context) -> None:
    """Handle a button: show the next or previous deadline, or settle one. Raises StaleButton if the task is gone."""
    choice, number = pressed(update)
    task_id = int(number)
    if task_id != FIRST and not code_of(context.db, task_id):
        raise StaleButton
    match choice:
        case "date":
            await begin(update, context, OTHER_DAY, task_id)
        case "right" | "none":
            await _settle(update, context, choice, task_id)
        case _:
            await _show(update, context, task_id, forward=choice == "next")


def _asks_for_those_in_doubt(heard: Understanding) -> bool:
    return plain_word(heard.text) in texts.CHECK_SAID or says(heard, "deadline_check.asked")


@acts_on(sentence_if(_asks_for_those_in_doubt), for_=For.COORDINATORS)
async def show_first_in_doubt(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the first deadline to settle if a coordinator asks for them (期限存疑的有几个) or says the button's words
    (核对期限)."""
    await _show(update, context, FIRST, forward=True)


async def _settle(update: Update, context: Context, choice: str, task_id: int) -> None:
    """Settle a deadline, once for each message and button, even if it is pressed twice."""
    message = update.effective_message
    once = f"settle:{message.chat.id}:{message.message_id}:{task_id}:{choice}" if message else f"{update.update_id}"
    what_holds = events.AS_PLANNED if choice == "right" else no_deadline_edit()
    events.settle_deadline(context.db, context.actor, task_id, what_holds, once)
    words = texts.SETTLED_RIGHT if choice == "right" else texts.SETTLED_NONE
    first = words(context.language, code=code_of(context.db, task_id))
    await _show(update, context, task_id, forward=True, first=first)


async def _show(update: Update, context: Context, task_id: int, *, forward: bool, first: Html = NOTHING) -> None:
    """Show the task after or before this one; from the digest, in a message of its own."""
    waiting = events.assignments_to_settle(context.db, context.today)
    place = answer if task_id == FIRST else show
    if not waiting:
        await place(update, context, join([first, texts.ALL_SETTLED(context.language)], "\n\n"))
        return
    number = _index_beside(waiting, context, task_id, forward=forward)
    task = waiting[number]
    text = texts.page(task, events.remark_of(context.db, task.task_id), number + 1, len(waiting), context.language)
    asked = events.has_open_deadline(task)
    keyboard = keyboard_of(*buttons.deadline_check(task, context.language, asked=asked, several=len(waiting) > 1))
    await place(update, context, join([first, text], "\n\n"), keyboard)


def _index_beside(waiting: Sequence[Assignment], context: Context, task_id: int, *, forward: bool) -> int:
    """Return the index of the next or previous task in the order of the plan, wrapping around at the ends."""
    if task_id == FIRST:
        return 0
    numbers = [each.task_id for each in waiting]
    if task_id in numbers:
        return (numbers.index(task_id) + (1 if forward else -1)) % len(waiting)
    at = events.position_of(context.db, task_id)
    after = [place for place, each in enumerate(waiting) if each.position > at]
    return after[0] if after else 0


def _read(talk: Talk[str], text: str) -> dict[str, str]:
    today = talk.context.today
    day = day_asked_for(text, today, today, today)
    if day < today:
        raise DayTooEarly(today)
    return {"day": day.isoformat()}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    day = date.fromisoformat(dialog.answers["day"])
    once, task_id = dialog.source, dialog.subject_id
    events.settle_deadline(context.db, context.actor, task_id, due_day_edit(day), once)
    code = code_of(context.db, task_id)
    text = texts.SETTLED_DAY(context.language, code=code, day=day)
    following = button(texts.NEXT(context.language), Verb.SETTLE, "next", task_id)
    return Ending(text, keyboard_of([following]))


OTHER_DAY: Declaration[str] = Declaration(
    kind="settle_day",
    office=True,
    load=lambda context, dialog: code_of(context.db, dialog.subject_id),
    questions=(
        Question(
            "day",
            label=texts.DAY,
            put=lambda talk: texts.WHICH_DAY(talk.language, code=talk.subject),
            read=_read,
            shown=lambda talk: talk.answers.get("day", ""),
        ),
    ),
    finish=_finish,
    waits=texts.WAITS,
)
"""The dialog of 改日期, which sets the day of a deadline."""
