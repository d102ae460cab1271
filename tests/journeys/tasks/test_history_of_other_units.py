"""Other units' reports are shown only to those who may see them at the time of the press."""

from data.people.people import Role, add_membership
from data.times import stored
from tests.journeys.files_received import files_received
from tests.journeys.reporting.reports_made import reports_several, reports_with_evidence
from tests.journeys.town import Resident, Town


async def test_a_deputy_and_the_liaison_are_both_named(town: Town, lin: Resident) -> None:
    wu = town.newcomer(1030, "小吴")
    [unit] = town.rows("SELECT id FROM units WHERE name = '市公安局'")
    [liaison] = town.rows("SELECT id FROM people WHERE name = '林警官'")
    person_id = town.db.insert("people", name="小吴", telegram_id=wu.id, created_at=stored(town.clock.now()))
    add_membership(town.db, person_id, Role.DEPUTY, unit["id"], liaison["id"])
    await wu.reports("1-2", "进行中", "30")
    for person in (wu, lin):
        assert "11月25日 08:30 小吴（代林警官）" in await person.says("/history")


async def test_of_a_joint_task_the_other_units_show_their_status_alone(town: Town, chen: Resident) -> None:
    first = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    second = town.member(1011, "江汉小王", "江汉区人民政府", Role.LIAISON)
    [joint, *_] = town.rows(
        """SELECT code, tasks.id, count(*) AS units FROM tasks JOIN assignments ON task_id = tasks.id
        GROUP BY code HAVING units = 13 ORDER BY position"""
    )
    await first.reports(joint["code"], "进行中", "50", "江岸的内部情况")
    page = await second.says(f"/history {joint['code']}")
    assert page.startswith("共 0 条") and "江岸区人民政府：进行中 50%" in page
    assert "内部情况" not in page and "江汉区人民政府" not in page
    page = await chen.says(f"/history {joint['code']}")
    assert "江岸区人民政府" in page and "江岸的内部情况" in page and "其他单位" not in page


async def test_what_a_button_shows_is_decided_when_it_is_pressed(town: Town, lin: Resident, zhou: Resident) -> None:
    await reports_with_evidence(town, lin)
    [report] = town.rows(
        "SELECT reports.id, unit_id, task_id FROM reports JOIN assignments ON assignments.id = assignment_id"
    )
    await zhou.says("/help")
    for data in (f"entry:report:{report['id']}", f"evidence:{report['id']}", "entry:extension:1"):
        assert await zhou.forges(data) == "这项任务现在不由您的单位负责，请发“我的任务”查看。"
    assert "由该单位和办公室查看" in await zhou.forges(f"history:0:u{report['unit_id']}")
    for data in (f"past:{report['task_id']}", f"history:0:t{report['task_id']}"):
        assert await zhou.forges(data) == "没有找到您可以查看的任务 1-2，请发“我的任务”查看。"
    for data in ("past:999999", "history:0:t999999", "history:0:20191399:20191301"):
        assert await zhou.forges(data) == "这个按钮已经过时了，请用最新的消息。"
    assert files_received(zhou) == []


async def test_whoever_has_left_the_unit_opens_nothing_any_more(town: Town, lin: Resident) -> None:
    await reports_several(lin, 5)
    await lin.says("/history")
    town.db.change("UPDATE memberships SET unit_id = (SELECT id FROM units WHERE name = '市税务局')")
    assert "这项任务现在不由您的单位负责" in await lin.presses("详情 1")
    await lin.forges("history:1")
    assert lin.sees().startswith("共 0 条 · 填报记录 · 市税务局")


async def test_a_stranger_learns_nothing(lin: Resident, stranger: Resident) -> None:
    await reports_several(lin, 1)
    assert "只对已登记的人员开放" in await stranger.says("/history 1-2")
    for data in ("history:0", "entry:report:1", "evidence:1"):
        assert "排查" not in await stranger.forges(data)
