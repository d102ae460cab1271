"""An order of the office that is put right where its reason is asked for: 不是移交，是加上商务局."""

from data.dialogs import Dialog
from data.errors import Refusal
from data.understanding import says
from data.understanding.dialog.words_edited import words_put_right
from data.understanding.office.change_asked import change_asked
from handlers.dialog.declaration import open_question, talk_of
from handlers.office.plan_in_words import codes_of_change
from handlers.plan.task_changes import CHANGES
from handlers.telegram import Context, hear


def order_put_right(context: Context, dialog: Dialog, text: str) -> str | None:
    """Return the order, with its task's code, that a text gives instead of the open change of one task, or None. It
    denies what was read and gives an order, or gives nothing but a value of another kind of change (牵头是市监局)."""
    if dialog.kind not in {each.kind for each in CHANGES.values()} or not _asks_why(context, dialog):
        return None
    denied = words_put_right(text)
    right = denied or (text if says(hear(context, text), "plan_changes.value_alone") else "")
    order = "".join([*codes_of_change(dialog, context), right])
    asked = change_asked(order, hear(context, order)) if right else None
    if asked is None or asked.what not in CHANGES:
        return None
    return order if denied or CHANGES[asked.what].kind != dialog.kind else None


def _asks_why(context: Context, dialog: Dialog) -> bool:
    try:
        question = open_question(talk_of(context, dialog))
    except Refusal:
        return False
    return question is not None and question.key == "reason"
