"""What a sentence says of a new task: what is to be done, by whom, by when, and what comes of it."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from data.errors.deadlines import DayUnclear
from data.office import task_edits as edits
from data.understanding import Kind, Understanding, of_kind, said, says
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.unit_roles import lead_and_partners
from handlers.telegram import Context, hear

_BETWEEN = "，,；;。\n "


def new_task_said(context: Context, words: str) -> dict[str, Any]:
    """The answers in the words of a new task; empty for none. A clause that only names units, or a day, or begins with
    what comes of it, is no part of what is to be done."""
    clauses = [each[0].strip(_BETWEEN) for each in CLAUSE.finditer(words) if each[0].strip(_BETWEEN)]
    if not clauses:
        return {}
    of_units = [each for each in clauses[1:] if says(hear(context, each), "new_task.units_alone")]
    of_day = [each for each in clauses[1:] if says(hear(context, each), "new_task.day_alone")]
    results = [found["result"] for each in clauses[1:] if (found := said(each, "new_task.result"))][:1]
    left = [each for each in clauses if each not in (*of_units, *of_day) and not _is(each, results)]
    measure = words if len(left) == len(clauses) else "，".join(left)
    units = units_said(hear(context, "，".join(of_units) or measure))
    due = _due(context, hear(context, "，".join(of_day) or measure))
    deliverable = {"deliverable": results[0].strip(_BETWEEN)} if results else {}
    return {"measure": measure, **({"units": [*units]} if units else {}), **due, **deliverable}


def units_said(heard: Understanding) -> Sequence[str]:
    """The units that words name, the one that leads first."""
    named = (value for each in of_kind(heard, Kind.UNIT) for value in each.values)
    return tuple(dict.fromkeys((*lead_and_partners(heard), *named)))


def _is(clause: str, results: Sequence[str]) -> bool:
    found = said(clause, "new_task.result")
    return found is not None and found["result"] in results


def _due(context: Context, heard: Understanding) -> dict[str, Any]:
    """The one day that words name."""
    times = list(of_kind(heard, Kind.TIME))
    if len(times) == 1:
        with suppress(DayUnclear):
            day = heard.text[times[0].start : times[0].end]
            return {"due": edits.with_deadline(day, context.today)["deadline"]}
    return {}
