"""The recipients that a sentence names: everybody, groups, the units of a section, or single units."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.announcing.recipients import units_of_section, units_to_tell
from data.errors import UnknownUnit, needed
from data.people.people import Role
from data.plan.units import all_units, known_names
from data.store import Database
from data.understanding import Kind, Reading, Understanding, of_kind, says
from data.understanding.announcing.addressees import (
    names_of_everybody,
    names_of_the_last,
    surely_an_unknown_office,
    unknown_office,
    words_of_reading,
)
from data.understanding.announcing.deputies_told import leaves_out_deputies, tells_only_deputies
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.list_exceptions import names_left_out


@dataclass(frozen=True, slots=True)
class Addressees:
    """The recipients that a sentence names: everybody, the bound groups, the units of a section, single units, or those
    of the last broadcast; or only those among them with one `role`.

    Groups may be named beside units. `all_but` means that `unit_ids` are what is left of all units, or of a section's,
    after exceptions.
    """

    everybody: bool = False
    groups: bool = False
    section: str | None = None
    unit_ids: tuple[int, ...] = ()
    all_but: bool = False
    as_last: bool = False
    role: Role | None = None

    def __bool__(self) -> bool:
        of_units = self.everybody or bool(self.section) or bool(self.unit_ids)
        return of_units or self.groups or self.as_last or self.role is Role.DEPUTY


def addressees_named(db: Database, meaning: Understanding) -> Addressees:
    """Return the recipients that a sentence names.

    Raises UnknownUnit for an office that the plan does not know, and for a name that fits several units.
    """
    if office := unknown_office(meaning):
        raise UnknownUnit(office)
    return known_addressees(db, meaning)


def known_addressees(db: Database, meaning: Understanding) -> Addressees:
    """Return the known recipients that a sentence names, ignoring unknown ones.

    Raises UnknownUnit for a name that fits several units.
    """
    return replace(_known(db, meaning), role=_role(meaning))


def _role(meaning: Understanding) -> Role | None:
    """Return the only role told something, or None: the deputies, or the liaisons if the deputies are left out."""
    if leaves_out_deputies(meaning):
        return Role.LIAISON
    return Role.DEPUTY if tells_only_deputies(meaning) else None


def _known(db: Database, meaning: Understanding) -> Addressees:
    out = names_left_out(meaning, of_recipients=True)
    without = set(_ids(db, meaning, [each for each in out if each.kind is Kind.UNIT]))
    units = [each for each in of_kind(meaning, Kind.UNIT) if each not in out]
    if units:
        ids = _without(_ids(db, meaning, units), without)
        return Addressees(unit_ids=ids, groups=says(meaning.text, "recipients.groups"))
    section = next((each.values[0] for each in of_kind(meaning, Kind.SECTION)), None)
    if without:
        among = units_of_section(db, section) if section else (each.id for each in units_to_tell(db))
        return Addressees(unit_ids=_without(among, without), all_but=True)
    if section is not None and units_of_section(db, section):
        return Addressees(section=section)
    if says(meaning.text, "recipients.groups"):
        return Addressees(groups=True)
    as_last = bool(names_of_the_last(meaning.text))
    return Addressees(everybody=not as_last and bool(names_of_everybody(meaning.text)), as_last=as_last)


def _without(ids: Iterable[int], without: Collection[int]) -> tuple[int, ...]:
    return tuple(each for each in dict.fromkeys(ids) if each not in without)


def units_named(db: Database, meaning: Understanding) -> list[ListedMembers]:
    """Return where a sentence names units, sections or all units, with the ids of the units meant, in order.

    Raises UnknownUnit for a name that fits several units or that the plan does not know.
    """
    if office := surely_an_unknown_office(meaning):
        raise UnknownUnit(office)
    units = [(each, tuple(_ids(db, meaning, [each]))) for each in of_kind(meaning, Kind.UNIT)]
    of_sections = [(each, units_of_section(db, each.values[0])) for each in of_kind(meaning, Kind.SECTION)]
    named = [ListedMembers(each.start, each.end, ids) for each, ids in (*units, *of_sections)]
    everybody = tuple(each.id for each in units_to_tell(db))
    return sorted([*named, *(ListedMembers(*place, everybody) for place in names_of_everybody(meaning.text))])


def _ids(db: Database, meaning: Understanding, units: Sequence[Reading]) -> Iterator[int]:
    ids, groups = {unit.name: unit.id for unit in all_units(db)}, known_names(db).groups
    for reading in units:
        if len(reading.values) > 1:
            raise UnknownUnit(words_of_reading(meaning, reading), reading.values)
        [name] = reading.values
        members = needed([ids[each] for each in (name, *groups.get(name, ())) if each in ids], UnknownUnit(name))
        yield from members
