"""The words of the plan that sentences are understood by."""

from datetime import timedelta

import pytest

from data.plan.vocabulary import PlanWords, read_vocabulary
from data.store import Database
from tests.data.conftest import CUSTOMS, NOW, Line, bring_in


@pytest.mark.usefixtures("plan")
def test_only_units_of_the_plan_are_known(db: Database) -> None:
    known = repr(read_vocabulary(db))
    assert "市公安局" in known and "市市场监管局" in known
    assert CUSTOMS not in known


@pytest.mark.usefixtures("plan")
def test_a_task_that_is_gone_is_no_longer_known(db: Database) -> None:
    bring_in(db, Line("昆仑行动打击食药环犯罪"))
    known = repr(read_vocabulary(db))
    assert "昆仑行动" in known
    assert "网络侵权盗版" not in known


@pytest.mark.usefixtures("plan")
def test_the_words_are_read_anew_only_when_the_plan_has_changed(db: Database) -> None:
    words = PlanWords(db)
    first = words.current()
    assert words.current() is first
    bring_in(db, Line("农资打假"), now=NOW + timedelta(minutes=1))
    assert words.current() is not first
