"""What answers each command in a private chat, and the words that say the same."""

from handlers.entrance import cancelling
from handlers.entrance.commands import COMMANDS, Callback, only_for
from handlers.extensions import request
from handlers.office import invitations, review, settings, summary
from handlers.people import deputies, joining, leaving
from handlers.reporting import report
from handlers.tasks import card, history

_CALLBACKS: dict[str, Callback] = {
    "tasks": card.tasks,
    "update": report.update_command,
    "extend": request.extend_command,
    "deadlines": card.deadlines,
    "history": history.history_command,
    "deputy": deputies.deputy_command,
    "summary": summary.summary,
    "review": review.review_command,
    "invite": invitations.invite,
    "settings": settings.settings_command,
    "cancel": cancelling.cancel,
    "language": joining.ask_language,
    "help": joining.show_help,
    "forget": leaving.forget_command,
}

PRIVATE_COMMANDS = {command.name: only_for(command.audience, _CALLBACKS[command.name]) for command in COMMANDS}
"""Each command's answer, to those it is for; others hear what they can use instead."""
