"""Building blocks of repetitive texts: the words of the lexicon files, pieces of real sentences, marks and numbers."""

from functools import cache
from pathlib import Path
from random import Random

import data
from tests.understanding.corpora import sentences

LONGEST = 4096
_MARKS = (*",。、；：（）()《》“”-—/.%\n\0@#*一十百万é還a", "1", "12", "2019", "q1", "wode", "1-2", "2019.1.", "1-1-")


@cache
def pieces() -> tuple[str, ...]:
    """Return all building blocks, each once."""
    lexica = (file for file in sorted(Path(data.__file__).parent.rglob("*.*")) if file.suffix in (".toml", ".txt"))
    words = {word.strip('"=[]{},') for file in lexica for word in file.read_text(encoding="utf-8").split()}
    said = {example.text for example in sentences()}
    parts = {text[at : at + 4] for text in said for at in range(0, len(text), 4)}
    return tuple(sorted({*_MARKS, *words, *parts, *said} - {""}))


def pumped(chance: Random) -> str:
    """Return one to three pieces repeated over and over, perhaps with a beginning or an end that fits nothing."""
    pump = "".join(chance.choices(pieces(), k=chance.randint(1, 3)))
    begin, end = (chance.choice(["", *chance.choices(pieces(), k=2)]) for _ in range(2))
    return (begin + pump * (LONGEST // len(pump) + 1))[: LONGEST - len(end)] + end
