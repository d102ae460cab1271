"""Statistics returns as the office sets them up: what is asked for, of which units, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from data.errors import TextMissing, still_there
from data.errors.announcing import NoRecipients
from data.errors.numbers import NoSuchIndicator
from data.errors.returns import ReturnKnown
from data.people.actor import Actor
from data.plan.indicators import indicators
from data.plan.plan import CURRENT, current_plan
from data.plan.units import Unit
from data.returns.schedule import Schedule
from data.store import Database, Row, record_of, transaction
from data.understanding import IndicatorWords


@dataclass(frozen=True, slots=True)
class Limit:
    """An indicator that is at most as large as another, such as cases transferred and cases filed."""

    indicator: str
    at_most: str

    def is_exceeded(self, values: Mapping[str, float]) -> bool:
        """Return whether figures are above the limit."""
        names_both = self.indicator in values and self.at_most in values
        return names_both and values[self.indicator] > values[self.at_most]


def limits_to_offer(known: Sequence[IndicatorWords]) -> tuple[Limit, ...]:
    """Return limits that may apply: each indicator against the first one with the same unit of measure."""
    first: dict[str, IndicatorWords] = {}
    for each in known:
        first.setdefault(each.unit, each)
    return tuple(Limit(each.name, first[each.unit].name) for each in known if each != first[each.unit])


@dataclass(frozen=True, slots=True)
class ReturnDefinition:
    """What a return asks for: indicators by name, in order, of some units, on a schedule."""

    title: str
    schedule: Schedule
    indicators: tuple[str, ...]
    unit_ids: tuple[int, ...]
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Return:
    """A statistics return; if `ended`, it opens no more rounds and takes no more filings."""

    id: int
    title: str
    schedule: Schedule
    indicators: tuple[IndicatorWords, ...]
    units: tuple[Unit, ...]
    limits: tuple[Limit, ...]
    ended: bool


def definition_of(found: Return) -> ReturnDefinition:
    """Return what a return asks for, in the form used to change it."""
    return ReturnDefinition(
        found.title,
        found.schedule,
        tuple(each.name for each in found.indicators),
        tuple(each.id for each in found.units),
        found.limits,
    )


def create_return(db: Database, by: Actor, asked: ReturnDefinition) -> Return:
    """Set up a return. Done once per source.

    Raises ForTheOffice, NoPlan, and what `check_definition` raises.
    """
    with transaction(db):
        before = db.fetch_one("SELECT id FROM returns WHERE source = ?", [by.source])
        if before is not None:
            return return_by_id(db, before["id"])
        by.check_office(db)
        plan_id = current_plan(db).id
        check_definition(db, asked)
        created = {"source": by.source, "created_by": by.id, "created_at": by.now, "title": asked.title.strip()}
        return_id = db.insert("returns", plan_id=plan_id, **_schedule_columns(asked.schedule), **created)
        _store_parts(db, return_id, asked)
        by.record(db, "set_up_return", asked.title, return_id=return_id, **_detail(asked))
    return return_by_id(db, return_id)


def check_definition(db: Database, asked: ReturnDefinition, return_id: int | None = None) -> None:
    """Check what a return is to ask for.

    Raises TextMissing without a title, NoSuchIndicator without indicators or for an unknown one, NoRecipients without
    units, ReturnKnown if a return other than `return_id` has the title.
    """
    known = {each.name for each in indicators(db)}
    unknown = [name for name in asked.indicators if name not in known]
    if not asked.title.strip():
        raise TextMissing
    if unknown or not asked.indicators:
        raise NoSuchIndicator("、".join(unknown))
    if not asked.unit_ids:
        raise NoRecipients
    if any(each.title == asked.title.strip() and each.id != return_id for each in live_returns(db)):
        raise ReturnKnown(asked.title.strip())


def end_return(db: Database, by: Actor, return_id: int) -> Return:
    """Stop asking for a return, unless it is ended already; filings stay. Raises ForTheOffice and StaleButton."""
    with by.office_act(db):
        found = return_by_id(db, return_id)
        if not found.ended:
            db.update("returns", return_id, ended_at=by.now)
            by.record(db, "end_return", found.title, return_id=return_id)
    return return_by_id(db, return_id)


def return_by_id(db: Database, return_id: int) -> Return:
    """Return a return of the current plan. Raises StaleButton if there is none."""
    return still_there(_returns(db, "AND returns.id = ?", return_id))[0]


def live_returns(db: Database) -> list[Return]:
    """Return the current plan's returns that have not ended, in the order they were set up."""
    return _returns(db, "AND ended_at IS NULL")


def all_returns(db: Database) -> list[Return]:
    """Return every return of the current plan, including ended ones."""
    return _returns(db, "")


def store_definition(db: Database, return_id: int, asked: ReturnDefinition) -> None:
    """Store what a return is to ask for now. To be called within a transaction."""
    db.update("returns", return_id, title=asked.title.strip(), **_schedule_columns(asked.schedule))
    for table in ("return_indicators", "return_limits", "return_units"):
        db.change(f"DELETE FROM {table} WHERE return_id = ?", [return_id])
    _store_parts(db, return_id, asked)


def _store_parts(db: Database, return_id: int, asked: ReturnDefinition) -> None:
    for position, name in enumerate(dict.fromkeys(asked.indicators)):
        db.insert("return_indicators", return_id=return_id, indicator=name, position=position)
    for limit in dict.fromkeys(asked.limits):
        if {limit.indicator, limit.at_most} <= set(asked.indicators):
            db.insert("return_limits", return_id=return_id, **asdict(limit))
    for unit_id in dict.fromkeys(asked.unit_ids):
        db.insert("return_units", return_id=return_id, unit_id=unit_id)


def _schedule_columns(schedule: Schedule) -> dict[str, object]:
    return {
        "every": schedule.every,
        "first": schedule.first.isoformat(),
        "opens_after": schedule.opens_after,
        "due_workdays": schedule.due_workdays,
        "due_day": schedule.due_day,
        "due_on": schedule.due_on.isoformat() if schedule.due_on else None,
    }


def _detail(asked: ReturnDefinition) -> dict[str, object]:
    limits = [f"{each.indicator}≤{each.at_most}" for each in asked.limits]
    contents = {"indicators": list(asked.indicators), "limits": limits, "units": len(asked.unit_ids)}
    return {**_schedule_columns(asked.schedule), **contents}


def _returns(db: Database, condition: str, *values: object) -> list[Return]:
    rows = db.fetch_all(f"SELECT * FROM returns WHERE plan_id = {CURRENT} {condition} ORDER BY id", values)
    known = {each.name: each for each in indicators(db)} if rows else {}
    return [_return(db, row, known) for row in rows]


def _return(db: Database, row: Row, known: dict[str, IndicatorWords]) -> Return:
    of = [row["id"]]
    names = db.fetch_column("SELECT indicator FROM return_indicators WHERE return_id = ? ORDER BY position", of)
    limits = db.fetch_all("SELECT indicator, at_most FROM return_limits WHERE return_id = ? ORDER BY rowid", of)
    units = db.fetch_all(
        "SELECT id, name FROM units JOIN return_units ON unit_id = id WHERE return_id = ? ORDER BY id", of
    )
    return record_of(
        Return,
        row,
        schedule=record_of(Schedule, row),
        indicators=tuple(known[each] for each in names if each in known),
        units=tuple(Unit(**each) for each in units),
        limits=tuple(Limit(**each) for each in limits),
        ended=row["ended_at"] is not None,
    )
