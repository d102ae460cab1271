"""Texts for figures, also beside those of the period before and those of returns."""

from collections.abc import Iterable, Sequence

from data.exports.texts import number
from data.reporting.figures import Figure
from handlers.summary.texts.counts import LINE
from handlers.wording import Html, Language, Wording, html, join
from handlers.wording.report_lines import figure_text, figures_text

FIGURES_HEAD = Wording("<b>统计数据</b> · {whose} · {days}", "<b>Figures</b> · {whose} · {days}")
BESIDE = Wording("{figure}（{days} {before}）", "{figure} ({days}: {before})")
BESIDE_MONTH = Wording(
    "{figure}（{days} {before}，{month}全月 {whole}）", "{figure} ({days}: {before}; all of {month}: {whole})"
)
IN_RETURN = Wording(
    "另：《{title}》（{period}）各单位已报合计：{figures}。不和上面相加。",
    "In addition, filed in “{title}” ({period}): {figures}. This is not added to the above.",
)
IN_OWN_RETURN = Wording(
    "另：您单位在《{title}》（{period}）里报的是：{figures}。不和上面相加。",
    "In addition, your unit filed in “{title}” ({period}): {figures}. This is not added to the above.",
)
OTHERS = Wording("其余 {count} 项指标没有数。", "Nothing for the other {count} indicators.")
NONE_OF_IT = Wording("{name}：没有报过", "{name}: none reported")
NONE_REPORTED = Wording("还没有报过。", "None have been reported.")


def figures(
    shown: Sequence[Figure], missing: Sequence[Figure], others: int, whose: Html, days: Html, language: Language
) -> Html:
    """Return the totals of indicators, a line each, those asked for that are `missing` as nobody reported any, and how
    many `others` have none. The heading says whose they are and for which days."""
    head = FIGURES_HEAD(language, whose=whose, days=days)
    rest = [OTHERS(language, count=others)] if others else []
    lines = [*(html(figure_text(each, language)) for each in shown), *_missing(missing, language)]
    return join([head, *([*lines, *rest] if lines else [NONE_REPORTED(language)])])


def _missing(figures: Sequence[Figure], language: Language) -> list[Html]:
    return [NONE_OF_IT(language, name=each.english if language == "en" else each.indicator) for each in figures]


def figures_beside(
    beside: Sequence[tuple[Figure, float, float]],
    missing: Sequence[Figure],
    whose: Html,
    days: Html,
    before: Html,
    month: Html,
    language: Language,
) -> Html:
    """Return the totals of indicators beside those of the period before, and those of which nobody reported any in
    either. If that is only the first days of a `month`, the last of the numbers is that of the whole month."""
    head = FIGURES_HEAD(language, whose=whose, days=days)
    put = BESIDE_MONTH if month else BESIDE
    lines = [
        put(
            language,
            figure=html(figure_text(each, language)),
            days=before,
            before=number(then),
            month=month,
            whole=number(whole),
        )
        for each, then, whole in beside
    ]
    lines += _missing(missing, language)
    return join([head, *(lines or [NONE_REPORTED(language)])])


def figures_by_unit(units: Iterable[tuple[str, Sequence[Figure]]], whose: Html, days: Html, language: Language) -> Html:
    """Return the totals of each unit that has any, a line each."""
    lines = by_name(units, language)
    return join([FIGURES_HEAD(language, whose=whose, days=days), lines or NONE_REPORTED(language)])


def by_name(found: Iterable[tuple[str, Sequence[Figure]]], language: Language) -> Html:
    """Return the totals of each unit or month that has any, a line each."""
    return join([LINE(language, name=name, parts=figures_text(shown, language)) for name, shown in found if shown])
