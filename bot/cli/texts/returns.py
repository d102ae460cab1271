"""Statistics returns on the command line."""

from collections.abc import Iterable, Sequence

from data.exports.return_sheets import indicator_words, round_words, state_words
from data.exports.texts.return_sheets import CORRECTED, STATE, TOTAL
from data.exports.texts.sheets import UNIT
from data.returns.return_table import ReturnTable
from data.returns.unit_returns import Values
from handlers.telegram.days import day_text
from handlers.telegram.wording import Html, Language, Wording, columns, html, join, series

HEAD = Wording(
    "{title} · {period} · 截止 {due}{frozen} · 已报 {filed}/{all}",
    "{title} · {period} · due {due}{frozen} · {filed} of {all} filed",
)
FROZEN = Wording(" · 数字已固定", " · figures frozen")
NONE = Wording("（还没有统计报表）", "(no statistics returns yet)")
NO_TITLE = Wording("没有“{title}”这份统计报表{known}。", "There is no return “{title}”{known}.")
NO_PERIOD = Wording("没有 {period} 这一期{known}。", "There is no round of {period}{known}.")
KNOWN = Wording("；有：{names}", "; there are: {names}")


def table(found: ReturnTable, language: Language) -> Html:
    """A round as lines of aligned columns."""
    head = HEAD(
        language,
        title=found.round.title,
        period=round_words(found.round, language),
        due=day_text(found.round.due, language),
        frozen=FROZEN(language) if found.round.frozen_at else "",
        filed=len(found.filed),
        all=len(found.units),
    )
    return join([head, *map(html, _aligned(_cells(found, language)))])


def no_title(title: str, known: Iterable[str], language: Language) -> Html:
    """None is called so; those that there are."""
    return NO_TITLE(language, title=title, known=_known(known, language))


def no_period(period: str, known: Iterable[str], language: Language) -> Html:
    """There was no such round; those that there were."""
    return NO_PERIOD(language, period=period, known=_known(known, language))


def _known(names: Iterable[str], language: Language) -> Html:
    said = series(dict.fromkeys(names), language)
    return KNOWN(language, names=said) if said else Html("")


def _cells(found: ReturnTable, language: Language) -> list[list[str]]:
    headings = [indicator_words(each, language) for each in found.indicators]
    beside = (
        [CORRECTED(language, heading=indicator_words(each, language)) for each in found.indicators]
        if found.totals_now
        else []
    )
    lines = [[UNIT(language), STATE(language), *headings, *beside]]
    for each in found.units:
        now = _numbers(found, each.values_now or {}) if found.totals_now else []
        lines.append([each.unit.name, state_words(each, language), *_numbers(found, each.values), *now])
    now = _numbers(found, found.totals_now) if found.totals_now else []
    return [*lines, [TOTAL(language), "", *_numbers(found, found.totals), *now]]


def _numbers(found: ReturnTable, values: Values) -> list[str]:
    return [f"{values[each.name]:.10g}" if each.name in values else "–" for each in found.indicators]


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """The first two columns to the left, numbers to the right."""
    widths = [max(map(columns, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            _padded(cell, width, place > 1) for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * (width - columns(cell))
    return space + cell if right else cell + space
