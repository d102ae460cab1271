"""Evidence: limits on its size, and each file stored once."""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import data.reporting.attachments
from data.errors.reporting import FilesTooBig, FileTooBig, TooManyFiles
from data.people.people import Person
from data.plan.files.limits import MEGABYTE
from data.reporting.attachments import (
    MOST_FILES_A_DAY,
    Attachment,
    Owner,
    attach_file,
    attached_files,
    copy_files_to_draft,
    detach_file,
    move_files_from_draft,
    stored_content,
    take_in_waiting_files,
    waiting_files,
)
from data.reporting.drafts import Draft
from data.store import Database, open_database
from tests.data.conftest import NOW, report, rows
from tests.fixtures import RELEASES, database

Add = Callable[..., None]


@pytest.fixture
def add(db: Database, draft: Draft, liaison: Person) -> Add:
    """A function with which the liaison sends a file for the draft, each in a message of its own."""
    sent: list[str] = []

    def adds(content: bytes = b"%PDF", size: int = 0, hours: int = 0, to: int = draft.id) -> None:
        sent.append("")
        file = Attachment("document", f"id-{len(sent)}", f"{len(sent)}.pdf", "application/pdf", size or len(content))
        attach_file(db, to, liaison.id, file, content, f"1002::{len(sent)}", NOW + timedelta(hours=hours))

    return adds


def evidence(db: Database) -> list[tuple[object, ...]]:
    return rows(db, "SELECT content FROM evidence")


def test_a_file_has_twenty_megabytes_at_most(add: Add) -> None:
    with pytest.raises(FileTooBig):
        add(size=20 * MEGABYTE + 1)


def test_a_report_has_ten_files_at_most(add: Add) -> None:
    for _ in range(10):
        add()
    with pytest.raises(TooManyFiles):
        add()


def test_the_files_of_a_report_have_sixty_megabytes_at_most(add: Add) -> None:
    for _ in range(3):
        add(size=20 * MEGABYTE)
    with pytest.raises(FilesTooBig) as refused:
        add()
    assert not refused.value.a_day


def test_a_person_has_a_limit_for_a_day_over_all_reports(add: Add) -> None:
    for number in range(MOST_FILES_A_DAY):
        add(to=1000 + number)
    with pytest.raises(TooManyFiles) as refused:
        add(to=999, hours=23)
    assert refused.value.a_day
    add(to=999, hours=24)


def test_the_megabytes_of_a_day_have_a_limit_too(add: Add) -> None:
    for number in range(15):
        add(to=1000 + number, size=20 * MEGABYTE)
    with pytest.raises(FilesTooBig) as refused:
        add()
    assert refused.value.a_day


def test_the_same_file_is_kept_once_and_goes_with_its_last_attachment(db: Database, draft: Draft, add: Add) -> None:
    add(b"same")
    add(b"same")
    assert evidence(db) == [(b"same",)]
    first, second = attached_files(db, Owner.DRAFT, draft.id)
    detach_file(db, draft.id, first.id)
    assert evidence(db) == [(b"same",)]
    detach_file(db, draft.id, second.id)
    assert evidence(db) == []


def test_what_is_carried_over_into_a_correction_is_kept_once(db: Database, draft: Draft, add: Add) -> None:
    report(db, "1-1", "in_progress", "2019-11-20")
    add(b"same")
    move_files_from_draft(db, draft.id, Owner.REPORT, 1)
    copy_files_to_draft(db, 1, 77)
    assert [each.name for each in attached_files(db, Owner.DRAFT, 77)] == ["1.pdf"]
    assert evidence(db) == [(b"same",)]


def test_where_all_files_have_come_to_their_limit_the_id_alone_is_kept(
    db: Database, draft: Draft, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(db, "1-1", "in_progress", "2019-11-20")
    monkeypatch.setattr(data.reporting.attachments, "MOST_BYTES_KEPT", 5)
    add(b"1234")
    add(b"56")
    move_files_from_draft(db, draft.id, Owner.REPORT, 1)
    assert [stored_content(db, each.id) for each in attached_files(db, Owner.REPORT, 1)] == [b"1234", None]


def test_what_waits_for_a_report_comes_in_as_far_as_there_is_room(
    db: Database, draft: Draft, liaison: Person, add: Add
) -> None:
    for number in range(4):
        file = Attachment("document", f"w{number}", f"w{number}.pdf", "application/pdf", 1)
        attach_file(db, None, liaison.id, file, b"%PDF", f"1002:w:{number}", NOW)
    for _ in range(8):
        add()
    take_in_waiting_files(db, liaison.id, draft.id, NOW)
    assert len(attached_files(db, Owner.DRAFT, draft.id)) == 10
    assert [each.name for each in waiting_files(db, liaison.id, NOW)] == ["w2.pdf", "w3.pdf"]


def test_what_waits_and_is_too_large_for_a_report_still_waits(
    db: Database, draft: Draft, liaison: Person, add: Add
) -> None:
    attach_file(db, None, liaison.id, Attachment("document", "w", "w.pdf", "", 20 * MEGABYTE), None, "1002:w:0", NOW)
    for _ in range(2):
        add(size=20 * MEGABYTE)
    add()
    take_in_waiting_files(db, liaison.id, draft.id, NOW)
    assert len(attached_files(db, Owner.DRAFT, draft.id)) == 3
    assert [each.name for each in waiting_files(db, liaison.id, NOW)] == ["w.pdf"]


@pytest.mark.parametrize("release", RELEASES)
def test_the_files_of_earlier_releases_are_all_there(tmp_path: Path, release: str) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(database(release))
    with closing(open_database(path)) as db:
        files = db.fetch_all("SELECT evidence.size, content FROM attachments JOIN evidence USING (digest)")
        assert len(files) == len(db.fetch_all("SELECT id FROM attachments")) > 0
        assert {len(each["content"]) == each["size"] for each in files} == {True}
