"""The table of intents."""

from dataclasses import replace

import pytest

from data.understanding import WRITING, Aim, Understanding
from handlers.entrance.before_aims import BEFORE_ITS_AIM, WHATEVER_ELSE
from handlers.entrance.intents import INTENTS, readers_of
from handlers.entrance.texts.aims import COURTESIES_BACK


def test_every_aim_has_its_row() -> None:
    assert set(INTENTS) == set(Aim)


@pytest.mark.parametrize("aim", sorted(WRITING))
def test_nothing_that_writes_is_done_in_a_group(aim: Aim) -> None:
    assert INTENTS[aim].in_group is None


def test_what_is_said_of_an_aim_is_said_by_its_row() -> None:
    assert {aim for aim, row in INTENTS.items() if row.does.__name__ == "answer_courtesy"} == set(COURTESIES_BACK)


def test_a_sentence_is_read_by_the_readers_of_its_aims_alone() -> None:
    heard = Understanding(text="", intent=Aim.HISTORY.intent, aim=Aim.HISTORY)
    assert readers_of(heard) == INTENTS[Aim.HISTORY].readers
    either = replace(heard, aim=Aim.WITHDRAW, between=(Aim.WITHDRAW, Aim.TASK))
    assert set(readers_of(either)) == {*INTENTS[Aim.WITHDRAW].readers, *INTENTS[Aim.TASK].readers}
    assert len(readers_of(either)) == len(set(readers_of(either)))


def test_a_sentence_of_no_known_aim_is_read_by_all() -> None:
    heard = Understanding(text="", intent=Aim.UNKNOWN.intent, aim=Aim.UNKNOWN)
    assert set(readers_of(heard)) == {reader for row in INTENTS.values() for reader in row.readers}


def test_no_reader_is_asked_both_before_the_aim_and_for_it() -> None:
    of_rows = {reader for row in INTENTS.values() for reader in row.readers}
    assert of_rows.isdisjoint({*BEFORE_ITS_AIM, *WHATEVER_ELSE})
