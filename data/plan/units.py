"""Units in the database, their lookup by any of their names, and the table of units that the office imports."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.errors import UnitGroupNamed, UnknownUnit
from data.names import MOST_CHARACTERS, checked_name
from data.plan.files.kinds import Content, kind_of
from data.plan.files.problems import CsvWanted, FileEmpty, HeaderMissing, Problem, ProblemKind, problem
from data.plan.files.sheets import decode_text, parse_rows
from data.plan.files.unit_cells import comparable
from data.plan.unit_names import NameMatch, UnitNames, shipped_unit_names
from data.store import Database, transaction
from data.understanding import Kind, Understanding
from data.understanding.sureness import SURE

OFFICE_ITSELF = ("领导小组办公室", "打假办", "双打办")
"""Endings of unit names that denote the coordinating office."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is responsible for tasks or has people."""

    id: int
    name: str


def is_the_office(name: str) -> bool:
    """Return whether `name` denotes the coordinating office, which handles its own tasks without a liaison."""
    return name.endswith(OFFICE_ITSELF)


def known_names(db: Database) -> UnitNames:
    """Return all names of units and unit groups, including the units in use.

    The shipped table of names applies until a coordinator has imported another one.
    """
    used = db.fetch_column("SELECT name FROM units ORDER BY id")
    aliases = {row["alias"]: row["name"] for row in db.fetch_all("SELECT alias, name FROM unit_aliases")}
    members = db.fetch_all("SELECT group_name, name FROM unit_group_members ORDER BY rowid")
    if not aliases and not members:
        shipped = shipped_unit_names()
        return UnitNames(
            tuple(dict.fromkeys([*used, *shipped.names])), shipped.aliases, shipped.groups, shipped.group_aliases
        )
    groups: dict[str, tuple[str, ...]] = {}
    for row in members:
        groups[row["group_name"]] = (*groups.get(row["group_name"], ()), row["name"])
    return UnitNames(
        tuple(dict.fromkeys([*used, *(name for name in aliases.values() if name not in groups)])),
        {alias: name for alias, name in aliases.items() if name not in groups},
        groups,
        {alias: name for alias, name in aliases.items() if name in groups},
    )


def members_of(db: Database, names: Sequence[str]) -> tuple[str, ...]:
    """Return the units in `names`, with the units of each unit group in its place."""
    groups = known_names(db).groups
    return tuple(dict.fromkeys(unit for name in names for unit in groups.get(name, (name,))))


def add_unit_alias(db: Database, alias: str, name: str) -> int:
    """Add another name for a unit or unit group, unless the alias is already taken; return how many were added."""
    return db.change("INSERT INTO unit_aliases (alias, name) VALUES (?, ?) ON CONFLICT DO NOTHING", [alias, name])


def add_to_unit_group(db: Database, group: str, name: str) -> int:
    """Add the unit `name` to the unit group `group`; return how many were added."""
    sql = "INSERT INTO unit_group_members (group_name, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
    return db.change(sql, [group, name])


def ensure_unit(db: Database, name: str) -> int:
    """Return the id of the unit with this official name, adding the unit if it is new. Raises NameTooLong."""
    db.change("INSERT INTO units (name) VALUES (?) ON CONFLICT DO NOTHING", [checked_name(name)])
    unit_id = db.fetch_number("SELECT id FROM units WHERE name = ?", [name])
    assert unit_id is not None
    return unit_id


def find_unit(db: Database, text: str) -> Unit:
    """Return the unit that `text` names without doubt.

    Raises UnitGroupNamed, with its members, if it names a group, and UnknownUnit, with similar names, otherwise.
    """
    names = known_names(db)
    resolution = names.resolve(text)
    if resolution.match is NameMatch.GROUP:
        raise UnitGroupNamed(text, names.groups[resolution.name])
    if resolution.match in (NameMatch.KNOWN, NameMatch.RESPELT):
        row = db.fetch_one("SELECT id, name FROM units WHERE name = ?", [resolution.name])
        if row is not None:
            return Unit(**row)
    raise UnknownUnit(text, resolution.near)


def all_units(db: Database) -> list[Unit]:
    """Return all units in the order in which they were added."""
    return [Unit(**row) for row in db.fetch_all("SELECT id, name FROM units ORDER BY id")]


def unit_name(db: Database, unit_id: int) -> str:
    """Return the name of a unit, or an empty string if there is no such unit."""
    return db.fetch_text("SELECT name FROM units WHERE id = ?", [unit_id]) or ""


def unit_meant(db: Database, words: str, hear: Callable[[str], Understanding]) -> Unit:
    """Return the unit that `words` name, interpreting them with `hear` if no known name matches.

    Raises UnitGroupNamed, or UnknownUnit with the units that may be meant.
    """
    try:
        return find_unit(db, words)
    except UnknownUnit as error:
        if isinstance(error, UnitGroupNamed):
            raise
        unknown = error
    meaning = hear(words)
    said = meaning.text.strip()
    whole = [each for each in meaning.readings if meaning.text[each.start : each.end].strip() == said]
    if any(reading.kind is Kind.STRANGER for reading in whole):
        raise UnknownUnit(words)
    names = tuple(dict.fromkeys(name for reading in whole if reading.kind is Kind.UNIT for name in reading.values))
    if len(names) == 1 and all(reading.sureness >= SURE for reading in whole):
        return find_unit(db, names[0])
    known = [unit for unit in all_units(db) if unit.name in names]
    raise UnknownUnit(words, tuple(unit.name for unit in known) or unknown.near)


COLUMNS = ("name", "aliases", "group")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of the table, counted from 1: a unit or a unit group, its other spellings and the group that it is in."""

    row: int
    name: str
    aliases: tuple[str, ...]
    group: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitTable:
    """A table of units as read. A unit may have several rows, as if it is in several groups.

    `left_out` are the headings of columns that are not known.
    """

    rows: tuple[UnitRow, ...]
    left_out: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the units and unit groups in the table."""
        return frozenset(row.name for row in self.rows)


@dataclass(frozen=True, slots=True)
class LostNames:
    """What a table of units makes unknown: spellings and unit groups, also those that would lose members."""

    spellings: tuple[str, ...]
    groups: tuple[str, ...]


def read_unit_table(content: bytes, filename: str) -> UnitTable:
    """Read a CSV table of units: name, aliases joined by 、, group.

    Raises FileEmpty, CsvWanted for another kind of file, Damaged if the encoding is not recognised, TooManyRows, and
    HeaderMissing without a `name` column.
    """
    if not content.strip():
        raise FileEmpty
    if kind_of(content) is not Content.TEXT:
        raise CsvWanted
    headings, *rows = parse_rows(decode_text(content)[0])
    headings = [each.strip() for each in headings]
    if "name" not in headings:
        raise HeaderMissing(("name",))
    if not any(map(any, rows)):
        raise FileEmpty
    left_out = tuple(each for each in headings if each and each not in COLUMNS)
    return UnitTable(tuple(_with_problems(list(_rows(headings, rows)))), left_out)


def _rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[UnitRow]:
    for number, row in enumerate(rows, 2):
        cells = dict(zip(headings, map(str.strip, row), strict=False))
        if any(map(str.strip, row)):
            aliases = (alias.strip() for alias in cells.get("aliases", "").split("、"))
            yield UnitRow(number, cells.get("name", ""), tuple(filter(None, aliases)), cells.get("group", ""))


def _with_problems(rows: Sequence[UnitRow]) -> Iterator[UnitRow]:
    """Yield the rows, each with what prevents its import: no name, one too long, or a spelling of another unit."""
    first = {comparable(row.name): row for row in reversed(rows)}
    for row in rows:
        found = []
        if not row.name:
            found.append(problem(ProblemKind.NAME_MISSING))
        if any(len(each) > MOST_CHARACTERS for each in (row.name, row.group, *row.aliases)):
            found.append(problem(ProblemKind.NAME_TOO_LONG, most=MOST_CHARACTERS))
        for alias in row.aliases if row.name else ():
            other = first.setdefault(comparable(alias), row)
            if other.name != row.name:
                found.append(problem(ProblemKind.ALIAS_TAKEN, alias=alias, name=other.name, row=other.row))
        yield replace(row, problems=tuple(found))


def lost_names(db: Database, table: UnitTable) -> LostNames:
    """Return the present spellings and unit groups that `replace_unit_table` would make unknown."""
    known = known_names(db)
    spellings = {alias: row.name for row in table.rows for alias in (row.name, *row.aliases)}
    members = {(row.group, row.name) for row in table.rows}
    before = {**known.aliases, **known.group_aliases}
    return LostNames(
        tuple(alias for alias, name in before.items() if alias != name and spellings.get(alias) != name),
        tuple(group for group, units in known.groups.items() if any((group, unit) not in members for unit in units)),
    )


def replace_unit_table(db: Database, table: UnitTable) -> int:
    """Replace all aliases and unit groups with those of the table, and return its number of units."""
    with transaction(db):
        db.change("DELETE FROM unit_aliases")
        db.change("DELETE FROM unit_group_members")
        for row in table.rows:
            for alias in (row.name, *row.aliases):
                add_unit_alias(db, alias, row.name)
            if row.group:
                add_to_unit_group(db, row.group, row.name)
    return len(table.names - {row.group for row in table.rows})
