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
    assert "抓获人数 0 人" in await lin.says("1-2 11月20日抓获多少人")
    assert town.rows("SELECT * FROM drafts") == []
