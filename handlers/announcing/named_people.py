"""People whom a broadcast addresses by their names: 跟林警官说一声，明天来拿文件."""

from dataclasses import replace

from data.people.directory import ListedPerson, people_named
from data.understanding import Kind, Reading, Understanding, of_kind
from data.understanding.announcing.addressees import unit_before
from handlers.dialog import Answers
from handlers.telegram import Context


def with_people(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence with each person whom it names read as their unit, together with that unit if it stands right
    before the name (公安局的林警官)."""
    readings = list(meaning.readings)
    for person in _people_of_units(context, meaning):
        unit, start = person.unit or "", meaning.text.casefold().find(person.name.casefold())
        if start >= 0:
            whose = unit_before(meaning, unit, start)
            begin, end = whose.start if whose else start, start + len(person.name)
            readings = [*(each for each in readings if each is not whose), Reading(Kind.UNIT, begin, end, (unit,))]
    return replace(meaning, readings=tuple(readings))


def people_answers(context: Context, named: Understanding) -> Answers:
    """Return the answers for the people that a sentence names, read by `with_people`, if it names no units beside
    them; else none."""
    people = _people_of_units(context, named)
    if not people or len(list(of_kind(named, Kind.UNIT))) != len(people):
        return {}
    return {"to": "people", "people": [each.person_id for each in people]}


def _people_of_units(context: Context, meaning: Understanding) -> list[ListedPerson]:
    return [each for each in people_named(context.db, meaning.text) if each.unit]
