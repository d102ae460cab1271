"""Questions in a bound group, asked by a mention of the bot or a reply to it."""

from telegram import Update

from data.errors import StaleButton
from data.notices.groups import GroupChat
from data.plan.tasks import code_of
from data.summary.views import View
from data.understanding import Kind, Mood, Understanding
from data.understanding.office.change_asked import change_asked
from data.understanding.people.staffing import StaffingWish, wish_in
from data.understanding.reports import tells_of_a_task
from handlers.announcing.groups import bind_command, unbind_command
from handlers.announcing.written_answer import show_notice_of_group
from handlers.entrance.group_answers import ask_which_is_meant, refer_to_private, show_card, show_list
from handlers.entrance.intents import INTENTS
from handlers.entrance.mentions import replies_to_bot, words_to_bot
from handlers.notices.week import group_spoken_in, week_command
from handlers.summary import summary
from handlers.summary.figures import asks_for_figures
from handlers.telegram import Context, For, answer, hear, names_a_unit, only_for, unpack, with_single_meaning
from handlers.telegram.commands import GROUP_COMMANDS, command_in_words
from handlers.wording import GROUP_NOT_BOUND, labels

IN_WORDS = {
    "deadlines": week_command,
    "bind": only_for(For.COORDINATORS, bind_command),
    "unbind": only_for(For.COORDINATORS, unbind_command),
}
"""The handlers of group commands given in words."""

IN_PRIVATE = (View.UNITS, View.SECTIONS)
"""Views that are too long for a group."""


async def answer_group_message(update: Update, context: Context) -> None:
    """Answer what the bot is asked, within the group's scope. Nothing is written from a group.

    Raises UnknownTask or UnknownUnit."""
    message = update.message
    assert message is not None
    words = words_to_bot(context.bot, message)
    meaning = hear(context, words)
    if (command := command_in_words(words, GROUP_COMMANDS)) and (names_a_unit(meaning) or not command[1]):
        name, context.args = command
        await IN_WORDS[name](update, context)
        return
    group = group_spoken_in(update, context)
    if group is None:
        await answer(update, context, GROUP_NOT_BOUND(context.language))
        return
    if summary.view_in_words(words) in IN_PRIVATE:
        await refer_to_private(update, context)
    else:
        await answer_sentence(update, context, group, with_single_meaning(context, meaning))


async def answer_sentence(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Answer a sentence that only reads, also from a notice to the group, and refer all others to the private chat."""
    row = INTENTS[meaning.aim]
    if await show_notice_of_group(update, context, group.chat_id, meaning):
        return
    if row.in_group is None or asks_for_figures(meaning) or _tells_or_orders(meaning):
        await refer_to_private(update, context)
    elif meaning.candidates and row.asks_which:
        await ask_which_is_meant(update, context, group, meaning)
    else:
        await row.in_group(update, context, group, meaning)


def _tells_or_orders(meaning: Understanding) -> bool:
    """Return whether a sentence that names a task tells or changes something of it: nothing is written from a group."""
    if Mood.ASKS in meaning.moods or not meaning.names(Kind.CODE):
        return False
    is_order = change_asked(meaning.text, meaning) is not None or wish_in(meaning) is StaffingWish.NOT_OURS
    return is_order or tells_of_a_task(meaning)


async def summary_command(update: Update, context: Context) -> None:
    """Handle /summary in a group: show the numbers within its scope."""
    group = group_spoken_in(update, context)
    if group is None:
        await answer(update, context, GROUP_NOT_BOUND(context.language))
        return
    await show_list(update, context, group, hear(context, labels.SUMMARY(context.language)))


async def refer_command(update: Update, context: Context) -> None:
    """Refer a command that a group has not to the private chat if it names the bot (/people@bot) or replies to it; any
    other may be meant for another bot."""
    message = update.effective_message
    assert message is not None
    name = (message.text or message.caption or "").split()[0].lower()
    if name.endswith(f"@{context.bot.username.lower()}") or ("@" not in name and replies_to_bot(context.bot, message)):
        await refer_to_private(update, context)


async def press_group_card(update: Update, context: Context) -> None:
    """Show the card of the pressed task, one of several that may have been meant. Raises StaleButton or UnknownTask."""
    query = update.callback_query
    assert query is not None
    group = group_spoken_in(update, context)
    [task_id] = map(int, unpack(query.data).arguments)
    code = code_of(context.db, task_id)
    if group is None or not code:
        raise StaleButton
    await show_card(update, context, group, code)
