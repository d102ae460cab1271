"""Traditional characters as the simplified ones that the plan and the lexicon are written in."""

from data.understanding.lexicon import lines

_LINES = lines("traditional")
SIMPLIFIED = str.maketrans("".join(_LINES[::2]), "".join(_LINES[1::2]))
"""What str.translate takes."""
