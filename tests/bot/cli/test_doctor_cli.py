"""The command liaison doctor, against the embedded Telegram."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import Result

from bot.cli.texts.health import FINDINGS
from bot.emulator import EmbeddedServer, World
from bot.upkeep.lock import locked
from data.health.findings import Code
from data.notices.silences import note_silences
from data.store import connect, open_database
from data.store.inbox import Received, quarantine_update, receive_updates
from tests.bot.cli.terminal import Terminal
from tests.journeys.town import OPENING

TOKEN = "10000007:the-token-of-the-doctor-s-own-bot-00"


@pytest.fixture
async def telegram() -> AsyncIterator[str]:
    """The root URL of an embedded Bot API that knows one bot."""
    server = EmbeddedServer(World(TOKEN, "liaison_test_bot", lambda: OPENING))
    yield await server.start()
    await server.stop()


async def asks(terminal: Terminal, url: str, token: str = TOKEN, also: str | None = None, **environment: str) -> Result:
    """Run the doctor while the embedded Telegram answers. `also` is an option."""
    words = ["doctor", also] if also else ["doctor"]
    return await asyncio.to_thread(
        terminal.types, *words, TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL=url, **environment
    )


def lines_about(result: Result, *words: str) -> list[str]:
    return [line for line in result.stdout.splitlines() if any(word in line for word in words)]


async def test_a_bot_that_is_well_gets_a_line_for_each_thing_looked_at(terminal: Terminal, telegram: str) -> None:
    with locked(terminal.database):
        result = await asks(terminal, telegram, LC_ALL="en_GB.UTF-8")
    assert result.exit_code == 0
    told = [re.sub(r"[\d,]+ MB|up to \d{4}|\(m\d+\w+\)|: 市.*|/\S+", "…", line) for line in result.stdout.splitlines()]
    assert told == [
        "✓ the bot's token is set",
        "✓ Telegram answers: @liaison_test_bot",
        "✓ the database is whole, and so are its references",
        "✓ the schema is this release's …",
        "! 37 units have nobody yet…",
        "✓ how every task stands agrees with its reports",
        "✓ no message is in doubt",
        "✓ … are free on the disk",
        "! there is no nightly backup yet in …",
        "! the clock is a rehearsal's: 2019-11-25 08:30 CST (LIAISON_CLOCK is set)",
        "✓ holidays are known …",
        "✓ the bot is running",
    ]


async def test_a_token_that_telegram_refuses_is_wrong_and_not_shown(terminal: Terminal, telegram: str) -> None:
    result = await asks(terminal, telegram, "20000008:another-token-which-nobody-may-see-00")
    assert result.exit_code == 1
    assert lines_about(result, "令牌") == ["✗ Telegram 不接受这个令牌：请核对 TELEGRAM_BOT_TOKEN"]
    assert "another-token" not in result.output


async def test_a_telegram_that_does_not_answer_is_wrong(terminal: Terminal) -> None:
    result = await asks(terminal, "http://127.0.0.1:1")
    assert result.exit_code == 1
    [line] = lines_about(result, "✗")
    assert line.startswith("✗ 连不上 http://127.0.0.1:1：") and "TELEGRAM_PROXY" in line


def test_without_token_and_database_both_are_named_and_nothing_is_made(tmp_path: Path) -> None:
    bare = Terminal(tmp_path / "new.db")
    result = bare.types("doctor")
    assert result.exit_code == 1
    assert [line.partition("：")[0] for line in lines_about(result, "✗")] == [
        "✗ 没有设置令牌",
        f"✗ 还没有数据库 {bare.database}",
    ]
    assert result.stderr == "有 2 处问题，见上面以 ✗ 开头的行。\n"
    assert bare.is_refused("doctor", "--rebuild").startswith("没有数据库")
    assert list(tmp_path.iterdir()) == []


async def test_a_damaged_database_is_wrong(terminal: Terminal, telegram: str) -> None:
    with terminal.database.open("r+b") as file:
        file.seek(10 * 4096)
        file.write(b"\xff" * 4096)
    result = await asks(terminal, telegram)
    assert result.exit_code == 1
    [line] = lines_about(result, "✗")
    assert line.startswith("✗ 数据库已损坏：") and "恢复" in line


def test_half_a_database_is_damaged_for_every_command(terminal: Terminal) -> None:
    with terminal.database.open("r+b") as file:
        file.truncate(terminal.database.stat().st_size // 2)
    [line] = [each for each in terminal.types("doctor").stdout.splitlines() if "数据库" in each]
    assert line == "✗ 数据库已损坏：内容不完整；请停止机器人，用最近的备份恢复"
    assert terminal.is_refused("summary") == "数据库已损坏：内容不完整。请停止机器人，用最近的备份恢复。"
    assert terminal.is_refused("summary", LC_ALL="en_GB.UTF-8").startswith("The database is damaged: ")


async def test_rows_that_do_not_agree_with_the_reports_are_named_and_can_be_made_anew(
    terminal: Terminal, telegram: str
) -> None:
    db = connect(terminal.database)
    db.change("UPDATE standings SET status = 'closed' WHERE task_id IN (SELECT id FROM tasks WHERE code = '2-7')")
    db.close()
    result = await asks(terminal, telegram)
    assert (result.exit_code, lines_about(result, "✗")) == (
        1,
        ["✗ 1 项任务的状态与填报不一致（2-7）：请运行 liaison doctor --rebuild"],
    )
    result = await asks(terminal, telegram, also="--rebuild")
    assert (result.exit_code, lines_about(result, "填报一致")) == (0, ["✓ 各项任务的状态与填报一致"])


async def test_a_bot_that_does_not_run_is_no_fault(terminal: Terminal, telegram: str) -> None:
    result = await asks(terminal, telegram)
    assert (result.exit_code, lines_about(result, "运行")) == (0, ["! 机器人没有运行"])


async def test_a_rehearsal_that_begins_anew_before_what_is_stored_is_no_fault(
    terminal: Terminal, telegram: str
) -> None:
    result = await asks(terminal, telegram, LIAISON_CLOCK="2019-11-25T08:00")
    assert (result.exit_code, lines_about(result, "校准")) == (0, [])


@pytest.mark.parametrize(
    ("towards_all", "mark", "said"),
    [
        (3600.0, "✗", "从 2019-11-25 08:00 CST 起 Telegram 不让机器人给任何人发消息，到 2019-11-25 09:00 CST 为止"),
        (0.0, "!", "Telegram 不让机器人给 2 个会话发消息，最晚到 2019-11-25 09:00 CST"),
    ],
)
async def test_a_bot_that_telegram_lets_say_nothing_is_named(
    terminal: Terminal, telegram: str, towards_all: float, mark: str, said: str
) -> None:
    db = open_database(terminal.database)
    note_silences(db, OPENING - timedelta(minutes=30), towards_all, {1002: 3600.0, 1003: 600.0})
    note_silences(db, OPENING - timedelta(minutes=30), 0, {1002: 3600.0, 1003: 3600.0})
    db.close()
    result = await asks(terminal, telegram)
    [line] = lines_about(result, "Telegram 不让")
    assert line.startswith(f"{mark} {said}") and "自动恢复" in line
    assert result.exit_code == (1 if towards_all else 0)


async def test_of_many_updates_laid_aside_it_shows_that_there_are_more_than_it_names(
    terminal: Terminal, telegram: str
) -> None:
    db = open_database(terminal.database)
    for update_id in range(1, 7):
        receive_updates(db, [Received(update_id, "{}")], OPENING)
        quarantine_update(db, update_id, "ends the process", OPENING)
    db.close()
    result = await asks(terminal, telegram)
    assert "6 条收到的内容无法处理，已搁置（编号 1、2、3、4、5……）" in result.stdout


@pytest.mark.parametrize("code", Code)
def test_there_are_words_for_every_finding(code: Code) -> None:
    assert code in FINDINGS


async def test_a_folder_that_is_not_there_is_told_in_lines(telegram: str, tmp_path: Path) -> None:
    result = await asks(Terminal(tmp_path / "nowhere" / "new.db"), telegram)
    assert result.exit_code == 1 and result.exception.__class__ is SystemExit
    assert lines_about(result, "✗")
