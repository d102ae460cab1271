"""A liaison's own leave, in everyday words: who stands in, if anybody, and changing the days later."""

import pytest

from data.people.people import Role, add_membership
from data.plan.units import find_unit
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town

WHO = "由谁代为查看和填报"


@pytest.mark.parametrize("words", ["算了先不找人了", "不用找人", "没人", "谁都不用"])
async def test_nobody_stands_in(lin: Resident, words: str) -> None:
    assert WHO in await lin.says("明天开始我去北京出差到下周三")
    assert "没有另外指定代办的人" in await lin.says(words)


async def test_that_nobody_stands_in_is_said_beside_the_days(lin: Resident) -> None:
    preview = await lin.says("这周五我请假 不用找人")
    assert preview.startswith("林警官（市公安局）2019年11月29日请假，没有另外指定代办的人。")


@pytest.mark.parametrize(
    "said", ["这周五下午我请假，不用找人", "这周五我请假半天 不用找人", "i'm off friday afternoon, no deputy"]
)
async def test_half_a_day_is_entered_as_a_whole_and_that_is_said(lin: Resident, said: str) -> None:
    whole, preview = (await lin.says(said)).split("\n\n")
    assert whole == "请假按整天记，不分上午下午。"
    assert preview.startswith("林警官（市公安局）2019年11月29日请假，没有另外指定代办的人。")


async def test_who_looks_after_tasks_on_days_away_stands_in(town: Town, lin: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    said = await lin.says("下周一到周三我去省厅培训 1-2、6-7让王警官盯 其他的不急")
    assert "2019年12月2日至2019年12月4日请假，由王警官代" in said
    assert "2019年12月9日至2019年12月15日请假，由王警官代" in await lin.says("培训改到下下周了")


@pytest.mark.parametrize("said", ["我提前回来 12月4号上班", "我12月4号就回来了"])
async def test_who_is_back_on_a_day_to_come_is_away_until_then(lin: Resident, said: str) -> None:
    await lin.says("下周一到周五我出差，不用找人", "提交")
    seen = await lin.says(said)
    assert "2019年12月2日至2019年12月3日请假" in seen and "原来记的2019年12月2日至2019年12月6日不再算" in seen


@pytest.mark.parametrize("said", ["王警官替我报了啥", "王警官今天替我报了没"])
async def test_what_a_colleague_reported_instead_is_shown(town: Town, lin: Resident, said: str) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await wang.says("1-2 抓了2个 65%", "提交")
    seen = await lin.says(said)
    assert "王警官\n1-2" in seen and "进行中 65%" in seen
    assert "现在没有B角" in await lin.says("谁能代我报")


async def test_of_days_in_the_wrong_order_it_is_asked_which_are_meant(lin: Resident) -> None:
    assert "哪几天不在？" in await lin.says("林警官下周休假 这周的我先报")
    assert f"2019年12月2日至2019年12月8日{WHO}" in await lin.says("下周")


async def test_somebody_new_is_asked_by_a_link(lin: Resident) -> None:
    answer = await lin.says("12月9号到13号我在省里学习，让王芳替我")
    assert "王芳" in answer and f"2019年12月9日至2019年12月13日{WHO}" in answer
    assert "另请一位B角" in lin.buttons()[0]


async def test_who_is_not_registered_stands_in_by_a_link_with_name_and_number(town: Town, lin: Resident) -> None:
    assert (await lin.says("我要请假 下周 让我们科的小郑顶")).startswith("小郑不在市公安局的名单上")
    assert "另请一位B角小郑（13800001111）代" in await lin.says("他没登记过 电话13800001111")
    await lin.presses("提交")
    [invited] = town.rows("SELECT name, phone, role, first_day FROM invites WHERE named_by IS NOT NULL")
    assert tuple(invited.values()) == ("小郑", "13800001111", "deputy", "2019-12-02")


@pytest.mark.parametrize("said", ["李四没登记过，发链接给他", "给李四发链接", "另请一位B角 李四"])
async def test_who_gets_the_link_may_be_named_with_it(lin: Resident, said: str) -> None:
    await lin.says("下周我休假")
    assert "另请一位B角李四（13811112222）代" in await lin.says(f"{said} 13811112222")


async def test_a_number_alone_is_that_of_who_was_named(lin: Resident) -> None:
    await lin.says("下周我休假", "李四")
    assert "另请一位B角李四（13812345678）代" in await lin.says("13812345678")


async def test_leave_is_put_down_and_moved_in_english(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    assert "Who stands in for 9 Dec 2019 to 13 Dec 2019?" in await grace.says("i'm away 9-13 dec")
    assert "on leave 9 Dec 2019 to 11 Dec 2019" in await grace.says("no one", "submit", "change my leave to 9-11 dec")
    assert "On leave 9 Dec 2019 to 11 Dec 2019" in await grace.says("submit", "when am i away")
    assert "On leave 9 Dec 2019 to 11 Dec 2019" in await grace.says("am I on leave in December?")
    assert "on leave 16 Dec 2019 to 22 Dec 2019" in await grace.says("leave moved to the week of Dec 16")


async def test_who_is_asked_to_stand_in_is_told_with_the_days(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    seen = await grace.says("can my colleague Linda stand in for me from Dec 9 to Dec 13? I'm travelling")
    assert "Linda is not on the list" in seen and "Who stands in for 9 Dec 2019 to 13 Dec 2019?" in seen


async def test_who_is_back_and_asks_what_is_to_do_hears_that(lin: Resident) -> None:
    await lin.says("上周请假，现在回来了，有哪些待办？")
    assert [each.text.splitlines()[0] for each in lin.messages()[-2:]] == [
        "您没有在请假，提醒照常发给您。",
        lin.sees().splitlines()[0],
    ]
    assert lin.sees().startswith("共 8 项 · 我的任务")


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("下周一开始请五天假 让王芳替我", "12月6日"),
        ("请12月3号到5号的假", "12月5日"),
        ("明天请一天假", "11月26日"),
        ("我12月2号起出差两周", "12月15日"),
    ],
)
async def test_how_long_it_lasts_may_be_said(lin: Resident, said: str, last: str) -> None:
    assert f"2019年{last}{WHO}" in await lin.says(said)


async def test_only_how_long_it_lasts_is_changed(lin: Resident) -> None:
    await lin.says("下周一开始请五天假 让王芳替我")
    await lin.presses("不用")
    assert "2019年12月2日至2019年12月4日" in await lin.says("改成三天")


async def test_days_of_a_task_are_none_of_the_leave(lin: Resident) -> None:
    await lin.says("下周一开始请五天假 让王芳替我")
    await lin.presses("不用")
    await lin.says("1-2分两步：12月10号出方案，12月20号报领导")
    assert "12月20日请假" not in lin.sees()


async def test_days_written_like_codes_are_days_of_the_leave(lin: Resident) -> None:
    await lin.says("我请假")
    assert f"2019年12月2日至2019年12月4日{WHO}" in await lin.says("12-2到12-4")


async def test_leave_of_so_many_days_begins_where_it_is_told(lin: Resident) -> None:
    assert "哪几天不在" in await lin.says("我请假两天")
    assert "2019年11月26日至2019年11月27日由谁代" in await lin.says("明天开始")
    assert "2019年12月2日至2019年12月3日由谁代" in await lin.says("不对，是下周一开始")
    assert "“随便”答不了这里问的" in await lin.says("随便")
    assert "已记下：林警官（市公安局）2019年12月2日至2019年12月3日请假" in await lin.says("不用", "提交")
    assert "提醒照常发给您" in await lin.says("我的假取消")
    assert await lin.says("回来了，提前上班") == "您没有在请假，提醒照常发给您。"


@pytest.mark.parametrize("right", ["不对，是10号到15号", "改到15号"])
async def test_days_put_right_take_the_place_of_those_just_put_down(town: Town, lin: Resident, right: str) -> None:
    await lin.says("12月10号到13号休假", "不用", "提交")
    shown = await lin.says(right)
    assert "2019年12月10日至2019年12月15日请假" in shown and "原来记的2019年12月10日至2019年12月13日不再算" in shown
    await lin.presses("提交")
    assert town.rows("SELECT last_day FROM absences WHERE ended_at IS NULL") == [{"last_day": "2019-12-15"}]


async def test_another_day_below_a_card_is_none_of_the_leave(lin: Resident) -> None:
    await lin.says("12月10号到13号休假", "不用", "提交", "1-2")
    assert (await lin.says("改到明年6月底")).startswith("申请延期 1-2 ")


async def test_results_that_come_back_are_nobody_from_leave(nong: Resident) -> None:
    assert "请假" not in await nong.says("44-4检测报告回来了")


async def test_leave_is_begun_and_what_is_asked_between_is_answered(grace: Resident) -> None:
    assert "Who stands in for 9 Dec 2019 to 11 Dec 2019?" in await grace.says("leave from Dec 9 to 11")
    await grace.says("pls export my stuff")
    assert [each.text[:6] for each in grace.messages()[-2:]] == ["Export", "Who st"]
    assert "on leave 9 Dec 2019" in await grace.says("nobody")


async def test_leave_in_a_few_words_of_its_days(wang: Resident, grace: Resident) -> None:
    assert "2019年12月10日至2019年12月12日由谁代" in await wang.says("我10号休到12号")
    assert "Who stands in for 16 Dec 2019 to 18 Dec 2019?" in await grace.says("off from Dec 16 for three days")


async def test_leave_that_is_over_by_the_time_it_is_agreed_to_is_not_put_down(town: Town, lin: Resident) -> None:
    await lin.says("12月9号到13号休假", "不用")
    await town.move_to("2019-12-16 09:05")
    assert (await lin.presses("提交")).startswith("请发晚于2019年12月16日的日期。")
    assert town.rows("SELECT * FROM absences") == []


@pytest.mark.parametrize("said", ["让小李从明天起代我报", "由小李明天起代我填报"])
async def test_the_day_from_which_somebody_stands_in_is_no_part_of_the_name(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("小李不在市公安局的名单上")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("下周我休假，让小李从周一开始代", "小李"),
        ("下周我去省里开会 有事找老刘", "老刘"),
        ("您好，我局林警官自12月2日起休假一周，期间由张伟同志代为办理有关事项，特此说明。", "张伟"),
    ],
)
async def test_the_day_and_name_of_who_stands_in_are_no_days_of_the_leave(lin: Resident, said: str, name: str) -> None:
    answer = await lin.says(said)
    assert answer.startswith(f"{name}不在市公安局的名单上")
    assert f"2019年12月2日至2019年12月8日{WHO}" in answer


@pytest.mark.parametrize("said", ["李四 13800001111", "李四同志电话为13700003333。", "由李四代吧", "李四"])
async def test_who_is_not_on_the_list_is_named_when_refused(lin: Resident, said: str) -> None:
    await lin.says("下周我休假")
    assert (await lin.says(said)).startswith("李四不在市公安局的名单上，不能代为查看和填报。")


async def test_no_question_is_taken_for_days(town: Town, lin: Resident) -> None:
    await lin.says("我要请假", "12月9日")
    asked = await lin.says("这个月催了我几次了")
    assert "2019年12月9日由谁代为查看和填报" in asked and "11月" not in asked
    assert "哪几天不在？" in await lin.says("取消", "不要了", "我要请假", "这个月催了我几次了")


@pytest.mark.parametrize("said", ["下周五行不", "下周五可以吗"])
async def test_a_question_may_offer_days(lin: Resident, said: str) -> None:
    assert "2019年12月6日由谁代为查看和填报" in await lin.says("我要请假", said)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("王芳替我一个月", "2019年12月24日"),
        ("让王芳代替我两周", "2019年12月8日"),
        ("小王这周替我盯着", "2019年12月1日"),
        ("王芳代替我到12月10号", "2019年12月10日"),
    ],
)
async def test_how_long_a_colleague_stands_in_counts_from_today_and_is_shown_first(
    town: Town, lin: Resident, said: str, last: str
) -> None:
    town.member(1050, "王芳", "市公安局", Role.LIAISON)
    assert f"2019年11月25日至{last}请假，由王芳代。" in await lin.says(said)
    assert lin.buttons()[0] == "提交" and town.rows("SELECT * FROM absences") == []


@pytest.mark.parametrize("words", ["1月1号是元旦 算不算", "2号上午还在行吗", "2号不算可以吧？"])
async def test_a_question_leaves_the_days_as_they_are(lin: Resident, words: str) -> None:
    await lin.says("我1月1号到1月10号休年假")
    assert f"2020年1月1日至2020年1月10日{WHO}" in await lin.says(words)


async def test_bare_weekdays_are_of_the_week_that_was_said_before(lin: Resident) -> None:
    await lin.says("我下周休假")
    assert f"2019年12月2日至2019年12月4日{WHO}" in await lin.says("周一到周三")
    assert f"2019年12月5日至2019年12月6日{WHO}" in await lin.says("只休周四周五")
    assert f"2019年11月27日至2019年11月29日{WHO}" in await lin.says("改成这周三到周五")


async def test_the_unit_chosen_for_leave_takes_the_days_and_the_stand_in_said(town: Town, lin: Resident) -> None:
    [row] = town.rows("SELECT id FROM people WHERE name = '林警官'")
    add_membership(town.db, row["id"], Role.LIAISON, find_unit(town.db, "市市场监管局").id)
    assert await lin.says("我12月2日到6日请假，不用人代") == "您指的是哪个单位？"
    assert "2019年12月2日至2019年12月6日请假" in await lin.presses("市公安局")


@pytest.mark.parametrize("asked", ["林警官请假了吗", "谁请假了"])
async def test_a_question_about_others_begins_no_leave(zhou: Resident, chen: Resident, asked: str) -> None:
    assert "哪几天不在" not in await zhou.says(asked) and zhou.sees().startswith("市市场监管局\n")
    assert "请发第一天" not in await chen.says(asked)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("我明天开始休年假，12月9号上班", "2019年11月26日", "2019年12月8日"),
        ("这周请病假，下周一上班", "2019年11月25日", "2019年12月1日"),
        ("我请假到周五，12月2号回来", "2019年11月25日", "2019年11月29日"),
        ("明天出差，下周三返岗", "2019年11月26日", "2019年12月3日"),
        ("我要请假，周四就回来", "2019年11月25日", "2019年11月27日"),
        ("i'm on leave from tomorrow, back on Dec 9", "2019年11月26日", "2019年12月8日"),
    ],
)
async def test_the_day_of_return_is_no_day_of_leave(lin: Resident, said: str, first: str, last: str) -> None:
    assert (await lin.says(said)).startswith(f"{first}至{last}由谁代为查看和填报")


async def test_the_day_of_return_ends_the_leave_being_entered(lin: Resident) -> None:
    await lin.says("我生病了，下周请假")
    assert (await lin.says("12月5号上班")).endswith(
        "2019年12月2日至2019年12月4日由谁代为查看和填报？提醒也改发给对方。"
    )
    assert "2019年12月2日至2019年12月4日请假" in await lin.says("不用")
    assert "2019年12月2日至2019年12月3日请假" in await lin.says("周三就回来上班")


@pytest.mark.parametrize("words", ["who covers for me?", "谁代我？", "who will stand in?"])
async def test_who_stands_in_is_nobodys_name(town: Town, words: str) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    asked = await grace.says(f"I'm on leave from next Wednesday for 2 weeks, {words}")
    assert asked.startswith("Who stands in for 4 Dec 2019 to 17 Dec 2019?")


async def test_the_same_leave_told_more_exactly_is_no_other_one(lin: Resident) -> None:
    await lin.says("我下周出差，提醒能不能发给别人")
    exact = await lin.says("我下周一到周五出差，请小刘代我")
    assert "小刘不在" in exact and "2019年12月2日至2019年12月6日由谁代为" in exact


async def test_what_is_asked_for_a_colleagues_leave_puts_nobody_on_leave(town: Town, lin: Resident) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    assert "哪几天不在" not in await wang.says("林警官请假期间我要报哪些")


async def test_a_leave_within_next_week_ends_in_that_week(lin: Resident, grace: Resident) -> None:
    assert f"2019年12月2日至2019年12月5日{WHO}" in await lin.says("下周请假到周四")
    assert "2 Dec 2019 to 5 Dec 2019" in await grace.says("next week I'm away until Thursday")


@pytest.mark.parametrize("said", ["他还没注册", "发个链接给他", "新来的，叫小陈", "ok send him a link", "he is new"])
async def test_somebody_new_who_stands_in_is_asked_by_a_link_in_words(lin: Resident, said: str) -> None:
    await lin.says("下周我请假")
    assert "另请一位B角代，到期自动结束" in await lin.says(said)


async def test_who_is_back_is_asked_whether_to_recall_the_deputy(lin: Resident, stranger: Resident, town: Town) -> None:
    await lin.says("下周我请假，让小陈代")
    await lin.presses("另请一位B角", "提交")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await town.move_to("2019-12-02 10:00")
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    asked = await lin.says("我回来了")
    assert lin.heard()[-2] == "好的，请假到此为止，提醒照常发给您。" and "小陈" in asked
    await lin.says("收回")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


async def test_an_unopened_link_ends_with_the_leave(lin: Resident, town: Town) -> None:
    await lin.says("下周我请假，让小陈代")
    await lin.presses("另请一位B角", "提交")
    assert await lin.says("销假") == "好的，请假到此为止，提醒照常发给您。"
    assert town.rows("SELECT * FROM invites WHERE used_at IS NULL AND first_day IS NOT NULL") == []


NEXT_WEEK, THE_WEEK_AFTER = ("2019-12-02", "2019-12-08"), ("2019-12-09", "2019-12-13")


async def _is_on_leave_next_week_with_a_deputy(lin: Resident, deputy: Resident) -> None:
    await lin.says("下周我请假")
    await lin.presses("另请一位B角", "提交")
    await deputy.says(f"/start {token_in(lin.sees())}")


def _days_of_deputy(town: Town) -> list[tuple[object, object]]:
    return [(row["first_day"], row["until"]) for row in town.rows("SELECT first_day, until FROM invites")]


async def test_a_deputy_who_has_opened_the_link_comes_along_when_the_leave_is_moved(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _is_on_leave_next_week_with_a_deputy(lin, stranger)
    assert "2019年12月13日请假，由路人代。" in await lin.says("请假改到12月9日到13日")
    await lin.presses("提交")
    assert _days_of_deputy(town) == [THE_WEEK_AFTER]
    await town.move_to("2019-11-25 08:40")
    assert stranger.sees().startswith("林警官（市公安局）2019年12月9日至2019年12月13日请假，请您代为查看和填报")
    await town.move_to("2019-12-09 10:00")
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await town.move_to("2019-12-14 10:00")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


async def test_a_deputy_who_has_begun_stands_in_as_long_as_the_leave(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _is_on_leave_next_week_with_a_deputy(lin, stranger)
    await town.move_to("2019-12-03 10:00")
    await lin.says("请假改到12月11日结束")
    await lin.presses("提交")
    await town.move_to("2019-12-11 10:00")
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await town.move_to("2019-12-12 10:00")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


@pytest.mark.parametrize("opened", [False, True])
async def test_the_deputy_comes_back_to_the_earlier_days_when_a_moved_leave_is_taken_back(
    town: Town, lin: Resident, chen: Resident, stranger: Resident, opened: bool
) -> None:
    await chen.says("林警官下周请假")
    await chen.presses("另请一位B角", "提交")
    if opened:
        await stranger.says(f"/start {token_in(chen.sees())}")
    await chen.says("不对，是12月9日到12月13日")
    await chen.presses("提交")
    assert _days_of_deputy(town) == [THE_WEEK_AFTER]
    await chen.says("撤销")
    await chen.presses("撤销")
    assert _days_of_deputy(town) == [NEXT_WEEK]
    if opened:
        await town.move_to("2019-11-25 08:40")
        assert stranger.sees().startswith("林警官（市公安局）2019年12月2日至2019年12月8日请假，请您代为")
    await lin.says("销假")
    await town.move_to("2019-12-02 10:00")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


async def test_a_link_made_for_the_later_days_only_ends_when_they_are_taken_back(town: Town, chen: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await chen.says("王警官下周请假，不用找人", "提交", "不对，是12月9日到12月13日")
    await chen.presses("修改", "由谁代", "另请一位B角", "提交")
    assert _days_of_deputy(town) == [THE_WEEK_AFTER]
    await chen.says("撤销")
    await chen.presses("撤销")
    assert _days_of_deputy(town) == []


async def test_a_deputy_who_has_not_begun_does_not_when_the_leave_ends(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _is_on_leave_next_week_with_a_deputy(lin, stranger)
    await lin.says("销假")
    await town.move_to("2019-11-25 08:40")
    assert stranger.sees() == "市公安局的B角不用您担任了，之前说好的不算了。"
    await town.move_to("2019-12-02 10:00")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


async def test_a_stand_in_who_is_removed_stands_in_no_more_and_that_is_told(
    town: Town, lin: Resident, chen: Resident
) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await lin.says("下周我请假，王警官代", "提交")
    assert "由王警官代" in await chen.says("/people 市公安局")
    await chen.says("移除王警官")
    await chen.presses("移除")
    assert "2019年12月8日请假" in (page := await chen.says("/people 市公安局")) and "王警官" not in page
    await town.move_to("2019-11-25 08:40")
    assert lin.sees().startswith("2019年12月2日至2019年12月8日代您的人不再担任市公安局的工作，您的请假照旧。")
    assert "没有另外指定代办的人" in await lin.says("请假改到12月9日到13日")


async def test_who_is_away_hears_that_a_stand_in_is_back_and_not_if_they_never_heard_of_the_going(
    town: Town, lin: Resident, chen: Resident
) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await lin.says("下周我请假，王警官代", "提交")
    await town.move_to("2019-11-25 08:35")
    for minute, told in ((40, True), (50, False)):
        heard = len(lin.heard())
        await chen.says("移除王警官")
        await chen.presses("移除")
        if told:
            await town.move_to(f"2019-11-25 08:{minute}")
            assert "代您的人不再担任市公安局的工作" in lin.sees()
        await chen.says("撤销")
        await chen.presses("撤销")
        await town.move_to(f"2019-11-25 08:{minute + 5}")
        back = "2019年12月2日至2019年12月8日代您的人又恢复了市公安局的工作，还是由对方代您。"
        assert [each for each in lin.heard()[heard:] if "代您" in each][1:] == ([back] if told else [])
    assert "由王警官代" in await chen.says("/people 市公安局")


async def test_a_deputy_asked_for_a_leave_comes_after_all_if_its_change_is_undone(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await chen.says("林警官下周请假")
    await chen.presses("另请一位B角", "提交")
    await stranger.says(f"/start {token_in(chen.sees())}")
    await chen.says("不对，是12月9日到12月13日")
    await chen.presses("修改", "由谁代", "王警官", "提交")
    await chen.says("撤销")
    await chen.presses("撤销")
    await town.move_to("2019-12-02 09:00")
    assert (await stranger.says("我的任务")).startswith("共 8 项")


async def test_whoever_is_away_is_told_that_a_stand_in_has_left_the_bot(town: Town, lin: Resident) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await lin.says("下周我请假，王警官代", "提交")
    await wang.says("/forget")
    await wang.presses("删除我的登记")
    await town.move_to("2019-11-25 08:40")
    assert lin.sees().startswith("2019年12月2日至2019年12月8日代您的人不再担任市公安局的工作，您的请假照旧。")


async def test_leave_that_is_moved_keeps_who_is_asked_by_a_link(town: Town, lin: Resident) -> None:
    await lin.says("下周我请假，让小陈代")
    await lin.presses("另请一位B角", "提交")
    assert "另请一位B角小陈代" in await lin.says("请假改到12月9日到13日")
    await lin.presses("提交")
    assert "（2019年12月9日起，代到2019年12月13日）" in lin.sees() and token_in(lin.sees())
    assert town.rows("SELECT name, first_day FROM invites") == [{"name": "小陈", "first_day": "2019-12-09"}]


@pytest.mark.parametrize("said", ["林哥啥时候回来", "林警官请假了吗", "when will Officer Lin be back"])
async def test_a_colleague_sees_who_is_away(lin: Resident, wang: Resident, said: str) -> None:
    await lin.says("12月2号到6号请假，王警官代", "提交")
    assert "林警官 2019年12月2日至2019年12月6日请假，由王警官代" in await wang.says(said)


async def test_what_to_do_while_a_colleague_is_away_is_no_own_leave(wang: Resident) -> None:
    assert "本单位的联络员和B角都能看、能报" in await wang.says("林哥休假我要干啥")
    assert WHO in await wang.says("我下周休假要干啥")
    assert "答不上来" in await wang.says("取消", "不要了", "样品什么时候回来")


async def test_a_unit_that_is_renamed_gets_no_successor(shang: Resident) -> None:
    told = await shang.says("把商务局换成商务委，我们改名了")
    assert told.startswith("还没发出") and "“把商务局换成商务委，我们改名了”" in told


@pytest.mark.parametrize("said", ["休假改到12月9号那周", "假期改到12月9日那一周"])
async def test_leave_moved_to_a_week_before_it_is_recorded_begins_with_it(town: Town, lin: Resident, said: str) -> None:
    town.member(1031, "王警官", "市公安局", Role.LIAISON)
    await lin.says("下周一到周五我休假，让小李代我，她还没进来")
    assert f"2019年12月9日至2019年12月15日{WHO}" in await lin.says(said)
    await lin.says("王警官代吧")
    await lin.presses("提交")
    assert (await lin.says("谁在代我")).startswith("2019年12月9日至2019年12月15日请假，由王警官代\n市公安局 B角")


async def test_when_a_colleague_is_away_is_answered_with_that_colleagues_leave(lin: Resident, wang: Resident) -> None:
    await lin.says("下周我请假，不用找人", "提交")
    assert "2019年12月2日至2019年12月8日请假" in await wang.says("林警官啥时候休假")
    assert (await wang.says("我啥时候休假")).startswith("您没有登记休假")


@pytest.mark.parametrize("said", ["照片在我同事那，明天传", "材料我明天让同事传"])
async def test_files_that_follow_tomorrow_are_no_leave(nong: Resident, said: str) -> None:
    assert WHO not in await nong.says(said)
    assert WHO in await nong.says("我明天去省厅，材料让小赵代交")


@pytest.mark.parametrize(
    "said", ["下周请假，我可以提交吗", "下周我出差，自己能不能报", "I am on leave next week, can I still submit?"]
)
async def test_who_asks_whether_they_may_report_enters_the_leave_and_is_told(lin: Resident, said: str) -> None:
    told, asked = (await lin.says(said)).split("\n\n")
    assert told == "请假不影响填报：走之前、请假期间您都能报，代您的人也能报。"
    assert asked.startswith(f"2019年12月2日至2019年12月8日{WHO}")


@pytest.mark.parametrize(
    "said", ["王警官下周请假，我可以提交吗", "下周王警官不在，我自己能报吗", "王警官休假了我可以报吗"]
)
async def test_whether_one_may_report_while_another_is_away_enters_no_leave(
    wang: Resident, lin: Resident, said: str
) -> None:
    assert "本单位的联络员和B角都能看、能报" in await lin.says(said)


async def test_whoever_is_away_is_told_that_a_stand_in_is_back_by_a_new_link(
    town: Town, lin: Resident, chen: Resident, wang: Resident
) -> None:
    await lin.says("下周我请假，王警官代", "提交")
    await chen.says("移除王警官")
    await chen.presses("移除")
    await town.move_to("2019-11-25 08:40")
    assert "代您的人不再担任市公安局的工作" in lin.sees()
    await wang.says(f"/start {token_in(await chen.invites('邀请市公安局王警官'))}")
    await town.move_to("2019-11-25 08:50")
    assert lin.sees() == "2019年12月2日至2019年12月8日代您的人又恢复了市公安局的工作，还是由对方代您。"


@pytest.mark.parametrize("said", ["12月3日我们办了培训班 50人参加", "11月20日检查了3家农资店"])
async def test_a_day_told_of_something_else_is_no_leave(lin: Resident, said: str) -> None:
    await lin.says("我下周休假")
    assert "已记下" not in await lin.says(said)


@pytest.mark.parametrize("said", ["不对 12月4日到6日", "是12月4号到6号", "我12月4号到6号不在", "改到12月4日到6日"])
async def test_other_days_given_instead_of_a_name_are_the_leave(lin: Resident, said: str) -> None:
    await lin.says("我下周休假")
    assert f"2019年12月4日至2019年12月6日{WHO}" in await lin.says(said)
