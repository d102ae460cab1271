from data.people.people import who_is
from tests.journeys.town import Resident, Town

PERSONAL = ("people", "memberships", "drafts", "questions", "inbox", "outbox", "notices", "audit")


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
    await town.settle()
    bodies = [row["body"] for row in town.rows("SELECT body FROM inbox WHERE done_at IS NOT NULL")]
    assert sum('"id": 1002' in body for body in bodies) <= 1
    assert town.rows("SELECT * FROM outbox WHERE chat_id = 1002") == []
    assert town.rows("SELECT * FROM notices WHERE key LIKE '%1002%'") == []
    assert town.rows("SELECT * FROM audit WHERE source LIKE '1002:%'") == []
    assert "只对已登记的人员开放" in await lin.says("我的任务")


async def test_the_registration_stays_where_that_was_not_meant(town: Town, lin: Resident) -> None:
    await lin.says("注销")
    assert "登记保留" in await lin.presses("取消")
    assert who_is(town.db, lin.id, town.today()) is not None


async def test_the_only_coordinator_cannot_go(town: Town, chen: Resident) -> None:
    await chen.says("/forget")
    assert "您是唯一的协调员" in await chen.presses("删除我的登记")
    assert who_is(town.db, chen.id, town.today()) is not None
