"""A broadcast to many, on a clock that moves on when nothing is under way, so that no test waits."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.demo_bot import Life
from bot.emulator import FaultKind
from data.announcing.broadcasts import BroadcastContent, broadcasts_under_way, send_broadcast, show_progress_in
from data.announcing.recipients import RecipientChoice
from data.people.actor import Actor
from data.people.people import Role, person_by_id
from tests.bot.outgoing.crowd import Arrivals, OneClock, heard_at, people
from tests.journeys.town import OPENING, ZONE, Resident, Town
from tests.thoroughness import count

MANY = count(500, 2000)
SAID = BroadcastContent("周五下午三点开会")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(tmp_path)
    town.pace = OneClock(town)
    async with town:
        town.world.floods.watching = True
        yield town


def broadcasts(town: Town, chen: Resident) -> int:
    """Let the coordinator send a broadcast to everybody, with a message that shows its progress; return its id."""
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", chen.id)
    sent = send_broadcast(
        town.db,
        Actor(person_by_id(town.db, person["id"]), town.clock.now(), ZONE),
        SAID,
        RecipientChoice(everybody=True),
        "test",
        None,
    )
    shown = town.world.post(town.world.chat(chen.id), town.world.bot, text="正在发送：0")
    show_progress_in(town.db, sent.id, shown.message_id)
    return sent.id


async def passes(town: Town, seconds: float) -> None:
    """Let `seconds` pass, with the ticker ticking whenever it is due."""
    ticker, end = town.app.ticker, town.clock.moment + timedelta(seconds=seconds)
    while True:
        ticker.beat()
        await ticker.courier.finish()
        await ticker.progress.finish()
        if town.clock.moment >= end:
            return
        town.clock.moment = min(end, town.clock.moment + timedelta(seconds=max(ticker.until_next(), 0.001)))


async def test_many_get_it_as_fast_as_telegram_permits_and_none_is_refused(town: Town, chen: Resident) -> None:
    everybody = people(town, MANY)
    broadcasts(town, chen)
    await passes(town, MANY / 25 + 5)
    assert {len(heard_at(each)) for each in everybody} == {1}
    last = max(moment for each in everybody for moment in heard_at(each))
    assert last - OPENING <= timedelta(seconds=MANY / 25 + 2)
    assert town.rows("SELECT count(*) AS n FROM outbox WHERE error IS NOT NULL") == [{"n": 0}]
    assert chen.sees().startswith(f"已发完，{MANY} 条送到。") and town.app.pulse.delivers


async def test_one_message_shows_how_far_it_is(town: Town, chen: Resident) -> None:
    people(town, 200)
    broadcasts(town, chen)
    seen = []
    for _ in range(10):
        await passes(town, 1)
        seen.append(chen.sees())
    assert len(chen.messages()) == 1
    counts = [int(text.split("：")[1].split("/")[0]) for text in seen if text.startswith("正在发送")]
    assert counts == sorted(counts) and len(set(counts)) > 2 and 0 < counts[-1] < 200
    assert seen[-1].startswith("已发完，200 条送到。")


async def test_it_is_stopped_in_the_middle(town: Town, chen: Resident) -> None:
    everybody = people(town, 200)
    broadcasts(town, chen)
    await passes(town, 3)
    await chen.presses("停止发送")
    heard = sum(len(heard_at(each)) for each in everybody)
    await passes(town, 20)
    assert 50 <= heard < 200 and sum(len(heard_at(each)) for each in everybody) == heard
    assert chen.sees().startswith(f"已停止发送，之前 {heard} 条已经送到。\n")
    assert f"停止时还没发（{200 - heard}）" in chen.sees()


async def test_a_429_delays_it_and_loses_and_repeats_nothing(town: Town, chen: Resident) -> None:
    everybody = people(town, 60)
    broadcasts(town, chen)
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", seconds=5)
    await passes(town, 15)
    assert {len(heard_at(each)) for each in everybody} == {1}
    assert chen.sees().startswith("已发完，60 条送到。")


async def test_killed_in_the_middle_it_goes_on_and_a_repetition_says_so(town: Town, chen: Resident) -> None:
    everybody, arrivals = people(town, 60), Arrivals(town)
    town.world.faults.add(FaultKind.HANG, "sendMessage", times=2)
    await town.app.ticker.stop()
    broadcasts(town, chen)
    life = Life()
    life.begin(town.app.ticker.tick())
    await arrivals.reach(10)
    await life.end()
    under_way = {
        row["chat_id"] for row in town.rows("SELECT chat_id FROM outbox WHERE state IN ('sending', 'uncertain')")
    }
    await town.restart()
    await passes(town, 20)
    assert f"有 {len(under_way)} 条不确定是否送到" in chen.sees()
    await passes(town, 310)
    for each in everybody:
        *first, last = each.heard()
        assert last.startswith("（可能重复）") is (each.id in under_way) and len(first) <= (each.id in under_way)
    assert chen.sees().startswith("已发完，60 条送到。")


async def test_answers_to_people_do_not_queue_behind_it(town: Town, chen: Resident) -> None:
    people(town, 300)
    gu = town.member(1020, "顾调研员", None, Role.OBSERVER)
    broadcasts(town, chen)
    town.app.ticker.beat()
    assert "共 " in await gu.says("临期")
    assert town.clock.moment == OPENING and town.rows("SELECT 1 FROM outbox WHERE state = 'pending'")


async def test_the_end_comes_below_what_was_said_meanwhile(town: Town, chen: Resident) -> None:
    people(town, 100)
    broadcasts(town, chen)
    await passes(town, 2)
    await chen.says("/settings")
    await passes(town, 10)
    assert chen.sees().startswith("已发完，100 条送到。")
    first = chen.messages()[0]
    assert first.text.startswith("正在发送") and not first.buttons


async def test_it_ends_although_whoever_has_sent_it_has_blocked_the_bot(town: Town, chen: Resident) -> None:
    everybody = people(town, 3)
    broadcasts(town, chen)
    town.world.block(chen.id)
    await passes(town, 10)
    assert {len(heard_at(each)) for each in everybody} == {1} and broadcasts_under_way(town.db) == []
