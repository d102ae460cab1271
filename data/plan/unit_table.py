"""The table of units that the office can import: their other spellings and groups, in place of the present ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.names import MOST_CHARACTERS
from data.plan.files.kinds import Content, kind_of
from data.plan.files.problems import CsvWanted, FileEmpty, HeaderMissing, Problem, ProblemKind, problem
from data.plan.files.sheets import decode_text, parse_rows
from data.plan.files.unit_cells import comparable
from data.plan.units import add_to_unit_group, add_unit_alias, known_names
from data.store import Database, transaction

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
    headings, *rows = parse_rows(decode_text(content).text)
    headings = [each.strip() for each in headings]
    if "name" not in headings:
        raise HeaderMissing(("name",))
    if not any(map(any, rows)):
        raise FileEmpty
    left_out = tuple(each for each in headings if each and each not in COLUMNS)
    return UnitTable(tuple(_with_problems(_rows(headings, rows))), left_out)


def _rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[UnitRow]:
    for number, row in enumerate(rows, 2):
        cells = dict(zip(headings, map(str.strip, row), strict=False))
        if any(map(str.strip, row)):
            aliases = (alias.strip() for alias in cells.get("aliases", "").split("、"))
            yield UnitRow(number, cells.get("name", ""), tuple(filter(None, aliases)), cells.get("group", ""))


def _with_problems(rows: Iterator[UnitRow]) -> Iterator[UnitRow]:
    """Yield the rows, each with what prevents its import: no name, one too long, or a spelling of another unit."""
    read = list(rows)
    first: dict[str, UnitRow] = {}
    for row in reversed(read):
        first[comparable(row.name)] = row
    for row in read:
        found = []
        if not row.name:
            found.append(problem(ProblemKind.NAME_MISSING))
        if any(len(each) > MOST_CHARACTERS for each in (row.name, row.group, *row.aliases)):
            found.append(problem(ProblemKind.NAME_TOO_LONG, most=MOST_CHARACTERS))
        for alias in row.aliases if row.name else ():
            other = first.setdefault(comparable(alias), row)
            if other.name != row.name:
                found.append(problem(ProblemKind.ALIAS_TAKEN, alias=alias, name=other.name, row=other.row))
        yield UnitRow(row.row, row.name, row.aliases, row.group, tuple(found))


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
