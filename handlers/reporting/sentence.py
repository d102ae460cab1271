"""A report as a sentence makes it: on the task that it names, on the one that is open, or on one that is asked for."""

from telegram import Update

from data.reporting.drafts import find_draft
from data.understanding import Aim, Understanding
from handlers.reporting.choosing import choose_task
from handlers.reporting.no_change import offer_no_change, says_no_change
from handlers.reporting.one_line import fill_in, report_in_a_line
from handlers.reporting.report import update_command
from handlers.reporting.statements import beside_the_task, statement_of
from handlers.telegram.context import Context
from handlers.telegram.understanding import named_in_words


async def report_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Take what a sentence reports, or that nothing has changed. Raises UnknownTask, NotYours or TaskClosed."""
    if meaning.task:
        with named_in_words(meaning):
            await _report_on(update, context, meaning, meaning.task)
    elif meaning.aim is Aim.NO_CHANGE:
        await offer_no_change(update, context)
    else:
        await _report_on_some_task(update, context, meaning)


async def _report_on(update: Update, context: Context, meaning: Understanding, code: str) -> None:
    if meaning.percent is None and says_no_change(beside_the_task(meaning)):
        await offer_no_change(update, context, code)
    else:
        await report_in_a_line(update, context, meaning)


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
