"""How complete a round of a statistics return is: who has filed, in time or late, and who has not."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.returns.rounds import Round, find_round, rounds
from data.returns.unit_returns import DONE, UnitReturn, unit_returns
from data.store import Database


@dataclass(frozen=True, slots=True)
class Completeness:
    """A round with the returns of all its units, in the order in which these came."""

    round: Round
    units: tuple[UnitReturn, ...]

    @property
    def filed(self) -> tuple[UnitReturn, ...]:
        """Those that have filed, in time or late."""
        return tuple(each for each in self.units if each.state in DONE)

    @property
    def late(self) -> tuple[UnitReturn, ...]:
        """Of those that have filed, those that first did after the due day."""
        return tuple(each for each in self.filed if each.late)

    @property
    def missing(self) -> tuple[UnitReturn, ...]:
        """Those of which nothing counts: never filed, begun, or given back."""
        return tuple(each for each in self.units if each.state not in DONE)


def completeness(db: Database, round_id: int, today: date, zone: ZoneInfo) -> Completeness:
    """How complete a round is on a day. Raises StaleButton where there is none with this id."""
    found = find_round(db, round_id)
    return Completeness(found, tuple(unit_returns(db, today, zone, round_id=round_id)))


def rounds_under_way(db: Database, today: date, zone: ZoneInfo) -> list[Completeness]:
    """How complete the newest round is of each return that is asked for, and each before it that is not frozen and that
    somebody has not filed, the first due first."""
    newest: dict[int, int] = {}
    asked = [each for each in rounds(db) if not each.ended]
    for each in asked:
        newest.setdefault(each.return_id, each.id)
    may_be_open = [each.id for each in asked if each.frozen_at is None or each.id in newest.values()]
    found = (completeness(db, each, today, zone) for each in may_be_open)
    under_way = [each for each in found if each.round.id in newest.values() or each.missing]
    return sorted(under_way, key=lambda each: (each.round.due, each.round.id))
