"""Whoever stands on the list for the wrong unit is moved to the right one, by a button or in words; what was begun for
the former unit stays there, and it can be taken back."""

import pytest

from data.people.people import Role, hearers
from data.plan.units import find_unit
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town

UNIT_OF = """SELECT units.name AS unit, role FROM memberships JOIN units ON units.id = unit_id
JOIN people ON people.id = person_id WHERE people.name = ?"""


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("林警官是海关的，不是公安局的", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官不是公安局的，是海关的", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("把林警官换到武汉海关", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官的单位改成海关", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官的单位弄错了", "林警官现在是市公安局联络员。应该是哪个单位的？请写单位名。"),
        ("林警官不是公安局的", "林警官现在是市公安局联络员。应该是哪个单位的？请写单位名。"),
        ("林警官 belongs to 海关", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官 is with 武汉海关, not 市公安局", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官 works for 武汉海关, not 市公安局", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官 is now with 武汉海关", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官现在在武汉海关，不在市公安局了", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官去武汉海关了", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官调到武汉海关了", "林警官：市公安局联络员 → 武汉海关联络员。"),
        ("林警官去武汉海关开会", "林警官\n市公安局 联络员\n"),
        ("林警官去武汉海关了吗", "林警官\n市公安局 联络员\n"),
        ("林警官改成观察员", "角色不能直接改：先点“移除”"),
        ("林警官在武汉海关吗", "林警官\n市公安局 联络员\n"),
        ("公安局的林警官", "林警官\n市公安局 联络员\n"),
        ("林警官是公安局的吗", "林警官\n市公安局 联络员\n"),
    ],
)
async def test_the_office_says_of_which_unit_somebody_is(
    town: Town, chen: Resident, lin: Resident, said: str, shown: str
) -> None:
    assert (await chen.says(said)).startswith(shown)
    assert town.rows(UNIT_OF, "林警官") == [{"unit": "市公安局", "role": "liaison"}]


async def test_what_was_begun_stays_with_the_former_unit_until_it_is_taken_back(
    town: Town, chen: Resident, lin: Resident, nong: Resident
) -> None:
    await lin.begins("1-2", "进行中")
    await chen.says("林警官")
    await chen.presses("换单位")
    preview = await chen.says("海关")
    assert preview.startswith("林警官：市公安局联络员 → 武汉海关联络员。") and "没填完的 1 份（1-2）" in preview
    assert "林警官：市公安局联络员 → 市农业农村局联络员。" in await chen.says("应该是农业局")
    assert (await chen.presses("换单位")) == "已更正：林警官现在是市农业农村局联络员。"
    await town.move_to("2019-11-25 08:31")
    assert lin.sees().startswith("办公室更正了您的单位，您现在是：市农业农村局联络员。")
    assert "这项任务现在不由您的单位负责" in await lin.says("继续填报")
    assert "更正单位 林警官" in await chen.says("/audit")
    assert "更正单位：林警官" in await chen.says("撤销")
    await chen.presses("撤销")
    await town.move_to("2019-11-25 08:32")
    assert lin.sees().startswith("办公室更正了您的单位，您现在是：市公安局联络员。")
    assert "完成了百分之几" in await lin.says("继续填报")
    assert town.rows(UNIT_OF, "林警官") == [{"unit": "市公安局", "role": "liaison"}]


async def test_whoever_follows_in_the_former_unit_takes_over_and_the_moved_one_in_the_new(
    town: Town, chen: Resident, lin: Resident, nong: Resident
) -> None:
    await lin.begins("1-2", "进行中")
    await nong.begins("1-3", "进行中")
    await chen.says("移除农科长")
    await chen.presses("移除")
    await chen.says("林警官是农业局的，不是公安局的", "好")
    drafts = "SELECT people.name, code FROM drafts JOIN people ON people.id = person_id JOIN assignments"
    drafts += " ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY code"
    assert town.rows(drafts) == [{"name": "林警官", "code": "1-2"}, {"name": "林警官", "code": "1-3"}]
    newcomer = town.newcomer(1099, "路人")
    invited = await chen.says("/invite 公安局 路人")
    await newcomer.says(f"/start {invited.rpartition('?start=')[2]}")
    assert town.rows(drafts) == [{"name": "路人", "code": "1-2"}, {"name": "林警官", "code": "1-3"}]


async def test_who_left_the_notices_to_a_deputy_hears_them_in_the_new_unit(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await lin.says("/deputy")
    await lin.presses("提醒只发给B角")
    await chen.says("林警官是海关的，不是公安局的", "好")
    town.member(1031, "关科长", "武汉海关", Role.LIAISON)
    assert "林警官" in [each.name for each in hearers(town.db, find_unit(town.db, "武汉海关").id, town.today())]


async def test_nobody_but_the_office_moves_anybody(town: Town, lin: Resident, zhou: Resident) -> None:
    await zhou.says("林警官是海关的，不是公安局的")
    assert "办公室" in await zhou.forges("people:move:1")
    assert town.rows(UNIT_OF, "林警官") == [{"unit": "市公安局", "role": "liaison"}]


async def test_the_menu_that_is_set_anew_is_that_of_the_person_moved(town: Town, chen: Resident, lin: Resident) -> None:
    town.db.change("UPDATE memberships SET id = 900 WHERE person_id = (SELECT id FROM people WHERE name = '林警官')")
    unset = town.world.menu(lin.id)
    await chen.says("林警官是海关的，不是公安局的")
    assert await chen.presses("换单位") == "已更正：林警官现在是武汉海关联络员。"
    assert town.world.menu(lin.id) != unset


async def test_it_is_taken_back_for_a_deputy_whose_liaison_has_deleted_the_registration(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    await chen.says("路人是海关的，不是公安局的", "好")
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    await chen.says("撤销")
    assert (await chen.presses("撤销")).startswith("已撤销：")
    assert town.rows(UNIT_OF, "路人") == [{"unit": "市公安局", "role": "deputy"}]
