"""Answers in groups: only about tasks in the group's scope, and of reports only status and percent."""

import dataclasses
from collections.abc import Callable, Coroutine, Sequence
from typing import Any
from urllib.parse import quote

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.notices.groups import GroupChat
from data.plan.units import known_names
from data.standing.assignments import Assignment, task_card
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from handlers.entrance.mentions import mentions_bot, words_to_bot
from handlers.entrance.texts import group_talk as texts
from handlers.entrance.texts.aims import COURTESIES_BACK
from handlers.tasks.by_unit import by_unit_text
from handlers.tasks.card import card_for_all
from handlers.tasks.list import tell_how_they_stand
from handlers.tasks.list_contents import assignments_in, counts_text, heading
from handlers.tasks.list_in_words import (
    asks_for_units,
    asks_for_unreported,
    counts_asked,
    is_whole_plan_unasked,
    listing_asked_for,
    listing_by_contents,
    lists_counted,
    tasks_asked_about,
)
from handlers.tasks.selection import Listing
from handlers.telegram import Context, Verb, answer, pick_task, tasks_meant, unknown_refusal
from handlers.wording import GROUP_PRIVATE, NOTHING, Html, Language, Wording, cut, join, series

LONGEST_NAMES = 60
LONGEST_DRAFT = 100
"""Characters; nine times as many in an address."""
DoesInGroup = Callable[[Update, Context, GroupChat, Understanding], Coroutine[Any, Any, None]]
"""What is done about a sentence in a group."""


async def show_unreported(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Show the tasks nobody has reported on, or refer to the private chat for what was reported."""
    if asks_for_unreported(meaning):
        await show_list(update, context, group, meaning)
    else:
        await refer_to_private(update, context)


async def show_task(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Show the card of the named task. Raises UnknownTask."""
    if meaning.task:
        await show_card(update, context, group, meaning.task)
    else:
        await say_what_can_be_asked(update, context, group, meaning)


async def show_who_has_not_reported(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Show what has not been reported on; of one task, its card. Raises UnknownTask."""
    await (show_task if meaning.task else show_list)(update, context, group, meaning)


async def refer_to_private(
    update: Update, context: Context, why: Wording = GROUP_PRIVATE, lead: Wording | None = None, **values: str
) -> None:
    """Say that something is done in private, with a button that leads there."""
    before = lead(context.language) if lead is not None else ""
    await answer(update, context, why(context.language, **values), _to_private(update, context, before))


def _to_private(update: Update, context: Context, lead: str = "") -> InlineKeyboardMarkup:
    """Return the button that leads to the private chat, where what was just written here stands ready to be sent, with
    `lead` before it."""
    said = words_to_bot(context.bot, update.message).strip() if update.message is not None else ""
    draft = f"?text={quote(lead + said)}" if said and len(said) <= LONGEST_DRAFT else ""
    words = texts.OPEN_PRIVATE_CHAT(context.language)
    return InlineKeyboardMarkup([[InlineKeyboardButton(words, url=f"https://t.me/{context.bot.username}{draft}")]])


async def say_you_are_welcome(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Answer thanks, unless the bot was merely replied to; an answer to a notice (收到，我参加) goes to the office."""
    assert update.message is not None
    if says(meaning.text, "broadcasts.accepted", "broadcasts.declined"):
        await refer_to_private(update, context, lead=texts.TELLS_THE_OFFICE)
    elif mentions_bot(context.bot, update.message):
        await answer(update, context, COURTESIES_BACK[Aim.THANKS](context.language))


async def say_what_can_be_asked(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Show the list that a sentence describes, or say what can be asked; do nothing if the bot was merely replied to.

    Raises UnknownTask, UnknownUnit or CannotFilter for what the plan does not have."""
    assert update.message is not None
    if not mentions_bot(context.bot, update.message):
        return
    if missing := unknown_refusal(context, meaning):
        raise missing
    calls_for_help = meaning.aim is Aim.HELP and says(meaning, "asked.how_to_use")
    if not calls_for_help and listing_by_contents(context, meaning) is not None:
        await show_list(update, context, group, meaning)
    else:
        await refer_to_private(update, context, texts.HINT)


async def show_list(
    update: Update, context: Context, group: GroupChat, meaning: Understanding, foot: Html = NOTHING
) -> None:
    """Show the list or the numbers asked for, within the group's scope."""
    if several := lists_counted(context, counts_asked(context, meaning)):
        await answer(update, context, counts_text(context, several, group.unit_ids))
        return
    asked = listing_asked_for(context, meaning)
    if is_whole_plan_unasked(meaning, asked) and meaning.intent is not Intent.SUMMARY:
        await refer_to_private(update, context, texts.HINT)
        return
    if group.units:
        members = known_names(context.db).groups.get(meaning.unit or "")
        elsewhere = asked.unit_id is not None and not group.hears_of(asked.unit_id)
        if elsewhere or (members is not None and not set(members) & set(group.unit_names)):
            await _only_of_unit(update, context, group)
            return
    if len(group.units) == 1:
        asked = dataclasses.replace(asked, unit_id=group.units[0].id)
    mine = meaning.own and bool(context.person.speaks_for) and meaning.unit is None
    units = group.unit_ids
    if mine:
        units = [each for each in context.person.speaks_for if units is None or each in units]
    if units == []:
        await refer_to_private(update, context, texts.NOT_YOUR_TASKS)
        return
    text, is_all = _list_text(context, meaning, asked, assignments_in(context, asked, units), mine)
    await answer(update, context, join([text, foot]), None if is_all else _to_private(update, context))


def _list_text(
    context: Context, meaning: Understanding, asked: Listing, found: Sequence[Assignment], mine: bool
) -> tuple[Html, bool]:
    """Return a list or its numbers, and whether that is all of it."""
    late = asks_for_units(meaning, asked)
    if late or (asks_for_unreported(meaning) and says(meaning, "asked.by_unit") and asked.unit_id is None):
        return by_unit_text(context, asked, found, texts.MOST_LINES)
    numbers = meaning.intent is Intent.SUMMARY and not asks_for_unreported(meaning)
    show = texts.counts_of_list if numbers else texts.part_of_list
    return show(heading(context, asked, mine), found, context.language), numbers or len(found) <= texts.MOST_LINES


async def show_card(update: Update, context: Context, group: GroupChat, code: str) -> None:
    """Show a task's card, without reports and without units outside the group's scope, and the way to the private
    chat, where all else about it is."""
    if group.units and not tasks_meant(context, [code], group.unit_ids):
        await _only_of_unit(update, context, group)
        return
    found = task_card(context.db, code, context.today, group.unit_ids)
    if group.units:
        own = tuple(each for each in found.assignments if group.hears_of(each.unit_id))
        found = dataclasses.replace(found, assignments=own)
    await answer(update, context, card_for_all(found, context.language), _to_private(update, context))


async def ask_which_is_meant(update: Update, context: Context, group: GroupChat, meaning: Understanding) -> None:
    """Ask which of several tasks or units is meant, or take the only one in the group's scope. Raises UnknownUnit."""
    language = context.language
    found = tasks_meant(context, meaning.candidates, group.unit_ids)
    if len(found) == 1:
        await show_card(update, context, group, found[0].code)
    elif told := tasks_asked_about(context, meaning, group.unit_ids):
        await tell_how_they_stand(update, context, told, Verb.GROUP_CARD)
    elif found:
        shown = found[: texts.MOST_LINES]
        await answer(update, context, texts.choices(shown, language), pick_task(shown, Verb.GROUP_CARD))
    elif len(own := [name for name in meaning.candidates if name in group.unit_names]) == 1:
        several = len(list(of_kind(meaning, Kind.UNIT))) > 1
        foot = texts.ONLY_OF_UNIT(language, unit=_names(group, language)) if several else NOTHING
        await show_list(update, context, group, dataclasses.replace(meaning, unit=own[0]), foot)
    elif group.units and not own:
        await _only_of_unit(update, context, group)
    else:
        await answer(update, context, texts.WHICH_UNIT(language, units=meaning.candidates))


async def _only_of_unit(update: Update, context: Context, group: GroupChat) -> None:
    await refer_to_private(update, context, texts.ONLY_OF_UNIT, unit=_names(group, context.language))


def _names(group: GroupChat, language: Language) -> str:
    return cut(series(group.unit_names, language), LONGEST_NAMES)
