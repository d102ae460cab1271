"""What the office says to a unit about its task, or asks it to check, is a message that is shown before it is sent."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("1-2 跟公安局说方案要盖章", "1-2 昆仑行动打食药环犯罪：方案要盖章"),
        ("1-2怎么样了 告诉他们下周省里来检查", "1-2 昆仑行动打食药环犯罪：下周省里来检查"),
        ("1-2 回公安局一句 先按老办法干", "1-2 昆仑行动打食药环犯罪：先按老办法干"),
    ],
)
async def test_words_on_a_task_are_shown_as_a_message_to_its_unit(
    town: Town, lin: Resident, chen: Resident, said: str, told: str
) -> None:
    shown = await chen.says(said)
    assert shown.startswith("还没发出") and told in shown and "1 个单位：市公安局" in shown
    before = len(lin.heard())
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    assert told in lin.sees() and len(lin.heard()) == before + 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "公安局报的检查86家是不是太少了 让他们核实一下",
            "1-2 昆仑行动打食药环犯罪：报的检查86家是不是太少了，请核实一下",
        ),
        ("1-2 86家太少了吧 请公安局再核一下", "1-2 86家太少了吧，请再核一下"),
        ("1-2 让公安局核对一下检查户次", "1-2 昆仑行动打食药环犯罪：请核对一下检查户次"),
        ("1-2这个数不对吧 让林警官看看", "1-2这个数不对吧，请看看"),
    ],
)
async def test_a_unit_is_asked_to_check_what_it_has_reported(
    lin: Resident, chen: Resident, said: str, told: str
) -> None:
    await lin.submits("1-2 完成40%，检查86户次")
    shown = await chen.says(said)
    assert shown.startswith("还没发出") and told in shown and "1 个单位：市公安局" in shown


async def test_what_waits_for_review_is_returned_to_be_checked(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    assert "请补充后再报一次" in await chen.says("1-2数字不对，让他们核实一下")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2跟公安局说好了 延到12月20号", "改期限：1-2"),
        ("1-2期限改到12月底 跟公安局说一声市里同意了", "改期限：1-2"),
        ("1-2催一下 告诉他们市长下周要看", "办公室请市公安局尽快填报"),
        ("1-2 公安局说教室没定", "责任单位：市公安局"),
    ],
)
async def test_what_is_ordered_or_told_of_a_unit_is_no_message(
    lin: Resident, chen: Resident, said: str, shown: str
) -> None:
    assert shown in await chen.says(said)
