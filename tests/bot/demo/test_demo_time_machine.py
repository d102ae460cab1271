from datetime import date, datetime, timedelta

import pytest

from bot.demo.cast import GROUP_ID
from bot.demo.show import Show
from bot.demo.texts import DemoRefusal
from bot.emulator import FaultKind
from data.notices.planning import upcoming_messages
from tests.bot.demo.visitor import Visitor
from tests.journeys.town import ZONE, at

ZHOU = 1003


def notices(visitor: Visitor, chat: int) -> list[str]:
    """Return when the bot wrote in a chat, from nine o'clock of the first day on, to the minute."""
    heard = [message.date.astimezone(ZONE) for message in visitor.heard(chat)]
    return [f"{moment:%m-%d %H:%M}" for moment in heard if moment >= at("2019-11-25 09:00")]


async def test_what_would_have_been_sent_in_between_is_sent_at_its_own_moment(show: Show, visitor: Visitor) -> None:
    days = date(2019, 11, 25), date(2019, 12, 3)
    foreseen = [message.at for message in upcoming_messages(show.bot.db, *days) if message.to.chat_id == ZHOU]
    await show.machine.advance(timedelta(days=9))
    assert notices(visitor, ZHOU) == [f"{moment:%m-%d %H:%M}" for moment in foreseen]
    assert notices(visitor, GROUP_ID) == ["11-25 09:00", "12-02 09:00"]


async def test_the_clock_stands_where_it_was_moved_to(show: Show) -> None:
    await show.machine.move_to(at("2019-11-30 12:00"))
    assert at("2019-11-30 12:00") <= show.bot.clock.now() < at("2019-11-30 12:01")


async def test_the_clock_does_not_go_back(show: Show) -> None:
    before = show.bot.clock.now()
    with pytest.raises(DemoRefusal, match="only moves forward"):
        await show.machine.move_to(before - timedelta(seconds=1))
    assert show.bot.clock.now() >= before


async def test_the_clock_goes_two_years_at_a_time_at_most(show: Show) -> None:
    with pytest.raises(DemoRefusal, match="two years"):
        await show.machine.advance(timedelta(days=800))


async def test_the_next_notice_is_where_one_goes_out(show: Show, visitor: Visitor) -> None:
    following = show.machine.next_notice()
    assert following == at("2019-11-25 09:00")
    await show.machine.move_to(following)
    assert notices(visitor, ZHOU) == ["11-25 09:00"]


async def test_trouble_does_not_make_the_way_endless_and_loses_nothing(show: Show, visitor: Visitor) -> None:
    show.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", times=None, seconds=1)
    await show.machine.move_to(at("2019-11-25 12:00"))
    assert notices(visitor, ZHOU) == []
    show.world.faults.clear()
    await show.machine.move_to(at("2019-11-25 14:00"))
    assert len(notices(visitor, ZHOU)) == 1


async def test_every_stop_of_the_clock_is_told_to_the_pages(show: Show) -> None:
    told: list[str] = []
    show.world.on_change(lambda event: told.append(event["clock"]["now"]) if event["event"] == "clock" else None)
    await show.machine.move_to(at("2019-11-26 10:00"))
    days = [datetime.fromisoformat(moment).astimezone(ZONE) for moment in told]
    assert [f"{moment:%m-%d %H:%M}" for moment in days] == ["11-25 09:00", "11-26 09:00", "11-26 10:00"]
