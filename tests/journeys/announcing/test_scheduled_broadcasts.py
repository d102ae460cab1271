"""Broadcasts set for a later time: 明早9点发给公安局：…"""

import pytest

from data.people.people import Role
from data.store import audit
from tests.journeys.town import Resident, Town, at


def heard(person: Resident, words: str) -> bool:
    return any(words in text for text in person.heard())


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("明早9点发给市公安局：周五开会", "11月26日（周二）9:00发出。"),
        ("明天上午10点通知市公安局：周五开会", "11月26日（周二）10:00发出。"),
        ("周三下午三点半给市公安局发个通知：周五开会", "11月27日（周三）15:30发出。"),
        ("下午3点通知市公安局周五开会", "11月25日（周一）15:00发出。"),
        ("后天晚上11点发给市公安局：周五开会", "11月27日（周三）23:00发出。\n那时是免打扰时段，8 点开始发。"),
    ],
)
async def test_a_time_in_the_sentence_is_when_it_goes_out_and_no_part_of_the_notice(
    town: Town, chen: Resident, lin: Resident, words: str, when: str
) -> None:
    preview = await chen.says(words)
    assert f"通知\n周五开会\n\n发给 1 人（1 个单位：市公安局）。\n{when}\n" in preview
    await chen.presses("确认发送")
    assert chen.sees().startswith("定在") and chen.buttons() == ["改时间", "停止发送"]
    await town.move_to("2019-11-25 09:10")
    assert not heard(lin, "周五开会")


@pytest.mark.parametrize(
    "said",
    ["明早9点发给林警官：来拿文件", "明天上午9点跟林警官说一声，来拿文件", "tomorrow at 9 tell 林警官: 来拿文件"],
)
async def test_a_time_may_stand_before_the_order_to_tell_a_person(chen: Resident, lin: Resident, said: str) -> None:
    preview = await chen.says(said)
    assert "通知\n来拿文件\n\n发给林警官（市公安局）。\n11月26日（周二）9:00发出。\n" in preview


async def test_a_notice_at_a_time_is_set_in_english(chen: Resident, grace: Resident) -> None:
    preview = await chen.says("tomorrow at 9 tell customs: meeting on Friday")
    assert "通知\nmeeting on Friday\n" in preview and "11月26日（周二）9:00发出。" in preview


async def test_it_goes_out_at_its_minute_to_those_who_are_there_then(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("明早9点半发给市公安局：周五开会")
    await chen.presses("确认发送")
    assert town.app.ticker.until_next() <= 30
    await town.move_to("2019-11-26 09:29")
    assert not heard(lin, "周五开会")
    later = town.member(1077, "新来的", "市公安局", Role.LIAISON)
    await town.restart()
    await town.move_to("2019-11-26 09:30", "2019-11-26 09:31")
    assert sum("周五开会" in text for text in lin.heard()) == 1
    assert heard(later, "周五开会")
    assert chen.sees().startswith("已发完，2 条全部送到。")


async def test_what_may_have_gone_out_before_a_backup_was_gone_back_to_says_so(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("明早9点半发给市公安局：周五开会")
    await chen.presses("确认发送")
    audit.record(town.db, at("2019-11-26 09:40"), "restore", "liaison-2019-11-25.db")
    await town.move_to("2019-11-26 09:41")
    assert sum(text.startswith("（可能重复）") for text in lin.heard() if "周五开会" in text) == 1


async def test_a_jump_of_the_clock_sends_nothing_before_its_time(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("明早9点发给市公安局：周五开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 17:00", "2019-11-25 17:10")
    assert not heard(lin, "周五开会")


async def test_a_day_without_a_time_is_asked_for_it(chen: Resident, lin: Resident) -> None:
    asked = await chen.says("后天上午发给市公安局：周五开会")
    assert asked.startswith("11月27日（周三）几点发？")
    assert chen.buttons()[:3] == ["马上发", "11月27日（周三）9:00", "11月27日（周三）15:00"]
    assert "请写哪天几点" in await chen.says("随便")
    assert "11月27日（周三）9:30发出。" in await chen.says("9点半")


async def test_a_time_that_is_over_is_said_and_the_words_stay(chen: Resident, lin: Resident) -> None:
    asked = await chen.says("昨天9点发给市公安局：周五开会")
    assert asked.startswith("11月24日（周日）9:00已经过了") and "什么时候发？" in asked
    assert "已经过了" in await chen.says("昨天10点")
    preview = await chen.presses("马上发")
    assert "周五开会" in preview and "0发出。" not in preview


async def test_the_time_is_put_right_at_the_preview_in_words_and_by_buttons(chen: Resident, lin: Resident) -> None:
    assert "11月27日（周三）15:30发出。" in await chen.says("通知市公安局：周五开会", "改到后天下午三点半")
    assert "0发出。" not in await chen.says("现在就发")
    assert "11月26日（周二）15:00发出。" in await chen.presses("修改", "发送时间", "11月26日（周二）15:00")
    await chen.presses("修改", "发送时间")
    assert "0发出。" not in await chen.says("马上") and "确认发送" in chen.buttons()


async def test_a_time_in_what_is_told_is_none_of_sending(chen: Resident, lin: Resident) -> None:
    for words in ("给市公安局发通知：明天9点开会", "把明天的会议通知市公安局：改到三楼"):
        assert "0发出。" not in await chen.says(words)


async def test_what_waits_is_stopped_by_its_button_and_in_words(town: Town, chen: Resident, lin: Resident) -> None:
    for in_words in (False, True):
        await chen.says("明早9点发给市公安局：周五开会")
        await chen.presses("确认发送")
        stopped = await (chen.says("停止发送") if in_words else chen.presses("停止发送"))
        assert stopped == "已停止，一条也没有发出。" and chen.buttons() == []
    await town.move_to("2019-11-26 09:00", "2019-11-26 09:30")
    assert not heard(lin, "周五开会")


async def test_it_is_found_among_the_notices_and_can_be_called_back(chen: Resident, lin: Resident) -> None:
    await chen.says("明早9点发给市公安局：周五开会")
    await chen.presses("确认发送")
    assert "定在11月26日（周二）9:00发出" in await chen.says("撤回刚才的通知")
    assert chen.buttons() == ["停止发送"]
    await chen.says("群发记录")
    assert "“周五开会”\n定在11月26日（周二）9:00发出" in await chen.presses("11月26日 周五开会")


async def test_what_has_lain_beyond_its_time_is_not_sent_at_once(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("下午3点通知市公安局：周五开会")
    await town.move_to("2019-11-25 15:01")
    await chen.presses("确认发送")
    assert any("15:00已经过了" in message.text for message in chen.messages())
    assert town.rows("SELECT * FROM broadcasts") == []


@pytest.mark.parametrize("ends", ["is removed", "is forgotten"])
async def test_what_somebody_let_wait_who_is_of_the_office_no_longer_does_not_go_out(
    town: Town, chen: Resident, lin: Resident, ends: str
) -> None:
    former = town.member(1078, "前主任", None, Role.COORDINATOR)
    await former.says("明早9点半发给市公安局：周五开会")
    await former.presses("确认发送")
    if ends == "is removed":
        await chen.says("移除前主任")
        await chen.presses("移除")
    else:
        await former.says("/forget")
        await former.presses("删除我的登记")
    await town.move_to("2019-11-26 09:31", "2019-11-26 09:33")
    assert not heard(lin, "周五开会") and not heard(former, "已发完")
    assert town.rows("SELECT finished_at IS NULL AS open FROM broadcasts") == [{"open": 0}]
    assert "停止群发 周五开会" in await chen.says("/audit")


async def test_no_time_that_is_named_is_lost(lin: Resident, chen: Resident) -> None:
    assert "11月26日（周二）15:00发出" in await chen.says("明天下午三点提醒全体交月报")
    await chen.says("取消", "取消")
    assert "通知\n明天下午三点跟公安局开会\n" in await chen.says("明天下午三点跟公安局开会，通知一下公安局")


async def test_one_under_way_is_called_off_without_its_name(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("通知公安局：周五开会")
    await chen.presses("确认发送")
    assert (await chen.says("那条不发了")).startswith("最近的群发：周五开会")


async def test_a_time_alone_is_on_the_day_named_before(chen: Resident, lin: Resident) -> None:
    await chen.says("群发公安局：请报材料", "周四下午发")
    assert "11月28日（周四）16:00发出。" in await chen.says("改成4点")


async def test_the_time_put_right_in_a_sentence_counts(chen: Resident, lin: Resident) -> None:
    await chen.says("明天上午9点，算了，10点群发公安局：请报材料")
    assert "11月26日（周二）10:00" in chen.sees() and "9:00" not in chen.sees()


@pytest.mark.parametrize("said", ["明天那条不发了", "明天不发了"])
async def test_a_notice_that_is_being_written_is_called_off_by_its_day_and_no_day_is_off(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("通知市公安局：12月6日前报年终总结", "明天上午发")
    assert (await chen.says(said)).startswith("不发了吗？")
    await chen.says("是")
    assert town.rows("SELECT * FROM calendar_days") == [] and town.rows("SELECT * FROM broadcasts") == []
    assert "放假" in await chen.says("明天不发提醒")


@pytest.mark.parametrize("said", ["明早10点发就行", "明天上午10点发就可以", "明早十点再发也行"])
async def test_when_it_goes_out_may_be_said_lightly(chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says("通知公安局：周五下午3点开会", said)
    assert "周五下午3点开会\n" in shown and "11月26日（周二）10:00发出。" in shown


@pytest.mark.parametrize("stops", ["不要了", "对", "对 别发了", "取消"])
async def test_the_only_one_that_waits_is_stopped_in_answer_to_the_question(
    town: Town, lin: Resident, chen: Resident, stops: str
) -> None:
    await chen.says("今天下午4点发给公安局：后天9点前把数据报来")
    await chen.presses("确认发送")
    assert (await chen.says("下午那个不发了")).startswith("不发了吗？还没有停。\n“后天9点前把数据报来”")
    assert await chen.says(stops) == "已停止，一条也没有发出。"
    await town.move_to("2019-11-25 16:10")
    assert all("数据报来" not in each.text for each in lin.messages())


async def test_it_goes_out_if_the_question_is_denied(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("今天下午4点发给公安局：后天9点前把数据报来")
    await chen.presses("确认发送")
    await chen.says("下午那个不发了", "算了还是发吧")
    await town.move_to("2019-11-25 16:10")
    assert "数据报来" in lin.sees()
