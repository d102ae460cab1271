"""Texts of `liaison returns`."""

from collections.abc import Sequence

from data.exports.return_sheets import return_sheet, round_words
from data.exports.texts import number
from data.returns.return_table import ReturnTable
from handlers.wording import Html, Language, Wording, html, join, screen_width

HEAD = Wording(
    "{title} · {period} · 截止 {due}{frozen} · 已报 {filed}/{all}",
    "{title} · {period} · due {due}{frozen} · {filed} of {all} filed",
)
FROZEN = Wording(" · 数字已固定", " · figures frozen")
NONE = Wording("（还没有统计报表）", "(no statistics returns yet)")
NO_TITLE = Wording("没有“{title}”这份统计报表[；有：{known}]。", "There is no return “{title}”[; there are: {known}].")
NO_PERIOD = Wording("没有 {period} 这一期[；有：{known}]。", "There is no round of {period}[; there are: {known}].")
OF_A_FILING = 3
"""The number of last columns in a round's sheet that are about the filing itself."""


def table(found: ReturnTable, language: Language) -> Html:
    """Return a round as lines of aligned columns."""
    head = HEAD(
        language,
        title=found.round.title,
        period=round_words(found.round, language),
        due=found.round.due,
        frozen=FROZEN if found.round.frozen_at else "",
        filed=len(found.filed),
        all=len(found.units),
    )
    return join([head, *map(html, _aligned(_cells(found, language)))])


def _cells(found: ReturnTable, language: Language) -> list[list[str]]:
    """Return the cells of a round's sheet, without the columns on when, by whom and why it was filed or corrected."""
    sheet = return_sheet(found, "", language)
    said = [
        [number(each) if isinstance(each, float) else "–" if each is None else str(each) for each in row[:-OF_A_FILING]]
        for row in sheet.rows
    ]
    return [[column.name for column in sheet.columns[:-OF_A_FILING]], *said]


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines with the first two columns aligned to the left and the others to the right."""
    widths = [max(map(screen_width, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            _padded(cell, width, place > 1) for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * (width - screen_width(cell))
    return space + cell if right else cell + space
