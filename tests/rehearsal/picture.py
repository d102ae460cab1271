"""The picture of the two years: messages and reports by month, and closed tasks against deadlines; drawn like the bot's
own pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.exports.pictures.canvas import BODY_SIZE, GREY, HEAD_SIZE, INK, MARGIN, SMALL_SIZE, TITLE_SIZE, WIDTH, Canvas

HEIGHT, PANEL = 3000, 420
HEARD, REPORTS, CLOSED, DUE = "#8CC4F0", "#00614A", "#00614A", "#C8390B"


@dataclass(frozen=True)
class Month:
    """What is drawn for a month: unasked messages, valid reports, and how many duties were closed and had been due at
    its end."""

    name: str
    heard: int
    reports: int
    closed: int
    due: int


def picture(months: Sequence[Month], title: str) -> bytes:
    """Return the picture as a PNG file."""
    canvas = Canvas(HEIGHT)
    canvas.paragraph(title, TITLE_SIZE, bold=True)
    _bars(canvas, "Messages that came unasked, by month", [(each.name, each.heard) for each in months], HEARD)
    _bars(canvas, "Reports that stand, by month", [(each.name, each.reports) for each in months], REPORTS)
    _lines(canvas, months)
    return canvas.png()


def _bars(canvas: Canvas, heading: str, values: Sequence[tuple[str, int]], colour: str) -> None:
    _head(canvas, heading)
    top, bottom = canvas.y, canvas.y + PANEL
    most, width = max(1, *(value for _, value in values)), (WIDTH - 2 * MARGIN) / len(values)
    for number, (_, value) in enumerate(values):
        left = MARGIN + width * number
        height = (PANEL - SMALL_SIZE * 2) * value / most
        canvas.box(left + 6, bottom - height, left + width - 6, bottom, colour)
        canvas.text(left + width / 2, bottom - height - 6 - SMALL_SIZE / 2, str(value), SMALL_SIZE, INK, "mm")
    canvas.line([(MARGIN, bottom), (WIDTH - MARGIN, bottom)], GREY)
    _months(canvas, [name for name, _ in values], bottom)
    assert top < bottom


def _lines(canvas: Canvas, months: Sequence[Month]) -> None:
    _head(canvas, "Closed duties, against those whose deadline has come")
    for colour, words in ((CLOSED, "closed, with a deadline or without"), (DUE, "deadline has come")):
        canvas.line([(MARGIN, canvas.y + BODY_SIZE / 2), (MARGIN + 60, canvas.y + BODY_SIZE / 2)], colour, 7)
        canvas.text(MARGIN + 76, canvas.y + BODY_SIZE / 2, words, BODY_SIZE, anchor="lm")
        canvas.y += BODY_SIZE * 1.5
    bottom = canvas.y + PANEL
    most = max(1, *(max(each.closed, each.due) for each in months))
    width = (WIDTH - 2 * MARGIN) / len(months)
    for colour, counts in ((DUE, [each.due for each in months]), (CLOSED, [each.closed for each in months])):
        points = [
            (MARGIN + width * (number + 0.5), bottom - (PANEL - SMALL_SIZE * 2) * count / most)
            for number, count in enumerate(counts)
        ]
        canvas.line(points, colour, 7)
        x, y = points[-1]
        canvas.text(x + 10, y - SMALL_SIZE, str(counts[-1]), HEAD_SIZE, colour, "mm", bold=True)
    canvas.line([(MARGIN, bottom), (WIDTH - MARGIN, bottom)], GREY)
    _months(canvas, [each.name for each in months], bottom)


def _head(canvas: Canvas, words: str) -> None:
    canvas.y += 30
    canvas.paragraph(words, HEAD_SIZE, bold=True)
    canvas.y += 10


def _months(canvas: Canvas, names: Sequence[str], bottom: float) -> None:
    """Draw the months below a panel, with the year where one begins."""
    width = (WIDTH - 2 * MARGIN) / len(names)
    for number, name in enumerate(names):
        year, month = name.split("-")
        middle = MARGIN + width * (number + 0.5)
        canvas.text(middle, bottom + 8, str(int(month)), SMALL_SIZE, GREY, "ma")
        if number == 0 or month == "01":
            canvas.text(middle, bottom + 8 + SMALL_SIZE * 1.3, year, SMALL_SIZE, GREY, "ma")
    canvas.y = bottom + SMALL_SIZE * 3
