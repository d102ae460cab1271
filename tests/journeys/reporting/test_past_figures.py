"""Figures count once: those of an earlier period are corrected, running totals are subtracted."""

import pytest

from tests.journeys.town import Resident, Town

COUNTED = "SELECT report_id, indicator, before, value FROM figure_corrections ORDER BY id"
TOO_MUCH = "2019年1月1日起已报 12，比累计 10 多"


async def reported_last_month(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 40%，抓获8人，立案12件")
    await town.move_to("2019-12-10 09:30")


@pytest.mark.parametrize(
    "said",
    [
        "上个月报的抓获8人应该是6人",
        "上个月报的抓获8人不对应该是6人",
        "1-2 上月报的抓获8人应为6人",
        "上次报的抓获人数多报了两人",
        "上次报的抓获人数多报了3人，应该是6人",
        "更正11月数据：抓获8人改为6人",
        "11月抓获应该是6人",
    ],
)
async def test_a_figure_of_last_month_is_put_right_after_a_look(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await reported_last_month(town, lin)
    shown = await lin.says(said)
    assert "1-2 2019年11月25日的填报\n抓获人数 8 人 → 6 人\n" in shown and lin.buttons()[0] == "提交"
    assert town.rows(COUNTED) == []
    assert "已更正 ✓" in await lin.presses("提交")
    await town.restart_undone()
    assert town.rows(COUNTED) == [{"report_id": 1, "indicator": "抓获人数", "before": 8.0, "value": 6.0}]
    assert len(town.rows("SELECT id FROM reports")) == 1
    assert "抓获人数 6 人" in await chen.says("抓获多少人") and "抓获人数 6 人" in await chen.says("11月抓获多少")


async def test_a_report_of_last_month_that_is_replaced_counts_in_last_month(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await reported_last_month(town, lin)
    await lin.says("更正", "抓获6人")
    await lin.presses("提交")
    assert [row["replaces"] for row in town.rows("SELECT replaces FROM reports")] == [None, 1]
    for period, caught in {"11月": 6, "12月": 0, "今年": 6}.items():
        assert f"抓获人数 {caught} 人" in await chen.says(f"{period}抓获多少")
    assert "抓获人数 8 人" in await chen.says("截至11月30日抓获多少")


async def test_what_is_given_back_counts_in_no_month_any_more(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2完成了，抓获8人")
    await town.move_to("2019-12-10 09:30")
    await chen.says("1-2退回，名单不符")
    await chen.presses("退回")
    await lin.submits("抓获7人")
    for period, caught in {"11月": 0, "12月": 7, "今年": 7}.items():
        assert f"抓获人数 {caught} 人" in await chen.says(f"{period}抓获多少")


async def test_which_report_is_meant_is_asked_and_the_number_can_be_changed(town: Town, lin: Resident) -> None:
    await lin.submits("2-3 抓获5人")
    await reported_last_month(town, lin)
    assert "要更正哪一份填报的抓获人数" in await lin.says("上个月抓获人数报错了，改成7人")
    assert "抓获人数 5 人 → 7 人" in await lin.says("2-3")
    await lin.presses("修改", "应该是")
    assert "抓获人数 5 人 → 9 人" in await lin.says("9")
    await lin.presses("提交")
    assert [row["value"] for row in town.rows(COUNTED)] == [9.0]


async def test_what_was_never_reported_cannot_be_put_right(town: Town, lin: Resident) -> None:
    await reported_last_month(town, lin)
    assert (await lin.says("上个月报的培训人次86应该是92")).startswith("没找到要更正的培训人次")
    assert town.rows("SELECT id FROM dialogs WHERE state <> 'ended'") == [] == town.rows(COUNTED)


async def test_said_in_the_middle_of_a_report_it_is_no_note(town: Town, lin: Resident) -> None:
    await reported_last_month(town, lin)
    await lin.begins("1-2", "进行中")
    await lin.says("60", "上个月报的立案12件应该是10件")
    assert "做了哪些工作" in await lin.presses("提交", "继续")
    assert town.rows("SELECT note, figures FROM drafts") == [{"note": None, "figures": None}]


async def test_a_running_total_below_what_was_reported_is_asked_about_and_the_rest_is_kept(
    town: Town, lin: Resident
) -> None:
    await reported_last_month(town, lin)
    asked = await lin.says("1-2 60%，累计立案10件，已发函")
    assert TOO_MUCH in asked and lin.buttons()[:2] == ["新增", "先不报"]
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 60, "note": "60%，累计立案10件，已发函"}]
    assert "统计数据：立案件数 10 件" in await lin.says("立案10件")


async def test_a_note_with_such_a_total_is_kept_and_the_total_is_asked_about(town: Town, lin: Resident) -> None:
    await reported_last_month(town, lin)
    await lin.begins("1-2", "进行中")
    assert TOO_MUCH in await lin.says("60", "累计立案10件，已发函")
    assert town.rows("SELECT note, step FROM drafts") == [{"note": "累计立案10件，已发函", "step": "figures"}]


async def test_a_running_total_in_brackets_is_subtracted_and_shown(town: Town, lin: Resident) -> None:
    await reported_last_month(town, lin)
    assert "立案件数 累计 15 件（已报 12，本次新增 3）" in await lin.says("1-2 60%，立案15件（累计）")
    await lin.presses("提交")
    assert town.rows("SELECT value, said FROM report_figures WHERE report_id = 2") == [{"value": 3.0, "said": 15.0}]


@pytest.mark.parametrize(
    ("asked", "figure"),
    [
        ("今年案值多少", "案值 20 万元"),
        ("how many items did we seize this year", "查获件数 40 件"),
        ("我们一共查了多少起", "立案件数 3 件"),
        ("查了多少起案子", "立案件数 3 件"),
    ],
)
async def test_how_much_of_a_figure_is_answered_with_its_sum(lin: Resident, asked: str, figure: str) -> None:
    await lin.submits("1-2 50% 立案3件，案值20万元，查扣40件，检查30户次")
    heard = await lin.says(asked)
    assert heard.startswith("统计数据 · 我的任务") and heard.splitlines()[1:] == [figure]


async def test_that_there_were_too_many_puts_the_only_figure_right(lin: Resident) -> None:
    await lin.submits("18-1抓了10个")
    assert "统计数据：抓获人数 8 人" in await lin.says("18-1抓多了 是8个")


async def test_a_figure_that_is_named_is_no_other_one(town: Town, lin: Resident) -> None:
    await lin.says("1-2 立案3件", "案值改成6万")
    assert town.rows("SELECT figures FROM drafts") == [{"figures": '{"立案件数": 3, "案值": 6}'}]


async def test_a_figure_of_an_earlier_report_on_a_closed_task_is_put_right(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2 60%，抓获3人", "提交", "1-2完成了", "提交")
    await chen.says("1-2通过")
    assert "抓获人数 3 人 → 4 人" in await lin.says("1-2 抓获人数应该是4")
    assert (await lin.says("1-2 立案件数应该是4")).startswith("没找到要更正的立案件数")
