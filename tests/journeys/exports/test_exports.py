"""Exports (导出) in the chat: pictures, workbooks and documents, of the own unit for a liaison, of the whole plan for
the office."""

import asyncio
import csv
import io
import threading
from collections.abc import Sequence
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from bot import process
from data.exports import archive
from data.exports.files import ExportedFiles, make_export
from data.exports.ledger import Ledger
from data.store import transaction
from handlers.exports import sending
from tests.journeys.files_received import content_of, files_received, text_of
from tests.journeys.files_sent import sends_pdf
from tests.journeys.reporting.reports_made import to_the_evidence
from tests.journeys.town import Resident, Town


@pytest.fixture(autouse=True)
def waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the files of an export, however busy the machine is."""
    monkeypatch.setattr(sending, "PATIENCE", 60)


def sheet_of(town: Town, person: Resident, name: str) -> Sequence[Sequence[Any]]:
    book = load_workbook(io.BytesIO(content_of(town, files_received(person)[-1].media)))
    return list(book[name].iter_rows(values_only=True))


async def test_a_liaison_exports_the_own_units_workbook_and_a_draft(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "60%", "移送起诉11人")
    assert "导出 · 市公安局 · 11月\n" in await lin.says("导出")
    assert lin.buttons()[:4] == ["图", "表格", "文档", "佐证材料"]
    assert "选任务名称" not in lin.buttons() and "✓ 本月" in lin.buttons()
    await lin.presses("表格")
    [sent] = files_received(lin)
    assert sent.text == "台账 · 市公安局 · 11月1日至11月25日"
    assert sent.media is not None and sent.media.name == "台账_市公安局_20191101-20191125.xlsx"
    tasks = sheet_of(town, lin, "任务")
    assert len(tasks) == 3 + 8 and {row[2] for row in tasks[3:]} == {"市公安局"}
    await lin.presses("文档")
    assert "市公安局测试工作总结\n（2019年11月1日至11月25日）" in text_of(town, lin)
    assert "移送起诉11人（1-2，60%）。" in text_of(town, lin)


async def test_what_a_sentence_names_is_sent_at_once(town: Town, lin: Resident, chen: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(year=2019, month=12, day=2)
    await lin.says("导出11月台账")
    assert files_received(lin)[-1].text == "台账 · 市公安局 · 11月"
    await chen.says("导出11月台账")
    assert files_received(chen)[-1].text == "台账 · 全部单位 · 11月"
    await chen.says("把公安局的台账发我")
    assert files_received(chen)[-1].text == "台账 · 市公安局 · 11月1日至12月2日"


@pytest.mark.parametrize("said", ["11月各单位数据出个表", "本月各单位情况做个表"])
async def test_a_table_of_figures_is_made(chen: Resident, said: str) -> None:
    await chen.says(said)
    assert files_received(chen)[-1].text == "台账 · 全部单位 · 11月1日至11月25日"


@pytest.mark.parametrize("said", ["给领导发一份本月情况 word 和图都要", "11月工作情况报告 还有各单位一览图"])
async def test_both_kinds_that_are_asked_for_are_sent(chen: Resident, said: str) -> None:
    await chen.says(said)
    *pictures, report = files_received(chen)
    assert len(pictures) == 3 and pictures[0].text == "进展图 · 全部单位 · 11月1日至11月25日"
    assert report.text.startswith("工作进展情况报告 · 全部单位 · 11月1日至11月25日")


async def test_asked_to_write_a_report_it_writes_a_draft_of_the_unit(town: Town, lin: Resident) -> None:
    assert "导出 · 市公安局" in await lin.says("帮我写个汇报")
    await lin.presses("上月")
    assert "导出 · 市公安局 · 10月" in lin.sees() and "✓ 上月" in lin.buttons()
    await lin.presses("文档")
    assert "（2019年10月）" in text_of(town, lin)


async def test_the_office_has_pictures_and_a_choice_of_documents(town: Town, gu: Resident, lin: Resident) -> None:
    await lin.submits("1-2 60% 立案3起 抓获5人")
    assert "导出 · 全部单位" in await gu.says("/export")
    await gu.presses("图")
    album = files_received(gu)
    assert len(album) == 3 and {each.media.kind for each in album if each.media} == {"photo"}
    assert album[0].text == "进展图 · 全部单位 · 11月1日至11月25日"
    assert "要哪一种文档？" in await gu.presses("文档")
    await gu.presses("工作简报")
    assert files_received(gu)[-1].text.startswith("工作简报 · 全部单位 · 11月19日至11月25日")
    await gu.presses("工作进展情况报告")
    assert "测试工作进展情况报告\n（2019年11月1日至11月25日）" in text_of(town, gu)
    assert "导出 · 全部单位" in await gu.presses("返回")


async def test_a_sentence_may_name_a_section_and_a_brief_is_of_a_week(chen: Resident) -> None:
    await chen.says("导出第一部分的台账")
    assert files_received(chen)[-1].text == "台账 · 全部单位 · 一、强化重点领域集中整治 · 11月1日至11月25日"
    await chen.says("帮我出个简报")
    assert files_received(chen)[-1].text.startswith("工作简报 · 全部单位 · 上周")
    await chen.says("出周报")
    assert files_received(chen)[-1].text.startswith("工作简报 · 全部单位 · 上周") and len(files_received(chen)) == 3
    await chen.says("做一份公安局的汇报")
    assert files_received(chen)[-1].text.startswith("工作总结初稿 · 市公安局")
    await chen.says("出简报 11月25日到12月1日")
    assert "编到今天为止；到2019年12月1日" in files_received(chen)[-1].text


async def test_a_brief_of_a_month_gone_by_is_asked_for_by_its_name(town: Town, chen: Resident) -> None:
    await town.move_to("2019-12-06 10:00")
    await chen.says("11月简报")
    assert files_received(chen)[-1].text.startswith("工作简报 · 全部单位 · 11月24日至11月30日")


async def test_sections_can_be_chosen_and_left_out_again(town: Town, chen: Resident) -> None:
    await chen.says("/export")
    await chen.presses("选任务名称", "二、")
    assert "✓ 二、加强部门间执法协作" in chen.buttons()
    await chen.presses("一、", "✓ 二、", "返回")
    assert "只含：一、强化重点领域集中整治" in chen.sees()
    await chen.presses("表格")
    assert {row[10] for row in sheet_of(town, chen, "任务")[3:]} == {"一、强化重点领域集中整治"}


async def test_one_unit_can_be_exported_by_the_office(town: Town, chen: Resident) -> None:
    await chen.says("/export 市公安局")
    assert "导出 · 市公安局" in chen.sees()
    await chen.presses("文档", "工作总结")
    assert text_of(town, chen).startswith("市公安局测试工作总结")


async def test_the_evidence_comes_as_one_file_with_an_index(
    town: Town, lin: Resident, zhou: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_the_evidence(lin)
    await sends_pdf(lin, "现场/照片.pdf")
    await sends_pdf(lin, "=总结.pdf", content=b"%PDF" + bytes(5000))
    await lin.presses("下一步", "提交")
    await lin.says("/export")
    await lin.presses("佐证材料")
    [sent] = files_received(lin)
    assert sent.text == "佐证材料 · 市公安局 · 11月1日至11月25日"
    with ZipFile(io.BytesIO(content_of(town, sent.media))) as packed:
        index, *names = sorted(packed.namelist(), reverse=True)
        assert sorted(names) == ["市公安局/1-2/20191125-001-照片.pdf", "市公安局/1-2/20191125-002-=总结.pdf"]
        rows = list(csv.DictReader(packed.read("目录.csv").decode("utf-8-sig").splitlines()))
    assert index == "目录.csv" and [row["编号"] for row in rows] == ["1-2", "1-2"]
    assert rows[1]["原文件名"] == "'=总结.pdf"
    monkeypatch.setattr(archive, "MOST_BYTES", 6000)
    await lin.presses("佐证材料")
    assert [each.text for each in files_received(lin)[1:]] == [
        "佐证材料（1/2）· 市公安局 · 11月1日至11月25日",
        "佐证材料（2/2）· 市公安局 · 11月1日至11月25日",
    ]
    await lin.says("导出1-2的佐证材料")
    assert files_received(lin)[-1].text == "佐证材料（2/2）· 市公安局 · 10月24日至11月25日"
    await zhou.says("/export")
    assert "没有可导出的内容" in await zhou.presses("佐证材料")


async def test_what_cannot_be_exported_is_said_in_a_sentence(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("/export")
    unit = town.rows("SELECT id FROM units WHERE name = '市市场监管局'")[0]["id"]
    assert "市市场监管局" in await lin.forges(f"export:xlsx:20191101:20191125:u{unit}")
    assert "起止日期反了" in await lin.forges("export:xlsx:20191125:20191101")
    assert "还没有到" in await lin.forges("export:xlsx:20191201:20191231")
    assert "任务表是2019年10月24日印发的" in await lin.forges("export:docx:20190901:20190930")
    assert "过时" in await lin.forges("export:xlsx:20191101:20191125:m3.0000")
    assert "过时" in await lin.forges("export:xlsx:20191131:20191125")
    assert "没有“火星局”这个单位" in await chen.says("/export 火星局")
    assert files_received(lin) == []


async def test_nobody_waits_for_a_large_export(
    town: Town, lin: Resident, chen: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While thousands of reports are exported, everybody is answered, including the person who exports."""
    answered = threading.Event()

    def makes(*args: Any) -> ExportedFiles:
        assert answered.wait(60)
        return make_export(*args)

    monkeypatch.setattr(sending, "PATIENCE", 0.05)
    monkeypatch.setattr(sending, "make_export", makes)
    with transaction(town.db):
        town.db.conn.execute(
            """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO reports (assignment_id, status, percent, note, source, reported_at)
            SELECT 1 + i % (SELECT count(*) FROM assignments), 'in_progress', i % 100, '检查了' || i || '家',
                'bulk' || i, '2019-11-' || printf('%02d', 1 + i % 24) || 'T02:00:00+00:00' FROM n"""
        )
    await chen.says("/export")
    assert "正在生成" in await chen.presses("表格")
    await chen.says("/export")
    assert "上一个文件还在生成" in await chen.presses("表格")
    assert "共 8 项" in await lin.says("我的任务")
    assert "汇总" in await chen.says("/summary")
    assert files_received(chen) == []
    answered.set()
    while not files_received(chen):
        await asyncio.sleep(0.05)
    with ZipFile(io.BytesIO(content_of(town, files_received(chen)[-1].media))) as book:
        assert book.read("xl/worksheets/sheet2.xml").count(b"<row ") == 5_003
    while any("正在生成" in text for text in chen.heard()):
        await asyncio.sleep(0.05)


async def test_a_long_export_that_a_restart_breaks_off_is_told_of(
    town: Town, chen: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()

    def waits(*args: object) -> ExportedFiles:
        released.wait(60)
        raise ZeroDivisionError

    monkeypatch.setattr(sending, "PATIENCE", 0)
    monkeypatch.setattr(sending, "make_export", waits)
    monkeypatch.setattr(process, "GRACE", 0.05)
    assert "正在生成" in await chen.says("导出台账 市公安局")
    await town.restart()
    released.set()
    await town.move_to("2019-11-25 08:31")
    told = "下面这些收到了，但没能答复您：\n08:30　导出台账 市公安局\n请发 /summary 看现在的情况，还缺的再发一次。"
    assert told in "\n".join(chen.heard())


async def test_a_long_export_that_has_come_is_not_told_of(
    town: Town, chen: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "PATIENCE", 0)
    await chen.says("导出台账 市公安局")
    while not files_received(chen) or town.rows("SELECT * FROM outbox WHERE letter = 'unanswered'"):
        await asyncio.sleep(0.05)
    await town.restart()
    await town.move_to("2019-11-25 10:00")
    assert "没能答复" not in "\n".join(chen.heard())


async def test_a_long_export_that_fails_says_so(chen: Resident, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> Ledger:
        raise ZeroDivisionError

    monkeypatch.setattr(sending, "PATIENCE", 0)
    monkeypatch.setattr(sending, "make_export", fails)
    await chen.says("/export")
    await chen.presses("表格")
    while "没有做成" not in chen.sees():
        await asyncio.sleep(0.05)
    assert not any("正在生成" in text for text in chen.heard())


async def test_deputies_and_english_readers_export_too(town: Town, wu: Resident, grace: Resident) -> None:
    await wu.says("导出")
    assert "导出 · 市市场监管局" in wu.sees()
    await grace.says("/export")
    assert grace.buttons()[:4] == ["Pictures", "Workbook", "Document", "Evidence"]
    await grace.presses("Document")
    assert "Summary of work" in text_of(town, grace)


@pytest.mark.parametrize(
    ("words", "whose", "days"),
    [("本周", "全部单位", "本周"), ("10月 市公安局", "市公安局", "10月"), ("市公安局", "市公安局", "11月")],
)
async def test_what_is_named_behind_the_command_is_chosen(chen: Resident, words: str, whose: str, days: str) -> None:
    head = (await chen.says(f"/export {words}")).splitlines()[0]
    assert f"导出 · {whose}" in head and days in head


async def test_a_brief_of_more_than_a_week_says_that_it_is_of_the_last(town: Town, chen: Resident) -> None:
    await town.move_to("2019-12-02 10:00")
    await chen.says("出简报 11月20日到11月30日")
    told = files_received(chen)[-1].text
    assert told.startswith("工作简报 · 全部单位 · 11月24日至11月30日") and "11月20日至11月30日里编的是最后一周" in told


async def test_what_is_made_already_is_not_made_again(lin: Resident) -> None:
    await lin.says("做了总结")
    assert files_received(lin) == []


@pytest.mark.parametrize("said", ["迟报的名单发我一份", "逾期名单发我一份"])
async def test_a_list_that_is_asked_for_is_shown_instead_of_the_menu(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 7 项 · 已逾期")


async def test_a_document_called_after_a_period_is_of_that_period(town: Town, lin: Resident, chen: Resident) -> None:
    await town.move_to("2019-12-31 10:00")
    for said, days in [("年度总结导出", "2019年"), ("导出季度报告", "2019年第四季度"), ("导出总结", "12月")]:
        await lin.says(said)
        assert files_received(lin)[-1].text.startswith(f"工作总结初稿 · 市公安局 · {days}。")
    await town.move_to("2020-01-10 10:00")
    await chen.says("出一份年度工作总结")
    assert files_received(chen)[-1].text.startswith("工作进展情况报告 · 全部单位 · 2019年。")


@pytest.mark.parametrize("said", ["明天领导要听汇报，给我准备一下", "后天要汇报，准备个材料"])
async def test_a_day_ahead_says_when_a_document_is_needed(chen: Resident, said: str) -> None:
    assert "工作进展情况报告 · 全部单位 · 11月1日至11月25日" in await chen.says(said)
    assert "还没有到" in await chen.says("导出下个月的台账")


@pytest.mark.parametrize(
    "said",
    ["10月1日至11月25日的进展报告", "要一份10月到11月的工作进展报告", "给我10月到现在的进展情况报告"],
)
async def test_a_report_that_is_named_with_its_days_is_made(town: Town, chen: Resident, said: str) -> None:
    assert "工作进展情况报告 · 全部单位 · 10月1日至11月25日" in await chen.says(said)


@pytest.mark.parametrize("said", ["给领导写个11月的小结", "麻烦写一份11月的工作总结"])
async def test_a_report_that_is_to_be_written_is_a_document(town: Town, chen: Resident, said: str) -> None:
    assert "工作进展情况报告 · 全部单位 · 11月1日至11月25日" in await chen.says(said)


@pytest.mark.parametrize("said", ["进展报告", "11月进展情况", "11月小结"])
async def test_how_things_stand_is_told_without_a_document(town: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("汇总")


async def test_whether_a_report_was_made_is_no_order_for_it(town: Town, chen: Resident) -> None:
    assert "编，请核对" not in await chen.says("11月的进展报告交了吗")
