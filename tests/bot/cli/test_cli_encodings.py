"""The command line when terminal, arguments or file names are not UTF-8, the disk is full, or stdin is closed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.terminal import Terminal
from tests.journeys.town import PLAN

NO_UTF8 = os.fsdecode(b"\xb9\xab\xb0\xb2")
"""公安 in GB18030, as the shell passes it on."""


@pytest.mark.parametrize("words", [["summary", "--json"], ["understand", "我的任务", "--json"], ["returns", "--json"]])
def test_json_is_utf_8_whatever_the_terminal_speaks(terminal: Terminal, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        env={**os.environ, "LIAISON_DB": str(terminal.database), "PYTHONIOENCODING": "gb18030"},
        capture_output=True,
        check=True,
    )
    json.loads(done.stdout.decode("utf-8"))


@pytest.mark.parametrize("words", [["invite"], ["summary", "--unit"], ["summary", "--section"], ["returns", "--title"]])
def test_words_that_are_not_utf_8_are_answered_in_a_line(terminal: Terminal, words: list[str]) -> None:
    assert "����" in terminal.is_refused(*words, NO_UTF8)


def test_a_plan_and_a_roster_with_names_that_are_not_utf_8_are_imported(bare: Terminal, tmp_path: Path) -> None:
    plan, roster = tmp_path / f"{NO_UTF8}.csv", tmp_path / f"{NO_UTF8}-2.csv"
    plan.write_bytes(PLAN.read_bytes())
    roster.write_text("单位,姓名\n市公安局,张三\n")
    result = bare.types("plan", "import", str(plan), "--yes", "--title", NO_UTF8)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "已导入：����。")
    assert bare.types("people", "import", str(roster)).exit_code == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
def test_an_output_that_does_not_fit_on_the_disk_is_told_in_a_line(terminal: Terminal) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "summary", "--json"],
            env={**os.environ, "LIAISON_DB": str(terminal.database), "LC_ALL": "zh_CN.UTF-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["磁盘已满，输出没有写完；请腾出空间再试。"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["understand", "-"], 0, []),
        (["plan", "import", str(PLAN), "--title", "x"], 1, ["没有收到回答，什么都没有变；不用问就导入请加 --yes。"]),
    ],
)
def test_a_closed_stdin_reads_as_an_empty_one(terminal: Terminal, words: list[str], code: int, told: list[str]) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" <&-', sys.executable, "-m", "bot", *words],
        env={**os.environ, "LIAISON_DB": str(terminal.database), "LC_ALL": "zh_CN.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode().splitlines()) == (code, told)
