"""The guided tour: things to try, ticked off once they have really happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.emulator import World

TELLING = {"message", "edit", "chat"}
"""The events after which the steps are checked."""


@dataclass(frozen=True, slots=True)
class Step:
    """A thing to try. For it, the page offers to open `chat_id` with `text`, or to `post` a body to a path."""

    id: str
    words: dict[str, str]
    happened: Callable[[], bool]
    chat_id: int | None = None
    text: str | None = None
    post: dict[str, Any] | None = None


@dataclass
class Tour:
    """The steps and which of them are done. `tell` is called when that changes."""

    steps: Sequence[Step]
    tell: Callable[[], None]
    done: set[str] = field(default_factory=set)

    def follow(self, world: World) -> None:
        """Check the steps whenever something happens in the world."""
        world.on_change(lambda event: self.look() if event["event"] in TELLING else None)

    def look(self) -> None:
        """Tick off the steps that have happened."""
        news = {step.id for step in self.steps if step.id not in self.done and step.happened()}
        if news:
            self.done |= news
            self.tell()

    def shown(self) -> list[dict[str, Any]]:
        """Return the steps as the page shows them."""
        return [_shown(step, done=step.id in self.done) for step in self.steps]


def _shown(step: Step, *, done: bool) -> dict[str, Any]:
    offers = {"chat_id": step.chat_id, "text": step.text, "post": step.post}
    return {"id": step.id, **step.words, "done": done} | {name: value for name, value in offers.items() if value}
