"""Figures in reports: shown with their units, added one by one, and questioned if they jump."""

import pytest

from data.plan.indicators import replace_indicators
from tests.journeys.town import Resident, Town


async def to_the_figures(person: Resident, code: str = "1-2") -> str:
    return await person.begins(code, "进行中", "50%", "跳过")


async def has_reported(lin: Resident, figures: str) -> None:
    await to_the_figures(lin)
    await lin.says(figures)
    await lin.presses("跳过", "提交")


async def test_figures_are_read_back_in_their_units(lin: Resident) -> None:
    assert "只报新增、不报累计" in await to_the_figures(lin)
    await lin.says("检查 1,204 立案12件 案值3.505亿")
    assert "统计数据：立案件数 12 件，案值 35,050 万元，检查户次 1,204" in await lin.presses("跳过")


async def test_what_no_indicator_counts_is_no_case_where_it_is_closed(lin: Resident) -> None:
    assert "统计数据" not in await lin.says("6-7 11 leads passed on, all closed")
    assert "办结件数 3 件" in await lin.says("1-2 passed on 11 leads and closed 3 cases, 50%")


async def test_an_indicator_of_which_the_latest_counts_is_asked_for_as_such(town: Town, lin: Resident) -> None:
    text = "name,name_en,unit,kind,total,aliases\n在库件数,items in store,件,whole,latest,在库\n"
    replace_indicators(town.db, text)
    assert "其中在库件数（件）请报最新总数" in await to_the_figures(lin)


async def test_a_word_that_is_none_of_them_is_named_with_those_that_are(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    answer = await lin.says("线索, ABC 3")
    assert answer.startswith("“线索, ABC 3”没看懂。") and "案值（万元）" in answer and "统计数据吗" in answer
    assert town.rows("SELECT figures FROM drafts") == [{"figures": None}]


async def test_what_is_said_to_be_added_is_at_every_question(town: Town, lin: Resident) -> None:
    await lin.says("1-2 立案2件")
    assert "百分之几" in lin.sees()
    assert "统计数据：立案件数 5 件\n" in await lin.says("又立案3件")
    await lin.says("60")
    await lin.says("1-2又立案1件")
    assert town.rows("SELECT figures FROM drafts") == [{"figures": '{"立案件数": 6}'}]


async def test_what_can_be_read_is_kept_while_the_rest_is_asked_for(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    answer = await lin.says("立案12，线索3，约谈5")
    assert answer.startswith("已记下：立案件数 12 件。\n“线索3、约谈5”没看懂。")
    assert "佐证材料吗" in await lin.says("查获5件")
    assert town.rows("SELECT figures FROM drafts") == [{"figures": '{"立案件数": 12, "查获件数": 5}'}]


async def test_an_amount_that_can_hardly_be_in_ten_thousands_is_asked_for_with_its_measure(lin: Resident) -> None:
    await to_the_figures(lin)
    assert "“涉案金额 2000000”是元还是万元？" in await lin.says("涉案金额 2000000")
    await lin.says("涉案金额 2000000元")
    assert "案值 200 万元" in await lin.presses("跳过")


async def test_an_amount_below_one_yuan_is_kept_and_shown_as_a_number(lin: Resident) -> None:
    assert "统计数据：案值 0.00005 万元" in await lin.says("1-2 80% 案值0.5元")
    await lin.presses("提交")
    assert "案值 0.00005 万元" in await lin.says("本月案值多少")


async def test_such_an_amount_in_one_line_is_asked_about_too(lin: Resident) -> None:
    assert "“涉案金额 2000000”是元还是万元？" in await lin.says("1-2 60% 涉案金额 2000000")


@pytest.mark.parametrize("said", ["案值8千", "案值5百", "案值两百", "案值一千二"])
async def test_hundreds_and_thousands_without_a_measure_are_asked_about(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    assert f"“{said}”是元还是万元？" in await lin.says(said)
    await lin.says("案值8千元")
    assert "案值 0.8 万元" in await lin.presses("跳过")


@pytest.mark.parametrize("none", ["没有新增", "都是0", "本期没有"])
async def test_saying_that_there_are_no_figures_is_an_answer(town: Town, lin: Resident, none: str) -> None:
    await to_the_figures(lin)
    assert "佐证材料吗" in await lin.says(none)
    assert town.rows("SELECT figures FROM drafts") == [{"figures": "{}"}]


async def test_a_jump_is_asked_about_once(town: Town, lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    asked = await lin.says("立案120")
    assert "相差十倍以上：立案件数 120 件（上次 12 件）" in asked and "现在写的是" not in asked
    assert "佐证材料吗" in await lin.presses("就是这样")
    assert town.rows("SELECT figures FROM drafts") == [{"figures": '{"立案件数": 120}'}]


async def test_a_jump_is_confirmed_and_evidence_left_out_by_one_press(town: Town, lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    await lin.says("立案120")
    assert "统计数据：立案件数 120 件" in await lin.presses("就是这样，直接核对")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 120.0, "said": None}


async def test_the_same_number_is_new_and_evidence_left_out_by_one_press(lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    await lin.says("立案12，抓获3")
    preview = await lin.presses("同一批，直接核对")
    assert "请核对" in preview and "抓获人数 3 人" in preview and "立案" not in preview


@pytest.mark.parametrize("again", ["立案120", "立案13"])
async def test_a_doubted_figure_is_settled_by_saying_it_again_or_another(town: Town, lin: Resident, again: str) -> None:
    await has_reported(lin, "立案12")
    await town.move_to("2019-11-28 09:00")
    await to_the_figures(lin)
    assert "佐证材料吗" in await lin.says("立案120", again)


async def test_a_doubted_figure_stays_doubted_after_the_way_back(lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    await lin.says("立案120 检查5")
    await lin.presses("上一步")
    assert "相差十倍以上：立案件数 120 件" in await lin.says("另外走访五家")
    assert "不改" not in lin.buttons() and "直接核对" not in lin.buttons()
    assert "相差十倍以上：立案件数 120 件" in await lin.says("检查7")
    assert "佐证材料吗" in await lin.presses("清空")


async def test_a_jump_in_one_line_is_asked_about_too(lin: Resident) -> None:
    await has_reported(lin, "立案12")
    assert "相差十倍以上：立案件数 99,999 件" in await lin.says("1-2 完成60%，立案99999件")
    assert "请核对" in await lin.presses("就是这样")


async def test_the_report_that_is_corrected_is_no_measure_for_its_correction(lin: Resident) -> None:
    await has_reported(lin, "立案120")
    await lin.presses("更正", "修改", "统计数据")
    assert "请核对" in await lin.says("立案12")


async def test_a_jump_that_was_confirmed_is_not_asked_about_in_a_correction(lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    await lin.says("立案120")
    assert "请核对" in await lin.presses("就是这样", "跳过", "提交", "更正")
    await lin.presses("修改", "统计数据")
    assert "请核对" in await lin.says("立案120")
    assert "请核对" in await lin.says("1-2 立案120")


async def test_figures_have_english_names_for_english_readers(grace: Resident) -> None:
    await grace.says("36-4")
    assert "cases filed 12, case value 350.5" in await grace.presses("Report progress", "In progress", "Skip")
    assert "Names: cases filed, case value (10,000 yuan), " in await grace.says("tips 3")
    await grace.says("cases filed 12, case value 3,505,000 yuan")
    preview = await grace.presses("Skip")
    assert "Figures: cases filed 12, case value (10,000 yuan) 350.5" in preview
    assert not any("，" in line or "、" in line for line in preview.splitlines()[1:])


STORED = "SELECT value, said FROM report_figures WHERE indicator = '立案件数' ORDER BY report_id"


async def test_of_a_running_total_what_is_new_is_shown_and_counted(town: Town, lin: Resident) -> None:
    await has_reported(lin, "立案8")
    await to_the_figures(lin)
    await lin.says("截至目前累计立案12件，抓获3人")
    preview = await lin.presses("跳过")
    assert "立案件数 累计 12 件（已报 8，本次新增 4）" in preview
    await lin.presses("提交")
    assert town.rows(STORED) == [{"value": 8.0, "said": None}, {"value": 4.0, "said": 12.0}]


@pytest.mark.parametrize(
    "said",
    [
        "累计立案12件",
        "全年立案12件",
        "今年共立案12件",
        "1-12月立案12件",
        "今年1-11月立案12件",
        "年初以来立案12件",
        "12 cases filed this year",
    ],
)
async def test_a_running_total_in_a_one_line_report_is_subtracted(town: Town, lin: Resident, said: str) -> None:
    await has_reported(lin, "立案8")
    assert "立案件数 累计 12 件（已报 8，本次新增 4）" in await lin.says(f"1-2 完成60%，{said}")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 4.0, "said": 12.0}


@pytest.mark.parametrize(
    ("said", "preview", "stored"),
    [
        ("立案应该是32件", "立案件数 累计 32 件（已报 20，本次新增 12）", {"value": 12.0, "said": 32.0}),
        ("更正1-2，今年累计立案42件", "立案件数 累计 42 件（已报 20，本次新增 22）", {"value": 22.0, "said": 42.0}),
        ("1-2 补充：又立案2件", "立案件数 累计 32 件（已报 20，本次新增 12）", {"value": 12.0, "said": 32.0}),
    ],
)
async def test_a_running_total_put_right_stays_one(
    town: Town, lin: Resident, said: str, preview: str, stored: dict[str, float]
) -> None:
    for total in (20, 30):
        await lin.says(f"1-2 完成60%，今年累计立案{total}件")
        await lin.presses("提交")
    assert preview in await lin.says(said)
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == stored


async def test_a_running_total_of_last_year_is_put_right_among_that_years(town: Town, lin: Resident) -> None:
    for total in (20, 30):
        await lin.says(f"1-2 完成60%，今年累计立案{total}件")
        await lin.presses("提交")
    await town.move_to("2020-01-02 10:00")
    assert "立案件数 累计 42 件（已报 20，本次新增 22）" in await lin.says("更正1-2，今年累计立案42件")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 22.0, "said": 42.0}


async def test_a_running_total_moved_to_another_task_is_one_there(town: Town, lin: Resident) -> None:
    for said in ("8-2 60%，今年累计立案20件", "1-2 60%，今年累计立案5件"):
        await lin.says(said)
        await lin.presses("提交")
    await lin.says("1-2 60%，今年累计立案30件")
    assert "立案件数 累计 30 件（已报 20，本次新增 10）" in await lin.says("不对，是8-2的")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 10.0, "said": 30.0}


async def test_a_running_total_submitted_on_the_wrong_task_is_one_on_the_right_one(town: Town, lin: Resident) -> None:
    for total in (20, 30):
        await lin.says(f"1-2 60%，今年累计立案{total}件")
        await lin.presses("提交")
    assert "立案件数 累计 30 件（已报 0，本次新增 30）" in await lin.says("报错了，应该是8-2的")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 30.0, "said": 30.0}


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("抓获又增加2个 一共5个", "抓获人数 累计 5 人（已报 3，本次新增 2）"),
        ("又抓获2人，现在总共5人", "抓获人数 2 人"),
        ("抓获新增2人，合计5人", "抓获人数 2 人"),
        ("抓获2人，立案5件", "立案件数 5 件，抓获人数 2 人"),
    ],
)
async def test_all_there_is_with_what_is_new_counts_only_that(
    town: Town, lin: Resident, said: str, counted: str
) -> None:
    await has_reported(lin, "抓获3")
    await town.move_to("2019-11-28 09:00")
    assert f"统计数据：{counted}\n" in f"{await lin.says(f'1-2 完成60%，{said}')}\n"


@pytest.mark.parametrize(
    "said",
    ["今年11月立案12件", "今年目标50件，11月立案12件", "今年国庆期间立案12件", "12 cases filed this year in November"],
)
async def test_a_figure_of_another_time_of_the_year_is_no_running_total(town: Town, lin: Resident, said: str) -> None:
    await has_reported(lin, "立案8")
    await town.move_to("2019-11-28 09:00")
    assert "统计数据：立案件数 12 件" in await lin.says(f"1-2 完成60%，{said}")


async def test_a_running_total_below_what_was_reported_is_asked_about(lin: Resident) -> None:
    await has_reported(lin, "立案8")
    await to_the_figures(lin)
    asked = await lin.says("累计立案6件")
    assert "已报 8，比累计 6 多。是本次新增 6，还是以前报多了？" in asked
    assert lin.buttons()[:2] == ["新增", "先不报"]
    assert "佐证材料吗" in await lin.says("立案6件")


async def test_the_same_number_again_is_asked_about(lin: Resident) -> None:
    await has_reported(lin, "立案12")
    await to_the_figures(lin)
    asked = await lin.says("立案12，抓获3")
    assert "立案件数 12 件：和上次报的一样。是新增的，还是同一批？" in asked and "十倍" not in asked
    assert lin.buttons()[:2] == ["新增", "同一批"]
    preview = await lin.presses("同一批", "跳过")
    assert "抓获人数 3 人" in preview and "立案" not in preview


async def test_the_same_number_may_be_new(town: Town, lin: Resident) -> None:
    await has_reported(lin, "立案12")
    assert "是新增的，还是同一批？" in await lin.says("1-2 完成60%，立案12件")
    assert "立案件数 12 件" in await lin.presses("新增")
    await lin.presses("提交")
    assert [row["value"] for row in town.rows(STORED)] == [12.0, 12.0]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2 进度60%，案值350，哦不对是35万，开了会", "案值 35 万元"),
        ("1-2 进度60%，立案12件，错了，是13件，开了会", "立案件数 13 件"),
        ("1-2 60%, cases filed 5, sorry, 6, held a meeting", "立案件数 6 件"),
        ("1-2 进度60%，立案12件不对，是检查13家", "立案件数 12 件，检查户次 13"),
    ],
)
async def test_a_number_put_right_in_the_same_breath_is_the_one_that_counts(
    lin: Resident, said: str, figures: str
) -> None:
    assert f"统计数据：{figures}" in await lin.says(said)


@pytest.mark.parametrize("asked", ["破案比上个月多了多少", "比上个月多了几件"])
async def test_how_many_more_than_before_shows_both(lin: Resident, chen: Resident, asked: str) -> None:
    await lin.submits("2-3 70%，破案5起")
    assert "破案件数 5 件（10月1日至10月25日 0，10月全月 0）" in await chen.says(asked)


async def test_what_tells_of_the_work_where_figures_are_asked_for_is_told_in_the_note(lin: Resident) -> None:
    await lin.begins("6-7")
    await lin.says("正在搞", "开了会")
    asked = await lin.says("跟市监碰了两次头，移了4条线索")
    assert "情况：开了会\n跟市监碰了两次头，移了4条线索" in asked and "佐证材料" in asked
    assert "只留在情况里、不计入统计的：移了4条" in await lin.says("提交")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2 50% 抓了3个窝点", ["捣毁窝点数 3 个"]),
        ("1-2 50% 抓了3个", ["抓获人数 3 人"]),
        ("1-2 50% 抓了3个，捣毁窝点2个", ["抓获人数 3 人", "捣毁窝点数 2 个"]),
    ],
)
async def test_what_was_caught_is_what_is_counted(lin: Resident, said: str, figures: list[str]) -> None:
    shown = (await lin.says(said)).partition("统计数据：")[2].partition("\n")[0]
    assert sorted(shown.split("，")) == sorted(figures)


async def test_figures_said_twice_without_a_task_are_asked_about_once(town: Town, lin: Resident) -> None:
    await lin.says("立案12", "立案12")
    assert [each["answers"] for each in town.rows("SELECT answers FROM dialogs")] == ['{"said": "立案12", "among": []}']
    assert [each.text.splitlines()[0] for each in lin.messages() if "刚才说的是哪一项" in each.text] == [
        "共 8 项 · 刚才说的是哪一项的进展？ · 🟢1 ⚪7"
    ]


@pytest.mark.parametrize(
    "said", ["督办案件7件", "挂牌督办了3起案件", "挂牌督办重点案件4起", "通报典型案件3起", "supervised 3 cases"]
)
async def test_cases_that_are_dealt_with_otherwise_are_not_filed(town: Town, lin: Resident, said: str) -> None:
    assert f"情况：{said} 60%" in await lin.says(f"1-2 {said} 60%")
    await lin.presses("提交")
    assert town.rows("SELECT * FROM report_figures") == []


async def test_cases_filed_count_beside_those_dealt_with_otherwise(lin: Resident) -> None:
    assert "统计数据：立案件数 5 件\n" in await lin.says("1-2 60% 立案5件，督办案件2件") + "\n"


ADDED = "又立案2件，都是假药案"


async def test_what_the_new_ones_are_puts_no_figure_right(town: Town, lin: Resident) -> None:
    await lin.says("1-2 完成60%，立案3件，开了会")
    assert "立案件数 5 件" in await lin.says(ADDED)
    assert "立案3件，开了会" in await lin.presses("上一步")
    await lin.presses("提交")
    assert "立案件数 7 件" in await lin.says(f"1-2 补充：{ADDED}")
    await lin.presses("提交")
    assert town.rows(STORED)[-1] == {"value": 7.0, "said": None}


async def test_a_number_that_it_is_instead_is_not_added(lin: Resident) -> None:
    await lin.says("1-2 完成60%，立案3件，开了会")
    assert "立案件数 5 件" in await lin.says("漏了，立案应该是5件")
