"""That nothing has changed (本期无变化), said of nothing, or of tasks by their codes."""

from collections.abc import Iterable
from itertools import product
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank, normalise

_WORDS: dict[str, Any] = table("no_change")
_SAID = {"".join(words) for words in product(_WORDS["periods"], _WORDS["none"], _WORDS["what"])} | {*_WORDS["english"]}
_OF_OTHERS = Pattern(f"(?i)(?:{any_of(_WORDS['others'])})(?:{any_of(_WORDS['all'])}| )*(?:{any_of(_WORDS['not'])})")
_BETWEEN = Pattern(rf"^(?:\s|{any_of(_WORDS['between'])})+|{any_of(_WORDS['and'])}")


def says_no_change(text: str) -> bool:
    """Whether a message, or the note of a report in a line, says 本期无变化 and nothing else."""
    return " ".join(text.lower().rstrip("。.！!").split()) in _SAID


def says_it_of_all(text: str) -> bool:
    """Whether a message says so of all that is spoken of: 都没变化."""
    return says_no_change(text) and text.strip().lower().startswith(tuple(_WORDS["of_all"]))


def says_it_of_others(text: str) -> bool:
    """Whether a message says of what it does not name that it has not changed: 7-1建好了，其他没变化."""
    return _OF_OTHERS.search(text) is not None


def codes_unchanged(text: str, meaning: Understanding) -> list[str]:
    """The codes of the tasks of which a message says 本期无变化, and nothing else."""
    codes = list(of_kind(meaning, Kind.CODE))
    rest = _BETWEEN.sub("", " ".join(_BETWEEN.sub(" ", blank(normalise(text), codes, " ")).split()))
    return list(dict.fromkeys(code.values[0] for code in codes)) if says_no_change(rest) else []


def unchanged_said(codes: Iterable[str]) -> str:
    """The sentence that says so of tasks by their codes."""
    return f"{'、'.join(codes)} 没有变化"
