"""A minimal and fast HTTP server for a Bot API, because the server is not what is measured."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from email.parser import BytesHeaderParser
from typing import Any
from urllib.parse import parse_qsl

Parameters = dict[str, Any]
Answer = Callable[[str, str, Parameters], Awaitable[tuple[int, Any]] | tuple[int, Any]]
"""Answers a call with the token, the method and its parameters; returns a status, and the result or the error."""

END = b"\r\n\r\n"


class Connection(asyncio.Protocol):
    """A connection that is kept alive; its requests are answered one after another."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._received = b""
        self._busy = False
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer the complete requests."""
        self._received += data
        while not self._busy and (request := self._next()) is not None:
            answer = self._answer(*request)
            if isinstance(answer, tuple):
                self._send(*answer)
            else:
                self._busy = True
                waiting = asyncio.ensure_future(answer)
                waiting.add_done_callback(self._send_late)

    def _send_late(self, answered: "asyncio.Future[tuple[int, Any]]") -> None:
        self._busy = False
        if not answered.cancelled():
            self._send(*answered.result())
        self.data_received(b"")

    def _send(self, status: int, result: Any) -> None:
        ok = status == 200
        body = {"ok": True, "result": result} if ok else {"ok": False, "error_code": status, **result}
        text = json.dumps(body).encode()
        head = f"HTTP/1.1 {status} {'OK' if ok else 'No'}\r\nContent-Type: application/json\r\n"
        if not self._transport.is_closing():
            self._transport.write(f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text)

    def _next(self) -> tuple[str, str, Parameters] | None:
        """Return the token, method and parameters of the next request; None if it is incomplete."""
        end = self._received.find(END)
        if end < 0:
            return None
        line, _, rest = self._received[:end].partition(b"\r\n")
        headers = {
            name.lower(): value for name, value in (each.split(b": ", 1) for each in rest.split(b"\r\n") if each)
        }
        start = end + len(END)
        if headers.get(b"transfer-encoding") == b"chunked":
            unchunked = _unchunked(self._received, start)
            if unchunked is None:
                return None
            body, after = unchunked
        else:
            after = start + int(headers.get(b"content-length", 0))
            if len(self._received) < after:
                return None
            body = self._received[start:after]
        self._received = self._received[after:]
        path, _, query = line.split(b" ")[1].decode().partition("?")
        _, token, method = path.rsplit("/", 2)
        kind = headers.get(b"content-type", b"").decode()
        return token.removeprefix("bot"), method, {**dict(parse_qsl(query)), **parameters_in(kind, body)}


def parameters_in(kind: str, body: bytes) -> Parameters:
    """Return the parameters in a body of this content type: a form of either kind, or JSON."""
    if kind.startswith("multipart/form-data"):
        return _parts(kind.split("boundary=")[1].strip('"').encode(), body)
    if kind.startswith("application/json"):
        return dict(json.loads(body or b"{}"))
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _parts(boundary: bytes, body: bytes) -> Parameters:
    found: Parameters = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(END)
        name = BytesHeaderParser().parsebytes(head + END).get_param("name", header="content-disposition")
        found[str(name)] = content.decode(errors="replace")
    return found


def _unchunked(data: bytes, start: int) -> tuple[bytes, int] | None:
    """Return a chunked body and the position of its end; None if it is incomplete."""
    body = b""
    while (end := data.find(b"\r\n", start)) >= 0:
        size = int(data[start:end], 16)
        start = end + 2
        if len(data) < start + size + 2:
            return None
        body, start = body + data[start : start + size], start + size + 2
        if size == 0:
            return body, start
    return None
