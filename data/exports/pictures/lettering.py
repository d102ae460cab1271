"""Text in pictures: the one font, how wide a text is in it, and texts cut or broken to a width."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

CLOSING = "，。、；：）”》！？ "
"""No line begins with one of these."""


@lru_cache(maxsize=32)
def font_of(size: int) -> "ImageFont.FreeTypeFont":
    """The font in a size."""
    from PIL import ImageFont

    content = files("data.exports").joinpath("fonts", "NotoSansCJKsc-Regular.otf").read_bytes()
    return ImageFont.truetype(BytesIO(content), size)


def text_width(text: str, size: int) -> float:
    """How wide a text is, in pixels."""
    return font_of(size).getlength(text)


def narrowed(text: str, size: int, most: float) -> str:
    """A text of at most so many pixels; a cut one ends in …."""
    if text_width(text, size) <= most:
        return text
    while text and text_width(text + "…", size) > most:
        text = text[:-1]
    return text + "…"


def in_lines(text: str, size: int, most: float) -> list[str]:
    """A text in lines of at most so many pixels; words of letters stay whole where they can."""
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
        if pieces and (char in CLOSING or _is_of_a_word(char, pieces[-1])):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _is_of_a_word(char: str, before: str) -> bool:
    return char.isascii() and before[-1].isascii() and not before.endswith(" ")
