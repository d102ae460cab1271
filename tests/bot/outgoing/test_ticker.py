import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import demo_settings
from bot.outgoing import courier, planner, progress, ticker
from bot.upkeep import watchdog
from data.notices.outbox import Claimed
from data.people.people import Role
from data.store import Database, open_database
from data.times import stored
from handlers.telegram.context import App
from tests.journeys.town import OPENING, ZONE, Town, at


class Time:
    """The time of day and a monotonic clock, both set by the test."""

    def __init__(self) -> None:
        self.moment = OPENING
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.seconds

    def passes(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "x.db")


@pytest.fixture
async def app(db: Database, time: Time, tmp_path: Path) -> AsyncIterator[LiaisonBot]:
    settings = demo_settings("http://127.0.0.1:1", tmp_path / "x.db", ZONE)
    yield build_application(settings, db, time.now, time.monotonic)
    db.close()


def waiting(db: Database, until: datetime, *chat_ids: int) -> None:
    for chat_id in chat_ids or (5,):
        db.insert(
            "outbox", recipient="person", chat_id=chat_id, day="2019-11-25", not_before=stored(until), letter="due"
        )


async def test_time_that_passes_as_it_should_is_no_jump(
    app: LiaisonBot, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    time.passes(86_400)
    time.moment += timedelta(seconds=59)
    app.ticker.beat()
    assert "jumped" not in caplog.text


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)], ids=["forward", "back"])
async def test_a_jump_of_the_clock_is_logged_once_and_ticking_goes_on(
    app: LiaisonBot, time: Time, jump: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    time.moment += jump
    app.ticker.beat()
    time.passes(30)
    app.ticker.beat()
    assert caplog.text.count(f"jumped by {jump.total_seconds():.0f} seconds") == 1
    assert app.pulse.since(app.pulse.ticked) == 0


async def test_what_was_to_wait_by_a_wrong_clock_waits_five_minutes_by_the_right_one(
    app: LiaisonBot, time: Time, db: Database
) -> None:
    waiting(db, OPENING + timedelta(days=3))
    time.moment -= timedelta(hours=2)
    app.ticker.beat()
    [row] = db.fetch_all("SELECT not_before FROM outbox")
    assert datetime.fromisoformat(row["not_before"]) == time.moment + timedelta(minutes=5)


async def test_a_tick_that_fails_is_logged_and_the_next_one_comes(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError("no plan today")

    with monkeypatch.context() as broken:
        broken.setattr(ticker, "PREPARATIONS", (fails,))
        time.passes(30)
        app.ticker.beat()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    app.ticker.beat()
    assert app.pulse.since(app.pulse.ticked) == 0


async def test_what_cannot_be_prepared_keeps_nothing_else_from_going_out(
    app: LiaisonBot, time: Time, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = list[datetime]()

    def fails(*args: object) -> None:
        raise RuntimeError("no round can be opened")

    async def sends(app: App, claimed: Claimed) -> bool:
        return True

    monkeypatch.setattr(courier, "send_one", sends)
    monkeypatch.setattr(ticker, "PREPARATIONS", (fails, lambda db, now: prepared.append(now)))
    waiting(db, OPENING)
    app.pulse.feel_tick()
    time.passes(100)
    app.ticker.beat()
    assert prepared == [time.moment] and app.pulse.since(app.pulse.ticked) == 100
    await app.ticker.stop()
    assert db.fetch_all("SELECT state FROM outbox") == [{"state": "sending"}]


async def test_a_day_that_cannot_be_planned_does_not_keep_the_ticker_from_stopping(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails() -> None:
        await asyncio.sleep(0.1)
        raise RuntimeError("no room for a plan")

    monkeypatch.setattr(planner, "planning_due", lambda *args: True)
    monkeypatch.setattr(app.ticker.planner, "_plan", fails)
    app.ticker.beat()
    await app.ticker.stop()
    assert "no room for a plan" in caplog.text


async def test_while_the_progress_of_a_broadcast_is_being_shown_the_ticker_rests(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asyncio.Event()

    async def shows(*args: object) -> None:
        await shown.wait()

    monkeypatch.setattr(progress, "broadcasts_under_way", lambda db: [None])
    monkeypatch.setattr(app.ticker.progress, "_show", shows)
    app.ticker.beat()
    await asyncio.sleep(0)
    time.passes(10)
    assert app.ticker.until_next() > 1
    shown.set()
    await app.ticker.progress.finish()
    assert app.bot_data.woken.is_set() and app.ticker.until_next() == 0


async def test_what_a_tick_that_failed_was_sending_is_held_by_the_next_one(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(app: App, claimed: Claimed) -> bool:
        raise RuntimeError("no room to note that it was sent")

    monkeypatch.setattr(courier, "send_one", fails)
    waiting(db, OPENING)
    with pytest.raises(RuntimeError):
        await app.ticker.tick()
    assert db.fetch_all("SELECT state FROM outbox") == [{"state": "sending"}]
    app.ticker.beat()
    app.ticker.beat()
    assert db.fetch_all("SELECT state FROM outbox") == [{"state": "uncertain"}]


async def test_what_is_being_sent_is_not_held_because_something_else_went_wrong(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrives = asyncio.Event()

    async def sends(app: App, claimed: Claimed) -> bool:
        if claimed.chat_id == 6:
            raise RuntimeError("no room to note that it was sent")
        return await arrives.wait()

    monkeypatch.setattr(courier, "send_one", sends)
    waiting(db, OPENING, 5, 6)
    ticking = asyncio.create_task(app.ticker.tick())
    with pytest.raises(RuntimeError):
        await ticking
    app.ticker.beat()
    app.ticker.beat()
    states = "SELECT chat_id, state FROM outbox ORDER BY chat_id"
    assert [row["state"] for row in db.fetch_all(states)] == ["sending", "uncertain"]
    arrives.set()
    await app.ticker.stop()


async def test_a_refused_token_is_told_to_the_watchdog(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuses(app: App, claimed: Claimed) -> bool:
        raise InvalidToken

    monkeypatch.setattr(courier, "send_one", refuses)
    waiting(db, OPENING)
    with pytest.raises(InvalidToken):
        await app.ticker.tick()
    app.ticker.beat()
    assert app.pulse.token_refused


async def test_a_bot_that_stops_claims_nothing_more(app: LiaisonBot, db: Database) -> None:
    waiting(db, OPENING)
    await app.ticker.stop()
    app.ticker.beat()
    assert db.fetch_all("SELECT state FROM outbox") == [{"state": "pending"}]


async def test_a_database_without_a_plan_is_no_failure(app: LiaisonBot, caplog: pytest.LogCaptureFixture) -> None:
    app.ticker.beat()
    assert caplog.records == []


async def test_without_a_plan_a_day_is_planned_once_a_tick(app: LiaisonBot, time: Time) -> None:
    time.moment = at("2019-11-25 09:05")
    app.bot_data.woken.clear()
    app.ticker.planner.begin()
    await app.ticker.planner.finish()
    await asyncio.sleep(0)
    assert not app.bot_data.woken.is_set()


async def test_while_nothing_arrives_one_message_at_a_time_feels_the_way(
    app: LiaisonBot, time: Time, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrives = False

    async def sends(app: App, claimed: Claimed) -> bool:
        return arrives

    async def under_way_at_the_next_second() -> int:
        app.ticker.beat()
        count = len(app.ticker.courier.under_way)
        await app.ticker.courier.finish()
        time.passes(1)
        return count

    monkeypatch.setattr(courier, "send_one", sends)
    waiting(db, OPENING, *range(1, 41))
    assert [await under_way_at_the_next_second() for _ in range(3)] == [4, 1, 1]
    arrives = True
    assert [await under_way_at_the_next_second() for _ in range(2)] == [1, 4]


async def test_it_ticks_again_at_the_moment_for_which_the_next_message_waits(
    app: LiaisonBot, time: Time, db: Database
) -> None:
    waiting(db, OPENING + timedelta(seconds=7))
    assert app.ticker.until_next() == 7
    time.passes(3)
    assert app.ticker.until_next() == 4


async def test_what_may_go_out_by_now_waits_for_no_more_ticks(app: LiaisonBot, db: Database) -> None:
    """Its turn may have come just after the tick at which it was not sent."""
    waiting(db, OPENING)
    assert app.ticker.until_next() == 0


async def test_it_ticks_at_the_very_minute_at_which_the_days_messages_are_planned(app: LiaisonBot, time: Time) -> None:
    time.moment = at("2019-11-25 08:59") + timedelta(seconds=48)
    assert app.ticker.until_next() == 12


async def test_where_nothing_waits_it_ticks_twice_a_minute(app: LiaisonBot, db: Database) -> None:
    assert app.ticker.until_next() == watchdog.TICK_SECONDS
    waiting(db, OPENING + timedelta(hours=1))
    assert app.ticker.until_next() == watchdog.TICK_SECONDS


async def test_what_may_not_go_out_at_this_hour_wakes_nobody(app: LiaisonBot, time: Time, db: Database) -> None:
    time.moment = OPENING - timedelta(hours=10)
    waiting(db, OPENING - timedelta(days=1))
    assert app.ticker.until_next() == watchdog.TICK_SECONDS


async def test_a_clock_that_is_set_back_makes_nothing_wait_for_the_hour_that_comes_again(
    app: LiaisonBot, time: Time, db: Database
) -> None:
    waiting(db, OPENING + timedelta(seconds=7))
    time.moment -= timedelta(hours=1)
    assert app.ticker.until_next() == watchdog.TICK_SECONDS
    app.ticker.beat()
    [row] = db.fetch_all("SELECT not_before FROM outbox")
    assert datetime.fromisoformat(row["not_before"]) == time.moment + timedelta(minutes=5)


async def test_it_ticks_again_and_again_until_it_is_stopped(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks: list[float] = []
    enough = asyncio.Event()

    def planned(*args: object) -> int:
        ticks.append(time.seconds)
        if len(ticks) == 3:
            enough.set()
        return 0

    monkeypatch.setattr(watchdog, "TICK_SECONDS", 0)
    monkeypatch.setattr(ticker, "PREPARATIONS", (planned,))
    await app.ticker.start()
    await enough.wait()
    await app.ticker.stop()
    assert len(ticks) >= 3


async def test_a_letter_that_somebodys_act_causes_goes_out_at_once(tmp_path: Path) -> None:
    town = Town(tmp_path)
    town.ticks_by_itself = True
    await town.open()
    lin = town.member(1002, "林警官", "市公安局", Role.LIAISON)
    chen = town.member(1001, "陈主任", None, Role.COORDINATOR)
    arrived = asyncio.Event()
    town.world.on_change(lambda event: arrived.set() if chen.messages() else None)
    await lin.reports("7-1", "已完成", note="办好了")
    await asyncio.wait_for(arrived.wait(), 10)
    assert "7-1" in chen.sees()
    await town.close()
