"""Files that could harm whoever opens them are refused with a sentence in every room that takes files, and not
stored."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.data.plan.workbook_members import relations, with_member
from tests.journeys.files_sent import sends_pdf, word_document
from tests.journeys.information.articles import begins_article
from tests.journeys.reporting.reports_made import to_the_evidence
from tests.journeys.town import Resident, Town

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = word_document("查处一起", "今天查处一起。")
OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def hidden(kind: str, mode: str = "Internal") -> bytes:
    """Return a document with a relation of some kind behind an innocent part name."""
    return with_member(WORDS, "word/_rels/settings.xml.rels", relations(f"{RELATION}/{kind}", mode=mode).encode())


def archive_of(**parts: bytes) -> bytes:
    """Return an archive of parts; __ in their names stands for /."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def main_part_renamed() -> bytes:
    """Return a document with macros whose main part has an unusual name."""
    relation = relations(f"{RELATION}/vbaProject").encode()
    return archive_of(**{"[Content_Types].xml": b"<Types/>", "a__b.xml": b"<x/>", "a___rels__b.xml.rels": relation})


def bomb() -> bytes:
    """Return an archive that unpacks to more than a hundred times its size."""
    return archive_of(a=bytes(5_000_000))


HARMFUL = {
    "macro": with_member(WORDS, "word/vbaProject.bin", b"\0"),
    "object": with_member(WORDS, "word/embeddings/oleObject1.bin", b"\0"),
    "hidden macro": hidden("vbaProject"),
    "template": hidden("attachedTemplate", "External"),
    "entities": with_member(WORDS, "docProps/custom.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    "other names": main_part_renamed(),
    "open document": archive_of(**{"META-INF__manifest.xml": b"<x/>", "Basic__script-lc.xml": b"<x/>"}),
    "bomb": bomb(),
    "program": b"MZ\x90\0" + bytes(100),
    "packed program": archive_of(**{"材料__照片.jpg.EXE": b"x"}),
    "old macro": OFFICE_97 + "_VBA_PROJECT".encode("utf-16-le") + bytes(500),
}
TOLD = "“材料.docx”没有收：里面有宏、程序、嵌入的对象或外部模板，或者解开后过大。请另存为 PDF，或去掉这些内容再发。"


async def out_of_the_blue(lin: Resident) -> None:
    """Let the liaison have no dialog open."""
    await lin.says("/help")


@pytest.mark.parametrize(
    ("begins", "caption"),
    [
        (to_the_evidence, ""),
        (begins_article, ""),
        (out_of_the_blue, ""),
        (out_of_the_blue, "报工作信息：捣毁一处窝点"),
        (out_of_the_blue, "1-2 进行中 30%"),
    ],
    ids=["evidence", "information", "waiting", "begins information", "begins a report"],
)
async def test_a_harmful_file_is_refused_in_a_sentence_and_nothing_is_kept(
    town: Town, lin: Resident, begins: Callable[[Resident], Awaitable[None]], caption: str
) -> None:
    await begins(lin)
    for kind, content in HARMFUL.items():
        await sends_pdf(lin, "材料.docx", caption, content)
        assert any(TOLD in each for each in lin.heard()[-2:]), (kind, lin.heard()[-3:])
    assert town.rows("SELECT * FROM attachments") == town.rows("SELECT * FROM evidence") == []


@pytest.mark.parametrize("caption", ["加到刚才那个", "1-2 已完成", "1-2 签到表"])
async def test_a_report_is_opened_only_once_its_file_is_accepted(town: Town, lin: Resident, caption: str) -> None:
    await lin.submits("1-2 完成60%，开了会")
    assert TOLD in await sends_pdf(lin, "材料.docx", caption, HARMFUL["macro"])
    assert town.rows("SELECT * FROM dialogs WHERE state = 'open'") == []


async def test_the_open_report_stays_open_where_a_file_for_another_task_is_refused(town: Town, lin: Resident) -> None:
    await lin.says("2-3 完成40%，开了会")
    await sends_pdf(lin, "材料.docx", "1-2 已完成", HARMFUL["macro"])
    assert any(TOLD in each for each in lin.heard()[-2:])
    assert "已提交" in await lin.says("提交")
    assert town.rows("SELECT percent FROM reports") == [{"percent": 40}]


@pytest.mark.parametrize("name", ["照片.exe", "照片.jpg.LNK", "开票.bat", "说明.js", "说明.exe. "])
async def test_what_runs_when_it_is_opened_is_refused_by_its_name(town: Town, lin: Resident, name: str) -> None:
    await to_the_evidence(lin)
    assert "程序" in await sends_pdf(lin, name, content=b"x")
    assert town.rows("SELECT name FROM attachments") == []


@pytest.mark.parametrize("content", [hidden("hyperlink", "External"), b"PK\x03\x04 broken", b"%PDF", WORDS])
async def test_links_and_what_nobody_can_open_are_no_harm(town: Town, lin: Resident, content: bytes) -> None:
    await to_the_evidence(lin)
    await sends_pdf(lin, "材料.docx", content=content)
    assert town.rows("SELECT name FROM attachments") == [{"name": "材料.docx"}]


async def test_in_english_it_is_told_what_to_do_as_well(grace: Resident) -> None:
    told = await sends_pdf(grace, "x.docm", content=HARMFUL["macro"])
    assert told.startswith("“x.docm” was not accepted: it contains macros") and "Please save it as a PDF" in told
