"""Phone numbers as people write them."""

from data.patterns import Pattern
from data.plan.files.cells import plain

_IDLE = str.maketrans("", "", "()-.")
_DIGITS = Pattern(r"\+?\d{5,18}")
_OF_CHINA = Pattern(r"(?:\+|00)?86([01]\d{9,11})")


def phone_digits(text: str) -> str:
    """The digits of a phone number, without the +86 or 0086 of China; empty if it is no single number. The 1.38E+10
    that a spreadsheet makes of a long number has lost digits and is none."""
    written = plain(text).translate(_IDLE)
    if not _DIGITS.fullmatch(written):
        return ""
    of_china = _OF_CHINA.fullmatch(written)
    return str(of_china[1]) if of_china else written.removeprefix("+")
