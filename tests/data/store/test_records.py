"""Dataclasses made from rows and stored as JSON in a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

import pytest

from data.store import record_of
from data.store.records import as_json


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Spot:
    colour: Colour
    seen: date | None = None


@dataclass(frozen=True)
class Whole:
    """A record whose name is made from other columns."""

    name: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Whole":
        return cls(f"{row['first']} {row['last']}")


@dataclass(frozen=True)
class Beetle:
    id: int
    called: Whole
    found: datetime
    rare: bool
    spots: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    best: Spot | None = None


ROW = {"id": 1, "first": "a", "last": "b", "found": "2020-01-02T03:04:05+00:00", "rare": 1}
SEEN = Spot(Colour.RED, date(2020, 1, 1))


def test_each_field_is_as_its_type_has_it() -> None:
    found = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert record_of(Beetle, ROW) == Beetle(1, Whole("a b"), found, rare=True)


def test_what_is_given_stands_in_the_place_of_the_row() -> None:
    assert record_of(Spot, {"colour": "red", "seen": "2020-01-01"}, seen=None) == Spot(Colour.RED)


def test_what_is_written_as_json_is_read_as_it_was() -> None:
    held = {"spots": as_json((SEEN, Spot(Colour.RED))), "names": as_json(("七星", "瓢虫")), "best": as_json(SEEN)}
    found = record_of(Beetle, {**ROW, **held})
    assert (found.spots, found.names, found.best) == ((SEEN, Spot(Colour.RED)), ("七星", "瓢虫"), SEEN)
    assert record_of(Beetle, {**ROW, "best": None}).best is None


def test_a_column_that_is_missing_is_no_null() -> None:
    with pytest.raises(KeyError):
        record_of(Spot, {"seen": None})


def test_a_moment_within_json_is_stored_in_utc_as_in_a_column() -> None:
    found = datetime(2020, 1, 2, 11, 4, 5, tzinfo=timezone(timedelta(hours=8)))
    assert as_json({"found": found}) == '{"found": "2020-01-02T03:04:05+00:00"}'


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(TypeError):
        as_json({"names": {"七星"}})
