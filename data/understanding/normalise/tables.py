"""Tables pasted with bars between their cells: | 1-8 | 立案12件 | 80% | is read as 1-8，立案12件，80%."""

from data.patterns import Match, Pattern

_BARS = "|｜│"
_RULE = "-—－:"
_ROW = Pattern(rf"(?m)^[^\n{_BARS}]*(?:[{_BARS}][^\n{_BARS}]*){{2,}}$")
_CELL = Pattern(rf"[^\t，{_BARS}]+")


def cells(line: str) -> list[str]:
    """Return the cells of a row that are more than a rule, between tabs, bars or the commas in their place."""
    return [cell for found in _CELL.finditer(line) if (cell := found[0].strip()).strip(_RULE)]


def without_bars(text: str) -> str:
    """Return a text with commas in the place of the bars of its tables."""
    return _ROW.sub(_in_words, text) if any(bar in text for bar in _BARS) else text


def _in_words(row: Match) -> str:
    """Return a row with commas between its cells; a number in the first is that of the row in a list."""
    first, *others = cells(row[0]) or [""]
    numbered = first.isdecimal() and others
    return f"{first}、{'，'.join(others)}" if numbered else "，".join([first, *others])
