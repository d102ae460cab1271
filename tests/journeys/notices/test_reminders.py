import pytest

from tests.journeys.town import Resident, Town, at


@pytest.fixture(autouse=True)
def certain(town: Town) -> None:
    """Remove the doubt from the deadlines that are overdue from the beginning, so that each morning reminds of them."""
    town.replan("UPDATE tasks SET remark = '' WHERE code IN ('29-4', '29-7')")


async def test_a_liaison_is_reminded_at_nine_on_a_working_day(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 08:59")
    assert zhou.heard() == []
    await town.move_to("2019-11-25 09:00")
    assert zhou.sees() == (
        "您好，市市场监管局有 1 项任务请留意：\n\n"
        "已过期限\n"
        "🔴 29-7 宣传普及·市监… · 逾期178天\n"
        "\n点编号可报进展、稍后提醒或申请延期；报了完成就不再提醒。"
    )


async def test_there_is_one_reminder_a_day_whatever_happens(town: Town, zhou: Resident) -> None:
    for moment in ("2019-11-25 09:00", "2019-11-25 09:01", "2019-11-25 15:00"):
        await town.move_to(moment)
    await town.restart()
    await town.move_to("2019-11-25 17:00")
    assert len(zhou.heard()) == 1


async def test_nobody_is_reminded_at_the_weekend(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-22 09:00")
    heard = len(zhou.heard())
    await town.move_to("2019-11-23 09:00", "2019-11-24 09:00")
    assert len(zhou.heard()) == heard


async def test_what_falls_due_at_the_weekend_is_recalled_before_it(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-28 09:00", "2019-11-29 09:00")
    assert "29-11 安全用药月科普 · 还有1天" in zhou.sees()


async def test_the_reminder_bears_the_button_that_ends_it(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert zhou.buttons()[0] == "29-7"
    assert (await zhou.presses("29-7", "报进展")).startswith("填报 29-7")


async def test_what_is_submitted_is_not_recalled(town: Town, zhou: Resident) -> None:
    await zhou.reports("29-7", "已完成")
    heard = len(zhou.heard())
    await town.move_to("2019-11-25 09:00")
    assert not any("29-7" in text for text in zhou.heard()[heard:])


async def test_what_is_reported_between_planning_and_sending_is_not_recalled(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    town.db.conn.execute("UPDATE outbox SET state = 'pending' WHERE chat_id = ?", [zhou.id])
    await zhou.reports("29-7", "已完成")
    heard = len(zhou.heard())
    await town.move_to("2019-11-25 09:30")
    assert len(zhou.heard()) == heard
    assert town.rows("SELECT state FROM outbox WHERE chat_id = ?", zhou.id)[0] == {"state": "cancelled"}


async def test_liaison_and_deputy_are_both_reminded(town: Town, zhou: Resident, wu: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert zhou.sees() == wu.sees()


async def test_what_nobody_of_a_unit_can_hear_goes_to_the_coordinator(town: Town, chen: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "这些单位还没有联络员登记，提醒无人接收\n市农业农村局：1 项（29-4）" in chen.sees()
    assert (await chen.presses("邀请 市农业农村局")).startswith("市农业农村局联络员邀请链接")


async def test_days_on_which_the_bot_slept_are_made_up_for_in_one_message(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    heard = len(zhou.heard())
    await town.move_to("2019-12-02 09:00")
    [digest] = zhou.heard()[heard:]
    assert "29-11" in digest and "43-5" in digest


async def test_the_bot_starting_late_in_the_day_still_reminds(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 11:20")
    assert len(zhou.heard()) == 1


async def test_nobody_is_reminded_in_the_evening(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 20:00")
    assert zhou.heard() == []


async def test_a_reminder_names_no_blame_and_asks_for_no_receipt(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert not [word for word in ("收到", "通报", "批评", "排名", "务必") if word in zhou.sees()]


async def test_the_moment_of_sending_is_kept_in_utc(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    [row] = town.rows("SELECT sent_at FROM outbox WHERE chat_id = ? AND state = 'sent'", zhou.id)
    assert row == {"sent_at": "2019-11-25T01:00:00+00:00"}
    assert town.clock.now() == at("2019-11-25 09:00")


async def test_until_when_is_answered_in_words(lin: Resident) -> None:
    assert "什么时候再提醒您" in await lin.says("2-3以后不用提醒了")
    assert await lin.says("下周三") == "好的，2-3 到12月4日（周三）再提醒您。"
    assert await lin.says("改到周五吧") == "好的，2-3 到11月29日（周五）再提醒您。"
