"""The requests for more time that 撤回 in words shows: the button takes them back, and so does agreement."""

from collections.abc import Sequence

from telegram import Update

from data.dialogs import Dialog, drop_dialogs_on, find_open
from data.office.extension_decision import waiting_of, withdraw_extension
from data.office.extensions import Extension, find_extension
from data.understanding import Kind, Understanding, says, values_of
from handlers.dialog import Choices, Declaration, Ending, Talk, begin
from handlers.extensions import keyboard as buttons
from handlers.extensions.dialog import EXTENSION
from handlers.extensions.texts import request as texts
from handlers.telegram import Context, answer, join, labels, still_there

ALSO = "also"
"""The key under which the ids of further requests are kept that are taken back together with the first."""


async def offer(update: Update, context: Context, asked: Extension, *also: Extension) -> None:
    """Show what may be taken back; a single request, while something is asked, only by its button."""
    if also or find_open(context.db, context.person.id) is None:
        await begin(update, context, WITHDRAWAL, asked.id, answers={ALSO: [each.id for each in also]})
    else:
        await answer(update, context, texts.newest(asked, context.language), buttons.asked(asked, context.language))


async def offer_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the requests on the tasks that a sentence names, or all that wait where it says so; false unless there are
    several."""
    codes = values_of(meaning, Kind.CODE)
    if not codes and not says(meaning, "report_corrections.of_all"):
        return False
    asked = waiting_of(context.db, context.person, context.today, context.zone, *codes)
    if len(asked) > 1:
        await offer(update, context, *asked)
    return len(asked) > 1


def _load(context: Context, dialog: Dialog) -> Sequence[Extension]:
    ids = (dialog.subject_id, *dialog.answers.get(ALSO, ()))
    return [still_there(find_extension(context.db, each, context.today, context.zone)) for each in ids]


def _choices(talk: Talk[Sequence[Extension]]) -> Choices:
    if len(talk.subject) > 1:
        return [[(labels.WITHDRAW_ALL, "submit")]]
    return [list(row) for row in buttons.asked(talk.subject[0], talk.language).inline_keyboard]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    asked = [withdraw_extension(context.db, context.actor, each.id) for each in _load(context, dialog)]
    for each in asked:
        drop_dialogs_on(context.db, context.person.id, EXTENSION.kind, each.assignment.id or 0)
    return Ending(join([texts.withdrawn(each, context.language) for each in asked]))


WITHDRAWAL: Declaration[Sequence[Extension]] = Declaration(
    kind="extension_withdrawal",
    load=_load,
    preview=lambda talk: texts.to_withdraw(talk.subject, talk.language),
    submit=texts.WITHDRAW,
    submit_said=("撤回",),
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)
