"""Dividing a task into steps: how they are written, checked and corrected before they are stored."""

import pytest

from tests.journeys.steps.steps_stored import divides, steps_stored
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "words",
    [
        "分解 1-2",
        "把1-2分解一下",
        "1-2分解",
        "请帮我分解1-2",
        "1-2 分解成几步",
        "1-2 拆成几步",
        "split 1-2 into steps",
        "steps of 1-2",
    ],
)
async def test_the_steps_of_a_task_are_asked_for_in_words(lin: Resident, words: str) -> None:
    assert "分几步做？一步一行" in await lin.says(words)


@pytest.mark.parametrize(
    "words",
    ["1-2 已把任务分解到各分局，完成30%", "1-2分解到各分局，11月底前完成，现在30%"],
)
async def test_a_note_that_speaks_of_dividing_is_no_request(lin: Resident, words: str) -> None:
    await lin.says(words)
    assert "填报 1-2" in lin.sees() and "进度：30%" in lin.sees()


async def test_evidence_that_is_put_off_to_a_day_is_no_step(town: Town, lin: Resident) -> None:
    await lin.says("1-2: done for this year, evidence will follow tomorrow")
    assert "报 1-2 的进展" in lin.buttons() and steps_stored(town) == []


async def test_steps_are_written_a_line_each_and_shown_before_they_are_kept(
    town: Town, lin: Resident, dong: Resident
) -> None:
    seen = await lin.says("分解 1-2", "11月底前 印发方案 董警官 / 12月中旬 检查20家")
    assert "1-2 将加上 2 步，请核对：\n1. 11月30日 印发方案（董警官）\n2. 12月20日 检查20家\n" in seen
    assert steps_stored(town) == []
    assert "分解步骤 0/2\n▫️ 1. 11月30日 印发方案（董警官）\n▫️ 2. 12月20日 检查20家" in await lin.presses("提交")
    assert steps_stored(town) == [("印发方案", "2019-11-30", "董警官"), ("检查20家", "2019-12-20", None)]


@pytest.mark.parametrize(
    "words",
    [
        "1-2分解：12月1日 开会，12月5日 抽检",
        "分解 1-2\n12月1日 开会\n12月5日 抽检",
        "把１-２分解一下：\n1. 12月1日 开会\n2. 12月5日 抽检",
        "分解1-2，12月1日 开会；12月5日 抽检",
    ],
)
async def test_steps_can_follow_the_code_at_once(town: Town, lin: Resident, words: str) -> None:
    seen = await lin.says(words)
    assert "1. 12月1日 开会\n2. 12月5日 抽检" in seen
    await lin.says("可以")
    assert steps_stored(town) == [("开会", "2019-12-01", None), ("抽检", "2019-12-05", None)]


async def test_who_is_not_of_the_unit_stays_among_the_words(town: Town, lin: Resident, zhou: Resident) -> None:
    await divides(lin, "1-2", "11月底前 印发方案 周科长\n由李某负责 12月3日 摸底")
    assert steps_stored(town) == [("印发方案 周科长", "2019-11-30", None), ("摸底", "2019-12-03", None)]
    assert "12月3日 摸底（李某）" in lin.sees()


async def test_a_bad_line_is_named_and_the_rest_kept(town: Town, lin: Resident) -> None:
    seen = await lin.says("分解 1-2", "11月底前 印发方案\n12月5日前\n2019年10月1日 动员\n12月6日 " + "很" * 120)
    assert (
        "1. 11月30日 印发方案\n没有加进去：\n“12月5日前”：没写做什么\n“2019年10月1日 动员”：日子已经过了\n“12月6日 很"
        in seen
    )
    assert "太长，请写在100字以内" in seen
    await lin.presses("提交")
    assert steps_stored(town) == [("印发方案", "2019-11-30", None)]


async def test_lines_of_which_none_is_a_step_are_asked_for_again(lin: Resident) -> None:
    seen = await lin.says("分解 1-2", "12月5日前")
    assert seen.startswith("“12月5日前”：没写做什么\n请改好再发。")
    assert "1. 12月5日 开会" in await lin.says("12月5日前 开会")


async def test_a_question_is_no_step(town: Town, lin: Resident) -> None:
    assert "分几步做？" in await lin.says("分解 1-2", "这个怎么写？")
    assert steps_stored(town) == [] and "1. 12月5日 开会" in await lin.says("12月5日 开会")


async def test_a_step_may_have_no_day(lin: Resident) -> None:
    assert "▫️ 2. 未定日子 建台账" in await divides(lin, "1-2", "建台账\n12月5日 开会")


async def test_at_the_check_lines_are_changed_left_out_and_added_in_words(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2", "11月底前 印发方案\n12月中旬 检查20家\n月底 总结")
    assert "2. 12月8日 检查20家" in await lin.says("第2步改到12月8日")
    seen = await lin.says("删掉第1步")
    assert "将加上 2 步" in seen and "印发方案" not in seen
    assert "3. 12月28日 回头看（林警官）" in await lin.says("12月28日 回头看 我")
    await lin.says("没问题")
    assert [words for words, _, _ in steps_stored(town)] == ["检查20家", "回头看", "总结"]


async def test_a_step_that_goes_is_not_changed_by_what_follows(lin: Resident) -> None:
    await lin.says("分解 1-2", "12月5日 摸排\n12月20日 收网\n1月10日 总结\n1月12日 开会")
    seen = await lin.says("第4步不要，第1步改为12月6日，最后一步改为1月15日")
    assert "将加上 3 步，请核对：\n1. 12月6日 摸排\n2. 12月20日 收网\n3. 2020年1月15日 总结\n" in seen


async def test_a_step_after_the_deadline_says_so(lin: Resident) -> None:
    assert "1. 2020年3月5日 总结 · 晚于任务期限" in await lin.says("分解 1-2", "2020年3月5日 总结")


async def test_steps_are_added_to_those_there_and_stand_by_their_days(lin: Resident) -> None:
    await divides(lin, "1-2", "12月中旬 检查20家")
    await lin.presses("添加步骤")
    assert "▫️ 1. 12月1日 开会\n▫️ 2. 12月20日 检查20家" in await lin.submits("12月1日 开会")


async def test_there_are_not_more_steps_than_can_be_shown(town: Town, lin: Resident) -> None:
    await lin.says("分解 1-2")
    assert (await lin.says("\n".join(f"12月5日 第{n}家" for n in range(31)))).startswith("一项任务最多分 30 步")
    assert steps_stored(town) == []


@pytest.mark.parametrize(
    "said",
    [
        "11月底前 6-7 先印方案 老李；12月10日再发通知 小王",
        "6-7 11月底前先印方案 老李；12月10日再发通知 小王",
        "6-7 11月底前先印方案 老李，12月10日再发通知 小王",
    ],
)
async def test_what_is_to_be_done_by_several_days_is_shown_as_steps(town: Town, lin: Resident, said: str) -> None:
    seen = await lin.says(said)
    assert "6-7 将加上 2 步，请核对：\n1. 11月30日 先印方案 老李\n2. 12月10日 再发通知 小王\n" in seen
    assert steps_stored(town) == []
    await lin.says("可以")
    assert [step[1] for step in steps_stored(town)] == ["2019-11-30", "2019-12-10"]


@pytest.mark.parametrize("said", ["6-7 11月20日开了会，12月5日培训", "6-7 60% 11月底前印方案；12月发通知"])
async def test_what_tells_what_was_done_beside_what_is_planned_is_a_report(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("填报 6-7 ")


async def test_a_wish_to_divide_asks_for_the_steps_and_reporting_is_no_step(lin: Resident) -> None:
    assert "分几步做？一步一行" in await lin.says("1-2想分几步走")
    await lin.says("取消")
    assert "将加上" not in await lin.says("1-2今天收网，明天报")
