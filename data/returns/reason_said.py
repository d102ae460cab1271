"""Why a unit's return is given back, as the sentence says it that does so."""

from data.patterns import Pattern
from data.understanding import Kind, Understanding, of_kind
from data.understanding.lexicon import any_of, table
from data.understanding.return_asked import Wish

_WORDS = table("returns")
_GIVE_BACK = Pattern(f"(?i){any_of(_WORDS['wishes'][Wish.GIVE_BACK])}")
_RETURN = Pattern(f"(?i){any_of([*_WORDS['surely'], *_WORDS['maybe']])}")
_COMMAS, _SPACES = "，,：:；;\n", " \u3000"


def reason_said(text: str, meaning: Understanding) -> str:
    """Return the reason in a text: what stands behind its first comma, or before it where it is given back behind that
    (公安局的案值不对，退回), or behind a space that follows all that says what is given back (月报公安局退回 案值不对).
    Empty where there is none."""
    if (behind := behind_comma(text)) is not None:
        return _told_before(without_reason(text), behind, meaning) or behind
    if len(text) != len(meaning.text):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT)]
    ends += [found.end() for pattern in (_GIVE_BACK, _RETURN) for found in pattern.finditer(meaning.text)]
    behind = text[max(ends, default=len(text)) :]
    return behind.strip() if behind.startswith(tuple(_SPACES)) else ""


def _told_before(order: str, behind: str, meaning: Understanding) -> str:
    """What is said of a unit before it is told, behind the comma, that its return is given back."""
    if _GIVE_BACK.search(order) or not _GIVE_BACK.search(behind):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT) if each.end <= len(order)]
    return _RETURN.sub("", order[max(ends, default=len(order)) :]).strip("的 ")


def behind_comma(text: str) -> str | None:
    """Return what stands behind the first comma of a text, or a sign like it; None where it has none."""
    order = without_reason(text)
    return text[len(order) + 1 :].strip() if len(order) < len(text) else None


def without_reason(text: str) -> str:
    """Return a text without what stands behind its first comma."""
    return text[: min((text.index(each) for each in _COMMAS if each in text), default=len(text))]
