"""The canvas for pictures: as wide as a phone needs, with one font and colours that everybody can tell apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from data.exports.pictures.lettering import font_of, in_lines
from data.exports.texts import Language
from data.exports.texts.pictures import PAGE

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDTH, MARGIN = 1080, 36
"""In pixels; a phone shows a picture of this width at a third to a half of its size."""
TITLE_SIZE, HEAD_SIZE, BODY_SIZE, SMALL_SIZE = 44, 34, 30, 26
"""Font sizes in pixels; no text is smaller."""
LEADING = 1.15
"""Height of a line in a cell, in font sizes."""
COMPRESSION = 3
"""PNG's level of compression: the files of higher ones are hardly smaller and take five times as long."""
DASH = 14
"""Length of a dash and of the gap behind it, in pixels."""
INK, GREY, PALE, PAPER = "#1A1A1A", "#5C5C5C", "#D4D4D4", "#FFFFFF"
Anchor = Literal["la", "ma", "ra", "lm", "mm", "rm"]


@dataclass
class Canvas:
    """A canvas that is filled from top to bottom; `y` is where the next text goes."""

    height: int
    y: float = MARGIN
    image: "Image.Image" = field(init=False)
    pen: "ImageDraw.ImageDraw" = field(init=False)

    def __post_init__(self) -> None:
        from PIL import Image, ImageDraw

        self.image = Image.new("RGB", (WIDTH, self.height), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def text(
        self, x: float, y: float, text: str, size: int, colour: str = INK, anchor: Anchor = "la", *, bold: bool = False
    ) -> None:
        """Draw a text at a position."""
        stroke = max(1, size // 28) if bold else 0
        self.pen.text(
            (x, y), text, font=font_of(size), fill=colour, anchor=anchor, stroke_width=stroke, stroke_fill=colour
        )

    def lines(self, x: float, middle: float, lines: Sequence[str], size: int, colour: str = INK, *, bold: bool) -> None:
        """Draw lines of text around the height of their middle."""
        top = middle - size * LEADING * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text(x, top + size * LEADING * number, line, size, colour, "lm", bold=bold)

    def paragraph(self, text: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """Draw a text from margin to margin on as many lines as it needs."""
        for line in in_lines(text, size, WIDTH - 2 * MARGIN):
            self.text(MARGIN, self.y, line, size, colour, bold=bold)
            self.y += size * 1.4

    def head(self, language: Language, title: str, plan: str, told: str, page: int = 1, pages: int = 1) -> None:
        """Draw the title, the plan and a line about the content, with the page number if there are several."""
        where = [PAGE(language, page=page, pages=pages)] if pages > 1 else []
        self.paragraph(title, TITLE_SIZE, bold=True)
        self.paragraph(plan, HEAD_SIZE)
        self.paragraph(" · ".join([told, *where]), BODY_SIZE, GREY)

    def box(self, left: float, top: float, right: float, bottom: float, fill: str, outline: str | None = None) -> None:
        """Draw a rectangle."""
        self.pen.rectangle((left, top, right, bottom), fill=fill, outline=outline, width=2)

    def line(self, points: Sequence[tuple[float, float]], colour: str = PALE, width: int = 2) -> None:
        """Draw a line through points."""
        self.pen.line(points, fill=colour, width=width, joint="curve")

    def dashes(self, points: Sequence[tuple[float, float]], colour: str, width: int) -> None:
        """Draw a dashed line through points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1)
            for start in range(0, int(length), 2 * DASH):
                end = min(start + DASH, length)
                at = [(x0 + (x1 - x0) * part / length, y0 + (y1 - y0) * part / length) for part in (start, end)]
                self.pen.line(at, fill=colour, width=width)

    def png(self) -> bytes:
        """Return the picture as a PNG file, cut off below its content."""
        file = BytesIO()
        cut = self.image.crop((0, 0, WIDTH, min(self.height, round(self.y) + MARGIN)))
        cut.save(file, "PNG", compress_level=COMPRESSION)
        return file.getvalue()
