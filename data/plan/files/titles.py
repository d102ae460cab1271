"""Short titles for tasks whose plan gives none."""

from data.patterns import Pattern

LONGEST = 16
SHORTEST, SHORTEST_OF_A_LIST = 4, 8
"""Characters; a title that ends within a list (开展春季、秋季检查) is longer."""
_NUMBER = Pattern(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])\s*")
_WHEN = Pattern(r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前|以前)[，,]?将?|(?:年底|全年)(?:之?前)?[，,]?")
_BREAK = Pattern(r"[，。；：、,;:!?！？\n]|\.(?:\s|$)")


def short_title(measure: str) -> str:
    """At most 16 characters of a measure: up to its first natural break, or cut with an ellipsis."""
    number = _NUMBER.match(measure)
    text = measure[number.end() :] if number and not measure[number.end() :][:1].isdecimal() else measure
    when = _WHEN.match(text)
    text = text[when.end() if when else 0 :]
    breaks = [found for found in _BREAK.finditer(text) if found[0] != "、" or found.start() >= SHORTEST_OF_A_LIST]
    ends = [found.start() for found in breaks] + [len(text)]
    title = text[: next(end for end in ends if end >= min(SHORTEST, len(text)))].strip()
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
