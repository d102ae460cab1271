"""Unusual updates that Telegram may send: each is handled without a failure.

EXAMPLES=200 in the environment tries that many batches of them.
"""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.people.people import Role
from handlers.telegram import Verb
from handlers.telegram.callbacks import pattern
from tests.journeys.town import GROUP, Town

EXAMPLES = int(os.environ.get("EXAMPLES", "4"))
LIN, CHEN, STRANGER = 1002, 1001, 1099
Json = dict[str, Any]

FILE = {"file_id": "f", "file_unique_id": "u"}
PHOTO = {**FILE, "width": 1, "height": 1}
USER = {"id": 5, "is_bot": False, "first_name": "x"}
CHANNEL = {"id": -1_000_000_000_001, "type": "channel", "title": "频道"}
CONTENTS: tuple[Json, ...] = (
    {},
    {"photo": []},
    {"photo": [PHOTO, {**PHOTO, "file_size": 10**12}], "caption": "1-2 已完成", "media_group_id": "7"},
    {"document": FILE},
    {"document": {**FILE, "file_size": 10**12, "file_name": "../../\x00.pdf", "mime_type": "x"}, "caption": ""},
    {"sticker": {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}},
    {"voice": {**FILE, "duration": 1}},
    {"location": {"latitude": 30.5, "longitude": 114.3}},
    {"venue": {"location": {"latitude": 0, "longitude": 0}, "title": "t", "address": "a"}},
    {"contact": {"phone_number": "", "first_name": ""}},
    {"contact": {"phone_number": "+86 138 0000 0000", "first_name": "x", "user_id": LIN}},
    {"dice": {"emoji": "🎲", "value": 1}},
    {"new_chat_members": [USER]},
    {"left_chat_member": USER},
    {"new_chat_title": "新群名"},
    {"delete_chat_photo": True},
    {"group_chat_created": True},
    {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    {"text": "/start x y", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    {"text": "/help", "entities": [{"type": "bot_command", "offset": 0, "length": 99}]},
    {"text": "@liaison_test_bot", "entities": [{"type": "mention", "offset": 5, "length": 900}]},
    {"text": "x", "entities": [{"type": "of_later_days", "offset": 0, "length": 1}]},
    {"text": "1-2 80%", "via_bot": {**USER, "is_bot": True}},
    {"text": "1-2 80%", "sender_chat": CHANNEL},
    {"text": "1-2 80%", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": ""}},
    {"text": "1-2 80%", "message_thread_id": 3, "is_topic_message": True},
    {"text": "1-2 80%", "reply_to_message": {"message_id": 1, "date": 0, "chat": CHANNEL}},
    {"text": "1-2 80%", "business_connection_id": "b"},
    {"of_later_days": {"unknown": True}},
)

person = st.sampled_from((LIN, CHEN, STRANGER))
words = st.text(max_size=60).map(lambda text: {"text": text})
text_of_lists = st.text(alphabet="1234567890-%，。、；\n 月日完成已报进展撤回取消百分之全部", max_size=60).map(
    lambda text: {"text": text}
)
data = st.one_of(*(st.from_regex(pattern(verb), fullmatch=True) for verb in Verb), st.text(max_size=16), st.just(None))


@st.composite
def messages(draw: st.DrawFn) -> Json:
    """A message in somebody's private chat or in the group."""
    who, in_group = draw(person), draw(st.booleans())
    chat = {"id": GROUP, "type": "group", "title": "群"} if in_group else {"id": who, "type": "private"}
    content = draw(st.one_of(st.sampled_from(CONTENTS), words, text_of_lists))
    base = {"message_id": draw(st.integers(1, 2**31)), "date": draw(st.integers(0, 2**31 - 1)), "chat": chat}
    return {**base, "from": sender(who), **content}


@st.composite
def presses(draw: st.DrawFn) -> Json:
    """A press on a message, on a deleted one, or on an inline one."""
    who = draw(person)
    press: Json = {"id": str(draw(st.integers(1, 2**40))), "from": sender(who), "chat_instance": "1"}
    where = draw(st.sampled_from(("message", "gone", "inline")))
    if where == "inline":
        press["inline_message_id"] = "1"
    else:
        chat = {"id": who, "type": "private", "first_name": "x"}
        press["message"] = {"message_id": draw(st.integers(1, 30)), "date": 0 if where == "gone" else 1, "chat": chat}
    pressed = draw(data)
    return press | ({"game_short_name": "x"} if pressed is None else {"data": pressed})


updates = st.one_of(
    st.tuples(st.sampled_from(("message", "edited_message")), messages()),
    st.tuples(st.just("callback_query"), presses()),
)


def sender(who: int) -> Json:
    return {"id": who, "is_bot": False, "first_name": "x"}


def run(work: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner() as runner:
        runner.run(work)


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.lists(updates, min_size=20, max_size=40))
def test_whatever_comes_is_done_with(sent: list[tuple[str, Json]]) -> None:
    with TemporaryDirectory() as folder:
        run(_are_done_with(Path(folder), sent))


async def _are_done_with(folder: Path, sent: list[tuple[str, Json]]) -> None:
    town = Town(folder)
    await town.open()
    chen = town.member(CHEN, "陈主任", None, Role.COORDINATOR)
    lin = town.member(LIN, "林警官", "市公安局", Role.LIAISON)
    stranger = town.newcomer(STRANGER, "路人")
    town.world.chat(STRANGER).bot_status = "member"
    await town.bind_group(chen, lin, stranger)
    for kind, content in sent:
        town.world.updates.push(kind, content)
    async with asyncio.timeout(30):
        while town.world.updates.pending or town.rows("SELECT 1 FROM inbox WHERE done_at IS NULL"):
            await asyncio.sleep(0.01)
    assert town.rows("SELECT problem FROM inbox WHERE problem IS NOT NULL") == []
    await town.close()
