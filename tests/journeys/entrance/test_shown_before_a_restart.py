"""Messages about what was shown last mean the same after a restart in between."""

import pytest

from tests.journeys.announcing.announced import nudged
from tests.journeys.town import Resident, Town


async def test_the_list_is_narrowed_and_its_pages_are_turned(town: Town, chen: Resident) -> None:
    assert (await chen.says("所有任务")).startswith("共 255 项")
    await town.restart()
    assert "第 2/26 页" in await chen.says("下一页")
    await town.restart()
    assert (await chen.says("市场局的别列")).startswith("共 202 项 · 不含市市场监管局")
    await town.restart()
    assert "第 2/21 页" in await chen.says("下一页")


async def test_what_names_no_task_is_of_the_one_that_was_shown(town: Town, chen: Resident, lin: Resident) -> None:
    await nudged(town, chen, "公安局1-2")
    await town.restart()
    assert "进度：80%\n情况：还在审讯，到八成了" in await lin.says("还在审讯，到八成了")


@pytest.mark.parametrize("place", ["第2个", "第二个"])
async def test_a_line_of_the_list_is_named_by_its_place(town: Town, lin: Resident, place: str) -> None:
    await lin.says("我的任务")
    code = lin.buttons()[1].partition(" ")[0]
    await town.restart()
    assert code in await lin.says(place)


async def test_the_question_whether_to_give_up_is_answered_in_words(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    await lin.says("进行中", "取消")
    await town.restart()
    await lin.says("取消")
    assert not town.rows("SELECT 1 FROM drafts")


async def test_nothing_is_kept_of_whom_the_bot_forgets(town: Town, lin: Resident) -> None:
    await lin.says("我的任务")
    assert len(town.rows("SELECT 1 FROM last_shown JOIN people ON people.id = person_id WHERE name = '林警官'")) == 1
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    assert not town.rows("SELECT 1 FROM last_shown")


async def test_the_report_that_was_made_is_put_right(town: Town, lin: Resident) -> None:
    await lin.says("1-2 50% 走访企业五家")
    await lin.presses("提交")
    await town.restart()
    assert "1-2" in await lin.says("改一下刚才的")
    assert lin.buttons() == ["撤回", "更正"]
