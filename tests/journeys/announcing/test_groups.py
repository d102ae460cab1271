from urllib.parse import parse_qs, urlsplit

import pytest

from tests.journeys.files_sent import PHOTO
from tests.journeys.town import Resident, Town

PUT_RIGHT = ("我报错了", "刚才那个改成70%", "withdraw 1-2", "撤回1-2")


async def test_a_coordinator_binds_a_group_to_the_whole_plan(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert chen.sees(group).startswith("大家好！")
    assert (await chen.says("/bind", chat=group)).startswith("本群已绑定：全部任务。")
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": group}]
    assert town.rows("SELECT * FROM group_units") == []


async def test_what_is_said_of_a_binding_that_was_taken_back_names_the_group(town: Town, chen: Resident) -> None:
    await town.bind_group(chen)
    await chen.says("撤销")
    assert "绑定群：联络员群" in await chen.presses("撤销")


async def test_a_bound_group_hears_on_monday_what_falls_due(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    heard = len(chen.heard(group))
    await town.move_to("2019-11-25 09:00")
    [posted] = chen.heard(group)[heard:]
    assert posted.startswith("本周工作提示：到期 1 项，已过期限 2 项")
    assert "43-5 12315平台培训班（市市场监管局） · 11月30日" in posted
    assert "29-11" not in posted, "its deadline is in doubt"


async def test_a_bound_group_hears_once_a_week(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await town.move_to("2019-11-25 09:00")
    heard = len(chen.heard(group))
    for day in ("26", "27", "28", "29"):
        await town.move_to(f"2019-11-{day} 09:00")
    assert len(chen.heard(group)) == heard
    await town.move_to("2019-12-02 09:00")
    assert len(chen.heard(group)) == heard + 1


async def test_a_group_is_bound_by_any_name_that_sentences_take(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert (await chen.says("/bind gaj", chat=group)).startswith("本群已绑定：市公安局。")
    assert (await chen.says("/bind 水务局", chat=group)).startswith("没有“水务局”这个单位，请写任务表里的单位名")


async def test_a_member_asks_in_the_group_what_falls_due(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says("/deadlines", chat=group)).startswith("本周工作提示：")


async def test_a_group_with_nothing_due_is_asked_for_nothing(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert await chen.says("/bind 市公安局", "/deadlines", chat=group) == "本周工作提示：到期 0 项，已过期限 0 项"


async def test_unbinding_ends_it(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert await chen.says("/bind", "/unbind", chat=group) == "本群已取消绑定，不再发布提示。"
    heard = len(chen.heard(group))
    await town.move_to("2019-11-25 09:00")
    assert len(chen.heard(group)) == heard


async def test_only_a_coordinator_binds(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert await lin.says("/bind", chat=group) == ""
    await chen.says("/bind", chat=group)
    assert "由办公室使用" in await lin.says("/unbind", chat=group)
    assert len(town.rows("SELECT * FROM group_chats")) == 1


async def test_binding_to_an_unknown_unit_binds_nothing(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert (await chen.says("/bind 火星局", chat=group)).startswith("没有“火星局”这个单位")
    assert town.rows("SELECT * FROM group_chats") == []


async def test_personal_matters_are_sent_to_the_private_chat(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    for words in ("/start", "/invite 市公安局"):
        assert await chen.says(words, chat=group) == "这件事请私聊我办理。"
    assert await lin.says("/tasks", chat=group) == ""


async def test_a_command_that_a_group_has_not_is_sent_to_the_private_chat_if_it_is_the_bots(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    own = town.app.bot.username
    for words in (f"/people@{own}", f"/audit@{own}", f"/update@{own}", f"/nonsense@{own}"):
        assert (await chen.says(words, chat=group)).startswith("这件事请私聊我办理。"), words
    said = chen.last(group).message_id
    assert (await lin.says("/tasks", chat=group, reply_to=said)).startswith("这件事请私聊我办理。")
    for words in ("/people", "/nonsense", "/people@another_bot"):
        assert await lin.says(words, chat=group) == "", words


async def test_a_group_command_in_private_says_where_it_belongs(chen: Resident) -> None:
    assert await chen.says("/bind") == await chen.says("/unbind") == "请在群里使用这个命令。"


async def test_a_mention_in_a_bound_group_is_answered_for_the_whole_plan(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says("@liaison_test_bot 本周到期", chat=group)).startswith("共 3 项 · 本周到期")
    assert (await lin.says("2-7搞到哪了 @liaison_test_bot", chat=group)).startswith("2-7 兽药")
    counts = await lin.says("@liaison_test_bot 汇总", chat=group)
    assert "共 255 项 · 全部任务" in counts and counts.endswith("\n已办结 2 · 还没报过 253")


async def test_a_reply_to_the_bot_is_answered_like_a_mention(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    posted = chen.last(group).message_id
    assert (await lin.says("逾期的呢", chat=group, reply_to=posted)).startswith("共 7 项 · 已逾期")
    assert await lin.says("收到", chat=group, reply_to=posted) == ""


async def test_other_talk_in_a_group_is_not_answered(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    town.world.add_bot_to_group(chen.id, group, "administrator")
    await chen.says("/bind", chat=group)
    for words in ("本周到期", "2-7", "@lin_jing 我的任务", "2-7 完成80%"):
        assert await lin.says(words, chat=group) == ""
    for _ in range(40):
        assert await lin.says("大家辛苦了", chat=group) == ""


async def test_other_talk_in_a_group_is_not_kept(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    town.world.add_bot_to_group(chen.id, group, "administrator")
    await lin.says("张三的电话是多少", chat=group)
    assert town.rows("SELECT 1 FROM inbox WHERE body LIKE '%张三%'") == []


async def test_my_tasks_in_a_group_are_the_persons_own(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says("@liaison_test_bot 我的任务", chat=group)).startswith("共 8 项 · 我的任务")


async def test_what_was_reported_is_not_shown_in_a_group(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "60", "正在侦办某某案")
    group = await town.found_group(chen, lin)
    await chen.says("/bind 公安局", chat=group)
    shown = await lin.says("@liaison_test_bot 1-2", chat=group)
    assert "进行中 60%" in shown
    assert "某某案" not in shown and "林警官" not in shown


async def test_nothing_is_reported_from_a_group(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    for words in (
        "1-2 完成80%",
        "报进展",
        "1-2 申请延期",
        "我报过什么",
        "铁拳行动完成80%",
        "撤回",
        "本期无变化",
        *PUT_RIGHT,
    ):
        assert await lin.says(f"@liaison_test_bot {words}", chat=group) == "这件事请私聊我办理。"
        assert lin.buttons(group) == ["去私聊"]
    assert town.rows("SELECT * FROM dialogs") == []


async def test_several_tasks_or_units_that_may_be_meant_are_named_in_the_group(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    asked = await chen.says("/bind", "@liaison_test_bot 铁拳行动怎么样了", chat=group)
    assert asked.startswith("您指的是哪一项？") and "1-8" in asked and "3-19" in asked
    assert chen.buttons(group) == ["1-8", "3-19"]
    assert "市税务局、市商务局" in await chen.says("@liaison_test_bot swj的任务", chat=group)


async def test_a_task_that_may_be_meant_is_pressed_by_any_member(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind", "@liaison_test_bot 铁拳行动怎么样了", chat=group)
    assert (await lin.presses("3-19", chat=group)).startswith("3-19 铁拳行动持续打侵权")
    assert (await chen.presses("1-8", chat=group)).startswith("1-8 铁拳方案严查商标专利")


async def test_a_press_in_a_group_shows_nothing_outside_its_scope(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    group = await town.found_group(chen, lin, stranger)
    await chen.says("/bind", "@liaison_test_bot 铁拳行动怎么样了", chat=group)
    assert await stranger.presses("1-8", chat=group) == stranger.sees(group)
    await chen.says("/bind 公安局", chat=group)
    assert await lin.presses("1-8", chat=group) == "本群只回答市公安局的任务；其他的请私聊我。"
    await chen.says("/unbind", chat=group)
    assert "铁拳" not in await chen.presses("1-8", chat=group)


async def test_the_weeks_list_is_also_asked_for_in_words(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    for words in ("本周提示", "麻烦到期提示", "本周清单", "每周清单", "this week's list"):
        assert (await lin.says(f"@liaison_test_bot {words}", chat=group)).startswith("本周工作提示：到期 1 项")


async def test_a_mention_without_a_question_is_told_what_can_be_asked(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    for words in ("", "你好", "今天天气怎么样", "帮助"):
        assert (await chen.says(f"@liaison_test_bot {words}", chat=group)).startswith("在群里可以@我问：")
    assert (await chen.says("@liaison_test_bot 9-99", chat=group)).startswith("任务表里没有任务 9-99")


async def test_a_group_command_of_the_office_names_nothing_that_the_group_does_not_answer(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    for words in ("/unbind", "@liaison_test_bot 解绑"):
        assert await lin.says(words, chat=group) == "这项操作由办公室使用。"


async def test_a_mention_in_a_group_that_is_not_bound_shows_nothing(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert await lin.says("@liaison_test_bot 逾期的", chat=group) == ""
    for said in ("@liaison_test_bot 逾期的", "/deadlines"):
        assert (await chen.says(said, chat=group)).startswith("本群没有绑定")
    assert await chen.says("/groups", chat=group) == "这件事请私聊我办理。"


async def test_a_stranger_in_a_bound_group_gets_no_answer(town: Town, chen: Resident, stranger: Resident) -> None:
    group = await town.bind_group(chen, stranger)
    assert await stranger.says("@liaison_test_bot 逾期的", chat=group) == ""


async def test_an_english_reader_is_answered_in_english_in_a_group(town: Town, chen: Resident, grace: Resident) -> None:
    group = await town.bind_group(chen, grace)
    assert (await grace.says("@liaison_test_bot what is overdue?", chat=group)).startswith("7 tasks · Overdue")


async def test_a_question_what_groups_are_told_is_no_notice(town: Town, chen: Resident) -> None:
    assert (await chen.says("群里发什么")).startswith("还没有绑定的群。")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'broadcast'") == []


async def test_the_caption_of_a_photo_in_a_group_is_read_where_it_names_the_bot(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    before = len(lin.heard(group))
    town.world.send_photo(lin.id, PHOTO, "6-7 现场照片", group)
    await town.settle()
    assert len(lin.heard(group)) == before
    town.world.send_photo(lin.id, PHOTO, "@liaison_test_bot 6-7 完成60%，开了会", group)
    await town.settle()
    assert "私聊" in lin.sees(group)
    assert town.rows("SELECT * FROM reports") == []
    town.world.send_photo(lin.id, PHOTO, "@liaison_test_bot 本周清单", group)
    await town.settle()
    assert lin.sees(group).startswith("本周工作提示：")


async def test_an_answer_that_a_muted_bot_cannot_give_is_one_line_in_the_log(
    town: Town, chen: Resident, lin: Resident, caplog: pytest.LogCaptureFixture
) -> None:
    group = await town.bind_group(chen, lin)
    town.world.add_bot_to_group(chen.id, group, status="restricted")
    await town.settle()
    await lin.says("@liaison_test_bot 逾期的", chat=group)
    told = [each for each in caplog.records if each.name == "handlers.entrance.failures"]
    assert [each.exc_info for each in told] == [None]
    assert "not enough rights to send text messages to the chat" in told[0].getMessage().lower()
    town.failures.clear()


@pytest.mark.parametrize("said", ["谁没来", "谁没到", "还有谁没回"])
async def test_what_is_not_understood_never_lists_the_whole_plan(town: Town, chen: Resident, said: str) -> None:
    group = await town.bind_group(chen)
    assert (await chen.says(f"{said} @liaison_test_bot", chat=group)).startswith("在群里可以@我问")
    assert "全部任务" not in await chen.says(said)


async def test_a_list_in_a_group_has_at_most_ten_tasks(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    assert "……另有 34 项" in await chen.says("12月的 @liaison_test_bot", chat=group)


async def test_a_call_for_help_is_no_search(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says("@liaison_test_bot help me", chat=group)).startswith("在群里可以@我问")


@pytest.mark.parametrize("said", ["29-4不归我们管", "把29-4办结", "29-4 改到12月底", "1-2 已完成80%"])
async def test_what_is_to_change_is_sent_to_the_private_chat(
    town: Town, chen: Resident, nong: Resident, said: str
) -> None:
    group = await town.bind_group(chen, nong)
    assert await nong.says(f"@liaison_test_bot {said}", chat=group) == "这件事请私聊我办理。"
    assert (await nong.says("@liaison_test_bot 29-4完成了没", chat=group)).startswith("29-4 ")


async def test_the_weeks_list_says_how_many_doubtful_deadlines_it_leaves_out(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    assert "另有 7 项期限存疑，没有列入。" in await chen.says("/deadlines", chat=group)
    assert "……另有 44 项。要看全，请加上单位再问" in await chen.says("@liaison_test_bot 今年还有几个要办完", chat=group)


async def test_an_english_group_is_answered_in_english(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    await chen.says("/bind English", chat=group)
    assert (await lin.says("/deadlines", chat=group)).startswith("This week: 1 due")
    assert (await lin.says("@liaison_test_bot 逾期的", chat=group)).startswith("7 tasks · Overdue")


async def test_what_was_written_in_the_group_stands_ready_in_the_private_chat(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    for said in ("谁还没来登记", "我不会用 谁教我一下"):
        await chen.says(f"@liaison_test_bot {said}", chat=group)
        [button] = chen.last(group).buttons
        assert (button.text, parse_qs(urlsplit(button.value).query)) == ("去私聊", {"text": [said]})
    await lin.says("@liaison_test_bot 收到，我参加", chat=group)
    [text] = parse_qs(urlsplit(lin.last(group).buttons[0].value).query)["text"]
    assert text == "告诉办公室：收到，我参加" and "会告诉办公室：\n“收到，我参加”" in await lin.says(text)
    await chen.says(f"@liaison_test_bot 1-2 {'有进展，' * 40}", chat=group)
    assert chen.last(group).buttons[0].value == "https://t.me/liaison_test_bot"


async def test_a_list_by_unit_in_a_group_has_at_most_ten_units(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    shown = await chen.says("@liaison_test_bot 谁还没报", chat=group)
    assert shown.startswith("共 38 家 253 项") and len(shown.splitlines()) == 12
    assert shown.endswith("……其余的请私聊我看。") and chen.buttons(group) == ["去私聊"]


@pytest.mark.parametrize("said", ["例会在哪开", "会议几点", "什么时候开会"])
async def test_when_and_where_people_meet_is_told_from_the_notice_to_the_group(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says(f"@liaison_test_bot {said}", chat=group)).startswith("在群里可以@我问")
    await chen.says("群里发：周五上午9点在市局三楼开例会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:50")
    assert "周五上午9点在市局三楼开例会" in await lin.says(f"@liaison_test_bot {said}", chat=group)
    assert (await lin.says("@liaison_test_bot 会议哪些人来", chat=group)).startswith("在群里可以@我问")
