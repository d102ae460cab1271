"""Readers: functions that answer certain sentences before their aim decides, and may claim them while a question is
open.

A reader is named by what it does: answer_…, show_…, begin_…, offer_…. It returns True if it has answered the sentence;
otherwise it does nothing and returns False."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Update

from data.understanding import Order, Understanding, find_order
from handlers.dialog.declaration import Talk
from handlers.telegram import Context, For, may_use

T = TypeVar("T")
Takes = Callable[[Update, Context, Understanding], Coroutine[Any, Any, bool]]
Knows = Callable[[Talk[Any], str, Understanding], bool]
Finds = Callable[[Context, Understanding], T | None]
Acts = Callable[[Update, Context, T], Coroutine[Any, Any, None]]


def _never(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader that `takes` sentences of the people it is `for_`; `known` and `named` claim texts at a question."""

    takes: Takes
    for_: For
    known: Knows
    named: Knows

    async def __call__(self, update: Update, context: Context, meaning: Understanding) -> bool:
        """Answer a sentence if it is for this reader; return whether it was."""
        return may_use(context.person, self.for_) and await self.takes(update, context, meaning)

    def knows(self, talk: Talk[Any], text: str, heard: Understanding) -> bool:
        """Return whether a text written at an open question is surely for this reader, unless the question reads it as
        its answer."""
        return may_use(talk.context.person, self.for_) and self.known(talk, text, heard)

    def names(self, talk: Talk[Any], text: str, heard: Understanding) -> bool:
        """Return whether a text is for this reader by what it names, even if any words may answer the open question."""
        return may_use(talk.context.person, self.for_) and self.named(talk, text, heard)


def reader(*, for_: For = For.EVERYONE, knows: Knows = _never, names: Knows = _never) -> Callable[[Takes], Reader]:
    """Declare a reader: who it is for, and which texts it claims while a question is open."""
    return lambda takes: Reader(takes, for_, knows, names)


def acts_on(
    finds: Finds[T], *, for_: For = For.EVERYONE, known: bool = True, named: bool = False, names: Knows = _never
) -> Callable[[Acts[T]], Reader]:
    """Declare a reader that acts on what it `finds` in a sentence, if anything. If `known`, it also claims such texts
    while a question is open; if `named`, even if any words may answer that, and so it does with those that it
    `names`."""

    def declared(acts: Acts[T]) -> Reader:
        async def takes(update: Update, context: Context, meaning: Understanding) -> bool:
            found = finds(context, meaning)
            if found is not None:
                await acts(update, context, found)
            return found is not None

        def claims(talk: Talk[Any], text: str, heard: Understanding) -> bool:
            return finds(talk.context, heard) is not None

        return Reader(takes, for_, claims if known else _never, claims if named else names)

    return declared


def sentence_if(is_it: Callable[[Understanding], bool]) -> Finds[Understanding]:
    """Return a finder that finds the sentence itself if `is_it` holds."""
    return lambda context, heard: heard if is_it(heard) else None


def saying(*ways: str) -> Finds[Order]:
    """Return a finder of what a sentence says in one of these ways."""
    return lambda context, heard: find_order(heard, *ways)
