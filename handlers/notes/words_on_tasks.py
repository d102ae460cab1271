"""What the office says to units about one of their tasks, or asks them to check, as a message that is shown first."""

from typing import NamedTuple

from telegram import Update

from data.announcing.addressees import Addressees
from data.plan.tasks import task_titles
from data.plan.units import find_unit
from data.reporting.figures import figures_of_report
from data.reporting.reviews import waiting_for_review
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, Understanding, find_order, says, values_of
from data.understanding.entities.amounts import find_amounts
from data.understanding.list_exceptions import units_in
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.recipient_questions import recipient_answers, with_people
from handlers.announcing.reply_questions import text_answers
from handlers.dialog import acts_on, begin
from handlers.notes import texts
from handlers.telegram import Context, For
from handlers.wording import plain

CHECKED = "office_notes.to_be_checked"


class ToldOnTask(NamedTuple):
    """Words on the task with `code`, for one of its units or for all of them."""

    code: str
    words: str
    unit_id: int | None = None


async def tell_units_of_task(update: Update, context: Context, told: ToldOnTask) -> bool:
    """Show words on a task as a message to the units they are for; return whether there are any."""
    if units := _units_told(context, told.code, told.unit_id):
        titled = texts.ON_TASK(
            context.language, code=told.code, title=task_titles(context.db)[told.code], words=told.words
        )
        text = told.words if told.code in told.words else plain(titled)
        answers = {**text_answers(context, text), **recipient_answers(context, Addressees(unit_ids=units), told.words)}
        await begin(update, context, BROADCAST, update.update_id, answers=answers)
    return bool(units)


def _units_told(context: Context, code: str, unit_id: int | None) -> tuple[int, ...]:
    found = assignments(context.db, context.today, None if unit_id is None else [unit_id], code) if code else []
    return tuple(dict.fromkeys(each.unit_id for each in found if each.unit_id is not None))


def _to_be_checked(context: Context, heard: Understanding) -> ToldOnTask | None:
    """Return the words that ask a unit to check what it has reported, if a sentence says so and names the task, or the
    unit and a number of its report; None for one that waits for the review, which is returned instead."""
    if not says(heard, "office_notes.may_be_checked"):
        return None
    named = with_people(context, heard) if find_order(heard, CHECKED) is None else heard
    asked, code, units = find_order(named, CHECKED), next(iter(values_of(named, Kind.CODE)), ""), units_in(named)
    if asked is None or not (code or units):
        return None
    unit_id = find_unit(context.db, units[0]).id if units else None
    if not code and unit_id is not None:
        code = _code_with_number(context, asked["about"] + asked["words"], unit_id)
    if not _units_told(context, code, unit_id) or any(each.code == code for each in waiting_for_review(context.db)):
        return None
    about = asked["about"] if asked["about"] != code else ""
    words = plain(texts.PLEASE_CHECK(context.language, about=about, words=asked["words"]))
    return ToldOnTask(code, words, unit_id)


@acts_on(_to_be_checked, for_=For.COORDINATORS)
async def ask_unit_to_check(update: Update, context: Context, told: ToldOnTask) -> None:
    """Show a message that asks a unit to check what it has reported."""
    await tell_units_of_task(update, context, told)


def _code_with_number(context: Context, text: str, unit_id: int) -> str:
    """Return the one task on which a unit has last reported a number in a text; empty if there are none or several."""
    said = {each.value for each in find_amounts(text)}
    found = {each.code for each in assignments(context.db, context.today, [unit_id]) if said & _numbers(context, each)}
    return found.pop() if len(found) == 1 else ""


def _numbers(context: Context, assignment: Assignment) -> set[float]:
    return {each.value for each in figures_of_report(context.db, assignment.last.id)} if assignment.last else set()
