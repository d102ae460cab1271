from data.letters import Letter
from data.summary import summarise
from tests.journeys.town import ZONE, Resident, Town


async def _says_done(lin: Resident) -> None:
    await lin.says("1-2 已完成，立案12件")
    await lin.presses("提交")


async def test_a_coordinator_accepts_what_is_done_and_the_liaison_hears_of_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await town.move_to("2019-11-25 08:31")
    assert "请审核：市公安局 林警官 报 1-2" in chen.sees() and "立案件数 12" in chen.sees()
    assert "已通过 ✓ 市公安局 1-2 办结" in await chen.presses("通过")
    await town.move_to("2019-11-25 08:32")
    assert "已通过审核，办结" in lin.sees()
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]
    assert (await lin.says("我的任务")).splitlines()[-1].startswith("✅ 1-2")


async def test_what_is_returned_comes_back_with_its_reason_and_opens_filled_in(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await town.move_to("2019-11-25 08:31")
    assert "原因" in await chen.presses("退回")
    assert "已退回" in await chen.says("请补充移送情况")
    await town.move_to("2019-11-25 08:32")
    assert "请补充移送情况" in lin.sees()
    assert "立案件数 12" in await lin.presses("1-2 报进展")
    assert "已提交" in await lin.presses("提交")
    assert len(town.rows("SELECT id FROM reports")) == 2


async def test_a_report_taken_back_before_its_review_asks_nobody_for_one(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await lin.presses("撤回")
    await town.move_to("2019-11-25 08:31")
    assert town.rows("SELECT state FROM outbox WHERE letter = ?", Letter.REVIEW_WANTED) == [{"state": "cancelled"}]


async def test_a_second_coordinator_learns_that_it_is_decided(town: Town, lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses("通过", on=card)
    assert "已经处理过了" in await chen.forges("review:return:1")
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]


async def test_a_liaison_cannot_review(town: Town, lin: Resident) -> None:
    await _says_done(lin)
    assert "办公室" in await lin.forges("review:accept:1")
    assert town.rows("SELECT * FROM reviews") == []


async def test_the_figures_of_reports_are_summed_without_what_was_taken_back(town: Town, lin: Resident) -> None:
    for figure in (12, 5):
        await lin.says(f"1-2 完成80%，立案{figure}件")
        await lin.presses("提交")
    await lin.presses("撤回")
    figures = {each.indicator: each.total for each in summarise(town.db, town.clock.now(), ZONE).figures}
    assert figures["立案件数"] == 12 and figures["检查户次"] == 0
