"""The embedded server refuses what Telegram refuses, with the same errors."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import Bot, CopyTextButton, KeyboardButton, ReplyKeyboardMarkup
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.emulator import World
from bot.emulator.files import UPLOAD_LIMIT
from tests.bot.emulator.people import ANN, BOB, GROUP, TOKEN

pytestmark = pytest.mark.usefixtures("ann_has_started")


async def test_a_text_may_have_4096_utf16_units_without_its_markup(bot: Bot) -> None:
    await bot.send_message(ANN, f"<b>{'😀' * 2048}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(ANN, "😀" * 2048 + "x")


async def test_an_edit_may_not_be_longer_either(bot: Bot) -> None:
    sent = await bot.send_message(ANN, "x")
    with pytest.raises(BadRequest, match="Message is too long"):
        await sent.edit_text("x" * 4097)


async def test_a_caption_may_have_1024_units(bot: Bot) -> None:
    await bot.send_document(ANN, b"x", caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(ANN, b"x", caption="x" * 1025)


async def test_an_empty_text_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(ANN, "")
    with pytest.raises(BadRequest, match="Text must be non-empty"):
        await bot.send_message(ANN, "<b> \n</b>", parse_mode="HTML")


async def test_white_space_around_a_text_is_cut_off(world: World, bot: Bot) -> None:
    await bot.send_message(ANN, "\n <b>x</b> y\n", parse_mode="HTML")
    assert world.chat(ANN).messages[-1].html == "<b>x</b> y"


async def test_control_characters_and_signs_that_turn_a_text_do_not_arrive(world: World, bot: Bot) -> None:
    await bot.send_message(ANN, "a\x07b\r\n\u202ec\u2028")
    assert world.chat(ANN).messages[-1].text == "a b\nc"


async def test_wrong_markup_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match='Can\'t parse entities: unsupported start tag "p" at byte offset 0'):
        await bot.send_message(ANN, "<p>x</p>", parse_mode="HTML")


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        (Button("a", callback_data="数" * 22), "Button_data_invalid"),
        (Button("a"), "Text buttons are unallowed in the inline keyboard"),
        (Button("a", callback_data=""), "Text buttons are unallowed in the inline keyboard"),
        (Button("a", callback_data="a", url="https://a.cn"), "exactly one action is allowed"),
        (Button("", callback_data="a"), "button text must be non-empty"),
        (Button("a", callback_data="a", style="purple"), "invalid button style"),
        (Button("a", url="not a url"), "is invalid: wrong http url"),
        (Button("a", copy_text=CopyTextButton("x" * 257)), "Button_copy_text_invalid"),
    ],
)
async def test_a_wrong_button_is_refused(bot: Bot, button: Button, reason: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.send_message(ANN, "?", reply_markup=Keyboard([[button]]))


async def test_callback_data_of_64_bytes_is_taken(bot: Bot) -> None:
    assert await bot.send_message(ANN, "?", reply_markup=Keyboard([[Button("a", callback_data="x" * 64)]]))


@pytest.mark.parametrize("rows", [[9], [8] * 12 + [5]])
async def test_a_keyboard_that_is_too_big_is_refused(bot: Bot, rows: list[int]) -> None:
    keyboard = Keyboard([[Button("a", callback_data="a")] * count for count in rows])
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await bot.send_message(ANN, "?", reply_markup=keyboard)


async def test_a_phone_is_not_asked_for_in_a_group(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    markup = ReplyKeyboardMarkup([[KeyboardButton("phone", request_contact=True)]])
    with pytest.raises(BadRequest, match="private chats only"):
        await bot.send_message(GROUP, "?", reply_markup=markup)


@pytest.mark.parametrize(
    ("prepare", "chat_id", "refusal"),
    [
        (lambda world: None, 4242, BadRequest("Chat not found")),
        (lambda world: None, BOB, Forbidden("Forbidden: bot can't initiate conversation with a user")),
        (lambda world: world.block(ANN), ANN, Forbidden("Forbidden: bot was blocked by the user")),
        (lambda world: world.deactivate(ANN), ANN, Forbidden("Forbidden: user is deactivated")),
        (lambda world: None, GROUP, BadRequest("Chat not found")),
        (
            lambda world: (world.add_bot_to_group(ANN, GROUP), world.remove_bot(ANN, GROUP)),
            GROUP,
            Forbidden("Forbidden: bot was kicked from the group chat"),
        ),
    ],
)
async def test_the_bot_does_not_get_where_it_may_not_write(
    world: World, bot: Bot, prepare: Callable[[World], object], chat_id: int, refusal: Exception
) -> None:
    prepare(world)
    with pytest.raises(type(refusal)) as refused:
        await bot.send_message(chat_id, "hello")
    assert str(refused.value) == str(refusal)


async def test_a_group_that_the_bot_left_is_closed_to_it(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    await bot.leave_chat(GROUP)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(GROUP, "hello")


async def test_a_bot_that_is_muted_hears_and_may_not_write(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP)
    world.add_bot_to_group(ANN, GROUP, "restricted")
    world.say(ANN, "/help", GROUP)
    *_, muted, said = await bot.get_updates(timeout=0)
    assert muted.my_chat_member is not None and muted.my_chat_member.new_chat_member.status == "restricted"
    assert said.message is not None and said.message.text == "/help"
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(GROUP, "hello")
    assert await bot.leave_chat(GROUP)


async def test_an_unblocked_person_is_reached_again(world: World, bot: Bot) -> None:
    world.block(ANN)
    with pytest.raises(ValueError, match="blocks the bot"):
        world.say(ANN, "hello?")
    world.start(ANN)
    assert await bot.send_message(ANN, "welcome back")


async def test_a_wrong_token_is_unauthorized(url: str) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("7:wrong", base_url=f"{url}/bot"):
            pass


async def ask(url: str, method: str, **body: Any) -> tuple[int, str]:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{url}/bot{TOKEN}/{method}", json=body)
    return answer.status_code, answer.json().get("description", "ok")


@pytest.mark.parametrize(
    ("method", "body", "answer"),
    [
        ("sendMessage", {"chat_id": ANN, "text": "hi"}, (200, "ok")),
        ("SENDMESSAGE", {"chat_id": str(ANN), "text": "hi"}, (200, "ok")),
        ("sendMessage", {"chat_id": ANN}, (400, "Bad Request: message text is empty")),
        ("sendMessage", {"text": "hi"}, (400, "Bad Request: chat_id is empty")),
        ("sendMessage", {"chat_id": "@nobody", "text": "hi"}, (400, "Bad Request: chat not found")),
        (
            "sendMessage",
            {"chat_id": ANN, "text": "hi", "disable_web_page_preview": True},
            (400, 'Bad Request: unknown parameter "disable_web_page_preview" of sendMessage'),
        ),
        (
            "sendMessage",
            {"chat_id": ANN, "text": "hi", "reply_markup": {"inline_keyboard": [], "resize": True}},
            (400, 'Bad Request: unknown field "resize" of InlineKeyboardMarkup'),
        ),
        (
            "sendMessage",
            {"chat_id": ANN, "text": "*hi*", "parse_mode": "MarkdownV2"},
            (400, "Bad Request: parse_mode MarkdownV2 is not available in the embedded server"),
        ),
        (
            "sendMessage",
            {"chat_id": ANN, "text": "hi", "parse_mode": "bb"},
            (400, "Bad Request: unsupported parse_mode"),
        ),
        ("sendChatAction", {"chat_id": ANN, "action": "x"}, (400, "Bad Request: wrong parameter action in request")),
        ("sendPoll", {"chat_id": ANN}, (400, "Bad Request: method is not available in the embedded server")),
        ("sendVideo", {"chat_id": ANN}, (400, "Bad Request: method is not available in the embedded server")),
        ("setMyName", {"name": "x"}, (400, "Bad Request: method is not available in the embedded server")),
        ("sendMesage", {"chat_id": ANN}, (404, "Not Found")),
    ],
)
async def test_a_request_by_hand_is_answered(
    url: str, method: str, body: dict[str, Any], answer: tuple[int, str]
) -> None:
    assert await ask(url, method, **body) == answer


async def test_a_body_that_is_no_json_is_refused(url: str) -> None:
    async with httpx.AsyncClient() as client:
        headers = {"Content-Type": "application/json"}
        answer = await client.post(f"{url}/bot{TOKEN}/getMe", content=b"{", headers=headers)
    assert answer.json()["description"] == "Bad Request: can't parse JSON-encoded body"


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_parameters_may_stand_in_the_query_and_in_a_form_which_wins(url: str, method: str) -> None:
    form = {"chat_id": str(ANN), "text": "的"}
    async with httpx.AsyncClient() as client:
        address = f"{url}/bot{TOKEN}/sendMessage"
        asked = await client.request(method, address, params=form)
        filled = await client.request(method, address, params=form | {"text": "x"}, data=form)
        garbled = await client.request(method, f"{address}?chat_id={ANN}&text=%ff")
    assert asked.json()["result"]["text"] == filled.json()["result"]["text"] == "的"
    assert garbled.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize("size", [UPLOAD_LIMIT + 1, 2 * UPLOAD_LIMIT])
async def test_a_file_that_is_too_large_is_refused(url: str, size: int) -> None:
    async with httpx.AsyncClient() as client:
        address, form = f"{url}/bot{TOKEN}/sendDocument", {"chat_id": str(ANN)}
        answer = await client.post(address, data=form, files={"document": bytes(size)}, timeout=60)
    assert answer.json() == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
