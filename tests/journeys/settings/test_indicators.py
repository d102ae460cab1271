"""Indicators as set by the coordinator: listing them, how each is totalled, adding and retiring one."""

from datetime import timedelta

import pytest

from data.reporting.totals import totals
from tests.journeys.town import ISSUED, Resident, Town


async def to_the_list(chen: Resident) -> str:
    await chen.says("/settings")
    return await chen.presses("统计指标")


def total(town: Town, name: str) -> float:
    """Return an indicator's total in the summary."""
    return next(each.total for each in totals(town.db, ISSUED + timedelta(days=60)) if each.indicator == name)


async def test_the_coordinator_sees_all_of_them_and_comes_back(chen: Resident) -> None:
    shown = await to_the_list(chen)
    first = "统计指标（共 25 个） · 第 1/3 页\n· 立案件数（件）· 整数 · 累加\n· 案值（万元）· 小数 · 累加\n"
    assert shown.startswith(first) and len(shown.splitlines()) == 12
    assert "下架链接数" not in shown and "下架链接数" in await chen.presses("下一页", "下一页")
    await chen.presses("下架链接数")
    assert "第 3/3 页" in await chen.presses("上一步")
    await chen.presses("上一页", "上一页")
    assert chen.buttons()[-2:] == ["新增指标", "上一步"]
    assert (await chen.presses("上一步")).startswith("设置\n")


async def test_an_indicator_is_switched_to_the_latest_and_back(town: Town, lin: Resident, chen: Resident) -> None:
    for figures in ("立案12", "新增立案20"):
        await lin.submits(f"1-2 进行中 50% {figures}")
    assert total(town, "立案件数") == 32
    await to_the_list(chen)
    assert "各次填报的数相加" in await chen.presses("立案件数")
    assert "立案件数（件）· 整数 · 最新" in await chen.presses("改为最新")
    assert total(town, "立案件数") == 20
    assert "其中立案件数（件）请报最新总数" in await to_the_figures(lin)
    await chen.presses("改为累加")
    assert [
        (row["subject"], row["detail"])
        for row in town.rows("SELECT subject, detail FROM audit WHERE action = 'total_indicator' ORDER BY id")
    ] == [
        ("立案件数", '{"before": "sum", "total": "latest"}'),
        ("立案件数", '{"before": "latest", "total": "sum"}'),
    ]


async def to_the_figures(lin: Resident) -> str:
    return await lin.begins("1-2", "进行中", "50%", "跳过")


async def test_the_example_of_figures_is_made_of_the_indicators_in_use(lin: Resident, chen: Resident) -> None:
    await to_the_list(chen)
    await chen.presses("案值", "停用")
    assert "例如：立案件数12件 移送公安件数30件。" in await to_the_figures(lin)
    assert "例如：立案件数12件 移送公安件数30件。可用的名称" in await lin.says("案值350.5万")
    assert "佐证材料吗" in await lin.says("立案件数12件 移送公安件数30件")


async def test_the_example_of_figures_can_be_sent_as_it_stands(lin: Resident) -> None:
    example = "立案件数12件 案值350.5万元"
    assert f"例如：{example}。" in await to_the_figures(lin)
    assert "佐证材料吗" in await lin.says(example)


async def test_one_is_added_in_one_line_and_can_be_reported(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 进行中 50%")
    await to_the_list(chen)
    assert "例如：新增 约谈企业 家 整数 累加" in await chen.presses("新增指标")
    assert (await chen.says("新增 约谈企业 家 整数 累加")).startswith("已新增：约谈企业。\n统计指标（共 26 个）")
    assert "统计数据：约谈企业 7 家" in await lin.says("1-2 进行中 60% 约谈企业7家")
    await lin.presses("提交")
    assert total(town, "约谈企业") == 7
    assert [row["subject"] for row in town.rows("SELECT subject FROM audit WHERE action = 'add_indicator'")] == [
        "约谈企业"
    ]


async def test_one_can_be_added_without_a_button_and_in_english(chen: Resident) -> None:
    assert (await chen.says("新增指标：查封窝点，个，整数，最新")).startswith("已新增：查封窝点。")
    await chen.says("/language")
    await chen.presses("English")
    assert (await chen.says("add firms warned firms whole sum")).startswith("Added: firms warned.\nIndicators (27)")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("新增 约谈企业", "没看懂这个指标。请写四样"),
        ("新增 约谈企业 家 整 累加", "没看懂这个指标。请写四样"),
        ("新增 立案 件 整数 累加", "“立案”已有指标在用"),
        ("新增 第3批 件 整数 累加", "“第3批”填数时会读错"),
        ("新增 检查立案 件 整数 累加", "已新增"),
    ],
)
async def test_a_line_that_cannot_be_taken_is_answered_and_asked_for_again(
    chen: Resident, line: str, answer: str
) -> None:
    await to_the_list(chen)
    await chen.presses("新增指标")
    assert (await chen.says(line)).startswith(answer)
    assert (await chen.says("约谈企业 家 整数 累加")).startswith("已新增") or answer == "已新增"


async def test_something_else_is_answered_while_one_is_asked_for(chen: Resident) -> None:
    await to_the_list(chen)
    await chen.presses("新增指标")
    assert "请一行写完" in (await chen.says("汇总")).splitlines()[-1]


async def test_only_one_that_nothing_was_reported_with_is_taken_out_of_use(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 进行中 50% 立案12")
    await lin.says("2-3 进行中 50% 抓获3")
    for name in ("立案件数", "抓获人数"):
        await to_the_list(chen)
        assert f"“{name}”已有填报或统计报表用到，不能停用" in await chen.presses(name, "停用")
    await to_the_list(chen)
    assert (await chen.presses("销毁数量", "停用")).startswith("已停用：销毁数量。\n统计指标（共 24 个）")
    assert "销毁数量" not in chen.buttons()
    assert [row["subject"] for row in town.rows("SELECT subject FROM audit WHERE action = 'retire_indicator'")] == [
        "销毁数量"
    ]
    await lin.presses("提交")
    assert len(town.rows("SELECT * FROM reports")) == 2


async def test_nobody_else_sets_them(town: Town, lin: Resident) -> None:
    for data in ("indicator:list", "indicator:new"):
        assert "办公室" in await lin.forges(data)
    await lin.says("新增 约谈企业 家 整数 累加")
    assert len(town.rows("SELECT * FROM indicators")) == 25


async def test_an_indicator_of_which_name_and_unit_are_said_is_proposed(town: Town, chen: Resident) -> None:
    assert "约谈企业数（家）· 整数 · 累加" in await chen.says("新增指标：约谈企业数 家")
    assert town.rows("SELECT 1 FROM indicators WHERE name = '约谈企业数'") == []
    await chen.presses("修改")
    assert "走访企业数（家）· 整数 · 累加" in await chen.says("新增指标：走访企业数 家")
    await chen.presses("修改")
    assert "约谈企业数（家）· 整数 · 累加" in await chen.says("约谈企业数 家 整数 累加")
    await chen.presses("提交")
    assert town.rows("SELECT unit, kind, total FROM indicators WHERE name = '约谈企业数'") == [
        {"unit": "家", "kind": "whole", "total": "sum"}
    ]
    assert "已有指标在用" in await chen.says("新增指标：立案件数 件")
    assert (await chen.says("新增指标：走访企业数")).startswith("请一行写完")


@pytest.mark.parametrize(
    "said",
    [
        "加一个指标：下架商品数，单位件",
        "加一个指标：下架商品数（件）",
        "加个指标 下架商品数 件",
        "加个指标叫下架商品数 单位件",
    ],
)
async def test_the_unit_of_a_new_indicator_is_what_is_called_so(
    town: Town, chen: Resident, zhou: Resident, said: str
) -> None:
    assert "· 下架商品数（件）· 整数 · 累加\n" in await chen.says(said)
    await chen.presses("提交")
    assert "统计数据：下架商品数 230 件" in await zhou.says("1-9 60% 下架商品230件")


async def test_an_indicator_whose_number_is_asked_about_stays(chen: Resident, lin: Resident) -> None:
    assert "哪个" in await lin.says("1-2 60%，抓获3人，抓获5人")
    await to_the_list(chen)
    assert "不能停用" in await chen.presses("抓获人数", "停用")
