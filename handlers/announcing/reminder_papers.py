"""Papers that remind a unit (提醒函, 督办单), as .docx files for the office to issue, in one of three grades."""

import asyncio
from collections.abc import Collection
from datetime import date

from telegram import Update

from data import dialogs
from data.announcing.reminder_papers import reminder_for_unit, tasks_by_grade, units_to_remind
from data.exports.documents.reminder_paper import reminder_paper
from data.plan.units import unit_name
from data.standing.standing import Light
from handlers.announcing import keyboard
from handlers.announcing.texts import reminder_papers as texts
from handlers.telegram import Context, answer, keyboard_of, pressed
from handlers.telegram.sending import send_made_file


async def press_paper(update: Update, context: Context) -> None:
    """Send the paper to a unit, in the grade pressed or else its gravest; without a unit, ask which. Raises
    NothingToNudge if there is nothing to remind of."""
    number, *grade = pressed(update)
    if int(number) == keyboard.ALL:
        await show_units(update, context)
    else:
        await send_paper(update, context, int(number), keyboard.GRADE_NAMED[grade[0]] if grade else None)


async def show_units(update: Update, context: Context) -> None:
    """Ask for which unit a paper is to be written, with the number of tasks in each grade. What was asked before is
    parked, so that a name answers this."""
    found, language = units_to_remind(context.db, context.now), context.language
    if not found:
        await answer(update, context, texts.NO_PAPER(language))
        return
    dialogs.park_open_dialog(context.db, context.person.id)
    names = {unit_id: unit_name(context.db, unit_id) for unit_id in found}
    await answer(update, context, texts.WHICH_PAPER(language), keyboard.units_for_papers(found, names))


async def send_paper(
    update: Update,
    context: Context,
    unit_id: int,
    grade: Light | None = None,
    codes: Collection[str] = (),
    until: date | None = None,
) -> None:
    """Send the paper about a unit's tasks, or those of some `codes`, as a file, to be answered by the day `until` if
    given, with buttons for the other grades. Raises NothingToNudge."""
    found = tasks_by_grade(context.db, unit_id, context.now, codes)
    chosen = grade or next(iter(found))
    reminder = reminder_for_unit(context.db, context.person, unit_id, chosen, context.now, codes, until)
    content = await asyncio.to_thread(reminder_paper, reminder, context.language)
    language = context.language
    name = texts.FILE_NAME[chosen](language, unit=reminder.unit, day=reminder.today.isoformat())
    caption = texts.CAPTION(language, kind=texts.KIND[chosen], unit=reminder.unit, count=len(reminder.tasks))
    others = keyboard.other_grades(unit_id, {each: len(tasks) for each, tasks in found.items()}, chosen, language)
    await send_made_file(update, context, content, name, caption, keyboard_of(*others) if others else None)
