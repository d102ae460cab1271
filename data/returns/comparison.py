"""A round beside the period before it and beside what the units reported on their tasks meanwhile; never added up."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.reporting.totals import EXACT
from data.returns.reported import Reported, reported
from data.returns.return_table import ReturnTable, Values, return_table, table_of
from data.returns.rounds import round_before, rounds
from data.store import Database

NOTHING: Values = {}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table of a round, that of the period before if anything was filed then, and what the reports of its units
    within the period add up to, by unit."""

    table: ReturnTable
    before: ReturnTable | None
    reported: Reported

    def before_of(self, unit_id: int) -> Values:
        """A unit's figures of the period before; none where there are none."""
        rows = self.before.rows if self.before else ()
        return next((each.values for each in rows if each.unit.unit.id == unit_id), NOTHING)

    @property
    def reported_in_all(self) -> Values:
        """What the reports of all units add up to, of the indicators that are asked for and were reported at all."""
        found = list(self.reported.values())
        names = [each.name for each in self.table.indicators if any(each.name in values for values in found)]
        return {name: round(sum(values.get(name, 0.0) for values in found), EXACT) for name in names}


def compared_in(
    db: Database, first: date, last: date, unit_ids: Collection[int] | None, today: date, zone: ZoneInfo
) -> Iterator[Comparison]:
    """The rounds whose period, or for what is asked for once whose days to fill it in, touch a span, the oldest first;
    of some units only where they are named, and then those that ask any of them."""
    for each in reversed(rounds(db)):
        begins, ends = (each.span.first, each.span.last) if each.span else (each.opens_on, each.due)
        if begins <= last and ends >= first:
            found = comparison(db, each.id, today, zone)
            part = found if unit_ids is None else part_of(found, unit_ids)
            if part.table.rows:
                yield part


def part_of(found: Comparison, unit_ids: Collection[int]) -> Comparison:
    """The same of some units alone, with what these come to."""
    return Comparison(
        table_of(found.table, unit_ids),
        table_of(found.before, unit_ids) if found.before else None,
        {unit_id: values for unit_id, values in found.reported.items() if unit_id in unit_ids},
    )


def comparison(db: Database, round_id: int, today: date, zone: ZoneInfo) -> Comparison:
    """A round on a day, beside what it can be compared with. Raises StaleButton where there is none with this id."""
    table = return_table(db, round_id, today, zone)
    earlier = round_before(db, table.round)
    before = return_table(db, earlier.id, today, zone) if earlier else None
    told = reported(db, table.round, zone, [each.unit.id for each in table.units])
    return Comparison(table, before if before and any(each.values for each in before.rows) else None, told)
