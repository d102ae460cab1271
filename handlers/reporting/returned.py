"""A report that was given back, once more; and what has taken the place of an older one."""

from telegram import Update

from data.errors import NotYours, StaleButton
from data.errors.reporting import TaskClosed
from data.reporting.reports import is_correctable, latest_report_id
from data.reporting.reviews import Reviewed, reviewed
from handlers.dialog import Place
from handlers.reporting.reopened import go_on_instead, reopen
from handlers.reporting.statements import Statement
from handlers.reporting.texts.undo import REPLACED, REPLACED_BEGIN
from handlers.tasks.own_tasks import all_own, own_assignment, speaks_for_several
from handlers.telegram import Context, Verb, answer, join, last_report, pressed, report_on, task_line
from handlers.telegram.task_buttons import stored


async def redo(update: Update, context: Context) -> None:
    """A report that was given back, once more, with what it said filled in; where another one has taken its place, that
    is said and filled in instead. Raises NotYours or TaskClosed."""
    report_id, *sure = pressed(update)
    report = reviewed(context.db, int(report_id))
    if report is None:
        raise StaleButton
    present = replaced(context, report.report_id)
    if await go_on_instead(update, context, report, Verb.REDO, "redoes", sure=bool(sure)):
        return
    if present is not None:
        first = REPLACED_BEGIN(context.language)
        await reopen(update, context, present, Place.BELOW, None, first=first, seen_report_id=report.report_id)
    else:
        await supplement(update, context, report, None)


async def supplement(
    update: Update, context: Context, returned: Reviewed, said: Statement | None, place: Place = Place.BELOW
) -> None:
    """A report that was given back once more, with what is `said` besides. Raises NotYours or TaskClosed."""
    seen = returned.report_id
    await reopen(update, context, returned, place, said, seen_report_id=seen, redoes=seen)


def only_returned(context: Context) -> Reviewed | None:
    """The one report of the person's that the office has given back and that was not made again; None where there is
    none, or several. What is sent without saying of which task it is supplements it."""
    given_back = [each.last for each in all_own(context) if each.last and each.last.returned and not each.finished]
    return reviewed(context.db, given_back[0].id) if len(given_back) == 1 else None


async def show_present(update: Update, context: Context, report_id: int) -> bool:
    """Say that a report was replaced, with the one that counts now. False where none has taken its place."""
    present = replaced(context, report_id)
    if present is None:
        return False
    task, language = own_assignment(context, present.assignment_id), context.language
    line = task_line(task, language, speaks_for_several(context))
    text = join([REPLACED(language), line, last_report(task.last, language)])
    mine = is_correctable(context.db, context.person, present.report_id)
    keyboard = stored(present.report_id, language) if mine else report_on([task], language)
    await answer(update, context, text, keyboard)
    return True


def replaced(context: Context, report_id: int) -> Reviewed | None:
    """The report of the person's own unit that counts now in place of an earlier one, where that is still open."""
    report = reviewed(context.db, report_id)
    if report is None:
        return None
    try:
        own_assignment(context, report.assignment_id)
    except (NotYours, TaskClosed):
        return None
    newer = latest_report_id(context.db, report.assignment_id)
    return reviewed(context.db, newer) if newer is not None and newer > report_id else None
