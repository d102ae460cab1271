"""Questions about figures are answered with their totals."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("立案多少件了", "统计数据 · 全部任务 · 截至 2019年11月25日\n立案件数 15 件"),
        ("案值多少", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
        ("总共抓了多少人", "统计数据 · 全部任务 · 截至 2019年11月25日\n抓获人数 2 人"),
        ("公安局立了多少案", "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 12 件"),
        ("上个月立案多少件", "统计数据 · 全部任务 · 10月\n立案件数：没有报过"),
        ("how many cases filed", "统计数据 · 全部任务 · 截至 2019年11月25日\n立案件数 15 件"),
        ("how many cases did the police file", "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 12 件"),
        ("case value so far", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
        ("inspections by the police", "统计数据 · 市公安局 · 截至 2019年11月25日\n检查户次：没有报过"),
        ("第一部分立案多少", "统计数据 · 一、强化重点领域集中整治 · 截至 2019年11月25日\n立案件数 15 件"),
        ("第四部分立案多少", "统计数据 · 四、健全行政执法与刑事司法衔接机制 · 截至 2019年11月25日\n立案件数：没有报过"),
        (
            "各单位立案数",
            "统计数据 · 全部任务 · 截至 2019年11月25日\n市公安局：立案件数 12 件\n市市场监管局：立案件数 3 件",
        ),
        ("各区立案数", "统计数据 · 各区人民政府 · 截至 2019年11月25日\n还没有报过。"),
        ("11月立案各单位", "统计数据 · 全部任务 · 11月\n市公安局：立案件数 12 件\n市市场监管局：立案件数 3 件"),
        (
            "figures by unit",
            "统计数据 · 全部任务 · 截至 2019年11月25日\n市公安局：立案件数 12 件，案值 350.5 万元，抓获人数 2 人\n"
            "市市场监管局：立案件数 3 件",
        ),
        ("1-2一共立案多少", "统计数据 · 1-2 · 截至 2019年11月25日\n立案件数 12 件"),
        ("1-2累计抓获多少人了", "统计数据 · 1-2 · 截至 2019年11月25日\n抓获人数 2 人"),
        ("市监局立案数", "统计数据 · 市市场监管局 · 截至 2019年11月25日\n立案件数 3 件"),
        ("11月立案到底多少", "统计数据 · 全部任务 · 11月\n立案件数 15 件"),
        ("11月和12月立案各多少", "统计数据 · 全部任务 · 11月1日至12月31日\n立案件数 15 件"),
        ("昆仑行动立案多少", "统计数据 · 1-2 · 截至 2019年11月25日\n立案件数 12 件"),
        ("全年立案", "统计数据 · 全部任务 · 2019年\n立案件数 15 件"),
        ("本月立案、抓获", "统计数据 · 全部任务 · 11月\n立案件数 15 件\n抓获人数 2 人"),
        ("what is the total case value", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
    ],
)
async def test_figures_are_answered_with_their_totals(
    chen: Resident, lin: Resident, zhou: Resident, asked: str, answer: str
) -> None:
    await lin.submits("1-2 完成40%，立案12件，案值350.5万，抓获2人")
    await zhou.submits("1-8 完成10%，立案3件")
    assert await chen.says(asked) == answer


async def test_a_question_that_follows_keeps_what_was_named_before(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await lin.submits("1-2 完成40%，立案12件，抓获2人")
    await zhou.submits("1-8 完成10%，立案3件")
    assert await chen.says("立案多少", "比上月呢") == (
        "统计数据 · 全部任务 · 11月\n立案件数 15 件（10月1日至10月25日 0，10月全月 0）"
    )
    assert (await chen.says("其中公安多少")).startswith("统计数据 · 市公安局 · 11月\n立案件数 12 件（")
    await town.restart()
    assert await chen.says("10月底的时候呢") == "统计数据 · 市公安局 · 10月\n立案件数：没有报过"
    assert await chen.says("全市呢") == "统计数据 · 全部任务 · 10月\n立案件数：没有报过"
    assert await chen.says("立案多少", "公安局呢") == "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 12 件"
    assert await chen.says("那抓获呢") == "统计数据 · 市公安局 · 截至 2019年11月25日\n抓获人数 2 人"
    assert await chen.says("10月底的时候呢") == "统计数据 · 市公安局 · 截至 2019年10月31日\n抓获人数：没有报过"
    assert (await chen.presses("返回汇总")).startswith("汇总 · 市公安局 · 截至 2019年11月25日")
    assert (await chen.presses("列出任务")).startswith("共 8 项 · 市公安局")
    assert await chen.says("11月立案多少", "比去年呢") == (
        "统计数据 · 全部任务 · 1月1日至11月25日\n立案件数 15 件（2018年1月1日至2018年11月25日 0）"
    )
    assert (await chen.says("逾期的", "11月22号的时候呢")).startswith("共 7 项 · 已逾期 · 截至11月22日")
    assert (await chen.says("12月到期的", "明年1月呢")).startswith("共 0 项 · 2020年1月到期")
    assert (await zhou.says("立案多少", "那公安局呢")).startswith("您只能查看本单位的任务，市公安局的不能查看。")


@pytest.mark.parametrize(
    "asked",
    [
        "more cases than last month?",
        "how many cases compared with last month",
        "cases filed this month, compared with last month",
        "立案比上个月多吗",
        "立案跟上个月比怎么样",
    ],
)
async def test_figures_compared_with_last_month_are_told_beside_it(chen: Resident, lin: Resident, asked: str) -> None:
    await lin.submits("1-2 完成40%，立案12件，抓获2人")
    shown = "统计数据 · 全部任务 · 11月\n立案件数 12 件（10月1日至10月25日 0，10月全月 0）"
    assert await chen.says(asked) == shown


@pytest.mark.parametrize("asked", ["12月比11月立案多多少", "立案比上个月多吗", "12月立案跟11月比怎么样"])
async def test_the_first_days_of_a_month_are_told_beside_the_same_days_and_the_whole_of_the_month_before(
    town: Town, chen: Resident, lin: Resident, asked: str
) -> None:
    await lin.submits("1-2 完成40%，立案9件")
    await town.move_to("2019-12-10 10:00")
    await lin.submits("1-2 完成50%，立案2件")
    shown = "统计数据 · 全部任务 · 12月\n立案件数 2 件（11月1日至11月10日 0，11月全月 9）"
    assert await chen.says(asked) == shown
    await town.move_to("2019-12-31 10:00")
    assert await chen.says(asked) == "统计数据 · 全部任务 · 12月\n立案件数 2 件（11月 9）"


@pytest.mark.parametrize(
    "asked", ["比上个月好了吗", "公安局比上个月好了吗", "跟上月比怎么样", "compared with last month"]
)
async def test_asked_whether_it_is_better_the_bot_shows_both_states(lin: Resident, asked: str) -> None:
    await lin.submits("1-2 完成40%")
    assert (await lin.says(asked)).startswith("汇总 · 市公安局 · 截至 2019年11月25日")
    assert "进展（括号内是10月25日）\n进行中 1（0）" in lin.sees()


async def test_a_liaison_hears_the_figures_of_the_own_unit_alone(lin: Resident, zhou: Resident) -> None:
    await zhou.submits("1-8 完成10%，立案3件")
    assert await lin.says("立案多少件了") == "统计数据 · 我的任务 · 截至 2019年11月25日\n立案件数：没有报过"
    assert (await zhou.says("统计数据")).startswith(
        "统计数据 · 我的任务 · 截至 2019年11月25日\n立案件数 3 件\n其余 24 项指标没有数。"
    )
    assert (await lin.says("市监局立案多少件")).startswith("您只能查看本单位的任务")


async def test_a_task_s_card_shows_the_figures_of_its_last_report(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    assert "\n统计数据：立案件数 12 件" in await chen.says("1-2")


@pytest.mark.parametrize(
    "asked", ["1-2立案多少", "1-2到现在一共立案几起", "昆仑行动立案多少件", "1-2 how many cases filed so far"]
)
async def test_how_many_of_a_task_is_answered_with_all_that_it_has_reported(
    lin: Resident, zhou: Resident, asked: str
) -> None:
    await zhou.submits("1-8 完成10%，立案3件")
    await lin.submits("1-2 完成40%，立案12件")
    await lin.submits("1-2 完成50%，新立案2件")
    assert await lin.says(asked) == "统计数据 · 1-2 · 截至 2019年11月25日\n立案件数 14 件"


async def test_a_month_ends_before_a_word_that_begins_like_a_day(lin: Resident) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    assert await lin.says("1-2 11月一共立案多少") == "统计数据 · 1-2 · 11月\n立案件数 12 件"


async def test_figures_are_shown_in_no_group(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    group = await town.found_group(chen, lin)
    for bound_to in ("", " 公安局"):
        await chen.says(f"/bind{bound_to}", chat=group)
        for words in ("立案多少件了", "统计数据", "公安局立案多少件", "swj立案多少", "各单位立案数"):
            assert await lin.says(f"@liaison_test_bot {words}", chat=group) == "这件事请私聊我办理。"
            assert lin.buttons(group) == ["去私聊"]


async def test_indicators_without_a_number_are_only_counted(chen: Resident, lin: Resident) -> None:
    assert (await chen.says("统计数据")).endswith("\n还没有报过。")
    await lin.says("1-2 进展60%，立案5件，案值120万元")
    await lin.presses("提交")
    lines = (await chen.says("统计数据")).splitlines()
    assert lines[1:3] == ["立案件数 5 件", "案值 120 万元"] and lines[3].endswith("项指标没有数。") and len(lines) == 4


@pytest.mark.parametrize("said", ["上个月的", "11月的", "11月"])
async def test_a_time_alone_below_figures_asks_for_those_of_then(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    await town.move_to("2019-12-09 10:00")
    assert (await chen.says("统计数据", said)).startswith("统计数据 · 全部任务 · 11月\n立案件数 12 件")


EACH = "截至 2019年11月25日\n市公安局：立案件数 12 件\n市市场监管局：立案件数 3 件"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("哪个单位立案最多", f"{EACH}\n\n按任务表的顺序列出；这里不排名次。"),
        ("立案最多的是哪家", f"{EACH}\n\n按任务表的顺序列出；这里不排名次。"),
        ("谁立案最多", f"{EACH}\n\n按任务表的顺序列出；这里不排名次。"),
        ("每个单位的立案数列出来", EACH),
        ("给我看下11月1号到今天报上来的立案数", "11月1日至11月25日\n立案件数 15 件"),
    ],
)
async def test_an_indicator_is_asked_for_among_other_words(
    chen: Resident, lin: Resident, zhou: Resident, asked: str, answer: str
) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    await zhou.submits("1-8 完成10%，立案3件")
    assert await chen.says(asked) == f"统计数据 · 全部任务 · {answer}"


async def test_a_zero_is_told_only_if_it_was_reported(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 完成40%，立案0件")
    assert await chen.says("公安局立案多少") == "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 0 件"
    assert await chen.says("市监局立案多少") == "统计数据 · 市市场监管局 · 截至 2019年11月25日\n立案件数：没有报过"
    assert await chen.says("和上个月比呢") == "统计数据 · 市市场监管局 · 11月\n立案件数：没有报过"


@pytest.mark.parametrize("asked", ["我报的那个案值现在是多少", "我报的案值是多少"])
async def test_a_figure_that_one_has_reported_is_asked_for(lin: Resident, asked: str) -> None:
    await lin.submits("1-2 完成40%，立案12件，案值350.5万")
    assert await lin.says(asked) == "统计数据 · 我的任务 · 截至 2019年11月25日\n案值 350.5 万元"
    assert (await lin.says("我上次报的案值是多少")).startswith("共 1 条 · 填报记录 · 市公安局")


async def test_figures_are_told_month_by_month(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 立案12件，案值350.5万元，60%")
    await town.move_to("2019-12-10 10:00")
    await lin.submits("1-2 立案5件，65%")
    told = "立案件数 17 件\n11月：立案件数 12 件\n12月：立案件数 5 件"
    assert await chen.says("今年各月立案数") == f"统计数据 · 全部任务 · 2019年\n{told}"
    assert (await chen.says("每个月立案多少")).endswith(told)
    assert (await chen.says("今年立案数")).endswith("立案件数 17 件")


@pytest.mark.parametrize("said", ["抓获那个数是哪来的", "抓获的数是谁报的", "抓获的数字是哪几家报的"])
async def test_where_a_figure_comes_from_is_told_by_unit(chen: Resident, lin: Resident, said: str) -> None:
    await lin.submits("1-2 60%，立案5件，抓获8人")
    assert await chen.says(said) == "统计数据 · 全部任务 · 截至 2019年11月25日\n市公安局：抓获人数 8 人"


async def test_figures_and_the_summary_told_apart_by_district_are_those_of_the_districts(
    town: Town, chen: Resident, lin: Resident
) -> None:
    jiang = town.member(1061, "姜科长", "江汉区人民政府", Role.LIAISON)
    await lin.submits("1-2 60%，立案3件")
    await jiang.submits("39-1 60%，立案5件")
    told = "9月1日至11月30日\n江汉区人民政府：立案件数 5 件"
    assert await chen.says("全市从9月到11月立案多少，按区") == f"统计数据 · 各区人民政府 · {told}"
    assert (await chen.says("汇总按区列")).startswith("汇总 · 各区人民政府 · 截至")
    assert "市公安局：立案件数 3 件\n江汉区" in await chen.says("各单位立案数")
    assert await lin.says("立案多少，按区") == "统计数据 · 我的任务 · 截至 2019年11月25日\n市公安局：立案件数 3 件"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("按单位呢", "全部任务 · 11月\n市公安局：立案件数 12 件\n武昌区人民政府：立案件数 6 件"),
        ("分单位列一下", "全部任务 · 11月\n市公安局：立案件数 12 件\n武昌区人民政府：立案件数 6 件"),
        ("按区分一下", "各区人民政府 · 11月\n武昌区人民政府：立案件数 6 件"),
        ("各区呢", "各区人民政府 · 11月\n武昌区人民政府：立案件数 6 件"),
        ("能不能按区列个表", "各区人民政府 · 11月\n武昌区人民政府：立案件数 6 件"),
        ("by district", "各区人民政府 · 11月\n武昌区人民政府：立案件数 6 件"),
    ],
)
async def test_the_figures_shown_are_told_apart(
    town: Town, chen: Resident, lin: Resident, said: str, answer: str
) -> None:
    mei = town.member(1060, "梅科长", "武昌区人民政府", Role.LIAISON)
    await lin.submits("1-2 完成40%，立案12件，抓获2人")
    await mei.submits("39-1 完成40%，立案6件")
    await chen.says("11月立案多少")
    assert await chen.says(said) == f"统计数据 · {answer}"


async def test_figures_told_apart_stay_so_on_other_days_and_below_a_list_nothing_is_told_apart(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.submits("1-2 完成40%，立案12件，抓获2人")
    assert await chen.says("立案多少", "公安局呢", "按单位呢", "本月呢") == (
        "统计数据 · 全部任务 · 11月\n市公安局：立案件数 12 件"
    )
    assert "立案" not in (await chen.says("公安局的任务", "按单位呢")).split("\n")[0]


@pytest.mark.parametrize("words", ["分单位", "分单位看", "按单位看", "按部门看"])
async def test_below_figures_each_unit_means_their_figures(chen: Resident, lin: Resident, words: str) -> None:
    await lin.says("1-2 60% 立案5件")
    await lin.presses("提交")
    assert (await chen.says("分单位")).startswith("汇总 · 按单位")
    await chen.says("统计数据")
    shown = await chen.says(words)
    assert shown.startswith("统计数据 · 全部任务") and "市公安局：立案件数 5 件" in shown
