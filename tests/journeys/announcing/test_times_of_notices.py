"""Times and days of a notice: until when answers are wanted, and which time a new time stands for."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("said", ["周四下午", "周四下午四点前", "周四17:00之前"])
async def test_a_time_of_the_day_to_answer_by_gives_that_day(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", "能参加吗？")
    await chen.presses("能参加、不能参加")
    assert "请在11月28日（周四）前点下面的按钮回复" in await chen.says(said)


async def test_a_time_alone_is_asked_about_if_the_notice_has_a_time_of_its_own(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：明天下午3点开会")
    asked = await chen.says("改成四点")
    assert asked.startswith("“改成四点”是改发送时间，还是通知里写的“下午3点”？") and "16:00发出" not in asked
    assert "11月25日（周一）16:00发出。" in await chen.says("四点发出")
    assert "明天下午4点开会" in await chen.says("下午3点改成下午4点")


async def test_a_time_alone_moves_a_notice_without_a_time_of_its_own(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：请报名单")
    assert "11月25日（周一）16:00发出。" in await chen.says("改成下午四点")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("周五下班前通知公安局报数", "周五下班前报数"),
        ("下午5点前通知公安局报数", "下午5点前报数"),
        ("周五之前请告诉公安局交材料", "周五之前交材料"),
        ("通知公安局，请按时参会", "请按时参会"),
    ],
)
async def test_a_time_before_the_order_by_which_to_act_is_part_of_the_notice(
    lin: Resident, chen: Resident, said: str, text: str
) -> None:
    shown = await chen.says(said)
    assert f"收到的人会看到：\n通知\n{text}\n\n发给 1 人（1 个单位：市公安局）" in shown and ":00发出" not in shown


@pytest.mark.parametrize(
    ("said", "text", "at"),
    [
        ("祝大家新年快乐，发给所有联络员", "祝大家新年快乐", ""),
        (
            "发通知，内容是：请各单位周五前报总结，发给全体联络员，明早8点发",
            "请各单位周五前报总结",
            "11月26日（周二）8:00发出。",
        ),
        ("关于总结的通知：请周五前报来，发给公安局", "关于总结的通知：请周五前报来", ""),
        ("通知公安局：改好后，发给各区", "改好后，发给各区", ""),
    ],
)
async def test_to_whom_and_when_a_notice_goes_may_be_said_at_its_end(
    lin: Resident, chen: Resident, said: str, text: str, at: str
) -> None:
    shown = await chen.says(said)
    assert f"收到的人会看到：\n通知\n{text}\n\n发给 1 人（1 个单位：市公安局）" in shown and at in shown
