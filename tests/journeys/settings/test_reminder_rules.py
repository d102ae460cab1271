"""Reminder rules set in the chat, with a preview of the next seven days."""

import pytest

from tests.journeys.town import Resident, Town


async def opens(chen: Resident, page: str) -> str:
    await chen.says("/settings")
    return await chen.presses(page)


async def test_all_rules_stand_in_words_on_one_page(chen: Resident) -> None:
    text = await opens(chen, "提醒规则")
    assert "到期前提醒：30、7、3、1 天、当天" in text and "逾期后提醒：第 1、3 天，之后每 7 天" in text
    assert "发提醒的时间：9 点" in text and "免打扰时段：21 点到 8 点" in text and "群清单的日子：周一" in text


async def test_a_rule_is_changed_after_a_look_at_seven_days(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "提醒规则")
    await chen.presses("到期前提醒")
    preview = await chen.says("7天和当天")
    assert "到期前提醒：30、7、3、1 天、当天 → 7 天、当天" in preview
    assert "未来七天，现在：" in preview and "改后：" in preview
    assert town.rows("SELECT value FROM settings WHERE name = 'days_before'") == []
    assert (await chen.presses("提交")).startswith("已改：到期前提醒 7 天、当天。")
    heard = len(zhou.heard())
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    assert not any("还有3天" in text for text in zhou.heard()[heard:])


async def test_the_hour_of_reminders_is_a_rule(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "提醒规则")
    await chen.presses("发提醒的时间", "10 点", "提交")
    await town.move_to("2019-11-25 09:59")
    assert zhou.heard() == []
    await town.move_to("2019-11-25 10:00")
    assert len(zhou.heard()) == 1


async def test_what_is_no_rule_is_refused_in_a_sentence_and_asked_again(town: Town, chen: Resident) -> None:
    await opens(chen, "提醒规则")
    for rule, said in (
        ("发提醒的时间", "半夜3点"),
        ("免打扰时段", "13-14"),
        ("逾期后提醒", "7,3,1"),
        ("群清单的日子", "哪天都行"),
    ):
        await opens(chen, "提醒规则")
        await chen.presses(rule)
        assert (await chen.says(said)).startswith("请写"), rule
    assert town.rows("SELECT * FROM settings WHERE name IN ('sending_hour', 'quiet_hours', 'overdue_steps')") == []


async def test_a_check_in_period_is_set_and_questions_follow(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "提醒规则")
    await chen.presses("持续开展多久问一次")
    await chen.submits("每月")
    await town.move_to("2019-11-29 09:00")
    while "下一页" in zhou.buttons():
        await zhou.presses("下一页")
    assert "持续开展，本期还没报" in zhou.sees()


async def test_days_off_that_the_office_enters_are_kept(town: Town, chen: Resident, zhou: Resident) -> None:
    assert "放假安排" not in await opens(chen, "工作日历") and "已知到" in chen.sees()
    await chen.presses("录入放假")
    preview = await chen.says("11月25日和11月26日")
    assert preview.startswith("2019年11月25日、2019年11月26日：放假")
    await chen.presses("提交")
    await town.move_to("2019-11-25 09:00")
    assert zhou.heard() == []
    await opens(chen, "工作日历")
    await chen.presses("删去 2019年11月26日")
    await town.move_to("2019-11-26 09:00")
    assert len(zhou.heard()) == 1


async def test_a_saturday_can_be_worked(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "工作日历")
    await chen.presses("录入上班")
    await chen.submits("11月30日")
    await town.move_to("2019-11-29 09:00", "2019-11-30 09:00")
    assert "今天到期" in zhou.sees()


async def test_a_unit_is_paused_until_a_day_and_hears_all_in_one(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "暂停提醒")
    await chen.presses("暂停一个单位")
    assert "市市场监管局：到2019年11月29日" in await chen.says("市场监管局", "11月29日")
    assert (await chen.presses("提交")).startswith("已暂停：市市场监管局，到2019年11月29日。")
    for day in ("25", "26", "27", "28", "29"):
        await town.move_to(f"2019-11-{day} 09:00")
    assert zhou.heard() == []
    await town.move_to("2019-12-02 09:00")
    assert len(zhou.heard()) == 1 and all(code in zhou.sees() for code in ("29-7", "43-4", "43-5"))


async def test_a_pause_is_ended_by_a_press(town: Town, chen: Resident, zhou: Resident) -> None:
    await opens(chen, "暂停提醒")
    await chen.presses("暂停一个单位")
    assert "晚于" in await chen.says("市场监管局", "11月1日") or "2020" in chen.sees()
    await chen.submits("12月31日")
    await opens(chen, "暂停提醒")
    assert "已恢复提醒：市市场监管局" in await chen.presses("恢复 市市场监管局")
    await town.move_to("2019-11-25 09:00")
    assert len(zhou.heard()) == 1


async def test_the_next_seven_days_are_told_in_words(chen: Resident, zhou: Resident) -> None:
    text = await opens(chen, "未来七天的提醒")
    assert "11月25日（周一） 09:00 · 周科长（市市场监管局）：1 项（29-7）" in text and "办公室晨报" in text


async def test_a_notice_that_waits_for_its_time_is_among_them_and_goes_out_then(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("后天晚上11点发给公安局、市监局：周五开会")
    await chen.presses("确认发送")
    text = await opens(chen, "未来七天的提醒")
    assert "11月28日（周四） 08:00 · 2 人：群发“周五开会”" in text
    await town.move_to("2019-11-27 23:01")
    assert not any("周五开会" in each for each in lin.heard())
    await town.move_to("2019-11-28 08:00", "2019-11-28 08:01")
    assert all(any("周五开会" in each for each in who.heard()) for who in (lin, zhou))
    assert "周五开会" not in await opens(chen, "未来七天的提醒")


async def test_somebodys_quiet_hours_put_messages_off_until_they_end(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await zhou.presses("稍后提醒", "设免打扰时段")
    assert await zhou.says("晚上6点到早上11点") == "已设：18 点到 11 点不主动发消息。"
    heard = len(zhou.heard())
    await town.move_to("2019-11-27 09:00", "2019-11-27 10:59")
    assert len(zhou.heard()) == heard
    await town.move_to("2019-11-27 11:00")
    assert len(zhou.heard()) == heard + 1


async def test_settings_of_the_office_are_not_for_others(zhou: Resident) -> None:
    for data in ("setting:rules", "setting:rule:sending_hour", "setting:pause:0", "setting:day:off", "setting:week:0"):
        assert "办公室" in await zhou.forges(data)


async def test_another_hour_is_seen_in_the_next_seven_days(chen: Resident, lin: Resident) -> None:
    shown = await chen.says("提醒时间改成8点")
    assert "消息不变" not in shown
    now, then = shown.split("改后")
    assert "11月25日（周一）9 点：" in now and "11月25日（周一）8 点：" in then


async def test_days_come_to_those_that_there_are_where_a_sentence_says_so(chen: Resident) -> None:
    assert "当天 → 30、7、5、3、1 天、当天" in await chen.says("到期前5天也提醒")
    assert "当天 → 30、15、7、5、3、1 天、当天" in await chen.says("提前15天的也提醒一下")
    assert "当天 → 7 天\n" in await chen.says("只要7天的")


async def test_days_that_are_not_wanted_after_all_are_not_set_alone(town: Town, chen: Resident) -> None:
    assert "加到现在的里面，还是只留这个？" in await chen.says("到期前5天提醒")
    assert (await chen.says("提前5天那个不要了")).endswith("\n真的取消吗？已填的内容不会保留。")
    await chen.presses("不要了")
    assert town.rows("SELECT * FROM settings WHERE name = 'days_before'") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("到期前30天不用提醒", "30、7、3、1 天、当天 → 7、3、1 天、当天"),
        ("到期前提醒改成10天，不用30天", "30、7、3、1 天、当天 → 10 天"),
        ("到期前提醒不用30天，10天就行", "30、7、3、1 天、当天 → 10、7、3、1 天、当天"),
        ("到期前15天不用提醒", "到期前提醒现在就是：30、7、3、1 天、当天"),
        ("到期前5天再提醒", "5 天：加到现在的里面，还是只留这个？"),
        ("要15天前也提醒", "30、7、3、1 天、当天 → 30、15、7、3、1 天、当天"),
        ("到期前5天再提醒一次", "30、7、3、1 天、当天 → 30、7、5、3、1 天、当天"),
        ("每周一发群里的改成周二", "群清单的日子：周一 → 周二"),
        ("9点的提醒改成8点", "发提醒的时间：9 点 → 8 点"),
    ],
)
async def test_days_are_left_out_or_come_to_those_that_there_are(chen: Resident, said: str, shown: str) -> None:
    assert shown in await chen.says(said)


async def test_what_names_a_task_is_no_rule(chen: Resident, zhou: Resident) -> None:
    await chen.says("到期前提醒只要7天和1天")
    assert not any("12、2 天" in each for each in [await chen.says("请市场监管局把2-12的总结补上，周三前")])
    assert any("市市场监管局" in each and "请市场监管局把2-12的总结补上，周三前" in each for each in chen.heard())


@pytest.mark.parametrize("words", ["公安局3天前就报了", "第7条那个指标有问题", "群里有3个人问起"])
async def test_numbers_of_something_else_change_no_days(chen: Resident, words: str) -> None:
    await chen.says("到期前提醒只要7天和1天", words)
    while "提交" not in chen.buttons():
        await chen.presses("上一步")
    assert "→ 7、1 天\n" in chen.sees()


async def test_days_are_named_with_those_that_are_not_wanted(chen: Resident) -> None:
    assert "当天 → 7、1 天\n" in await chen.says("提醒改成到期前7天和1天，30天的不要")


async def test_only_what_differs_in_the_week_is_told(chen: Resident, zhou: Resident, nong: Resident) -> None:
    now, then = (await chen.says("到期前提醒只要7天和1天")).split("改后：\n")
    before, after = now.split("现在：\n")[1].splitlines(), then.splitlines()
    assert before and not {*before} & {*after}


@pytest.mark.parametrize("said", ["逾期的每天提醒一次", "逾期的天天提醒"])
async def test_every_day_is_a_number_of_days_for_what_is_overdue(chen: Resident, said: str) -> None:
    assert "逾期后提醒：第 1、3 天，之后每 7 天 → 每 1 天" in await chen.says(said)
