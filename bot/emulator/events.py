"""Events in the world, streamed to the page as server-sent events."""

import asyncio
import json
from collections import deque
from contextlib import suppress

from aiohttp import web

from bot.emulator.page_json import chat_json, message_json
from bot.emulator.records import Chat, Json, Message
from bot.emulator.state import State

KEPT = 1000
"""How many events a page may have missed and still catch up."""
_HEARTBEAT = 15.0
"""Seconds between signs of life on a quiet stream."""


class EventLog:
    """The most recent events, numbered, and the pages that listen to them."""

    def __init__(self, state: State) -> None:
        self.last_id = 0
        self._state = state
        self._events: deque[tuple[int, str]] = deque(maxlen=KEPT)
        self._listeners: set[asyncio.Queue[str]] = set()
        state.on_change(self._note)

    def listen(self, after: int | None) -> asyncio.Queue[str]:
        """Return a queue of events as text, already filled with those after number `after`. If they are no longer kept,
        or `after` comes from an earlier run of the server, the page is told to reload."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        oldest = self._events[0][0] if self._events else self.last_id + 1
        if after is not None and oldest - 1 <= after <= self.last_id:
            for number, text in self._events:
                if number > after:
                    queue.put_nowait(text)
        elif after is not None:
            queue.put_nowait(_event_text(self.last_id, "reload", {}))
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        """Stop filling a queue that `listen` returned."""
        self._listeners.discard(queue)

    def _note(self, event: Json) -> None:
        self.last_id += 1
        text = _event_text(self.last_id, event["event"], self._shown(event))
        self._events.append((self.last_id, text))
        for queue in self._listeners:
            queue.put_nowait(text)

    def _shown(self, event: Json) -> Json:
        match event:
            case {"message": Message() as message}:
                return message_json(self._state, message)
            case {"chat": Chat() as chat}:
                return chat_json(self._state, chat)
        return {name: value for name, value in event.items() if name != "event"}


def _event_text(number: int, name: str, data: Json) -> str:
    return f"id: {number}\nevent: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


async def stream_events(log: EventLog, request: web.Request) -> web.StreamResponse:
    """Stream events to the page until it disconnects."""
    headers = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"}
    response = web.StreamResponse(headers=headers)
    after = request.headers.get("Last-Event-ID") or request.query.get("after", "")
    queue = log.listen(int(after) if after.isdigit() else None)
    try:
        with suppress(ConnectionError):
            await response.prepare(request)
            await response.write(b": hello\n\n")
            while True:
                await response.write((await _next(queue)).encode())
    finally:
        log.leave(queue)
    return response


async def _next(queue: asyncio.Queue[str]) -> str:
    """Return the next event, or a sign of life if there is none for a while."""
    try:
        return await asyncio.wait_for(queue.get(), _HEARTBEAT)
    except TimeoutError:
        return ": still here\n\n"
