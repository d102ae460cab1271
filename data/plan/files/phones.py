"""Phone numbers as people write them."""

import re

from data.plan.files.cells import plain


def phone_digits(text: str) -> str:
    """The digits of a phone number, without the +86 or 0086 of China; empty if it is no single number.

    The 1.38E+10 that a spreadsheet makes of a long number has lost digits and is none.
    """
    written = re.sub(r"[()\-.]", "", plain(text))
    if not re.fullmatch(r"\+?\d{5,18}", written):
        return ""
    return re.sub(r"^(?:\+|00)?86(?=[01]\d{9,11}$)", "", written).removeprefix("+")
