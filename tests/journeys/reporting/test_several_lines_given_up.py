"""Several waiting reports are given up, withdrawn or resumed, across restarts and newer messages."""

import pytest

from tests.journeys.reporting.reports_stored import drafts_stored, reports_stored
from tests.journeys.town import Resident, Town


async def test_giving_several_up_asks_once(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    assert await lin.presses("取消") == "真的取消吗？这几条没提交的内容不会保留：14-2、18-1。"
    assert "读到 2 条" in await lin.presses("继续")
    assert await lin.presses("取消", "不要了") == "已取消，没有提交任何内容。"
    assert drafts_stored(town) == reports_stored(town) == []


async def test_several_can_be_given_up_by_word(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    assert (await lin.says("/cancel")).startswith("真的取消吗？这几条没提交的内容不会保留：14-2、18-1。")
    await lin.presses("不要了")
    assert drafts_stored(town) == []
    assert await lin.says("/cancel") == "现在没有正在填的内容。要撤回刚才办的，发“撤销”。"


async def test_giving_up_what_is_left_keeps_what_is_stored(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    assert (await lin.presses("提交 14-2", "取消", "不要了")).startswith("其余的已取消，没有提交。\n\n已提交 ✓\n14-2")
    assert [code for code, *_ in reports_stored(town)] == ["14-2"]


async def test_each_can_be_taken_back_or_corrected_afterwards(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    shown = await lin.presses("全部提交", "撤回 14-2")
    assert "14-2 犯罪形势研判（措施待核实） · 已撤回\n18-1 公安部部署严打侵权 · 进行中 60%" in shown
    assert lin.buttons() == ["撤回 18-1", "更正 18-1"]
    assert "进度：60%" in await lin.presses("更正 18-1")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE withdrawn_at IS NOT NULL") == [{"n": 1}]


@pytest.mark.parametrize("words", ["提交 14-2", "全部提交"])
async def test_a_press_that_comes_twice_stores_once_and_shows_the_same(town: Town, lin: Resident, words: str) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    message = lin.last()
    data = next(button.callback_data for button in message.buttons if button.text == words)
    for _ in range(2):
        await lin.does(lambda: town.world.press(lin.id, lin.id, message.message_id, data or "", forged=True))
    assert len(reports_stored(town)) == (1 if words == "提交 14-2" else 2)
    assert lin.sees().startswith("已提交 ✓\n14-2")


async def test_a_killed_process_neither_loses_nor_repeats_several_reports(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%")
    await town.restart_undone()
    assert len(drafts_stored(town)) == 2
    await lin.presses("全部提交")
    await town.restart_undone()
    assert len(reports_stored(town)) == 2
    assert lin.sees().startswith("已提交 ✓\n14-2")


async def test_the_report_in_the_dialog_waits_and_is_offered_below_several_lines(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    shown = await lin.says("14-2 50%\n18-1 60%")
    assert shown.endswith("还没提交的填报：1-2。")
    assert (await lin.presses("全部提交")).endswith("还没提交的填报：1-2。")
    assert drafts_stored(town) == [("1-2", "note", 0)]
    await lin.presses("继续填报 1-2")
    assert "做了哪些工作" in lin.sees()


async def test_a_line_on_the_task_in_the_dialog_is_taken_into_that_report(town: Town, lin: Resident) -> None:
    await lin.begins("6-7", "进行中")
    shown = await lin.says("开了会", "6-7 60%\n8-2 30%")
    assert "填报 6-7 公安与市监联合执法\n状态：进行中\n进度：60%\n情况：开了会\n还差“统计数据”。" in shown
    assert drafts_stored(town) == [("6-7", "figures", 0), ("8-2", "preview", 0)]


async def test_a_newer_message_goes_on_with_what_an_older_one_said_of_a_task(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%，开了会\n18-1 60%")
    older = lin.last()
    await lin.says("14-2 55%\n7-1 20%")
    await lin.presses("提交 14-2", on=older)
    assert reports_stored(town) == []
    await lin.presses("全部提交")
    assert reports_stored(town) == [("14-2", "in_progress", 55, "50%，开了会", ""), ("7-1", "in_progress", 20, "", "")]


async def test_a_sentence_goes_on_with_what_waits_on_its_task(lin: Resident) -> None:
    await lin.says("14-2 50%，开了会\n18-1 60%")
    assert "进度：70%\n情况：50%，开了会\n70%，发了函" in await lin.says("14-2 70%，发了函")
    assert "还有 1 条没提交：\n\n填报 18-1" in await lin.presses("提交 14-2")


async def test_what_is_to_be_given_up_is_not_offered_again_below_the_matter_behind(lin: Resident) -> None:
    await lin.says("2-3 60%，刑拘4人\n8-2 40%", "取消；另外18-1打掉一个团伙，抓获8人")
    assert any(each.startswith("真的取消吗？") for each in lin.heard()) and lin.sees().startswith("填报 18-1")


@pytest.mark.parametrize("words", ["1-8不报了", "1-8先不报", "先不报1-8"])
async def test_what_is_given_up_is_named_while_another_is_open(town: Town, zhu: Resident, words: str) -> None:
    await zhu.says("1-8 90%\n1-9 80%", "1-12也报一下，75%")
    assert "1-8 的进展还没提交\n真的取消吗？" in await zhu.says(words)
    await zhu.presses("不要了")
    assert {code for code, *_ in drafts_stored(town)} == {"1-12", "1-9"}


async def test_what_waits_is_named_before_it_is_given_up(zhu: Resident) -> None:
    await zhu.says("1-8 90%", "先放着")
    assert (await zhu.says("取消")).startswith("1-8 的进展还没提交\n真的取消吗？")
