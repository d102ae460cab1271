"""A headless Chromium, driven by its DevTools protocol."""

import asyncio
import itertools
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

from aiohttp import ClientSession, ClientWebSocketResponse

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-default-apps",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--accept-lang=zh-CN",
    "--window-size=1440,900",
    "--remote-debugging-port=0",
)
_LISTENS = "DevTools listening on ws://"
_PATIENCE = 15_000
"""Milliseconds after which something awaited in the page counts as never happening."""


def find_chromium() -> str | None:
    """Return the installed browser's path, if there is one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def running(executable: str, profile: Path) -> Iterator[str]:
    """Run the browser and yield its DevTools host and port."""
    command = [executable, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = next((line for line in process.stderr if _LISTENS in line), "")
        drain = Thread(target=process.stderr.read)
        drain.start()
        try:
            yield said.partition(_LISTENS)[2].partition("/")[0]
        finally:
            process.kill()
            drain.join()


class Tab:
    """A page of the browser; `complaints` are the errors it met, `requested` the URLs it fetched."""

    def __init__(self, session: ClientSession, socket: ClientWebSocketResponse) -> None:
        self.complaints: list[str] = []
        self.requested: list[str] = []
        self._session, self._socket = session, socket
        self._numbers = itertools.count(1)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a DevTools method and return its result."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            heard = await self._socket.receive_json()
            if heard.get("id") == number:
                return dict(heard["result"])
            self._note(heard)

    async def run(self, script: str) -> Any:
        """Run a script in the page and return its value; a promise is awaited."""
        answer = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    async def sees(self, script: str) -> Any:
        """Wait until a script's value is true, and return it."""
        return await self.run(
            "new Promise((seen, never) => { const look = () => { const value = (" + script + ");"
            "value ? seen(value) : requestAnimationFrame(look); }; look();"
            f"setTimeout(() => never({json.dumps(script)} + ' in ' + document.body.innerText), {_PATIENCE}); }})"
        )

    async def clicks(self, script: str) -> None:
        """Wait until a script's value, an element, is there, and click it."""
        await self.sees(script)
        await self.run(f"{script}.click()")

    async def type(self, text: str) -> None:
        """Type into what has the focus."""
        await self.call("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        """Press and release a key."""
        code = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}[key]
        for kind in ("rawKeyDown", "char", "keyUp") if key == "Enter" else ("rawKeyDown", "keyUp"):
            await self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, text="\r")

    async def close(self) -> None:
        """Close the page, and wait until it is gone."""
        await self.call("Page.close")
        async for _ in self._socket:
            pass
        await self._session.close()

    def _note(self, heard: dict[str, Any]) -> None:
        match heard:
            case {"method": "Runtime.exceptionThrown", "params": {"exceptionDetails": details}}:
                self.complaints.append(json.dumps(details))
            case {"method": "Log.entryAdded", "params": {"entry": {"level": "error", "text": text}}}:
                self.complaints.append(text)
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                self.requested.append(url)


async def open_tab(devtools: str, url: str) -> Tab:
    """Open a new page on a URL."""
    session = ClientSession()
    tab = Tab(session, await session.ws_connect(await asyncio.to_thread(_new_tab, devtools), max_msg_size=0))
    for domain in ("Page", "Runtime", "Log", "Network"):
        await tab.call(f"{domain}.enable")
    await tab.call("Page.navigate", url=url)
    return tab


def _new_tab(devtools: str) -> str:
    with urlopen(Request(f"http://{devtools}/json/new?about:blank", method="PUT")) as answer:
        return str(json.load(answer)["webSocketDebuggerUrl"])
