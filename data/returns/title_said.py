"""The title that a sentence gives to the statistics return that it sets up."""

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

_WORDS = table("returns")
_TITLES = _WORDS["titles"]
_RETURN = any_of([*_WORDS["surely"], *_WORDS["maybe"]], apart=False)
_TITLE = Pattern(rf"(?i)(?:{any_of(_TITLES['before'])})(?:\s|{any_of(_TITLES['counts'])})*(.*(?:{_RETURN}))")
_BARE = Pattern(f"(?i)(?:{any_of(_TITLES['bare'])})")


def title_said(clause: str) -> str | None:
    """Return 统计月报 for 建个统计月报; None where a clause sets nothing up or names no more than a kind of return."""
    found = _TITLE.search(clause)
    title = found[1].strip() if found else ""
    return title if title and not _BARE.fullmatch(title) else None
