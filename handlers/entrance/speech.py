"""What is said without a command: an answer to an open question, or a sentence to be understood."""

from functools import partial

from telegram import Update

from data.dialogs import Dialog, find_open, park
from data.errors import NotYours, UnknownTask
from data.plan.tasks import task_id_of
from data.reporting.drafts import checked_note, find_draft
from data.reporting.indicators import says_new_indicator
from data.reporting.questions import find_question
from data.understanding import Aim, Intent, Kind, Understanding
from handlers.dialog import written
from handlers.dialog.message import Place
from handlers.dialog.opening import remind, resume
from handlers.dialog.presses import repeat_ending
from handlers.dialog.words import NOTHING
from handlers.entrance.cancelling import cancel
from handlers.entrance.commands import command_said
from handlers.entrance.going_on import offer_going_on
from handlers.entrance.meant import (
    is_guessed,
    leaves_a_dialog,
    leaves_a_question,
    named_in_words,
    what_goes_on,
)
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.entrance.texts.aims import HOW_TODAY
from handlers.extensions import request
from handlers.office import indicators, summary
from handlers.people import joining
from handlers.reporting import picking, report
from handlers.reporting.batch import report_in_lines
from handlers.reporting.choosing import choose_among, choose_task
from handlers.reporting.correcting import correct_in_words, correction_said
from handlers.reporting.evidence import report_with_file, take_file
from handlers.reporting.lines import without_number
from handlers.reporting.no_change import codes_unchanged, offer_no_change, says_no_change, says_no_change_in_full
from handlers.reporting.one_line import fill_in, report_in_a_line
from handlers.reporting.own import own_assignments
from handlers.reporting.statements import of_kind, statement_of
from handlers.reporting.undo import offer_withdrawal, says_withdrawal
from handlers.tasks import by_unit, card, history
from handlers.tasks import list as task_list
from handlers.tasks.question import listing_sought, lists_meant, names_a_list, unreported_meant
from handlers.telegram.context import Context
from handlers.telegram.refusals import FOR_LIAISONS, STALE
from handlers.telegram.sending import acknowledge, answer
from handlers.telegram.understanding import hear, names_a_unit, surely_meant, tasks_meant, unheard_of
from handlers.telegram.wording import plain_word, series

A_FEW = 4
"""How many tasks that may be meant are asked about; more are a list."""
COMMAND_OF = {Aim.REVIEW: "review", Aim.SETTINGS: "settings", Aim.DEPUTY: "deputy", Aim.RESUME: "update"}
"""The command that does what a sentence aims at."""


async def text_or_file(update: Update, context: Context) -> None:
    """Take what was written as the answer to the open question, else as something to be understood."""
    message = update.message
    assert message is not None
    text = message.text or ""
    meaning = hear(context, without_number(text)) if text else None
    if await repeat_ending(update, context):
        return
    dialog = find_open(context.db, context.person.id)
    old = dialog if dialog is not None and text and dialog.is_old(context.now) else None
    if dialog is not None and old is None and await _answers(update, context, dialog, text, meaning):
        return
    await _take_question(update, context, text, meaning)
    if old is not None:
        park(context.db, old)
    if dialog is not None:
        await remind(update, context, dialog)


async def _answers(update: Update, context: Context, dialog: Dialog, text: str, meaning: Understanding | None) -> bool:
    """Whether what was written belongs to the open dialog; then it has been taken."""
    if meaning is None:
        return False
    gives_up = meaning.whole and meaning.aim is Aim.CANCEL and command_said(text) is None
    if gives_up and plain_word(text) not in NOTHING:
        await cancel(update, context)
        return True
    leaves = partial(leaves_a_dialog, text=text, meaning=meaning)
    return await written.write(update, context, dialog, text, meaning, leaves)


async def _take_question(update: Update, context: Context, text: str, meaning: Understanding | None) -> None:
    question = find_question(context.db, context.person.id)
    nothing = question is None and plain_word(text) in NOTHING
    gives_up = meaning is not None and meaning.whole and meaning.aim is Aim.CANCEL and command_said(text) is None
    if gives_up and not nothing:
        await cancel(update, context)
    elif question is None:
        await _take(update, context, text, meaning)
    elif leaves_a_question(context, question, text, meaning):
        await _take(update, context, text, meaning)
        await offer_going_on(update, context, question)
    else:
        await picking.write(update, context, question)


async def _take(update: Update, context: Context, text: str, meaning: Understanding | None) -> None:
    """Take what was written as an answer in the report that is being filled in, or as something of its own."""
    draft = find_draft(context.db, context.person.id)
    if meaning is None:
        await (report_with_file(update, context) if draft is None else take_file(update, context, draft))
    elif (waiting := what_goes_on(context, text)) is not None:
        await resume(update, context, waiting, Place.BELOW)
    elif says_no_change_in_full(text) or (context.person.speaks_for and says_no_change(text)):
        await offer_no_change(update, context)
    elif context.person.speaks_for and (unchanged := codes_unchanged(text, meaning)):
        with named_in_words(meaning):
            await offer_no_change(update, context, *unchanged)
    elif await _takes_back(update, context, text, meaning):
        return
    elif context.person.is_coordinator and says_new_indicator(text):
        await indicators.add(update, context)
    elif view := summary.view_said(text):
        await summary.show_view(update, context, view)
    elif (said := command_said(text)) and (names_a_unit(meaning) or not said[1]):
        name, context.args = said
        await PRIVATE_COMMANDS[name](update, context)
    elif not (context.person.speaks_for and await report_in_lines(update, context, _lines(text))):
        await act_on(update, context, meaning)


async def _takes_back(update: Update, context: Context, text: str, meaning: Understanding) -> bool:
    """Whether a report was to be taken back or put right; then that is done."""
    if says_withdrawal(text):
        await offer_withdrawal(update, context)
        return True
    said = correction_said(text, meaning) if context.person.speaks_for else None
    return said is not None and await correct_in_words(update, context, said)


async def act_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for. Nothing is written here: a report begins its dialog."""
    if meaning.between:
        meaning = surely_meant(context, meaning)
    if names_a_list(meaning) and not _is_asked_something(context) and (found := listing_sought(context, meaning)):
        await by_unit.show_listing(update, context, meaning, found)
        return
    if meaning.aim in HOW_TODAY and not _is_asked_something(context):
        await answer(update, context, HOW_TODAY[meaning.aim](context.language))
        return
    if meaning.aim in COMMAND_OF:
        await PRIVATE_COMMANDS[COMMAND_OF[meaning.aim]](update, context)
        return
    match meaning.intent:
        case Intent.REPORT if is_guessed(context, meaning) and says_no_change(meaning.note or ""):
            await offer_no_change(update, context)
        case Intent.TASK | Intent.REPORT if is_guessed(context, meaning):
            await anything_else(update, context)
        case Intent.TASKS | Intent.HISTORY if unreported_meant(meaning):
            await summary.show_meant(update, context, meaning)
        case Intent.TASKS | Intent.DEADLINES:
            await by_unit.show_meant(update, context, meaning)
        case Intent.TASK if meaning.task:
            checked_note((update.message and update.message.text) or "")
            with named_in_words(meaning):
                await card.show_card(update, context, meaning.task)
        case Intent.REPORT if not context.person.speaks_for:
            await answer(update, context, FOR_LIAISONS(context.language))
        case Intent.REPORT if meaning.aim is Aim.NO_CHANGE and not meaning.task:
            await offer_no_change(update, context)
        case Intent.REPORT if meaning.task and meaning.percent is None and says_no_change(meaning.note or ""):
            with named_in_words(meaning):
                await offer_no_change(update, context, meaning.task)
        case Intent.REPORT if meaning.task:
            with named_in_words(meaning):
                await report_in_a_line(update, context, meaning)
        case Intent.REPORT:
            await _report_on_some_task(update, context, meaning)
        case Intent.EXTENSION if not context.person.speaks_for:
            await answer(update, context, FOR_LIAISONS(context.language))
        case Intent.EXTENSION if meaning.task:
            said = (update.message and update.message.text) or ""
            await request.extend_code(update, context, meaning.task, meaning.end, said)
        case Intent.EXTENSION:
            await request.show_choice(update, context)
        case Intent.HISTORY:
            await history.show_meant(update, context, meaning)
        case Intent.SUMMARY:
            await summary.show_meant(update, context, meaning)
        case Intent.CANCEL if meaning.aim is Aim.WITHDRAW:
            await offer_withdrawal(update, context, meaning.task)
        case Intent.CANCEL:
            await cancel(update, context)
        case Intent.HELP:
            await joining.show_help(update, context)
        case Intent.GREETING:
            await joining.greet_back(update, context)
        case Intent.AMBIGUOUS if meaning.aim.intent is Intent.HISTORY:
            await history.show_meant(update, context, meaning)
        case Intent.AMBIGUOUS:
            await _ask_which(update, context, meaning)
        case _ if missing := unheard_of(context, meaning):
            raise missing
        case _ if not _is_asked_something(context) and (listing := listing_sought(context, meaning)):
            await by_unit.show_listing(update, context, meaning, listing)
        case _:
            await anything_else(update, context)


async def _ask_which(update: Update, context: Context, meaning: Understanding) -> None:
    """Two readings compete: a button for each task, or for the list of each unit; where no task may be seen, what is
    open is asked again. Raises UnknownTask, NotYours or UnknownUnit."""
    if meaning.aim.intent is Intent.REPORT and context.person.speaks_for:
        await _ask_which_of_own(update, context, meaning)
        return
    found = tasks_meant(context, meaning.candidates, context.person.may_see)
    if len(found) > A_FEW and (listing := listing_sought(context, meaning)):
        await by_unit.show_listing(update, context, meaning, listing)
    elif found:
        await task_list.ask_which_task(update, context, found)
    elif names_a_unit(meaning) and all(task_id_of(context.db, each) is None for each in meaning.candidates):
        await task_list.ask_which_list(update, context, lists_meant(context, meaning))
    elif _is_asked_something(context) and not any(of_kind(meaning, Kind.CODE)):
        await anything_else(update, context)
    else:
        with named_in_words(meaning):
            raise UnknownTask(series(meaning.candidates, context.language))


async def _ask_which_of_own(update: Update, context: Context, meaning: Understanding) -> None:
    """A report that may be about one of several tasks; what was said is kept for the one that is pressed."""
    assert update.message is not None
    fitting = [each for code in meaning.candidates for each in own_assignments(context, code) if not each.finished]
    if not fitting:
        raise NotYours
    await choose_among(update, context, fitting, update.message.text or "")


async def _report_on_some_task(update: Update, context: Context, meaning: Understanding) -> None:
    """A report without its task: on the one that is being filled in, else it is asked on which."""
    assert update.message is not None
    draft, said = find_draft(context.db, context.person.id), statement_of(context, meaning, update.message.text or "")
    if said is None:
        await report.update_command(update, context)
    elif draft is not None:
        await fill_in(update, context, draft, said)
    else:
        await choose_task(update, context, update.message.text or "")


def _is_asked_something(context: Context) -> bool:
    """Whether a report or a request for more time is being filled in."""
    return find_open(context.db, context.person.id) is not None


async def anything_else(update: Update, context: Context) -> None:
    """What is not understood: say what would be."""
    if not _is_asked_something(context):
        await joining.say_not_understood(update, context)


async def stale_press(update: Update, context: Context) -> None:
    """A button of a shape that no conversation has."""
    await acknowledge(update, STALE(context.language))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
