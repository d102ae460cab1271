"""A step named by its number, its words or its day is ticked off, moved or changed."""

import json

import pytest

from data.people.people import Role
from tests.journeys.steps.steps_stored import divides, steps_stored
from tests.journeys.town import Resident, Town

THREE = "12月1日 印发方案\n12月8日 检查20家\n12月15日 总结"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("第一步换成林警官做", "1. 12月1日 印发方案（林警官）"),
        ("第1步换成王五做", "1. 12月1日 印发方案（王五）"),
        ("第3步和第2步换一下", "2. 12月8日 总结\n3. 12月15日 检查20家"),
        ("检查20家那步改到12月9号", "2. 12月9日 检查20家"),
        ("第2步不要了", "2. 12月15日 总结"),
        ("step 2 moved to 12 Dec", "2. 12月12日 检查20家"),
        ("再加一步 12月25日 验收", "4. 12月25日 验收"),
        ("检查20家改成检查30家", "2. 12月8日 检查30家"),
        ("20家改为30家吧", "2. 12月8日 检查30家"),
        ("change 检查20家 to 抽查30家", "2. 12月8日 抽查30家"),
        ("总结那步往后推一周", "3. 12月22日 总结"),
        ("第二步往后推一周，换成林警官", "2. 12月15日 检查20家（林警官）"),
        ("第2条提前两天", "2. 12月6日 检查20家"),
        ("第3步往前挪一周", "3. 12月8日 总结"),
        ("bring step 3 forward by a day", "3. 12月14日 总结"),
    ],
)
@pytest.mark.parametrize("reopened", [False, True])
async def test_words_that_name_a_step_are_about_that_step_before_it_is_kept(
    lin: Resident, words: str, line: str, reopened: bool
) -> None:
    await lin.says("分解 1-2", THREE)
    if reopened:
        await lin.presses("修改")
    assert line in await lin.says(words)


@pytest.mark.parametrize("words", ["点错了，没完成", "12月8号那步完成了", "明天下班前提醒我6-7", "第1步改到老地方"])
async def test_what_is_no_step_leaves_the_others_as_they_are(town: Town, lin: Resident, words: str) -> None:
    await lin.says("分解 1-2", THREE)
    await lin.presses("修改")
    await lin.says(words)
    [row] = town.rows("SELECT answers FROM dialogs WHERE kind = 'steps'")
    assert json.loads(row["answers"])["text"] == THREE


@pytest.mark.parametrize(
    "words", ["1-2 第二步完成", "把检查20家那步勾掉", "第2步做完了", "mark step 2 done", "1-2 step 2 is done"]
)
async def test_a_step_that_is_named_is_ticked_off(town: Town, lin: Resident, words: str) -> None:
    await divides(lin, "1-2", THREE)
    seen = await lin.says(words)
    assert seen.startswith("✅ 1-2 检查20家：已完成。") and "分解步骤 1/3" in seen
    assert "▫️ 1-2 检查20家：改回未完成。" in await lin.says("第2步没完成，点错了")
    assert not town.rows("SELECT * FROM drafts")


@pytest.mark.parametrize("words", ["分解1-2 第2步改到12月20号", "第二步改到12月20号", "1-2 step 2 moved to 20 Dec"])
@pytest.mark.parametrize("adding", [False, True])
async def test_a_kept_step_that_is_named_is_changed(town: Town, lin: Resident, words: str, adding: bool) -> None:
    await divides(lin, "1-2", THREE)
    if adding:
        await lin.presses("添加步骤")
    await lin.says(words)
    assert any("改成：12月20日 检查20家" in each for each in lin.heard())
    if not adding:
        await lin.presses("提交")
        assert steps_stored(town)[2] == ("检查20家", "2019-12-20", None)
    assert len(steps_stored(town)) == 3


async def test_kept_steps_that_are_named_change_places_and_go(town: Town, lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    assert "▫️ 2. 12月8日 总结\n▫️ 3. 12月15日 检查20家" in await lin.says("第3步和第2步换一下")
    await lin.presses("添加步骤")
    await lin.says("第3步不要了")
    assert [words for words, _, _ in steps_stored(town)] == ["印发方案", "总结"]
    assert any(
        each.startswith("没有找到您说的这一步") for each in [await lin.says("取消"), await lin.says("第9步完成")]
    )


async def test_a_report_that_names_a_step_beside_other_things_stays_a_report(lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    await lin.says("1-2 第二步完成，第三步正在推进，现在60%")
    assert "填报 1-2" in lin.sees() and "进度：60%" in lin.sees()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("第9步不要了", "没有找到这一步"),
        ("第1步做完了", "这些步骤还没提交"),
        ("第1步改到老地方", "没看懂改成什么"),
        ("第2步改到2019年10月1日", "日子已经过了"),
        ("第2步提前一个月", "日子已经过了"),
        ("第2步提前两天提醒", "没看懂改成什么"),
    ],
)
async def test_what_cannot_be_done_with_a_step_is_said_above_the_check(lin: Resident, words: str, why: str) -> None:
    assert (await lin.says("分解 1-2", THREE, words)).startswith(f"“{words}”：{why}\n请改好再发。")
    assert "1. 12月1日 印发方案\n2. 12月8日 检查20家\n3. 12月15日 总结" in lin.sees()


@pytest.mark.parametrize("words", ["除了第1步都删掉", "除了第一步其他都不要", "delete all but step 1"])
async def test_all_steps_but_one_go(lin: Resident, words: str) -> None:
    assert "1-2 将加上 1 步，请核对：\n1. 12月1日 印发方案" in await lin.says("分解 1-2", THREE, words)


@pytest.mark.parametrize("words", ["再加一步 12月25日 验收", "add one: by 25 Dec 验收"])
async def test_one_more_step_is_added_to_the_task_that_was_handled_last(lin: Resident, words: str) -> None:
    await lin.submits("分解 6-7", "12月12日 检查20家")
    assert "将加上 1 步，请核对：\n1. 12月25日 验收" in await lin.says(words)
    assert "2. 12月25日 验收" in await lin.presses("提交")


async def test_what_is_written_so_far_is_shown_as_it_was_read(lin: Resident) -> None:
    await lin.says("分解 6-7", "12月12日 检查20家\n2月30日 验收")
    assert "“2月30日 验收”：没有这一天，请改日子" in lin.sees()
    assert "现在写的是：\n1. 12月12日 检查20家" in await lin.presses("修改")
    assert "将加上 1 步" in await lin.says("提交")


async def test_steps_are_parted_at_their_days_and_moved_by_their_words(town: Town, lin: Resident) -> None:
    preview = await lin.says("分解 1-2", "12月5号开会 12月10号收网 月底总结")
    assert all(f"{words}\n" in preview for words in ("1. 12月5日 开会", "2. 12月10日 收网", "3. 12月31日 总结"))
    assert "1. 12月3日 开会" in await lin.says("开会提前到12.3")
    await lin.presses("提交")
    assert "改成：2020年1月5日 收网" in await lin.says("收网改到1月5号")
    await lin.presses("提交")
    assert "改成：12月30日 总结" in await lin.says("move the 总结 to 30 Dec")
    assert [row["due"] for row in town.rows("SELECT due FROM steps ORDER BY due")] == [
        "2019-12-03",
        "2019-12-31",
        "2020-01-05",
    ]


async def test_what_moves_no_step_is_of_its_task(lin: Resident) -> None:
    await lin.submits("分解 1-2", "12月5号开会")
    assert (await lin.says("1-2 延到3月5日")).startswith("申请延期 1-2")


async def test_what_is_over_is_ticked_off_by_its_words(lin: Resident) -> None:
    preview = await lin.says("6-7 拆三步：12.6 和市监局开会，12.13 联合检查，12.20 写小结")
    assert "1. 12月6日 和市监局开会\n2. 12月13日 联合检查\n3. 12月20日 写小结" in preview
    assert (await lin.says("提交", "会开过了")).startswith("✅ 6-7 和市监局开会：已完成。")
    assert "改成：12月16日 联合检查" in await lin.says("联合检查改到16号")
    assert "改成：12月27日 写小结" in await lin.says("提交", "第三步往后挪一个礼拜")
    assert "还没完成的步骤 2 个" in await lin.says("提交", "还剩几步没弄")
    assert "步骤 1/3" in await lin.says("6-7还剩哪几步")
    assert "✅ 6-7 写小结" in await lin.says("小结写好了")
    assert "没听明白" in await lin.says("饭吃完了")


@pytest.mark.parametrize("said", ["方案印发了", "方案已印发", "印发方案已经完成"])
async def test_a_step_is_over_when_all_its_words_are_said_to_be_so(lin: Resident, said: str) -> None:
    await lin.submits("分解 6-7", "12月6日 印发方案，12月20日 写小结")
    assert (await lin.says(said)).startswith("✅ 6-7 印发方案：已完成。")


async def test_what_is_told_behind_a_step_that_is_over_is_reported_on_its_task(lin: Resident) -> None:
    await lin.submits("分解 1-2", "12月10日前 收网，12月20日前 移送")
    shown = await lin.says("收网完成了，抓了8个")
    assert shown.startswith("✅ 1-2 收网：已完成。") and "按步骤 1/2：50%" in lin.buttons()
    assert "已记下：\n统计数据：抓获人数 8 人\n\n填报 1-2 " in shown


async def test_thanks_behind_a_step_that_is_over_report_nothing(lin: Resident) -> None:
    await lin.submits("分解 1-2", "12月10日前 收网，12月20日前 移送")
    assert (await lin.says("收网完成了，谢谢")).startswith("✅ 1-2 收网：已完成。")


async def test_words_at_a_question_tick_nothing_off(lin: Resident) -> None:
    await lin.says("6-7 拆两步：12.6 和市监局开会，12.20 写小结", "提交")
    await lin.begins("6-7")
    assert "步骤 0/2" in await lin.says("进行中", "跳过", "会开过了", "6-7还剩哪几步")


async def test_a_step_whose_words_only_hold_those_said_is_not_meant(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    for words in ("break 4-4 into steps", "3 Dec audit; 6 Dec class", "ok"):
        await grace.says(words)
    assert "audit" not in await grace.says("it was moved to 9 dec")


async def test_steps_are_ticked_off_and_put_later_in_english(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    await grace.says("break 4-4 into steps", "3 Dec book room; 6 Dec class; 10 Dec collect feedback", "ok")
    assert (await grace.says("room is booked")).startswith("✅ 4-4 book room: done.")
    assert "After: 12 Dec collect feedback" in await grace.says("push step 3 by two days")
    assert "After: 9 Dec class" in await grace.says("yes", "the class was moved to 9 dec")
    assert (await grace.says("yes", "tick off the collect-feedback")).startswith("✅ 4-4 collect feedback: done.")


async def test_a_step_with_a_hyphen_is_ticked_off_and_it_is_no_part_of_a_word(town: Town) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    await grace.says("break 4-4 into steps", "3 Dec check-in desk; 6 Dec collect items", "ok")
    assert "done." not in await grace.says("tick it off")
    assert (await grace.says("check-in is done")).startswith("✅ 4-4 check-in desk: done.")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("检查20家改成检查30家", "12月8日 检查30家"),
        ("把20家改为30家", "12月8日 检查30家"),
        ("总结那步往后推一周", "12月22日 总结"),
        ("第二步往后推一周，换成林警官", "12月15日 检查20家（林警官）"),
        ("第二步换成林警官，晚两天", "12月10日 检查20家（林警官）"),
    ],
)
async def test_a_step_that_is_there_is_shown_changed_before_it_counts(
    town: Town, lin: Resident, said: str, line: str
) -> None:
    await divides(lin, "1-2", THREE)
    before = steps_stored(town)
    assert f"改成：{line}" in await lin.says(said)
    assert steps_stored(town) == before
    assert line in await lin.says("提交")


async def test_other_words_of_no_step_are_of_the_report(lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    await lin.says("1-2 60% 立案12件")
    assert "立案件数 13 件" in await lin.says("立案12件改成13件")


async def test_a_person_is_no_other_words(lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    assert "改成：12月8日 李某" not in await lin.says("检查20家改成李某")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("总结往后推一周", "改成：12月22日 总结"),
        ("总结提前三天", "改成：12月12日 总结"),
        ("总结改由我做", "改成：12月15日 总结（林警官）"),
    ],
)
async def test_a_kept_step_is_moved_by_a_length_and_given_to_somebody(lin: Resident, words: str, line: str) -> None:
    await divides(lin, "1-2", THREE)
    assert line in await lin.says(words)


async def test_a_task_without_such_a_step_asks_for_more_time(lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    assert "申请延期 1-2" in await lin.says("昆仑行动往后推一个月")


@pytest.mark.parametrize(
    ("words", "told", "lines"),
    [
        ("第二步改到12月6号，第三步删掉", "已改好。\n已删除：总结", "1. 12月1日 印发方案\n▫️ 2. 12月6日 检查20家"),
        ("第一步弄完了，第二步推迟到12号", "印发方案：已完成。\n已改好。", "2. 12月12日 检查20家\n▫️ 3. 12月15日 总结"),
        (
            "1-2第1步删掉；第3步交给老李",
            "已删除：印发方案\n已改好。",
            "1. 12月8日 检查20家\n▫️ 2. 12月15日 总结（老李）",
        ),
        ("step 1 done, step 3 moved to 20 Dec", "印发方案：已完成。\n已改好。", "3. 12月20日 总结"),
    ],
)
async def test_each_clause_does_something_else_with_a_step(lin: Resident, words: str, told: str, lines: str) -> None:
    await divides(lin, "1-2", THREE)
    shown = await lin.says(words)
    assert told in shown and lines in shown


async def test_nothing_is_done_if_one_of_several_steps_is_not_there(town: Town, lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    before = steps_stored(town)
    await lin.says("第一步弄完了，第七步删掉")
    assert steps_stored(town) == before


@pytest.mark.parametrize("words", ["draft MoU done", "the draft MoU is done", "draft MoU signed", "tick off draft MoU"])
async def test_a_step_is_ticked_by_its_words_in_english(town: Town, words: str) -> None:
    grace = town.member(1040, "Grace", "市贸促会", Role.LIAISON, "en")
    await grace.says("split 36-4", "5 Dec draft MoU (Li)\n20 Dec send it", "submit")
    assert "✅ 36-4 draft MoU (Li): done." in await grace.says(words)


async def test_steps_are_put_off_added_and_given_as_people_say(lin: Resident) -> None:
    await lin.says("分解1-2", "12月10号前 梳理案件台账 王某；12月20前 收网 我", "提交")
    assert "改成：12月25日 收网（林警官）" in await lin.says("第二步推迟到25号吧")
    assert "1. 2020年1月31日 报省厅（林警官）" in await lin.says("提交", "还要加一步：1月31日前 报省厅 我")
    assert "改成：12月10日 梳理案件台账（林警官）" in await lin.says("提交", "第1步换我来写")


async def test_who_is_to_do_a_step_finds_it_below_the_tasks(lin: Resident, wang: Resident) -> None:
    await lin.says("分解1-2", "12月10号前 梳理案件台账 王警官；12月20前 收网 我", "提交")
    assert (await wang.says("我手上有啥要弄的")).endswith("您要做的步骤（1）：\n▫️ 1-2 梳理案件台账 · 还有15天")
