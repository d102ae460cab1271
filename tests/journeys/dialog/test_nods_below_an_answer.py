"""好的 at a preview that stands below the answer to something else, and what puts a preview off until one has asked."""

import pytest

from tests.journeys.town import Resident, Town

HOW = "没问题就点“提交”"


def reported(town: Town) -> int | None:
    return town.db.fetch_number("SELECT count(*) FROM reports")


@pytest.mark.parametrize("nod", ["好的", "嗯嗯好的谢谢", "哦哦好", "知道了", "ok thanks"])
async def test_a_nod_below_the_answer_to_a_question_submits_nothing(town: Town, lin: Resident, nod: str) -> None:
    await lin.says("1-2 完成60%，抓获8人")
    await lin.says("2-3的截止日期是哪天？")
    assert HOW in await lin.says(nod)
    assert reported(town) == 0
    assert "已提交" in await lin.says("好的")
    assert reported(town) == 1


@pytest.mark.parametrize("said", ["提交", "交吧", "对，提交", "没问题", "可以"])
async def test_a_word_for_submitting_does_so_there(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成60%，抓获8人")
    await lin.says("2-3的截止日期是哪天？")
    assert "已提交" in await lin.says(said)


async def test_a_nod_right_below_the_preview_submits(town: Town, lin: Resident) -> None:
    await lin.says("1-2 完成60%，抓获8人")
    assert "已提交" in await lin.says("好的")


async def test_nobody_is_removed_by_a_nod_to_another_answer(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says(f"把{lin.name}移除")
    await chen.says("公安局有哪些任务？")
    assert "没问题就点“移除”" in await chen.says("好的知道了")
    assert "共" in await lin.says("我的任务")


@pytest.mark.parametrize(
    "said", ["等下 我先问下主任", "等我问下科长", "稍等我核对下数", "我再想想", "let me check first"]
)
async def test_what_is_to_be_asked_or_checked_first_is_parked(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成60%")
    assert "先放着" in await lin.says(said)
    await lin.says("好")
    assert reported(town) == 0
    assert "进度：60%" in await lin.says("继续")


@pytest.mark.parametrize("said", ["7-11完成", "1-222完成", "99-9 完成80%"])
async def test_a_code_of_no_task_changes_nothing(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成60%")
    await lin.says(said)
    assert f"没有找到您可以查看的任务 {said.partition('完')[0].strip()}" in "\n".join(lin.heard())
    assert "进度：60%" in lin.sees()


@pytest.mark.parametrize(
    "said", ["我们和食药处核对数据", "还要去外地核实线索", "需要领导协调汇报一下", "我们跟检察院商量移送"]
)
async def test_what_is_still_to_be_done_for_the_task_parks_nothing(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成60%")
    shown = await lin.says(said)
    assert said in shown and "先放着" not in shown
