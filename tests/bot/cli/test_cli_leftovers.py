"""A command that fails leaves no file that was not there, and says in one sentence what to do."""

import os
import signal
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import run

import pytest

from bot.cli import plan
from data.errors.store import DiskFull
from data.store import connect, open_database
from tests.bot.cli.terminal import Terminal

HEADINGS = "任务细项,细化措施,完成时间,负责单位\n"
ROW = "1. 打假,抽检,2019年底,市公安局\n"


@contextmanager
def nothing_new(folder: Path) -> Iterator[None]:
    """Check that no file is left in a folder that was not there before."""
    before = {each.name for each in folder.iterdir()}
    yield
    assert {each.name for each in folder.iterdir()} == before


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan file of a single task."""
    file = tmp_path / "plan.csv"
    file.write_text(HEADINGS + ROW, encoding="utf-8")
    return file


@pytest.mark.parametrize("content", [HEADINGS, HEADINGS + ",,,\n,,,\n", HEADINGS + "\n\n"])
@pytest.mark.parametrize("words", [("plan", "check"), ("plan", "check", "--json"), ("plan", "import", "--yes")])
def test_a_plan_without_a_task_is_refused(bare: Terminal, tmp_path: Path, content: str, words: tuple[str, ...]) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(content, encoding="utf-8")
    with nothing_new(tmp_path):
        assert bare.is_refused(*words, str(file)) == f"文件 {file} 里没有读到任务：表头下面没有内容"


@pytest.mark.parametrize("command", ["plan check", "plan import", "people import", "units import"])
def test_a_pipe_is_refused_instead_of_waited_for(bare: Terminal, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "plan.csv"
    os.mkfifo(pipe)
    with nothing_new(tmp_path):
        assert bare.is_refused(*command.split(), str(pipe)).endswith("读不了：这不是普通文件，请先存成文件再试")


def test_more_than_ten_thousand_rows_are_refused(bare: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(HEADINGS + ROW * 10_000, encoding="utf-8")
    with nothing_new(tmp_path):
        assert bare.is_refused("plan", "check", str(file)).endswith("超过 10,000 行，请分成几份")


def test_a_file_larger_than_may_be_read_is_not_even_opened(bare: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 40)
    assert bare.is_refused("plan", "check", str(file)).endswith("最多 5 MB")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "没有收到回答，什么都没有变；不用问就导入请加 --yes。"),
        ("\n", "没有导入，什么都没有变。"),
        ("n\n", "没有导入，什么都没有变。"),
        ("再想想\n", "没有导入，什么都没有变。"),
    ],
)
def test_only_a_yes_imports(bare: Terminal, file: Path, given: str, said: str) -> None:
    with nothing_new(file.parent):
        result = bare.types("plan", "import", str(file), given=given)
    assert (result.exit_code, result.stderr.strip()) == (1, said)


@pytest.mark.parametrize("given", ["y\n", "是\n", "Yes\n"])
def test_a_yes_in_either_language_imports(bare: Terminal, file: Path, given: str) -> None:
    result = bare.types("plan", "import", str(file), given=given)
    assert result.exit_code == 0 and result.stdout.endswith("已导入：plan。\n")
    assert stat.S_IMODE(bare.database.stat().st_mode) == 0o600
    assert bare.gets("summary", "--json")["total"] == 1


def test_an_interrupted_command_says_so_and_leaves_nothing(
    bare: Terminal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(plan, "import_plan", interrupted)
    with nothing_new(file.parent):
        result = bare.types("plan", "import", str(file), "--yes")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "已中断，没做完的不会保存。")


INTERRUPTED = """
import os, signal, sys
from bot.cli import main
class Interrupt:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupt())
main()
"""
"""A command that is interrupted while it loads a module, also where its parent ignores interrupts."""


@pytest.mark.parametrize("module", ["bot.cli.root", "click"])
def test_an_interrupt_before_a_command_begins_ends_it_without_a_traceback(tmp_path: Path, module: str) -> None:
    line = [sys.executable, "-c", INTERRUPTED.format(module=module), "plan", "check", "plan.csv"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = run(line, cwd=tmp_path, env=environment, capture_output=True, timeout=60)
    said = ended.stderr.decode()
    assert "Traceback" not in said and "Aborted" not in said and len(said.splitlines()) <= 1
    assert ended.returncode == -signal.SIGINT


ASKING = [("invite", "市公安局"), ("summary",), ("alerts", "preview"), ("returns", "--json")]


@pytest.mark.parametrize("words", ASKING)
def test_without_a_database_its_path_and_the_command_that_brings_one_are_named(
    bare: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with nothing_new(tmp_path):
        line = bare.is_refused(*words)
    assert line == (f"没有数据库 {bare.database}：请检查 LIAISON_DB；还没开始用的，先运行 liaison plan import 文件。")


@pytest.mark.parametrize("words", ASKING)
def test_without_a_plan_the_command_that_brings_one_is_named(bare: Terminal, words: tuple[str, ...]) -> None:
    open_database(bare.database).close()
    assert bare.is_refused(*words) == "还没有任务表：请先运行 liaison plan import 文件。"


@pytest.mark.parametrize("words", [("plan", "import", "--yes"), ("people", "import")])
def test_what_a_full_disk_does_not_keep_is_not_said_to_be_imported(
    bare: Terminal, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def full(*args: object) -> None:
        raise DiskFull("database or disk is full")

    monkeypatch.setattr("bot.cli.base.keep", full)
    roster = tmp_path / "roster.csv"
    roster.write_text("单位,姓名,角色\n,陈,协调员\n", encoding="utf-8")
    result = bare.types(*words, str(file if words[0] == "plan" else roster))
    assert result.exit_code == 1 and result.stderr.endswith("请腾出空间再试。\n")
    assert "已导入" not in result.stdout and "已登记" not in result.stdout and "t.me" not in result.stdout


@pytest.mark.parametrize("words", [("people", "import"), ("units", "import"), ("plan", "import", "--yes")])
def test_a_refused_file_leaves_no_database(bare: Terminal, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with nothing_new(tmp_path):
        bare.is_refused(*words, str(file))
        bare.is_refused(*words, str(tmp_path / "missing.csv"))


def test_a_failed_restore_or_move_leaves_no_lock(bare: Terminal, file: Path, tmp_path: Path) -> None:
    with nothing_new(tmp_path):
        bare.is_refused("restore", str(tmp_path / "missing.db"))
        bare.is_refused("restore", str(file))
    with closing(sqlite3.connect(bare.database)) as other:
        other.execute("CREATE TABLE of_another_program (id INTEGER)")
    with nothing_new(tmp_path):
        bare.is_refused("evidence", "move", str(tmp_path / "evidence"))


def test_a_database_that_another_process_has_made_meanwhile_is_not_replaced(
    bare: Terminal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_else_is_faster(*args: object) -> bool:
        bare.database.write_bytes(b"theirs")
        return True

    monkeypatch.setattr(plan, "agreed", somebody_else_is_faster)
    result = bare.types("plan", "import", str(file))
    assert result.exit_code == 1 and "数据库正被别的程序占用，没有保存" in result.stderr
    assert bare.database.read_bytes() == b"theirs"


def test_a_link_to_a_database_that_is_not_there_stays_a_link(bare: Terminal, file: Path, tmp_path: Path) -> None:
    bare.database.symlink_to(tmp_path / "real.db")
    assert bare.types("plan", "import", str(file), "--yes").exit_code == 0
    assert bare.database.is_symlink() and (tmp_path / "real.db").stat().st_size > 0


def test_of_a_new_plan_no_task_of_the_former_one_is_said_to_be_gone(terminal: Terminal, file: Path) -> None:
    result = terminal.types("plan", "import", str(file), "--new-plan", given="n\n")
    assert result.stdout.splitlines() == [
        "没有印发日期，按今天（2019年11月25日）算；不是今天请写 --issued。",
        "没有“任务名称”这一列",
        "读到 1 行任务。",
        "新的任务表，共 1 项；现行的“测试任务表”归档，仍可查看。",
        "照此导入吗？[y/N] n",
    ]
    assert result.stderr == "没有导入，什么都没有变。\n"


def test_what_waits_in_the_plan_that_a_new_one_replaces_is_named(terminal: Terminal, file: Path) -> None:
    with closing(connect(terminal.database)) as db:
        due = db.fetch_one(
            "SELECT assignment_id, standings.due FROM standings JOIN tasks ON tasks.id = task_id WHERE code = '1-2'"
        )
        assert due is not None
        asked = {"due_before": due["due"], "proposed": "2020-06-01", "reason": "人手不够", "source": "test"}
        db.insert("extensions", assignment_id=due["assignment_id"], asked_at="2019-11-25T00:00:00+00:00", **asked)
    shown = terminal.types("plan", "import", str(file), "--new-plan", "--yes").stdout
    assert "现行的还有没办完的：待答复的延期 1-2；审核请在导入前办完" in shown


def test_a_database_of_another_program_is_named_and_left_alone(bare: Terminal, file: Path) -> None:
    with closing(sqlite3.connect(bare.database)) as other:
        other.execute("CREATE TABLE of_another_program (id INTEGER)")
    for words in (("summary",), ("plan", "import", str(file), "--yes"), ("people", "import", str(file))):
        assert bare.is_refused(*words) == f"{bare.database} 不是本机器人的数据库，请检查 LIAISON_DB。"


def test_a_database_with_a_damaged_schema_is_told_in_one_line(bare: Terminal, file: Path, tmp_path: Path) -> None:
    bare.types("plan", "import", str(file), "--yes")
    content = bytearray(bare.database.read_bytes())
    for place in range(8192, len(content) - 4096, 3000):
        content[place : place + 200] = b"\xaa" * 200
    bare.database.write_bytes(content)
    for words in (("summary",), ("invite", "市公安局"), ("backup", str(tmp_path / "copy.db"))):
        assert "表结构读不了" in bare.is_refused(*words)
    assert "✗ 数据库已损坏：表结构读不了" in bare.types("doctor").stdout
    assert "表结构读不了" in Terminal(tmp_path / "other.db").is_refused("restore", str(bare.database))
