"""Texts without a command, in order: fixed words, an answer to the open question, the table of intents; unknown
commands, and known ones with words behind them (/tasks 公安局)."""

from functools import partial

from rapidfuzz import fuzz, process
from telegram import Document, Update

from data import dialogs
from data.dialogs import Dialog
from data.reporting.batches import BATCH_DIALOG
from data.reporting.drafts import REPORT_DIALOG, find_draft
from data.understanding import Aim, Kind, Understanding, of_kind
from data.understanding.dialog.giving_up import gives_up, may_give_up, tells_what_was_given_up
from data.understanding.dialog.turns import hands_in_all
from data.understanding.lines import without_number
from data.understanding.reports import tells_something
from handlers.announcing import broadcast_orders
from handlers.dialog import AGREED, is_courtesy, return_to_open_dialog, text_input
from handlers.dialog.ending import give_up_or_go_on, repeat_ending, said_on_keeping
from handlers.dialog.opening import argument_shown_last, card_above
from handlers.dialog.words import SKIPS, without_order_to_submit
from handlers.entrance.digression import is_digression
from handlers.entrance.fixed_words import button_said, command_for_unit, handler_at_once, handler_of_fixed_words
from handlers.entrance.late_answers import ask_whether_it_answers, dialog_answered_instead, talk_and_question
from handlers.entrance.matter_shown import with_matter_shown
from handlers.entrance.other_matters import may_be_an_order
from handlers.entrance.private import PRIVATE_COMMANDS, in_between
from handlers.entrance.replied_to import answer_notice, ask_which_of_message, with_name_of_matter
from handlers.entrance.sentences import act_on, do_or_say_refusal
from handlers.entrance.several_matters import answer_and_other_matter, reason_for_open_request
from handlers.entrance.texts.access import NEAREST_COMMAND, NO_SUCH_COMMAND
from handlers.information.submission import begin_with_file
from handlers.notices.named_by_place import with_codes_for_places, with_codes_for_places_in
from handlers.office.orders_put_right import move_change_to_task_meant, order_put_right
from handlers.people import joining
from handlers.plan import plan_file
from handlers.reporting.batch import show_waiting_together
from handlers.reporting.evidence import is_of_another_task, report_with_file, take_file
from handlers.reporting.not_now import report_to_check
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import all_own_assignments
from handlers.telegram import Context, Verb, answer, as_if_said, hear, may_use, plain_word, text_of, with_aim
from handlers.telegram.commands import COMMANDS, commands_for
from handlers.telegram.context import Callback

NEAR = 60
"""How much like a command, in percent, an unknown one must be to count as a slip of it."""


async def take_text_or_file(update: Update, context: Context) -> None:
    """Take a text or file as the answer to the open question, or else as a digression, below whose answer the question
    is put again."""
    assert update.message is not None
    if await repeat_ending(update, context):
        return
    text, dialog = update.message.text, context.open_dialog
    if text and await answer_notice(update, context, text):
        return
    if text and (about := with_name_of_matter(update, context, text)) is not None:
        update, text = about, text_of(about)
    if text and dialog is not None and (chosen := _chosen_by_place(update, context, dialog, text)) is not None:
        update, text = chosen, text_of(chosen)
    if text and dialog is not None:
        heard = _hear(context, text)
        is_other = partial(is_digression, text=text, heard=heard)
        dialog = await dialog_answered_instead(update, context, dialog, text, heard, is_other)
    one_of_them = dialog is None or dialog.kind == REPORT_DIALOG
    if text and one_of_them and hands_in_all(text) and await show_waiting_together(update, context):
        return
    if dialog is not None and text and (reason := reason_for_open_request(context, dialog, text)) is not None:
        update, text = as_if_said(update, reason), reason
    is_later = dialog is not None and dialog.update_id != update.update_id
    if dialog is not None and text and is_later and await move_change_to_task_meant(update, context, dialog, text):
        return
    if dialog is not None and text and is_later and (order := order_put_right(context, dialog, text)) is not None:
        dialogs.drop_dialog(context.db, dialog)
        update, text, dialog = as_if_said(update, order), order, None
    if dialog is not None and text and (added := said_on_keeping(context, dialog, text)):
        dialogs.stop_asking_to_give_up(context.db, dialog)
        update, text, dialog = as_if_said(update, added), added, context.open_dialog
    if dialog is not None and text and (parts := answer_and_other_matter(context, dialog, text)) is not None:
        said, behind = (as_if_said(update, each) for each in parts)
        if await _take_answer(said, context, dialog, parts[0]):
            await do_or_say_refusal(update, context, _understand(behind, context, parts[1]))
            await return_to_open_dialog(update, context, dialog)
            return
    stays = text is not None and gives_up(text) and argument_shown_last(context, Verb.FORGET) is not None
    if dialog is not None and not stays and await _take_answer(update, context, dialog, text):
        return
    if dialog is None and text is not None and await give_up_or_go_on(update, context, text):
        return
    await do_or_say_refusal(
        update, context, _file(update, context) if text is None else _understand(update, context, text)
    )
    if dialog is not None:
        await return_to_open_dialog(update, context, dialog)


def _chosen_by_place(update: Update, context: Context, dialog: Dialog, text: str) -> Update | None:
    """Return the message with the code of the task that it chooses by its place, if tasks are shown to choose from."""
    shown = context.last_messages.offers() if dialog.kind == TASK_CHOICE.kind else []
    mine = {str(each.id): each for each in all_own_assignments(context)} if shown else {}
    chosen = dict.fromkeys(each[1] for each in shown if each[0] in (Verb.REPORT, Verb.SAID) and len(each) > 1)
    tasks = [mine[each] for each in chosen if each in mine]
    return with_codes_for_places_in(update, context, text, tasks) if tasks else None


async def _take_answer(update: Update, context: Context, dialog: Dialog, text: str | None) -> bool:
    """Take a text or file as the answer in the open dialog; return whether it belongs there."""
    if text is None:
        return await text_input.take_file(update, context, dialog)
    heard = _hear(context, text)
    answers = is_courtesy(text) or plain_word(text) in AGREED
    fixed = not answers and handler_of_fixed_words(context, text, heard) is not None
    fixed = fixed or _gives_up(text, heard)
    is_doubtful = (
        _may_be_of_the_card(context, dialog, heard)
        or dialog.is_old(context.now)
        or may_be_an_order(context, dialog, text, heard)
    )
    take = ask_whether_it_answers if is_doubtful else text_input.take_text
    return await take(
        update, context, dialog, text, heard, lambda talk, question: fixed or is_digression(talk, question, text, heard)
    )


def _may_be_of_the_card(context: Context, dialog: Dialog, heard: Understanding) -> bool:
    """Return whether a text at a question, or a report at the preview of several, may be about the task whose card was
    looked at meanwhile. At other previews, what names no task changes what is shown there."""
    if card_above(dialog) is None or not tells_something(heard) or any(of_kind(heard, Kind.CODE)):
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


async def _file(update: Update, context: Context) -> None:
    """Handle a photo or document as evidence of the open report, as work information, as a broadcast or plan file of a
    coordinator, or else as evidence of a report for which the task is still to be named."""
    draft = find_draft(context.db, context.person.id)
    if draft is not None and is_of_another_task(context, draft, (update.message and update.message.caption) or ""):
        dialogs.park_dialog(context.db, context.dialog(draft.id))
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


def _gives_up(text: str, heard: Understanding) -> bool:
    """Return whether a text says to give up what is open; 没有 only skips something."""
    said = heard.whole and heard.aim is Aim.CANCEL and plain_word(text) not in SKIPS
    return said and may_give_up(text) and not tells_what_was_given_up(text)


def _hear(context: Context, text: str) -> Understanding:
    return hear(context, without_number(text))


async def answer_unknown_command(update: Update, context: Context) -> None:
    """Answer an unknown command with the nearest known one, or with what can be said. A known command that is addressed
    to another bot is run anyway."""
    assert update.message is not None and update.message.text is not None
    command, *context.args = update.message.text.split()
    written = command.lstrip("/").partition("@")[0].lower()
    names = [each.name for each in commands_for(context.person)]
    if written in names:
        await PRIVATE_COMMANDS[written](update, context)
        return
    begun = [name for name in names if written and name.startswith(written)]
    alike = process.extract(written, names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=1)
    if near := [*begun, *(name for name, *_ in alike)]:
        await answer(update, context, NEAREST_COMMAND(context.language, written=written, command=near[0]))
    elif context.open_dialog is None:
        await joining.say_not_understood(update, context)
    else:
        await answer(update, context, NO_SUCH_COMMAND(context.language, written=written))
    if (dialog := context.open_dialog) is not None:
        await return_to_open_dialog(update, context, dialog)


@in_between
async def answer_in_between(update: Update, context: Context) -> None:
    """Do what a message says, below which the open question is put again."""
    await act_on(update, context, hear(context, text_of(update)))


BY_NAME = {each.name: each for each in COMMANDS}


def with_words_as_said(name: str, callback: Callback) -> Callback:
    """Return the handler of a command that is answered by `callback` if it stands alone or reads its words itself."""
    command = BY_NAME[name]
    sentence = command.with_words

    async def answered(update: Update, context: Context) -> None:
        words = text_of(update).partition(" ")[2].strip()
        if not words or sentence is None or not may_use(context.person, command.audience):
            await callback(update, context)
            return
        said = (sentence.en if words.isascii() and context.language == "en" else sentence.zh).format(words=words)
        await answer_in_between(as_if_said(update, said), context)

    return answered
