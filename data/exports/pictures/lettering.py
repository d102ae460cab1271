"""Text in pictures: the font, text widths, and cutting or breaking text to a width."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

MOST_LINES = 3
"""Lines of a name in a table; a longer one is cut."""
CLOSING = "，。、；：）”》！？ "
"""Characters that may not begin a line."""


@lru_cache(maxsize=32)
def font_of(size: int) -> "ImageFont.FreeTypeFont":
    """Return the font in a size in pixels."""
    from PIL import ImageFont

    content = files("data.exports").joinpath("fonts", "NotoSansCJKsc-Regular.otf").read_bytes()
    return ImageFont.truetype(BytesIO(content), size)


def text_width(text: str, size: int) -> float:
    """Return the width of a text in pixels."""
    return font_of(size).getlength(text)


def narrowed(text: str, size: int, most: float) -> str:
    """Return the text, cut with an ellipsis to at most `most` pixels."""
    if text_width(text, size) <= most:
        return text
    while text and text_width(text + "…", size) > most:
        text = text[:-1]
    return text + "…"


def name_in_lines(name: str, sizes: Sequence[int], most: float) -> tuple[int, list[str]]:
    """Return the font size and the lines of a name in a column of `most` pixels: one line in the first of `sizes` in
    which it fits, else up to MOST_LINES in the last, of which the last one is cut if there are more."""
    size = next((each for each in sizes if text_width(name, each) <= most), sizes[-1])
    lines = in_lines(name, size, most)
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = ["".join(lines[MOST_LINES - 1 :])]
    return size, [narrowed(each, size, most) for each in lines]


def in_lines(text: str, size: int, most: float) -> list[str]:
    """Return the text broken into lines of at most `most` pixels, without breaking Latin words where possible."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), size) > most:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        if pieces and (char in CLOSING or _is_of_a_word(char, pieces[-1]) or _is_counted(char, pieces[-1])):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _is_counted(char: str, before: str) -> bool:
    """Return whether a space parts a number from what it counts, or from the Chinese word before it."""
    beside = before[-2:-1]
    return before.endswith(" ") and (beside.isdigit() or (char.isdigit() and not beside.isascii()))


def _is_of_a_word(char: str, before: str) -> bool:
    return char.isascii() and before[-1].isascii() and not before.endswith(" ")
