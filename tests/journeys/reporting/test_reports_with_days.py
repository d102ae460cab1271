"""Reports that name the day on which something was or will be done: 2-3 11月20日查处假药店2家."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("2-3 11月20日查处假药店2家", "情况：11月20日查处假药店2家"),
        ("18-1 从11.1到11.20共抓获8人", "统计数据：抓获人数 8 人"),
        ("1-2 11月15日发通知，12月3日办班，50%", "进度：50%"),
    ],
)
async def test_what_was_done_on_a_day_is_reported(town: Town, lin: Resident, said: str, note: str) -> None:
    assert note in (await lin.says(said)).splitlines()
    await lin.presses("提交")
    assert [row["note"] for row in town.rows("SELECT note FROM reports")] == [said.partition(" ")[2]]


@pytest.mark.parametrize("said", ["1-2 12月20日抓获5人", "1-2 12月20日前，60%"])
async def test_what_is_to_be_done_on_a_day_is_not_reported(town: Town, lin: Resident, said: str) -> None:
    assert "任务名称：" in await lin.says(said)
    assert town.rows("SELECT * FROM drafts") == []


async def test_what_is_asked_of_a_day_is_told(town: Town, lin: Resident) -> None:
    assert "抓获人数：没有报过" in await lin.says("1-2 11月20日抓获多少人")
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("said", ["6-7 12月20前查20家店", "6-7 12月10日前约谈3家平台", "6-7 月底前印方案"])
async def test_what_is_to_be_done_by_a_day_to_come_begins_no_report(town: Town, lin: Resident, said: str) -> None:
    assert "请核对" not in await lin.says(said)
    assert town.rows("SELECT 1 FROM drafts") == []


async def test_what_was_done_beside_a_plan_is_reported(town: Town, lin: Resident) -> None:
    await lin.says("1-2 已约谈2家，下周一约谈3家平台")
    assert town.rows("SELECT note FROM drafts") == [{"note": "已约谈2家，下周一约谈3家平台"}]


@pytest.mark.parametrize(
    "said",
    ["1-2 100% 还在搞", "1-2 搞定了100%，还在继续抽", "1-2 is 100% done but we keep going", "1-2 已完成，还在接着查"],
)
async def test_work_that_is_done_and_goes_on_is_asked_about(lin: Resident, said: str) -> None:
    assert "现在算哪一种？" in await lin.says(said)
    assert lin.buttons()[:2] == ["已完成", "进行中"]


@pytest.mark.parametrize("said", ["1-2 已完成，商户还在整改", "1-2 全部完成，继续保持", "1-2 已完成，后续继续巡查"])
async def test_work_that_is_done_and_kept_up_is_done(lin: Resident, said: str) -> None:
    assert "状态：已完成" in await lin.says(said)
