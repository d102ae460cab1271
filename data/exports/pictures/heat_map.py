"""The picture of all units by section, both in the order of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.exports.ledger import Ledger
from data.exports.pictures.canvas import BODY_SIZE, GREY, INK, LEADING, MARGIN, PALE, SMALL_SIZE, WIDTH, Canvas
from data.exports.pictures.lettering import in_lines, name_in_lines
from data.exports.texts import NO_UNIT, Language, Words, units_words
from data.exports.texts import pictures as words
from data.standing.counts import Counts, Part

ROW, NAME, DONE, WIDEST = 46, 280, 96, 110
"""Least height of a row, and widths in pixels: of the column of names at least, of that of closed tasks, and of that of
a section at most."""
MOST_ROWS, MOST_PRINTED = 42, 20
"""Maximum number of rows in a picture; more would be too small to read on a phone, or on a printed page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The meaning, letter and colours of a field; the colours differ in lightness, too."""

    meaning: Words
    letter: Words
    fill: str
    ink: str


OVERDUE = Mark(*words.OVERDUE, "#C8390B", "#FFFFFF")
BLOCKED = Mark(*words.BLOCKED, "#F5B400", "#1A1A1A")
DUE_SOON = Mark(*words.DUE_SOON, "#8CC4F0", "#1A1A1A")
UNDER_WAY = Mark(*words.UNDER_WAY, "#D5ECE4", "#1A1A1A")
NOT_STARTED = Mark(*words.NOT_STARTED, "#F0F0F0", "#5C5C5C")
FINISHED = Mark(*words.FINISHED, "#00614A", "#FFFFFF")
MARKS = (OVERDUE, BLOCKED, DUE_SOON, UNDER_WAY, NOT_STARTED, FINISHED)


def heat_map(ledger: Ledger, language: Language, most_rows: int = MOST_ROWS) -> list[bytes]:
    """Return the picture as PNG files, several if there are many units."""
    parts = ledger.progress.parts
    units = units_in_order(parts)
    pages = [units[start : start + most_rows] for start in range(0, len(units), most_rows)]
    return [_page(ledger, page, (number, len(pages)), language) for number, page in enumerate(pages, start=1)]


def units_in_order(parts: Sequence[Part]) -> list[str | None]:
    """Return the units in the order of the plan, with None for tasks without a unit at the end."""
    return sorted(dict.fromkeys(part.unit for part in parts), key=lambda unit: unit is None)


def mark_of(counts: Counts) -> Mark:
    """Return the mark of the most urgent state among the counted assignments."""
    if counts.overdue:
        return OVERDUE
    if counts.blocked:
        return BLOCKED
    if counts.due_soon:
        return DUE_SOON
    if counts.in_progress:
        return UNDER_WAY
    return NOT_STARTED if counts.not_started else FINISHED


def _page(ledger: Ledger, units: Sequence[str | None], page: tuple[int, int], language: Language) -> bytes:
    progress = ledger.progress
    canvas = Canvas(1400 + 3 * ROW * len(units) + 80 * len(progress.sections))
    _head(canvas, ledger, page, language)
    _legend(canvas, language)
    _grid(canvas, progress.parts, units, progress.sections, language)
    _sections(canvas, progress.sections, language)
    return canvas.png()


def _head(canvas: Canvas, ledger: Ledger, page: tuple[int, int], language: Language) -> None:
    told, counts = ledger.progress, ledger.progress.all
    of = words.TOLD(language, units=units_words(ledger.units, language), day=told.last)
    canvas.head(language, words.MAP_TITLE(language), told.title, of, *page)
    canvas.y += 8
    numbers = {name: getattr(counts, name) for name in counts.__slots__}
    numbers["not_started"] -= counts.never_reported
    canvas.paragraph(words.IN_ALL(language, **numbers), BODY_SIZE)
    canvas.paragraph(words.HOW_TO_READ(language), SMALL_SIZE, GREY)


def _legend(canvas: Canvas, language: Language) -> None:
    canvas.y += 10
    x = float(MARGIN)
    for number, mark in enumerate(MARKS):
        meaning = mark.meaning(language)
        if number == len(MARKS) // 2:
            x, canvas.y = float(MARGIN), canvas.y + ROW + 10
        _field(canvas, x, canvas.y, ROW, mark, language)
        canvas.text(x + ROW + 10, canvas.y + ROW / 2, meaning, BODY_SIZE, anchor="lm")
        x += (WIDTH - 2 * MARGIN) / 3
    canvas.y += ROW + 26


def _field(canvas: Canvas, x: float, y: float, width: float, mark: Mark, language: Language, height: int = ROW) -> None:
    outline = PALE if mark is NOT_STARTED else None
    canvas.box(x + 1, y + 1, x + width - 2, y + height - 2, mark.fill, outline)
    canvas.text(x + width / 2, y + height / 2, mark.letter(language), SMALL_SIZE, mark.ink, "mm")


def _grid(
    canvas: Canvas, parts: Sequence[Part], units: Sequence[str | None], sections: Sequence[str], language: Language
) -> None:
    column = min((WIDTH - 2 * MARGIN - NAME - DONE) / max(len(sections), 1), WIDEST)
    fields = WIDTH - MARGIN - DONE - column * len(sections)
    counts = {(part.unit, part.section): part.counts for part in parts}
    for number, _ in enumerate(sections):
        x = fields + column * (number + 0.5)
        canvas.text(x, canvas.y + ROW / 2, str(number + 1), SMALL_SIZE, GREY, "mm")
    canvas.text(WIDTH - MARGIN, canvas.y + ROW / 2, words.DONE_OF(language), SMALL_SIZE, GREY, "rm")
    canvas.y += ROW
    for row, unit in enumerate(units):
        size, lines = name_in_lines(unit or NO_UNIT(language), (BODY_SIZE, SMALL_SIZE), fields - MARGIN - 14)
        height = max(ROW, round(len(lines) * size * LEADING) + 4)
        if row % 2 == 0:
            canvas.box(MARGIN - 10, canvas.y, WIDTH - MARGIN + 10, canvas.y + height - 1, "#FAFAFA")
        canvas.lines(MARGIN, canvas.y + height / 2, lines, size, bold=False)
        all_of_it = Counts()
        for number, section in enumerate(sections):
            if (found := counts.get((unit, section))) is not None:
                all_of_it += found
                left = fields + column * number
                _field(canvas, left, canvas.y, column, mark_of(found), language, height)
        done = f"{all_of_it.closed}/{all_of_it.total}"
        canvas.text(WIDTH - MARGIN, canvas.y + height / 2, done, SMALL_SIZE, INK, "rm")
        canvas.y += height


def _sections(canvas: Canvas, sections: Sequence[str], language: Language) -> None:
    canvas.y += 22
    canvas.text(MARGIN, canvas.y, words.SECTIONS(language), SMALL_SIZE, GREY)
    canvas.y += SMALL_SIZE * 1.6
    half = (len(sections) + 1) // 2
    width = (WIDTH - 2 * MARGIN) / 2
    top, lowest = canvas.y, canvas.y
    for number, section in enumerate(sections):
        if number in (0, half):
            canvas.y = top
        left = MARGIN + (0 if number < half else width)
        canvas.text(left, canvas.y, str(number + 1), SMALL_SIZE, GREY)
        for line in in_lines(section, SMALL_SIZE, width - 58):
            canvas.text(left + 44, canvas.y, line, SMALL_SIZE)
            canvas.y += SMALL_SIZE * 1.35
        lowest = max(lowest, canvas.y)
    canvas.y = lowest
