"""Unknown names in a list of those to be told something: 月球局 in 给海关和月球局发通知."""

from collections.abc import Iterator, Sequence

from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Understanding, of_kind

_RULES = patterns("recipients")
_NAME, _BREAK = "\x00", "\x01"


def listed_beside_names(meaning: Understanding, names: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield what a sentence lists together with the `names` at these places and is none of them."""
    for clause in _marked(meaning, names).split(_BREAK):
        parts = _RULES["joint"].sub(_BREAK, clause).split(_BREAK)
        for before, part, behind in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
            rest = without_telling(part.strip())
            follows = before.rstrip().endswith(_NAME)
            leads = rest != part.strip() and without_telling(behind.strip()).startswith(_NAME)
            if rest and _NAME not in part and (follows or leads) and not _RULES["no_list"].search(rest):
                yield rest


def office_at(words: str) -> str | None:
    """Return what looks like the name of an office at the beginning of `words`, or None."""
    found = _RULES["like_an_office"].match(words)
    return found[0] if found else None


def without_telling(head: str) -> str:
    """Return the part of a sentence that names who is to be told, without the words that say to tell them."""
    match = _RULES["tells"].match(head)
    rest = head[match.end() :] if match else head
    return next((rest[:end] for end in range(1, len(rest)) if _RULES["tells"].fullmatch(rest[end:])), rest)


def _marked(meaning: Understanding, names: Sequence[tuple[int, int]]) -> str:
    """Return the text with marks for each name, each day, and the end of each clause."""
    text = list(meaning.text)
    times = [(each.start, each.end, _BREAK) for each in of_kind(meaning, Kind.TIME)]
    for start, end, mark in (*times, *((start, end, _NAME) for start, end in names)):
        text[start:end] = [mark, *[""] * (end - start - 1)]
    return _RULES["ends"].sub(_BREAK, "".join(text))
