"""Reports as an independent count knows them."""

from dataclasses import dataclass
from datetime import datetime

from data.reporting.totals import store_figures
from data.store import Database
from data.times import stored
from tests.data.conftest import assignment


@dataclass
class Told:
    """A report as the independent count knows it."""

    id: int
    unit: str
    first_given: datetime
    figures: dict[str, float]
    counts: bool = True


def tell(db: Database, unit: str, moment: datetime, figures: dict[str, float], replaces: Told | None = None) -> Told:
    report_id = db.insert(
        "reports",
        assignment_id=assignment(db, "1-1", unit=unit).id,
        status="in_progress",
        percent=10,
        note="",
        source=f"{unit}:{moment}:{replaces and replaces.id}:{sorted(figures.items())}",
        replaces=replaces.id if replaces else None,
        reported_at=stored(moment),
    )
    store_figures(db, report_id, figures, ())
    if replaces:
        replaces.counts = False
    return Told(report_id, unit, replaces.first_given if replaces else moment, figures)
