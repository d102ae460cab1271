"""What a statistics return asks for: its indicators, of which units, and when. The office sets it up."""

from dataclasses import asdict, dataclass

from data.errors import StaleButton, TextMissing
from data.errors.announcing import NoRecipients
from data.errors.numbers import NoSuchIndicator
from data.errors.returns import ReturnKnown
from data.people.actor import Actor
from data.plan.indicators import indicators
from data.plan.plan import CURRENT, current_plan
from data.plan.units import Unit
from data.returns.schedule import Schedule
from data.store import Database, Row, change, fetch_all, fetch_column, fetch_one, first_of, insert, transaction, update
from data.store.records import record_of
from data.times import stored
from data.understanding import IndicatorWords


@dataclass(frozen=True, slots=True)
class Limit:
    """An indicator that is at most as large as another: cases transferred as cases filed."""

    indicator: str
    at_most: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for under a title: indicators by their names, in order, of these units."""

    title: str
    schedule: Schedule
    indicators: tuple[str, ...]
    unit_ids: tuple[int, ...]
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Return:
    """A statistics return; one that is `ended` opens no more rounds and takes no more filings."""

    id: int
    title: str
    schedule: Schedule
    indicators: tuple[IndicatorWords, ...]
    units: tuple[Unit, ...]
    limits: tuple[Limit, ...]
    ended: bool


def asked_of(found: Return) -> Asked:
    """What a return asks for, as it is set up and changed."""
    return Asked(
        found.title,
        found.schedule,
        tuple(each.name for each in found.indicators),
        tuple(each.id for each in found.units),
        found.limits,
    )


def set_up(db: Database, by: Actor, asked: Asked) -> Return:
    """Let units be asked for figures from now on; once for one source.

    Raises ForTheOffice, NoPlan, ReturnKnown for a title that another one has, and what `check_asked` raises.
    """
    with transaction(db):
        before = fetch_one(db, "SELECT id FROM returns WHERE source = ?", [by.source])
        if before is not None:
            return find_return(db, before["id"])
        by.check_office(db)
        plan_id = current_plan(db).id
        check_asked(db, asked)
        return_id = insert(
            db,
            "returns",
            plan_id=plan_id,
            title=asked.title.strip(),
            **_schedule_columns(asked.schedule),
            source=by.source,
            created_by=by.id,
            created_at=by.now,
        )
        _keep_parts(db, return_id, asked)
        by.record(db, "set_up_return", asked.title, return_id=return_id, **_detail(asked))
    return find_return(db, return_id)


def check_asked(db: Database, asked: Asked, return_id: int | None = None) -> None:
    """Raises TextMissing without a title, NoSuchIndicator without an indicator or for one that the plan does not have,
    NoRecipients without units, ReturnKnown for the title of another return than this one."""
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
    """Ask for it no longer; what was filed stays. The same again changes nothing. Raises ForTheOffice, StaleButton."""
    return _end(db, by, return_id, stored(by.now), "end_return")


def resume_return(db: Database, by: Actor, return_id: int) -> Return:
    """Ask for it again after it was ended. Raises ForTheOffice, StaleButton."""
    return _end(db, by, return_id, None, "resume_return")


def find_return(db: Database, return_id: int) -> Return:
    """A return of the current plan. Raises StaleButton where there is none with this id."""
    return first_of(_returns(db, "AND returns.id = ?", return_id), StaleButton)


def live_returns(db: Database) -> list[Return]:
    """The returns of the current plan that are asked for, in the order in which they were set up."""
    return _returns(db, "AND ended_at IS NULL")


def all_returns(db: Database) -> list[Return]:
    """Every return of the current plan, those that were ended too."""
    return _returns(db, "")


def keep_asked(db: Database, return_id: int, asked: Asked) -> None:
    """Let a return ask for something else, within a transaction."""
    update(db, "returns", return_id, title=asked.title.strip(), **_schedule_columns(asked.schedule))
    for table in ("return_indicators", "return_limits", "return_units"):
        change(db, f"DELETE FROM {table} WHERE return_id = ?", [return_id])
    _keep_parts(db, return_id, asked)


def _end(db: Database, by: Actor, return_id: int, ended_at: str | None, action: str) -> Return:
    with by.office_act(db):
        found = find_return(db, return_id)
        if found.ended is (ended_at is None):
            update(db, "returns", return_id, ended_at=ended_at)
            by.record(db, action, found.title, return_id=return_id)
    return find_return(db, return_id)


def _keep_parts(db: Database, return_id: int, asked: Asked) -> None:
    for position, name in enumerate(dict.fromkeys(asked.indicators)):
        insert(db, "return_indicators", return_id=return_id, indicator=name, position=position)
    for limit in dict.fromkeys(asked.limits):
        if {limit.indicator, limit.at_most} <= set(asked.indicators):
            insert(db, "return_limits", return_id=return_id, **asdict(limit))
    for unit_id in dict.fromkeys(asked.unit_ids):
        insert(db, "return_units", return_id=return_id, unit_id=unit_id)


def _schedule_columns(schedule: Schedule) -> dict[str, object]:
    return {
        "every": schedule.every,
        "first": schedule.first.isoformat(),
        "opens_after": schedule.opens_after,
        "due_workdays": schedule.due_workdays,
        "due_on": schedule.due_on.isoformat() if schedule.due_on else None,
    }


def _detail(asked: Asked) -> dict[str, object]:
    """What an asked-for return is noted as in the record of changes."""
    limits = [f"{each.indicator}≤{each.at_most}" for each in asked.limits]
    contents = {"indicators": list(asked.indicators), "limits": limits, "units": len(asked.unit_ids)}
    return {**_schedule_columns(asked.schedule), **contents}


def _returns(db: Database, condition: str, *values: object) -> list[Return]:
    rows = fetch_all(db, f"SELECT * FROM returns WHERE plan_id = {CURRENT} {condition} ORDER BY id", values)
    known = {each.name: each for each in indicators(db)} if rows else {}
    return [_return(db, row, known) for row in rows]


def _return(db: Database, row: Row, known: dict[str, IndicatorWords]) -> Return:
    of = [row["id"]]
    names = fetch_column(db, "SELECT indicator FROM return_indicators WHERE return_id = ? ORDER BY position", of)
    limits = fetch_all(db, "SELECT indicator, at_most FROM return_limits WHERE return_id = ? ORDER BY rowid", of)
    units = fetch_all(
        db, "SELECT id, name FROM units JOIN return_units ON unit_id = id WHERE return_id = ? ORDER BY id", of
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
