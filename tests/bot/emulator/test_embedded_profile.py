import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
)
from telegram.error import BadRequest

from bot.emulator import World
from tests.bot.emulator.people import ANN, BOB, GROUP


async def _set(bot: Bot, word: str, scope: BotCommandScope | None = None, language: str = "") -> None:
    await bot.set_my_commands([BotCommand(word, word)], scope=scope, language_code=language)


def _seen(world: World, user_id: int, chat_id: int | None = None) -> list[str]:
    return [command["command"] for command in world.menu(user_id, chat_id)]


async def test_the_narrowest_menu_is_seen_in_a_private_chat(world: World, bot: Bot) -> None:
    world.start(ANN)
    await _set(bot, "default")
    assert _seen(world, ANN) == ["default"]
    await _set(bot, "private", BotCommandScopeAllPrivateChats())
    await _set(bot, "ann", BotCommandScopeChat(ANN))
    assert (_seen(world, ANN), _seen(world, BOB)) == (["ann"], ["private"])


async def test_the_narrowest_menu_is_seen_in_a_group(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    await _set(bot, "groups", BotCommandScopeAllGroupChats())
    await _set(bot, "admins", BotCommandScopeChatAdministrators(GROUP))
    assert (_seen(world, ANN, GROUP), _seen(world, BOB, GROUP)) == (["admins"], ["groups"])
    await _set(bot, "ann", BotCommandScopeChatMember(GROUP, ANN))
    assert (_seen(world, ANN, GROUP), _seen(world, BOB, GROUP)) == (["ann"], ["groups"])


async def test_a_menu_in_ones_language_comes_before_the_general_one(world: World, bot: Bot) -> None:
    await _set(bot, "english")
    await _set(bot, "chinese", language="zh")
    assert (_seen(world, ANN), _seen(world, BOB)) == (["chinese"], ["english"])


async def test_a_deleted_menu_uncovers_the_wider_one(world: World, bot: Bot) -> None:
    await _set(bot, "default")
    await _set(bot, "private", BotCommandScopeAllPrivateChats())
    await bot.delete_my_commands(BotCommandScopeAllPrivateChats())
    assert _seen(world, ANN) == ["default"]
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats()) == ()
    assert await bot.get_my_commands() == (BotCommand("default", "default"),)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (BotCommand("Tasks", "x"), "Bot_command_invalid"),
        (BotCommand("任务", "x"), "Bot_command_invalid"),
        (BotCommand("x" * 33, "x"), "Bot_command_invalid"),
        (BotCommand("tasks", ""), "Bot_command_description_invalid"),
        (BotCommand("tasks", "x" * 257), "Bot_command_description_invalid"),
    ],
)
async def test_a_wrong_command_is_refused(bot: Bot, command: BotCommand, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.set_my_commands([command])


async def test_a_menu_for_a_chat_that_is_not_there_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await _set(bot, "x", BotCommandScopeChat(4242))
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await _set(bot, "x", language="zh-hans")


async def test_the_bot_tells_who_it_is(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot, me.can_read_all_group_messages) == (7, "liaison_bot", True, False)
