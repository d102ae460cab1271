"""提交: a report is stored; where a colleague has reported meanwhile, that is shown first."""

from telegram import Update

from data.errors import AlreadyReported
from data.office.extensions import resting_on
from data.reporting import drafts
from data.reporting.attachments import attached_to_report
from data.reporting.figures import figures_of_report
from data.reporting.reports import submit
from handlers.extensions import texts as extensions
from handlers.reporting import keyboard as report_buttons
from handlers.reporting.asking import Place, gave_up, own_assignment, place_of_answer, put, speaks_for_several
from handlers.reporting.batch_keyboard import go_on_with
from handlers.reporting.texts import report as texts
from handlers.reporting.texts.batch import still_waiting
from handlers.reporting.waiting import to_go_on_with
from handlers.telegram import task_buttons
from handlers.telegram.context import Context, source
from handlers.telegram.sending import acknowledge, scrolled_away, show
from handlers.telegram.wording import join


async def hand_in(update: Update, context: Context, draft_id: int, *, anyway: bool) -> None:
    """Store the report; where somebody else of the unit has reported meanwhile, show that first."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is not None and draft.id == draft_id:
        if await gave_up(update, context, draft):
            return
        if anyway:
            latest = own_assignment(context, draft.assignment_id).last
            drafts.acknowledge_report(context.db, draft, latest.id if latest else None, update.update_id, context.now)
    try:
        done = submit(context.db, context.person, draft_id, context.now, context.zone, source(update))
    except AlreadyReported as other:
        await acknowledge(update)
        await _show_other_report(update, context, draft_id, other.report_id)
        return
    await acknowledge(update)
    others = to_go_on_with(context)
    rest = still_waiting((each.code for each in others), context.language)
    resting = resting_on(context.db, done.assignment.id or 0, context.today, context.zone)
    stored = texts.stored(done, context.language, name_unit=speaks_for_several(context))
    text = join([stored, extensions.rests(resting, context.language), rest])
    keyboard = task_buttons.stored(done.report_id, context.language, go_on_with(others, context.language))
    if draft is not None and draft.id == draft_id:
        place = Place.NEWEST if update.callback_query is not None else Place.BELOW
        await put(update, context, draft, text, keyboard, place)
    else:
        await show(update, context, text, None if scrolled_away(update, context) else keyboard)


async def _show_other_report(update: Update, context: Context, draft_id: int, report_id: int) -> None:
    draft = drafts.draft_by_id(context.db, context.person.id, draft_id)
    text = texts.other_report(
        own_assignment(context, draft.assignment_id),
        draft,
        figures_of_report(context.db, report_id),
        attached_to_report(context.db, report_id),
        context.language,
        name_unit=speaks_for_several(context),
    )
    keyboard = report_buttons.anyway(draft, context.language)
    await put(update, context, draft, text, keyboard, place_of_answer(update))
