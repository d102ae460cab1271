"""Verdicts (通过, 退回) are undone with a button or in words, as long as nothing has been built on them."""

import pytest

from tests.journeys.town import Resident, Town

WAITS_AGAIN = "已撤销：市公安局的 1-2 重新等待审核。单位如已收到结果，会收到一句说明。"
LETTER = "1-2 昆仑行动打食药环犯罪：办公室撤销了刚才的审核结果，这份填报重新等待审核。您不用做什么，有结果会再告诉您。"


@pytest.fixture
async def reported(lin: Resident) -> Resident:
    """The liaison, having reported that 1-2 is done."""
    await lin.submits("1-2 已完成")
    return lin


def heard(person: Resident, words: str) -> int:
    """Return how many messages to somebody contain these words."""
    return sum(words in message.text for message in person.messages())


async def test_an_acceptance_is_taken_back_and_the_unit_hears_that_once(
    town: Town, reported: Resident, chen: Resident
) -> None:
    await chen.says("1-2通过")
    accepted = chen.last()
    await town.move_to("2019-11-25 09:10")
    assert heard(reported, "已通过审核，办结") == 1
    await chen.presses("撤销", on=accepted)
    assert heard(chen, WAITS_AGAIN) == 1
    assert (
        await chen.forges("review:undo:1") or chen.sees()
    ) == "已经撤销过了，这次没有再改：\n市公安局的 1-2 在等待审核"
    await town.move_to("2019-11-25 09:20")
    assert heard(reported, LETTER) == 1
    assert town.rows("SELECT * FROM reviews") == []
    assert town.rows("SELECT status FROM standings WHERE task_id = (SELECT id FROM tasks WHERE code = '1-2')") == [
        {"status": "submitted"}
    ]
    assert town.rows("SELECT subject FROM audit WHERE action = 'undo_review'") == [{"subject": "1-2@市公安局"}]


async def test_what_the_unit_has_not_heard_it_never_hears(town: Town, reported: Resident, chen: Resident) -> None:
    await chen.says("1-2通过")
    await chen.presses("撤销")
    await town.move_to("2019-11-25 09:20")
    assert heard(reported, "审核，办结") == heard(reported, "撤销") == 0


async def test_a_verdict_after_an_undone_one_is_heard_like_the_first(
    town: Town, reported: Resident, chen: Resident
) -> None:
    for day in ("25", "26"):
        await chen.says("1-2通过")
        await town.move_to(f"2019-11-{day} 09:10")
        await chen.presses("撤销")
        await town.move_to(f"2019-11-{day} 09:20")
    assert heard(reported, "已通过审核，办结") == heard(reported, LETTER) == 2
    await chen.says("1-2退回，缺总结")
    await chen.presses("退回")
    await town.move_to("2019-11-26 09:30")
    assert "请补充后再报一次：缺总结" in reported.sees()


@pytest.mark.parametrize(
    "words", ["撤销", "撤销1-2的退回", "刚才那个退回撤销吧", "取消市公安局的退回", "退错了，应该通过"]
)
async def test_a_return_is_taken_back_in_words(reported: Resident, chen: Resident, words: str) -> None:
    await chen.says("1-2退回，缺总结")
    await chen.presses("退回")
    shown = await chen.says(words)
    assert shown.startswith("最近一次") and "市公安局的 1-2" in shown and "退回" in shown
    assert await chen.presses("撤销") == WAITS_AGAIN
    assert "报 1-2" in await chen.presses("1-2 市公安局")
    assert chen.buttons()[:2] == ["通过", "退回"]


@pytest.mark.parametrize(
    "words",
    [
        "把通过撤了",
        "刚才通过错了",
        "1-2不该通过 撤回来",
        "1-2不该通过",
        "刚通过的那个撤掉",
        "误点了通过",
        "1-2的审核撤了吧",
        "accepted 1-2 by mistake",
        "啊点错了 应该退回",
        "1-2通过错了，应该退回的",
        "1-2通过错了，应该退回，缺签到册",
        "手滑了，是要退回",
    ],
)
async def test_an_acceptance_that_was_wrong_is_offered_to_be_taken_back(
    reported: Resident, chen: Resident, words: str
) -> None:
    await chen.says("1-2通过")
    shown = await chen.says(words)
    assert shown.startswith("最近一次审核") and shown.endswith("市公安局的 1-2，通过。要撤销吗？")
    assert await chen.presses("撤销") == WAITS_AGAIN


@pytest.mark.parametrize(
    ("words", "reason"),
    [("1-2退回，错了", "错了"), ("1-2不通过，写错了", "写错了"), ("1-2数字错了，应该退回", "数字错了")],
)
async def test_what_follows_a_verdict_is_its_reason(
    reported: Resident, chen: Resident, words: str, reason: str
) -> None:
    assert f"请补充后再报一次：{reason}" in await chen.says(words)


@pytest.mark.parametrize("words", ["谁通过的1-2", "1-2为什么不该通过"])
async def test_questions_about_a_verdict_take_nothing_back(reported: Resident, chen: Resident, words: str) -> None:
    await chen.says("1-2通过")
    assert "要撤销吗" not in await chen.says(words)


async def test_several_that_were_accepted_together_wait_again_together(
    town: Town, reported: Resident, chen: Resident
) -> None:
    await reported.submits("7-1 已完成")
    await chen.says("公安局的都通过")
    answer = await chen.presses("通过", "撤销")
    assert answer.startswith("已撤销：2 份填报重新等待审核：1-2、7-1。")
    assert town.rows("SELECT * FROM reviews") == []


async def test_a_verdict_stands_once_the_unit_has_reported_again(
    town: Town, reported: Resident, chen: Resident
) -> None:
    await chen.says("1-2退回，缺总结")
    await chen.presses("退回")
    await reported.submits("1-2 已完成，总结已写")
    assert "1-2 之后又有新的填报，刚才的结果不能撤销了" in await chen.presses("撤销")
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "returned"}]
    assert (await chen.says("撤销1-2的退回")).startswith("一天之内没有可以撤销的审核结果。")


async def test_a_verdict_stands_after_a_day(town: Town, reported: Resident, chen: Resident) -> None:
    await chen.says("1-2通过")
    await town.move_to("2019-11-26 09:00")
    assert "1-2 的审核结果已经过了一天，不能撤销了" in await chen.presses("撤销")


async def test_the_last_act_is_undone_be_it_a_change_of_the_plan(
    town: Town, reported: Resident, chen: Resident
) -> None:
    await chen.says("1-2通过")
    await town.move_to("2019-11-25 09:10")
    await chen.submits("办结1-8，因为已经做完")
    assert "1-8 铁拳方案严查商标专利\n由办公室办结" in await chen.says("撤销")


async def test_no_liaison_takes_a_verdict_back(town: Town, reported: Resident, chen: Resident) -> None:
    await chen.says("1-2通过")
    await reported.says("撤销1-2的通过")
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]


async def test_who_reports_nothing_takes_back_what_was_done_last(lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await chen.says("1-2通过")
    assert "审核市公安局的 1-2：通过" in await chen.says("刚才退错了，撤回")
    assert "重新等待审核" in await chen.presses("撤销")


@pytest.mark.parametrize(
    "said", ["退回理由写错了 是缺照片", "刚才1-2退回的理由改成缺照片", "刚才退回的原因不对，应该是没盖章"]
)
async def test_whoever_gave_a_wrong_reason_may_return_the_report_anew(
    reported: Resident, chen: Resident, said: str
) -> None:
    await chen.says("1-2退回 证据不足", "退回")
    assert (await chen.says(said)).endswith("市公安局的 1-2，退回。要撤销吗？")
    await chen.presses("撤销")
    assert "请补充后再报一次：缺照片" in await chen.says("1-2退回 缺照片")
    await chen.presses("退回")
    await reported.town.app.ticker.tick()
    assert reported.sees().endswith("请补充后再报一次：缺照片")
