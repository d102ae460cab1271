"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from inspect import isawaitable
from typing import Any

from tornado.httputil import HTTPFile
from tornado.web import RequestHandler

from bot.emulator.errors import ApiError, bad_request
from bot.emulator.faults import Fault, FaultKind
from bot.emulator.files import UPLOAD_LIMIT, Upload
from bot.emulator.floods import too_many_requests
from bot.emulator.methods import METHODS_DONE, proper_name
from bot.emulator.parameters import read_parameters
from bot.emulator.records import Call, Json
from bot.emulator.state import State


class MethodHandler(RequestHandler):
    """A call of a Bot API method."""

    def initialize(self, state: State) -> None:
        """Keep the state of the world that the server serves."""
        self.state = state
        self.gone = asyncio.Event()

    def on_connection_close(self) -> None:
        """Release a hanging request when the bot has disconnected or the server stops."""
        self.gone.set()

    async def post(self, token: str, method: str) -> None:
        """Answer a request; GET is treated the same."""
        try:
            name, params = self._understand(token, method)
            cut = await self._suffer(self.state.faults.take(name))
            result = await self._run(name, params) if not self._finished else None
        except ApiError as error:
            self._refuse(error)
        else:
            if cut:
                await self._cut(half_answer=True)
            elif not self._finished:
                self.finish({"ok": True, "result": result})

    get = post

    def _understand(self, token: str, method: str) -> tuple[str, Json]:
        if token != self.state.token:
            raise ApiError(401, "Unauthorized")
        name = proper_name(method)
        params = read_parameters(name, self._given(), _uploads(self.request.files))
        self.state.calls.append(Call(name, params))
        return name, params

    def _given(self) -> Mapping[str, object]:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            try:
                return dict(json.loads(self.request.body or b"{}"))
            except (ValueError, TypeError):
                raise bad_request("can't parse JSON-encoded body") from None
        try:
            return {name: values[-1].decode() for name, values in self.request.arguments.items()}
        except UnicodeDecodeError:
            raise bad_request("strings must be encoded in UTF-8") from None

    async def _run(self, name: str, params: Json) -> Any:
        self.state.floods.count(name, params)
        result = METHODS_DONE[name](self.state, params)
        return await result if isawaitable(result) else result

    async def _suffer(self, faults: list[Fault]) -> bool:
        """Apply the faults to the request, and return whether its answer is to be cut off."""
        for fault in faults:
            match fault.kind:
                case FaultKind.SLOW:
                    await asyncio.sleep(fault.seconds or 0)
                case FaultKind.TOO_MANY_REQUESTS:
                    raise too_many_requests(fault.seconds)
                case FaultKind.SERVER_ERROR:
                    raise ApiError(500, "Internal Server Error")
                case FaultKind.HANG:
                    await self.gone.wait()
                    await self._cut()
                case FaultKind.CUT_BEFORE:
                    await self._cut()
        return any(fault.kind is FaultKind.CUT_AFTER for fault in faults)

    async def _cut(self, *, half_answer: bool = False) -> None:
        if self.request.connection is None or self._finished or self.gone.is_set():
            self._finished = True
            return
        stream = self.detach()
        if half_answer:
            await stream.write(b'HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n{"ok":true,')
        stream.close()

    def _refuse(self, error: ApiError) -> None:
        self.set_status(error.code, HTTPStatus(error.code).phrase)
        body: Json = {"ok": False, "error_code": error.code, "description": error.description}
        self.finish(body | ({"parameters": error.parameters} if error.parameters else {}))


class FileHandler(RequestHandler):
    """A download of a file that getFile has named."""

    def initialize(self, state: State) -> None:
        """Keep the state of the world that the server serves."""
        self.state = state

    async def get(self, token: str, path: str) -> None:
        """Answer with the file's content."""
        stored = self.state.files.at(path) if token == self.state.token else None
        if stored is None:
            self.set_status(404)
            self.finish({"ok": False, "error_code": 404, "description": "Not Found"})
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.content)


def _uploads(files: Mapping[str, list[HTTPFile]]) -> dict[str, Upload]:
    uploads = {}
    for name, (file, *_) in files.items():
        if len(file["body"]) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        uploads[name] = Upload(file["filename"], file["body"], file["content_type"])
    return uploads
