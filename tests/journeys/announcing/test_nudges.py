"""Nudges: at most once a day, with a preview; what has come of them."""

import pytest

from tests.journeys.announcing.announced import LATE, nudges, sends
from tests.journeys.town import Resident, Town


async def test_all_people_of_the_unit_are_asked_for_one_task_after_a_look(
    town: Town, chen: Resident, zhou: Resident, wu: Resident, lin: Resident
) -> None:
    preview = await chen.says(f"催一下市场监管局{LATE}")
    assert preview.startswith(
        "还没发出。2 人（市市场监管局）会收到：\n\n催办\n办公室请市市场监管局尽快填报：\n🔴 43-4 "
    )
    assert nudges(zhou) == []
    assert (await chen.presses("确认发送")).endswith("已催办 1 项，2 人会收到。")
    await town.app.ticker.tick()
    assert len(nudges(zhou)) == len(nudges(wu)) == 1 and nudges(lin) == []
    assert nudges(zhou)[0] in preview.replace("\n\n没问题", "") and zhou.buttons() == ["43-4 报进展"]
    assert "填报 43-4" in await zhou.presses("43-4 报进展")


async def test_a_task_is_asked_for_once_in_a_day(town: Town, chen: Resident, zhou: Resident) -> None:
    await sends(town, chen)
    refused = "43-4（市市场监管局）24 小时内已经催过，11月26日（周二）08:30以后可以再催。"
    assert await chen.says(f"催一下{LATE}") == refused
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'nudge' AND state <> 'ended'") == []
    await town.move_to("2019-11-26 08:31")
    await sends(town, chen)
    assert len(nudges(zhou)) == 2


async def test_everything_overdue_and_silent_goes_by_one_press(
    town: Town, chen: Resident, zhou: Resident, lin: Resident
) -> None:
    assert "没有联络员、催不到：市卫生健康委。" in await chen.says("/nudge")
    assert chen.buttons()[:2] == ["逾期又久未填报的（1 项）", "市市场监管局（1）"]
    assert "要附一句话吗" in await chen.presses("逾期又久未填报的")
    preview = await chen.presses("跳过")
    assert "1 人（市市场监管局）会收到" in preview
    assert (await chen.presses("确认发送")).startswith("已催办 1 项，1 人会收到。")
    await town.app.ticker.tick()
    assert "43-4" in nudges(zhou)[0] and nudges(lin) == []


async def test_a_deadline_in_doubt_is_asked_for_by_its_code_alone(chen: Resident, zhou: Resident) -> None:
    assert "29-7" not in await chen.says("/nudge 市场监管局")
    await chen.says("/cancel")
    await chen.presses("不要了")
    assert "🔴⚠️ 29-7" in await chen.says("催一下29-7")


async def test_what_was_reported_within_a_week_is_not_silent(chen: Resident, zhou: Resident) -> None:
    await zhou.reports(LATE, "进行中", "50")
    await chen.says("/nudge")
    assert "没有联络员、催不到：市卫生健康委。" in chen.sees()
    assert chen.buttons() == ["提醒函 / 督办单 .docx", "取消"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("催一下公安局1-2", "1-2"),
        ("请催一下公安局1-2，周五前报上来", "1-2"),
        ("remind the police about 1-2", "1-2"),
        ("请公安局尽快报送1-2进展", "1-2"),
        ("催办所有逾期的", "43-4"),
    ],
)
async def test_it_is_said_in_words(chen: Resident, lin: Resident, zhou: Resident, words: str, code: str) -> None:
    preview = await chen.says(words)
    assert preview.startswith("还没发出。") and code in preview and "确认发送" in chen.buttons()
    assert "催一下" not in preview


async def test_the_card_of_the_office_has_the_button(chen: Resident, zhou: Resident) -> None:
    await chen.says(LATE)
    assert "催办" in chen.buttons()
    assert (await chen.presses("催办")).startswith("还没发出。1 人（市市场监管局）会收到：")
    await zhou.says(LATE)
    assert "催办" not in zhou.buttons()


async def test_a_report_made_meanwhile_takes_the_task_out(town: Town, chen: Resident, zhou: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(hour=22)
    await chen.says("/nudge 市场监管局")
    await chen.presses("确认发送")
    await zhou.reports(LATE, "进行中", "60")
    await zhou.reports("29-7", "已完成")
    await town.move_to("2019-11-26 08:00")
    assert nudges(zhou) == []


async def test_it_is_sent_once_however_often_it_is_pressed_and_logged(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await chen.says(f"催一下{LATE}")
    message = chen.last()
    [data] = [button.callback_data or "" for button in message.buttons if button.text == "确认发送"]
    for _ in range(2):
        town.world.press(chen.id, chen.id, message.message_id, data, forged=True)
    await town.settle()
    await town.restart_undone()
    await town.app.ticker.tick()
    assert len(nudges(zhou)) == 1
    [line] = town.rows("SELECT subject, detail FROM audit WHERE action = 'nudge'")
    assert line == {"subject": "43-4", "detail": '{"people": 1, "units": 1}'}


async def test_an_unreachable_liaison_is_not_counted(town: Town, chen: Resident, zhou: Resident, wu: Resident) -> None:
    town.db.change("UPDATE people SET unreachable_at = '2019-11-20' WHERE name = '周科长'")
    assert (await chen.says(f"催一下{LATE}")).startswith("还没发出。1 人（市市场监管局）")


async def test_only_the_office_nudges(town: Town, lin: Resident, zhou: Resident) -> None:
    assert "办公室使用" in await lin.says("/nudge")
    await lin.says("催一下市场监管局43-4")
    [task] = town.rows("SELECT id FROM tasks WHERE code = '43-4'")
    assert "办公室使用" in await lin.forges(f"nudge:task:{task['id']}")
    assert town.rows("SELECT * FROM nudges") == [] and nudges(zhou) == []


async def test_english_readers_are_asked_in_english(town: Town, chen: Resident, grace: Resident) -> None:
    await grace.says("/language")
    await grace.presses("English")
    [row] = town.rows(
        """SELECT code FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
        WHERE name = '市贸促会' ORDER BY position LIMIT 1"""
    )
    await sends(town, chen, f"催一下{row['code']}")
    assert nudges(grace)[0].startswith("Reminder\nThe office asks 市贸促会 to report soon:")


async def test_agreement_where_it_is_asked_who_is_to_be_nudged_means_nobody(chen: Resident) -> None:
    assert (await chen.says("催办")).startswith("催办哪些？")
    assert (await chen.says("确认")).startswith("“确认”答不了这里问的")


@pytest.mark.parametrize(
    "asked",
    [
        "催办的结果怎么样",
        "昨天催了谁",
        "催办的都收到了吗",
        "催过的报了没有",
        "催办记录",
        "市场局催了吗",
        "上次催是啥时候",
    ],
)
async def test_what_has_come_of_nudges_is_told(town: Town, chen: Resident, zhou: Resident, asked: str) -> None:
    named = {"市场局催了吗": "市市场监管局"}.get(asked, "")
    assert await chen.says(asked) == f"近 7 天没有催办过{named}。发“催办”可以催。"
    await sends(town, chen)
    told = await chen.says(asked)
    assert told.startswith("近 7 天催办过 1 项，其中 0 项已经报了。\n🔴 43-4 ") and told.endswith("11月25日催 · 还没报")
    await town.move_to("2019-11-25 08:40")
    await zhou.submits("43-4 50%，正在备课")
    assert (await chen.says(asked)).endswith("11月25日催 · 已报")


async def test_only_nudges_of_who_is_named_are_told_where_one_asks_for_them(
    town: Town, chen: Resident, zhou: Resident, nong: Resident
) -> None:
    await sends(town, chen, "催办市场监管局43-4和农业局29-4")
    assert (await chen.says("催过农业局吗")).startswith("近 7 天催办过 1 项") and chen.buttons() == ["29-4"]
    assert await chen.says("催过公安局没有") == "近 7 天没有催办过市公安局。发“催办”可以催。"
    await chen.says("催过43-4没有")
    assert chen.buttons() == ["43-4"]


@pytest.mark.parametrize(
    ("asked", "of"),
    [("除了市公安局还催过谁", "其他单位"), ("催过各区吗", "各区人民政府"), ("催过公安局没有", "市公安局")],
)
async def test_of_whom_there_was_no_nudge_is_said_as_it_was_asked(chen: Resident, asked: str, of: str) -> None:
    assert await chen.says(asked) == f"近 7 天没有催办过{of}。发“催办”可以催。"


async def test_an_order_with_its_time_keeps_the_time_where_it_is_asked_what_to_nudge_for(
    chen: Resident, zhou: Resident
) -> None:
    assert "发送时间：11月26日（周二）9:00" in await chen.says("催办", "明天上午9点催市场监管局43-4")
    assert "要附一句话吗" in chen.sees()


async def test_a_letter_on_paper_is_sent_while_a_nudge_is_looked_at(chen: Resident, zhou: Resident) -> None:
    question = await chen.says("催29-7")
    await chen.says("市监局给个督办函")
    *_, letter, again = chen.heard()
    assert letter.startswith("给市市场监管局的") and again == question


@pytest.mark.parametrize("said", ["要催市场局吗", "有必要催一下市场局吗", "should we nudge the market bureau?"])
async def test_whether_to_nudge_is_answered_with_what_there_is_to_ask_and_begins_nothing(
    chen: Resident, zhou: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert shown.startswith("可以催的有 1 项，还没有催：\n🔴 43-4") and "没有正在填的内容" in await chen.says("取消")
    await chen.says(said)
    assert "1 人（市市场监管局）会收到" in await chen.presses("催办")


async def test_a_question_that_would_cover_the_answer_above_it_is_not_put_again(chen: Resident, zhou: Resident) -> None:
    await chen.says("催办")
    for command in ("/people", "/settings"):
        await chen.says(command)
        assert chen.sees() == "有一次催办还没确认，要接着办请点“继续”。" and chen.buttons() == ["继续"]
    assert (await chen.says("市市场监管局")).startswith("要附一句话吗？")


async def test_a_nudge_with_something_left_to_ask_is_shown_again(
    town: Town, chen: Resident, ding: Resident, zhou: Resident, lin: Resident
) -> None:
    await chen.says(f"催一下{LATE}、1-2")
    await sends(town, ding)
    assert "1-2" in (shown := await chen.presses("确认发送")) and "24 小时内催过，这次不再催：43-4" in shown
    assert "已催办 1 项" in await chen.presses("确认发送")
