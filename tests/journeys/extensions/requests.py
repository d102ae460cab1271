"""Requests for more time, as a liaison makes them."""

from tests.journeys.town import Resident


async def asks_for_a_month(lin: Resident, reason: str = "等省里文件") -> str:
    return await lin.town.after(_asks_for_a_month, lin, reason)


async def _asks_for_a_month(lin: Resident, reason: str) -> str:
    await lin.says("1-2")
    await lin.presses("申请延期", "延一个月")
    return await lin.submits(reason)
