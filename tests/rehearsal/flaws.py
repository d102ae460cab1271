"""Deliberate flaws, to check that the rehearsal finds them."""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from data.notices import reminders
from data.reporting import reports
from data.reporting.totals import store_figures
from data.standing import derivation
from data.store import Database


def count_figures_twice() -> None:
    """Store every figure as if it had been reported twice."""

    def twice(db: Any, report_id: int, figures: Mapping[str, float], *rest: Any) -> None:
        store_figures(db, report_id, {name: value * 2 for name, value in figures.items()}, *rest)

    _put(reports, "store_figures", twice)


def count_returns_twice() -> None:
    """Store a unit's figures in a statistics return as if they had been filed twice."""

    insert = Database.insert

    def twice(db: Database, table: str, **values: Any) -> int:
        if table == "filing_values":
            values["value"] *= 2
        return insert(db, table, **values)

    _put(Database, "insert", twice)


def remind_in_spite_of_reports() -> None:
    """Remind of tasks even if they were reported on within a week."""
    _put(reminders, "is_reported_lately", lambda assignment, day: False)


def forget_extensions() -> None:
    """Ignore extensions that were granted."""
    _put(derivation, "_extended", lambda due, granted: due)


FLAWS: Mapping[str, Callable[[], None]] = {
    "none": lambda: None,
    "figures twice": count_figures_twice,
    "return twice": count_returns_twice,
    "reminded after a report": remind_in_spite_of_reports,
    "extension forgotten": forget_extensions,
}


def _put(module: ModuleType | type, name: str, other: Callable[..., Any]) -> None:
    """Replace a name in a module or class. Raises AttributeError if it does not exist."""
    getattr(module, name)  # fails if the name has moved elsewhere, where replacing it would have no effect
    setattr(module, name, other)


def put_in(flaw: str) -> None:
    """Put in one flaw."""
    FLAWS[flaw]()
