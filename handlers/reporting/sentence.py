"""A report as a sentence makes it: on the task that it names, on the one that is open, or on one that is asked for."""

from telegram import Update

from data.reporting.drafts import find_draft
from data.understanding import Understanding
from handlers.reporting.batch import begin_batch, several_reports
from handlers.reporting.no_change import codes_unchanged, offer_no_change, says_no_change
from handlers.reporting.one_line import fill_in, report_in_a_line
from handlers.reporting.report import update_command
from handlers.reporting.statements import statement_of
from handlers.reporting.task_choice import choose_task
from handlers.telegram.context import Context
from handlers.telegram.understanding import named_in_words


async def report_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Take what a sentence reports. Raises UnknownTask, NotYours or TaskClosed."""
    if meaning.task is None and not says_no_change(meaning.text):
        await _report_on_some_task(update, context, meaning)
    elif meaning.task is None or (meaning.percent is None and says_no_change(meaning.note or "")):
        await no_change_meant(update, context, meaning)
    else:
        with named_in_words(meaning):
            await report_in_a_line(update, context, meaning)


async def no_change_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """That nothing has changed, in the task that is named or in those that wait for it. Raises UnknownTask, NotOngoing
    or TaskClosed."""
    with named_in_words(meaning):
        await offer_no_change(update, context, *([meaning.task] if meaning.task else []))


async def several_reported(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether somebody who reports does so on several tasks; then that has been taken."""
    text = (update.message and update.message.text) or ""
    if not context.person.speaks_for:
        return False
    if unchanged := codes_unchanged(text, meaning):
        with named_in_words(meaning):
            await offer_no_change(update, context, *unchanged)
        return True
    several = several_reports(context, [line.strip() for line in text.splitlines() if line.strip()])
    if several is not None:
        await begin_batch(update, context, several)
    return several is not None


async def _report_on_some_task(update: Update, context: Context, meaning: Understanding) -> None:
    """A report without its task: on the one that is being filled in, else it is asked on which."""
    assert update.message is not None
    text = update.message.text or ""
    draft, said = find_draft(context.db, context.person.id), statement_of(context, meaning)
    if said is None:
        await update_command(update, context)
    elif draft is not None:
        await fill_in(update, context, draft, said)
    else:
        await choose_task(update, context, text)
