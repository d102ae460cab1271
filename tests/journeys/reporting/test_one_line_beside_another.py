"""A report in one line while another is being filled in: neither is lost or becomes the other's note."""

import pytest

from tests.journeys.files_sent import PIXEL
from tests.journeys.reporting.reports_stored import drafts_stored, reports_stored
from tests.journeys.town import Resident, Town


async def test_a_report_on_another_task_is_never_the_note_of_this_one(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert (await lin.says("2-3 完成80%，立案12件")).splitlines() == [
        "填报 2-3 食药环假犯罪主动打击",
        "请核对，无误后点“提交”：",
        "状态：进行中",
        "进度：80%",
        "情况：（无）",
        "统计数据：立案件数 12 件",
        "1-2 的进展还没填完，要接着办请点“继续”。",
    ]
    assert lin.buttons() == ["继续 1-2"]
    assert drafts_stored(town) == [("1-2", "note", 0), ("2-3", "preview", 1)]


async def test_it_is_submitted_without_losing_the_other(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 完成80%")
    assert (await lin.says("提交")).splitlines() == [
        "已提交 ✓",
        "⚪ 2-3 食药环假犯罪主动打击 · 持续开展",
        "进行中 80%",
        "还没提交的填报：1-2。",
    ]
    assert lin.buttons() == ["撤回", "更正", "继续填报 1-2"]
    assert "做了哪些工作" in await lin.presses("继续填报 1-2")
    await lin.says("收网")
    await lin.hands_in()
    assert reports_stored(town) == [("2-3", "in_progress", 80, "", ""), ("1-2", "submitted", 100, "收网", "")]


async def test_whoever_goes_on_with_the_first_is_offered_the_other_afterwards(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 完成80%")
    assert "做了哪些工作" in await lin.presses("继续")
    assert (await lin.hands_in()).splitlines()[-1] == "还没提交的填报：2-3。"
    assert "进度：80%" in await lin.presses("继续填报 2-3")
    await lin.presses("提交")
    assert [code for code, *_ in reports_stored(town)] == ["1-2", "2-3"]


async def test_one_that_is_not_complete_can_come_first(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    answer = await lin.says("2-3 150%，已发通知")
    assert "进度请填 0 到 100 的整数，例如 80。" in answer and "完成了百分之几" in answer
    assert drafts_stored(town) == [("1-2", "note", 0), ("2-3", "percent", 1)]
    assert "情况：150%，已发通知" in await lin.says("50")
    assert "还没提交的填报：1-2。" in await lin.says("提交")


async def test_photos_of_a_report_that_waits_are_kept(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.does(lambda: town.world.send_photo(lin.id, PIXEL))
    await lin.says("2-3 60%")
    await lin.says("提交")
    await lin.presses("继续填报 1-2")
    await lin.says("好")
    await lin.skips_to_the_preview()
    while "下一步" in lin.buttons():
        await lin.presses("下一步")
    await lin.presses("提交")
    assert town.rows("SELECT count(*) AS n FROM attachments WHERE report_id IS NOT NULL") == [{"n": 1}]


async def test_both_are_kept_over_a_restart(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 150%")
    await town.restart_undone()
    assert drafts_stored(town) == [("1-2", "note", 0), ("2-3", "percent", 1)]
    await lin.says("60")
    await lin.says("提交")
    assert "做了哪些工作" in await lin.presses("继续填报 1-2")


async def test_a_report_that_waits_is_offered_with_the_tasks(lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 60%")
    await lin.says("取消")
    await lin.presses("不要了")
    await lin.says("报进展")
    assert lin.buttons()[0] == "继续填报 1-2"


async def test_a_sentence_on_the_same_task_fills_in_what_it_says(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    preview = await lin.says("1-2 完成70%，立案3件，已开会")
    assert "有佐证材料吗" in preview
    assert town.rows("SELECT percent, note, figures FROM drafts") == [
        {"percent": 70, "note": "完成70%，立案3件，已开会", "figures": '{"立案件数": 3}'}
    ]


async def test_asking_for_more_time_is_no_note(town: Town, lin: Resident) -> None:
    await lin.begins("2-3", "已完成")
    assert "做了哪些" not in await lin.says("1-2 延期")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize(("sentence", "begins"), [("下周到期的任务", "共 "), ("本期无变化", "这些持续性任务")])
async def test_where_a_percent_is_asked_other_wishes_are_heard(lin: Resident, sentence: str, begins: str) -> None:
    await lin.begins("1-2", "进行中")
    assert (await lin.says(sentence)).startswith(begins)
    assert "做了哪些工作" in await lin.says("60")


async def test_a_wish_to_report_on_another_task_is_no_answer(lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%")
    assert "2-3" in await lin.says("报进展 2-3")
    assert lin.buttons() == ["继续填报 1-2", "重新填报 2-3"]


async def test_a_report_on_a_task_named_in_words_is_no_note_either(town: Town, lin: Resident) -> None:
    await lin.begins("2-3", "已完成")
    assert (await lin.says("昆仑行动 受阻 等省里文件")).startswith("填报 1-2")
    assert drafts_stored(town) == [("2-3", "note", 0), ("1-2", "preview", 1)]


async def test_a_note_may_speak_of_another_task(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("与2-3一并推进，完成80%")
    assert town.rows("SELECT note FROM drafts") == [{"note": "与2-3一并推进，完成80%"}]


@pytest.mark.parametrize(
    "said",
    ["60%，抽查12批，和7-1的研判一起做的", "60% 结合7-1开展，开了3次会", "60% 配合7-1查了", "60%，与7-1同步开展"],
)
async def test_a_task_beside_which_something_was_done_gets_no_report(town: Town, lin: Resident, said: str) -> None:
    assert f"情况：{said}" in await lin.says(f"1-2 {said}")
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 60, "note": said}]


async def test_a_task_with_a_statement_of_its_own_gets_its_report(lin: Resident) -> None:
    assert "读到 2 条" in await lin.says("1-2 60%，7-1 70%和1-2一起做的")
