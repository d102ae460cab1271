"""Withdrawing (撤回) and correcting (更正) in people's own words: the newest report or a named one, with the right
values."""

import pytest

from tests.journeys.town import Resident, Town, at


async def have_reported(lin: Resident) -> None:
    await lin.town.after(_have_reported, lin)


async def _have_reported(lin: Resident) -> None:
    await lin.submits("1-2 50% 走访企业五家")
    await lin.submits("2-3 40%")


@pytest.mark.parametrize(
    "said",
    [
        "我要撤回刚才的填报",
        "报错了",
        "我报错了",
        "刚才报错了 撤回",
        "改一下刚才的",
        "I made a mistake",
        "change my report",
        "i want to undo my report",
        "correct my last report",
        "correct",
        "undo",
    ],
)
async def test_a_wish_to_take_back_the_last_report_is_understood(lin: Resident, said: str) -> None:
    await have_reported(lin)
    assert "2-3" in await lin.says(said)
    assert lin.buttons() == ["撤回", "更正"]


async def test_the_word_of_the_button_below_the_report_opens_it_to_be_corrected(lin: Resident) -> None:
    await have_reported(lin)
    assert "2-3" in await lin.says("更正") and lin.buttons() == ["提交", "修改", "上一步", "取消"]


async def test_what_was_reported_early_in_the_morning_is_of_that_day(town: Town, lin: Resident) -> None:
    town.clock.moment = at("2019-11-26 07:30")
    await lin.submits("2-3 40%")
    assert "11月26日（周二） · 进行中 40%" in await lin.says("撤回")


@pytest.mark.parametrize(
    "said",
    [
        "撤回前面那份",
        "前面那条不算",
        "withdraw the one before",
        "1-2 撤回",
        "撤回1-2的填报",
        "撤回1-2",
        "withdraw 1-2",
        "修改1-2",
        "撤回 昆仑行动",
    ],
)
async def test_a_named_report_can_be_taken_back(town: Town, lin: Resident, said: str) -> None:
    await have_reported(lin)
    assert "1-2" in await lin.says(said)
    await lin.presses("撤回")
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NOT NULL") == [{"percent": 50}]


@pytest.mark.parametrize(
    ("said", "percent", "code"),
    [
        ("更正 1-2 60%", 60, "1-2"),
        ("1-2 报错了，应该是60%", 60, "1-2"),
        ("刚才报错了，应该是70%", 70, "2-3"),
        ("刚才那个改成70%", 70, "2-3"),
    ],
)
async def test_what_is_right_is_shown_before_it_replaces_the_report(
    town: Town, lin: Resident, said: str, percent: int, code: str
) -> None:
    await have_reported(lin)
    preview = await lin.says(said)
    assert preview.startswith(f"填报 {code}") and f"进度：{percent}%" in preview
    assert len(town.rows("SELECT * FROM reports")) == 2
    await lin.presses("提交")
    [stored] = town.rows("SELECT percent, note FROM reports WHERE replaces IS NOT NULL")
    assert stored == {"percent": percent, "note": "50% 走访企业五家" if code == "1-2" else ""}


async def test_a_wish_to_take_back_is_no_note(town: Town, lin: Resident) -> None:
    await have_reported(lin)
    await lin.begins("6-7", "已完成")
    await lin.says("撤回填报")
    assert [each.text for each in lin.messages()[-2].buttons] == ["撤回", "更正"] and "做了哪些工作" in lin.sees()
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize("said", ["撤销行政处罚3件", "更正登记的企业都走访了", "改成联合执法"])
async def test_words_that_only_begin_so_are_a_note(town: Town, lin: Resident, said: str) -> None:
    await have_reported(lin)
    await lin.begins("6-7", "已完成")
    await lin.says(said)
    assert town.rows("SELECT note FROM drafts") == [{"note": said}]


async def test_taking_back_is_understood_while_a_task_is_chosen(lin: Resident) -> None:
    await have_reported(lin)
    assert "2-3" in await lin.says("报进展", "撤回")
    assert lin.buttons() == ["撤回", "更正"]


async def test_no_change_is_understood_while_a_task_is_chosen(lin: Resident) -> None:
    assert (await lin.says("报进展", "本期无变化")).startswith("这些持续性任务本期还没报")


@pytest.mark.parametrize("said", ["1-2和2-3都撤了", "把2-3和1-2都撤了", "撤回1-2和2-3", "withdraw 1-2 and 2-3"])
async def test_several_named_reports_are_taken_back_together(town: Town, lin: Resident, said: str) -> None:
    await have_reported(lin)
    await lin.submits("7-1 30%")
    assert (await lin.says(said)).startswith("这 2 份填报都撤回吗？") and lin.buttons() == ["全部撤回"]
    answer = await lin.says("是")
    assert answer.startswith("已撤回，") and "1-2" in answer and "2-3" in answer
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NULL") == [{"percent": 30}]


async def test_of_several_named_reports_the_one_that_there_is_is_offered(town: Town, lin: Resident) -> None:
    await lin.submits("2-3 40%")
    answer = await lin.says("1-2和2-3都撤了")
    assert answer.startswith("1-2 没有可以撤回的填报。") and "您最近的一份填报：2-3" in answer
    await lin.says("再说吧", "2-3呢")
    assert town.rows("SELECT * FROM reports WHERE withdrawn_at IS NOT NULL") == []


async def test_all_that_was_just_reported_is_taken_back_together(town: Town, lin: Resident) -> None:
    await have_reported(lin)
    await town.move_to("2019-11-25 09:30")
    await lin.submits("7-1 30%")
    await lin.submits("8-2 20%")
    assert "8-2" in await lin.says("把刚才的全撤了") and "1-2" not in lin.sees()
    await lin.presses("全部撤回")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE withdrawn_at IS NULL") == [{"n": 2}]


@pytest.mark.parametrize("said", ["昨天报的1-2人数应该是7", "1-2昨天报的人数应为7人", "1-2的人数改成7"])
async def test_a_number_of_a_named_report_is_put_right_in_it_by_its_kind(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 50%，立案3件，抓获2人")
    await town.move_to("2019-11-26 10:00")
    preview = await lin.says(said)
    assert "进度：50%" in preview and "立案件数 3 件，抓获人数 7 人" in preview
    await lin.presses("提交")
    assert town.rows("SELECT replaces FROM reports ORDER BY id")[-1] == {"replaces": 1}


async def test_a_kind_of_number_that_a_report_has_not_is_no_percent_of_it(lin: Resident) -> None:
    await lin.submits("1-2 50%，立案3件")
    assert "进度：7%" not in await lin.says("1-2的人数改成7")


@pytest.mark.parametrize("said", ["算了还是恢复吧", "撤错了，恢复", "不撤了", "put it back"])
async def test_what_was_just_withdrawn_comes_back_to_be_handed_in(town: Town, lin: Resident, said: str) -> None:
    await have_reported(lin)
    await lin.says("8-2 20%", "撤回2-3")
    await lin.presses("撤回")
    preview = await lin.says(said)
    assert "填报 2-3" in preview and "进度：40%" in preview
    await lin.presses("提交")
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NULL ORDER BY id")[-1] == {"percent": 40}
    assert "8-2" in "\n".join(lin.heard()[-3:]) and "已取消" not in "\n".join(lin.heard())


async def test_several_that_were_withdrawn_together_come_back_together(town: Town, lin: Resident) -> None:
    await have_reported(lin)
    await lin.says("1-2和2-3都撤了", "是", "还是恢复吧", "全部提交")
    assert town.rows("SELECT percent, note FROM reports WHERE withdrawn_at IS NULL ORDER BY id") == [
        {"percent": 50, "note": "50% 走访企业五家"},
        {"percent": 40, "note": ""},
    ]


@pytest.mark.parametrize("said", ["改错了 改回去", "改回来吧", "sorry change it back"])
async def test_a_correction_that_was_wrong_is_taken_back(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 50% 走访企业五家")
    await lin.submits("1-2改成70%")
    assert "进行中 70%" in await lin.says(said)
    assert (await lin.says("是")).startswith("已撤回这次更正")
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NULL") == [{"percent": 50}]


async def test_a_correction_that_was_withdrawn_comes_back_as_one(town: Town, lin: Resident) -> None:
    await lin.submits("8-2 70%，开了会")
    await lin.submits("改成75")
    await lin.says("把刚才那份撤了")
    await lin.presses("撤回")
    assert "进度：75%" in await lin.says("刚才那个不撤了")
    assert "已提交" in await lin.says("提交")
    assert town.rows("SELECT percent, replaces FROM reports WHERE withdrawn_at IS NULL ORDER BY id")[-1] == {
        "percent": 75,
        "replaces": 1,
    }


async def test_which_report_counts_again_is_told_of_each_correction_withdrawn_with_others(
    town: Town, lin: Resident
) -> None:
    await lin.submits("2-3 60%，开了会")
    await lin.submits("2-3应该是65%")
    await lin.submits("8-2 70%，开了会")
    await lin.says("都撤回")
    answer = await lin.presses("全部撤回")
    assert answer.startswith("已撤回这次更正，2-3 以更正前的填报为准：") and "：进行中 60%" in answer
    assert "已撤回，8-2 恢复到之前的状态。" in answer
    assert lin.buttons() == []
    await lin.says("不撤了", "全部提交")
    assert town.rows("SELECT percent FROM reports WHERE withdrawn_at IS NULL ORDER BY id") == [
        {"percent": 60},
        {"percent": 65},
        {"percent": 70},
    ]


async def test_no_other_report_is_offered_where_those_that_are_named_are_not_there(lin: Resident) -> None:
    await lin.submits("7-1 30%")
    assert await lin.says("1-2和2-3都撤了") == "1-2、2-3 没有可以撤回的填报。"


async def test_what_was_changed_just_now_is_shown_to_be_taken_back(chen: Resident) -> None:
    await chen.submits("3-5、4-2 都推到一月底", "年底事多")
    assert "最近一次操作" in await chen.says("刚改的那俩改回去") and "撤销" in chen.buttons()


async def test_what_is_not_submitted_yet_needs_no_taking_back(lin: Resident) -> None:
    await lin.says("6-7 开了会", "回头弄", "6-7刚报的撤了")
    assert any(each.text.startswith("6-7 这份还没提交，不用撤回") for each in lin.messages())
    assert lin.buttons() == ["继续 6-7"]


@pytest.mark.parametrize("words", ["第一个不撤", "1-2先别撤", "不撤了"])
async def test_what_is_not_to_be_taken_back_stays(lin: Resident, words: str) -> None:
    await lin.says("1-2 60%\n2-3 抓了2个", "都交")
    assert (await lin.says("两个都撤回", words)).startswith("好的，")
    assert "撤回" not in lin.buttons()


async def test_a_figure_is_put_right_where_it_stands(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 抓了6个，进度65%")
    await lin.submits("2-3 还没启动")
    preview = await lin.says("刚才抓的人数报错了，是5个")
    assert preview.startswith("填报 1-2 ") and "抓获人数 5 人" in preview


async def test_a_figure_is_put_right_in_what_was_not_handed_in_yet(town: Town, lin: Resident) -> None:
    await lin.says("1-2 抓了6个，进度65%", "2-3 还没启动", "提交")
    preview = await lin.says("刚才抓的人数报错了，是5个")
    assert preview.startswith("填报 1-2 ") and "抓获人数 5 人" in preview
    assert town.rows("SELECT status FROM reports") == [{"status": "not_started"}]


async def test_what_was_withdrawn_of_another_task_is_not_brought_back(lin: Resident) -> None:
    await lin.submits("2-3 立案2件，移送1件，开了会")
    await lin.submits("立案应该是3件")
    await lin.says("撤回")
    await lin.presses("撤回")
    assert "填报 2-3" not in await lin.says("8-2恢复")
    assert "填报 2-3" in await lin.says("2-3恢复")


@pytest.mark.parametrize("said", ["delete my last report", "please delete the 36-4 report"])
async def test_deleting_a_report_is_withdrawing_it(town: Town, grace: Resident, said: str) -> None:
    await grace.says("36-4 half done", "submit")
    assert (await grace.says(said)).startswith("Your latest report: 36-4")
    await grace.presses("Withdraw")
    assert town.rows("SELECT 1 FROM reports WHERE withdrawn_at IS NULL") == []
