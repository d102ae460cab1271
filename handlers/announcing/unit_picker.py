"""Choosing several units from the pages of all: each press chooses one, or leaves it out again."""

from collections.abc import Sequence
from typing import Any, TypeVar

from data.announcing.recipients import units_to_tell
from data.errors import StaleButton
from handlers.dialog import Answers, Choice, Choices, Talk
from handlers.telegram import cut, in_rows, labels

T = TypeVar("T")
UNITS_A_PAGE, LONGEST_NAME = 16, 40


def unit_choices(talk: Talk[Any]) -> Choices:
    """A page of all units, those that are picked marked; the ways to other pages, and on."""
    units, picked = units_to_tell(talk.context.db), set(talk.answers.get("picked") or ())
    last = max((len(units) - 1) // UNITS_A_PAGE, 0)
    page = min(talk.answers.get("page", 0), last)
    shown = units[page * UNITS_A_PAGE : (page + 1) * UNITS_A_PAGE]
    choices = [(marked(each.name, each.id in picked), f"unit_{each.id}") for each in shown]
    ways: list[Choice] = [(labels.PREVIOUS_PAGE, f"page_{page - 1}")] if page else []
    ways += [(labels.NEXT_PAGE, f"page_{page + 1}")] if page < last else []
    return [*in_rows(choices, 2), ways, [(labels.CHOSEN, "chosen")] if picked else []]


def press_unit(talk: Talk[Any], value: str) -> Answers:
    """A unit is picked or left out, another page turned to, or all is chosen; until then the question stays open.
    Raises StaleButton."""
    picked: list[int] = list(talk.answers.get("picked") or ())
    way, _, number = value.partition("_")
    match way:
        case "chosen" if picked:
            return {"units": picked}
        case "page" if number.isdigit():
            return {"page": int(number), "units": None}
        case "unit" if number.isdigit():
            return {"picked": toggled(picked, int(number)), "units": None}
    raise StaleButton


def toggled(picked: Sequence[T], one: T) -> list[T]:
    """What is picked, with one more or without it."""
    return [each for each in picked if each != one] if one in picked else [*picked, one]


def marked(name: str, is_picked: bool) -> str:
    """A name on a button, with a mark where it is picked."""
    return cut(f"✓ {name}" if is_picked else name, LONGEST_NAME)
