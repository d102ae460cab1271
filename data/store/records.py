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
Make = Callable[[Any], Any]
"""A function that converts the stored value of a column, or a value in JSON, to a field's type."""
_Column = tuple[str, Callable[[Mapping[str, Any]], Any] | None, Make | None, bool]
"""A field's name, how it is read from the whole row or converted from its column, and whether it has a default."""
_KNOWN: dict[Any, tuple[_Column, ...]] = {}


def record_of(kind: type[T], row: Mapping[str, Any], **given: Any) -> T:
    """Build a dataclass from a row; each field is `given` or read from the column of its name.

    Days, moments, booleans and enumerations are converted by the field's type; tuples, dictionaries and other
    dataclasses are read from JSON; NULL is None. A class with a method `of` (such as TaskTitle) is read from the whole
    row. A field without a column gets its default; KeyError is raised if it has none.
    """
    for name, of, make, has_default in _columns(kind):
        if name in given or (has_default and name not in row):
            continue
        held = of(row) if of else row[name]
        given[name] = make(held) if make and held is not None else held
    return kind(**given)


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


def _columns(kind: Any) -> tuple[_Column, ...]:
    """Return how each field is read, computed once per dataclass."""
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(_described(kind))
    return _KNOWN[kind]


def _described(kind: Any) -> Iterator[_Column]:
    types = get_type_hints(kind)
    for each in (each for each in fields(kind) if each.init):
        hint = _if_present(types[each.name])
        of, has_default = getattr(hint, "of", None), (each.default, each.default_factory) != (MISSING, MISSING)
        yield each.name, of, None if of else _maker(hint), has_default


def _if_present(hint: Any) -> Any:
    """Return the type that a field has if it is not None."""
    return next(part for part in get_args(hint) if part is not NoneType) if NoneType in get_args(hint) else hint


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


def _tuple(make: Make | None, held: Any) -> tuple[Any, ...]:
    return tuple(map(make, _parsed(held)) if make else _parsed(held))


def _parsed(held: Any) -> Any:
    return json.loads(held) if isinstance(held, str) else held
