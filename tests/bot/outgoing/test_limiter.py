"""The limiter on a clock set by the test and with a recorded sleep, so that no test waits."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.outgoing.limiter import Limiter, sending_notices
from bot.outgoing.silences import Noted

GROUP = -100


class Line:
    """Sends through a limiter and records the second at which each message goes out."""

    def __init__(self, noted: Noted = lambda towards_all, chats: None) -> None:
        self.now = 1000.0
        self.limiter = Limiter(lambda: self.now, self._sleep, noted)
        self.went: list[float] = []
        self.trouble: list[Exception] = []

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds

    async def _post(self) -> bool:
        if self.trouble:
            raise self.trouble.pop(0)
        self.went.append(round(self.now - 1000, 3))
        return True

    async def answers(self, chat_id: int = 1, endpoint: str = "sendMessage", **also: object) -> None:
        data: dict[str, Any] = {"chat_id": chat_id, **also}
        await self.limiter.process_request(self._post, (), {}, endpoint, data, None)

    async def notifies(self, chat_id: int = 1) -> None:
        with sending_notices():
            await self.answers(chat_id)

    async def sends_album(self, chat_id: int, files: int, *, booked: bool = False) -> None:
        with sending_notices(booked=booked):
            await self.answers(chat_id, "sendMediaGroup", media=["a file"] * files)


@pytest.fixture(autouse=True)
def in_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def line() -> Line:
    return Line()


async def test_a_clock_that_began_below_zero_is_no_silence(line: Line) -> None:
    line.now = -86_400.0
    await line.answers()
    await line.notifies(2)
    assert line.now == -86_400.0


async def test_notices_to_many_people_go_out_at_25_a_second(line: Line) -> None:
    for person in range(60):
        await line.notifies(person + 1)
    assert line.went[:6] == [0.0, 0.0, 0.0, 0.0, 0.04, 0.08] and line.went[-1] == 2.24


async def test_what_began_late_is_caught_up_but_no_second_sees_more_than_telegram_allows(line: Line) -> None:
    for person in range(100):
        line.now += 0.03 if person % 2 else 0.05
        await line.notifies(person + 1)
    assert line.went[-1] == 4.0
    line.now += 60
    line.went.clear()
    for person in range(30):
        await line.notifies(person + 1)
    assert sum(moment < line.went[0] + 1 for moment in line.went) == 28


async def test_what_answers_used_is_not_there_for_notices(line: Line) -> None:
    for person in range(20):
        await line.answers(person + 1)
    for person in range(10):
        await line.notifies(person + 100)
    assert line.went == [0.0] * 20 + [round(0.68 + 0.04 * turn, 2) for turn in range(10)]


async def test_many_answers_hold_notices_up_for_a_second_and_no_longer(line: Line) -> None:
    for person in range(500):
        await line.answers(person + 1)
    await line.notifies(1000)
    assert line.went[-1] == 1.04


async def test_a_chat_gets_one_notice_a_second(line: Line) -> None:
    for _ in range(3):
        await line.notifies()
    assert line.went == [0.0, 1.0, 2.0]


async def test_a_group_gets_twenty_messages_a_minute_and_the_rest_later(line: Line) -> None:
    for _ in range(20):
        await line.notifies(GROUP)
    with pytest.raises(RetryAfter) as later:
        await line.notifies(GROUP)
    assert later.value.retry_after == timedelta(seconds=41)
    line.now += 41
    await line.notifies(GROUP)
    assert line.went[-1] == 60.0


async def test_an_album_counts_as_many_messages_as_it_has_files(line: Line) -> None:
    for person in range(3):
        await line.sends_album(person + 1, 10)
    assert line.went == [0.0, 0.64, 1.28]
    await line.notifies(4)
    assert line.went[-1] == 1.56


@pytest.mark.parametrize("booked", [True, False])
async def test_two_albums_of_ten_are_what_a_group_gets_in_a_minute(line: Line, booked: bool) -> None:
    for _ in range(2):
        if booked:
            line.limiter.book(GROUP)
        await line.sends_album(GROUP, 10, booked=booked)
        line.now += 2
    with pytest.raises(RetryAfter) as refused:
        await line.notifies(GROUP)
    assert refused.value.retry_after == timedelta(seconds=56)
    assert line.limiter.held() == {GROUP: pytest.approx(56, abs=1)}


async def test_an_album_waits_until_all_its_files_fit(line: Line) -> None:
    for _ in range(12):
        await line.notifies(GROUP)
    line.now += 2
    with pytest.raises(RetryAfter):
        await line.sends_album(GROUP, 10)
    await line.sends_album(GROUP, 8)


async def test_a_full_group_does_not_hold_up_anybody_else(line: Line) -> None:
    for _ in range(20):
        await line.notifies(GROUP)
    with pytest.raises(RetryAfter):
        await line.notifies(GROUP)
    await line.notifies(7)
    assert line.went[-1] == 19.0


async def test_answers_do_not_queue_behind_notices(line: Line) -> None:
    for person in range(25):
        await line.notifies(person + 1)
    for _ in range(5):
        await line.answers(1)
    assert line.went[25:] == line.went[24:25] * 5


async def test_an_answer_waits_out_the_silence_and_goes_once(line: Line) -> None:
    line.trouble = [RetryAfter(3)]
    await line.answers()
    assert line.went == [3.5]


async def test_a_chat_that_must_wait_holds_up_nobody_else(line: Line) -> None:
    line.trouble = [RetryAfter(3600)]
    with pytest.raises(RetryAfter):
        await line.answers(1)
    await line.answers(2)
    await line.notifies(3)
    with pytest.raises(RetryAfter) as later:
        await line.answers(1)
    assert later.value.retry_after == timedelta(seconds=3601)
    assert line.went == [0.0, 0.0] and line.limiter.held()[1] == 3600.5


async def test_once_a_second_chat_is_told_to_wait_everybody_waits_as_long_as_both(line: Line) -> None:
    line.trouble = [RetryAfter(20), RetryAfter(3)]
    for chat_id in (1, 2):
        with pytest.raises(RetryAfter):
            await line.notifies(chat_id)
    await line.answers(3)
    assert line.went == [3.5]


async def test_a_second_chat_that_is_told_to_wait_after_the_first_has_waited_is_alone(line: Line) -> None:
    for chat_id in (1, 2):
        line.trouble = [RetryAfter(3)]
        with pytest.raises(RetryAfter):
            await line.notifies(chat_id)
        line.now += 4
    await line.answers(3)
    assert line.went == [8.0]


@pytest.mark.parametrize("endpoint", ["setMyCommands", "answerCallbackQuery", "deleteMessage", "sendChatAction"])
async def test_what_nobody_waits_for_holds_up_nobody_and_is_not_asked_for_again(line: Line, endpoint: str) -> None:
    line.trouble = [RetryAfter(3600)]
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await line.answers(1, endpoint)
    await line.answers(1)
    await line.answers(1, "answerCallbackQuery", text="已提交")
    assert line.went == [0.0, 0.0] and line.now == 1000.0 and line.limiter.free() == 3


async def test_a_method_without_a_chat_waits_alone(line: Line) -> None:
    line.trouble = [RetryAfter(3600), RetryAfter(3600)]
    for endpoint in ("getFile", "getMe"):
        with pytest.raises(RetryAfter):
            await line.answers(1, endpoint)
    await line.answers(1)
    assert line.went == [0.0]


async def test_a_long_silence_is_noted_and_named_once_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    noted = list[tuple[float, dict[int, float]]]()
    line = Line(lambda towards_all, chats: noted.append((towards_all, dict(chats))))
    line.trouble = [RetryAfter(3600), RetryAfter(3600)]
    for chat_id in (1, 1, 2, 3):
        with pytest.raises(RetryAfter):
            await line.answers(chat_id)
    assert noted == [(0, {1: 3600.5}), (3600.5, {1: 3600.5, 2: 3600.5})]
    assert [(each.levelname, each.message) for each in caplog.records] == [
        ("WARNING", "Telegram asks for 3601 seconds of silence towards 1"),
        ("WARNING", "Telegram asks for 3601 seconds of silence towards 2"),
        ("WARNING", "Telegram asks for 3601 seconds of silence towards everybody"),
    ]


async def test_a_shorter_silence_does_not_end_a_longer_one(line: Line) -> None:
    line.trouble = [RetryAfter(20), RetryAfter(1)]
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await line.notifies()
    assert line.trouble, "telegram was asked again during the silence"
    line.trouble.clear()
    await line.answers()
    assert line.went == [20.5]


async def test_of_two_silences_asked_for_at_once_the_longer_one_counts(line: Line) -> None:
    waits = [RetryAfter(20), RetryAfter(1)]

    async def refused() -> bool:
        await asyncio.sleep(0)
        raise waits.pop(0)

    with sending_notices():
        both = [line.limiter.process_request(refused, (), {}, "sendMessage", {"chat_id": id}, None) for id in (1, 2)]
        await asyncio.gather(*both, return_exceptions=True)
    assert waits == []
    await line.answers()
    assert line.went == [20.5]


async def test_a_notice_does_not_wait_out_a_silence_but_is_told_how_long_it_is(line: Line) -> None:
    line.trouble = [RetryAfter(20)]
    with pytest.raises(RetryAfter):
        await line.notifies()
    line.now += 5
    with pytest.raises(RetryAfter) as later:
        await line.notifies()
    assert later.value.retry_after == timedelta(seconds=16)
    assert line.went == []


async def test_a_group_that_must_wait_holds_up_nobody_else(line: Line) -> None:
    line.trouble = [RetryAfter(20)]
    with pytest.raises(RetryAfter):
        await line.notifies(GROUP)
    await line.notifies(1)
    await line.answers(2)
    assert line.went == [0.0, 0.0]
    assert line.limiter.held()[GROUP] == 20.5 and line.limiter.until_free() == 0


async def test_somebody_to_whom_too_much_was_said_at_once_holds_up_nobody_else(line: Line) -> None:
    await line.answers(1)
    line.limiter.book(1)
    line.trouble = [RetryAfter(3)]
    with sending_notices(booked=True), pytest.raises(RetryAfter):
        await line.answers(1)
    await line.notifies(2)
    await line.answers(1)
    assert line.went == [0.0, 0.0, 3.5]


async def test_where_a_wait_was_meant_for_all_the_next_message_learns_it(line: Line) -> None:
    line.trouble = [RetryAfter(3), RetryAfter(3)]
    for chat_id in (GROUP, 1):
        with pytest.raises(RetryAfter):
            await line.notifies(chat_id)
    assert line.limiter.free() == 0 and line.limiter.until_free() == 3.5


async def test_a_turn_that_is_booked_is_used_once(line: Line) -> None:
    line.limiter.book(1)
    with sending_notices(booked=True):
        await line.answers(1)
        await line.answers(1)
    assert line.went == [0.0, 1.0]


async def test_a_chat_is_held_until_its_next_turn(line: Line) -> None:
    assert line.limiter.free() == 4
    await line.notifies(1)
    assert line.limiter.free() == 3 and line.limiter.held() == {1: 1.0}
    line.now += 1
    assert line.limiter.free() == 4 and line.limiter.held() == {}


async def test_a_full_group_is_held_for_the_rest_of_its_minute(line: Line) -> None:
    for _ in range(20):
        await line.notifies(GROUP)
    assert line.limiter.held() == {GROUP: 41.0}


async def test_an_answer_gives_up_on_a_silence_of_minutes(line: Line) -> None:
    line.trouble = [RetryAfter(300)]
    with pytest.raises(RetryAfter):
        await line.answers()
    assert line.went == [] and line.now == 1000.0


async def test_an_answer_that_fails_is_tried_again_at_growing_pauses(line: Line) -> None:
    line.trouble = [NetworkError("Internal Server Error"), TimedOut(), NetworkError("Too Many Requests: retry later")]
    await line.answers()
    assert line.went == [7.0]


async def test_an_answer_is_given_up_in_the_end(line: Line) -> None:
    line.trouble = [TimedOut() for _ in range(5)]
    with pytest.raises(TimedOut):
        await line.answers()
    assert line.trouble == [] and line.now == 1015.0


async def test_a_notice_that_fails_is_left_to_whoever_sends_it(line: Line) -> None:
    line.trouble = [NetworkError("Too Many Requests: retry later")]
    with pytest.raises(NetworkError):
        await line.notifies()
    assert line.went == []


@pytest.mark.parametrize("failure", [BadRequest("Message is not modified"), Forbidden("bot was blocked by the user")])
async def test_what_telegram_refuses_is_not_tried_again(line: Line, failure: Exception) -> None:
    line.trouble = [failure]
    with pytest.raises(type(failure)):
        await line.answers()
    assert line.went == []


async def test_nobody_waits_for_the_end_of_a_spinner(line: Line) -> None:
    line.trouble = [TimedOut()]
    with pytest.raises(TimedOut):
        await line.answers(endpoint="answerCallbackQuery")
    assert line.now == 1000.0
