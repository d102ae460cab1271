"""Writing a stored report again because it was returned or is to be corrected, and showing which report replaced it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram import Update

from data.errors import NotYours, still_there, unless
from data.errors.reporting import TaskClosed
from data.reporting.answers import with_present_percent
from data.reporting.drafts import Draft, unfinished_drafts
from data.reporting.reports import latest_report_id
from data.reporting.reviews import FullReport, full_report
from data.reporting.totals import late_report
from data.reporting.withdrawals import is_correctable, newest_correctable, withdrawable_reports_since
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.reporting.corrections import without_code
from data.understanding.reporting.numbers_put_right import number_correction
from data.understanding.reports import says_much
from handlers.dialog import Place, acts_on, resume
from handlers.reporting.drafts import answers_of_report, as_draft
from handlers.reporting.report import ask_open_question, offer_resuming, open_draft, unfinished_draft
from handlers.reporting.statements import SUPPLIED, Statement, draft_answers_with, note_or_fault
from handlers.reporting.texts.unfinished import REPLACED, REPLACED_BEGIN
from handlers.reporting.turn import Turn
from handlers.tasks.own_tasks import all_own_assignments, own_assignment, speaks_for_several
from handlers.telegram import Context, For, Verb, answer, pressed, report_on
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import NOTHING, Html, join
from handlers.wording.report_lines import last_report
from handlers.wording.task_lines import task_line

SOME_HANZI, SOME_WORDS = 4, 3
"""The fewest characters or words of an answer to a return."""
LINK = "://"
"""Stands in the address of a page."""


def is_late(context: Context, report: FullReport) -> bool:
    """Return whether a report is the last on its assignment, was made yesterday or today and has no verdict."""
    return late_report(context.db, report.assignment_id, context.today) == report.id


def newest_if_late(context: Context) -> FullReport | None:
    """Return the user's newest report if it is late, or None."""
    report = newest_correctable(context.db, context.person)
    return report if report is not None and is_late(context, report) else None


def drafts_begun(context: Context, current: Draft | None) -> list[Draft]:
    """Return the reports that are being written, the open one first."""
    return [*([current] if current else []), *unfinished_drafts(context.db, context.person.id)]


async def resume_instead(
    update: Update,
    context: Context,
    report: FullReport,
    verb: Verb,
    taken_up: Callable[[Draft], int | None],
    *,
    sure: bool,
) -> bool:
    """Resume the draft that is already based on the report, as `taken_up` tells, or unless `sure` ask about another
    unfinished one; return whether there was either."""
    draft = unfinished_draft(context)
    begun = next((each for each in drafts_begun(context, draft) if taken_up(each) == report.id), None)
    if begun is not None and (sure or draft is None or begun.is_open):
        message = update.effective_message
        shown_here = message is not None and message.message_id == begun.message_id
        dialog = context.dialog(begun.id)
        await resume(update, context, dialog, Place.PRESSED if shown_here else Place.BELOW)
        return True
    if draft is not None and draft.update_id != update.update_id and not sure:
        other = own_assignment(context, report.assignment_id)
        await offer_resuming(update, context, draft, other, anew=(verb, report.id, "sure"))
        return True
    return False


async def reopen_report(
    update: Update,
    context: Context,
    report: FullReport,
    place: Place,
    said: Statement | None,
    *,
    first: Html = NOTHING,
    **links: Any,
) -> None:
    """Show a report opened again with what is `said` besides, below `first`. Raises NotYours or TaskClosed."""
    await ask_open_question(update, context, open_again(update, context, report, said, **links), place, first=first)


def open_again(update: Update, context: Context, report: FullReport, said: Statement | None, **links: Any) -> Draft:
    """Open a draft with the answers and files of a report and what is `said` besides. Raises NotYours or TaskClosed."""
    answers = {**answers_of_report(report), **links}
    if said is not None:
        told = draft_answers_with(context, replace(as_draft(context, report), **links), said)
        answers |= with_present_percent(own_assignment(context, report.assignment_id), told)
    return open_draft(update, context, report.assignment_id, report.id, **answers)


async def redo_pressed(update: Update, context: Context) -> None:
    """Open a returned report again, or the one that has replaced it. Raises NotYours or TaskClosed."""
    report_id, *sure = pressed(update)
    report = still_there(full_report(context.db, int(report_id)))
    present = replacement_of(context, report.id)
    if await resume_instead(update, context, report, Verb.REDO, lambda draft: draft.redoes, sure=bool(sure)):
        return
    if present is not None:
        first = REPLACED_BEGIN(context.language)
        await reopen_report(update, context, present, Place.BELOW, None, first=first, seen_report_id=report.id)
    else:
        await supplement_returned(update, context, report, None)


async def supplement_returned(
    update: Update, context: Context, returned: FullReport, said: Statement | None, place: Place = Place.BELOW
) -> None:
    """Open a returned report again with what is `said` besides. Raises NotYours or TaskClosed."""
    seen = returned.id
    await reopen_report(update, context, returned, place, said, seen_report_id=seen, redoes=seen)


def _returned_with(context: Context, heard: Understanding) -> tuple[FullReport, Statement] | None:
    """Return the user's only returned report and what a sentence without a task says of it, or None if there is none;
    a number alone is the percent (那我先报80吧)."""
    report = only_returned_report(context) if not heard.names(Kind.CODE) else None
    if report is None:
        return None
    note, faults = note_or_fault(heard.text)
    told = Statement(report.status, note=note, faults=tuple(faults))
    turn = Turn(context, as_draft(context, report), heard.text)
    is_a_share = [each.counter for each in find_amounts(turn.line)] == [""]
    return report, (turn.told_with_percent if is_a_share else turn.reported) or told


def _supplied(context: Context, heard: Understanding) -> tuple[FullReport, Statement] | None:
    """Return the returned report with a sentence that says that what was missing is there now (补上了，总结昨天报的),
    or gives a link (有个链接行不行 http://…), or None."""
    supplies = (says(heard, SUPPLIED) and Mood.ASKS not in heard.moods) or LINK in heard.text
    return _returned_with(context, heard) if supplies else None


def _answer_to_return(context: Context, heard: Understanding) -> tuple[FullReport, Statement] | None:
    """Return the returned report with a sentence that means nothing by itself and tells something right below the
    notice of the return (移送文书下周才有, 那我先报80吧), or None."""
    tells = says_much(heard.text, SOME_HANZI, SOME_WORDS) and Mood.ASKS not in heard.moods
    tells = tells and heard.aim is Aim.UNKNOWN and not heard.names(Kind.TASK, Kind.UNIT)
    found = _returned_with(context, heard) if tells and context.open_dialog is None else None
    return found if found is not None and context.last_messages.offers(Verb.REDO, found[0].id) else None


def _asks_what_is_missing(context: Context, heard: Understanding) -> FullReport | None:
    """Return the user's only returned report if a sentence without a task asks what it lacks (还缺啥), or None."""
    asks = says(heard, "report_corrections.missing_asked") and not heard.names(Kind.CODE)
    return only_returned_report(context) if asks else None


@acts_on(_asks_what_is_missing, for_=For.SPEAKERS)
async def show_what_is_missing(update: Update, context: Context, returned: FullReport) -> None:
    """Show the returned report with the reason, and the button to report again. Raises NotYours or TaskClosed."""
    task, language = own_assignment(context, returned.assignment_id), context.language
    line = task_line(task, language, speaks_for_several(context))
    await answer(update, context, join([line, last_report(task.last, language)]), report_on([task], language))


async def _supplement(update: Update, context: Context, supplied: tuple[FullReport, Statement]) -> None:
    """Open the returned report again with what is said. Raises NotYours or TaskClosed."""
    await supplement_returned(update, context, *supplied)


supplement_in_words = acts_on(_supplied, for_=For.SPEAKERS, known=False)(_supplement)
answer_return_in_words = acts_on(_answer_to_return, for_=For.SPEAKERS, known=False)(_supplement)


def report_just_made(context: Context, code: str | None = None) -> FullReport | None:
    """Return the newest report (on `code`, if given) if it was made just now and may be withdrawn or corrected."""
    report = newest_correctable(context.db, context.person, code)
    return report if report is not None and report.at >= context.just_now else None


def only_returned_report(context: Context) -> FullReport | None:
    """Return the user's only returned report that was not made again; None if there is none or several. What is sent
    without a task is taken as its supplement."""
    given_back = [
        each.last for each in all_own_assignments(context) if each.last and each.last.returned and not each.finished
    ]
    return full_report(context.db, given_back[0].id) if len(given_back) == 1 else None


async def show_replacement(update: Update, context: Context, report_id: int) -> bool:
    """Say that a report was replaced, and show the present one; return False if none has replaced it."""
    present = replacement_of(context, report_id)
    if present is None:
        return False
    task, language = own_assignment(context, present.assignment_id), context.language
    line = task_line(task, language, speaks_for_several(context))
    text = join([REPLACED(language), line, last_report(task.last, language)])
    mine = is_correctable(context.db, context.person, present.id)
    keyboard = below_stored_report(present.id, language) if mine else report_on([task], language)
    await answer(update, context, text, keyboard)
    return True


def replacement_of(context: Context, report_id: int) -> FullReport | None:
    """Return the report of the user's unit that has replaced an earlier one, or None; closed tasks have none."""
    report = full_report(context.db, report_id)
    if report is None or unless((NotYours, TaskClosed), own_assignment, context, report.assignment_id) is None:
        return None
    newer = latest_report_id(context.db, report.assignment_id)
    return full_report(context.db, newer) if newer is not None and newer > report_id else None


def report_with_the_wrong_number(context: Context, meaning: Understanding) -> FullReport | None:
    """Return the newest of the user's recent reports with the number that a sentence without a code says to be wrong
    (刚才那个一半不对，应该是45%), or None."""
    said = number_correction(without_code(meaning))
    if said is None or not said.surely or meaning.names(Kind.CODE):
        return None
    written = {float(each.percent) for each in numbers_said(meaning.text.lower()) if not each.is_bare}
    wrong = written - {meaning.percent} or {each.value for words in said.wrong for each in find_amounts(words)}
    made = withdrawable_reports_since(context.db, context.person, context.just_now)
    return next((each for each in reversed(made) if not wrong.isdisjoint(_numbers_of(each))), None)


def _numbers_of(report: FullReport) -> set[float]:
    told = (each.value for each in find_amounts(report.note.lower()))
    return {report.percent, *(each.value for each in report.figures), *told}
