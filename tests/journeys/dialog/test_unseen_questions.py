"""A question that never reached the user because of a failure takes no text and no press as its answer."""

import pytest

from bot.emulator import FaultKind
from bot.outgoing import limiter
from tests.journeys.town import Resident, Town


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Send each answer only once."""
    monkeypatch.setattr(limiter, "PAUSES", ())


async def without_answer(town: Town, person: Resident, words: str) -> None:
    """Say or press something whose answer does not arrive."""
    for method in ("sendMessage", "editMessageText"):
        town.world.faults.add(FaultKind.SERVER_ERROR, method, times=None)
    await (person.presses(words[1:-1]) if words.startswith("[") else person.says(words))
    town.world.faults.clear()
    town.failures.clear()


async def test_what_is_said_again_is_no_answer_to_the_next_question(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await without_answer(town, lin, "80")
    again = await lin.says("80")
    assert again.startswith("上一条已经记下，这一条没有记。现在问的是：") and "做了哪些工作" in again
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 80, "note": None}]
    await lin.says("移送起诉")
    assert town.rows("SELECT note FROM drafts") == [{"note": "移送起诉"}]


async def test_a_press_that_nothing_followed_shows_what_is_asked_when_it_comes_again(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    status = lin.last()
    await without_answer(town, lin, "[进行中]")
    assert "百分之几" in await lin.presses("进行中", on=status)
    assert town.rows("SELECT step FROM drafts") == [{"step": "percent"}]


async def test_what_was_not_seen_at_the_check_is_not_submitted(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", "查处一处窝点\n已经查实。")
    await lin.presses("下一步", "跳过")
    await without_answer(town, lin, "标题改成查处两处窝点")
    assert "查处两处窝点" in await lin.says("提交")
    assert town.rows("SELECT title FROM information") == []
    await lin.says("提交")
    assert town.rows("SELECT title FROM information") == [{"title": "查处两处窝点"}]
