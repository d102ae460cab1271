"""The words that people use, as data: tables in TOML, lists in text files."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from data.patterns import escape


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of a TOML file in this folder, read once; it must not be changed."""
    return tomllib.loads(_read(f"{name}.toml"))


def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    """Return the lines of a text file in this folder, without comments."""
    return [line for line in _read(f"{name}.txt").splitlines() if line and not line.startswith("#")]


def words_of(lists: Any) -> list[str]:
    """Return the words of a list, of a string of words, or of all lists in a section.

    In a string, words are separated by spaces and _ stands for a space.
    """
    if isinstance(lists, dict):
        return [word for each in lists.values() for word in words_of(each)]
    return [word.replace("_", " ") for word in lists.split()] if isinstance(lists, str) else [*lists]


def any_word(words: Iterable[str], *, apart: bool = True) -> str:
    """Return the pattern of any of the words, or of those of a section, the longest first.

    A word in Latin letters must end where a word ends, and if `apart` also begin where one begins.
    """
    return "|".join(_pattern(word, apart) for word in sorted(words_of(words), key=lambda word: (-len(word), word)))


def _pattern(word: str, apart: bool) -> str:
    begin = r"\b" if apart and word[0].isascii() and word[0].isalnum() else ""
    end = r"\b" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{begin}{escape(word)}{end}"
