"""Steps: a unit divides its assignment and ticks off what is done, and its next report begins from that."""

from datetime import date

import pytest

from data.people.actor import Actor
from data.people.people import Role, who_is
from data.standing.assignments import assignments
from data.steps.changes import add_steps
from data.understanding.steps.step_lines import StepLine
from tests.journeys.steps.steps_stored import divides, steps_stored
from tests.journeys.town import ZONE, Resident, Town


@pytest.fixture
def wuchang(town: Town) -> Resident:
    """The liaison of a district; each district has its own steps for a joint task."""
    return town.member(1010, "昌科长", "武昌区人民政府", Role.LIAISON)


def has_step(town: Town, person: Resident, code: str, words: str, due: str) -> None:
    """Add a step that somebody has written for themselves."""
    who = who_is(town.db, person.id, town.today())
    assert who is not None
    [mine] = assignments(town.db, town.today(), who.speaks_for, code)
    line = StepLine(words, date.fromisoformat(due), "", None)
    add_steps(town.db, Actor(who, town.clock.now(), ZONE), mine.id, [line], f"test:{words}")


async def test_a_step_stands_in_the_digest_and_is_ticked_off_by_one_press(town: Town, lin: Resident) -> None:
    has_step(town, lin, "1-2", "印发方案", "2019-11-26")
    await town.move_to("2019-11-25 09:00")
    assert "分解步骤\n▫️ 1-2 印发方案 · 还有1天" in lin.sees()
    digest = lin.last()
    assert "✓ 1-2 印发方案" in lin.buttons()
    assert await lin.presses("✓ 1-2 印发方案") == "✅ 1-2 印发方案：已完成。"
    assert "印发方案" not in lin.message(digest.message_id).text
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


async def test_a_step_is_changed_by_a_day_alone_and_by_a_name_alone(town: Town, lin: Resident, dong: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家")
    await lin.presses("1", "修改")
    assert await lin.says("12月9日") == "原来：12月20日 检查20家\n改成：12月9日 检查20家"
    assert "改成：12月9日 检查20家（董警官）" in await lin.says("董警官")
    assert "已改好。" in await lin.presses("提交")
    assert steps_stored(town) == [("检查20家", "2019-12-09", "董警官")]


async def test_a_step_is_given_to_somebody_by_a_press(town: Town, lin: Resident, dong: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家 我")
    assert "改成：12月20日 检查20家（董警官）" in await lin.presses("1", "修改", "董警官")
    await lin.presses("提交", "1", "修改", "不指定人", "提交")
    assert steps_stored(town) == [("检查20家", "2019-12-20", None)]


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
    text = lin.message(card.message_id).text
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
    assert steps_stored(town) == [("开会", "2019-12-01", None)]


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
    assert steps_stored(town) == []


async def test_grace_divides_a_task_in_english(town: Town, grace: Resident) -> None:
    assert "In which steps? One per line" in await grace.says("split 36-4 into steps")
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
