"""An open question of a liaison is offered once, then waits, if the office decides on its task meanwhile."""

from tests.journeys.town import Resident, Town


async def test_a_correction_of_what_was_returned_is_offered_once(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成", note="都办完了")
    await lin.presses("更正")
    await town.move_to("2019-11-25 08:40")
    await chen.says("1-2退回，缺总结")
    await chen.presses("退回")
    assert (await lin.says("我的任务")).endswith("\n1-2 的进展还没提交，要接着办请点“继续”。")
    assert lin.buttons() == ["继续 1-2"]
    for said in ("2-3", "你好", "6-7"):
        answer = await lin.says(said)
        assert "1-2" not in answer and "继续" not in lin.buttons()
    assert "退回原因：缺总结" in await lin.presses("继续 1-2")


async def test_a_request_whose_deadline_the_office_has_changed_is_offered_once(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.says("1-2申请延期到2020年3月底")
    await town.move_to("2019-11-25 08:40")
    await chen.says("1-2期限改成2020年5月底", "上级要求", "提交")
    assert (await lin.says("我的任务")).endswith("\n1-2 的延期申请还没写完，要接着办请点“继续”。")
    assert "延期申请" not in await lin.says("2-3")
    assert "申请延期 1-2" in await lin.presses("继续 1-2")


async def test_what_the_office_decides_on_other_tasks_changes_nothing(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.says("1-2 60%")
    await town.move_to("2019-11-25 08:40")
    await chen.says("43-5期限改成2020年5月底", "上级要求", "提交")
    assert "请核对，无误后点“提交”" in await lin.says("我的任务")
    assert "请核对，无误后点“提交”" in await lin.says("2-3")
