"""People whom a broadcast addresses by their names: 跟林警官说一声，明天来拿文件."""

from dataclasses import replace

from data.errors.announcing import RecipientUnclear
from data.people.directory import ListedPerson, people_called
from data.understanding import Kind, Reading, Understanding, of_kind
from data.understanding.announcing.unit_mentions import unit_before
from data.understanding.list_exceptions import names_left_out
from handlers.dialog import Answers
from handlers.telegram import Context


def with_people(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence with each person whom it names read as their unit, together with that unit if it stands right
    before the name (公安局的林警官)."""
    readings = list(meaning.readings)
    for person in _people_of_units(context, meaning):
        unit, start = person.unit or "", _start(meaning, person)
        if start >= 0:
            whose = unit_before(meaning, start, unit)
            begin, end = whose.start if whose else start, start + len(person.called or person.name)
            readings = [*(each for each in readings if each is not whose), Reading(Kind.UNIT, begin, end, (unit,))]
    return replace(meaning, readings=tuple(readings))


def people_answers(context: Context, named: Understanding) -> Answers:
    """Return the answers for the people that a sentence names, read by `with_people`, except those it says are not
    told (小吴不用), if it names no units beside them; else none. Raises RecipientUnclear for a name that several people
    have, or that stands behind another unit than theirs."""
    out = names_left_out(named, of_recipients=True)
    told = replace(named, readings=tuple(each for each in named.readings if each not in out))
    spared = [(each.start, each.end) for each in out]
    people = [
        each
        for each in _people_of_units(context, named)
        if not any(start <= _start(named, each) < end for start, end in spared)
    ]
    for each in people:
        if len(alike := [other for other in people if other.name == each.name]) > 1:
            raise RecipientUnclear(each.name, tuple(f"{other.unit}{other.name}" for other in alike))
        other = unit_before(named, _start(named, each))
        if other and not any(other.start <= _start(named, one) < other.end for one in people):
            raise RecipientUnclear(each.name, (f"{each.unit}{each.name}",))
    if not people or len(list(of_kind(told, Kind.UNIT))) != len(people):
        return {}
    return {"to": "people", "people": [each.person_id for each in people]}


def _people_of_units(context: Context, meaning: Understanding) -> list[ListedPerson]:
    """Return the people of units whom a sentence names; of several with one name those whose unit it names with it."""
    found = [each for each in people_called(context.db, meaning.text) if each.unit]
    with_unit = {each.person_id: each.name for each in found if _is_with_unit(meaning, each)}
    return [each for each in found if each.person_id in with_unit or each.name not in with_unit.values()]


def _is_with_unit(meaning: Understanding, person: ListedPerson) -> bool:
    """Return whether a sentence names the unit of a person right before the name, or in one reading with it."""
    unit, start = person.unit or "", _start(meaning, person)
    together = (each for each in of_kind(meaning, Kind.UNIT) if unit in each.values and each.start <= start < each.end)
    return unit_before(meaning, start, unit) is not None or any(together)


def _start(meaning: Understanding, person: ListedPerson) -> int:
    """Return where a sentence names a person first, or -1."""
    return meaning.text.casefold().find((person.called or person.name).casefold())
