"""The unit that words name, by any name that a sentence may use."""

from collections.abc import Callable

from data.errors import UnknownUnit
from data.plan.units import Unit, all_units, find_unit
from data.store import Database
from data.understanding import Kind, Reading, Understanding

SURE_OF_A_UNIT = 0.8


def unit_meant(db: Database, words: str, hear: Callable[[str], Understanding]) -> Unit:
    """The unit that words mean and nothing else, where no official name does as `hear` understands them. Raises
    UnknownUnit, with the units that may be meant."""
    try:
        return find_unit(db, words)
    except UnknownUnit as error:
        unknown = error
    meaning = hear(words)
    whole = [reading for reading in meaning.readings if _is_all(reading, meaning.text)]
    if any(reading.kind is Kind.STRANGER for reading in whole):
        raise UnknownUnit(words)
    names = tuple(dict.fromkeys(name for reading in whole if reading.kind is Kind.UNIT for name in reading.values))
    known = [unit for unit in all_units(db) if unit.name in names]
    if len(names) == len(known) == 1 and all(reading.sureness >= SURE_OF_A_UNIT for reading in whole):
        return known[0]
    raise UnknownUnit(words, tuple(unit.name for unit in known) or unknown.near)


def _is_all(reading: Reading, text: str) -> bool:
    return text[reading.start : reading.end].strip() == text.strip()
