"""Updates are stored before they are confirmed, and handled once."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from telegram import Update
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import demo_settings
from bot.incoming.fair_queue import MOST_AT_HAND, SHARE
from bot.incoming.inbox import DoneUpdates
from bot.incoming.polling import Poller
from data.errors.store import DatabaseUnusable, DiskFull
from data.plan.vocabulary import PlanWords
from data.store import Database
from data.store.inbox import (
    Received,
    count_interruptions,
    last_written,
    mark_updates_done,
    oldest_undone,
    purge_handled,
    quarantined_ids,
    receive_updates,
    received_updates,
    received_with,
    undone_ids,
)
from handlers.telegram.context import Services
from tests.bot.incoming.conftest import MEMBER
from tests.bot.incoming.updates import Json, said
from tests.journeys.town import OPENING, ZONE
from tests.plain_http import NO_CERTIFICATES
from tests.thoroughness import count

STRANGER = 1099


class Telegram(HTTPXRequest):
    """Answers polls with the given answers and records their offsets; raises when no answer is left."""

    def __init__(self, *answers: object) -> None:
        super().__init__(httpx_kwargs=NO_CERTIFICATES)
        self.answers = list(answers)
        self.offsets: list[int] = []

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        [offset] = parse_qs(urlsplit(url).query)["offset"]
        self.offsets.append(int(offset))
        answer = self.answers.pop(0) if self.answers else StopAsyncIteration()
        if isinstance(answer, Exception):
            raise answer
        return 200, json.dumps({"ok": True, "result": answer}).encode()


class Enough(BaseException):
    """Ends the poller once it has slept as often as the test needs."""


@pytest.fixture
async def app(db: Database, tmp_path: Path) -> AsyncIterator[LiaisonBot]:
    app = build_application(demo_settings("http://127.0.0.1:1", tmp_path / "x.db", ZONE), db, lambda: OPENING)
    yield app
    app.inbox.note_handled()
    db.close()


def services(db: Database) -> Services:
    return Services(db, lambda: OPENING, PlanWords(db), {}, {})


async def polls(app: LiaisonBot, *answers: object) -> Telegram:
    """Poll once for each answer, ignoring failed polls."""
    telegram = Telegram(*answers)
    poller = Poller(app, app.inbox, telegram, app.pulse)
    poller._may_poll = True
    for _ in answers:
        try:
            await poller.poll()
        except (NetworkError, DatabaseUnusable, ValueError):
            continue
    await telegram.shutdown()
    return telegram


def queued(app: LiaisonBot) -> list[int]:
    """Return the ids of the updates waiting to be handled."""
    updates = [app.update_queue.get_nowait() for _ in range(app.update_queue.qsize())]
    return [update.update_id for update in updates if isinstance(update, Update)]


async def test_an_update_is_stored_before_the_next_poll_confirms_it(app: LiaisonBot, db: Database) -> None:
    telegram = await polls(app, [said(7), said(8)], [])
    assert undone_ids(db) == [7, 8]
    assert telegram.offsets == [0, 9]


async def test_what_cannot_be_stored_is_not_confirmed_and_comes_again(app: LiaisonBot, db: Database) -> None:
    updates = [{"update_id": 7, "of_later_days": "x" * 4000}, {"update_id": 8}]
    db.conn.execute("VACUUM")
    [pages] = db.fetch_all("PRAGMA page_count")
    db.conn.execute(f"PRAGMA max_page_count = {pages['page_count']}").fetchall()
    telegram = await polls(app, updates, [])
    assert telegram.offsets == [0, 0]
    assert (undone_ids(db), queued(app)) == ([], [])
    db.conn.execute("PRAGMA max_page_count = 100000").fetchall()
    telegram = await polls(app, updates, [])
    assert telegram.offsets == [0, 9]
    assert queued(app) == [7, 8]


async def test_while_nobody_can_be_looked_up_updates_stay_with_telegram(app: LiaisonBot, db: Database) -> None:
    db.conn.execute("ALTER TABLE people RENAME TO elsewhere")
    with pytest.raises(DatabaseUnusable):
        app.inbox.take_in([said(7)])
    db.conn.execute("ALTER TABLE elsewhere RENAME TO people")
    app.inbox.take_in([said(7)])
    assert queued(app) == [7]


async def test_what_was_handled_and_could_not_be_noted_is_noted_by_a_tick(app: LiaisonBot, db: Database) -> None:
    app.inbox.take_in([said(7)])
    db.conn.execute("PRAGMA query_only = ON").fetchall()
    app.inbox.handled(7)
    app.inbox.note_handled()
    assert undone_ids(db) == [7]
    db.conn.execute("PRAGMA query_only = OFF").fetchall()
    app.ticker.beat()
    assert undone_ids(db) == []


async def test_an_update_that_comes_again_is_not_handled_again(app: LiaisonBot) -> None:
    await polls(app, [said(7)], [said(7), said(8)], [said(7)])
    assert queued(app) == [7, 8]


async def test_an_update_that_comes_twice_at_once_is_handled_once(app: LiaisonBot) -> None:
    await polls(app, [said(7), said(7), said(8)])
    assert queued(app) == [7, 8]


async def test_updates_that_come_out_of_order_are_handled_in_order(app: LiaisonBot) -> None:
    telegram = await polls(app, [said(9), said(7), said(8)], [])
    assert queued(app) == [7, 8, 9]
    assert telegram.offsets == [0, 9]


async def test_ids_that_begin_anew_lower_down_are_new(app: LiaisonBot) -> None:
    await polls(app, [said(900_000)], [said(31), said(32)])
    assert queued(app) == [900_000, 31, 32]


async def test_an_update_that_cannot_be_read_is_laid_aside_and_holds_up_nothing(app: LiaisonBot, db: Database) -> None:
    telegram = await polls(app, [said(7), {"update_id": 8, "message": {"text": 5}}, said(9)], [])
    assert queued(app) == [7, 9]
    assert telegram.offsets == [0, 10]
    assert quarantined_ids(db) == [8]
    assert undone_ids(db) == [7, 9]


@pytest.mark.parametrize("nonsense", [{"no": "list"}, [{"message": {}}], [7]])
async def test_an_answer_without_sense_confirms_nothing(app: LiaisonBot, nonsense: object) -> None:
    telegram = await polls(app, nonsense, [])
    assert telegram.offsets == [0, 0]
    assert queued(app) == []


@pytest.mark.parametrize(
    "odd",
    [
        7,
        [],
        {},
        {"update_id": "9"},
        {"update_id": None},
        {"update_id": True},
        {"update_id": 10**30},
        {"update_id": 9, "message": {"from": {"id": 10**30}}},
        {"update_id": 9, "message": 5},
        {"update_id": 9, "callback_query": {"from": []}},
    ],
)
async def test_whatever_stands_among_updates_holds_up_none(app: LiaisonBot, db: Database, odd: object) -> None:
    telegram = await polls(app, [said(7), odd, said(10)], [])
    assert queued(app) == [7, 10]
    assert telegram.offsets == [0, 11]
    assert set(undone_ids(db)) == {7, 10}


async def test_what_was_stored_and_not_done_is_handled_at_the_next_start_in_its_order(
    app: LiaisonBot, db: Database
) -> None:
    receive_updates(db, [Received(900, json.dumps(said(900))), Received(31, json.dumps(said(31)))], OPENING)
    receive_updates(db, [Received(32, json.dumps(said(32)))], OPENING)
    mark_updates_done(db, [31], OPENING)
    app.inbox.replay(app.suspects)
    assert queued(app) == [900, 32]


async def test_what_was_handled_and_cannot_be_noted_is_handled_once_more_at_the_next_start(
    app: LiaisonBot, db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    receive_updates(db, [Received(7, json.dumps(said(7)))], OPENING)
    db.conn.execute("PRAGMA query_only = ON").fetchall()
    done = DoneUpdates(services(db), lambda: None)
    done(7)
    done.note()
    assert "updates [7] were handled, which cannot be noted" in caplog.text
    app.inbox.replay(app.suspects)
    assert queued(app) == [7]


async def test_what_could_not_be_noted_as_handled_is_noted_with_the_next_one(db: Database) -> None:
    receive_updates(db, [Received(7, "{}"), Received(8, "{}")], OPENING)
    done = DoneUpdates(services(db), lambda: None)
    db.conn.execute("PRAGMA query_only = ON").fetchall()
    done(7)
    done.note()
    db.conn.execute("PRAGMA query_only = OFF").fetchall()
    done(8)
    done.note()
    assert undone_ids(db) == []


async def test_what_is_handled_at_about_the_same_time_is_noted_together(db: Database) -> None:
    receive_updates(db, [Received(each, "{}") for each in (7, 8, 9)], OPENING)
    noted = asyncio.Event()
    done = DoneUpdates(services(db), noted.set)
    done(7)
    done(8)
    assert undone_ids(db) == [7, 8, 9]
    await noted.wait()
    assert undone_ids(db) == [9]


@pytest.mark.parametrize("kind", ["message", "edited_message"])
async def test_whoever_sent_what_ends_processes_is_told_so_where_they_spoke(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    told: list[int] = []

    async def note(bot: object, chat_id: int, text: str) -> None:
        told.append(chat_id)

    monkeypatch.setattr("bot.incoming.inbox.send", note)
    monkeypatch.setattr(LiaisonBot, "create_task", lambda self, coroutine: asyncio.create_task(coroutine))
    content = {**said(7)["message"], "chat": {"id": -5, "type": "group", "title": "x"}}
    receive_updates(db, [Received(7, json.dumps({"update_id": 7, kind: content}))], OPENING)
    for _ in range(3):
        count_interruptions(db, [7])
    app.inbox.replay(app.suspects)
    await asyncio.sleep(0)
    assert told == [-5] and quarantined_ids(db) == [7]


async def test_while_the_disk_is_full_what_cannot_be_read_keeps_no_place_and_comes_again(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFull("no room")

    with monkeypatch.context() as broken:
        broken.setattr("bot.incoming.inbox.inbox.quarantine_update", full)
        app.inbox.take_in([{"update_id": each, "message": {"text": 5}} for each in range(1, SHARE + 3)])
    app.inbox.take_in([said(99)])
    assert queued(app) == [99] and app.inbox._waiting.take() == []
    app.inbox.replay(app.suspects)
    assert quarantined_ids(db) == [*range(1, SHARE + 3)]


@pytest.mark.parametrize(("ends", "tried"), [(2, [7, 8]), (3, [8])])
async def test_an_update_that_has_ended_three_processes_is_not_tried_again(
    app: LiaisonBot, db: Database, caplog: pytest.LogCaptureFixture, ends: int, tried: list[int]
) -> None:
    receive_updates(db, [Received(7, json.dumps(said(7, who=STRANGER))), Received(8, json.dumps(said(8)))], OPENING)
    for _ in range(ends):
        count_interruptions(db, [7])
    app.inbox.replay(app.suspects)
    assert queued(app) == tried
    assert ("update 7 has ended the process 3 times and is laid aside" in caplog.text) is (7 not in tried)
    assert quarantined_ids(db) == [each for each in (7,) if each not in tried]


@pytest.mark.parametrize(
    "answers",
    [[InvalidToken("Unauthorized")] * 12, [[{"message": {}}], {"no": "list"}] * 5],
    ids=["the token is refused", "answers make no sense"],
)
async def test_what_is_no_answer_does_not_end_the_polling_and_is_asked_for_ever_more_slowly(
    app: LiaisonBot, answers: list[object]
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == len(answers):
            raise Enough

    telegram = Telegram(*answers)
    poller = Poller(app, app.inbox, telegram, app.pulse, sleep)
    poller._may_poll = True
    with pytest.raises(Enough):
        await poller._poll_for_ever()
    await telegram.shutdown()
    assert pauses[:3] == [1.0, 1.5, 2.25]
    assert pauses[-1] == 30.0


async def test_only_an_answer_tells_the_watchdog_that_telegram_is_there(app: LiaisonBot) -> None:
    telegram = Telegram(NetworkError("gone"), InvalidToken("Unauthorized"), [])
    poller = Poller(app, app.inbox, telegram, app.pulse)
    poller._may_poll = True
    app.pulse.polled = None
    for _ in range(2):
        with pytest.raises(TelegramError):
            await poller.poll()
        assert app.pulse.polled is None
    await poller.poll()
    assert app.pulse.polled is not None
    await telegram.shutdown()


async def test_an_answer_that_is_no_json_is_not_asked_for_again_at_once(app: LiaisonBot) -> None:
    async def sleep(seconds: float) -> None:
        raise Enough(seconds)

    class Broken(Telegram):
        async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
            return 200, b"<html>"

    telegram = Broken()
    poller = Poller(app, app.inbox, telegram, app.pulse, sleep)
    poller._may_poll = True
    with pytest.raises(Enough, match=r"1\.0"):
        await poller._poll_for_ever()
    await telegram.shutdown()


async def test_telegrams_wish_to_be_left_alone_is_kept_while_polling(
    app: LiaisonBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def sleep(seconds: float) -> None:
        raise Enough(seconds)

    telegram = Telegram(RetryAfter(timedelta(seconds=17)))
    poller = Poller(app, app.inbox, telegram, app.pulse, sleep)
    poller._may_poll = True
    with pytest.raises(Enough, match="17"):
        await poller._poll_for_ever()
    await telegram.shutdown()


async def test_a_stranger_lets_the_inbox_grow_by_three_an_hour_and_is_heard_all_the_same(
    app: LiaisonBot, db: Database
) -> None:
    await polls(app, [said(each, who=STRANGER) for each in range(1, 6)])
    assert undone_ids(db) == [1, 2, 3]
    assert queued(app) == [1, 2, 3, 4, 5]


async def test_what_a_stranger_wrote_is_heard_once_however_often_it_comes(app: LiaisonBot, db: Database) -> None:
    for _ in range(5):
        await polls(app, [said(1, who=STRANGER)])
    await polls(app, [said(2, who=STRANGER)])
    assert undone_ids(db) == [1, 2] and queued(app) == [1, 2]


async def test_a_stranger_who_blocks_the_bot_and_comes_back_lets_the_inbox_grow_no_more_than_that(
    app: LiaisonBot, db: Database
) -> None:
    def turns(update_id: int, status: str) -> Json:
        bot = {"id": 10000001, "is_bot": True, "first_name": "bot"}
        changed = {"date": 1574641800, "chat": said(1, who=STRANGER)["message"]["chat"]}
        for when, what in (("old", "member"), ("new", status)):
            changed[f"{when}_chat_member"] = {"user": bot, "status": what}
        return {"update_id": update_id, "my_chat_member": {**changed, "from": {**bot, "id": STRANGER}}}

    await polls(app, [turns(each, "left" if each % 2 else "member") for each in range(1, 8)])
    assert len(undone_ids(db)) == 3
    assert queued(app) == list(range(1, 8))


async def test_a_long_backlog_is_worked_off_in_its_order_with_few_in_memory(app: LiaisonBot, db: Database) -> None:
    waiting = count(8_000, 20_000)
    backlog = range(1, waiting + 1)
    people = 100
    receive_updates(db, [Received(each, json.dumps(said(each, who=each % people + 1))) for each in backlog], OPENING)
    app.inbox.replay(app.suspects)
    handled: list[int] = []
    while at_hand := queued(app):
        assert len(at_hand) <= MOST_AT_HAND
        handled += at_hand
        for each in at_hand:
            app.inbox.handled(each)
        if len(handled) > waiting // 2:
            break
    for who in range(people):
        theirs = [each for each in handled if each % people == who]
        assert theirs == sorted(theirs)
    assert max(handled) < waiting * 6 // 10


async def test_whoever_has_sent_thousands_holds_up_nobody_else(app: LiaisonBot, db: Database) -> None:
    receive_updates(db, [Received(each, json.dumps(said(each))) for each in range(1, 3000)], OPENING)
    app.inbox.replay(app.suspects)
    await polls(app, [said(900_000, who=STRANGER)])
    assert queued(app) == [*range(1, SHARE + 1), 900_000]
    app.inbox.handled(1)
    assert queued(app) == [SHARE + 1]


async def test_half_a_character_holds_up_nothing(app: LiaisonBot, db: Database) -> None:
    telegram = await polls(app, [said(7, "好\ud83d"), said(8)], [])
    assert telegram.offsets == [0, 9]
    assert queued(app) == [7, 8]
    assert "好?" in received_updates(db, [7])[0].body


async def test_who_wrote_what_is_laid_aside_is_told_also_where_a_message_was_edited(
    app: LiaisonBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    async def send(bot: object, chat_id: int, text: str) -> None:
        told.append(chat_id)

    monkeypatch.setattr("bot.incoming.inbox.send", send)
    monkeypatch.setattr(LiaisonBot, "create_task", lambda app, work: asyncio.ensure_future(work))
    update = said(7)
    receive_updates(db, [Received(7, json.dumps({"update_id": 7, "edited_message": update["message"]}))], OPENING)
    for _ in range(3):
        count_interruptions(db, [7])
    app.inbox.replay(app.suspects)
    await asyncio.sleep(0)
    assert (told, quarantined_ids(db)) == ([MEMBER], [7])


async def test_a_member_is_kept_however_much_they_say(app: LiaisonBot, db: Database) -> None:
    await polls(app, [said(each) for each in range(1, 60)])
    assert len(undone_ids(db)) == 59


async def test_somebody_who_speaks_can_be_reached_again(app: LiaisonBot, db: Database) -> None:
    db.conn.execute("UPDATE people SET unreachable_at = '2019-11-20T01:00:00+00:00'")
    await polls(app, [said(7)])
    assert db.fetch_all("SELECT unreachable_at FROM people") == [{"unreachable_at": None}]


async def test_somebody_who_speaks_in_a_group_or_presses_there_may_be_out_of_reach_still(
    app: LiaisonBot, db: Database
) -> None:
    db.conn.execute("UPDATE people SET unreachable_at = '2019-11-20T01:00:00+00:00'")
    said_there, pressed_there, pressed_in_private = said(7), said(8), said(9)
    said_there["message"]["chat"] = {"id": -5, "type": "group", "title": "x"}
    for update in (pressed_there, pressed_in_private):
        message = update.pop("message")
        update["callback_query"] = {
            "id": "1",
            "chat_instance": "1",
            "from": message["from"],
            "message": message,
            "data": "x",
        }
    pressed_there["callback_query"]["message"]["chat"] = said_there["message"]["chat"]
    await polls(app, [said_there, pressed_there])
    assert db.exists("SELECT 1 FROM people WHERE unreachable_at IS NOT NULL")
    await polls(app, [pressed_in_private])
    assert not db.exists("SELECT 1 FROM people WHERE unreachable_at IS NOT NULL")


@pytest.mark.parametrize(
    "asks",
    [
        lambda db: oldest_undone(db),
        lambda db: last_written(db, MEMBER),
        lambda db: received_with(db, MEMBER, 7001),
    ],
)
def test_what_was_handled_long_ago_is_not_searched(db: Database, asks: Callable[[Database], object]) -> None:
    def effort() -> int:
        steps = list[None]()
        db.conn.set_progress_handler(lambda: steps.append(None), 1)
        asks(db)
        db.conn.set_progress_handler(None, 1)
        return len(steps)

    def receive(*ids: int) -> None:
        receive_updates(db, [Received(each, json.dumps(said(each))) for each in ids], OPENING)
        mark_updates_done(db, ids, OPENING)

    receive(1, 7001)
    few = effort()
    receive(*range(2, 1000), 7002)
    db.change("DELETE FROM inbox WHERE update_id = 7001")
    receive(7001)
    assert effort() <= 2 * few


def test_ids_are_known_for_two_days_and_texts_are_gone_after_seven(db: Database) -> None:
    receive_updates(db, [Received(7, "{}")], OPENING)
    mark_updates_done(db, [7], OPENING)
    purge_handled(db, OPENING + timedelta(days=2))
    assert receive_updates(db, [Received(7, "{}")], OPENING + timedelta(days=2)) == []
    purge_handled(db, OPENING + timedelta(days=7, seconds=1))
    assert db.fetch_all("SELECT * FROM inbox") == []


def test_whatever_keeps_the_database_from_storing_an_update_is_one_kind_of_failure(db: Database) -> None:
    db.conn.execute("PRAGMA query_only = ON").fetchall()
    with pytest.raises(DatabaseUnusable, match="readonly"):
        receive_updates(db, [Received(7, "{}")], OPENING)


def test_what_is_not_done_is_never_forgotten(db: Database) -> None:
    receive_updates(db, [Received(7, "{}")], OPENING)
    purge_handled(db, OPENING + timedelta(days=30))
    assert received_updates(db, undone_ids(db)) == [Received(7, "{}")]
