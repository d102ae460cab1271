"""An invitation that was wrong is put right before and just after its link was made, and the wrong link ends."""

import pytest

from tests.journeys.town import Resident, Town

VOIDS = "生成新链接后，刚才发的链接只要还没用过就作废。"
LINKS = """SELECT ifnull(units.name, '') AS unit, invites.name, role FROM invites
LEFT JOIN units ON units.id = unit_id WHERE used_at IS NULL"""


def links(town: Town) -> list[tuple[str, str, str]]:
    return [(row["unit"], row["name"], row["role"]) for row in town.rows(LINKS)]


PUT_RIGHT = [
    ("邀请错了 是市卫健委的", ("市卫生健康委", "张三", "liaison"), "市卫生健康委 张三：联络员"),
    ("不对，是市卫健委的", ("市卫生健康委", "张三", "liaison"), "市卫生健康委 张三：联络员"),
    ("单位写错了，是市卫健委", ("市卫生健康委", "张三", "liaison"), "市卫生健康委 张三：联络员"),
    ("不对，应该是B角", ("市商务局", "张三", "deputy"), "市商务局 张三：B角"),
]


@pytest.mark.parametrize(("said", "made", "shown"), PUT_RIGHT)
async def test_a_link_just_made_is_replaced(
    town: Town, chen: Resident, said: str, made: tuple[str, str, str], shown: str
) -> None:
    await chen.says("邀请张三 市商务局的")
    await chen.presses("生成链接")
    checked = await chen.says(said)
    assert f"要邀请 1 人：\n· {shown}\n{VOIDS}" in checked
    assert links(town) == [("市商务局", "张三", "liaison")]
    await chen.presses("生成链接")
    assert links(town) == [made]


@pytest.mark.parametrize(("said", "made", "shown"), PUT_RIGHT[:3])
async def test_it_is_put_right_before_there_is_a_link(
    town: Town, chen: Resident, said: str, made: tuple[str, str, str], shown: str
) -> None:
    await chen.says("邀请张三 市商务局的")
    checked = await chen.says(said)
    assert f"要邀请 1 人：\n· {shown}" in checked and VOIDS not in checked and "继续" not in checked


async def test_of_several_none_is_replaced(town: Town, chen: Resident) -> None:
    await chen.says("邀请市商务局张三，市公安局李五")
    await chen.presses("生成链接")
    assert VOIDS not in await chen.says("邀请错了 是市卫健委的")
    assert len(links(town)) == 2


async def test_a_second_hand_is_a_deputy(town: Town, chen: Resident) -> None:
    assert "· 市公安局 李四：B角" in await chen.says("给市公安局加个副手 李四")
