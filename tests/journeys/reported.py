"""Reports stored without the talk about them, for tests of what comes afterwards."""

from data.reporting.reports import append_report, assignment_to_report_on
from data.reporting.reviews import ask_for_review
from data.standing.standing import Status
from data.store import transaction
from tests.journeys.stored_people import by
from tests.journeys.town import Resident


def has_reported(person: Resident, code: str) -> None:
    """Store that the task of the person's unit is done, as submitting its dialog does."""
    town = person.town
    actor = by(town, person, f"report on {code}")
    [unit] = actor.person.speaks_for
    [row] = town.rows(
        """SELECT assignments.id FROM assignments JOIN tasks ON tasks.id = task_id
        WHERE code = ? AND unit_id = ? AND assignments.gone_at IS NULL AND tasks.gone_at IS NULL""",
        code,
        unit,
    )
    with transaction(town.db):
        assignment = assignment_to_report_on(town.db, actor.person, int(row["id"]), town.today())
        done = Status.SUBMITTED
        told = append_report(town.db, actor, assignment, source=actor.source, status=done, percent=100, note="")
        ask_for_review(town.db, told["id"], done, actor.now)
