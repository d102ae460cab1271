"""What may stand in a cell: no formula comes out of what somebody wrote, and no sign that would break the file."""

from datetime import date, datetime
from unicodedata import category

MOST = 32767
"""Characters in a cell, as Excel has it."""
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet may calculate, in China or Japan in full width, too."""


def cleaned(text: str) -> str:
    """A text without control characters and halves of characters; its line breaks stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isprintable():
        plain = "".join(each for each in plain if each in "\n\t" or category(each) not in ("Cc", "Cs"))
        plain = plain.replace("\ufffe", "").replace("\uffff", "")
    return plain[:MOST]


def for_csv(value: object) -> str:
    """A value as it stands in a .csv file; a text that might be calculated has a ' before it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    if not isinstance(value, str):
        return str(value)
    text = cleaned(value)
    return f"'{text}" if text.startswith(FORMULAS) or value.startswith(FORMULAS) else text
