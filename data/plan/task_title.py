"""A task's title, in the plan's own words and in English."""

from collections.abc import Mapping
from typing import Any, Self


class TaskTitle(str):
    """A task's title as the plan has it; `english` is empty where the plan gives none."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, words: str, english: str = "") -> Self:
        """A title in the plan's own words, with the one in English."""
        title = super().__new__(cls, words)
        title.english = english
        return title

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """The title of a row that has the columns `title` and `title_en`."""
        return cls(row["title"], row["title_en"])

    def said_in(self, language: str) -> str:
        """The title for a reader of a language, zh or en."""
        return self.english if language == "en" and self.english else str(self)
