"""At the question for figures, if words that change a figure's meaning are not understood, none of it is stored."""

import pytest

from tests.journeys.town import Resident, Town


async def to_the_figures(lin: Resident) -> None:
    await lin.says("2-3 60%")
    await lin.presses("修改", "统计数据")


@pytest.mark.parametrize(
    "said",
    [
        "案件350万",
        "计划立案5件",
        "立案计划5件",
        "拟立案5件",
        "没立案5件",
        "下月立案5件",
        "立案目标20件",
        "plan 5 cases filed",
    ],
)
async def test_nothing_is_taken_where_words_are_left_that_change_it(town: Town, lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    heard = await lin.says(said)
    assert "已记下" not in heard and "有统计数据吗" in heard
    assert "立案件数" not in await lin.presses("不改" if "不改" in lin.buttons() else "跳过")
    await lin.presses("提交")
    assert town.rows("SELECT * FROM report_figures") == []


@pytest.mark.parametrize(
    "said", ["立案3，目标20", "3起案件 350万", "立案3件，拟移送2件", "没抓人，立案3件", "立案3，等消息"]
)
async def test_what_is_surely_read_beside_them_is_kept(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    assert "已记下：立案件数 3 件。" in await lin.says(said)


async def test_of_the_indicators_those_are_named_that_are_counted_so(lin: Resident) -> None:
    await to_the_figures(lin)
    assert "可用的名称：下架链接数（条）等 25 个。" in await lin.says("线索14条")
    assert (await lin.says("线索14")).partition("可用的名称：")[2].count("（") == 8


async def test_money_that_is_no_figure_is_named_as_not_counted(lin: Resident) -> None:
    preview = await lin.says("6-7 50% 查扣假药300盒 经费15万")
    assert "不计入统计的：查扣假药300盒、经费15万" in preview


@pytest.mark.parametrize("said", ["案值小两百万", "案值差不多有200万", "案值大概是两百万", "案值逾200万元"])
async def test_an_approximate_sum_counts_and_is_named_as_such(lin: Resident, said: str) -> None:
    preview = await lin.says(f"6-7 50% {said}")
    assert "案值 200 万元" in preview and f"“{said}”是约数" in preview and f"情况：50% {said}\n" in preview


@pytest.mark.parametrize(
    "said", ["罚没没超过10万", "罚款最多3万元", "案值不超过50万元", "立案不到10件", "抓获至少17人", "立案顶多5起"]
)
async def test_what_is_only_a_limit_is_no_figure(lin: Resident, said: str) -> None:
    preview = await lin.says(f"6-7 50% {said}")
    assert "统计数据：" not in preview and f"不计入统计的：{said}" in preview


@pytest.mark.parametrize(
    "said",
    [
        "立案3 另外补充一下，我们还开展了宣传",
        "立案3件。接下来还要走访各区的市场",
        "立案3件，比去年同期多了不少，都在武昌",
    ],
)
async def test_what_is_told_besides_figures_is_added_to_the_note(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    assert f"情况：{said}\n统计数据：立案件数 3 件" in await lin.says(said)


async def test_a_number_alone_is_no_figure_and_no_percent(lin: Resident) -> None:
    await to_the_figures(lin)
    assert "“12”没看懂。请写“名称+数字”" in await lin.says("12")
    assert "进度：60%" in await lin.presses("跳过")


@pytest.mark.parametrize(
    ("said", "counted", "left"),
    [
        ("已结案5件，未结案3件", "办结件数 5 件", "未结案3件"),
        ("立案8件，其中未移送3件", "立案件数 8 件", "未移送3件"),
        ("没立案5件，移送2件", "移送公安件数 2 件", "没立案5件"),
    ],
)
async def test_what_was_not_done_is_no_figure(lin: Resident, said: str, counted: str, left: str) -> None:
    preview = await lin.says(f"1-2 60% {said}")
    assert f"\n统计数据：{counted}\n" in preview and left in preview.partition("不计入统计的：")[2]
