"""What nobody has reported on is called so wherever a status is told, and 未启动 is only what was reported as that."""

from tests.journeys.town import Resident


async def test_a_card_and_the_counts_of_a_unit_tell_it_apart_from_what_was_reported_as_not_started(
    lin: Resident, chen: Resident
) -> None:
    assert "责任单位：市公安局 · 还没报过" in await chen.says("1-2")
    assert "\n市公安局：8 项 · 还没报过 8\n" in await chen.says("按单位汇总")
    await lin.submits("1-2 未启动")
    assert "责任单位：市公安局 · 未启动" in await chen.says("1-2")
    assert "\n市公安局：8 项 · 未启动 1 · 还没报过 7\n" in await chen.says("按单位汇总")
    assert "未启动 1（0） · 还没报过 252（253）" in await chen.says("汇总")


async def test_what_was_withdrawn_was_never_reported(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 未启动")
    await lin.presses("撤回")
    assert "责任单位：市公安局 · 还没报过" in await chen.says("1-2")
    assert "\n市公安局：8 项 · 还没报过 8\n" in await chen.says("按单位汇总")
