import re

import pytest

from data.people.people import Role, who_is
from tests.journeys.files_sent import PHOTO
from tests.journeys.town import Resident, Town

PERSONAL = ("people", "memberships", "drafts", "inbox", "outbox", "notices", "audit")


async def name_deputy(liaison: Resident, deputy: Resident) -> None:
    """Let a liaison name a deputy until recalled, who opens the link."""
    await liaison.says("/deputy")
    await liaison.presses("请一位B角", "直到收回")
    await deputy.says(f"/start {liaison.sees().rpartition('?start=')[2]}")


async def test_somebody_is_forgotten_and_the_reports_stay_without_a_name(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40", "已立案两起")
    await lin.begins("2-3")
    await town.move_to("2019-12-02 09:00")
    assert (await lin.says("/forget")).startswith("要删除您的登记吗？")
    assert "谢谢您一直以来的协助，再见。" in await lin.presses("删除我的登记")
    assert who_is(town.db, lin.id, town.today()) is None
    assert "已立案两起" in await chen.says("/history 1-2") and "林警官" not in chen.sees()
    left = [row for table in PERSONAL for row in town.rows(f"SELECT * FROM {table} WHERE 1")]
    assert not [row for row in left if "林警官" in str(row.get("name"))]
    assert town.rows("SELECT * FROM outbox WHERE chat_id = 1002") == []
    assert town.rows("SELECT * FROM notices WHERE key LIKE '%1002%'") == []
    assert town.rows("SELECT * FROM audit WHERE source LIKE '1002:%'") == []
    assert "只对已登记的人员开放" in await lin.says("我的任务")


async def test_whoever_is_forgotten_stands_nowhere_any_more_by_number_or_by_name(
    town: Town, lin: Resident, chen: Resident, gu: Resident
) -> None:
    group = await town.bind_group(chen, lin, gu)
    await lin.submits("1-2 延期到4月底 因为疫情")
    await lin.begins("1-2", "已完成")
    await lin.does(lambda: town.world.send_photo(lin.id, PHOTO, "现场"))
    await lin.says("查处两起")
    while "提交" not in lin.buttons():
        await lin.presses("跳过" if "跳过" in lin.buttons() else "下一步")
    await lin.presses("提交")
    await lin.says("/deputy", "29-4 下周三再提醒")
    await chen.says("/people 市公安局", f"通知市公安局：{'周五开会'}")
    await chen.sends_out()
    said = town.world.say(lin.id, "@liaison_test_bot 我们有哪些没完成", group)
    await town.settle()
    town.world.say(gu.id, "@liaison_test_bot 收到", group, reply_to=said.message_id)
    await town.settle()
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    await town.settle()
    assert names_left(town, lin) == []


@pytest.mark.usefixtures("busy_day")
@pytest.mark.parametrize("who", ["lin", "chen"])
async def test_nothing_of_whoever_has_used_all_there_is_stands_anywhere_after_that(
    town: Town, request: pytest.FixtureRequest, who: str
) -> None:
    town.member(1088, "副主任", None, Role.COORDINATOR)
    person: Resident = request.getfixturevalue(who)
    await person.says("/forget")
    await person.presses("删除我的登记")
    assert names_left(town, person) == []


def names_left(town: Town, person: Resident) -> list[object]:
    """Return all rows that contain a person's Telegram id or name."""
    tables = [row["name"] for row in town.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    left = [(name, row) for name in tables for row in town.rows(f"SELECT * FROM {name}")]
    known = re.compile(rf"(?<!\d){person.id}(?!\d)|{person.name}")
    return [found for found in left if known.search(str(found))]


async def test_the_deputies_of_the_only_liaison_end_and_the_office_hears_of_it(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await name_deputy(lin, stranger)
    assert "您请的B角也随之结束：路人。" in await lin.says("/forget")
    await lin.presses("删除我的登记")
    assert "只对已登记的人员开放" in await stranger.says("我的任务")
    await town.move_to("2019-11-25 08:31")
    assert "您担任市公安局的B角到此为止，谢谢您的协助。" in stranger.heard()
    assert chen.sees().startswith("市公安局的联络员已注销登记，其B角路人也到此为止。")


@pytest.mark.parametrize("has_colleague", [False, True])
async def test_a_deputy_to_come_is_a_colleagues_to_recall_or_does_not_begin(
    town: Town, lin: Resident, stranger: Resident, *, has_colleague: bool
) -> None:
    colleague = town.member(1012, "董警官", "市公安局", Role.LIAISON) if has_colleague else None
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("12月2日到12月6日")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    assert ("您请的B角也随之结束：路人。" in await lin.says("/forget")) is not has_colleague
    await lin.presses("删除我的登记")
    await town.move_to("2019-12-02 09:00")
    assert (await stranger.says("我的任务")).startswith("共 8 项") is has_colleague
    if colleague is not None:
        assert "路人已担任市公安局的B角" in "".join(colleague.heard())
        await colleague.says("/deputy")
        await colleague.presses("收回 路人", "确认收回")
        assert "只对已登记的人员开放" in await stranger.says("我的任务")


async def test_the_deputies_of_a_liaison_who_goes_are_a_colleagues_to_recall(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    colleague = town.member(1012, "董警官", "市公安局", Role.LIAISON)
    await name_deputy(lin, stranger)
    assert "B角" not in await lin.says("/forget")
    await lin.presses("删除我的登记")
    await town.move_to("2019-11-25 08:31")
    assert colleague.sees().startswith("路人已担任市公安局的B角（直到收回）。")
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await colleague.says("/deputy")
    await colleague.presses("收回 路人", "确认收回")
    assert "只对已登记的人员开放" in await stranger.says("我的任务")


async def test_what_was_edited_is_forgotten_too(town: Town, lin: Resident) -> None:
    message = town.world.say(lin.id, "我的任务")
    await town.settle()
    await lin.does(lambda: town.world.edit(lin.id, lin.id, message.message_id, "张三的电话是多少"))
    await lin.says("/forget")
    await lin.presses("删除我的登记")
    assert town.rows("SELECT * FROM inbox WHERE body LIKE '%张三的电话%'") == []


async def test_the_registration_stays_where_that_was_not_meant(town: Town, lin: Resident) -> None:
    await lin.says("注销")
    assert "登记保留" in await lin.presses("取消")
    await lin.says("注销", "好的")
    assert who_is(town.db, lin.id, town.today()) is not None
    await lin.says("注销", "是")
    assert who_is(town.db, lin.id, town.today()) is None


async def test_the_only_coordinator_cannot_go(town: Town, chen: Resident) -> None:
    await chen.says("/forget")
    assert "只有这一位协调员" in await chen.presses("删除我的登记")
    assert who_is(town.db, chen.id, town.today()) is not None


async def test_not_after_all_keeps_the_registration_and_what_waits(lin: Resident) -> None:
    await lin.says("抓了8个", "我要退出", "不退了")
    assert "好的，登记保留。" in lin.heard() and "抓了8个" in lin.sees()


async def test_a_report_that_was_begun_since_is_given_up_and_no_registration_kept(lin: Resident) -> None:
    await lin.says("我要退出", "1-2 80%")
    assert "真的取消吗？" in await lin.says("算了不报了")


async def test_once_it_is_answered_the_question_keeps_nothing_more(lin: Resident) -> None:
    await lin.says("我要退出")
    await lin.presses("取消")
    assert await lin.says("算了不报了") == "现在没有正在填的内容。要撤回刚才办的，发“撤销”。"
