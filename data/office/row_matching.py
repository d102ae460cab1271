"""Matching the rows of a plan file with existing tasks, which keep their codes.

Rows are matched by a code given in the file, then by their words; only a row that matches nothing gets a new code.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz

from data.plan.files.codes import free_code
from data.plan.files.plan import PlanRow
from data.store import Row
from data.understanding.grouping import listed

ALIKE = 60
"""The `ratio` of measures (0 to 100) from which two rows of one item are the same task reworded."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A way to match rows with tasks: both have the same key (None matches nothing); `degree` is how alike they are."""

    of_row: Callable[[PlanRow], Hashable]
    of_task: Callable[[Row], Hashable]
    degree: Callable[[Row, PlanRow], float] = lambda old, row: True


SAME_WORDS = Likeness(
    lambda row: (row.item, row.measure, row.deliverable, frozenset(row.units)),
    lambda old: (old["item"], old["measure"], old["deliverable"], old["units"]),
)
SAME_MEASURE = Likeness(lambda row: (row.item, row.measure), lambda old: (old["item"], old["measure"]))
MOVED = Likeness(
    lambda row: (row.measure, frozenset(row.units)) if row.measure else None,
    lambda old: (old["measure"], old["units"]) if not old["gone_at"] else None,
)
REWORDED = Likeness(
    lambda row: row.code.rpartition("-")[0],
    lambda old: old["code"].rpartition("-")[0],
    lambda old, row: fuzz.ratio(old["measure"], row.measure, score_cutoff=ALIKE),
)
LIKENESSES = (SAME_WORDS, SAME_MEASURE, MOVED, REWORDED)
"""The ways to match, surest first."""


def match_codes(rows: Iterable[PlanRow], existing: Mapping[str, Row]) -> list[str]:
    """Return the code of each row: that of the task it matches, or the next free one of its item."""
    rows = list(rows)
    given = {row.code: i for i, row in reversed(list(enumerate(rows))) if row.code_given}
    codes = {i: code for code, i in given.items()}
    taken = set(given)
    for likeness in LIKENESSES:
        left = {i: row for i, row in enumerate(rows) if i not in codes}
        free = {code: old for code, old in existing.items() if code not in taken}
        for i, code in _likeliest_first(left, free, likeness):
            if i not in codes and code not in taken:
                codes[i] = code
                taken.add(code)
    taken |= existing.keys()
    for i, row in enumerate(rows):
        if i not in codes:
            codes[i] = free_code(row.code, taken)
            taken.add(codes[i])
    return [codes[i] for i in range(len(rows))]


def _likeliest_first(
    rows: Mapping[int, PlanRow], tasks: Mapping[str, Row], likeness: Likeness
) -> Iterator[tuple[int, str]]:
    """Yield pairs of row and task code that may match, likeliest first, then present tasks, then the row's own code."""
    alike = listed((likeness.of_task(old), code) for code, old in tasks.items())
    pairs = [
        ((likely, not tasks[code]["gone_at"], code == row.code), i, code)
        for i, row in rows.items()
        if (key := likeness.of_row(row)) is not None
        for code in alike.get(key, ())
        if (likely := likeness.degree(tasks[code], row))
    ]
    return ((i, code) for _, i, code in sorted(pairs, key=itemgetter(0), reverse=True))
