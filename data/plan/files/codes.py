"""Task codes such as 2-7: the number of the item and the task's position in it."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import count

from data.patterns import Pattern
from data.understanding.entities.codes import find_codes
from data.understanding.numerals import ordinal

_CHINESE = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_NUMBER = Pattern(rf"\(?第?(?P<number>\d{{1,3}}|{_CHINESE})(?:[)、:。项]|[.,](?:\D|$)|\s|$)")
_CIRCLED = Pattern("[①-⑳]")
_DASHES = Pattern("[‐‑‒–—―−－ー]+")
_PAIR = Pattern(r"(?P<item>\d{1,3})[./](?P<number>\d{1,3})")
_DATE = Pattern(r"\d{4}-\d\d-\d\d.*|(\d{4}年)?\d{1,2}月(\d{1,2}日)?|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{1,2}")

LONGEST_CODE = 20
"""Characters: longer ones fill a line of a list, or a button."""

Item = tuple[str, int | str]
"""A section, and the number that precedes the item's text, or the text if it has no number."""


@dataclass(frozen=True, slots=True)
class Place:
    """The section and item that a task stands in, and its code if the file has one."""

    section: str
    item: str
    code: str = ""


def leading_number(text: str) -> int | None:
    """Return the number that precedes a text, as in 2. / 2、 / （二） / 第二项 / ②, or None."""
    found = _NUMBER.match(_half_width(text))
    return int(ordinal(found["number"])) if found else None


def can_be_said(code: str) -> bool:
    """Return whether a tidy code is recognised as one in what people write; a bare number or a mere word is not."""
    found = find_codes(code.lower(), {code.lower(): code})
    whole = any(each.values == (code,) and each.end - each.start == len(code) for each in found)
    return whole and len(code) <= LONGEST_CODE and (code.isascii() or any(map(str.isdecimal, code)))


def is_date_like(code: str) -> bool:
    """Return whether a spreadsheet has turned the code into a date, as happens to 2-7."""
    return _DATE.fullmatch(code) is not None


def numbers_restart(places: Sequence[Place]) -> bool:
    """Return whether there are several sections and each numbers its items from 1."""
    firsts = {place.section: leading_number(place.item) for place in reversed(places)}
    return len(firsts) > 1 and set(firsts.values()) == {1}


def task_codes(places: Sequence[Place]) -> list[str]:
    """Return the code of each task in file order; codes may repeat.

    A code in the file is kept. Otherwise the code is ITEM-N, where ITEM is the number that precedes the item's text.
    If it has none, or the numbers restart in every section, ITEM is the item's position among all items, or the next
    free number if that one is taken.
    """
    by_place = numbers_restart(places)
    has_items = any(place.item for place in places)
    items = [(place.section, place.item if has_items else place.section) for place in places]
    keys = [(section, leading_number(text) or text) for section, text in items]
    numbers = _item_numbers(keys, by_place=by_place)
    tasks: dict[Item, int] = defaultdict(int)
    codes = []
    for place, key in zip(places, keys, strict=True):
        tasks[key] += 1
        codes.append(place.code or f"{numbers[key]}-{tasks[key]}")
    return codes


def told_apart(codes: Sequence[str], places: Sequence[Place]) -> list[str]:
    """Return the codes without repetitions: the first row that a code is given to has it, another the next free one."""
    given = {place.code: i for i, place in reversed(list(enumerate(places))) if place.code}
    taken, apart = set(given), list[str]()
    for i, code in enumerate(codes):
        apart.append(code if given.get(code) == i or code not in taken else free_code(code, taken))
        taken.add(apart[-1])
    return apart


def free_code(wanted: str, taken: Set[str]) -> str:
    """Return `wanted`, or the next code after it that is not taken; codes without a number are numbered from 1."""
    item, dash, number = wanted.rpartition("-")
    if not (dash and number.isdecimal()):
        item, number = wanted, "1"
    n = int(number)
    while f"{item}-{n}" in taken:
        n += 1
    return f"{item}-{n}"


def _item_numbers(keys: Sequence[Item], *, by_place: bool) -> dict[Item, int]:
    """Return the number of each item, as described in `task_codes`."""
    numbers = {} if by_place else {key: key[1] for key in keys if isinstance(key[1], int)}
    taken = set(numbers.values())
    for place, key in enumerate(dict.fromkeys(keys), 1):
        if key not in numbers:
            free = place if place not in taken else next(each for each in count(max(taken) + 1) if each not in taken)
            numbers[key] = free
            taken.add(free)
    return numbers


def tidy_code(code: str) -> str:
    """Return a code in half-width characters without spaces, with '-' for every dash and between two numbers."""
    code = "".join(unicodedata.normalize("NFKC", code).split())
    pair = _PAIR.fullmatch(code)
    return f"{pair['item']}-{pair['number']}" if pair else _DASHES.sub("-", code)


def _half_width(text: str) -> str:
    text = _CIRCLED.sub(lambda circled: f"{unicodedata.numeric(circled[0]):.0f}.", text)
    return unicodedata.normalize("NFKC", text).strip()
