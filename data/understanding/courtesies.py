"""Politeness around what is asked for: 请…一下, please …"""

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

_WORDS = table("courtesies")
_AROUND = Pattern(rf"^(?:{any_of(_WORDS['before'])})+|(?:{any_of(_WORDS['behind'])}|[,，。.!！?？\s])+$")


def without_courtesies(text: str) -> str:
    """A text without the politeness around it, and without the signs at its end."""
    return _AROUND.sub("", text)
