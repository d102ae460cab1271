"""Which numbers of a note count, and which do not, so that the preview can say so."""

from dataclasses import dataclass

from data.plan.tasks import code_of_assignment
from data.reporting.drafts import Draft
from data.understanding import Kind, Reading
from data.understanding.entities.figures import find_about, find_not_counted
from data.understanding.entities.percent_said import SIGNS
from data.understanding.normalise.sentence import CLAUSE, blank
from handlers.telegram import Context, hear_report

ENDS = " 、，,"
BEFORE = 10
"""How many characters before a number say what it is of, at most."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Of the numbers in a note those that are no figures, in its words, and by indicator those figures that are written
    as about right."""

    left: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()


def counted(context: Context, draft: Draft) -> Counted:
    """What of the numbers in a draft's note counts as it stands."""
    if not draft.note or not any(map(str.isalnum, draft.note)):
        return Counted()
    meaning = hear_report(context, code_of_assignment(context.db, draft.assignment_id), draft.note)
    text, readings = meaning.text, meaning.readings
    told = blank(text, [each for each in readings if each.kind in (Kind.CODE, Kind.PERCENT)], " ")
    about = [
        (each.values[0], text[each.start : each.end].strip())
        for each in find_about(text.lower(), readings)
        if (draft.figures or {}).get(each.values[0]) == float(each.values[1])
    ]
    inexact = [each for each in readings if each.kind is Kind.NOT_EXACT or _is_a_figure_to_come(each, text)]
    free = sorted([*find_not_counted(text.lower(), readings), *inexact], key=lambda each: each.start)
    said = sorted([*free, *(each for each in readings if each.kind is Kind.FIGURE)], key=lambda each: each.start)
    before = dict(zip(said, [0, *(each.end for each in said)], strict=False))
    left = (_with_what(told, each.start, each.end, before[each]) for each in free)
    return Counted(tuple(left), tuple(about))


def _is_a_figure_to_come(reading: Reading, text: str) -> bool:
    """Whether a figure is only intended, or of a day to come; a progress that is so is no figure."""
    said = text[reading.start : reading.end]
    return reading.kind is Kind.NOT_YET and not any(sign in said for sign in SIGNS)


def _with_what(text: str, start: int, end: int, since: int) -> str:
    """A number with the words right before it, from where the number or figure before it ends (`since`)."""
    clause = next((each.start() for each in CLAUSE.finditer(text) if each.start() <= start < each.end()), start)
    clause = min(max(clause, since), start)
    first = start - BEFORE
    if first <= clause:
        return text[clause:end].lstrip(ENDS)
    while first < start and text[first - 1 : first + 1].isascii() and text[first - 1 : first + 1].isalnum():
        first += 1
    return f"…{text[first:end].strip(ENDS)}"
