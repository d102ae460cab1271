"""Two reports that are on each other's tasks change places in words."""

import pytest

from tests.journeys.files_sent import PHOTO
from tests.journeys.town import Resident, Town

REPORTED = ("1-8 75%，立案3件，已走访12家商户", "提交", "1-9 60%，立案5件", "提交")


@pytest.mark.parametrize(
    "said",
    [
        "1-8和1-9报反了",
        "刚才1-8 1-9 写反了 对调一下",
        "1-8 1-9搞混了，换过来",
        "写反了 对调一下",
        "刚才的两份填反了",
        "swap 1-8 and 1-9",
    ],
)
async def test_two_reports_change_places_with_their_figures_and_notes(zhou: Resident, said: str) -> None:
    await zhou.says(*REPORTED)
    of_1_8, of_1_9 = (await zhou.says(said)).split("填报 ")[1:]
    assert "进度：60%\n情况：（无）\n统计数据：立案件数 5 件" in of_1_8
    assert "进度：75%\n情况：" in of_1_9 and "已走访12家商户" in of_1_9 and "立案件数 3 件" in of_1_9


async def test_the_old_reports_are_replaced(zhou: Resident, town: Town) -> None:
    await zhou.says(*REPORTED, "1-8和1-9报反了")
    assert (await zhou.presses("全部提交")).startswith("已提交 ✓")
    left = town.rows("SELECT percent, replaces FROM reports ORDER BY id DESC LIMIT 2")
    assert {each["percent"] for each in left} == {60, 75} and all(each["replaces"] for each in left)


async def test_files_change_places_too(zhou: Resident, town: Town) -> None:
    await zhou.says("1-8 75%")
    await zhou.does(lambda: town.world.send_photo(zhou.id, PHOTO, ""))
    await zhou.says("提交", "1-9 60%", "提交")
    of_1_8, of_1_9 = (await zhou.says("1-8和1-9报反了")).split("填报 ")[1:]
    assert "佐证材料" not in of_1_8 and "佐证材料：照片" in of_1_9


@pytest.mark.parametrize("said", ["1-8和1-9的进度对调了", "把1-8和1-9的百分比对调一下"])
async def test_only_the_percents_change_places(zhou: Resident, said: str) -> None:
    await zhou.says(*REPORTED)
    of_1_8, of_1_9 = (await zhou.says(said)).split("填报 ")[1:]
    assert "进度：60%\n" in of_1_8 and "已走访12家商户" in of_1_8 and "立案件数 3 件" in of_1_8
    assert "进度：75%\n" in of_1_9 and "立案件数 5 件" in of_1_9


@pytest.mark.parametrize("said", ["1-8 1-9 立案反了", "1-8和1-9的立案数填反了"])
async def test_only_a_figure_changes_places(zhou: Resident, said: str) -> None:
    await zhou.says(*REPORTED)
    of_1_8, of_1_9 = (await zhou.says(said)).split("填报 ")[1:]
    assert "进度：75%\n" in of_1_8 and "立案件数 5 件" in of_1_8
    assert "进度：60%\n" in of_1_9 and "立案件数 3 件" in of_1_9


async def test_nothing_changes_places_where_nothing_was_reported(zhou: Resident) -> None:
    assert "提交" not in await zhou.says("1-8和1-9的进度弄反了")


async def test_other_things_that_change_places_are_no_swap(zhou: Resident) -> None:
    await zhou.says(*REPORTED)
    assert "对调如下" not in await zhou.says("1-8和1-9的联络员对调了")
