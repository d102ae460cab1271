"""A list that is to be a file (导出逾期名单) is sent as a workbook of its tasks."""

import io

import pytest
from openpyxl import load_workbook

from handlers.exports import sending
from tests.journeys.files_received import content_of, files_received
from tests.journeys.town import Resident, Town


@pytest.fixture(autouse=True)
def waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the file, however busy the machine is."""
    monkeypatch.setattr(sending, "PATIENCE", 60)


@pytest.mark.parametrize(
    ("said", "count", "told"),
    [
        ("导出逾期名单", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("公安局未报清单导出", 8, "市公安局 · 还没报过进展 · 共 8 项 · 截至11月25日（周一）"),
        ("逾期清单做成表格发我", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("把全部逾期的做成表给我", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("export the list of overdue tasks", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("逾期的导出excel", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("把市监局12月到期的列个表给我 excel", 14, "市市场监管局 · 12月到期 · 共 14 项 · 截至11月25日（周一）"),
        ("市监局12月到期的 导出excel", 14, "市市场监管局 · 12月到期 · 共 14 项 · 截至11月25日（周一）"),
        ("export what is due in December", 44, "12月到期 · 共 44 项 · 截至11月25日（周一）"),
        ("把期限存疑的71项导出来 我发给各单位核对", 117, "期限待核对 · 共 117 项 · 截至11月25日（周一）"),
        ("市监局期限存疑的导出excel", 23, "期限待核对 · 市市场监管局 · 共 23 项 · 截至11月25日（周一）"),
    ],
)
async def test_a_list_that_is_to_be_a_file_is_sent_as_a_workbook_of_its_tasks(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str, count: int, told: str
) -> None:
    await chen.says(said)
    [sent] = files_received(chen)
    assert sent.text == told and sent.media is not None and sent.media.name.endswith("_20191125.xlsx")
    book = load_workbook(io.BytesIO(content_of(town, sent.media)))
    tasks = list(book["任务"].iter_rows(values_only=True))
    assert len(tasks) == 3 + count and str(tasks[0][0]).startswith(told.partition(" · 共")[0])


async def test_an_empty_list_is_shown_instead_of_a_file(lin: Resident) -> None:
    assert (await lin.says("导出逾期名单")).startswith("共 0 项 · 已逾期")
    assert files_received(lin) == []
