"""Why a return is given back, or a part of it left out, as said beside the order."""

from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Understanding, of_kind

_RULES = patterns("returns")
_COMMAS, _SPACES = "，,：:；;\n", " \u3000"


def reason_said(text: str, meaning: Understanding) -> str:
    """Return the reason in an order to give a return back, or an empty string.

    That is the text after the first comma, the text before it if the order follows (公安局的案值不对，退回), or the
    text after a space that ends the order (月报公安局退回 案值不对).
    """
    if (behind := text_after_comma(text)) is not None:
        return _reason_before(without_reason(text), behind, meaning) or behind
    if len(text) != len(meaning.text):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT)]
    patterns_of_order = (_RULES["given_back"], _RULES["a_return"])
    ends += [found.end() for pattern in patterns_of_order for found in pattern.finditer(meaning.text)]
    behind = text[max(ends, default=len(text)) :]
    return behind.strip() if behind.startswith(tuple(_SPACES)) else ""


def _reason_before(order: str, behind: str, meaning: Understanding) -> str:
    """Return the reason stated before the comma when the order to give back comes after it, or an empty string."""
    if _RULES["given_back"].search(order) or not _RULES["given_back"].search(behind):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT) if each.end <= len(order)]
    return _RULES["a_return"].sub("", order[max(ends, default=len(order)) :]).strip("的 ")


def text_after_comma(text: str) -> str | None:
    """Return the text after the first comma or similar sign, or None if there is none."""
    order = without_reason(text)
    return text[len(order) + 1 :].strip() if len(order) < len(text) else None


def without_reason(text: str) -> str:
    """Return the text up to its first comma or similar sign."""
    return text[: min((text.index(each) for each in _COMMAS if each in text), default=len(text))]
