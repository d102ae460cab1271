"""Evidence archives in parts, each with an index, and file names that cannot lead out of the folder."""

import csv
import io
from zipfile import ZipFile

import pytest

from data.errors import NothingToExport
from data.exports.archive import MOST_BYTES, Evidence, evidence_of, pack_archive, safe_name, split_evidence
from data.exports.ledger import ExportScope
from data.people.people import Person
from data.reporting.attachments import Attachment, attach_file
from data.store import Database
from tests.data.conftest import NOW, day, report, rows

pytestmark = pytest.mark.usefixtures("plan")
SCOPE, TODAY = ExportScope(day("2019-11-01"), day("2019-11-25")), day("2019-11-25")


@pytest.fixture
def files(db: Database, plan: None, liaison: Person) -> None:
    """Two reports with four files, two of them with equal content, and one whose bytes were not stored."""
    report(db, "1-1", "in_progress", "2019-11-05", 40)
    report(db, "1-2", "in_progress", "2019-11-20", 40)
    for number, (report_id, name, content) in enumerate(
        [(1, "../../etc/passwd", b"one"), (1, "现场|照片.jpg", b"two"), (2, "again.jpg", b"two"), (2, "gone.jpg", None)]
    ):
        attach_file(db, 7, liaison.id, Attachment("document", f"f{number}", name, "x", 3), content, f"m{number}", NOW)
        db.change("UPDATE attachments SET report_id = ? WHERE message_key = ?", [report_id, f"m{number}"])


def test_a_name_is_not_shown_turned_around() -> None:
    assert safe_name("照片\u202egpj.exe") == "照片gpj.exe"


def found(db: Database, task: str | None = None) -> list[Evidence]:
    ids = rows(db, "SELECT id FROM tasks WHERE code = ?", task)
    return evidence_of(db, SCOPE, TODAY, int(str(ids[0][0])) if ids else None)


@pytest.mark.usefixtures("files")
def test_each_file_stands_there_once_and_all_are_in_the_index(db: Database) -> None:
    with ZipFile(io.BytesIO(pack_archive(db, found(db), "zh"))) as packed:
        assert packed.testzip() is None
        assert sorted(packed.namelist()) == [
            "市公安局/1-1/20191105-001-passwd",
            "市公安局/1-1/20191105-002-现场_照片.jpg",
            "目录.csv",
        ]
        assert packed.read("市公安局/1-1/20191105-001-passwd") == b"one"
        index = list(csv.DictReader(packed.read("目录.csv").decode("utf-8-sig").splitlines()))
    assert [row["文件"] for row in index] == [
        "市公安局/1-1/20191105-001-passwd",
        "市公安局/1-1/20191105-002-现场_照片.jpg",
        "市公安局/1-1/20191105-002-现场_照片.jpg",
        "（未存原件，请在填报记录中查看）",
    ]
    assert [row["编号"] for row in index] == ["1-1", "1-1", "1-2", "1-2"]


@pytest.mark.usefixtures("files")
def test_one_task_and_the_reports_that_count_alone(db: Database) -> None:
    assert [each.name for each in found(db, "1-2")] == ["again.jpg", "gone.jpg"]
    db.change("UPDATE reports SET withdrawn_at = reported_at WHERE id = 2")
    assert [each.name for each in found(db)] == ["../../etc/passwd", "现场|照片.jpg"]
    with pytest.raises(NothingToExport):
        found(db, "1-2")


@pytest.mark.usefixtures("files")
def test_parts_keep_within_what_a_bot_may_send(db: Database) -> None:
    [first, *_] = found(db)
    many = [Evidence(n, first.report, "x", MOST_BYTES // 3, f"digest {n // 2}", "x") for n in range(10)]
    parts = split_evidence(many)
    assert [len(part) for part in parts] == [6, 4]
    assert [each for part in parts for each in part] == many
