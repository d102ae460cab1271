"""How complete the rounds of statistics returns were at the end of a day."""

from dataclasses import dataclass
from datetime import date

from data.plan.plan import plan_on
from data.returns.rounds import COUNTED_THEN, Round, rounds
from data.store import Database
from data.times import end_of_day


@dataclass(frozen=True, slots=True)
class RoundThen:
    """A round with the number of units asked for it, and of those whose filing counted at the end of a day."""

    round: Round
    filed: int
    units: int


def rounds_then(db: Database, day: date) -> list[RoundThen]:
    """Return the newest round that each return had at the end of a day, and earlier ones that were neither frozen nor
    complete, first due first. Raises NoPlan."""
    rows = db.fetch_all(
        f"""SELECT return_rounds.id, return_id, ifnull(frozen_at, :until) < :until AS frozen,
            count(unit_returns.id) AS units, count({COUNTED_THEN}) AS filed
        FROM returns JOIN return_rounds ON return_id = returns.id
        LEFT JOIN unit_returns ON round_id = return_rounds.id AND unit_returns.left_out IS NULL
            AND (gone_at IS NULL OR gone_at >= :until)
        WHERE plan_id = :plan AND opened_at < :until AND (ended_at IS NULL OR ended_at >= :until)
            AND NOT EXISTS (SELECT 1 FROM periods_left_out AS out
                WHERE out.return_id = returns.id AND out.first = return_rounds.first AND out.at < :until)
        GROUP BY return_rounds.id ORDER BY opens_on DESC, return_rounds.id DESC""",
        {"until": end_of_day(day, db.zone), "plan": plan_on(db, day).id},
    )
    known = {each.id: each for each in rounds(db)}
    newest: dict[int, int] = {}
    for row in rows:
        newest.setdefault(row["return_id"], row["id"])
    shown = [
        RoundThen(known[row["id"]], int(row["filed"]), row["units"])
        for row in rows
        if row["id"] in known and (row["id"] in newest.values() or not (row["frozen"] or row["filed"] == row["units"]))
    ]
    return sorted(shown, key=lambda each: (each.round.due, each.round.id))
