"""The tables of parameters and fields against the published Bot API description, if it is available."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.emulator.methods import METHODS_DONE
from bot.emulator.methods.known import METHODS_NOT_DONE
from bot.emulator.objects import OBJECTS
from bot.emulator.parameters import METHODS, declared
from bot.emulator.updates import KINDS

PUBLISHED = Path(__file__).parents[4] / "shared/bot-api/api.json"
_KINDS = {
    ("Integer",): "i",
    ("Boolean",): "b",
    ("String",): "",
    ("Integer", "String"): "c",
    ("InputFile",): "f",
    ("InputFile", "String"): "f",
}


@pytest.fixture(scope="module")
def published() -> Any:
    if not PUBLISHED.exists():
        pytest.skip("the published Bot API description does not lie beside the checkout")
    return json.loads(PUBLISHED.read_text())


def _kind(types: list[str]) -> str:
    array = all(name.startswith("Array of ") for name in types)
    return _KINDS.get(tuple(types), "l" if array else "o")


def test_every_published_method_is_done_or_known(published: Any) -> None:
    assert set(METHODS_DONE) | METHODS_NOT_DONE == set(published["methods"])
    assert set(METHODS_DONE) == set(METHODS)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_the_published_parameters(published: Any, method: str) -> None:
    fields = published["methods"][method].get("fields", [])
    expected = {field["name"]: (field["required"], _kind(field["types"])) for field in fields}
    assert declared(method) == expected


@pytest.mark.parametrize("kind", OBJECTS)
def test_an_object_has_the_published_fields(published: Any, kind: str) -> None:
    fields = published["types"][kind]["fields"]
    assert set(OBJECTS[kind].split()) == {field["name"] + "*" * field["required"] for field in fields}


def test_the_kinds_of_updates_are_the_published_ones(published: Any) -> None:
    assert {field["name"] for field in published["types"]["Update"]["fields"]} - {"update_id"} == KINDS
