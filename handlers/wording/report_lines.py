"""Texts for a report in a line or two: who gave it, status, figures, files."""

from collections.abc import Iterable, Mapping, Sequence

from data.exports.texts import measure_beside, number
from data.reporting.attachments import Attachment
from data.reporting.figures import Figure
from data.standing.reports import Report
from data.standing.standing import Status
from handlers.wording import NOTHING, labels
from handlers.wording.task_lines import RETURNED_WHY, status_text
from handlers.wording.wordings import Html, Language, Wording, clauses, cut, html, join, plain, series

REPORT_LINE = Wording("{day} {by}：{state}", "{day} {by}: {state}")
RUNNING_TOTAL = Wording(
    "{indicator} 累计 {said}（已报 {before}，本次新增 {new}）",
    "{indicator} {said} in total ({before} reported before, {new} new)",
)
NONE: Mapping[int, Html] = {}
UNCHANGED = Wording("本期无变化", "no change this period")

NAME = 20
STOOD_IN = Wording("{by}（代{other}）", "{by} (for {other})")
SOMEBODY = Wording("（姓名不详）", "(name not known)")


def last_report(report: Report | None, language: Language, most: int = 500, figures: Mapping[int, Html] = NONE) -> Html:
    """Return the latest report: its status, note, obstacle, figures, and why it was returned; empty if there is none.
    Each text is cut to `most` characters."""
    if report is None:
        return NOTHING
    return join(
        [
            last_line(report, language),
            html(cut(report.note, most)),
            labels.labelled(labels.FIELD_OBSTACLE, cut(report.obstacle, most), language),
            labels.labelled(labels.FIELD_FIGURES, figures.get(report.id, NOTHING), language),
            labels.labelled(RETURNED_WHY, cut(report.returned or "", most), language),
        ]
    )


def last_line(report: Report, language: Language) -> Html:
    """Return when and by whom the latest report was given, and its status."""
    return REPORT_LINE(
        language,
        day=report.at.date(),
        by=author_text(report.by, report.on_behalf_of, language),
        state=reported_status_text(report.status, report.percent, language),
    )


def reported_status_text(status: Status, percent: int, language: Language) -> Html:
    """Return the status that a report gives: 已完成, although the task itself is then 待审核."""
    return labels.DONE(language) if status is Status.SUBMITTED else status_text(status, percent, language)


PHOTO = Wording("照片", "photo")
PHOTOS = Wording("照片 {count} 张", "{count} photos")
FILE = Wording("{name}（{size}）", "{name} ({size})")
FILE_UNITS = 60


def figures_text(figures: Iterable[Figure], language: Language) -> Html:
    """Return figures in one line, with their units of measure."""
    return html(clauses((figure_text(each, language) for each in figures), language))


def figure_text(figure: Figure, language: Language) -> str:
    """Return one figure with its name and unit of measure."""
    name = figure.english if language == "en" else figure.indicator
    if figure.said is not None:
        before = number(figure.said - figure.value)
        said = measured(figure, figure.said, language)
        return plain(RUNNING_TOTAL(language, indicator=name, said=said, new=number(figure.value), before=before))
    return f"{name} {measured(figure, figure.value, language)}"


def measured(figure: Figure, value: float, language: Language) -> str:
    """Return a number with the unit of measure of a figure, in Chinese; the English name includes it."""
    unit = "" if language == "en" else measure_beside(figure.indicator, figure.unit)
    return f"{number(value)} {unit}".rstrip()


def file_list(files: Sequence[Attachment], language: Language, most: int = 4096) -> Html:
    """Return the names and sizes of files in about `most` UTF-16 units; photos without a name are counted."""
    unnamed = [each for each in files if each.is_unnamed]
    named = [file_text(each, language) for each in files if each not in unnamed]
    if len(unnamed) > 1:
        photos = FILE(language, name=PHOTOS(language, count=len(unnamed)), size=_size(sum(x.size for x in unnamed)))
    else:
        photos = join([file_text(each, language) for each in unnamed])
    return Html(series(filter(None, [photos, *some_of(named, language, most)]), language))


def some_of(lines: Sequence[Html], language: Language, most: int) -> list[Html]:
    """Return as many lines as fit into about `most` UTF-16 units, and how many more there are."""
    room = max(1, most // FILE_UNITS)
    return labels.some_lines(lines, lambda line: line, room, language)


def file_text(file: Attachment, language: Language) -> Html:
    """Return a file's name and size."""
    name = PHOTO(language) if file.is_unnamed else html(cut(file.name, 40))
    return FILE(language, name=name, size=_size(file.size))


def _size(size: int) -> str:
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, size // 1024)} KB"


def author_text(by: str, on_behalf_of: str, language: Language) -> Html:
    """Return who did something and, if they stood in for somebody, for whom."""
    named = name_text(by, language)
    return STOOD_IN(language, by=named, other=cut(on_behalf_of, NAME)) if on_behalf_of else named


def name_text(text: str, language: Language) -> Html:
    """Return a name, cut if it is too long; a placeholder if it is empty."""
    return html(cut(text, NAME)) if text else SOMEBODY(language)
