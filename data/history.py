"""What has been reported, newest first: on a task, or by units."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.reviews import REPORTS, Reviewed, reviewed_of
from data.store import Database, fetch_all, fetch_one


@dataclass(frozen=True, slots=True)
class Entry:
    """A report with its review: `withdrawn` when it was taken back, `replaced` when it was corrected."""

    report: Reviewed
    withdrawn: bool
    replaced: bool
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a history, and how many entries there are in all."""

    entries: tuple[Entry, ...]
    total: int


def history(db: Database, unit_ids: Sequence[int] | None, task_id: int | None, first: int, count: int) -> Page:
    """Reports from the `first` newest on, of some units or (None) all, on one task or (None) all."""
    conditions = ["1"]
    if unit_ids is not None:
        conditions.append(f"unit_id IN ({', '.join(str(int(unit_id)) for unit_id in unit_ids)})")
    if task_id is not None:
        conditions.append(f"task_id = {int(task_id)}")
    where = f"WHERE {' AND '.join(conditions)}"
    marks = ", withdrawn_at, unchanged, EXISTS (SELECT 1 FROM reports AS n WHERE n.replaces = reports.id) AS replaced"
    head, _, tail = REPORTS.partition("\nFROM reports")
    rows = fetch_all(
        db, f"{head}{marks}\nFROM reports{tail}{where} ORDER BY reports.id DESC LIMIT ? OFFSET ?", [count, first]
    )
    total = fetch_one(db, f"SELECT count(*) AS n FROM ({REPORTS}{where})")
    entries = []
    for row in rows:
        withdrawn, unchanged, replaced = (bool(row.pop(name)) for name in ("withdrawn_at", "unchanged", "replaced"))
        entries.append(Entry(reviewed_of(db, row), withdrawn, replaced, unchanged))
    return Page(tuple(entries), total["n"] if total else 0)
