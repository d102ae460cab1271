"""Messages with parts that the library cannot read, as an older Bot API server sends them."""

import asyncio
from typing import Any

from tests.journeys.town import Resident, Town

OLD_POLL = {"id": "1", "question": "几号开会", "options": [{"text": "周五", "voter_count": 0}], "type": "regular"}


def message(number: int, **parts: Any) -> dict[str, Any]:
    chat = {"id": 1002, "type": "private", "first_name": "x"}
    return {"message_id": number, "date": 1_574_640_000, "chat": chat, **parts}


async def arrives(town: Town, kind: str, content: dict[str, Any]) -> None:
    town.world.updates.push(kind, content)
    async with asyncio.timeout(30):
        while town.world.updates.pending or town.rows("SELECT 1 FROM inbox WHERE done_at IS NULL"):
            await asyncio.sleep(0.01)


async def test_what_is_written_in_reply_to_an_unreadable_poll_is_taken(town: Town, lin: Resident) -> None:
    sender = {"id": 1002, "is_bot": False, "first_name": "x"}
    answered = message(900, poll=OLD_POLL)
    await arrives(town, "message", message(901, **{"from": sender}, text="1-2 80%，立案3件", reply_to_message=answered))
    assert lin.sees().startswith("填报 1-2 ") and "进度：80%" in lin.sees()


async def test_a_message_that_cannot_be_read_at_all_is_answered_with_an_apology(town: Town, lin: Resident) -> None:
    sender = {"id": 1002, "is_bot": False, "first_name": "x"}
    await arrives(town, "message", {**message(902, **{"from": sender}, text="1-2 80%"), "date": "yesterday"})
    async with asyncio.timeout(30):
        while not lin.messages():
            await asyncio.sleep(0.01)
    [laid_aside] = town.rows("SELECT update_id FROM inbox WHERE problem IS NOT NULL")
    assert str(laid_aside["update_id"]) in lin.sees()
