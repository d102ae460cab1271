"""Evidence of archived plans is moved out of the database without loss, and its place is stored."""

import csv
import hashlib
import stat
from pathlib import Path

import pytest

import data.exports.moved_evidence
from data.errors.store import BackupUnwritable, DiskFull
from data.exports.archive import evidence_of, pack_archive
from data.exports.ledger import ExportScope
from data.exports.moved_evidence import MovedEvidence, move_evidence
from data.people.people import Person
from data.reporting.attachments import Attachment, attach_file, bytes_kept, path_of_moved, stored_content
from data.store import Database
from tests.data.conftest import NOW, day, report, rows

pytestmark = pytest.mark.usefixtures("files")
ONE, TWO = b"one" * 5000, b"two" * 5000


@pytest.fixture
def files(db: Database, plan: None, liaison: Person) -> None:
    """Two reports with four files, two of them with equal content, and one whose bytes were not stored."""
    report(db, "1-1", "in_progress", "2019-11-05", 40)
    report(db, "1-2", "in_progress", "2019-11-20", 40)
    named = [(1, "../../etc/passwd", ONE), (1, "现场|\n照片.jpg", TWO), (2, "again.jpg", TWO), (2, "gone.jpg", None)]
    for number, (report_id, name, content) in enumerate(named):
        file = Attachment("document", f"f{number}", name, "x", len(content or b"x"))
        attach_file(db, 7, liaison.id, file, content, f"m{number}", NOW)
        db.change(
            "UPDATE attachments SET report_id = ?, draft_id = NULL WHERE message_key = ?", [report_id, f"m{number}"]
        )


@pytest.fixture
def ended(db: Database, files: None) -> None:
    """Archive the plan."""
    db.change("UPDATE plans SET ended_at = '2019-11-24T01:00:00+00:00'")


def moves(db: Database, folder: Path) -> MovedEvidence:
    return move_evidence(db, folder, NOW, "zh")


def lying(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their relative paths."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def indexed(folder: Path) -> list[dict[str, str]]:
    """Return the lines of the folder's index."""
    return [*csv.DictReader((folder / "目录.csv").read_text(encoding="utf-8-sig").splitlines())]


def test_nothing_of_the_current_plan_is_moved(db: Database, tmp_path: Path) -> None:
    assert moves(db, tmp_path / "out") == MovedEvidence(0, 0, shrunk=False)
    assert bytes_kept(db) == 30000


@pytest.mark.usefixtures("ended")
def test_each_file_of_a_former_plan_is_moved_once_and_the_database_becomes_smaller(
    db: Database, tmp_path: Path
) -> None:
    [(before,)] = rows(db, "PRAGMA page_count")
    assert moves(db, tmp_path / "deep" / "out") == MovedEvidence(2, 30000, shrunk=True)
    found = lying(tmp_path / "deep" / "out")
    found.pop("目录.csv")
    [first, second] = sorted(found)
    assert first.endswith("/市公安局/1-1/20191105-001-passwd") and found[first] == ONE
    assert second.endswith("/市公安局/1-1/20191105-002-现场__照片.jpg") and found[second] == TWO
    told = [
        (line["文件"], line["编号"], line["原文件名"], line["SHA-256"]) for line in indexed(tmp_path / "deep" / "out")
    ]
    assert told[0] == (first, "1-1", "../../etc/passwd", hashlib.sha256(ONE).hexdigest())
    assert [each[:2] for each in told[1:]] == [(second, "1-1"), (second, "1-2")]
    modes = {stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "deep").rglob("*") if each.is_file()}
    assert modes == {0o600} and stat.S_IMODE((tmp_path / "deep").stat().st_mode) == 0o700
    assert bytes_kept(db) == 0
    assert rows(db, "PRAGMA page_count") < [(before,)]
    assert rows(db, "SELECT action, json_extract(detail, '$.files') FROM audit WHERE action = 'move_evidence'") == [
        ("move_evidence", 2)
    ]


@pytest.mark.usefixtures("ended")
def test_what_is_moved_stays_known_and_where_it_lies_is_said(db: Database, tmp_path: Path) -> None:
    moves(db, tmp_path)
    assert rows(db, "SELECT name, attachments.size FROM attachments JOIN evidence USING (digest) ORDER BY id") == [
        ("../../etc/passwd", 15000),
        ("现场|\n照片.jpg", 15000),
        ("again.jpg", 15000),
    ]
    ids = {file_id: int(str(number)) for file_id, number in rows(db, "SELECT file_id, id FROM attachments")}
    place = path_of_moved(db, ids["f0"])
    assert place is not None and Path(place).read_bytes() == ONE
    assert (stored_content(db, ids["f0"]), path_of_moved(db, ids["f3"])) == (None, None)
    db.change("UPDATE plans SET ended_at = NULL")
    found = evidence_of(db, ExportScope(day("2019-11-01"), day("2019-11-25")), day("2019-11-25"), None)
    packed = pack_archive(db, found, "zh")
    assert place.encode() in packed and ONE not in packed


@pytest.mark.usefixtures("ended")
def test_the_files_of_work_information_are_moved_with_their_plan(db: Database, tmp_path: Path, liaison: Person) -> None:
    db.insert(
        "information",
        plan_id=1,
        unit_id=1,
        title="捣毁窝点",
        text="",
        source="dialog:9",
        sent_at="2019-11-20T02:00:00+00:00",
    )
    attach_file(db, 8, liaison.id, Attachment("photo", "new", "现场.jpg", "x", 5), b"photo", "m9", NOW)
    db.change("UPDATE attachments SET information_id = 1 WHERE message_key = 'm9'")
    assert moves(db, tmp_path / "out").files == 3
    [photo] = (tmp_path / "out").rglob("*现场.jpg")
    assert photo.parent.name == "工作信息" and photo.read_bytes() == b"photo"
    assert "捣毁窝点" in (tmp_path / "out" / "目录.csv").read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("ended")
def test_what_was_interrupted_goes_on_where_it_stopped(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def fails(place: Path, content: bytes, digest: str) -> None:
        if written:
            raise OSError(28, "No space left on device")
        written.append(place)
        place.parent.mkdir(parents=True)
        place.write_bytes(content)

    with monkeypatch.context() as broken, pytest.raises(Exception, match="No space left"):
        broken.setattr(data.exports.moved_evidence, "_write", fails)
        moves(db, tmp_path / "out")
    assert bytes_kept(db) == 15000
    assert moves(db, tmp_path / "out").files == 1
    assert len(lying(tmp_path / "out")) == 3
    assert rows(db, "SELECT json_extract(detail, '$.files') FROM audit WHERE action = 'move_evidence'") == [(1,), (1,)]


@pytest.mark.usefixtures("ended")
def test_an_index_that_could_not_be_written_is_written_by_the_next_move(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(headings: object, lines: object) -> bytes:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken, pytest.raises(DiskFull):
        broken.setattr(data.exports.moved_evidence, "as_csv", fails)
        moves(db, tmp_path / "out")
    assert (bytes_kept(db), len(lying(tmp_path / "out"))) == (0, 2)
    assert moves(db, tmp_path / "out") == MovedEvidence(0, 0, shrunk=True)
    assert len(indexed(tmp_path / "out")) == 3
    assert rows(db, "SELECT json_extract(detail, '$.files') FROM audit WHERE action = 'move_evidence'") == [(2,)]


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize("another_name", ["deep/../out", "link"])
def test_a_folder_by_another_name_is_the_same(db: Database, tmp_path: Path, liaison: Person, another_name: str) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "out")
    moves(db, tmp_path / another_name)
    attach_file(db, 8, liaison.id, Attachment("document", "new", "x.jpg", "x", 5), b"three", "m9", NOW)
    db.change("UPDATE attachments SET report_id = 2, draft_id = NULL WHERE message_key = 'm9'")
    assert moves(db, tmp_path / "out").files == 1
    assert len(indexed(tmp_path / "out")) == 4


@pytest.mark.usefixtures("ended")
def test_bytes_that_do_not_read_as_they_were_written_stay_in_the_database(db: Database, tmp_path: Path) -> None:
    db.change("UPDATE evidence SET content = x'00' WHERE content = ?", [TWO])
    with pytest.raises(BackupUnwritable, match="does not read as it was written"):
        moves(db, tmp_path)
    assert rows(db, "SELECT hex(content) FROM evidence WHERE moved_to IS NULL") == [("00",)]


@pytest.mark.usefixtures("ended")
def test_a_file_that_is_sent_again_after_it_was_moved_is_kept_again(
    db: Database, tmp_path: Path, liaison: Person
) -> None:
    moves(db, tmp_path)
    attach_file(db, 8, liaison.id, Attachment("document", "new", "x.jpg", "x", len(TWO)), TWO, "m9", NOW)
    assert bytes_kept(db) == 15000
    [(number,)] = rows(db, "SELECT id FROM attachments WHERE file_id = 'f1'")
    assert stored_content(db, int(str(number))) == TWO


@pytest.mark.usefixtures("ended")
def test_a_file_that_a_report_still_being_written_has_too_is_not_moved(
    db: Database, tmp_path: Path, liaison: Person
) -> None:
    attach_file(db, 8, liaison.id, Attachment("document", "new", "x.jpg", "x", len(TWO)), TWO, "m9", NOW)
    assert moves(db, tmp_path).files == 1


@pytest.mark.usefixtures("ended")
def test_a_folder_that_cannot_be_written_changes_nothing(db: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupUnwritable):
        moves(db, tmp_path / "file" / "out")
    assert bytes_kept(db) == 30000
