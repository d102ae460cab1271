"""What is said right after an export narrows the export, not the list shown before it."""

import pytest

from handlers.exports import sending
from handlers.tasks import list_contents
from tests.journeys.files_received import files_received
from tests.journeys.town import Resident


@pytest.fixture(autouse=True)
def waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the files of an export, however busy the machine is."""
    monkeypatch.setattr(sending, "PATIENCE", 60)


async def test_an_export_is_made_again_of_one_unit(chen: Resident) -> None:
    await chen.says("公安局逾期的任务", "导出台账", "只要市场局的")
    assert files_received(chen)[-1].text == "台账 · 市市场监管局 · 11月1日至11月25日"
    await chen.says("那商务局呢")
    assert files_received(chen)[-1].text == "台账 · 市商务局 · 11月1日至11月25日"


async def test_the_tasks_of_an_export_are_listed_by_their_state(chen: Resident) -> None:
    await chen.says("导出公安局的台账")
    assert (await chen.says("只看逾期的")).startswith("共 0 项 · 市公安局 · 已逾期")
    assert (await chen.says("那市场局呢")).startswith("共 2 项 · 市市场监管局 · 已逾期")


async def test_several_sections_that_were_chosen_stay_chosen_in_the_list_of_their_tasks(chen: Resident) -> None:
    await chen.says("导出")
    await chen.presses("选任务名称", "一、", "十五、")
    listed = await chen.says("只看逾期的")
    assert listed.startswith("共 3 项 · 一、强化重点领域集中整治、十五、加强执法能力建设 · 已逾期 · 🔴3\n")
    assert "只含：二、加强部门间执法协作\n" in await chen.says("导出第二部分")
    await chen.presses("图")
    assert (await chen.says("只看逾期的")).startswith("共 0 项 · 二、加强部门间执法协作 · 已逾期")


async def test_words_about_something_else_do_not_make_an_export(chen: Resident) -> None:
    await chen.says("导出台账", "1-2")
    assert (await chen.says("只看逾期的")).startswith("共 7 项 · 已逾期")
    assert len(files_received(chen)) == 1


async def test_a_menu_of_sections_that_are_gone_stands_in_the_way_of_nothing(
    chen: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chen.says("导出")
    await chen.presses("选任务名称", "二、", "返回")
    monkeypatch.setattr(list_contents, "_checksum", lambda names: "0000")
    assert (await chen.says("逾期的任务")).startswith("共 7 项 · 已逾期")


async def test_a_document_is_made_again_of_the_months_that_are_named(chen: Resident) -> None:
    again = await chen.says("出一份工作总结", "要9月和10月的")
    assert again.startswith("工作进展情况报告 · 全部单位 · 9月1日至10月31日")
