"""How each of the office's actions is taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.announcing.coming_announcements import is_nudge_waiting, stop_nudge
from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince
from data.information.information import information_by_id
from data.information.verdicts import undo_information_verdict
from data.notices.groups import put_group_back
from data.notices.pauses import end_pause, pause_unit
from data.notices.plan_rules import set_rule
from data.office.extension_decision import undo_decision, why_decision_stands
from data.office.plans import close_plan, make_current
from data.office.retention import enter_days, keep_for
from data.office.unit_names import add_alias, drop_alias, join_group, leave_group
from data.people import unit_change
from data.people.absence import find_absence, undo_leave
from data.people.actor import Actor
from data.people.contact import enter_contact, set_consent_needed
from data.plan.plan import known_plan
from data.plan.units import find_unit
from data.reporting.indicator_changes import put_back_indicator, retire_indicator, set_indicator_total
from data.reporting.reviews import review_everything
from data.returns.left_out import (
    ASK_AGAIN,
    ASK_UNITS_AGAIN,
    LEAVE_OUT,
    LEAVE_UNITS_OUT,
    ask_for_period,
    ask_units_again,
    leave_period_out,
    leave_units_out,
    resume_return,
)
from data.returns.returns import ReturnDefinition, end_return
from data.returns.rounds import change_return, freeze_round_as_before, unfreeze_round
from data.store import Database, record_of
from data.store.settings import Retention, RuleName
from data.times import day_of

Details = Mapping[str, Any]
"""The details that the audit keeps of one row."""


@dataclass(frozen=True, slots=True)
class Undo:
    """How an action is taken back: `do` restores its subject from the details.

    Actions of one `family` change the same things, which `of` names from the subject and the details; only the last
    action on a thing can be taken back. A row that lacks one of the details in `needs` cannot be taken back. `stands`
    returns any further reason why not, else None. If `lasts`, there is no time limit.
    """

    do: Callable[[Database, str, Details, Actor], object]
    family: str
    of: Callable[[str, Details], Sequence[object]] = lambda subject, _: (subject,)
    needs: tuple[str, ...] = ()
    lasts: bool = False
    stands: Callable[[Database, str, Details, datetime], Refusal | None] = lambda *_: None


def _by_detail(name: str) -> Callable[[str, Details], Sequence[object]]:
    """Return a function that identifies a thing by the audit row's subject and its detail `name`."""
    return lambda subject, detail: ((subject, detail.get(name)),)


def _units_of_a_round(_: str, detail: Details) -> Sequence[object]:
    return [(detail["round_id"], each) for each in _unit_ids(detail)]


def _unit_ids(detail: Details) -> list[int]:
    return [int(each) for each in detail["unit_ids"].split(",")]


def _pause(db: Database, unit_id: str, detail: Details, by: Actor) -> None:
    """Restore a unit's pause with its former last day, or end it if there was none."""
    if detail["before"]:
        pause_unit(db, by, int(unit_id), date.fromisoformat(detail["before"]))
    else:
        end_pause(db, by, int(unit_id))


def _naming(change: Callable[[Database, Actor, int, str], object], key: str, family: str) -> Undo:
    return Undo(
        lambda db, unit, detail, by: change(db, by, find_unit(db, unit).id, detail[key]), family, of=_by_detail(key)
    )


def _again(change: Callable[..., object], names: tuple[str, ...], family: str, **more: Any) -> Undo:
    """Build the Undo of an action that `change` takes back with the details of these names."""
    return Undo(
        lambda db, _, detail, by: change(db, by, *(detail[each] for each in names)), family, needs=names, **more
    )


def _of_a_return(change: Callable[..., object], *names: str) -> Undo:
    """Build the Undo of an action on a whole statistics return, whatever its title is now."""
    return _again(change, ("return_id", *names), "return", of=lambda _, detail: (detail.get("return_id"),))


def _stands(
    find: Callable[[Database, int], object], key: str
) -> Callable[[Database, str, Details, object], Refusal | None]:
    """Return a function that returns the refusal with which `find` does not find what the detail `key` names, if so."""

    def why_not(db: Database, _: str, detail: Details, now: object) -> Refusal | None:
        try:
            return None if find(db, detail[key]) else StaleButton()
        except Refusal as why:
            return why

    return why_not


def _current_plan(db: Database, _: str, detail: Details, by: Actor) -> None:
    """Make the former plan current again, or close the present one if there was none."""
    if detail["before"] is None:
        close_plan(db, by, detail["plan_id"], "")
    else:
        make_current(db, by, detail["before"], "")


UNDO: Mapping[str, Undo] = {
    "rule": Undo(lambda db, name, detail, by: set_rule(db, by, RuleName(name), detail["before"]), "rule"),
    "retention": Undo(lambda db, what, detail, by: keep_for(db, by, Retention(what), detail["before"]), "retention"),
    "calendar_day": Undo(
        lambda db, day, detail, by: enter_days(db, by, [date.fromisoformat(day)], detail["before"]),
        "calendar_day",
        needs=("before",),
    ),
    unit_change.ACTION: _again(
        unit_change.change_unit,
        ("membership_id", "before", "named_by"),
        unit_change.ACTION,
        of=_by_detail("membership_id"),
        stands=_stands(unit_change.moving, "membership_id"),
    ),
    "pause": Undo(_pause, "pause", needs=("before",)),
    "pause_ended": Undo(_pause, "pause", needs=("before",)),
    "review_everything": Undo(
        lambda db, _, detail, by: review_everything(db, by, not detail["everything"]), "review_everything"
    ),
    "newcomers_need_consent": Undo(
        lambda db, _, detail, by: set_consent_needed(db, by, not detail["wanted"]), "newcomers_need_consent"
    ),
    "office_contact": _again(enter_contact, ("before",), "office_contact"),
    "add_indicator": Undo(lambda db, name, _, by: retire_indicator(db, by, name), "indicator"),
    "retire_indicator": Undo(
        lambda db, name, detail, by: put_back_indicator(db, by, name, detail["was"]), "indicator", needs=("was",)
    ),
    "total_indicator": Undo(
        lambda db, name, detail, by: set_indicator_total(db, by, name, detail["before"]), "indicator", needs=("before",)
    ),
    "unit_alias": _naming(drop_alias, "alias", "unit_alias"),
    "drop_unit_alias": _naming(add_alias, "alias", "drop_unit_alias"),
    "join_unit_group": _naming(leave_group, "group", "join_unit_group"),
    "leave_unit_group": _naming(join_group, "group", "leave_unit_group"),
    "decide_extension": Undo(
        lambda db, _, detail, by: undo_decision(db, detail["extension_id"], by.now),
        "extension",
        of=_by_detail("extension_id"),
        stands=lambda db, _, detail, now: why_decision_stands(db, detail["extension_id"], now),
    ),
    "decide_information": _again(
        undo_information_verdict,
        ("information_id", "before"),
        "information",
        of=_by_detail("information_id"),
        stands=_stands(information_by_id, "information_id"),
    ),
    "set_up_return": _of_a_return(end_return),
    "change_return": _of_a_return(
        lambda db, by, return_id, asked: change_return(db, by, return_id, record_of(ReturnDefinition, asked)), "asked"
    ),
    "end_return": _of_a_return(resume_return),
    "resume_return": _of_a_return(end_return),
    "freeze_return": _again(unfreeze_round, ("round_id",), "freeze", of=_by_detail("period")),
    "unfreeze_return": _again(freeze_round_as_before, ("round_id", "before"), "freeze", of=_by_detail("period")),
    "absence": Undo(
        lambda db, _, detail, by: undo_leave(
            db, by, detail["absence_id"], detail.get("instead"), along=detail.get("along", False)
        ),
        "absence",
        needs=("absence_id",),
        of=_by_detail("absence_id"),
        stands=lambda db, _, detail, now: (
            None if find_absence(db, detail["absence_id"], day_of(now, db.zone)) else StaleButton()
        ),
    ),
    LEAVE_OUT: _again(
        lambda db, by, return_id, begins: ask_for_period(db, by, return_id, date.fromisoformat(begins)),
        ("return_id", "begins"),
        "period",
        of=_by_detail("begins"),
    ),
    ASK_AGAIN: _again(
        lambda db, by, return_id, begins, why: leave_period_out(db, by, return_id, date.fromisoformat(begins), why),
        ("return_id", "begins", "reason"),
        "period",
        of=_by_detail("begins"),
    ),
    LEAVE_UNITS_OUT: Undo(
        lambda db, _, detail, by: ask_units_again(db, by, detail["round_id"], _unit_ids(detail)),
        "units of a period",
        of=_units_of_a_round,
    ),
    ASK_UNITS_AGAIN: Undo(
        lambda db, _, detail, by: leave_units_out(db, by, detail["round_id"], _unit_ids(detail), detail["before"]),
        "units of a period",
        of=_units_of_a_round,
    ),
    **dict.fromkeys(
        ("bind", "unbind", "group_scope", "group_posts", "group_time", "group_language"),
        Undo(
            lambda db, chat_id, detail, by: put_group_back(db, int(chat_id), detail["before"]),
            "group",
            needs=("before",),
        ),
    ),
    "nudge_later": _again(
        lambda db, by, nudge_id: stop_nudge(db, nudge_id, by.now),
        ("nudge_id",),
        "nudge_later",
        of=_by_detail("nudge_id"),
        stands=_stands(is_nudge_waiting, "nudge_id"),
        lasts=True,
    ),
    "close_plan": _again(
        lambda db, by, plan_id: make_current(db, by, plan_id, ""),
        ("plan_id",),
        "plan",
        stands=lambda db, *rest: None if known_plan(db) is None else SetAgainSince(),
    ),
    "make_plan_current": Undo(
        _current_plan,
        "plan",
        needs=("plan_id", "before"),
        stands=lambda db, _, detail, *at: (
            None if (plan := known_plan(db)) and plan.id == detail["plan_id"] else SetAgainSince()
        ),
    ),
}
"""How each action is taken back, by its name in the audit."""
