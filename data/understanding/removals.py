"""What is to be taken out of what was written: 把没变化删掉, remove the last sentence."""

from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

_WORDS: dict[str, Any] = table("removals")
_VERBS, _BEFORE, _BEHIND = any_of(_WORDS["verbs"]), any_of(_WORDS["before"]), any_of(_WORDS["behind"])
_EDGE = r"[\s,，。.;；!！“”\"'‘’「」]"
_SAID = Pattern(
    rf"(?i)^(?:{_EDGE}|{_BEFORE})*"
    rf"(?:(?:{_VERBS})了?(?P<behind>.+?)|(?:{any_of(_WORDS['english'])}) (?:{_BEFORE}|\s)*(?P<english>.+?)"
    rf"|(?P<before>.+?)(?:{_BEHIND}|{_EDGE})*(?:{_VERBS})(?:[了吧啊呢]|{_EDGE})*)(?:{_EDGE}|[吧啊呢])*$"
)
_LAST = Pattern(f"(?i)(?:{any_of(_WORDS['last_sentence'])})")
_SENTENCE = Pattern("[^。;；!！\n]+[。;；!！\n]*")
_APART = " ,，、。;；\n"


def to_be_removed(text: str) -> str | None:
    """Return the words that a text wants to have taken out, as they were written; None where it wants nothing such."""
    said = _SAID.match(text.strip())
    return next(iter(said.groups().values()), None) if said else None


def without(written: str, words: str) -> str:
    """Return what was written without some words, or without its last sentence where those are meant; as it was where
    it does not hold them."""
    if _LAST.fullmatch(words.strip()):
        start = max((found.start() for found in _SENTENCE.finditer(written)), default=0)
        return written[:start].rstrip(" \n")
    before, found, behind = written.partition(words)
    if not found:
        return written
    ends = not behind or behind[0] in _APART
    if before.rstrip(_APART) and ends:
        return before.rstrip(_APART) + (behind if behind.strip(_APART) else behind.strip(" ,，、;；\n"))
    return (before + behind.lstrip(_APART if not before.rstrip(_APART) else "")).strip()
