"""A question about a task that its card does not answer can be passed on to the office below the card."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def wen(town: Town) -> Resident:
    """Return the liaison of 市文化和旅游局."""
    return town.member(1011, "文老师", "市文化和旅游局", Role.LIAISON)


@pytest.mark.parametrize(
    "words",
    [
        "5-1 要不要发文？",
        "5-1 办公室 请问这个机制要不要发文",
        "想请教一下 5-1 的机制是不是要联合发文",
        "5-1 里面的数据算不算",
        "5-1 要是报完成 要什么材料",
        "5-1 跨区的也要签字吗",
        "does 5-1 need a joint notice?",
    ],
)
async def test_it_goes_to_the_office_as_it_was_asked(town: Town, wen: Resident, chen: Resident, words: str) -> None:
    assert (await wen.says(words)).startswith("5-1 线索通报案件移送机制\n")
    assert wen.buttons() == ["报进展", "申请延期", "分解", "填报记录", "告诉办公室"]
    shown = await wen.presses("告诉办公室")
    assert shown.startswith("还没发出。核对后请点“告诉办公室”，办公室才会看到。\n\n会告诉办公室：\n")
    assert shown.endswith(f"\n5-1 线索通报案件移送机制\n“{words}”")
    assert "已告诉办公室" in await wen.presses("告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == f"市文化和旅游局 文老师反映 5-1 线索通报案件移送机制：\n“{words}”"
    await chen.presses("回复")
    await chen.says("要，年底前发")
    await chen.presses("发给对方")
    await town.move_to("2019-11-25 08:32")
    assert "“要，年底前发”" in wen.sees()


@pytest.mark.parametrize(
    "words",
    [
        "5-1",
        "看看5-1",
        "5-1 怎么样了？",
        "5-1 是什么",
        "5-1由哪些单位负责",
        "5-1还差多少天？",
        "5-1做完了吗",
        "when is 5-1 due?",
        "who is in charge of 5-1?",
    ],
)
async def test_what_the_card_answers_is_not_offered_to_the_office(wen: Resident, words: str) -> None:
    assert (await wen.says(words)).startswith("5-1 线索通报案件移送机制\n")
    assert wen.buttons() == ["报进展", "申请延期", "分解", "填报记录"]


async def test_the_office_and_other_units_are_offered_nothing(wen: Resident, lin: Resident, chen: Resident) -> None:
    await chen.says("5-1 要不要发文？")
    assert "告诉办公室" not in chen.buttons()
    assert "不是您单位的任务" in await lin.says("5-1 要不要发文？")
    assert lin.buttons() == []
