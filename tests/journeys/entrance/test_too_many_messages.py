from datetime import timedelta

from tests.journeys.town import Resident, Town

SLOW_DOWN = "操作太频繁了"


async def test_after_thirty_messages_in_a_minute_there_is_one_word_and_then_silence(lin: Resident) -> None:
    for _ in range(30):
        assert "我可以做这些" in await lin.says("/help")
    assert (await lin.says("/help")).startswith(SLOW_DOWN)
    assert await lin.says("/help") == ""
    assert await lin.says("我的任务") == ""


async def test_what_goes_beyond_the_limit_is_not_kept(town: Town, lin: Resident) -> None:
    for _ in range(31):
        await lin.says("/help")
    await lin.says("张三的电话是多少")
    assert len(town.rows("SELECT 1 FROM inbox WHERE body LIKE '%/help%'")) == 30
    assert town.rows("SELECT 1 FROM inbox WHERE body LIKE '%张三%'") == []


async def test_when_the_minute_is_over_a_member_is_heard_again(town: Town, lin: Resident) -> None:
    for _ in range(32):
        await lin.says("/help")
    town.clock.moment += timedelta(seconds=61)
    assert "我可以做这些" in await lin.says("/help")


async def test_one_persons_haste_silences_nobody_else(town: Town, lin: Resident, zhou: Resident) -> None:
    for _ in range(32):
        town.world.say(lin.id, "/help")
    await town.settle()
    assert "我可以做这些" in await zhou.says("/help")


async def test_a_hundred_and_twenty_presses_a_minute_are_taken_and_no_more(town: Town, lin: Resident) -> None:
    await lin.says("我的任务")
    card = lin.last()
    for _ in range(120):
        town.world.press(lin.id, lin.id, card.message_id, card.buttons[0].callback_data or "")
    await town.settle()
    assert SLOW_DOWN not in "".join(lin.heard())
    assert SLOW_DOWN in await lin.presses("1-2", on=card)


async def test_what_was_said_while_the_bot_was_down_is_not_haste(town: Town, lin: Resident) -> None:
    for _ in range(3):
        for _ in range(15):
            town.world.say(lin.id, "/help")
        town.clock.moment += timedelta(minutes=1)
    await town.settle()
    assert SLOW_DOWN not in "".join(lin.heard())
