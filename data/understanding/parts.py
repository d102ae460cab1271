"""Splitting of texts that say several things."""

from collections.abc import Callable

from data.patterns import Pattern
from data.understanding.normalise.sentence import CLAUSE

_JOINS = Pattern("[、，,]|以及|和|与|及")
_SENTENCE = Pattern(r"(?:[^。！？!?\n.]|\.+[^\s.])+[。！？!?.]*")
_SIGNS = " \n，,。；;！!？?"
_BREAK = Pattern(r"[\s，,。；;！!？?]+")


def split_statements(text: str, what: Callable[[str], object | None]) -> list[str]:
    """Split a text that says several things; `what` returns what a clause says by itself, or None.

    A clause that says nothing stays with the one before it. Returns an empty list if only one thing is said or the text
    begins with something else.
    """
    clauses = [(each.start(), what(each[0].strip())) for each in CLAUSE.finditer(text) if each[0].strip()]
    begins = [start for start, said in clauses if said is not None]
    if len({said for _, said in clauses} - {None}) < 2 or clauses[0][1] is None:
        return []
    ends = [*begins[1:], len(text)]
    return [text[start:end].strip(" \n,，。;；") for start, end in zip(begins, ends, strict=True)]


def list_items(said: str) -> list[str]:
    """Return the items of a list such as 6号、9号和10号."""
    return [each.strip() for each in _JOINS.sub("\n", said).split("\n") if each.strip()]


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of `text`, each as it was written."""
    return [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]


def last_clause_apart(text: str) -> tuple[str, str]:
    """Return `text` without its last clause, and that clause.

    A text without punctuation or spaces is one clause. Spaces do not end clauses in a text that is all ASCII.
    """
    breaks = _BREAK.finditer(text.rstrip(_SIGNS))
    begin = max((each.end() for each in breaks if each[0].strip() or not text.isascii()), default=0)
    return text[:begin], text[begin:]
