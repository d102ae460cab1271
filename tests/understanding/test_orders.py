"""Tables of wordings: each that the code asks for exists, and each that exists is asked for."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.understanding import Intent, Understanding, find_order, says
from data.understanding.normalise.sentence import normalise
from data.understanding.orders import kinds_said

TABLES = Path("data/understanding/lexicon")
READERS = ("said", "says", "kind_said", "kinds_said")
RULES = {"names", "needs", "named", "most", "surely", "says", "denies", "but", "beside", "whole", "anywhere", "told"}
RULES |= {"spares", "longest"}


def ways_in(path: str, section: Any) -> Iterator[str]:
    if isinstance(section, dict):
        if any(
            isinstance(section.get(rule), list) and set(section) <= RULES
            for rule in ("says", "beside", "whole", "anywhere")
        ):
            yield path
        for name, inner in section.items():
            yield from ways_in(f"{path}.{name}", inner)


def declared() -> list[str]:
    tables = ((file.stem, tomllib.loads(file.read_text("utf-8"))) for file in TABLES.glob("*.toml"))
    return [way for name, content in tables for way in ways_in(name, content)]


def nodes() -> Iterator[ast.AST]:
    files = (file for storey in ("handlers", "data") for file in Path(storey).rglob("*.py"))
    yield from (each for file in files for each in ast.walk(ast.parse(file.read_text("utf-8"))))


def strings(within: Iterable[ast.AST]) -> set[str]:
    return {each.value for each in within if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_each_way_is_asked_for_and_can_be_read() -> None:
    ways, asked_for = declared(), strings(nodes())
    assert len(ways) > 70
    assert [way for way in ways if asked_for.isdisjoint((way, way.rpartition(".")[0]))] == []
    for way in ways:
        find_order("无关的话", way)


def test_each_way_that_is_asked_for_is_there() -> None:
    looked_up: dict[str, set[str]] = {reader: set() for reader in READERS}
    for each in nodes():
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in READERS:
            looked_up[each.func.id] |= strings(each.args)
    for way in looked_up["said"] | looked_up["says"]:
        find_order("无关的话", way)
    for kinds in looked_up["kind_said"] | looked_up["kinds_said"]:
        assert list(kinds_said(kinds, "")) == []
    assert len(looked_up["says"]) > 30


def test_a_way_that_no_table_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_order("下一份", "decisions.nothing_such")


def test_words_beside_what_is_said_say_nothing_and_others_say_something_else() -> None:
    assert says("请先看一下下一份吧", "decisions.next_one")
    assert not says("下一份月报", "decisions.next_one")


def test_what_is_said_is_quoted_as_it_was_written() -> None:
    heard = Understanding(Intent.UNKNOWN, normalise("轉告辦公室：ＡＢＣ公司的樣品 到了"))
    told = find_order(heard, "office_notes.told")
    assert told is not None and told["words"] == "ＡＢＣ公司的樣品 到了"


def test_a_question_in_a_part_asks_nothing_of_the_order() -> None:
    assert says("退回，为什么没有附图？", "decisions.of_report")
    assert not says("能通过吗？", "decisions.of_report")
