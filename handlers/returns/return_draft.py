"""The draft of a statistics return that the office sets up or changes, as its answers stand."""

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
from data.returns.returns import Limit, Return, ReturnDefinition, return_by_id
from data.returns.schedule import Schedule
from data.store import Database
from data.understanding import IndicatorWords
from handlers.telegram import Context

EVERY_ONCE = "once"
"""The answer to how often for a return that is asked for once."""
OPENS_AFTER = 1
"""The usual number of days after a period's end on which it opens."""
CHANGED = "return"
"""The key of the answer with the id of the return that is changed."""


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """The known indicators, followed by `new` ones of the draft; what is asked for, or None until all is answered; and
    the return to be changed, or None for a new one."""

    known: tuple[IndicatorWords, ...]
    new: tuple[IndicatorWords, ...]
    asked: ReturnDefinition | None
    changed: Return | None

    def chosen(self, answers: Mapping[str, Any]) -> tuple[IndicatorWords, ...]:
        """Return the chosen indicators."""
        by_name = {each.name: each for each in self.known}
        return tuple(by_name[name] for name in answers.get("indicators") or () if name in by_name)


def load_return_draft(context: Context, dialog: Dialog) -> ReturnDraft:
    """Return the draft as its answers stand. Raises StaleButton if the return to be changed has been stopped."""
    answers = dialog.answers
    changed = return_by_id(context.db, answers[CHANGED]) if answers.get(CHANGED) else None
    if changed is not None and changed.ended:
        raise StaleButton
    plans = indicators(context.db)
    names = {each.name for each in plans}
    new = [each for each in map(read_indicator, answers.get("new") or ()) if each.name not in names]
    return ReturnDraft((*plans, *new), tuple(new), _asked(context.db, answers), changed)


def answers_of_return(found: Return) -> dict[str, Any]:
    """Return what a return asks for as the answers of the dialog that changes it."""
    schedule = found.schedule
    return {
        CHANGED: found.id,
        "every": schedule.every or EVERY_ONCE,
        "title": found.title,
        "indicators": [each.name for each in found.indicators],
        "limits": [asdict(each) for each in found.limits],
        "to": "units",
        "units": [each.id for each in found.units],
        "first": schedule.first.isoformat(),
        "opens": schedule.opens_after,
        "due": schedule.due_workdays,
        "due_day": schedule.due_day,
        "due_on": schedule.due_on.isoformat() if schedule.due_on else None,
    }


def is_once(answers: Mapping[str, Any]) -> bool:
    """Return whether the return is asked for once only."""
    return answers.get("every") == EVERY_ONCE


def limits_in(answers: Mapping[str, Any]) -> tuple[Limit, ...]:
    """Return the answered limits whose indicators are both chosen."""
    chosen = set(answers.get("indicators") or ())
    found = (Limit(**each) for each in answers.get("limits") or ())
    return tuple(each for each in found if {each.indicator, each.at_most} <= chosen)


def _asked(db: Database, answers: Mapping[str, Any]) -> ReturnDefinition | None:
    last = "due_on" if is_once(answers) else "due"
    units = units_asked(db, answers)
    if not all(answers.get(key) for key in ("every", "title", "indicators", "first", last)) or not units:
        return None
    return ReturnDefinition(
        answers["title"], _schedule(answers), tuple(answers["indicators"]), tuple(units), limits_in(answers)
    )


def units_asked(db: Database, answers: Mapping[str, Any]) -> list[int]:
    """Return the ids of the units answered so far."""
    if answers.get("to") == "all":
        return [each.id for each in units_to_tell(db)]
    return list(answers.get("units") or ())


def _schedule(answers: Mapping[str, Any]) -> Schedule:
    first = date.fromisoformat(answers["first"])
    if is_once(answers):
        return Schedule(None, first, due_on=date.fromisoformat(answers["due_on"]))
    opens, due, day = answers.get("opens", OPENS_AFTER), answers["due"], answers.get("due_day")
    return Schedule(Period(answers["every"]), first, opens, due, day)
