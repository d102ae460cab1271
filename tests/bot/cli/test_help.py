"""--help speaks the language of the terminal."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli.root import MODULES, liaison
from bot.cli.texts.help import PAGES
from tests.bot.cli.terminal import Terminal


def commands() -> Iterator[str]:
    """Yield every command, with those below a group."""
    yield ""
    for name in MODULES:
        yield name
        command = liaison.get_command(click.Context(liaison), name)
        if isinstance(command, click.Group):
            yield from (f"{name} {each}" for each in command.commands)


def test_every_command_has_a_page_and_no_page_is_left_over() -> None:
    assert list(commands()) == list(PAGES)


@pytest.mark.parametrize("command", PAGES)
def test_a_page_is_in_the_language_of_the_terminal(tmp_path: Path, command: str) -> None:
    terminal = Terminal(tmp_path / "no.db")
    chinese = terminal.types(*command.split(), "--help").stdout
    english = terminal.types(*command.split(), "-h", LC_ALL="en_US.UTF-8").stdout
    assert chinese.startswith("用法：") and PAGES[command].line.zh in chinese
    assert "显示这一页。" in chinese and "Show" not in chinese and "Options" not in chinese
    assert english.startswith("Usage: ") and PAGES[command].line.en in english
    for option in PAGES[command].options.values():
        assert option.zh in chinese and option.zh not in english


def test_no_line_of_the_list_of_commands_is_cut(tmp_path: Path) -> None:
    for locale in ("zh_CN.UTF-8", "en_US.UTF-8"):
        shown = Terminal(tmp_path / "no.db").types("--help", LC_ALL=locale).stdout
        assert "..." not in shown.split("\n", 1)[1]


def test_wrong_usage_is_told_in_the_language_of_the_terminal(terminal: Terminal) -> None:
    result = terminal.types("summary", "--json", "--csv", "x.csv")
    assert result.exit_code == 2 and "--json --xlsx --docx --png --csv 一次只能用一个。" in result.stderr
    result = terminal.types("summary", "--brief", LC_ALL="en_US.UTF-8")
    assert result.exit_code == 2 and "--brief goes with --docx, --picture with --png." in result.stderr
