"""Words of one's own that are changed by the name of what they answer: 内容加一句：…, 原因改成…."""

from functools import cache
from typing import NamedTuple

from data.patterns import Pattern, escape
from data.understanding.lexicon import any_of, table

_WORDS = table("edits")
_BEFORE, _BETWEEN, _ADDS, _REPLACES, _ADDS_THIS, _REPLACES_BY_THIS = (
    any_of(_WORDS[name])
    for name in ("before", "between", "adds", "replaces", "adds_what_follows", "replaces_by_what_follows")
)
_SIGN, _SIGNS = r"\s*[:：,，“”\"]", r"[\s:：,，“”\"]*"


class Edit(NamedTuple):
    """The `words` that come to those that there are, or (not `more`) take their place."""

    more: bool
    words: str


def edit_of(name: str, text: str) -> Edit | None:
    """Return what a text changes of the words that are called by a name; None where it does nothing of the sort."""
    found = _of(name).fullmatch(text)
    if not found or not found["words"]:
        return None
    return Edit(bool(found["more"] or found["more_"]), found["words"])


@cache
def _of(name: str) -> Pattern:
    return Pattern(
        rf"(?is)\s*(?:{_BEFORE}|\s)*{escape(name)}(?:{_BETWEEN}|\s)*"
        rf"(?:(?P<more>{_ADDS})|(?P<more_>{_ADDS_THIS}){_SIGN}|(?:{_REPLACES})|(?:{_REPLACES_BY_THIS}){_SIGN})"
        rf"{_SIGNS}(?P<words>.*?)[\s”\"]*"
    )
