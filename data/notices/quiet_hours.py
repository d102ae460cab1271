"""The hours of the day in which somebody wants to hear nothing; what is due then comes when they end."""

from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours, PlanRules, RuleName, hours_in, plan_rules
from data.people.actor import Actor
from data.store import Database, fetch_all, transaction, update

LEAST = 2
"""So many hours of the bot's own day must be left."""


def quiet_hours(db: Database) -> dict[int, Hours]:
    """Whose hours are quiet, by chat."""
    rows = fetch_all(
        db,
        "SELECT telegram_id, quiet_from, quiet_to FROM people WHERE quiet_from IS NOT NULL AND telegram_id IS NOT NULL",
    )
    return {row["telegram_id"]: Hours(row["quiet_from"], row["quiet_to"]) for row in rows}


def checked_quiet_hours(rules: PlanRules, text: str) -> Hours:
    """A person's quiet hours as they are stored (21-9). Raises RuleUnclear where too little of the day is left."""
    try:
        hours = hours_in(text)
    except ValueError:
        raise RuleUnclear(RuleName.QUIET_HOURS) from None
    left = [each for each in range(24) if each >= rules.sending_hour and not _silent(rules, hours, each)]
    if len(left) < LEAST:
        raise RuleUnclear(RuleName.QUIET_HOURS)
    return hours


def keep_quiet(db: Database, by: Actor, hours: Hours | None) -> None:
    """Say nothing unasked to a person in these hours; None: at any hour at which the bot speaks."""
    first, last = (hours.first, hours.last) if hours else (None, None)
    if hours is not None:
        checked_quiet_hours(plan_rules(db), f"{first}-{last}")
    with transaction(db):
        update(db, "people", by.id, quiet_from=first, quiet_to=last)
        by.record(db, "quiet_hours", "", hours=[first, last])


def _silent(rules: PlanRules, hours: Hours, hour: int) -> bool:
    return hours.hold(hour) or rules.quiet_hours.hold(hour)


def first_hour(rules: PlanRules, hours: Hours | None, hour: int) -> int:
    """The first hour, from one on, at which a person may be spoken to."""
    return next((each for each in range(hour, 24) if hours is None or not _silent(rules, hours, each)), hour)
