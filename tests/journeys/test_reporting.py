from tests.journeys.town import Resident, Town


async def test_a_liaison_reports_progress_in_the_guided_dialog(town: Town, lin: Resident) -> None:
    assert (await lin.says("我的任务")).startswith("共 8 项")
    card = await lin.presses("1-2")
    assert "昆仑行动" in card and "2020年2月29日" in card
    assert "现在是什么状态" in await lin.presses("报进展")
    assert "百分之几" in await lin.presses("进行中")
    assert "做了哪些工作" in await lin.says("80")
    preview = await lin.says("立案12件，<b>已移送</b> & 起诉")
    assert "进行中" in preview and "80%" in preview and "<b>已移送</b> & 起诉" in preview
    assert "已提交" in await lin.presses("提交")
    [report] = town.rows("SELECT status, percent, note FROM reports")
    assert report == {"status": "in_progress", "percent": 80, "note": "立案12件，<b>已移送</b> & 起诉"}
    assert town.rows("SELECT * FROM drafts") == []
