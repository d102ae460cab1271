from pathlib import Path

import pytest
from telegram.ext import CommandHandler

from bot.app import build_application
from bot.demo.demo_bot import demo_settings
from data.store import open_database
from handlers.telegram.commands import COMMANDS, GROUP_COMMANDS, Command
from tests.journeys.town import OPENING, ZONE


@pytest.fixture
def handled(tmp_path: Path) -> set[str]:
    """The commands that something answers."""
    db = open_database(tmp_path / "commands.db")
    app = build_application(demo_settings("http://127.0.0.1:1", tmp_path, ZONE), db, lambda: OPENING)
    found = {
        name
        for group in app.handlers.values()
        for handler in group
        if isinstance(handler, CommandHandler)
        for name in handler.commands
    }
    db.close()
    return found


def test_every_declared_command_is_answered(handled: set[str]) -> None:
    assert {command.name for command in (*COMMANDS, *GROUP_COMMANDS)} <= handled


def test_every_answered_command_is_declared(handled: set[str]) -> None:
    assert handled - {"start"} <= {command.name for command in (*COMMANDS, *GROUP_COMMANDS)}


@pytest.mark.parametrize("command", [*COMMANDS, *GROUP_COMMANDS], ids=lambda command: command.name)
def test_a_command_says_what_it_does_in_both_languages(command: Command) -> None:
    assert 0 < len(command.summary.zh) <= 256 and 0 < len(command.summary.en) <= 256


def test_no_command_is_declared_twice() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))
