"""Asking what became of a request for more time (延期批了吗), and withdrawing it in words."""

import pytest

from tests.journeys.town import Resident, Town


async def ask_for_more_time(lin: Resident) -> None:
    await lin.submits("1-2 延期到4月底 因为疫情")


@pytest.mark.parametrize(
    "said",
    [
        "延期批了吗",
        "我的延期申请批了没",
        "1-2 的延期批了吗",
        "延期通过了吗",
        "办公室什么时候答复",
        "any word on my request?",
        "any word on my extension",
        "上次那个延期 办公室给答复没",
        "延期那事儿批下来没有",
        "我申请了哪些延期",
        "我的延期申请有哪些",
        "我申请延到哪天",
        "我申请的延期呢",
        "延期申请呢",
        "我的延期呢",
        "上次的延期呢？",
        "which extensions have I asked for",
    ],
)
async def test_a_request_that_waits_is_said_to_wait(lin: Resident, said: str) -> None:
    await ask_for_more_time(lin)
    heard = await lin.says(said)
    assert heard.startswith("1-2 昆仑行动打食药环犯罪：申请延到2020年4月30日，办公室还没答复。")
    assert lin.buttons() == ["撤回申请"]


@pytest.mark.parametrize("said", ["我要申请延期", "我申请了延期 2-3到12月20号"])
async def test_another_request_is_begun_while_one_waits(lin: Resident, said: str) -> None:
    await ask_for_more_time(lin)
    assert "还没答复" not in await lin.says(said) and "延" in lin.sees()


async def test_the_answer_is_told_once_it_is_there(lin: Resident, chen: Resident) -> None:
    await ask_for_more_time(lin)
    await chen.reviews("同意")
    assert "2020年4月30日" in await lin.says("延期批了吗") and "还没答复" not in lin.sees()


async def test_a_request_on_work_that_was_done_meanwhile_needs_no_answer(lin: Resident, chen: Resident) -> None:
    await ask_for_more_time(lin)
    assert "1-2：申请了延期，答复以后再提醒。" in await chen.says("1-2怎么没提醒")
    await lin.submits("1-2 已完成")
    assert "的延期申请不用再答复：任务已报完成" in await lin.says("延期批了吗")


async def test_without_a_request_it_is_said_how_to_ask(lin: Resident) -> None:
    assert (await lin.says("延期批了吗")).startswith("您单位没有提过延期申请。")
    assert (await lin.says("我申请的延期呢")).startswith("您单位没有提过延期申请。")
    assert (await lin.says("不用延期了")).startswith("您单位没有提过延期申请。")
    assert (await lin.says("2-3 延期批了吗")).startswith("2-3 没有提过延期申请。")


@pytest.mark.parametrize("said", ["撤了吧 月底前能办完", "算了，不用了"])
async def test_a_request_is_taken_back_right_below_it(lin: Resident, said: str) -> None:
    await ask_for_more_time(lin)
    assert (await lin.says(said)).startswith("您最近的一份延期申请：1-2")


async def test_a_request_is_taken_back_in_words(town: Town, lin: Resident) -> None:
    await ask_for_more_time(lin)
    await lin.says("不延了，撤回申请")
    assert "已撤回 1-2 的延期申请" in await lin.presses("撤回申请")
    assert town.rows("SELECT withdrawn_at IS NOT NULL AS gone FROM extensions") == [{"gone": 1}]


@pytest.mark.parametrize("said", ["不延了，撤回申请", "撤回延期申请", "withdraw the extension request"])
async def test_the_request_named_is_taken_back_although_a_report_has_come_since(
    town: Town, lin: Resident, said: str
) -> None:
    await ask_for_more_time(lin)
    await town.move_to("2019-11-25 11:00")
    await lin.submits("2-3 40%")
    await lin.says(said)
    assert lin.buttons() == ["撤回申请"]


async def test_a_request_that_was_taken_back_is_none(lin: Resident) -> None:
    await ask_for_more_time(lin)
    await lin.says("撤回申请")
    await lin.presses("撤回申请")
    assert (await lin.says("延期批了吗")).startswith("您单位没有提过延期申请。")


async def test_how_to_ask_for_more_time_is_no_such_question(lin: Resident) -> None:
    assert "没有提过延期申请" not in await lin.says("延期能批吗")


async def test_a_request_is_withdrawn_by_agreement(lin: Resident) -> None:
    assert "申请延到：2020年6月30日" in await lin.says("1-2延到2020年6月底 人还没抓齐", "提交", "撤了延期吧")
    assert lin.buttons() == ["撤回申请"]
    assert await lin.says("是") == "已撤回 1-2 的延期申请，期限仍为2020年2月29日。"
    assert "没听明白" in await lin.says("是")


@pytest.mark.parametrize("said", ["cancel that request", "把那个延期申请撤了"])
async def test_a_request_is_taken_back_while_a_report_is_open_and_the_report_stays(
    town: Town, lin: Resident, said: str
) -> None:
    await ask_for_more_time(lin)
    await lin.says("2-3 完成40%", said)
    assert lin.messages()[-2].text.startswith("您最近的一份延期申请：1-2") and lin.sees().startswith("填报 2-3")
    assert [dialog["kind"] for dialog in town.rows("SELECT kind FROM dialogs WHERE state = 'open'")] == ["report"]


@pytest.mark.parametrize(("said", "day"), [("改成5月15号", "2020年5月15日"), ("不对，请改到5月底", "2020年5月31日")])
async def test_the_day_that_was_just_asked_for_is_changed_by_another(lin: Resident, said: str, day: str) -> None:
    await ask_for_more_time(lin)
    shown = await lin.says(said)
    assert f"申请延到：{day}\n原因和进展：疫情" in shown
    assert f"1-2 申请延到{day}" in await lin.says("交")


@pytest.mark.parametrize("said", ["行", "好的", "对", "收到"])
async def test_a_courtesy_is_no_reason(town: Town, lin: Resident, said: str) -> None:
    assert "原因是什么" in await lin.says("1-2 延期到4月底", said)
    assert not town.rows("SELECT 1 FROM dialogs WHERE answers ->> 'reason' IS NOT NULL")


async def test_the_request_of_the_task_that_is_named_is_taken_back(kuang: Resident) -> None:
    for code in ("1-8", "1-9"):
        await kuang.says(f"{code}申请延期到3月底，因为在等文件", "提交")
    assert (await kuang.says("撤回1-8的延期申请")).startswith("您最近的一份延期申请：1-8")


async def test_where_no_request_of_the_task_waits_no_report_is_taken_back_instead(town: Town, lin: Resident) -> None:
    await ask_for_more_time(lin)
    assert (await lin.says("2-3 完成40%", "交", "撤回2-3的延期申请")).startswith("2-3 没有提过延期申请。")
    await lin.says("确认")
    assert [row["withdrawn_at"] for row in town.rows("SELECT withdrawn_at FROM reports")] == [None]


@pytest.mark.parametrize("asked", ["为啥不同意", "why was it refused?", "为什么没批"])
async def test_why_a_request_was_refused_is_told(lin: Resident, chen: Resident, asked: str) -> None:
    await ask_for_more_time(lin)
    await chen.says("1-2不同意，省厅要求2月底结", "不同意")
    assert "期限仍为2020年2月29日：省厅要求2月底结" in await lin.says(asked)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("那三月中旬行吗？鉴定要到3月6号才出", "鉴定要到3月6号才出"),
        ("then mid March at least? the lab needs until March 6", "the lab needs until March 6"),
    ],
)
async def test_another_day_asked_for_below_the_refusal_is_a_request_with_its_reason(
    town: Town, lin: Resident, chen: Resident, said: str, why: str
) -> None:
    await ask_for_more_time(lin)
    await chen.says("1-2不同意，省厅要求2月底结", "不同意")
    await town.move_to("2019-11-25 08:35")
    assert f"申请延到：2020年3月20日\n原因和进展：{why}" in await lin.says(said)
