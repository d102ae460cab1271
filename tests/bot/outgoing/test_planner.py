import asyncio
import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest

from bot.outgoing import planner
from data.notices import planning
from data.notices.rules import Audience, Entry, Message, Recipient, Rule
from data.standing.assignments import assignments
from data.store import Database
from tests.bot.outgoing.crowd import MARKET, people
from tests.journeys.town import Town, at

NINE = at("2019-11-25 09:00")
PLANNED = "SELECT count(*) AS n FROM planned_days"
WAITING = "SELECT count(*) AS n FROM outbox WHERE state = 'pending'"


@pytest.fixture
async def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr(planning, "SLICE", 10)
    async with Town(tmp_path) as town:
        yield town


async def test_while_a_morning_is_planned_others_have_their_turn_and_none_of_it_goes_out(town: Town) -> None:
    people(town, 60)
    town.clock.moment = NINE
    town.app.ticker.beat()
    seen = set()
    while not town.rows(PLANNED)[0]["n"]:
        assert not town.app.ticker.courier.under_way
        seen.add(town.rows(WAITING)[0]["n"])
        town.app.ticker.beat()
        await asyncio.sleep(0)
    assert {0, 10, 20, 30, 40, 50, 60} <= seen


async def test_a_planning_that_is_cut_off_begins_anew_and_nobody_hears_twice(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    everybody = people(town, 35)

    def cut_off(db: Database, messages: Sequence[Message], now: datetime) -> Iterator[int]:
        yield from islice(planning.put_messages(db, messages, now), 2)
        raise RuntimeError("cut off")

    town.clock.moment = NINE
    with monkeypatch.context() as broken:
        broken.setattr(planner, "put_messages", cut_off)
        with pytest.raises(RuntimeError):
            await town.app.ticker.tick()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert town.rows(WAITING)[0]["n"] == 20
    assert not any(each.heard() for each in everybody)
    await town.app.ticker.tick()
    await town.app.ticker.tick()
    assert [len(each.heard()) for each in everybody] == [1] * 35


async def test_one_message_of_many_lines_is_put_in_slices_and_is_one_message_after_it_was_cut_off(town: Town) -> None:
    [zhou] = people(town, 1)
    now = NINE
    tasks = town.rows("SELECT id FROM assignments ORDER BY id LIMIT 35")
    each_of = assignments(town.db, now.date(), ids=[row["id"] for row in tasks])
    to = Recipient(Audience.PERSON, zhou.id, MARKET)
    message = Message(now, to, tuple(Entry(Rule.OVERDUE, task, 1) for task in each_of))
    assert list(islice(planning.put_messages(town.db, [message], now), 2)) == [1, 0]
    assert town.rows("SELECT count(*) AS n FROM notices")[0]["n"] == 20
    rest = planning.NoticesGiven(town.db).without(message)
    assert list(planning.put_messages(town.db, [rest], now)) == [1, 0]
    kept = "SELECT outbox.id, count(*) AS n FROM notices JOIN outbox ON outbox.id = outbox_id WHERE state = 'pending'"
    assert [row["n"] for row in town.rows(f"{kept} GROUP BY 1")] == [35]
    assert town.rows(PLANNED)[0]["n"] == 1
