"""Words of one's own that are changed by the name of what they answer: 内容加一句：…, 原因改成…."""

from functools import cache
from typing import NamedTuple

from data.patterns import Pattern, escape
from data.understanding.lexicon import any_of, table

_WORDS = table("edits")
_BEFORE, _BETWEEN, _ADDS, _REPLACES = (any_of(_WORDS[name]) for name in ("before", "between", "adds", "replaces"))
_SIGNS = r"[\s:：,，“”\"]*"


class Edit(NamedTuple):
    """The `words` that come to those that there are, or (not `more`) take their place."""

    more: bool
    words: str


def edit_of(name: str, text: str) -> Edit | None:
    """Return what a text changes of the words that are called by a name; None where it does nothing of the sort."""
    found = _of(name).fullmatch(text)
    return Edit(found["more"] is not None, found["words"]) if found and found["words"] else None


@cache
def _of(name: str) -> Pattern:
    return Pattern(
        rf"(?is)\s*(?:{_BEFORE}|\s)*{escape(name)}(?:{_BETWEEN}|\s)*(?:(?P<more>{_ADDS})|(?:{_REPLACES}))"
        rf"{_SIGNS}(?P<words>.*?)[\s”\"]*"
    )
