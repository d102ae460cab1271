"""Statements about people being away, being back, or following somebody, and sentences that only sound like them."""

import pytest

from data.understanding import Speaker, understand
from data.understanding.people.staffing import StaffingWish, called_by_surname, successor_in, wish_in
from tests.understanding.corpora import TODAY
from tests.understanding.plan import vocabulary


def wish(text: str) -> StaffingWish | None:
    return wish_in(understand(text, vocabulary(), Speaker(("市公安局",)), TODAY))


@pytest.mark.parametrize(
    "text", ["leave from Dec 9 to 11, Wang stands in", "off from Dec 16 for three days", "out on Dec 5"]
)
def test_leave_is_of_days_and_of_nothing_else(text: str) -> None:
    assert wish(text) is StaffingWish.AWAY


@pytest.mark.parametrize("text", ["回来了，提前上班", "从省里回来了", "这次假不休了", "取消我的假"])
def test_who_is_back_says_so_in_a_clause_of_its_own(text: str) -> None:
    assert wish(text) is StaffingWish.BACK


@pytest.mark.parametrize(
    "text",
    [
        "已经回来了三家企业的整改报告",
        "从省里回来了批复，正在落实",
        "这个假期结束前完成检查",
        "取消这个假货窝点的资格",
        "out on Dec 2 with the police, 3 shops inspected",
        "Off Dec 5: two markets closed",
        "leave for Monday the report on shops",
    ],
)
def test_what_comes_back_or_is_done_on_a_day_is_no_leave(text: str) -> None:
    assert wish(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王警官调走了，李四接", "李四"),
        ("钱科长调走了，由孙科长接替", "孙科长"),
        ("钱科长调走了，由新来的孙科长接替", "孙科长"),
        ("钱科长调走了，换我们新来的同事孙强", "孙强"),
        ("钱科长退休了，新任联络员是孙科长", "孙科长"),
        ("王警官调走了，还没人接", ""),
        ("王警官调走了，下周有人接手", ""),
        ("张三走了，等新人接手", ""),
    ],
)
def test_who_follows_is_somebody(text: str, name: str) -> None:
    assert successor_in(understand(text, vocabulary(), Speaker(coordinator=True), TODAY)) == name


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("发给丁科", {"丁": "丁科"}),
        ("老丁明天来", {"丁": "老丁"}),
        ("催小赵，钱处长", {"赵": "小赵", "钱": "钱处长"}),
        ("工程总结明天交", {}),
        ("公安局丁科长", {}),
        ("小时候的事", {}),
    ],
)
def test_somebody_is_called_by_the_surname(said: str, called: dict[str, str]) -> None:
    assert called_by_surname(said) == called
