"""/forget: a person's registration is deleted, after one question."""

from contextlib import suppress

from telegram import ReplyKeyboardRemove, Update

from data.dialogs import find_open
from data.errors.store import DatabaseUnusable
from data.people.deputies_leaving import ending_with
from data.people.leaving import forget
from data.store.inbox import forget_text
from handlers.dialog.ending import cancel_command
from handlers.people.texts import leaving as texts
from handlers.telegram import Context, Verb, answer, button, keyboard_of, labels, pressed, show


async def forget_command(update: Update, context: Context) -> None:
    """Say what would be deleted and what stays, and ask."""
    yes = button(texts.DELETE(context.language), Verb.FORGET, "yes", style="danger")
    keyboard = keyboard_of([yes, button(labels.CANCEL(context.language), Verb.FORGET, "no")])
    ending = ending_with(context.db, context.person)
    await answer(update, context, texts.question(ending, context.language), keyboard)


async def cancel_or_stay(update: Update, context: Context) -> None:
    """取消: keep the registration, where it was asked last whether to delete it, and nothing was filled in since; else
    give up what is filled in."""
    dialog = find_open(context.db, context.person.id)
    filled_in = dialog.message_id if dialog is not None and dialog.shown_for == dialog.update_id else None
    chat_id, newest = context.person.telegram_id or 0, context.bot_data.newest
    if newest.shown(chat_id, Verb.FORGET, since=filled_in or 0) is not None:
        await answer(update, context, texts.KEPT(context.language))
    else:
        await cancel_command(update, context)


async def press(update: Update, context: Context) -> None:
    """Delete the registration, or keep it. Raises LastCoordinator."""
    [choice] = pressed(update)
    if choice == "no":
        await show(update, context, texts.KEPT(context.language))
        return
    forget(context.db, context.actor)
    with suppress(DatabaseUnusable):
        forget_text(context.db, update.update_id)
    await show(update, context, texts.DELETED(context.language))
    await answer(update, context, texts.GOODBYE(context.language), ReplyKeyboardRemove())
