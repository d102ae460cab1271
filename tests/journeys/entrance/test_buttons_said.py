"""The words of a button of the bot's last message do what a press of it does."""

from tests.journeys.files_received import files_received
from tests.journeys.town import Resident, Town


async def test_the_menu_of_exports_is_answered_in_words(chen: Resident) -> None:
    await chen.says("导出")
    assert (await chen.says("上月")).startswith("导出 · 全部单位 · 10月")
    assert (await chen.says("公安局的")).startswith("导出 · 市公安局 · 10月")
    await chen.says("做成表格")
    assert files_received(chen)[-1].text == "台账 · 市公安局 · 10月"
    await chen.says("导出台账")
    assert files_received(chen)[-1].text == "台账 · 全部单位 · 11月1日至11月25日"


async def test_a_mark_before_the_words_need_not_be_typed(chen: Resident) -> None:
    await chen.says("总结")
    assert chen.buttons()[0] == "🔴 逾期"
    assert (await chen.says("逾期")).startswith("共 7 项 · 已逾期")


async def test_a_button_further_up_is_not_meant(chen: Resident) -> None:
    await chen.says("导出", "1-2")
    assert (await chen.says("上月")).startswith("共 0 项 · 10月到期")


async def test_words_of_an_open_question_are_its_answer(town: Town, lin: Resident) -> None:
    await lin.says("导出")
    await lin.begins("1-2")
    await lin.says("进行中", "60")
    assert "情况：上月" in await lin.says("上月", "直接核对")


async def test_the_button_of_the_morning_message_may_be_typed(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    assert "全部本期无变化" in lin.buttons()
    said = await lin.says("全部本期无变化")
    assert "2-3" in said and "38-1" in said
    await lin.says("提交", "提交")
    assert len(town.rows("SELECT 1 FROM reports")) == 7


async def test_what_takes_something_back_is_shown_first(chen: Resident) -> None:
    await chen.says("43-5改到12月20日")
    await chen.presses("更正文字错误", "提交")
    assert "撤销" in chen.buttons()
    assert "要撤销，请点“撤销”" in await chen.says("撤销")


async def test_the_words_are_known_after_a_restart(town: Town, chen: Resident) -> None:
    await chen.says("导出")
    await town.restart()
    assert (await chen.says("上月")).startswith("导出 · 全部单位 · 10月")


async def test_buttons_with_the_name_of_whom_the_bot_forgets_are_forgotten(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("/people 市公安局")
    named = "SELECT 1 FROM last_shown WHERE instr(offered || buttons || labels, '林警官')"
    assert len(town.rows(named)) == 1
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    assert not town.rows(named)


async def test_a_list_is_narrowed_by_a_unit_alone(chen: Resident) -> None:
    await chen.says("逾期的任务")
    assert (await chen.says("文旅局的")).startswith("共 2 项 · 市文化和旅游局 · 已逾期")
    await chen.says("总结")
    assert "8项任务" in (await chen.says("公安局的")).replace(" ", "")


async def test_a_code_alone_opens_its_card_although_a_button_bears_it(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    assert "29-7" in zhou.buttons()
    assert (await zhou.says("29-7")).startswith("29-7 宣传普及·市监（措施待核实）\n任务名称")
    assert (await zhou.says("报进展")).startswith("填报 29-7")


async def test_the_words_of_a_button_that_is_out_of_date_are_answered(lin: Resident, wang: Resident) -> None:
    await lin.says("1-2 受阻，对方不给数据，等协调")
    await lin.presses("提交")
    await wang.says("1-2 进行中60%，恢复了")
    await wang.presses("提交")
    assert "过时" in await lin.says("急：请办公室马上看")
