"""Evidence that comes once the office has accepted the report: it is added to that report, which stays as it is."""

from telegram import Update

from data.reporting.attachments import add_waiting_files, report_with_album, waiting_files
from data.reporting.reviews import full_report
from data.standing.assignments import Assignment
from data.standing.standing import Status
from handlers.reporting.texts.questions import ADDED_LATE
from handlers.tasks.own_tasks import all_own_assignments, own_assignments
from handlers.telegram import Context, answer, file_list


def closed_assignment(context: Context, code: str | None) -> Assignment | None:
    """Return the assignment of the user's units for a task if it is their only one and closed, or None."""
    mine = own_assignments(context, code) if code is not None else []
    return mine[0] if len(mine) == 1 and mine[0].status is Status.CLOSED else None


async def add_to_accepted(update: Update, context: Context, assignment_id: int) -> bool:
    """Add the kept files to the accepted report on a closed assignment; return False if it is not closed, was closed
    without a report, or no file is kept. Raises a FileRefused."""
    mine = next((each for each in all_own_assignments(context) if each.id == assignment_id), None)
    kept = waiting_files(context.db, context.person.id, context.now)
    if mine is None or mine.status is not Status.CLOSED or mine.last is None or not kept:
        return False
    files = add_waiting_files(context.db, context.actor, mine.last.id, f"{mine.code}@{mine.unit}")
    shown = file_list(files, context.language)
    await answer(update, context, ADDED_LATE(context.language, code=mine.code, files=shown))
    return True


def add_rest_of_album(context: Context, album: str) -> None:
    """Add the kept files to the accepted report to which the album's first file was added, if it was. Raises a
    FileRefused."""
    report_id = report_with_album(context.db, album)
    report = full_report(context.db, report_id) if report_id is not None else None
    if report is not None:
        add_waiting_files(context.db, context.actor, report.id, f"{report.code}@{report.unit}")
