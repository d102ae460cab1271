"""The vocabulary from the plan by which messages are understood."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from data.plan.vocabulary import PlanWords, read_vocabulary
from data.store import Database
from data.understanding import TaskWords
from data.understanding.entities.task_words import TaskIndex
from tests.data.conftest import CUSTOMS, NOW, Line, bring_in


@pytest.mark.usefixtures("plan")
def test_only_units_of_the_plan_are_known(db: Database) -> None:
    known = repr(read_vocabulary(db).units)
    assert "市公安局" in known and "市市场监管局" in known
    assert CUSTOMS not in known


@pytest.mark.usefixtures("plan")
def test_a_task_that_is_gone_is_no_longer_known(db: Database) -> None:
    words = PlanWords(db)
    assert all(pair in words.current().pairs for pair in ("昆仑", "侵权")) and "1-2" in words.current().codes
    bring_in(db, Line("昆仑行动打击食药环犯罪"), now=NOW + timedelta(minutes=1))
    assert "昆仑" in words.current().pairs and "侵权" not in words.current().pairs
    assert "1-2" not in words.current().codes and len(words.current().tasks) == 1


@pytest.mark.usefixtures("plan")
def test_the_words_are_read_anew_only_when_the_plan_has_changed(db: Database) -> None:
    words = PlanWords(db)
    first = words.current()
    assert words.current() is first
    bring_in(db, Line("农资打假"), now=NOW + timedelta(minutes=1))
    assert words.current() is not first


@pytest.mark.usefixtures("plan")
def test_a_new_indicator_leaves_the_index_of_the_tasks_as_it_is(db: Database) -> None:
    words = PlanWords(db)
    first = words.current()
    db.change("UPDATE indicators SET name = name || '数'")
    assert words.current() is not first and words.current().tasks is first.tasks
    db.change("UPDATE tasks SET title = '酒类打假' WHERE code = '1-2'")
    assert words.current().tasks is not first.tasks


def test_words_find_the_tasks_that_hold_all_of_them_in_the_order_of_the_plan() -> None:
    titles = ("种子打假", "打假培训", "农资", "打假宣传")
    tasks = TaskIndex([TaskWords(f"1-{number}", title, "打假") for number, title in enumerate(titles, 1)])
    assert [len(tasks), tasks.holders("打假"), tasks.holders("农资"), tasks.holders("电商")] == [4, 4, 1, 0]
    assert codes(tasks, tasks.holding(["打假"], 3)) == ["1-1", "1-2", "1-3"]
    assert codes(tasks, tasks.holding(["打假", "培训"], 10)) == ["1-2"]
    assert codes(tasks, tasks.holding(["打假"], 10, in_title=True)) == ["1-1", "1-2", "1-4"]
    assert codes(tasks, tasks.numbers(["1-3"])) == ["1-3"] and tasks.holding(["电商"], 10) == []


def codes(tasks: TaskIndex, numbers: Sequence[int]) -> list[str]:
    return [tasks.task(number).code for number in numbers]
