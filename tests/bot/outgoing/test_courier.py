"""Notices to many people, on a clock that moves on when nothing is under way, so that no test waits."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.demo.demo_bot import Life
from bot.emulator import FaultKind
from bot.outgoing import courier
from data.notices.outbox import Claimed, mark_sent
from data.store import transaction
from data.times import stored
from handlers.telegram.context import App
from tests.bot.outgoing.crowd import Arrivals, OneClock, heard_at, people
from tests.journeys.town import OPENING, Resident, Town, at
from tests.thoroughness import count

NINE = at("2019-11-25 09:00")
MANY, VERY_MANY = count(500, 2000), count(2000, 10_000)
UNDER_WAY = "SELECT chat_id FROM outbox WHERE state IN ('sending', 'uncertain')"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(tmp_path)
    town.pace = OneClock(town)
    async with town:
        yield town


async def beats(town: Town) -> None:
    """Plan the day and tick once."""
    town.app.ticker.planner.begin()
    await town.app.ticker.planner.finish()
    town.app.ticker.beat()


async def passes(town: Town, seconds: float) -> None:
    """Let `seconds` pass, with the ticker ticking whenever it is due."""
    end = town.clock.moment + timedelta(seconds=seconds)
    while True:
        await beats(town)
        await town.app.ticker.courier.finish()
        if town.clock.moment >= end:
            return
        town.clock.moment = min(end, town.clock.moment + timedelta(seconds=town.app.ticker.until_next()))


async def test_after_a_wait_that_telegram_asks_for_all_goes_on_by_itself(town: Town) -> None:
    everybody = people(town, 27)
    for _ in range(3):
        town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", seconds=2)
    town.clock.moment = NINE
    await passes(town, 5)
    assert [len(each.heard()) for each in everybody] == [1] * 27
    assert not any("可能重复" in each.sees() for each in everybody)


async def test_when_several_are_told_to_wait_nothing_is_said_before_the_wait_is_over(town: Town) -> None:
    everybody = people(town, 27)
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", times=4, seconds=2)
    town.clock.moment = NINE
    await passes(town, 5)
    moments = {moment for each in everybody for moment in heard_at(each)}
    assert not [each for each in moments if NINE < each < NINE + timedelta(seconds=2)]


async def test_at_its_very_second_a_message_is_out(town: Town) -> None:
    [zhou] = people(town, 1)
    await passes(town, (NINE - OPENING).total_seconds())
    assert heard_at(zhou) == [NINE]


async def test_many_are_told_as_fast_as_telegram_permits(town: Town) -> None:
    everybody = people(town, MANY)
    town.world.floods.watching = True
    town.clock.moment = NINE
    await passes(town, MANY / 25)
    assert {len(heard_at(each)) for each in everybody} == {1}
    assert town.rows("SELECT count(*) AS n FROM outbox WHERE error IS NOT NULL") == [{"n": 0}]


async def test_sending_takes_a_turn_for_each_message_and_no_longer(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sending is replaced by taking a turn and storing the result; the other tests cover the rest."""
    went: list[datetime] = []

    async def arrives(app: App, claimed: Claimed) -> bool:
        went.append(town.clock.moment)
        mark_sent(app.bot_data.db, claimed, len(went), town.clock.moment)
        return True

    monkeypatch.setattr(courier, "send_one", arrives)
    town.clock.moment = NINE
    await passes(town, 0)
    with transaction(town.db):
        for number in range(VERY_MANY):
            town.db.insert(
                "outbox", recipient="person", chat_id=90_000 + number, day="2019-11-25", not_before=stored(NINE)
            )
    await passes(town, VERY_MANY / 25)
    assert len(went) == VERY_MANY
    assert (max(went) - NINE).total_seconds() < VERY_MANY / 25
    per_second = Counter(int((moment - NINE).total_seconds()) for moment in went)
    assert max(per_second.values()) < 30


async def test_an_answer_that_never_comes_holds_up_nobody_else(town: Town) -> None:
    everybody, arrivals = people(town, 60), Arrivals(town)
    town.world.faults.add(FaultKind.HANG, "sendMessage")
    for round_of_four in range(15):
        town.clock.moment = NINE + round_of_four * timedelta(seconds=0.16)
        await beats(town)
        await arrivals.reach(3 + 4 * round_of_four)
    assert sorted(len(each.heard()) for each in everybody) == [0] + [1] * 59
    await town.server.stop()
    await town.app.ticker.courier.finish()
    assert town.rows("SELECT state, count(*) AS n FROM outbox GROUP BY state ORDER BY state") == [
        {"state": "sent", "n": 59},
        {"state": "uncertain", "n": 1},
    ]


async def test_of_a_bot_that_is_killed_in_the_middle_everybody_hears_and_a_repetition_says_so(town: Town) -> None:
    everybody, arrivals = people(town, 60), Arrivals(town)
    town.world.faults.add(FaultKind.HANG, "sendMessage", times=2)
    await town.app.ticker.stop()
    town.clock.moment = NINE
    life = Life()
    life.begin(town.app.ticker.tick())
    await arrivals.reach(10)
    await life.end()
    under_way = {row["chat_id"] for row in town.rows(UNDER_WAY)}
    assert 2 <= len(under_way) <= 25
    await town.restart()
    await passes(town, 310)
    assert {row["state"] for row in town.rows("SELECT state FROM outbox")} == {"sent"}
    for each in everybody:
        *first, last = each.heard()
        assert last.startswith("（可能重复）") is (each.id in under_way)
        assert not [text for text in first if "可能重复" in text] and len(first) <= (each.id in under_way)


async def test_answers_to_people_do_not_queue_behind_notices(town: Town, lin: Resident) -> None:
    people(town, 100)
    town.clock.moment = NINE
    await beats(town)
    assert "共 8 项" in await lin.says("我的任务")
    assert heard_at(lin)[-1] == town.clock.moment == NINE
    assert town.rows("SELECT 1 FROM outbox WHERE state = 'pending'")


async def test_what_goes_to_one_person_keeps_its_order_whatever_telegram_says(
    town: Town, lin: Resident, chen: Resident
) -> None:
    codes = ["7-1", "1-2", "2-3"]
    for code in codes:
        await lin.says(f"{code}不是我们牵头的")
        await lin.presses("告诉办公室")
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", seconds=2)
    await passes(town, 10)
    assert [code for text in chen.heard() for code in codes if code in text] == codes
    assert min(later - earlier for earlier, later in pairwise(heard_at(chen))) >= timedelta(seconds=1)
