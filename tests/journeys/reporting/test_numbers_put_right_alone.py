"""At the check of a report, a number that only one figure can take, or a nought too many, puts that figure right."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def test_a_number_in_one_character_is_put_right_and_no_percentage_is(lin: Resident) -> None:
    shown = await lin.says("六杠七上周跟市场监管局会商了一回移交线索俩进度三成")
    assert shown.endswith("不计入统计的：上周跟市场监管局会商了一回")
    assert "情况：上周跟市场监管局会商了一回移交线索三条进度三成\n" in await lin.says("那个线索是三条")
    await lin.presses("提交")
    assert "移交线索四条进度三成\n" in await lin.says("线索应该是四条")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("12万", "立案件数 5 件，案值 12 万元"),
        ("是12万吧", "立案件数 5 件，案值 12 万元"),
        ("7件", "立案件数 7 件，案值 120 万元"),
        ("核实了，是7件", "立案件数 7 件，案值 120 万元"),
        ("案值多写了个0", "立案件数 5 件，案值 12 万元"),
        ("金额少打了一个零", "立案件数 5 件，案值 1,200 万元"),
        ("an extra zero in the value", "立案件数 5 件，案值 12 万元"),
        ("立案写少了2件", "立案件数 7 件，案值 120 万元"),
        ("把立案改4", "立案件数 4 件，案值 120 万元"),
        ("sorry, the cases should be 6", "立案件数 6 件，案值 120 万元"),
        ("5件写错了，是6件", "立案件数 6 件，案值 120 万元"),
        ("案值120万错了，其实是12万", "立案件数 5 件，案值 12 万元"),
    ],
)
async def test_only_the_figure_meant_is_put_right(lin: Resident, said: str, figures: str) -> None:
    await lin.says("1-2 完成80%，立案5件，案值120万")
    answer = await lin.says(said)
    assert f"进度：80%\n情况：（无）\n统计数据：{figures}" in answer
    assert "没有写进去" not in answer


@pytest.mark.parametrize(
    ("said", "filed"),
    [
        ("刚才立案写少了 七件", 7),
        ("立案少写了 7件", 7),
        ("立案报少了 7件", 7),
        ("立案写多了 4件", 4),
        ("立案写少了 3件", 8),
        ("立案写少了7件", 12),
        ("立案少报了7件", 12),
        ("立案漏报了 7件", 12),
        ("立案写多了3件", 2),
    ],
)
@pytest.mark.parametrize("submitted", [True, False])
async def test_behind_a_pause_stands_the_right_number_if_it_can_be_that(
    lin: Resident, said: str, filed: int, submitted: bool
) -> None:
    await lin.says("1-2 完成80%，立案5件", *(["提交"] if submitted else []))
    assert f"统计数据：立案件数 {filed} 件\n" in f"{await lin.says(said)}\n"


@pytest.mark.parametrize("said", ["人数报错了，是50", "人数错了，应该是50", "人数弄错了，50", "人次错了是50"])
async def test_the_kind_of_number_said_to_be_wrong_is_put_right_and_no_percentage(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成60%，宣传3场，培训12人次")
    assert "进度：60%\n情况：（无）\n统计数据：培训人次 50，宣传场次 3 场" in await lin.says(said)


@pytest.mark.parametrize(
    "said", ["立案应该是6件 漏了一件", "立案应该是6件，少报了1件", "立案应该是6件，漏报了一件黄陂的"]
)
async def test_what_was_left_out_is_no_other_number(lin: Resident, said: str) -> None:
    await lin.submits("1-2 完成80%，立案5件")
    assert "统计数据：立案件数 6 件\n" in await lin.says(said) + "\n"
    assert "没有写进去" not in lin.heard()[-1]


@pytest.mark.parametrize("said", ["下午又去了一趟 1-2 再加两个 一共七个", "1-2 下午又去了一趟，再加上2人，总共7人"])
async def test_what_is_added_makes_the_figure_the_total_told_with_it(lin: Resident, said: str) -> None:
    await lin.submits("1-2 抓了五个人 在汉口 60%")
    shown = await lin.says(said)
    assert "情况：抓了五个人 在汉口 60%\n" in shown and "下午又去了一趟" in shown
    assert "统计数据：抓获人数 7 人" in shown


@pytest.mark.parametrize("said", ["1-2又抓了两个 一共七个", "1-2又抓了两个 累计七个", "1-2 再加两个，总共7人"])
async def test_the_same_before_the_report_is_submitted(lin: Resident, said: str) -> None:
    assert "统计数据：抓获人数 7 人" in await lin.says("1-2 抓了五个人 60%", said)


@pytest.mark.parametrize("said", ["少写了一个窝点，两个", "窝点少写了一个，是两个", "少报了一个窝点，应该是两个"])
async def test_the_number_behind_by_how_much_it_was_wrong_is_the_right_one(nong: Resident, said: str) -> None:
    await nong.says("1-3 进行中 捣毁窝点一个，抽检20批次")
    assert "已记下：\n统计数据：捣毁窝点数 2 个，抽检批次 20\n" in await nong.says(said)
    assert "统计数据：捣毁窝点数 2 个，抽检批次 20\n" in await nong.says("60") + "\n"
    assert "统计数据：捣毁窝点数 3 个，抽检批次 20\n" in await nong.says("窝点少写了一个，是三个") + "\n"


@pytest.mark.parametrize("said", ["多写了个0", "3人", "立案多写了个0"])
async def test_a_number_that_may_be_several_or_none_is_asked_about(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件，移送2件，案值120万")
    assert f"“{said}”没有写进去" in await lin.says(said)


@pytest.mark.parametrize("said", ["件数错了，应该是3", "门店数错了，是16", "上面那个数改一下 12"])
async def test_a_number_of_what_the_report_does_not_have_changes_nothing_else(lin: Resident, said: str) -> None:
    await lin.says("1-2 60% 抽检了三批")
    assert f"“{said}”没有写进去" in await lin.says(said)
    assert "进度：30%\n情况：（无）\n统计数据：抽检批次 3\n" in await lin.says("打错了 是30") + "\n"
    assert "统计数据：立案件数 12 件，抽检批次 3" in await lin.says("立案数错了，应该是12")


async def test_a_number_of_what_was_not_reported_changes_nothing_afterwards(lin: Resident) -> None:
    await lin.submits("1-2 60% 抽检了三批")
    assert "没看懂要把 1-2 的哪里改成什么" in await lin.says("门店数错了，是16")


@pytest.mark.parametrize("said", ["老旧小区改3个", "厕所改2座，道路改3条"])
async def test_work_that_is_called_a_change_puts_no_figure_right(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", said)
    assert not any("立案件数 3 件" in each or "立案件数 2 件" in each for each in lin.heard())


@pytest.mark.parametrize(("said", "percent"), [("上面打错了 是7成", 70), ("哎 刚报的那个百分比又错了 75", 75)])
async def test_a_percent_put_right_leaves_no_words_over(lin: Resident, said: str, percent: int) -> None:
    await lin.says("1-2 完成80%，立案5件")
    assert f"进度：{percent}%\n情况：（无）" in await lin.says(said)
    assert "没有写进去" not in lin.sees()


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("百分之6十，抓获2十人", "进度：60%\n情况：（无）\n统计数据：抓获人数 20 人"),
        ("完成80%，立案十2件，案值1百20万", "进度：80%\n情况：（无）\n统计数据：立案件数 12 件，案值 120 万元"),
    ],
)
async def test_numbers_half_in_digits_count_in_full(lin: Resident, said: str, read: str) -> None:
    assert read in await lin.says(f"1-2 {said}")


async def test_a_formal_report_is_counted_in_full(lin: Resident) -> None:
    answer = await lin.says(
        "现将1-2项工作进展情况报告如下：截至11月25日，我局共立案查处涉假案件12起，涉案金额共计人民币350.5万元，"
        "整体工作完成约百分之八十。特此报告。"
    )
    assert "进度：80%" in answer
    assert "统计数据：立案件数 12 件，案值 350.5 万元" in answer
    assert "不计入统计" not in answer


async def test_a_formal_correction_puts_the_report_right(lin: Resident) -> None:
    await lin.submits("1-2 完成70%，立案5件")
    answer = await lin.says("兹更正：此前所报1-2立案数有误，应为八件。")
    assert "进度：70%" in answer
    assert "统计数据：立案件数 8 件" in answer


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("案值漏了，补80万", "案值 80 万元，抓获人数 2 人"),
        ("忘了写案值，120万", "案值 120 万元，抓获人数 2 人"),
        ("案值補充一下，120萬", "案值 120 万元，抓获人数 2 人"),
        ("漏了，还抓了3个", "抓获人数 5 人"),
    ],
)
async def test_a_figure_that_was_forgotten_may_stand_apart_from_its_name(lin: Resident, said: str, shown: str) -> None:
    assert f"统计数据：{shown}" in await lin.says("1-2 60% 抓获2人", said)
    await lin.says("取消", "确定", "1-2 60% 抓获2人", "提交")
    assert f"统计数据：{shown}" in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "cases", "shops"), [("区里的2件不算，扣掉", 1, 20), ("有一件不能算", 2, 20), ("检查的5家不算", 3, 15)]
)
async def test_what_does_not_count_is_taken_off(lin: Resident, said: str, cases: int, shops: int) -> None:
    await lin.says("1-2 立案3件，检查20家，60%")
    assert f"立案件数 {cases} 件，检查户次 {shops}" in await lin.says(said)


@pytest.mark.parametrize("words", ["400万", "大概400万吧", "那就400万", "about 4 million RMB then"])
async def test_a_number_alone_after_submitting_is_that_of_the_only_figure_it_fits(lin: Resident, words: str) -> None:
    await lin.submits("1-2 抓了5个，案值56万，做了70%")
    assert "案值 400 万元，抓获人数 5 人" in await lin.says(words)


@pytest.mark.parametrize("said", ["漏了，应该是5起", "漏了2起，应该是5起", "少算了2起，应该是5起"])
async def test_what_was_left_out_puts_the_figure_right(lin: Resident, said: str) -> None:
    await lin.says("1-2 立案3起，50%")
    assert "立案件数 5 件" in await lin.says(said)


async def test_a_number_of_something_else_takes_the_place_of_no_other_figure(lin: Resident) -> None:
    await lin.says("1-2 立案3起，50%")
    shown = await lin.says("宣传册写错了，是80")
    assert "立案件数 3 件" in shown and "发放资料份数 80 份" in shown


@pytest.mark.parametrize(
    ("said", "note", "figures"),
    [
        ("移送12件错了是10件", "本月立案12件，移送10件，在审", "立案件数 12 件，移送公安件数 10 件"),
        ("移送应该是10件", "本月立案12件，移送10件，在审", "立案件数 12 件，移送公安件数 10 件"),
        ("立案不是12件是10件", "本月立案10件，移送12件，在审", "立案件数 10 件，移送公安件数 12 件"),
        ("移送改成10", "本月立案12件，移送10件，在审", "立案件数 12 件，移送公安件数 10 件"),
    ],
)
async def test_of_equal_numbers_in_the_note_that_of_the_figure_is_put_right(
    lin: Resident, said: str, note: str, figures: str
) -> None:
    await lin.says("1-2 本月立案12件，移送12件，在审", "60")
    assert f"情况：{note}\n统计数据：{figures}" in await lin.says(said)


async def test_which_of_equal_numbers_is_meant_is_asked(lin: Resident) -> None:
    await lin.says("1-2 本月立案12件，移送12件，在审", "60")
    assert "“不是12件是10件”没有写进去" in await lin.says("不是12件是10件")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2 抓获12人，还在查", "抓获人数 12 人"),
        ("1-2 抓获12人，文书还没批", "抓获人数 12 人"),
        ("1-2 又抓了12人", "抓获人数 17 人"),
        ("1-2 还抓获12人", "抓获人数 17 人"),
    ],
)
async def test_work_that_still_goes_on_adds_no_numbers(lin: Resident, said: str, figures: str) -> None:
    await lin.says("1-2 60% 抓获5人")
    assert f"统计数据：{figures}\n" in await lin.says(said) + "\n"


async def test_a_reason_in_brackets_is_not_the_right_number(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60%，立案23件，抓获8人")
    assert "统计数据：立案件数 21 件，抓获人数 8 人" in await lin.says("立案请从23件更正为21件（有2件重复）")
    await lin.says("提交")
    await town.move_to("2019-11-26 09:20")
    assert "立案件数 21 件 → 20 件" in await lin.says("昨天1-2的立案数，请从21件更正为20件（有1件为2-3所报）")


@pytest.mark.parametrize(
    "said", ["刚才那个说成75了 其实80", "说错了 其实80", "报低了，实际上80", "刚说75 实际80%", "其实80", "实际80%"]
)
async def test_what_it_really_is_replaces_what_was_said(zhou: Resident, town: Town, said: str) -> None:
    await zhou.says("1-8 75%，立案12件", "提交")
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 12 件" in await zhou.says(said)
    await zhou.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports ORDER BY id")] == [75, 80]


async def test_what_is_said_again_with_more_is_kept_with_the_report(zhou: Resident) -> None:
    await zhou.says("1-8 75%", "提交")
    shown = await zhou.says("不好意思，75%，还有54家企业没去")
    assert shown.startswith("填报 1-8 ") and "进度：75%\n情况：75%，还有54家企业没去" in shown


@pytest.mark.parametrize(
    "said", ["刚才1-8的立案是13件", "刚才立案是13", "刚才那个1-8 立案13件不是12", "1-8刚才的立案应该是13"]
)
async def test_what_is_said_of_a_moment_ago_is_put_right(zhou: Resident, said: str) -> None:
    await zhou.says("1-8完成60%，立案12件", "提交")
    assert (await zhou.says(said)).endswith("进度：60%\n情况：（无）\n统计数据：立案件数 13 件")


async def test_what_was_done_a_moment_ago_is_a_report(zhou: Resident) -> None:
    await zhou.says("1-8完成60%，立案12件", "提交")
    assert (await zhou.says("1-9刚才检查是3家")).startswith("已记下：\n统计数据：检查户次 3\n\n填报 1-9")


@pytest.mark.parametrize(
    "said", ["小吴报的1-8不对 应该是立案8件", "小吴填的1-8 立案应该是8件", "小吴写的1-8里 立案少写了3件"]
)
async def test_what_a_colleague_has_reported_is_put_right(zhou: Resident, town: Town, said: str) -> None:
    wu = town.member(1004, "小吴", "市市场监管局", Role.DEPUTY)
    await wu.says("1-8 立案5件 60%", "提交")
    shown = await zhou.says(said)
    assert "小吴：进行中 60%" in shown and shown.endswith("情况：（无）\n统计数据：立案件数 8 件")


@pytest.mark.parametrize("said", ["再加一句 与公安联合办案2起", "1-2再加一句 与公安联合办案2起"])
async def test_a_sentence_added_to_the_note_leaves_the_figures_that_are_there(lin: Resident, said: str) -> None:
    await lin.says("1-2 立案12件，完成八成")
    shown = await lin.says(said)
    assert "情况：与公安联合办案2起" in shown and "立案件数 12 件" in shown
    assert "立案件数 15 件" in await lin.says("补充：又立案3件")


@pytest.mark.parametrize(
    "said",
    ["监测网站数应为1300家次，请予更正。", "监测网站数应为1300家次，请予以更正", "监测网站数应为1300家次 恳请修改为盼"],
)
async def test_what_a_formal_letter_asks_to_be_put_right_is_put_right(zhou: Resident, said: str) -> None:
    await zhou.says("1-9监测网站 1200 家次，立案 5 起，进度约 80%", "提交")
    shown = await zhou.says(said)
    assert shown.startswith("填报 1-9 ") and "情况：监测网站 1300 家次，立案 5 起，进度约 80%\n" in shown


TWO = "一、1-8铁拳行动：共立案 23 起，进度60%。\n二、1-9网络市场监管专项：监测网站 1200 家次，立案 5 起，进度约 80%。"


@pytest.mark.parametrize(
    "said", ["上述第二条立案数应为6起，请予更正。", "第二条立案应该是6起", "第2项写错了 立案应该是6起"]
)
async def test_a_report_is_put_right_by_its_place_among_those_made_together(zhou: Resident, said: str) -> None:
    await zhou.says(TWO, "全部提交")
    shown = await zhou.says(said)
    assert shown.startswith("填报 1-9 ") and "立案 6 起" in shown and "立案件数 6 件" in shown


async def test_what_is_said_of_a_report_that_no_longer_waits_changes_none_that_does(zhou: Resident) -> None:
    await zhou.says(TWO.replace("，进度60%", ""), "提交")
    assert "统计数据：立案件数 23 件" in await zhou.says("上述第二条立案数应为6起，请予更正。")
