"""What is too long for one message, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from telegram import InlineKeyboardButton

from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button
from handlers.telegram.wording import Html, Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """What stands on a page; `number` counts from 0, `pages` are at least 1."""

    number: int
    pages: int
    shown: Sequence[T]

    def where(self, language: Language) -> Html:
        """Which page of how many; nothing where there is but one."""
        return labels.PAGE(language, page=self.number + 1, pages=self.pages) if self.pages > 1 else Html("")


def page_of(found: Sequence[T], number: int, size: int) -> Page[T]:
    """A page of what was found, `size` a page: the last one where there are not so many."""
    pages = max(1, -(-len(found) // size))
    number = min(number, pages - 1)
    return Page(number, pages, found[number * size : (number + 1) * size])


def turns(
    verb: Verb, to: Callable[[int], Sequence[object]], number: int, pages: int, language: Language
) -> list[InlineKeyboardButton]:
    """The ways to the pages beside one of so many; `to` gives the arguments of the button that leads to a page."""
    before = [button(labels.PREVIOUS_PAGE(language), verb, *to(number - 1))] if number > 0 else []
    after = [button(labels.NEXT_PAGE(language), verb, *to(number + 1))] if number < pages - 1 else []
    return before + after
