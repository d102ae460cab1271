"""Who is not on the list is said not to be."""

from tests.journeys.town import Resident


async def test_who_is_not_in_the_unit_is_said_not_to_be_found(chen: Resident, zhou: Resident) -> None:
    shown = await chen.says("市场局那个小李调走了")
    assert shown.startswith("名单里没找到您说的人。市市场监管局登记的人在下面。") and "周科长" in shown


async def test_the_office_has_its_coordinators(chen: Resident) -> None:
    shown = await chen.says("打假办那个小李调走了")
    assert "没找到您说的人" in shown and "陈主任" in shown and "还没有人" not in shown


async def test_a_role_without_a_name_only_shows_who_is_there(chen: Resident, zhou: Resident) -> None:
    shown = await chen.says("市农业农村局的联络员调走了")
    assert "没找到" not in shown and "市农业农村局" in shown
