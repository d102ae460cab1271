"""The coordinator's indicators: how each is totalled, new ones, and taking one out of use."""

from collections.abc import Mapping
from dataclasses import replace

from data.errors import StaleButton, numbers
from data.people.actor import Actor
from data.plan.indicators import IN_USE, indicators
from data.plan.plan import CURRENT
from data.reporting.figures import read_figures
from data.store import Database, change, exists, fetch_one, fetch_row, insert
from data.understanding import IndicatorWords
from data.understanding.new_indicator import new_indicator
from data.understanding.normalise.sentence import normalise

NAME_LENGTH = 20


def find_indicator(db: Database, name: str) -> IndicatorWords:
    """The indicator of this name. Raises StaleButton when there is none any more."""
    found = next((each for each in indicators(db) if each.name == name), None)
    if found is None:
        raise StaleButton
    return found


def read_indicator(text: str) -> IndicatorWords:
    """A new indicator as it is written in a line. Raises IndicatorUnclear."""
    new = new_indicator(text)
    if new is None:
        raise numbers.IndicatorUnclear
    return new


def add_indicator(db: Database, by: Actor, new: IndicatorWords) -> IndicatorWords:
    """Add an indicator behind the others. The same one again changes nothing.

    Raises ForTheOffice, IndicatorKnown where another one goes by that name, IndicatorUnreadable for a name by which no
    figure could be entered.
    """
    with by.office_act(db):
        if not is_new(db, new):
            return new
        last = fetch_one(db, f"SELECT ifnull(max(position), -1) AS position, {CURRENT} AS plan_id FROM indicators")
        values = {"name": new.name, "unit": new.unit, "kind": new.kind, "total": new.total}
        assert last is not None
        place = {"plan_id": last["plan_id"], "position": last["position"] + 1}
        insert(db, "indicators", **values, **place, aliases="", name_en="")
        by.record(db, "add_indicator", new.name, **values)
    return new


def is_new(db: Database, new: IndicatorWords) -> bool:
    """Whether an indicator can be added; False where there is just this one. Raises IndicatorKnown where another one
    goes by that name, IndicatorUnreadable for a name by which no figure could be entered."""
    known = indicators(db)
    if new in known:
        return False
    if any(new.name.lower() in _names(each) for each in known):
        raise numbers.IndicatorKnown(new.name)
    if not _can_be_entered(new, known):
        raise numbers.IndicatorUnreadable(new.name)
    return True


def total_indicator(db: Database, by: Actor, name: str, total: str) -> IndicatorWords:
    """Let the `sum` over all reports count for an indicator, or the `latest` of each task.

    Raises ForTheOffice, StaleButton.
    """
    with by.office_act(db):
        found = find_indicator(db, name)
        if found.total != total:
            change(db, f"UPDATE indicators SET total = ? WHERE name = ? AND plan_id IS {CURRENT}", [total, name])
            by.record(db, "total_indicator", name, before=found.total, total=total)
    return replace(found, total=total)


def retire_indicator(db: Database, by: Actor, name: str) -> None:
    """Take an indicator out of use; one that is gone stays so. Raises ForTheOffice, and IndicatorInUse where a report
    has it, stored or unfinished."""
    with by.office_act(db):
        if is_in_use(db, name):
            raise numbers.IndicatorInUse(name)
        row = fetch_one(db, f"SELECT * FROM indicators WHERE name = ? AND plan_id IS {CURRENT}", [name])
        if row is not None:
            change(db, f"DELETE FROM indicators WHERE name = ? AND plan_id IS {CURRENT}", [name])
            was = {key: value for key, value in row.items() if key not in ("name", "plan_id")}
            by.record(db, "retire_indicator", name, was=was)


def put_back_indicator(db: Database, by: Actor, name: str, was: Mapping[str, object]) -> None:
    """Bring an indicator back that was taken out of use, as it `was`. Raises ForTheOffice, and IndicatorKnown where
    another one goes by its name."""
    with by.office_act(db):
        if any(name.lower() in _names(each) for each in indicators(db)):
            raise numbers.IndicatorKnown(name)
        row = fetch_row(db, f"SELECT {CURRENT} AS plan_id")
        insert(db, "indicators", name=name, plan_id=row["plan_id"], **was)
        by.record(db, "add_indicator", name)


def is_in_use(db: Database, name: str) -> bool:
    """Whether anything was reported with an indicator, or is about to be."""
    return exists(
        db,
        f"""SELECT 1 FROM ({IN_USE}) WHERE indicator = :name
        UNION SELECT 1 FROM dialogs, json_each(dialogs.answers, '$.figures')
        WHERE kind = 'report' AND state <> 'ended' AND key = :name""",
        {"name": name},
    )


def _names(known: IndicatorWords) -> set[str]:
    return {name.lower() for name in (known.name, known.name_en, *known.aliases)}


def _can_be_entered(new: IndicatorWords, known: list[IndicatorWords]) -> bool:
    """Whether a figure of it is read as such, and those of the others still are as before."""
    everything = [*known, new]
    if len(new.name) > NAME_LENGTH or any(char.isdecimal() for char in normalise(new.name + new.unit)):
        return False
    try:
        return all(read_figures(f"{each.name} 3", everything) == {each.name: 3.0} for each in everything)
    except (numbers.FigureImpossible, numbers.FiguresUnclear, numbers.FigureTwice):
        return False
