"""Settings taken back: what one press or sentence has set is again what it was before."""

from collections.abc import Callable, Mapping
from datetime import date

from data.acts.undo import Details, Undo
from data.notices.pauses import end_pause, pause_unit
from data.notices.plan_rules import RuleName, set_rule
from data.office.days_off import enter_days
from data.office.retention import keep_for
from data.office.unit_names import add_alias, drop_alias, join_group, leave_group
from data.people.actor import Actor
from data.people.consent import ask_for_consent
from data.people.contact import enter_contact
from data.plan.units import find_unit
from data.reporting.indicator_changes import put_back_indicator, retire_indicator, total_indicator
from data.reporting.reviews import review_everything
from data.store import Database
from data.store.retention import Kept


def _pause(db: Database, unit_id: str, detail: Details, by: Actor) -> None:
    """A pause lasts again until the day that was its last one; where there was none, it ends."""
    if detail["before"]:
        pause_unit(db, by, int(unit_id), date.fromisoformat(detail["before"]))
    else:
        end_pause(db, by, int(unit_id))


def _naming(change: Callable[[Database, Actor, int, str], object], key: str, family: str) -> Undo:
    return Undo(lambda db, unit, detail, by: change(db, by, find_unit(db, unit).id, detail[key]), family)


SETTINGS: Mapping[str, Undo] = {
    "rule": Undo(lambda db, name, detail, by: set_rule(db, by, RuleName(name), detail["before"]), "rule"),
    "retention": Undo(lambda db, what, detail, by: keep_for(db, by, Kept(what), detail["before"]), "retention"),
    "calendar_day": Undo(
        lambda db, day, detail, by: enter_days(db, by, [date.fromisoformat(day)], detail["before"]),
        "calendar_day",
        needs=("before",),
    ),
    "pause": Undo(_pause, "pause", needs=("before",)),
    "pause_ended": Undo(_pause, "pause", needs=("before",)),
    "review_everything": Undo(
        lambda db, _, detail, by: review_everything(db, by, not detail["everything"]), "review_everything"
    ),
    "newcomers_need_consent": Undo(
        lambda db, _, detail, by: ask_for_consent(db, by, not detail["wanted"]), "newcomers_need_consent"
    ),
    "office_contact": Undo(
        lambda db, _, detail, by: enter_contact(db, by, detail["before"]), "office_contact", needs=("before",)
    ),
    "add_indicator": Undo(lambda db, name, _, by: retire_indicator(db, by, name), "indicator"),
    "retire_indicator": Undo(
        lambda db, name, detail, by: put_back_indicator(db, by, name, detail["was"]), "indicator", needs=("was",)
    ),
    "total_indicator": Undo(
        lambda db, name, detail, by: total_indicator(db, by, name, detail["before"]), "indicator", needs=("before",)
    ),
    "unit_alias": _naming(drop_alias, "alias", "unit_alias"),
    "drop_unit_alias": _naming(add_alias, "alias", "drop_unit_alias"),
    "join_unit_group": _naming(leave_group, "group", "join_unit_group"),
    "leave_unit_group": _naming(join_group, "group", "leave_unit_group"),
}
"""How what the record calls by such an action is taken back."""
