"""The conversations: the ordered table of what answers what."""

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers import (
    answering,
    corrections,
    deputies,
    editing,
    extending,
    forgetting,
    granting,
    group_talk,
    groups,
    history,
    indicators,
    inviting,
    no_change,
    picking,
    reporting,
    reviewing,
    settings,
    several_lines,
    start,
    summary,
    tasks,
)
from handlers.access import gate
from handlers.callbacks import Verb, pattern
from handlers.commands import For, only_for
from handlers.context import App
from handlers.errors import on_error
from handlers.free_text import anything_else, stale_press, text_or_file
from handlers.private import PRIVATE_COMMANDS

GATE, CONVERSATIONS = -1, 0
NEW = filters.UpdateType.MESSAGE
PRIVATE = filters.ChatType.PRIVATE & NEW
GROUP = filters.ChatType.GROUPS & NEW


def register(app: App) -> None:
    """Bind every conversation, in the order in which they are tried."""
    app.add_handler(TypeHandler(Update, gate), GATE)

    app.add_handler(CommandHandler("start", start.start, NEW))
    for name, callback in PRIVATE_COMMANDS.items():
        app.add_handler(CommandHandler(name, callback, PRIVATE))
    app.add_handler(CommandHandler("invite", PRIVATE_COMMANDS["invite"], GROUP))
    app.add_handler(CommandHandler("bind", only_for(For.COORDINATORS, groups.bind), NEW))
    app.add_handler(CommandHandler("unbind", only_for(For.COORDINATORS, groups.unbind), NEW))
    app.add_handler(CommandHandler("deadlines", groups.week, GROUP))

    for verb, callback in {
        Verb.LIST: tasks.turn_page,
        Verb.CARD: tasks.open_card,
        Verb.GROUP_CARD: group_talk.press,
        Verb.REPORT: reporting.begin,
        Verb.ANSWER: answering.press,
        Verb.DRAFT: reporting.resume_or_restart,
        Verb.BUNDLE: several_lines.press,
        Verb.SAID: picking.press,
        Verb.WITHDRAW: corrections.take_back,
        Verb.CORRECT: corrections.correct,
        Verb.REVIEW: only_for(For.COORDINATORS, reviewing.press),
        Verb.REDO: corrections.redo,
        Verb.EXTEND: extending.begin,
        Verb.EXTENSION: extending.press,
        Verb.DECIDE: only_for(For.COORDINATORS, granting.press),
        Verb.TASK_HISTORY: history.open_of_task,
        Verb.HISTORY: history.turn_page,
        Verb.ENTRY: history.open_entry,
        Verb.EVIDENCE: history.open_evidence,
        Verb.DEPUTY: deputies.press,
        Verb.SETTING: only_for(For.COORDINATORS, settings.press),
        Verb.INDICATOR: only_for(For.COORDINATORS, indicators.press),
        Verb.FORGET: forgetting.press,
        Verb.INVITE: only_for(For.COORDINATORS, inviting.press),
        Verb.UNCHANGED: no_change.press,
        Verb.SUMMARY: summary.other_view,
        Verb.JOIN: only_for(For.COORDINATORS, start.join_after_all),
        Verb.LANGUAGE: start.choose_language,
    }.items():
        app.add_handler(CallbackQueryHandler(callback, pattern(verb)))
    app.add_handler(CallbackQueryHandler(stale_press))

    app.add_handler(ChatMemberHandler(groups.joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, groups.moved))
    app.add_handler(MessageHandler(GROUP & filters.TEXT & ~filters.COMMAND, group_talk.said))
    app.add_handler(MessageHandler(PRIVATE & ~filters.COMMAND & ~filters.StatusUpdate.ALL, text_or_file))
    app.add_handler(MessageHandler(PRIVATE & filters.COMMAND, anything_else))
    app.add_handler(MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE, editing.edited))

    app.add_error_handler(on_error)
