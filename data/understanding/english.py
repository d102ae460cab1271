"""English words that are never a unit's initials or pinyin, nor the name of a task."""

from data.understanding.lexicon import lines

ENGLISH = frozenset(word for line in lines("english") for word in line.split())
