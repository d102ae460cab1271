"""What the office does with a broadcast that was sent: stop it, see who has answered, take the list with it; and the
answers that are pressed under it, in private or in a group."""

import asyncio
from contextlib import suppress

from telegram import InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from data.announcing.answers import all_answers, asked_in_groups, give_answer
from data.announcing.broadcasts import (
    Broadcast,
    broadcast_by_id,
    latest_broadcasts,
    stop_broadcast,
    stoppable_broadcasts,
    waiting_broadcasts,
)
from data.announcing.outcome import outcome
from data.exports.tables import as_workbook, sheet_of_words
from handlers.announcing import keyboard
from handlers.announcing.texts import sent
from handlers.telegram import Context, Html, acknowledge, answer, day_text, keyboard_of, pressed, show, unpack
from handlers.telegram.sending import send_made

MOST_LISTED = 20
WIDTHS = (28, 14, 24, 30, 18)
"""Of the columns of the list of all, in characters."""


async def press_answer(update: Update, context: Context) -> None:
    """Keep the answer, say so to whoever has pressed, and in private mark it. Raises StaleButton."""
    query, chat = update.callback_query, update.effective_chat
    assert query is not None and chat is not None
    broadcast_id, choice = map(int, unpack(query.data).arguments)
    broadcast = give_answer(context.db, context.person.id, chat.id, broadcast_id, choice, context.now)
    await acknowledge(update, context, sent.ANSWER_KEPT(context.language, choice=broadcast.said.choices[choice]))
    if chat.type == ChatType.PRIVATE:
        with suppress(BadRequest):
            await query.edit_message_reply_markup(keyboard.choices(broadcast, context.language, choice))


def how_far(context: Context, broadcast: Broadcast) -> tuple[Html, InlineKeyboardMarkup]:
    """How far a broadcast is, or when it goes out, and what can be done about it."""
    now, language = outcome(context.db, broadcast), context.language
    text = sent.progress(broadcast, now, language, context.zone)
    return text, keyboard.progress(broadcast, now, language)


async def press(update: Update, context: Context) -> None:
    """One of the buttons of a broadcast. Raises StaleButton."""
    choice, *number = pressed(update)
    if choice == "list":
        await show_list(update, context)
        return
    broadcast = broadcast_by_id(context.db, int(number[0]))
    match choice:
        case "stop":
            await _stop(update, context, broadcast)
        case "answers":
            await show_answers(update, context, broadcast)
        case "sheet":
            await _send_sheet(update, context, broadcast)
        case _:
            await show_one(update, context, broadcast)


async def show_list(update: Update, context: Context) -> None:
    """The broadcasts that were sent last, the newest first; in a message of its own, for a dialog is open."""
    found, language = latest_broadcasts(context.db, MOST_LISTED), context.language
    if not found:
        await answer(update, context, sent.NO_EARLIER(language))
        return
    text = sent.LIST_HEAD(language, count=len(found))
    await answer(update, context, text, keyboard.earlier(found, context.zone, language))


async def show_waiting(update: Update, context: Context) -> None:
    """The broadcasts that wait for their time, each with a button that opens it, where it can be stopped."""
    found, language = waiting_broadcasts(context.db), context.language
    text = sent.WAITING_HEAD(language, count=len(found)) if found else sent.NOTHING_WAITS(language)
    await show(update, context, text, keyboard.earlier(found, context.zone, language) if found else None)


async def show_newest(update: Update, context: Context) -> None:
    """How the broadcast went that was sent last, and the way to those before it; in a message of its own."""
    found = latest_broadcasts(context.db, 2)
    if not found:
        await answer(update, context, sent.NO_EARLIER(context.language))
        return
    newest, *before = found
    text, buttons = how_far(context, newest)
    earlier = [keyboard.to_earlier(context.language)] if before else []
    overview = sent.overview(newest, text, context.language)
    await answer(update, context, overview, keyboard_of(*buttons.inline_keyboard, earlier))


async def stop_in_words(update: Update, context: Context) -> None:
    """Stop, as 停止发送 says: the broadcast that goes out or waits, the newest where there are several."""
    if stoppable := stoppable_broadcasts(context.db):
        await _stop(update, context, stoppable[-1])
    else:
        await answer(update, context, sent.NOTHING_UNDER_WAY(context.language))


async def _stop(update: Update, context: Context, broadcast: Broadcast) -> None:
    """Nothing more is sent; what is on its way arrives, and how it ended is told when it has."""
    stopped = stop_broadcast(context.db, context.actor, broadcast.id)
    await show(update, context, *how_far(context, stopped))
    context.bot_data.woken.set()


async def show_one(update: Update, context: Context, broadcast: Broadcast) -> None:
    """What a broadcast says, how far it is, and what can be done about it."""
    text, buttons = how_far(context, broadcast)
    await show(update, context, sent.overview(broadcast, text, context.language), buttons)


async def say_that_none_waits(update: Update, context: Context) -> None:
    """That no notice waits for its time, and what can still be done about the last one that was sent."""
    if newest := latest_broadcasts(context.db, 1):
        await say_what_can_be_done(update, context, newest[0])
    else:
        await answer(update, context, sent.NOTHING_WAITS(context.language))


async def say_what_can_be_done(update: Update, context: Context, broadcast: Broadcast) -> None:
    """How far a notice has gone, and what can be done about it now: stopped, moved or corrected."""
    now, language = outcome(context.db, broadcast), context.language
    text = sent.cannot_be_recalled(broadcast, now, language, context.zone)
    await answer(update, context, text, keyboard.recalled(broadcast, now, language))


async def show_answers(update: Update, context: Context, broadcast: Broadcast) -> None:
    """Who has answered what."""
    given = all_answers(context.db, broadcast)
    text = sent.answers(broadcast, given, asked_in_groups(context.db, broadcast.id), context.language)
    await show(update, context, text, keyboard.answered(broadcast, context.language))


async def _send_sheet(update: Update, context: Context, broadcast: Broadcast) -> None:
    """The list of all as a workbook: who has answered what, and whom it has not reached."""
    await acknowledge(update, context)
    language, day = context.language, broadcast.sent_at.astimezone(context.zone).date()
    given = all_answers(context.db, broadcast)
    rows = sent.sheet_rows(broadcast, given, outcome(context.db, broadcast), language)
    title = sent.SHEET_TITLE(language, day=day_text(day, language), words=sent.words_of(broadcast.said, language, 60))
    sheet = sheet_of_words(sent.LIST(language), [words(language) for words in sent.SHEET_HEADS], WIDTHS, rows)
    content = await asyncio.to_thread(as_workbook, title, broadcast.said.question, [sheet], language)
    await send_made(update, context, content, sent.SHEET_NAME(language, day=day.isoformat()))
