"""For text written a day after a question, the bot asks whether it is the answer, and loses no word of it."""

import pytest

from tests.journeys.town import Resident, Town

TITLE, NEXT_DAY = "捣毁一处制假窝点", "2019-11-26 09:30"


async def asked_for_a_title(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息")
    await town.move_to(NEXT_DAY)


async def test_words_that_nothing_else_explains_may_be_the_answer_and_are_when_that_is_said(
    town: Town, lin: Resident
) -> None:
    await asked_for_a_title(town, lin)
    assert await lin.says(f"{TITLE}\n抓获5人。") == f"“{TITLE}\n抓获5人。”，您是想…？"
    assert lin.buttons() == ["接着填“标题”", "是别的事", "取消"]
    assert town.rows("SELECT answers FROM dialogs WHERE kind = 'information'") == [{"answers": "{}"}]
    await lin.presses("接着填“标题”")
    while "提交" not in lin.buttons():
        await lin.presses("跳过" if "跳过" in lin.buttons() else "下一步")
    await lin.presses("提交")
    assert town.rows("SELECT title, text FROM information") == [{"title": TITLE, "text": "抓获5人。"}]


@pytest.mark.parametrize("words", ["接着填", "继续"])
async def test_the_button_that_takes_it_may_be_begun_in_words(town: Town, lin: Resident, words: str) -> None:
    await asked_for_a_title(town, lin)
    await lin.says(TITLE)
    assert (await lin.says(words)).startswith("请发正文")


@pytest.mark.parametrize("words", ["对", "确认", "好的", "不是"])
async def test_a_yes_or_no_to_two_choices_chooses_neither(town: Town, lin: Resident, words: str) -> None:
    await lin.begins("1-2", "进行中")
    await town.move_to(NEXT_DAY)
    assert await lin.says("45") == "“45”，您是想…？"
    asked = await lin.says(words)
    assert asked.startswith("这一步请点下面的按钮回答") and "“45”，您是想…？" in asked
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]
    await lin.says("接着填“进度”")
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 45}]


async def test_something_else_is_done_and_what_was_begun_is_offered(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("45")
    await town.move_to(NEXT_DAY)
    await lin.says("公安局的食堂几点开饭")
    assert "没听明白" in await lin.presses("是别的事") or "没听明白" in " ".join(lin.heard()[-2:])
    assert lin.buttons() == ["继续 1-2"]
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize("words", ["我的任务", "2-3 进行中 30%，开了会", "你好", "好的", "谢谢", "取消"])
async def test_what_is_surely_no_answer_is_not_asked_about(town: Town, lin: Resident, words: str) -> None:
    await asked_for_a_title(town, lin)
    assert "您是想…？" not in await lin.says(words)


async def test_the_answer_to_what_is_over_by_then_is_out_of_date(town: Town, lin: Resident) -> None:
    await asked_for_a_title(town, lin)
    await lin.says(TITLE)
    town.replan("DELETE FROM dialogs WHERE kind = 'information'")
    assert "过时" in await lin.presses("接着填“标题”")
    assert town.rows("SELECT * FROM information") == []


async def test_within_the_day_an_answer_is_an_answer(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息")
    await town.move_to("2019-11-25 22:00")
    assert "您是想…？" not in await lin.says(TITLE)
