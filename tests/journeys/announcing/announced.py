"""What the office announces, and what of it arrives."""

from tests.journeys.town import Resident, Town

MEETING = "周五下午三点在市政府开会，请带材料。"
LATE = "43-4"
"""A task of the market bureau that is certainly overdue; 29-7 is doubtful. The police's 1-2 is not due yet."""


def notices(resident: Resident) -> list[str]:
    """Return the broadcasts that somebody has received."""
    return [text for text in resident.heard() if text.startswith(("通知", "Notice", "（可能重复）"))]


async def asks_who_comes(town: Town, chen: Resident) -> None:
    await town.after(_asks_who_comes, town, chen)


async def _asks_who_comes(town: Town, chen: Resident) -> None:
    await chen.says("/broadcast", "周五下午开会，请派员参加", "市公安局")
    await chen.presses("需要回复")
    await chen.says("周五的会能参加吗？", "能参加、不能参加")
    await chen.presses("跳过", "确认发送")
    await town.move_to("2019-11-25 09:10")


def answers(town: Town) -> list[object]:
    return [row["choice"] for row in town.rows("SELECT choice FROM broadcast_answers")]


async def nudged(town: Town, chen: Resident, task: str) -> None:
    """Let the office nudge about a task."""
    await chen.says(f"催一下{task}")
    await chen.sends_out()


def nudges(resident: Resident) -> list[str]:
    """Return the nudges that somebody has received."""
    return [text for text in resident.heard() if text.startswith(("催办", "Reminder"))]


async def sends(town: Town, chen: Resident, words: str = f"催一下市场监管局{LATE}") -> str:
    """Nudge as a sentence says, and send it; return the answer."""
    await chen.says(words)
    answer = await chen.presses("确认发送")
    await town.app.ticker.tick()
    return answer
