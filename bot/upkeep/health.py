"""Health of the running bot: whether updates and notices flow."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Sleep
from bot.upkeep.watchdog import PATIENCE_SECONDS, TICK_SECONDS, Pulse
from data.errors.store import DatabaseUnusable
from data.notices.outbox import oldest_waiting
from data.notices.silences import silences
from data.store import sqlite_errors_translated
from data.store.inbox import oldest_undone
from handlers.telegram.context import App

LATE = timedelta(minutes=5)
BEAT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Health:
    """`updates`: Telegram answers, updates are handled in time, and answers may go out. `notices`: the ticker runs, and
    notices are on time or at least arriving, as during a broadcast to many."""

    updates: bool
    notices: bool

    @property
    def well(self) -> bool:
        """Whether both flow."""
        return self.updates and self.notices


def health_of(app: App, pulse: Pulse) -> Health:
    """Return the health of the running bot; neither flows while its database cannot be read."""
    db, now = app.bot_data.db, app.bot_data.now()
    with suppress(DatabaseUnusable), sqlite_errors_translated():
        silence = silences(db, now)
        answers = pulse.since(pulse.polled) <= PATIENCE_SECONDS and silence.towards_all is None
        return Health(
            updates=answers and _in_time(oldest_undone(db), now),
            notices=pulse.since(pulse.ticked) <= 3 * TICK_SECONDS
            and (pulse.delivers or _in_time(oldest_waiting(db, now, silence.chats), now)),
        )
    return Health(updates=False, notices=False)


def heart_file(database: Path) -> Path:
    """Return the file beside a database that is touched twice a minute; its age shows the bot's health."""
    return database.with_name(database.name + ".alive")


async def touch_heart_file(app: App, pulse: Pulse, database: Path, sleep: Sleep) -> None:
    """Touch the heart file twice a minute while all is well."""
    while True:
        with suppress(OSError):
            if health_of(app, pulse).well:
                heart_file(database).touch(0o600)
        await sleep(BEAT_SECONDS)


def _in_time(moment: datetime | None, now: datetime) -> bool:
    return moment is None or now - moment < LATE
