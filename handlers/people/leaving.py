"""Deleting one's own registration (/forget), after one question."""

from contextlib import suppress

from telegram import ReplyKeyboardRemove, Update

from data.announcing.coming_announcements import number_waiting
from data.errors.store import DatabaseUnusable
from data.people.leaving import deputies_ending_with, forget_person
from data.store.inbox import forget_text
from data.understanding import Understanding
from data.understanding.dialog.giving_up import tells_what_was_given_up
from handlers.dialog.ending import cancel_command
from handlers.dialog.opening import argument_shown_last
from handlers.people import joining
from handlers.people.texts import removal as texts
from handlers.telegram import Context, Verb, answer, button, keyboard_of, pressed, said_by, show
from handlers.wording import labels


async def forget_command(update: Update, context: Context) -> None:
    """Ask whether to delete the registration, and say what would be deleted and what stays."""
    yes = button(texts.DELETE(context.language), Verb.FORGET, "yes", style="danger")
    keyboard = keyboard_of([yes, button(labels.CANCEL(context.language), Verb.FORGET, "no")])
    ending = deputies_ending_with(context.db, context.person)
    waiting = number_waiting(context.db, context.person.id)
    await answer(update, context, texts.question(ending, waiting, context.language), keyboard)


async def cancel_or_stay(update: Update, context: Context, meaning: Understanding) -> None:
    """Handle 取消: keep the registration if the last question was whether to delete it, else cancel the open dialog.

    That something else is not wanted (身份证不要了) is not understood.
    """
    if tells_what_was_given_up(said_by(update, meaning)):
        await joining.say_not_understood(update, context)
    elif argument_shown_last(context, Verb.FORGET) is None:
        await cancel_command(update, context)
    else:
        await answer(update, context, texts.KEPT(context.language))


async def press_forget(update: Update, context: Context) -> None:
    """Delete or keep the registration. Raises LastCoordinator."""
    [choice] = pressed(update)
    if choice == "no":
        await show(update, context, texts.KEPT(context.language))
        return
    forget_person(context.db, context.actor)
    with suppress(DatabaseUnusable):
        forget_text(context.db, update.update_id)
    await show(update, context, texts.DELETED(context.language))
    await answer(update, context, texts.GOODBYE(context.language), ReplyKeyboardRemove())
