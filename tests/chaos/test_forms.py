"""Which messages the people of the city take for the answer to a confirmation."""

import asyncio
from datetime import UTC, datetime
from random import Random

from bot.demo.demo_bot import TOKEN
from bot.emulator import World
from bot.emulator.records import Button, Message
from tests.chaos.answers import UNDER_WAY
from tests.chaos.forms import Confirm, Form
from tests.chaos.people import Ledger, Somebody

CONFIRM = Confirm("确认发送")
NOTICE = Form({"还没发出。": CONFIRM}, UNDER_WAY, lambda: None, "会议甲")


CHEN = 1001
PREVIEW = "还没发出。收到的人会看到：会议甲"


class LateWorld(World):
    """Answers the first press with the end of an earlier notice, and only the second one with the notice's own."""

    def press(self, user_id: int, chat_id: int, message_id: int, data: str, *, forged: bool = False) -> str:
        """Press a button and let the bot answer."""
        query, chat = super().press(user_id, chat_id, message_id, data, forged=forged), self.chat(chat_id)
        if len(self.queries) == 1:
            self.post(chat, self.bot, text="已发完，3 条送到。")
        else:
            self.change(chat.sent[message_id], text="正在发送：0/3", keyboard=())
        return query


def message(id: int, text: str) -> Message:
    return Message(id, 1001, None, datetime(2019, 11, 25, tzinfo=UTC), text)


def test_the_end_of_the_notice_before_is_no_answer_to_a_confirmation() -> None:
    """Taking it for one, people went on although the bot had asked them to wait and press again."""
    is_answer = NOTICE.is_answer(CONFIRM, message(10, PREVIEW))
    assert not is_answer(message(7, "已发完，3 条送到。")) and not is_answer(message(7, "正在发送：2/3"))


def test_a_final_message_in_place_of_the_preview_or_below_is_the_answer() -> None:
    is_answer = NOTICE.is_answer(CONFIRM, message(10, PREVIEW))
    assert is_answer(message(10, "正在发送：0/3")) and is_answer(message(11, "正在发送：0/3"))


async def test_a_preview_that_still_stands_after_such_an_end_is_confirmed_again() -> None:
    """The notice before ended in a message below the preview, and the press itself was refused."""
    world = LateWorld(TOKEN, "liaison_chaos_bot", lambda: datetime(2019, 11, 25, tzinfo=UTC))
    world.add_user(CHEN, "陈")
    over = asyncio.Event()
    over.set()
    chen = Somebody(world, CHEN, Ledger(), Random(2), over)
    preview = world.post(
        world.chat(CHEN), world.bot, text=PREVIEW, keyboard=((Button("确认发送", "callback_data", "send"),),)
    )
    await chen.fill_in(NOTICE, preview, 0)
    assert len(world.queries) == 2 and world.chat(CHEN).sent[preview.message_id].text == "正在发送：0/3"
