"""Reports in one sentence: how they are read, and what they mean while another report is being filled in."""

import pytest

from tests.journeys.reporting.reports_stored import reports_stored
from tests.journeys.town import Resident, Town

PREVIEW = ["提交", "修改", "上一步", "取消"]


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
    assert reports_stored(town) == [("1-2", "in_progress", 80, "完成80%，立案12件，已发通知；与@zhangsan对接。", "")]
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
    assert reports_stored(town) == [("1-2", "blocked", 0, "", "等省里文件")]


async def test_of_blocked_work_the_percent_of_the_last_report_stays(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    assert "状态：受阻\n进度：40%\n" in await lin.says("1-2 受阻 等省里文件")
    await lin.presses("提交")
    assert reports_stored(town)[-1] == ("1-2", "blocked", 40, "", "等省里文件")


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
        "进度请填 0 到 100 的整数，例如 80。",
        "已记下：",
        "状态：进行中",
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
    assert answer.startswith("已记下：\n进度：60%\n情况：60% 立案12.5件，已发通知\n")
    assert answer.endswith("“立案12.5件”填不进去：立案件数按“件”填整数。请重发这个数。")
    assert "进度：60%\n情况：60% 立案12.5件，已发通知\n统计数据：立案件数 12 件" in await lin.says("立案12")


async def test_of_two_numbers_for_one_figure_neither_is_taken(lin: Resident) -> None:
    answer = await lin.says("1-2 60% 立案12 立案13")
    assert answer.endswith("立案件数写了几个数：立案12、立案13。哪个计入统计？请点一个，或发准确的数。")
    assert "统计数据：立案件数 13 件" in await lin.says("立案13")


async def test_a_note_that_is_too_long_is_asked_for_and_the_rest_is_kept(lin: Resident) -> None:
    answer = await lin.says("1-2 完成80%，立案12件，" + "字" * 2100)
    assert answer.startswith("文字请控制在 2000 字以内（现在 2112 字），请精简后再发。\n已记下：\n进度：80%\n")
    assert "进度：80%\n情况：短\n统计数据：立案件数 12 件" in await lin.says("短")


async def test_a_note_of_1500_characters_is_stored_to_its_end(town: Town, lin: Resident) -> None:
    note = "做了很多工作；" * 200 + "尾巴一定要留下"
    await lin.submits(f"1-2 完成80%，{note}")
    assert reports_stored(town) == [("1-2", "in_progress", 80, f"完成80%，{note}", "")]


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
    assert len(reports_stored(town)) == 2


async def test_a_figure_in_doubt_is_not_called_taken(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 50% 立案12件，案值350.5万元")
    await town.move_to("2019-11-28 09:00")
    asked = await lin.says("1-2 65% 立案5件 案值20万元")
    assert asked.startswith("已记下：\n进度：65%\n\n填报 1-2") and "现在写的是：立案件数 5 件\n" in asked
    assert asked.count("案值 20 万元") == 1


async def test_a_figure_that_is_put_right_in_a_sentence_is_in_doubt_no_longer(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 50% 立案12件")
    await town.move_to("2019-11-28 09:00")
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


# Without its task, or with another's


@pytest.mark.parametrize("said", ["搞定✅", "全部完成啦🎉", "已完成👍🏻，立案3件"])
async def test_what_is_done_with_an_emoji_is_done(lin: Resident, said: str) -> None:
    assert f"状态：已完成\n情况：{said}" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize("said", ["会商已全部完成，报送", "移交的全办完了"])
async def test_what_is_done_among_other_words_is_shown_as_done(town: Town, lin: Resident, said: str) -> None:
    assert f"状态：已完成\n情况：{said}" in await lin.says(f"1-2 {said}")
    assert "已提交" in await lin.presses("提交")
    assert town.rows("SELECT status, note FROM reports") == [{"status": "submitted", "note": said}]


async def test_where_only_a_part_is_done_the_percentage_is_asked(lin: Resident) -> None:
    assert "完成了百分之几" in await lin.says("1-2 第一批检查完毕")


# Picking a task in words


@pytest.mark.parametrize("said", ["搞不动，人手不够", "卡着 企业不愿意作证"])
async def test_what_does_not_move_is_blocked(lin: Resident, said: str) -> None:
    assert "状态：受阻" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize(
    ("said", "answer"), [("🙏🙏🙏", "不客气"), ("👍🏻", "不客气"), ("得嘞", "好的"), ("好", "好的"), ("知道了", "好的")]
)
async def test_who_nods_is_answered_in_a_word(lin: Resident, said: str, answer: str) -> None:
    assert await lin.says(said) == f"{answer}，有事随时说。"


@pytest.mark.parametrize(
    ("said", "status"),
    [("下周办完", "进行中"), ("春节前办完", "进行中"), ("上周办完", "已完成"), ("提前办完了，原定年底前", "已完成")],
)
async def test_what_is_still_to_be_done_is_not_done(zhou: Resident, said: str, status: str) -> None:
    await zhou.says(f"1-8 {said}")
    assert f"状态：{status}\n情况：{said}" in zhou.sees()


async def test_a_nod_at_the_preview_submits(lin: Resident) -> None:
    assert "已提交" in await lin.says("1-2 80%", "👌")


async def test_what_the_own_unit_has_done_is_done(lin: Resident) -> None:
    assert "状态：已完成" in await lin.says("我单位1-2任务已办结，特此报告。")


async def test_a_percent_before_a_count_is_that_of_the_task(lin: Resident) -> None:
    assert "进度：60%" in await lin.says("1-2 60% 抽检5批次")


@pytest.mark.parametrize("words", ["1-2受阻，缺经费", "1-2 受阻，缺经费", "1-2受阻:缺经费", "受阻，1-2，缺经费"])
async def test_a_code_is_no_part_of_what_blocks_the_task(lin: Resident, words: str) -> None:
    assert "困难和需要的支持：缺经费" in await lin.says(words)


async def test_what_failed_a_test_has_a_number_of_its_own(zhou: Resident) -> None:
    assert "抽检批次 120" in await zhou.says("1-8 60% 抽检了120批次不合格4批次都下架了")
    assert "统计数据" not in await zhou.says("1-9 60% 抽检出了3批不合格")


@pytest.mark.parametrize("said", ["1-2 本月完成检查120家", "1-2 11月完成检查120家"])
async def test_figures_of_a_task_are_a_report_though_it_might_only_be_looked_at(lin: Resident, said: str) -> None:
    assert f"情况：{said[4:]}\n统计数据：检查户次 120" in await lin.says(said)


@pytest.mark.parametrize("said", ["1-2 本月要完成检查120家", "1-2 立案120件了吗"])
async def test_a_plan_or_a_question_with_figures_shows_the_task(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("1-2 昆仑行动打食药环犯罪")
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize(
    "said",
    [
        "1-2 做了：1. 打掉窝点一个 2. 抓3人 3. 查扣假酒一批",
        "1-2\n1. 打掉窝点一个\n2. 抓3人",
        "1-2 本周：1.打掉窝点1个 2.抓3人",
    ],
)
async def test_the_numbers_of_the_items_of_a_list_count_nothing(lin: Resident, said: str) -> None:
    assert "统计数据：抓获人数 3 人，捣毁窝点数 1 个" in await lin.says(said)
