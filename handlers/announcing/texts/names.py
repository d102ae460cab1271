"""Names in a sentence, so many of them that it stays short."""

from collections.abc import Sequence

from handlers.telegram import Language, cut, series

MOST_NAMED, LONGEST_NAME = 8, 30


def some(names: Sequence[str], language: Language, most: int = MOST_NAMED, longest: int = LONGEST_NAME) -> str:
    """The first names, each cut to its longest, with … where there are more."""
    shown = [cut(name, longest) for name in names[:most]]
    return series(shown, language) + ("…" if len(names) > most else "")
