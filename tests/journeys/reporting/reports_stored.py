"""The stored reports, drafts and evidence."""

from tests.journeys.town import Town

REPORTS = """SELECT code, status, percent, note, obstacle FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY reports.id"""
DRAFTS = """SELECT code, step, bundle IS NULL AS in_dialog FROM drafts
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY drafts.id"""


def reports_stored(town: Town) -> list[tuple[object, ...]]:
    """Return the reports by code, in order."""
    return [tuple(row.values()) for row in town.rows(REPORTS)]


def drafts_stored(town: Town) -> list[tuple[object, ...]]:
    """Return the drafts by code, with whether each is the one in the dialog."""
    return [tuple(row.values()) for row in town.rows(DRAFTS)]


def files_of_reports(town: Town) -> list[list[str]]:
    reports = town.rows("SELECT id FROM reports ORDER BY id")
    return [
        [each["name"] for each in town.rows("SELECT name FROM attachments WHERE report_id = ?", report["id"])]
        for report in reports
    ]
