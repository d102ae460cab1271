"""The office's changes to the indicators: add one, retire one, or change how it is totalled."""

from collections.abc import Mapping
from dataclasses import replace

from data.errors import needed, numbers, still_there
from data.people.actor import Actor
from data.plan.indicators import IN_USE, indicators
from data.plan.plan import CURRENT
from data.reporting.figures import read_figures
from data.store import Database
from data.understanding import IndicatorWords
from data.understanding.normalise.sentence import normalise
from data.understanding.returns.indicators_named import new_indicator

NAME_LENGTH = 20


def read_indicator(text: str) -> IndicatorWords:
    """Return the new indicator described in a line. Raises IndicatorUnclear."""
    return needed(new_indicator(text), numbers.IndicatorUnclear)


def add_indicator(db: Database, by: Actor, new: IndicatorWords) -> IndicatorWords:
    """Add an indicator after the others. Does nothing if it exists already.

    Raises ForTheOffice, IndicatorKnown if another one has that name, IndicatorUnreadable if figures could not be
    entered under it.
    """
    with by.office_act(db):
        if not is_new_indicator(db, new):
            return new
        last = db.fetch_one(f"SELECT ifnull(max(position), -1) AS position, {CURRENT} AS plan_id FROM indicators")
        values = {"name": new.name, "unit": new.unit, "kind": new.kind, "total": new.total}
        assert last is not None
        place = {"plan_id": last["plan_id"], "position": last["position"] + 1}
        db.insert("indicators", **values, **place, aliases="、".join(new.aliases), name_en="")
        by.record(db, "add_indicator", new.name, **values)
    return new


def is_new_indicator(db: Database, new: IndicatorWords) -> bool:
    """Return whether an indicator can be added; False if exactly this one exists.

    Raises IndicatorKnown if another one has that name, IndicatorUnreadable if figures could not be entered under it.
    """
    known = indicators(db)
    if new in known:
        return False
    if any(new.name.lower() in _names(each) for each in known):
        raise numbers.IndicatorKnown(new.name)
    if not _can_be_entered(new, known):
        raise numbers.IndicatorUnreadable(new.name)
    return True


def set_indicator_total(db: Database, by: Actor, name: str, total: str) -> IndicatorWords:
    """Set whether an indicator's total is the `sum` over all reports or the `latest` figure of each assignment.

    Raises ForTheOffice and StaleButton.
    """
    with by.office_act(db):
        found = still_there(next((each for each in indicators(db) if each.name == name), None))
        if found.total != total:
            db.change(f"UPDATE indicators SET total = ? WHERE name = ? AND plan_id IS {CURRENT}", [total, name])
            by.record(db, "total_indicator", name, before=found.total, total=total)
    return replace(found, total=total)


def retire_indicator(db: Database, by: Actor, name: str) -> None:
    """Remove an indicator, if it exists.

    Raises ForTheOffice, and IndicatorInUse if a stored or unfinished report uses it.
    """
    with by.office_act(db):
        if _is_in_use(db, name):
            raise numbers.IndicatorInUse(name)
        row = db.fetch_one(f"SELECT * FROM indicators WHERE name = ? AND plan_id IS {CURRENT}", [name])
        if row is not None:
            db.change(f"DELETE FROM indicators WHERE name = ? AND plan_id IS {CURRENT}", [name])
            was = {key: value for key, value in row.items() if key not in ("name", "plan_id")}
            by.record(db, "retire_indicator", name, was=was)


def put_back_indicator(db: Database, by: Actor, name: str, was: Mapping[str, object]) -> None:
    """Restore a retired indicator as it `was`. Raises ForTheOffice, and IndicatorKnown if another one has its name."""
    with by.office_act(db):
        if any(name.lower() in _names(each) for each in indicators(db)):
            raise numbers.IndicatorKnown(name)
        row = db.fetch_row(f"SELECT {CURRENT} AS plan_id")
        db.insert("indicators", name=name, plan_id=row["plan_id"], **was)
        by.record(db, "add_indicator", name)


def _is_in_use(db: Database, name: str) -> bool:
    """Return whether a stored report or return, or an unfinished report, uses an indicator."""
    return db.exists(
        f"""SELECT 1 FROM ({IN_USE}) WHERE indicator = :name
        UNION SELECT 1 FROM (VALUES ('$.figures'), ('$.unclear')), dialogs, json_each(dialogs.answers, column1)
        WHERE kind = 'report' AND state <> 'ended' AND key = :name""",
        {"name": name},
    )


def _names(known: IndicatorWords) -> set[str]:
    return {name.lower() for name in (known.name, known.name_en, *known.aliases)}


def _can_be_entered(new: IndicatorWords, known: list[IndicatorWords]) -> bool:
    """Return whether figures can be read under the new name, and those of the other indicators still can."""
    everything = [*known, new]
    if len(new.name) > NAME_LENGTH or any(char.isdecimal() for char in normalise(new.name + new.unit)):
        return False
    try:
        return all(read_figures(f"{each.name} 3", everything) == {each.name: 3.0} for each in everything)
    except (numbers.FigureImpossible, numbers.FiguresUnclear, numbers.FigureTwice):
        return False
