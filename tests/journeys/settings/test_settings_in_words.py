"""The office changes in words what the pages of /settings show: each change is previewed and confirmed by a press."""

import pytest

from tests.journeys.town import Resident, Town


def rule(town: Town, name: str) -> list[object]:
    return [row["value"] for row in town.rows(f"SELECT value FROM settings WHERE name = '{name}'")]


@pytest.mark.parametrize(
    ("words", "shown", "name", "stored"),
    [
        ("提醒时间改成8点", "发提醒的时间：9 点 → 8 点", "sending_hour", "8"),
        ("每天早上的汇总改到10点", "发提醒的时间：9 点 → 10 点", "sending_hour", "10"),
        ("以后早上10点再发", "发提醒的时间：9 点 → 10 点", "sending_hour", "10"),
        ("把提醒时间调到早上十点", "发提醒的时间：9 点 → 10 点", "sending_hour", "10"),
        ("群清单改到周五", "群清单的日子：周一 → 周五", "group_day", "5"),
        ("每周三发群里", "群清单的日子：周一 → 周三", "group_day", "3"),
        ("群里的清单下午三点发", "群清单的时间：9 点 → 15 点", "group_hour", "15"),
        ("静默时段22点到7点", "免打扰时段：21 点到 8 点 → 22 点到 7 点", "quiet_hours", "22-7"),
        ("到期前改成提前10天", "到期前提醒：30、7、3、1 天、当天 → 10 天", "days_before", "10"),
        ("持续开展的改成每月问一次", "持续开展多久问一次：每季度 → 每月", "check_in", "month"),
        ("久未更新改成45天", "多久没报算久未更新：30 天 → 45 天", "stale_after", "45"),
        ("逾期5天没报就告诉办公室", "逾期多久没报告诉办公室：7 天 → 5 天", "escalation_after", "5"),
        ("到期前改成提前两周", "到期前提醒：30、7、3、1 天、当天 → 14 天", "days_before", "14"),
        ("久未更新改成两个月", "多久没报算久未更新：30 天 → 60 天", "stale_after", "60"),
        ("久未更新改成半个月", "多久没报算久未更新：30 天 → 15 天", "stale_after", "15"),
        (
            "逾期第2天、第5天各提醒一次",
            "第 1、3 天，之后每 7 天 → 第 2 天，之后每 5 天",
            "overdue_steps",
            "2,5",
        ),
        ("超过5天没报告诉我", "逾期多久没报告诉办公室：7 天 → 5 天", "escalation_after", "5"),
        ("逾期的隔3天提醒一次", "逾期后提醒：第 1、3 天，之后每 7 天 → 每 3 天", "overdue_steps", "3"),
        ("逾期后1周、2周提醒", "第 1、3 天，之后每 7 天 → 第 7 天，之后每 14 天", "overdue_steps", "7,14"),
        ("remind at 8 o'clock", "发提醒的时间：9 点 → 8 点", "sending_hour", "8"),
        ("晚上10点以后不要给大家发消息", "免打扰时段：21 点到 8 点 → 22 点到 8 点", "quiet_hours", "22-8"),
    ],
)
async def test_a_rule_said_in_words_is_shown_and_then_set(
    town: Town, chen: Resident, words: str, shown: str, name: str, stored: str
) -> None:
    assert shown in (await chen.says(words)).splitlines()[0]
    assert rule(town, name) == []
    assert (await chen.presses("提交")).startswith("已改：")
    assert rule(town, name) == [stored]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("31 December is a holiday", "2019年12月31日：放假"),
        ("25 and 26 December are holidays", "2019年12月25日、2019年12月26日：放假"),
        ("keep backups for 20 days", "备份保留：14 份 → 20 份"),
    ],
)
async def test_other_settings_are_said_in_english_as_well(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_what_cannot_be_set_is_said_above_the_question(chen: Resident) -> None:
    shown = await chen.says("提醒时间改成8点半")
    assert shown.startswith("请写 6 到 17 点之间的整点") and shown.endswith("工作日几点发提醒？如 9。")
    assert (await chen.presses("8 点")).startswith("发提醒的时间：9 点 → 8 点")


@pytest.mark.parametrize("said", ["关闭周末提醒", "周六别提醒", "turn off weekend reminders"])
async def test_reminders_are_switched_off_at_weekends_as_by_saying_that_none_are_sent(
    chen: Resident, said: str
) -> None:
    assert "周六、周日本来就不发提醒" in await chen.says(said)


async def test_reminders_are_switched_on_on_a_day_as_by_saying_that_it_is_worked(chen: Resident) -> None:
    assert (await chen.says("打开周六的提醒")).startswith("2019年11月30日：上班")


@pytest.mark.parametrize("said", ["周五的提醒", "周五发提醒", "11月29日的提醒"])
async def test_what_is_sent_on_a_day_is_shown_where_nothing_is_switched(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("未来七天的提醒")


async def test_nothing_at_weekends_proposes_the_working_days_among_them(town: Town, chen: Resident) -> None:
    shown = await chen.says("周六不发")
    assert "周六、周日本来就不发提醒" in shown and "2020年5月9日、2020年10月10日：放假" in shown
    await chen.presses("提交")
    assert town.rows("SELECT day FROM calendar_days") == [{"day": "2020-05-09"}, {"day": "2020-10-10"}]
    assert (await chen.says("周六不发")).endswith("不用改。")


@pytest.mark.parametrize("said", ["提醒先停一周", "stop reminders for a week"])
async def test_all_reminders_rest_for_a_while_as_on_days_off(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("2019年11月26日—2019年12月2日：放假")


async def test_one_unit_is_left_alone_in_words_that_name_it_in_between(chen: Resident) -> None:
    assert (await chen.says("停止给园林局提醒")).startswith("到哪一天为止")
    assert "市园林和林业局：到2019年12月31日" in await chen.says("12月31日")


@pytest.mark.parametrize("said", ["以后别给我发早报了", "关闭提醒"])
async def test_that_reminders_cannot_be_switched_off_is_said_with_what_can_be_done(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("每人每个工作日最多一条，不能整个关掉；可以换时间")


async def test_a_day_without_its_month_is_of_the_month_that_was_named(chen: Resident) -> None:
    shown = await chen.says("1月24号到30号放假，31号上班")
    assert "2020年1月24日—2020年1月30日：放假\n2020年1月31日：上班" in shown
    await chen.says("取消", "不要了")
    assert (await chen.says("12月6号、9号放假")).startswith("2019年12月6日、2019年12月9日：放假")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1月24号到30号放假，19号上班", "2020年1月24日—2020年1月30日：放假\n2020年1月19日：上班"),
        ("12月9号、6号放假", "2019年12月6日、2019年12月9日：放假"),
        ("12月30号到2号放假", "2019年12月30日—2020年1月2日：放假"),
        ("元旦放假", "2020年1月1日：放假"),
        ("元旦放假三天", "2020年1月1日—2020年1月3日：放假"),
        ("设一下：12月25号到27号不发提醒", "2019年12月25日—2019年12月27日：放假"),
        ("12月31日放假一天 1月4号上班", "2019年12月31日：放假\n2020年1月4日：上班"),
        ("放假12月31日 上班1月4日", "2019年12月31日：放假\n2020年1月4日：上班"),
        ("1月24号到30号放假2月1号补班", "2020年1月24日—2020年1月30日：放假\n2020年2月1日：上班"),
    ],
)
async def test_days_off_are_the_nearest_that_may_be_meant(chen: Resident, said: str, shown: str) -> None:
    assert shown in await chen.says(said)


async def test_days_off_and_a_pause_are_said_in_words(town: Town, chen: Resident) -> None:
    assert (await chen.says("12月6日放假")).startswith("2019年12月6日：放假")
    await chen.presses("提交")
    assert (await chen.says("暂停提醒市公安局到12月31日")).startswith("· 市公安局：到2019年12月31日")
    await chen.presses("提交")
    assert town.rows("SELECT until FROM pauses") == [{"until": "2019-12-31"}]
    await chen.says("恢复提醒市公安局")
    assert "恢复 市公安局" in chen.buttons()


@pytest.mark.parametrize(
    "said",
    [
        *("恢复公安局的提醒", "公安局可以提醒了", "公安局的提醒继续发", "取消公安局的暂停", "公安局解除暂停"),
        *("恢复所有单位的提醒", "resume reminders for the police"),
    ],
)
async def test_who_is_paused_is_resumed_in_words(chen: Resident, said: str) -> None:
    await chen.says("公安局先别提醒，到12月10日")
    await chen.presses("提交")
    assert "· 市公安局：到2019年12月10日" in await chen.says(said)
    assert "已恢复提醒：市公安局。" in await chen.presses("恢复 市公安局")
    assert (await chen.says("恢复公安局的提醒")).startswith("市公安局没有暂停提醒，一直照常发。")


@pytest.mark.parametrize("words", ["怎么设置", "设置在哪里", "审核范围怎么改"])
async def test_who_asks_how_gets_the_page(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("设置")
    assert "提醒规则" in chen.buttons() and "改为每份都审" in chen.buttons()


async def test_who_asks_what_a_rule_is_gets_the_rules_and_how_to_change_it_the_question(chen: Resident) -> None:
    assert "发提醒的时间：9 点" in await chen.says("提醒时间是几点")
    assert await chen.says("在哪里改提醒时间") == "工作日几点发提醒？如 9。"


async def test_another_setting_is_no_answer_to_the_open_one(chen: Resident) -> None:
    assert "到期前提醒：30、7、3、1 天、当天 → 10 天" in await chen.says("在哪里改提醒时间", "到期前改成提前10天")


async def test_a_day_and_an_hour_are_changed_one_after_the_other(chen: Resident) -> None:
    assert (await chen.says("群清单改到周五下午3点")).startswith("群清单的日子：周一 → 周五")
    assert "群清单的时间：9 点 → 15 点" in await chen.presses("提交")
    await chen.presses("提交")
    assert (await chen.says("群清单改到周五")).startswith("群清单的日子现在就是")
    assert (await chen.says("群清单改到周五10点")).startswith("群清单的时间：15 点 → 10 点")


async def test_groups_with_a_day_of_their_own_are_named_where_the_day_of_all_is_set(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await town.bind_group(chen, lin)
    assert "另设了时间" not in await chen.says("群里每周五发")
    await chen.says("取消", "/groups")
    await chen.presses("联络员群", "改星期", "周三")
    assert "另设了时间的群照旧：联络员群。要一起改，接着点“也改这些群”。" in await chen.says("群里每周五上午10点发")
    assert "另设了时间" not in await chen.presses("提交")
    await chen.presses("提交")
    assert "另设了时间的群照旧：联络员群。" in await chen.says("群里每周五发")
    assert chen.buttons() == ["也改这些群", "提醒规则"]


async def test_groups_with_an_hour_of_their_own_are_changed_too_with_one_press_and_put_back(
    town: Town, chen: Resident, lin: Resident
) -> None:
    own = "SELECT weekday, hour FROM group_chats"
    await town.bind_group(chen, lin)
    await chen.says("/groups")
    await chen.presses("联络员群", "改星期", "周三")
    await chen.presses("改几点", "10 点")
    await chen.says("群里每周五发")
    assert "也改这些群" not in chen.buttons(), "nothing is set yet"
    await chen.presses("提交")
    assert await chen.presses("也改这些群") == "已改：联络员群也按群清单的日子 周五。"
    assert town.rows(own) == [{"weekday": None, "hour": 10}] and "也改这些群" not in chen.buttons()
    await chen.presses("撤销")
    assert town.rows(own) == [{"weekday": 3, "hour": 10}]


async def test_another_value_below_a_rule_just_set_is_for_that_rule(chen: Resident) -> None:
    await chen.submits("提醒时间改成10点")
    assert (await chen.says("还是改成8点吧")).startswith("发提醒的时间：10 点 → 8 点\n")
    await chen.says("提交", "43-5")
    assert "发提醒的时间" not in await chen.says("改成9点")


async def test_a_number_of_days_is_no_hour_and_half_a_month_is_fifteen_days(chen: Resident) -> None:
    await chen.says("在哪里改提醒时间")
    await chen.says("到期前提前15天也提醒一下")
    assert not any("→ 15 点" in heard for heard in chen.heard())
    assert "多久没报算久未更新：30 天 → 15 天" in await chen.says("久未更新改成半个月")


async def test_a_liaison_sets_the_own_quiet_hours_and_nothing_else(town: Town, lin: Resident) -> None:
    assert await lin.says("免打扰18点到9点") == "已设：18 点到 9 点不主动发消息。"
    await lin.says("提醒时间改成10点")
    assert rule(town, "sending_hour") == []


async def test_to_be_reminded_again_at_an_hour_is_no_setting_but_every_day_it_is_one(town: Town, lin: Resident) -> None:
    assert (await lin.says("下午3点再提醒我")).startswith("最近的提醒里没有可推迟的任务。")
    assert (await lin.says("以后每天下午3点再提醒我")).startswith("已设：21 点到 15 点")
    assert (await lin.says("stop sending me messages after 8 pm")).startswith("已设：20 点到 15 点")


@pytest.mark.parametrize(
    "words", ["催一下公安局", "先别提醒29-4", "把43-5的期限改到12月10日", "通知市公安局：周六不开会"]
)
async def test_what_speaks_of_more_than_a_setting_is_none(chen: Resident, words: str) -> None:
    shown = await chen.says(words)
    assert "未来七天" not in shown and not shown.startswith("设置")


@pytest.mark.parametrize(
    ("words", "shown", "name", "stored"),
    [
        ("提醒时间改回8点", "发提醒的时间：9 点 → 8 点", "sending_hour", "8"),
        ("逾期每3天催一次", "逾期后提醒：第 1、3 天，之后每 7 天 → 每 3 天", "overdue_steps", "3"),
        ("晚上8点以后别打扰", "免打扰时段：21 点到 8 点 → 20 点到 8 点", "quiet_hours", "20-8"),
    ],
)
async def test_rules_are_set_in_the_words_of_an_office(
    town: Town, chen: Resident, words: str, shown: str, name: str, stored: str
) -> None:
    assert (await chen.says(words)).startswith(shown)
    await chen.says("确认")
    assert rule(town, name) == [stored]


async def test_a_number_of_days_alone_is_added_or_takes_the_place_of_the_others(town: Town, chen: Resident) -> None:
    assert await chen.says("提前10天提醒") == "10 天：加到现在的里面，还是只留这个？"
    assert "30、7、3、1 天、当天 → 30、10、7、3、1 天、当天" in await chen.says("加上")
    await chen.presses("提交")
    assert rule(town, "days_before") == ["30,10,7,3,1,0"]
    await chen.says("提前5天提醒")
    assert "→ 5 天" in await chen.presses("只留：5 天")


async def test_what_is_so_already_or_cannot_be_is_said_with_the_reason(town: Town, chen: Resident) -> None:
    assert await chen.says("晚上9点以后别打扰") == "免打扰时段现在就是：21 点到 8 点，不用改。"
    assert (await chen.says("早上7点发提醒")).startswith("7 点在免打扰时段（21 点到 8 点）内，发不出去。")
    await chen.presses("取消")
    assert await chen.says("每周一9点发群清单") == "群清单的日子现在就是：周一，不用改。"
    assert (await chen.says("备份保留9999份")).startswith("每晚的备份保留几份？")
    assert (await chen.says("很多")).startswith("请写 7 到 60 之间的整数。")
    assert rule(town, "sending_hour") == rule(town, "quiet_hours") == []


async def test_what_is_reviewed_is_shown_before_it_is_changed(town: Town, chen: Resident) -> None:
    for ask in ("审核改成每份都审", "审核改成全部都审"):
        assert (await chen.says(ask)).startswith("审核范围：只审报“已完成”的 → 每份填报都审")
        await chen.presses("取消")
    await chen.says("/settings")
    await chen.presses("改为每份都审")
    before = rule(town, "review_all_since")
    assert await chen.presses("提交") == "已改：审核范围，每份填报都审。"
    assert rule(town, "review_all_since") != before
    assert await chen.says("每份都审") == "现在就是：每份填报都审，不用改。"
    assert "陈主任：改审核范围 · 每份填报都审" in await chen.says("/audit")


@pytest.mark.parametrize("words", ["暂停市公安局提醒到12月5号", "市公安局先别提醒到12月5号"])
async def test_a_unit_may_stand_anywhere_in_a_pause(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("· 市公安局：到2019年12月5日")
    await chen.presses("提交")
    await chen.says("恢复市公安局提醒")
    await chen.presses("恢复 市公安局")
    assert "现在没有暂停的单位" in chen.sees()


async def test_a_word_that_may_resume_anything_shows_no_pauses(chen: Resident) -> None:
    assert not (await chen.says("恢复")).startswith("暂停提醒")


async def test_days_off_and_working_days_in_one_sentence(town: Town, chen: Resident) -> None:
    await chen.says("12月31号放假，1月4号上班")
    assert chen.sees().startswith("2019年12月31日：放假\n2020年1月4日：上班")
    assert (await chen.says("12月31号、1月1号放假，1月5号上班")).startswith(
        "2019年12月31日、2020年1月1日：放假\n2020年1月5日：上班"
    )
    await chen.says("确认")
    entered = [("2019-12-31", 0), ("2020-01-01", 0), ("2020-01-05", 1)]
    assert [tuple(row.values()) for row in town.rows("SELECT day, works FROM calendar_days ORDER BY day")] == entered
    await chen.says("撤销", "确认")
    assert town.rows("SELECT * FROM calendar_days") == []


@pytest.mark.parametrize("said", ["12月31号，1月1号放假，1月4号要上班", "12月31号，1月1号，放假；1月4号，上班"])
async def test_days_before_the_first_word_for_them_go_with_that_word(chen: Resident, said: str) -> None:
    heard = await chen.says(said)
    assert "2019年12月31日、2020年1月1日：放假" in heard.splitlines() and "2020年1月4日：上班" in heard.splitlines()


async def test_a_day_that_is_only_asked_about_is_told_and_not_set(town: Town, chen: Resident) -> None:
    assert (await chen.says("12月1号放假吗？")).startswith("2019年12月1日：放假\n工作日历")
    assert "提交" not in chen.buttons() and town.rows("SELECT * FROM calendar_days") == []


@pytest.mark.parametrize("said", ["周五别发汇总了", "提醒改9点，超期3天算红"])
async def test_a_setting_that_was_not_read_is_said_to_be_as_it_was(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith(f"“{said}”没有读懂要改成什么，现在什么也没有改。\n设置")


@pytest.mark.parametrize(
    "words",
    [
        *("未来七天会发什么", "未来七天会发哪些提醒", "下周会给谁发提醒", "接下来会提醒谁", "未来七天的提醒"),
        "what will be sent in the next seven days",
    ],
)
async def test_what_the_next_seven_days_bring_is_asked_in_words(chen: Resident, lin: Resident, words: str) -> None:
    shown = await chen.says(words)
    assert shown.startswith("未来七天的提醒（按现在的填报情况）\n11月25日（周一） 09:00 · 办公室晨报（陈主任）：")
    assert "，任务表待核对 117 项" in shown


def quiet(town: Town, person: Resident) -> tuple[object, object]:
    [row] = town.rows("SELECT quiet_from, quiet_to FROM people WHERE telegram_id = ?", person.id)
    return row["quiet_from"], row["quiet_to"]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("22点到7点别打扰我", (22, 7)),
        ("晚上十点后别吵我", (22, 8)),
        ("晚上9点以后别给我发消息", (21, 8)),
        ("晚上八点到早上十点不要打扰我", (20, 10)),
        ("每天10点提醒我", (21, 10)),
        ("每天9点太早了，10点提醒我", (21, 10)),
        ("中午12点到2点不要发消息", (12, 14)),
        ("下午1点到3点别打扰我", (13, 15)),
        ("上午10点到2点别打扰我", (10, 14)),
        ("晚上10点到7点别打扰我", (22, 7)),
    ],
)
async def test_quiet_hours_are_set_in_words(town: Town, lin: Resident, words: str, hours: tuple[int, int]) -> None:
    assert (await lin.says(words)).startswith(f"已设：{hours[0]} 点到 {hours[1]} 点不主动发消息")
    assert quiet(town, lin) == hours
    assert await lin.says("取消免打扰") == "已取消，按统一时间发。"
    assert quiet(town, lin) == (None, None)


@pytest.mark.parametrize("words", ["晚上别发消息", "晚上不要给我发消息", "下班后别打扰我"])
async def test_what_is_at_night_is_asked_before_it_counts(town: Town, lin: Resident, words: str) -> None:
    assert "请先定时段，点一下就生效" in await lin.says(words)
    assert quiet(town, lin) == (None, None)
    await lin.presses("20-10")
    assert quiet(town, lin) == (20, 10)


async def test_quiet_hours_are_set_in_english(town: Town, grace: Resident) -> None:
    assert (await grace.says("no messages at night please")).startswith("All right, nothing at night.")
    assert quiet(town, grace) == (None, None)
    assert await grace.presses("18-9") == "Set: no unprompted messages from 18:00 to 9:00."
    await grace.says("my quiet hours")
    assert await grace.presses("No quiet hours") == "Done: messages come at the usual hours."
    assert quiet(town, grace) == (None, None)
    assert await grace.says("don't message me after 8pm") == "Set: no unprompted messages from 20:00 to 8:00."
    assert await grace.says("don't message me from 1 to 3pm") == "Set: no unprompted messages from 13:00 to 15:00."


async def test_the_nights_of_the_office_are_its_own(town: Town, chen: Resident) -> None:
    assert "请先定时段，点一下就生效" in await chen.says("晚上不要给我发消息")
    assert await chen.presses("18-9") == "已设：18 点到 9 点不主动发消息。"
    assert quiet(town, chen) == (18, 9) and rule(town, "quiet_hours") == []


@pytest.mark.parametrize("words", ["每天几点提醒我", "几点提醒", "每天8点提醒我"])
async def test_at_what_hour_one_is_reminded_is_told(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("每个工作日 9 点提醒您，一天最多一条")
    assert lin.buttons() == ["我的免打扰时段"]
    assert "几点到几点不要主动发消息给您" in await lin.presses("我的免打扰时段")


async def test_quiet_hours_in_between_are_set_and_the_question_comes_back(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.says("22点到7点别打扰我")
    assert "已设：22 点到 7 点" in answer and "完成了百分之几" in lin.sees()
    assert quiet(town, lin) == (22, 7)


@pytest.mark.parametrize(
    "words", ["早上别发消息", "上午不要给我发消息", "中午不要发消息", "no messages in the morning"]
)
async def test_a_part_of_the_day_without_hours_is_asked_for_them(town: Town, lin: Resident, words: str) -> None:
    assert "几点到几点不要主动发消息给您" in await lin.says(words)
    await lin.says("18-11")
    assert quiet(town, lin) == (18, 11)


async def test_an_hour_is_no_number_of_days_and_two_settings_are_two(chen: Resident) -> None:
    await chen.says("提醒改成早上8点，提前5天提醒一次")
    days, hour = chen.messages()[-2:]
    assert "发提醒的时间：9 点 → 8 点" in hour.text and "加到现在的里面，还是只留这个" in days.text
    assert "已改：发提醒的时间 8 点。" in await chen.presses("提交", on=hour)


async def test_a_reminder_for_oneself_is_nothing_of_the_office(lin: Resident) -> None:
    assert (await lin.says("会前三天给我发个提醒")).startswith("每个工作日 9 点提醒您")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("群里每周二发", "群清单的日子：周一 → 周二"),
        ("群里周报改周五发", "群清单的日子：周一 → 周五"),
        ("青山区这个月先别提醒 他们换届", "青山区人民政府：到2019年11月30日"),
        ("农业局这周先别提醒，他们搬家", "市农业农村局"),
        ("春节1月24到30号放假", "2020年1月24日—2020年1月30日：放假"),
    ],
)
async def test_a_setting_is_said_as_people_say_it(chen: Resident, said: str, shown: str) -> None:
    assert shown in await chen.says(said)
    assert "提交" in chen.buttons()


async def test_what_the_group_hears_is_switched_on_the_page_of_groups(chen: Resident) -> None:
    assert (await chen.says("关闭群消息")).startswith("还没有绑定的群")


@pytest.mark.parametrize("said", ["以后进来都要我同意", "登记要先经过办公室同意"])
async def test_whether_newcomers_wait_is_asked_for_as_people_say_it(chen: Resident, said: str) -> None:
    assert "需要同意" in await chen.says(said)


async def test_a_setting_with_its_reason_is_no_answer_to_another_question(chen: Resident) -> None:
    shown = await chen.says("提醒改成每天8点半", "农业局这周先别提醒，他们搬家")
    assert "市农业农村局" in shown and "整点" not in shown.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("工作日历", "工作日历\n"), ("提醒规则", "提醒规则"), ("暂停提醒", "暂停提醒\n"), ("数据保留", "数据保留\n")],
)
async def test_a_page_of_the_settings_is_opened_by_its_name(chen: Resident, name: str, shown: str) -> None:
    assert (await chen.says(name)).startswith(shown)


async def test_overdue_tasks_are_a_setting_only_with_so_many_days(chen: Resident, zhou: Resident) -> None:
    assert "之后每 7 天 → 每 3 天" in await chen.says("逾期的3天催一次")
    await chen.presses("取消", "不要了")
    assert "已逾期" in await chen.says("逾期的") and "提醒规则" not in chen.sees()


@pytest.mark.parametrize("words", ["给我少发点", "能不能少提醒我几次", "你们发太多了"])
async def test_whoever_wants_to_hear_less_is_told_how(lin: Resident, words: str) -> None:
    assert "一天最多一条" in await lin.says(words)
    assert "报了的不再提醒" in lin.sees()


async def test_a_nudge_that_is_sent_once_is_no_setting(chen: Resident) -> None:
    assert (await chen.says("发一次催办")).startswith("催办哪些")


@pytest.mark.parametrize("words", ["通知我下午三点发", "每天提醒改成下午3点"])
async def test_a_later_hour_of_ones_own_is_told_back(lin: Resident, words: str) -> None:
    assert "每个工作日 15 点提醒您" in await lin.says(words)
    assert (await lin.says("提醒改到8点")).startswith("已取消，按统一时间发。\n每个工作日 9 点提醒您")
    assert "每个工作日" not in await lin.says("每天提醒改到23点")


@pytest.mark.parametrize(("said", "days"), [("逾期的每周催一次", "每 7 天"), ("逾期的每3天提醒", "每 3 天")])
async def test_how_often_overdue_tasks_are_recalled_is_set_in_words(chen: Resident, said: str, days: str) -> None:
    assert f"之后每 7 天 → {days}" in await chen.says(said)


@pytest.mark.parametrize(("hours", "kept"), [("18点到8点", "18-8"), ("20点到10点", "20-9")])
async def test_an_earlier_hour_leaves_the_evening_quiet(town: Town, lin: Resident, hours: str, kept: str) -> None:
    await lin.says(f"免打扰{hours}")
    assert "每个工作日 9 点提醒您" in await lin.says("提醒改到8点")
    first, last = kept.split("-")
    assert f"{first} 点到 {last} 点" in await lin.says("我的免打扰时段")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("提醒太早了，30天的不要", "30、7、3、1 天、当天 → 7、3、1 天、当天"),
        ("改成7-3-1天", "30、7、3、1 天、当天 → 7、3、1 天\n"),
        ("提醒改成15、7、3天", "30、7、3、1 天、当天 → 15、7、3 天\n"),
        ("到期前提醒太少 改成提前15天、7天、3天、1天", "30、7、3、1 天、当天 → 15、7、3、1 天\n"),
    ],
)
async def test_days_before_a_deadline_are_set_without_their_name(chen: Resident, said: str, shown: str) -> None:
    assert shown in await chen.says(said)


async def test_a_period_in_place_of_the_present_one_leaves_the_first_days_after_a_deadline(chen: Resident) -> None:
    seen = await chen.says("逾期的不要每周催 两周一次就行")
    assert "逾期后提醒：第 1、3 天，之后每 7 天 → 第 1、3 天，之后每 14 天\n" in seen


@pytest.mark.parametrize("said", ["农业局那边停一周别催了", "农业局停一周"])
async def test_a_unit_is_paused_for_as_long_as_is_said(town: Town, nong: Resident, chen: Resident, said: str) -> None:
    assert "· 市农业农村局：到2019年12月2日\n" in await chen.says(said)
    await chen.presses("提交")
    assert town.rows("SELECT until FROM pauses") == [{"until": "2019-12-02"}]


async def test_who_wants_no_reminders_hears_when_they_come_and_what_ends_them(lin: Resident) -> None:
    assert (await lin.says("不想收到提醒了")).startswith("每个工作日 9 点提醒您，一天最多一条")
    assert lin.buttons() == ["我的免打扰时段"]


@pytest.mark.parametrize("said", ["群里到期前一天也提醒", "逾期了也发群里", "群里逾期的不发"])
async def test_what_groups_hear_is_switched_on_their_page(town: Town, chen: Resident, lin: Resident, said: str) -> None:
    await town.bind_group(chen, lin)
    assert "点开可以改" in await chen.says(said)
    assert "✗ 到期前一天" in (await chen.presses("联络员群"), *chen.buttons())


@pytest.mark.parametrize(
    "said", ["审核改成每一份都要看", "以后每份填报都要审", "所有报的都要我审", "以后每份填报我都要看"]
)
async def test_what_is_reviewed_is_said_as_people_say_it(chen: Resident, said: str) -> None:
    assert "审核范围：只审报“已完成”的 → 每份填报都审" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [("发", "现在没有要您确认的内容"), ("把首页换个颜色", "没听明白"), ("把明天那个催办取消", "现在没有定时的催办")],
)
async def test_what_names_no_setting_sets_none(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


@pytest.mark.parametrize(
    "said",
    [
        "法院先别提醒，他们这个月封闭办公",
        "法院这个月先别发提醒",
        "这个月先别给法院发提醒",
        "法院暂停提醒 他们这个月封闭办公",
    ],
)
async def test_a_unit_is_paused_for_the_days_of_the_reason(chen: Resident, said: str) -> None:
    assert "· 市法院：到2019年11月30日" in await chen.says(said)


async def test_a_unit_that_is_to_get_no_reminders_is_paused_until_a_day_that_is_asked_for(chen: Resident) -> None:
    assert (await chen.says("先别给法院发提醒")).startswith("到哪一天为止")


@pytest.mark.parametrize(
    ("said", "shown"), [("现在提醒怎么设的", "提醒规则（点一项修改）\n到期前提醒"), ("放假是怎么设的", "工作日历\n")]
)
async def test_a_question_about_settings_shows_those_it_is_about(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


@pytest.mark.parametrize(
    ("entered", "said", "shown"),
    [
        ("12月28日上班", "12月28号那个补班取消", "2019年12月28日：放假"),
        ("12月28日上班", "12月28日不补班了", "2019年12月28日：放假"),
        ("12月31日放假", "12月31日不放了", "2019年12月31日：上班"),
        ("12月31日放假", "把12月31日的放假删了", "2019年12月31日：上班"),
    ],
)
async def test_a_day_entered_is_taken_back_in_words(chen: Resident, entered: str, said: str, shown: str) -> None:
    await chen.says(entered)
    await chen.presses("提交")
    assert (await chen.says(said)).startswith(shown)


@pytest.mark.parametrize("said", ["审核太多了 以后只看办结的", "以后只审办结的", "只审报已完成的"])
async def test_what_is_reviewed_already_is_said_to_be_so(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("现在就是：只审报“已完成”的")
    assert not (await chen.says("只看办结的")).startswith("现在就是")


async def test_weekends_and_nights_are_no_question_about_what_goes_out(chen: Resident) -> None:
    await chen.says("周末和晚上别给我发")
    assert [text[:7] for text in chen.heard()[-2:]] == ["周六、周日本来", "好，夜里不主动"]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("元旦放假那几天别发提醒", "2020年1月1日：放假"),
        ("春节期间不要提醒", "2020年1月24日—2020年2月2日：放假"),
        ("12月28日补班 要不要提醒", "2019年12月28日：放假"),
        ("12月3日别提醒", "2019年12月3日：上班"),
    ],
)
async def test_whether_reminders_are_sent_on_a_day_follows_from_the_calendar(
    chen: Resident, said: str, days: str
) -> None:
    shown = await chen.says(said)
    assert shown.startswith(f"{days}\n工作日历") and "提醒只在工作日发" in shown


async def test_a_pause_until_a_day_is_of_a_unit(chen: Resident) -> None:
    assert (await chen.says("提醒停到12月3日")).startswith("暂停提醒")


@pytest.mark.parametrize("said", ["2-7先不催了 春节后再说", "公安局的2-7先放一放 明年再说", "2-7春节后再提醒"])
async def test_no_single_task_is_paused_and_that_is_said(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("一项任务不能单独停提醒") and "“2-7改到2月底”" in shown
    assert "暂停一个单位" in chen.buttons()


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("早上9点太早了，改下午两点", 14),
        ("九点发太早，改到十点吧", 10),
        ("提醒早上9点太早，换成10点", 10),
        ("9 am is too early, make it 2 pm", 14),
    ],
)
async def test_an_hour_that_is_put_right_is_that_of_the_reminders(
    lin: Resident, chen: Resident, said: str, hour: int
) -> None:
    assert f"每个工作日 {hour} 点提醒您" in await lin.says(said)
    assert f"发提醒的时间：9 点 → {hour} 点" in await chen.says(said)


@pytest.mark.parametrize("said", ["早上9点太早了", "会议早上9点太早了，改下午两点"])
async def test_an_hour_that_is_only_found_wrong_or_of_something_else_changes_nothing(lin: Resident, said: str) -> None:
    assert "每个工作日 9 点提醒您" in await lin.says(said)
    assert "您可以往后调，如发“提醒时间改成下午2点”。" in lin.sees()


async def test_what_is_said_of_the_hour_of_a_meeting_is_for_the_office(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("通知市公安局：明天早上9点开会")
    await chen.sends_out()
    assert "“【明天早上9点开会】早上9点太早了，改下午两点”" in await lin.says("早上9点太早了，改下午两点")


@pytest.mark.parametrize("said", ["提醒改成上午10点发 提前5天和1天提醒", "提前5天和1天上午10点提醒"])
async def test_the_hour_named_beside_the_days_is_set_after_them(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("到期前提醒：30、7、3、1 天、当天 → 5、1 天\n")
    await chen.presses("提交")
    assert chen.sees().startswith("发提醒的时间：9 点 → 10 点\n")
    assert await chen.presses("提交") == "已改：发提醒的时间 10 点。"


async def test_the_present_hour_beside_the_days_changes_nothing_more(chen: Resident) -> None:
    assert (await chen.says("提前3天9点提醒")).startswith("到期前提醒：30、7、3、1 天、当天 → 3 天\n")
    assert await chen.presses("提交") == "已改：到期前提醒 3 天。"
