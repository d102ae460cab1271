"""The page of a broadcast that was sent (progress, stopping, answers, workbook), and the answer buttons below it."""

import asyncio
from contextlib import suppress

from telegram import InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from data.announcing.answers import give_answer, is_told_anew, respondents, went_to_groups
from data.announcing.broadcasts import (
    Broadcast,
    latest_broadcast,
    latest_broadcasts,
    stop_broadcast,
    stoppable_broadcasts,
    waiting_broadcasts,
)
from data.announcing.outcome import outcome
from data.exports.formats import as_workbook
from data.exports.tables import sheet_of_words
from handlers.announcing import keyboard
from handlers.announcing.texts import sent
from handlers.telegram import Context, acknowledge, answer, keyboard_of, pressed, show
from handlers.telegram.sending import send_made_file
from handlers.wording import NOTHING, Html, join

MOST_LISTED = 20
WIDTHS = (28, 14, 24, 30, 18)
"""Column widths of the recipients' sheet, in characters."""


async def press_answer(update: Update, context: Context) -> None:
    """Store the pressed answer, confirm it, and mark its button in a private chat. Raises StaleButton."""
    query, chat = update.callback_query, update.effective_chat
    assert query is not None and chat is not None
    broadcast_id, choice = map(int, pressed(update))
    broadcast = give_answer(context.db, context.person.id, chat.id, broadcast_id, choice, context.now)
    words = sent.in_usual_words(broadcast.said.choices[choice], context.language)
    await acknowledge(update, context, sent.ANSWER_KEPT(context.language, choice=words))
    if chat.type == ChatType.PRIVATE:
        with suppress(BadRequest):
            await query.edit_message_reply_markup(keyboard.answer_choices(broadcast, context.language, choice))


def progress_page(context: Context, broadcast: Broadcast) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the progress of a broadcast, or when it goes out, with the buttons to act on it."""
    now, language = outcome(context.db, broadcast), context.language
    text = sent.progress(broadcast, now, language)
    return text, keyboard.progress(broadcast, now, language)


async def show_broadcasts(update: Update, context: Context, first: Html = NOTHING) -> None:
    """List the latest broadcasts, newest first, below `first`, in a message of its own, because a dialog is open."""
    found, language = latest_broadcasts(context.db, MOST_LISTED), context.language
    if not found:
        await answer(update, context, sent.NO_EARLIER(language))
        return
    text = join([first, sent.LIST_HEAD(language, count=len(found))])
    await answer(update, context, text, keyboard.earlier_broadcasts(found, language))


async def show_waiting_broadcasts(update: Update, context: Context) -> None:
    """List the broadcasts that wait for their time, with a button to open each."""
    found, language = waiting_broadcasts(context.db), context.language
    text = sent.WAITING_HEAD(language, count=len(found)) if found else sent.NOTHING_WAITS(language)
    await show(update, context, text, keyboard.earlier_broadcasts(found, language) if found else None)


async def show_newest_broadcast(update: Update, context: Context) -> None:
    """Show how the last broadcast went, with a button to earlier ones, in a message of its own."""
    found = latest_broadcasts(context.db, 2)
    if not found:
        await answer(update, context, sent.NO_EARLIER(context.language))
        return
    newest, *before = found
    text, buttons = overview_page(context, newest)
    earlier = [keyboard.earlier_button(context.language)] if before else []
    await answer(update, context, text, keyboard_of(*buttons.inline_keyboard, earlier))


async def stop_newest_broadcast(update: Update, context: Context) -> None:
    """Stop the newest broadcast that is going out or waiting (停止发送)."""
    if stoppable := stoppable_broadcasts(context.db):
        await stop_sending(update, context, stoppable[-1])
    else:
        await answer(update, context, sent.NOTHING_UNDER_WAY(context.language))


async def stop_sending(update: Update, context: Context, broadcast: Broadcast) -> None:
    """Stop a broadcast and show how far it got; messages already on their way still arrive."""
    stopped = stop_broadcast(context.db, context.actor, broadcast.id)
    await show(update, context, *progress_page(context, stopped))
    context.bot_data.woken.set()


def overview_page(context: Context, broadcast: Broadcast) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the text, the progress and the buttons of a broadcast."""
    text, buttons = progress_page(context, broadcast)
    return sent.overview(broadcast, text, context.language), buttons


async def show_broadcast(update: Update, context: Context, broadcast: Broadcast, first: Html = NOTHING) -> None:
    """Show the text, the progress and the buttons of a broadcast, below what is said `first`."""
    text, options = overview_page(context, broadcast)
    await show(update, context, join([first, text]), options)


async def say_that_none_waits(update: Update, context: Context) -> None:
    """Tell the coordinator what can be done about the last broadcast, or that none is waiting if none was ever sent."""
    if newest := latest_broadcast(context.db):
        await say_how_to_recall(update, context, newest)
    else:
        await answer(update, context, sent.NOTHING_WAITS(context.language))


async def say_how_to_recall(update: Update, context: Context, broadcast: Broadcast) -> None:
    """Tell the coordinator whether a broadcast can still be stopped or moved, or only corrected."""
    now, language = outcome(context.db, broadcast), context.language
    text = sent.how_to_recall(broadcast, now, language)
    await answer(update, context, text, keyboard.recall_options(broadcast, now, language))


async def show_answers(update: Update, context: Context, broadcast: Broadcast, first: Html = NOTHING) -> None:
    """Show who has given which answer to a broadcast, below `first`."""
    given = respondents(context.db, broadcast)
    text = sent.answers(broadcast, given, went_to_groups(context.db, broadcast.id), context.language)
    over = sent.answers_over(is_told_anew(context.db, broadcast), context.language)
    await show(update, context, join([first, over, text]), keyboard.below_answers(broadcast, context.language))


async def send_sheet(update: Update, context: Context, broadcast: Broadcast) -> None:
    """Send a workbook of all recipients, with their answers or why the broadcast did not reach them."""
    await acknowledge(update, context)
    language, day = context.language, broadcast.sent_at.date()
    given = respondents(context.db, broadcast)
    rows = sent.sheet_rows(broadcast, given, outcome(context.db, broadcast), language)
    title = sent.SHEET_TITLE(language, day=day, words=sent.beginning_of(broadcast.said, language, 60))
    sheet = sheet_of_words(sent.LIST(language), [words(language) for words in sent.SHEET_HEADS], WIDTHS, rows)
    content = await asyncio.to_thread(as_workbook, title, broadcast.said.question, [sheet], language)
    await send_made_file(update, context, content, sent.SHEET_NAME(language, day=day.isoformat()))
