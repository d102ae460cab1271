"""The reason of a decision is shown for confirmation before the unit is told, and text that gives none is not taken."""

from collections.abc import Awaitable, Callable

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

NOTHING_SAID = [
    *("好的", "谢谢", "收到", "OK", "嗯", "？", "没有", "等一下", "上一步", "跳过", "通过", "退回"),
    *("下一步", "……", "thanks"),
]


async def returns(lin: Resident, chen: Resident) -> None:
    await lin.town.after(_returns, lin, chen)


async def _returns(lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await chen.reviews("退回")


async def declines(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 申请延期到明年4月底，等省里文件")
    await chen.reviews("不同意")


def reasons(town: Town) -> list[str]:
    """Return the reasons that were sent."""
    rows = town.rows("SELECT reason FROM reviews UNION ALL SELECT answer FROM extensions WHERE verdict = 'refused'")
    return [row["reason"] for row in rows]


@pytest.mark.parametrize("said", NOTHING_SAID)
async def test_what_gives_no_reason_is_asked_again(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await returns(lin, chen)
    heard = await chen.says(said)
    assert "没有记作原因。" in heard and heard.endswith("退回 1-2 的原因是什么？请写一两句话。")
    assert chen.buttons() == ["取消"] and reasons(town) == []


@pytest.mark.parametrize("said", NOTHING_SAID)
async def test_what_gives_no_reason_to_decline_more_time_is_asked_again(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await declines(lin, chen)
    assert "不同意 1-2 延期的原因是什么？" in await chen.says(said)
    assert reasons(town) == []


@pytest.mark.parametrize("said", ["不退了", "算了先不退了"])
async def test_to_give_it_up_in_words_is_no_reason(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await returns(lin, chen)
    assert "已取消" in await chen.says(said)
    assert reasons(town) == [] and "没听明白" in await chen.says("今天天气不错")


async def test_a_reason_is_shown_as_the_unit_will_read_it_and_sent_by_a_press(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await returns(lin, chen)
    heard = await chen.says("数据和上月对不上")
    assert heard.startswith("还没发出。市公安局会收到：\n1-2 ") and "请补充后再报一次：数据和上月对不上" in heard
    assert chen.buttons() == ["退回", "修改", "上一步", "取消"] and reasons(town) == []
    assert await chen.presses("退回") == "已退回 1-2，市公安局会收到原因。"
    assert reasons(town) == ["数据和上月对不上"]


async def test_a_reason_is_written_anew(town: Town, lin: Resident, chen: Resident) -> None:
    await returns(lin, chen)
    await chen.says("数据不对")
    old = chen.last()
    assert "退回 1-2 的原因是什么？" in await chen.presses("修改")
    await chen.says("请补充案值")
    await chen.does(lambda: town.world.press(chen.id, chen.id, old.message_id, "review:send:1", forged=True))
    assert reasons(town) == []
    await chen.says("退回")
    assert reasons(town) == ["请补充案值"]


@pytest.mark.parametrize("said", ["好的", "可以", "没问题，退吧"])
async def test_a_reason_that_was_read_back_is_sent_by_agreeing(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await returns(lin, chen)
    assert await chen.says("数据不对", said) == "已退回 1-2，市公安局会收到原因。"
    assert reasons(town) == ["数据不对"]


@pytest.mark.parametrize("said", ["先别退", "没问题，不退了", "退"])
async def test_to_speak_of_returning_is_not_to_agree_to_it(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await returns(lin, chen)
    await chen.says("数据不对", said)
    assert reasons(town) == []


async def test_what_is_no_consent_is_asked_about(town: Town, lin: Resident, chen: Resident) -> None:
    await returns(lin, chen)
    assert "没有写进去" in await chen.says("数据不对", "还差一份检测报告的扫描件") and reasons(town) == []
    assert "数据不对\n还差一份检测报告的扫描件" in await chen.presses("补充到原因里")


async def test_a_reason_that_was_written_is_given_up_after_one_question(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await returns(lin, chen)
    await chen.says("数据不对")
    assert "真的取消吗" in await chen.presses("取消")
    assert "已取消" in await chen.presses("不要了")
    await chen.presses("通过")
    assert [row["verdict"] for row in town.rows("SELECT verdict FROM reviews")] == ["accepted"]


async def test_a_reason_waits_while_something_else_is_asked_and_through_a_restart(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await declines(lin, chen)
    assert "✗ 市公安局 1-2 不同意：年底要汇总" in await chen.says("年底要汇总", "谁还没报")
    await town.restart()
    await chen.presses("不同意")
    assert reasons(town) == ["年底要汇总"]


async def test_a_colleague_who_decides_meanwhile_is_not_overtaken(town: Town, lin: Resident, chen: Resident) -> None:
    li = town.member(1011, "李副主任", None, Role.COORDINATOR)
    await returns(lin, chen)
    await chen.says("数据不对")
    await li.says("/review")
    await li.decides("退回", "请补充案值")
    assert "已经处理过了" in await chen.presses("退回") and chen.buttons() == []
    assert reasons(town) == ["请补充案值"]
    assert "没听明白" in await chen.says("今天天气不错")


async def test_a_report_withdrawn_meanwhile_is_not_returned(town: Town, lin: Resident, chen: Resident) -> None:
    await returns(lin, chen)
    await chen.says("数据不对")
    await lin.presses("撤回")
    assert "不用审核了" in await chen.presses("退回")
    assert reasons(town) == []


@pytest.mark.parametrize("begin", [returns, declines])
async def test_two_presses_send_one_reason(town: Town, lin: Resident, chen: Resident, begin: object) -> None:
    await (returns if begin is returns else declines)(lin, chen)
    await chen.says("数据不对")
    verb = "review" if begin is returns else "decide"
    await chen.presses("退回" if begin is returns else "不同意")
    await chen.forges(f"{verb}:send:1")
    await town.restart_undone()
    assert reasons(town) == ["数据不对"]


async def test_a_reason_is_read_back_in_english(town: Town, lin: Resident) -> None:
    olga = town.member(1012, "Olga", None, Role.COORDINATOR, "en")
    await lin.reports("1-2", "已完成")
    await olga.reviews("Return")
    assert "“ok” was not taken as the reason." in await olga.says("ok")
    assert "submit it again: figures missing" in await olga.says("figures missing")
    assert olga.buttons() == ["Return", "Change", "Back", "Cancel"]


@pytest.mark.parametrize("decides", [returns, declines])
async def test_who_stops_first_is_asked_whether_that_is_the_reason(
    town: Town, lin: Resident, chen: Resident, decides: Callable[[Resident, Resident], Awaitable[None]]
) -> None:
    await decides(lin, chen)
    assert (await chen.says("等下，给市农业农村局")).startswith("“等下，给市农业农村局”，您是想…？")
    assert "的原因是什么" in await chen.presses("取消")
    assert "：总结里缺数据" in await chen.says("总结里缺数据") and reasons(town) == []


@pytest.mark.parametrize("said", ["还是先问问市监局", "林科长电话", "林科长在不在", "let me ask them first"])
async def test_a_doubt_or_a_question_about_somebody_is_no_reason_to_change_the_plan(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await chen.says("1-2移出任务表")
    assert (await chen.says(said)).startswith(f"“{said}”，您是想…？")
    assert town.rows("SELECT code FROM tasks WHERE code = '1-2' AND gone_at IS NOT NULL") == []


async def test_an_order_at_the_question_for_a_reason_is_asked_about_and_kept(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.submits("1-2申请延到2020年4月15日，还在汇总")
    assert (await chen.says("1-2不同意", "催办公安局")).startswith("“催办公安局”，您是想…？")
    assert chen.buttons()[:2] == ["接着填“原因”", "是别的事"]
    await chen.presses("是别的事")
    assert "没有需要催办的" in chen.messages()[-2].text and "延期的原因是什么" in chen.sees(), "the question comes back"
    assert (await chen.says("把台账发我")).startswith("“把台账发我”，您是想…？")
    await chen.presses("取消")
    assert (await chen.says("等等 先看看内容")).startswith("好，先放着，写的都留着。")
    assert "延期的原因是什么" in await chen.says("继续")
    await chen.says("请催办一下下面的人，材料不齐")
    assert "：请催办一下下面的人，材料不齐\n" in await chen.presses("接着填“原因”")
    await chen.presses("上一步")
    assert (await chen.says("为什么改不了")).startswith("“为什么改不了”，您是想…？")
    assert "不同意：等省里文件\n" in await chen.says("等省里文件")
    assert "“为什么改不了”没有处理。要办就再发一次。" in chen.heard()
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": None}]


@pytest.mark.parametrize("said", ["不用写原因", "没什么原因"])
async def test_who_gives_no_reason_is_asked_again(chen: Resident, lin: Resident, said: str) -> None:
    await lin.submits("1-2申请延到2020年4月15日，还在汇总")
    assert (await chen.says("1-2不同意", said)).startswith(f"“{said}”没有记作原因。")


@pytest.mark.parametrize("said", ["算了通过吧", "还是通过吧"])
async def test_a_report_whose_return_is_open_is_accepted_after_all(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await returns(lin, chen)
    assert (await chen.says(said)).startswith("已通过 ✓") and reasons(town) == [""]


@pytest.mark.parametrize("said", ["算了同意吧", "还是同意吧", "那就同意吧"])
async def test_more_time_that_was_to_be_refused_is_granted_after_all(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await declines(lin, chen)
    assert (await chen.says(said)).startswith("✓ 市公安局 1-2 同意延到")
    await chen.says("确认")
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": "accepted"}]


async def test_never_mind_before_a_decision_is_none_of_its_own(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2申请延到2020年4月15日，还在汇总")
    await town.move_to("2019-11-25 08:31")
    assert (await chen.says("算了同意吧")).startswith("✓ 市公安局 1-2 同意延到")
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": None}]


async def test_the_reason_of_a_change_is_kept_without_its_name_and_must_be_understood_by_others(chen: Resident) -> None:
    shown = await chen.says("29-5期限改到年底", "原因写 原期限印制有误")
    assert "\n原因：原期限印制有误\n" in shown
    assert "为什么改？" in await chen.says("提交", "29-6改到年底 原因同上")
    assert (await chen.says("同上")).startswith("“同上”没有记作原因。")
