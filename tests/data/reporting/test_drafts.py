"""Drafts of reports."""

from pathlib import Path
from typing import Any

import pytest

from data import dialogs
from data.dialogs import DialogState, ReopenReason
from data.errors import NoteTooLong, StaleButton, TextMissing
from data.errors.reporting import PercentOutOfRange
from data.people.people import Person
from data.reporting.answers import checked_percent, figure_answers, obstacle_answers, status_answers
from data.reporting.drafts import (
    NOTE_LENGTH,
    Draft,
    Step,
    checked_note,
    draft_by_id,
    draft_of,
    find_draft,
    give_answers,
    next_step,
    open_draft,
    unfinished_drafts,
)
from data.standing.standing import Status
from data.store import Database, open_database
from tests.data.conftest import NOW, assignment

pytestmark = pytest.mark.usefixtures("plan")


def give(db: Database, draft: Draft, update_id: int, **answers: Any) -> Draft:
    return give_answers(db, draft, answers, update_id, NOW)


def at_note(db: Database, draft: Draft) -> Draft:
    """The draft in progress at 80 %, with the note still open; answered by updates 2 and 3."""
    return give(db, give(db, draft, 2, **status_answers(draft, Status.IN_PROGRESS)), 3, percent=80)


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
    after = give(db, draft, 2, **status_answers(draft, status))
    assert (after.step, after.percent) == (step, percent)


def test_only_what_is_blocked_is_asked_for_the_obstacle(db: Database, draft: Draft) -> None:
    blocked = give(db, draft, 2, status=Status.BLOCKED, percent=10, note="")
    assert blocked.step is Step.OBSTACLE
    assert give(db, blocked, 3, **obstacle_answers("缺检测设备")).step is Step.FIGURES


def test_an_obstacle_has_to_be_named() -> None:
    with pytest.raises(TextMissing):
        obstacle_answers("  ")


def test_a_report_is_ready_once_everything_has_been_answered_or_skipped(db: Database, draft: Draft) -> None:
    ready = give(db, at_note(db, draft), 4, note="立案12件", figures={}, evidence=True)
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
def test_a_percent_may_be_written_in_many_ways(written: str, percent: int) -> None:
    assert checked_percent(written) == percent


@pytest.mark.parametrize("written", ["101", "-5", "差不多", "", "%", "八十多吧也许"])
def test_what_is_no_percent_is_refused(written: str) -> None:
    with pytest.raises(PercentOutOfRange):
        checked_percent(written)


def test_a_note_of_any_length_up_to_the_most_is_kept() -> None:
    with pytest.raises(NoteTooLong) as refused:
        checked_note("长" * (NOTE_LENGTH + 1))
    assert refused.value == NoteTooLong(NOTE_LENGTH + 1, NOTE_LENGTH)
    assert len(checked_note("长" * NOTE_LENGTH)) == NOTE_LENGTH


def test_doubtful_figures_are_asked_about_once(db: Database, draft: Draft) -> None:
    asked, figures = give(db, at_note(db, draft), 4, note=""), {"立案件数": 120.0}
    doubted = give(db, asked, 5, **figure_answers(asked, figures, figures))
    assert doubted.step is Step.FIGURES
    assert give(db, doubted, 6, **figure_answers(doubted, figures, figures)).step is Step.EVIDENCE


def test_a_doubtful_figure_stays_doubted_until_it_is_confirmed(db: Database, draft: Draft) -> None:
    asked = give(db, at_note(db, draft), 4, note="")
    doubted = give(db, asked, 5, **figure_answers(asked, {"立案件数": 120, "案值": 3}, {"立案件数": 120}))
    more = give(db, doubted, 6, **figure_answers(doubted, {"案值": 4}, {}))
    assert (more.step, more.doubted) == (Step.FIGURES, {"立案件数": 120})
    confirmed = give(db, more, 7, doubted={})
    assert (confirmed.step, confirmed.figures) == (Step.EVIDENCE, {"立案件数": 120, "案值": 4})


def test_another_status_makes_the_old_percent_void(db: Database, draft: Draft) -> None:
    written = at_note(db, draft)
    assert status_answers(written, Status.SUBMITTED)["percent"] == 100
    assert status_answers(written, Status.BLOCKED)["percent"] == 80


def test_the_same_update_again_moves_the_draft_once(db: Database, draft: Draft) -> None:
    once = give(db, draft, 2, status=Status.IN_PROGRESS)
    assert give(db, once, 2, status=Status.BLOCKED) == once


def test_a_question_opened_again_is_asked_although_it_has_an_answer(db: Database, draft: Draft) -> None:
    dialog = dialogs.find_dialog(db, draft.person_id, at_note(db, draft).id)
    again = dialogs.save_dialog(db, dialog, 5, NOW, reopened="percent", reopened_for=ReopenReason.ANEW)
    assert (draft_of(again).step, draft_of(again).percent) == (Step.PERCENT, 80)


def test_what_was_open_waits_when_another_report_is_begun(db: Database, draft: Draft) -> None:
    first = at_note(db, draft)
    other = open_draft(db, draft.person_id, assignment(db, "1-2").id, 4, NOW)
    assert find_draft(db, draft.person_id) == other
    assert [each.id for each in unfinished_drafts(db, draft.person_id)] == [first.id]


def test_a_report_without_an_answer_goes_when_another_is_begun(db: Database, draft: Draft) -> None:
    open_draft(db, draft.person_id, assignment(db, "1-2").id, 2, NOW)
    assert unfinished_drafts(db, draft.person_id) == []
    with pytest.raises(StaleButton):
        draft_by_id(db, draft.person_id, draft.id)


def test_nobody_finds_somebody_elses_draft(db: Database, draft: Draft, deputy: Person) -> None:
    with pytest.raises(StaleButton):
        draft_by_id(db, deputy.id, draft.id)


def test_the_update_that_began_a_draft_begins_it_once(db: Database, draft: Draft) -> None:
    assert open_draft(db, draft.person_id, draft.assignment_id, 1, NOW) == draft


def test_a_draft_that_has_ended_is_no_draft(db: Database, draft: Draft) -> None:
    dialogs.end_dialog(db, dialogs.find_dialog(db, draft.person_id, draft.id), 2, NOW)
    assert find_draft(db, draft.person_id) is None
    assert dialogs.find_dialog(db, draft.person_id, draft.id).state is DialogState.ENDED
    with pytest.raises(StaleButton):
        draft_by_id(db, draft.person_id, draft.id)


def test_a_draft_survives_the_process(db: Database, path: Path, draft: Draft) -> None:
    before = at_note(db, draft)
    db.close()
    again = open_database(path)
    assert find_draft(again, draft.person_id) == before
    again.close()


def test_a_draft_whose_answers_are_known_begins_with_the_first_that_is_not(db: Database, liaison: Person) -> None:
    known = open_draft(
        db, liaison.id, assignment(db, "1-1").id, 1, NOW, status=Status.IN_PROGRESS, percent=80, note="立案12件"
    )
    assert known.step is next_step(known) is Step.FIGURES
