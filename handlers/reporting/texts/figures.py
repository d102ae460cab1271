"""What is said of figures that were taken, of those that are only about right, and of numbers that do not count."""

from collections.abc import Iterable

from data.reporting.figures import Figure
from handlers.reporting.counted import Counted
from handlers.telegram import Html, Language, Wording, figures_text, join, series

FIGURES_KEPT = Wording("已记下：{figures}。", "Noted: {figures}.")
NOT_COUNTED = Wording("只留在情况里、不计入统计的：{words}", "In the note alone, not counted: {words}")
ABOUT = Wording(
    "“{said}”是约数，按“{figure}”计；有准数请直接发。",
    "“{said}” is only about right and is counted as “{figure}”; if you have the exact number, send it.",
)


def counted_text(figures: Iterable[Figure], counts: Counted, language: Language) -> Html:
    """Which of the figures are only about right, and which numbers of the note do not count."""
    said = dict(counts.about)
    about = [
        ABOUT(language, said=said[each.indicator], figure=figures_text([each], language))
        for each in figures
        if each.indicator in said
    ]
    left = NOT_COUNTED(language, words=series(counts.left, language)) if counts.left else Html("")
    return join([*about, left])
