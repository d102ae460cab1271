"""Traditional characters as the simplified ones of the plan and the lexicon."""

from data.understanding.lexicon import lines

_LINES = lines("traditional")
SIMPLIFIED = str.maketrans("".join(_LINES[::2]), "".join(_LINES[1::2]))
"""A table for str.translate."""
