"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
from collections.abc import Mapping
from inspect import isawaitable

from aiohttp import web

from bot.emulator.errors import ApiError, bad_request
from bot.emulator.faults import Fault, FaultKind
from bot.emulator.files import UPLOAD_LIMIT, Upload
from bot.emulator.floods import too_many_requests
from bot.emulator.forms import read_form
from bot.emulator.methods import METHODS_DONE, proper_name
from bot.emulator.parameters import read_parameters
from bot.emulator.records import Call, Json
from bot.emulator.state import State

_HALF_ANSWER = b'HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n{"ok":true,'


class BotApi:
    """The Bot API of the world whose state is given."""

    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the methods, for GET and POST alike, and of the files."""
        method = "/bot{token}/{method:[A-Za-z]+}"
        return [
            web.post(method, self._call),
            web.get(method, self._call, allow_head=False),
            web.get("/file/bot{token}/{path:.+}", self._download, allow_head=False),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        """Answer a request. One that was read is carried out even if the bot does not wait for the answer; one that is
        to hang is cancelled when the bot has gone or the server stops."""
        try:
            name, params = await self._understand(request)
        except ApiError as error:
            return _refusal(error)
        faults = self._state.faults.take(name)
        if any(fault.kind is FaultKind.HANG for fault in faults):
            await asyncio.Event().wait()
        answer = await asyncio.shield(self._answer(name, params, faults))
        return _cut(request, answer) if isinstance(answer, bytes) else answer

    async def _understand(self, request: web.Request) -> tuple[str, Json]:
        if request.match_info["token"] != self._state.token:
            raise ApiError(401, "Unauthorized")
        name = proper_name(request.match_info["method"])
        params = read_parameters(name, *await _given(request))
        self._state.calls.append(Call(name, params))
        return name, params

    async def _answer(self, name: str, params: Json, faults: list[Fault]) -> web.Response | bytes:
        """Carry out a request and return its answer, or the bytes after which the connection is to be cut."""
        try:
            for fault in faults:
                match fault.kind:
                    case FaultKind.SLOW:
                        await asyncio.sleep(fault.seconds or 0)
                    case FaultKind.TOO_MANY_REQUESTS:
                        raise too_many_requests(fault.seconds)
                    case FaultKind.SERVER_ERROR:
                        raise ApiError(500, "Internal Server Error")
                    case FaultKind.CUT_BEFORE:
                        return b""
            self._state.floods.count(name, params)
            result = METHODS_DONE[name](self._state, params)
            result = await result if isawaitable(result) else result
        except ApiError as error:
            return _refusal(error)
        if any(fault.kind is FaultKind.CUT_AFTER for fault in faults):
            return _HALF_ANSWER
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.Response:
        """Answer with the content of a file that getFile has named."""
        known = request.match_info["token"] == self._state.token
        stored = self._state.files.at(request.match_info["path"]) if known else None
        return web.Response(body=stored.content) if stored else _refusal(ApiError(404, "Not Found"))


def _refusal(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    return web.json_response(body | ({"parameters": error.parameters} if error.parameters else {}), status=error.code)


def _cut(request: web.Request, sent: bytes) -> web.Response:
    """Send `sent`, close the connection, and return a response that nobody will get."""
    if request.transport is not None:
        request.transport.write(sent)
        request.transport.close()
    return web.Response()


async def _given(request: web.Request) -> tuple[Mapping[str, object], dict[str, Upload]]:
    """Return the parameters and files of a request as they were sent. Raises ApiError if they cannot be read."""
    try:
        if request.content_type == "application/json":
            return _members(await request.read()), {}
        form = await read_form(request)
        if any(len(upload.content) > UPLOAD_LIMIT for _, upload in form.files):
            raise web.HTTPRequestEntityTooLarge(UPLOAD_LIMIT, 0)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except ValueError:
        raise bad_request("can't parse the form") from None
    return form.fields, dict(reversed(form.files))


def _members(body: bytes) -> Mapping[str, object]:
    try:
        return dict(json.loads(body or b"{}"))
    except (ValueError, TypeError):
        raise bad_request("can't parse JSON-encoded body") from None
