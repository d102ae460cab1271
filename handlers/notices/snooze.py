"""稍后提醒 in words: 29-4 先别催我，下周三再提醒; remind me tomorrow."""

from collections.abc import Sequence
from datetime import date, timedelta

from telegram import InlineKeyboardMarkup, Update

from data.errors import UnknownTask
from data.errors.deadlines import DayTooEarly, PauseTooLong
from data.notices.digests import newest_digest
from data.notices.snoozes import snooze
from data.plan.calendar_days import workdays
from data.standing.assignments import Assignment, assignments
from data.standing.standing import Status
from data.store import transaction
from data.understanding import Kind, Understanding, of_kind
from data.understanding.lines import Line, about_lines
from handlers.notices import keyboard as buttons
from handlers.notices.digest import ask_when, morning
from handlers.notices.texts import digest as texts
from handlers.telegram.context import Context
from handlers.telegram.days import day_text
from handlers.telegram.sending import answer
from handlers.telegram.task_lines import list_line, of_several_units
from handlers.telegram.wording import join


async def snooze_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Put off the tasks that a sentence names, else what the last digest asks for, until the day that it names; ask
    for what it leaves open. Raises UnknownTask for a code that the person has none of."""
    codes = list(dict.fromkeys(each.values[0] for each in of_kind(meaning, Kind.CODE)))
    tasks = _named(context, codes or ([meaning.task] if meaning.task else []))
    tasks = tasks or _in_the_digest(context, meaning)
    if not tasks:
        await answer(update, context, texts.NOTHING_TO_SNOOZE(context.language))
    elif meaning.end is not None:
        await _put_off(update, context, tasks, _first_day(context, meaning.start or meaning.end, meaning.end))
    elif len(tasks) == 1:
        await ask_when(update, context, tasks[0])
    else:
        lines = [list_line(each, context.language) for each in tasks[: buttons.MOST_TO_CHOOSE]]
        text = join([texts.WHICH_SNOOZE(context.language), *lines])
        rows = buttons.which_later(tasks, context.language, named=of_several_units(tasks))
        await answer(update, context, text, InlineKeyboardMarkup(rows))


def _named(context: Context, codes: Sequence[str]) -> list[Assignment]:
    """The person's open tasks of these codes."""
    found = []
    for code in codes:
        mine = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
        if not mine:
            raise UnknownTask(code)
        found += [each for each in mine if each.status is not Status.CLOSED]
    return found


def _in_the_digest(context: Context, meaning: Understanding) -> list[Assignment]:
    """What the last digest still asks for: the lines that are named by their places, else all of it."""
    newest = newest_digest(context.db, context.person.telegram_id or 0)
    shown = morning(context, newest).lines if newest is not None else []
    tasks = [each.task for each in shown if each.task is not None]
    lines = [Line(each.code, each.title.said_in("zh")) for each in tasks]
    return [tasks[place] for place in about_lines(meaning.text, meaning, lines).places] or tasks


def _first_day(context: Context, first: date, last: date) -> date:
    """The first working day of a period; of one that has begun, the first to come (下周, 这周)."""
    if first <= context.today < last:
        first = context.today + timedelta(days=1)
    return workdays(context.db).earliest(first)


async def _put_off(update: Update, context: Context, tasks: Sequence[Assignment], until: date) -> None:
    try:
        with transaction(context.db):
            for each in tasks:
                snooze(context.db, context.actor, each.id or 0, until)
    except DayTooEarly:
        await answer(update, context, texts.TOO_EARLY(context.language))
    except PauseTooLong as error:
        await answer(update, context, texts.TOO_LATE(context.language, last=day_text(error.last, context.language)))
    else:
        await answer(update, context, texts.put_off(tasks, until, context.language, context.today))
