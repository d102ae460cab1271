"""Reports in one sentence: what is read of it, and what it means while another report is being filled in."""

import pytest

from tests.journeys.test_bad_input import PIXEL
from tests.journeys.town import Resident, Town

PREVIEW = ["提交", "修改", "上一步", "取消"]
PERCENT_REFUSED = "进度请填 0 到 100 的整数，例如 80。"


def stored(town: Town) -> list[tuple[object, ...]]:
    """The reports by code, in their order."""
    return [tuple(row.values()) for row in town.rows(STORED)]


def drafts(town: Town) -> list[tuple[object, ...]]:
    """The drafts by code, and whether each is the one in the dialog."""
    return [tuple(row.values()) for row in town.rows(DRAFTS)]


STORED = """SELECT code, status, percent, note, obstacle FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY reports.id"""
DRAFTS = """SELECT code, step, bundle IS NULL AS in_dialog FROM drafts
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY drafts.id"""


async def test_a_whole_report_in_one_line_is_one_press_from_being_stored(town: Town, lin: Resident) -> None:
    assert (await lin.says("1-2 完成80%，立案12件，已发通知；与@zhangsan对接。")).splitlines() == [
        "填报 1-2 昆仑行动打食药环犯罪",
        "请核对，无误后点“提交”：",
        "状态：进行中",
        "进度：80%",
        "情况：完成80%，立案12件，已发通知；与@zhangsan对接。",
        "统计数据：立案件数 12 件",
    ]
    assert lin.buttons() == PREVIEW
    await lin.presses("提交")
    assert stored(town) == [("1-2", "in_progress", 80, "完成80%，立案12件，已发通知；与@zhangsan对接。", "")]
    assert town.rows("SELECT indicator, value FROM report_figures") == [{"indicator": "立案件数", "value": 12.0}]


async def test_what_blocks_the_work_leads_to_the_preview_and_no_percent_is_made_up(town: Town, lin: Resident) -> None:
    assert (await lin.says("昆仑行动 受阻 等省里文件")).splitlines() == [
        "填报 1-2 昆仑行动打食药环犯罪",
        "请核对，无误后点“提交”：",
        "状态：受阻",
        "情况：（无）",
        "困难和需要的支持：等省里文件",
    ]
    assert (await lin.presses("提交")).splitlines()[-1] == "受阻"
    assert stored(town) == [("1-2", "blocked", 0, "", "等省里文件")]


async def test_of_blocked_work_the_percent_of_the_last_report_stays(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    assert "状态：受阻\n进度：40%\n" in await lin.says("1-2 受阻 等省里文件")
    await lin.presses("提交")
    assert stored(town)[-1] == ("1-2", "blocked", 40, "", "等省里文件")


async def test_blocked_work_without_a_reason_is_asked_for_it(lin: Resident) -> None:
    assert "卡在哪里" in await lin.says("1-2 受阻")


@pytest.mark.parametrize("said", ["1-2 受阻", "1-2 进行中", "1-2 120%"])
async def test_an_empty_note_is_not_said_to_be_taken_down(lin: Resident, said: str) -> None:
    assert "（无）" not in await lin.says(said)


async def test_an_obstacle_that_is_overcome_blocks_nothing(lin: Resident) -> None:
    preview = await lin.says("1-2 80%，受阻问题已解决")
    assert "状态：进行中\n进度：80%\n情况：80%，受阻问题已解决" in preview


async def test_a_line_below_the_status_is_the_note(lin: Resident) -> None:
    assert "状态：已完成\n情况：已完成\n说明：都做完了" in await lin.says("6-7 已完成\n说明：都做完了")


async def test_a_progress_that_cannot_be_is_asked_for_and_the_rest_is_kept(lin: Resident) -> None:
    assert (await lin.says("1-2 120%，立案12件，已发通知")).splitlines() == [
        PERCENT_REFUSED,
        "已记下：",
        "情况：120%，立案12件，已发通知",
        "统计数据：立案件数 12 件",
        "",
        "填报 1-2 昆仑行动打食药环犯罪",
        "完成了百分之几？请点按钮，或发 0 到 100 的整数。",
    ]
    preview = await lin.says("20")
    assert "进度：20%\n情况：120%，立案12件，已发通知\n统计数据：立案件数 12 件" in preview


async def test_a_figure_that_cannot_be_is_asked_for_and_the_rest_is_kept(lin: Resident) -> None:
    answer = await lin.says("1-2 60% 立案12.5件，已发通知")
    assert answer.startswith(
        "“立案12.5件”填不进去：立案件数按“件”填整数。请把统计数据重发一行。\n已记下：\n进度：60%\n"
    )
    assert "进度：60%\n情况：60% 立案12.5件，已发通知\n统计数据：立案件数 12 件" in await lin.says("立案12")


async def test_of_two_numbers_for_one_figure_neither_is_taken(lin: Resident) -> None:
    answer = await lin.says("1-2 60% 立案12 立案13")
    assert answer.startswith("立案件数写了几个不同的数：立案12、立案13。")
    assert "统计数据：立案件数 13 件" in await lin.says("立案13")


async def test_a_note_that_is_too_long_is_asked_for_and_the_rest_is_kept(lin: Resident) -> None:
    answer = await lin.says("1-2 完成80%，立案12件，" + "字" * 2100)
    assert answer.startswith("文字请控制在 2000 字以内（现在 2112 字），请精简后再发。\n已记下：\n进度：80%\n")
    assert "进度：80%\n情况：短\n统计数据：立案件数 12 件" in await lin.says("短")


async def test_a_note_of_1500_characters_is_stored_to_its_end(town: Town, lin: Resident) -> None:
    note = "做了很多工作；" * 200 + "尾巴一定要留下"
    await lin.submits(f"1-2 完成80%，{note}")
    assert stored(town) == [("1-2", "in_progress", 80, f"完成80%，{note}", "")]


async def test_what_is_told_of_a_task_at_too_great_length_is_asked_for_anew(lin: Resident) -> None:
    answer = await lin.says("1-2 " + "已发通知。" * 420)
    assert answer.startswith("文字请控制在 2000 字以内（现在 2100 字），请精简后再发。\n\n填报 1-2")


async def test_a_text_that_is_too_long_and_no_report_is_refused_all_the_same(lin: Resident) -> None:
    assert await lin.says("1-2 " + "字" * 2100 + "？") == "文字请控制在 2000 字以内（现在 2105 字），请精简后再发。"


async def test_a_jump_is_asked_about_before_the_preview(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 50% 立案12件")
    assert "这些数与上次相差十倍以上：立案件数 99,999 件（上次 12 件）。" in await lin.says("1-2 60% 立案99999件")
    assert "就是这样" in lin.buttons() and "提交" not in lin.buttons()
    assert "立案件数 99,999 件" in await lin.presses("就是这样")
    await lin.presses("提交")
    assert len(stored(town)) == 2


async def test_a_figure_that_is_put_right_in_a_sentence_is_in_doubt_no_longer(lin: Resident) -> None:
    await lin.submits("1-2 50% 立案12件")
    assert "请核对" in await lin.says("1-2 60% 立案9999件", "1-2 立案15件")
    assert "立案件数 15 件" in lin.sees()


async def test_a_correction_is_not_measured_by_what_it_corrects(lin: Resident) -> None:
    await lin.says("1-2 50% 立案9999件")
    await lin.presses("提交", "更正")
    assert "请核对" in await lin.says("1-2 立案12件")


async def test_the_last_report_is_shown_before_one_is_submitted(lin: Resident, wang: Resident) -> None:
    await wang.submits("2-3 60%")
    assert "上次填报：2019年11月25日 王警官：进行中 60%" in await lin.says("2-3 10%")


# While another report is being filled in


async def test_a_report_on_another_task_is_never_the_note_of_this_one(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert (await lin.says("2-3 完成80%，立案12件")).splitlines() == [
        "您正在填 1-2 昆仑行动打食药环犯罪。刚才这句读作 2-3 的填报，要先报它，还是继续填 1-2？两份都会保留。",
        "",
        "填报 2-3 食药环假犯罪主动打击",
        "状态：进行中",
        "进度：80%",
        "情况：（无）",
        "统计数据：立案件数 12 件",
    ]
    assert lin.buttons() == ["提交 2-3", "修改 2-3", "继续填报 1-2", "取消"]
    assert drafts(town) == [("1-2", "note", 0), ("2-3", "preview", 0)]


async def test_it_is_submitted_without_losing_the_other(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 完成80%")
    assert await lin.presses("提交 2-3") == ("已提交 ✓\n2-3 食药环假犯罪主动打击 · 进行中 80%\n\n还没提交的填报：1-2。")
    assert lin.buttons() == ["撤回", "更正", "继续填报 1-2"]
    assert "做了哪些工作" in await lin.presses("继续填报 1-2")
    await lin.says("收网")
    await lin.hands_in()
    assert stored(town) == [("2-3", "in_progress", 80, "", ""), ("1-2", "submitted", 100, "收网", "")]


async def test_whoever_goes_on_with_the_first_is_offered_the_other_afterwards(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 完成80%")
    assert "做了哪些工作" in await lin.presses("继续填报 1-2")
    assert (await lin.hands_in()).splitlines()[-1] == "还没提交的填报：2-3。"
    assert "进度：80%" in await lin.presses("继续填报 2-3")
    await lin.presses("提交")
    assert [code for code, *_ in stored(town)] == ["1-2", "2-3"]


async def test_one_that_is_not_complete_can_come_first(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    answer = await lin.says("2-3 150%，已发通知")
    assert PERCENT_REFUSED in answer
    assert lin.buttons() == ["先报 2-3", "继续填报 1-2", "取消"]
    assert "完成了百分之几" in await lin.presses("先报 2-3")
    assert drafts(town) == [("1-2", "note", 0), ("2-3", "percent", 1)]
    assert "情况：150%，已发通知" in await lin.says("50")
    assert "还没提交的填报：1-2。" in await lin.presses("提交")


async def test_photos_of_a_report_that_waits_are_kept(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.does(lambda: town.world.send_photo(lin.id, PIXEL))
    await lin.says("2-3 60%")
    await lin.presses("修改 2-3", "提交", "继续填报 1-2")
    await lin.says("好")
    await lin.skips_to_the_preview()
    while "下一步" in lin.buttons():
        await lin.presses("下一步")
    await lin.presses("提交")
    assert town.rows("SELECT count(*) AS n FROM attachments WHERE report_id IS NOT NULL") == [{"n": 1}]


async def test_both_are_kept_over_a_restart(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 150%")
    await lin.presses("先报 2-3")
    await town.restart_undone()
    assert drafts(town) == [("1-2", "note", 0), ("2-3", "percent", 1)]
    await lin.says("60")
    assert "做了哪些工作" in await lin.presses("提交", "继续填报 1-2")


async def test_a_report_that_waits_is_offered_with_the_tasks(lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("2-3 60%")
    await lin.presses("修改 2-3", "取消", "不要了")
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
    assert "刚才这句读作 1-2 的填报" in await lin.says("昆仑行动 受阻 等省里文件")
    assert drafts(town) == [("2-3", "note", 0), ("1-2", "preview", 0)]


async def test_a_note_may_speak_of_another_task(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("与2-3一并推进，完成80%")
    assert town.rows("SELECT note FROM drafts") == [{"note": "与2-3一并推进，完成80%"}]


# Without its task, or with another's


async def test_a_report_without_its_task_asks_which_and_keeps_what_was_said(town: Town, lin: Resident) -> None:
    assert (await lin.says("完成80%，立案12件")).startswith("共 8 项 · 刚才说的是哪一项的进展？")
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 12 件" in await lin.presses("2-3")
    await lin.presses("提交")
    assert stored(town) == [("2-3", "in_progress", 80, "", "")]


async def test_a_task_that_is_pressed_for_it_counts_once_over_a_kill(town: Town, lin: Resident) -> None:
    await lin.says("完成80%，立案12件")
    await lin.presses("2-3")
    await town.restart_undone()
    assert drafts(town) == [("2-3", "preview", 1)]
    await lin.presses("提交")
    assert stored(town) == [("2-3", "in_progress", 80, "", "")]


async def test_the_task_of_such_a_report_may_be_named_in_words(lin: Resident) -> None:
    assert (await lin.says("完成80%，立案12件", "昆仑")).startswith("填报 1-2 昆仑行动打食药环犯罪\n请核对")


async def test_each_of_two_reports_without_their_tasks_waits_for_its_own(lin: Resident) -> None:
    await lin.says("完成80%，立案12件")
    first = lin.last()
    assert (await lin.says("完成30%")).endswith("“完成80%，立案12件”还没说是哪一项的进展，点“继续”选任务。")
    assert "进度：80%" in await lin.presses("2-3", on=first)
    await lin.presses("提交")
    assert "刚才说的是哪一项的进展" in await lin.says("继续填报")
    assert "进度：30%" in await lin.says("1-2")


async def test_without_its_task_it_is_about_the_one_that_is_being_filled_in(lin: Resident) -> None:
    await lin.begins("1-2")
    await lin.says("完成80%，立案12件")
    assert "进度：80%" in await lin.skips_to_the_preview()


async def test_a_task_of_another_unit_named_in_words_is_said_to_be_so(lin: Resident) -> None:
    assert await lin.says("剑网行动 完成80%") == "“剑网行动”不是您单位的任务，请发“我的任务”查看。"


async def test_a_code_that_no_task_has_is_named(lin: Resident) -> None:
    assert await lin.says("99-9 done") == "没有找到您可以查看的任务 99-9，请发“我的任务”查看。"


@pytest.mark.parametrize("said", ["搞定✅", "全部完成啦🎉", "已完成👍🏻，立案3件"])
async def test_what_is_done_with_an_emoji_is_done(lin: Resident, said: str) -> None:
    assert f"状态：已完成\n情况：{said}" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize("said", ["会商已全部完成，报送", "移交的全办完了"])
async def test_what_is_done_among_other_words_is_shown_as_done(town: Town, lin: Resident, said: str) -> None:
    assert f"状态：已完成\n情况：{said}" in await lin.says(f"1-2 {said}")
    assert "已提交" in await lin.presses("提交")
    assert town.rows("SELECT status, note FROM reports") == [{"status": "submitted", "note": said}]


async def test_of_a_part_that_is_done_it_is_asked_how_far_the_task_is(lin: Resident) -> None:
    assert "完成了百分之几" in await lin.says("1-2 第一批检查完毕")


# Picking a task in words


async def test_a_few_words_pick_the_task_to_report_on(lin: Resident) -> None:
    assert (await lin.says("报进展", "昆仑")).startswith("填报 1-2 昆仑行动打食药环犯罪\n现在是什么状态？")


async def test_a_code_picks_the_task_to_report_on(lin: Resident) -> None:
    assert (await lin.says("/update", "2-3")).startswith("填报 2-3")


async def test_words_that_fit_several_tasks_ask_which(lin: Resident) -> None:
    assert (await lin.says("报进展", "打假")).startswith("您指的是哪一项？\n⚪ 7-1 打假研判平台建设")
    assert lin.buttons() == ["7-1", "38-1", "8-2"]
    assert "现在是什么状态" in await lin.presses("38-1")


async def test_words_that_fit_no_task_say_so(lin: Resident) -> None:
    assert (await lin.says("报进展", "呜啦啦")).startswith("没有找到“呜啦啦”。请点任务，或换几个字再发。\n\n共 8 项")
    assert (await lin.says("昆仑")).startswith("填报 1-2")


async def test_after_another_wish_a_code_opens_its_card_again(lin: Resident) -> None:
    assert (await lin.says("报进展", "我的任务")).startswith("共 8 项")
    assert (await lin.says("2-3")).startswith("2-3 ")


@pytest.mark.parametrize("said", ["搞不动，人手不够", "卡着 企业不愿意作证"])
async def test_what_does_not_move_is_blocked(lin: Resident, said: str) -> None:
    assert "状态：受阻" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize("said", ["🙏🙏🙏", "👍🏻", "得嘞", "好"])
async def test_who_nods_is_answered_in_a_word(lin: Resident, said: str) -> None:
    assert await lin.says(said) == "不客气，有事随时说。"


async def test_a_nod_at_the_preview_submits(lin: Resident) -> None:
    assert "已提交" in await lin.says("1-2 80%", "👌")


async def test_what_the_own_unit_has_done_is_done(lin: Resident) -> None:
    assert "状态：已完成" in await lin.says("我单位1-2任务已办结，特此报告。")


async def test_a_percent_before_a_count_is_that_of_the_task(lin: Resident) -> None:
    assert "进度：60%" in await lin.says("1-2 60% 抽检5批次")


@pytest.mark.parametrize("other", ["先看看1-3", "1-2下周再报", "1-2 60%"])
async def test_what_says_more_than_a_name_is_not_the_task_of_what_was_said_before(
    town: Town, lin: Resident, other: str
) -> None:
    await lin.says("查了20家店", other)
    assert "查了20家店" not in str(town.rows("SELECT note FROM drafts"))


@pytest.mark.parametrize("name", ["是1-2那个", "1-2吧", "it's 1-2"])
async def test_a_name_alone_is_the_task_of_what_was_said_before(lin: Resident, name: str) -> None:
    assert "情况：查了20家店" in await lin.says("查了20家店", name)


@pytest.mark.parametrize("words", ["1-2受阻，缺经费", "1-2 受阻，缺经费", "1-2受阻:缺经费", "受阻，1-2，缺经费"])
async def test_a_code_is_no_part_of_what_blocks_the_task(lin: Resident, words: str) -> None:
    assert "困难和需要的支持：缺经费" in await lin.says(words)
