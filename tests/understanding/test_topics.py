"""Tasks by their words and by the number of their item."""

import pytest

from data.understanding import Kind
from data.understanding.entities.codes import find_item
from data.understanding.entities.topics import tasks_about
from tests.understanding.plan import vocabulary


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("种子", ("1-3", "2-17", "9-4", "23-4", "26-5")),
        ("seeds", ("1-3", "2-17", "9-4", "23-4", "26-5")),
        ("法院案件移送", ("5-1", "6-2", "6-11")),
        ("农药", ("1-3",)),
        ("天气", ()),
        ("", ()),
    ],
)
def test_all_tasks_that_hold_the_words_are_found(words: str, codes: tuple[str, ...]) -> None:
    assert tasks_about(words, vocabulary().topics) == codes


def test_words_of_a_measure_or_deliverable_find_a_task_as_those_of_its_title_do() -> None:
    assert {"4-4", "43-1"} <= set(tasks_about("培训", vocabulary().topics))
    assert "1-8" in tasks_about("总结", vocabulary().topics)


@pytest.mark.parametrize(("said", "item"), [("第27项的任务", "27"), ("第六项", "6"), ("rows under item 43", "43")])
def test_an_item_is_named_by_its_number(said: str, item: str) -> None:
    found = find_item(said, vocabulary().codes)
    assert found and (found.kind, found.values) == (Kind.ITEM, (item,))


def test_a_number_that_no_item_has_names_none() -> None:
    assert find_item("第99项", vocabulary().codes) is None
