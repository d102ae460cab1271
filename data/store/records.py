"""Rows of the database as the dataclasses that hold them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import Enum
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from data.times import moment

T = TypeVar("T")
Read = Callable[[Mapping[str, Any], str], Any]
"""Reads the value of a column in a row."""
_KNOWN: dict[Any, tuple[tuple[str, Read, bool], ...]] = {}


def record_of(kind: type[T], row: Mapping[str, Any], **given: Any) -> T:
    """A dataclass, each field of which is `given` or stands in the column of its name: days, moments, truths and
    enumerations as the field's type has them, NULL as None. What has a method `of` (a task's title) is read from the
    whole row. A column that there is not leaves its field to its default; without one it raises KeyError."""
    read = {
        name: how(row, name)
        for name, how, has_default in _columns(kind)
        if name not in given and not (has_default and name not in row)
    }
    return kind(**read, **given)


def _columns(kind: Any) -> tuple[tuple[str, Read, bool], ...]:
    """How each field is read, and whether it has a default; found out once for each dataclass."""
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(_described(kind))
    return _KNOWN[kind]


def _described(kind: Any) -> Iterator[tuple[str, Read, bool]]:
    types = get_type_hints(kind)
    return (
        (each.name, _reader(types[each.name]), each.default is not MISSING or each.default_factory is not MISSING)
        for each in fields(kind)
        if each.init
    )


def _reader(hint: Any) -> Read:
    present = [each for each in get_args(hint) if each is not NoneType] if NoneType in get_args(hint) else [hint]
    kind = present[0]
    if not isinstance(kind, type):
        return _plain
    if issubclass(kind, datetime):
        return _made(moment)
    if issubclass(kind, date):
        return _made(date.fromisoformat)
    if issubclass(kind, bool | Enum):
        return _made(kind)
    if (of := getattr(kind, "of", None)) is not None:
        return lambda row, name: of(row)
    return _plain


def _plain(row: Mapping[str, Any], name: str) -> Any:
    return row[name]


def _made(make: Callable[[Any], Any]) -> Read:
    def read(row: Mapping[str, Any], name: str) -> Any:
        value = row[name]
        return None if value is None else make(value)

    return read
