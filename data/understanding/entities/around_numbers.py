"""What the models of percentages and of figures look at alike: which numbers of a text, and the clause around one."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from data.understanding.intent.tokens import MARKS
from data.understanding.meaning import Kind

CODE = MARKS[Kind.CODE]
_ENDS = frozenset(",，。;；!！?？\n")
Number = TypeVar("Number")


def first_and_last(numbers: Sequence[Number], first: int, last: int) -> Sequence[Number]:
    """Return all numbers or, of very many, only so many `first` and `last` ones."""
    return numbers if len(numbers) <= first + last else (*numbers[:first], *numbers[-last:])


def in_clause(before: Sequence[str], behind: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return those of the words before and behind a number that are in its clause."""
    start = [*takewhile(lambda word: word not in _ENDS, reversed(before))]
    return start[::-1], [*takewhile(lambda word: word not in _ENDS, behind)]
