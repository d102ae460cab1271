"""Acting on a sentence: the readers that need no aim, then the readers of its aim, then the aim's row."""

from collections.abc import Awaitable
from dataclasses import replace
from itertools import islice

from telegram import Update

from data.dialogs import Dialog
from data.errors import Refusal, StaleButton
from data.errors.reporting import TaskClosed
from data.reporting.drafts import checked_note
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says
from data.understanding.aims import SMALL_TALK
from data.understanding.announcing.addressees import tells_what_they_said
from data.understanding.lines import without_number
from data.understanding.polarity import clauses
from data.understanding.reports import tells_of_a_task
from handlers.announcing.waiting_broadcasts import stopped_in_answer
from handlers.dialog.opening import drop_passing, offer_to_resume, parked_with_answers
from handlers.entrance import private_answers as private
from handlers.entrance.before_aims import BEFORE_ITS_AIM, WHATEVER_ELSE
from handlers.entrance.intents import BEGINS, INTENTS, readers_of
from handlers.entrance.late_answers import take_late_answer
from handlers.entrance.prohibitions import prohibition_in, say_left_undone
from handlers.entrance.reading_choice import (
    READING,
    ask_which_reading,
    chosen_reading,
    nothing_done_text,
    reopen_dialog_before,
    repeat_sentence,
    return_to_dialog_before,
)
from handlers.entrance.several_matters import several_matters_in
from handlers.entrance.shown_task import (
    about_the_task_shown,
    code_reported_on,
    standing_below_a_card,
    without_guessed_task,
)
from handlers.entrance.texts.aims import WHEN_CLOSED
from handlers.entrance.texts.readings import WANTS
from handlers.extensions import request
from handlers.information import information_in_words
from handlers.notes.note_answers import answers_yes_or_no
from handlers.notes.task_notes import begin_note, may_tell, say_for_the_office, tell_office_button
from handlers.reporting import no_change
from handlers.reporting.batch import begin_batch
from handlers.reporting.report_in_words import report_on
from handlers.reporting.statements import statement_of, words_beside_task
from handlers.returns import filing_in_words
from handlers.tasks import by_unit
from handlers.tasks.list_in_words import listing_by_contents, names_a_list
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import (
    Context,
    Does,
    For,
    answer,
    as_if_said,
    hear,
    may_use,
    only_for,
    said_by,
    with_aim,
    with_single_meaning,
)
from handlers.wording import join, refusal

MOST_GREETINGS = 3
"""Behind so many clauses of greetings, what is asked is looked for."""


async def act_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for, or ask which of two things it means, without what a coordinator says not to do."""
    update, meaning = _behind_greeting(update, context, meaning)
    said = said_by(update, meaning)
    answers = answers_yes_or_no(context, meaning) or stopped_in_answer(context, meaning)
    if not answers and (held := prohibition_in(context, said, meaning)):
        alone = await say_left_undone(update, context, held)
        if alone is None:
            return
        update, meaning = alone
    meaning = standing_below_a_card(context, _without_hearsay(meaning))
    readers = (*BEFORE_ITS_AIM, _act_on_several, *readers_of(_without_aim_of_others(context, meaning)), *WHATEVER_ELSE)
    for takes in readers:
        if await takes(update, context, meaning):
            return
    code, aims = code_reported_on(context, meaning), _aims_to_offer(update, context, meaning)
    if code and not aims and meaning.aim is Aim.UNKNOWN and about_the_task_shown(context, meaning) is meaning:
        await ask_which_reading(update, context, replace(meaning, task=code), [Aim.REPORT, Aim.TASK])
    elif len(aims) > 1:
        meaning = replace(meaning, task=meaning.task or code) if code and Aim.REPORT in aims else meaning
        await ask_which_reading(update, context, meaning, aims, request.note_if_in_time(context, meaning))
    elif aims:
        await _act_on_one(update, context, with_aim(context, meaning, aims[0]))
    else:
        await _act_on_one(update, context, with_single_meaning(context, meaning))


def _behind_greeting(update: Update, context: Context, meaning: Understanding) -> tuple[Update, Understanding]:
    """Return what is asked behind a greeting as if it had been said alone (早上好 今天我要干啥)."""
    said = said_by(update, meaning)
    starts = islice((start for start, _ in clauses(said)), 1, MOST_GREETINGS + 1)
    for start in starts if meaning.aim in (Aim.GREETING, Aim.UNKNOWN) else ():
        greeting = hear(context, said[:start])
        if not greeting.whole or greeting.aim is not Aim.GREETING:
            break
        heard = hear(context, said[start:])
        if heard.aim not in (Aim.UNKNOWN, *SMALL_TALK):
            return as_if_said(update, said[start:]), heard
    return update, meaning


def _without_hearsay(meaning: Understanding) -> Understanding:
    """Return a sentence without the aim of a notice if it only tells what a unit said (检察院说他们年底太忙)."""
    is_hearsay = meaning.aim is Aim.BROADCAST and tells_what_they_said(meaning)
    return replace(meaning, aim=Aim.UNKNOWN, between=()) if is_hearsay else meaning


async def _act_on_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Answer each matter in a message as if it had been said alone, then show the reports in it to be checked, and
    offer the dialogs begun for the others. Return False if there is only one matter."""
    matters = several_matters_in(context, said_by(update, meaning))
    if matters is None:
        return False
    current = context.open_dialog
    waiting = {each.id for each in (*parked_with_answers(context), *([current] if current else []))}
    heard = [(each, hear(context, each)) for each in matters.others]
    longer = [(said, each) for said, each in heard if each.aim is Aim.EXTENSION and each.task and not each.between]
    together = len(longer) > 1 and len({each.task for _, each in longer}) == len(longer)
    for said, each in heard:
        if not (together and (said, each) in longer):
            await do_or_say_refusal(update, context, act_on(as_if_said(update, said), context, each))
    asked = [(each.task or "", each.end, said) for said, each in longer] if together else []
    if asked and not await request.extend_each(update, context, asked):
        for said, each in longer:
            await do_or_say_refusal(update, context, act_on(as_if_said(update, said), context, each))
    drop_passing(context)
    reports, unread = matters.reports.reports, matters.reports.unread
    if len(reports) == 1 and not unread:
        await report_on(update, context, reports[0].assignment, reports[0].statement)
    elif reports or unread:
        await begin_batch(update, context, matters.reports)
    if reports or unread:
        for begun in parked_with_answers(context):
            if begun.id not in waiting and begun.kind not in (*private.REPORTS, no_change.KIND):
                await offer_to_resume(update, context, begun)
    return True


def _without_aim_of_others(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence without its aim if that is not for the person, so that all readers are tried."""
    own = may_use(context.person, INTENTS[meaning.aim].for_)
    return meaning if own else replace(meaning, aim=Aim.UNKNOWN, between=())


async def _act_on_one(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence with one reading asks for. A forwarded message is not about the task shown last."""
    if names_a_list(meaning) and (found := listing_by_contents(context, meaning)):
        await by_unit.show_listing(update, context, meaning, found)
        return
    meaning = without_guessed_task(context, meaning)
    if update.message is None or update.message.forward_origin is None:
        told, asked = about_the_task_shown(context, meaning), context.open_dialog_of(READING.kind)
        if told is not meaning and asked is not None:
            told = await _instead_of_choosing(update, context, asked, told)
            if told.aim is Aim.EXTENSION and Aim.EXTENSION in asked.answers["aims"]:
                update = as_if_said(update, f"{asked.answers['said']}，{said_by(update, meaning)}")
        meaning = told
    row = INTENTS[meaning.aim]
    if meaning.candidates and row.asks_which:
        await private.ask_which_is_meant(update, context, meaning)
    elif row.for_ is For.COORDINATORS and may_tell(context) and not context.person.is_coordinator:
        await say_for_the_office(update, context)
    else:
        does = only_for(row.for_, lambda update, context: row.does(update, context, meaning))
        await does(update, context)


async def _instead_of_choosing(update: Update, context: Context, asked: Dialog, told: Understanding) -> Understanding:
    """Return what the user, asked what a sentence about a task meant, tells of the task instead of choosing. A bare
    report (已完成) means that the first sentence was a report as well: its note is kept. One with a note of its own
    stands alone, and nothing is done for the first sentence."""
    if told.aim is Aim.REPORT and told.note:
        await answer(update, context, nothing_done_text(context, asked)[0])
    elif told.aim is Aim.REPORT and Aim.REPORT in asked.answers["aims"]:
        before = with_aim(context, hear(context, without_number(asked.answers["said"])), Aim.REPORT)
        return replace(told, note=before.note, figures={**before.figures, **told.figures})
    return told


def _aims_to_offer(update: Update, context: Context, meaning: Understanding) -> list[Aim]:
    """Return the aims between which the person must choose, or one that replaces the sentence's own (a percent is
    reported), or none. Figures may be a return or a report, a long text an article or a report, and a day within the
    deadline an extension or a report; words that only announce how a task stands (1-8 目前进展情况) may ask for it.
    Raises NoteTooLong for a text too long to be kept."""
    said = said_by(update, meaning)
    if filing_in_words.may_be_a_return(context, meaning, said):
        return [Aim.RETURNS, Aim.REPORT]
    if information_in_words.may_be_an_article(context, meaning, said):
        return [Aim.INFO, Aim.REPORT]
    if request.note_if_in_time(context, meaning):
        return [Aim.REPORT, Aim.EXTENSION]
    likely = {*meaning.between} or {meaning.aim}
    if likely == {Aim.REPORT} and meaning.names(Kind.CODE) and says(words_beside_task(meaning), "lines.announces"):
        return [Aim.REPORT, Aim.TASK]
    if Aim.TASK in likely and says(meaning, "asked.reminder") and own_assignments(context, meaning.task):
        return [Aim.SNOOZE]
    if Aim.TASK in likely and likely <= {Aim.TASK, Aim.REPORT} and _may_be_told(context, meaning):
        if meaning.names(Kind.PERCENT):
            return [Aim.REPORT]
        day_to_come = any(each.values[-1] > context.today.isoformat() for each in of_kind(meaning, Kind.TIME))
        return [Aim.REPORT, *([Aim.EXTENSION] if day_to_come else []), Aim.TASK]
    aims = [aim for aim in meaning.between if aim in WANTS and may_use(context.person, INTENTS[aim].for_)]
    answers = {_answer_at(context, with_aim(context, meaning, aim)) for aim in aims}
    if len(answers) < 2 or BEGINS.isdisjoint(aims):
        return []
    checked_note(said)
    if Mood.ASKS in meaning.moods or Aim.REPORT in aims:
        return aims
    is_blocked = any(each.status is Status.BLOCKED for each in own_assignments(context, meaning.task))
    return [Aim.REPORT, *aims] if is_blocked else aims


def _may_be_told(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence that asks to see one of the person's open tasks may as well report on it."""
    told = (
        tells_of_a_task(meaning)
        and Mood.DENIES not in meaning.moods
        and any(not each.finished for each in own_assignments(context, meaning.task))
    )
    return told and statement_of(with_aim(context, meaning, Aim.REPORT)) is not None


def _answer_at(context: Context, meaning: Understanding) -> Does:
    """Return what answers a sentence with one reading."""
    if names_a_list(meaning) and listing_by_contents(context, meaning):
        return by_unit.show_list_in_words
    return INTENTS[without_guessed_task(context, meaning).aim].does


async def act_on_chosen(update: Update, context: Context, dialog: Dialog) -> None:
    """Do what was said, with the chosen reading, or begin to tell the office; then put the open question again."""
    said, before = await repeat_sentence(update, context, dialog), reopen_dialog_before(context, dialog)
    if (meaning := chosen_reading(context, dialog)) is not None:
        doing = _act_on_one(said, context, meaning)
    else:
        doing = begin_note(said, context, dialog.answers["code"], dialog.answers["said"])
    await do_or_say_refusal(said, context, doing)
    await return_to_dialog_before(said, context, before)


async def do_or_say_refusal(update: Update, context: Context, doing: Awaitable[None]) -> None:
    """Do something, or say why it is refused, so that what was open before comes back either way."""
    try:
        await doing
    except StaleButton:
        raise
    except TaskClosed as why:
        told = [refusal(why, context.language), WHEN_CLOSED(context.language, code=why.code)]
        await answer(update, context, join(told), tell_office_button(update, context))
    except Refusal as why:
        await answer(update, context, refusal(why, context.language))


async def act_on_late(update: Update, context: Context, dialog: Dialog) -> None:
    """Take the kept text as a late answer, or do what it asks for."""
    if await take_late_answer(update, context, dialog):
        return
    said, before = await repeat_sentence(update, context, dialog), reopen_dialog_before(context, dialog)
    await do_or_say_refusal(said, context, act_on(said, context, hear(context, without_number(dialog.answers["said"]))))
    await return_to_dialog_before(said, context, before)
