"""Replacing or withdrawing a request for more time while it waits."""

import pytest

from tests.journeys.extensions.requests import asks_for_a_month
from tests.journeys.town import Resident, Town


async def test_a_second_request_takes_the_place_of_the_first(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await lin.says("1-2")
    assert "已申请延到2020年3月31日（林警官），正等答复" in await lin.presses("申请延期")
    await lin.presses("延三个月")
    await lin.submits("文件推迟")
    await town.move_to("2019-11-25 08:31")
    assert "2020年5月31日" in chen.sees()
    states = town.rows("SELECT state FROM outbox WHERE letter = 'extension_asked' ORDER BY id")
    assert [row["state"] for row in states] == ["cancelled", "sent"]


async def test_the_history_says_that_a_request_was_replaced(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await asks_for_a_month(lin, "还在等省里文件")
    history = await lin.says("/history 1-2")
    assert "理由：还在等省里文件\n等待办公室答复" in history and "理由：等省里文件\n已由新的申请代替" in history
    await chen.reviews("同意")
    assert "等待办公室答复" not in await lin.says("/history 1-2")


@pytest.mark.parametrize("said", ["那就按原来的期限吧", "那就延到2月底 不 就按原来的"])
async def test_going_back_to_the_old_deadline_withdraws_the_request(lin: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert "1-2 昆仑行动打食药环犯罪" in await lin.says(said) and lin.buttons() == ["撤回申请"]


async def test_an_answered_request_can_no_longer_be_taken_back_where_it_was_sent(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert lin.buttons() == ["撤回申请"]
    await chen.reviews("同意")
    assert lin.sees().startswith("已提交 ✓") and lin.buttons() == []


async def test_a_request_is_taken_back_while_it_waits(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
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


async def test_of_several_taken_back_the_one_answered_meanwhile_stays(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    for code in ("1-8", "1-9"):
        await zhou.submits(f"{code} 申请延期到2020年3月15日，因为人手不够")
    await zhou.says("延期申请都撤回")
    await chen.says("1-8 同意")
    await chen.presses("确认改期")
    shown = await zhou.presses("全部撤回")
    assert "这里有了变化" in shown and "1-9" in shown and "1-8" not in shown
    assert (await zhou.presses("全部撤回")).startswith("已撤回 1-9 的延期申请")
    verdicts = town.rows("SELECT verdict, withdrawn_at IS NULL AS stays FROM extensions ORDER BY id")
    assert verdicts == [{"verdict": "accepted", "stays": 1}, {"verdict": None, "stays": 0}]


async def test_the_word_withdraw_finds_the_request_where_that_is_newest(town: Town, lin: Resident) -> None:
    await lin.reports("2-3", "进行中", "40")
    await town.move_to("2019-11-25 08:40")
    await asks_for_a_month(lin)
    assert (await lin.says("撤回")).startswith(
        "您最近的一份延期申请：1-2 昆仑行动打食药环犯罪\n申请延到：2020年3月31日"
    )
    await lin.presses("撤回申请")
    assert (await lin.says("撤回")).startswith("您最近的一份填报：2-3")


async def test_a_request_that_was_answered_is_not_taken_back(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    withdraw = lin.last().buttons[0].callback_data or ""
    await chen.reviews("同意")
    assert "已经处理过了" in await lin.forges(withdraw)
    assert "撤回申请" not in [button.text for each in lin.messages() for button in each.buttons]
    assert town.rows("SELECT verdict, withdrawn_at FROM extensions") == [{"verdict": "accepted", "withdrawn_at": None}]


async def test_a_request_of_a_colleague_is_not_taken_back(town: Town, lin: Resident, wang: Resident) -> None:
    await asks_for_a_month(lin)
    assert "正等答复" in await wang.says("/extend 1-2") and "撤回申请" not in wang.buttons()
    await wang.forges("extension:withdraw:1")
    assert town.rows("SELECT withdrawn_at FROM extensions") == [{"withdrawn_at": None}]
    await lin.says("/extend 1-2")
    assert "已撤回 1-2 的延期申请" in await lin.presses("撤回申请")


async def test_a_request_that_waits_is_taken_back_in_words(lin: Resident) -> None:
    await lin.submits("1-2申请延期到2020年3月20日，材料没齐")
    assert "1-2" in await lin.says("算了1-2不延了") and lin.buttons() == ["撤回申请"]
    assert "1-2" in await lin.says("we don't need the extension any more") and lin.buttons() == ["撤回申请"]
    assert "刚才的话没有记成进展" in await lin.says("1-2 60% 不延期了")


async def test_several_requests_are_taken_back_together(town: Town, nong: Resident) -> None:
    await nong.submits("1-3申请延期到2020年3月20日，材料没齐")
    await nong.submits("4-2申请延期到2020年3月20日，教师没定")
    assert (await nong.says("两个都不延了")).startswith("等答复的延期申请 2 份，都撤回吗？")
    assert "已撤回 1-3 的延期申请" in await nong.says("是")
    assert town.rows("SELECT count(*) AS n FROM extensions WHERE withdrawn_at IS NULL") == [{"n": 0}]


@pytest.mark.parametrize(
    "said", ["1-3延期撤了吧 我这边直接报完成 上周就做了", "不延了，已经办完了", "1-3不延期了，现在60%"]
)
async def test_a_request_is_taken_back_and_its_task_reported_in_one_message(
    town: Town, nong: Resident, said: str
) -> None:
    await nong.submits("1-3申请延期到2020年3月20日，材料没齐")
    assert ("进度：60%" if "60%" in said else "状态：已完成") in await nong.says(said)
    await nong.presses("撤回申请")
    assert "已提交 ✓" in await nong.presses("提交")
    assert len(town.rows("SELECT id FROM extensions WHERE withdrawn_at IS NOT NULL")) == 1
    assert len(town.rows("SELECT id FROM reports")) == 1


async def test_words_of_hope_behind_a_withdrawal_are_no_report(nong: Resident) -> None:
    await nong.submits("1-3申请延期到2020年3月20日，材料没齐")
    assert "延期申请：1-3" in await nong.says("撤了吧，月底前能办完") and nong.buttons() == ["撤回申请"]


@pytest.mark.parametrize("said", ["嗯嗯 提交", "好的，提交吧", "可以", "submit please"])
async def test_consent_is_no_reason_for_more_time(lin: Resident, said: str) -> None:
    await lin.says("1-2想延到2020年4月底")
    answer = await lin.says(said)
    assert "原因是什么" in answer and "原因和进展：" not in answer


@pytest.mark.parametrize("said", ["我有几个延期在等", "我的延期批了吗", "延期申请还没批吗"])
async def test_all_requests_that_wait_are_told(nong: Resident, said: str) -> None:
    await nong.submits("1-3申请延期到2020年3月20日，材料没齐")
    await nong.submits("4-2申请延期到2020年3月30日，教师没定")
    assert (await nong.says(said)).splitlines()[1:] == ["4-2 申请延到2020年3月30日", "1-3 申请延到2020年3月20日"]


@pytest.mark.parametrize("said", ["能不能改成5月底", "可以改到5月底吗", "can you make it 31 May 2020"])
async def test_the_day_of_a_request_just_made_is_asked_to_be_another(lin: Resident, said: str) -> None:
    await lin.submits("1-2申请延期到2020年4月20日，材料没齐")
    assert "申请延到：2020年5月31日" in await lin.says(said)


async def test_several_tasks_are_put_off_one_after_the_other(town: Town, nong: Resident) -> None:
    asked = await nong.says("1-3、4-2和2-7 延到明年3月底，经费没到")
    assert asked.startswith("2-7 没有确定的期限，不需要延期。") and "4-2 的申请先放着" in asked
    assert "申请延期 1-3" in asked and "申请延到：2020年3月31日" in asked
    assert "申请延期 4-2" in await nong.says("交", "继续") and "原因和进展：经费没到" in nong.sees()
    await nong.says("交")
    assert town.rows("SELECT proposed FROM extensions") == [{"proposed": "2020-03-31"}] * 2


@pytest.mark.parametrize("said", ["3-5的不延了", "算了不延了", "不用延期了"])
async def test_a_request_that_is_being_written_is_given_up_and_that_is_no_reason(
    town: Town, nong: Resident, said: str
) -> None:
    assert "原因是什么" in await nong.says("3-5 延到2020年3月底")
    assert await nong.says(said) == "真的取消这份申请吗？"
    await nong.says("是")
    assert town.rows("SELECT 1 FROM extensions") == []


async def test_after_a_request_is_withdrawn_its_task_is_meant_again(nong: Resident) -> None:
    await nong.says("1-3延到1月20日，农药抽检结果没出", "提交", "1-3不延了")
    assert "已撤回 1-3 的延期申请" in await nong.presses("撤回申请")
    assert nong.buttons() == ["1-3 申请延期"]
    asked = await nong.says("还是延吧，延到1月10号")
    assert asked.startswith("申请延期 1-3")
    assert "申请延到：2020年1月10日\n原因和进展：农药抽检结果没出" in asked
