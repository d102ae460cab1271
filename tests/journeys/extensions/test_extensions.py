"""Asking for more time, and the answers."""

import pytest

from data.people.people import Role
from tests.journeys.extensions.requests import asks_for_a_month
from tests.journeys.town import Resident, Town


async def test_a_liaison_asks_for_more_time_and_gets_it(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("1-2")
    assert await lin.presses("申请延期") == (
        "申请延期 1-2 昆仑行动打食药环犯罪\n"
        "现在的期限是2020年2月29日。延到哪一天？请点按钮，或发日期，例如：2020年3月30日。"
    )
    assert lin.buttons()[:2] == ["延一个月（2020年3月31日）", "延两个月（2020年4月30日）"]
    assert "延到2020年3月31日。原因是什么、做到了哪一步？" in await lin.presses("延一个月")
    preview = await lin.says("等省里文件，已完成摸底")
    assert "期限：2020年2月29日\n申请延到：2020年3月31日\n原因和进展：等省里文件，已完成摸底" in preview
    assert "已提交 ✓ 1-2 申请延到2020年3月31日" in await lin.presses("提交")
    assert "已申请延到2020年3月31日，等待答复" in await lin.says("1-2")

    await town.move_to("2019-11-25 08:31")
    assert "延期申请：市公安局 林警官，1-2" in chen.sees() and "已完成摸底" in chen.sees()
    assert chen.buttons() == ["同意", "改日期", "不同意"]
    assert "已同意 ✓ 市公安局 1-2 延到2020年3月31日。" in await chen.presses("同意")

    await town.move_to("2019-11-25 08:32")
    assert "1-2 昆仑行动打食药环犯罪的期限延到2020年3月31日（原为2020年2月29日）。" in lin.sees()
    card = await lin.says("1-2")
    assert "完成时间：2020年2月（2020年2月29日），延到2020年3月31日 · 还有127天\n" in card
    assert "（2020年2月29日），延到2020年3月31日" in await chen.says("1-2")
    assert [row["action"] for row in town.rows("SELECT action FROM audit WHERE action LIKE '%extension'")] == [
        "ask_extension",
        "decide_extension",
    ]


async def test_the_dialog_goes_back_step_by_step_and_out(town: Town, lin: Resident) -> None:
    await lin.says("申请延期")
    assert "哪一项需要延期" in lin.sees()
    await lin.presses("1-2")
    await lin.says("3月15日", "等文件")
    assert "现在写的是：等文件\n延到2020年3月15日。原因是什么" in await lin.presses("上一步")
    assert "延到哪一天" in await lin.presses("上一步")
    assert "申请延到：2020年3月20日\n原因和进展：等文件" in await lin.says("3月20日")
    assert "真的取消这份申请吗" in await lin.presses("取消")
    assert "申请延到：2020年3月20日" in await lin.presses("继续")
    assert "没有提交任何内容" in await lin.presses("取消", "不要了")
    assert town.rows("SELECT * FROM extensions") == town.rows("SELECT * FROM dialogs") == []


async def test_an_answer_that_will_not_do_gets_one_sentence_and_the_question_once_more(lin: Resident) -> None:
    assert (await lin.says("/extend 1-2", "12月1日")).startswith("请发晚于2020年2月29日的日期。\n\n申请延期 1-2")
    assert lin.buttons()[0] == "延一个月（2020年3月31日）"
    assert "没看懂是哪一天" in await lin.says("等通知") and "延到哪一天" in lin.sees()
    assert "延到2020年3月20日" in await lin.says("3月20日")
    said = await lin.says("x" * 2001)
    assert said.startswith("文字请控制在 2000 字以内（现在 2001 字），请精简后再发。") and "原因是什么" in said
    assert "请核对" in await lin.says("等文件")


@pytest.mark.parametrize("words", ["make that March 27", "make it March 27 please"])
async def test_another_day_at_the_question_why_is_no_reason(lin: Resident, words: str) -> None:
    await lin.says("/extend 1-2", "3月20日")
    assert "延到2020年3月27日。原因是什么" in await lin.says(words)


async def test_of_what_was_answered_in_words_the_answers_stay(lin: Resident) -> None:
    await lin.says("/extend 1-2", "明天", "3月20日", "等文件")
    assert lin.heard()[-3:-1] == ["申请延到：2020年3月20日", "原因和进展：等文件"]
    assert not [each for each in lin.heard() if "延到哪一天" in each]


async def test_each_answer_is_changed_from_the_preview(town: Town, lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日，等文件")
    assert "要修改哪一项" in await lin.presses("修改")
    assert lin.buttons() == ["申请延到", "原因和进展", "上一步"]
    await lin.presses("原因和进展")
    assert "申请延到：2020年3月20日\n原因和进展：文件推迟" in await lin.says("文件推迟")
    await lin.presses("修改", "申请延到")
    assert "现在写的是：2020年3月20日" in lin.sees() and "不改" in lin.buttons()
    assert "申请延到：2020年3月31日\n原因和进展：文件推迟" in await lin.presses("延一个月")
    await lin.presses("提交")
    assert town.rows("SELECT proposed, reason FROM extensions") == [{"proposed": "2020-03-31", "reason": "文件推迟"}]


async def test_an_answer_stays_when_its_question_is_left_as_it_is(lin: Resident) -> None:
    assert "现在写的是：等文件" in await lin.says("/extend 1-2", "3月20日，等文件", "上一步")
    assert "申请延到：2020年3月20日\n原因和进展：等文件" in await lin.presses("不改")
    assert "要修改哪一项" in await lin.says("修改")
    assert "申请延到：2020年3月20日\n原因和进展：等文件" in await lin.presses("申请延到", "不改")


async def test_a_request_left_for_a_day_takes_no_words_and_is_offered(town: Town, lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日")
    await town.move_to("2019-11-27 08:30")
    heard = await lin.says("我的任务")
    assert heard.startswith("共 8 项") and heard.endswith("1-2 的延期申请还没写完，要接着办请点“继续”。")
    assert "延到2020年3月20日。原因是什么" in await lin.presses("继续")


async def test_a_request_whose_task_is_done_meanwhile_is_told_with_its_words(lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日", "1-2")
    asked = lin.last()
    await lin.presses("报进展", "已完成", "直接核对", "提交")
    heard = await lin.presses("上一步", on=asked)
    assert "1-2 已报完成，不需要延期。" in heard and heard.endswith("您写的内容：\n申请延到：2020年3月20日")


async def test_the_dialog_survives_a_restart_and_a_repeated_update_moves_it_once(town: Town, lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日")
    await town.restart_undone()
    assert "延到2020年3月20日。原因是什么" in lin.sees()
    await lin.submits("等文件")
    await town.restart_undone()
    assert town.rows("SELECT count(*) AS n FROM extensions") == [{"n": 1}]


async def test_a_report_begun_in_between_takes_the_next_words(lin: Resident) -> None:
    await lin.says("/extend 1-2")
    await lin.begins("1-2", "进行中")
    assert "做了哪些工作" in await lin.says("50")
    assert "延到2020年3月31日。原因是什么" in await lin.presses("延一个月")


async def test_a_request_rests_when_its_task_is_reported_done_and_comes_back_when_that_is_returned(
    lin: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    await chen.says("/review")
    card = chen.last()
    assert "申请延到2020年3月31日的那份先搁下；如被退回，再请办公室答复。" in await lin.submits("1-2 已完成")
    assert (await chen.presses("同意", on=card)).startswith("1-2 已报完成，这份延期申请先不用答复；")
    assert "同意" not in [button.text for each in chen.messages() for button in each.buttons]
    await chen.says("/review")
    await chen.decides("退回", "请补充材料")
    assert "已同意 ✓" in await chen.reviews("同意")


async def test_the_audit_says_on_whose_task_more_time_was_decided(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await chen.reviews("同意")
    [line] = town.rows("SELECT subject, detail FROM audit WHERE action = 'decide_extension'")
    assert line["subject"] == "1-2@市公安局" and '"extension_id": 1' in line["detail"]


async def test_a_task_without_a_day_or_done_has_nothing_to_put_off(lin: Resident) -> None:
    await lin.submits("1-2 已完成")
    assert (await lin.says("/extend 1-2")).startswith("1-2 已报完成，不需要延期。")
    assert (await lin.says("/extend 38-1")).startswith("38-1 没有确定的期限，不需要延期。")
    assert "没有找到" in await lin.says("/extend 9-9")


async def test_it_reads_well_in_english(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("/language")
    await lin.presses("English")
    await lin.says("1-2")
    assert "It is due 29 Feb 2020. Until when?" in await lin.presses("Ask for more time")
    assert "Until 15 Mar 2020. Why" in await lin.says("15 Mar 2020")
    await lin.says("Waiting for the province's paper")
    assert "1-2 until 15 Mar 2020" in await lin.presses("Submit")
    await chen.reviews("同意")
    await town.move_to("2019-11-25 08:32")
    assert "is now due 15 Mar 2020 (it was 29 Feb 2020)." in lin.sees()


async def test_a_colleagues_request_meanwhile_is_shown_before_it_is_replaced(town: Town, lin: Resident) -> None:
    ma = town.member(1044, "马科长", "市公安局", Role.LIAISON)
    await lin.says("1-2想延到2020年6月1日，因为人手不够")
    assert "正等答复" not in await ma.says("1-2想延到2020年8月1日，因为等鉴定")
    assert "已提交 ✓" in await lin.presses("提交")
    assert "这一项已申请延到2020年6月1日（林警官），正等答复；再提交一份会代替它。" in await ma.presses("提交")
    assert [each["proposed"] for each in town.rows("SELECT proposed FROM extensions")] == ["2020-06-01"]
    assert "已提交 ✓" in await ma.presses("提交")


async def test_what_waits_for_the_office_stands_on_its_card_with_a_button(chen: Resident, lin: Resident) -> None:
    await asks_for_a_month(lin)
    assert "已申请延到2020年3月31日，等待答复" in await chen.says("1-2")
    assert "延期申请：市公安局 林警官，1-2" in await chen.presses("答复延期申请")
    assert chen.buttons() == ["同意", "改日期", "不同意"]
    await chen.presses("同意")
    assert "等待答复" not in await chen.says("1-2") and "答复延期申请" not in chen.buttons()
