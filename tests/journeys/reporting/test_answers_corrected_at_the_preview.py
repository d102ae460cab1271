"""At the preview, an answer can be corrected by naming it, and the words for that do not get into the report."""

import pytest

from tests.journeys.town import Resident, Town


async def to_the_preview(lin: Resident) -> None:
    await lin.says("2-3 60%，开了会")


async def test_a_task_said_to_be_blocked_has_its_obstacle_asked(lin: Resident) -> None:
    await to_the_preview(lin)
    assert "卡在哪里" in await lin.says("状态改成受阻")
    preview = await lin.says("缺检验报告")
    assert "状态：受阻" in preview and "困难和需要的支持：缺检验报告" in preview and "改成" not in preview


@pytest.mark.parametrize(
    "said", ["情况改成：又开了会", "情况改为又开了会", "请把情况改成 又开了会", "change note to: 又开了会"]
)
async def test_the_note_is_what_follows(lin: Resident, said: str) -> None:
    await to_the_preview(lin)
    assert "情况：又开了会\n" in await lin.says(said) + "\n"
    assert "提交" in lin.buttons() and "改" not in lin.sees().partition("提交")[0]


async def test_several_answers_are_put_right_at_once(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = await lin.says("进度改为75%，情况改为又开了会，查了三家")
    assert "进度：75%" in preview and "情况：又开了会，查了三家" in preview and "改为" not in preview


async def test_the_name_of_the_question_is_no_part_of_its_answer(lin: Resident) -> None:
    await lin.begins("2-3", "进行中")
    await lin.says("60", "情况：开了会")
    await lin.presses("直接核对")
    assert "情况：开了会" in lin.sees() and "情况：情况" not in lin.sees()


@pytest.mark.parametrize("said", ["change progress to 70%", "change it to 70%"])
async def test_progress_is_put_right_in_english(lin: Resident, said: str) -> None:
    await to_the_preview(lin)
    preview = await lin.says(said)
    assert "进度：70%" in preview and "change" not in preview


async def test_a_value_that_is_none_leaves_the_report(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = await lin.says("进度改成很多")
    assert "进度：60%" in preview and "改成很多" not in preview.partition("请核对")[2]


@pytest.mark.parametrize("said", ["困难：缺设备", "存在问题：缺设备", "obstacle: 缺设备"])
async def test_what_is_named_as_the_obstacle_is_never_lost_and_blocks_nothing_by_itself(
    town: Town, lin: Resident, said: str
) -> None:
    assert f"状态：进行中\n进度：60%\n情况：{said}" in await lin.says("1-2 60%", said)
    shown = await lin.says("改成受阻，没人", said)
    assert "状态：受阻" in shown and "困难和需要的支持：" in shown and shown.count("缺设备") == 2
    await lin.presses("提交")
    assert town.rows("SELECT status, note, obstacle FROM reports") == [
        {"status": "blocked", "note": said, "obstacle": "没人\n缺设备"}
    ]


@pytest.mark.parametrize("said", ["困难：无", "存在问题：暂无", "difficulties: none"])
async def test_work_that_nothing_obstructs_is_not_blocked(lin: Resident, said: str) -> None:
    shown = await lin.says("1-2 60%", said)
    assert f"状态：进行中\n进度：60%\n情况：{said}" in shown
