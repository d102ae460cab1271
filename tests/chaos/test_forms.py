"""Which messages the people of the city take for the answer to a confirmation."""

from datetime import UTC, datetime

from bot.emulator.records import Message
from tests.chaos.answers import UNDER_WAY
from tests.chaos.forms import Confirm, Form

CONFIRM = Confirm("确认发送")
NOTICE = Form({"还没发出。": CONFIRM}, UNDER_WAY, lambda: None, "会议甲")


def message(id: int, text: str) -> Message:
    return Message(id, 1001, None, datetime(2019, 11, 25, tzinfo=UTC), text)


def test_the_end_of_the_notice_before_is_no_answer_to_a_confirmation() -> None:
    """Taking it for one, people went on although the bot had asked them to wait and press again."""
    is_answer = NOTICE.is_answer(CONFIRM, message(10, "还没发出。收到的人会看到：会议甲"))
    assert not is_answer(message(7, "已发完，3 条送到。")) and not is_answer(message(7, "正在发送：2/3"))


def test_a_final_message_in_place_of_the_preview_or_below_is_the_answer() -> None:
    is_answer = NOTICE.is_answer(CONFIRM, message(10, "还没发出。收到的人会看到：会议甲"))
    assert is_answer(message(10, "正在发送：0/3")) and is_answer(message(11, "正在发送：0/3"))
