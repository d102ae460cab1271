"""Reporting no change for everything that can be reported so."""

from tests.journeys.town import Resident

STORED = """SELECT code, status, percent, note, unchanged FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id"""


async def presses_all(who: Resident) -> str:
    """Press 全部本期无变化 and submit the preview; return the answer."""
    return await who.presses("全部本期无变化", "提交")


async def reports_all(lin: Resident) -> list[str]:
    """Say 本期无变化 for everything; return the codes that were listed."""
    await lin.says("本期无变化")
    codes = [words.split()[0] for words in lin.buttons()[1:]]
    await presses_all(lin)
    return codes
