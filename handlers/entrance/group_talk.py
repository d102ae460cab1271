"""Questions in a bound group, asked by a mention of the bot or a reply to it; answered within the group's scope."""

import dataclasses
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.errors import StaleButton
from data.notices.groups import GroupChat, bound_group
from data.plan.tasks import Assignment, code_of, task_card
from data.plan.units import known_names
from data.understanding import Intent, Understanding
from data.understanding.asked import asks_by_unit
from handlers.announcing.groups import bind, unbind
from handlers.entrance.commands import GROUP_COMMANDS, For, command_said, only_for
from handlers.entrance.mentions import mentions, words_to
from handlers.entrance.texts import groups as texts
from handlers.notices.week import week
from handlers.office import summary
from handlers.reporting.correcting import correction_said
from handlers.reporting.no_change import says_no_change
from handlers.reporting.undo import says_withdrawal
from handlers.tasks.by_unit import by_unit_text
from handlers.tasks.card import card_for_all
from handlers.tasks.contents import heading, listed
from handlers.tasks.question import asks_for_units, listing_meant, listing_sought, unreported_meant
from handlers.tasks.selection import Listing
from handlers.telegram.callbacks import Verb, View, unpack
from handlers.telegram.context import Context
from handlers.telegram.refusals import GROUP_NOT_BOUND, GROUP_PRIVATE
from handlers.telegram.sending import acknowledge, answer
from handlers.telegram.task_buttons import pick_task
from handlers.telegram.understanding import hear, names_a_unit, names_units, tasks_meant, unheard_of
from handlers.telegram.wording import Html, html, join, series

IN_WORDS = {
    "deadlines": week,
    "bind": only_for(For.COORDINATORS, bind),
    "unbind": only_for(For.COORDINATORS, unbind),
}
"""What answers a group's commands that are said in words, to those they are for."""

IN_PRIVATE = (View.UNITS, View.SECTIONS)
"""The views that are too long for a group."""

NOTHING = Html("")


async def said(update: Update, context: Context) -> None:
    """Answer what is asked of the bot; what is no question only where it is named. Nothing is written from a group.

    Raises UnknownTask or UnknownUnit.
    """
    message, chat = update.message, update.effective_chat
    assert message is not None and chat is not None
    words = words_to(context.bot, message)
    meaning = hear(context, words)
    if (command := command_said(words, GROUP_COMMANDS)) and (names_a_unit(meaning) or not command[1]):
        name, context.args = command
        await IN_WORDS[name](update, context)
        return
    group = bound_group(context.db, chat.id)
    if group is None:
        await answer(update, context, GROUP_NOT_BOUND(context.language))
        return
    puts_right = says_withdrawal(words) or correction_said(words, meaning) is not None
    if puts_right or says_no_change(words) or summary.view_said(words) in IN_PRIVATE:
        await _send_to_private(update, context, GROUP_PRIVATE(context.language))
        return
    if not await _answered(update, context, group, meaning) and mentions(context.bot, message):
        if missing := unheard_of(context, meaning):
            raise missing
        if listing_sought(context, meaning) is not None:
            await _show_list(update, context, group, meaning)
        else:
            await answer(update, context, texts.HINT(context.language))


async def press(update: Update, context: Context) -> None:
    """One of several tasks that may be meant was pressed. Raises StaleButton or UnknownTask."""
    query, chat = update.callback_query, update.effective_chat
    assert query is not None and chat is not None
    group = bound_group(context.db, chat.id)
    [task_id] = map(int, unpack(query.data).arguments)
    code = code_of(context.db, task_id)
    if group is None or not code:
        raise StaleButton
    await acknowledge(update)
    await _show_card(update, context, group, code)


async def _answered(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> bool:
    """Answer a question or send the person to the private chat; False for what is neither."""
    match meaning.intent:
        case _ if summary.asks_figures(meaning):
            await _send_to_private(update, context, GROUP_PRIVATE(context.language))
        case Intent.HISTORY if unreported_meant(meaning):
            await _show_list(update, context, group, meaning)
        case Intent.TASKS | Intent.DEADLINES | Intent.SUMMARY:
            await _show_list(update, context, group, meaning)
        case Intent.TASK if meaning.task:
            await _show_card(update, context, group, meaning.task)
        case Intent.AMBIGUOUS if meaning.aim.intent in (Intent.TASK, Intent.TASKS, Intent.DEADLINES, Intent.SUMMARY):
            await _ask_which(update, context, group, meaning)
        case Intent.REPORT | Intent.EXTENSION | Intent.HISTORY | Intent.AMBIGUOUS:
            await _send_to_private(update, context, GROUP_PRIVATE(context.language))
        case _:
            return False
    return True


async def _show_list(
    update: Update, context: Context, group: GroupChat, meaning: Understanding, foot: Html = NOTHING
) -> None:
    """The list or the numbers asked for, of what the group hears of."""
    language = context.language
    asked = listing_meant(context, meaning)
    if group.unit_id is not None:
        members = known_names(context.db).groups.get(meaning.unit or "")
        if asked.unit_id not in (None, group.unit_id) or (members is not None and group.unit not in members):
            await _only_of_unit(update, context, group)
            return
        asked = dataclasses.replace(asked, unit_id=group.unit_id)
    mine = meaning.own and bool(context.person.speaks_for) and meaning.unit is None
    units = _scope(group, context.person.speaks_for if mine else None)
    if units == []:
        await _send_to_private(update, context, texts.NOT_YOUR_TASKS(language))
        return
    text = _list_text(context, meaning, asked, listed(context, asked, units), mine)
    await answer(update, context, join([text, foot]))


def _list_text(
    context: Context, meaning: Understanding, asked: Listing, found: Sequence[Assignment], mine: bool
) -> Html:
    late = asks_for_units(meaning, asked)
    if late or (unreported_meant(meaning) and asks_by_unit(meaning.text) and asked.unit_id is None):
        return by_unit_text(context, asked, found)
    numbers = meaning.intent is Intent.SUMMARY and not unreported_meant(meaning)
    show = texts.state if numbers else texts.part_of_list
    return show(heading(context, asked, mine), found, context.language)


def _scope(group: GroupChat, own: Sequence[int] | None) -> list[int] | None:
    """The units whose tasks are spoken of: the group's, or of these the person's own (None: all)."""
    if group.unit_id is None:
        return None if own is None else list(own)
    return [group.unit_id] if own is None or group.unit_id in own else []


async def _show_card(update: Update, context: Context, group: GroupChat, code: str) -> None:
    """A task's card without what other units than the group's have to do with it, nor what was reported."""
    if group.unit_id is not None and not tasks_meant(context, [code], _scope(group, None)):
        await _only_of_unit(update, context, group)
        return
    found = task_card(context.db, code, context.today, context.zone, _scope(group, None))
    if group.unit_id is not None:
        own = tuple(each for each in found.assignments if each.unit_id == group.unit_id)
        found = dataclasses.replace(found, assignments=own)
    await answer(update, context, card_for_all(found, context.language))


async def _ask_which(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Which of several tasks or units was meant; the group's own where there is one alone."""
    language = context.language
    found = tasks_meant(context, meaning.candidates, _scope(group, None))
    if len(found) == 1:
        await _show_card(update, context, group, found[0].code)
    elif found:
        shown = found[: texts.MOST_LINES]
        await answer(update, context, texts.choices(shown, language), pick_task(shown, Verb.GROUP_CARD))
    elif group.unit in meaning.candidates:
        foot = texts.ONLY_OF_UNIT(language, unit=group.unit) if names_units(meaning) > 1 else NOTHING
        await _show_list(update, context, group, dataclasses.replace(meaning, unit=group.unit), foot)
    elif group.unit is not None:
        await _only_of_unit(update, context, group)
    else:
        units = html(series(meaning.candidates, language))
        await answer(update, context, texts.WHICH_UNIT(language, units=units))


async def _only_of_unit(update: Update, context: Context, group: GroupChat) -> None:
    await _send_to_private(update, context, texts.ONLY_OF_UNIT(context.language, unit=group.unit))


async def _send_to_private(update: Update, context: Context, text: Html) -> None:
    words = texts.OPEN_PRIVATE_CHAT(context.language)
    link = InlineKeyboardButton(words, url=f"https://t.me/{context.bot.username}")
    await answer(update, context, text, InlineKeyboardMarkup([[link]]))
