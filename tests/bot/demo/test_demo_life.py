import asyncio

from bot.demo.demo_bot import Life


async def forever() -> None:
    await asyncio.Event().wait()


async def test_what_a_life_has_begun_ends_with_it_to_the_last_descendant() -> None:
    begun: list[asyncio.Task[None]] = []
    all_there = asyncio.Event()

    async def parent() -> None:
        begun.append(asyncio.create_task(forever()))
        asyncio.get_running_loop().call_soon(by_timer)
        await forever()

    def by_timer() -> None:
        begun.append(asyncio.create_task(forever()))
        all_there.set()

    life = Life()
    begun.append(life.begin(parent()))
    await all_there.wait()
    await life.end()
    assert [task.cancelled() for task in begun] == [True, True, True]


async def test_what_was_begun_elsewhere_goes_on() -> None:
    before = asyncio.create_task(forever())
    life = Life()
    life.begin(forever())
    beside = asyncio.create_task(forever())
    await life.end()
    assert not before.done() and not beside.done()
    before.cancel()
    beside.cancel()
