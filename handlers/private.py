"""What answers each command in a private chat, and the words that say the same."""

from handlers import (
    cancelling,
    deputies,
    extending,
    forgetting,
    history,
    inviting,
    reporting,
    reviewing,
    settings,
    start,
    summary,
    tasks,
)
from handlers.commands import COMMANDS, Callback, only_for

_CALLBACKS: dict[str, Callback] = {
    "tasks": tasks.tasks,
    "update": reporting.update_command,
    "extend": extending.extend_command,
    "deadlines": tasks.deadlines,
    "history": history.history_command,
    "deputy": deputies.deputy_command,
    "summary": summary.summary,
    "review": reviewing.review_command,
    "invite": inviting.invite,
    "settings": settings.settings_command,
    "cancel": cancelling.cancel,
    "language": start.ask_language,
    "help": start.show_help,
    "forget": forgetting.forget_command,
}

PRIVATE_COMMANDS = {command.name: only_for(command.audience, _CALLBACKS[command.name]) for command in COMMANDS}
"""Each command's answer, to those it is for; others hear what they can use instead."""
