from tests.journeys.town import Resident, Town


async def test_the_coordinator_gets_the_state_of_the_plan(chen: Resident, zhou: Resident) -> None:
    await zhou.reports("29-7", "已完成")
    for words in ("/summary", "汇总", "summary"):
        answer = await chen.says(words)
        assert "截至 2019年11月25日" in answer
        assert "待审核 1（0%）" in answer and "🔴 逾期 6" in answer


async def test_an_observer_gets_it_too(gu: Resident) -> None:
    assert "分工 255 项" in await gu.says("/summary")


async def test_a_liaison_does_not(lin: Resident) -> None:
    assert "由办公室使用" in await lin.says("/summary")
    assert "由办公室使用" in await lin.says("汇总")
    assert "分工" not in await lin.forges("summary:all")


async def test_the_other_views_come_in_its_place(chen: Resident) -> None:
    await chen.says("/summary")
    assert "市公安局：8 项" in await chen.presses("按单位")
    assert "一、强化重点领域集中整治：39 项" in await chen.presses("按任务名称")
    assert "分工 255 项" in await chen.presses("总体")
    assert len(chen.heard()) == 1


async def test_units_stand_in_the_order_of_the_plan_and_not_by_rank(town: Town, chen: Resident) -> None:
    await chen.says("/summary")
    shown = [line.partition("：")[0] for line in (await chen.presses("按单位")).splitlines() if "项" in line]
    order = [row["name"] for row in town.rows("SELECT name FROM units ORDER BY id")]
    assert [name for name in shown if name in order] == [name for name in order if name in shown]


async def test_units_without_a_liaison_are_named(chen: Resident, lin: Resident) -> None:
    answer = await chen.says("/summary")
    assert "尚无联络员登记（37 家）：" in answer and "市公安局、" not in answer


async def test_reminders_that_did_not_arrive_are_said(town: Town, chen: Resident, zhou: Resident) -> None:
    town.world.deactivate(zhou.id)
    await town.move_to("2019-11-25 09:00")
    assert "⚠️ 近 7 天有 1 条消息未能送达，请另行告知：周科长（市市场监管局）" in await chen.says("/summary")
