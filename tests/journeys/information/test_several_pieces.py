"""Pieces of work information ordered behind their text, and one written after another."""

import pytest

from tests.journeys.information.articles import articles_stored
from tests.journeys.town import Resident, Town

FIRST, SECOND = "今天在汉正街查获假冒运动鞋一批，抓获4人", "武昌端掉假酒窝点。昨天端掉武昌一个假酒窝点"


@pytest.mark.parametrize(
    "order",
    [
        " 作为工作信息报一下",
        "，这个算工作信息",
        "。这条按信息报",
        "\n以上作为工作信息报送",
        ". please send this as news",
    ],
)
async def test_the_order_may_stand_behind_the_text(town: Town, lin: Resident, order: str) -> None:
    assert await lin.says(FIRST + order) == "正文收到了，标题写什么？"
    assert "请核对" in await lin.says("查获假鞋", "没了", "跳过")
    await lin.says("提交")
    assert articles_stored(town) == [("查获假鞋", FIRST)]


async def test_what_only_mentions_work_information_stays_a_report(lin: Resident) -> None:
    assert "填报 1-2 " in await lin.says("1-2 按要求报送工作信息3条，80%")


async def test_another_piece_is_no_text_of_the_one_being_written(town: Town, lin: Resident) -> None:
    await lin.says(f"工作信息：{FIRST}", "查获假鞋")
    shown = await lin.says(f"工作信息：{SECOND}")
    assert "正文收到了，标题写什么？" in shown and "工作信息“查获假鞋”还没提交，要接着办请点“继续”。" in shown
    await lin.says("端掉假酒窝点", "没了", "跳过", "提交")
    await lin.says("继续", "没了", "跳过", "提交")
    assert articles_stored(town) == [("端掉假酒窝点", SECOND), ("查获假鞋", FIRST)]


async def test_the_head_of_a_piece_is_no_part_of_its_title(town: Town, lin: Resident) -> None:
    await lin.says("报信息")
    assert (await lin.says("工作信息：端掉假酒窝点")).startswith("请发正文")
    await lin.says("昨天端掉一个窝点", "没了", "跳过", "提交")
    assert articles_stored(town) == [("端掉假酒窝点", "昨天端掉一个窝点")]


@pytest.mark.parametrize(
    "said", ["信息采用没", "上报信息排名", "我们的信息用了吗", "信息采用情况", "was my article used?"]
)
async def test_how_a_piece_stands_is_told_and_begins_none(lin: Resident, said: str) -> None:
    await lin.says(f"工作信息：{FIRST}", "查获假鞋", "没了", "跳过", "提交")
    shown = await lin.says(said)
    assert "采用 0 条" in shown and "《查获假鞋》 · 待处理" in shown


@pytest.mark.parametrize(("said", "answer"), [("这条用了", "编入哪一期简报"), ("那篇不采用", "请写一句说明")])
async def test_the_only_piece_of_the_list_is_decided_on_by_pointing(
    lin: Resident, chen: Resident, said: str, answer: str
) -> None:
    await lin.says(f"工作信息：{FIRST}", "查获假鞋", "没了", "跳过", "提交")
    shown = await chen.says("工作信息", said)
    assert shown.startswith("《查获假鞋》") and answer in shown
