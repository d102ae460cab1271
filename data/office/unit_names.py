"""Other names of units, and unit groups, as the office changes them in the chat."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from data.errors import still_there
from data.errors.people import AliasTaken
from data.names import checked_name
from data.people.actor import Actor
from data.plan.unit_names import NameMatch
from data.plan.units import Unit, add_to_unit_group, add_unit_alias, known_names, unit_name
from data.store import Database


@dataclass(frozen=True, slots=True)
class UnitNaming:
    """A unit's other names, the unit groups it belongs to, and the remaining groups."""

    unit: Unit
    aliases: tuple[str, ...]
    groups: tuple[str, ...]
    other_groups: tuple[str, ...]


def naming_of(db: Database, unit_id: int) -> UnitNaming:
    """Return the names and groups of a unit. Raises StaleButton if there is none."""
    unit = Unit(unit_id, still_there(unit_name(db, unit_id)))
    names = known_names(db)
    aliases = tuple(alias for alias, meant in names.aliases.items() if meant == unit.name and alias != unit.name)
    groups = tuple(group for group, members in names.groups.items() if unit.name in members)
    return UnitNaming(unit, aliases, groups, tuple(group for group in names.groups if group not in groups))


def add_alias(db: Database, by: Actor, unit_id: int, alias: str) -> UnitNaming:
    """Give a unit another name. Raises ForTheOffice, NameTooLong, and AliasTaken if another unit or group has it."""
    with _renaming(db, by, unit_id) as unit:
        known = known_names(db).resolve(checked_name(alias))
        if known.match in (NameMatch.KNOWN, NameMatch.RESPELT, NameMatch.GROUP) and known.name != unit.name:
            raise AliasTaken(alias, known.name)
        if add_unit_alias(db, alias, unit.name):
            by.record(db, "unit_alias", unit.name, alias=alias)
    return naming_of(db, unit_id)


def drop_alias(db: Database, by: Actor, unit_id: int, alias: str) -> UnitNaming:
    """Remove another name of a unit. Raises ForTheOffice."""
    with _renaming(db, by, unit_id) as unit:
        if db.change("DELETE FROM unit_aliases WHERE alias = ? AND name = ?", [alias, unit.name]):
            by.record(db, "drop_unit_alias", unit.name, alias=alias)
    return naming_of(db, unit_id)


def join_group(db: Database, by: Actor, unit_id: int, group: str) -> UnitNaming:
    """Put a unit into a unit group, creating the group if needed.

    Raises ForTheOffice, NameTooLong, and AliasTaken if a unit has this name.
    """
    with _renaming(db, by, unit_id) as unit:
        known = known_names(db).resolve(checked_name(group))
        if known.match in (NameMatch.KNOWN, NameMatch.RESPELT):
            raise AliasTaken(group, known.name)
        group = known.name if known.match is NameMatch.GROUP else group
        if add_to_unit_group(db, group, unit.name):
            by.record(db, "join_unit_group", unit.name, group=group)
    return naming_of(db, unit_id)


def leave_group(db: Database, by: Actor, unit_id: int, group: str) -> UnitNaming:
    """Take a unit out of a unit group. Raises ForTheOffice."""
    with _renaming(db, by, unit_id) as unit:
        if db.change("DELETE FROM unit_group_members WHERE group_name = ? AND name = ?", [group, unit.name]):
            by.record(db, "leave_unit_group", unit.name, group=group)
    return naming_of(db, unit_id)


@contextmanager
def _renaming(db: Database, by: Actor, unit_id: int) -> Iterator[Unit]:
    """Open a transaction in which the office changes a unit's names; yields the unit.

    The shipped names are copied into the database first if it has none of its own.
    """
    with by.office_act(db):
        unit = naming_of(db, unit_id).unit
        if not db.exists("SELECT 1 FROM unit_aliases UNION ALL SELECT 1 FROM unit_group_members"):
            _take_shipped_table(db)
        yield unit


def _take_shipped_table(db: Database) -> None:
    """Copy the shipped names and groups into the database, so that they can be changed."""
    names = known_names(db)
    for alias, name in {**names.aliases, **names.group_aliases, **{each: each for each in names.names}}.items():
        add_unit_alias(db, alias, name)
    for group, members in names.groups.items():
        for name in members:
            add_to_unit_group(db, group, name)
