"""An order of the office that is put right where its reason is asked for: 不是移交，是加上商务局; 不对，是1-9."""

from data.dialogs import Dialog
from data.errors import Refusal, unless
from data.store.inbox import text_written
from data.understanding import says
from data.understanding.dialog.words_edited import words_put_right
from data.understanding.office.change_asked import change_asked
from handlers.dialog.declaration import open_question, talk_of
from handlers.office.plan_in_words import codes_of_change
from handlers.plan.task_changes import CHANGES
from handlers.telegram import Context, hear, plain_word


def order_put_right(context: Context, dialog: Dialog, text: str) -> str | None:
    """Return the order, with its task's code, that a text gives instead of the open one about one task, or None. It
    denies what was read and gives an order or another task (不对，是1-9), or gives nothing but a value of another kind
    of change (牵头是市监局)."""
    codes, denied = codes_of_change(dialog, context), words_put_right(text)
    if len(codes) != 1 or not _asks_why(context, dialog):
        return None
    if denied and (other := hear(context, denied).task) == plain_word(denied):
        said = text_written(context.db, context.private_chat_id, dialog.update_id) or ""
        return said.replace(codes[0], other) if codes[0] in said else None
    if dialog.kind not in {each.kind for each in CHANGES.values()}:
        return None
    right = denied or (text if says(hear(context, text), "plan_changes.value_alone") else "")
    order = "".join([*codes, right])
    asked = change_asked(order, hear(context, order)) if right else None
    if asked is None or asked.what not in CHANGES:
        return None
    return order if denied or CHANGES[asked.what].kind != dialog.kind else None


def _asks_why(context: Context, dialog: Dialog) -> bool:
    talk = unless(Refusal, talk_of, context, dialog)
    question = open_question(talk) if talk is not None else None
    return question is not None and question.key == "reason"
