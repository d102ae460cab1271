import pytest
from telegram import Bot, Message
from telegram.error import BadRequest, ChatMigrated

from bot.emulator import World
from tests.bot.emulator.people import ANN, BOB, CHANNEL, GROUP


async def _heard(bot: Bot) -> list[str | None]:
    return [update.message.text for update in await bot.get_updates() if update.message and update.message.text]


async def _last_message(bot: Bot) -> Message:
    message = (await bot.get_updates())[-1].message
    assert message
    return message


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("/deadlines", True),
        ("/deadlines@liaison_bot", True),
        ("/deadlines@other_bot", False),
        ("@liaison_bot 临期", True),
        ("请问 @Liaison_Bot 在吗", True),
        ("@other_bot 临期", False),
        ("今天谁去开会", False),
        ("看 /deadlines 吧", False),
    ],
)
async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    world: World, bot: Bot, text: str, is_heard: bool
) -> None:
    world.add_bot_to_group(ANN, GROUP)
    world.say(BOB, text, GROUP)
    assert await _heard(bot) == ([text] if is_heard else [])


async def test_a_reply_to_the_bot_is_heard(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    asked = await bot.send_message(GROUP, "本周临期 3 项")
    said = world.say(BOB, "知道了", GROUP, reply_to=asked.message_id)
    world.say(ANN, "好的", GROUP, reply_to=said.message_id)
    assert await _heard(bot) == ["知道了"]


async def test_a_reply_in_a_supergroup_names_a_thread_that_is_no_topic(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    forum = world.upgrade_group(GROUP)
    asked = await bot.send_message(forum, "本周临期 3 项")
    world.say(BOB, "知道了", forum, reply_to=asked.message_id)
    said = await _last_message(bot)
    assert (said.message_thread_id, said.is_topic_message) == (asked.message_id, None)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum, "?", message_thread_id=said.message_thread_id)


async def test_as_an_administrator_the_bot_hears_everything(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP, "administrator")
    world.say(BOB, "今天谁去开会", GROUP)
    assert await _heard(bot) == ["今天谁去开会"]


async def test_a_group_without_the_bot_is_silent(world: World, bot: Bot) -> None:
    world.say(BOB, "/deadlines", GROUP)
    assert await bot.get_updates() == ()


async def test_coming_and_going_is_told(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    world.remove_bot(BOB, GROUP)
    came, joined, went = await bot.get_updates()
    assert came.my_chat_member
    assert (came.my_chat_member.from_user.id, came.my_chat_member.new_chat_member.status) == (ANN, "member")
    assert joined.message
    assert [user.id for user in joined.message.new_chat_members] == [bot.id]
    assert went.my_chat_member
    assert went.my_chat_member.new_chat_member.status == "kicked"


async def test_the_bot_hears_that_it_is_in_the_supergroup_and_never_that_it_left_the_group(
    world: World, bot: Bot
) -> None:
    world.add_bot_to_group(ANN, GROUP)
    new_id = world.upgrade_group(GROUP)
    _, _, *after = await bot.get_updates()
    [moved] = [each.my_chat_member for each in after if each.my_chat_member]
    assert (moved.chat.id, moved.old_chat_member.status, moved.new_chat_member.status) == (new_id, "left", "member")


async def test_an_upgraded_group_sends_both_service_messages(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    new_id = world.upgrade_group(GROUP)
    old, new = [update.message for update in (await bot.get_updates())[-2:]]
    assert old
    assert new
    assert (old.chat.id, old.migrate_to_chat_id) == (GROUP, new_id)
    assert (new.chat.id, new.migrate_from_chat_id) == (new_id, GROUP)


async def test_writing_to_the_old_group_names_the_new_one(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    new_id = world.upgrade_group(GROUP)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(GROUP, "hello")
    assert moved.value.new_chat_id == new_id
    assert (await bot.send_message(new_id, "hello")).chat.type == "supergroup"


async def test_an_anonymous_admin_speaks_for_the_group(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    world.anonymous_admin_says(GROUP, "/bind")
    message = await _last_message(bot)
    assert message.from_user
    assert message.sender_chat
    assert (message.from_user.id, message.sender_chat.id) == (1087968824, GROUP)


async def test_a_linked_channel_speaks_through_telegram(world: World, bot: Bot) -> None:
    world.add_channel(CHANNEL, "公告")
    world.add_bot_to_group(ANN, GROUP)
    world.linked_channel_says(GROUP, CHANNEL, "/bind")
    message = await _last_message(bot)
    assert message.from_user
    assert message.sender_chat
    assert (message.from_user.id, message.sender_chat.id) == (777000, CHANNEL)


async def test_a_channel_post_is_no_message(world: World, bot: Bot) -> None:
    world.add_channel(CHANNEL, "公告")
    world.post_in_channel(CHANNEL, "今日公告")
    update = (await bot.get_updates())[-1]
    assert update.message is None
    assert update.channel_post
    assert update.channel_post.text == "今日公告"


async def test_members_are_told_by_their_standing(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    assert (await bot.get_chat_member(GROUP, ANN)).status == "creator"
    assert (await bot.get_chat_member(GROUP, BOB)).status == "member"
    assert [member.user.id for member in await bot.get_chat_administrators(GROUP)] == [ANN]
    assert await bot.get_chat_member_count(GROUP) == 3
    with pytest.raises(BadRequest, match="Invalid user_id specified"):
        await bot.get_chat_member(GROUP, 4242)


async def test_only_an_administrator_deletes_and_pins_in_a_group(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    said = world.say(BOB, "hello", GROUP)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(GROUP, said.message_id)
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await bot.pin_chat_message(GROUP, said.message_id)
    world.add_bot_to_group(ANN, GROUP, "administrator")
    assert await bot.delete_message(GROUP, said.message_id)


async def test_a_person_who_is_not_in_a_group_cannot_speak_there(world: World) -> None:
    world.leave(BOB, GROUP)
    with pytest.raises(ValueError, match="is not in chat"):
        world.say(BOB, "hello", GROUP)
    world.join(BOB, GROUP)
    assert world.say(BOB, "hello again", GROUP)
