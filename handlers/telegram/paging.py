"""Paging of what is too long for one message."""

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
    """The items of a page; `number` counts from 0, `pages` is at least 1."""

    number: int
    pages: int
    shown: Sequence[T]

    def where(self, language: Language) -> Html:
        """Return "page n of m"; empty if there is only one page."""
        return labels.PAGE(language, page=self.number + 1, pages=self.pages) if self.pages > 1 else Html("")


def page_of(found: Sequence[T], number: int, size: int) -> Page[T]:
    """Return page `number` of `found`, with `size` items a page, or the last page if there are fewer."""
    pages = max(1, -(-len(found) // size))
    number = min(number, pages - 1)
    return Page(number, pages, found[number * size : (number + 1) * size])


def page_buttons(
    verb: Verb, to: Callable[[int], Sequence[object]], number: int, pages: int, language: Language
) -> list[InlineKeyboardButton]:
    """Return the buttons to the previous and next page; `to` returns the arguments of the button to a page."""
    before = [button(labels.PREVIOUS_PAGE(language), verb, *to(number - 1))] if number > 0 else []
    after = [button(labels.NEXT_PAGE(language), verb, *to(number + 1))] if number < pages - 1 else []
    return before + after
