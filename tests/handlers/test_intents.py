"""The table of intents."""

import pytest

from data.understanding import WRITING, Aim
from handlers.entrance.intents import INTENTS
from handlers.entrance.texts.aims import HOW_TODAY


def test_every_aim_has_its_row() -> None:
    assert set(INTENTS) == set(Aim)


@pytest.mark.parametrize("aim", sorted(WRITING))
def test_nothing_that_writes_is_done_in_a_group(aim: Aim) -> None:
    assert INTENTS[aim].in_group is None


def test_what_is_said_of_an_aim_is_said_by_its_row() -> None:
    assert {aim for aim, row in INTENTS.items() if row.does.__name__ == "how_today"} == set(HOW_TODAY)
