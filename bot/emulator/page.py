"""The chat page and its API, on the same port as the Bot API.

GET  /                  the page's index.html; /static/* the other files of its directory
GET  /chat/state        everything: bot, users, chats with their last messages, clock, faults, extra, and
                        `last_event`, the number of the last event that is in it already
GET  /chat/events       server-sent events after Last-Event-ID (or ?after=…): message and edit (a message),
                        delete {chat_id, message_id}, toast {user_id, chat_id, text, alert, url},
                        typing {chat_id, action}, chat (a chat without messages), menu {} (get the state),
                        reload {} (too much was missed: get the state), and whatever the demo emits
                        (clock, tour, faults)
GET  /chat/file/<id>    the content of a file
POST /chat/say          {user_id, chat_id, text, reply_to?}
POST /chat/start        {user_id, payload?}; unblocks the bot
POST /chat/press        {user_id, chat_id, message_id, data}
POST /chat/edit         {user_id, chat_id, message_id, text}
POST /chat/contact      {user_id, of_user?, phone?}
POST /chat/block        {user_id}; /chat/unblock likewise
POST /chat/add_bot      {user_id, chat_id}: a member adds the bot to a group
POST /chat/upgrade      {chat_id}
POST /chat/photo        multipart: user_id, chat_id, caption, file …; several files are an album
POST /chat/document     likewise

A POST answers {} or {"error": "one sentence"}. It must come from the page itself: an Origin equal to
the Host, and a Host that is this machine (so that no other site reaches in by rebinding its name).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tornado.web import HTTPError, StaticFileHandler

from bot.emulator.errors import ApiError
from bot.emulator.events import EventLog, EventsHandler
from bot.emulator.files import Upload
from bot.emulator.local_only import LocalHandler
from bot.emulator.page_json import state_json
from bot.emulator.records import Json
from bot.emulator.world import World

_SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"}
_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"


DEEDS: dict[str, Callable[..., object]] = {
    "say": World.say,
    "start": World.start,
    "press": World.press,
    "edit": World.edit,
    "contact": World.share_contact,
    "block": World.block,
    "unblock": World.unblock,
    "add_bot": World.add_bot_to_group,
    "upgrade": World.upgrade_group,
}
"""The acts that the page can request, by their name in the URL; the body holds their arguments."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page's handlers share. `extra` returns the demo's additions to the state."""

    world: World
    log: EventLog
    extra: Callable[[], Json]


class PageHandler(LocalHandler):
    """A request of the page about the world."""

    def initialize(self, page: Page) -> None:
        """Keep the shared objects."""
        self.page = page
        self.world = page.world


class StateHandler(PageHandler):
    """GET /chat/state: the whole state."""

    def get(self) -> None:
        """Answer with the whole state."""
        self.set_header("Cache-Control", "no-store")
        self.finish(state_json(self.world) | {"last_event": self.page.log.last_id} | self.page.extra())


class DeedHandler(PageHandler):
    """POST /chat/<deed>: an act of a person, with its arguments as JSON."""

    def post(self, deed: str) -> None:
        """Run the act."""
        self.act(lambda: DEEDS[deed](self.world, **json.loads(self.request.body)))


class UploadHandler(PageHandler):
    """POST /chat/photo and /chat/document: files that a person sends."""

    def post(self, kind: str) -> None:
        """Send the files in the form."""
        self.act(lambda: self._send(as_photos=kind == "photo"))

    def _send(self, *, as_photos: bool) -> None:
        files = [file for group in self.request.files.values() for file in group]
        uploads = [Upload(file["filename"], file["body"], file["content_type"]) for file in files]
        user_id, chat_id = int(self.get_argument("user_id")), int(self.get_argument("chat_id"))
        self.world.send_album(user_id, uploads, self.get_argument("caption", ""), chat_id, as_photos=as_photos)


class ContentHandler(PageHandler):
    """GET /chat/file/<id>: the content of a file."""

    def get(self, file_id: str) -> None:
        """Answer with the content: harmless types to be shown inline, all others to be saved."""
        try:
            stored = self.world.files.get(file_id)
        except ApiError:
            raise HTTPError(404) from None
        media = stored.media
        harmless = media.mime in _SHOWN
        shown = "inline" if harmless else "attachment"
        self.set_header("Content-Type", media.mime if harmless else "application/octet-stream")
        self.set_header("Content-Disposition", f"{shown}; filename*=UTF-8''{quote(media.name)}")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(stored.content)


class PageFile(StaticFileHandler):
    """A static file of the page."""

    def set_extra_headers(self, path: str) -> None:
        """Set headers so that only the page's own files are loaded and none is served stale from a cache."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Content-Security-Policy", _POLICY)


def page_routes(world: World, page: Path | None, extra: Callable[[], Json]) -> list[tuple[Any, ...]]:
    """Return the routes of the page and its API; none if `page` is None."""
    if page is None:
        return []
    log = EventLog(world)
    shared = {"page": Page(world, log, extra)}
    return [
        (r"/chat/state", StateHandler, shared),
        (r"/chat/events", EventsHandler, {"log": log}),
        (rf"/chat/({'|'.join(DEEDS)})", DeedHandler, shared),
        (r"/chat/(photo|document)", UploadHandler, shared),
        (r"/chat/file/([\w-]+)", ContentHandler, shared),
        (r"/static/(.*)", PageFile, {"path": str(page)}),
        (r"/()", PageFile, {"path": str(page), "default_filename": "index.html"}),
    ]
