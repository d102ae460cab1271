"""Undoing a withdrawal or a correction in words (恢复, 改回去)."""

from typing import Any

from telegram import Update

from data.reporting.attachments import copy_files_to_draft
from data.reporting.batches import drafts_in_batch
from data.reporting.reports import corrected_report_id
from data.reporting.withdrawals import last_withdrawn_reports, newest_correctable
from data.understanding import Understanding, says
from handlers.dialog import Place, Talk, reader
from handlers.dialog import begin as begin_dialog
from handlers.reporting.batch import begin_with_answers
from handlers.reporting.resubmission import answers_of_report, reopen_report
from handlers.reporting.withdrawal import ALSO, REPORT_WITHDRAWAL
from handlers.telegram import Context


def _is_meant(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a text written at an open question is about a report withdrawn just now."""
    said = says(heard, "report_corrections.goes_back")
    return said and bool(last_withdrawn_reports(talk.context.db, talk.context.person, talk.context.just_now))


@reader(names=_is_meant)
async def restore_withdrawn_reports(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the reports withdrawn just now to be submitted again, or the correction made just now to be withdrawn;
    return whether the sentence asks for that. Raises NotYours or TaskClosed."""
    if not context.person.speaks_for or not says(meaning, "report_corrections.goes_back"):
        return False
    gone = last_withdrawn_reports(context.db, context.person, context.just_now)
    made = newest_correctable(context.db, context.person)
    if len(gone) == 1:
        await reopen_report(update, context, gone[0], Place.BELOW, None)
    elif gone:
        await begin_with_answers(update, context, [(each.assignment_id, answers_of_report(each)) for each in gone])
        files = {each.assignment_id: each.id for each in gone}
        for draft in drafts_in_batch(context.db, context.person.id, update.update_id):
            copy_files_to_draft(context.db, files[draft.assignment_id], draft.id)
    elif made is not None and made.at >= context.just_now and corrected_report_id(context.db, made.id) is not None:
        await begin_dialog(update, context, REPORT_WITHDRAWAL, made.id, answers={ALSO: []})
    else:
        return False
    return True
