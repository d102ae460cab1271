"""All of one's tasks but some, reported in one sentence: 除了4-2都弄完了; 除了1-2其他都没变化."""

from telegram import Update

from data.standing.check_ins import goes_on
from data.standing.standing import Status
from data.understanding import Understanding
from data.understanding.all_but import AllBut, all_but_said
from handlers.reporting.batch import begin_batch
from handlers.reporting.batch_lines import Lines, Reported
from handlers.reporting.no_change import offer_no_change_but
from handlers.reporting.statements import Statement, statement_of
from handlers.tasks.own_tasks import all_own, own_assignments
from handlers.telegram import Context, hear_report


async def report_all_but(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show reports on all of somebody's tasks but some, done or unchanged, to be checked, with what is said of the one
    that is not; work that goes on without a due day is not done by that. False where a sentence reports nothing
    such."""
    said = all_but_said(meaning) if context.person.speaks_for else None
    if said is None or not any(own_assignments(context, code) for code in said.codes):
        return False
    if not said.done:
        if not said.rest:
            await offer_no_change_but(update, context, said.codes)
        return not said.rest
    reports = [*_done(context, said), *_other(context, said)]
    if reports:
        await begin_batch(update, context, Lines(reports, len(reports), []))
    return bool(reports)


def _done(context: Context, said: AllBut) -> list[Reported]:
    mine = all_own(context)
    meant = (each for each in mine if each.id and each.code not in said.codes and not each.finished)
    return [Reported(each, Statement(Status.SUBMITTED)) for each in meant if not goes_on(each)]


def _other(context: Context, said: AllBut) -> list[Reported]:
    """What is said of the task that is not as all others are, in words where no more is read of it."""
    mine = own_assignments(context, said.codes[0])
    if len(mine) != 1 or not said.rest:
        return []
    heard = statement_of(context, hear_report(context, said.codes[0], said.rest))
    return [Reported(mine[0], heard or Statement(Status.IN_PROGRESS, stated=False, note=said.rest))]
