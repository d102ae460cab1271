"""Asking for more time, and getting an answer."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def _asks(lin: Resident, reason: str = "等省里文件") -> str:
    await lin.says("1-2")
    await lin.presses("申请延期", "延一个月")
    return await lin.submits(reason)


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


async def test_the_coordinator_sets_another_date_after_reading_it_back(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _asks(lin)
    assert "改到哪一天" in await chen.reviews("改日期")
    assert "请只写一个日期" in await chen.says("尽快吧")
    assert "市公安局 1-2 的期限改到2020年3月15日，对吗？" in await chen.says("3月15日")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]
    assert "已改期 ✓" in await chen.presses("确认改期")
    await town.move_to("2019-11-25 08:32")
    assert "延到2020年3月15日（原为2020年2月29日，申请的是2020年3月31日）" in lin.sees()


async def test_the_coordinator_declines_with_a_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    assert "原因是什么" in await chen.reviews("不同意")
    assert "的期限仍为2020年2月29日：年底要向省里汇总" in await chen.says("年底要向省里汇总")
    assert "已答复 ✓ 市公安局 1-2 期限不变。" in await chen.presses("不同意")
    await town.move_to("2019-11-25 08:32")
    assert "的期限仍为2020年2月29日：年底要向省里汇总" in lin.sees()
    assert "怎么样" not in await lin.presses("1-2 报进展") and town.rows("SELECT count(*) AS n FROM drafts") == [
        {"n": 1}
    ]


async def test_asking_in_one_line_leaves_only_the_reason(lin: Resident) -> None:
    assert "延到2020年4月30日。原因是什么" in await lin.says("1-2 申请延期到明年4月底")
    assert "申请延到：2020年4月30日" in await lin.says("等省里文件")


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


@pytest.mark.parametrize(
    ("words", "day", "reason"),
    [
        ("1-2 延期到4月底 因为疫情", "2020年4月30日", "疫情"),
        ("1-2延期一个月，等省里文件", "2020年3月31日", "等省里文件"),
        ("昆仑行动 申请延期到明年3月15日，因为省里文件没下来", "2020年3月15日", "省里文件没下来"),
    ],
)
async def test_a_request_fits_in_one_line(lin: Resident, words: str, day: str, reason: str) -> None:
    assert f"申请延到：{day}\n原因和进展：{reason}" in await lin.says(words)
    assert lin.buttons() == ["提交", "修改", "上一步", "取消"]


async def test_a_reason_without_a_day_is_kept_for_the_day(lin: Resident) -> None:
    assert "延到哪一天" in await lin.says("1-2 申请延期 因为疫情")
    assert "申请延到：2020年3月31日\n原因和进展：疫情" in await lin.says("延一个月")


async def test_a_line_with_a_day_that_will_not_do_asks_for_another(lin: Resident) -> None:
    assert (await lin.says("1-2 延期到12月1日 因为疫情")).startswith("请发晚于2020年2月29日的日期。\n\n申请延期 1-2")
    assert "原因和进展：疫情" in await lin.says("3月15日")


async def test_a_cancel_in_words_is_asked_about_once(town: Town, lin: Resident) -> None:
    assert "真的取消这份申请吗" in await lin.says("/extend 1-2", "3月20日", "取消")
    assert "延到2020年3月20日。原因是什么" in await lin.presses("继续")
    assert "真的取消这份申请吗" in await lin.says("/cancel")
    assert "没有提交任何内容" in await lin.presses("不要了")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_words_at_the_preview_that_are_neither_consent_nor_change_are_asked_about(lin: Resident) -> None:
    assert (await lin.says("/extend 1-2", "3月20日，等文件", "今天天气不错")).startswith("“今天天气不错”没有写进去。")
    assert lin.buttons() == ["补充到原因和进展里", "改哪一项？", "上一步"]
    assert "原因和进展：等文件\n" in await lin.presses("上一步") + "\n"
    await lin.says("文件要月底才到")
    assert "原因和进展：等文件\n文件要月底才到" in await lin.presses("补充到原因和进展里")


@pytest.mark.parametrize("words", ["交了吧", "可以", "对，提交", "ok submit", "提交", "没问题"])
async def test_consent_in_words_submits_a_request(town: Town, lin: Resident, words: str) -> None:
    assert "已提交 ✓ 1-2 申请延到2020年3月20日" in await lin.says("/extend 1-2", "3月20日，等文件", words)
    await town.restart_undone()
    assert lin.sees().startswith("已提交 ✓ 1-2") and len(town.rows("SELECT id FROM extensions")) == 1


async def test_a_change_in_words_changes_the_day_and_never_the_reason(lin: Resident) -> None:
    await lin.says("/extend 1-2")
    assert "申请延到：2020年4月15日\n原因和进展：等文件" in await lin.says("3月20日，等文件", "改成4月15号吧")


async def test_a_reason_is_added_to_or_written_anew(lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日，等文件")
    await lin.presses("修改", "原因和进展")
    assert "补充" in lin.buttons() and "现在写的是：等文件" in lin.sees()
    assert "接在现在写的后面" in await lin.presses("补充")
    assert "原因和进展：等文件\n已摸底五家" in await lin.says("已摸底五家")


async def test_a_request_left_for_a_day_takes_no_words_and_is_offered(town: Town, lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日")
    await town.move_to("2019-11-27 08:30")
    heard = await lin.says("我的任务")
    assert heard.startswith("共 8 项") and heard.endswith("1-2 的延期申请还没写完，点“继续”接着写。")
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


async def test_a_second_request_takes_the_place_of_the_first(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    await lin.says("1-2")
    assert "已申请延到2020年3月31日，正等答复" in await lin.presses("申请延期")
    await lin.presses("延三个月")
    await lin.submits("文件推迟")
    await town.move_to("2019-11-25 08:31")
    assert "2020年5月31日" in chen.sees()
    states = town.rows("SELECT state FROM outbox WHERE letter = 'extension_asked' ORDER BY id")
    assert [row["state"] for row in states] == ["cancelled", "sent"]


async def test_the_history_says_that_a_request_was_replaced(lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    await _asks(lin, "还在等省里文件")
    history = await lin.says("/history 1-2")
    assert "理由：还在等省里文件\n等待办公室答复" in history and "理由：等省里文件\n已由新的申请代替" in history
    await chen.reviews("同意")
    assert "等待办公室答复" not in await lin.says("/history 1-2")


async def test_an_answered_request_can_no_longer_be_taken_back_where_it_was_sent(lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    assert lin.buttons() == ["撤回申请"]
    await chen.reviews("同意")
    assert lin.sees().startswith("已提交 ✓") and lin.buttons() == []


async def test_a_liaison_cannot_decide_and_the_office_cannot_ask(lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    assert "办公室" in await lin.forges("decide:grant:1")
    assert "联络员办理" in await chen.says("/extend 1-2")
    assert "联络员办理" in await chen.says("申请延期")


async def test_what_is_decided_is_not_decided_again(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses("同意", on=card)
    assert "已经处理过了" in await chen.forges("decide:refuse:1")
    assert "已经处理过了" in await chen.forges("decide:set:1:20200401")
    assert town.rows("SELECT verdict, decided FROM extensions") == [{"verdict": "accepted", "decided": "2020-03-31"}]


@pytest.mark.parametrize(("choice", "words"), [("改日期", "2020年2月15日"), ("不同意", "不行")])
async def test_a_coordinator_overtaken_by_a_colleague_is_told_once_and_goes_on(
    town: Town, lin: Resident, chen: Resident, choice: str, words: str
) -> None:
    li = town.member(1011, "李副主任", None, Role.COORDINATOR)
    await _asks(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses(choice)
    await li.reviews("同意")
    assert await chen.says(words) == "这件事已经处理过了，谢谢。"
    assert "截至 2019年11月25日" in await chen.says("汇总一下")
    assert "已经处理过了" in await chen.presses("不同意", on=card)
    assert "同意" not in [button.text for each in chen.messages() for button in each.buttons]


async def test_a_request_rests_when_its_task_is_reported_done_and_comes_back_when_that_is_returned(
    lin: Resident, chen: Resident
) -> None:
    await _asks(lin)
    await chen.says("/review")
    card = chen.last()
    assert "申请延到2020年3月31日的那份先搁下；如被退回，再请办公室答复。" in await lin.submits("1-2 已完成")
    assert (await chen.presses("同意", on=card)).startswith("1-2 已报完成，这份延期申请先不用答复；")
    assert "同意" not in [button.text for each in chen.messages() for button in each.buttons]
    await chen.says("/review")
    await chen.decides("退回", "请补充材料")
    assert "已同意 ✓" in await chen.reviews("同意")


async def test_a_request_is_taken_back_while_it_waits(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    await chen.says("/review")
    card = chen.last()
    assert lin.buttons() == ["撤回申请"]
    assert "已撤回 1-2 的延期申请，期限仍为2020年2月29日。" in await lin.presses("撤回申请")
    assert "1-2 的这份延期申请已撤回" in await chen.presses("同意", on=card)
    assert await chen.says("/review") == "现在没有要审核的填报，也没有要答复的延期申请。"
    assert "等待答复" not in await lin.says("1-2")
    assert "已撤回（" in await lin.says("/history 1-2")
    await town.move_to("2019-11-25 08:31")
    assert town.rows("SELECT state FROM outbox WHERE letter = 'extension_asked'") == [{"state": "cancelled"}]
    [line] = town.rows("SELECT subject FROM audit WHERE action = 'withdraw_extension'")
    assert line["subject"] == "1-2@市公安局"


async def test_the_word_withdraw_finds_the_request_where_that_is_newest(town: Town, lin: Resident) -> None:
    await lin.reports("2-3", "进行中", "40")
    await town.move_to("2019-11-25 08:40")
    await _asks(lin)
    assert (await lin.says("撤回")).startswith(
        "您最近的一份延期申请：1-2 昆仑行动打食药环犯罪\n申请延到：2020年3月31日"
    )
    await lin.presses("撤回申请")
    assert (await lin.says("撤回")).startswith("您最近的一份填报：2-3")


async def test_a_request_that_was_answered_is_not_taken_back(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    withdraw = lin.last().buttons[0].callback_data or ""
    await chen.reviews("同意")
    assert "已经处理过了" in await lin.forges(withdraw)
    assert "撤回申请" not in [button.text for each in lin.messages() for button in each.buttons]
    assert town.rows("SELECT verdict, withdrawn_at FROM extensions") == [{"verdict": "accepted", "withdrawn_at": None}]


async def test_a_request_of_a_colleague_is_not_taken_back(town: Town, lin: Resident, wang: Resident) -> None:
    await _asks(lin)
    assert "正等答复" in await wang.says("/extend 1-2") and "撤回申请" not in wang.buttons()
    await wang.forges("extension:withdraw:1")
    assert town.rows("SELECT withdrawn_at FROM extensions") == [{"withdrawn_at": None}]
    await lin.says("/extend 1-2")
    assert "已撤回 1-2 的延期申请" in await lin.presses("撤回申请")


async def test_the_audit_says_on_whose_task_more_time_was_decided(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
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


@pytest.mark.parametrize(
    "words", ["1-2 同意，但只能到3月15日", "1-2 同意延到2020年3月15日", "1-2 agree until 15 March 2020"]
)
async def test_another_day_may_be_answered_in_words(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    await _asks(lin)
    assert "市公安局 1-2 的期限改到2020年3月15日，对吗？" in await chen.says(words)
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]
    assert "已改期 ✓" in await chen.presses("确认改期")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-15"}]


async def test_the_day_asked_for_is_agreed_to_in_words(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    assert "的期限改到2020年3月31日，对吗？" in await chen.says("1-2 同意")
    assert "已同意 ✓" in await chen.presses("确认改期")
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": "accepted"}]


async def test_a_day_that_will_not_do_is_said_and_asked_for_again(lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    said = await chen.says("1-2 同意延到12月1日")
    assert said.startswith("请发晚于2020年2月29日的日期。") and "改到哪一天" in said


async def test_a_refusal_in_words_brings_its_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    assert "的期限仍为2020年2月29日：抓紧办" in await chen.says("1-2 不同意，抓紧办")
    assert "期限不变" in await chen.presses("不同意")
    assert town.rows("SELECT verdict, answer FROM extensions") == [{"verdict": "refused", "answer": "抓紧办"}]


async def test_a_change_of_the_deadline_says_that_a_request_waits(lin: Resident, chen: Resident) -> None:
    await _asks(lin)
    said = await chen.says("1-2 期限改到2020年3月15日")
    assert "1-2 有延期申请在等答复：市公安局申请延到2020年3月31日" in said


async def test_of_several_requests_agreed_to_at_once_one_is_answered_at_a_time(
    town: Town, chen: Resident, lin: Resident
) -> None:
    for code in ("1-2", "29-11"):
        await lin.says(f"{code}申请延到2020年4月15日，还在汇总")
        if "提交" in lin.buttons():
            await lin.presses("提交")
    shown = await chen.says("1-2和29-11都同意")
    assert "延期申请一次答复一份：先答复 1-2；29-11 请答复完再发一句。" in shown
    await chen.says("确认")
    assert [row["verdict"] for row in town.rows("SELECT verdict FROM extensions")] == ["accepted"]


async def test_a_day_alone_is_no_reason(lin: Resident) -> None:
    assert "原因是什么" in await lin.says("/extend 1-2", "3月20日", "3月20日")
    assert "延到2020年3月25日" in await lin.says("3月25日")
    assert "原因和进展：等文件" in await lin.says("等文件")


@pytest.mark.parametrize(
    ("said", "day"), [("1-2延半个月，疫情影响", "2020年3月15日"), ("can we push 1-2 by two weeks", "2020年3月14日")]
)
async def test_half_a_month_and_a_span_in_english(lin: Resident, said: str, day: str) -> None:
    assert day in await lin.says(said)


async def test_a_request_that_waits_is_taken_back_in_words(lin: Resident) -> None:
    await lin.submits("1-2申请延期到2020年3月20日，材料没齐")
    assert "1-2" in await lin.says("算了1-2不延了") and lin.buttons() == ["撤回申请"]


async def test_the_only_task_with_a_due_day_is_meant_where_a_day_is_named(lin: Resident) -> None:
    heard = await lin.says("能宽限到3月中旬吗，案子多")
    assert "申请延到：2020年3月20日" in heard and "原因和进展：案子多" in heard
    await lin.presses("提交")
    await lin.says("撤掉刚才那个延期")
    assert lin.buttons() == ["撤回申请"]


async def test_a_question_is_no_reason(lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日", "今年我们立案多少件")
    assert "原因是什么" in lin.sees()


@pytest.mark.parametrize(
    "said",
    [
        "1-7同意，最多到2月底",
        "1-7不同意",
        "1-7的延期不批",
        "同意1-7延期",
        "拒绝1-7的延期，年底前必须办结",
        "reject 1-7's request, must be done this year",
    ],
)
async def test_an_answer_to_a_request_that_there_is_not_is_told_so(chen: Resident, lin: Resident, said: str) -> None:
    assert await chen.says(said) == "1-7 没有延期申请在等答复。"
    await lin.reports("1-2", "已完成")
    assert "1-2 有一份填报在等审核" in await chen.says(said.replace("1-7", "1-2"))


async def test_another_task_at_the_question_for_a_reason_is_asked_about(town: Town, lin: Resident) -> None:
    assert (await lin.says("1-2 申请延期到明年4月底", "38-1那边还没结果")).startswith("“38-1那边还没结果”，您是想…？")
    assert lin.buttons()[:2] == ["接着填“原因和进展”", "是别的事"]
    assert "原因和进展：38-1那边还没结果" in await lin.presses("接着填“原因和进展”")
    assert town.rows("SELECT * FROM extensions") == []
