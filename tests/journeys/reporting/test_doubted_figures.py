"""A figure that is doubted or unclear holds up only itself: the others and the words stand."""

import pytest

from tests.journeys.town import Resident, Town

BELOW = "立案件数：2019年1月1日起已报 19，比累计 9 多。是本次新增 9，还是以前报多了？"
STORED = """SELECT indicator, value, said FROM report_figures
WHERE report_id = (SELECT max(id) FROM reports) ORDER BY indicator"""


async def has_filed_nineteen(lin: Resident) -> None:
    await lin.submits("1-2 60% 立案19件")


async def says_a_total_below(lin: Resident) -> str:
    await has_filed_nineteen(lin)
    return await lin.says("1-2 80%，抓5个，案值30万，立案累计9件，已移送检察院")


def stored(town: Town) -> dict[str, tuple[float, float | None]]:
    return {row["indicator"]: (row["value"], row["said"]) for row in town.rows(STORED)}


async def test_a_total_below_what_was_reported_is_asked_about_and_the_rest_stands(town: Town, lin: Resident) -> None:
    asked = await says_a_total_below(lin)
    assert BELOW in asked and "现在写的是：案值 30 万元，抓获人数 5 人" in asked
    assert lin.buttons() == ["新增", "先不报", "清空", "上一步", "取消"]
    assert town.rows("SELECT note, step FROM drafts") == [
        {"note": "80%，抓5个，案值30万，立案累计9件，已移送检察院", "step": "figures"}
    ]


@pytest.mark.parametrize("said", ["可以", "好的", "是的", "提交", "没问题"])
async def test_to_agree_does_not_say_which_number_is_right(town: Town, lin: Resident, said: str) -> None:
    await says_a_total_below(lin)
    asked = await lin.says(said)
    assert f"“{said}”答不了这里问的" in asked and BELOW in asked
    assert town.rows("SELECT count(*) AS n FROM reports") == [{"n": 1}]


@pytest.mark.parametrize("said", ["立案就按30算", "立案按30件算吧", "30", "30件", "立案累计30件", "应该是30件"])
async def test_the_right_total_answers_the_doubt(town: Town, lin: Resident, said: str) -> None:
    await says_a_total_below(lin)
    preview = await lin.says(said)
    assert "进度：80%" in preview and "立案件数 累计 30 件（已报 19，本次新增 11）" in preview
    await lin.presses("提交")
    assert stored(town) == {"立案件数": (11, 30), "抓获人数": (5, None), "案值": (30, None)}


@pytest.mark.parametrize("said", ["新增", "是新增的", "立案9件", "本次新增"])
async def test_it_may_be_what_is_new(town: Town, lin: Resident, said: str) -> None:
    await says_a_total_below(lin)
    await lin.submits(said)
    assert stored(town) == {"立案件数": (9, None), "抓获人数": (5, None), "案值": (30, None)}


@pytest.mark.parametrize("said", ["先不报", "先空着"])
async def test_it_is_left_out_alone(town: Town, lin: Resident, said: str) -> None:
    await says_a_total_below(lin)
    preview = await lin.says(said)
    assert "统计数据：案值 30 万元，抓获人数 5 人" in preview and "立案累计9件" in preview
    await lin.presses("提交")
    assert stored(town) == {"抓获人数": (5, None), "案值": (30, None)}


async def test_into_an_open_draft_too(town: Town, lin: Resident) -> None:
    await has_filed_nineteen(lin)
    asked = await lin.says("1-2 70%", "1-2 立案9件（累计），案值约1300余万元，抓5个")
    assert BELOW in asked
    assert BELOW in await lin.says("可以")
    await lin.submits("新增")
    assert stored(town) == {"立案件数": (9, None), "抓获人数": (5, None), "案值": (1300, None)}


async def test_to_agree_does_not_say_whether_the_same_number_is_new(lin: Resident) -> None:
    await has_filed_nineteen(lin)
    await lin.says("1-2 80%，立案19件，抓5个")
    asked = await lin.says("可以")
    assert "“可以”答不了这里问的" in asked and "是新增的，还是同一批？" in asked
    preview = await lin.says("同一批的")
    assert "统计数据：抓获人数 5 人" in preview


async def test_a_jump_is_agreed_to(town: Town, lin: Resident) -> None:
    await has_filed_nineteen(lin)
    await lin.says("1-2 80%，立案300件，抓5个")
    await lin.submits("没错")
    assert stored(town) == {"立案件数": (300, None), "抓获人数": (5, None)}


async def test_a_total_that_is_put_right_stays_a_total(lin: Resident) -> None:
    await has_filed_nineteen(lin)
    await lin.says("1-2 80%，立案累计33件")
    assert "立案件数 累计 35 件（已报 19，本次新增 16）" in await lin.says("立案应该是35件")


@pytest.mark.parametrize("said", ["是200", "对，200", "没错，就是200人", "200", "嗯 200人"])
async def test_the_doubted_number_said_again_is_right(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 60% 抓6人")
    await lin.says("1-2 70% 抓200人", said)
    assert "统计数据：抓获人数 200 人" in lin.sees() and lin.buttons()[0] == "提交"


KINDS = "查处商标侵权案件213件，罚没款386.2万元，移送司法机关11件；查处假冒专利案件37件"
WHICH = "立案件数写了几个数：查处商标侵权案件213件、查处假冒专利案件37件。哪个计入统计？"


@pytest.mark.parametrize(
    ("said", "cases"),
    [
        ("合计", 250),
        ("加起来", 250),
        ("合计 250 件", 250),
        ("213", 213),
        ("37件", 37),
        ("立案251件", 251),
        ("先不报", None),
    ],
)
async def test_of_several_numbers_for_one_indicator_one_or_their_sum_counts(
    town: Town, zhu: Resident, said: str, cases: int | None
) -> None:
    asked = await zhu.says(f"1-8 {KINDS}，90%")
    assert WHICH in asked and "现在写的是：罚没金额 386.2 万元，移送司法机关件数 11 件" in asked
    assert zhu.buttons() == ["合计 250 件", "213 件", "37 件", "先不报", "上一步", "取消"]
    await zhu.submits(said)
    counted = {} if cases is None else {"立案件数": (cases, None)}
    assert stored(town) == {"罚没金额": (386.2, None), "移送司法机关件数": (11, None), **counted}


async def test_the_number_that_was_not_chosen_is_named(zhu: Resident) -> None:
    await zhu.says(f"1-8 {KINDS}，90%")
    assert "不计入统计的：查处假冒专利案件37件" in await zhu.presses("213 件")


@pytest.mark.parametrize("said", ["提交", "是的", "好"])
async def test_to_agree_does_not_say_which_of_several_numbers_counts(zhu: Resident, said: str) -> None:
    await zhu.says(f"1-8 {KINDS}，90%")
    asked = await zhu.says(said)
    assert f"“{said}”答不了这里问的" in asked and WHICH in asked


async def test_an_amount_without_its_measure_holds_up_only_itself(town: Town, lin: Resident) -> None:
    assert "“罚款六千”是元还是万元？" in await lin.says("1-2 立案3件，罚款六千，60%")
    await lin.submits("6000元")
    assert stored(town) == {"立案件数": (3, None), "罚没金额": (0.6, None)}


async def test_a_status_that_leads_a_line_is_taken_at_the_figures(lin: Resident) -> None:
    await lin.submits("1-2 抓5个，60%")
    assert "是新增的，还是同一批" in await lin.says("1-2 抓5个，立案2件，60%")
    shown = await lin.says("受阻：案件管辖有争议，需要市里协调", "新增")
    assert "状态：受阻\n" in shown and "困难和需要的支持：案件管辖有争议，需要市里协调" in shown


TOTALS = """SELECT indicator, sum(value) AS total FROM report_figures JOIN reports ON reports.id = report_id
WHERE withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM reports AS newer WHERE newer.replaces = reports.id)
GROUP BY indicator ORDER BY indicator"""
ASKED = "：是更正上次报的，还是又新增的？"


def counted(town: Town) -> dict[str, float]:
    return {row["indicator"]: row["total"] for row in town.rows(TOTALS)}


async def has_reported_yesterday(town: Town, lin: Resident) -> None:
    await lin.submits("1-2立案3起 抓12人 60%")
    await town.move_to("2019-11-26 09:30")


@pytest.mark.parametrize("said", ["对了立案改成4个", "立案数改成4个", "立案改4", "1-2立案应该是4起", "立案应该4起"])
async def test_a_number_put_right_the_next_day_is_that_of_the_last_report(town: Town, lin: Resident, said: str) -> None:
    await has_reported_yesterday(town, lin)
    await lin.says("7-1 打假平台上线", "取消", "不要了")
    await lin.submits(said)
    assert counted(town) == {"立案件数": 4, "抓获人数": 12}


@pytest.mark.parametrize("said", ["啊 立案是四起", "立案4起", "刚才那个立案的是4起", "1-2 立案4起", "4 cases filed"])
async def test_whether_a_number_said_again_soon_corrects_or_adds_is_asked(town: Town, lin: Resident, said: str) -> None:
    await has_reported_yesterday(town, lin)
    assert f"填报 1-2 昆仑行动打食药环犯罪\n立案件数 4 件（上次 3 件）{ASKED}" in await lin.says(said)
    assert lin.buttons()[:2] == ["更正", "新增"] and ASKED in await lin.says("对")
    await lin.presses("更正")
    await lin.presses("提交")
    assert counted(town) == {"立案件数": 4, "抓获人数": 12}
    [_, report] = town.rows("SELECT percent, replaces FROM reports ORDER BY id")
    assert report == {"percent": 60, "replaces": 1}


@pytest.mark.parametrize(
    "answer", ["都是更正", "都是更正的吧", "是更正的", "全部更正", "上次写错了", "they are corrections"]
)
async def test_one_word_answers_for_all_that_is_asked_also_for_what_jumps(
    town: Town, lin: Resident, answer: str
) -> None:
    await has_reported_yesterday(town, lin)
    assert f"立案件数 30 件（上次 3 件），抓获人数 14 人（上次 12 人）{ASKED}" in await lin.says("1-2 立案30起 抓14人")
    assert "这里问的" in await lin.says("没错")
    await lin.submits(answer)
    assert counted(town) == {"立案件数": 30, "抓获人数": 14}


@pytest.mark.parametrize("answer", ["新增", "是新增的", "新的", "都是新增的"])
async def test_a_number_said_again_soon_may_be_new(town: Town, lin: Resident, answer: str) -> None:
    await has_reported_yesterday(town, lin)
    await lin.says("立案4起", answer, "提交")
    assert counted(town) == {"立案件数": 7, "抓获人数": 12}


@pytest.mark.parametrize("answer", ["更正", "是更正", "上次写错了", "correct it"])
async def test_the_words_of_both_reports_stay_in_the_one_put_right(town: Town, lin: Resident, answer: str) -> None:
    await lin.submits("1-2 立案3起，已移交检察院 60%")
    await lin.says("1-2 立案4起，检察院退回一起", answer)
    await lin.submits("70") if "百分之几" in lin.sees() else await lin.presses("提交")
    [_, report] = town.rows("SELECT note FROM reports ORDER BY id")
    assert report["note"] == "立案4起，已移交检察院 60%\n立案4起，检察院退回一起"
    assert counted(town) == {"立案件数": 4}


@pytest.mark.parametrize("said", ["1-2 又立案4起 70%", "1-2 新增立案4起 70%", "1-2 今天新立案4起 70%"])
async def test_what_is_said_to_be_new_is_not_asked_about(town: Town, lin: Resident, said: str) -> None:
    await has_reported_yesterday(town, lin)
    assert ASKED not in await lin.says(said)
    await lin.presses("提交")
    assert counted(town) == {"立案件数": 7, "抓获人数": 12}


async def test_figures_that_the_last_report_has_not_are_not_taken_for_its_own(town: Town, lin: Resident) -> None:
    await has_reported_yesterday(town, lin)
    assert "刚才说的是哪一项的进展？" in await lin.says("立案4起 移送2件")


async def test_after_some_days_a_number_is_new(town: Town, lin: Resident) -> None:
    await has_reported_yesterday(town, lin)
    await town.move_to("2019-11-27 09:30")
    assert ASKED not in await lin.says("1-2 立案4起 70%")
    assert "立案件数 4 件" in lin.sees() and lin.buttons()[0] == "提交"


@pytest.mark.parametrize("said", ["等下 是20个", "等等，应该是20件", "等一下 20件", "wait, it's 20"])
async def test_who_stops_first_and_then_gives_the_right_number_does_not_put_it_off(
    town: Town, lin: Resident, said: str
) -> None:
    await has_filed_nineteen(lin)
    await lin.says("1-2 80% 立案3000件")
    assert "立案件数 20 件" in await lin.says(said)


@pytest.mark.parametrize("said", ["等下再说", "等下 我问问支队", "等下 2点报"])
async def test_who_only_stops_puts_it_off(town: Town, lin: Resident, said: str) -> None:
    await has_filed_nineteen(lin)
    await lin.says("1-2 80% 立案3000件")
    assert (await lin.says(said)).startswith("好，先放着")


async def test_stopping_first_is_no_note(town: Town, lin: Resident) -> None:
    await lin.says("1-2 立案19件")
    assert "进度：80%\n情况：（无）" in await lin.says("等下 是80%")
