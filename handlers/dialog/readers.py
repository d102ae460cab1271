"""What takes sentences for which there is something nearer than the answer of their aim; and what is known of them
where they are written while something is asked.

A reader is named by what it does with a sentence that is for it: answer_…, show_…, begin_…, offer_…. It returns true if
the words were for it: they are then answered. Where they were not it does nothing, and returns false."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Update

from data.understanding import Understanding
from handlers.dialog.declaration import Talk
from handlers.telegram import Context

Takes = Callable[[Update, Context, Understanding], Coroutine[Any, Any, bool]]
Knows = Callable[[Talk[Any], str, Understanding], bool]


def _never(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """What `takes` a sentence, and says whether it has.

    While something is asked it `knows` a text that is surely for it, unless the question reads that as its answer; by
    what `names` something of its own it knows one even where any words may be the answer.
    """

    takes: Takes
    knows: Knows = _never
    names: Knows = _never

    async def __call__(self, update: Update, context: Context, meaning: Understanding) -> bool:
        """Take a sentence; true if the words were for it."""
        return await self.takes(update, context, meaning)


def reader(*, knows: Knows = _never, names: Knows = _never) -> Callable[[Takes], Reader]:
    """Declare what a reader knows of a text that is written while something is asked."""
    return lambda takes: Reader(takes, knows, names)
