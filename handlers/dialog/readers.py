"""What takes sentences for which there is something nearer than the answer of their aim; and what is known of them
where they are written while something is asked.

A reader is named by what it does with a sentence that is for it: answer_…, show_…, begin_…, offer_…. It returns true if
the words were for it: they are then answered. Where they were not it does nothing, and returns false."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Update

from data.understanding import Understanding
from data.understanding.orders import Said, said
from handlers.dialog.declaration import Talk
from handlers.telegram import Context, For
from handlers.telegram.audiences import may_use

T = TypeVar("T")
Takes = Callable[[Update, Context, Understanding], Coroutine[Any, Any, bool]]
Knows = Callable[[Talk[Any], str, Understanding], bool]
Finds = Callable[[Context, Understanding], T | None]
Acts = Callable[[Update, Context, T], Coroutine[Any, Any, None]]


def _never(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """What `takes` a sentence of those it is `for_`, and says whether it has."""

    takes: Takes
    for_: For
    known: Knows
    named: Knows

    async def __call__(self, update: Update, context: Context, meaning: Understanding) -> bool:
        """Take a sentence; true if the words were for it."""
        return may_use(context.person, self.for_) and await self.takes(update, context, meaning)

    def knows(self, talk: Talk[Any], text: str, heard: Understanding) -> bool:
        """Whether a text that is written while something is asked is surely for it, unless the question reads that as
        its answer."""
        return may_use(talk.context.person, self.for_) and self.known(talk, text, heard)

    def names(self, talk: Talk[Any], text: str, heard: Understanding) -> bool:
        """Whether a text is so by what it names, even where any words may be the answer."""
        return may_use(talk.context.person, self.for_) and self.named(talk, text, heard)


def reader(*, for_: For = For.EVERYONE, knows: Knows = _never, names: Knows = _never) -> Callable[[Takes], Reader]:
    """Declare whom a reader is for, and what it knows of a text that is written while something is asked."""
    return lambda takes: Reader(takes, for_, knows, names)


def acts_on(finds: Finds[T], *, for_: For = For.EVERYONE, known: bool = True) -> Callable[[Acts[T]], Reader]:
    """Declare a reader of the sentences in which it finds something: it acts on that. It knows them while something is
    asked, too, if they are `known` then."""

    def declared(acts: Acts[T]) -> Reader:
        async def takes(update: Update, context: Context, meaning: Understanding) -> bool:
            found = finds(context, meaning)
            if found is not None:
                await acts(update, context, found)
            return found is not None

        def knows(talk: Talk[Any], text: str, heard: Understanding) -> bool:
            return finds(talk.context, heard) is not None

        return Reader(takes, for_, knows if known else _never, _never)

    return declared


def if_so(is_it: Callable[[Understanding], bool]) -> Finds[Understanding]:
    """A sentence itself, if it is such a one."""
    return lambda context, heard: heard if is_it(heard) else None


def saying(*ways: str) -> Finds[Said]:
    """What a sentence says in one of these ways."""
    return lambda context, heard: said(heard, *ways)
