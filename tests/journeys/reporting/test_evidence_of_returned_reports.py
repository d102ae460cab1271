"""What a report had when it was returned stays with the one that supplements it: its evidence and its figures."""

import io
from zipfile import ZipFile

import pytest

from tests.journeys.files_received import content_of, files_received
from tests.journeys.files_sent import sends_pdf
from tests.journeys.reporting.reports_made import to_the_evidence
from tests.journeys.reporting.reports_stored import files_of_reports
from tests.journeys.town import Resident, Town

NAME = "销毁照片.pdf"


async def test_evidence_stays_with_the_line_that_supplements_a_report_and_is_exported_once(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await to_the_evidence(lin)
    await sends_pdf(lin, NAME)
    await lin.presses("下一步", "提交")
    await chen.says("/review")
    await chen.decides("退回", "请补充移送情况")
    await town.move_to("2019-11-25 08:32")
    assert f"佐证材料：{NAME}" in await lin.says("1-2 已补充：移送公安2件")
    await lin.presses("提交")
    assert files_of_reports(town) == [[NAME], [NAME]]
    await lin.says("/export")
    await lin.presses("佐证材料")
    with ZipFile(io.BytesIO(content_of(town, files_received(lin)[-1].media))) as packed:
        assert sorted(packed.namelist()) == [f"市公安局/1-2/20191125-001-{NAME}", "目录.csv"]
        assert packed.read("目录.csv").decode("utf-8-sig").count(NAME) == 2


@pytest.mark.parametrize("caption", ["1-2 总结", "补上总结", "1-2"])
async def test_a_file_that_is_only_named_supplements_the_returned_report_as_it_was(
    lin: Resident, chen: Resident, caption: str
) -> None:
    await lin.submits("1-2 做完了，抓获12人")
    await chen.says("/review")
    await chen.decides("退回", "缺总结")
    await sends_pdf(lin, NAME, caption)
    assert "退回原因：缺总结" in lin.sees()
    assert "状态：已完成\n情况：（无）\n统计数据：抓获人数 12 人\n佐证材料：" in lin.sees()


async def test_a_file_that_is_only_named_is_added_to_the_report_just_made(lin: Resident) -> None:
    await lin.submits("1-2 80%")
    await sends_pdf(lin, NAME, "1-2 总结")
    assert "状态：进行中\n进度：80%\n情况：（无）\n佐证材料：" in lin.sees()


async def test_words_not_placed_are_named_though_a_question_is_skipped(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 做完了")
    await chen.says("/review")
    await chen.decides("退回", "缺总结")
    await town.move_to("2019-11-25 08:40")
    await lin.presses("1-2 报进展")
    assert "要补充到哪一项" in await lin.says("总结在写，12月10日前交")
    shown = await lin.says("提交")
    assert shown.startswith("“总结在写，12月10日前交”还没有写进去。") and "状态：进行中" in shown


@pytest.mark.parametrize(
    ("said", "number"),
    [("2-3 报告补了 抓13个", 13), ("补上了，抓13个", 13), ("2-3 报告已补 又抓13个", 25), ("2-3 又抓13个", 25)],
)
async def test_a_figure_told_again_replaces_the_returned_one_unless_it_is_said_to_be_more(
    town: Town, lin: Resident, chen: Resident, said: str, number: int
) -> None:
    await lin.submits("2-3 搞完了 抓12个")
    await chen.says("2-3退回，缺结案报告", "确认")
    await town.move_to("2019-11-25 09:40")
    assert f"统计数据：抓获人数 {number} 人" in await lin.says(said)
    await lin.presses("提交")
    assert [row["value"] for row in town.rows("SELECT value FROM report_figures ORDER BY report_id")] == [12, number]
