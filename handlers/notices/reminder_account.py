"""Why somebody was or was not reminded: 为什么没提醒公安局, 1-2怎么没催, 我怎么没收到提醒."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardButton, Update

from data.announcing.nudges import assignments_to_nudge, recently_nudged
from data.notices.plan_rules import plan_rules
from data.notices.reminder_account import ReminderAccount, people_reminded, reminder_account, state_of_day
from data.people.directory import people_named
from data.people.people import Role
from data.plan.units import find_unit
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, Understanding, says, values_of
from handlers.dialog import acts_on
from handlers.notices.texts import reminder_account as texts
from handlers.telegram import (
    CODES_IN_A_ROW,
    Context,
    Html,
    Rows,
    Verb,
    answer,
    button,
    in_rows,
    join,
    keyboard_of,
    labels,
)

MOST_UNITS, MOST_TASKS = 4, 8


@dataclass(frozen=True, slots=True)
class RemindersAsked:
    """Whose reminders a sentence asks about: of units or of one task, on a day; and whether it names nudges."""

    unit_ids: Sequence[int]
    code: str | None
    day: date
    of_nudges: bool


def _asked(context: Context, heard: Understanding) -> RemindersAsked | None:
    """Return what a sentence asks about reminders; None if it does not, or of somebody else's."""
    if not says(heard, "reminder_account.asked"):
        return None
    code = next(iter(values_of(heard, Kind.CODE)), None) or heard.task
    day = heard.end if heard.end is not None and heard.end == heard.start else context.today
    asked = RemindersAsked(
        _units_asked(context, heard, code), code, min(day, context.today), says(heard, "reminder_account.of_nudges")
    )
    may_see = context.person.may_see
    return asked if may_see is None or (asked.unit_ids and set(may_see).issuperset(asked.unit_ids)) else None


def _units_asked(context: Context, heard: Understanding, code: str | None) -> list[int]:
    """Return the units that are named, those of a named person or task, or the speaker's own; none if the office asks
    about everybody."""
    if heard.unit:
        return [find_unit(context.db, heard.unit).id]
    if context.person.may_see is None and (people := people_named(context.db, heard.text)):
        return [each.unit_id for each in people if each.unit_id is not None][:MOST_UNITS]
    if code:
        tasks = assignments(context.db, context.today, context.person.may_see, code)
        return [each.unit_id for each in tasks if each.unit_id is not None]
    return [*context.person.speaks_for]


@acts_on(_asked)
async def show_reminder_account(update: Update, context: Context, asked: RemindersAsked) -> None:
    """Show what was sent of what a sentence asks about, why the rest was not, and what can be done."""
    if not asked.unit_ids:
        await _show_all(update, context, asked.day)
        return
    shown = asked.unit_ids[:MOST_UNITS]
    found = [reminder_account(context.db, each, asked.code, asked.day, context.now) for each in shown]
    office = context.person.is_coordinator
    lines = [texts.account(each, context.zone, context.today, context.language, office=office) for each in found]
    nudged = _nudges(context, asked)
    blocks = join([*lines, *([nudged] if nudged else [])], "\n\n" if len(lines) > 1 else "\n")
    rows = _for_the_office(context, asked, found) if office else _for_units(found)
    await answer(update, context, blocks, keyboard_of(*rows) if rows else None)


def _coming_week(context: Context) -> InlineKeyboardButton:
    return button(labels.COMING_WEEK(context.language), Verb.SETTING, "week", 0)


async def _show_all(update: Update, context: Context, day: date) -> None:
    hour, state = plan_rules(context.db).sending_hour, state_of_day(context.db, day, context.now)
    names = people_reminded(context.db, day)
    text = texts.of_all(day, state, hour, names, context.today, context.language)
    await answer(update, context, text, keyboard_of([_coming_week(context)]))


def _nudges(context: Context, asked: RemindersAsked) -> Html | None:
    """Return the line on nudges of the office about what was asked; None if there were none and none were asked
    about."""
    if not context.person.is_coordinator:
        return None
    found = [
        (each.assignment.code, each.at.astimezone(context.zone).date())
        for each in recently_nudged(context.db, context.now)
        if each.assignment.unit_id in asked.unit_ids and asked.code in (None, each.assignment.code)
    ]
    return texts.nudges(found, context.today, context.language) if found or asked.of_nudges else None


def _for_the_office(context: Context, asked: RemindersAsked, found: Sequence[ReminderAccount]) -> Rows:
    """Return the buttons for what the office can do next: invite somebody, end a pause, nudge, see the next days."""
    language = context.language
    rows: Rows = [
        [button(f"{texts.INVITE(language)} {each.unit}", Verb.INVITE, Role.LIAISON, each.unit_id)]
        for each in found
        if not each.people and not each.hearers
    ]
    pauses = [[button(labels.PAUSES(language), Verb.SETTING, "pauses")]] if any(each.pause for each in found) else []
    return [*rows, *pauses, [*_nudge(context, asked, found), _coming_week(context)]]


def _nudge(context: Context, asked: RemindersAsked, found: Sequence[ReminderAccount]) -> list[InlineKeyboardButton]:
    """Return the button that nudges about what is still open, if anybody of the units can be reached."""
    heard = [each.unit_id for each in found if each.hearers]
    open_tasks: list[Assignment] = []
    if asked.code:
        tasks = assignments(context.db, context.today, heard, asked.code) if heard else []
        open_tasks = [each for each in tasks if not each.finished]
    elif len(heard) == 1:
        open_tasks = assignments_to_nudge(context.db, heard, context.now)
    if not open_tasks:
        return []
    first = open_tasks[0]
    which = ("one", first.id) if len(open_tasks) == 1 else ("task", first.task_id) if asked.code else ("unit", heard[0])
    return [button(labels.NUDGE(context.language), Verb.NUDGE, *which)]


def _for_units(found: Sequence[ReminderAccount]) -> Rows:
    """Return a button for each of the tasks that a liaison is reminded of next."""
    tasks = {each.task_id: each.code for told in found if told.coming for each in told.coming.tasks}
    buttons = [button(code, Verb.CARD, task_id) for task_id, code in tasks.items()]
    return in_rows(buttons[:MOST_TASKS], CODES_IN_A_ROW)
