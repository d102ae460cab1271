"""A status that is asked for (帮我报个受阻), whatever else is said; the words that ask for it
are no part of the report."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def xiaoli(town: Town) -> Resident:
    return town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "还有那个执法力量的那个还没动呢人手不够区里编制批不下来你帮我报一下受阻",
            "还有那个执法力量的那个还没动呢人手不够区里编制批不下来",
        ),
        ("42-1还没开始呢，缺人，给我报个受阻吧", "还没开始呢，缺人"),
        ("帮我报42-1受阻，编制批不下来", "编制批不下来"),
        ("42-1人手不够报一下受阻", "人手不够"),
        ("42-1的编制没批下来，就报受阻", "编制没批下来"),
        ("四十二之一嗯那个编办说明年给批五个编制先算受阻吧", "编办说明年给批五个编制"),
        ("42-1先算受阻吧，编办说明年给批", "编办说明年给批"),
        ("mark 42-1 as blocked, no staff yet", "no staff yet"),
        ("42-1 受阻 编制没批 请办公室协调", "编制没批 请办公室协调"),
        ("42-1改成受阻，没人", "没人"),
        ("42-1 改为受阻：编制没批", "编制没批"),
        ("42-1\n受阻\n编制没批", "编制没批"),
        ("42-1，受阻，等省里批复，麻烦办公室出面协调", "等省里批复，麻烦办公室出面协调"),
    ],
)
async def test_blocked_is_reported_where_it_is_asked_for(town: Town, xiaoli: Resident, said: str, why: str) -> None:
    answer = await xiaoli.says(said)
    assert f"状态：受阻\n情况：（无）\n困难和需要的支持：{why}" in answer
    await xiaoli.presses("提交")
    assert [(row["status"], row["obstacle"]) for row in town.rows("SELECT * FROM reports")] == [("blocked", why)]


async def test_the_percent_stays_beside_the_status_asked_for(xiaoli: Resident) -> None:
    answer = await xiaoli.says("42-1 30%，编制没批，先报受阻吧")
    assert "状态：受阻\n进度：30%\n情况：（无）\n困难和需要的支持：编制没批" in answer


async def test_work_that_is_put_right_is_work_still(xiaoli: Resident) -> None:
    assert "状态：进行中\n进度：60%\n情况：整改进行中，60%" in await xiaoli.says("42-1 整改进行中，60%")


@pytest.mark.parametrize(
    "said", ["重新报 42-1 受阻", "42-1改成受阻", "帮我报一下42-1受阻", "把42-1报成受阻吧", "42-1 受阻"]
)
async def test_what_only_asks_for_a_status_is_no_obstacle(xiaoli: Resident, said: str) -> None:
    assert "卡在哪里、需要什么支持？" in await xiaoli.says(said)


async def test_a_status_asked_for_earlier_is_not_asked_for_now(xiaoli: Resident) -> None:
    assert "状态：进行中" in await xiaoli.says("42-1 上次报受阻了，现在好了，正常推进")


async def test_what_only_begs_the_office_is_a_note(xiaoli: Resident) -> None:
    assert "会告诉办公室" in await xiaoli.says("42-1 区里编制的事，请办公室协调")


@pytest.mark.parametrize(
    "said",
    ["请将“已完成”更正为“进行中”，进度80%", "把已完成更正为进行中，进度80%", "42-1请将“已完成”改为“进行中”，80%"],
)
async def test_one_status_put_in_the_place_of_another_leaves_no_note(xiaoli: Resident, said: str) -> None:
    await xiaoli.says("42-1已完成", "提交")
    assert "状态：进行中\n进度：80%\n情况：（无）" in await xiaoli.says(said)
