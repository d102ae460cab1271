"""Letters are checked again before they are sent: whether they still apply, and to whom."""

import pytest

from data.notices.letter_contents import Correspondence, correspondence
from data.notices.outbox import claim
from data.people.actor import Actor
from data.people.people import Person, Role, add_membership
from data.plan.units import ensure_unit
from data.reporting.reviews import ask_for_review, review_report
from data.reporting.withdrawals import withdraw_report
from data.standing.standing import Status, Verdict
from data.store import Database
from tests.data.conftest import COORDINATOR, MARKET, NOW, ZONE, let_in, report, rows

STATES = "SELECT state FROM outbox ORDER BY id"


@pytest.fixture
def reported(db: Database, plan: None, liaison: Person, coordinator: Person) -> int:
    """The liaison has reported a task as done, and the coordinator is to be asked; returns the report's id."""
    report(db, "1-1", "submitted", "2019-11-25", 100)
    db.change("UPDATE reports SET person_id = ?", [liaison.id])
    found = db.fetch_one("SELECT id FROM reports")
    assert found is not None
    ask_for_review(db, found["id"], Status.SUBMITTED, NOW)
    return int(found["id"])


def letter(db: Database) -> Correspondence | None:
    """Return the content of the letter that is due, as of now."""
    [claimed] = claim(db, NOW)
    return correspondence(db, claimed, NOW)


def decided(db: Database, coordinator: Person, report_id: int, verdict: Verdict) -> None:
    """Let the coordinator decide; afterwards only the letter to the unit is waiting."""
    db.change("DELETE FROM outbox")
    review_report(db, Actor(coordinator, NOW, ZONE), report_id, verdict, "")


@pytest.mark.usefixtures("reported")
def test_the_coordinator_is_asked_while_nothing_is_decided(db: Database, coordinator: Person) -> None:
    asked = letter(db)
    assert asked is not None and asked.person == coordinator


def test_a_report_that_is_decided_meanwhile_is_not_asked_about(
    db: Database, reported: int, coordinator: Person
) -> None:
    review_report(db, Actor(coordinator, NOW, ZONE), reported, Verdict.ACCEPTED, "")
    assert letter(db) is None
    assert rows(db, STATES) == [("cancelled",), ("pending",)]


def test_a_report_that_is_taken_back_meanwhile_is_not_asked_about(db: Database, reported: int, liaison: Person) -> None:
    withdraw_report(db, Actor(liaison, NOW, ZONE), reported)
    assert letter(db) is None


@pytest.mark.usefixtures("reported")
def test_a_report_that_a_newer_one_has_replaced_is_not_asked_about(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-11-26", 80)
    assert letter(db) is None


@pytest.mark.usefixtures("reported")
def test_somebody_who_has_left_the_office_is_not_asked(db: Database, coordinator: Person) -> None:
    db.change("UPDATE memberships SET role = 'observer' WHERE person_id = ?", [coordinator.id])
    assert letter(db) is None


@pytest.mark.parametrize("verdict", Verdict)
def test_the_unit_hears_what_was_decided(
    db: Database, reported: int, liaison: Person, coordinator: Person, verdict: Verdict
) -> None:
    decided(db, coordinator, reported, verdict)
    heard = letter(db)
    assert heard is not None and heard.person == liaison


@pytest.mark.parametrize("goes", ["away", "to another unit"])
def test_somebody_who_has_left_the_unit_does_not_hear_it(
    db: Database, reported: int, liaison: Person, coordinator: Person, goes: str
) -> None:
    decided(db, coordinator, reported, Verdict.ACCEPTED)
    db.change("DELETE FROM memberships WHERE person_id = ?", [liaison.id])
    if goes == "to another unit":
        add_membership(db, liaison.id, Role.LIAISON, ensure_unit(db, MARKET))
    assert letter(db) is None
    assert rows(db, STATES) == [("cancelled",)]


def test_a_letter_is_posted_once(db: Database, reported: int) -> None:
    ask_for_review(db, reported, Status.SUBMITTED, NOW)
    assert rows(db, "SELECT chat_id FROM outbox") == [(COORDINATOR,)]


def test_every_coordinator_is_asked(db: Database, reported: int) -> None:
    let_in(db, 1005, "李主任", Role.COORDINATOR, None)
    ask_for_review(db, reported, Status.SUBMITTED, NOW)
    assert rows(db, "SELECT chat_id FROM outbox ORDER BY id") == [(COORDINATOR,), (1005,)]
