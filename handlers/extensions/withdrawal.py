"""The request for more time that 撤回 in words shows: its button takes it back, and so does agreement."""

from telegram import Update

from data.dialogs import Dialog, drop_dialogs_on, find_open
from data.office.extension_withdrawal import withdraw_extension
from data.office.extensions import Extension, find_extension
from handlers.dialog import Declaration, Ending, begin
from handlers.extensions import keyboard as buttons
from handlers.extensions.dialog import EXTENSION
from handlers.extensions.texts import request as texts
from handlers.telegram import Context, answer, still_there


async def offer(update: Update, context: Context, asked: Extension) -> None:
    """Show a request that may be taken back; while something is asked only its button does that."""
    if find_open(context.db, context.person.id) is None:
        await begin(update, context, WITHDRAWAL, asked.id)
    else:
        await answer(update, context, texts.newest(asked, context.language), buttons.asked(asked, context.language))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    asked = withdraw_extension(context.db, context.actor, dialog.subject_id)
    drop_dialogs_on(context.db, context.person.id, EXTENSION.kind, asked.assignment.id or 0)
    return Ending(texts.withdrawn(asked, context.language))


WITHDRAWAL: Declaration[Extension] = Declaration(
    kind="extension_withdrawal",
    load=lambda context, dialog: still_there(
        find_extension(context.db, dialog.subject_id, context.today, context.zone)
    ),
    preview=lambda talk: texts.newest(talk.subject, talk.language),
    submit=texts.WITHDRAW,
    submit_said=("撤回",),
    choices=lambda talk: [list(row) for row in buttons.asked(talk.subject, talk.language).inline_keyboard],
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)
