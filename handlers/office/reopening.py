"""Reopening a closed task (4-6取消办结), by taking back the verdict that closed it or by a new deadline."""

from typing import Any

from telegram import Update

from data.office.task_edits import PresentTask, checked_task, reopening_edit
from data.plan.deadlines import DeadlineKind
from data.reporting.verdicts_undone import last_verdict
from data.standing.assignments import assignments
from data.standing.standing import Status
from data.understanding import Order
from handlers.dialog import acts_on, begin, saying
from handlers.office.recorded_acts import show_last_verdict
from handlers.office.texts import plan_in_words as texts
from handlers.plan.task_changes import DEADLINE_CHANGE
from handlers.telegram import Context, For, answer, join, series

AGAIN = ("reopening.again", "reopening.around", "reopening.not_closed")


@acts_on(saying(*AGAIN), for_=For.COORDINATORS, known=False)
async def begin_reopening(update: Update, context: Context, again: Order) -> None:
    """Show how to reopen the first closed task that a coordinator's sentence names, and say which of the others are not
    closed or come later. Raises UnknownTask."""
    closed = [each for each in again.codes if _is_closed(context, each)]
    not_closed = [each for each in again.codes if each not in closed]
    open_ones, others = (series(each, context.language) for each in (not_closed, closed[1:]))
    told = [texts.NOT_CLOSED(context.language, codes=open_ones)] if open_ones else []
    if others:
        told.append(texts.ONE_BY_ONE(context.language, code=closed[0], others=others))
    if told:
        await answer(update, context, join(told))
    if closed:
        await _reopen(update, context, checked_task(context.db, closed[0]))


async def _reopen(update: Update, context: Context, task: PresentTask) -> None:
    """Ask for a new deadline if the present one says that the task is done; otherwise offer to take back the last
    verdict."""
    if task.state["deadline"]["kind"] != DeadlineKind.DONE:
        if last_verdict(context.db, context.now, task.code) is None:
            await answer(update, context, texts.TOO_LATE(context.language, code=task.code))
        else:
            await show_last_verdict(update, context, task.code)
        return
    again = reopening_edit(task.state, context.today)
    answers: dict[str, Any] = {"deadline": again["deadline"]} if again else {}
    first = texts.OPEN_WITH_DAY(context.language, code=task.code)
    await begin(update, context, DEADLINE_CHANGE, task.id, answers=answers, first=first)


def _is_closed(context: Context, code: str) -> bool:
    """Return whether any assignment of the task is closed. Raises UnknownTask."""
    checked_task(context.db, code)
    found = assignments(context.db, context.today, None, code)
    return any(each.status is Status.CLOSED for each in found)
