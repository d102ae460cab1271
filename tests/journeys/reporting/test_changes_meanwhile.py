"""What happens while a report lies unfinished: a colleague reports, the task is closed or moved, days pass."""

import pytest

from data.office.importing import import_plan
from data.plan.files.plan import read_plan
from data.plan.unit_names import shipped_unit_names
from tests.journeys.town import ISSUED, PLAN, Resident, Town


def in_dialog(town: Town) -> list[object]:
    """Return the reports that are being filled in."""
    return list(town.rows("SELECT * FROM drafts WHERE bundle IS NULL"))


async def close(lin: Resident, chen: Resident, code: str) -> None:
    await lin.reports(code, "已完成")
    await chen.reviews("通过")


async def test_a_report_taken_up_again_shows_what_it_holds_and_how_the_task_stands(
    town: Town, lin: Resident, wang: Resident
) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("80", "立案 <12> 件")
    await wang.reports("1-2", "进行中", "60", "走访五家")
    await town.move_to("2019-12-03 08:00")
    await town.restart()
    assert (await lin.says("报进展")).splitlines() == [
        "您有一份没填完的进展：1-2 昆仑行动打食药环犯罪",
        "状态：进行中",
        "进度：80%",
        "情况：立案 <12> 件",
        "这项任务现在：进行中 60% · 还有88天",
        "同单位新的填报：2019年11月25日 王警官：进行中 60%",
        "走访五家",
        "继续填，还是重新填？",
    ]
    assert "统计数据吗" in await lin.presses("继续填报")


async def test_whoever_leaves_one_report_for_another_sees_both_codes(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("2-3")
    assert "改填 2-3" in await lin.presses("报进展")
    assert lin.buttons() == ["继续填报 1-2", "重新填报 2-3"]


async def test_a_colleagues_report_is_shown_whole_before_ones_own_is_stored(
    town: Town, lin: Resident, wang: Resident
) -> None:
    await lin.begins("1-2", "进行中", "50%", "直接核对")
    await wang.begins("1-2", "受阻", "25%", "跳过")
    await wang.says("等省里文件", "立案3")
    await wang.does(lambda: town.world.send_document(wang.id, "报告.pdf", b"%PDF" + bytes(3000)))
    await wang.presses("下一步", "提交")
    assert (await lin.presses("提交")).splitlines() == [
        "填报 1-2 昆仑行动打食药环犯罪",
        "同单位刚有人报过这项：",
        "2019年11月25日 王警官：受阻 25%",
        "困难和需要的支持：等省里文件",
        "统计数据：立案件数 3 件",
        "佐证材料：报告.pdf（2 KB）",
        "还要提交您这一份吗？",
    ]
    assert len(town.rows("SELECT id FROM reports")) == 1
    assert "已提交" in await lin.presses("仍然提交")
    assert len(town.rows("SELECT id FROM reports")) == 2


@pytest.mark.parametrize("words", ["是的", "好的", "要提交", "对，提交", "提交", "仍然提交"])
async def test_who_agrees_to_submit_ones_own_too_need_not_press(
    town: Town, lin: Resident, wang: Resident, words: str
) -> None:
    await lin.says("2-3 60%，开了会")
    await wang.submits("2-3 70%，开了会")
    assert (await lin.says("提交")).endswith("还要提交您这一份吗？")
    assert "已提交" in await lin.says(words)
    assert town.rows("SELECT percent FROM reports ORDER BY id") == [{"percent": 70}, {"percent": 60}]


@pytest.mark.parametrize("words", ["70", "我的任务"])
async def test_whoever_says_something_else_in_between_is_asked_once_more_before_a_second_report(
    town: Town, lin: Resident, wang: Resident, words: str
) -> None:
    await lin.says("2-3 60%，开了会")
    await wang.submits("2-3 70%，开了会")
    await lin.says("提交", words)
    assert (await lin.says("提交")).endswith("还要提交您这一份吗？")
    assert len(town.rows("SELECT id FROM reports")) == 1


async def test_whoever_sees_a_colleagues_report_can_leave_it_at_that(town: Town, lin: Resident, wang: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%", "直接核对")
    await wang.reports("1-2", "进行中", "60")
    assert await lin.presses("提交", "取消") == "已取消，没有提交任何内容。"
    assert town.rows("SELECT percent FROM reports") == [{"percent": 60}]


async def test_a_returned_report_that_a_colleague_has_redone_is_not_stored_twice_unasked(
    town: Town, lin: Resident, wang: Resident, chen: Resident
) -> None:
    await lin.reports("1-2", "已完成")
    await chen.says("/review")
    await chen.decides("退回", "请补充")
    await town.move_to("2019-11-25 08:32")
    await lin.reports("1-2", "已完成", note="补充好了")
    assert "同单位刚有人报过这项" in await wang.presses("1-2 报进展", "提交")
    assert len(town.rows("SELECT id FROM reports")) == 2


async def test_the_preview_names_the_report_before(lin: Resident, wang: Resident) -> None:
    await wang.reports("1-2", "进行中", "60")
    assert "上次填报：2019年11月25日 王警官：进行中 60%" in await lin.says("1-2 10%")


async def test_a_report_withdrawn_meanwhile_is_no_news(lin: Resident, wang: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%", "直接核对")
    await wang.reports("1-2", "进行中", "60")
    await wang.presses("撤回")
    assert "已提交" in await lin.presses("提交")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (["进行中"], "80"),
        (["进行中", "50%"], "正在做"),
        (["受阻", "50%", "跳过"], "等文件"),
        (["已完成", "跳过"], "立案12"),
    ],
)
async def test_a_task_that_moved_away_ends_the_report_at_the_next_word(
    town: Town, lin: Resident, answers: list[str], words: str
) -> None:
    await lin.begins("1-2", *answers)
    town.move_away("1-2")
    answer = await lin.says(words)
    assert answer.startswith(
        "这项任务现在不由您的单位负责，请发“我的任务”查看。\n这份 1-2 没有提交。\n您填的内容都留着：\n状态："
    )
    assert in_dialog(town) == []
    assert (await lin.says("呜啦啦")).startswith("没听明白。")


async def test_what_was_written_goes_on_when_the_task_comes_back(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("50%，走访企业五家")
    town.move_away("1-2")
    await lin.says("立案3")
    town.replan("UPDATE assignments SET gone_at = NULL")
    await lin.says("报进展")
    assert "情况：走访企业五家" in await lin.presses("继续填报 1-2") or "本期有统计数据吗" in lin.sees()


async def test_what_can_no_longer_be_handed_in_can_be_given_up(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    town.move_away("1-2")
    assert "真的取消吗" in await lin.says("80", "取消")
    await lin.presses("不要了")
    assert town.rows("SELECT * FROM drafts") == []


async def test_ones_own_later_report_is_not_told_as_a_colleagues(lin: Resident) -> None:
    await lin.says("1-2 50%\n2-3 40%")
    await lin.begins("2-3", "重新填报", "进行中")
    assert "已提交" in await lin.says("60", "提交", "提交")
    shown = await lin.says("继续")
    assert "仍然提交 2-3" in lin.buttons()
    assert "您已经报过这项：" in shown and "同单位" not in shown


@pytest.mark.parametrize("press", ["提交", "修改", "上一步"])
async def test_a_task_that_was_closed_ends_the_report_at_the_next_press(
    town: Town, lin: Resident, wang: Resident, chen: Resident, press: str
) -> None:
    await lin.begins("1-2", "已完成", "直接核对")
    await close(wang, chen, "1-2")
    assert await lin.presses(press) == (
        "1-2 已办结，不用再报。\n这份 1-2 没有提交。\n您填的内容都留着：\n状态：已完成\n情况：（无）"
    )
    assert lin.buttons() == [] and in_dialog(town) == []


async def test_a_file_for_a_task_that_moved_away_ends_the_report(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    town.move_away("1-2")
    answer = await lin.does(lambda: town.world.send_document(lin.id, "a.pdf", b"%PDF"))
    assert answer.endswith("这份 1-2 没有提交。\n您填的内容都留着：\n状态：已完成")
    assert town.rows("SELECT * FROM attachments") == []


async def test_a_correction_taken_back_makes_the_report_before_count(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "80")
    assert "以更正前的填报为准" in await lin.presses("更正", "修改", "进度", "50%", "提交", "撤回")
    assert lin.buttons() == ["撤回", "更正"]
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NULL") == [{"percent": 80}]


async def test_correcting_asks_what_becomes_of_an_unfinished_report(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "80")
    stored = lin.last()
    await lin.begins("2-3", "受阻")
    assert "没填完的进展：2-3" in await lin.presses("更正", on=stored)
    assert lin.buttons() == ["继续填报 2-3", "重新填报 1-2"]
    assert "进度：80%" in await lin.presses("重新填报 1-2")
    assert town.rows("SELECT replaces IS NOT NULL AS corrects FROM drafts ORDER BY 1") == [
        {"corrects": 0},
        {"corrects": 1},
    ]


async def test_reopening_asks_what_becomes_of_an_unfinished_report(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await chen.says("/review")
    await chen.decides("退回", "请补充")
    await lin.begins("2-3", "受阻")
    await town.move_to("2019-11-25 08:32")
    assert "没填完的进展：2-3" in await lin.presses("1-2 报进展")
    assert "做了哪些工作" in await lin.presses("继续填报 2-3")


async def test_a_plan_imported_anew_with_another_deadline_leaves_the_report_as_it_is(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("80")
    plan = PLAN.read_text(encoding="utf-8-sig").replace("2020年2月,", "2020年6月,")
    import_plan(
        town.db,
        read_plan(plan.encode(), "plan.csv", ISSUED, shipped_unit_names()),
        "新任务表",
        ISSUED,
        "plan.csv",
        town.clock.now(),
    )
    assert "还有218天" in await lin.presses("直接核对", "提交")
    assert town.rows("SELECT percent FROM reports") == [{"percent": 80}]


async def test_the_history_of_a_task_is_shown_while_reports_wait_for_consent(lin: Resident) -> None:
    await lin.says("1-2 50%，2-3 30%", "1-2的填报记录")
    assert lin.heard()[-2].startswith("共 0 条 · 填报记录 · 1-2") and "读到 2 条" in lin.sees()


async def test_what_begins_something_else_is_done_at_the_question_whether_to_give_up(lin: Resident) -> None:
    assert "真的取消吗" in await lin.says("2-3 受阻", "取消")
    other, question = (await lin.says("申请延期")).split("\n[", 1)[0], lin.sees()
    assert "哪一项需要延期？" in other.splitlines()[0] and "2-3 的进展还没填完\n真的取消吗" in question
    assert lin.buttons() == ["不要了", "继续"]
    assert "填报 2-3" in await lin.says("还是交吧")


async def test_an_order_given_instead_of_giving_up_is_not_confirmed_by_submitting_what_was_given_up(
    town: Town, chen: Resident
) -> None:
    await chen.says("27-4延期到1月底，因为按上级统一安排")
    assert chen.buttons()[0] == "提交"
    before = town.rows("SELECT * FROM tasks")
    await chen.says("取消", "谁没报")
    assert "真的取消吗" in chen.sees()
    assert "请核对" in await chen.says("提交")
    assert town.rows("SELECT * FROM tasks") == before


async def test_what_cannot_be_done_in_between_is_told_above_the_open_question(lin: Resident) -> None:
    await lin.says("1-2 又抓了3个")
    await lin.says("7-1延到12月20号")
    refused, question = (message.text for message in lin.messages()[-2:])
    assert refused.startswith("7-1 没有确定的期限") and "完成了百分之几" in question


async def test_a_check_that_fills_a_screen_does_not_come_back_whole(zhou: Resident) -> None:
    await zhou.says("1-8 50%，1-9 60%，1-12 70%，1-18 80%，2-12 90%", "我逾期的有哪些")
    assert zhou.sees().startswith("还有 5 条没提交") and zhou.buttons() == ["继续"]
    assert "读到 5 条" in await zhou.presses("继续")


async def test_an_empty_list_says_what_else_to_send(grace: Resident) -> None:
    assert (await grace.says("what is overdue")).endswith("There are none at present.\nTo see all, send “my tasks”.")
    assert "Without a deadline, to report on:\n⚪ 36-4" in await grace.says("what is due this year")
