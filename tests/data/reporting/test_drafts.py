"""A report that is being written."""

from pathlib import Path

import pytest

from data.errors import NoteTooLong, PercentOutOfRange, StaleButton, TextMissing
from data.people.people import Person
from data.reporting.answers import (
    choose_status,
    clear_figures,
    confirm_figures,
    finish_evidence,
    give_figures,
    give_note,
    give_obstacle,
    give_percent,
    keep_answer,
    reopen,
    skip_the_rest,
    step_back,
)
from data.reporting.drafts import NOTE_LENGTH, Draft, Step, drop_draft, expect, find_draft, next_step, open_draft
from data.standing.standing import Status
from data.store import Database, open_database
from tests.data.conftest import NOW, assignment, rows

pytestmark = pytest.mark.usefixtures("plan")


@pytest.fixture
def draft(db: Database, plan: None, liaison: Person) -> Draft:
    """A report on 1-1, just begun by update 1."""
    return open_draft(db, liaison.id, assignment(db, "1-1").id or 0, 1, NOW)


def at_note(db: Database, draft: Draft) -> Draft:
    """The draft, under way at 80 %, with the note still open; updates 2 and 3."""
    return give_percent(db, choose_status(db, draft, Status.IN_PROGRESS, 2, NOW), "80", 3, NOW)


def test_the_dialog_begins_with_the_status(draft: Draft) -> None:
    assert (draft.step, draft.status) == (Step.STATUS, None)


@pytest.mark.parametrize(
    ("status", "step", "percent"),
    [
        (Status.NOT_STARTED, Step.NOTE, 0),
        (Status.IN_PROGRESS, Step.PERCENT, None),
        (Status.BLOCKED, Step.PERCENT, None),
        (Status.SUBMITTED, Step.NOTE, 100),
    ],
)
def test_a_percent_is_asked_only_for_work_under_way(
    db: Database, draft: Draft, status: Status, step: Step, percent: int | None
) -> None:
    after = choose_status(db, draft, status, 2, NOW)
    assert (after.step, after.percent) == (step, percent)


def test_only_what_is_blocked_is_asked_for_the_obstacle(db: Database, draft: Draft) -> None:
    blocked = choose_status(db, draft, Status.BLOCKED, 2, NOW)
    assert give_note(db, give_percent(db, blocked, "10", 3, NOW), "", 4, NOW).step is Step.OBSTACLE


def test_an_obstacle_has_to_be_named(db: Database, draft: Draft) -> None:
    blocked = choose_status(db, draft, Status.BLOCKED, 2, NOW)
    asked = give_note(db, give_percent(db, blocked, "10", 3, NOW), "", 4, NOW)
    with pytest.raises(TextMissing):
        give_obstacle(db, asked, "  ", 5, NOW)
    assert find_draft(db, draft.person_id) == asked
    assert give_obstacle(db, asked, "缺检测设备", 5, NOW).step is Step.FIGURES


def test_a_report_is_ready_once_everything_has_been_answered_or_skipped(db: Database, draft: Draft) -> None:
    written = give_note(db, at_note(db, draft), " 立案12件 ", 4, NOW)
    ready = finish_evidence(db, give_figures(db, written, {}, {}, 5, NOW), 6, NOW)
    assert (ready.step, ready.status, ready.percent, ready.note) == (Step.PREVIEW, "in_progress", 80, "立案12件")


@pytest.mark.parametrize(
    ("written", "percent"),
    [
        ("80", 80),
        ("八十", 80),
        ("eighty-five", 85),
        ("还差两成", 80),
        ("80%", 80),
        (" ８０％ ", 80),
        ("0", 0),
        ("100", 100),
    ],
)
def test_a_percent_may_be_written_in_many_ways(db: Database, draft: Draft, written: str, percent: int) -> None:
    asked = choose_status(db, draft, Status.IN_PROGRESS, 2, NOW)
    assert give_percent(db, asked, written, 3, NOW).percent == percent


@pytest.mark.parametrize("written", ["101", "-5", "差不多", "", "%", "八十多吧也许"])
def test_what_is_no_percent_is_refused_and_the_question_stays_open(db: Database, draft: Draft, written: str) -> None:
    asked = choose_status(db, draft, Status.IN_PROGRESS, 2, NOW)
    with pytest.raises(PercentOutOfRange):
        give_percent(db, asked, written, 3, NOW)
    assert find_draft(db, draft.person_id) == asked


def test_a_note_of_any_length_up_to_the_most_is_kept(db: Database, draft: Draft) -> None:
    with pytest.raises(NoteTooLong) as refused:
        give_note(db, at_note(db, draft), "长" * (NOTE_LENGTH + 1), 4, NOW)
    assert refused.value == NoteTooLong(NOTE_LENGTH + 1, NOTE_LENGTH)
    kept = give_note(db, at_note(db, draft), "长" * NOTE_LENGTH, 4, NOW).note
    assert kept is not None and len(kept) == NOTE_LENGTH


def test_doubtful_figures_are_asked_about_once(db: Database, draft: Draft) -> None:
    asked = give_note(db, at_note(db, draft), "", 4, NOW)
    doubted = give_figures(db, asked, {"立案件数": 120}, {"立案件数": 120}, 5, NOW)
    assert doubted.step is Step.FIGURES
    assert give_figures(db, doubted, {"立案件数": 120}, {"立案件数": 120}, 6, NOW).step is Step.EVIDENCE


def test_a_doubtful_figure_stays_doubted_until_it_is_confirmed(db: Database, draft: Draft) -> None:
    asked = give_note(db, at_note(db, draft), "", 4, NOW)
    doubted = give_figures(db, asked, {"立案件数": 120, "案值": 3}, {"立案件数": 120}, 5, NOW)
    again = give_note(db, step_back(db, doubted, 6, NOW), "另外走访", 7, NOW)
    assert (again.step, again.doubted) == (Step.FIGURES, {"立案件数": 120})
    more = give_figures(db, again, {"案值": 4}, {}, 8, NOW)
    assert more.step is Step.FIGURES
    confirmed = confirm_figures(db, more, 9, NOW)
    assert (confirmed.step, confirmed.figures) == (Step.EVIDENCE, {"立案件数": 120, "案值": 4})


def test_figures_take_the_place_of_their_like_only(db: Database, draft: Draft) -> None:
    asked = give_note(db, at_note(db, draft), "", 4, NOW)
    entered = give_figures(db, asked, {"立案件数": 12, "案值": 3}, {}, 5, NOW)
    assert give_figures(db, entered, {"案值": 4}, {}, 6, NOW).figures == {"立案件数": 12, "案值": 4}
    assert clear_figures(db, entered, 6, NOW).figures == {}


def test_an_answer_is_kept_only_where_there_is_one(db: Database, draft: Draft) -> None:
    back = step_back(db, at_note(db, draft), 4, NOW)
    assert (keep_answer(db, back, 5, NOW).step, keep_answer(db, back, 5, NOW).percent) == (Step.NOTE, 80)
    with pytest.raises(StaleButton):
        keep_answer(db, at_note(db, draft), 6, NOW)


def test_the_rest_can_be_skipped_but_for_what_blocks(db: Database, draft: Draft) -> None:
    assert skip_the_rest(db, at_note(db, draft), 4, NOW).step is Step.PREVIEW
    blocked = choose_status(db, reopen(db, at_note(db, draft), Step.STATUS, 5, NOW), Status.BLOCKED, 6, NOW)
    assert skip_the_rest(db, blocked, 7, NOW).step is Step.OBSTACLE


def test_the_way_back_from_a_change_is_the_preview(db: Database, draft: Draft) -> None:
    ready = skip_the_rest(db, at_note(db, draft), 4, NOW)
    assert step_back(db, ready, 5, NOW).step is Step.EVIDENCE
    changing = reopen(db, skip_the_rest(db, ready, 6, NOW), Step.PERCENT, 7, NOW)
    assert step_back(db, changing, 8, NOW).step is Step.PREVIEW


def test_going_back_keeps_the_answers(db: Database, draft: Draft) -> None:
    back = step_back(db, at_note(db, draft), 4, NOW)
    assert (back.step, back.percent) == (Step.PERCENT, 80)


def test_there_is_nothing_before_the_first_question(db: Database, draft: Draft) -> None:
    assert step_back(db, draft, 2, NOW).step is Step.STATUS


def test_another_status_makes_the_old_percent_void(db: Database, draft: Draft) -> None:
    back = step_back(db, step_back(db, at_note(db, draft), 4, NOW), 5, NOW)
    assert choose_status(db, back, Status.SUBMITTED, 6, NOW).percent == 100


def test_the_same_update_again_moves_the_draft_once(db: Database, draft: Draft) -> None:
    once = choose_status(db, draft, Status.IN_PROGRESS, 2, NOW)
    again = expect(db, draft.person_id, draft.id, Step.STATUS, 2)
    assert choose_status(db, again, Status.IN_PROGRESS, 2, NOW) == once


def test_going_back_by_the_same_update_again_goes_back_once(db: Database, draft: Draft) -> None:
    once = step_back(db, at_note(db, draft), 4, NOW)
    assert step_back(db, once, 4, NOW) == once


def test_doubtful_figures_are_not_confirmed_by_the_update_that_gave_them(db: Database, draft: Draft) -> None:
    asked = give_note(db, at_note(db, draft), "", 4, NOW)
    once = give_figures(db, asked, {"立案件数": 120}, {"立案件数": 120}, 5, NOW)
    assert give_figures(db, once, {"立案件数": 120}, {"立案件数": 120}, 5, NOW) == once


def test_the_update_that_gave_the_last_answer_may_come_again(db: Database, draft: Draft) -> None:
    written = give_note(db, at_note(db, draft), "", 4, NOW)
    ready = finish_evidence(db, give_figures(db, written, {}, {}, 5, NOW), 6, NOW)
    assert finish_evidence(db, expect(db, draft.person_id, draft.id, Step.EVIDENCE, 6), 6, NOW) == ready


def test_a_button_of_an_earlier_question_is_stale(db: Database, draft: Draft) -> None:
    choose_status(db, draft, Status.IN_PROGRESS, 2, NOW)
    with pytest.raises(StaleButton):
        expect(db, draft.person_id, draft.id, Step.STATUS, 3)


def test_a_button_of_an_earlier_draft_is_stale(db: Database, draft: Draft) -> None:
    open_draft(db, draft.person_id, draft.assignment_id, 2, NOW)
    with pytest.raises(StaleButton):
        expect(db, draft.person_id, draft.id, Step.STATUS, 3)


def test_nobody_answers_for_somebody_else(db: Database, draft: Draft, deputy: Person) -> None:
    with pytest.raises(StaleButton):
        expect(db, deputy.id, draft.id, Step.STATUS, 2)


def test_a_person_has_one_draft_at_a_time(db: Database, draft: Draft) -> None:
    other = open_draft(db, draft.person_id, assignment(db, "1-2").id or 0, 2, NOW)
    assert find_draft(db, draft.person_id) == other
    assert rows(db, "SELECT count(*) FROM drafts") == [(1,)]


def test_the_update_that_began_a_draft_begins_it_once(db: Database, draft: Draft) -> None:
    assert open_draft(db, draft.person_id, draft.assignment_id, 1, NOW) == draft


def test_a_draft_that_is_given_up_is_gone(db: Database, draft: Draft) -> None:
    drop_draft(db, draft.person_id)
    assert find_draft(db, draft.person_id) is None
    with pytest.raises(StaleButton):
        expect(db, draft.person_id, draft.id, Step.STATUS, 2)


def test_a_draft_survives_the_process(db: Database, path: Path, draft: Draft) -> None:
    before = at_note(db, draft)
    db.close()
    again = open_database(path)
    assert find_draft(again, draft.person_id) == before
    again.close()


def test_a_draft_whose_answers_are_known_begins_with_the_first_that_is_not(db: Database, liaison: Person) -> None:
    known = open_draft(
        db, liaison.id, assignment(db, "1-1").id or 0, 1, NOW, status=Status.IN_PROGRESS, percent=80, note="立案12件"
    )
    assert known.step is next_step(known) is Step.FIGURES
