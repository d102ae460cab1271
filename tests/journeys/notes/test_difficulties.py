"""The office answers what blocks a unit's work: from the task's card, or in words."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

ANSWER = "办公室回复了您单位反映的 1-2 昆仑行动打食药环犯罪：\n“明天派人来”\n原话：“缺人手，请办公室协调”"
NOTES = "SELECT text, answer FROM task_notes"


async def test_a_difficulty_is_answered_from_the_card_and_the_answer_is_kept(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    assert "还没有回复您单位2019年11月25日写的：\n“缺人手，请办公室协调”" in await lin.says("办公室回了吗")
    await chen.says("1-2")
    assert await chen.presses("答复市公安局的困难") == "怎么回复市公安局？请写一两句话。"
    assert await chen.says("明天派人来") == f"市公安局会收到：\n{ANSWER}"
    assert not town.rows(NOTES)
    assert await chen.presses("发给对方") == "已回复市公安局。"
    await town.app.ticker.tick()
    assert ANSWER in lin.sees() and ANSWER in await lin.says("办公室回了吗")
    assert [tuple(row.values()) for row in town.rows(NOTES)] == [("缺人手，请办公室协调", "明天派人来")]
    assert "回复单位反映 1-2 市公安局" in await chen.says("/audit 1-2")


async def test_the_answer_goes_to_who_reported_or_to_the_unit_once_they_are_gone(
    town: Town, lin: Resident, chen: Resident
) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    await chen.says("回复1-2：明天派人来")
    await chen.presses("发给对方")
    await town.app.ticker.tick()
    assert ANSWER in lin.sees() and not any(ANSWER in each for each in wang.heard())
    await chen.says("移除林警官")
    await chen.presses("移除")
    await chen.says("回复1-2：后天也来")
    await chen.presses("发给对方")
    await town.app.ticker.tick()
    assert "“后天也来”" in wang.sees() and "后天" not in lin.sees()


@pytest.mark.parametrize(
    "said",
    [
        "回复1-2：明天派人来",
        "答复公安局1-2的困难：明天派人来",
        "1-2那个受阻 跟公安局说明天派人来",
        "1-2卡在哪 回他一句 明天派人来",
        "1-2 告诉他们明天派人来",
        "1-2的事 跟林警官说一声 明天派人来",
    ],
)
async def test_a_difficulty_is_answered_in_words(lin: Resident, chen: Resident, said: str) -> None:
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    assert await chen.says(said) == f"市公安局会收到：\n{ANSWER}"


async def test_what_is_not_blocked_any_more_has_no_difficulty_to_answer(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    await chen.says("1-2")
    await lin.submits("1-2 60% 人手到了")
    assert "按钮" in await chen.presses("答复市公安局的困难")
    assert "会收到" not in await chen.says("回复1-2：明天派人来")


async def test_who_answers_after_a_colleague_is_shown_that_answer_before_it_goes_out(
    town: Town, lin: Resident, chen: Resident
) -> None:
    ding = town.member(1011, "丁主任", None, Role.COORDINATOR)
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    await ding.says("回复1-2：请报书面材料")
    await chen.says("回复1-2：明天派人来")
    await chen.presses("发给对方")
    assert "陈主任已经回复过：“明天派人来”\n市公安局会收到：" in await ding.presses("发给对方")
    assert [row["answer"] for row in town.rows(NOTES)] == ["明天派人来"]


@pytest.mark.parametrize("said", ["1-2 我跟厅里说过了 明天派人来 回复林警官", "1-2 明天派人来，告诉公安局"])
async def test_who_is_answered_may_be_said_at_the_end(lin: Resident, chen: Resident, said: str) -> None:
    await lin.submits("1-2 受阻 30% 缺人手，请办公室协调")
    shown = await chen.says(said)
    assert "市公安局会收到" in shown and "明天派人来”\n原话：“缺人手，请办公室协调”" in shown
    await chen.says("取消", "不要了")
    assert "改期限：1-2" in await chen.says("1-2 期限改到12月20日 告诉公安局")


async def test_a_unit_is_answered_in_words_that_begin_with_say(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("告诉办公室 1-2不归我们管", "告诉办公室")
    await town.move_to("2019-11-25 08:40")
    assert "“1-2就是他们牵头 照报就行”" in await chen.says("公安局那条回他一下 说1-2就是他们牵头 照报就行")
