"""A reminder rule as an answer states it, for each rule; refused if it states none."""

from collections.abc import Callable, Sequence

from data.errors import needed
from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours
from data.store.settings import RuleName
from data.understanding import says
from data.understanding.normalise.sentence import clauses_of
from data.understanding.orders import kind_said, kinds_said
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
            found = _only(text, lambda part: hours_in(part) or [])
        case RuleName.GROUP_DAY:
            found = _only(text, lambda part: weekdays_in(part) or numbers_in(part))
        case _:
            found = _only(text, numbers_in)
    return needed(found, RuleUnclear(name))


def _only(text: str, values_in: Callable[[str], Sequence[object]]) -> str:
    """Return the only value in a text, or in what stands behind its word for a change (周一发的改成周二), or in all
    but what is said to be wrong (9点太早了); else an empty string."""
    swaps = [each.end for each in kinds_said("edits.swapped", text)]
    wanted = [each for each in clauses_of(text) if not says(each.lower(), "settings.wrong_as_it_is")]
    parts = [text, *(text[end:] for end in swaps), "，".join(wanted)]
    return next((str(found[0]) for part in parts if len(found := values_in(part)) == 1), "")
