"""Where a day is asked for, a span may be typed, and a refusal has buttons and names a day that works."""

import re

import pytest

from tests.journeys.town import Resident, Town


async def requests(lin: Resident) -> None:
    await lin.submits("1-2 申请延期到明年4月底，等省里文件")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("一个月", "2020年3月31日"),
        ("1个月", "2020年3月31日"),
        ("a month", "2020年3月31日"),
        ("one month", "2020年3月31日"),
        ("再要两个月", "2020年4月30日"),
        ("两周", "2020年3月14日"),
        ("two weeks", "2020年3月14日"),
        ("for two weeks", "2020年3月14日"),
        ("10天", "2020年3月10日"),
        ("三月底", "2020年3月31日"),
    ],
)
async def test_more_time_is_asked_for_by_a_span_alone(lin: Resident, said: str, day: str) -> None:
    await lin.says("1-2")
    await lin.presses("申请延期")
    assert f"延到{day}。原因是什么" in await lin.says(said)


async def test_a_span_may_have_its_reason_beside_it(lin: Resident) -> None:
    await lin.says("1-2")
    await lin.presses("申请延期")
    preview = await lin.says("一个月，等检验结果")
    assert "申请延到：2020年3月31日" in preview and "原因和进展：等检验结果" in preview


async def test_the_example_of_a_refused_day_would_be_taken(lin: Resident) -> None:
    await lin.says("1-2")
    await lin.presses("申请延期")
    refused = await lin.says("过段时间")
    example = re.search(r"请只写一个日期，例如：(\S+?)。", refused)
    assert example and "延一个月（2020年3月31日）" in lin.buttons()
    assert "原因是什么" in await lin.says(example[1])


@pytest.mark.parametrize(("said", "day"), [("一个月", "2019年12月25日"), ("two weeks", "2019年12月9日")])
async def test_a_deputy_is_named_for_a_span(lin: Resident, said: str, day: str) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says(said)
    assert f"代到{day}" in lin.sees()


@pytest.mark.parametrize("said", ["过段时间", "2019年11月1日"])
async def test_a_refused_last_day_of_a_deputy_has_its_buttons(lin: Resident, said: str) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    asked = lin.buttons()
    await lin.says(said)
    assert lin.buttons() == asked
    await lin.presses("一周")
    assert "代到2019年12月2日" in lin.sees()


async def test_the_office_sets_a_span_and_a_refused_day_has_buttons(town: Town, lin: Resident, chen: Resident) -> None:
    await requests(lin)
    await chen.reviews("改日期")
    refused = await chen.says("过段时间")
    assert "例如：2020年3月30日。" in refused and chen.buttons() == ["同意（2020年4月30日）", "不同意", "取消"]
    assert "✓ 市公安局 1-2 改为延到2020年3月14日" in await chen.says("两周")
    await chen.presses("确认改期")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-14"}]


@pytest.mark.parametrize(
    ("pressed", "heard"),
    [("同意", "已同意 ✓ 市公安局 1-2 延到2020年4月30日。"), ("不同意", "不同意 1-2 延期的原因是什么？")],
)
async def test_the_office_can_answer_as_asked_where_another_day_is_asked_for(
    lin: Resident, chen: Resident, pressed: str, heard: str
) -> None:
    await requests(lin)
    await chen.reviews("改日期")
    assert heard in await chen.presses(next(each for each in chen.buttons() if each.startswith(pressed)))
