"""Files are read in a process of their own, which can be killed."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from data.plan.files import apart
from data.plan.files.apart import read_in_process, run
from data.plan.files.limits import OF_TABLES
from data.plan.files.plan import read_plan
from data.plan.files.problems import FileTooLarge, TooManyRows, TooMuchWork, WrongKind
from data.plan.unit_names import shipped_unit_names
from tests.data.conftest import SHIPPED_PLAN


@pytest.fixture(autouse=True)
def no_reader_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each reader as the running bot does, not forked."""
    monkeypatch.setattr(apart, "run", run)


def own_process(content: bytes, filename: str) -> int:
    return os.getpid()


def secrets_seen(content: bytes, filename: str) -> list[str]:
    return [name for name in os.environ if name.startswith(("TELEGRAM_", "LIAISON_"))]


def never_ends(content: bytes, filename: str) -> None:
    Path(filename).write_text(str(os.getpid()))
    while True:
        pass


def eats_memory(content: bytes, filename: str) -> None:
    bytearray(2 * 1024**3)


def is_killed(content: bytes, filename: str) -> None:
    os.abort()


def fails(content: bytes, filename: str) -> None:
    raise LookupError("a mistake of ours")


def test_a_plan_reads_the_same_apart_as_it_does_here() -> None:
    read = partial(read_plan, issued=date(2019, 10, 24), names=shipped_unit_names())
    content = SHIPPED_PLAN.read_bytes()
    assert read_in_process(read, content, SHIPPED_PLAN.name) == read(content, SHIPPED_PLAN.name)


def test_a_file_is_read_by_another_process_which_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "7:secret")
    assert read_in_process(own_process, b"", "x.csv") != os.getpid()
    assert read_in_process(secrets_seen, b"", "x.csv") == []


def test_a_refusal_comes_back_as_it_is() -> None:
    read = partial(read_plan, issued=date(2019, 10, 24), names=shipped_unit_names())
    with pytest.raises(WrongKind) as refused:
        read_in_process(read, b"%PDF-1.7", "x.pdf")
    assert refused.value == WrongKind("pdf")


def test_a_file_that_takes_too_long_is_given_up_and_its_reader_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    with pytest.raises(TooMuchWork):
        read_in_process(never_ends, b"", str(note), replace(OF_TABLES, seconds=0.1))
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_a_reader_that_only_waits_is_killed_too() -> None:
    waits = "import os, sys, time; print(os.getpid()); sys.stdout.flush(); time.sleep(60)"
    with pytest.raises(subprocess.TimeoutExpired) as given_up:
        run(waits, b"", os.environ, 5)
    with pytest.raises(ProcessLookupError):
        os.kill(int(given_up.value.stdout or 0), 0)


@pytest.mark.parametrize("read", [eats_memory, is_killed])
def test_a_file_that_takes_too_much_memory_is_given_up(read: Callable[[bytes, str], object]) -> None:
    with pytest.raises(TooMuchWork):
        read_in_process(read, b"", "x.csv")


def test_a_file_that_is_too_large_is_not_even_handed_over() -> None:
    with pytest.raises(FileTooLarge):
        read_in_process(fails, bytes(5 * 1024 * 1024 + 1), "x.csv")


def test_a_file_of_more_than_ten_thousand_rows_is_refused() -> None:
    read = partial(read_plan, issued=date(2019, 10, 24), names=shipped_unit_names())
    content = ("任务细项,细化措施\n" + "1. 打假,抽检\n" * 10_001).encode()
    with pytest.raises(TooManyRows) as refused:
        read_in_process(read, content, "x.csv")
    assert refused.value == TooManyRows(10_000)


def test_a_mistake_of_ours_is_no_fault_of_the_file() -> None:
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        read_in_process(fails, b"", "x.csv")
