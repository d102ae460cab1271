"""What the office asks of units in its own words, and the news before that, is told them as a notice."""

import pytest

from tests.journeys.town import Resident

PLACE = "周三下午三点在三楼会议室开推进会，各单位分管领导和联络员参加，请回复"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (PLACE, PLACE),
        ("今天天气不好，通知各单位注意安全", "今天天气不好，注意安全"),
        ("省里要来检查，请各单位这周内自查一遍", "省里要来检查，请这周内自查一遍"),
        ("辛苦了，给公安局发个通知，明天下午三点来开会", "明天下午三点来开会"),
        ("下周二上午9点在市局开会 请公安局参加", "下周二上午9点在市局开会 请公安局参加"),
    ],
)
async def test_news_before_the_units_is_told_as_well(lin: Resident, chen: Resident, said: str, told: str) -> None:
    shown = await chen.says(said)
    assert f"通知\n{told}\n" in shown and "发给 1 人" in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("请各单位做好安全生产工作", "请做好安全生产工作"),
        ("让公安局把昨天的照片重新拍一下", "请把昨天的照片重新拍一下"),
        ("提醒公安局注意保密", "注意保密"),
        ("请公安局准备一下汇报材料", "请准备一下汇报材料"),
        ("请公安局市监局准备一下汇报材料", "请准备一下汇报材料"),
        ("通知各单位注意安全", "注意安全"),
        ("各单位请注意 明天停电", "明天停电"),
    ],
)
async def test_whatever_is_asked_of_units_is_a_notice(lin: Resident, chen: Resident, said: str, told: str) -> None:
    shown = await chen.says(said)
    assert f"通知\n{told}\n" in shown and "发给 1 人" in shown


async def test_what_is_to_go_out_later_goes_out_then(lin: Resident, chen: Resident) -> None:
    shown = await chen.says("明早9点提醒公安局报材料")
    assert "通知\n报材料\n" in shown and "11月26日（周二）9:00发出。" in shown


@pytest.mark.parametrize("said", ["提醒公安局报进展", "催一下公安局"])
async def test_what_asks_for_reports_alone_is_a_nudge(lin: Resident, chen: Resident, said: str) -> None:
    assert "通知\n" not in await chen.says(said)


CALLED = "定于11月28日（星期四）上午9:00在市政府第二会议室召开联席会议，请各成员单位分管负责同志参会"


@pytest.mark.parametrize(
    "said",
    [
        f"{CALLED}，参会名单于11月26日下班前报打假办。联系人：陈主任。",
        "召开联席会议，11月28日上午9:00，二楼，请各成员单位分管负责同志参会。联系人：陈主任",
        "请各单位于11月29日下班前将全年工作总结电子版报打假办，联系人：小李，电话：82345678。",
        "请各成员单位于12月10日前将工作总结报打假办",
        "周四上午9:30开会 请各单位负责人参加 联系人：小李",
    ],
)
async def test_a_formal_notice_is_told_as_a_whole_to_all_units(lin: Resident, chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert f"通知\n{said}\n" in shown and "发给 1 人" in shown and "市公安局" in shown


async def test_an_office_that_is_named_as_the_recipient_is_told(lin: Resident, chen: Resident) -> None:
    assert "选中的人现在都收不到" in await chen.says("发给打假办：周五开会")
