"""Saying 没变化 on the day of a digest applies to its lines, or to those named by their position."""

from tests.journeys.town import Resident, Town


async def test_nothing_has_changed_in_the_lines_of_the_digest(town: Town, lin: Resident, zhou: Resident) -> None:
    await town.move_to("2019-11-29 09:05")
    assert "有完成期限，不报“本期无变化”" in await zhou.says("都没变化")
    assert len([each for each in zhou.buttons() if each.endswith("报进展")]) > 2
    assert "有完成期限" in await zhou.says("前两个没变化")
    assert len([each for each in zhou.buttons() if each.endswith("报进展")]) == 2
    assert town.rows("SELECT 1 FROM reports") == []
    await town.move_to("2019-12-24 09:05")
    await lin.says("都没变化")
    assert "全部本期无变化" in lin.buttons() and "2-3 本期无变化" in lin.buttons()
    assert len((await lin.says("前两个没变化")).splitlines()) == 3


async def test_a_digest_of_ongoing_work_alone_offers_no_more_time(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:05")
    digest = next(each for each in reversed(lin.heard()) if each.startswith("您好"))
    assert "已过期限" not in digest and "报“本期无变化”" in digest and "申请延期" not in digest
