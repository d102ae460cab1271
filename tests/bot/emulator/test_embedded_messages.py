import pytest
from telegram import Bot, ForceReply, KeyboardButton, MessageEntity, ReplyKeyboardMarkup, ReplyParameters
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard
from telegram.error import BadRequest

from bot.emulator import World
from tests.bot.emulator.people import ANN, BOB, Clock

pytestmark = pytest.mark.usefixtures("ann_has_started")


async def test_a_text_reaches_the_person_with_its_markup(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "😀 <b>逾期</b> 2 项", parse_mode="HTML")
    assert sent.entities == (MessageEntity("bold", 3, 2),)
    shown = world.chat(ANN).messages[-1]
    assert (shown.text, shown.html) == ("😀 逾期 2 项", "😀 <b>逾期</b> 2 项")


async def test_messages_carry_the_date_of_the_worlds_clock(bot: Bot, clock: Clock) -> None:
    assert (await bot.send_message(ANN, "now")).date == clock.time


async def test_buttons_come_back_as_they_were_sent(world: World, bot: Bot) -> None:
    keyboard = Keyboard([[Button("通过", callback_data="ok", style="success"), Button("?", url="https://a.cn/")]])
    sent = await bot.send_message(ANN, "2-7", reply_markup=keyboard)
    assert sent.reply_markup == keyboard
    assert [button.text for button in world.chat(ANN).messages[-1].buttons] == ["通过", "?"]


async def test_a_press_reaches_the_bot_and_its_answer_the_person(world: World, bot: Bot) -> None:
    keyboard = Keyboard([[Button("提交", callback_data="submit")]])
    sent = await bot.send_message(ANN, "提交吗？", reply_markup=keyboard)
    world.press(ANN, ANN, sent.message_id, "submit")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert (query.from_user.id, query.data) == (ANN, "submit")
    await query.answer("已提交", show_alert=True)
    assert [(toast.user_id, toast.text, toast.alert) for toast in world.toasts] == [(ANN, "已提交", True)]


async def test_a_press_is_answered_once(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "?", reply_markup=Keyboard([[Button("a", callback_data="a")]]))
    query_id = world.press(ANN, ANN, sent.message_id, "a")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query_id, "😀" * 101)
    await bot.answer_callback_query(query_id, "first")
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query_id, "second")
    assert [toast.text for toast in world.toasts] == ["first"]


async def test_an_old_press_cannot_be_answered(world: World, bot: Bot, clock: Clock) -> None:
    sent = await bot.send_message(ANN, "?", reply_markup=Keyboard([[Button("a", callback_data="a")]]))
    query_id = world.press(ANN, ANN, sent.message_id, "a")
    clock.pass_by(minutes=2)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query_id)


async def test_people_cannot_press_what_is_not_there_unless_they_forge_it(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "no buttons")
    with pytest.raises(ValueError, match="no button"):
        world.press(ANN, ANN, sent.message_id, "a")
    world.press(ANN, ANN, sent.message_id, "a", forged=True)
    assert (await bot.get_updates())[-1].callback_query


async def test_an_edit_changes_the_message_in_place(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "one")
    await sent.edit_text("two", reply_markup=Keyboard([[Button("a", callback_data="a")]]))
    shown = world.chat(ANN).messages[-1]
    assert (shown.message_id, shown.text, shown.edited is not None) == (sent.message_id, "two", True)
    assert len(shown.buttons) == 1


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    sent = await bot.send_message(ANN, "<b>one</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await sent.edit_text("<b>one</b>", parse_mode="HTML")


async def test_a_keyboard_can_be_taken_away_once(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "?", reply_markup=Keyboard([[Button("a", callback_data="a")]]))
    await sent.edit_reply_markup(None)
    assert world.chat(ANN).messages[-1].keyboard == ()
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_reply_markup(None)


async def test_only_the_bots_own_messages_can_be_edited(world: World, bot: Bot) -> None:
    said = world.say(ANN, "mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("yours", ANN, said.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("whose?", ANN, 999)


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: Bot) -> None:
    sent = await bot.send_message(ANN, "?", reply_markup=ForceReply())
    with pytest.raises(BadRequest, match="can't be edited"):
        await sent.edit_text("!")


async def test_a_deleted_message_is_gone(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "oops")
    await sent.delete()
    assert sent.message_id not in world.chat(ANN).sent
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()


async def test_a_message_cannot_be_deleted_after_two_days(bot: Bot, clock: Clock) -> None:
    sent = await bot.send_message(ANN, "stays")
    clock.pass_by(hours=49)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await sent.delete()


async def test_several_messages_are_deleted_at_once_and_missing_ones_passed_over(world: World, bot: Bot) -> None:
    sent = [await bot.send_message(ANN, str(number)) for number in range(3)]
    await bot.delete_messages(ANN, [*(one.message_id for one in sent), 999])
    assert [message.text for message in world.chat(ANN).messages] == ["/start"]


async def test_a_reply_brings_the_message_it_answers(world: World, bot: Bot) -> None:
    said = world.say(ANN, "2-7 完成80%")
    sent = await bot.send_message(ANN, "已收到", reply_parameters=ReplyParameters(said.message_id))
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "2-7 完成80%"


async def test_a_reply_to_nothing_is_refused_unless_that_is_allowed(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ANN, "?", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(ANN, "?", reply_parameters=lenient)).reply_to_message is None


async def test_a_contact_is_asked_for_and_shared(world: World, bot: Bot) -> None:
    markup = ReplyKeyboardMarkup([[KeyboardButton("分享手机号", request_contact=True)]])
    await bot.send_message(ANN, "?", reply_markup=markup)
    asked = world.chat(ANN).messages[-1].reply_keyboard
    assert asked
    assert asked["keyboard"][0][0]["request_contact"] is True
    world.share_contact(ANN)
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.contact
    assert (message.contact.user_id, message.contact.phone_number) == (ANN, "+8613800000001")


async def test_anothers_contact_is_told_apart_by_its_user_id(world: World, bot: Bot) -> None:
    world.share_contact(ANN, of_user=BOB, phone="+8613800000002")
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.contact
    assert message.contact.user_id == BOB


async def test_a_forwarded_message_names_its_origin(world: World, bot: Bot) -> None:
    said = world.say(ANN, "2-7 完成")
    world.start(BOB)
    forwarded = await bot.forward_message(BOB, ANN, said.message_id)
    assert forwarded.forward_origin
    assert forwarded.forward_origin.to_dict()["sender_user"]["id"] == ANN


async def test_a_copy_is_the_bots_own_message(world: World, bot: Bot) -> None:
    said = world.say(ANN, "2-7 完成")
    await bot.copy_message(ANN, ANN, said.message_id)
    copy = world.chat(ANN).messages[-1]
    assert (copy.sender, copy.text, copy.forward_origin) == (world.bot, "2-7 完成", None)


async def test_people_forward_too(world: World, bot: Bot) -> None:
    said = world.say(BOB, "hello")
    world.forward(BOB, BOB, said.message_id)
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.forward_origin


async def test_people_edit_what_they_wrote(world: World, bot: Bot) -> None:
    said = world.say(ANN, "2-7 完成8%")
    world.edit(ANN, ANN, said.message_id, "2-7 完成80%")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited
    assert (edited.message_id, edited.text) == (said.message_id, "2-7 完成80%")


async def test_typing_is_seen(world: World, bot: Bot) -> None:
    await bot.send_chat_action(ANN, "typing")
    assert world.actions == [(ANN, "typing")]


async def test_a_pinned_message_is_told_by_the_chat(world: World, bot: Bot) -> None:
    sent = await bot.send_message(ANN, "重要")
    await bot.pin_chat_message(ANN, sent.message_id)
    pinned = (await bot.get_chat(ANN)).pinned_message
    assert pinned
    assert pinned.text == "重要"
    await bot.unpin_chat_message(ANN)
    assert (await bot.get_chat(ANN)).pinned_message is None


async def test_listeners_hear_of_every_change(world: World, bot: Bot) -> None:
    heard: list[str] = []
    world.on_change(lambda event: heard.append(event["event"]))
    sent = await bot.send_message(ANN, "one")
    await sent.edit_text("two")
    await sent.delete()
    await bot.send_chat_action(ANN, "typing")
    assert heard == ["message", "edit", "delete", "typing"]


async def test_every_call_is_remembered_with_its_parameters(world: World, bot: Bot) -> None:
    await bot.send_message(ANN, "one", disable_notification=True)
    assert world.calls[-1].method == "sendMessage"
    assert world.calls[-1].params == {"chat_id": ANN, "text": "one", "disable_notification": True}
