"""What a liaison asks to pass on to somebody at the office is a note, and the office answers it in words."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["请转告陈主任 我下午不在", "麻烦告诉陈主任，我下午不在", "转告一下领导 我下午不在"])
async def test_what_is_to_be_relayed_is_no_leave(town: Town, lin: Resident, words: str) -> None:
    assert await lin.says(words) == "会告诉办公室：\n“我下午不在”"
    await lin.presses("告诉办公室")
    assert [row["text"] for row in town.rows("SELECT text FROM task_notes")] == ["我下午不在"]


@pytest.mark.parametrize("words", ["告诉办公室：链接打不开", "tell the office: the form link is broken"])
async def test_a_link_that_does_not_open_may_be_told_to_the_office(lin: Resident, words: str) -> None:
    told = words.replace(": ", "：").partition("：")[2]
    assert await lin.says(words) == f"会告诉办公室：\n“{told}”"


async def test_it_is_heard_while_something_else_is_asked(lin: Resident) -> None:
    await lin.says("免打扰")
    assert "会告诉办公室：\n“我下午不在”" in await lin.says("请转告陈主任 我下午不在")


async def test_the_office_asks_what_a_unit_said_and_answers_it(chen: Resident, lin: Resident) -> None:
    await lin.says("告诉办公室 1-2的经费没到")
    await lin.presses("告诉办公室")
    assert "“1-2的经费没到”" in await chen.says("市公安局说什么了")
    assert "市公安局会收到：" in await chen.says("告诉他 市里定的 先干着")
    await chen.presses("发给对方")
    assert "市公安局会收到：" not in await chen.says("告诉他 再等等")


@pytest.mark.parametrize("said", ["给陈主任带句话，请他周五来一趟", "跟陈主任捎个话 材料明天到"])
async def test_a_message_for_somebody_of_the_office_is_passed_on_with_the_name(
    lin: Resident, gu: Resident, said: str
) -> None:
    for each in (lin, gu):
        assert f"会告诉办公室：\n“{said}”" in await each.says(said)


@pytest.mark.parametrize("said", ["跟周科长说好了，1-2材料明天到", "给大家带个话"])
async def test_what_was_agreed_with_somebody_is_no_message(lin: Resident, said: str) -> None:
    assert "会告诉办公室" not in await lin.says(said)
