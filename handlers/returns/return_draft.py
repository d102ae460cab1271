"""A statistics return that the office is setting up or changing: what its answers say so far."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.announcing.recipients import units_to_tell
from data.calendar import Period
from data.dialogs import Dialog
from data.errors import StaleButton
from data.plan.indicators import indicators
from data.reporting.indicator_changes import read_indicator
from data.returns.returns import Asked, Limit, Return, find_return
from data.returns.schedule import Schedule
from data.store import Database
from data.understanding import IndicatorWords
from handlers.telegram import Context

ONCE = "once"
"""The answer to how often for what is asked for once."""
OPENS_AFTER = 1
"""Days after a period's end on which it opens, unless the office says otherwise."""
CHANGED = "return"
"""The answer that names the return which is changed."""


@dataclass(frozen=True, slots=True)
class DraftReturn:
    """The indicators that there are, the `new` ones of the draft behind the plan's; what is asked for, once everything
    is answered; and the return that is changed, if it is no new one."""

    known: tuple[IndicatorWords, ...]
    new: tuple[IndicatorWords, ...]
    asked: Asked | None
    changed: Return | None

    def chosen(self, answers: Mapping[str, Any]) -> tuple[IndicatorWords, ...]:
        """The indicators that were chosen."""
        by_name = {each.name: each for each in self.known}
        return tuple(by_name[name] for name in answers.get("indicators") or () if name in by_name)


def draft_return(context: Context, dialog: Dialog) -> DraftReturn:
    """The draft as far as it is answered. Raises StaleButton where the return to be changed is asked for no longer."""
    answers = dialog.answers
    changed = find_return(context.db, answers[CHANGED]) if answers.get(CHANGED) else None
    if changed is not None and changed.ended:
        raise StaleButton
    plans = indicators(context.db)
    names = {each.name for each in plans}
    new = [each for each in map(read_indicator, answers.get("new") or ()) if each.name not in names]
    return DraftReturn((*plans, *new), tuple(new), _asked(context.db, answers), changed)


def answers_of(found: Return) -> dict[str, Any]:
    """What a return asks for as the answers of a dialog in which it is changed."""
    schedule = found.schedule
    return {
        CHANGED: found.id,
        "every": schedule.every or ONCE,
        "title": found.title,
        "indicators": [each.name for each in found.indicators],
        "limits": [asdict(each) for each in found.limits],
        "to": "units",
        "units": [each.id for each in found.units],
        "first": schedule.first.isoformat(),
        "opens": schedule.opens_after,
        "due": schedule.due_workdays,
        "due_on": schedule.due_on.isoformat() if schedule.due_on else None,
    }


def is_once(answers: Mapping[str, Any]) -> bool:
    """Whether it is asked for once only."""
    return answers.get("every") == ONCE


def limits_in(answers: Mapping[str, Any]) -> tuple[Limit, ...]:
    """The limits among the answers that are of chosen indicators."""
    chosen = set(answers.get("indicators") or ())
    found = (Limit(**each) for each in answers.get("limits") or ())
    return tuple(each for each in found if {each.indicator, each.at_most} <= chosen)


def _asked(db: Database, answers: Mapping[str, Any]) -> Asked | None:
    last = "due_on" if is_once(answers) else "due"
    units = _units(db, answers)
    if not all(answers.get(key) for key in ("every", "title", "indicators", "first", last)) or not units:
        return None
    return Asked(answers["title"], _schedule(answers), tuple(answers["indicators"]), tuple(units), limits_in(answers))


def _units(db: Database, answers: Mapping[str, Any]) -> list[int]:
    if answers.get("to") == "all":
        return [each.id for each in units_to_tell(db)]
    return list(answers.get("units") or ())


def _schedule(answers: Mapping[str, Any]) -> Schedule:
    first = date.fromisoformat(answers["first"])
    if is_once(answers):
        return Schedule(None, first, due_on=date.fromisoformat(answers["due_on"]))
    return Schedule(Period(answers["every"]), first, answers.get("opens", OPENS_AFTER), answers["due"])
