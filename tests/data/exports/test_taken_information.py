"""The brief prints the work information taken into it, section by section, with its pictures."""

import io
from pathlib import Path

import docx
import pytest
from PIL import Image

from data import dialogs
from data.exports.files import ExportKind, make_export
from data.exports.ledger import ExportScope
from data.exports.taken_information import LONGEST_SIDE, prepared_illustration, without_title
from data.information.information import Information, submit_information
from data.information.verdicts import edit_copy, take_information
from data.information.weeks import Week, brief_number, offered_weeks, week_of
from data.people.actor import Actor
from data.people.people import Person
from data.plan.files.problems import Damaged
from data.reporting.attachments import Attachment, attach_file
from data.store import Database
from tests.data.conftest import NOW, ZONE, day, rows
from tests.data.exports.office import is_written_on, needs_office, pages_of, said

pytestmark = pytest.mark.usefixtures("plan")
MONDAY, TODAY = day("2019-11-25"), day("2019-11-27")


def picture(width: int = 2000, height: int = 1500, colour: str = "steelblue") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG")
    return file.getvalue()


def sends(
    db: Database, person: Person, title: str, text: str, codes: tuple[str, ...] = (), files: tuple[bytes, ...] = ()
) -> Information:
    number = len(rows(db, "SELECT 1 FROM information")) + 1
    dialog = dialogs.open_dialog(db, person.id, "information", number, number, NOW)
    for place, content in enumerate(files):
        file = Attachment("photo", f"p{number}.{place}", "现场.jpg", "image/jpeg", len(content))
        attach_file(db, dialog.id, person.id, file, content, f"m{number}.{place}", NOW)
    ids = [int(str(found)) for code in codes for (found,) in rows(db, "SELECT id FROM tasks WHERE code = ?", code)]
    return submit_information(db, Actor(person, NOW, ZONE), dialog.id, person.speaks_for[0], title, text, ids)


def brief(db: Database, last: str = "2019-12-01", sections: tuple[str, ...] | None = None) -> bytes:
    [file] = make_export(db, ExportKind.BRIEF, ExportScope(MONDAY, day(last), None, sections), TODAY, "zh").files
    return file.content


@pytest.fixture
def taken(db: Database, plan: None, liaison: Person, coordinator: Person) -> None:
    """Three pieces taken into this week's brief, one into last week's, and one not decided on."""
    week = week_of(TODAY)
    pieces = [
        sends(db, liaison, "没有任务的一条", "只有一句话。"),
        sends(db, liaison, "宣传进校园", "第一段。\n第二段。", ("2-1",)),
        sends(db, liaison, "捣毁窝点", "抓获5人。", ("1-2", "2-1"), (picture(), b"no picture")),
    ]
    for each in pieces:
        take_information(db, Actor(coordinator, NOW, ZONE), each.id, week)
    take_information(
        db, Actor(coordinator, NOW, ZONE), sends(db, liaison, "上一期的", "旧闻。").id, Week(day("2019-11-18"))
    )
    sends(db, liaison, "还没有处理的", "新闻。")


@pytest.mark.usefixtures("taken")
def test_the_brief_has_what_was_taken_by_section_and_what_has_no_task_at_the_end(db: Database) -> None:
    text = said(brief(db))
    start, end = text.index("三、工作信息"), text.index("四、需要关注")
    assert text[start + 1 : end] == [
        "（一）集中整治",
        *("捣毁窝点", "抓获5人。", "现场", "（另有照片1张未能编入，请另补。）", "（市公安局供稿）"),
        "（二）宣传",
        *("宣传进校园", "第一段。", "第二段。", "（市公安局供稿）"),
        "（三）其他信息",
        *("没有任务的一条", "只有一句话。", "（市公安局供稿）"),
    ]
    assert len(docx.Document(io.BytesIO(brief(db))).inline_shapes) == 1


@pytest.mark.usefixtures("taken")
def test_of_a_section_alone_the_brief_has_only_its_own(db: Database) -> None:
    text = said(brief(db, sections=("二、宣传",)))
    assert "宣传进校园" in text and "捣毁窝点" not in text and "没有任务的一条" not in text


@pytest.mark.usefixtures("taken")
def test_the_brief_of_the_week_before_has_its_own(db: Database) -> None:
    [file] = make_export(db, ExportKind.BRIEF, ExportScope(day("2019-11-18"), day("2019-11-24")), TODAY, "en").files
    text = said(file.content)
    assert "上一期的" in text and "(市公安局)" in text and "捣毁窝点" not in text


def test_the_edited_copy_is_what_is_printed(db: Database, liaison: Person, coordinator: Person) -> None:
    sent = sends(db, liaison, "原题", "原文。")
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, week_of(TODAY))
    edit_copy(db, Actor(coordinator, NOW, ZONE), sent.id, "新题", "新文。")
    text = said(brief(db))
    assert {"新题", "新文。"} <= {*text} and "原文。" not in text
    edit_copy(db, Actor(coordinator, NOW, ZONE), sent.id, "原题", "原文。")
    assert "原文。" in said(brief(db))


def test_a_title_that_begins_the_text_is_printed_once_and_a_photo_without_words_has_no_caption(
    db: Database, liaison: Person, coordinator: Person
) -> None:
    sent = sends(db, liaison, "捣毁窝点三个", "捣毁窝点三个。抓获5人。", files=(picture(),))
    db.change("UPDATE attachments SET name = 'photo-7.jpg'")
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, week_of(TODAY))
    text = said(brief(db))
    start = text.index("捣毁窝点三个")
    assert text[start : start + 3] == ["捣毁窝点三个", "抓获5人。", "（市公安局供稿）"]
    assert without_title("捣毁窝点", "捣毁窝点三个。") == "捣毁窝点三个。"


def test_without_work_information_nothing_is_said_of_it(db: Database) -> None:
    assert not any("工作信息" in line for line in said(brief(db)))


def test_a_picture_is_printed_upright_small_and_without_what_was_noted_beside_it() -> None:
    turned = Image.new("RGB", (3000, 2000), "steelblue")
    noted = turned.getexif()
    noted[0x0112] = 6
    noted[0x010F] = "Camera of somebody"
    file = io.BytesIO()
    turned.save(file, "JPEG", exif=noted)
    ready = prepared_illustration(file.getvalue(), "a.jpg")
    printed = Image.open(io.BytesIO(ready.content))
    assert max(printed.size) == LONGEST_SIDE and round(ready.ratio, 2) == 1.5
    assert not printed.getexif() and b"somebody" not in ready.content


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff broken", b"%PDF-1.4"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Damaged):
        prepared_illustration(content, "a.jpg")


def test_weeks_begin_on_monday_and_number_from_the_day_of_issue() -> None:
    assert [each.monday.isoformat() for each in offered_weeks(TODAY)] == ["2019-11-25", "2019-11-18", "2019-12-02"]
    assert week_of(day("2019-12-01")).sunday == day("2019-12-01")
    issued = day("2019-10-24")
    assert [brief_number(issued, day(each)) for each in ("2019-10-21", "2019-10-27", "2019-11-25", "2019-12-01")] == [
        *(1, 1, 6, 6)
    ]


@needs_office
@pytest.mark.usefixtures("taken")
def test_it_opens_and_is_written_on_every_page(db: Database, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(brief(db))
    pages = pages_of(file)
    assert pages and all(map(is_written_on, pages))
