"""Reports that wait beside the dialog."""

import pytest

from data.dialogs import park_open
from data.errors import StaleButton
from data.people.people import Person
from data.reporting.bundles import Bundle, drop_bundle, find_bundle, open_bundle, take_up
from data.reporting.drafts import Draft, Step, find_draft, give_answers, open_draft, unfinished_drafts
from data.reporting.reports import submit, withdraw
from data.standing.standing import Status
from data.store import Database
from tests.data.conftest import NOW, ZONE, assignment, rows

pytestmark = pytest.mark.usefixtures("plan")

DONE = {"status": Status.SUBMITTED, "percent": 100, "note": "", "figures": {}, "evidence": True}


def number(db: Database, code: str) -> int:
    return assignment(db, code).id or 0


def wrote(db: Database, person: Person, *codes: str, update_id: int = 7, unclear: tuple[str, ...] = ()) -> Bundle:
    """The person has written these reports in one message."""
    return open_bundle(db, person.id, [(number(db, code), DONE) for code in codes], unclear, update_id, NOW)


@pytest.fixture
def draft(db: Database, plan: None, liaison: Person) -> Draft:
    """A report on 2-1 in the dialog, with its status."""
    begun = open_draft(db, liaison.id, number(db, "2-1"), 1, NOW)
    return give_answers(db, begun, {"status": Status.IN_PROGRESS}, 2, NOW)


def test_what_is_written_in_one_message_waits_beside_the_dialog(db: Database, liaison: Person, draft: Draft) -> None:
    bundle = wrote(db, liaison, "1-1", "1-2", unclear=("呜啦啦",))
    assert [each.step for each in bundle.waiting] == [Step.PREVIEW] * 2
    assert bundle.unclear == ("呜啦啦",)
    assert find_draft(db, liaison.id) == draft


def test_the_same_update_again_finds_what_it_wrote(db: Database, liaison: Person) -> None:
    assert wrote(db, liaison, "1-1", "1-2") == wrote(db, liaison, "1-1", "1-2")


def test_what_is_stored_is_known_with_what_waits(db: Database, liaison: Person) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2").waiting
    stored = submit(db, liaison, first.id, NOW, ZONE)
    bundle = find_bundle(db, liaison.id, 7)
    assert bundle.waiting == (second,)
    assert [(each.report_id, each.code, each.withdrawn) for each in bundle.done] == [(stored.report_id, "1-1", False)]
    withdraw(db, liaison, stored.report_id, NOW, ZONE)
    assert [each.withdrawn for each in find_bundle(db, liaison.id, 7).done] == [True]


def test_nobody_finds_what_somebody_else_has_written(db: Database, liaison: Person, deputy: Person) -> None:
    wrote(db, liaison, "1-1")
    with pytest.raises(StaleButton):
        find_bundle(db, deputy.id, 7)


def test_a_later_message_goes_on_with_what_an_earlier_one_said_of_the_same_task(db: Database, liaison: Person) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2").waiting
    [later] = wrote(db, liaison, "1-1", update_id=8).waiting
    assert later.id == first.id
    assert find_bundle(db, liaison.id, 7).waiting == (second,)


def test_the_report_in_the_dialog_becomes_one_of_those_on_its_task(db: Database, liaison: Person, draft: Draft) -> None:
    bundle = wrote(db, liaison, "1-1", "2-1")
    assert {each.id for each in bundle.waiting} > {draft.id}
    assert find_draft(db, liaison.id) is None
    assert wrote(db, liaison, "1-1", "2-1") == bundle


def test_what_was_put_aside_is_gone_on_with_when_its_task_is_written_about(
    db: Database, liaison: Person, draft: Draft
) -> None:
    park_open(db, liaison.id)
    assert [each.id for each in wrote(db, liaison, "2-1").waiting] == [draft.id]
    assert [each.id for each in unfinished_drafts(db, liaison.id)] == [draft.id]


def test_a_report_that_is_taken_up_changes_places_with_the_one_in_the_dialog(
    db: Database, liaison: Person, draft: Draft
) -> None:
    first, second = wrote(db, liaison, "1-1", "1-2").waiting
    taken, before = take_up(db, liaison.id, second.id, 9, NOW)
    assert (taken.id, taken.is_open, before) == (second.id, True, draft)
    assert find_draft(db, liaison.id) == taken
    assert {each.id for each in unfinished_drafts(db, liaison.id)} == {first.id, draft.id}
    assert find_bundle(db, liaison.id, 7).in_dialog == (taken,)


def test_taking_up_by_the_same_update_again_changes_nothing(db: Database, liaison: Person, draft: Draft) -> None:
    [only] = wrote(db, liaison, "1-2").waiting
    once, _ = take_up(db, liaison.id, only.id, 9, NOW)
    assert take_up(db, liaison.id, only.id, 9, NOW) == (once, None)
    assert len(rows(db, "SELECT 1 FROM dialogs")) == 2


def test_a_dialog_without_any_answer_is_not_kept(db: Database, liaison: Person) -> None:
    open_draft(db, liaison.id, number(db, "1-1"), 1, NOW)
    [only] = wrote(db, liaison, "1-2").waiting
    assert take_up(db, liaison.id, only.id, 9, NOW)[1] is None
    assert rows(db, "SELECT id FROM dialogs") == [(only.id,)]


def test_a_bundle_that_is_given_up_leaves_what_is_stored(db: Database, liaison: Person, draft: Draft) -> None:
    first, _ = wrote(db, liaison, "1-1", "1-2", unclear=("呜啦啦",)).waiting
    submit(db, liaison, first.id, NOW, ZONE)
    drop_bundle(db, liaison.id, 7)
    bundle = find_bundle(db, liaison.id, 7)
    assert (bundle.waiting, len(bundle.done), bundle.unclear) == ((), 1, ())
    assert find_draft(db, liaison.id) == draft
