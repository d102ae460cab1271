"""Asking for more time in one sentence."""

from datetime import date

import pytest

from data.errors.deadlines import DayUnclear
from data.plan.deadlines.day_answer import day_asked_for
from data.understanding.more_time import reason_in, without_because

DUE, TODAY = date(2020, 2, 29), date(2019, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("延一个月", date(2020, 3, 31)),
        ("延期两个月", date(2020, 4, 30)),
        ("推迟3个月", date(2020, 5, 31)),
        ("再给我们十天", date(2020, 3, 10)),
        ("延两周", date(2020, 3, 14)),
        ("延一个季度", date(2020, 5, 31)),
        ("延期一年半", date(2021, 8, 31)),
        ("一个半月", date(2020, 4, 15)),
        ("two more weeks", date(2020, 3, 14)),
        ("3月15日", date(2020, 3, 15)),
        ("延到4月底，因为疫情", date(2020, 4, 30)),
    ],
)
def test_the_new_day_is_one_or_so_much_later(text: str, day: date) -> None:
    assert day_asked_for(text, DUE, TODAY) == day


@pytest.mark.parametrize("text", ["尽快", "3月15日或3月20日", "延期一周半"])
def test_what_names_no_one_day_is_not_guessed(text: str) -> None:
    with pytest.raises(DayUnclear):
        day_asked_for(text, DUE, TODAY)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("延到3月15日，因为省里文件没下来", "省里文件没下来"),
        ("3月15日 等文件", "等文件"),
        ("3月15日因为等文件，已完成摸底", "等文件，已完成摸底"),
        ("等省里文件，延到3月15日", "等省里文件"),
        ("延一个月，原因：文件12月10日才到", "文件12月10日才到"),
        ("15 Mar 2020 because the paper is late", "the paper is late"),
        ("3月15日", ""),
        ("3月15日，可以吗？", ""),
        ("延到3月15日，请领导批准", ""),
        ("15 Mar, 2020", ""),
        ("2020 年 3 月 15 日", ""),
    ],
)
def test_the_reason_beside_a_day_is_taken(text: str, reason: str) -> None:
    assert reason_in(text, names_task=False) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1-2 延期到4月底 因为疫情", "疫情"),
        ("1-2延期一个月，等省里文件", "等省里文件"),
        ("昆仑行动，延期到4月底，因为疫情", "疫情"),
        ("extend 1-2 to 15 Mar 2020 because the paper is late", "the paper is late"),
        ("we need more time for 1-7, the lab is closed, until 30 march please", "the lab is closed"),
        ("1-2延期，检测没出来，延到3月底", "检测没出来"),
        ("push 1-2 back two weeks, the trainer is ill", "the trainer is ill"),
        ("1-2 申请延期", ""),
        ("申请延期 1-2", ""),
        ("等1-4办完，1-2想延到3月底", ""),
        ("1-2要等1-4办完才能弄，想延到3月底", "要等1-4办完才能弄"),
        ("1-8想推到1.20，1-9推到3.15，实验室排不出来", "实验室排不出来"),
    ],
)
def test_a_sentence_with_its_task_says_the_reason_behind(text: str, reason: str) -> None:
    assert reason_in(text) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("因为材料不全。", "材料不全。"),
        ("理由是，材料不全", "材料不全"),
        ("as we are waiting for the lab", "we are waiting for the lab"),
        ("原因分析太简单。", "原因分析太简单。"),
        ("原因不明", "原因不明"),
        ("as discussed by phone", "as discussed by phone"),
    ],
)
def test_only_words_that_introduce_a_reason_are_no_part_of_it(text: str, reason: str) -> None:
    assert without_because(text) == reason
