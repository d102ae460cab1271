"""The running demo as the page sees it beyond the chats: clock, faults and tour."""

from typing import Any

from bot.demo import cast
from bot.demo.demo_bot import RunningBot
from bot.demo.demo_database import keep_clock
from bot.demo.time_machine import TimeMachine
from bot.demo.tour import Tour
from bot.demo.tour_steps import itinerary
from bot.demo.witness import Witness
from bot.emulator import World
from bot.emulator.page_json import active_faults


class Show:
    """The world, the bot in it, the time machine and the tour. Every change is passed to the pages."""

    def __init__(self, world: World, bot: RunningBot) -> None:
        self.world, self.bot = world, bot
        self.url = ""
        self.machine = TimeMachine(bot, self.tell_clock)
        self.tour = Tour((), self.tell_tour)

    def begin_tour(self) -> None:
        """Begin the tour at the present moment."""
        self.tour.steps = itinerary(Witness(self.world, self.bot))
        self.tour.follow(self.world)
        self.world.on_change(lambda event: self.tell_labels() if event["event"] == "message" else None)

    def state(self) -> dict[str, Any]:
        """Return the demo's additions to the page's state."""
        return {"clock": self._clock(), "tour": self.tour.shown()}

    def tell_clock(self) -> None:
        """Tell the pages that the clock has moved, and store where it stands."""
        keep_clock(self.bot.db, self.bot.clock)
        self.world.emit("clock", clock=self._clock())

    def tell_faults(self) -> None:
        """Tell the pages which faults are on."""
        self.world.emit("faults", faults=active_faults(self.world))

    def tell_tour(self) -> None:
        """Tell the pages how far the tour is."""
        self.world.emit("tour", tour=self.tour.shown())

    def tell_labels(self) -> None:
        """Let the pages reload the state if somebody's label has changed."""
        if cast.label_cast(self.world, self.bot.db):
            self.world.emit("menu")

    def _clock(self) -> dict[str, Any]:
        following = self.machine.next_notice()
        return {
            "now": self.bot.clock.now().isoformat(),
            "zone": self.bot.db.zone.key,
            "next": following.isoformat() if following else None,
        }
