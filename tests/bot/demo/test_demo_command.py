import os
import signal
import socket
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from bot.cli.root import liaison
from bot.emulator import EmbeddedServer, World
from tests.launcher import Launcher


def run(*arguments: str) -> Result:
    return CliRunner(env={"LC_ALL": "en_GB.UTF-8"}).invoke(liaison, ["demo", *arguments])


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("--port", str(port))
    assert result.exit_code == 1
    again = f"Try another: liaison demo --port {port % 65535 + 1}"
    assert result.stderr == f"Port {port} of 127.0.0.1 cannot be used: the port is in use. {again}\n"


def test_a_database_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    result = run("--db", str(tmp_path / "missing" / "demo.db"), "--port", "0")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_a_file_that_is_no_database_is_told_in_one_line_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database")
    result = run("--db", str(tmp_path / "notes.txt"), "--port", "0", "--first-day")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stdout.endswith("exists and is continued; --empty and --first-day only matter for a new file.\n")
    assert (tmp_path / "notes.txt").read_text() == "no database"


@pytest.mark.parametrize(("address", "allowed"), [("0.0.0.0", 200), ("127.0.0.1", 403)])
async def test_only_a_demo_that_listens_everywhere_answers_to_the_machines_other_addresses(
    tmp_path: Path, address: str, allowed: int
) -> None:
    world = World("1:token", "liaison_bot", now=lambda: pytest.fail("nobody asked for the time"))
    server = EmbeddedServer(world, address, page=tmp_path)
    url = await server.start()
    async with httpx.AsyncClient(base_url=url) as client:
        by_address = await client.get("/chat/state", headers={"Host": "192.0.2.7:8080"})
        by_name = await client.get("/chat/state", headers={"Host": "rebound.example"})
    await server.stop()
    assert url.startswith("http://127.0.0.1:")
    assert (by_address.status_code, by_name.status_code) == (allowed, 403)


@pytest.mark.parametrize(
    ("host", "words"),
    [("127.0.0.1", "visible on this machine only"), ("0.0.0.0", "anybody who can reach this machine")],
)
async def test_the_demo_says_who_can_open_it_and_ends_at_ctrl_c(launcher: Launcher, host: str, words: str) -> None:
    command = ["-m", "bot", "demo", "--port", "0", "--host", host]
    process = await launcher.start(command, os.environ | {"LC_ALL": "en_GB.UTF-8"})
    said = (await process.stdout.readline()).decode()
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0
    await process.communicate()
    assert said.startswith("The demo is ready at http://127.0.0.1:")
    assert words in said
