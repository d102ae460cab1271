"""Removing a person: confirmed once, effective at once, undone within a day."""

from datetime import timedelta

import pytest

from data.people.people import Role, add_membership, ensure_coordinators, hearers, who_is
from data.plan.units import find_unit
from handlers.entrance.texts.access import STRANGER
from tests.journeys.town import Resident, Town


async def _removed(chen: Resident, name: str = "林警官") -> str:
    await chen.says(f"移除{name}")
    return await chen.presses("移除")


@pytest.mark.parametrize("words", ["移除林警官", "林警官调走了", "林警官退休了，不做联络员了", "remove 林警官"])
async def test_it_is_asked_before_anybody_is_removed(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    question = await chen.says(words)
    assert question.startswith("要移除林警官吗？身份：市公安局联络员。")
    assert who_is(town.db, lin.id, town.today()) is not None
    assert "已移除林警官（市公安局联络员）" in await chen.presses("移除")
    assert who_is(town.db, lin.id, town.today()) is None


async def test_it_is_begun_on_the_persons_page_and_can_be_left(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("/people")
    assert "要移除林警官吗" in await chen.presses("林警官", "移除")
    await chen.presses("取消")
    assert who_is(town.db, lin.id, town.today()) is not None


async def test_who_was_removed_has_no_access_from_the_next_word_on_and_hears_of_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.begins("1-2", "进行中")
    question = lin.last()
    assert "没填完的 1 份（1-2）留给接任的人。" in await chen.says("移除林警官")
    await chen.presses("移除")
    assert await lin.says("80") == str(STRANGER("zh"))
    assert "只对已登记的人员开放" in await lin.presses("上一步", on=question)
    await town.move_to("2019-11-25 08:31")
    assert lin.sees().startswith("办公室更新了名单：您不再担任市公安局联络员")
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]


async def test_what_was_begun_goes_to_whoever_comes_next(lin: Resident, chen: Resident, stranger: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("80")
    await _removed(chen)
    link = (await chen.says("/invite 市公安局")).rpartition("?start=")[2]
    welcome = await stranger.says(f"/start {link}")
    assert "前任没填完的 1 份已转给您：1-2。" in welcome
    assert "做了哪些" in await stranger.says("继续填报")
    await stranger.says("立案两起")
    assert "已提交" in await stranger.hands_in()


async def test_a_successor_hears_what_was_returned_and_what_waits(town: Town, chen: Resident) -> None:
    nong = town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    await nong.says("29-4申请延到12月20号 补材料", "提交", "43-1 培训办完了 210人次", "提交")
    await chen.says("43-1退回 培训通知没附", "退回", "农业农村局联络员换人 农科长退休了 新来的田芳")
    link = (await chen.presses("换人")).rpartition("?start=")[2]
    tian = town.newcomer(1099, "田芳")
    left = await tian.says(f"/start {link}")
    assert left.splitlines()[-2:] == ["被退回、还没重新报的：43-1。", "已申请延期、等办公室答复的：29-4。"]
    assert "退回原因：培训通知没附" in await tian.says("退回的有哪些 为啥退")
    await tian.says("29-4延期撤了吧 我这边直接报完成 五月就做了")
    assert "状态：已完成" in await tian.presses("撤回申请")
    assert any("已撤回 29-4 的延期申请" in each.text for each in tian.messages())


async def test_a_removal_is_undone_within_a_day(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.begins("1-2")
    await _removed(chen)
    assert "已撤销，林警官仍是：市公安局联络员。" in await chen.presses("撤销")
    assert (
        await chen.forges("people:undo:1") or chen.sees()
    ) == "已经撤销过了，这次没有再改：\n移除林警官（市公安局联络员）"
    await town.move_to("2019-11-25 08:31")
    assert "办公室恢复了您的身份" in lin.sees()
    assert (await lin.says("我的任务")).startswith("共 8 项")
    assert len(town.rows("SELECT * FROM drafts")) == 1


async def test_who_is_back_hears_the_notices_if_the_deputy_has_gone_meanwhile(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    await lin.says("/deputy")
    await lin.presses("提醒只发给B角")
    await _removed(chen)
    taken_back = chen.last()
    await _removed(chen, "路人")
    await chen.presses("撤销", on=taken_back)
    town.member(1012, "董警官", "市公安局", Role.LIAISON)
    assert "林警官" in [each.name for each in hearers(town.db, find_unit(town.db, "市公安局").id, town.today())]


async def test_a_deputy_is_given_back_though_their_liaison_has_deleted_the_registration(
    lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    await _removed(chen, "路人")
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    await chen.says("撤销")
    assert "已撤销，路人仍是：市公安局B角。" in await chen.presses("撤销")
    assert (await stranger.says("我的任务")).startswith("共 8 项")


@pytest.mark.parametrize("words", ["撤销", "恢复林警官"])
async def test_who_is_brought_back_in_words_has_their_menu_again(
    town: Town, lin: Resident, chen: Resident, words: str
) -> None:
    await lin.says("/start")
    before = town.world.menu(lin.id)
    await _removed(chen)
    assert town.world.menu(lin.id) != before
    await chen.says(words)
    assert "已撤销，林警官仍是：市公安局联络员。" in await chen.presses("撤销")
    assert town.world.menu(lin.id) == before


async def test_a_day_later_it_is_too_late_to_undo(town: Town, lin: Resident, chen: Resident) -> None:
    await _removed(chen)
    undo = next(each.callback_data or "" for each in chen.last().buttons if each.text == "撤销")
    town.clock.moment += timedelta(days=1, minutes=1)
    assert "已经超过一天" in await chen.forges(undo)
    assert who_is(town.db, lin.id, town.today()) is None


async def test_a_name_that_means_two_is_asked_about_and_nobody_is_removed(
    town: Town, lin: Resident, chen: Resident
) -> None:
    other = town.member(1031, "林警官", "武汉海关", Role.LIAISON)
    assert "您指的是哪一位？" in await chen.says("林警官调走了")
    assert chen.buttons() == ["林警官 市公安局", "林警官 武汉海关", "全部名单", "取消"]
    assert "武汉海关联络员" in await chen.presses("林警官 武汉海关")
    await chen.presses("移除")
    assert who_is(town.db, other.id, town.today()) is None
    assert who_is(town.db, lin.id, town.today()) is not None


async def test_a_name_that_nobody_has_shows_the_list(town: Town, lin: Resident, chen: Resident) -> None:
    assert "名单里没找到您说的人" in await chen.says("张三调走了")
    assert town.rows("SELECT * FROM removals") == []


async def test_of_several_roles_one_can_go(town: Town, lin: Resident, chen: Resident) -> None:
    person = who_is(town.db, lin.id, town.today())
    assert person is not None
    add_membership(town.db, person.id, Role.LIAISON, find_unit(town.db, "武汉海关").id)
    assert "有几个身份，移除哪一个" in await chen.says("移除林警官")
    assert "身份：武汉海关联络员。" in await chen.says("海关")
    await chen.presses("移除")
    person = who_is(town.db, lin.id, town.today())
    assert person is not None and person.units == ("市公安局",)


async def test_the_last_coordinator_cannot_be_removed(town: Town, chen: Resident) -> None:
    assert "只有这一位协调员" in await chen.says("移除陈主任")
    assert who_is(town.db, chen.id, town.today()) is not None


async def test_the_environment_lets_nobody_in_again_who_was_removed(town: Town, chen: Resident) -> None:
    ensure_coordinators(town.db, [1077], town.clock.now())
    town.world.add_user(1077, "丁主任", "zh-hans")
    ding = Resident(town, 1077, "丁主任")
    await ding.says("/start")
    await _removed(chen, "丁主任")
    ensure_coordinators(town.db, [1077], town.clock.now())
    assert await ding.says("/start") == str(STRANGER("zh"))


async def test_a_link_from_before_lets_nobody_back_in(town: Town, lin: Resident, chen: Resident) -> None:
    link = (await chen.says("/invite 市公安局")).rpartition("?start=")[2]
    town.clock.moment += timedelta(minutes=1)
    await _removed(chen)
    assert "无效或已过期" in await lin.says(f"/start {link}")
    assert who_is(town.db, lin.id, town.today()) is None


async def test_the_links_of_a_coordinator_end_with_the_office(
    chen: Resident, stranger: Resident, ding: Resident
) -> None:
    link = (await ding.says("/invite 市公安局")).rpartition("?start=")[2]
    await _removed(chen, "丁主任")
    assert "无效或已过期" in await stranger.says(f"/start {link}")


async def test_a_link_for_somebodys_deputy_lasts_as_long_as_they_do_and_not_as_who_made_it(
    lin: Resident, chen: Resident, ding: Resident, stranger: Resident
) -> None:
    await ding.says("林警官下周请假")
    await ding.presses("另请一位B角（发链接）")
    await ding.says("提交")
    link = next(each for each in reversed(ding.heard()) if "?start=" in each).rpartition("?start=")[2].split()[0]
    await _removed(chen, "丁主任")
    assert "无效或已过期" not in await stranger.says(f"/start {link}")


async def test_a_link_for_somebodys_deputy_ends_with_their_role(
    lin: Resident, chen: Resident, ding: Resident, stranger: Resident
) -> None:
    await ding.says("林警官下周请假")
    await ding.presses("另请一位B角（发链接）")
    await ding.says("提交")
    link = next(each for each in reversed(ding.heard()) if "?start=" in each).rpartition("?start=")[2].split()[0]
    await _removed(chen)
    assert "无效或已过期" in await stranger.says(f"/start {link}")


async def test_what_a_coordinator_has_set_for_later_is_told_before_it_stops(
    lin: Resident, chen: Resident, ding: Resident
) -> None:
    await ding.says("明早9点发给市公安局：周五开会")
    await ding.presses("确认发送")
    assert "定时的群发、催办有 1 条，到时不再发出" in await chen.says("移除丁主任")
    assert "定时的群发、催办有 1 条，到时不再发出" in await ding.says("/forget")
    await chen.says("取消")
    assert "到时不再发出" not in await chen.says("移除林警官")


async def test_a_deputy_whose_liaison_has_left_is_listed_and_can_be_removed(
    lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    assert "其B角路人照常代报" in await chen.says("移除林警官")
    await chen.presses("移除")
    assert "· 路人 B角，林警官请的，林警官已不是联络员" in await chen.says("/people 市公安局")
    await _removed(chen, "路人")
    assert await stranger.says("我的任务") == str(STRANGER("zh"))


async def test_a_new_liaison_can_recall_the_deputy_of_the_one_before(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    await _removed(chen)
    heir = town.newcomer(1055, "新来的")
    await heir.says(f"/start {(await chen.says('/invite 市公安局')).rpartition('?start=')[2]}")
    await heir.says("/deputy")
    await heir.presses("收回 路人", "确认收回")
    assert await stranger.says("我的任务") == str(STRANGER("zh"))


async def test_removing_is_for_the_office(town: Town, lin: Resident, wu: Resident, gu: Resident) -> None:
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = ?", lin.id)
    for person in (wu, gu):
        assert "办公室" in await person.forges(f"people:remove:{row['id']}")
        await person.says("移除林警官")
    assert who_is(town.db, lin.id, town.today()) is not None


async def test_who_is_of_the_office_no_longer_cannot_finish_a_removal(
    town: Town, lin: Resident, chen: Resident, ding: Resident
) -> None:
    await ding.says("移除林警官")
    question = ding.last()
    await _removed(chen, "丁主任")
    assert "只对已登记的人员开放" in await ding.presses("移除", on=question)
    assert who_is(town.db, lin.id, town.today()) is not None


async def test_the_same_update_twice_removes_once(town: Town, lin: Resident, chen: Resident) -> None:
    await _removed(chen)
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM removals")) == 1
    assert len(town.rows("SELECT * FROM audit WHERE action = 'remove'")) == 1


async def test_a_word_that_fits_several_roles_is_not_taken_for_the_first(
    town: Town, lin: Resident, chen: Resident
) -> None:
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = ?", lin.id)
    add_membership(town.db, row["id"], Role.LIAISON, find_unit(town.db, "市商务局").id)
    await chen.says("移除林警官")
    assert "要移除林警官" not in await chen.says("联络员")
    assert "市商务局联络员" in await chen.says("商务局")


async def test_what_a_liaison_handed_over_is_not_offered_as_the_last_act_of_the_office(
    lin: Resident, wang: Resident, chen: Resident
) -> None:
    await lin.submits("我调走了，换王警官")
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")
    await chen.says("恢复林警官")
    assert "已撤销，林警官仍是：市公安局联络员。" in await chen.presses("撤销")


@pytest.mark.parametrize("said", ["把顾调研员删掉", "顾调研员删掉", "把顾调研员删了", "把顾调研员从名单里去掉"])
async def test_who_is_taken_off_the_list_is_removed_whatever_word_says_so(
    chen: Resident, gu: Resident, said: str
) -> None:
    assert (await chen.says(said)).startswith("要移除顾调研员吗？身份：观察员。")


@pytest.mark.parametrize("said", ["把43-5删掉", "移交给市商务局", "把顾调研员说的那句删掉", "把顾调研员的那条删了"])
async def test_what_else_is_taken_out_or_handed_over_removes_nobody(chen: Resident, gu: Resident, said: str) -> None:
    assert "要移除" not in await chen.says(said) and "不再担任" not in chen.sees()


@pytest.mark.parametrize("said", ["把林警官的B角去掉", "林警官的B角删了"])
async def test_something_of_a_person_that_is_taken_out_is_not_the_person(
    chen: Resident, lin: Resident, said: str
) -> None:
    assert "要移除林警官吗" not in await chen.says(said)
