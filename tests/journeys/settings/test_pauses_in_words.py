"""A unit's reminders are paused in the words of the office: that it is not to be urged for now, or until a day."""

import pytest

from tests.journeys.town import Resident, Town

UNTIL_WHEN = "到哪一天为止"


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("公安局先别催 下周一再说", "2019-12-01"),
        ("公安局这周忙 先别催他们 下周一再说", "2019-12-01"),
        ("公安局这周忙，先别提醒他们，下周一再说", "2019-12-01"),
        ("公安局先不催了 下周三再催", "2019-12-03"),
        ("公安局下周三再催吧 先不催", "2019-12-03"),
        ("公安局先不催了，年底再说", "2019-12-30"),
        ("这周别催市公安局了", "2019-12-01"),
        ("暂停催办公安局到下周一", "2019-12-02"),
        ("公安局下周一前不提醒", "2019-12-02"),
    ],
)
async def test_a_unit_is_paused_until_the_day_that_is_said(town: Town, chen: Resident, said: str, until: str) -> None:
    year, month, day = map(int, until.split("-"))
    assert (await chen.says(said)).startswith(f"· 市公安局：到{year}年{month}月{day}日")
    await chen.presses("提交")
    assert town.rows("SELECT until FROM pauses") == [{"until": until}]


@pytest.mark.parametrize(
    "said", ["先别催公安局", "公安局先别催", "公安局暂时别催", "暂停催办公安局", "他们忙 先别催公安局"]
)
async def test_the_last_day_of_a_pause_for_now_is_asked_for(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith(UNTIL_WHEN)
    assert "· 市公安局：到2019年12月6日" in await chen.says("下周五")


@pytest.mark.parametrize("said", ["先别催他们了", "先别提醒他们"])
async def test_those_not_to_be_urged_are_the_unit_shown(town: Town, chen: Resident, said: str) -> None:
    await chen.says("公安局情况")
    assert (await chen.says(said)).startswith(UNTIL_WHEN)
    await chen.says("下周五")
    await chen.presses("提交")
    assert town.rows("SELECT name FROM pauses JOIN units ON units.id = unit_id") == [{"name": "市公安局"}]


@pytest.mark.parametrize("said", ["商务局别催了，他们没数", "不用催农业局了", "29-4先别催", "先别催了"])
async def test_what_is_not_put_off_pauses_nobody(town: Town, chen: Resident, said: str) -> None:
    await chen.says(said)
    assert town.rows("SELECT * FROM dialogs") == []


async def test_a_nudge_that_waits_is_called_off_first(chen: Resident, lin: Resident) -> None:
    await chen.says("明天上午催公安局1-2", "对")
    assert "定时催办：1-2\n" in await chen.says("先别催公安局")


async def test_what_is_told_to_others_pauses_nobody(chen: Resident, lin: Resident) -> None:
    assert "通知\n先别催他们了 下周一再说\n" in await chen.says("通知公安局 先别催他们了 下周一再说")


@pytest.mark.parametrize("said", ["先别催我们 下周一再说", "这周别催我"])
async def test_a_liaison_pauses_no_unit(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("最近的提醒里没有可推迟的任务")
    assert town.rows("SELECT * FROM dialogs") == []


@pytest.mark.parametrize("said", ["别催公安局了", "公安局别催了", "别再催公安局", "不用催公安局了"])
async def test_a_unit_left_alone_is_told_apart_from_a_pause(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == "好的，没有催市公安局。到期提醒照常发；要连提醒也停，请发“暂停市公安局的提醒”。"
    assert town.rows("SELECT * FROM dialogs") == []
    assert (await chen.says("暂停市公安局的提醒")).startswith(UNTIL_WHEN)
