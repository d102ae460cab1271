"""The evidence of a returned report stays with the report that supplements it, and is exported once."""

import io
from zipfile import ZipFile

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
