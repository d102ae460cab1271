"""Sentences that are only about the files of a report: to attach them, or that they belong to another task."""

import pytest

from tests.journeys.files_sent import PHOTO
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("said", ["36-4 attach this", "36-4 upload this photo please"])
async def test_an_order_to_attach_is_no_note(grace: Resident, said: str) -> None:
    assert "How does it stand?" in await grace.says(said)


async def test_an_order_to_attach_is_no_note_in_chinese_either(lin: Resident) -> None:
    assert "现在是什么状态？" in await lin.says("1-2 附上")


async def test_what_tells_more_than_the_order_stays_a_note(lin: Resident) -> None:
    assert "附上总结一份" in await lin.says("6-7 进行中 附上总结一份")


@pytest.mark.parametrize("said", ["这照片发错了 是1-9的", "照片传错了，应该是1-9", "发错了 是1-9的"])
async def test_a_photo_for_the_wrong_task_is_moved_before_anything_is_told(
    zhou: Resident, town: Town, said: str
) -> None:
    await zhou.does(lambda: town.world.send_photo(zhou.id, PHOTO, "1-8现场"))
    assert (await zhou.says(said)).startswith("改报 1-9，")
    assert "1-8现场" in await zhou.says("进行中", "70", "跳过", "跳过")


async def test_a_report_that_tells_more_is_not_moved_with_its_photo(zhou: Resident, town: Town) -> None:
    await zhou.says("1-8 立案5件 60%")
    await zhou.does(lambda: town.world.send_photo(zhou.id, PHOTO, ""))
    assert "改报" not in await zhou.says("这照片发错了 是1-9的")
