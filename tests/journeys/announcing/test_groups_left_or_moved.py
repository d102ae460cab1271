"""Groups that the bot leaves, that have removed it, or that become supergroups."""

from itertools import permutations

import pytest
from telegram.error import BadRequest, Forbidden, TelegramError, TimedOut

from bot.emulator.membership import GROUP_ANONYMOUS_BOT
from handlers.entrance.texts.access import STRANGER
from tests.journeys.town import GROUP, SUPERGROUP, Resident, Town


async def test_the_bot_leaves_a_group_that_a_stranger_added_it_to(town: Town, stranger: Resident) -> None:
    await town.found_group(stranger)
    assert town.world.chat(GROUP).bot_status == "left"
    assert "先告退了" in stranger.sees(GROUP)


async def test_the_bot_leaves_a_group_that_a_liaison_added_it_to(town: Town, lin: Resident) -> None:
    await town.found_group(lin)
    assert town.world.chat(GROUP).bot_status == "left"


async def test_the_bot_leaves_a_group_that_somebody_who_stays_anonymous_added_it_to(town: Town, chen: Resident) -> None:
    town.world.add_user(GROUP_ANONYMOUS_BOT, "Group", "")
    town.world.add_group(GROUP, "联络员群", [chen.id])
    town.world.add_bot_to_group(GROUP_ANONYMOUS_BOT, GROUP)
    await town.settle()
    assert town.world.chat(GROUP).bot_status == "left"


@pytest.mark.parametrize(
    "why",
    [BadRequest("Not enough rights to send text messages to the chat"), Forbidden("bot was kicked"), TimedOut()],
)
async def test_the_bot_leaves_a_group_where_it_may_not_say_goodbye(
    town: Town, stranger: Resident, monkeypatch: pytest.MonkeyPatch, why: TelegramError
) -> None:
    async def refused(*_: object) -> None:
        raise why

    monkeypatch.setattr("handlers.announcing.groups.answer", refused)
    await town.found_group(stranger)
    assert town.world.chat(GROUP).bot_status == "left"


async def test_a_group_that_removed_the_bot_is_forgotten(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    town.world.remove_bot(chen.id, group)
    await town.settle()
    assert town.rows("SELECT * FROM group_chats") == []


@pytest.mark.parametrize(
    "told", [*permutations(("joined", "to", "from")), ("to",), ("from",), ("joined",)], ids=" ".join
)
async def test_a_group_that_a_stranger_turned_into_a_supergroup_stays_bound(
    town: Town, chen: Resident, stranger: Resident, told: tuple[str, ...]
) -> None:
    town.world.add_group(GROUP, "联络员群", [stranger.id, chen.id])
    town.world.add_bot_to_group(chen.id, GROUP)
    await chen.says("/bind", chat=GROUP)
    new = town.world.upgrade_group(GROUP, told)
    await town.settle()
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": new}]
    assert chen.heard(new) == []
    await town.move_to("2019-11-25 09:00")
    [posted] = chen.heard(new)
    assert posted.startswith("本周工作提示：")


async def test_what_was_asked_before_a_group_became_a_supergroup_is_answered_there(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    town.world.say(chen.id, "@liaison_test_bot 公安局的任务", group)
    new = town.world.upgrade_group(group)
    await town.settle()
    assert [text.splitlines()[0] for text in chen.heard(new)] == ["共 8 项 · 市公安局 · 🟢1 ⚪7"]
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": new}]


async def test_a_notice_set_for_later_follows_a_group_that_becomes_a_supergroup(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await chen.says("明早9点发到联络员群：周五开会")
    await chen.presses("11月26日（周二）9:00", "确认发送")
    await chen.says("发到联络员群：周六也开会")
    new = town.world.upgrade_group(group)
    await town.settle()
    await chen.presses("确认发送")
    await town.move_to("2019-11-26 09:00")
    assert [text for text in chen.heard(new) if text.startswith("通知")] == ["通知\n周六也开会", "通知\n周五开会"]


async def test_whoever_set_a_notice_for_later_hears_that_its_group_is_gone(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await chen.says("明早9点发到联络员群：周五开会")
    await chen.presses("11月26日（周二）9:00", "确认发送")
    await chen.says("/unbind", chat=group)
    await town.move_to("2019-11-26 09:00")
    assert chen.sees() == "到时间时没有能收到的人或群，没有发出。"


async def test_a_supergroup_is_left_as_any_other_group_when_no_bound_one_has_become_it(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    group = await town.bind_group(chen)
    town.world.add_group(SUPERGROUP, "别的群", [stranger.id], supergroup=True)
    town.world.add_bot_to_group(stranger.id, SUPERGROUP)
    await town.settle()
    assert town.world.chat(SUPERGROUP).bot_status == "left"
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": group}]


@pytest.mark.parametrize("kind", ["private", "supergroup"])
async def test_a_message_about_a_supergroup_passes_nobody_through_the_gate(
    town: Town, stranger: Resident, kind: str
) -> None:
    chat = {"id": stranger.id, "type": kind} if kind == "private" else {"id": SUPERGROUP, "type": kind, "title": "群"}
    sender = {"id": stranger.id, "is_bot": False, "first_name": "路人"}
    assert await stranger.says("你好") == str(STRANGER("zh"))
    about = {"message_id": 9, "date": 1_574_641_800, "chat": chat, "from": sender, "migrate_from_chat_id": GROUP}
    for said in (
        {"text": "我的任务"},
        {"text": "/deadlines", "entities": [{"type": "bot_command", "offset": 0, "length": 10}]},
    ):
        town.world.updates.push("message", about | said)
    await town.settle()
    assert [str(each) for each in town.failures] == []
    assert stranger.heard() == [str(STRANGER("zh"))] * (3 if kind == "private" else 1)
