"""The commands liaison backup and liaison restore."""

import sqlite3
import stat
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

import data.store.database
from bot.upkeep.lock import locked
from data.people.people import add_person
from data.store import open_database
from tests.bot.cli.terminal import Terminal
from tests.fixtures import EARLY, LATER, database
from tests.journeys.town import OPENING, PLAN


@pytest.fixture
def backup(terminal: Terminal, tmp_path: Path) -> Path:
    """A backup with nobody on the roster; the database has gained a person since."""
    file = tmp_path / "backup.db"
    assert terminal.types("backup", str(file)).exit_code == 0
    with closing(open_database(terminal.database)) as db:
        add_person(db, "林警官", OPENING, 1002)
    return file


def test_a_backup_says_where_it_is_and_what_it_holds(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    result = terminal.types("backup", str(file))
    assert result.exit_code == 0
    size = f"{file.stat().st_size / 1_048_576:.1f}"
    assert result.stdout == f"已备份并核验：{file}（任务 230 项，人员 0 人，填报 0 条，{size} MB）\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_can_be_made_while_the_bot_runs(terminal: Terminal, tmp_path: Path) -> None:
    with locked(terminal.database):
        assert terminal.types("backup", str(tmp_path / "backup.db")).exit_code == 0


def test_a_backup_writes_over_nothing(terminal: Terminal, backup: Path) -> None:
    assert terminal.is_refused("backup", str(backup)) == f"{backup} 已经存在，不会覆盖；请换一个文件名。"
    assert "已经存在" in terminal.is_refused("backup", str(terminal.database))


def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    bare = Terminal(tmp_path / "new.db")
    line = bare.is_refused("backup", str(tmp_path / "backup.db"))
    assert line == f"没有数据库 {bare.database}，请检查 LIAISON_DB。"
    assert list(tmp_path.iterdir()) == []


def test_a_backup_where_nothing_can_be_written_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "backup.db"
    line = terminal.is_refused("backup", str(file), LC_ALL="en_GB.UTF-8")
    assert line == f"{file} cannot be written: no such file or folder; please check the path"
    assert terminal.is_refused("backup", str(file)) == f"{file} 写不了：没有这个文件或文件夹，请核对路径"


def test_a_backup_that_is_not_there_is_told_in_plain_words(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    assert terminal.is_refused("restore", str(file)) == f"{file} 读不了：文件打不开，请核对路径和权限"


def test_a_restore_goes_back_and_says_where_the_rest_is(terminal: Terminal, backup: Path) -> None:
    result = terminal.types("restore", str(backup))
    assert result.exit_code == 0
    restored, kept = result.stdout.splitlines()
    assert restored.startswith(f"{terminal.database} 已恢复（任务 230 项，人员 0 人，填报 0 条")
    assert kept == f"原来的数据库留在 {terminal.database.with_name('cli.before-restore-20191125T003000Z.db')}"
    assert "尚无联络员登记（37 家）" in terminal.types("summary").stdout


def test_what_was_kept_can_be_restored_in_turn(terminal: Terminal, backup: Path) -> None:
    terminal.types("restore", str(backup))
    kept = terminal.database.with_name("cli.before-restore-20191125T003000Z.db")
    assert "人员 1 人" in terminal.types("restore", str(kept), LIAISON_CLOCK="2019-11-25T08:31").stdout


def test_a_restore_is_refused_while_the_bot_runs(terminal: Terminal, backup: Path) -> None:
    before = terminal.database.read_bytes()
    with locked(terminal.database):
        line = terminal.is_refused("restore", str(backup))
    assert line == f"机器人正在使用 {terminal.database}：请先停止它，再恢复。什么都没有变。"
    assert terminal.database.read_bytes() == before


def test_a_restore_of_what_is_no_backup_changes_nothing(terminal: Terminal) -> None:
    before = terminal.database.read_bytes()
    assert terminal.is_refused("restore", str(PLAN)) == "这不是本机器人的数据库。"
    assert terminal.is_refused("restore", "nowhere.db").startswith("nowhere.db 读不了：")
    assert terminal.database.read_bytes() == before


def test_the_database_itself_is_no_backup_of_it(terminal: Terminal) -> None:
    before = terminal.database.read_bytes()
    assert terminal.is_refused("restore", str(terminal.database)) == (
        f"{terminal.database} 就是现在的数据库，没有恢复；请写备份文件。"
    )
    assert terminal.database.read_bytes() == before


def test_a_full_disk_is_told_in_one_line_and_nothing_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Terminal(tmp_path / "new.db")
    open_database(bare.database).close()
    assert bare.types("summary").exit_code == 1
    monkeypatch.setattr(data.store.database, "PRAGMAS", (*data.store.database.PRAGMAS, "PRAGMA max_page_count = 1"))
    result = bare.types("plan", "import", str(PLAN), "--yes")
    assert (result.exit_code, result.stderr) == (
        1,
        "磁盘已满，没有保存；已保存的内容都在。请腾出空间再试。\n",
    )
    assert bare.is_refused("summary") == "还没有任务表：请先运行 liaison plan import 文件。"


OF_TASK_WORDS = {f"task_words{part}" for part in ("", "_config", "_content", "_data", "_docsize", "_idx")}
MADE_OTHERWISE = {
    "return_revisions",
    "nudged_tasks",
    "nudged_returns",
    "return_nudges",
    "changed_words",
    "word_counts",
    *OF_TASK_WORDS,
}
"""Tables whose rows a later migration has moved to others (tests/data/store/test_schema_steps.py), or which only held
what the plan's texts say."""
DIALOGS, LAST_SHOWN = ("kind", "answers"), ("page_before", "page_after")
REWRITTEN = {
    *(("dialogs", each) for each in DIALOGS),
    *(("last_shown", each) for each in LAST_SHOWN),
    ("word_versions", "rules"),
}
"""Columns whose values are kept otherwise now, or no longer needed (tests/data/store/test_schema_steps.py)."""


@pytest.mark.parametrize("release", EARLY)
def test_a_backup_made_by_an_earlier_release_can_be_restored(tmp_path: Path, release: str) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(database(release))
    terminal = Terminal(tmp_path / "cli.db", "2019-12-24T09:01")
    assert "任务 12 项" in terminal.types("restore", str(old)).stdout
    state = terminal.gets("summary", "--json")
    assert [state[count] for count in ("total", "closed", "submitted", "blocked", "overdue")] == [40, 1, 3, 1, 2]
    assert "✓ 数据库完整，引用一致" in terminal.types("doctor").stdout


@pytest.mark.parametrize("release", LATER)
def test_a_backup_made_by_a_later_release_can_be_restored(tmp_path: Path, release: str) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(database(release))
    terminal = Terminal(tmp_path / "cli.db", "2019-12-03T09:01")
    assert "任务 111 项" in terminal.types("restore", str(old)).stdout
    assert "✓ 数据库完整，引用一致" in terminal.types("doctor").stdout


@pytest.mark.parametrize("release", LATER)
def test_a_restore_loses_no_row_of_any_table_that_a_later_release_had(tmp_path: Path, release: str) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(database(release))
    kept = {name: columns for name, columns in _columns(old).items() if name not in MADE_OTHERWISE}
    before = _rows_by_table(old, kept)
    terminal = Terminal(tmp_path / "cli.db", "2019-12-03T09:01")
    assert terminal.types("restore", str(old)).exit_code == 0
    after = _rows_by_table(terminal.database, kept)
    rewritten = {"audit", "outbox", "sqlite_sequence", "_sqlite_migrations"}
    assert [name for name in before if name not in rewritten and after.get(name) != before[name]] == []
    assert {name: len(after[name]) - len(before[name]) for name in ("audit", "outbox")} == {"audit": 1, "outbox": 0}


def _rows_by_table(file: Path, columns: Mapping[str, str]) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each table, limited to these columns."""
    with closing(sqlite3.connect(file)) as db:
        return {name: db.execute(f"SELECT {named} FROM {name}").fetchall() for name, named in columns.items()}


def _columns(file: Path) -> dict[str, str]:
    """Return the names of each table's columns that no migration rewrites, separated by commas."""
    with closing(sqlite3.connect(file)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: db.execute(f"SELECT name FROM pragma_table_info('{name}') ORDER BY cid") for name in names}
        return {
            name: ", ".join(f'"{column}"' for (column,) in cells if (name, column) not in REWRITTEN)
            for name, cells in found.items()
        }
