"""Choosing several units from the pages of all: each press chooses one, or leaves it out again."""

from collections.abc import Sequence
from typing import Any, TypeVar

from data.announcing.recipients import units_to_tell
from data.errors import StaleButton
from handlers.dialog import Answers, Choice, Choices, Talk
from handlers.telegram import cut, in_rows, labels, page_of

T = TypeVar("T")
UNITS_A_PAGE, LONGEST_NAME = 16, 40


def unit_choices(talk: Talk[Any]) -> Choices:
    """A page of all units, those that are picked marked; the ways to other pages, and on."""
    picked = set(talk.answers.get("picked") or ())
    page = page_of(units_to_tell(talk.context.db), talk.answers.get("page", 0), UNITS_A_PAGE)
    choices = [(marked(each.name, each.id in picked), f"unit_{each.id}") for each in page.shown]
    ways: list[Choice] = [(labels.PREVIOUS_PAGE, f"page_{page.number - 1}")] if page.number else []
    ways += [(labels.NEXT_PAGE, f"page_{page.number + 1}")] if page.number < page.pages - 1 else []
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
