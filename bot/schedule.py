"""The tick that keeps things moving. It remembers nothing: what is due stands in SQLite."""

from bot.sender import send_waiting
from data.outbox import hold_interrupted, plan_today
from handlers.context import App, Context

TICK_SECONDS = 30


def start_ticking(app: App) -> None:
    """Let the tick run for as long as the process does; a late one is not dropped, several late ones are one."""
    assert app.job_queue is not None
    hold_interrupted(app.bot_data.db, app.bot_data.now())
    app.job_queue.run_repeating(
        _tick,
        interval=TICK_SECONDS,
        first=0,
        job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )


async def tick(app: App) -> int:
    """Plan today's messages where that is still to do, and send what waits. Returns how many went out."""
    services = app.bot_data
    plan_today(services.db, services.now(), services.zone)
    return await send_waiting(app)


async def _tick(context: Context) -> None:
    await tick(context.application)
