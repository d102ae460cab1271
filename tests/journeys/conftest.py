from collections.abc import Callable, Hashable
from typing import Any

import pytest

from data.people.people import Role
from handlers.telegram.kept import VersionedCache
from tests.journeys.busy_day import busy_day, shown
from tests.journeys.town import Resident, Town

__all__ = ["busy_day", "shown"]
"""Fixtures for any journey, beside those below."""


@pytest.fixture(autouse=True)
def what_is_kept_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is shown as it was kept is made once more, and must be the same."""

    def get_and_compare(self: VersionedCache, of: Hashable, version: Hashable, make: Callable[[], Any]) -> Any:
        found = get(self, of, version, make)
        assert found == make(), f"{of} was kept although it has changed"
        return found

    get = VersionedCache.get
    monkeypatch.setattr(VersionedCache, "get", get_and_compare)


@pytest.fixture
def wu(town: Town) -> Resident:
    """The deputy of the market bureau."""
    return town.member(1004, "小吴", "市市场监管局", Role.DEPUTY)


@pytest.fixture
def gu(town: Town) -> Resident:
    """An observer, who sees everything and reports nothing."""
    return town.member(1020, "顾调研员", None, Role.OBSERVER)


@pytest.fixture
def grace(town: Town) -> Resident:
    """A liaison who reads English."""
    return town.member(1009, "Grace", "市贸促会", Role.LIAISON, "en")


@pytest.fixture
def chen(town: Town) -> Resident:
    """A coordinator."""
    return town.member(1001, "陈主任", None, Role.COORDINATOR)


@pytest.fixture
def stranger(town: Town) -> Resident:
    """Somebody whom nobody has invited."""
    return town.newcomer(1099, "路人")
