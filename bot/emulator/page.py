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
from functools import partial
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.emulator.errors import ApiError
from bot.emulator.events import EventLog, stream_events
from bot.emulator.forms import Form, read_form
from bot.emulator.local_only import local_route, run_for_page
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


class Page:
    """The page in the directory `files`, and its API. `extra` returns the demo's additions to the state."""

    def __init__(self, world: World, files: Path, extra: Callable[[], Json]) -> None:
        self._world, self._files, self._extra = world, files.resolve(), extra
        self._log = EventLog(world)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page and its API."""
        return [
            local_route("GET", "/chat/state", self._tell_state),
            local_route("GET", "/chat/events", partial(stream_events, self._log)),
            local_route("POST", f"/chat/{{deed:{'|'.join(DEEDS)}}}", self._do),
            local_route("POST", "/chat/{kind:photo|document}", self._send_files),
            local_route("GET", r"/chat/file/{file_id:[\w-]+}", self._show_content),
            web.get("/static/{path:.*}", self._serve_file),
            web.get("/", self._serve_file),
        ]

    async def _tell_state(self, request: web.Request) -> web.Response:
        state = state_json(self._world) | {"last_event": self._log.last_id} | self._extra()
        return web.json_response(state, headers={"Cache-Control": "no-store"})

    async def _do(self, request: web.Request) -> web.Response:
        deed, body = DEEDS[request.match_info["deed"]], await request.read()
        return run_for_page(lambda: deed(self._world, **json.loads(body)))

    async def _send_files(self, request: web.Request) -> web.Response:
        try:
            form = await read_form(request)
        except ValueError:
            raise web.HTTPBadRequest from None
        return run_for_page(lambda: self._send(form, as_photos=request.match_info["kind"] == "photo"))

    def _send(self, form: Form, *, as_photos: bool) -> None:
        user_id, chat_id = int(form.fields["user_id"]), int(form.fields["chat_id"])
        uploads, caption = [upload for _, upload in form.files], form.fields.get("caption", "").strip()
        self._world.send_album(user_id, uploads, caption, chat_id, as_photos=as_photos)

    async def _show_content(self, request: web.Request) -> web.Response:
        """Answer with the content of a file: harmless types to be shown inline, all others to be saved."""
        try:
            stored = self._world.files.get(request.match_info["file_id"])
        except ApiError:
            raise web.HTTPNotFound from None
        media = stored.media
        harmless = media.mime in _SHOWN
        headers = {
            "Content-Type": media.mime if harmless else "application/octet-stream",
            "Content-Disposition": f"{'inline' if harmless else 'attachment'}; filename*=UTF-8''{quote(media.name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=stored.content, headers=headers)

    async def _serve_file(self, request: web.Request) -> web.FileResponse:
        """Answer with a file of the page, so that only the page's own files are loaded and none stale from a cache."""
        file = (self._files / request.match_info.get("path", "index.html")).resolve()
        if not file.is_relative_to(self._files) or file.is_dir():
            raise web.HTTPForbidden
        if not file.exists():
            raise web.HTTPNotFound
        return web.FileResponse(file, headers={"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY})
