"""A notice that calls units to attend something and wants to be answered asks whether they can."""

import pytest

from tests.journeys.town import Resident, Town

MEETING = "周三下午三点在三楼会议室开推进会，各单位分管领导和联络员参加，请回复"


@pytest.fixture
async def called(town: Town, lin: Resident, chen: Resident) -> None:
    assert "回复按钮：能参加、不能参加" in await chen.says(MEETING)
    await chen.says("发")
    await town.move_to("2019-11-25 09:00")
    assert lin.buttons() == ["能参加", "不能参加"]


@pytest.mark.usefixtures("called")
@pytest.mark.parametrize(
    ("said", "meant"),
    [("收到，我和李局参加", "能参加"), ("我参加", "能参加"), ("请假 在外地", "不能参加"), ("我们不去了", "不能参加")],
)
async def test_it_is_answered_in_words(lin: Resident, said: str, meant: str) -> None:
    assert f"您的回复：{meant}（附言：{said}）" in await lin.says(said)


@pytest.mark.usefixtures("called")
@pytest.mark.parametrize("said", ["统计一下有多少人参加", "谁没回", "昨天的会谁没来", "看看回复情况"])
async def test_the_office_asks_who_comes(lin: Resident, chen: Resident, said: str) -> None:
    await lin.says("我参加")
    await lin.presses("回复")
    assert "已回复 1/1 人" in await chen.says(said)


@pytest.mark.usefixtures("called")
async def test_when_it_is_is_asked_without_naming_it(lin: Resident) -> None:
    assert MEETING in await lin.says("几点来着")


@pytest.mark.parametrize("said", ["通知公安局：请参加的回复姓名", "通知公安局：明天停电，收到请回复"])
async def test_what_is_to_be_answered_otherwise_is_not_asked_so(lin: Resident, chen: Resident, said: str) -> None:
    assert "回复按钮" not in await chen.says(said)


@pytest.mark.usefixtures("called")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("周三下午有行动 上午行不行", "不能参加"),
        ("周三下午要开庭", "不能参加"),
        ("周三我在外地", "不能参加"),
        ("省里也开会", "不能参加"),
        ("参加，上午有会", "能参加"),
        ("参会人员变更：李副局长因公出差，改由王处长参会。", "能参加"),
        ("下周二刘局出差 换周局", "能参加"),
        ("刘局出差，我去", "能参加"),
    ],
)
async def test_what_keeps_them_declines_unless_somebody_comes_for_them(
    town: Town, lin: Resident, said: str, meant: str
) -> None:
    assert f"您的回复：{meant}（附言：{said}）" in await lin.says(said)
    assert not town.rows("SELECT * FROM snoozes")


@pytest.mark.usefixtures("called")
async def test_what_else_keeps_them_does_not_turn_the_answer_around(lin: Resident) -> None:
    await lin.says("去不了")
    assert "您的回复：不能参加（附言：省里也开会）" in await lin.says("省里也开会")


@pytest.mark.usefixtures("called")
@pytest.mark.parametrize("said", ["有会议室吗", "1-2 周五再提醒", "昨晚有行动，抓获3人"])
async def test_what_is_for_something_else_is_no_answer(lin: Resident, said: str) -> None:
    assert "您的回复" not in await lin.says(said)
