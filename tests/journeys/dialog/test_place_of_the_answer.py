"""The result of a press appears where the user looks: in the pressed message, or below newer ones."""

from tests.journeys.town import Resident, Town


async def to_the_preview(lin: Resident) -> None:
    await lin.says("1-2 进行中 50%")
    assert "提交" in lin.buttons()


async def test_the_newest_message_is_replaced(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = lin.last()
    await lin.presses("提交")
    assert lin.last().message_id == preview.message_id and "已提交" in lin.sees()


async def test_a_preview_comes_back_below_what_was_asked_in_between(lin: Resident) -> None:
    await to_the_preview(lin)
    await lin.says("我的任务")
    assert "请核对" in lin.sees() and sum("请核对" in each for each in lin.heard()) == 1
    assert (await lin.presses("提交")).strip().startswith("已提交 ✓")
    assert lin.buttons() == ["撤回", "更正"]


async def test_a_preview_above_a_notice_stays_without_buttons(town: Town, lin: Resident) -> None:
    await to_the_preview(lin)
    preview = lin.last()
    await town.move_to("2020-02-28 09:00")
    assert (await lin.presses("提交", on=preview)).strip().startswith("已提交 ✓")
    assert lin.buttons() == ["撤回", "更正"]
    still = lin.message(preview.message_id)
    assert "请核对" in still.text and not still.buttons


async def test_a_second_press_on_it_stores_and_offers_nothing_twice(town: Town, lin: Resident) -> None:
    await to_the_preview(lin)
    preview = lin.last()
    data = next(each.callback_data for each in preview.buttons if each.text == "提交")
    await town.move_to("2020-02-28 09:00")
    for _ in range(2):
        town.world.press(lin.id, lin.id, preview.message_id, data or "", forged=True)
    await town.settle()
    assert len(town.rows("SELECT * FROM reports")) == 1
    assert [each.text for each in lin.messages() if "撤回" in [button.text for button in each.buttons]] == [lin.sees()]


async def test_several_reports_and_a_request_are_answered_below_too(lin: Resident) -> None:
    await lin.says("1-2 进行中 50%\n2-3 进行中 60%", "我的任务")
    assert lin.sees().startswith("读到 2 条")
    assert (await lin.presses("全部提交")).strip().startswith("已提交 ✓")
    await lin.says("/extend 1-2", "3月15日", "等文件", "我的任务")
    assert "原因和进展：等文件" in lin.sees()
    assert (await lin.presses("提交")).strip().startswith("已提交 ✓ 1-2 申请延到")


async def test_what_has_come_before_a_restart_is_still_known(town: Town, lin: Resident) -> None:
    await to_the_preview(lin)
    preview = lin.last()
    await town.move_to("2020-02-28 09:00")
    await town.restart()
    assert (await lin.presses("提交", on=preview)).strip().startswith("已提交 ✓")
    await town.restart_undone()
    assert sum("撤回" in [button.text for button in each.buttons] for each in lin.messages()) == 1


async def test_after_a_restart_the_pressed_message_is_replaced(town: Town, lin: Resident) -> None:
    await to_the_preview(lin)
    preview = lin.last()
    await town.restart()
    assert "已提交" in await lin.presses("提交")
    assert lin.last().message_id == preview.message_id
