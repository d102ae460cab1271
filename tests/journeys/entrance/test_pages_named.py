"""The office asks for a page by its contents, in its own words: 定期发送有哪些, 谁请假了."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("定期发送有哪些", "定期发送汇总\n还没有设置。"),
        ("regular summaries", "定期发送汇总\n还没有设置。"),
        ("定时的通知有哪些", "现在没有定时的通知。"),
        ("指标有哪些", "统计指标（共 25 个）"),
        ("节假日有哪些", "工作日历\n"),
        ("提醒规则", "提醒规则（点一项修改）"),
        ("暂停的单位有哪些", "暂停提醒\n"),
        ("登记申请有哪些", "现在没有人在等您同意登记。"),
        ("等待同意的有谁", "现在没有人在等您同意登记。"),
        ("协调员有谁", "共 1 人 · 人员名单\n办公室\n· 陈主任 协调员"),
        ("观察员有哪些人", "名单里还没有人。"),
        ("谁请假了", "现在没有人请假。"),
        ("等着发的有哪些", "现在没有定时的通知。"),
        ("还有哪些没发的", "现在没有定时的通知。"),
        ("还有没发的通知吗", "现在没有定时的通知。"),
        ("先看延期的", "没有延期申请在等答复。"),
        ("有没有人申请延期", "没有延期申请在等答复。"),
        ("有谁要延期", "没有延期申请在等答复。"),
        ("哪些单位想延期", "没有延期申请在等答复。"),
        ("今天有啥要我处理的", "汇总 · 截至 2019年11月25日"),
        ("把去年没完成的转到新计划", "共 1 份任务表："),
        ("登记要审批", "名单设置\n需要同意：关。"),
        ("登记不用审核了", "名单设置\n需要同意：关。"),
        ("结转", "共 1 份任务表："),
        ("明年的任务表怎么弄", "共 1 份任务表："),
    ],
)
async def test_a_page_is_shown_for_what_it_is_called(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_it_is_shown_while_something_is_asked_which_comes_back_below(chen: Resident) -> None:
    question = await chen.says("发通知：周五开会")
    await chen.says("定时的通知有哪些")
    *_, page, again = chen.heard()
    assert page == "现在没有定时的通知。" and again == question


async def test_pages_of_the_office_are_not_shown_to_others(lin: Resident) -> None:
    assert "指标（共" not in await lin.says("指标有哪些")


async def test_who_is_away_is_told_and_the_office_alone_ends_it(
    town: Town, chen: Resident, zhou: Resident, lin: Resident
) -> None:
    await chen.says("周科长下周休假")
    await chen.presses("不用", "提交")
    assert "· 周科长 2019年12月2日至2019年12月8日请假" in await chen.says("请假的有谁")
    assert "请假" in await chen.presses("周科长")
    [end] = [str(button.value) for button in chen.last().buttons if button.text == "销假"]
    await lin.forges(end)
    assert len(town.rows("SELECT * FROM absences WHERE ended_at IS NULL")) == 1
    assert "12月2日至" not in await chen.presses("销假") and "销假" not in chen.buttons()
    assert await chen.says("谁请假了") == "现在没有人请假。"
    assert town.rows("SELECT * FROM absences WHERE ended_at IS NULL") == []


async def test_who_was_removed_while_away_is_not_told_of(chen: Resident, zhou: Resident) -> None:
    await chen.says("周科长下周休假")
    await chen.presses("不用", "提交")
    await chen.says("移除周科长")
    await chen.presses("移除")
    assert await chen.says("谁请假了") == "现在没有人请假。"


async def test_what_nothing_was_heard_of_for_long_is_listed_and_its_units_are(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "50")
    assert (await chen.says("久未更新的")).startswith("共 0 项 · 久未更新")
    await town.move_to("2020-01-10 09:00")
    assert (await chen.says("久未更新的")).startswith("共 1 项 · 久未更新")
    assert "市公安局：1 项" in await chen.says("久未更新的单位有哪些")
    assert "催办" in chen.buttons()


async def test_requests_for_more_time_are_shown_before_the_reports(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 申请延期到2020年4月底，等检测报告")
    await lin.submits("2-3 已完成")
    await chen.says("先看延期的")
    assert "延期申请：市公安局" in chen.sees() and "同意" in chen.buttons()
