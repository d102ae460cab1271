"""Short titles for tasks whose plan gives none."""

from data.patterns import Pattern

LONGEST = 16
SHORTEST = 4
_NUMBER = Pattern(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])\s*")
_BREAK = Pattern(r"[，。；：、,;:!?！？\n]|\.(?:\s|$)")


def short_title(measure: str) -> str:
    """At most 16 characters of a measure: up to its first natural break, or cut with an ellipsis."""
    number = _NUMBER.match(measure)
    text = measure[number.end() :] if number and not measure[number.end() :][:1].isdecimal() else measure
    ends = [found.start() for found in _BREAK.finditer(text)] + [len(text)]
    title = text[: next(end for end in ends if end >= min(SHORTEST, len(text)))].strip()
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
