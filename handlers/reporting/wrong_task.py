"""A report that is being filled in for the wrong task is moved, with its answers and files, to the one named instead
(报错任务了，是2-3的)."""

from telegram import Update

from data import dialogs
from data.plan.tasks import code_of_assignment
from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import Draft, draft_of, find_draft
from data.reporting.figures import doubtful_figures
from data.standing.assignments import Assignment
from data.understanding import Understanding, says
from data.understanding.reporting.corrections import tasks_meant_instead
from handlers.dialog import Place, reader
from handlers.reporting.report import ask_open_question
from handlers.reporting.texts.unfinished import MOVED
from handlers.tasks.own_tasks import own_assignment, own_assignments
from handlers.telegram import Context


def _meant_instead(context: Context, meaning: Understanding) -> tuple[Draft, Assignment] | None:
    """Return the open report and the own task that a text names instead of its task, or None. A report that replaces
    another, or for whose right task another waits, is not moved."""
    names_another = context.person.speaks_for and says(meaning, "report_corrections.of_another_task")
    draft = find_draft(context.db, context.person.id) if names_another else None
    if draft is None or draft.replaces is not None or draft.redoes is not None:
        return None
    codes = tasks_meant_instead(meaning, code_of_assignment(context.db, draft.assignment_id))
    mine = [each for code in codes for each in own_assignments(context, code) if each.id != draft.assignment_id]
    if len(mine) != 1 or mine[0].finished:
        return None
    waits = unsubmitted_draft(context.db, context.person.id, mine[0].id)
    return None if waits is not None else (draft, mine[0])


@reader(names=lambda talk, text, heard: _meant_instead(talk.context, heard) is not None)
async def move_report_to_task_meant(update: Update, context: Context, meaning: Understanding) -> bool:
    """Move the open report to the task that a text names instead; return whether it names one. Raises NotYours or
    TaskClosed."""
    found = _meant_instead(context, meaning)
    if found is None:
        return False
    draft, (wrong, right) = found[0], (own_assignment(context, found[0].assignment_id), found[1])
    dialog, last = context.dialog(draft.id), right.last
    answers = {
        **dialog.answers,
        "seen_report_id": last.id if last else None,
        "doubted": doubtful_figures(context.db, right.id, draft.figures or {}),
        "running": {},
        "less": None,
    }
    moved = draft_of(dialogs.move_dialog(context.db, dialog, right.id, update.update_id, context.now, answers))
    first = MOVED(context.language, wrong=wrong.code, right=right.code)
    await ask_open_question(update, context, moved, Place.BELOW, first=first)
    return True
