"""The ways in which people write the figures of a statistics return, and how each is read."""

import pytest

from tests.journeys.returning import CASES, MOVED, VALUE, counted, freezes
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("october")


async def test_all_taken_is_shown_to_be_submitted_though_more_was_said(town: Town, lin: Resident) -> None:
    preview = await lin.says("填报表", "立案5\n移送2\n案值35万元，另外罚没2万")
    assert "这份报表不要“罚没金额”" in preview and "请核对" in preview
    assert "提交" in lin.buttons() and "零报" not in lin.buttons()
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 35}


async def test_at_the_check_too_what_can_be_taken_is(town: Town, lin: Resident) -> None:
    preview = await lin.says("填报表", "立案5 移送2 案值35", "立案 12 移送 3 案值 -3")
    assert "“案值”不能是负数" in preview and "· 立案件数：12 件" in preview and "· 案值：35 万元" in preview
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 3, VALUE: 35}


@pytest.mark.parametrize("said", ["35.5万", "哦是35.5万元", "355000元", "35.5"])
async def test_an_amount_alone_is_the_figure_that_is_still_asked_for(town: Town, lin: Resident, said: str) -> None:
    assert "是元还是万元" in await lin.says("填报表", "立案5 移送2 案值355000")
    assert "· 案值：35.5 万元" in await lin.says(said)


async def test_a_number_of_something_else_is_no_figure_that_is_asked_for(lin: Resident) -> None:
    assert "没看懂" in await lin.says("填报表", "立案5 移送2", "罚款的人35")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("立案数是三起 没移送 案值1200块", (3, 0, 0.12)),
        ("立案 12 移送没有 案值 二百六十万", (12, 0, 260)),
        ("立案5 移送2 案值3万5", (5, 2, 3.5)),
        ("立案5，移送报错了，应该是2，案值3", (5, 2, 3)),
        ("5 2 35", (5, 2, 35)),
        ("没有移送，立案不是5是6，案值0", (6, 0, 0)),
        ("上月立案两件，移送：/，案值1.2个亿", (2, 0, 12000)),
        ("立案俩，移送-，案值0", (2, 0, 0)),
        ("本年累计立案50，本月5，其他没有", (5, 0, 0)),
        ("本月立案5起，累计立案50起，案值30万，没移送", (5, 0, 30)),
        ("端窝点立了5起，把移送写2，案值35万😎", (5, 2, 35)),
        ("cases: five / transferred: nobody / value 钱35万", (5, 0, 35)),
        ("有一起立案，移送没有，案值0.8", (1, 0, 0.8)),
        ("移送没有立案三起，案值两万三", (3, 0, 2.3)),
        ("没移送没案值，有两起立案", (2, 0, 0)),
        ("立案1件 案值2000元 其他没有", (1, 0, 0.2)),
        ("立案12起 移送2 案值1千多万吧", (12, 2, 1000)),
    ],
)
async def test_figures_are_read_as_people_write_them(
    town: Town, lin: Resident, said: str, figures: tuple[float, float, float]
) -> None:
    preview = await lin.says("填报表", said)
    assert "请核对" in preview and "没看懂" not in preview
    await lin.presses("提交")
    assert counted(town, "市公安局") == dict(zip((CASES, MOVED, VALUE), figures, strict=True))


async def test_a_return_is_filled_in_in_english(town: Town, wang: Resident) -> None:
    await wang.says("/returns")
    await wang.presses("Fill in the return: 办案统计月报 Oct 2019")
    assert "not understood" not in await wang.says("we opened 14 cases, moved none")
    assert "Please check" in await wang.says("value: none")
    assert "· cases filed: 6" in await wang.says("6 cases not 5")
    await wang.says("submit")
    assert counted(town, "武汉海关") == {CASES: 6, MOVED: 0, VALUE: 0}


async def test_only_the_figure_below_nought_is_refused(lin: Resident) -> None:
    answer = await lin.says("填报表", "立案 12 移送 2 案值 -3")
    assert "已记下：立案件数 12 件、移送公安件数 2 件。" in answer and "“案值”不能是负数" in answer
    assert "还差：案值" in answer


async def test_what_is_added_or_taken_off_is_reckoned(lin: Resident) -> None:
    assert "· 立案件数：4 件" in await lin.says("填报表", "立案3 移送1 案值1.2", "立案再加一件")
    assert "· 立案件数：2 件" in await lin.says("立案再减2件")
    assert "· 立案件数：5 件" in await lin.says("立案加3件")
    assert "· 移送公安件数：2 件" in await lin.says("移送+1")
    assert "· 立案件数：4 件" in await lin.says("立案减一件")


async def test_what_is_added_where_nothing_was_filed_is_the_figure(lin: Resident) -> None:
    assert "· 立案件数：3 件" in await lin.says("填报表", "立案增加3件")
    assert "“移送少写了2件”没看懂" in await lin.says("移送少写了2件")


async def test_what_is_added_to_one_figure_is_not_added_to_the_one_beside_it(lin: Resident) -> None:
    preview = await lin.says("填报表", "立案2 移送1 案值1.2", "立案3 移送+5")
    assert "· 立案件数：3 件" in preview and "· 移送公安件数：6 件" in preview


async def test_by_how_much_a_figure_is_wrong_is_not_taken_as_the_figure(lin: Resident) -> None:
    assert "“移送多写了2件”没看懂" in await lin.says("填报表", "移送多写了2件")


async def test_of_a_sum_without_its_measure_it_is_asked_beside_what_was_read(lin: Resident) -> None:
    answer = await lin.says("填报表", "立案2 移送1 案值3千")
    assert "已记下：立案件数 2 件、移送公安件数 1 件。" in answer and "“案值3千”是元还是万元？" in answer


@pytest.mark.parametrize(
    ("said", "moved"),
    [("移送多报了一件", 1), ("移送少报了1件", 3), ("移送少报了1件 3", 3), ("10月移送多报了1件 应为1件", 1)],
)
async def test_by_how_much_a_filed_figure_is_wrong_puts_it_right(lin: Resident, said: str, moved: int) -> None:
    await files(lin)
    assert f"· 移送公安件数：{moved} 件（原 2）" in await lin.says(said)


async def test_what_is_added_to_what_was_filed_does_not_take_its_place(lin: Resident) -> None:
    await files(lin)
    assert "· 立案件数：14 件（原 12）" in await lin.says("月报立案加2件")


async def test_who_submits_too_early_hears_what_is_missing(lin: Resident, wang: Resident) -> None:
    assert (await lin.says("填报表", "立案12", "提交")).startswith("还差：移送公安件数、案值。")
    assert (await wang.says("填报表", "submit")).startswith("Still missing: cases filed, cases transferred")


async def test_a_first_filing_after_freezing_stands_beside_nothing(town: Town, chen: Resident, lin: Resident) -> None:
    freezes(town, chen)
    await lin.says("填报表")
    assert "列在原数旁边" not in await lin.presses("零报")


async def files(resident: Resident) -> None:
    await resident.submits("填报表", "立案12 移送2 案值35")


@pytest.mark.parametrize(
    "said",
    ["10月月报：立案数是三起 没移送 案值1200块", "月报：立案三起，移送0，案值0.12万", "报表 立案3 移送没有 案值1200元"],
)
async def test_figures_of_the_opening_line_are_in_the_form(town: Town, lin: Resident, said: str) -> None:
    assert "请核对" in await lin.says(said)
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 3, MOVED: 0, VALUE: 0.12}


async def test_figures_of_an_english_opening_line(wang: Resident) -> None:
    begun = await wang.says("file the return: 5 cases, 2 transferred, bottles 12")
    assert "“bottles 12” was not understood" in begun and "· cases filed: 5" in begun
    assert "Still missing: case value" in begun


@pytest.mark.parametrize("said", ["统计报表没有数，零报", "月报没有，零报"])
async def test_a_nil_return_in_the_opening_line(town: Town, lin: Resident, said: str) -> None:
    assert "零报：各项都是 0。" in await lin.says(said)
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 0, MOVED: 0, VALUE: 0}


@pytest.mark.parametrize(
    "said", ["月报立案数报错了，应该是13", "更正月报 立案13", "立案应该是13", "立案 13", "立案再加一件"]
)
async def test_a_filed_return_is_put_right_in_words(town: Town, lin: Resident, said: str) -> None:
    await files(lin)
    assert "· 立案件数：13 件（原 12）" in await lin.says(said)
    assert (await lin.presses("提交")).startswith("已提交 ✓ 更正")
    assert counted(town, "市公安局") == {CASES: 13, MOVED: 2, VALUE: 35}


async def test_a_filed_return_is_put_right_in_english(wang: Resident) -> None:
    await wang.says("file the return: 5 cases, 2 transferred, value 3")
    await wang.presses("Submit")
    assert "· cases filed: 2 (was 5)" in await wang.says("cases filed: 2")
    assert "· cases filed: 3 (was 5)" in await wang.says("cases filed up by one")


@pytest.mark.parametrize("said", ["填报表晚点再说", "报表先放着，周五再填"])
async def test_a_return_is_left_for_later(lin: Resident, said: str) -> None:
    answer = await lin.says(said)
    assert "没有要您单位填的" not in answer and "____" not in answer


async def test_the_word_of_the_button_corrects_what_was_filed_last(lin: Resident) -> None:
    await files(lin)
    assert "· 立案件数：12 件" in await lin.says("更正")
    assert "要改哪一项请直接写" in lin.sees()


async def test_what_tells_of_a_task_is_no_correction(lin: Resident) -> None:
    await files(lin)
    await lin.says("食药环假犯罪主动打击，这周立案3件，完成60%")
    assert "办案统计月报" not in lin.sees()


async def test_after_a_report_the_word_corrects_the_report(town: Town, lin: Resident) -> None:
    await files(lin)
    await town.move_to("2019-11-25 15:00")
    await lin.submits("1-2 完成80%")
    assert "办案统计月报" not in await lin.says("更正")


async def test_what_is_filed_this_month_is_no_return(lin: Resident) -> None:
    await lin.says("2-3这个月报了3起，立案3件")
    assert "办案统计月报" not in lin.sees()


@pytest.mark.parametrize("said", ["月报什么时候交", "月报啥时候报"])
async def test_when_it_is_due(lin: Resident, said: str) -> None:
    assert "11月6日前报" in await lin.says(said)


async def test_when_the_next_one_is_due(lin: Resident) -> None:
    assert "起可以填" in await lin.says("下个月的月报啥时候报")


async def test_figures_that_stand_there_already_are_said_to(town: Town, lin: Resident) -> None:
    assert (await lin.says("填报表", "立案5 移送2 案值35", "立案5 移送2 案值35")).startswith("已经是这样写的：")
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 35}


async def test_thirty_or_forty_is_no_number(lin: Resident) -> None:
    assert "“案值三四十万”没看懂" in await lin.says("填报表", "案值三四十万")
    assert "案值：____" in lin.sees()


@pytest.mark.parametrize(
    "said", ["月报：立案5 / 移送2 / 案值35", "10月月报立案5，移送2，案值35", "10月的统计报表立案5件移送2件案值35万"]
)
async def test_figures_in_the_opening_line_stand_in_the_form(town: Town, lin: Resident, said: str) -> None:
    assert "请核对" in await lin.says(said)
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 35}


async def test_figures_for_a_period_not_open_yet_show_the_open_one(town: Town, lin: Resident) -> None:
    shown = await lin.says("11月月报立案3其他没有")
    assert "还没到填报时间" in shown and "下面是现在要报的一期" in shown and "2019年10月" in shown
    assert "· 立案件数：3 件\n· 移送公安件数：0 件\n· 案值：0 万元" in shown
    assert counted(town, "市公安局") == {}


async def test_figures_that_name_no_return_may_be_for_the_one_that_is_open(town: Town, lin: Resident) -> None:
    assert "您是想" in await lin.says("立案5，移送了2件，钱35万")
    assert lin.buttons() == ["填统计报表", "报进展", "取消"]
    assert "请核对" in await lin.presses("填统计报表")
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 35}
    assert town.rows("SELECT id FROM reports") == []


async def test_the_same_figures_may_as_well_be_of_a_task(lin: Resident) -> None:
    await lin.says("立案5，移送了2件，案值35万")
    assert "哪一项" in await lin.presses("报进展")
    assert "立案件数 5 件" in await lin.presses("1-2")


@pytest.mark.parametrize(
    ("said", "answer"),
    [("我要补报9月的月报", "这一期没有要您单位填的统计报表"), ("月报截止能不能延到下周", "要填 1 份")],
)
async def test_a_past_period_is_none_to_come_and_a_week_is_none_at_all(lin: Resident, said: str, answer: str) -> None:
    shown = await lin.says(said)
    assert answer in shown and "2020年" not in shown


@pytest.mark.parametrize("said", ["10月没立案，全0", "nil for october", "return nil", "上个月没有"])
async def test_that_there_was_nothing_is_heard_without_the_form(town: Town, lin: Resident, said: str) -> None:
    assert "零报" in await lin.says(said)
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 0, MOVED: 0, VALUE: 0}


async def test_a_figure_said_to_stand_wrong_in_the_return_is_put_right(town: Town, lin: Resident) -> None:
    await lin.says("填报表", "立案5 移送2 案值35.5", "提交")
    assert "· 立案件数：5 件\n" in (shown := await lin.says("报表里案值写错了 是三十八万"))
    assert "· 案值：38 万元（原 35.5）" in shown
    await lin.says("是")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 38}


async def test_at_the_check_a_figure_is_put_right_in_few_words(town: Town, lin: Resident) -> None:
    assert "· 案值：15 万元" in await lin.says("填报表", "立案5 移送2 案值35", "案值报错了 应该15万")
    assert "· 立案件数：2 件" in await lin.says("移送改3，立案改2")
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 2, MOVED: 3, VALUE: 15}


async def test_who_asks_for_a_sum_hears_what_the_own_unit_filed_and_no_others(lin: Resident, zhou: Resident) -> None:
    await lin.submits("填报表", "立案5 移送2 案值35")
    told = await lin.says("今年总共立了多少案")
    assert "立案件数：没有报过" in told and "里报的是：立案件数 5 件" in told
    assert "里报的是" not in await zhou.says("今年总共立了多少案")


@pytest.mark.parametrize("asked", ["10月报的啥数", "10月我们报了哪些数字", "10月报上去的数是多少"])
async def test_which_numbers_were_filed_is_told(town: Town, lin: Resident, asked: str) -> None:
    await lin.says("填报表")
    await lin.says("立案5 移送2 案值35")
    await lin.says("提交")
    assert "里报的是：立案件数 5 件，案值 35 万元，移送公安件数 2 件" in await lin.says(asked)


@pytest.mark.parametrize(
    ("first", "then", "figures"),
    [
        ("立案8", "移送512 其余都是0", (8, 512, 0)),
        ("立案8，移送2", "其他没有", (8, 2, 0)),
        ("立案8", "剩下的都没有", (8, 0, 0)),
        ("案值3万", "立案2，其他都是0", (2, 0, 3)),
        ("立案8", "the rest are all zero", (8, 0, 0)),
    ],
)
async def test_all_others_are_those_that_are_still_asked_for(
    town: Town, lin: Resident, first: str, then: str, figures: tuple[float, ...]
) -> None:
    await lin.says("填报表", first, then)
    await lin.presses("提交")
    assert counted(town, "市公安局") == dict(zip((CASES, MOVED, VALUE), figures, strict=True))


@pytest.mark.parametrize("said", ["加12件，案值加30万", "漏了12件，案值少报了30万"])
async def test_what_is_added_without_a_name_is_of_the_only_figure_counted_so(lin: Resident, said: str) -> None:
    shown = await lin.says("填报表", "立案12 案值35", said)
    assert "· 立案件数：24 件" in shown and "· 案值：65 万元" in shown


async def test_all_that_is_not_understood_is_named(lin: Resident) -> None:
    await lin.says("填报表", "立案12 案值35 移送2")
    shown = await lin.says("分局的没算进去，加3件，案值加30万")
    assert "分局的没算进去，加3件" in shown and "· 案值：65 万元" in shown and "· 立案件数：12 件" in shown


@pytest.mark.parametrize("said", ["算了全0报吧", "那就零报吧", "都报0", "全报零"])
async def test_a_nil_return_in_other_words(lin: Resident, said: str) -> None:
    assert "零报：各项都是 0。" in await lin.says("填报表", "立案1", said)


@pytest.mark.parametrize("said", ["案值核了，35.5是上月的，这个月是41.2", "案值不是35.5，是41.2", "35.5应该是41.2"])
async def test_the_right_number_takes_the_place_of_the_wrong_one(lin: Resident, said: str) -> None:
    shown = await lin.says("填报表", "立案12 案值35.5 移送2", said)
    assert "· 案值：41.2 万元" in shown and "· 立案件数：12 件" in shown


async def test_the_right_number_is_in_the_measure_of_the_wrong_one(lin: Resident) -> None:
    assert "· 案值：0.45 万元" in await lin.says("填报表", "立案12 案值4500元 移送2")
    assert "· 案值：0.54 万元" in await lin.says("打错了，4500应该是5400")


async def test_a_large_sum_without_one_before_is_asked_about(lin: Resident) -> None:
    shown = await lin.says("填报表", "立案1 案值8000 移送0")
    assert "案值是按 8,000 万元记的；要是 8,000 元，请写“案值8000元”。" in shown
    shown = await lin.says("案值8000元")
    assert "· 案值：0.8 万元" in shown and "记的" not in shown


async def test_a_remark_behind_the_figures_names_no_task_and_no_unit(lin: Resident) -> None:
    assert "· 案值：41.2 万元" in await lin.says("10月的：立案13，案值41.2，移送2。案值里有个大案还没核定，先按这个报")
    await lin.presses("取消")
    await lin.presses("不要了")
    for said in ("月报案值120.5，立案36，移送多少我问下法制", "月报 立案36 案值120.5万 移送先空着 等法制那边"):
        shown = await lin.says(said)
        assert "· 案值：120.5 万元" in shown and "还差：移送公安件数" in shown


@pytest.mark.parametrize("said", ["立案30 案值1.2亿 移送3", "案值12000万元，立案30，移送3"])
async def test_a_sum_that_can_only_have_been_written_with_its_measure_is_not_asked_about(
    lin: Resident, said: str
) -> None:
    shown = await lin.says("填报表", said)
    assert "· 案值：12,000 万元" in shown and "记的" not in shown


async def test_a_large_sum_among_numbers_alone_needs_its_measure(lin: Resident) -> None:
    assert "“案值12000”是元还是万元？" in await lin.says("填报表", "30 3 12000")
