"""An order of the office that is put right where its reason is asked for, 不是移交，是加上商务局; 不对，是1-9, or just
after it was carried out: 不对，是12月20日."""

from dataclasses import replace

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import Refusal, unless
from data.office.change_record import change_from_source
from data.plan.tasks import task_id_of
from data.store.inbox import text_written
from data.understanding import Kind, says, values_of
from data.understanding.dialog.words_edited import words_put_right
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import begins_with_code, begins_with_order, change_asked
from handlers.dialog import NOT_TAKEN, begin
from handlers.dialog.answers_in_text import answers_at_preview
from handlers.dialog.declaration import declared_of, open_question, talk_of
from handlers.office.plan_in_words import codes_of_change
from handlers.office.texts.plan_in_words import STAYS_CHANGED
from handlers.plan.task_changes import CHANGE_KINDS, CHANGES
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, plain_word

VALUE_ALONE = ("plan_changes.value_alone", "plan_changes.number_alone")
ANOTHER_VALUE = ("plan_changes.another_day", "plan_changes.another_unit", "plan_changes.another_number")


async def move_change_to_task_meant(update: Update, context: Context, dialog: Dialog | None, text: str) -> bool:
    """Begin the open change of a task, or with none open the one made just now, for the other task that a text says is
    meant (不对，是1-7不是1-3), with the same answers; return whether it did. What was made stays until it is undone."""
    if not context.person.is_coordinator or not says(text, "plan_changes.mistaken"):
        return False
    change = dialog or _ended_just_now(context)
    if change is None or change.kind not in CHANGE_KINDS:
        return False
    heard = hear(context, text)
    if not says(heard, "plan_changes.task_put_right"):
        return False
    made, own = change_from_source(context.db, change.source), codes_of_change(change, context)
    others = [code for code in values_of(heard, Kind.CODE) if code not in own]
    task_id = task_id_of(context.db, others[0]) if len(own) == len(others) == 1 else None
    if task_id is None or (made is None and dialog is None):
        return False
    if dialog is not None:
        dialogs.drop_dialog(context.db, dialog)
    first = STAYS_CHANGED(context.language, code=own[0]) if made is not None and not made.undone else NOTHING
    await begin(update, context, declared_of(context, change), task_id, answers=change.answers, first=first)
    return True


def _ended_just_now(context: Context) -> Dialog | None:
    ended = dialogs.last_ended(context.db, context.person.id)
    return ended if ended is not None and ended.touched_at >= context.just_now else None


def order_put_right(context: Context, dialog: Dialog, text: str) -> str | None:
    """Return the order, with its task's code, that a text gives instead of the open one about one task, or None. It
    denies what was read and gives an order or another task (不对，是1-9), or gives nothing but a value of another kind
    of change (牵头是市监局). Any order about the task counts if it says more than another value, or if it is asked
    whether to give the open one up; so does one that says that its day was wrong (刚才1-12给错了 应该是5月底)."""
    codes, denied = codes_of_change(dialog, context), words_put_right(text)
    gives_more = dialog.is_given_up or len(clauses_of(text)) > 1
    is_change = dialog.kind in CHANGE_KINDS
    if is_change and gives_more and begins_with_code(text, codes[0]):
        asked = change_asked(text, hear(context, text))
        return text if asked is not None and asked.what in CHANGES else None
    talk = unless(Refusal, talk_of, context, dialog)
    question = open_question(talk) if talk is not None else None
    if len(codes) != 1 or question is None or question.key != "reason":
        return None
    if begins_with_order(text, codes[0]) and says(hear(context, text), "plan_changes.asked.deadline_put_right"):
        return text
    if denied and (other := hear(context, denied).task) == plain_word(denied):
        said = text_written(context.db, context.private_chat_id, dialog.update_id) or ""
        return said.replace(codes[0], other) if codes[0] in said else None
    if not is_change:
        return None
    right = denied or (text if says(hear(context, text), "plan_changes.value_alone") else "")
    order = "".join([*codes, right])
    asked = change_asked(order, hear(context, order)) if right else None
    if asked is None or asked.what not in CHANGES:
        return None
    return order if denied or CHANGES[asked.what].kind != dialog.kind else None


def begin_again(context: Context, right: str, *, denies: bool) -> Dialog | None:
    """Open again, with its answers, the dialog that the person has just finished if what is said to be `right` is
    nothing but another value for one of them, read as at its preview; else return None. Unless the person `denies` the
    present value (不对，是12月20日), nothing else may be shown below it (改到12月20日)."""
    if not (denies or says(right, "plan_changes.may_be_another_value")):
        return None
    ended, heard = _ended_just_now(context), hear(context, right)
    if ended is None or (again := declared_of(context, ended).again) is None:
        return None
    if not (says(heard, *(VALUE_ALONE if denies else ANOTHER_VALUE)) or (denies and again.may_be_value(heard))):
        return None
    if not denies and ended.message_id != context.last_messages.known.said:
        return None
    talk = unless(Refusal, talk_of, context, ended)
    if talk is None:
        return None
    answers, by_update = again.answers(talk), ended.update_id
    given = unless(NOT_TAKEN, answers_at_preview, talk.at(replace(ended, answers=answers)), right) or {}
    if given.get(again.key) in (None, answers.get(again.key)):
        return None
    return dialogs.open_dialog(
        context.db, context.person.id, ended.kind, ended.subject_id, by_update, context.now, answers
    )
