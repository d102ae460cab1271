"""Unreadable files are refused with a named problem before they can do harm."""

import io
import pickle
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from data import plan
from data.plan.files import limits
from data.plan.files.plan import read_plan
from data.plan.files.problems import (
    ActiveContent,
    Damaged,
    FileEmpty,
    FileProblem,
    FileTooLarge,
    HeaderMissing,
    NotCalculated,
    PasswordProtected,
    TooManyCells,
    TooManyRows,
    UnpacksTooLarge,
    WrongKind,
)
from data.plan.unit_names import UnitNames
from tests.data.plan.workbook_members import relations, with_member

OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HEADER = "任务名称,细化措施,完成时间,负责单位\n"


def refusal(content: bytes, filename: str = "plan.csv") -> FileProblem:
    with pytest.raises(FileProblem) as refused:
        read_plan(content, filename, date(2019, 10, 24), UnitNames(()))
    return refused.value


def workbook(*, far_cell: str = "A1", text: str = "任务") -> bytes:
    book, content = Workbook(), io.BytesIO()
    book.worksheets[0][far_cell] = text
    book.save(content)
    return content.getvalue()


def sheet_xml(rows: str, merged: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{merged}</worksheet>'.encode()


def test_a_table_with_a_broken_quote_is_never_read_as_prose() -> None:
    shipped = (Path(plan.__file__).parent / "shipped" / "wuhan-2019-2020.csv").read_bytes()
    broken = shipped + '一、其他,1. 其他,,,"查处,,2019年底,市公安局,\n'.encode()
    for name in ("plan.csv", "PLAN.CSV"):
        assert isinstance(refusal(broken, name), Damaged)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0\0"])
def test_an_empty_file(content: bytes) -> None:
    assert isinstance(refusal(content), FileEmpty)


@pytest.mark.parametrize(
    ("content", "filename", "found"),
    [
        (b"%PDF-1.7 ...", "plan.pdf", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "plan.csv", "image"),
        (b"\xff\xd8\xff\xe0\0", "plan.xlsx", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "plan.csv", "image"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "plan.xls", "xml"),
        (OFFICE_97, "plan.xls", "xls"),
        (OFFICE_97, "plan.doc", "doc"),
        (OFFICE_97, "plan.csv", "office"),
        (OFFICE_97 + "Workbook\0".encode("utf-16-le"), "plan.doc", "xls"),
        (OFFICE_97 + "PowerPoint Document\0".encode("utf-16-le"), "plan.xlsx", "ppt"),
        (b"Rar!\x1a\x07\x01\0", "plan.csv", "zip"),
        (b"\x1f\x8b\x08\0", "plan.csv", "zip"),
        (OFFICE_97 + "WordDocument".encode("utf-16-le"), "plan.doc", "doc"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "plan.xls", "html"),
        (b"MZ\x90\0\x03", "plan.csv", "binary"),
        (HEADER.encode(), "plan.md", "md"),
    ],
)
def test_another_kind_of_file_is_named(content: bytes, filename: str, found: str) -> None:
    assert refusal(content, filename) == WrongKind(found)


def test_a_word_document_is_known_by_what_it_holds() -> None:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(content.getvalue(), "plan.xlsx") == Damaged()


@pytest.mark.parametrize("content", [b"broken", b"\x01\0\x02", HEADER.encode()])
def test_what_is_no_document_but_is_named_so_is_damaged(content: bytes) -> None:
    assert refusal(content, "任务表.docx") == Damaged()


def test_a_workbook_with_a_password() -> None:
    protected = OFFICE_97 + "EncryptedPackage".encode("utf-16-le")
    encrypted = workbook().replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\x01")
    for content in (protected, encrypted):
        assert isinstance(refusal(content, "plan.xlsx"), PasswordProtected)


@pytest.mark.parametrize("content", [b"PK\x03\x04 and then nothing", workbook()[:-200]])
def test_a_broken_archive(content: bytes) -> None:
    assert refusal(content, "plan.xlsx") == Damaged()


def test_an_archive_that_says_its_parts_begin_before_it() -> None:
    content = workbook()
    offset = int.from_bytes(content[-6:-2], "little") + 4
    assert refusal(content[:-6] + offset.to_bytes(4, "little") + content[-2:], "plan.xlsx") == Damaged()


@pytest.mark.parametrize("member", ["xl/vbaProject.bin", "xl/embeddings/oleObject1.bin", "xl/activeX/activeX1.xml"])
def test_a_workbook_that_could_do_something(member: str) -> None:
    assert isinstance(refusal(with_member(workbook(), member, b"\0"), "plan.xlsx"), ActiveContent)


def test_a_document_whose_template_lies_elsewhere() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = f'<Relationships><Relationship Type="{kind}" Target="//x/y.dotm" TargetMode="External"/></Relationships>'
    content = with_member(workbook(), "word/_rels/settings.xml.rels", relation.encode())
    assert isinstance(refusal(content, "plan.xlsx"), ActiveContent)


@pytest.mark.parametrize(
    "kind",
    [
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/control",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/oleObject",
        "http://schemas.microsoft.com/office/2006/relationships/vba&#80;roject",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_could_do_something_is_known_whatever_its_part_is_called(kind: str, encoding: str) -> None:
    content = with_member(workbook(), "xl/_rels/other.xml.rels", relations(kind).encode(encoding))
    assert isinstance(refusal(content, "plan.xlsx"), ActiveContent)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_template_that_lies_elsewhere_is_known_however_that_is_written(encoding: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attached&#84;emplate"
    content = relations(kind, "https://x/y.dotm", "External").encode(encoding)
    refused = refusal(with_member(workbook(), "word/_rels/settings.xml.rels", content), "plan.xlsx")
    assert isinstance(refused, ActiveContent)


def test_the_figures_of_a_chart_are_no_harm() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
    content = with_member(workbook(), "xl/charts/_rels/chart1.xml.rels", relations(kind).encode())
    assert isinstance(refusal(content, "plan.xlsx"), HeaderMissing)


def test_entities_are_known_in_a_part_of_any_name() -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    refused = refusal(with_member(workbook(), "xl/worksheets/sheet9.bin", xml), "plan.xlsx")
    assert isinstance(refused, ActiveContent)


def test_a_drawing_with_a_document_type_is_no_harm() -> None:
    drawing = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'
    assert isinstance(refusal(with_member(workbook(), "xl/media/image1.svg", drawing), "plan.xlsx"), HeaderMissing)


def test_a_workbook_with_a_link_is_not_refused_for_it() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relation = f'<Relationships><Relationship Type="{kind}" Target="https://x" TargetMode="External"/></Relationships>'
    content = with_member(workbook(), "xl/worksheets/_rels/sheet9.xml.rels", relation.encode())
    assert isinstance(refusal(content, "plan.xlsx"), HeaderMissing)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_declares_entities(encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    broken = with_member(workbook(), "xl/worksheets/sheet1.xml", xml.encode(encoding))
    assert isinstance(refusal(broken, "plan.xlsx"), ActiveContent)


def test_a_workbook_that_declares_entities_and_could_be_read_all_the_same() -> None:
    with ZipFile(io.BytesIO(content := workbook())) as old:
        xml = old.read("docProps/core.xml")
    declared = b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml
    assert isinstance(refusal(with_member(content, "docProps/core.xml", declared), "plan.xlsx"), ActiveContent)


def test_a_workbook_with_broken_sheets() -> None:
    broken = with_member(workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>")
    assert refusal(broken, "plan.xlsx") == Damaged()


def calculated(cell: str) -> bytes:
    """A plan whose first deadline is a formula, stored as `cell`."""
    heading = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADER.strip().split(","))
    task = "".join(f'<c t="inlineStr"><is><t>{words}</t></is></c>' for words in ("一、整治", "查处"))
    rows = f'<row r="1">{heading}</row><row r="2">{task}{cell}<c t="inlineStr"><is><t>市公安局</t></is></c></row>'
    return with_member(workbook(), "xl/worksheets/sheet1.xml", sheet_xml(rows))


@pytest.mark.parametrize("empty", ["", "<v/>", "<v></v>"])
def test_a_formula_that_nobody_has_calculated_is_not_taken_for_an_empty_cell(empty: str) -> None:
    cell = f'<c r="C2"><f>DATE(2019,12,31)</f>{empty}</c>'
    assert refusal(calculated(cell), "plan.xlsx") == NotCalculated("C2")
    assert refusal(calculated(f'<c r="C2"><f t="shared" si="0"/>{empty}</c>'), "plan.xlsx") == NotCalculated("C2")


@pytest.mark.parametrize("result", ["2019年12月", ""])
def test_a_formula_with_a_result_is_read_as_that(result: str) -> None:
    cell = f'<c r="C2" t="str"><f>TEXT(A9,"")</f><v>{result}</v></c>'
    read = read_plan(calculated(cell), "plan.xlsx", date(2019, 10, 24), UnitNames(()))
    assert [each.deadline_text for each in read.rows] == [result]


def test_an_unclosed_quote_does_not_swallow_the_rest_of_the_file() -> None:
    assert refusal(f'{HEADER}一,"查处,2019年底,市公安局\n二,清查,2019年底,市公安局\n'.encode()) == Damaged(3)


def test_characters_of_no_known_encoding() -> None:
    assert refusal(b"\xff" * 20) == Damaged()


def test_no_headings_anywhere() -> None:
    assert isinstance(refusal("姓名,金额\n甲,3\n".encode()), HeaderMissing)


def test_a_roster_is_no_plan() -> None:
    assert isinstance(refusal("单位,姓名,备注\n市公安局,甲,新\n".encode()), HeaderMissing)


def test_a_file_over_five_megabytes() -> None:
    content = b"," * (limits.OF_TABLES.size + 1)
    assert refusal(content) == FileTooLarge(len(content), 5 * 1024 * 1024)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    found = refusal(with_member(workbook(), "xl/bomb.xml", bytes(51 * 1024 * 1024)), "plan.xlsx")
    assert isinstance(found, UnpacksTooLarge)
    assert found.size > found.most


def test_a_small_file_that_grows_more_than_a_hundredfold() -> None:
    assert isinstance(refusal(with_member(workbook(), "xl/bomb.xml", bytes(20_000_000)), "p.xlsx"), UnpacksTooLarge)


def test_more_than_ten_thousand_rows_of_text() -> None:
    assert refusal((HEADER + "一,查处,2019年底,市公安局\n" * 10_000).encode()) == TooManyRows(10_000)


def test_more_than_ten_thousand_rows_in_a_sheet() -> None:
    rows = "".join(f'<row r="{number}"/>' for number in range(1, 10_002))
    content = with_member(workbook(), "xl/worksheets/sheet1.xml", sheet_xml(rows))
    assert refusal(content, "plan.xlsx") == TooManyRows(10_000)


def test_a_cell_far_below_makes_too_many_rows() -> None:
    assert refusal(workbook(far_cell="A1048576"), "plan.xlsx") == TooManyRows(10_000)


def test_a_short_tag_that_merges_the_whole_sheet() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = with_member(workbook(), "xl/worksheets/sheet1.xml", sheet_xml('<row r="1"/>', merged))
    assert refusal(content, "plan.xlsx") == TooManyCells(limits.OF_TABLES.cells)


@pytest.mark.parametrize(
    "found",
    [FileEmpty(), FileTooLarge(6, 5), WrongKind("pdf"), Damaged(3), HeaderMissing(("unit",)), TooManyRows(5)],
)
def test_a_refusal_survives_the_way_between_processes(found: FileProblem) -> None:
    copy = pickle.loads(pickle.dumps(found))
    assert (type(copy), vars(copy)) == (type(found), vars(found))
