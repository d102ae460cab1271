"""The view of the summary that words ask for, and by which units it is told apart: 按单位汇总, 立案多少，按区."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table

View = TypeVar("View", bound=str)
_WORDS: dict[str, Any] = table("summary")
_MORE: dict[str, list[str]] = _WORDS["views"]
_BESIDE = Pattern(rf"[\s,，。.?？]|{any_word([*_WORDS['as_such'], *_WORDS['beside']])}")
_EACH_OF = {group: Pattern(any_word(words)) for group, words in _WORDS["each_of"].items()}


def group_told_apart(text: str) -> str | None:
    """Return the group of units by which a text wants a summary told apart (立案多少，按区), or None."""
    return next((group for group, words in _EACH_OF.items() if words.search(text.lower())), None)


def view_named(text: str, views: Mapping[View, Iterable[str]]) -> View | None:
    """Return the view that a message names by its button or in other words, and says nothing else, or None."""
    plain = text.strip().lower()
    said = {plain, _BESIDE.sub("", plain)}
    return next((view for view, words in views.items() if not said.isdisjoint(_words_of(view, words))), None)


def _words_of(view: str, words: Iterable[str]) -> set[str]:
    """Return the words for a view in lower case, with and without their spaces."""
    lowered = {each.lower() for each in words}
    return {*lowered, *(each.replace(" ", "") for each in lowered), *_MORE.get(view, ())}
