"""What a liaison says that only the office can do is offered to be passed on."""

import pytest

from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("certain")


async def test_a_disputed_deadline_is_passed_on_to_the_office(town: Town, zhou: Resident, chen: Resident) -> None:
    said = "43-5的期限不对，文件上写的是12月底"
    assert (await zhou.says(said)).startswith("会告诉办公室：\n43-5 ") and f"“{said}”" in zhou.sees()
    await zhou.presses("告诉办公室")
    assert [row["text"] for row in town.rows("SELECT text FROM task_notes")] == [said]


@pytest.mark.parametrize("said", ["有哪些等事件的任务", "等哪些事件", "事件"])
async def test_the_events_that_deadlines_wait_for_are_a_page(chen: Resident, said: str) -> None:
    assert "2 件事有任务在等：" in await chen.says(said)
