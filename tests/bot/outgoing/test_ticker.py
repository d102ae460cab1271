import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import demo_settings
from bot.outgoing import ticker
from data.store import Database, fetch_all, open_database
from handlers.telegram.context import App
from tests.journeys.town import OPENING, ZONE


class Time:
    """The time of day, and the seconds of a clock that only goes forward; a test sets either."""

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


def waiting(db: Database, until: datetime) -> None:
    db.conn.execute(
        "INSERT INTO outbox (recipient, chat_id, day, not_before) VALUES ('person', 5, '2019-11-25', ?)",
        [until.isoformat()],
    )


async def test_time_that_passes_as_it_should_is_no_jump(
    app: LiaisonBot, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    time.passes(86_400)
    time.moment += timedelta(seconds=59)
    await app.ticker.beat()
    assert "jumped" not in caplog.text


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)], ids=["forward", "back"])
async def test_a_jump_of_the_clock_is_logged_once_and_ticking_goes_on(
    app: LiaisonBot, time: Time, jump: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    time.moment += jump
    await app.ticker.beat()
    time.passes(30)
    await app.ticker.beat()
    assert caplog.text.count(f"jumped by {jump.total_seconds():.0f} seconds") == 1
    assert app.pulse.since(app.pulse.ticked) == 0


async def test_what_was_to_wait_by_a_wrong_clock_waits_five_minutes_by_the_right_one(
    app: LiaisonBot, time: Time, db: Database
) -> None:
    waiting(db, OPENING + timedelta(days=3))
    time.moment -= timedelta(hours=2)
    await app.ticker.beat()
    [row] = fetch_all(db, "SELECT not_before FROM outbox")
    assert datetime.fromisoformat(row["not_before"]) == time.moment + timedelta(minutes=5)


async def test_a_tick_that_fails_is_logged_and_the_next_one_comes(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError("no plan today")

    with monkeypatch.context() as broken:
        broken.setattr(ticker, "plan_today", fails)
        time.passes(30)
        await app.ticker.beat()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    await app.ticker.beat()
    assert app.pulse.since(app.pulse.ticked) == 0


async def test_what_a_tick_that_failed_was_sending_is_held_by_the_next_one(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(app: App, go_on: object) -> int:
        db.conn.execute("UPDATE outbox SET state = 'sending'")
        raise RuntimeError("no room to note that it was sent")

    waiting(db, OPENING)
    with monkeypatch.context() as broken:
        broken.setattr(ticker, "send_waiting", fails)
        await app.ticker.beat()
    assert fetch_all(db, "SELECT state FROM outbox") == [{"state": "sending"}]
    await app.ticker.beat()
    assert fetch_all(db, "SELECT state FROM outbox") == [{"state": "uncertain"}]


async def test_a_refused_token_is_told_to_the_watchdog(app: LiaisonBot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuses(app: App, go_on: object) -> int:
        raise InvalidToken

    monkeypatch.setattr(ticker, "send_waiting", refuses)
    await app.ticker.beat()
    assert app.pulse.token_refused


async def test_a_bot_that_stops_claims_nothing_more(app: LiaisonBot, db: Database) -> None:
    waiting(db, OPENING)
    await app.ticker.stop()
    await app.ticker.beat()
    assert fetch_all(db, "SELECT state FROM outbox") == [{"state": "pending"}]


async def test_a_database_without_a_plan_is_no_failure(app: LiaisonBot, caplog: pytest.LogCaptureFixture) -> None:
    await app.ticker.beat()
    assert caplog.records == []


async def test_a_tick_that_has_stalled_is_set_going_again(app: LiaisonBot, time: Time) -> None:
    app.pulse.feel_tick()
    time.passes(ticker.TICK_SECONDS)
    assert not app.ticker.wake_if_stalled()
    time.passes(2 * ticker.TICK_SECONDS)
    assert app.ticker.wake_if_stalled()


async def test_a_tick_that_comes_late_is_never_dropped(app: LiaisonBot) -> None:
    assert app.job_queue is not None
    await app.job_queue.start()
    await app.ticker.start()
    [job] = app.job_queue.jobs()
    assert (job.job.misfire_grace_time, job.job.coalesce, job.job.max_instances) == (None, True, 1)
    await app.ticker.stop()
    await app.job_queue.stop()


async def test_a_schedule_that_waits_for_an_hour_that_was_set_back_goes_on(
    app: LiaisonBot, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = asyncio.Event()

    async def ticked(app: App, go_on: Callable[[], bool]) -> int:
        go_on()
        ticks.set()
        return 0

    monkeypatch.setattr(ticker, "TICK_SECONDS", 0.02)
    monkeypatch.setattr(ticker, "tick", ticked)
    assert app.job_queue is not None
    await app.job_queue.start()
    await app.ticker.start()
    await asyncio.wait_for(ticks.wait(), 5)
    [job] = app.job_queue.jobs()
    job.job.modify(next_run_time=job.job.next_run_time + timedelta(hours=1))
    ticks.clear()
    time.passes(1)
    await asyncio.wait_for(ticks.wait(), 5)
    await app.ticker.stop()
    await app.job_queue.stop()
