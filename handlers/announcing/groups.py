"""Binding and unbinding groups, leaving those to which no coordinator added the bot, and the pages (/groups) on which
coordinators set what each bound group is told, about what and when."""

from contextlib import suppress

from telegram import ChatMember, ChatMemberRestricted, InlineKeyboardMarkup, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import ChatMigrated, TelegramError
from telegram.ext import ApplicationHandlerStop

from data.announcing.addressees import addressees_named
from data.dialogs import Dialog
from data.errors import UnknownUnit
from data.notices.groups import (
    GroupChat,
    Post,
    bind_group,
    bound_group,
    bound_groups,
    move_group,
    set_group_language,
    set_group_time,
    set_group_units,
    toggle_post,
    unbind_group,
)
from data.notices.plan_rules import plan_rules
from data.people.people import who_is
from data.people.roster_file import language_named
from data.plan.files.unit_cells import names_in
from data.plan.unit_names import NameMatch
from data.plan.units import find_unit, known_names
from handlers.announcing import keyboard
from handlers.announcing.recipient_questions import UNITS_PICKED
from handlers.announcing.texts import groups as texts
from handlers.dialog import Answers, Declaration, Ending, Question, Talk, begin
from handlers.telegram import Context, answer, hear, pressed, show, still_there, unit_named, with_undo
from handlers.telegram.sending import topic_of
from handlers.wording import GROUP_NOT_BOUND, Html
from handlers.wording.wordings import language_of

FIRST_SUPERGROUP = -1_000_000_000_000
"""Supergroups have ids below this one, other groups above it (Bot API, Dialog IDs)."""
PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)


async def bind_command(update: Update, context: Context) -> None:
    """Handle /bind: post in this group or topic about the whole plan, or the units named after the command. A language
    may be named as well; otherwise a new group gets the coordinator's. If only a language is named, a bound group keeps
    its units. The answer is in the group's language. Raises UnknownUnit."""
    chat = update.effective_chat
    assert chat is not None
    if chat.type == ChatType.PRIVATE:
        await answer(update, context, texts.GROUP_ONLY(context.language))
        return
    words = context.args or []
    languages = [language for word in words if (language := language_named(word))]
    units = _units_named(context, " ".join(word for word in words if not language_named(word)))
    before = bound_group(context.db, chat.id)
    if before and languages and not units:
        units = list(before.unit_ids or ())
    language = languages[0] if languages else None if before else context.language
    group = bind_group(context.db, context.actor, chat.id, chat.title or "", units, topic_of(update), language)
    await answer(update, context, texts.bound(group, plan_rules(context.db), language_of(group.language, None)))


def _units_named(context: Context, words: str) -> list[int]:
    """Return the ids of the units in `words`: one by any of its names, several as in a cell of the plan, or a unit
    group. Raises UnknownUnit."""
    if not words.strip():
        return []
    known = known_names(context.db)
    if (group := known.resolve(words)).match is NameMatch.GROUP:
        return [find_unit(context.db, name).id for name in known.groups[group.name]]
    try:
        return [unit_named(context, words).id]
    except UnknownUnit:
        names = names_in(words, known.resolve)
        if len(names) < 2:
            raise
    return [unit_named(context, name).id for name in names]


async def unbind_command(update: Update, context: Context) -> None:
    """Handle /unbind: post nothing more in this group."""
    chat = update.effective_chat
    assert chat is not None
    if chat.type == ChatType.PRIVATE:
        await answer(update, context, texts.GROUP_ONLY(context.language))
        return
    unbound = unbind_group(context.db, chat.id, context.person.id, context.now, context.source)
    await answer(update, context, (texts.GROUP_UNBOUND if unbound else GROUP_NOT_BOUND)(context.language))


async def stay_or_leave(update: Update, context: Context) -> None:
    """Stay in a group to which a coordinator added the bot, leave any other, and unbind one that removed it."""
    member, chat = update.my_chat_member, update.effective_chat
    assert member is not None and chat is not None
    if chat.type == ChatType.PRIVATE:
        return
    if not _is_there(member.new_chat_member):
        unbind_group(context.db, chat.id, None, context.now, context.source)
        return
    adder = who_is(context.db, member.from_user.id, context.today)
    if bound_group(context.db, chat.id) is not None or await _find_moved_here(context, chat.id):
        return
    if adder is not None and adder.is_coordinator:
        await answer(update, context, texts.GROUP_HELLO(context.language))
        return
    with suppress(TelegramError):
        await answer(update, context, texts.GROUP_GOODBYE(context.language))
    await context.bot.leave_chat(chat.id)


def _is_there(member: ChatMember) -> bool:
    """Return whether the bot is in the chat, even if it may not write there."""
    return member.status in PRESENT or (isinstance(member, ChatMemberRestricted) and member.is_member)


async def _find_moved_here(context: Context, chat_id: int) -> bool:
    """Return whether the chat is bound, giving a bound group its new id first if it has become this supergroup.
    Telegram may announce the bot in the new group before it announces the move, so each bound basic group is probed."""
    for group in bound_groups(context.db):
        if chat_id < FIRST_SUPERGROUP < group.chat_id:
            try:
                await context.bot.send_chat_action(group.chat_id, ChatAction.TYPING)
            except ChatMigrated as error:
                move_group(context.db, group.chat_id, error.new_chat_id)
            except TelegramError:
                continue
    return bound_group(context.db, chat_id) is not None


async def follow_migration(update: Update, context: Context) -> None:
    """Give a group that has become a supergroup its new id; Telegram announces this in both chats, in either order.

    Raises ApplicationHandlerStop: such a message says nothing else."""
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id is not None:
        move_group(context.db, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        move_group(context.db, message.migrate_from_chat_id, message.chat.id)
    raise ApplicationHandlerStop


async def groups_command(update: Update, context: Context) -> None:
    """Handle /groups: list the bound groups, with a button for each."""
    await answer(update, context, *_list(context))


async def press_group(update: Update, context: Context) -> None:
    """Handle a button of a group's page. Raises StaleButton if the group is not bound any more."""
    way, *numbers = pressed(update)
    if way == "list":
        await show(update, context, *_list(context))
        return
    group = still_there(bound_group(context.db, int(numbers[0])))
    if way == "scope":
        await begin(update, context, SCOPE, group.chat_id)
        return
    await show(update, context, *_changed(context, group, way, [int(each) for each in numbers[1:]]))


def _changed(
    context: Context, group: GroupChat, way: str, numbers: list[int]
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Apply what a button changes, and return the page to show."""
    db, by, now, language = context.db, context.person.id, context.now, context.language
    match way, numbers:
        case (("weekly" | "day_before" | "overdue"), _):
            group = toggle_post(db, context.actor, group.chat_id, Post(way))
        case "day", []:
            return texts.WHICH_DAY(language), keyboard.weekdays(group, language)
        case "hour", []:
            return texts.WHICH_HOUR(language), keyboard.hours(group, plan_rules(db), language)
        case "day", [number] if number <= 7:
            group = set_group_time(db, context.actor, group.chat_id, number or None, group.hour)
        case "hour", [number] if number < 24:
            group = set_group_time(db, context.actor, group.chat_id, group.weekday, number or None)
        case (("zh" | "en"), _):
            group = set_group_language(db, context.actor, group.chat_id, way)
        case "unbind", _:
            unbind_group(db, group.chat_id, by, now, context.source)
            return texts.UNBOUND(language, title=group.title), with_undo(context)
    return texts.page(group, plan_rules(db), language), keyboard.group_page(group, language)


def _list(context: Context) -> tuple[Html, InlineKeyboardMarkup | None]:
    found, language = bound_groups(context.db), context.language
    if not found:
        return texts.NO_GROUPS(language), None
    return texts.LIST(language, count=len(found)), keyboard.group_list(found)


def _read(talk: Talk[GroupChat], text: str) -> Answers:
    to = addressees_named(talk.context.db, hear(talk.context, text))
    if to.everybody:
        return {"units": []}
    ids = to.unit_ids or (unit_named(talk.context, text).id,)
    return {"units": [*ids]}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    group = set_group_units(context.db, context.actor, dialog.subject_id, dialog.answers["units"])
    language = context.language
    return Ending(texts.page(group, plan_rules(context.db), language), keyboard.group_page(group, language))


SCOPE: Declaration[GroupChat] = Declaration(
    kind="group_scope",
    load=lambda context, dialog: still_there(bound_group(context.db, dialog.subject_id)),
    questions=(
        Question(
            "units",
            label=texts.SCOPE_LABEL,
            put=lambda talk: texts.WHICH_SCOPE(talk.language, title=talk.subject.title),
            read=_read,
            buttons=lambda talk: [[(texts.ALL_UNITS, "all")], *UNITS_PICKED.buttons(talk)],
            press=lambda talk, value: {"units": []} if value == "all" else UNITS_PICKED.press(talk, value),
            shown=lambda talk: "",
        ),
    ),
    finish=_finish,
    waits=texts.SCOPE_WAITS,
)
