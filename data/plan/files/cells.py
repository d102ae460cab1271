"""The text of table cells, freed from what spreadsheets and scans add to it."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from data.patterns import Pattern

_EXCEL_RETURN = Pattern("(?i)_x000D_")
_LATIN = "\xff"


def lines(text: str) -> str:
    """The text with its lines kept, each trimmed, and blank lines and invisible characters left out."""
    trimmed = (" ".join(line.split()) for line in _visible(text).splitlines())
    return "\n".join(line for line in trimmed if line)


def one_line(text: str) -> str:
    """The text in one line, without the blanks and breaks that stand between Chinese characters."""
    return joined(_visible(text).split())


def joined(words: Sequence[str]) -> str:
    """Words in one line, without blanks between Chinese characters."""
    gaps = ("" if before[-1] > _LATIN and behind[0] > _LATIN else " " for before, behind in pairwise(words))
    return "".join(f"{gap}{word}" for gap, word in zip(("", *gaps), words, strict=False))


@lru_cache(4096)
def plain(text: str) -> str:
    """The text as it is compared: half-width, small letters, without blanks."""
    return "".join(unicodedata.normalize("NFKC", _visible(text)).split()).casefold()


def _visible(text: str) -> str:
    text = _EXCEL_RETURN.sub("", text)
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf"))
