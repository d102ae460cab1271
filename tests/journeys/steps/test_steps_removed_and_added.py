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
