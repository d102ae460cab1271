"""Answers stay until their author changes them, and only one message of the chat asks."""

import json
from functools import partial

import pytest

from tests.journeys.town import Resident, Town

PREVIEW = "请核对，无误后点“提交”："


async def to_the_figures(lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%")
    await lin.says("立案 <12> 件")


async def to_the_preview(lin: Resident) -> None:
    await to_the_figures(lin)
    await lin.says("立案12 案值350.5万")
    await lin.presses("跳过")


async def test_the_way_back_shows_what_is_written_and_keeps_it(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    assert "现在写的是：立案 <12> 件" in await lin.presses("上一步")
    assert lin.buttons() == ["不改", "清空", "直接核对", "上一步", "取消"]
    assert "统计数据吗" in await lin.presses("不改")
    assert town.rows("SELECT note FROM drafts") == [{"note": "立案 <12> 件"}]


async def test_what_is_written_can_be_cleared(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    assert "统计数据吗" in await lin.presses("上一步", "清空")
    assert town.rows("SELECT note FROM drafts") == [{"note": ""}]
    await lin.presses("上一步")
    assert "跳过" in lin.buttons() and "不改" not in lin.buttons()


@pytest.mark.parametrize(
    ("field", "now", "answer", "line"),
    [
        ("状态", "现在写的是：进行中", "未启动", "状态：未启动"),
        ("进度", "现在写的是：50%", "75%", "进度：75%"),
        ("情况", "现在写的是：立案 <12> 件", "移送起诉", "情况：移送起诉"),
        ("统计数据", "现在写的是：立案件数 12 件，案值 350.5 万元", "立案13", "立案件数 13 件，案值 350.5 万元"),
    ],
)
async def test_a_changed_answer_leads_back_to_the_preview(
    lin: Resident, field: str, now: str, answer: str, line: str
) -> None:
    await to_the_preview(lin)
    assert now in await lin.presses("修改", field)
    preview = await (lin.presses(answer) if answer in lin.buttons() else lin.says(answer))
    assert PREVIEW in preview and line in preview


@pytest.mark.parametrize("field", ["状态", "进度", "情况", "统计数据", "佐证材料"])
async def test_the_way_back_from_a_change_is_to_the_preview(lin: Resident, field: str) -> None:
    await to_the_preview(lin)
    before = lin.sees()
    assert await lin.presses("修改", field, "上一步") == before


async def test_a_change_that_raises_a_question_asks_it_before_the_preview(lin: Resident) -> None:
    await to_the_preview(lin)
    assert "卡在哪里" in await lin.presses("修改", "状态", "受阻")
    assert "困难和需要的支持：等省里文件" in await lin.says("等省里文件")


async def test_all_figures_can_be_cleared_from_the_preview(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = await lin.presses("修改", "统计数据", "清空")
    assert PREVIEW in preview and "统计数据" not in preview


async def test_the_list_before_the_first_question_leads_back_into_the_report(lin: Resident) -> None:
    assert (await lin.begins("1-2", "进行中", "上一步", "上一步")).startswith("共 8 项")
    assert lin.buttons()[0] == "继续填报 1-2"
    assert "现在写的是：进行中" in await lin.presses("继续填报 1-2")


async def test_a_plain_report_takes_six_taps(town: Town, lin: Resident) -> None:
    await lin.says("/start", "报进展")
    await lin.presses("1-2", "进行中", "50%", "直接核对", "提交")
    assert town.rows("SELECT status, percent, note FROM reports") == [
        {"status": "in_progress", "percent": 50, "note": ""}
    ]


async def test_what_blocks_is_asked_on_the_straight_way_to_the_preview_too(lin: Resident) -> None:
    assert "卡在哪里" in await lin.begins("1-2", "受阻", "50%", "直接核对")
    assert PREVIEW in await lin.says("等省里文件")


async def test_the_last_note_and_obstacle_can_be_used_again(town: Town, lin: Resident) -> None:
    for _ in range(2):
        await lin.begins("1-2")
        if "完成了百分之几" in await lin.presses("受阻"):
            await lin.presses("50%")
        for written in ("排查三轮", "缺检测设备"):
            await (lin.presses("沿用上次") if "沿用上次" in lin.buttons() else lin.says(written))
        await lin.hands_in()
    assert town.rows("SELECT note, obstacle FROM reports") == [{"note": "排查三轮", "obstacle": "缺检测设备"}] * 2


async def test_typed_answers_leave_a_line_each_and_one_question(lin: Resident) -> None:
    await lin.begins("1-2")
    before = len(lin.heard())
    await lin.presses("进行中")
    await lin.says("80", "移送起诉", "立案12")
    *lines, question = lin.heard()[before - 1 :]
    assert lines == ["进度：80%", "情况：移送起诉", "统计数据：立案件数 12 件"]
    assert "佐证材料吗" in question


async def test_a_refusal_stands_with_the_question_and_leaves_no_other(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    before = len(lin.heard())
    for words in ("很多", "更多"):
        assert (await lin.says(words)).endswith("完成了百分之几？请点按钮，或发 0 到 100 的整数。")
        assert "50%" in lin.buttons()
    assert len(lin.heard()) == before


async def test_a_double_tap_is_let_pass(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    for words in ("进行中", "50%", "上一步", "不改", "跳过", "直接核对", "修改", "进度", "上一步", "提交"):
        message, data = lin.last(), next(b.callback_data for b in lin.last().buttons if b.text == words)
        await lin.presses(words)
        seen = lin.sees()
        toasts = len(town.world.toasts)
        await lin.does(partial(town.world.press, lin.id, lin.id, message.message_id, data or "", forged=True))
        assert lin.sees() == seen
        assert [toast.text for toast in town.world.toasts[toasts:] if toast.text] == []
    assert len(town.rows("SELECT id FROM reports")) == 1


@pytest.mark.parametrize("words", ["取消", "不要了"])
async def test_a_double_tap_on_calling_off_is_let_pass_too(lin: Resident, words: str) -> None:
    await lin.begins("1-2")
    if words == "不要了":
        await lin.presses("进行中", "取消")
    data = next(b.callback_data for b in lin.last().buttons if b.text == words)
    assert await lin.presses(words) == "已取消，没有提交任何内容。"
    assert await lin.forges(data or "") == ""


async def test_calling_off_on_an_earlier_question_does_not_say_that_the_report_is_gone(lin: Resident) -> None:
    await lin.begins("1-2")
    data = next(b.callback_data for b in lin.last().buttons if b.text == "取消")
    await lin.presses("进行中")
    assert "过时" in await lin.forges(data or "")
    assert "做了哪些工作" in await lin.says("50")


async def test_words_of_buttons_do_what_the_buttons_do(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    assert "百分之几" in await lin.says("受阻")
    assert "做了哪些工作" in await lin.says("50")
    assert "百分之几" in await lin.says("上一步")
    assert "做了哪些工作" in await lin.says("不改")
    assert "卡在哪里" in await lin.says("跳过")
    assert "统计数据吗" in await lin.says("等省里文件")
    assert "佐证材料吗" in await lin.says("没有")
    assert PREVIEW in await lin.says("跳过")
    assert "要修改哪一项" in await lin.says("修改")
    assert "已提交" in await lin.says("提交")
    assert town.rows("SELECT percent, note, obstacle FROM reports") == [
        {"percent": 50, "note": "", "obstacle": "等省里文件"}
    ]


@pytest.mark.parametrize("words", ["跳过", "没有", "Skip"])
async def test_what_blocks_cannot_be_skipped_by_word(town: Town, lin: Resident, words: str) -> None:
    await lin.begins("1-2", "受阻", "50%", "跳过")
    assert (await lin.says(words)).startswith("受阻的任务要写明卡在哪里")
    assert town.rows("SELECT obstacle FROM drafts") == [{"obstacle": None}]


@pytest.mark.parametrize("words", ["修改", "沿用上次", "下一步"])
async def test_a_word_of_another_questions_button_is_no_note(town: Town, lin: Resident, words: str) -> None:
    await lin.begins("1-2", "已完成")
    assert (await lin.says(words)).startswith(f"“{words}”答不了这里问的")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


async def test_to_hand_in_leads_past_what_may_be_left_out(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert (await lin.says("提交")).startswith("填报 1-2 昆仑行动打食药环犯罪\n请核对，无误后点“提交”")
    assert town.rows("SELECT note FROM drafts") == [{"note": ""}]


async def test_to_hand_in_passes_over_no_figure_in_doubt(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 完成50%，立案12件")
    assert "是新增的，还是同一批？" in await lin.says("1-2 完成60%，立案12件")
    assert "是新增的，还是同一批？" in await lin.says("提交")
    assert json.loads(town.rows("SELECT figures FROM drafts")[0]["figures"]) == {"立案件数": 12}


async def test_skipping_by_word_never_wipes_what_is_written(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    await lin.presses("上一步")
    await lin.says("跳过")
    assert town.rows("SELECT note FROM drafts") == [{"note": "立案 <12> 件"}]


async def test_the_state_that_was_said_is_called_the_same_everywhere(lin: Resident, chen: Resident) -> None:
    assert "办公室审核后即办结" in await lin.reports("1-2", "已完成")
    card = await lin.says("1-2")
    assert "市公安局 · 待审核" in card and "林警官：已完成" in card
    await chen.says("/review")
    assert "状态：已完成" in chen.sees()


async def test_what_blocks_stands_on_the_card(lin: Resident) -> None:
    await lin.begins("1-2", "受阻", "50%", "跳过")
    await lin.says("等省里文件")
    await lin.presses("直接核对", "提交")
    assert "困难和需要的支持：等省里文件" in await lin.says("1-2")


@pytest.mark.parametrize("written", ["八成", "80％", "８０", "80%。"])
async def test_a_percent_is_understood_as_it_is_written(town: Town, lin: Resident, written: str) -> None:
    await lin.begins("1-2", "进行中")
    assert "做了哪些工作" in await lin.says(written)
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 80}]


async def test_a_preview_too_long_for_one_message_leaves_one_that_can_be_pressed(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "受阻", "50%")
    await lin.says("😀" * 1990, "字" * 1990)
    await lin.presses("直接核对")
    asking = [each for each in town.world.chat(lin.id).messages if any(b.text == "上一步" for b in each.buttons)]
    assert len(asking) == 1
    assert "已提交" in await lin.presses("提交")
    assert town.rows("SELECT length(note) AS note, length(obstacle) AS obstacle FROM reports") == [
        {"note": 1990, "obstacle": 1990}
    ]


async def test_blank_words_change_nothing(town: Town, lin: Resident) -> None:
    await to_the_figures(lin)
    await lin.presses("上一步")
    assert (await lin.says("\u3000")).startswith("这一项请写几个字说明。")
    assert town.rows("SELECT note FROM drafts") == [{"note": "立案 <12> 件"}]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("原因改成上级安排推迟", "上级安排推迟"),
        ("把原因改成：上级安排推迟", "上级安排推迟"),
        ("原因再加一句：省局来函", "机构改革\n省局来函"),
        ("原因里补充：省局来函", "机构改革\n省局来函"),
    ],
)
async def test_words_of_ones_own_are_changed_by_their_name(
    chen: Resident, zhou: Resident, said: str, reason: str
) -> None:
    await chen.says("1-9延到1月底", "机构改革")
    assert f"原因：{reason}\n会通知" in await chen.says(said)
