"""Marking a report as urgent, with 急 below it or in words (这个很急, 1-2很急), so that the office is told at once."""

from telegram import Update

from data.reporting.urgency import mark_urgent
from data.reporting.withdrawals import newest_correctable
from data.standing.standing import FINISHED
from data.understanding import Order
from handlers.dialog import acts_on, saying
from handlers.notices.texts.office import NOTHING_URGENT, URGENT_SENT_OF
from handlers.tasks.own_tasks import assignment_shown_last
from handlers.telegram import Context, For, answer, pressed
from handlers.wording import labels


async def press_urgent(update: Update, context: Context) -> None:
    """Handle 急 below a blocked report. Raises StaleButton."""
    [report_id] = pressed(update)
    mark_urgent(context.db, context.actor, int(report_id))
    await answer(update, context, labels.URGENT_TOLD(context.language))


@acts_on(saying("urgency.only"), for_=For.SPEAKERS, known=False)
async def mark_urgent_in_words(update: Update, context: Context, urgent: Order) -> None:
    """Mark a liaison's last report, or the last one on a task, as urgent if the sentence says only that, and tell the
    office. If there is no such report, say how to make one."""
    shown = assignment_shown_last(context) if not urgent.code else None
    code = urgent.code or (shown.code if shown is not None else "")
    report = newest_correctable(context.db, context.person, code or None)
    if report is None or report.status in FINISHED:
        await answer(update, context, NOTHING_URGENT(context.language))
        return
    mark_urgent(context.db, context.actor, report.id)
    await answer(update, context, URGENT_SENT_OF(context.language, code=report.code))
