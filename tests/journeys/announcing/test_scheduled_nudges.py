"""Nudges set for a later time (明天催海关); what is reported until then is left out."""

import pytest

from data.people.people import Role
from data.store import audit
from tests.journeys.returning import asks_for_returns
from tests.journeys.returns.monthly import filed
from tests.journeys.town import Resident, Town, at

NOW = "2019-12-02 09:05"


@pytest.fixture
async def hai(town: Town) -> Resident:
    hai = town.member(1031, "关科长", "武汉海关", Role.LIAISON)
    await town.move_to(NOW)
    return hai


def nudges(resident: Resident) -> list[str]:
    """Return the nudges that somebody has received."""
    return [text for text in resident.heard() if "办公室请" in text]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("明天催海关", "12月3日（周二）9:00"),
        ("明天下午3点催一下海关", "12月3日（周二）15:00"),
        ("下午3点催海关", "12月2日（周一）15:00"),
        ("周五上午10点催一下海关", "12月6日（周五）10:00"),
        ("明天催海关1-7", "12月3日（周二）9:00"),
        ("后天上午提醒海关3-8和4-4", "12月4日（周三）9:00"),
        ("下周催一下海关", "12月9日（周一）9:00"),
        ("催海关1-7，明天上午", "12月3日（周二）9:00"),
        ("催海关1-7，明天9点半", "12月3日（周二）9:30"),
        ("明天下午催海关", "12月3日（周二）15:00"),
        ("nudge customs tomorrow at 10", "12月3日（周二）10:00"),
        ("remind customs on Friday", "12月6日（周五）9:00"),
    ],
)
async def test_the_day_before_the_word_says_when(chen: Resident, hai: Resident, words: str, when: str) -> None:
    preview = await chen.says(words)
    assert preview.startswith(f"还没发出。定在{when}，1 人（武汉海关）会收到：\n\n催办\n")
    assert "\n\n明天" not in preview


@pytest.mark.parametrize(
    "words",
    [
        "催海关12月5日前交表",
        "今天催一下海关",
        "催一下海关",
        "nudge customs by tomorrow at 10",
        "nudge customs before Friday",
    ],
)
async def test_a_day_of_what_is_asked_for_or_today_is_no_time_to_come(
    chen: Resident, hai: Resident, words: str
) -> None:
    assert (await chen.says(words)).startswith("还没发出。1 人（武汉海关）会收到：")


async def test_it_goes_out_at_its_minute_to_who_is_there_then_and_not_for_what_was_reported(
    town: Town, chen: Resident, hai: Resident
) -> None:
    await chen.says("明天10点催一下海关，请务必报上来")
    answer = await chen.presses("确认发送")
    assert answer.startswith("定在12月3日（周二）10:00催办 4 项，1 人会收到；到时已经填报的不再催。")
    await hai.reports("1-7", "进行中", "40")
    later = town.member(1032, "新来的", "武汉海关", Role.LIAISON)
    await town.restart()
    await town.move_to("2019-12-03 09:59")
    assert nudges(hai) == []
    await town.move_to("2019-12-03 10:00", "2019-12-03 10:01")
    assert len(nudges(hai)) == len(nudges(later)) == 1
    assert "请务必报上来" in nudges(hai)[0] and "1-7" not in nudges(hai)[0] and "3-8" in nudges(hai)[0]
    assert hai.buttons()[0] == "3-8 报进展"
    assert [row["action"] for row in town.rows("SELECT action FROM audit WHERE action LIKE 'nudge%'")] == [
        "nudge_later",
        "nudge",
    ]


async def test_what_is_all_reported_by_then_is_asked_of_nobody(town: Town, chen: Resident, hai: Resident) -> None:
    await chen.says("明天催一下海关1-7")
    await chen.presses("确认发送")
    await hai.reports("1-7", "进行中", "40")
    await town.move_to("2019-12-03 09:01")
    assert nudges(hai) == [] and town.rows("SELECT waits FROM nudges") == [{"waits": 0}]


async def test_two_units_at_two_times_are_seen_together_and_each_goes_out_at_its_own(
    town: Town, chen: Resident, hai: Resident, nong: Resident
) -> None:
    preview = await chen.says("今天先催农业局，明天催海关，请尽快")
    assert preview.startswith("还没发出。1 人（市农业农村局）会收到：")
    assert "\n\n定在12月3日（周二）9:00，1 人（武汉海关）会收到：" in preview and preview.count("请尽快") == 1
    answer = await chen.presses("确认发送")
    assert answer.startswith("已催办 3 项，1 人会收到。\n定在12月3日（周二）9:00催办 4 项，1 人会收到；")
    await town.app.ticker.tick()
    assert (len(nudges(nong)), len(nudges(hai))) == (1, 0)
    await town.move_to("2019-12-03 09:01")
    assert (len(nudges(nong)), len(nudges(hai))) == (1, 1)


@pytest.mark.parametrize("days", [0, 2], ids=["at once", "after two days"])
async def test_what_waits_is_taken_back_by_its_button_and_in_words(
    town: Town, chen: Resident, hai: Resident, days: int
) -> None:
    for in_words in (False, True):
        await chen.says("12月6日催海关")
        await chen.presses("确认发送")
        if days:
            await town.move_to(f"2019-12-0{2 + days} 09:05")
        if in_words:
            assert "定时催办：1-7、3-8、4-4、7-3" in await chen.says("撤销")
        assert (await chen.presses("撤销")).startswith("已撤销：\n定时催办：1-7")
    await town.move_to("2019-12-06 09:01")
    assert nudges(hai) == []


async def test_what_has_gone_out_is_not_taken_back(town: Town, chen: Resident, hai: Resident) -> None:
    await chen.says("明天催海关")
    await chen.presses("确认发送")
    await town.move_to("2019-12-03 09:01")
    assert len(nudges(hai)) == 1
    assert "过时" in await chen.presses("撤销") and "催办" in await chen.says("撤销")


async def test_of_two_parts_the_one_that_still_waits_is_taken_back(
    town: Town, chen: Resident, hai: Resident, nong: Resident
) -> None:
    await chen.says("明天催海关，后天催农业局")
    await chen.presses("确认发送")
    await town.move_to("2019-12-03 09:01")
    assert (await chen.presses("撤销")).startswith("已撤销：")
    await town.move_to("2019-12-04 09:01")
    assert (len(nudges(hai)), len(nudges(nong))) == (1, 0)


async def test_the_time_is_put_right_at_the_preview_in_words_and_by_buttons(chen: Resident, hai: Resident) -> None:
    assert "定在12月3日（周二）9:00，" in await chen.says("催一下海关", "明天再催")
    assert "定在12月4日（周三）10:30，" in await chen.says("改到后天上午十点半")
    assert "定在" not in await chen.says("现在就发")
    assert "定在12月3日（周二）15:00，" in await chen.presses("修改", "发送时间", "12月3日（周二）15:00")
    assert (await chen.says("昨天9点催海关")).startswith("12月1日（周日）9:00已经过了")
    assert "那时是免打扰时段，8 点开始发。" in await chen.says("晚上11点催海关")


async def test_a_task_is_asked_for_once_in_24_hours_of_its_time(town: Town, chen: Resident, hai: Resident) -> None:
    await chen.says("明天催一下海关1-7")
    await chen.presses("确认发送")
    assert "24 小时内已经催过" in await chen.says("明天下午3点催一下海关1-7")
    assert (await chen.says("催一下海关1-7")).startswith("还没发出。")
    await chen.sends_out()
    await town.move_to("2019-12-03 09:01")
    assert len(nudges(hai)) == 1


async def test_it_counts_as_asked_on_its_day_and_never_if_it_was_taken_back(
    town: Town, chen: Resident, hai: Resident
) -> None:
    await chen.says("明天催海关1-7")
    await chen.presses("确认发送")
    assert (await chen.says("最近催了哪些")).startswith("近 7 天没有催办过。")
    await town.move_to("2019-12-03 09:01")
    assert (await chen.says("最近催了哪些")).endswith("12月3日催 · 还没报")
    await chen.says("明天下午3点催海关3-8")
    await chen.presses("确认发送")
    await chen.presses("撤销")
    await town.move_to("2019-12-04 15:01")
    assert "3-8" not in await chen.says("最近催了哪些")


async def test_it_stands_among_the_next_seven_days(chen: Resident, hai: Resident) -> None:
    await chen.says("明天10点催一下海关1-7")
    await chen.presses("确认发送")
    assert "12月3日（周二） 10:00 · 1 人：催办 1-7" in await chen.says("未来七天会发什么")


async def test_what_somebody_ordered_who_is_of_the_office_no_longer_is_not_asked_for(
    town: Town, chen: Resident, hai: Resident
) -> None:
    await chen.says("明天催海关")
    await chen.presses("确认发送")
    town.replan("DELETE FROM memberships WHERE role = 'coordinator'")
    await town.move_to("2019-12-03 09:01")
    assert nudges(hai) == [] and town.rows("SELECT waits FROM nudges") == [{"waits": 0}]


async def test_what_may_have_gone_out_before_a_backup_was_gone_back_to_says_so(
    town: Town, chen: Resident, hai: Resident
) -> None:
    await chen.says("明天催海关")
    await chen.presses("确认发送")
    audit.record(town.db, at("2019-12-03 09:30"), "restore", "liaison-2019-12-02.db")
    await town.move_to("2019-12-03 09:31")
    [heard] = nudges(hai)
    assert heard.startswith("（可能重复）")


async def test_a_unit_that_is_named_and_has_nothing_to_be_asked_for_is_said(chen: Resident, hai: Resident) -> None:
    preview = await chen.says("催一下海关和公安局")
    assert "1 人（武汉海关）会收到" in preview
    assert "市公安局没有要催的：没有逾期的，30 天内也没有到期的" in preview


async def test_a_day_off_is_said(chen: Resident, hai: Resident) -> None:
    assert "那天是休息日。" in await chen.says("周六催海关")
    assert "那天是休息日。" not in await chen.says("周五催海关")


@pytest.mark.parametrize(
    ("words", "asked", "not_asked"),
    [
        ("年底到期的先提醒一遍，海关不用", "3-5", "1-7"),
        ("催一下年底到期的，农业局先不催", "1-7", "3-5"),
        ("催一下农业局和海关年底前的", "1-7", "29-4"),
    ],
)
async def test_what_falls_due_within_some_days_is_asked_for(
    chen: Resident, hai: Resident, nong: Resident, words: str, asked: str, not_asked: str
) -> None:
    preview = await chen.says(words)
    assert asked in preview and not_asked not in preview


async def test_a_nudge_for_a_return_waits_for_its_time_too(
    town: Town, chen: Resident, nong: Resident, hai: Resident
) -> None:
    asks_for_returns(town, chen, units=("市农业农村局", "武汉海关"))
    assert (await chen.says("明天9点催月报")).startswith(
        "还没发出。定在12月3日（周二）9:00，2 人（市农业农村局、武汉海关）"
    )
    set_at = await chen.presses("确认发送")
    assert set_at == "定在12月3日（周二）9:00催办 2 家，2 人会收到；到时已经填报的不再催。不催了就点“撤销”。"
    assert "2 人：催办 办案统计月报" in await chen.says("未来七天的提醒") and nudges(hai) == []
    filed(town, "市农业农村局", "2019-11", 1, 1, 1, by=chen)
    await town.move_to("2019-12-03 09:01")
    assert (
        nudges(nong) == [] and "《办案统计月报》（11月）" in nudges(hai)[0] and hai.buttons()[-1].startswith("填报表")
    )
    assert "武汉海关 《办案统计月报》（11月）· 12月5日截止（还有2天） · 12月3日催 · 还没报" in await chen.says(
        "最近催了哪些"
    )


async def test_a_nudge_for_a_return_that_waits_is_changed_at_its_preview_and_called_off(
    town: Town, chen: Resident, nong: Resident, hai: Resident
) -> None:
    asks_for_returns(town, chen, units=("市农业农村局", "武汉海关", "市公安局"))
    await chen.says("明天9点催月报")
    assert "定在12月4日（周三）15:00，1 人（武汉海关）" in await chen.says("只催海关，周三下午3点")
    assert "没有能收到消息的联络员" in await chen.says("催公安局的月报")
    assert "不催了吗？" in await chen.says("海关先不催")
    await chen.presses("继续")
    assert "定在12月4日（周三）15:00，1 人（武汉海关）" in chen.sees()
    await chen.presses("确认发送")
    await chen.presses("撤销")
    await town.move_to("2019-12-04 15:01")
    assert nudges(hai) == nudges(nong) == [] and town.rows("SELECT waits FROM nudges") == [{"waits": 0}]
    assert "请写哪天几点" in await chen.says("今天先催农业局月报，明天催海关月报")
    assert "近 7 天没有催办过" in await chen.says("最近催了哪些")


async def test_a_time_alone_is_on_the_day_that_stands(chen: Resident, zhou: Resident) -> None:
    await chen.says("/nudge 43-4")
    assert "11月28日（周四）几点发？" in await chen.says("周四下午")
    assert "定在11月28日（周四）16:00" in await chen.says("改成4点")
    assert "定在11月28日（周四）17:00" in await chen.says("5点")


async def test_what_is_asked_for_beside_a_nudge_is_shown_and_the_nudge_waits(chen: Resident, zhou: Resident) -> None:
    await chen.says("/nudge", "核对期限")
    assert chen.heard()[-2].startswith("期限核对 1/117")
    assert chen.sees() == "有一次催办还没确认，要接着办请点“继续”。"
    assert (await chen.presses("继续")).startswith("催办哪些？")


@pytest.mark.parametrize("said", ["催市监局43-4，下午3点再发", "催市监局43-4 今天下午3点发", "下午3点催市监局43-4"])
async def test_a_last_clause_says_only_when_the_nudge_goes_out(chen: Resident, zhou: Resident, said: str) -> None:
    preview = await chen.says(said)
    assert "定在11月25日（周一）15:00" in preview and "下午3点" not in preview


async def test_words_before_the_time_go_with_the_nudge(chen: Resident, zhou: Resident) -> None:
    preview = await chen.says("催市监局43-4，请周五前报，明天上午9点再发")
    assert "定在11月26日（周二）9:00" in preview and "\n请周五前报\n" in preview


@pytest.mark.parametrize("said", ["催逾期的 下午3点再发", "下午3点催逾期的", "催逾期的，请周五前报，下午3点发"])
async def test_the_hour_of_a_nudge_is_no_rule_of_reminding(chen: Resident, zhou: Resident, said: str) -> None:
    asked = await chen.says(said)
    assert asked.startswith("催办哪些？") and "11月25日（周一）15:00发出。" in asked
    await chen.says("市监局")
    preview = chen.sees() if "会收到" in chen.sees() else await chen.presses("跳过")
    assert "定在11月25日（周一）15:00" in preview and ("请周五前报" in preview) is ("请" in said)


async def test_days_after_a_deadline_stay_a_rule(chen: Resident) -> None:
    assert (await chen.says("逾期的第2天、5天提醒，之后每10天")).startswith("逾期后提醒：")
