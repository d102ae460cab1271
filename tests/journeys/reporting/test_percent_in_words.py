"""The percentage in people's own words; corrections never become a note, and ongoing work has no percentage."""

import pytest

from tests.journeys.town import Resident, Town

NOTE, PERCENT = "做了哪些工作", "百分之几"


def held(town: Town) -> tuple[object, ...]:
    [row] = town.rows("SELECT status, percent, note FROM drafts")
    return tuple(row.values())


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("差不多一半", 50),
        ("dunno, maybe a third", 33),
        ("算了，80吧", 80),
        ("哦不是 在弄 大概60%吧", 60),
        ("跳过", 0),
        ("不知道", 0),
        ("没法算百分比", 0),
        ("90👌", 90),
        ("完成¾了", 75),
    ],
)
async def test_a_percent_in_words_is_taken_and_no_note(town: Town, lin: Resident, said: str, percent: int) -> None:
    await lin.begins("1-2", "进行中")
    assert NOTE in await lin.says(said)
    assert held(town) == ("in_progress", percent, None)


async def test_a_number_first_takes_the_rest_beside_it(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    said = "60，抽检了三批，发现两起不合格，立案2件"
    assert "已记下：\n情况：60，抽检了三批" in await lin.says(said)
    assert held(town) == ("in_progress", 60, said)
    assert town.rows("SELECT figures FROM drafts") == [{"figures": '{"抽检批次": 3, "立案件数": 2}'}]


async def test_done_long_ago_is_a_status_and_said_to_be(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "已记下：\n状态：已完成" in await lin.says("早就完成了呀")
    assert held(town) == ("submitted", 100, None)


async def test_the_same_as_last_time_and_skipping_keep_what_was_reported(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    for words in ("跟上次一样", "跳过"):
        await lin.begins("1-2", "进行中")
        await lin.says(words)
        assert held(town) == ("in_progress", 40, None)
        await lin.presses("取消", "不要了")


@pytest.mark.parametrize("said", ["完成大半", "已经做了一大半了", "大半弄完了，剩下的下月做"])
async def test_most_of_it_is_no_percentage_and_stays_in_the_note(town: Town, lin: Resident, said: str) -> None:
    assert PERCENT in await lin.says(f"2-3 {said}")
    assert held(town) == ("in_progress", None, said)


@pytest.mark.parametrize("said", ["完成大半了", "一大半", "差不多大半吧"])
async def test_most_of_it_is_asked_about_where_a_percentage_is_asked_for(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    assert PERCENT in await lin.says(said)
    assert held(town)[:2] == ("in_progress", None)
    await lin.says("大半，算65吧")
    assert held(town)[:2] == ("in_progress", 65)


@pytest.mark.parametrize(
    ("said", "status", "percent"),
    [
        ("哦不是 在弄 大概60%吧", "in_progress", 60),
        ("算了，80吧", "in_progress", 80),
        ("早就完成了呀", "submitted", 100),
    ],
)
async def test_a_correction_at_the_note_is_no_note(
    town: Town, lin: Resident, said: str, status: str, percent: int
) -> None:
    await lin.begins("1-2", "进行中")
    assert NOTE in await lin.says("50", said)
    assert held(town) == (status, percent, None)


async def test_a_correction_at_the_figures_changes_the_percent(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("50")
    assert "已记下：\n进度：70%" in await lin.says("走访了五家", "不对，进度是70") and "统计数据吗" in lin.sees()
    assert held(town) == ("in_progress", 70, "走访了五家")


async def test_what_was_submitted_is_corrected_in_words(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "已完成")
    assert "状态：进行中\n进度：70%" in await lin.says("刚才那个报错了 是70 不是已完成")
    await lin.presses("提交")
    assert town.rows("SELECT status, percent, note, replaces FROM reports") == [
        {"status": "submitted", "percent": 100, "note": "", "replaces": None},
        {"status": "in_progress", "percent": 70, "note": "", "replaces": 1},
    ]


async def test_a_percent_below_the_last_one_is_asked_about(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "80")
    asked = await lin.says("1-2 60%")
    assert asked.endswith("这次是 60%，比上次报的 80% 低。没写错吧？") and "填报 1-2" in asked
    assert PERCENT in await lin.presses("改一下")
    assert "这次是 65%" in await lin.says("65")
    assert "请核对" in await lin.says("没错")
    await lin.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [80, 65]


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("确认了还是60", 60),
        ("核实过了，就报60", 60),
        ("还是60吧，上次多报了", 60),
        ("核过了应该是65", 65),
        ("checked, still 60", 60),
    ],
)
async def test_the_number_said_again_answers_whether_it_is_right(lin: Resident, said: str, percent: int) -> None:
    await lin.reports("1-2", "进行中", "80")
    await lin.says("1-2 60%")
    assert f"进度：{percent}%\n情况：（无）" in await lin.says(said)


@pytest.mark.parametrize("said", ["又推进10%", "推进了10个百分点", "又完成了一成", "another 10% done"])
async def test_by_how_much_it_has_gone_on_may_be_added_to_the_last_percent(
    town: Town, lin: Resident, said: str
) -> None:
    await lin.submits("1-2 60%")
    assert "上次报的是 60%。现在是到 70%，还是到 10%？" in await lin.says(f"1-2 {said}")
    assert lin.buttons()[:3] == ["到 70%", "10% 没错", "改一下"]
    assert "进度：70%" in await lin.presses("到 70%")
    await lin.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [60, 70]


async def test_beside_where_it_is_now_nothing_is_asked(lin: Resident) -> None:
    await lin.submits("1-2 20%")
    assert "进度：30%" in await lin.says("1-2 30%，比上周又推进10%")


async def test_at_the_check_it_is_added_and_shown(lin: Resident) -> None:
    await lin.says("1-2 60%", "又推进10%")
    assert "进度：70%" in "".join(lin.heard())


@pytest.mark.parametrize("said", ["已完成100%，还差总结", "已完成，还有两家没整改", "做完了，就差验收了"])
async def test_done_with_something_left_is_asked_about(lin: Resident, said: str) -> None:
    assert "状态选的是“已完成”，情况里又说还在做" in await lin.says(f"1-2 {said}")
    assert lin.buttons()[:2] == ["已完成", "进行中"]


async def test_done_and_going_on_is_asked_about(town: Town, lin: Resident) -> None:
    asked = await lin.says("1-2 已完成，不过还在继续搞")
    assert asked.endswith("状态选的是“已完成”，情况里又说还在做。现在算哪一种？")
    assert "请核对" in await lin.presses("已完成")
    await lin.presses("取消", "不要了")
    await lin.begins("1-2", "已完成")
    assert "现在算哪一种" in await lin.says("还在继续搞")
    assert PERCENT in await lin.presses("进行中")
    await town.restart_undone()
    await lin.says("30")
    assert held(town) == ("in_progress", 30, "还在继续搞")


async def test_in_several_lines_what_contradicts_itself_is_not_submitted_with_the_rest(
    town: Town, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "80")
    shown = await lin.says("1-2 60%，查了两轮\n2-3 已完成，不过还在继续搞\n8-2 30%")
    assert "这次是 60%，比上次报的 80% 低" in shown and "现在算哪一种" in shown
    assert lin.buttons() == ["补充 1-2", "补充 2-3", "提交 8-2", "修改 8-2", "取消"]
    await lin.says("全部提交")
    assert len(town.rows("SELECT id FROM reports")) <= 2
    assert "没写错吧" in await lin.presses("补充 1-2")
    assert "请核对" in await lin.presses("60% 没错")


async def test_ongoing_work_is_not_asked_for_a_percent(lin: Resident) -> None:
    assert NOTE in await lin.begins("2-3", "进行中")
    await lin.says("开了两次会")
    preview = await lin.skips_to_the_preview()
    assert "状态：进行中\n情况：开了两次会" in preview and "进度" not in preview
    assert (await lin.presses("提交")).endswith("进行中")
    assert "请核对" in await lin.says("2-3 又开了一次会")


async def test_a_first_no_change_of_ongoing_work_is_in_progress(town: Town, lin: Resident) -> None:
    await lin.says("38-1")
    await lin.presses("本期无变化")
    assert [row["status"] for row in town.rows("SELECT status FROM reports")] == ["in_progress"]


async def test_done_with_a_word_beside_it_asks_for_no_percent(zhou: Resident) -> None:
    assert "状态：已完成\n情况：完成 签到册已补" in await zhou.says("43-5 完成 签到册已补")


async def test_a_number_alone_is_the_percent_that_is_asked_for_behind_the_code_too(lin: Resident) -> None:
    heard = await lin.says("1-2 进行中，方案印了", "1-2还差个会签，没完成，大概80")
    assert "进度：80%" in heard and "还差个会签，没完成，大概80" in heard


async def test_figures_said_instead_are_kept_with_their_words_and_it_is_asked_again(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.says("走访了两百多家，抓获3人")
    assert answer.startswith("已记下：\n情况：走访了两百多家，抓获3人\n统计数据：抓获人数 3 人\n")
    assert "完成了百分之几？" in answer and "进度请填" not in answer
    await lin.says("移送是0件", "30")
    preview = await lin.skips_to_the_preview()
    assert "情况：走访了两百多家，抓获3人\n统计数据：" in preview
    assert "抓获人数 3 人" in preview and "移送公安件数 0 件" in preview


async def test_a_number_alone_is_no_obstacle(town: Town, lin: Resident) -> None:
    await lin.says("1-2 受阻", "40")
    assert held(town)[:2] == ("blocked", 40)
    assert town.rows("SELECT obstacle FROM drafts") == [{"obstacle": None}]


async def test_what_the_unit_blocked_does_not_block_the_work(town: Town, lin: Resident) -> None:
    await lin.says("1-2: blocked 340 listings. 75%")
    assert held(town)[:2] == ("in_progress", 75)


@pytest.mark.parametrize(
    "said",
    ["等省局方案，另外经费也没下来", "对方不给数据", "不知道，对方不配合", "等省里文件", "没人", "waiting for papers"],
)
async def test_a_cause_at_the_percent_of_blocked_work_is_what_blocks_it(zhou: Resident, said: str) -> None:
    await zhou.begins("1-8", "受阻")
    answer = await zhou.says(said)
    assert answer.startswith(f"已记下：\n困难和需要的支持：{said}\n") and "完成了百分之几" in answer
    assert "状态：受阻" in await zhou.skips_to_the_preview()


@pytest.mark.parametrize("said", ["不知道", "没法估", "估不出来", "跳过"])
async def test_who_cannot_tell_the_percent_of_blocked_work_skips_it(town: Town, zhou: Resident, said: str) -> None:
    await zhou.begins("1-8", "受阻")
    assert NOTE in await zhou.says(said)
    assert town.rows("SELECT obstacle FROM drafts") == [{"obstacle": None}]


async def test_blocked_work_that_goes_on_again_is_blocked_no_more(lin: Resident) -> None:
    await lin.says("1-2 受阻 50% 等省局方案")
    assert "状态：进行中" in await lin.says("方案来了，继续推进")


async def test_work_that_cannot_go_on_stays_blocked(lin: Resident) -> None:
    await lin.says("1-2 受阻 50% 等省局方案")
    assert "进行中" not in await lin.says("经费没到位，无法继续推进")


@pytest.mark.parametrize("said", ["调研做完了", "第3批刚做完，一共要做5批", "第一阶段已完成", "培训办完了"])
async def test_a_part_that_is_done_is_no_status_after_in_progress_was_chosen(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.says(said)
    assert answer.startswith("已记下：") and said in answer and "完成了百分之几？" in answer and "状态：" not in answer
    assert lin.town.rows("SELECT status, percent, note FROM drafts") == [
        {"status": "in_progress", "percent": None, "note": said}
    ]


@pytest.mark.parametrize("said", ["已完成", "都做完了", "这项工作完成了"])
async def test_work_that_is_done_as_a_whole_is_the_status_even_there(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    assert "状态：已完成" in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "percent"), [("还差20", 80), ("还剩30", 70), ("还有30没做完", 70), ("剩二十了", 80), ("20 left", 80)]
)
async def test_a_bare_number_that_is_left_tells_what_is_done(lin: Resident, said: str, percent: int) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says(said)
    assert lin.town.rows("SELECT percent FROM drafts") == [{"percent": percent}]


@pytest.mark.parametrize("said", ["上月已报过58了，这次新增8条", "上月报58，这次新增8条线索", "之前已报40 新增5"])
async def test_what_was_reported_before_is_no_percent(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 立案5件")
    assert "完成了百分之几？" in await lin.says(said)
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]


async def test_the_percent_beside_the_one_reported_before_is_taken(lin: Resident) -> None:
    await lin.says("1-2 立案5件")
    assert "进度：65%" in await lin.says("上次报58，这次报65吧")


@pytest.mark.parametrize("said", ["等等 不是60 是65", "等一下 是65不是60", "哦，是65不是60", "等等，是65", "不对，65"])
async def test_a_percent_put_right_at_the_next_question_is_no_note(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    assert (await lin.says("60", said)).startswith("已记下：\n进度：65%")
    assert held(town) == ("in_progress", 65, None)


@pytest.mark.parametrize("said", ["等等省里的通知，不是60家是65家", "等下周来文，其实还差3家"])
async def test_what_tells_more_than_the_right_percent_is_the_note(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60", said)
    assert held(town) == ("in_progress", 60, said)


async def test_the_same_percent_once_more_is_no_note(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert NOTE in await lin.says("80", "80")
    assert held(town) == ("in_progress", 80, None)


@pytest.mark.parametrize(
    ("first", "said", "status"),
    [
        ("受阻", "不对，其实已经解决了，报进行中吧", "in_progress"),
        ("受阻", "不是受阻，是进行中", "in_progress"),
        ("进行中", "不对，应该是已完成", "submitted"),
        ("进行中", "其实受阻了，经费没到", "blocked"),
    ],
)
async def test_a_status_put_right_at_the_note_is_no_note(
    town: Town, lin: Resident, first: str, said: str, status: str
) -> None:
    await lin.begins("1-2", first)
    assert NOTE in await lin.says("50", said)
    assert held(town)[::2] == (status, None)


async def test_what_tells_of_a_status_without_correcting_one_is_the_note(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("50", "其实三家受阻的都解决了，正在推进")
    assert held(town) == ("in_progress", 50, "其实三家受阻的都解决了，正在推进")


async def test_a_yes_to_less_than_before_may_tell_why(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 80%")
    assert "没写错吧" in await lin.says("1-2 60%")
    assert "进度：60%\n情况：有两个案子撤案了" in await lin.says("对，有两个案子撤案了")


async def test_a_yes_with_another_percent_changes_it(lin: Resident) -> None:
    await lin.submits("1-2 80%")
    await lin.says("1-2 60%")
    assert "进度：85%\n情况：（无）" in await lin.says("对，应该是85%的样子吧")


@pytest.mark.parametrize("words", ["网址是 gaj.wuhan.gov.cn/12315", "在市局三楼开的", "名单上一共46家，跑了23家"])
async def test_what_is_added_where_the_percent_is_asked_is_kept(town: Town, lin: Resident, words: str) -> None:
    await lin.says("1-2 办了一期")
    asked = await lin.says(words)
    assert "已记下" in asked and "完成了百分之几" in asked
    await lin.says("60")
    await lin.presses("提交")
    assert town.rows("SELECT percent, note FROM reports") == [{"percent": 60, "note": f"办了一期\n{words}"}]


@pytest.mark.parametrize("words", ["我也不知道啊", "搞了一大半了", "怎么算呢"])
async def test_what_adds_nothing_there_is_no_note(town: Town, lin: Resident, words: str) -> None:
    await lin.says("1-2 办了一期")
    assert "已记下" not in await lin.says(words)


@pytest.mark.parametrize("words", ["1-2 八十个点", "1-2 进度到八十个点了", "1-2 大概八十个点吧", "1-2 80个点左右"])
async def test_a_number_of_points_alone_is_a_percent(lin: Resident, words: str) -> None:
    assert "进度：80%\n情况：（无）" in await lin.says(words)


async def test_points_answer_and_correct_a_percent_and_are_dens_where_they_were_raided(lin: Resident) -> None:
    assert "捣毁窝点数 8 个" in await lin.says("1-2 端了八个点")
    assert "进度：60%" in await lin.says("六十个点")
    assert "进度：80%" in await lin.says("2-3 到八十个点了")
    assert "进度：85%" in await lin.says("改成八十五个点")


async def test_figures_may_come_one_by_one_before_the_report_is_submitted(lin: Resident) -> None:
    assert "已记下：" in await lin.says("1-2端掉窝点1个")
    for said in ("抓了6个", "又抓了2个", "案值50多万"):
        shown = await lin.says(said)
        assert shown.startswith("已记下：") and "进度请填" not in shown and "完成了百分之几？" in shown
    shown = await lin.says("提交")
    assert shown.startswith("填报 1-2 ") and "案值 50 万元，抓获人数 8 人，捣毁窝点数 1 个" in shown


async def test_a_report_can_be_submitted_after_words_of_which_only_a_part_was_read(lin: Resident) -> None:
    await lin.says("1-2端掉窝点1个", "在市局三楼开了会")
    assert (await lin.says("提交")).startswith("填报 1-2 ")
