"""The audit (谁改了什么): by person, unit, task and day, and as a file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tests.journeys.town import Resident, Town


def in_workbook(content: bytes) -> list[list[str]]:
    """Return the cells below the title and scope of the only sheet."""
    [sheet] = load_workbook(io.BytesIO(content)).worksheets
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=3)]


def in_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
async def busy(town: Town, chen: Resident, lin: Resident) -> Town:
    """A town where some things were changed on two days."""
    await town.after(_some_things_change, town, chen, lin)
    return town


async def _some_things_change(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "30", "=1+1 已立案")
    await chen.submits("把43-5的期限改到12月10日，因为等省里文件")
    await town.move_to("2019-11-26 10:00")
    await chen.submits("给1-2加上市商务局，因为分工调整")


async def test_all_of_it_is_shown_newest_first(busy: Town, chen: Resident) -> None:
    said = await chen.says("/audit")
    lines = said.splitlines()
    assert lines[0].startswith("操作记录 · 全部 · 共 ") and lines[1] == (
        "11月26日（周二） 10:00 陈主任：改责任单位 1-2 · 分工调整"
    )
    assert "11月25日（周一） 08:30 陈主任：改期限 43-5 · 等省里文件" in said
    assert "林警官：填报 1-2 市公安局 · 30%；=1+1 已立案" in said


@pytest.mark.parametrize(
    ("words", "there", "not_there"),
    [
        ("谁改了43-5", "改期限 43-5", "1-2"),
        ("谁把43-5改了", "改期限 43-5", "1-2"),
        ("昨天改了什么", "改期限 43-5", "改责任单位"),
        ("/audit 43-5", "改期限 43-5", "1-2"),
        ("/audit 市商务局", "改责任单位 1-2", "43-5"),
        ("/audit 林警官", "填报 1-2", "陈主任"),
        ("林警官做了什么", "填报 1-2", "陈主任"),
        ("昨天谁改了任务表", "改期限 43-5", "改责任单位"),
        ("/audit 11月26日", "改责任单位 1-2", "43-5"),
    ],
)
async def test_the_audit_is_narrowed_to_a_task_a_unit_a_person_or_a_day(
    busy: Town, chen: Resident, words: str, there: str, not_there: str
) -> None:
    said = await chen.says(words)
    assert there in said and not_there not in said


@pytest.mark.parametrize(
    "said",
    [
        "谁改的1-2",
        "谁审的1-2",
        "今天审了几份",
        "今天我都改了啥",
        "今天通过了哪些",
        "今天办公室做了什么",
        "本周干了什么",
        "刚加的任务编号多少",
    ],
)
async def test_who_decided_what_is_asked_for_in_words(busy: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("操作记录 · ")


async def test_the_pages_of_the_audit_keep_what_it_was_narrowed_to(busy: Town, chen: Resident) -> None:
    for day in range(11, 24):
        await chen.submits(f"把43-5的期限改到12月{day}日，因为第{day}次")
    assert "第 1/2 页" in await chen.says("谁改了43-5")
    assert "等省里文件" in await chen.presses("下一页") and "操作记录 · 43-5" in chen.sees()


async def test_it_is_exported_without_formulas(busy: Town, chen: Resident) -> None:
    await chen.says("/audit")
    for words, name in (("导出 .xlsx", "xlsx"), ("导出 .csv", "csv")):
        await chen.presses(words)
        media = chen.last().media
        assert media is not None and media.name.endswith(f".{name}")
        content = busy.world.files.get(media.file_id).content
        rows = in_workbook(content) if name == "xlsx" else in_csv(content)
        assert rows[0] == ["时间", "人员", "操作", "对象", "内容"]
        assert ["2019-11-25 08:30", "陈主任", "改期限", "43-5", "等省里文件"] in rows
        assert any("已立案" in str(row[4]) for row in rows)


async def test_it_is_for_the_office(busy: Town, lin: Resident) -> None:
    assert "由办公室使用" in await lin.says("/audit")
    assert "办公室" in await lin.forges("audit:page:0")
    await lin.says("谁改了43-5")
    assert not any("操作记录 ·" in each for each in lin.heard())


@pytest.mark.parametrize("said", ["谁动的43-5", "谁把43-5改了", "谁改过43-5"])
async def test_who_changed_a_task_is_asked_in_many_words(busy: Town, chen: Resident, said: str) -> None:
    assert "陈主任：改期限 43-5" in await chen.says(said)


@pytest.mark.parametrize(
    "said", ["最近改了哪些", "这两天改了几项", "我上周做了哪些改动", "任务表改了哪些", "任务表有哪些改动"]
)
async def test_what_was_changed_lately_is_the_record(busy: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("操作记录 · ")


@pytest.mark.parametrize("said", ["今天陈主任干了啥", "陈主任今天改了哪些"])
async def test_what_somebody_did_is_the_record_of_them(busy: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("操作记录 · 陈主任 · ")


@pytest.mark.parametrize("said", ["本月办结了哪些", "这周办结了几项"])
async def test_what_was_closed_is_asked_of_the_plan(busy: Town, chen: Resident, said: str) -> None:
    assert "操作记录" not in await chen.says(said)


async def test_a_task_taken_out_can_be_asked_for_and_one_that_never_was_is_not_known(chen: Resident) -> None:
    await chen.submits("删除1-9，因为重复")
    for asked in ("谁改了1-9", "/audit 1-9"):
        found = await chen.says(asked)
        assert found.startswith("操作记录 · 1-9 · 共 1 条") and "移出任务 1-9" in found
    for asked in ("谁改了99-9", "/audit 99-9"):
        assert (await chen.says(asked)).startswith("任务表里没有任务 99-9")


async def test_what_is_recorded_by_the_number_of_a_unit_is_found_by_its_name(chen: Resident, lin: Resident) -> None:
    await chen.submits("青山区暂停提醒到月底")
    assert "陈主任：暂停提醒 青山区人民政府" in await chen.says("/audit 青山区")
    await chen.says("/invite 市法院")
    assert "陈主任：发邀请 市法院" in await chen.says("/audit 市法院")
    await chen.says("林警官是海关的，不是公安局的", "好")
    for unit in ("市公安局", "武汉海关"):
        assert "陈主任：更正单位 林警官" in await chen.says(f"/audit {unit}")


async def test_the_record_of_a_unit_tells_of_leave_and_of_roles_that_ended(chen: Resident, lin: Resident) -> None:
    await lin.says("我下周请假", "不用", "提交")
    assert "林警官：登记请假" in await chen.says("/audit 市公安局")
    await chen.says("移除林警官")
    await chen.presses("移除")
    assert "陈主任：移除人员 林警官" in await chen.says("/audit 市公安局")
    assert (await chen.says("/audit 市商务局")).startswith("操作记录 · 市商务局 · 共 0 条")


async def test_the_link_that_the_office_makes_for_a_leave_is_the_offices(chen: Resident, lin: Resident) -> None:
    await chen.says("林警官下周请假")
    await chen.presses("另请一位B角（发链接）", "提交")
    assert "陈主任：发邀请 市公安局" in await chen.says("/audit")
