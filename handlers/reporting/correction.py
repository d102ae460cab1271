"""Sentences that put a report right: correct, withdraw or restore it, move it to another task, change its percent."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.plan.tasks import code_of_assignment
from data.reporting.batches import BATCH_DIALOG, batch_of_several, drafts_in_batch, unsubmitted_draft
from data.reporting.drafts import UNDER_WAY, Draft, draft_of, find_draft, unfinished_drafts
from data.reporting.reports import corrected_report_id, latest_report_id
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import last_withdrawn_reports, newest_of_the_unit
from data.standing.assignments import Assignment
from data.understanding import Intent, Kind, Understanding, says, values_of
from data.understanding.dialog.words_edited import with_clause_put_right
from data.understanding.entities.percents import read_percent
from data.understanding.normalise.sentence import normalise
from data.understanding.reporting.corrections import (
    OF_ANOTHER_TASK,
    ReportCorrection,
    correction_said,
    tasks_meant_instead,
    without_code,
)
from data.understanding.reporting.numbers_put_right import number_correction, without_leads
from data.understanding.sureness import LIKELY
from handlers.dialog import Place, Talk, acts_on, reader
from handlers.dialog import begin as begin_dialog
from handlers.reporting.afterthoughts import (
    LOOKS_BACK,
    names_the_right_task,
    report_put_right,
    show_afterthought,
    takes_out_a_part,
)
from handlers.reporting.batch import begin_with_answers
from handlers.reporting.drafts import answers_of_report, as_draft
from handlers.reporting.report import ask_open_question
from handlers.reporting.report_in_words import fill_in_draft, report_on, report_several
from handlers.reporting.resubmission import reopen_report, report_just_made
from handlers.reporting.statements import checked_figures
from handlers.reporting.texts.unfinished import MOVED
from handlers.reporting.turn import Turn, told_of_task
from handlers.reporting.withdrawal import (
    ALSO,
    REPORT_WITHDRAWAL,
    correct_report,
    offer_to_withdraw,
    offer_to_withdraw_several,
)
from handlers.tasks.own_tasks import (
    all_own_assignments,
    assignment_shown_last,
    only_own_assignment,
    own_assignment,
    own_assignments,
)
from handlers.telegram import Context, For, answer, hear, said_by, text_of


@reader(for_=For.SPEAKERS)
async def correct_or_withdraw(update: Update, context: Context, meaning: Understanding) -> bool:
    """Correct or offer to withdraw a report if a sentence clearly asks for it; return whether it does."""
    said, of_several = correction_said(meaning), len(values_of(meaning, Kind.CODE)) > 1
    withdraws = said is not None and said.withdraws
    of_it = without_code(meaning)
    if says(of_it, "removals.of_the_files") or takes_out_a_part(context, meaning, of_it):
        return await show_afterthought(update, context, meaning)
    if of_several and not withdraws:
        return await report_several(update, context, meaning)
    if names_the_right_task(context, meaning):
        return False
    draft = _unsubmitted(context, meaning)
    put_right = report_put_right(context, meaning) if draft is None else None
    if put_right is not None and await show_afterthought(update, context, meaning, put_right):
        return True
    draft = draft or _left_with_figures(context, meaning)
    if draft is not None and (right := Turn(context, draft, text_of(update)).right) is not None:
        await fill_in_draft(update, context, draft, right)
        return True
    if withdraws and await offer_to_withdraw_several(update, context, meaning):
        return True
    return said is not None and await _correct_in_words(update, context, said)


def _unsubmitted(context: Context, meaning: Understanding) -> Draft | None:
    """Return the open report, or the unsubmitted one on the named task, or None."""
    if meaning.task is None:
        return find_draft(context.db, context.person.id)
    mine = only_own_assignment(context, meaning.task, meaning.unit)
    return unsubmitted_draft(context.db, context.person.id, mine.id) if mine is not None else None


def _left_with_figures(context: Context, meaning: Understanding) -> Draft | None:
    """Return the report left unsubmitted last that has the figures a sentence without a task puts right, or None."""
    looks_back = meaning.task is None and says(meaning, *LOOKS_BACK)
    for draft in unfinished_drafts(context.db, context.person.id) if looks_back else ():
        right = Turn(context, draft, meaning.text).right
        if right is not None and right.figures and {*right.figures} <= {*(draft.figures or ())}:
            return draft
    return None


async def _correct_in_words(update: Update, context: Context, said: ReportCorrection) -> bool:
    """Offer to withdraw the report, or show it with the corrections; return False without doing anything if the
    sentence is no correction after all."""
    code = said.code or (_code_named_alone(context, said.rest) if said.withdraws else None)
    if not said.rest or (said.withdraws and code is not None):
        await offer_to_withdraw(update, context, code)
        return True
    if said.withdraws:
        return False
    draft = find_draft(context.db, context.person.id) if said.code is None else None
    report = newest_of_the_unit(context.db, context.person, said.code) if draft is None else None
    if report is not None:
        draft = as_draft(context, report)
    if draft is None:
        return False
    turn = Turn(context, draft, said.rest)
    told = turn.reported or turn.told
    right = told and replace(told, rewritten=with_clause_put_right(draft.note or "", told.note or ""))
    if right is not None and report is not None:
        await correct_report(update, context, report.id, place=Place.BELOW, said=right)
    elif right is not None:
        await fill_in_draft(update, context, draft, right)
    return right is not None


def _code_named_alone(context: Context, words: str) -> str | None:
    """Return the code of the user's own task if `words` name it and nothing else, or None."""
    meaning = hear(context, words) if words else None
    if meaning is None or meaning.intent is not Intent.TASK or meaning.confidence < LIKELY:
        return None
    return meaning.task if own_assignments(context, meaning.task) else None


def _is_meant(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return says(heard, "report_corrections.goes_back") and bool(_withdrawn_just_now(talk.context, heard))


def _withdrawn_just_now(context: Context, meaning: Understanding) -> list[FullReport]:
    """Return the reports withdrawn just now, or only those of the task that a sentence names (2-3恢复)."""
    gone = last_withdrawn_reports(context.db, context.person, context.just_now)
    return [each for each in gone if meaning.task in (None, each.code)]


@reader(names=_is_meant)
async def restore_withdrawn_reports(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the reports withdrawn just now to be submitted again, or the correction made just now to be withdrawn;
    return whether the sentence asks for that. Raises NotYours or TaskClosed."""
    if not context.person.speaks_for or not says(meaning, "report_corrections.goes_back"):
        return False
    gone, made = _withdrawn_just_now(context, meaning), report_just_made(context, meaning.task)
    if len(gone) == 1:
        await reopen_report(update, context, gone[0], Place.BELOW, None, **_links_of(context, gone[0]))
    elif gone:
        answers = [(each.assignment_id, {**answers_of_report(each), **_links_of(context, each)}) for each in gone]
        files = {each.assignment_id: each.id for each in gone}
        await begin_with_answers(update, context, answers, files_of=files)
    elif made is not None and corrected_report_id(context.db, made.id) is not None:
        await begin_dialog(update, context, REPORT_WITHDRAWAL, made.id, answers={ALSO: []})
    else:
        return False
    return True


def _links_of(context: Context, gone: FullReport) -> dict[str, Any]:
    """Return the report that a withdrawn one has corrected, and the one that counts since, which was seen."""
    seen = latest_report_id(context.db, gone.assignment_id)
    return {"replaces": corrected_report_id(context.db, gone.id), "seen_report_id": seen}


def _open_or_named(context: Context, meaning: Understanding) -> Draft | None:
    """Return the open report, or the only one of several shown together whose task is named by its code, or None."""
    dialog = context.open_dialog_of(BATCH_DIALOG)
    if dialog is None:
        return find_draft(context.db, context.person.id)
    waiting = drafts_in_batch(context.db, context.person.id, dialog.subject_id)
    codes = values_of(meaning, Kind.CODE)
    named = [each for each in waiting if code_of_assignment(context.db, each.assignment_id) in codes]
    return named[0] if len(named) == 1 else None


def _meant_instead(context: Context, meaning: Understanding) -> tuple[Draft, Assignment] | None:
    """Return the open report, or the one of several shown together whose task is named, and the own task that a text
    names instead of its task, or None. A report that replaces another, or for whose right task another waits, is not
    moved, nor one that tells more than a file of which alone that is said (这照片发错了 是1-9的)."""
    names_another = context.person.speaks_for and says(meaning, *OF_ANOTHER_TASK)
    draft = _open_or_named(context, meaning) if names_another else None
    if draft is None or draft.replaces is not None or draft.redoes is not None:
        return None
    if draft.status is not None and says(meaning, "report_corrections.of_a_file"):
        return None
    codes = tasks_meant_instead(meaning, code_of_assignment(context.db, draft.assignment_id))
    mine = [each for code in codes for each in own_assignments(context, code) if each.id != draft.assignment_id]
    if len(mine) != 1 or mine[0].finished:
        return None
    waits = unsubmitted_draft(context.db, context.person.id, mine[0].id)
    return None if waits is not None else (draft, mine[0])


@acts_on(_meant_instead, known=False, named=True)
async def move_report_to_task_meant(update: Update, context: Context, meant: tuple[Draft, Assignment]) -> None:
    """Move the open report, or one of several, to the task that a text names instead. Raises NotYours or TaskClosed."""
    draft, right = meant
    wrong, dialog, last = own_assignment(context, draft.assignment_id), context.dialog(draft.id), right.last
    as_it_was = bool(draft.doubted) and draft.percent == wrong.percent and draft.status in UNDER_WAY
    answers = {
        **dialog.answers,
        "seen_report_id": last.id if last else None,
        **checked_figures(context, right.id, draft.figures or {}, draft.running),
        "less": None,
        **({"percent": None} if as_it_was else {}),
    }
    moved = draft_of(dialogs.move_dialog(context.db, dialog, right.id, update.update_id, context.now, answers))
    first = MOVED(context.language, wrong=wrong.code, right=right.code)
    if moved.is_open:
        await ask_open_question(update, context, moved, Place.BELOW, first=first)
    else:
        await answer(update, context, first)


async def report_percent_alone(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report on the task shown last if the message is only a percent, or puts it at one (改成75), unless the
    number is that of an item of the user; or correct the report just made if it looks back (核实了，就是75%). Return
    whether it was taken so. Raises NotYours or TaskClosed."""
    said = said_by(update, meaning).strip()
    right = number_correction(said)
    text = without_leads((right.right if right and not right.wrong else said).rstrip("。.!！"))
    percent = read_percent(normalise(text).lower()) if any(map(str.isdecimal, text)) else None
    if not context.person.speaks_for or percent is None or context.open_dialog is not None:
        return False
    if text.isdecimal() and any(each.code.startswith(f"{text}-") for each in all_own_assignments(context)):
        return False
    shown, checked = assignment_shown_last(context), without_leads(said)
    looks_back = right is not None if shown is not None else checked != said and read_percent(checked) is not None
    made = report_just_made(context, shown.code if shown else None) if looks_back else None
    if made is not None and shown is None and batch_of_several(context.db, made.id) is not None:
        made = None
    meant = made or shown
    told = told_of_task(context, meant.code, f"{percent}%") if meant is not None else None
    if told is not None and made is not None:
        await correct_report(update, context, made.id, place=Place.BELOW, said=told)
    elif told is not None and shown is not None:
        await report_on(update, context, shown, told)
    return told is not None
