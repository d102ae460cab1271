"""Short titles for tasks whose plan gives none."""

from data.patterns import Pattern

LONGEST = 16
SHORTEST, SHORTEST_OF_A_LIST = 4, 8
"""Characters; a title that ends within a list (开展春季、秋季检查) is longer."""
_NUMBER = Pattern(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])\s*")
_MONTH = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?"
_WHEN = Pattern(rf"{_MONTH}(?:之?前|以前|[至到—-]{_MONTH})[，,]?将?|(?:年底|全年)(?:之?前)?[，,]?")
_BY_WHOM = Pattern("(?:按照?|根据|依照?|依据|随|结合)[^，。；：]{1,14}?(?:要求|部署|安排|分工|规定)[，,]?[在将]?")
"""By whose wish something is done, and as a part of what, which says nothing of it."""
_BREAK = Pattern(r"[，。；：、,;:!?！？\n]|\.(?:\s|$)")


def short_title(measure: str) -> str:
    """At most 16 characters of a measure: up to its first natural break, or cut with an ellipsis."""
    number = _NUMBER.match(measure)
    text = measure[number.end() :] if number and not measure[number.end() :][:1].isdecimal() else measure
    for before in (_WHEN, _BY_WHOM):
        found = before.match(text)
        text = text[found.end() :] if found and len(text) - found.end() >= SHORTEST else text
    breaks = [found for found in _BREAK.finditer(text) if found[0] != "、" or found.start() >= SHORTEST_OF_A_LIST]
    ends = [found.start() for found in breaks] + [len(text)]
    title = text[: next(end for end in ends if end >= min(SHORTEST, len(text)))].strip()
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
