"""Several reports in one message: which of them wait, and what became of the others."""

import pytest

from data import dialogs
from data.dialogs import DialogState
from data.errors import StaleButton
from data.people.actor import Actor
from data.people.people import Person
from data.reporting import drafts
from data.reporting.batches import drafts_in_batch, drop_drafts_of_batch, drop_report, open_batch, reports_of_batch
from data.reporting.drafts import Draft, Step, find_draft, give_answers, open_draft, unfinished_drafts
from data.reporting.reports import submit_report
from data.reporting.withdrawals import withdraw_report
from data.standing.standing import Status
from data.store import Database
from tests.data.conftest import NOW, ZONE, assignment, rows

pytestmark = pytest.mark.usefixtures("plan")

DONE = {"status": Status.SUBMITTED, "percent": 100, "note": "", "figures": {}, "evidence": True}


def number(db: Database, code: str) -> int:
    return assignment(db, code).id


def wrote(db: Database, person: Person, *codes: str, update_id: int = 7) -> list[Draft]:
    """Store these reports as written in one message, and return those that wait."""
    open_batch(db, person.id, [(number(db, code), DONE) for code in codes], update_id, NOW, unclear=["呜啦啦"])
    return drafts_in_batch(db, person.id, update_id)


@pytest.fixture
def draft(db: Database, plan: None, liaison: Person) -> Draft:
    """A report on 2-1 in the dialog, with its status answered."""
    begun = open_draft(db, liaison.id, number(db, "2-1"), 1, NOW)
    return give_answers(db, begun, {"status": Status.IN_PROGRESS}, 2, NOW)


def test_what_is_written_in_one_message_is_checked_while_what_was_open_waits(
    db: Database, liaison: Person, draft: Draft
) -> None:
    assert [each.step for each in wrote(db, liaison, "1-1", "1-2")] == [Step.PREVIEW] * 2
    batch = dialogs.find_open(db, liaison.id)
    assert batch is not None and (batch.kind, batch.subject_id, batch.answers) == ("batch", 7, {"unclear": ["呜啦啦"]})
    assert draft.id in [each.id for each in unfinished_drafts(db, liaison.id)]


def test_the_same_update_again_finds_what_it_wrote(db: Database, liaison: Person) -> None:
    assert wrote(db, liaison, "1-1", "1-2") == wrote(db, liaison, "1-1", "1-2")
    assert len(rows(db, "SELECT 1 FROM dialogs")) == 3


def test_what_is_stored_is_known_with_what_waits(db: Database, liaison: Person) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2")
    stored = submit_report(db, Actor(liaison, NOW, ZONE), first.id)
    assert drafts_in_batch(db, liaison.id, 7) == [second]
    [done] = reports_of_batch(db, liaison.id, 7)
    assert (done.id, done.code, done.withdrawn_at) == (stored.report_id, "1-1", None)
    withdraw_report(db, Actor(liaison, NOW, ZONE), stored.report_id)
    assert [each.withdrawn_at is not None for each in reports_of_batch(db, liaison.id, 7)] == [True]


def test_nobody_finds_or_drops_what_somebody_else_has_written(db: Database, liaison: Person, deputy: Person) -> None:
    [only] = wrote(db, liaison, "1-1")
    assert drafts_in_batch(db, deputy.id, 7) == [] and reports_of_batch(db, deputy.id, 7) == []
    with pytest.raises(StaleButton):
        drop_report(db, deputy.id, only.id)


def test_a_later_message_goes_on_with_what_an_earlier_one_said_of_the_same_task(db: Database, liaison: Person) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2")
    assert [each.id for each in wrote(db, liaison, "1-1", update_id=8)] == [first.id]
    assert drafts_in_batch(db, liaison.id, 7) == [second]


def test_a_batch_of_which_nothing_waits_any_more_is_not_kept(db: Database, liaison: Person) -> None:
    wrote(db, liaison, "1-1", "1-2")
    wrote(db, liaison, "1-1", "1-2", update_id=8)
    assert rows(db, "SELECT subject_id FROM dialogs WHERE kind = 'batch'") == [(8,)]


def test_the_report_in_the_dialog_becomes_one_of_those_on_its_task(db: Database, liaison: Person, draft: Draft) -> None:
    waiting = wrote(db, liaison, "1-1", "2-1")
    assert draft.id in [each.id for each in waiting] and find_draft(db, liaison.id) is None


def test_what_was_put_aside_is_gone_on_with_when_its_task_is_written_about(
    db: Database, liaison: Person, draft: Draft
) -> None:
    dialogs.park_open_dialog(db, liaison.id)
    assert [each.id for each in wrote(db, liaison, "2-1")] == [draft.id]
    assert [each.id for each in unfinished_drafts(db, liaison.id)] == [draft.id]


def test_a_report_that_is_taken_up_takes_its_place_among_the_others_when_it_is_stored(
    db: Database, liaison: Person
) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2")
    taken = drafts.take_up_draft(db, second, 9, NOW)
    assert (taken.id, taken.is_open) == (second.id, True)
    assert rows(db, "SELECT state FROM dialogs WHERE kind = 'batch'") == [(DialogState.PARKED,)]
    submit_report(db, Actor(liaison, NOW, ZONE), second.id)
    assert drafts_in_batch(db, liaison.id, 7) == [first]
    assert [each.code for each in reports_of_batch(db, liaison.id, 7)] == ["1-2"]


def test_a_dialog_without_any_answer_is_not_kept(db: Database, liaison: Person) -> None:
    open_draft(db, liaison.id, number(db, "1-1"), 1, NOW)
    [only] = wrote(db, liaison, "1-2")
    assert rows(db, "SELECT id FROM dialogs WHERE kind = 'report'") == [(only.id,)]


def test_a_batch_that_is_given_up_leaves_what_is_stored_and_what_was_written_apart(
    db: Database, liaison: Person, draft: Draft
) -> None:
    first, _ = wrote(db, liaison, "1-1", "1-2")
    submit_report(db, Actor(liaison, NOW, ZONE), first.id)
    drop_drafts_of_batch(db, liaison.id, 7)
    assert drafts_in_batch(db, liaison.id, 7) == [] and len(reports_of_batch(db, liaison.id, 7)) == 1
    assert [each.id for each in unfinished_drafts(db, liaison.id)] == [draft.id]
