"""Several reports in one message: shown together, submitted together or one by one."""

import pytest

from tests.journeys.reporting.reports_stored import drafts_stored, reports_stored
from tests.journeys.town import Resident, Town


async def test_several_lines_are_shown_apart_and_submitted_together(town: Town, lin: Resident) -> None:
    assert await lin.says("14-2 50%，立案3件\n18-1 已完成，已总结") == (
        "读到 2 条，请核对，可一起或逐条提交：\n"
        "\n"
        "填报 14-2 犯罪形势研判（措施待核实）\n"
        "状态：进行中\n"
        "进度：50%\n"
        "情况：（无）\n"
        "统计数据：立案件数 3 件\n"
        "\n"
        "填报 18-1 公安部部署严打侵权\n"
        "状态：已完成\n"
        "情况：已完成，已总结"
    )
    assert lin.buttons() == ["全部提交", "提交 14-2", "修改 14-2", "提交 18-1", "修改 18-1", "取消"]
    assert await lin.presses("全部提交") == (
        "已提交 ✓\n14-2 犯罪形势研判（措施待核实） · 进行中 50%\n18-1 公安部部署严打侵权 · 已完成\n办公室审核后即办结。"
    )
    assert lin.buttons() == ["撤回 14-2", "更正 14-2", "撤回 18-1", "更正 18-1"]
    assert reports_stored(town) == [
        ("14-2", "in_progress", 50, "", ""),
        ("18-1", "submitted", 100, "已完成，已总结", ""),
    ]
    assert drafts_stored(town) == []


@pytest.mark.parametrize("said", ["2-3和8-2都完成了", "finished 2-3 and 8-2", "已完成2-3、8-2"])
async def test_one_sentence_may_be_about_several_tasks(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("读到 2 条，")
    await lin.presses("全部提交")
    assert reports_stored(town) == [("2-3", "submitted", 100, "", ""), ("8-2", "submitted", 100, "", "")]


async def test_one_sentence_may_say_something_of_each_task(town: Town, lin: Resident) -> None:
    await lin.says("2-3 50%，8-2 60%，已发函")
    await lin.presses("全部提交")
    assert reports_stored(town) == [("2-3", "in_progress", 50, "", ""), ("8-2", "in_progress", 60, "60%，已发函", "")]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("18-1 75%，立案3件\n38-1同上", [("18-1", "in_progress", 75, ""), ("38-1", "in_progress", 75, "同上")]),
        ("14-2完成了 18-1也完成了", [("14-2", "submitted", 100, ""), ("18-1", "submitted", 100, "")]),
        (
            "finished 2-3 and 8-2, 7-1 at 30%",
            [("2-3", "submitted", 100, ""), ("8-2", "submitted", 100, ""), ("7-1", "in_progress", 30, "")],
        ),
        (
            "6-7没变化，8-2也没变化，14-2写了份形势报告",
            [
                ("6-7", "in_progress", 0, ""),
                ("8-2", "in_progress", 0, ""),
                ("14-2", "in_progress", 0, "写了份形势报告"),
            ],
        ),
        (
            "2-3和7-1都在推进，没啥新情况",
            [("2-3", "in_progress", 0, "都在推进，没啥新情况"), ("7-1", "in_progress", 0, "都在推进，没啥新情况")],
        ),
        (
            "1-2完成了，但是2-3 40%",
            [("1-2", "submitted", 100, ""), ("2-3", "in_progress", 40, "")],
        ),
        ("7-1建好了，其他没变化", [("7-1", "submitted", 100, "建好了")]),
    ],
)
async def test_what_is_said_of_each_of_several_tasks_is_its_own(
    town: Town, lin: Resident, said: str, read: list[tuple[str, str, int, str]]
) -> None:
    await lin.says(said)
    await lin.presses("全部提交" if len(read) > 1 else "提交")
    assert [row[:4] for row in reports_stored(town)] == read


@pytest.mark.parametrize("said", ["1-2要等2-3完成再办", "1-2配合2-3办完"])
async def test_what_waits_for_another_task_says_nothing_of_that(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    assert "填报 2-3" not in lin.sees()
    assert not any(row[0] == "2-3" for row in drafts_stored(town))


@pytest.mark.parametrize(
    "said",
    [
        "1-2、2-3完成，其他进行中",
        "1-2、2-3完成" + "，其他进行中" * 300,
        "1-2和2-3完成了，别的还在做",
        "1-2完成，2-3完成，其他持续推进",
        "finished 1-2 and 2-3, the rest in progress",
    ],
)
async def test_what_is_said_of_all_other_tasks_is_of_none_of_these(lin: Resident, said: str) -> None:
    shown = await lin.says(said)
    assert shown.count("状态：已完成\n情况：（无）") == 2
    assert "没看懂这几行，请另发：\n" + said.replace("，", ", ").split(", ")[-1] in shown


async def test_figures_of_several_tasks_at_once_are_of_neither(lin: Resident) -> None:
    assert (await lin.says("2-3和8-2 完成50%，共立案12件")).startswith("您指的是哪一项？")
    assert "进度：50%\n情况：（无）\n统计数据：立案件数 12 件" in await lin.presses("8-2")


async def test_lines_that_are_not_understood_stay_in_sight(lin: Resident) -> None:
    shown = await lin.says("呜啦啦\n14-2 50%\n18-1 60%")
    assert shown.endswith("没看懂这几行，请另发：\n呜啦啦")
    shown = await lin.presses("提交 14-2")
    assert "还有 1 条没提交：" in shown and shown.endswith("没看懂这几行，请另发：\n呜啦啦")
    assert lin.buttons() == ["提交 18-1", "修改 18-1", "取消"]
    assert (await lin.presses("提交 18-1")).endswith("没看懂这几行，请另发：\n呜啦啦")


async def test_a_line_on_somebody_else_s_task_or_on_none_says_so(lin: Resident) -> None:
    shown = await lin.says("14-2 50%\n1-8 50%\n99-9 20%\n呜啦啦\n18-1 60%")
    assert shown.endswith(
        "“1-8 50%”：1-8 由市市场监管局负责，不是您单位的任务。发“我的任务”看本单位的；有情况请发“告诉办公室：…”。\n"
        "“99-9 20%”：没有找到您可以查看的任务 99-9，请发“我的任务”查看。\n"
        "没看懂这几行，请另发：\n呜啦啦"
    )


async def test_what_can_no_longer_be_stored_is_named_and_holds_nothing_up(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    town.move_away("18-1")
    assert await lin.presses("全部提交") == (
        "已提交 ✓\n"
        "14-2 犯罪形势研判（措施待核实） · 进行中 50%\n"
        "\n"
        "还有 1 条没提交：\n"
        "\n"
        "18-1：这项任务现在不由您的单位负责，请发“我的任务”查看。"
    )
    assert [code for code, *_ in reports_stored(town)] == ["14-2"]
    assert lin.buttons() == ["取消"]


async def test_what_a_colleague_has_reported_meanwhile_is_shown_first(
    town: Town, lin: Resident, wang: Resident
) -> None:
    await lin.says("6-7 10%\n7-1 20%")
    await wang.submits("6-7 60% 开了会")
    shown = await lin.presses("全部提交")
    assert "7-1 打假研判平台建设 · 进行中 20%" in shown
    assert "同单位刚有人报过这项：\n2019年11月25日 王警官：进行中 60%\n60% 开了会\n状态：进行中\n进度：10%" in shown
    assert lin.buttons() == ["仍然提交 6-7", "修改 6-7", "取消"]
    await lin.presses("仍然提交 6-7")
    assert reports_stored(town)[-1] == ("6-7", "in_progress", 10, "", "")


async def test_a_single_one_that_was_overtaken_is_answered_too(lin: Resident, wang: Resident) -> None:
    await lin.says("6-7 10%\n7-1 20%")
    await wang.submits("6-7 60%")
    assert "同单位刚有人报过这项" in await lin.presses("提交 6-7")


async def test_two_lines_on_one_task_are_made_one_report(town: Town, lin: Resident) -> None:
    shown = await lin.says("6-7 50%，开了会\n6-7 60%，立案3件\n7-1 20%")
    assert shown.startswith("6-7 分几处写的，已合成一份。\n\n读到 2 条")
    assert "进度：60%\n情况：50%，开了会\n统计数据：立案件数 3 件" in shown
    await lin.presses("全部提交")
    assert reports_stored(town) == [("6-7", "in_progress", 60, "50%，开了会", ""), ("7-1", "in_progress", 20, "", "")]


async def test_two_numbers_for_one_figure_in_two_lines_are_asked_about(lin: Resident) -> None:
    shown = await lin.says("6-7 50% 立案3\n6-7 立案5\n7-1 20%")
    assert "立案件数写了几个数：3、5。" in shown
    assert "补充 6-7" in lin.buttons()


async def test_a_line_that_lacks_something_is_completed_in_the_dialog(town: Town, lin: Resident) -> None:
    shown = await lin.says("6-7 150%，已发函\n8-2 60%\n1-2 已开会")
    assert "进度请填 0 到 100 的整数，例如 80。\n还差“进度”，不好估就发“跳过”。" in shown
    assert shown.endswith("情况：已开会\n还差“进度”，不好估就发“跳过”。")
    assert lin.buttons() == ["补充 6-7", "提交 8-2", "修改 8-2", "补充 1-2", "取消"]
    assert "完成了百分之几" in await lin.presses("补充 6-7")
    assert "进度：50%\n情况：150%，已发函" in await lin.says("50")
    await lin.presses("提交")
    assert reports_stored(town) == [("6-7", "in_progress", 50, "150%，已发函", "")]


async def test_a_jump_is_asked_about_before_all_are_submitted(town: Town, lin: Resident) -> None:
    await lin.submits("6-7 50% 立案12")
    shown = await lin.says("6-7 60% 立案9999\n7-1 20%\n8-2 30%")
    assert "这些数与上次相差十倍以上，请核对：立案件数 9,999 件（上次 12 件）。" in shown
    await lin.presses("全部提交")
    assert [code for code, *_ in reports_stored(town)] == ["6-7", "7-1", "8-2"]
    assert "就是这样" not in lin.buttons()
    await lin.presses("补充 6-7", "就是这样", "提交")
    assert reports_stored(town)[-1] == ("6-7", "in_progress", 60, "", "")


async def test_one_of_several_is_changed_in_the_dialog_and_the_others_wait(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    assert "填报 14-2" in await lin.presses("修改 14-2")
    await lin.presses("修改", "进度")
    assert "进度：55%" in await lin.says("55")
    assert "还没提交的填报：18-1。" in await lin.presses("提交")
    assert "进度：60%" in await lin.presses("继续填报 18-1")
    await lin.presses("提交")
    assert reports_stored(town) == [("14-2", "in_progress", 55, "", ""), ("18-1", "in_progress", 60, "", "")]


async def test_the_last_percent_stays_where_a_line_names_none(lin: Resident) -> None:
    await lin.reports("14-2", "进行中", "40")
    assert "进度：40%\n情况：已开会" in await lin.says("14-2 已开会\n18-1 60%")


async def test_several_lines_in_english(town: Town, grace: Resident) -> None:
    codes = [row["code"] for row in town.rows(CODES, "市贸促会")][:2]
    shown = await grace.says(f"{codes[0]} 50%, filed 12\n{codes[1]} blocked waiting for papers")
    assert shown.startswith("2 reports read. Please check, then submit all of them or one by one:\n\nReporting on ")
    assert "Figures: cases filed 12" in shown and "Obstacle and need: waiting for papers" in shown
    assert (await grace.presses("Submit all")).startswith("已提交 ✓ Submitted\n")
    assert [row[1] for row in reports_stored(town)] == ["in_progress", "blocked"]


CODES = """SELECT code FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
WHERE units.name = ? AND kind <> 'done' ORDER BY position"""


async def test_what_is_not_complete_is_not_submitted_and_it_is_said_why(town: Town, lin: Resident) -> None:
    shown = await lin.says("1-2 正在摸底\n1-2 走访两家\n2-3 60%", "2-3 不要了", "提交")
    assert shown.startswith("1-2 还没填全，没有提交。请补上差的，例如“1-2 60%”；") and reports_stored(town) == []


@pytest.mark.parametrize("said", ["2-3 8-2 70", "2-3 8-2 都是70", "2-3, 8-2 and 7-1 are all at 70"])
async def test_a_number_behind_several_tasks_is_the_percent_of_each(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    assert {row["percent"] for row in town.rows("SELECT percent FROM drafts")} == {70}


async def test_percentages_that_nobody_knows_are_skipped_at_once(town: Town, nong: Resident) -> None:
    await nong.says("1-3到90了 4-2还差汉南 3-5签了", "提交")
    assert "还差“进度”" not in await nong.says("跳过")
    assert (await nong.says("没有")).startswith("好的，就这些。请点“全部提交”")
    await nong.says("都对")
    assert sorted(row[:3] for row in reports_stored(town)) == [
        ("1-3", "in_progress", 90),
        ("3-5", "in_progress", 0),
        ("4-2", "in_progress", 0),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "14-2、18-1、6-7分别完成90%、80%、70%",
        "14-2 18-1 6-7 分别是90、80、70",
        "14-2、18-1、6-7 都是进行中 分别90、80、70",
    ],
)
async def test_the_percents_of_several_may_stand_in_order(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    await lin.presses("全部提交")
    assert {row[0]: (row[2], row[3]) for row in reports_stored(town)} == {
        "14-2": (90, ""),
        "18-1": (80, ""),
        "6-7": (70, ""),
    }


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        ("1-3 95%\n2-6 80%\n3-5 完成\n都没有统计数据", ("", "", "")),
        ("1-3 95%\n2-6 80%\n3-5 完成\n以上均无困难和问题", ("", "", "")),
        ("1-3 95%\n2-6 80%\n3-5 完成，抽了三家\n都没有照片", ("", "", "完成，抽了三家")),
    ],
)
async def test_what_none_of_them_has_is_nobodys_note(
    town: Town, nong: Resident, said: str, notes: tuple[str, ...]
) -> None:
    await nong.says(said, "全部提交")
    assert [row[1] for row in reports_stored(town)] == ["in_progress", "in_progress", "submitted"]
    assert tuple(row[3] for row in reports_stored(town)) == notes


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("1-3 查了3家\n2-6 抽了8批\n都是80%", [("1-3", 80), ("2-6", 80)]),
        ("1-3 查了3家\n2-6 抽了8批\n都完成了", [("1-3", 100), ("2-6", 100)]),
        ("农资打假和饲料抽检都完成了", [("1-3", 100), ("2-6", 100)]),
        ("农资打假、饲料抽检、屠宰培训都是80%", [("1-3", 80), ("2-6", 80), ("43-1", 80)]),
    ],
)
async def test_what_is_told_of_all_of_them_is_told_of_each(
    town: Town, nong: Resident, said: str, stored: list[tuple[str, int]]
) -> None:
    await nong.says(said, "全部提交")
    assert [(row[0], row[2]) for row in reports_stored(town)] == stored


async def test_what_follows_of_one_of_those_named_together_is_its_own(nong: Resident) -> None:
    shown = await nong.says("农资打假和饲料抽检都完成了，农资立案38件、罚没67万元，饲料抽检60批次")
    of_the_first, _, of_the_second = shown.partition("填报 2-6")
    assert "状态：已完成" in of_the_first and "统计数据：立案件数 38 件，罚没金额 67 万元" in of_the_first
    assert "状态：已完成" in of_the_second and "统计数据：抽检批次 60" in of_the_second
    assert "困难和需要的支持：没经费" in (await nong.says("农资打假和饲料抽检都受阻，没经费")).partition("填报 2-6")[2]


async def test_another_percent_below_a_report_is_its_note_unless_it_puts_that_right(zhou: Resident) -> None:
    shown = await zhou.says("1-8 60%\n区里差不多50%\n1-9 70%")
    assert "进度：60%\n情况：区里差不多50%" in shown and "进度：70%" in shown
    await zhou.says("取消", "不要了")
    assert "进度：65%" in await zhou.says("1-8 60%\n不对，是65%\n1-9 70%")


@pytest.mark.parametrize("said", ["1-8、1-9 截止目前的填报情况", "1-8、1-9目前的进展情况", "1-8和1-9工作情况"])
async def test_how_several_tasks_stand_is_asked_for_and_not_reported(zhou: Resident, said: str) -> None:
    shown = await zhou.says(said)
    assert "填报 1-8" not in shown and "情况：" not in shown
