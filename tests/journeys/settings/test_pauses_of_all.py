"""Reminders of all units are paused in words; units that are named are paused alone."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("所有单位暂停提醒到2月底", "2020年2月29日"),
        ("全市提醒暂停一周", "12月2日"),
        ("所有单位提醒停到年底", "12月31日"),
        ("各单位都别提醒了，停到1月3日", "2020年1月3日"),
    ],
)
async def test_all_units_are_paused(town: Town, chen: Resident, lin: Resident, sentence: str, until: str) -> None:
    shown = await chen.says(sentence)
    assert "· 所有单位（" in shown and until in shown and "提交" in chen.buttons()
    assert "已暂停：所有单位（" in await chen.presses("提交")
    paused = town.rows("SELECT count(*) AS count FROM pauses")
    assert paused[0]["count"] >= 38


@pytest.mark.parametrize(("said", "shown"), [("公安局", "· 市公安局：到"), ("所有单位", "· 所有单位（")])
async def test_the_units_are_written_where_they_are_asked_for(chen: Resident, said: str, shown: str) -> None:
    await chen.says("暂停提醒")
    assert "暂停哪个单位的提醒？" in await chen.presses("暂停一个单位")
    assert "到哪一天为止" in await chen.says(said)
    assert shown in await chen.says("12月31日")


async def test_the_last_day_is_asked_for(chen: Resident, lin: Resident) -> None:
    assert "到哪一天为止" in await chen.says("所有单位暂停提醒")
    assert "· 所有单位（" in await chen.says("12月31日")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("商务局暂停提醒到12月底", "· 市商务局：到"),
        ("暂停提醒一周", "放假"),
        ("12月31日全市放假", "12月31日：放假"),
        ("暂停提醒", "现在没有暂停的单位"),
    ],
)
async def test_other_orders_are_as_before(chen: Resident, sentence: str, shown: str) -> None:
    told = await chen.says(sentence)
    assert shown in told and "所有单位" not in told


@pytest.mark.parametrize("order", ["催一下市监局 周五前报", "通知各区12月1日开会"])
async def test_an_order_to_others_names_no_last_day(town: Town, chen: Resident, zhou: Resident, order: str) -> None:
    await chen.says("所有单位暂停提醒")
    shown = await chen.says(order)
    assert shown.startswith("还没发出。") and "暂停还没填完" in shown
    assert town.rows("SELECT answers ->> 'until' AS until FROM dialogs WHERE kind = 'pause'") == [{"until": None}]
