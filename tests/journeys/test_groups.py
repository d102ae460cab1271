from itertools import permutations

import pytest

from tests.journeys.town import GROUP, Resident, Town

SUPERGROUP = -1_000_000_007_001


async def test_a_coordinator_binds_a_group_to_the_whole_plan(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert chen.sees(group).startswith("大家好！")
    assert (await chen.says("/bind", group)).startswith("本群已绑定：全部任务。")
    assert town.rows("SELECT chat_id, unit_id FROM group_chats") == [{"chat_id": group, "unit_id": None}]


async def test_a_bound_group_hears_on_monday_what_falls_due(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
    heard = len(chen.heard(group))
    await town.move_to("2019-11-25 09:00")
    [posted] = chen.heard(group)[heard:]
    assert posted.startswith("本周工作提示：到期 3 项，已过期限 7 项")
    assert "29-11 安全用药月科普（市市场监管局） · 还有5天" in posted


async def test_a_bound_group_hears_once_a_week(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
    await town.move_to("2019-11-25 09:00")
    heard = len(chen.heard(group))
    for day in ("26", "27", "28", "29"):
        await town.move_to(f"2019-11-{day} 09:00")
    assert len(chen.heard(group)) == heard
    await town.move_to("2019-12-02 09:00")
    assert len(chen.heard(group)) == heard + 1


async def test_a_group_bound_to_a_unit_hears_of_that_unit_alone(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert "本群已绑定：市市场监管局" in await chen.says("/bind 市场监管局", group)
    answer = await chen.says("/deadlines", group)
    assert answer.startswith("本周工作提示：到期 2 项，已过期限 2 项")
    assert "市文化和旅游局" not in answer


async def test_a_member_asks_in_the_group_what_falls_due(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind", group)
    assert (await lin.says("/deadlines", group)).startswith("本周工作提示：")


async def test_a_group_with_nothing_due_is_asked_for_nothing(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind 市公安局", group)
    assert await chen.says("/deadlines", group) == "本周工作提示：到期 0 项，已过期限 0 项"


async def test_unbinding_ends_it(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
    assert await chen.says("/unbind", group) == "本群已取消绑定，不再发布提示。"
    heard = len(chen.heard(group))
    await town.move_to("2019-11-25 09:00")
    assert len(chen.heard(group)) == heard


async def test_only_a_coordinator_binds(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert await lin.says("/bind", group) == ""
    await chen.says("/bind", group)
    assert "由办公室使用" in await lin.says("/unbind", group)
    assert len(town.rows("SELECT * FROM group_chats")) == 1


async def test_binding_to_an_unknown_unit_binds_nothing(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert (await chen.says("/bind 火星局", group)).startswith("没有“火星局”这个单位")
    assert town.rows("SELECT * FROM group_chats") == []


async def test_the_bot_leaves_a_group_that_a_stranger_added_it_to(town: Town, stranger: Resident) -> None:
    await town.found_group(stranger)
    assert town.world.chat(GROUP).bot_status == "left"
    assert "先告退了" in stranger.sees(GROUP)


async def test_the_bot_leaves_a_group_that_a_liaison_added_it_to(town: Town, lin: Resident) -> None:
    await town.found_group(lin)
    assert town.world.chat(GROUP).bot_status == "left"


async def test_a_group_that_removed_the_bot_is_forgotten(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
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
    await chen.says("/bind", GROUP)
    new = town.world.upgrade_group(GROUP, told)
    await town.settle()
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": new}]
    assert chen.heard(new) == []
    await town.move_to("2019-11-25 09:00")
    [posted] = chen.heard(new)
    assert posted.startswith("本周工作提示：")


async def test_a_supergroup_is_left_as_any_other_group_when_no_bound_one_has_become_it(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
    town.world.add_group(SUPERGROUP, "别的群", [stranger.id], supergroup=True)
    town.world.add_bot_to_group(stranger.id, SUPERGROUP)
    await town.settle()
    assert town.world.chat(SUPERGROUP).bot_status == "left"
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": group}]


async def test_personal_matters_are_sent_to_the_private_chat(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind", group)
    for words in ("/start", "/invite 市公安局"):
        assert await chen.says(words, group) == "这件事请私聊我办理。"
    assert await lin.says("/tasks", group) == ""


async def test_a_group_command_in_private_says_where_it_belongs(chen: Resident) -> None:
    assert await chen.says("/bind") == "请在群里使用这个命令。"
