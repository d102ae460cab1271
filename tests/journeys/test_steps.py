"""Steps: a unit divides its part of a task, ticks off what is done, and its next report begins from that."""

import json
from datetime import date

import pytest

from data.people.actor import Actor
from data.people.people import Role, who_is
from data.standing.assignments import assignments
from data.steps.changes import StepLine, add_steps
from tests.journeys.town import ZONE, Resident, Town


@pytest.fixture
def dong(town: Town) -> Resident:
    """The deputy of the public security bureau."""
    return town.member(1005, "董警官", "市公安局", Role.DEPUTY)


@pytest.fixture
def wuchang(town: Town) -> Resident:
    """The liaison of a district; of a joint task every district has its own measures."""
    return town.member(1010, "昌科长", "武昌区人民政府", Role.LIAISON)


def has_step(town: Town, person: Resident, code: str, words: str, due: str) -> None:
    """A step that somebody has written for themself."""
    who = who_is(town.db, person.id, town.today())
    assert who is not None
    [mine] = assignments(town.db, town.today(), ZONE, who.speaks_for, code)
    line = StepLine(words, date.fromisoformat(due), "", None)
    add_steps(town.db, Actor(who, town.clock.now(), ZONE), mine.id or 0, [line], f"test:{words}")


async def test_a_step_stands_in_the_digest_and_is_ticked_off_by_one_press(town: Town, lin: Resident) -> None:
    has_step(town, lin, "1-2", "印发方案", "2019-11-26")
    await town.move_to("2019-11-25 09:00")
    assert "分解步骤\n▫️ 1-2 印发方案 · 还有1天" in lin.sees()
    digest = lin.last()
    assert "✓ 1-2 印发方案" in lin.buttons()
    assert await lin.presses("✓ 1-2 印发方案") == "✅ 1-2 印发方案：已完成。"
    assert "印发方案" not in next(each.text for each in lin.messages() if each.message_id == digest.message_id)
    heard = len(lin.heard())
    await town.move_to("2019-11-26 09:00")
    assert len(lin.heard()) == heard


async def test_a_step_that_was_ticked_off_is_taken_back_by_a_press(town: Town, lin: Resident) -> None:
    has_step(town, lin, "1-2", "印发方案", "2019-11-26")
    await town.move_to("2019-11-25 09:00")
    assert await lin.presses("✓ 1-2 印发方案", "撤销") == "▫️ 1-2 印发方案：改回未完成。"
    await town.move_to("2019-11-26 09:00")
    assert lin.sees() == "您好，市公安局有 1 件事请留意：\n\n分解步骤\n▫️ 1-2 印发方案 · 今天到期"


async def test_a_step_stands_below_the_tasks_on_whichever_page_that_is(town: Town, zhou: Resident) -> None:
    has_step(town, zhou, "29-7", "检查20家", "2019-12-04")
    await town.move_to("2019-11-26 09:00", "2019-12-03 09:00")
    assert "▫️ 29-7 检查20家 · 还有1天" in await zhou.presses("下一页")
    assert await zhou.presses("✓ 29-7 检查20家") == "✅ 29-7 检查20家：已完成。"


async def divides(person: Resident, code: str, lines: str) -> str:
    """What is seen after somebody has divided a task and submitted it."""
    return await person.submits(f"分解 {code}", lines)


def kept(town: Town) -> list[tuple[str, str | None, str | None]]:
    """The steps that are stored, in the order of their days: words, day and the name of the person."""
    rows = town.rows(
        """SELECT words, due, people.name FROM steps LEFT JOIN people ON people.id = person_id
        WHERE removed_at IS NULL ORDER BY due IS NULL, due, steps.id"""
    )
    return [(row["words"], row["due"], row["name"]) for row in rows]


@pytest.mark.parametrize(
    "words",
    [
        "分解 1-2",
        "把1-2分解一下",
        "1-2分解",
        "请帮我分解1-2",
        "1-2 分解成几步",
        "1-2 拆成几步",
        "split 1-2 into steps",
        "steps of 1-2",
    ],
)
async def test_the_steps_of_a_task_are_asked_for_in_words(lin: Resident, words: str) -> None:
    assert "分几步做？一步一行" in await lin.says(words)


@pytest.mark.parametrize(
    "words",
    ["1-2 已把任务分解到各分局，完成30%", "1-2分解到各分局，11月底前完成，现在30%"],
)
async def test_a_note_that_speaks_of_dividing_is_no_request(lin: Resident, words: str) -> None:
    await lin.says(words)
    assert "填报 1-2" in lin.sees() and "进度：30%" in lin.sees()


async def test_steps_are_written_a_line_each_and_shown_before_they_are_kept(
    town: Town, lin: Resident, dong: Resident
) -> None:
    seen = await lin.says("分解 1-2", "11月底前 印发方案 董警官 / 12月中旬 检查20家")
    assert "1-2 将加上 2 步，请核对：\n1. 11月30日 印发方案（董警官）\n2. 12月20日 检查20家\n" in seen
    assert kept(town) == []
    assert "分解步骤 0/2\n▫️ 1. 11月30日 印发方案（董警官）\n▫️ 2. 12月20日 检查20家" in await lin.presses("提交")
    assert kept(town) == [("印发方案", "2019-11-30", "董警官"), ("检查20家", "2019-12-20", None)]


@pytest.mark.parametrize(
    "words",
    [
        "1-2分解：12月1日 开会，12月5日 抽检",
        "分解 1-2\n12月1日 开会\n12月5日 抽检",
        "把１-２分解一下：\n1. 12月1日 开会\n2. 12月5日 抽检",
        "分解1-2，12月1日 开会；12月5日 抽检",
    ],
)
async def test_steps_can_follow_the_code_at_once(town: Town, lin: Resident, words: str) -> None:
    seen = await lin.says(words)
    assert "1. 12月1日 开会\n2. 12月5日 抽检" in seen
    await lin.says("可以")
    assert kept(town) == [("开会", "2019-12-01", None), ("抽检", "2019-12-05", None)]


async def test_who_is_not_of_the_unit_stays_among_the_words(town: Town, lin: Resident, zhou: Resident) -> None:
    await divides(lin, "1-2", "11月底前 印发方案 周科长\n由李某负责 12月3日 摸底")
    assert kept(town) == [("印发方案 周科长", "2019-11-30", None), ("摸底", "2019-12-03", None)]
    assert "12月3日 摸底（李某）" in lin.sees()


async def test_a_bad_line_is_named_and_the_rest_kept(town: Town, lin: Resident) -> None:
    seen = await lin.says("分解 1-2", "11月底前 印发方案\n12月5日前\n2019年10月1日 动员\n12月6日 " + "很" * 120)
    assert (
        "1. 11月30日 印发方案\n没有加进去：\n“12月5日前”：没写做什么\n“2019年10月1日 动员”：日子已经过了\n“12月6日 很"
        in seen
    )
    assert "太长，请写在100字以内" in seen
    await lin.presses("提交")
    assert kept(town) == [("印发方案", "2019-11-30", None)]


async def test_lines_of_which_none_is_a_step_are_asked_for_again(lin: Resident) -> None:
    seen = await lin.says("分解 1-2", "12月5日前")
    assert seen.startswith("“12月5日前”：没写做什么\n请改好再发。")
    assert "1. 12月5日 开会" in await lin.says("12月5日前 开会")


async def test_a_question_is_no_step(town: Town, lin: Resident) -> None:
    assert "分几步做？" in await lin.says("分解 1-2", "这个怎么写？")
    assert kept(town) == [] and "1. 12月5日 开会" in await lin.says("12月5日 开会")


async def test_a_step_may_have_no_day(lin: Resident) -> None:
    assert "▫️ 2. 未定日子 建台账" in await divides(lin, "1-2", "建台账\n12月5日 开会")


async def test_at_the_check_lines_are_changed_left_out_and_added_in_words(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2", "11月底前 印发方案\n12月中旬 检查20家\n月底 总结")
    assert "2. 12月8日 检查20家" in await lin.says("第2步改到12月8日")
    seen = await lin.says("删掉第1步")
    assert "将加上 2 步" in seen and "印发方案" not in seen
    assert "3. 12月28日 回头看（林警官）" in await lin.says("12月28日 回头看 我")
    await lin.says("没问题")
    assert [words for words, _, _ in kept(town)] == ["检查20家", "回头看", "总结"]


async def test_a_step_after_the_deadline_says_so(lin: Resident) -> None:
    assert "1. 2020年3月5日 总结 · 晚于任务期限" in await lin.says("分解 1-2", "2020年3月5日 总结")


async def test_steps_are_added_to_those_there_and_stand_by_their_days(lin: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家")
    await lin.presses("添加步骤")
    assert "▫️ 1. 12月1日 开会\n▫️ 2. 12月20日 检查20家" in await lin.submits("12月1日 开会")


async def test_there_are_not_more_steps_than_can_be_shown(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2")
    assert (await lin.says("\n".join(f"12月5日 第{n}家" for n in range(31)))).startswith("一项任务最多分 30 步")
    assert kept(town) == []


async def test_a_step_is_changed_by_a_day_alone_and_by_a_name_alone(town: Town, lin: Resident, dong: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家")
    await lin.presses("1", "修改")
    assert await lin.says("12月9日") == "原来：12月20日 检查20家\n改成：12月9日 检查20家"
    assert "改成：12月9日 检查20家（董警官）" in await lin.says("董警官")
    assert "已改好。" in await lin.presses("提交")
    assert kept(town) == [("检查20家", "2019-12-09", "董警官")]


async def test_a_step_is_given_to_somebody_by_a_press(town: Town, lin: Resident, dong: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家 我")
    assert "改成：12月20日 检查20家（董警官）" in await lin.presses("1", "修改", "董警官")
    await lin.presses("提交", "1", "修改", "不指定人", "提交")
    assert kept(town) == [("检查20家", "2019-12-20", None)]


async def test_a_step_is_taken_away_and_brought_back(town: Town, lin: Resident) -> None:
    await divides(lin, "1-2", "12月1日 开会\n12月中旬 检查20家")
    seen = await lin.presses("1", "删除")
    assert seen.startswith("已删除：开会") and "分解步骤 0/1" in seen
    assert "▫️ 1. 12月1日 开会" in await lin.presses("撤销")
    actions = [row["action"] for row in town.rows("SELECT action FROM audit WHERE action LIKE '%step%' ORDER BY id")]
    assert actions == ["add_steps", "remove_step", "restore_step"]


async def test_the_card_shows_the_steps_and_ticks_them_off(lin: Resident) -> None:
    await divides(lin, "1-2", "12月1日 开会\n12月中旬 检查20家")
    assert "步骤：0/2\n▫️ 1. 12月1日 开会\n▫️ 2. 12月20日 检查20家" in await lin.says("1-2")
    card = lin.last()
    assert await lin.presses("✓ 1") == "✅ 1-2 开会：已完成。"
    text = next(each.text for each in lin.messages() if each.message_id == card.message_id)
    assert "步骤：1/2\n✅ 1. 12月1日 开会" in (text or "")
    assert await lin.presses("撤销") == "▫️ 1-2 开会：改回未完成。"
    assert "步骤：0/2" in await lin.says("1-2")


async def test_a_step_is_ticked_off_on_its_own_page(lin: Resident) -> None:
    await divides(lin, "1-2", "12月1日 开会")
    assert "✅ 1. 12月1日 开会" in await lin.presses("1", "✓ 完成")
    assert "▫️ 1. 12月1日 开会" in await lin.presses("1", "改回未完成")


async def test_the_next_report_is_suggested_from_what_was_done_and_nothing_is_put_in_unasked(
    town: Town, lin: Resident
) -> None:
    await divides(lin, "1-2", "11月25日 印发方案\n11月25日 动员\n12月中旬 检查20家")
    await lin.says("1-2")
    await lin.presses("✓ 1")
    await lin.says("1-2")
    await lin.presses("✓ 2")
    assert "已完成的步骤：印发方案；动员" in await lin.begins("1-2", "进行中", "按步骤 2/3：67%")
    assert town.rows("SELECT note, percent FROM drafts") == [{"note": None, "percent": 67}]
    await lin.presses("用已完成的步骤")
    await lin.skips_to_the_preview()
    assert "进度：67%\n情况：印发方案；动员" in lin.sees()
    await lin.presses("提交")
    await town.move_to("2019-11-26 10:00")
    assert "已完成的步骤" not in await lin.begins("1-2", "进行中", "按步骤 2/3：67%")


async def test_the_office_sees_the_steps_and_sets_none(town: Town, lin: Resident, chen: Resident, gu: Resident) -> None:
    await divides(lin, "1-2", "12月1日 开会")
    for reader in (chen, gu):
        assert "步骤：0/1\n▫️ 1. 12月1日 开会" in await reader.says("1-2")
        assert not {"分解", "✓ 1"} & set(reader.buttons())
        assert "▫️ 1. 12月1日 开会" in await reader.says("分解 1-2")
        assert reader.buttons() == ["返回任务"]
        [step] = town.rows("SELECT id, assignment_id FROM steps")
        for forged in (f"step:add:{step['assignment_id']}", f"step:tick:{step['id']}", f"tick:{step['id']}"):
            assert "不由您的单位负责" in await reader.forges(forged)
    assert town.rows("SELECT count(*) AS n FROM steps WHERE done_at IS NULL") == [{"n": 1}]


async def test_the_steps_of_others_are_not_shown_nor_touched(town: Town, lin: Resident, zhou: Resident) -> None:
    await divides(lin, "1-2", "12月1日 开会")
    assert "不是您单位的任务" in await zhou.says("分解 1-2")
    [step] = town.rows("SELECT id, assignment_id FROM steps")
    for deed in ("done", "one", "change", "remove", "tick", "untick"):
        await zhou.forges(f"step:{deed}:{step['id']}")
    for deed in ("open", "add"):
        await zhou.forges(f"step:{deed}:{step['assignment_id']}")
    await zhou.forges(f"tick:{step['id']}")
    assert "开会" not in "".join(zhou.heard())
    assert kept(town) == [("开会", "2019-12-01", None)]


async def test_each_district_divides_a_task_for_itself(town: Town, wuchang: Resident, chen: Resident) -> None:
    [task, *_] = town.rows(
        """SELECT code FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
        WHERE units.name = '武昌区人民政府' AND code LIKE '39-%' ORDER BY tasks.id"""
    )
    await divides(wuchang, task["code"], "12月1日 开会\n12月5日 摸底")
    assert "步骤：武昌区人民政府 0/2" in await chen.says(task["code"])
    assert "（武昌区人民政府）\n分解步骤 0/2\n▫️ 1. 12月1日 开会" in await chen.presses("步骤")


async def test_a_step_outlives_a_restart_and_a_press_that_comes_twice(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2")
    await town.restart()
    await lin.says("12月1日 开会")
    await town.restart()
    await lin.presses("提交")
    await lin.says("1-2")
    card = lin.last()
    await lin.presses("✓ 1", on=card)
    [step] = town.rows("SELECT id FROM steps")
    await lin.forges(f"tick:{step['id']}")
    assert town.rows("SELECT count(*) AS n FROM audit WHERE action = 'step_done'") == [{"n": 1}]


async def test_what_is_said_in_between_leaves_the_steps_waiting(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2", "12月1日 开会", "我的任务")
    assert "1-2 将加上 1 步，请核对：" in lin.sees()
    await lin.presses("取消", "不要了")
    assert kept(town) == []


async def test_grace_divides_a_task_in_english(town: Town, grace: Resident) -> None:
    assert "In which steps? One a line" in await grace.says("split 36-4 into steps")
    seen = await grace.says("by 30 Nov draft the notice, me / 20 Dec train 20 companies")
    assert "1. 30 Nov draft the notice (Grace)\n2. 20 Dec train 20 companies" in seen
    assert "2. 8 Dec train 20 companies" in await grace.says("change the second to 8 Dec")
    assert "Steps 0/2" in await grace.presses("Submit")
    await town.move_to("2019-11-29 09:00")
    assert "Steps\n▫️ 36-4 draft the notice · 1 d left" in grace.sees()


@pytest.mark.parametrize("words", ["分解", "步骤", "我的步骤", "my steps"])
async def test_what_is_still_to_be_done_of_all_tasks_is_listed(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("要分解哪一项？")
    await divides(lin, "1-2", "12月1日 开会\n12月9日 抽检")
    await divides(lin, "2-3", "12月5日 摸底\n建台账")
    await lin.presses("2", "✓ 完成")
    assert (await lin.says(words)).startswith(
        "还没完成的步骤 3 个：\n▫️ 1-2 开会 · 还有6天\n▫️ 2-3 摸底 · 还有10天\n▫️ 1-2 抽检 · 还有14天\n要分解哪一项？"
    )
    assert lin.buttons() == ["1-2", "2-3"]
    assert "▫️ 1. 12月1日 开会" in await lin.presses("1-2")


async def test_a_forgotten_persons_name_goes_from_the_steps(town: Town, lin: Resident, dong: Resident) -> None:
    await divides(lin, "1-2", "12月9日 抽检 董警官")
    await dong.says("/forget")
    await dong.presses("删除我的登记")
    assert "▫️ 1. 12月9日 抽检" in await lin.says("分解 1-2") and "董警官" not in lin.sees()
    await town.move_to("2019-12-06 09:00")
    assert "1-2 抽检 · 还有3天" in lin.sees()


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
        assert kept(town)[2] == ("检查20家", "2019-12-20", None)
    assert len(kept(town)) == 3


async def test_kept_steps_that_are_named_change_places_and_go(town: Town, lin: Resident) -> None:
    await divides(lin, "1-2", THREE)
    assert "▫️ 2. 12月8日 总结\n▫️ 3. 12月15日 检查20家" in await lin.says("第3步和第2步换一下")
    await lin.presses("添加步骤")
    await lin.says("第3步不要了")
    assert [words for words, _, _ in kept(town)] == ["印发方案", "总结"]
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
    ],
)
async def test_what_cannot_be_done_with_a_step_is_said_above_the_check(lin: Resident, words: str, why: str) -> None:
    assert (await lin.says("分解 1-2", THREE, words)).startswith(f"“{words}”：{why}\n请改好再发。")
    assert "1. 12月1日 印发方案\n2. 12月8日 检查20家\n3. 12月15日 总结" in lin.sees()


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
