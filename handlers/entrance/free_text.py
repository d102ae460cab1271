"""Texts without a command: what is done with one, in order, from replies to notices to the table of intents; and photos
and documents: an answer to the open question, or what they are sent for without one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from telegram import Document, Update

from data import dialogs
from data.dialogs import Dialog
from data.reporting.batches import BATCH_DIALOG
from data.reporting.drafts import REPORT_DIALOG, find_draft
from data.understanding import Aim, Kind, Understanding
from data.understanding.dialog.giving_up import gives_up, may_give_up, tells_what_was_given_up
from data.understanding.dialog.turns import hands_in_all
from data.understanding.dialog.words_edited import words_put_right
from data.understanding.lines import without_number
from data.understanding.reports import tells_something
from handlers.announcing import broadcast_orders
from handlers.dialog import AGREED, Question, Talk, is_courtesy, return_to_open_dialog, text_input
from handlers.dialog.ending import give_up_or_go_on, repeat_ending, said_on_keeping
from handlers.dialog.opening import argument_shown_last, card_above
from handlers.dialog.words import SKIPS, without_order_to_submit
from handlers.entrance.digression import is_digression
from handlers.entrance.fixed_words import button_said, command_for_unit, handler_at_once, handler_of_fixed_words
from handlers.entrance.late_answers import (
    ask_whether_it_answers,
    button_that_puts_in,
    reopen_for_file,
    reopen_if_answered,
    talk_and_question,
)
from handlers.entrance.matter_shown import with_matter_shown
from handlers.entrance.other_matters import is_claimed_by_name, may_be_an_order
from handlers.entrance.replied_to import answer_notice, ask_which_of_message, with_name_of_matter
from handlers.entrance.sentences import act_on, do_or_say_refusal
from handlers.entrance.several_matters import answer_and_other_matter, reason_for_open_request
from handlers.information.submission import begin_with_file
from handlers.notices.named_by_place import with_codes_for_places, with_codes_for_places_in
from handlers.office.orders_put_right import begin_again, move_change_to_task_meant, order_put_right
from handlers.plan import plan_file
from handlers.reporting.batch import show_waiting_together
from handlers.reporting.evidence import is_of_another_task, report_with_file, take_file
from handlers.reporting.not_now import report_to_check
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import all_own_assignments
from handlers.telegram import Context, Verb, as_if_said, hear, text_of, with_aim
from handlers.wording import plain_word


@dataclass(frozen=True, slots=True)
class Said:
    """A text on its way through the steps, each of which may word it anew, and the dialog that is then open."""

    update: Update
    context: Context
    text: str
    dialog: Dialog | None

    def as_if(self, text: str) -> "Said":
        """Return the same message with another text."""
        return replace(self, update=as_if_said(self.update, text), text=text)

    def has_left(self, dialog: Dialog) -> bool:
        """Return whether a dialog is as this very message left it, which comes again after the bot was stopped."""
        return dialog.update_id == self.update.update_id


Step = Callable[[Said], Awaitable[Said | None]]
"""Hands a text on, perhaps worded anew, or returns None if nothing is left to do about it."""


async def take_text_or_file(update: Update, context: Context) -> None:
    """Take a text or file as the answer to the open question, or as a digression, below which that is put again."""
    assert update.message is not None
    if await repeat_ending(update, context):
        return
    if update.message.text is None:
        await _take_photo_or_document(update, context)
        return
    said = Said(update, context, update.message.text, context.open_dialog)
    for step in STEPS:
        handed_on = await step(said)
        if handed_on is None:
            return
        said = handed_on
    await do_or_say_refusal(said.update, context, _understand(said.update, context, said.text))
    if said.dialog is not None:
        await return_to_open_dialog(said.update, context, said.dialog)


async def _answer_notice(said: Said) -> Said | None:
    return None if await answer_notice(said.update, said.context, said.text) else said


async def _name_matter_replied_to(said: Said) -> Said:
    about = with_name_of_matter(said.update, said.context, said.text)
    return said if about is None else replace(said, update=about, text=text_of(about))


async def _name_tasks_by_place(said: Said) -> Said:
    """Put the codes of the tasks that a text chooses by their places, if tasks are shown to choose from."""
    context = said.context
    if said.dialog is None or said.dialog.kind != TASK_CHOICE.kind:
        return said
    shown = context.last_messages.offers()
    mine = {str(each.id): each for each in all_own_assignments(context)} if shown else {}
    chosen = dict.fromkeys(each[1] for each in shown if each[0] in (Verb.REPORT, Verb.SAID) and len(each) > 1)
    tasks = [mine[each] for each in chosen if each in mine]
    named = with_codes_for_places_in(said.update, context, said.text, tasks) if tasks else None
    return said if named is None else replace(said, update=named, text=text_of(named))


async def _take_up_dialog_answered(said: Said) -> Said:
    if said.dialog is None:
        return said
    heard = _hear(said.context, said.text)
    if (button := button_that_puts_in(said.context, said.dialog, heard)) is not None:
        return said.as_if(button)
    is_other = partial(is_digression, text=said.text, heard=heard)
    dialog = await reopen_if_answered(said.update, said.context, said.dialog, said.text, heard, is_other)
    return replace(said, dialog=dialog)


async def _hand_in_all(said: Said) -> Said | None:
    may = said.dialog is None or said.dialog.kind == REPORT_DIALOG
    shown = may and hands_in_all(said.text) and await show_waiting_together(said.update, said.context)
    return None if shown else said


async def _leave_reason_alone(said: Said) -> Said:
    reason = reason_for_open_request(said.context, said.dialog, said.text) if said.dialog is not None else None
    return said if reason is None else said.as_if(reason)


async def _move_change(said: Said) -> Said | None:
    begun_by_it = said.dialog is not None and said.has_left(said.dialog)
    moved = not begun_by_it and await move_change_to_task_meant(said.update, said.context, said.dialog, said.text)
    return None if moved else said


async def _put_order_right(said: Said) -> Said:
    dialog = said.dialog
    if dialog is None or said.has_left(dialog) or (order := order_put_right(said.context, dialog, said.text)) is None:
        return said
    dialogs.drop_dialog(said.context.db, dialog)
    return replace(said.as_if(order), dialog=None)


async def _begin_again(said: Said) -> Said | None:
    """Take a text as a change of what was done just now, if it gives another value."""
    if said.dialog is not None:
        return said
    denied = words_put_right(said.text)
    right = denied or said.text
    dialog = begin_again(said.context, right, denies=bool(denied))
    if dialog is None:
        return said
    if await _is_taken(said.as_if(right), dialog):
        return None
    dialogs.drop_dialog(said.context.db, dialog)
    return said


async def _keep_dialog(said: Said) -> Said:
    added = said_on_keeping(said.context, said.dialog, said.text) if said.dialog is not None else ""
    if said.dialog is None or not added:
        return said
    dialogs.stop_asking_to_give_up(said.context.db, said.dialog)
    return replace(said.as_if(added), dialog=said.context.open_dialog)


async def _answer_and_other_matter(said: Said) -> Said | None:
    """Take the first part of a text as the answer, and do what the second asks for."""
    context, dialog = said.context, said.dialog
    parts = answer_and_other_matter(context, dialog, said.text) if dialog is not None else None
    if dialog is None or parts is None:
        return said
    answer, behind = map(said.as_if, parts)
    if not await _is_taken(answer, dialog):
        return said
    await do_or_say_refusal(behind.update, context, _understand(behind.update, context, behind.text))
    await return_to_open_dialog(said.update, context, dialog)
    return None


async def _answer(said: Said) -> Said | None:
    stays = gives_up(said.text) and argument_shown_last(said.context, Verb.FORGET) is not None
    taken = said.dialog is not None and not stays and await _is_taken(said, said.dialog)
    return None if taken else said


async def _end_parked(said: Said) -> Said | None:
    ended = said.dialog is None and await give_up_or_go_on(said.update, said.context, said.text)
    return None if ended else said


STEPS: tuple[Step, ...] = (
    _answer_notice,
    _name_matter_replied_to,
    _name_tasks_by_place,
    _take_up_dialog_answered,
    _hand_in_all,
    _leave_reason_alone,
    _move_change,
    _put_order_right,
    _begin_again,
    _keep_dialog,
    _answer_and_other_matter,
    _answer,
    _end_parked,
)
"""What is tried before a text is understood by itself."""


async def _is_taken(said: Said, dialog: Dialog) -> bool:
    """Take a text as the answer in an open dialog; return whether it belongs there. That is not in doubt of the text
    that the dialog was opened or changed by, which comes again after a kill."""
    context, text = said.context, said.text
    heard = _hear(context, text)
    answers = is_courtesy(text) or plain_word(text) in AGREED
    fixed = not answers and handler_of_fixed_words(context, text, heard) is not None
    fixed = fixed or _gives_up(text, heard)
    is_doubtful = not said.has_left(dialog) and (
        _may_be_of_the_card(context, dialog, heard)
        or dialog.is_old(context.now)
        or may_be_an_order(context, dialog, text, heard)
    )

    def is_other(talk: Talk[Any], question: Question[Any] | None) -> bool:
        return fixed or is_digression(talk, question, text, heard)

    if is_doubtful:
        return await ask_whether_it_answers(said.update, context, dialog, text, heard, is_other)
    is_claimed = partial(is_claimed_by_name, text=text, heard=heard)
    return await text_input.take_text(said.update, context, dialog, text, heard, is_other, is_claimed)


def _may_be_of_the_card(context: Context, dialog: Dialog, heard: Understanding) -> bool:
    """Return whether a text at a question, or a report at the preview of several, may be about the task whose card was
    looked at meanwhile. At other previews, what names no task changes what is shown there."""
    if card_above(dialog) is None or not tells_something(heard) or heard.names(Kind.CODE):
        return False
    if dialog.kind == BATCH_DIALOG and heard.aim is Aim.REPORT:
        return True
    return talk_and_question(context, dialog)[1] is not None


async def _understand(update: Update, context: Context, text: str) -> None:
    """Do what fixed words, or else a sentence, ask for."""
    report = report_to_check(context, text)
    if (told := report or without_order_to_submit(text)) != text:
        update, text = as_if_said(update, told), told
    if (at_once := handler_at_once(context, text)) is not None:
        await at_once(update, context)
        return
    if (named := with_codes_for_places(update, context, text)) is not None and named.message is not None:
        update, text = named, named.message.text or ""
    elif await ask_which_of_message(update, context, text):
        return
    heard = _hear(context, text) if report is None else with_aim(context, _hear(context, text), Aim.REPORT)
    button = button_said(update, context, text, heard)
    if button is None and (about := with_matter_shown(context, text, heard)) is not None:
        update, text, heard = as_if_said(update, about), about, _hear(context, about)
    fixed = handler_of_fixed_words(context, text, heard)
    does = (button or fixed) if context.last_messages.task() is not None else (fixed or button)
    does = does or command_for_unit(context, text, heard) or act_on
    await does(update, context, heard)


def _gives_up(text: str, heard: Understanding) -> bool:
    """Return whether a text says to give up what is open; 没有 only skips something."""
    said = heard.whole and heard.aim is Aim.CANCEL and plain_word(text) not in SKIPS
    return said and may_give_up(text) and not tells_what_was_given_up(text)


def _hear(context: Context, text: str) -> Understanding:
    return hear(context, without_number(text))


async def _take_photo_or_document(update: Update, context: Context) -> None:
    """Take a file as the answer to the open question, or for what it is sent for, below which that is put again."""
    dialog = context.open_dialog
    dialog = dialog and await reopen_for_file(update, context, dialog)
    if dialog is not None and await text_input.take_file(update, context, dialog):
        return
    await do_or_say_refusal(update, context, _take_unasked(update, context))
    if dialog is not None:
        await return_to_open_dialog(update, context, dialog)


async def _take_unasked(update: Update, context: Context) -> None:
    """Handle a photo or document as evidence of the open report, as work information, as a broadcast or plan file of a
    coordinator, or else as evidence of a report for which the task is still to be named."""
    draft = find_draft(context.db, context.person.id)
    if draft is not None and is_of_another_task(context, draft, (update.message and update.message.caption) or ""):
        await report_with_file(update, context)
    elif draft is not None:
        await take_file(update, context, draft)
    elif await begin_with_file(update, context) or await broadcast_orders.broadcast_file(update, context):
        return
    elif (file := _plan_file(update, context)) is not None:
        await plan_file.take_plan_file(update, context, file)
    elif not await broadcast_orders.offer_to_broadcast_file(update, context):
        await report_with_file(update, context)


def _plan_file(update: Update, context: Context) -> Document | None:
    """Return the plan file that a coordinator has sent, or None; with a task in its caption, the file is evidence."""
    assert update.message is not None
    if not context.person.is_coordinator or (update.message.caption and hear(context, update.message.caption).task):
        return None
    return plan_file.plan_file_in(update.message)
