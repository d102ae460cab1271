import pytest

from data.people.people import Role, add_membership
from data.plan.units import find_unit
from handlers.wording import screen_width
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["/tasks", "我的任务", "我们还有哪些没完成", "what are my tasks", "My tasks"])
async def test_a_liaison_gets_the_units_tasks_by_asking(lin: Resident, words: str) -> None:
    answer = await lin.says(words)
    assert answer.startswith("共 8 项")
    assert "1-2 昆仑行动打食药环犯罪 · 还有96天" in answer


async def test_the_most_urgent_task_stands_first_with_its_light(zhou: Resident) -> None:
    _, first, second, third, *_ = (await zhou.says("我的任务")).splitlines()
    assert first == "🔴⚠️ 29-7 宣传普及·市监… · 逾期178天"
    assert second.startswith("🔴 43-4")
    assert third == "🔵 29-11 安全用药月科普 · 还有5天"


async def test_the_list_counts_its_lights(zhou: Resident) -> None:
    head = (await zhou.says("我的任务")).splitlines()[0]
    assert head == "共 53 项 · 我的任务 · 第 1/6 页 · 🔴2 🔵2 🟢18 ⚪30 ✅1"


async def test_a_list_shows_ten_lines_and_below_them_their_codes_four_in_a_row(zhou: Resident) -> None:
    lines = (await zhou.says("我的任务")).splitlines()[1:]
    *codes, turns = [[button.text for button in row] for row in zhou.last().keyboard]
    assert [code for row in codes for code in row] == [line.split()[1] for line in lines]
    assert [len(row) for row in codes] == [4, 4, 2] and turns == ["下一页"]


async def test_a_line_of_a_list_is_no_longer_than_a_phone_is_wide(zhou: Resident) -> None:
    await zhou.says("我的任务")
    pages = [zhou.sees()] + [await zhou.presses("下一页") for _ in range(5)]
    assert max(screen_width(line) for page in pages for line in page.splitlines()[1:]) <= 38


async def test_a_long_list_is_turned_page_by_page_in_its_place(zhou: Resident) -> None:
    await zhou.says("我的任务")
    assert zhou.buttons()[-1] == "下一页"
    assert "第 2/6 页" in await zhou.presses("下一页")
    assert zhou.buttons()[-2:] == ["上一页", "下一页"]
    for _ in range(4):
        await zhou.presses("下一页")
    assert "第 6/6 页" in zhou.sees() and zhou.buttons()[-1] == "上一页"
    assert len(zhou.heard()) == 1


async def test_every_page_together_shows_every_task_once(zhou: Resident) -> None:
    shown = (await zhou.says("我的任务")).splitlines()[1:]
    for _ in range(5):
        shown += (await zhou.presses("下一页")).splitlines()[1:]
    assert len(shown) == 53 == len(set(shown))


async def test_the_card_holds_what_the_plan_says(zhou: Resident) -> None:
    assert await zhou.says("1-8") == (
        "1-8 铁拳方案严查商标专利\n"
        "任务名称：一、强化重点领域集中整治\n"
        "任务细项：1. 专项整治与日常监管结合\n"
        "细化措施：印发2019年“铁拳”方案，严查商标和专利违法\n"
        "成果：发文、办案、写总结\n"
        "完成时间：2019年底（2019年12月31日） · 还有36天\n"
        "责任单位：市市场监管局 · 还没报过"
    )
    assert zhou.buttons() == ["报进展", "申请延期", "分解", "填报记录"]


async def test_the_card_opens_from_the_list(lin: Resident) -> None:
    await lin.says("我的任务")
    assert (await lin.presses("1-2")).startswith("1-2 昆仑行动打食药环犯罪")


async def test_the_card_of_a_joint_task_shows_how_each_unit_stands(town: Town) -> None:
    li = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    [joint, *_] = town.rows(
        """SELECT code, count(*) AS units FROM tasks JOIN assignments ON task_id = tasks.id
        GROUP BY code HAVING units = 13 ORDER BY position"""
    )
    await li.reports(joint["code"], "进行中", "50")
    card = await li.says(joint["code"])
    assert "1/13 家已报" in card
    assert "江岸区人民政府：进行中 50%" in card
    others = "江汉区、硚口区、汉阳区、武昌区、青山区、洪山区、东西湖、汉南区、蔡甸区、江夏区、黄陂区、新洲区"
    assert f"\n⚪ {others}：还没报过\n" in card


async def test_the_card_names_the_leading_unit_first_where_the_plan_tells_it_apart(town: Town, chen: Resident) -> None:
    town.replan(
        """UPDATE assignments
        SET role = iif(unit_id = (SELECT id FROM units WHERE name = '江汉区人民政府'), 'lead', 'joint')
        WHERE task_id = (SELECT id FROM tasks WHERE code = '39-1')"""
    )
    card = await chen.says("39-1")
    lead, others = card.index("江汉区人民政府（牵头）：还没报过"), card.index("江岸区、硚口区")
    assert lead < others < card.index("（配合）：还没报过")
    assert chen.buttons()[:3] == ["代报（江汉区）", "代报（江岸区）", "代报（硚口区）"]


async def test_a_coordinator_sees_the_days_left_on_a_card_and_can_report_for_the_unit(chen: Resident) -> None:
    assert "还有36天" in await chen.says("1-8")
    assert chen.buttons()[:2] == ["代报", "填报记录"] and "改任务" in chen.buttons()


async def test_the_card_shows_the_last_report(lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "50", "抓了三个窝点")
    assert "上次填报：2019年11月25日 林警官：进行中 50%\n抓了三个窝点" in await lin.says("1-2")


async def test_whoever_oversees_the_plan_sees_what_was_reported_and_what_blocks(
    lin: Resident, chen: Resident, gu: Resident
) -> None:
    await lin.submits("1-2 受阻 60% 等省里文件")
    for person in (chen, gu):
        card = await person.says("1-2")
        assert "上次填报：2019年11月25日 林警官：受阻 60%" in card and "困难和需要的支持：等省里文件" in card


async def test_the_card_of_a_joint_task_shows_the_overseer_each_unit_s_last_report(town: Town, chen: Resident) -> None:
    li = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    sun = town.member(1011, "江汉小孙", "江汉区人民政府", Role.LIAISON)
    await li.reports("39-1", "进行中", "50", "开了两次会")
    assert "上次填报：江岸区人民政府 · 2019年11月25日 江岸小李：进行中 50%\n开了两次会" in await chen.says("39-1")
    await sun.submits("39-1 受阻 30% 人手不够")
    card = await chen.says("39-1")
    assert "江汉区人民政府 · 2019年11月25日 江汉小孙：受阻 30%\n困难和需要的支持：人手不够" in card
    assert "开了两次会" in card
    assert "人手不够" not in await li.says("39-1")


async def test_what_was_said_to_be_done_and_given_back_is_not_shown_as_wholly_done(
    lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 已完成")
    await chen.says("/review")
    await chen.decides("退回", "缺总结")
    card = await lin.says("1-2")
    assert "市公安局 · 进行中（已退回）" in card and "进行中 100%" not in card
    assert "林警官：已完成\n退回原因：缺总结" in card


async def test_of_another_units_task_a_liaison_is_told_only_whose_it_is(lin: Resident) -> None:
    for said in ("1-8", "1-8完成80%", "1-8延期到2020年1月底，人手不够", "1-8没变化", "谁负责1-8"):
        assert await lin.says(said) == (
            "1-8 由市市场监管局负责，不是您单位的任务。发“我的任务”看本单位的；有情况请发“告诉办公室：…”。"
        )


async def test_an_overseer_sees_every_unit_named(gu: Resident, chen: Resident) -> None:
    for person in (gu, chen):
        answer = await person.says("/tasks")
        assert answer.startswith("共 255 项 · 全部任务") and "\n　市农业农村局 · " in answer


async def test_a_deputy_sees_the_same_tasks_as_the_liaison(zhou: Resident, wu: Resident) -> None:
    assert await wu.says("我的任务") == await zhou.says("我的任务")


@pytest.mark.parametrize("words", ["临期", "/deadlines", "Due soon"])
async def test_what_falls_due_within_thirty_days_is_listed(zhou: Resident, words: str) -> None:
    assert (await zhou.says(words)).splitlines() == [
        "共 2 项 · 11月25日至12月25日到期 · 🔵2",
        "🔵 29-11 安全用药月科普 · 还有5天",
        "🔵 43-5 12315平台培训班 · 还有5天",
    ]


async def test_an_empty_list_still_begins_with_its_count(lin: Resident) -> None:
    assert (await lin.says("临期")).startswith("共 0 项 · 11月25日至12月25日到期\n目前没有这样的任务。")


async def test_somebody_of_two_units_sees_which_task_is_whose(town: Town, lin: Resident) -> None:
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", lin.id)
    add_membership(town.db, person["id"], Role.LIAISON, find_unit(town.db, "市税务局").id)
    answer = await lin.says("我的任务")
    assert answer.startswith("共 9 项") and "\n　市公安局 · " in answer and "\n　市税务局 · " in answer


async def test_what_is_submitted_goes_below_what_is_open(zhou: Resident) -> None:
    await zhou.reports("29-7", "已完成")
    assert "29-7" not in await zhou.says("我的任务")
    for _ in range(5):
        await zhou.presses("下一页")
    assert "29-7 宣传普及·市监… · 待审核" in zhou.sees()


async def test_the_words_of_a_button_are_answered_without_being_heard_as_a_sentence(
    town: Town, lin: Resident, chen: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    police = town.rows("SELECT id FROM units WHERE name = '市公安局'")[0]["id"]
    add_membership(town.db, town.rows("SELECT id FROM people WHERE name = '陈主任'")[0]["id"], Role.COORDINATOR, police)
    monkeypatch.delattr("data.plan.vocabulary.understand")
    assert (await lin.says("我的任务")).startswith("共 8 项 · 我的任务")
    assert (await lin.says("My tasks")).startswith("共 8 项 · 我的任务")
    assert (await lin.says("临期")).startswith("共 0 项")
    assert "/tasks" in await lin.says("帮助")
    assert (await chen.says("我的任务")).startswith("共 8 项 · 市公安局")
