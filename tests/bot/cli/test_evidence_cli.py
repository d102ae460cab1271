"""The command liaison evidence move."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.upkeep.lock import locked
from data.people.people import Role, add_membership, add_person
from data.plan.units import find_unit
from data.reporting.attachments import Attachment, attach_file
from data.reporting.drafts import open_draft
from data.standing.standing import Status
from data.store import open_database
from tests.bot.cli.terminal import Terminal
from tests.journeys.town import OPENING


@pytest.fixture
def archived(terminal: Terminal) -> None:
    """A report with a photo, in a plan that has been archived."""
    with closing(open_database(terminal.database)) as db:
        person = add_person(db, "林警官", OPENING, 1002)
        add_membership(db, person, Role.LIAISON, find_unit(db, "市公安局").id)
        draft = open_draft(db, person, 1, 1, OPENING)
        attach_file(db, draft.id, person, Attachment("photo", "f", "现场.jpg", "", 3), b"jpg", "m", OPENING)
        db.change(
            """INSERT INTO reports (assignment_id, person_id, status, percent, note, source, reported_at)
            VALUES (1, ?, ?, 40, '', 's', ?)""",
            [person, Status.IN_PROGRESS, OPENING.isoformat()],
        )
        db.change("UPDATE attachments SET report_id = 1")
        db.change("UPDATE plans SET ended_at = ?", [OPENING.isoformat()])


@pytest.mark.usefixtures("archived")
def test_the_files_of_an_archived_plan_are_moved_and_that_is_said(terminal: Terminal, tmp_path: Path) -> None:
    result = terminal.types("evidence", "move", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        f"已移出 1 个文件（0.0 MB）到 {tmp_path / 'out'}，目录也在那里；名称、大小和校验值仍在数据库里。\n"
    )
    [photo] = (tmp_path / "out").rglob("*现场.jpg")
    assert photo.read_bytes() == b"jpg"


def test_without_an_archived_plan_it_is_said_how_to_get_one(terminal: Terminal, tmp_path: Path) -> None:
    result = terminal.types("evidence", "move", str(tmp_path / "out"))
    assert (result.exit_code, "发 /plans 可以归档" in result.stdout) == (0, True)


def test_while_the_bot_runs_nothing_is_moved(terminal: Terminal, tmp_path: Path) -> None:
    with locked(terminal.database):
        line = terminal.is_refused("evidence", "move", str(tmp_path / "out"))
    assert line == f"机器人正在使用 {terminal.database}：请先停止它，再移出。什么都没有变。"


def test_without_a_database_none_is_made(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "none.db")
    assert "没有数据库" in terminal.is_refused("evidence", "move", str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "写不了" in terminal.is_refused("evidence", "move", str(tmp_path / "file" / "out"))
