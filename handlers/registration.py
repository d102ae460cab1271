"""The table of contents of all conversations: which handler answers which command, button and message."""

from collections.abc import Callable, Mapping
from datetime import datetime

from telegram import Update
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, TypeHandler, filters

from data.plan.vocabulary import PlanWords
from data.store import Database
from handlers.acts import last_act
from handlers.all_refusals import add_all_refusals
from handlers.announcing import broadcast_page, groups, nudge_orders, reminder_papers, sent_broadcasts
from handlers.dialog import presses
from handlers.dialog_list import DIALOGS
from handlers.entrance import group_talk
from handlers.entrance.command_words import answer_unknown_command, with_words_as_said
from handlers.entrance.edits import answer_edit
from handlers.entrance.failures import on_error
from handlers.entrance.fixed_words import take_press
from handlers.entrance.free_text import take_text_or_file
from handlers.entrance.gate import gate
from handlers.entrance.group_answers import refer_to_private
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.exports import menu as export
from handlers.exports import regular_summaries
from handlers.extensions import decisions as extension_decisions
from handlers.extensions import request
from handlers.extensions import withdrawal as extension_withdrawal
from handlers.information import information_page
from handlers.notes import note_answers, task_notes
from handlers.notices import deadline_check, digest, urgency, week
from handlers.office import audit, invited_people, review
from handlers.people import deputies, joining, languages, leaving
from handlers.people import presses as people_presses
from handlers.plan import event_days, plans, task_changes, unit_names
from handlers.reporting import batch, no_change, report, report_in_words, resubmission, withdrawal
from handlers.returns import office as returns_of_office
from handlers.returns import returns_command
from handlers.settings import indicators, settings
from handlers.steps import presses as step_presses
from handlers.summary import summary
from handlers.tasks import by_unit, card, history
from handlers.telegram import For, Verb, only_for
from handlers.telegram.context import App, Callback, Services
from handlers.telegram.last_messages import LastMessages

GATE = -1
NEW = filters.UpdateType.MESSAGE
PRIVATE = filters.ChatType.PRIVATE & NEW
GROUP = filters.ChatType.GROUPS & NEW
PRESSES: Mapping[Verb, Callback] = {
    Verb.LIST: by_unit.turn_page,
    Verb.CARD: card.open_card,
    Verb.GROUP_CARD: group_talk.press_group_card,
    Verb.REPORT: report.begin_pressed,
    Verb.DRAFT: report.resume_or_restart,
    Verb.BATCH: batch.press_batch,
    Verb.SAID: report_in_words.press_said,
    Verb.WITHDRAW: withdrawal.withdraw_pressed,
    Verb.CORRECT: withdrawal.correct_pressed,
    Verb.REVIEW: only_for(For.COORDINATORS, review.press_review),
    Verb.REDO: resubmission.redo_pressed,
    Verb.EXTEND: request.extend_pressed,
    Verb.EXTENSION: extension_withdrawal.withdraw_pressed,
    Verb.DIALOG: presses.press_dialog,
    Verb.BEGUN: presses.press_begun,
    Verb.DECIDE: only_for(For.COORDINATORS, extension_decisions.press_decide),
    Verb.TASK_HISTORY: history.open_task_history,
    Verb.HISTORY: history.turn_page,
    Verb.ENTRY: history.open_entry,
    Verb.EVIDENCE: history.open_evidence,
    Verb.DEPUTY: deputies.press_deputy,
    Verb.SETTING: settings.press_setting,
    Verb.INDICATOR: only_for(For.COORDINATORS, indicators.press_indicator),
    Verb.FORGET: leaving.press_forget,
    Verb.EVENT: only_for(For.COORDINATORS, event_days.press_event),
    Verb.AUDIT: only_for(For.COORDINATORS, audit.press_audit),
    Verb.PLAN: only_for(For.COORDINATORS, plans.press_plan),
    Verb.TASK: only_for(For.COORDINATORS, task_changes.press_task),
    Verb.ACT: only_for(For.COORDINATORS, last_act.press_act),
    Verb.PEOPLE: only_for(For.COORDINATORS, people_presses.press_people),
    Verb.SEAT: people_presses.press_seat,
    Verb.UNIT: only_for(For.COORDINATORS, unit_names.press_unit),
    Verb.TELL: task_notes.press_tell,
    Verb.TASK_NOTE: only_for(For.COORDINATORS, note_answers.press_task_note),
    Verb.INVITE: only_for(For.COORDINATORS, invited_people.press_invite),
    Verb.UNCHANGED: no_change.press_unchanged,
    Verb.SUMMARY: summary.turn_to_view,
    Verb.JOIN: only_for(For.COORDINATORS, joining.join_after_all),
    Verb.BROADCAST: only_for(For.COORDINATORS, sent_broadcasts.press_broadcast),
    Verb.REPLY: broadcast_page.press_answer,
    Verb.NUDGE: only_for(For.COORDINATORS, nudge_orders.press_nudge),
    Verb.NOTICE: digest.press_notice,
    Verb.URGENT: urgency.press_urgent,
    Verb.STEP: step_presses.press_step,
    Verb.TICK: card.tick_step,
    Verb.SETTLE: only_for(For.COORDINATORS, deadline_check.press_settle),
    Verb.ROUND: only_for(For.OVERSEERS, returns_of_office.press_round),
    Verb.GROUP: only_for(For.COORDINATORS, groups.press_group),
    Verb.PAPER: only_for(For.COORDINATORS, reminder_papers.press_paper),
    Verb.FILING: returns_command.press_filing,
    Verb.EXPORT: export.press_export,
    Verb.REGULAR: only_for(For.COORDINATORS, regular_summaries.press_regular),
    Verb.LANGUAGE: languages.choose_language,
    Verb.INFORMATION: only_for(For.WRITERS, information_page.press_information),
}
"""What is done when a button is pressed, by the verb in its data."""


def provided(db: Database, now: Callable[[], datetime], last_messages: LastMessages) -> Services:
    """Return what the process provides to all conversations."""
    return Services(db, now, PlanWords(db), DIALOGS, PRESSES, last_messages)


def register(app: App) -> None:
    """Add all handlers to `app`, in the order in which they are tried."""
    add_all_refusals()
    app.add_handler(
        MessageHandler(filters.ChatType.GROUPS & filters.StatusUpdate.MIGRATE, groups.follow_migration), GATE
    )
    app.add_handler(TypeHandler(Update, gate), GATE)

    app.add_handler(MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND, take_text_or_file))
    app.add_handler(CommandHandler("start", joining.start_command, NEW))
    for name, callback in PRIVATE_COMMANDS.items():
        app.add_handler(CommandHandler(name, with_words_as_said(name, callback), PRIVATE))
    app.add_handler(CommandHandler("bind", only_for(For.COORDINATORS, groups.bind_command), NEW))
    app.add_handler(CommandHandler("unbind", only_for(For.COORDINATORS, groups.unbind_command), NEW))
    app.add_handler(CommandHandler("deadlines", week.week_command, GROUP))
    app.add_handler(CommandHandler("summary", group_talk.summary_command, GROUP))
    app.add_handler(CommandHandler(("invite", "groups"), only_for(For.COORDINATORS, refer_to_private), GROUP))
    app.add_handler(MessageHandler(GROUP & filters.COMMAND, group_talk.refer_command))

    app.add_handler(CallbackQueryHandler(take_press))

    app.add_handler(ChatMemberHandler(groups.stay_or_leave, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(
        MessageHandler(GROUP & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, group_talk.answer_group_message)
    )
    app.add_handler(
        MessageHandler(PRIVATE & ~filters.TEXT & ~filters.COMMAND & ~filters.StatusUpdate.ALL, take_text_or_file)
    )
    app.add_handler(MessageHandler(PRIVATE & filters.COMMAND, answer_unknown_command))
    app.add_handler(MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE, answer_edit))

    app.add_error_handler(on_error)
