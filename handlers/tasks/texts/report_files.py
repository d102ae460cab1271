"""The files of a report."""

from data.office.past_entries import PastReport
from handlers.telegram.wording import Html, Language, Wording

FILES_OF = Wording("{code} {unit} 佐证材料（{count}）", "{code} {unit}: evidence ({count})")


def files_caption(report: PastReport, language: Language) -> Html:
    """What the files of a report are, above them."""
    return FILES_OF(language, code=report.code, unit=report.unit, count=len(report.files))
