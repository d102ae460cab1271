import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.emulator import World
from bot.emulator.records import Json
from tests.bot.emulator.people import ANN, BOB, GROUP, png


@pytest.fixture
async def page(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url, headers={"Origin": url}) as client:
        yield client


async def _state(page: httpx.AsyncClient) -> Any:
    return (await page.get("/chat/state")).json()


async def _events(page: httpx.AsyncClient, count: int, after: int) -> list[tuple[int, str, Any]]:
    """Return `count` events following number `after`, as (number, name, data)."""
    events: list[tuple[int, str, Any]] = []
    async with page.stream("GET", "/chat/events", headers={"Last-Event-ID": str(after)}) as stream:
        fields: dict[str, str] = {}
        async for line in stream.aiter_lines():
            name, _, value = line.partition(": ")
            fields[name] = value
            if name == "data":
                events.append((int(fields["id"]), fields["event"], json.loads(value)))
            if len(events) == count:
                break
    return events


async def test_the_page_and_its_files_are_served(page: httpx.AsyncClient) -> None:
    index, script = await page.get("/"), await page.get("/static/main.js")
    assert (index.text, script.text) == ("<p>the page</p>", "start()")
    assert "default-src 'self'" in index.headers["Content-Security-Policy"]


async def test_the_state_shows_everybody_and_every_chat(world: World, bot: Bot, page: httpx.AsyncClient) -> None:
    world.start(ANN)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="ok", style="primary")]])
    await bot.send_message(ANN, "<b>你好</b>", parse_mode="HTML", reply_markup=keyboard)
    await bot.set_my_commands([("tasks", "我的任务")])
    state = await _state(page)
    assert state["bot"] == {"id": 7, "name": "联络员助手", "username": "liaison_bot"}
    assert [(user["id"], user["language"], user["blocked"]) for user in state["users"]] == [
        (ANN, "zh-hans", False),
        (BOB, "en", False),
    ]
    private, _, group = state["chats"]
    assert (private["id"], private["owner"], private["type"]) == (ANN, ANN, "private")
    assert private["menu"] == [{"command": "tasks", "description": "我的任务"}]
    assert (group["owner"], group["members"]) == (None, [ANN, BOB])
    message = private["messages"][-1]
    assert (message["html"], message["from"]["is_bot"]) == ("<b>你好</b>", True)
    assert message["keyboard"] == [[{"text": "好", "callback_data": "ok", "style": "primary"}]]


async def test_a_person_says_and_presses_through_the_page(world: World, bot: Bot, page: httpx.AsyncClient) -> None:
    assert (await page.post("/chat/say", json={"user_id": ANN, "chat_id": ANN, "text": "我的任务"})).json() == {}
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]])
    sent = await bot.send_message(ANN, "?", reply_markup=keyboard)
    press = {"user_id": ANN, "chat_id": ANN, "message_id": sent.message_id, "data": "a"}
    assert (await page.post("/chat/press", json=press)).json() == {}
    said, pressed = await bot.get_updates()
    assert said.message
    assert pressed.callback_query
    assert (said.message.text, pressed.callback_query.data) == ("我的任务", "a")


async def test_every_other_deed_is_done(world: World, page: httpx.AsyncClient) -> None:
    await page.post("/chat/start", json={"user_id": ANN, "payload": "invite"})
    await page.post("/chat/edit", json={"user_id": ANN, "chat_id": ANN, "message_id": 1, "text": "/help"})
    await page.post("/chat/contact", json={"user_id": ANN})
    edited, shared = world.chat(ANN).messages
    assert (edited.text, shared.contact is not None) == ("/help", True)
    await page.post("/chat/block", json={"user_id": ANN})
    assert world.user(ANN).blocked
    await page.post("/chat/unblock", json={"user_id": ANN})
    assert not world.user(ANN).blocked
    await page.post("/chat/upgrade", json={"chat_id": GROUP})
    assert world.chat(GROUP).migrated_to


async def test_files_are_sent_as_an_album_and_shown(world: World, page: httpx.AsyncClient) -> None:
    form = {"user_id": str(ANN), "chat_id": str(ANN), "caption": "现场"}
    files = [("file", ("a.png", png(9, 9), "image/png")), ("file", ("b.png", png(9, 9), "image/png"))]
    assert (await page.post("/chat/photo", data=form, files=files)).json() == {}
    first, second = world.chat(ANN).messages
    assert first.media_group_id == second.media_group_id is not None
    assert first.media
    shown = await page.get(f"/chat/file/{first.media.file_id}")
    assert (shown.content, shown.headers["Content-Type"]) == (png(9, 9), "image/png")


async def test_a_document_that_could_run_is_only_saved(world: World, page: httpx.AsyncClient) -> None:
    form = {"user_id": str(ANN), "chat_id": str(ANN)}
    await page.post("/chat/document", data=form, files={"file": ("页.html", b"<script>", "text/html")})
    media = world.chat(ANN).messages[-1].media
    assert media
    answer = await page.get(f"/chat/file/{media.file_id}")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (await page.get("/chat/file/made-up")).status_code == 404


async def test_what_cannot_be_done_is_said_in_a_sentence(page: httpx.AsyncClient) -> None:
    wrong = await page.post("/chat/press", json={"user_id": ANN, "chat_id": ANN, "message_id": 9, "data": "a"})
    assert (wrong.status_code, wrong.json()["error"].startswith("message 9 has no button")) == (400, True)
    stranger = await page.post("/chat/say", json={"user_id": 4242, "chat_id": 4242, "text": "hi"})
    assert stranger.json() == {"error": "not found: 4242"}
    form = {"user_id": str(ANN), "chat_id": str(ANN)}
    no_picture = await page.post("/chat/photo", data=form, files={"file": ("a.png", b"text", "image/png")})
    assert no_picture.json() == {"error": "Bad Request: IMAGE_PROCESS_FAILED"}
    for broken in (b"{", b"[" * 100_000):
        assert (await page.post("/chat/say", content=broken)).status_code == 400


@pytest.mark.parametrize(
    ("deed", "wanted"),
    [
        ("say", {"chat_id": ANN, "text": ""}),
        ("say", {"chat_id": ANN, "text": "半个字 \ud83d"}),
        ("say", {"chat_id": ANN, "text": "长" * 4097}),
        ("start", {"payload": "两个字"}),
        ("start", {"payload": "a" * 65}),
        ("edit", {"chat_id": ANN, "message_id": 1, "text": "😀" * 2049}),
    ],
)
async def test_what_no_app_would_send_is_refused_and_changes_nothing(
    world: World, page: httpx.AsyncClient, deed: str, wanted: Json
) -> None:
    world.say(ANN, "你好")
    before = await _state(page)
    assert (await page.post(f"/chat/{deed}", content=json.dumps({"user_id": ANN, **wanted}))).status_code == 400
    assert await _state(page) == before


async def test_only_a_group_is_upgraded(world: World, page: httpx.AsyncClient) -> None:
    assert (await page.post("/chat/upgrade", json={"chat_id": ANN})).status_code == 400
    assert len((await _state(page))["chats"]) == len(world.chats) == 3


async def test_events_follow_what_happens(world: World, bot: Bot, page: httpx.AsyncClient) -> None:
    before = (await _state(page))["last_event"]
    world.start(ANN)
    sent = await bot.send_message(ANN, "one")
    await sent.edit_text("two")
    await bot.send_chat_action(ANN, "typing")
    await sent.delete()
    query_id = world.press(ANN, ANN, 1, "a", forged=True)
    await bot.answer_callback_query(query_id, "好")
    world.emit("clock", now="2019-11-25T09:00:00+08:00")
    events = await _events(page, 7, before)
    names = ["message", "message", "edit", "typing", "delete", "toast", "clock"]
    assert [name for _, name, _ in events] == names
    assert [number for number, _, _ in events] == list(range(before + 1, before + 8))
    assert events[2][2]["text"] == "two"
    assert events[4][2] == {"chat_id": ANN, "message_id": sent.message_id}
    assert events[5][2] == {"user_id": ANN, "chat_id": ANN, "text": "好", "alert": False, "url": None}


async def test_a_page_that_missed_too_much_is_told_to_reload(world: World, page: httpx.AsyncClient) -> None:
    world.say(ANN, "hello")
    ((_, name, _),) = await _events(page, 1, after=4242)
    assert name == "reload"


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": ""}, {"Host": "evil.example", "Origin": "http://evil.example"}],
)
async def test_other_sites_cannot_act(world: World, page: httpx.AsyncClient, headers: dict[str, str]) -> None:
    body = {"user_id": ANN, "chat_id": ANN, "text": "我的任务"}
    assert (await page.post("/chat/say", json=body, headers=headers)).status_code == 403
    assert world.chat(ANN).messages == ()


async def test_a_rebound_name_cannot_read(page: httpx.AsyncClient) -> None:
    assert (await page.get("/chat/state", headers={"Host": "evil.example"})).status_code == 403
