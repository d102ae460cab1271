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
        "1-2 上次的8人更正为6人",
        "1-2上次报的8人其实是6人",
        "11月的抓获其实是6人，多了2人",
        "11月抓获8人不对，多算了2人",
        "上个月抓获应该是6人 漏了一人",
        "上个月抓获应该是6人，当时少报了1人黄陂的",
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
    for period, caught in {"11月": " 6 人", "12月": "：没有报过", "今年": " 6 人"}.items():
        assert f"抓获人数{caught}" in await chen.says(f"{period}抓获多少")
    assert "抓获人数 8 人" in await chen.says("截至11月30日抓获多少")


async def test_what_is_given_back_counts_in_no_month_any_more(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2完成了，抓获8人")
    await town.move_to("2019-12-10 09:30")
    await chen.says("1-2退回，名单不符")
    await chen.presses("退回")
    await lin.submits("抓获7人")
    for period, caught in {"11月": "：没有报过", "12月": " 7 人", "今年": " 7 人"}.items():
        assert f"抓获人数{caught}" in await chen.says(f"{period}抓获多少")


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


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("把第一次报的案值改成50万", "2019年11月25日的填报\n案值 60 万元 → 50 万元\n"),
        ("最开始报的案值应该是50万", "案值 60 万元 → 50 万元\n"),
        ("第一次报的案值多报了10万", "案值 60 万元 → 50 万元\n"),
        ("第二次报的案值改成50万", "要更正哪一份填报的案值"),
    ],
)
async def test_the_report_that_is_counted_out_is_corrected_and_no_draft_with_another_figure(
    town: Town, lin: Resident, said: str, shown: str
) -> None:
    await lin.submits("1-2 案值60万，60%")
    await lin.says("1-2 抓2人，案子在审，65%")
    await town.move_to("2019-12-03 09:00")
    await lin.submits("1-2 案值40万，70%")
    assert shown in await lin.says(said)
    assert town.rows("SELECT note, figures FROM drafts") == [
        {"note": "抓2人，案子在审，65%", "figures": '{"抓获人数": 2}'}
    ]


async def has_reported_twice(town: Town, lin: Resident, first: str, second: str) -> None:
    """Report on 25 November and on 2 December; it is 9 December now."""
    await lin.submits(first)
    await town.move_to("2019-12-02 09:00")
    await lin.submits(second)
    await town.move_to("2019-12-09 09:00")


async def test_a_running_total_told_later_stands_when_an_earlier_figure_is_put_right(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await has_reported_twice(town, lin, "1-2 累计立案8件，60%", "1-2 累计立案12件，65%")
    assert "要与前后报的累计对得上：0 到 12。" in await lin.says("11月25日报的立案改成15件")
    shown = await lin.says("9")
    assert "立案件数 8 件 → 9 件\n" in shown and "2019年12月2日报的累计 12 件 仍算数，其中新增改为 3 件。" in shown
    await lin.presses("提交")
    assert [(row["report_id"], row["value"]) for row in town.rows(COUNTED)] == [(1, 9), (2, 3)]
    assert "立案件数 12 件" in await chen.says("今年立案多少")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("12月2日报的立案12件应该是11件", "那份报的是累计：12 件 → 11 件。"),
        ("12月2日报的立案改成13件", "那份报的是累计：12 件 → 13 件。"),
        ("12月2日报的立案改成5件", "之前已报 8，累计不能更少"),
    ],
)
async def test_the_right_number_for_a_running_total_is_a_running_total(
    town: Town, lin: Resident, said: str, shown: str
) -> None:
    await has_reported_twice(town, lin, "1-2 立案8件，60%", "1-2 累计立案12件，65%")
    assert shown in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2 上周那3人里有1个放了，实际抓2人", "2019年12月2日的填报\n抓获人数 3 人 → 2 人"),
        ("1-2 11月抓的5人，实际只有4人", "2019年11月25日的填报\n抓获人数 5 人 → 4 人"),
        ("1-2 上周抓3人，实际在逃2人，65%", "和上次报的一样。是新增的，还是同一批？"),
        ("1-2 上周抓了6人，实际拘留4人", "填报 1-2"),
    ],
)
async def test_a_report_that_takes_back_some_of_those_told_before_corrects_them(
    town: Town, lin: Resident, said: str, shown: str
) -> None:
    await has_reported_twice(town, lin, "1-2 抓5人，60%", "1-2 又抓3人，65%")
    assert shown in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2 案值从80万核增到135万，新抓2人，65%", "案值 累计 135 万元（已报 80，本次新增 55），抓获人数 2 人"),
        ("1-2 案值由原来的80万元增加到135万元，65%", "案值 累计 135 万元（已报 80，本次新增 55）"),
        ("1-2 案值从80万降为60万，65%", "2019年1月1日起已报 80，比累计 60 多"),
        ("1-2 从3个小区查到案值12万，65%", "案值 12 万元"),
    ],
)
async def test_what_a_figure_has_risen_to_is_a_running_total(lin: Resident, said: str, shown: str) -> None:
    await lin.submits("1-2 案值80万元，抓获3人，60%")
    assert shown in await lin.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "1-2 上次的8人更正为6人，另外12月又抓获2人",
        "1-2 上次报的抓获8人应该是6人，另外本月抓获2名",
        "1-2 12月又抓获2人，另外上次报的8人应该是6人",
    ],
)
async def test_a_new_figure_beside_one_put_right_is_a_report_of_its_own(town: Town, lin: Resident, said: str) -> None:
    await reported_last_month(town, lin)
    await lin.says(said)
    report = lin.messages()[-2].text
    assert "填报 1-2" in report and "抓获人数 2 人" in report
    assert "抓获人数的更正还没提交" in lin.sees()
    await lin.says("50", "提交", "继续")
    assert "抓获人数 8 人 → 6 人" in lin.sees()
    await lin.presses("提交")
    assert [(row["before"], row["value"]) for row in town.rows(COUNTED)] == [(8.0, 6.0)]
    assert [row["value"] for row in town.rows("SELECT value FROM report_figures WHERE report_id = 2")] == [2.0]


async def test_what_was_left_out_is_no_right_number(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 立案5件 案值60万 80%")
    await town.move_to("2019-12-10 09:30")
    assert "案值 60 万元 → 65 万元\n" in await lin.says("11月的案值其实是65万，漏了5万")
    await lin.says("取消")
    await lin.presses("不要了")
    assert "案值 60 万元 → 65 万元\n" in await lin.says("上个月的案值60万不对，少了5万")


@pytest.mark.parametrize("said", ["上个月报的抓获8人里面有两个放了", "11月报的抓获8人当中有2人是区里抓的"])
async def test_a_part_of_a_figure_is_no_right_number(town: Town, lin: Resident, said: str) -> None:
    await reported_last_month(town, lin)
    assert await lin.says(said) == "抓获人数应该是多少？请发一个数。"
    assert "抓获人数 8 人 → 6 人" in await lin.says("6人")


@pytest.mark.parametrize(
    "said",
    [
        "昨天那个案值忘写了 35万",
        "昨天的案值漏了 35万",
        "昨天报的少了个案值 35万",
        "昨天漏写了，案值35万",
        "案值忘写了，35万",
    ],
)
async def test_what_was_forgotten_in_a_report_is_added_to_it(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2立案3起 抓12人 60%")
    await town.move_to("2019-11-26 09:30")
    await lin.submits(said)
    assert stored_last(town) == {"立案件数": 3, "抓获人数": 12, "案值": 35}
    assert town.rows("SELECT replaces FROM reports ORDER BY id") == [{"replaces": None}, {"replaces": 1}]


async def test_a_number_that_never_stood_in_the_report_is_not_added_to_it(town: Town, lin: Resident) -> None:
    await lin.submits("1-2立案3起 抓12人 60%")
    await town.move_to("2019-11-26 09:30")
    assert (await lin.says("昨天报的案值30万应该是35万")).startswith("没找到要更正的案值")


async def test_a_number_of_a_report_that_was_never_submitted_is_put_right_there(town: Town, lin: Resident) -> None:
    await lin.says("1-2 案值35万 立案3起", "提交")
    await town.move_to("2019-12-10 09:30")
    shown = await lin.says("上个月报的1-2案值应该是53万")
    assert "接着填2019年11月25日没有提交的那份" in shown and "案值 53 万元" in shown
    await lin.presses("提交")
    assert stored_last(town) == {"立案件数": 3, "案值": 53}


def stored_last(town: Town) -> dict[str, float]:
    rows = town.rows("SELECT indicator, value FROM report_figures WHERE report_id = (SELECT max(id) FROM reports)")
    return {row["indicator"]: row["value"] for row in rows}


@pytest.mark.parametrize("said", ["上个月1-2漏了1起立案", "1-2上个月立案漏报了1起", "上个月1-2立案少报了1起"])
async def test_what_was_left_out_last_month_is_added_there(town: Town, lin: Resident, said: str) -> None:
    await reported_last_month(town, lin)
    assert "1-2 2019年11月25日的填报\n立案件数 12 件 → 13 件\n" in await lin.says(said)


@pytest.mark.parametrize("said", ["上个月1-2漏了案值 40万", "1-2 上个月少报了案值40万"])
async def test_a_figure_that_was_left_out_last_month_is_put_into_the_report_of_then(
    town: Town, lin: Resident, said: str
) -> None:
    await reported_last_month(town, lin)
    shown = await lin.says(said)
    assert "立案件数 12 件，案值 40 万元，抓获人数 8 人" in shown and lin.buttons()[0] == "提交"


@pytest.mark.parametrize("said", ["1-2 又立案2件 60%", "1-2 补充：立案2件，60%"])
async def test_what_is_added_now_is_of_no_earlier_month(town: Town, lin: Resident, said: str) -> None:
    await reported_last_month(town, lin)
    assert "更正以前报的数" not in await lin.says(said)
