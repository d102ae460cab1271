"""One message removes some steps and adds another."""

import pytest

from tests.journeys.town import Resident

FOUR = "摸底排查 12月20日\n制定方案 12月30日\n集中检查 1月15日\n总结 2月10日"


@pytest.mark.parametrize(
    "said",
    [
        "第三第四步不要，再加一步验收 1月20日",
        "把第3、4步删掉，加一步：验收，1月20日",
        "第3步和第4步不要了，最后加一步验收1月20日",
    ],
)
async def test_steps_go_and_one_comes(lin: Resident, said: str) -> None:
    answer = await lin.says("分解 1-2", FOUR, said)
    assert "1-2 将加上 3 步，请核对：\n1. 12月20日 摸底排查\n2. 12月30日 制定方案\n3. 2020年1月20日 验收\n" in answer


@pytest.mark.parametrize("said", ["中间加一步印教材 1月8号", "另外再加一步印教材1月8日"])
async def test_words_for_where_a_step_goes_are_no_part_of_it(lin: Resident, said: str) -> None:
    assert "5. 2020年1月8日 印教材" in await lin.says("分解 1-2", FOUR, said)


@pytest.mark.parametrize("said", ["删掉3和4，再加一步 1月20日 验收", "3、4不要了，再加一步 1月20日 验收"])
async def test_bare_numbers_are_steps_beside_words_for_leaving_out(lin: Resident, said: str) -> None:
    answer = await lin.says("分解 1-2", FOUR, said)
    assert "1-2 将加上 3 步，请核对：\n1. 12月20日 摸底排查\n2. 12月30日 制定方案\n3. 2020年1月20日 验收\n" in answer


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("第一步改到22号老王负责", "1. 12月22日 摸底排查（老王）"),
        ("第1步推到12月22号，小张去办", "1. 12月22日 摸底排查（小张）"),
        ("第3步改到18号", "3. 2020年1月18日 集中检查"),
    ],
)
async def test_a_step_gets_another_day_and_person(lin: Resident, said: str, step: str) -> None:
    answer = await lin.says("分解 1-2", FOUR, said)
    assert "1-2 将加上 4 步" in answer
    assert step in answer
