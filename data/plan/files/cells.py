"""The text of table cells, freed from what spreadsheets and scans add to it."""

import re
import unicodedata

_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\xff]) +(?=[^\x00-\xff])")
_EXCEL_RETURN = re.compile("_x000D_", re.IGNORECASE)


def lines(text: str) -> str:
    """The text with its lines kept, each trimmed, and blank lines and invisible characters left out."""
    trimmed = (" ".join(line.split()) for line in _visible(text).splitlines())
    return "\n".join(line for line in trimmed if line)


def one_line(text: str) -> str:
    """The text in one line, without the blanks and breaks that stand between Chinese characters."""
    return _BETWEEN_CHINESE.sub("", " ".join(_visible(text).split()))


def plain(text: str) -> str:
    """The text as it is compared: half-width, small letters, without blanks."""
    return "".join(unicodedata.normalize("NFKC", _visible(text)).split()).casefold()


def _visible(text: str) -> str:
    text = _EXCEL_RETURN.sub("", text)
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf"))
