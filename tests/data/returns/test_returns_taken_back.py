"""Undoing what the office did to a return, last act first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.acts.recorded_acts import act_of, undo_act
from data.errors.plans import SetAgainSince
from data.people.actor import Actor
from data.people.people import Person
from data.returns.returns import Return, definition_of, return_by_id
from data.returns.rounds import revise_return
from data.store import Database
from tests.data.conftest import ZONE, at
from tests.data.returns.conftest import CASES

FIRST, SECOND = "first", "second"


def takes_back(db: Database, office: Person, source: str) -> None:
    act = act_of(db, source)
    assert act is not None
    undo_act(db, Actor(office, at("2019-11-25 11:00"), ZONE, f"undoing {source}"), act.id)


def test_a_change_under_the_title_before_waits_for_the_one_behind_it(
    db: Database, office: Person, monthly: Return
) -> None:
    before = definition_of(monthly)
    by = Actor(office, at("2019-11-25 10:00"), ZONE, FIRST)
    fewer = replace(before, indicators=(CASES,), limits=())
    revise_return(db, by, monthly.id, fewer, ())
    later = replace(by, now=by.now + timedelta(minutes=5), source=SECOND)
    revise_return(db, later, monthly.id, replace(fewer, title="办案月报"), ())
    with pytest.raises(SetAgainSince):
        takes_back(db, office, FIRST)
    takes_back(db, office, SECOND)
    assert definition_of(return_by_id(db, monthly.id)) == fewer
    takes_back(db, office, FIRST)
    assert definition_of(return_by_id(db, monthly.id)) == before
