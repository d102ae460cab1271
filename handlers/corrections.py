"""After a report: taking it back, correcting it, and saying that nothing has changed."""

from telegram import Update

from data.check_ins import waiting_for_check_in
from data.errors import StaleButton
from data.figures import figures_of_report
from data.reports import correctable, report_no_change, withdraw
from data.reviews import reviewed
from data.standing import Status
from data.tasks import Assignment, assignments
from handlers import keyboards
from handlers.asking import own_assignment
from handlers.callbacks import unpack
from handlers.context import Context
from handlers.replies import acknowledge, answer, show
from handlers.reporting import start_draft
from handlers.texts import messages as m
from handlers.texts.tasks import task_line
from handlers.texts.wording import join


async def take_back(update: Update, context: Context) -> None:
    """撤回. Raises TooLateToWithdraw or NotYours."""
    assert update.callback_query is not None
    [report_id] = map(int, unpack(update.callback_query.data).arguments)
    before = withdraw(context.db, context.person, report_id, context.now, context.zone)
    await acknowledge(update)
    text = join([m.WITHDRAWN(context.language, code=before.code), task_line(before, context.language)])
    await show(update, context, text)


async def correct(update: Update, context: Context) -> None:
    """更正: the report once more, to be changed and submitted in its place. Raises TooLateToWithdraw."""
    assert update.callback_query is not None
    [report_id] = map(int, unpack(update.callback_query.data).arguments)
    report = correctable(context.db, context.person, report_id)
    await acknowledge(update)
    await start_draft(
        update,
        context,
        report["assignment_id"],
        status=Status(report["status"]),
        percent=report["percent"],
        note=report["note"],
        obstacle=report["obstacle"] or None,
        figures=figures_of_report(context.db, report_id),
        evidence=True,
        replaces=report_id,
    )


async def redo(update: Update, context: Context) -> None:
    """A report that was given back, once more, with what it said filled in. Raises NotYours or TaskClosed."""
    assert update.callback_query is not None
    [report_id] = map(int, unpack(update.callback_query.data).arguments)
    report = reviewed(context.db, report_id)
    if report is None:
        raise StaleButton
    own_assignment(context, report.assignment_id)
    await acknowledge(update)
    await start_draft(
        update,
        context,
        report.assignment_id,
        status=report.status,
        percent=report.percent,
        note=report.note,
        obstacle=report.obstacle or None,
        figures=report.figures,
        evidence=True,
    )


async def offer_no_change(update: Update, context: Context) -> None:
    """本期无变化 said without a task: the ongoing tasks that wait for a word this period."""
    waiting = _waiting(context)
    if not waiting:
        await answer(update, context, m.NOTHING_ONGOING(context.language))
        return
    lines = [task_line(each, context.language) for each in waiting]
    text = join([m.ONGOING_WAITING(context.language), *lines])
    await answer(update, context, text, keyboards.no_change(waiting, context.language))


async def no_change(update: Update, context: Context) -> None:
    """本期无变化 pressed, for one task or for all that wait. Raises NotYours or TaskClosed."""
    query = update.callback_query
    assert query is not None and query.message is not None
    [which] = unpack(query.data).arguments
    chosen = [each.id or 0 for each in _waiting(context)] if which == "all" else [int(which)]
    source = f"{query.message.chat.id}:{query.message.message_id}"
    done = report_no_change(context.db, context.person, chosen, source, context.now, context.zone)
    await acknowledge(update)
    lines = [task_line(each.assignment, context.language) for each in done]
    await show(update, context, join([m.NO_CHANGE_STORED(context.language, count=len(done)), *lines]))


def _waiting(context: Context) -> list[Assignment]:
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for)
    return waiting_for_check_in(mine)
