"""Dataclasses from database rows, and to and from JSON stored in a row."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from data.times import moment, stored

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
D = TypeVar("D", bound="DataclassInstance")
Read = Callable[[Mapping[str, Any], str], Any]
"""A function that reads the value of a column from a row."""
Make = Callable[[Any], Any]
"""A function that converts the stored value of a column, or a value in JSON, to a field's type."""
_KNOWN: dict[Any, tuple[tuple[str, Read, bool], ...]] = {}


def record_of(kind: type[T], row: Mapping[str, Any], **given: Any) -> T:
    """Build a dataclass from a row; each field is `given` or read from the column of its name.

    Days, moments, booleans and enumerations are converted by the field's type; tuples, dictionaries and other
    dataclasses are read from JSON; NULL is None. A class with a method `of` (such as TaskTitle) is read from the whole
    row. A field without a column gets its default; KeyError is raised if it has none.
    """
    read = {
        name: how(row, name)
        for name, how, has_default in _columns(kind)
        if name not in given and not (has_default and name not in row)
    }
    return kind(**read, **given)


def in_zone(record: D, zone: ZoneInfo) -> D:
    """Return the dataclass with its moments converted to a zone."""
    held = ((each.name, getattr(record, each.name)) for each in fields(record))
    return replace(record, **{name: value.astimezone(zone) for name, value in held if isinstance(value, datetime)})


def as_json(value: Any) -> str:
    """Return dataclasses, days and moments as JSON that record_of can read. Raises TypeError for other objects."""
    return json.dumps(value, ensure_ascii=False, default=_written)


def _written(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime):
        return stored(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def _columns(kind: Any) -> tuple[tuple[str, Read, bool], ...]:
    """Return how each field is read and whether it has a default, computed once per dataclass."""
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
    if (of := getattr(present[0], "of", None)) is not None:
        return lambda row, name: of(row)
    make = _maker(present[0])
    return partial(_made, make) if make else _plain


def _maker(kind: Any) -> Make | None:
    """Return the function that converts a stored value to this type, or None if it needs no conversion."""
    if get_origin(kind) in (dict, Mapping):
        return _parsed
    if get_args(kind)[1:] == (...,):
        return partial(_tuple, _maker(get_args(kind)[0]))
    if not isinstance(kind, type):
        return None
    if issubclass(kind, datetime):
        return moment
    if issubclass(kind, date):
        return date.fromisoformat
    if is_dataclass(kind):
        return lambda held: record_of(kind, _parsed(held))
    return kind if issubclass(kind, bool | Enum) else None


def _plain(row: Mapping[str, Any], name: str) -> Any:
    return row[name]


def _made(make: Make, row: Mapping[str, Any], name: str) -> Any:
    held = row[name]
    return None if held is None else make(held)


def _tuple(make: Make | None, held: Any) -> tuple[Any, ...]:
    return tuple(map(make, _parsed(held)) if make else _parsed(held))


def _parsed(held: Any) -> Any:
    return json.loads(held) if isinstance(held, str) else held
