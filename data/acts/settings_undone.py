"""Settings taken back: what one press or sentence has set is again what it was before."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from data.acts.undo import Details, Undo
from data.notices.pauses import end_pause, pause_unit
from data.notices.plan_rules import RuleName, set_rule
from data.office.days_off import enter_days
from data.office.retention import keep_for
from data.office.unit_names import add_alias, drop_alias, join_group, leave_group
from data.people.actor import Actor
from data.people.consent import ask_for_consent
from data.people.contact import enter_contact
from data.people.people import Person
from data.plan.units import find_unit
from data.reporting.indicators import put_back_indicator, retire_indicator, total_indicator
from data.reporting.reviews import review_everything
from data.store import Database
from data.store.retention import Kept


def _rule(db: Database, name: str, detail: Details, by: Actor) -> None:
    set_rule(db, by, RuleName(name), detail["before"])


def _retention(db: Database, what: str, detail: Details, by: Actor) -> None:
    keep_for(db, by.person, Kept(what), detail["before"], by.now, by.source)


def _day(db: Database, day: str, detail: Details, by: Actor) -> None:
    enter_days(db, [date.fromisoformat(day)], detail["before"], by.id, by.now, by.source)


def _pause(db: Database, unit_id: str, detail: Details, by: Actor) -> None:
    """A pause lasts again until the day that was its last one; where there was none, it ends."""
    if detail["before"]:
        until = date.fromisoformat(detail["before"])
        pause_unit(db, by, int(unit_id), until)
    else:
        end_pause(db, by, int(unit_id))


def _review(db: Database, _: str, detail: Details, by: Actor) -> None:
    review_everything(db, not detail["everything"], by.id, by.now, by.source)


def _consent(db: Database, _: str, detail: Details, by: Actor) -> None:
    ask_for_consent(db, by, not detail["wanted"])


def _contact(db: Database, _: str, detail: Details, by: Actor) -> None:
    enter_contact(db, by, detail["before"])


def _new_indicator(db: Database, name: str, _: Details, by: Actor) -> None:
    retire_indicator(db, by, name)


def _old_indicator(db: Database, name: str, detail: Details, by: Actor) -> None:
    put_back_indicator(db, by, name, detail["was"])


def _total(db: Database, name: str, detail: Details, by: Actor) -> None:
    total_indicator(db, by, name, detail["before"])


def _naming(
    change: Callable[[Database, Person, int, str, datetime, str], object], key: str
) -> Callable[[Database, str, Details, Actor], object]:
    def undo(db: Database, unit: str, detail: Details, by: Actor) -> object:
        return change(db, by.person, find_unit(db, unit).id, detail[key], by.now, by.source)

    return undo


SETTINGS: Mapping[str, Undo] = {
    "rule": Undo(_rule, "rule"),
    "retention": Undo(_retention, "retention"),
    "calendar_day": Undo(_day, "calendar_day", needs=("before",)),
    "pause": Undo(_pause, "pause", needs=("before",)),
    "pause_ended": Undo(_pause, "pause", needs=("before",)),
    "review_everything": Undo(_review, "review_everything"),
    "newcomers_need_consent": Undo(_consent, "newcomers_need_consent"),
    "office_contact": Undo(_contact, "office_contact", needs=("before",)),
    "add_indicator": Undo(_new_indicator, "indicator"),
    "retire_indicator": Undo(_old_indicator, "indicator", needs=("was",)),
    "total_indicator": Undo(_total, "indicator", needs=("before",)),
    "unit_alias": Undo(_naming(drop_alias, "alias"), "unit_alias"),
    "drop_unit_alias": Undo(_naming(add_alias, "alias"), "drop_unit_alias"),
    "join_unit_group": Undo(_naming(leave_group, "group"), "join_unit_group"),
    "leave_unit_group": Undo(_naming(join_group, "group"), "leave_unit_group"),
}
"""How what the record calls by such an action is taken back."""
