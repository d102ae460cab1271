"""The benchmarks' own parts: server, comparison, page. Nothing here is timed."""

import asyncio
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from data.store import open_database
from tests.bench.bot_api import Bot, BotApi, button_of
from tests.bench.figures import Figure, keep, moved, read_kept, table
from tests.bench.large_plan import make_plan
from tests.bench.page import write_page
from tests.bench.rivals import SATURDAY

TOKEN = "10000001:bench"


async def served(bot: Bot) -> tuple[BotApi, str]:
    api = BotApi(datetime.fromisoformat(SATURDAY))
    api.bots[bot.token] = bot
    return api, f"{await api.start()}/bot{bot.token}"


@pytest.mark.parametrize("where", ["params", "data", "json", "files"])
async def test_parameters_are_taken_from_the_query_and_from_every_kind_of_body(where: str) -> None:
    bot, said = Bot(TOKEN), list[str]()
    bot.heard = lambda chat, parameters, message: said.append(f"{chat} {parameters['text']}")
    api, root = await served(bot)
    given = {"chat_id": "7", "text": "共 8 项 & 更多"}
    async with httpx.AsyncClient() as client:
        sent: Any = {name: (None, value) for name, value in given.items()} if where == "files" else given
        answer = await client.post(f"{root}/sendMessage", **{where: sent})
    await api.stop()
    assert answer.json()["result"]["chat"]["id"] == 7
    assert said == ["7 共 8 项 & 更多"]


async def test_an_update_is_handed_out_until_it_is_confirmed_and_wakes_who_waits() -> None:
    bot = Bot(TOKEN)
    api, root = await served(bot)
    async with httpx.AsyncClient() as client:
        asking = asyncio.create_task(client.post(f"{root}/getUpdates", data={"timeout": 20}))
        await bot.polled.wait()
        api.say(bot, 7, "/help")
        [update] = (await asking).json()["result"]
        again = await client.post(f"{root}/getUpdates?offset={update['update_id']}")
        after = await client.post(f"{root}/getUpdates", data={"offset": update["update_id"] + 1})
    await api.stop()
    assert update["message"]["entities"][0]["length"] == 5
    assert again.json()["result"] == [update] and after.json()["result"] == []


def test_a_button_is_found_by_its_words() -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "✓ 提交", "callback_data": "answer:1"}]]})
    assert button_of({"reply_markup": markup}, "提交") == "answer:1"
    assert button_of({"reply_markup": markup}, "取消") is None


def test_what_has_moved_by_more_than_a_fifth_since_the_last_release_is_named(tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    keep([Figure("Cost", "a", 2.0, kept=True), Figure("Cost", "b", 2.0, kept=True), Figure("Cost", "ms", 9.0)], kept)
    now = [Figure("Cost", "a", 2.5, kept=True), Figure("Cost", "b", 2.3, kept=True), Figure("Cost", "ms", 1.0)]
    assert moved(now, read_kept(kept)) == ["Cost: a: 2 → 2.5 (+25%)"]


def test_a_table_says_which_goals_are_met(tmp_path: Path) -> None:
    figures = [Figure("Cost", "a", 2.0, least=1), Figure("Cost", "b", 1200.0, "ms", most=300), Figure("Cost", "c", 1.0)]
    assert table(figures).splitlines()[2:] == [
        "| a | 2 | ≥ 1 | ✓ |",
        "| b | 1,200 ms | ≤ 300 | not yet |",
        "| c | 1 |  |  |",
    ]
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- Cost -->\nold\n<!-- end of Cost -->\nafter\n", encoding="utf-8")
    write_page(figures, page)
    assert page.read_text(encoding="utf-8") == f"before\n<!-- Cost -->\n{table(figures)}\n<!-- end of Cost -->\nafter\n"
    with pytest.raises(ValueError, match="no place"):
        write_page([Figure("Elsewhere", "a", 1.0)], page)


def test_a_large_plan_is_whole_and_leaves_each_unit_what_it_has(tmp_path: Path) -> None:
    reporters = make_plan(tmp_path / "large.db", 3, 7)
    db = open_database(tmp_path / "large.db")
    counts = db.fetch_one(
        """SELECT (SELECT count(*) FROM tasks) AS tasks,
        (SELECT sum(n) FROM standing_counts WHERE unit_id >= 0) AS standings"""
    )
    [police, other] = db.conn.execute(
        """SELECT count(*) FROM standings JOIN units ON units.id = unit_id
        WHERE name LIKE '市公安局%' GROUP BY name LIMIT 2"""
    ).fetchall()
    assert counts == {"tasks": 690, "standings": 765}
    assert police == other
    assert len(reporters) == 7 and db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
