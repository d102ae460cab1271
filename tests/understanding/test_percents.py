"""How far something is, in a sentence and as an answer."""

import pytest

from data.understanding import Kind
from data.understanding.entities.percents import find_percents, read_percent


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("60", 60),
        ("60吧", 60),
        ("六成", 60),
        ("八成五", 85),
        ("大概七成", 70),
        ("差不多一半", 50),
        ("三分之二", 67),
        ("百分之八十", 80),
        ("大概有八十吧", 80),
        ("dunno, maybe a third", 33),
        ("three quarters", 75),
        ("about eighty percent", 80),
        ("101", None),
        ("八成是下雨", None),
        ("60，抽检了三批", None),
        ("成功", None),
    ],
)
def test_an_answer_states_a_percent_and_nothing_else(said: str, percent: int | None) -> None:
    assert read_percent(said) == percent


@pytest.mark.parametrize(
    ("said", "percents"),
    [
        ("完成全部任务的80%", ["80"]),
        ("完成抽检任务的80%", []),
        ("备案率到92%", []),
        ("抽检完成率达到90%", []),
        ("任务完成率达到90%", ["90"]),
        ("还差两成", ["80"]),
        ("总体做了三分之二", ["67"]),
        ("落后计划10%", []),
    ],
)
def test_only_what_is_of_the_whole_task_is_its_progress(said: str, percents: list[str]) -> None:
    assert [each.values[0] for each in find_percents(said) if each.kind is Kind.PERCENT] == percents
