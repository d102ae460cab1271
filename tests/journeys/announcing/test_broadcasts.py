"""Broadcasts of the office: what is sent to whom, the preview, sending, and the answers."""

import pytest

from bot.emulator import FaultKind
from data.people.people import Role
from tests.journeys.announcing.announced import MEETING, notices
from tests.journeys.town import Resident, Town


async def sends(town: Town, chen: Resident, words: str = f"给所有联络员发通知：{MEETING}") -> str:
    """Send the broadcast that a sentence describes; return how it ended."""
    await chen.says(words)
    await chen.sends_out()
    return chen.sees()


async def test_a_notice_is_written_addressed_looked_at_and_sent(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    assert (await chen.says("/broadcast")).startswith("要发什么？")
    assert (await chen.says(MEETING)).startswith(f"要发的：{MEETING}\n发给谁？")
    assert "要对方点按钮回复吗" in await chen.presses("全体联络员")
    preview = await chen.presses("不需要回复")
    assert preview.startswith(
        f"还没发出。收到的人会看到：\n通知\n{MEETING}\n\n发给 3 人（2 个单位：市公安局、市市场监管局）。"
    )
    assert notices(lin) == [] and town.rows("SELECT * FROM broadcasts") == []
    assert (await chen.presses("确认发送")).startswith("正在发送：0/3")
    await town.app.ticker.tick()
    assert [notices(each) for each in (lin, zhou, wu)] == [[f"通知\n{MEETING}"]] * 3
    assert chen.sees().startswith("已发完，3 条送到。")
    assert notices(chen) == []


async def test_a_notice_may_be_anything_a_question_too(chen: Resident, lin: Resident) -> None:
    assert "发给谁？" in await chen.says("/broadcast", "我们还有哪些没完成？请各单位都理一理")
    await chen.presses("全体联络员", "需要回复")
    assert "有哪些答案" in await chen.says("2-7的材料都齐了吗？")


async def test_what_only_the_office_asks_is_doubted_where_a_notice_is_asked_for(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 完成了 抓了5人")
    assert (await chen.says("群发", "有要审的吗")).startswith("“有要审的吗”，您是想…？")
    await chen.presses("是别的事")
    answered, asked_again = (message.text for message in chen.messages()[-2:])
    assert answered.startswith("等待审核的填报 1 份。") and asked_again.startswith("要发什么？")


async def test_what_cannot_be_sent_is_refused_in_a_sentence_and_nothing_is_lost(town: Town, chen: Resident) -> None:
    assert "内容是空的" in await chen.says("/broadcast", "　") or "写几个字" in chen.sees()
    assert "文字请控制在 2000 字以内" in await chen.says("长" * 2001)
    assert "文字请控制在 2000 字以内（现在 2002 字）" in await chen.says("😀" * 1001)
    assert "这里只收文字、照片和文件" in await chen.does(lambda: town.world.share_contact(chen.id, phone="13800000000"))
    await chen.says(MEETING)
    big = b"0" * (20 * 1024 * 1024 + 1)
    answer = await chen.does(lambda: town.world.send_document(chen.id, "录像.zip", big))
    assert "“录像.zip”有 20.1 MB，最多 20 MB" in answer and f"要发的：{MEETING}" in answer
    answer = await chen.says("火星局")
    assert answer.startswith("没有“火星局”这个单位") and f"要发的：{MEETING}" in answer
    await chen.presses("选单位", "市公安局", "选好了", "需要回复")
    assert "请写 2 到 4 个答案" in await chen.says("能来吗", "能来")
    assert "请写 2 到 4 个答案" in await chen.says("一、二、三、四、五")
    assert "这一天已经过了" in await chen.says("能来、不能来", "昨天")
    assert "先放着" in await chen.says("等我想想")
    assert "看懂" in await chen.says("继续", "星期八") or "日期" in chen.sees()
    preview = await chen.says("周四")
    assert MEETING in preview and "请在11月28日（周四）前" in preview
    assert "选中的人现在都收不到" in preview
    assert "选中的人现在都收不到" in await chen.presses("确认发送")
    assert town.rows("SELECT * FROM broadcasts") == [] and "确认发送" in chen.buttons()


async def test_a_group_that_is_not_bound_any_more_gets_nothing(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await chen.says(f"在群里发个通知：{MEETING}")
    await chen.says("/unbind", chat=group)
    assert "选中的人现在都收不到" in await chen.presses("确认发送")
    assert chen.heard(group)[-1].startswith("本群已取消绑定")


async def test_sending_can_be_stopped_and_says_who_had_it(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await town.app.ticker.stop()
    await chen.says(f"给所有联络员发通知：{MEETING}")
    assert (await chen.presses("确认发送", "停止发送")).startswith("已停止发送，之前 0 条已经送到。")
    await town.app.ticker.tick()
    assert notices(lin) == notices(zhou) == []
    assert "停止时还没发（2）：林警官（市公安局）、周科长（市市场监管局）" in chen.sees()


async def test_at_night_it_is_said_when_it_goes_out(town: Town, chen: Resident, lin: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(hour=22)
    assert "现在是免打扰时段，8 点开始发。" in await chen.says(f"给所有联络员发通知：{MEETING}")
    await chen.sends_out()
    assert notices(lin) == []
    await town.move_to("2019-11-26 08:00")
    assert notices(lin) == [f"通知\n{MEETING}"] and chen.sees().startswith("已发完，1 条送到。")


async def test_who_has_quiet_hours_gets_it_after_them(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    town.db.change("UPDATE people SET quiet_from = 7, quiet_to = 12 WHERE name = '林警官'")
    assert await sends(town, chen) == "正在发送：1/2\n还有 1 人设了免打扰时段，过后就会收到。"
    await town.move_to("2019-11-25 12:00")
    assert notices(lin) == notices(zhou) == [f"通知\n{MEETING}"]


async def test_who_has_lost_the_role_meanwhile_gets_nothing(town: Town, chen: Resident, lin: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(hour=22)
    await sends(town, chen)
    town.db.change("DELETE FROM memberships WHERE role = 'liaison'")
    await town.move_to("2019-11-26 08:00")
    assert notices(lin) == [] and "已不在名单里（1）：林警官" in chen.sees()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("refused", "Telegram 没有接收（1）：林警官（市公安局）"),
        ("unreachable", "停用了机器人或已注销（1）：林警官（市公安局）"),
        ("TimedOut", "不确定是否送到（1）：林警官（市公安局）"),
    ],
)
async def test_why_it_did_not_arrive_is_told(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, error: str, told: str
) -> None:
    await sends(town, chen)
    town.db.change("UPDATE outbox SET state = 'dead', error = ? WHERE chat_id = ?", [error, lin.id])
    assert told in await chen.says("没收到的有谁")


async def test_an_uncertain_one_is_held_and_sent_once_more_with_a_word(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says(f"给所有联络员发通知：{MEETING}")
    town.world.faults.add(FaultKind.CUT_AFTER, "sendMessage")
    await chen.sends_out()
    assert "有 1 条不确定是否送到，5 分钟后再发一次" in chen.sees()
    await town.move_to("2019-11-25 08:36")
    assert [text.startswith("（可能重复）") for text in notices(lin)] == [False, True]
    assert chen.sees().startswith("已发完，1 条送到。")


async def test_pressing_twice_and_a_restart_send_nothing_twice(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says(f"给所有联络员发通知：{MEETING}")
    message = chen.last()
    [data] = [button.callback_data or "" for button in message.buttons if button.text == "确认发送"]
    for _ in range(2):
        town.world.press(chen.id, chen.id, message.message_id, data, forged=True)
    await town.settle()
    await town.restart_undone()
    await town.app.ticker.tick()
    assert len(town.rows("SELECT * FROM broadcasts")) == 1 and len(notices(lin)) == 1


async def test_it_is_logged(town: Town, chen: Resident, lin: Resident) -> None:
    await sends(town, chen)
    [line] = town.rows("SELECT action, detail FROM audit WHERE action LIKE 'broadcast%'")
    assert line == {"action": "broadcast", "detail": '{"groups": 0, "people": 1, "units": 1}'}


async def test_a_liaison_broadcasts_nothing(town: Town, lin: Resident, zhou: Resident) -> None:
    assert "办公室使用" in await lin.says("/broadcast")
    assert "办公室使用" in await lin.says("群发")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'broadcast'") == []


async def test_who_is_no_coordinator_any_more_cannot_send_what_was_written(
    town: Town, chen: Resident, lin: Resident
) -> None:
    town.member(1030, "另一位主任", None, Role.COORDINATOR)
    await chen.says(f"给所有联络员发通知：{MEETING}")
    town.db.change(
        "UPDATE memberships SET role = 'observer' WHERE person_id = (SELECT id FROM people WHERE name = '陈主任')"
    )
    answer = await chen.presses("确认发送")
    assert "办公室使用" in answer and MEETING in answer
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_english_readers_hear_the_frame_in_english(town: Town, chen: Resident, grace: Resident) -> None:
    await grace.says("/language")
    await grace.presses("English")
    await sends(town, chen)
    assert notices(grace) == [f"Notice\n{MEETING}"]


async def test_a_command_in_between_is_answered_and_the_question_comes_back(chen: Resident, lin: Resident) -> None:
    answer = await chen.says("/broadcast", MEETING, "/review")
    assert "发给谁？" in answer and f"要发的：{MEETING}" in answer


async def test_whether_answers_are_wanted_is_said_in_words(chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast", MEETING)
    await chen.presses("全体联络员")
    assert (await chen.says("看情况吧")).startswith("这一步请点下面的按钮回答")
    assert (await chen.says("不用回复")).startswith("还没发出。")


async def test_a_section_named_in_a_sentence_has_its_units_told(chen: Resident, lin: Resident) -> None:
    assert "没有联络员的单位有 12 个" in await chen.says("通知第二部分的单位：周五开会")


async def test_stopping_and_looking_back_are_said_in_words(town: Town, chen: Resident, lin: Resident) -> None:
    assert await chen.says("停止发送") == "现在没有正在发送的群发。"
    assert await chen.says("群发记录") == "还没有群发过。"
    await town.app.ticker.stop()
    await chen.says(f"给所有联络员发通知：{MEETING}")
    await chen.presses("确认发送")
    assert (await chen.says("停止发送")).startswith("已停止发送，之前 0 条已经送到。")
    assert "停止时还没发（1）：林警官（市公安局）" in await chen.says("上次群发谁没收到")
    assert (await chen.says("群发记录")).startswith("共 1 次群发，点开看送达和回复：")
    assert "停止时还没发（1）：林警官（市公安局）" in await chen.presses("11月25日")


async def test_who_asks_whether_it_was_received_sees_the_newest(chen: Resident, lin: Resident, nong: Resident) -> None:
    for notice in ("通知公安局：周五开会", "通知农业局：明天停电"):
        await chen.says(notice)
        await chen.sends_out()
    for said in ("刚才的通知都收到了吗", "谁还没看通知"):
        assert "明天停电" in await chen.says(said)
    assert (await chen.presses("以前的群发")).startswith("共 2 次群发")


async def test_how_a_unit_stands_may_be_asked_where_units_are_to_be_named(chen: Resident) -> None:
    answer = await chen.says("群发", "周五开会", "市公安局怎么样")
    assert answer.startswith("汇总 · 市公安局") and "发给谁？" in answer
