"""Reading a reminder rule from an answer such as 30天、7天和当天, 晚上9点到早上8点 or 每月."""

from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours
from data.store.settings import RuleName
from data.understanding.orders import kind_said, says
from data.understanding.setting_asked import weekdays_in
from data.understanding.setting_values import days_in, hours_in, numbers_in


def rule_in(name: RuleName, text: str, present: Hours | None = None) -> str:
    """Return the stored form of the rule that `text` states. Raises RuleUnclear.

    If it names only one of the quiet hours (21点以后), the other is taken from `present`.
    """
    match name:
        case RuleName.DAYS_BEFORE | RuleName.OVERDUE_STEPS:
            found = ",".join(days_in(text))
        case RuleName.SENDING_HOUR | RuleName.GROUP_HOUR:
            found = _only(_hours(text, name))
        case RuleName.QUIET_HOURS:
            found = "-".join(_both(_hours(text, name), text, present))
        case RuleName.GROUP_DAY:
            found = _only([*map(str, weekdays_in(text))] or numbers_in(text))
        case RuleName.CHECK_IN:
            found = kind_said("settings.periods", text) or ""
        case _:
            found = _only(numbers_in(text))
    if not found:
        raise RuleUnclear(name)
    return found


def _hours(text: str, name: RuleName) -> list[str]:
    hours = hours_in(text)
    if hours is None:
        raise RuleUnclear(name)
    return [*map(str, hours)]


def _both(hours: list[str], text: str, present: Hours | None) -> list[str]:
    """Return the first and last hour, taking a missing one from `present`."""
    if present is None or len(hours) != 1:
        return hours
    if says(text, "settings.hours.since"):
        return [hours[0], str(present.last)]
    return [str(present.first), hours[0]] if says(text, "settings.hours.until") else hours


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""
