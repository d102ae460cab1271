"""Corrections and additions shortly after submitting a report are understood as at its preview."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def have_reported(lin: Resident, said: str = "1-2 抓了12人 60%") -> None:
    await lin.submits(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("少报了一个，抓了13人", "抓获人数 13 人"),
        ("再补一个 起诉2人", "抓获人数 12 人，起诉人数 2 人"),
        ("漏了，还抓了2人", "抓获人数 14 人"),
        ("其实才50%", "进度：50%"),
        ("不好意思，抓获是13人", "抓获人数 13 人"),
        ("I made a mistake, it's 75", "进度：75%\n情况：（无）"),
        ("oh wait, 13 not 12", "情况：（无）\n统计数据：抓获人数 13 人"),
        ("改成13个吧，今晚又抓了一个", "抓获人数 13 人"),
        ("make that 13 arrests, one more came in tonight", "情况：（无）\n统计数据：抓获人数 13 人"),
        ("进度写高了，50", "进度：50%"),
        ("状态不对，应该是受阻，市监局不配合", "状态：受阻"),
    ],
)
async def test_what_puts_it_right_or_adds_to_it_is_shown_as_a_correction(
    town: Town, lin: Resident, said: str, shown: str
) -> None:
    await have_reported(lin)
    heard = await lin.says(said)
    assert heard.startswith("填报 1-2") and shown in heard
    assert town.rows("SELECT count(*) AS n FROM reports") == [{"n": 1}]
    await lin.presses("提交")
    assert town.rows("SELECT replaces IS NULL AS first FROM reports ORDER BY id") == [{"first": 1}, {"first": 0}]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("立案改成6吧 昨晚又立了1件", "立案件数 6 件，抓获人数 5 人"),
        ("立案改成6，又抓了2个", "立案件数 6 件，抓获人数 2 人"),
    ],
)
async def test_what_has_come_in_since_is_in_the_number_said_outright_unless_it_is_another_figure(
    lin: Resident, said: str, shown: str
) -> None:
    await have_reported(lin, "1-2 立案5件，抓了5个，60%")
    assert shown in await lin.says(said)


@pytest.mark.parametrize("said", ["change it to 45%", "can you change the percentage to forty five"])
async def test_the_percent_is_put_right_and_the_note_stays_as_written(lin: Resident, said: str) -> None:
    await have_reported(lin, "1-2 we held 2 seminars. 40% done")
    assert "进度：45%\n情况：we held 2 seminars. 40% done" in await lin.says(said)


async def test_that_it_is_not_done_after_all_opens_the_report_again(town: Town, lin: Resident) -> None:
    await have_reported(lin, "1-2 办完了")
    assert "完成了百分之几" in await lin.says("反悔了 没完成")
    assert "状态：进行中\n进度：90%" in await lin.says("90")
    await lin.presses("提交")
    assert town.rows("SELECT status, percent FROM reports WHERE replaces IS NOT NULL") == [
        {"status": "in_progress", "percent": 90}
    ]


async def test_what_is_no_afterthought_is_a_report_of_its_own(lin: Resident) -> None:
    await have_reported(lin)
    assert "抓获人数 13 人（上次 12 人）：是更正上次报的，还是又新增的？" in await lin.says("抓了13人")
    await lin.presses("取消", "不要了")
    assert "刚才说的是哪一项的进展" in await lin.says("立案13件")
    await lin.presses("取消", "不要了")
    assert (await lin.says("2-3 少报了一个，抓了13人")).startswith("填报 2-3")


async def test_long_after_it_is_asked_what_is_meant(town: Town, lin: Resident) -> None:
    await have_reported(lin)
    await town.move_to("2019-11-25 15:00")
    assert "请核对" in await lin.says("少报了一个，抓了13人") and "抓获人数 13 人" in lin.sees()
    await lin.presses("取消", "不要了")
    await town.move_to("2019-11-28 15:00")
    assert "刚才说的是哪一项的进展" in await lin.says("少报了一个，抓了13人")


@pytest.mark.parametrize("said", ["报错任务了 是2-3", "报错了，应该是2-3的", "不是1-2，应该是2-3"])
async def test_a_report_on_the_wrong_task_is_filled_in_for_the_right_one(town: Town, lin: Resident, said: str) -> None:
    await have_reported(lin)
    heard = await lin.says(said)
    assert heard.startswith("1-2 报的内容照样写到了 2-3，请核对。") and "抓获人数 12 人" in heard
    assert "已撤回，1-2 恢复到之前的状态。" in await lin.presses("提交")
    assert town.rows("SELECT withdrawn_at IS NULL AS stands FROM reports ORDER BY id") == [{"stands": 0}, {"stands": 1}]


async def test_of_several_reported_together_it_is_asked_which_and_all_can_be_withdrawn(
    town: Town, lin: Resident
) -> None:
    await lin.says("1-2 60%，2-3 50%，7-1 40%")
    await lin.presses("全部提交")
    assert (await lin.says("不对 是70")).startswith("刚才一起报了这几项，要改或撤回哪一项？")
    assert "全部撤回" in (await lin.says("刚才三个都撤回"), lin.buttons())[1]
    await lin.presses("全部撤回")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE withdrawn_at IS NULL") == [{"n": 0}]
    assert "已撤回" in lin.sees()


@pytest.mark.parametrize(
    "said", ["刚才2-3的数填到6-7里去了,6-7那条给我撤了", "2-3跟6-7写反了，把6-7撤了", "撤回6-7，不是2-3"]
)
async def test_of_several_named_the_one_named_again_is_withdrawn(lin: Resident, said: str) -> None:
    await lin.says("2-3 50%，6-7 40%")
    await lin.presses("全部提交")
    assert (await lin.says(said)).startswith("您最近的一份填报：6-7 ")
    assert lin.buttons() == ["撤回", "更正"]


async def test_words_of_the_note_are_put_right_in_it(lin: Resident) -> None:
    await have_reported(lin, "1-2 60%, seized 3 shipments")
    assert "情况：60%, seized 5 shipments" in await lin.says("actualy it was 5 shipments")
    assert "进度：65%" in await lin.says("sorry thats 65")


async def test_what_is_not_done_after_all_gets_its_percent_and_keeps_what_else_is_told(lin: Resident) -> None:
    await have_reported(lin, "1-2 trained 25 officers last friday, done")
    heard = await lin.says("hmm not done actually, one more class in dec. 80")
    assert "状态：进行中\n进度：80%" in heard and "one more class in dec. 80\n" in heard


@pytest.mark.parametrize(
    ("said", "percent", "note"),
    [
        ("刚才报的里面1-2其实钱到了 进行中10%", 10, "刚才报的里面1-2其实钱到了 进行中10%"),
        ("1-2刚才报的不对，经费批下来了，进度60%", 60, "经费批下来了，进度60%"),
        ("刚才那个其实是40%，钱已经到账了", 40, "刚才那个其实是40%，钱已经到账了"),
        ("sorry, 1-2 should be 40%, the money has arrived", 40, "the money has arrived"),
    ],
)
async def test_what_is_told_beside_a_corrected_percent_stays_in_the_note(
    lin: Resident, said: str, percent: int, note: str
) -> None:
    await have_reported(lin, "1-2进行中50%，查了18家门店")
    heard = await lin.says(said)
    assert f"进度：{percent}%" in heard and "查了18家门店\n" in heard and f"{note}\n" in heard, heard


@pytest.mark.parametrize("said", ["刚才报的1-2，实际是20%", "不对，是20%", "1-2报错了，应该是20%"])
async def test_of_a_corrected_percent_alone_nothing_is_added_to_the_note(lin: Resident, said: str) -> None:
    await have_reported(lin, "1-2进行中50%，查了18家门店")
    heard = await lin.says(said)
    assert "进度：20%\n情况：进行中50%，查了18家门店\n" in heard, heard


async def test_a_number_of_the_note_is_known_by_what_it_counts(lin: Resident) -> None:
    await have_reported(lin, "1-2 seized 340 fake watches, about half way")
    assert "seized 360 fake watches" in await lin.says("make that 360 watches")


async def test_where_it_is_not_clear_what_is_right_the_buttons_are_shown(lin: Resident) -> None:
    await have_reported(lin, "1-2 开了培训班 到了83个人，60%")
    assert "请直接说对的" in await lin.says("人数报多了 实到78")
    assert lin.buttons() == ["撤回", "更正"]


async def test_a_number_of_a_figure_that_is_named_is_no_percent(nong: Resident) -> None:
    preview = await nong.says("4-2 培训两期94人 70%", "提交", "培训人数算错了 是97")
    assert "进度：70%\n情况：培训两期97人 70%\n统计数据：培训人次 97" in preview


async def test_a_bare_number_behind_a_code_puts_the_percent_right(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    await grace.says("1-7 60%", "submit")
    for words, percent in (("1-7 wrong, thats 75", 75), ("no that's 70", 70), ("actually 80", 80)):
        assert f"Progress: {percent}%\nNote: (none)" in await grace.says(words)
        await grace.says("submit")
    await town.move_to("2019-12-06 09:00")
    assert "Progress: 85%\nNote: (none)" in await grace.says("1-7 make it 85")


@pytest.mark.parametrize(
    ("said", "count"),
    [("抓获多报了1人", 11), ("抓获少报了2人", 14), ("多报了3人", 9), ("有2人重复报了", 10), ("抓获重复统计了2人", 10)],
)
async def test_by_how_much_a_figure_is_wrong_puts_it_right(lin: Resident, said: str, count: int) -> None:
    await have_reported(lin)
    assert f"统计数据：抓获人数 {count} 人" in await lin.says(said)


async def test_of_which_month_figures_are_cannot_be_put_right(lin: Resident) -> None:
    await have_reported(lin)
    assert await lin.says("就是10月抓的，不是11月") == "10月的数按填报日期计入本月。"


async def test_by_how_much_a_figure_is_wrong_that_is_not_there_adds_none(town: Town, lin: Resident) -> None:
    await have_reported(lin)
    assert "移送公安件数" not in await lin.says("移送多报了1件")
    assert len(town.rows("SELECT 1 FROM reports")) == 1


async def test_with_another_report_waiting_it_is_still_of_the_last_one(lin: Resident) -> None:
    await lin.says("2-3 30%")
    await have_reported(lin)
    assert "填报 1-2 昆仑行动" in await lin.says("不对，抓获应该是13人") and "抓获人数 13 人" in lin.sees()


async def test_a_percentage_alone_right_after_a_report_is_of_its_task(lin: Resident) -> None:
    preview = await lin.says("1-2 受阻，缺检测报告", "交", "请加急", "目前进度约百分之三十")
    assert "填报 1-2 昆仑行动" in preview and "状态：受阻\n进度：30%\n" in preview
    assert "填报 2-3" in await lin.says("取消", "是", "2-3", "进度40%")


async def test_a_correction_of_what_was_done_puts_it_under_way_at_its_percentage(lin: Resident) -> None:
    shown = await lin.says("1-2 已完成", "交", "更正：1-2尚有一起案件未结，进度应为90%。")
    assert "状态：进行中\n进度：90%\n情况：尚有一起案件未结，进度应为90%。" in shown


async def test_what_comes_to_mind_right_after_is_added(lin: Resident) -> None:
    await have_reported(lin)
    assert "情况：哦对了还走访了三家商户\n" in await lin.says("哦对了还走访了三家商户")


@pytest.mark.parametrize("said", ["4-2 其实没办完", "4-2不算 还没办完"])
async def test_what_is_not_finished_after_all_is_begun(town: Town, nong: Resident, said: str) -> None:
    await nong.submits("4-2 弄完了")
    await nong.says(said)
    assert [row["status"] for row in town.rows("SELECT status FROM drafts")] == ["in_progress"]


async def test_what_a_figure_is_puts_the_one_right_that_was_just_reported(town: Town, lin: Resident) -> None:
    await lin.says("18-1", "7-1 平台招标挂网", "2-3 抓了2个，捣毁窝点1个", "提交")
    preview = await lin.says("窝点是2个")
    assert preview.startswith("填报 2-3") and "抓获人数 2 人，捣毁窝点数 2 个" in preview


async def test_a_card_of_before_is_not_what_words_below_a_report_are_of(lin: Resident) -> None:
    await lin.says("18-1", "7-1 平台招标挂网", "2-3 抓了2个", "提交")
    assert "刚才说的是哪一项的进展" in await lin.says("捣毁窝点3个")


@pytest.mark.parametrize("said", ["等下 是80", "等一下，是80%", "等等 应该是80"])
async def test_who_says_wait_puts_it_right(lin: Resident, said: str) -> None:
    await lin.submits("1-2 50%")
    assert "进度：80%" in await lin.says(said)


@pytest.mark.parametrize("said", ["删掉合同那句", "合同那句不要了"])
async def test_a_sentence_of_the_note_is_taken_out_afterwards(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 50% 抽检三批，合同还没签")
    preview = await lin.says(said)
    assert "情况：50% 抽检三批\n" in preview and lin.buttons()[0] == "提交"
    assert "已提交" in await lin.presses("提交")


async def test_what_is_not_in_the_note_is_withdrawn_as_before(lin: Resident) -> None:
    await lin.submits("1-2 50% 抽检三批，合同还没签")
    assert lin.buttons() == ["撤回", "更正"]
    await lin.says("把这条删了")
    assert "撤回" in lin.buttons()


async def test_a_wrong_task_is_asked_for_the_right_one(lin: Resident) -> None:
    await lin.submits("1-2 50% 抽检三批")
    assert (await lin.says("啊报错项了")).startswith("该报在哪一项？")
    assert "填报 2-3" in await lin.says("报错项了，是2-3的")


@pytest.mark.parametrize("said", ["刚才那个是6-7的", "哎等等 这个是报到6-7的", "是6-7，不是1-2"])
async def test_the_report_just_made_is_of_another_task(lin: Resident, said: str) -> None:
    await lin.says("1-2 60%，抓获3人", "提交")
    assert "1-2 报的内容照样写到了 6-7" in await lin.says(said) and "抓获人数 3 人" in lin.sees()


@pytest.mark.parametrize("between", [[], ["晚上9点到早上10点别发消息"]])
async def test_a_wish_about_reminders_adds_nothing_to_the_report(lin: Resident, between: list[str]) -> None:
    await lin.says("1-2 60%", "提交", *between)
    assert "填报 1-2" not in await lin.says("还有周末也不要")


@pytest.mark.parametrize(
    "said",
    [
        "27-3 补充：线上直播观看2万人",
        "27-3的情况里补一句：线上直播观看2万人",
        "补充：线上直播观看2万人",
        "先补一句：线上直播观看2万人",
        "27-3那条再加一句 线上直播观看2万人",
        "27-3里再补一句：线上直播观看2万人",
        "刚才那条再加一句 线上直播观看2万人",
    ],
)
async def test_a_sentence_is_added_to_the_note_that_was_reported(nong: Resident, said: str) -> None:
    await nong.says("27-3 签约15家企业", "提交")
    assert "情况：签约15家企业\n线上直播观看2万人\n" in await nong.says(said)


async def test_words_of_the_note_that_was_reported_are_put_right_behind_its_task(nong: Resident) -> None:
    await nong.says("27-3 签约15家企业", "提交")
    assert "情况：签约16家企业\n" in await nong.says("27-3 情况里“15家”改成“16家”")


async def test_nothing_of_a_report_that_is_made_anew_is_kept(lin: Resident) -> None:
    await lin.says("2-3 60% 立案3件", "提交")
    shown = await lin.says("刚才那个别算，重报2-3 70%")
    assert "进度：70%\n" in shown and "统计数据" not in shown


@pytest.mark.parametrize("said", ["刚才那个别算，重报：70%，立案5件", "那个不算数，70%，立案是5件"])
async def test_what_is_not_to_count_is_replaced(lin: Resident, said: str) -> None:
    await lin.says("2-3 60% 立案3件", "提交")
    assert "进度：70%\n情况：（无）\n统计数据：立案件数 5 件" in await lin.says(said)


@pytest.mark.parametrize(
    ("told", "denied", "note"),
    [
        ("1-2 也报一下，开了会，已完成", "上面1-2其实没完成，还差培训", "开了会\n上面 其实没完成，还差培训"),
        ("1-2 开了会，已完成", "1-2 没办完，还剩一家没查", "开了会\n没办完，还剩一家没查"),
        ("1-2 已完成，总结也写好了", "1-2 没完成", "总结也写好了"),
        ("1-2 已完成，开了会，总结也写好了", "1-2 没完成", "开了会，总结也写好了"),
    ],
)
async def test_the_note_of_what_is_not_done_after_all_says_no_more_that_it_is(
    town: Town, lin: Resident, told: str, denied: str, note: str
) -> None:
    await lin.submits(told)
    await lin.says(denied)
    assert town.rows("SELECT status, note FROM drafts") == [{"status": "in_progress", "note": note}]


@pytest.mark.parametrize(
    ("said", "percent"),
    [("核实了，就是90%", 90), ("核对过了，应该是85%", 85), ("等等，是85", 85)],
)
async def test_a_percent_that_was_checked_is_of_the_report_just_made(lin: Resident, said: str, percent: int) -> None:
    await lin.submits("1-2 90%")
    assert "填报 1-2 " in await lin.says(said) and f"进度：{percent}%\n情况：（无）" in lin.sees()


@pytest.mark.parametrize("said", ["再加一条：约谈平台5家", "补一条：约谈平台5家", "再补充一条，约谈平台5家"])
async def test_the_words_that_ask_to_add_some_are_not_added(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 90%，开了会")
    await lin.says(said)
    assert town.rows("SELECT note FROM drafts") == [{"note": "90%，开了会\n约谈平台5家"}]


async def test_what_is_added_to_the_note_counts(lin: Resident) -> None:
    await lin.submits("1-2 90%")
    assert "情况：立案3件\n统计数据：立案件数 3 件" in await lin.says("再加一条：立案3件")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("1-2再补充：移送起诉2人", "移送起诉2人"),
        ("1-2补充一下，移送起诉2人", "移送起诉2人"),
        ("1-2 情况里再加一句：已移送检察院", "已移送检察院"),
    ],
)
async def test_what_is_added_a_week_later_is_a_report_as_far_on_as_before(
    town: Town, lin: Resident, said: str, note: str
) -> None:
    await lin.submits("1-2 60%")
    await town.move_to("2019-12-02 09:00")
    assert f"进度：60%\n情况：{note}" in await lin.says(said)
    assert town.rows("SELECT note FROM drafts") == [{"note": note}]


@pytest.mark.parametrize(
    "words",
    [
        "18-1的数据去掉窝点那个",
        "18-1去掉窝点",
        "把18-1的窝点去掉",
        "删掉18-1窝点那个数",
        "窝点那个去掉",
        "窝点的数据不要了",
        "take out the dens from 18-1",
    ],
)
async def test_one_figure_is_taken_out_of_the_report_just_made(town: Town, lin: Resident, words: str) -> None:
    await lin.submits("18-1 抓获17名，捣毁窝点4个")
    assert "统计数据：抓获人数 17 人\n" in f"{await lin.says(words)}\n"
    await lin.presses("提交")
    counted = "SELECT value FROM report_figures WHERE report_id = (SELECT max(id) FROM reports)"
    assert [row["value"] for row in town.rows(counted)] == [17.0]


@pytest.mark.parametrize("words", ["I put the wrong number, it's 50%, sorry", "wrong number: should be 50%"])
async def test_a_wrong_number_with_the_right_one_is_no_wrong_task(grace: Resident, words: str) -> None:
    await grace.says("36-4 60%", "Submit")
    shown = await grace.says(words)
    assert "Progress: 50%" in shown and "Which task" not in shown


@pytest.mark.parametrize("words", ["写错了，京东应该是阿里", "oops 京东 should be 阿里", "不好意思，把京东改成阿里"])
async def test_wrong_words_are_put_right_in_the_one_of_several_reports_that_has_them(lin: Resident, words: str) -> None:
    await lin.says("8-2 跟京东开了个碰头会，50%；2-3 管控12人", "全部提交")
    shown = await lin.says(words)
    assert "填报 8-2" in shown and "情况：跟阿里开了个碰头会，50%" in shown


@pytest.mark.parametrize(
    "said",
    ["扫描件下午给", "照片晚点发你", "传佐证", "附件让他发", "照片小吴晚点传", "1-2照片补一下", "photos will follow"],
)
async def test_how_files_are_added_to_the_report_just_made_is_said(lin: Resident, said: str) -> None:
    await have_reported(lin)
    assert "1-2 的照片、文件请直接发来，写上“加到1-2”" in await lin.says(said)
    assert lin.buttons() == ["撤回", "更正"]


@pytest.mark.parametrize("said", ["还是报吧，刚才的恢复", "恢复", "还是要报，刚才那条恢复"])
async def test_a_report_just_withdrawn_is_taken_up_again(lin: Resident, said: str) -> None:
    await have_reported(lin)
    await lin.says("撤回")
    await lin.presses("撤回")
    assert "抓获人数 12 人" in await lin.says(said) and "提交" in lin.buttons()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("刚才那个一半不对，应该是百分之四十五", ("填报 6-7", "进度：45%")),
        ("50%报错了，是45%", ("填报 6-7", "进度：45%")),
        ("刚才的20%写错了，是25%", ("填报 1-2", "进度：25%")),
        ("不对，应该是30%", ("填报 1-2", "进度：30%")),
    ],
)
async def test_of_two_reports_the_one_with_the_wrong_number_is_meant(
    lin: Resident, said: str, shown: tuple[str, str]
) -> None:
    for each in ("6-7 开了会，差不多搞了一半", "1-2 20%，等编办批"):
        await lin.says(each)
        await lin.presses("提交")
    answer = await lin.says(said)
    assert all(each in answer for each in shown)


@pytest.mark.parametrize("said", ["案值错了，是1020万", "案值不对，1020万", "案值错了，应该是1020万元"])
@pytest.mark.parametrize("submitted", [True, False])
async def test_what_is_put_right_of_a_figure_is_so_in_the_words_too(lin: Resident, said: str, submitted: bool) -> None:
    await lin.says("1-2 涉案金额1200余万元，抓获21人，完成80%", *(["提交"] if submitted else []))
    shown = await lin.says(said)
    assert "情况：涉案金额1020万元，抓获21人，完成80%\n统计数据：案值 1,020 万元，抓获人数 21 人" in shown


@pytest.mark.parametrize("said", ["啊对了那个酒是十二瓶", "那个假酒是十二瓶", "哦对了，查扣的酒应该是十二瓶"])
async def test_a_number_of_the_words_is_put_right_by_what_it_counts(lin: Resident, said: str) -> None:
    await lin.says("6-7 查扣假酒十一瓶，扣了3双鞋")
    await lin.presses("提交")
    assert "情况：查扣假酒十二瓶，扣了3双鞋\n" in await lin.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "场次应该13",
        "活动应该13场",
        "29-11那个场次其实是13场",
        "29-11那个场次其实是13场 能改吗",
        "场次其实是13场，能不能改一下？",
    ],
)
async def test_what_a_figure_should_be_corrects_it(zhou: Resident, said: str) -> None:
    await zhou.says("29-11安全用药月在办 活动12场 进度80")
    await zhou.presses("提交")
    assert "活动13场 进度80\n统计数据：宣传场次 13 场" in await zhou.says(said)


async def test_words_of_a_past_month_are_not_said_to_count_in_this_one(town: Town, lin: Resident) -> None:
    await lin.submits("6-7 联合查了6家店 扣了假鞋300双 立了2个案")
    await town.move_to("2019-12-10 09:10")
    await lin.submits("6-7 本月又立了4起")
    assert "没看懂要把 6-7 的哪里改成什么" in await lin.says("上月报的假鞋数写错了 是200双")


@pytest.mark.parametrize(
    "said", ["不对 还是2", "不对 还是2 第三个是市监立的", "不对，还是2，第三个是市监立的", "还是改回2吧"]
)
async def test_a_number_put_right_can_be_put_back(lin: Resident, said: str) -> None:
    for each in ("6-7 联合查了6家店 立了2个案", "立案不是2 是3"):
        await lin.says(each)
        await lin.presses("提交")
    assert "情况：联合查了6家店 立了2个案\n统计数据：立案件数 2 件，检查户次 6" in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("8-2错了，收到情报2条", "情况：40%，移送线索3条\n收到情报2条\n"),
        ("8-2错了，移送线索2条", "情况：40%，移送线索2条\n"),
        ("8-2报错了，抓获2人", "情况：40%，移送线索3条\n统计数据：抓获人数 2 人\n"),
    ],
)
async def test_what_is_told_behind_a_denial_corrects_the_report(
    town: Town, lin: Resident, said: str, shown: str
) -> None:
    await lin.submits("8-2 40%，移送线索3条")
    assert shown in await lin.says(said)
    await lin.presses("提交")
    assert town.rows("SELECT replaces IS NULL AS first FROM reports ORDER BY id") == [{"first": 1}, {"first": 0}]


@pytest.mark.parametrize("words", ["移送那个不算数 去掉", "2-3移送不算，去掉", "移送去掉", "移送不算数，删掉"])
async def test_a_figure_is_taken_out_of_the_report_just_made_which_stays(lin: Resident, words: str) -> None:
    await lin.submits("2-3 60%，立案3件，移送1件")
    assert (await lin.says(words)).endswith("进度：60%\n情况：（无）\n统计数据：立案件数 3 件")
    assert "已提交" in await lin.says("提交")


@pytest.mark.parametrize("words", ["刚才那份不算，去掉", "2-3那份填报删掉", "取消填报", "那份不算数，撤了"])
async def test_a_whole_report_is_offered_to_be_withdrawn_as_before(lin: Resident, words: str) -> None:
    await lin.submits("2-3 60%，立案3件，移送1件")
    assert (await lin.says(words)).startswith("您最近的一份填报：2-3") and lin.buttons() == ["撤回", "更正"]


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (
            "总结还在盖章，下周才能拿到，先补一句：参与群众1200人次",
            "总结还在盖章，下周才能拿到，参与群众1200人次",
        ),
        ("盖章要等到周五，先补充一下：又抓了3个", "盖章要等到周五，又抓了3个"),
        ("总结还没写好 再加一句：领导来过", "总结还没写好 领导来过"),
        ("不对，补一句：领导来过", "领导来过"),
        ("先补一句：领导来过", "领导来过"),
    ],
)
@pytest.mark.parametrize("open_still", [True, False])
async def test_what_is_told_before_words_are_added_is_added_with_them(
    lin: Resident, said: str, note: str, open_still: bool
) -> None:
    await lin.says("1-2 抓了12个，已移送检察院 60%", *([] if open_still else ["提交"]))
    assert f"情况：抓了12个，已移送检察院 60%\n{note}\n" in f"{await lin.says(said)}\n"


async def test_they_are_added_to_the_only_returned_report_the_next_day(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2做完了，讲座办了6场")
    await chen.says("退回1-2 要附总结", "确认")
    await town.move_to("2019-11-26 10:00")
    shown = await lin.says("总结还在盖章，下周才能拿到，先补一句：参与群众1200人次")
    assert shown.startswith("填报 1-2") and "做完了，讲座办了6场\n总结还在盖章，下周才能拿到，参与群众1200人次" in shown


async def test_what_asks_for_more_time_and_adds_a_reason_is_no_afterthought(lin: Resident) -> None:
    await lin.submits("1-2 抓了12个 60%")
    assert "填报 1-2" not in await lin.says("1-2能不能延到明年3月底，补充一下：人手不够")
