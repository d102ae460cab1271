"""The work information that 撤回 in words shows: it is taken back by its button, and by agreement."""

from data.dialogs import Dialog
from data.information.information import Information, information_for
from data.information.sending import withdraw_information
from handlers.dialog import Choices, Declaration, Ending, Talk
from handlers.information.keyboard import submitted
from handlers.information.texts import overview as texts
from handlers.telegram import Context, labels


def _choices(talk: Talk[Information]) -> Choices:
    """撤回, and what else stands under a piece that was sent."""
    [[_, *others]] = submitted(talk.subject.id, talk.language).inline_keyboard
    return [[(labels.WITHDRAW, "submit"), *others]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    found = withdraw_information(context.db, context.actor, dialog.subject_id)
    return Ending(texts.WITHDRAWN(context.language, title=found.title))


WITHDRAWAL: Declaration[Information] = Declaration(
    kind="information_withdrawal",
    load=lambda context, dialog: information_for(context.db, context.person, dialog.subject_id),
    questions=(),
    preview=lambda talk: texts.WITHDRAW_IT(talk.language, title=talk.subject.title),
    submit=labels.WITHDRAW,
    submit_said=("撤回",),
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)
