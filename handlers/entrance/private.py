"""The handlers of commands in a private chat."""

from telegram import Update

from data.understanding import Aim
from handlers.announcing import broadcast_orders, groups, nudge_orders
from handlers.dialog import return_to_open_dialog
from handlers.dialog.ending import cancel_command
from handlers.exports import menu as export
from handlers.extensions import request
from handlers.information import information_page
from handlers.office import audit, backup, invitations, review
from handlers.people import deputies, directory, joining, languages, leaving
from handlers.plan import event_days, plan_file, plans
from handlers.reporting import report, report_in_words
from handlers.returns import returns_command
from handlers.settings import settings
from handlers.summary import summary
from handlers.tasks import history
from handlers.tasks import list as task_list
from handlers.telegram import Context, as_if_said, hear, only_for, text_of, with_aim, words_behind
from handlers.telegram.commands import COMMANDS
from handlers.telegram.context import Callback


async def update_command(update: Update, context: Context) -> None:
    """Handle /update: report what is behind it, or ask for a task. Raises UnknownTask, NotYours or TaskClosed."""
    said = words_behind(update)
    if not text_of(update).startswith("/") or not said:
        await report.update_command(update, context)
        return
    told = as_if_said(update, said)
    meaning = with_aim(context, hear(context, said), Aim.REPORT)
    if not await report_in_words.report_several(told, context, meaning):
        await report_in_words.report_in_words(told, context, meaning)


async def nudge_command(update: Update, context: Context) -> None:
    """Handle /nudge; 催一下 below a round of returns nudges who has not filed it. Raises what either raises."""
    in_words = not context.args and not text_of(update).startswith("/")
    if not (in_words and await returns_command.nudge_for_round_in_view(update, context)):
        await nudge_orders.nudge_command(update, context)


_CALLBACKS: dict[str, Callback] = {
    "tasks": task_list.tasks_command,
    "update": update_command,
    "extend": request.show_tasks_to_extend,
    "deadlines": task_list.deadlines_command,
    "history": history.history_command,
    "deputy": deputies.deputy_command,
    "summary": summary.summary_command,
    "review": review.review_command,
    "people": directory.people_command,
    "invite": invitations.invite_command,
    "import": plan_file.import_command,
    "plans": plans.plans_command,
    "audit": audit.audit_command,
    "event": event_days.event_command,
    "groups": groups.groups_command,
    "nudge": nudge_command,
    "broadcast": broadcast_orders.broadcast_command,
    "settings": settings.settings_command,
    "backup": backup.backup_command,
    "returns": returns_command.returns_command,
    "export": export.export_command,
    "info": information_page.info_command,
    "cancel": cancel_command,
    "language": languages.language_command,
    "help": joining.show_help,
    "forget": leaving.forget_command,
}


def in_between(callback: Callback) -> Callback:
    """Return a handler that puts the open question again below the answer of `callback`."""

    async def answered(update: Update, context: Context) -> None:
        dialog = context.open_dialog
        await callback(update, context)
        if dialog is not None:
            await return_to_open_dialog(update, context, dialog)

    return answered


PRIVATE_COMMANDS = {
    command.name: only_for(command.audience, in_between(_CALLBACKS[command.name])) for command in COMMANDS
}
"""The handler of each command, for its audience; others are told what they can use instead."""
