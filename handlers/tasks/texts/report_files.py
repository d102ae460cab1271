"""The files of a report, and those that cannot be sent."""

from collections.abc import Mapping, Sequence

from data.office.history import PastReport
from handlers.telegram.wording import Html, Language, Wording, join, series

FILES_OF = Wording("{code} {unit} 佐证材料（{count}）", "{code} {unit}: evidence ({count})")
FILES_LOST = Wording("这些文件现在取不到：{names}", "These files cannot be had at present: {names}")
FILE_MOVED = Wording(
    "“{name}”已移出保存，需要时请向办公室要：{place}", "“{name}” is kept elsewhere; the office can get it: {place}"
)


def files_caption(report: PastReport, language: Language) -> Html:
    """What the files of a report are, above them."""
    return FILES_OF(language, code=report.code, unit=report.unit, count=len(report.files))


def files_lost(names: Sequence[str], moved: Mapping[str, str], language: Language) -> Html:
    """Which files cannot be sent, and where those lie that were moved out."""
    lost = [name for name in names if name not in moved]
    lines = [FILE_MOVED(language, name=name, place=place) for name, place in moved.items()]
    return join([*lines, FILES_LOST(language, names=series(lost, language)) if lost else Html("")])
