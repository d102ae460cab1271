"""The log of a day on which everything was used and some of it failed contains neither people's words nor the token."""

import logging

import pytest

from bot.emulator import FaultKind
from bot.logs import LIBRARIES, RedactingFormatter
from bot.outgoing import limiter
from tests.journeys.busy_day import SECRET, live_a_busy_day
from tests.journeys.town import Resident, Town

WRITTEN = (SECRET, "等鉴定结果", "等省里文件", "请补充", "请报一个人", "不是我们牵头的", "12月5日 开会")


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log at its lowest level, with libraries at theirs."""
    caplog.set_level(logging.DEBUG)
    for library, least in LIBRARIES.items():
        caplog.set_level(least, library)
    return caplog


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """Return all records as the bot's own formatter writes them."""
    return "\n".join(RedactingFormatter().format(each) for each in caplog.get_records("call"))


async def test_the_lowest_level_which_has_all_that_the_others_have_tells_neither(
    town: Town, lin: Resident, chen: Resident, everything_logged: pytest.LogCaptureFixture
) -> None:
    await live_a_busy_day(town, lin, chen)
    town.app.ticker.beat()
    told = logged(everything_logged)
    assert told
    assert [words for words in (*WRITTEN, town.world.token) if words in told or _in_json(words) in told] == []


async def test_failures_of_every_kind_tell_neither(
    town: Town, lin: Resident, everything_logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "PAUSES", ())
    for kind in FaultKind:
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
            town.world.faults.add(kind, method)
        await lin.says(f"1-2 进行中 30%，{SECRET}", SECRET)
        town.world.faults.clear()
    town.failures.clear()
    told = logged(everything_logged)
    assert told and [words for words in (SECRET, _in_json(SECRET), town.world.token) if words in told] == []


def _in_json(words: str) -> str:
    return words.encode("ascii", "backslashreplace").decode()
