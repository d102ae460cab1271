"""The documents, and what readers are to type in them."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
ENGLISH, CHINESE = READMES
both_readmes = pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    """Return the fenced blocks of a kind."""
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```$", text, re.M | re.S)


def code(text: str) -> list[str]:
    """Return what readers are to type: the lines of shell blocks, and the words between backticks."""
    lines = [line.strip() for block in blocks(text, "sh") for line in block.splitlines()]
    return lines + re.findall(r"`([^`\n]+)`", re.sub(r"^ *```.*?^ *```$", "", text, flags=re.M | re.S))


def liaison_lines(text: str) -> list[tuple[str, ...]]:
    """Return the arguments of every `liaison …` in the text."""
    return [found for line in code(text) if (found := arguments(line))]


def arguments(line: str) -> tuple[str, ...]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    words = list(lexer) if "liaison " in line else []
    after = words[words.index("liaison") + 1 :] if "liaison" in words else []
    end = next((n for n, word in enumerate(after) if word[0] in "|&;<>"), len(after))
    return tuple(after[:end])
