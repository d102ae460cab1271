"""Events that deadlines depend on (/event), and entering the day on which one has happened."""

from datetime import date, timedelta

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.office.events import (
    Event,
    day_of_event,
    event_by_id,
    events,
    events_named,
    needed_day_of_event,
    set_event_day,
)
from data.understanding import Aim, Understanding, says
from handlers.dialog import Again, Choices, Declaration, Ending, Place, Question, Talk, begin
from handlers.plan import keyboard as buttons
from handlers.plan.texts import events as texts
from handlers.telegram import Context, answer, day_in, pressed, undo_keyboard
from handlers.wording import cut, join
from handlers.wording.days import TODAY, YESTERDAY

A_DAY = timedelta(days=1)


async def event_command(update: Update, context: Context) -> None:
    """Handle /event: list the events, or ask for the day of the event that the arguments name."""
    words = " ".join(context.args or [])
    if not words or not await begin_event(update, context, words):
        known = events(context.db)
        await answer(update, context, texts.event_list(known, context.language), _buttons(context, known))


async def begin_event(update: Update, context: Context, words: str) -> bool:
    """Ask for the day of the event that `words` name, or show the day given for confirmation. Return whether so."""
    named = events_named(context.db, words)
    day = day_of_event(words, context.today)
    if len(named) == 1:
        await begin(update, context, EVENT, named[0].id, answers={"day": str(day)} if day else {})
    elif named:
        await answer(update, context, texts.WHICH_EVENT(context.language), _buttons(context, named))
    return bool(named)


async def show_awaited_events(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the events that deadlines depend on if the office says that something else has come into force; return
    whether the sentence did so."""
    may_be = context.person.is_coordinator and meaning.aim in (Aim.PLAN, Aim.UNKNOWN)
    if not may_be or not says(meaning, "events.happened"):
        return False
    known = events(context.db)
    text = join([texts.WAITED_FOR_BY_NONE(context.language), texts.event_list(known, context.language)], "\n\n")
    await answer(update, context, text, _buttons(context, known))
    return True


async def press_event(update: Update, context: Context) -> None:
    """Ask for the day of the event whose button was pressed. Raises NoSuchEvent."""
    [task_id] = pressed(update)
    await begin(update, context, EVENT, event_by_id(context.db, int(task_id)).id, place=Place.BELOW)


def _buttons(context: Context, known: list[Event]) -> InlineKeyboardMarkup | None:
    return buttons.events(known, context.language) if known else None


def _days(talk: Talk[Event]) -> Choices:
    today = talk.context.today
    return [[(TODAY, f"{today:%Y%m%d}"), (YESTERDAY, f"{today - A_DAY:%Y%m%d}")]]


def _day(talk: Talk[Event]) -> date:
    return date.fromisoformat(talk.answers["day"])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    event, day = event_by_id(context.db, dialog.subject_id), date.fromisoformat(dialog.answers["day"])
    done = set_event_day(context.db, context.actor, event.id, day, dialog.source)
    return Ending(texts.done(event, day, context.language), undo_keyboard(done, context.language))


EVENT: Declaration[Event] = Declaration(
    kind="event",
    load=lambda context, dialog: event_by_id(context.db, dialog.subject_id),
    questions=(
        Question(
            "day",
            label=texts.DAY,
            put=lambda talk: texts.WHICH_DAY(talk.language, event=talk.subject.name),
            read=lambda talk, text: {"day": str(needed_day_of_event(text, talk.context.today))},
            buttons=_days,
            press=lambda talk, value: {"day": str(day_in(value))},
            shown=_day,
        ),
    ),
    preview=lambda talk: texts.check(talk.subject, _day(talk), talk.language),
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, event=cut(talk.subject.name, 60)),
    again=Again("day"),
    turn_prefix="decide",
)
"""The dialog that enters the day of an event."""
