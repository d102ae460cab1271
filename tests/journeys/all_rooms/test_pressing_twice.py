"""Telegram's apps repeat a press that has had no answer: it arrives under several update ids, and counts once
(tdlib/telegram-bot-api #699)."""

from tests.journeys.town import Resident, Town


async def presses_twice(person: Resident, words: str) -> str:
    """Press a button whose press the app sends twice; return what is shown at the end."""
    message, data = person._find_button(words, None, None)
    for _ in range(2):
        person.town.world.press(person.id, person.id, message.message_id, data)
    await person.town.settle()
    return person.sees()


async def test_an_answer_counts_once(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    assert "百分之几" in await presses_twice(lin, "进行中")
    assert town.rows("SELECT step, percent FROM drafts") == [{"step": "percent", "percent": None}]


async def test_one_step_back_is_one_step_back(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("80")
    await presses_twice(lin, "上一步")
    assert town.rows("SELECT step FROM drafts") == [{"step": "percent"}]


async def test_a_report_is_stored_once(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    assert "已提交" in await presses_twice(lin, "提交")
    assert len(town.rows("SELECT * FROM reports")) == 1


async def test_taking_back_takes_back_one_report(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    await lin.reports("1-2", "进行中", "60")
    await presses_twice(lin, "撤回")
    rows = town.rows("SELECT percent, withdrawn_at IS NULL AS counts FROM reports")
    assert rows == [{"percent": 40, "counts": 1}, {"percent": 60, "counts": 0}]


async def test_no_change_is_reported_once_of_each_task(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    await presses_twice(lin, "全部本期无变化")
    said = await presses_twice(lin, "提交")
    reports = [row["assignment_id"] for row in town.rows("SELECT assignment_id FROM reports")]
    assert len(set(reports)) == len(reports) > 1
    assert said.startswith(f"已提交 ✓ 本期无变化（{len(reports)} 项）")


async def test_a_report_is_accepted_once(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    assert "已通过" in await presses_twice(chen, "通过")
    assert len(town.rows("SELECT * FROM audit WHERE action = 'review'")) == 1
    await town.move_to("2019-11-25 08:32")
    assert sum("已通过审核" in text for text in lin.heard()) == 1


async def test_one_step_back_in_asking_for_more_time_is_one_step_back(town: Town, lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月15日", "等文件")
    assert "原因是什么" in await presses_twice(lin, "上一步")
    assert town.rows("SELECT kind, reopened FROM dialogs") == [{"kind": "extension", "reopened": "reason"}]


async def test_more_time_is_asked_for_and_granted_once(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("/extend 1-2", "3月15日", "等文件")
    await presses_twice(lin, "提交")
    assert len(town.rows("SELECT * FROM extensions")) == 1
    await town.move_to("2019-11-25 08:31")
    await presses_twice(chen, "同意")
    await town.move_to("2019-11-25 08:32")
    assert len(town.rows("SELECT * FROM outbox WHERE letter = 'extension_decided'")) == 1
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": "accepted"}]
