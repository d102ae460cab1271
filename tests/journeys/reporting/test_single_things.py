"""A counter without a number counts one thing (抓了个人), unless it counts nothing that indicators do (抓了个正着)."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("抓了个人", "抓获人数 1 人"),
        ("端了个窝点", "捣毁窝点数 1 个"),
        ("立了个案，端了个点", "立案件数 1 件，捣毁窝点数 1 个"),
    ],
)
async def test_one_thing_is_counted_without_its_number(lin: Resident, said: str, figures: str) -> None:
    assert f"情况：（无）\n统计数据：{figures}" in await lin.says(f"1-2 60% {said}")


async def test_what_counts_nothing_stays_in_the_note(lin: Resident) -> None:
    assert "统计数据" not in await lin.says("1-2 60% 查了个遍，抓了个正着，立了个规矩")


async def test_about_a_hundred_is_no_exact_number(lin: Resident) -> None:
    assert "不计入统计的：查了百来家" in await lin.says("1-2 60% 查了百来家")


async def test_one_thing_more_is_added_to_the_report_just_made_in_the_words_written(lin: Resident) -> None:
    await lin.submits("1-2完成60%，立案12件")
    assert "情况：对了还端了个窝点\n统计数据：立案件数 12 件，捣毁窝点数 1 个" in await lin.says("对了还端了个窝点")
    assert "抓获人数 1 人" in await lin.says("还抓了个人")
