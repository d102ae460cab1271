"""In English words put the percent back to an earlier number, which is no wish to go back to the last question."""

import pytest

from tests.journeys.town import Resident, Town


def _percents(town: Town) -> list[int | None]:
    return [row["percent"] for row in town.rows("SELECT percent FROM drafts")]


@pytest.mark.parametrize(
    "words",
    [
        "put it back to 70",
        "set it back to 70",
        "make that 70 again",
        "go back to 70",
        "change it back to 70 please",
        "turn it back to 70%",
        "back to 70 it is",
        "set the percent back to 70",
        "no, back to 70",
        "sorry, put it back to 70 again",
        "make it 70 again, please",
    ],
)
async def test_it_is_changed_at_the_preview(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%", "make it 75")
    assert "Progress: 75%" in grace.sees()
    shown = await grace.says(words)
    assert "Please check" in shown and "Progress: 70%" in shown and "Note: (none)" in shown
    assert _percents(town) == [70]
    assert "Submitted" in await grace.presses("Submit")


@pytest.mark.parametrize("words", ["back", "go back", "put it back", "back please"])
async def test_back_alone_goes_to_the_question_before(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%")
    assert "Any evidence?" in await grace.says(words)
    assert _percents(town) == [70]


@pytest.mark.parametrize("words", ["we inspected 3 shops again", "we put 20 counterfeit bags back to storage"])
async def test_what_was_done_again_or_put_back_changes_no_percent(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%", words)
    assert _percents(town) == [70]
