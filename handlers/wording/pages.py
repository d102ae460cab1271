"""Pages of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.wording import labels
from handlers.wording.wordings import NOTHING, Html, Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of a page; `number` counts from 0, `pages` is at least 1."""

    number: int
    pages: int
    shown: Sequence[T]

    def where(self, language: Language) -> Html:
        """Return "page n of m"; empty if there is only one page."""
        return labels.PAGE(language, page=self.number + 1, pages=self.pages) if self.pages > 1 else NOTHING


def page_of(found: Sequence[T], number: int, size: int) -> Page[T]:
    """Return page `number` of `found`, with `size` items a page, or the last page if there are fewer."""
    pages = max(1, -(-len(found) // size))
    number = min(number, pages - 1)
    return Page(number, pages, found[number * size : (number + 1) * size])
