"""Whether updates and notices flow."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.outgoing.ticker import TICK_SECONDS
from bot.upkeep.watchdog import PATIENCE_SECONDS, Pulse
from data.notices.outbox import oldest_waiting
from data.store.inbox import oldest_undone
from handlers.telegram.context import App

LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Health:
    """`updates`: they are heard and handled in time; `notices`: the schedule runs, and none is late."""

    updates: bool
    notices: bool

    @property
    def well(self) -> bool:
        """Whether all is."""
        return self.updates and self.notices


def health(app: App, pulse: Pulse) -> Health:
    """How the running bot is. Raises DatabaseUnusable when its database cannot be read."""
    db, now = app.bot_data.db, app.bot_data.now()
    return Health(
        updates=pulse.since(pulse.polled) <= PATIENCE_SECONDS and _in_time(oldest_undone(db), now),
        notices=pulse.since(pulse.ticked) <= 3 * TICK_SECONDS
        and _in_time(oldest_waiting(db, now, app.bot_data.zone), now),
    )


def _in_time(moment: datetime | None, now: datetime) -> bool:
    return moment is None or now - moment < LATE
