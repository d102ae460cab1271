"""What is said without a command: an answer to an open question, or a sentence to be understood."""

from dataclasses import replace
from functools import partial

from telegram import Document, Update

from data.dialogs import Dialog, find_open, park
from data.reporting.drafts import find_draft
from data.reporting.indicators import says_new_indicator
from data.reporting.questions import find_question
from data.understanding import Aim, Intent, Understanding
from data.understanding.lines import without_number
from handlers.dialog import written
from handlers.dialog.message import Place
from handlers.dialog.opening import remind, resume
from handlers.dialog.presses import repeat_ending
from handlers.dialog.words import NOTHING
from handlers.entrance import private_answers
from handlers.entrance.cancelling import cancel
from handlers.entrance.commands import command_said, only_for
from handlers.entrance.going_on import offer_going_on
from handlers.entrance.intents import INTENTS
from handlers.entrance.meant import leaves_a_dialog, leaves_a_question, what_goes_on
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.office import indicators, plan_file, plan_in_words, review_in_words
from handlers.people import joining, wishes
from handlers.reporting import picking
from handlers.reporting.batch import begin_batch, several_reports
from handlers.reporting.correcting import correct_in_words, correction_said
from handlers.reporting.evidence import report_with_file, take_file
from handlers.reporting.in_their_name import report_for_others
from handlers.reporting.no_change import codes_unchanged, offer_no_change, says_no_change, says_no_change_in_full
from handlers.reporting.past_figure import correction_of_figure, put_right
from handlers.reporting.undo import offer_withdrawal, says_withdrawal
from handlers.summary import summary
from handlers.tasks import by_unit
from handlers.tasks.question import listing_sought, names_a_list
from handlers.telegram.context import Context
from handlers.telegram.refusals import STALE
from handlers.telegram.sending import acknowledge
from handlers.telegram.understanding import hear, is_guessed, named_in_words, names_a_unit, surely_meant
from handlers.telegram.wording import plain_word


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
    if dialog is not None:
        await remind(update, context, dialog)
    if old is not None:
        park(context.db, old)


async def _answers(update: Update, context: Context, dialog: Dialog, text: str, meaning: Understanding | None) -> bool:
    """Whether what was written belongs to the open dialog; then it has been taken."""
    if meaning is None:
        return await written.take_file(update, context, dialog)
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
    if meaning is None and draft is None and (file := _plan_file(update, context)) is not None:
        await plan_file.take_plan_file(update, context, file)
    elif meaning is None:
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
    elif context.person.is_coordinator and await _office_decides(update, context, text, meaning):
        return
    elif (wish := wishes.wish_of(context.person, meaning)) is not None:
        await wishes.grant(update, context, meaning, wish)
    elif view := summary.view_said(text):
        await summary.show_view(update, context, view)
    elif (said := command_said(text)) and (names_a_unit(meaning) or not said[1]):
        name, context.args = said
        await PRIVATE_COMMANDS[name](update, context)
    elif context.person.speaks_for and (several := several_reports(context, _lines(text))):
        await begin_batch(update, context, several)
    else:
        await act_on(update, context, meaning)


def _plan_file(update: Update, context: Context) -> Document | None:
    """The plan file that the office has sent; None for one whose caption names the task that it is evidence of."""
    assert update.message is not None
    if not context.person.is_coordinator or (update.message.caption and hear(context, update.message.caption).task):
        return None
    return plan_file.plan_file_in(update.message)


async def _office_decides(update: Update, context: Context, text: str, meaning: Understanding) -> bool:
    """Whether the office sends a plan in prose, reports for a unit, gives a verdict, or changes the plan; then that is
    done."""
    if await plan_file.take_plan_text(update, context, text) or await report_for_others(update, context, text):
        return True
    given = await review_in_words.verdict_given(update, context, text, meaning)
    return given or await plan_in_words.plan_said(update, context, text, meaning)


async def _takes_back(update: Update, context: Context, text: str, meaning: Understanding) -> bool:
    """Whether a report was to be taken back or put right; then that is done."""
    if says_withdrawal(text):
        await offer_withdrawal(update, context)
        return True
    past = correction_of_figure(context, meaning)
    if past is not None:
        await put_right(update, context, meaning, past)
        return True
    said = correction_said(text, meaning) if context.person.speaks_for else None
    return said is not None and await correct_in_words(update, context, said)


async def act_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for, by the table of intents."""
    meaning = surely_meant(context, meaning)
    if names_a_list(meaning) and (found := listing_sought(context, meaning)):
        await by_unit.show_listing(update, context, meaning, found)
        return
    if meaning.intent in (Intent.TASK, Intent.REPORT) and is_guessed(context, meaning):
        aim = meaning.aim if meaning.aim is Aim.NO_CHANGE else Aim.UNKNOWN
        meaning = replace(meaning, aim=aim, task=None)
    row = INTENTS[meaning.aim]
    if meaning.candidates and row.asks_which:
        await private_answers.ask_which(update, context, meaning)
    else:
        does = only_for(row.for_, lambda update, context: row.does(update, context, meaning))
        await does(update, context)


async def not_a_command(update: Update, context: Context) -> None:
    """A command that there is not: say what can be said."""
    if find_open(context.db, context.person.id) is None:
        await joining.say_not_understood(update, context)


async def stale_press(update: Update, context: Context) -> None:
    """A button of a shape that no conversation has."""
    await acknowledge(update, STALE(context.language))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
