"""A reminder rule as an answer states it, for each rule; refused if it states none."""

from collections.abc import Sequence

from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours
from data.store.settings import RuleName
from data.understanding.orders import kind_said
from data.understanding.settings.setting_asked import weekdays_in
from data.understanding.settings.setting_values import days_named, hours_in, hours_stated, numbers_in


def rule_in(name: RuleName, text: str, present: Hours | None = None) -> str:
    """Return the stored form of the rule that `text` states. Raises RuleUnclear.

    If it names only one of the quiet hours (21点以后), the other is taken from `present`.
    """
    match name:
        case RuleName.QUIET_HOURS:
            found = hours_stated(text, (present.first, present.last) if present else None)
        case RuleName.DAYS_BEFORE | RuleName.OVERDUE_STEPS:
            found = ",".join([str(value) for each in days_named(text) for value in each.values])
        case RuleName.CHECK_IN:
            found = kind_said("settings.periods", text) or ""
        case RuleName.SENDING_HOUR | RuleName.GROUP_HOUR:
            found = _only(hours_in(text) or [])
        case RuleName.GROUP_DAY:
            found = _only(weekdays_in(text) or numbers_in(text))
        case _:
            found = _only(numbers_in(text))
    if not found:
        raise RuleUnclear(name)
    return found


def _only(found: Sequence[object]) -> str:
    return str(found[0]) if len(found) == 1 else ""
