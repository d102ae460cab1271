"""A reminder rule as an answer states it, for each rule; refused if it states none."""

from collections.abc import Callable, Mapping

from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours
from data.store.settings import RuleName
from data.understanding.settings.setting_values import (
    days_stated,
    hour_stated,
    hours_stated,
    number_stated,
    period_stated,
    weekday_stated,
)

STATED: Mapping[RuleName, Callable[[str], str]] = {
    RuleName.DAYS_BEFORE: days_stated,
    RuleName.OVERDUE_STEPS: days_stated,
    RuleName.SENDING_HOUR: hour_stated,
    RuleName.GROUP_HOUR: hour_stated,
    RuleName.GROUP_DAY: weekday_stated,
    RuleName.CHECK_IN: period_stated,
}
"""How an answer states each rule, if not as a number."""


def rule_in(name: RuleName, text: str, present: Hours | None = None) -> str:
    """Return the stored form of the rule that `text` states. Raises RuleUnclear.

    If it names only one of the quiet hours (21点以后), the other is taken from `present`.
    """
    if name is RuleName.QUIET_HOURS:
        found = hours_stated(text, (present.first, present.last) if present else None)
    else:
        found = STATED.get(name, number_stated)(text)
    if not found:
        raise RuleUnclear(name)
    return found
