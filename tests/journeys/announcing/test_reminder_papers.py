"""Letters of the office to a unit about its tasks, in the grade that they call for."""

from io import BytesIO

import docx
import pytest
from docx.document import Document

from tests.journeys.announcing.announced import LATE
from tests.journeys.town import Resident, Town


def document(town: Town, resident: Resident) -> tuple[str, Document]:
    """Return the name and content of the last file that somebody has received."""
    media = resident.last().media
    assert media is not None
    return media.name, docx.Document(BytesIO(town.world.files.get(media.file_id).content))


async def test_a_paper_for_a_unit_comes_in_its_gravest_grade_and_in_the_others(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await chen.says("/nudge")
    await chen.presses("提醒函")
    assert "市市场监管局 🔴1 🔵1" in chen.buttons() and "市公安局" not in "".join(chen.buttons())
    await chen.presses("市市场监管局 🔴1")
    name, red = document(town, chen)
    assert name == "督办单-市市场监管局-2019-11-25.docx"
    words = [each.text for each in red.paragraphs]
    assert words[:2] == ["【红色督办】", "关于限期办理逾期任务的督办单"] and "市市场监管局：" in words
    assert [[cell.text for cell in row.cells] for row in red.tables[0].rows][1][0] == "43-4"
    assert "请核对后由办公室印发；机器人没有发给对方。" in chen.sees()
    assert chen.buttons() == ["提醒函（蓝色）：1 项"]
    await chen.presses("提醒函（蓝色）")
    name, blue = document(town, chen)
    assert name.startswith("提醒函-蓝色-")
    assert [row.cells[0].text for row in blue.tables[0].rows][1:] == ["43-5"]
    assert len(zhou.heard()) == 0


async def test_after_a_nudge_the_paper_is_one_press_away(town: Town, chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下{LATE}")
    await chen.presses("确认发送", "市市场监管局提醒函")
    assert document(town, chen)[0].startswith("督办单-")


async def test_where_nothing_is_late_any_more_no_paper_is_written(chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下{LATE}")
    await chen.presses("确认发送")
    for code in (LATE, "43-5"):
        await zhou.reports(code, "已完成")
    assert "没有需要催办的" in await chen.presses("市市场监管局提醒函")


async def test_a_paper_is_asked_for_in_words(town: Town, chen: Resident) -> None:
    await chen.says("给市场监管局出一份督办单")
    assert document(town, chen)[0].startswith("督办单-市市场监管局")
    await chen.says("市监局43-4拖了五个月 发个正式的函 抄送他们分管领导")
    assert document(town, chen)[0].startswith("督办单-市市场监管局")
    for said in ("提醒函", "出催办函"):
        assert (await chen.says(said)).startswith("给哪个单位出提醒函？")
    assert (await chen.says("给公安局出一份督办单")).startswith("没有需要催办的")


async def test_the_unit_is_named_in_words(town: Town, chen: Resident, zhou: Resident) -> None:
    for said in ("市市场监管局", "市监局", "市场监管局的"):
        await chen.says("催办")
        await chen.presses("提醒函")
        assert (await chen.says(said)).startswith("给市市场监管局的督办单（红色），1 项")
    assert town.rows("SELECT 1 FROM nudges") == []


async def test_a_task_is_named_whose_deadline_is_in_doubt(town: Town, chen: Resident) -> None:
    for said in ("给农业农村局出提醒函 29-4", "29-4 出个督办单"):
        await chen.says(said)
        name, paper = document(town, chen)
        assert name.startswith("督办单-市农业农村局")
        assert [row.cells[0].text for row in paper.tables[0].rows][1:] == ["29-4"]
    assert (await chen.says("给农业农村局出提醒函")).startswith("没有需要催办的")
    assert (await chen.says("给公安局出督办单 43-4")) == "43-4 不是这个单位的任务，负责的是市市场监管局。"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("出个督办单 市市场监管局 43-4 12月5日前反馈", "于2019年12月5日前办结并填报"),
        ("给市监局出提醒函，43-5，下周三前反馈", "于2019年12月4日前填报进展"),
        ("给市监局出提醒函，43-5", "按期完成并填报"),
        ("今天给市监局出个督办单", "于2019年11月28日前办结并填报"),
    ],
)
async def test_the_day_by_which_an_answer_is_wanted_is_said(town: Town, chen: Resident, said: str, asked: str) -> None:
    await chen.says(said)
    assert any(asked in each.text for each in document(town, chen)[1].paragraphs)
