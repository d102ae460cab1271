"""The words that people use, as they stand in the files."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FILES = sorted(Path("data/understanding/lexicon").glob("*.toml"))


def lists(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of a table and of its sections, by where they stand."""
    for name, held in table.items():
        if isinstance(held, dict):
            yield from lists(held, f"{path}{name}.")
        elif isinstance(held, list):
            yield f"{path}{name}", held


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_word_stands_twice_in_a_list(file: Path) -> None:
    counted = {name: Counter(map(str, words)) for name, words in lists(tomllib.loads(file.read_text("utf-8")))}
    assert {name: word for name, words in counted.items() for word, count in words.items() if count > 1} == {}
