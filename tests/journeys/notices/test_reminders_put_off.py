"""Putting off reminders from the morning's digest: of one task, several, or all."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("certain")


async def test_what_is_put_off_is_gone_until_its_day_and_comes_back_then(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await zhou.presses("稍后提醒")
    assert [words.partition("（")[0] for words in zhou.buttons()] == ["明天", "三天后", "下周", "设免打扰时段", "返回"]
    assert await zhou.presses("三天后") == "好的，29-7 到11月28日（周四）再提醒您。"
    heard = len(zhou.heard())
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    assert not any("29-7" in text for text in zhou.heard()[heard:])
    await town.move_to("2019-11-28 09:00")
    assert "29-7 宣传普及·市监" in zhou.sees()


async def test_no_day_after_the_due_day_is_offered_but_the_day_before_it(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    await zhou.presses("43-5", "稍后提醒")
    assert [words.partition("（")[0] for words in zhou.buttons()] == ["明天", "到期前一天", "设免打扰时段", "返回"]


async def test_what_was_put_off_beyond_its_due_day_is_recalled_when_it_is_due(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00")
    assert "到时仍会提醒" in await zhou.says("43-5 先别催我，12月9日再提醒")
    heard = len(zhou.heard())
    await town.move_to("2019-11-27 09:00")
    assert not any("43-5" in text for text in zhou.heard()[heard:])
    await town.move_to("2019-11-29 09:00")
    assert "43-5" in zhou.sees()


async def test_tasks_are_put_off_in_words(town: Town, zhou: Resident, grace: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert await zhou.says("29-7 先别催我，下周三再提醒") == "好的，29-7 到12月4日（周三）再提醒您。"
    assert "最近的提醒里没有可推迟的任务" in await zhou.says("先别催")
    assert "No recent reminder has tasks to put off" in await grace.says("remind me tomorrow")


async def test_that_reminders_have_no_hour_of_their_own_is_told_even_if_there_is_nothing_to_put_off(
    lin: Resident,
) -> None:
    told = await lin.says("明天开始每天下午5点我统一报 早上别提醒我")
    assert told.startswith("最近的提醒里没有可推迟的任务。") and "提醒都在早上发，不分钟点。" in told


async def test_what_the_digest_asks_for_is_put_off_as_a_whole(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00", "2019-11-28 09:00")
    answer = await zhou.says("明天再提醒我")
    assert "到11月29日（周五）再提醒您" in answer and all(code in answer for code in ("43-4", "29-11", "43-5"))
    heard = len(zhou.heard())
    await town.move_to("2019-11-29 09:00")
    assert all(code in zhou.sees() for code in ("29-11", "43-4")) and len(zhou.heard()) > heard


async def test_a_day_that_is_past_or_too_far_is_refused_in_a_sentence(town: Town, zhou: Resident) -> None:
    assert "今天以后" in await zhou.says("43-5 先别催我，今天再提醒")
    assert "最晚" in await zhou.says("43-5 先别催我，2021年12月1日再提醒")
    assert town.rows("SELECT * FROM snoozes") == []


async def test_a_digest_that_was_put_off_whole_says_that_it_will_come_back(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    stands = zhou.last().message_id
    await zhou.says("明天再提醒我")
    await town.app.ticker.tick()
    assert zhou.message(stands).text == "11月25日（周一）的提醒没有别的要办了，推迟的 1 项到时再提醒您。"


async def test_which_task_and_until_when_is_asked_where_it_is_not_said(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-28 09:00")
    assert (await zhou.says("先别催我")).startswith("哪一项稍后提醒？")
    assert (await zhou.presses("43-4")).startswith("43-4 什么时候再提醒您？")
    assert (await zhou.presses("三天后")).startswith("好的，43-4 到12月2日（周一）再提醒您。")


async def test_a_line_of_the_digest_is_put_off_by_its_place(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    assert (await zhou.says("第一个下周三再提醒")).startswith("好的，43-4 到12月4日（周三）再提醒您。")


@pytest.mark.parametrize(
    ("said", "codes", "day"),
    [
        ("2nd one remind me on monday", {1}, "12月2日"),
        ("最后一个下周再提醒", {-1}, "12月2日"),
        ("第二个周五再说", {1}, "11月29日"),
        ("remind me of the last two on friday", {-2, -1}, "11月29日"),
        ("前两个下周再提醒我", {0, 1}, "12月2日"),
    ],
)
async def test_only_the_lines_named_by_their_places_are_put_off(
    town: Town, zhou: Resident, said: str, codes: set[int], day: str
) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    listed = [words for words in zhou.buttons() if words[0].isdigit()]
    told = await zhou.says(said)
    assert told.startswith("好的，") and f"到{day}" in told
    assert {code for code in listed if code in told} == {listed[place] for place in codes}
    assert len(town.rows("SELECT * FROM snoozes")) == len(codes)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("please don't remind me about 7-3 until January", "2 Jan 2020"),
        ("don't remind me about 7-3 until 15 Jan", "15 Jan 2020"),
        ("don't remind me about 7-3 this month", "Mon 2 Dec"),
    ],
)
async def test_until_a_day_leaves_out_the_day_itself_in_english(town: Town, said: str, day: str) -> None:
    ann = town.member(1061, "Ann", "武汉海关", Role.LIAISON, "en")
    assert f"I will remind you of 7-3 on {day}." in await ann.says(said)


async def test_whoever_puts_off_all_beyond_their_deadlines_is_asked_which(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00", "2019-11-28 09:00")
    assert (await zhou.says("2月15日再提醒")).startswith("哪一项稍后提醒？")
    assert town.rows("SELECT * FROM snoozes") == []


async def test_the_others_are_put_off_like_those_just_put_off(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00", "2019-11-28 09:00")
    await zhou.says("43-4 下周三再提醒")
    assert "29-11、43-5 到12月4日（周三）再提醒您" in await zhou.says("其他的也一样，先别催")


async def test_what_was_put_off_is_reminded_of_as_usual_after_all(town: Town, zhou: Resident) -> None:
    await zhou.says("29-7、43-4 下周三再提醒")
    assert await zhou.says("不推了，43-4照常提醒") == "好的，43-4 照常提醒，不推迟了。"
    assert len(town.rows("SELECT * FROM snoozes")) == 1
    assert await zhou.says("不推了，照常提醒") == "好的，29-7 照常提醒，不推迟了。"
    assert town.rows("SELECT * FROM snoozes") == []


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("43-4周四就再提醒我一次", "2019-11-28"),
        ("43-4到期前三天就提醒我", "2019-12-04"),
        ("43-4周四照常提醒", "2019-12-04"),
        ("43-4先不用照常提醒", "2019-12-04"),
        ("逾期的继续提醒，43-4别提醒", "2019-12-04"),
        ("29-7别催了，43-4照常提醒", "2019-12-04"),
        ("每周一按时提醒我就行", "2019-12-04"),
        ("先别恢复提醒", "2019-12-04"),
        ("1-2的提醒正常吗", "2019-12-04"),
        ("don't remind me of 43-4 as usual", "2019-12-04"),
    ],
)
async def test_what_does_not_only_say_as_usual_leaves_what_is_put_off(
    town: Town, zhou: Resident, said: str, until: str
) -> None:
    await zhou.says("43-4 下周三再提醒")
    assert "照常提醒，不推迟了" not in await zhou.says(said)
    assert [each["until"] for each in town.rows("SELECT until FROM snoozes")] == [until]


@pytest.mark.parametrize(
    "said",
    ["43-4还是按原来的时间提醒吧", "43-4不推了，恢复提醒", "都照常提醒我吧", "remind me of 43-4 as usual please"],
)
async def test_as_usual_is_said_in_many_words(town: Town, zhou: Resident, said: str) -> None:
    await zhou.says("43-4 下周三再提醒")
    assert await zhou.says(said) == "好的，43-4 照常提醒，不推迟了。"
    assert town.rows("SELECT * FROM snoozes") == []


async def test_reminders_are_not_stopped_for_good(zhou: Resident) -> None:
    answer = await zhou.says("29-7以后都不要催了")
    assert answer.startswith("提醒不能一直关掉") and "29-7 什么时候再提醒您" in answer


@pytest.mark.parametrize("said", ["2-3也一样", "2-3 同上", "and 2-3 too"])
async def test_the_next_task_is_put_off_like_the_one_before(lin: Resident, said: str) -> None:
    await lin.says("1-2 下周三再提醒我")
    assert await lin.says(said) == "好的，2-3 到12月4日（周三）再提醒您。"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("29-7今天没空，明天再提醒我", "11月26日（周二）"),
        ("29-7今天先不弄，周四提醒我", "11月28日（周四）"),
        ("29-7昨天没来得及，下周一再提醒", "12月2日（周一）"),
    ],
)
async def test_the_day_to_come_is_meant_if_another_is_named_before(
    town: Town, zhou: Resident, words: str, day: str
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert await zhou.says(words) == f"好的，29-7 到{day}再提醒您。"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("1-2下周三下午再提醒我一下", "1-2 到12月4日（周三）再提醒您。\n提醒都在早上发，不分钟点。"),
        ("每周五提醒我报1-2", "只能推到某一天再提醒一次，不能定期提醒。"),
        ("1-2 别再提醒了", "提醒不能一直关掉"),
    ],
)
async def test_what_a_reminder_cannot_do_is_said(lin: Resident, said: str, told: str) -> None:
    assert told in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [("春节前", "2020年2月3日"), ("12月10号前", "12月10日（周二）"), ("before Christmas", "12月24日（周二）")],
)
async def test_until_before_a_day_is_no_day_from_now_on(lin: Resident, said: str, told: str) -> None:
    await lin.says("1-2别催我了")
    assert await lin.says(said) == f"好的，1-2 到{told}再提醒您。"


async def test_a_reminder_before_a_day_comes_by_then(lin: Resident) -> None:
    assert await lin.says("1-2 12月20日前提醒我") == "好的，1-2 到12月20日（周五）再提醒您。"


@pytest.mark.parametrize(
    "said", ["提醒我明天给陈主任打电话", "remind me tomorrow to call the director", "明天提醒我去省厅"]
)
async def test_what_is_no_task_is_not_put_on_the_one_shown(lin: Resident, said: str) -> None:
    await lin.says("1-2")
    assert (await lin.says(said)).startswith("我只能提醒任务")
    assert "11月26日（周二）再提醒您" in await lin.says("明天提醒我报1-2")


async def test_what_was_nudged_about_today_is_put_off_together_with_the_digest(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    await chen.says("催43-5")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 10:00")
    assert "29-7、43-5 到11月26日（周二）再提醒您" in await zhou.says("在弄了 明天给")
