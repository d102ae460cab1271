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
        ("还没报的单位发个excel给我", 253, "还没报过进展 · 共 253 项 · 截至11月25日（周一）"),
        ("市监局12月到期的导出excel", 14, "市市场监管局 · 12月到期 · 共 14 项 · 截至11月25日（周一）"),
        ("本周到期的导出来", 3, "本周到期 · 共 3 项 · 截至11月25日（周一）"),
        ("市监局的任务发个word", 53, "市市场监管局 · 共 53 项 · 截至11月25日（周一）"),
        ("导出第一部分的任务", 39, "一、强化重点领域集中整治 · 共 39 项 · 截至11月25日（周一）"),
        ("导出各区的任务", 26, "各区人民政府 · 共 26 项 · 截至11月25日（周一）"),
        ("打印一份任务清单", 255, "全部任务 · 共 255 项 · 截至11月25日（周一）"),
        ("excel of overdue tasks", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("把逾期的发给我一份表", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("逾期的给我个表", 7, "已逾期 · 共 7 项 · 截至11月25日（周一）"),
        ("市监局的任务发我一份表", 53, "市市场监管局 · 共 53 项 · 截至11月25日（周一）"),
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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("全市汇总给我个表", "台账 · 全部单位 · 11月1日至11月25日"),
        ("市公安局的进展给我张表", "台账 · 市公安局 · 11月1日至11月25日"),
    ],
)
async def test_a_table_wanted_of_how_things_stand_is_the_ledger(gu: Resident, said: str, told: str) -> None:
    await gu.says(said)
    [sent] = files_received(gu)
    assert sent.text == told


async def test_a_list_wanted_by_name_is_shown_all_the_same(chen: Resident) -> None:
    assert (await chen.says("给我一份逾期名单")).startswith("共 7 项 · 已逾期")
    assert files_received(chen) == []


async def test_a_table_that_the_office_is_asked_for_is_no_file(lin: Resident) -> None:
    assert (await lin.says("告诉办公室：请给我一份表")).startswith("会告诉办公室：\n“请给我一份表”")
    assert files_received(lin) == []


async def test_an_empty_list_is_shown_instead_of_a_file(lin: Resident) -> None:
    assert (await lin.says("导出逾期名单")).startswith("共 0 项 · 已逾期")
    assert files_received(lin) == []


async def test_what_is_no_list_of_tasks_stays_the_whole_ledger_or_another_file(town: Town, chen: Resident) -> None:
    for said in (
        "11月数据导出excel",
        "我要做个11月的台账",
        "截止11月20日的台账",
        "任务进展导出excel",
        "逾期情况报告导出",
    ):
        await chen.says(said)
    assert [sent.text.partition(" ·")[0] for sent in files_received(chen)] == [*["台账"] * 4, "工作进展情况报告"]


async def test_a_liaison_gets_the_own_tasks_as_a_file(town: Town, lin: Resident) -> None:
    for said in ("把我的任务导出来", "导出任务表"):
        await lin.says(said)
    assert [sent.text for sent in files_received(lin)] == ["我的任务 · 共 8 项 · 截至11月25日（周一）"] * 2


@pytest.mark.parametrize("said", ["导出联络员名单 excel", "通讯录导出来", "export the list of liaisons"])
async def test_the_list_of_people_is_had_as_a_file(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await chen.says(said)
    [sent] = files_received(chen)
    assert sent.text == "人员名单 · 2 人次 · 截至2019年11月25日" and sent.media is not None
    rows = list(load_workbook(io.BytesIO(content_of(town, sent.media))).worksheets[0].iter_rows(values_only=True))
    assert rows[2][:4] == ("单位", "姓名", "角色", "电话")
    assert [row[:3] for row in rows[3:]] == [(None, "陈主任", "协调员"), ("市公安局", "林警官", "联络员")]
    await lin.says(said)
    assert [sent.text for sent in files_received(lin) if "人员名单" in sent.text] == []


async def test_what_is_to_go_to_the_groups_is_to_be_forwarded(town: Town, lin: Resident, chen: Resident) -> None:
    await town.bind_group(chen, lin)
    await chen.says("把汇总发成图发到群里")
    assert any(each.startswith("机器人不替您转给联络员群，下面的请您转发。") for each in chen.heard())


@pytest.mark.parametrize(
    ("said", "starts"),
    [
        ("11月数据出个图", "进展图 · 全部单位"),
        ("give me the figures for November as a chart", "进展图 · 全部单位"),
        ("11月数据导出", "台账 · 全部单位"),
        ("数据做成表", "台账 · 全部单位"),
        ("导出各区的台账", "台账 · 江岸区人民政府、江汉区人民政府"),
    ],
)
async def test_figures_come_in_the_form_and_of_the_units_that_are_named(chen: Resident, said: str, starts: str) -> None:
    await chen.says(said)
    assert files_received(chen)[0].text.startswith(starts)
