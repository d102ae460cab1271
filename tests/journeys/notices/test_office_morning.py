"""The office's morning message: what is new, what waits, what has no answer, and what is to be settled."""

import pytest

from tests.journeys.town import Resident, Town


async def reports_blocked(person: Resident, code: str, obstacle: str) -> str:
    await person.begins(code, "受阻")
    await person.says("30", "现场查了两次", obstacle)
    return await person.hands_in()


async def test_newly_blocked_work_is_told_with_its_reason_once(town: Town, chen: Resident, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    await town.move_to("2019-11-26 09:00")
    assert "新报受阻\n" in chen.sees() and "困难和需要的支持：检测经费没有到位" in chen.sees()
    assert "29-7" in chen.buttons()
    heard = len(chen.heard())
    await town.move_to("2019-11-27 09:00")
    assert not any("检测经费" in text for text in chen.heard()[heard:])


async def test_what_was_blocked_before_the_first_morning_ever_is_told_on_it(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    await town.move_to("2019-11-26 09:00")
    assert "困难和需要的支持：检测经费没有到位" in chen.sees()
    heard = len(chen.heard())
    await town.move_to("2019-11-27 09:00")
    assert not any("检测经费" in text for text in chen.heard()[heard:])


async def test_who_has_reported_overdue_work_blocked_is_not_asked_for_a_week(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    heard = len(zhou.heard())
    for day in ("26", "27", "28", "29"):
        await town.move_to(f"2019-11-{day} 09:00")
    assert not any("29-7" in text for text in zhou.heard()[heard:])
    await town.move_to("2019-12-02 09:00", "2019-12-09 09:00")
    assert "29-7" in zhou.sees()


async def test_what_is_marked_urgent_is_told_at_once_and_not_again(town: Town, chen: Resident, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await reports_blocked(zhou, "29-7", "急：市场今天就要关，请派人")
    assert not any(words.startswith("急") for words in zhou.buttons())
    await town.move_to("2019-11-25 09:05")
    assert chen.sees().startswith("急：市市场监管局（周科长）请办公室马上看\n29-7 宣传普及") and chen.buttons() == [
        "回复"
    ]
    assert (await chen.says("已协调公安，今天就去")).startswith("市市场监管局会收到：\n办公室回复了您单位反映的 29-7")
    heard = len(chen.heard())
    await town.move_to("2019-11-26 09:00")
    assert not any("请派人" in text for text in chen.heard()[heard:])


@pytest.mark.parametrize(
    "words", ["29-7 受阻，急：市场今天就要关", "29-7 受阻 急 市场今天就要关", "29-7 急，市场今天就要关，受阻"]
)
async def test_a_typed_report_that_says_urgent_shows_so_and_is_told_at_once(
    town: Town, chen: Resident, zhou: Resident, words: str
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "标了“急”，提交后马上告诉办公室。" in await zhou.says(words)
    assert "已请办公室马上看。" in await zhou.presses("提交")
    await town.move_to("2019-11-25 09:05")
    assert chen.sees().startswith("急：市市场监管局（周科长）请办公室马上看\n29-7 宣传普及")


async def test_of_several_typed_reports_each_that_is_urgent_shows_so(chen: Resident, zhou: Resident) -> None:
    shown = await zhou.says("29-7 受阻，急：市场今天就要关\n43-4 受阻，缺教材")
    first, _, second = shown.partition("填报 43-4")
    assert "标了“急”，提交后马上告诉办公室。" in first
    assert "困难和需要的支持：缺教材" in second and "急" not in second


@pytest.mark.parametrize("words", ["29-7 受阻，急需检测经费", "29-7 受阻，不急，缺经费", "29-7 受阻，应急演练没有场地"])
async def test_what_only_holds_the_word_is_not_urgent(chen: Resident, zhou: Resident, words: str) -> None:
    assert "标了“急”" not in await zhou.says(words)


@pytest.mark.parametrize("words", ["这个很急", "29-7很急", "急！请办公室马上看"])
async def test_it_is_said_of_a_report_afterwards_that_it_is_urgent(
    town: Town, chen: Resident, zhou: Resident, words: str
) -> None:
    assert "还没有可以标“急”的填报" in await zhou.says(words)
    await town.move_to("2019-11-25 09:00")
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    assert await zhou.says(words) == "29-7 已请办公室马上看。"
    await zhou.says(words)
    heard = len(chen.heard())
    await town.move_to("2019-11-25 09:05")
    [letter] = chen.heard()[heard:]
    assert "检测经费没有到位" in letter


async def test_a_blocked_report_is_marked_urgent_by_its_button(town: Town, chen: Resident, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    assert await zhou.presses("急：请办公室马上看") == "已请办公室马上看。"
    await zhou.presses("急：请办公室马上看")
    heard = len(chen.heard())
    await town.move_to("2019-11-25 09:05")
    [letter] = chen.heard()[heard:]
    assert "检测经费没有到位" in letter


async def test_what_waits_for_review_is_told_the_day_after_and_once_a_week(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    await zhou.reports("29-7", "已完成", note="办了三场")
    await town.move_to("2019-11-25 09:05", "2019-11-26 09:00")
    assert "等待审核或答复\n" in chen.sees() and "29-7" in chen.sees()
    heard = len(chen.heard())
    await town.move_to("2019-11-27 09:00")
    assert not any("等待审核" in text for text in chen.heard()[heard:])
    await town.move_to("2019-12-03 09:00")
    assert "等待审核或答复" in chen.sees()
    await chen.presses("去审核", "通过")
    await town.move_to("2019-12-10 09:00")
    assert "等待审核或答复" not in chen.sees()


async def test_what_nobody_has_reported_on_for_a_week_is_told_with_a_nudge(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await town.move_to("2019-11-25 09:00", "2019-12-02 09:00")
    assert "逾期且一周没有填报\n🔴⚠️ 29-7" in chen.sees()
    answer = await chen.presses("29-7 催办")
    assert ("29-7" in answer and "周科长" in answer) or "市市场监管局" in answer


async def test_units_without_a_liaison_are_told_by_unit_and_invited_by_a_press(town: Town, chen: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "提醒无人接收\n市农业农村局：1 项（29-4）" in chen.sees()
    morning = chen.last()
    await chen.presses("邀请 市农业农村局")
    assert any("市农业农村局" in text and "start=" in text for text in chen.heard())
    assert chen.message(morning.message_id).buttons


async def test_doubtful_deadlines_are_settled_by_presses_with_the_remark_shown(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "没有完成时间 45 项，完成时间存疑 71 项，没有责任单位 22 项" in chen.sees()
    assert (await chen.presses("核对期限")).startswith("期限核对 1/117\n1-1 ")
    page = await chen.presses("下一项")
    assert page.startswith("期限核对 2/117\n1-2 ") and "备注：待核实：期限与单位少印一组" in page
    assert "没听明白" in await chen.says("对，是2020年5月")
    settled = await chen.says("没错，就是2020年2月")
    assert settled.startswith("已记下：1-2 期限无误。\n\n期限核对 2/116\n1-3")
    await chen.presses("改日期")
    assert "1-3 的期限是2020年3月31日" in await chen.says("2020年3月31日")
    assert (await chen.presses("下一项")).startswith("期限核对 2/115\n1-5")
    assert (await chen.presses("不设期限")).startswith("已记下：1-5 不设期限。")
    [row] = town.rows("SELECT due, kind FROM tasks WHERE code = '1-3'")
    assert row == {"due": "2020-03-31", "kind": "date"}
    await town.move_to("2019-12-02 09:00")
    while "下一页" in chen.buttons():
        await chen.presses("下一页")
    assert "核对期限（114）" in chen.buttons()


async def test_the_buttons_of_a_doubtful_deadline_can_be_said(chen: Resident) -> None:
    await chen.says("核对期限")
    assert (await chen.says("下一个")).startswith("期限核对 2/117\n1-2 ")
    assert (await chen.says("不设期限")).startswith("已记下：1-2 不设期限。\n\n期限核对 2/116\n1-3 ")
    assert (await chen.says("这个先放着")).startswith("期限核对 3/116\n1-5 ")
    assert (await chen.says("还剩多少没核")).startswith("期限核对 3/116\n1-5 ")
    assert (await chen.says("上一项")).startswith("期限核对 2/116\n1-3 ")
    await chen.says("汇总")
    assert "期限核对" not in await chen.says("下一个")


async def test_a_deadline_that_was_settled_and_taken_back_is_settled_again_on_the_same_page(
    town: Town, chen: Resident
) -> None:
    await chen.says("核对期限")
    await chen.presses("下一项")
    page = chen.last().message_id
    await chen.presses("不设期限")
    await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows("SELECT kind FROM tasks WHERE code = '1-2'") == [{"kind": "date"}]
    await chen.presses("上一项", on=chen.message(page))
    await chen.presses("不设期限", on=chen.message(page))
    assert town.rows("SELECT kind FROM tasks WHERE code = '1-2'") == [{"kind": "missing"}]


@pytest.mark.parametrize("pressed", ["不设期限", "改日期"])
async def test_the_deadline_of_a_task_that_has_left_the_plan_is_not_settled(
    town: Town, chen: Resident, pressed: str
) -> None:
    await chen.says("核对期限")
    page = chen.last()
    town.db.change("UPDATE tasks SET gone_at = ? WHERE code = '1-1'", [town.clock.now()])
    assert "已记下" not in await chen.presses(pressed, on=page)
    assert town.rows("SELECT * FROM plan_changes") == []


async def test_a_day_that_cannot_be_is_refused_and_asked_again(town: Town, chen: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await chen.presses("核对期限", "改日期")
    assert "1-1" in await chen.says("2019年1月1日")
    assert "1-1" in await chen.says("随便哪天")
    assert "已改：1-1" in await chen.says("2020年6月30日")


async def test_settling_is_for_the_office_alone(town: Town, zhou: Resident) -> None:
    for choice in ("next:0", "right:2", "none:2", "date:2"):
        assert "办公室" in await zhou.forges(f"settle:{choice}")
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize("choice", ["right:0", "none:0", "date:0", "next:9999"])
async def test_a_deadline_of_no_task_cannot_be_settled(town: Town, chen: Resident, choice: str) -> None:
    assert "过时" in await chen.forges(f"settle:{choice}")
    assert town.rows("SELECT * FROM plan_changes") == []


async def test_once_a_quarter_the_office_is_asked_whether_an_event_has_happened(town: Town, chen: Resident) -> None:
    await town.move_to("2019-12-31 09:00", "2020-01-02 09:00")
    while "这些任务在等一件事" not in chen.sees():
        await chen.presses("下一页")
    event = next(words for words in chen.buttons() if words.endswith("已发生"))
    await chen.presses(event)
    assert "哪一天" in chen.sees() or "哪天" in chen.sees()


async def test_of_many_lines_the_first_are_shown_and_all_are_a_press_away(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await reports_blocked(zhou, "29-7", "检测经费没有到位")
    await town.move_to("2019-12-02 09:00")
    morning = chen.sees()
    assert morning.index("新报受阻") < morning.index("任务表待核对") < morning.index("还没有联络员登记")
    without = morning.partition("还没有联络员登记，提醒无人接收\n")[2].splitlines()
    assert len(without[: without.index("")]) == 4 and without[3].startswith("……另有 ")
    assert len(morning.splitlines()) <= 30
    everything = await chen.presses("全部 ")
    assert everything.startswith("这些单位还没有联络员登记，提醒无人接收\n")
    assert len(everything.splitlines()) > 6 and "邀请 武汉海关" in chen.buttons()
    assert morning in chen.heard()


async def test_what_waits_is_counted_in_every_morning_message(town: Town, chen: Resident, zhou: Resident) -> None:
    await zhou.submits("43-5 已完成 总结晚点发")
    await town.move_to("2019-11-26 09:05", "2019-11-27 09:05", "2019-11-28 09:05")
    assert "等待审核或答复\n🟢 43-5 12315平台培训班" in chen.sees()
    await town.move_to("2019-11-29 09:05")
    assert "等待审核或答复\n还有 1 份\n" in chen.sees() and "去审核" in chen.buttons()
    await chen.says("43-5通过")
    await town.move_to("2019-12-02 09:05")
    assert chen.sees().startswith("早上好") and "等待审核或答复" not in chen.sees()
