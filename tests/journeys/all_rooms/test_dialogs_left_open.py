"""The morning after an update, for releases that record what was left open: each dialog continues where it was, waiting
messages go out once, and updates not marked as done take effect once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.dialog_list import DIALOGS
from tests.fixtures import LATER
from tests.fixtures.freeze import ONLY_AFTER_ANOTHER, does
from tests.fixtures.scenes import SCENES
from tests.journeys.old_town import POSSIBLY_AGAIN, OldTown
from tests.journeys.pressed_buttons import Rehearsal
from tests.journeys.resident import Resident
from tests.thoroughness import part_of, some_of


@pytest.fixture(params=some_of(LATER))
async def old(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[OldTown]:
    """A town on the morning after the update from each release."""
    async with OldTown(tmp_path, request.param) as town:
        yield town


async def heard(rehearsal: Rehearsal, who: Resident, steps: str) -> str:
    """Return all that somebody sees while they take these steps, or which button was missing; then reset everything."""
    try:
        await does(who, steps)
        return rehearsal.said_to(who.id)
    except AssertionError as error:
        return str(error)
    finally:
        rehearsal.start_over()


async def test_every_kind_of_dialog_that_was_left_open_is_still_known(old: OldTown) -> None:
    left = {row["kind"] for row in old.rows("SELECT kind FROM dialogs WHERE state <> 'ended'")}
    assert len(left) > 60 and left <= set(DIALOGS)


def test_every_kind_of_dialog_has_a_scene_for_the_next_release() -> None:
    assert {each.kind for each in SCENES} == set(DIALOGS) - ONLY_AFTER_ANOTHER


async def test_each_dialog_goes_on_where_it_was(old: OldTown) -> None:
    rehearsal = await Rehearsal.of(old)
    told = {each: await heard(rehearsal, old[each.who], each.goes_on) for each in part_of(old.left.left_open, 4)}
    assert {each.kind: words for each, words in told.items() if each.told not in words} == {}


async def test_what_waited_goes_out_once_and_says_where_it_may_be_there_already(old: OldTown) -> None:
    assert {each.state for each in old.left.morning} == {"pending", "sending", "uncertain"}
    for minute in (1, 7, 13):
        await old.move_to(f"{old.left.moment:%Y-%m-%d} 09:{minute:02}")
    again = [each.to for each in old.left.morning for text in old.heard_since(each.to) if POSSIBLY_AGAIN in text]
    assert set(again) == {each.to for each in old.left.morning if each.state != "pending"}
    assert old.rows("SELECT id FROM outbox WHERE state NOT IN ('sent', 'cancelled')") == []


async def test_an_update_that_was_left_undone_has_its_effect_once(old: OldTown) -> None:
    await old.settle()
    await old.restart()
    assert old.rows("SELECT percent, note FROM reports WHERE note LIKE '%开了会%'") == [
        {"percent": 30, "note": "30%，开了会"}
    ]
