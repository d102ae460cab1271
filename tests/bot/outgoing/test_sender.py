from datetime import timedelta

import httpx
import pytest
from telegram import Message
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.emulator import FaultKind
from bot.outgoing import group_posts, sender
from data.notices.outbox import claim, hold_interrupted
from data.people.people import Role
from data.store import Row
from tests.data.conftest import day
from tests.fixtures.planning import plan_today
from tests.journeys.town import Resident, Town, at

NINE = "2019-11-25 09:00"


@pytest.fixture(autouse=True)
def certain(town: Town) -> None:
    """Remove the doubt from the deadline of the market bureau's only overdue task, so that the morning reminds of
    it."""
    town.replan("UPDATE tasks SET remark = '' WHERE code = '29-7'")


def _caused_by(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


async def _meeting(town: Town, monkeypatch: pytest.MonkeyPatch, error: TelegramError) -> Row:
    """Return the outbox row of the morning's reminder after sending it has failed with `error`."""
    await _morning(town, monkeypatch, error)
    return _row(town)


async def _morning(town: Town, monkeypatch: pytest.MonkeyPatch, error: TelegramError) -> None:
    """Let the morning come while all sending fails with `error`."""

    async def fails(*args: object, **details: object) -> Message:
        raise error

    for module in (sender, group_posts):
        monkeypatch.setattr(module, "send", fails)
    await town.move_to(NINE)
    monkeypatch.undo()


def _row(town: Town) -> Row:
    return town.rows("SELECT state, not_before FROM outbox WHERE chat_id = 1003")[0]


@pytest.mark.parametrize(
    "error",
    [
        _caused_by(NetworkError("connect"), httpx.ConnectError("refused")),
        _caused_by(TimedOut(), httpx.ConnectTimeout("slow")),
        _caused_by(TimedOut(), httpx.PoolTimeout("busy")),
        NetworkError("Too Many Requests"),
    ],
    ids=["refused", "connect timeout", "pool timeout", "429 without parameters"],
)
async def test_what_surely_was_not_sent_is_tried_again(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch, error: TelegramError
) -> None:
    assert await _meeting(town, monkeypatch, error) == {
        "state": "pending",
        "not_before": "2019-11-25T01:00:30+00:00",
    }
    await town.move_to("2019-11-25 09:01")
    assert _row(town)["state"] == "sent" and "可能重复" not in zhou.sees()


async def test_a_wait_that_telegram_asks_for_is_kept(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = await _meeting(town, monkeypatch, RetryAfter(timedelta(seconds=90)))
    assert row == {"state": "pending", "not_before": "2019-11-25T01:01:30+00:00"}
    await town.move_to("2019-11-25 09:01")
    assert _row(town)["state"] == "pending"
    await town.move_to("2019-11-25 09:02")
    assert _row(town)["state"] == "sent"


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: something new"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        BadRequest("Message text is empty"),
    ],
    ids=["an unknown 403", "another 403", "a bad request"],
)
async def test_what_telegram_refuses_is_given_up_and_nobody_is_thought_unreachable(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch, error: TelegramError
) -> None:
    assert (await _meeting(town, monkeypatch, error))["state"] == "dead"
    assert town.rows("SELECT error FROM outbox") == [{"error": "refused"}]
    assert town.rows("SELECT * FROM people WHERE unreachable_at IS NOT NULL") == []


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: user is deactivated"),
        BadRequest("Chat not found"),
    ],
    ids=lambda error: str(error.message),
)
async def test_somebody_whom_no_message_reaches_is_known_by_what_telegram_says(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch, error: TelegramError
) -> None:
    assert (await _meeting(town, monkeypatch, error))["state"] == "dead"
    assert town.rows("SELECT error FROM outbox WHERE state = 'dead'") == [{"error": "unreachable"}]
    assert town.rows("SELECT telegram_id FROM people WHERE unreachable_at IS NOT NULL") == [{"telegram_id": zhou.id}]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_group_that_has_removed_the_bot_is_known_by_what_telegram_says(
    town: Town, chen: Resident, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    await town.bind_group(chen)
    await _morning(town, monkeypatch, Forbidden(f"Forbidden: bot was kicked from the {kind} chat"))
    assert town.rows("SELECT * FROM group_chats") == []
    assert "解绑群" in await chen.says("/audit")


@pytest.mark.parametrize(
    "error",
    [
        _caused_by(TimedOut(), httpx.ReadTimeout("silence")),
        _caused_by(NetworkError("gone"), httpx.RemoteProtocolError("dropped")),
        NetworkError("Bad Gateway"),
        TelegramError("Invalid server response"),
    ],
    ids=["read timeout", "dropped connection", "5xx", "bad body"],
)
async def test_what_may_have_arrived_is_held_and_sent_once_more_with_a_word_of_warning(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch, error: TelegramError
) -> None:
    assert await _meeting(town, monkeypatch, error) == {
        "state": "uncertain",
        "not_before": "2019-11-25T01:05:00+00:00",
    }
    await town.move_to("2019-11-25 09:04")
    assert zhou.heard() == []
    await town.move_to("2019-11-25 09:05")
    assert zhou.sees().startswith("（可能重复）") and _row(town)["state"] == "sent"


async def test_what_is_uncertain_a_second_time_ends_as_an_alarm(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _meeting(town, monkeypatch, NetworkError("Bad Gateway"))
    town.world.faults.add(FaultKind.SERVER_ERROR, "sendMessage")
    await town.move_to("2019-11-25 09:05")
    assert _row(town)["state"] == "dead"
    await town.move_to("2019-11-25 10:00")
    assert zhou.heard() == []


async def test_a_token_that_is_refused_stops_the_sending_and_costs_no_message(
    town: Town, zhou: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InvalidToken):
        await _meeting(town, monkeypatch, InvalidToken("rejected"))
    assert _row(town)["state"] == "pending"


async def test_a_group_that_has_moved_is_followed(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    town.world.updates.allow(["callback_query"])
    new = town.world.upgrade_group(group)
    town.world.updates.allow(["message", "callback_query", "my_chat_member"])
    await town.move_to(NINE)
    assert town.rows("SELECT chat_id, state FROM outbox WHERE recipient = 'group'") == [
        {"chat_id": new, "state": "sent"}
    ]
    assert town.rows("SELECT chat_id FROM group_chats") == [{"chat_id": new}]


async def test_what_an_earlier_process_was_sending_is_uncertain(town: Town, zhou: Resident) -> None:
    await town.move_to(NINE)
    town.db.conn.execute("UPDATE outbox SET state = 'sending' WHERE chat_id = 1003")
    hold_interrupted(town.db, town.clock.now())
    assert _row(town) == {"state": "uncertain", "not_before": "2019-11-25T01:05:00+00:00"}


@pytest.mark.parametrize(
    ("kind", "seconds", "state"),
    [
        (FaultKind.TOO_MANY_REQUESTS, None, "pending"),
        (FaultKind.SERVER_ERROR, None, "uncertain"),
        (FaultKind.CUT_BEFORE, None, "uncertain"),
        (FaultKind.CUT_AFTER, None, "uncertain"),
    ],
)
async def test_trouble_on_the_wire_is_known_by_its_name(
    town: Town, zhou: Resident, kind: FaultKind, seconds: float | None, state: str
) -> None:
    town.world.faults.add(kind, "sendMessage", seconds=seconds)
    await town.move_to(NINE)
    assert _row(town)["state"] == state


async def test_somebody_who_blocked_the_bot_is_not_tried_again(town: Town, zhou: Resident) -> None:
    town.world.block(zhou.id)
    await town.settle()
    await town.move_to(NINE)
    assert _row(town)["state"] == "dead"
    calls = sum(call.method == "sendMessage" and call.params["chat_id"] == zhou.id for call in town.world.calls)
    await town.move_to("2019-11-25 10:00")
    assert sum(call.method == "sendMessage" and call.params["chat_id"] == zhou.id for call in town.world.calls) == calls


async def test_one_failure_does_not_keep_the_others_from_their_reminders(town: Town, zhou: Resident) -> None:
    wu = town.member(1004, "小吴", "市市场监管局", Role.DEPUTY)
    town.world.faults.add(FaultKind.SERVER_ERROR, "sendMessage")
    await town.move_to(NINE)
    assert sorted(row["state"] for row in town.rows("SELECT state FROM outbox")) == ["sent", "uncertain"]
    assert len(wu.heard()) + len(zhou.heard()) == 1


async def test_a_reminder_whose_day_ends_while_it_is_under_way_is_of_the_day_on_which_it_was_claimed(
    town: Town, zhou: Resident
) -> None:
    town.clock.moment = at("2019-11-25 17:59")
    plan_today(town.db, town.clock.moment)
    [claimed] = [each for each in claim(town.db, town.clock.moment, 9) if each.chat_id == zhou.id]
    town.clock.moment = at("2019-11-26 08:59")
    assert await sender.send_one(town.app, claimed)
    [task] = town.rows("SELECT due FROM tasks WHERE code = '29-7'")
    assert f"逾期{(day('2019-11-25') - day(task['due'])).days}天" in zhou.sees()
