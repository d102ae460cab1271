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


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        ("summary --foo", "没有选项 --foo。是不是 --from？", "there is no option --foo. Perhaps --from?"),
        ("plan chekc", "没有命令 chekc。是不是 check？", "there is no command chekc. Perhaps check?"),
        ("nothing", "没有命令 nothing。", "there is no command nothing."),
        ("plan check", "还缺 FILE。", "FILE is missing."),
        ("plan --", "还缺命令。", "a command is missing."),
        ("summary --at", "选项 --at 后面要写内容。", "the option --at needs a value."),
        ("summary --json=3", "选项 --json 后面不写内容。", "the option --json takes no value."),
        ("doctor today", "多写了内容。", "there are more words than the command takes."),
        ("demo --port x", "--port：请写 0 到 65535 之间的整数。", "--port: a whole number from 0 to 65535, please."),
        ("summary --at x", "--at：“x”不是日期，请写成 2019-11-25。", "--at: “x” is no date; write it as 2019-11-25."),
        (
            "summary --picture cake",
            "--picture：只能是 units course figures 之一。",
            "--picture: one of units course figures, please.",
        ),
        ("plan check .", "FILE：这里要写文件的路径。", "FILE: the path of a file, please."),
        (
            "summary --json --csv x.csv",
            "--json --xlsx --docx --png --csv 一次只能用一个。",
            "--json --xlsx --docx --png --csv go one at a time.",
        ),
        (
            "summary --brief",
            "--brief 要配 --docx，--picture 要配 --png。",
            "--brief goes with --docx, --picture with --png.",
        ),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_terminal(
    terminal: Terminal, words: str, chinese: str, english: str
) -> None:
    for locale, usage, wrong, said in (
        ("zh_CN.UTF-8", "用法：liaison", "用法不对：", chinese),
        ("en_US.UTF-8", "Usage: liaison", "Wrong usage: ", english),
    ):
        result = terminal.types(*words.split(), LC_ALL=locale)
        first, told, last = result.stderr.splitlines()
        assert (result.exit_code, result.stdout) == (2, "")
        assert first.startswith(usage) and told.startswith(wrong + said) and "--help" in last
