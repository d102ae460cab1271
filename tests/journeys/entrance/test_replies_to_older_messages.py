"""A reply to an older message of the bot about one task means that task, not the newest one."""

import pytest

from tests.journeys.town import Resident


async def older_and_newer(lin: Resident) -> int:
    """Report on 1-2 and then on 2-3; return the message about the older one."""
    await lin.submits("1-2 60% 立案12件")
    older = lin.last().message_id
    await lin.submits("2-3 50% 破案3起")
    return older


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("这个改成70%", "进度：70%"),
        ("不是12件是15件", "立案件数 15 件"),
        ("改成受阻 检测机构不接", "状态：受阻"),
    ],
)
async def test_what_is_put_right_in_a_reply_is_of_its_task(lin: Resident, said: str, shown: str) -> None:
    answer = await lin.says(said, reply_to=await older_and_newer(lin))
    assert "填报 1-2 昆仑行动打食药环犯罪" in answer and shown in answer


async def test_what_is_withdrawn_in_a_reply_is_of_its_task(lin: Resident) -> None:
    answer = await lin.says("撤回", reply_to=await older_and_newer(lin))
    assert "1-2 昆仑行动打食药环犯罪" in answer and "2-3" not in answer


async def test_a_reply_that_names_a_task_or_none_means_what_it_says(lin: Resident) -> None:
    older = await older_and_newer(lin)
    assert "填报 2-3" in await lin.says("2-3 60%", reply_to=older)
    await lin.presses("提交")
    assert (await lin.says("我的任务", reply_to=older)).startswith("共 8 项")
