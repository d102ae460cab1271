"""The documents: their format and their content."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run

from data.exports.documents.official import chinese_numeral
from data.exports.documents.passages import coming, section_name, work_of
from data.exports.files import ExportKind, contents_of
from data.exports.ledger import ExportScope, Ledger, TaskLine, ledger
from data.exports.texts import Language, days_words
from data.plan.indicators import ensure_indicators
from data.plan.units import find_unit
from data.store import Database
from tests.data.conftest import MARKET, POLICE, Line, bring_in, day, report, rows
from tests.data.exports.office import is_written_on, needs_office, pages_of, said

pytestmark = pytest.mark.usefixtures("plan")
FIRST, LAST = day("2019-11-01"), day("2019-11-25")
DOCUMENTS = (ExportKind.REPORT, ExportKind.BRIEF, ExportKind.DRAFT)


def of(db: Database, unit: str | None = None, sections: tuple[str, ...] | None = None) -> Ledger:
    ids = None if unit is None else (find_unit(db, unit).id,)
    return ledger(db, ExportScope(FIRST, LAST, ids, sections), LAST)


def write(db: Database, kind: ExportKind, found: Ledger, language: Language) -> bytes:
    [content] = contents_of(db, kind, found, language)
    return content


def tell(db: Database, code: str, on: str, note: str, unit: str = POLICE, obstacle: str = "") -> None:
    report(db, code, "blocked" if obstacle else "in_progress", on, 40, unit)
    db.change("UPDATE reports SET note = ?, obstacle = ? WHERE id = (SELECT max(id) FROM reports)", [note, obstacle])


def font_of(run: Run) -> str:
    """Return the font for Chinese characters."""
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    return str(fonts.get(qn("w:eastAsia")))


@pytest.fixture
def told(db: Database, plan: None) -> None:
    """Four reports of two units, with figures, one of them with an obstacle."""
    ensure_indicators(db)
    tell(db, "1-1", "2019-11-05", "排查线索12条。")
    tell(db, "1-1", "2019-11-20", "移送起诉\n3人；")
    [[report_id]] = rows(db, "SELECT max(id) FROM reports")
    assert isinstance(report_id, int)
    db.insert("report_figures", report_id=report_id, indicator="立案件数", value=7.0)
    tell(db, "1-2", "2019-11-21", "接口不通", MARKET, "需要办公室协调")


@pytest.mark.usefixtures("told")
def test_a_report_tells_what_was_done_is_blocked_and_comes_next(db: Database) -> None:
    text = said(write(db, ExportKind.REPORT, of(db), "zh"))
    assert text[:3] == ["测试工作进展情况报告", "（2019年11月1日至11月25日）", "一、总体情况"]
    assert text[3].startswith("截至2019年11月25日，《测试任务表》共4项任务、5项分工")
    assert "与2019年10月31日相比，办结没有变化，逾期增加1项。" in text[3]
    assert text[4].startswith("2019年11月1日至11月25日共收到填报3条，来自2个单位（上期0条）。主要数据：立案件数7件。")
    place = text.index("（一）集中整治")
    assert text[place + 1] == (
        "共3项分工，已办结0项，进行中1项，受阻1项，尚未填报1项；7天内到期1项。"
        "市公安局：排查线索12条（1-1）；移送起诉 3人（1-1，40%）。"
        "市市场监管局：接口不通（1-2，40%）。主要数据：立案件数7件。"
        "存在困难：市市场监管局 1-2 网络侵权盗版专项执法：需要办公室协调。"
        "下一步：30天内到期1项：1-1 昆仑行动打击食药环犯罪（市公安局，2019年12月2日）；协调解决受阻的1项；"
        "启动尚未填报的1项。"
    )
    assert text[place + 2] == "以下部分本期没有新的填报：宣传。"
    [table] = docx.Document(io.BytesIO(write(db, ExportKind.REPORT, of(db), "zh"))).tables
    assert [cell.text for cell in table.rows[1].cells] == [
        "2-2",
        "修订有关文件",
        "未明确单位",
        "2019-11-20",
        "5",
        "尚未填报",
    ]


@pytest.mark.usefixtures("told")
def test_what_comes_next_is_told_without_comparing_each_task_with_every_other(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(line: TaskLine, other: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(TaskLine, "__eq__", fails)
    assert coming(of(db).tasks, "zh") == (
        "抓紧办结逾期的1项；30天内到期1项：1-1 昆仑行动打击食药环犯罪（市公安局，2019年12月2日）；"
        "协调解决受阻的1项；启动尚未填报的2项。"
    )


@pytest.mark.usefixtures("told")
def test_a_unit_finds_all_that_it_has_said_in_its_draft(db: Database) -> None:
    text = said(write(db, ExportKind.DRAFT, of(db, POLICE), "zh"))
    assert text[0] == "市公安局测试工作总结"
    assert "排查线索12条（1-1）。移送起诉 3人（1-1，40%）。" in text
    assert "没有报告受阻的事项。" in text and text[-2:] == ["市公安局", "2019年11月25日"]
    assert not any("接口不通" in each for each in text)


@pytest.mark.usefixtures("told")
def test_a_brief_has_the_news_of_each_unit(db: Database) -> None:
    text = said(write(db, ExportKind.BRIEF, of(db), "zh"))
    assert text[:4] == ["测试", "工作简报", "第6期", "（发文单位）\t2019年11月25日"]
    assert "市公安局：排查线索12条（1-1）；移送起诉 3人（1-1，40%）。" in text
    assert text[-1].startswith("抓紧办结逾期的1项；7天内到期1项：")
    assert "市市场监管局 1-2 网络侵权盗版专项执法：需要办公室协调。" in text


def test_a_draft_goes_task_by_task_and_repeats_no_percent(db: Database) -> None:
    tell(db, "1-2", "2019-11-05", "开了会", POLICE)
    tell(db, "1-1", "2019-11-06", "查了3家，完成40%", POLICE)
    tell(db, "1-2", "2019-11-07", "接口通了", POLICE)
    told = of(db, POLICE)
    text = said(write(db, ExportKind.DRAFT, told, "zh"))
    assert "查了3家，完成40%（1-1）。开了会（1-2）。接口通了（1-2，40%）。" in text


def test_work_reported_without_words_is_told_by_its_title_and_figures(db: Database) -> None:
    ensure_indicators(db)
    tell(db, "1-1", "2019-11-05", "30%，召开部署会，完成30%。")
    report(db, "1-1", "in_progress", "2019-11-20", 60)
    [[report_id]] = rows(db, "SELECT max(id) FROM reports")
    db.insert("report_figures", report_id=report_id, indicator="立案件数", value=7.0)
    report(db, "1-2", "submitted", "2019-11-21", 100)
    draft = said(write(db, ExportKind.DRAFT, of(db, POLICE), "zh"))
    told = "召开部署会（1-1）。昆仑行动打击食药环犯罪：立案件数7件（1-1，60%）。网络侵权盗版专项执法（1-2，待审核）。"
    assert told in draft and not any("没有新的填报" in each for each in draft)
    brief = said(write(db, ExportKind.BRIEF, of(db), "zh"))
    assert f"市公安局：{told[:-1].replace('。', '；')}。" in brief
    db.change("UPDATE reports SET unchanged = 1, status = 'in_progress'")
    assert "市公安局：30%，召开部署会，完成30%（1-1，40%）；1-2本期没有变化。" in said(
        write(db, ExportKind.BRIEF, of(db), "zh")
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_raid_told_in_figures_is_not_lost_behind_a_report_of_no_news(db: Database, document: ExportKind) -> None:
    ensure_indicators(db)
    tell(db, "1-1", "2019-11-05", "印发行动方案，完成20%")
    report(db, "1-1", "in_progress", "2019-11-18", 50)
    [[report_id]] = rows(db, "SELECT max(id) FROM reports")
    db.insert("report_figures", report_id=report_id, indicator="立案件数", value=7.0)
    report(db, "1-1", "in_progress", "2019-11-25", 55)
    text = "".join(said(write(db, document, of(db, POLICE), "zh"))).replace("；", "。")
    assert "印发行动方案（1-1）。昆仑行动打击食药环犯罪：立案件数7件（1-1，55%）。" in text


def test_what_blocks_a_task_is_said_once(db: Database) -> None:
    tell(db, "1-2", "2019-11-21", "", MARKET, "没有经费")
    report_ = "".join(said(write(db, ExportKind.REPORT, of(db), "zh")))
    assert "尚未填报2项；7天内到期1项。存在困难：市市场监管局 1-2 网络侵权盗版专项执法：没有经费。" in report_
    draft = said(write(db, ExportKind.DRAFT, of(db, MARKET), "zh"))
    assert "与2019年10月31日相比，办结没有变化。" in draft[3] and draft[-3] == "协调解决受阻的1项。"


def test_the_picture_in_a_report_is_large_enough_to_be_read_in_print(db: Database) -> None:
    bring_in(db, Line("查案", units="、".join(f"第{n}局" for n in range(38))))
    pictures = docx.Document(io.BytesIO(write(db, ExportKind.REPORT, of(db), "zh"))).inline_shapes
    assert len(pictures) == 2 and all(each.width > Mm(120) for each in pictures)


def test_what_was_overdue_before_the_week_is_counted_in_the_brief_and_listed_in_the_report(db: Database) -> None:
    late = ledger(db, ExportScope(day("2019-11-21"), LAST, None, None), LAST)
    assert [line.state.code for line in late.overdue] == ["2-2"]
    brief, report_ = (
        docx.Document(io.BytesIO(write(db, kind, late, "zh"))) for kind in (ExportKind.BRIEF, ExportKind.REPORT)
    )
    assert len(brief.tables) == 1 and len(report_.tables) == 1
    week_after = ledger(db, ExportScope(day("2019-11-22"), LAST, None, None), LAST)
    content = write(db, ExportKind.BRIEF, week_after, "zh")
    assert docx.Document(io.BytesIO(content)).tables == []
    assert "本期没有新的逾期事项；此前逾期的还有1项，名单见工作进展情况报告。" in said(content)


def test_nothing_is_compared_with_days_before_the_plan(db: Database) -> None:
    [[issued]] = rows(db, "SELECT issued FROM plans")
    whole = ledger(db, ExportScope(day(str(issued)), LAST, None, None), LAST)
    text = "".join(said(write(db, ExportKind.REPORT, whole, "zh")))
    assert "共收到填报0条，来自0个单位。" in text
    assert "上期" not in text and "相比" not in text


@pytest.mark.usefixtures("told")
def test_sections_can_be_chosen(db: Database) -> None:
    text = said(write(db, ExportKind.REPORT, of(db, sections=("二、宣传",)), "zh"))
    assert text[1] == "（2019年11月1日至11月25日；宣传）"
    assert not any("集中整治" in each or "移送起诉" in each for each in text)


@pytest.mark.parametrize("document", [ExportKind.REPORT, ExportKind.BRIEF])
def test_without_any_report_it_says_so(db: Database, document: ExportKind) -> None:
    text = "".join(said(write(db, document, of(db), "zh")))
    assert "本期没有新的填报" in text


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_format_is_that_of_official_documents(db: Database, document: ExportKind) -> None:
    paper = docx.Document(
        io.BytesIO(write(db, document, of(db, POLICE if document is ExportKind.DRAFT else None), "zh"))
    )
    [section] = paper.sections
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size / Mm(1)) for size in sizes if size] == [210, 297, 37, 28]
    body = next(each for each in paper.paragraphs if "截至2019年11月25日" in each.text)
    form, [run] = body.paragraph_format, body.runs
    assert (form.line_spacing_rule, form.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(28))
    assert (run.font.size, form.first_line_indent) == (Pt(16), Pt(32))
    assert font_of(run) == "仿宋_GB2312"
    assert font_of(paper.paragraphs[0].runs[0]) == "方正小标宋简体"
    fonts = next(each.target_part.blob for each in paper.part.rels.values() if each.reltype.endswith("/fontTable"))
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in fonts.decode()
    assert "PAGE" in section.footer._element.xml and "PAGE" in section.even_page_footer._element.xml


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_is_written_in_english_too(db: Database, document: ExportKind) -> None:
    text = "\n".join(said(write(db, document, of(db, POLICE if document is ExportKind.DRAFT else None), "en")))
    assert "As of 25 Nov 2019, " in text and "cases filed 7" in text
    assert "1. " in text and "一、" not in text and ".Compared" not in text


def test_a_plan_may_have_a_title_longer_than_the_properties_of_a_file_hold(db: Database) -> None:
    title = "打击侵权假冒" * 50
    db.change("UPDATE plans SET title = ?", [title])
    assert any(title in line for line in said(write(db, ExportKind.REPORT, of(db), "zh")))


@pytest.mark.usefixtures("told")
def test_signs_that_break_a_file_are_left_out(db: Database) -> None:
    db.change("UPDATE reports SET note = 'a\x07b' || char(0) WHERE note <> ''")
    assert "市公安局：ab（1-1）；ab（1-1，40%）。" in said(write(db, ExportKind.BRIEF, of(db), "zh"))


@needs_office
@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("document", [ExportKind.REPORT, ExportKind.BRIEF])
def test_libreoffice_opens_it_and_prints_it(db: Database, tmp_path: Path, document: ExportKind) -> None:
    file = tmp_path / "文稿.docx"
    file.write_bytes(write(db, document, of(db), "zh"))
    pages = pages_of(file)
    assert len(pages) in (2, 3, 4) and all(map(is_written_on, pages))
    assert all(page.height > page.width for page in pages)


@pytest.mark.parametrize(
    ("first", "last", "language", "told"),
    [
        ("2019-11-01", "2019-11-30", "zh", "2019年11月"),
        ("2019-01-01", "2019-12-31", "zh", "2019年"),
        ("2019-10-01", "2019-12-31", "zh", "2019年第四季度"),
        ("2020-01-01", "2020-06-30", "zh", "2020年上半年"),
        ("2020-01-01", "2020-06-30", "en", "H1 2020"),
        ("2019-11-25", "2019-11-25", "zh", "2019年11月25日"),
        ("2019-11-01", "2019-11-25", "zh", "2019年11月1日至11月25日"),
        ("2019-11-01", "2020-01-25", "zh", "2019年11月1日至2020年1月25日"),
        ("2019-11-01", "2019-11-25", "en", "1 Nov to 25 Nov 2019"),
        ("2019-11-01", "2020-01-25", "en", "1 Nov 2019 to 25 Jan 2020"),
    ],
)
def test_spans_in_words(first: str, last: str, language: Language, told: str) -> None:
    assert days_words(day(first), day(last), language) == told


def test_names_of_the_work_and_of_sections() -> None:
    assert work_of("武汉市2019-2020年打击侵权假冒工作任务细化表") == "武汉市2019-2020年打击侵权假冒"
    assert work_of("年度任务") == "年度任务"
    assert [section_name(each) for each in ("十二、完善战略", "一体化推进", "宣传")] == [
        "完善战略",
        "一体化推进",
        "宣传",
    ]
    assert [chinese_numeral(number) for number in (1, 10, 11, 20, 44)] == ["一", "十", "十一", "二十", "四十四"]
