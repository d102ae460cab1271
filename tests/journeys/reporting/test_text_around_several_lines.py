"""Several lines in one message: numbers, greetings, headings and what leads or continues go where they belong."""

import pytest

from tests.journeys.reporting.reports_stored import reports_stored
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said",
    [
        "1、14-2 60%\n2、18-1 70%",
        "1. 14-2 60%\n2. 18-1 70%",
        "（1）14-2 60%\n（2）18-1 70%",
        "①14-2 60%\n②18-1 70%",
        "- 14-2 60%\n- 18-1 70%",
        "1.14-2 60%\n2.18-1 70%",
    ],
)
async def test_the_numbers_of_a_list_are_no_notes(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    await lin.presses("全部提交")
    assert reports_stored(town) == [("14-2", "in_progress", 60, "", ""), ("18-1", "in_progress", 70, "", "")]


async def test_one_line_with_a_number_is_read_too(lin: Resident) -> None:
    assert "进度：60%\n情况：（无）" in await lin.says("1、14-2 60%")


async def test_what_is_said_below_a_report_belongs_to_it(town: Town, lin: Resident) -> None:
    shown = await lin.says("14-2 60%\n已发通知，立案3件\n18-1 70%\n开了会")
    assert "没看懂" not in shown and "进度：60%\n情况：已发通知，立案3件\n统计数据：立案件数 3 件" in shown
    await lin.presses("全部提交")
    assert reports_stored(town) == [
        ("14-2", "in_progress", 60, "已发通知，立案3件", ""),
        ("18-1", "in_progress", 70, "开了会", ""),
    ]


async def test_greetings_and_headings_are_passed_over(town: Town, lin: Resident) -> None:
    shown = await lin.says("各位领导好\n本周进展：\n14-2 60%\n18-1 70%\n谢谢")
    assert "没看懂" not in shown
    await lin.presses("全部提交")
    assert reports_stored(town) == [("14-2", "in_progress", 60, "", ""), ("18-1", "in_progress", 70, "", "")]


async def test_below_a_line_with_a_code_words_of_other_tasks_are_told_of_it(lin: Resident) -> None:
    shown = await lin.says("14-2 查处案件12起，罚款3.5万元\n存在问题：昆仑行动经费不足")
    assert shown.startswith("填报 14-2") and "读到" not in shown


async def test_below_a_line_with_a_code_a_task_that_says_how_far_it_is_stands_for_itself(lin: Resident) -> None:
    shown = await lin.says("14-2 60%\n昆仑行动 70%")
    assert "填报 14-2" in shown and "填报 1-2" in shown


async def test_figures_told_before_several_tasks_are_named_as_not_taken(town: Town, zhou: Resident) -> None:
    told = "本周出动执法人员120人次，检查市场主体86家，立案5件"
    shown = await zhou.says(f"{told}。1-8已完成，1-9完成60%左右，27-9因经费未到位暂未启动。")
    assert shown.startswith("读到 3 条") and shown.endswith(f"没看懂这几行，请另发：\n{told}"), shown
    assert town.rows("SELECT figures FROM drafts WHERE figures != '{}'") == []


@pytest.mark.parametrize("said", ["立案5件，1-8，罚款3万，1-9", "全市检查86家，其中1-8检查40家，1-9检查46家"])
async def test_what_a_figure_before_several_tasks_is_of_may_be_asked(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("您指的是哪一项？")


async def test_what_stands_before_the_first_of_several_tasks_is_of_it(zhou: Resident) -> None:
    said = "检查86家立案5件1-8已完成，1-9完成60%左右"
    await zhou.says(said)
    assert "立案件数 5 件，检查户次 86" in await zhou.presses("1-8")
    await zhou.says("取消", "不要了", said)
    shown = await zhou.presses("1-9")
    assert "进度：60%\n情况：（无）" in shown and "统计数据" not in shown


async def test_the_head_of_a_pasted_table_is_passed_over(town: Town, zhou: Resident) -> None:
    shown = await zhou.says("编号\t状态\t情况\n1-8\t进行中\t正在摸排，60%\n1-9\t受阻\t缺经费")
    assert shown.startswith("读到 2 条") and "没看懂" not in shown and shown.endswith("困难和需要的支持：缺经费")
    await zhou.says("取消", "不要了")
    assert (await zhou.says("情况\t良好\n1-8\t60%\n1-9\t70%")).endswith("没看懂这几行，请另发：\n情况\t良好")


async def test_a_table_pasted_with_bars_is_read_row_by_row_and_keeps_none_of_them(zhou: Resident) -> None:
    head = "| 序号 | 任务 | 进展情况 |\n| --- | --- | --- |\n"
    shown = await zhou.says(f"{head}| 1 | 1-8 | 立案12件 | 80% |\n| 2 | 1-9 | 立案3件 | 正在摸排 | 50% |")
    assert shown.startswith("读到 2 条") and "没看懂" not in shown and "|" not in shown
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 12 件" in shown
    assert "进度：50%\n情况：立案3件，正在摸排，50%\n统计数据：立案件数 3 件" in shown


async def test_a_single_row_with_bars_is_a_report(zhou: Resident) -> None:
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 12 件" in await zhou.says("1-8｜立案12件｜80%")
    await zhou.says("取消", "不要了")
    assert "情况：立案3件 | 60%" in await zhou.says("1-8 立案3件 | 60%")
