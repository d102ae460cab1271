"""Sentences that withdraw or correct a report, the newest one or that of a named task."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from data.reporting.batches import batch_of_several, unsubmitted_draft
from data.reporting.drafts import Draft, find_draft, unfinished_drafts
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import newest_of_the_unit, withdrawable_reports_since
from data.understanding import Aim, Intent, Kind, Understanding, says, values_of
from data.understanding.reporting.corrections import ReportCorrection, correction_said, without_code
from data.understanding.sureness import LIKELY
from handlers.dialog import Place, reader
from handlers.reporting.afterthoughts import names_the_right_task
from handlers.reporting.report_in_words import fill_in_draft, report_several
from handlers.reporting.resubmission import as_draft
from handlers.reporting.statements import Statement
from handlers.reporting.turn import Turn
from handlers.reporting.withdrawal import correct_report, offer_to_withdraw, offer_to_withdraw_several
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, For, hear, text_of

A_MONTH = timedelta(days=31)
LOOKS_BACK = ("report_corrections.of_the_last", "report_corrections.looked_back")


@reader(for_=For.SPEAKERS)
async def correct_or_withdraw(update: Update, context: Context, meaning: Understanding) -> bool:
    """Correct or offer to withdraw a report if a sentence clearly asks for it; return whether it does."""
    said, of_several = correction_said(meaning), len(values_of(meaning, Kind.CODE)) > 1
    if of_several and not (said is not None and said.withdraws):
        return await report_several(update, context, meaning)
    if names_the_right_task(context, meaning):
        return False
    if await _correct_numbers(update, context, meaning, text_of(update)):
        return True
    if said is not None and said.withdraws and await offer_to_withdraw_several(update, context, meaning):
        return True
    return said is not None and await _correct_in_words(update, context, said)


async def _correct_numbers(update: Update, context: Context, meaning: Understanding, text: str) -> bool:
    """Show the unsubmitted or newest report with the numbers that a sentence corrects; return whether it corrects
    any."""
    draft = find_draft(context.db, context.person.id)
    if meaning.task is not None:
        mine = own_assignments(context, meaning.task, meaning.unit)
        draft = unsubmitted_draft(context.db, context.person.id, mine[0].id) if len(mine) == 1 else None
    if draft is not None:
        return await _correct(update, context, draft, Turn(context, draft, text).right)
    report = newest_of_the_unit(context.db, context.person, meaning.task)
    if report is None or (meaning.task is None and batch_of_several(context.db, report.id) is not None):
        return False
    looks_back = meaning.task is None and says(meaning, *LOOKS_BACK)
    for wrong in (report, *(_older_ones(context) if looks_back else ())):
        said = _corrected_numbers(context, wrong, meaning)
        if said is not None and (wrong is report or said.figures):
            return await _correct(update, context, wrong, said)
    return False


def _older_ones(context: Context) -> Sequence[Draft | FullReport]:
    """Return the unfinished reports, and those of the last month before the newest, newest first."""
    reports = withdrawable_reports_since(context.db, context.person, context.now - A_MONTH)
    return [*unfinished_drafts(context.db, context.person.id), *reports[-2::-1]]


async def _correct(update: Update, context: Context, wrong: Draft | FullReport, said: Statement | None) -> bool:
    """Show a report with the corrections in `said`; return False if there are none."""
    if said is None:
        return False
    if isinstance(wrong, Draft):
        await fill_in_draft(update, context, wrong, said)
    else:
        await correct_report(update, context, wrong.id, place=Place.BELOW, said=said)
    return True


def _corrected_numbers(context: Context, wrong: Draft | FullReport, meaning: Understanding) -> Statement | None:
    """Return the corrections of numbers that a report has, or None; of a submitted one only if the sentence says that
    something was wrong, or names the task and the right values."""
    draft = wrong if isinstance(wrong, Draft) else as_draft(context, wrong)
    said = Turn(context, draft, without_code(meaning)).right
    of_it = draft is wrong or (meaning.aim is Aim.CORRECT and meaning.task is not None)
    surely = said is not None and (said.stated or of_it or says(meaning, "report_corrections.of_the_last"))
    return said if said is not None and surely and set(said.figures or {}) <= set(draft.figures or {}) else None


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
    return await _correct(update, context, report or draft, turn.reported or turn.told)


def _code_named_alone(context: Context, words: str) -> str | None:
    """Return the code of the user's own task if `words` name it and nothing else, or None."""
    meaning = hear(context, words) if words else None
    if meaning is None or meaning.intent is not Intent.TASK or meaning.confidence < LIKELY:
        return None
    return meaning.task if meaning.task and own_assignments(context, meaning.task) else None
