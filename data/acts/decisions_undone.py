"""Decisions taken back: on requests for more time and work information, of frozen rounds, groups, plans and leave, and
nudges that wait for their time."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.acts.undo import Details, Undo
from data.announcing.timed_nudges import nudge_waits, stop_nudge
from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince
from data.information.information import information_by_id
from data.information.verdicts import undo_verdict
from data.notices.groups import put_group_back
from data.office.extension_decision import undo_decision, why_decision_stands
from data.office.plans import close_plan, make_current
from data.people.absence import undo_leave
from data.people.absences import find_absence
from data.people.actor import Actor
from data.plan.plan import known_plan
from data.returns.periods_left_out import ASK_AGAIN, LEAVE_OUT, ask_for_period, leave_period_out
from data.returns.rounds import freeze_as_before, unfreeze
from data.store import Database


def _information_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    try:
        information_by_id(db, detail["information_id"])
    except StaleButton as why:
        return why
    return None


def _left_out(db: Database, _: str, detail: Details, by: Actor) -> None:
    ask_for_period(db, by, detail["return_id"], date.fromisoformat(detail["begins"]))


def _asked_for(db: Database, _: str, detail: Details, by: Actor) -> None:
    leave_period_out(db, by, detail["return_id"], date.fromisoformat(detail["begins"]), detail["reason"])


def _current_plan(db: Database, _: str, detail: Details, by: Actor) -> None:
    """The plan before is the current one again; where there was none, there is none."""
    if detail["before"] is None:
        close_plan(db, by, detail["plan_id"], "")
    else:
        make_current(db, by, detail["before"], "")


def _current_plan_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    current = known_plan(db)
    return None if current and current.id == detail["plan_id"] else SetAgainSince()


_OF_A_GROUP = Undo(
    lambda db, chat_id, detail, by: put_group_back(db, int(chat_id), detail["before"]), "group", needs=("before",)
)
DECISIONS: Mapping[str, Undo] = {
    "decide_extension": Undo(
        lambda db, _, detail, by: undo_decision(db, detail["extension_id"], by.now, by.zone),
        "extension",
        of="extension_id",
        stands=lambda db, _, detail, now, zone: why_decision_stands(db, detail["extension_id"], now, zone),
    ),
    "decide_information": Undo(
        lambda db, _, detail, by: undo_verdict(db, detail["information_id"], detail["before"], by.now, by.zone),
        "information",
        of="information_id",
        needs=("before",),
        stands=_information_stands,
    ),
    "freeze_return": Undo(
        lambda db, _, detail, by: unfreeze(db, by, detail["round_id"]), "freeze", of="period", needs=("round_id",)
    ),
    "unfreeze_return": Undo(
        lambda db, _, detail, by: freeze_as_before(db, by, detail["round_id"], detail["before"]),
        "freeze",
        of="period",
        needs=("round_id", "before"),
    ),
    "absence": Undo(
        lambda db, _, detail, by: undo_leave(db, detail["absence_id"], by.now, by.zone),
        "absence",
        of="absence_id",
        needs=("absence_id",),
        stands=lambda db, _, detail, *at: None if find_absence(db, detail["absence_id"]) else StaleButton(),
    ),
    LEAVE_OUT: Undo(_left_out, "period", of="begins"),
    ASK_AGAIN: Undo(_asked_for, "period", of="begins"),
    "bind": _OF_A_GROUP,
    "unbind": _OF_A_GROUP,
    "group_scope": _OF_A_GROUP,
    "group_posts": _OF_A_GROUP,
    "group_time": _OF_A_GROUP,
    "group_language": _OF_A_GROUP,
    "nudge_later": Undo(
        lambda db, _, detail, by: stop_nudge(db, detail["nudge_id"], by.now),
        "nudge_later",
        of="nudge_id",
        stands=lambda db, _, detail, *at: None if nudge_waits(db, detail["nudge_id"]) else StaleButton(),
        lasts=True,
    ),
    "close_plan": Undo(
        lambda db, _, detail, by: make_current(db, by, detail["plan_id"], ""),
        "plan",
        needs=("plan_id",),
        stands=lambda db, *rest: None if known_plan(db) is None else SetAgainSince(),
    ),
    "make_plan_current": Undo(_current_plan, "plan", needs=("plan_id", "before"), stands=_current_plan_stands),
}
"""How what the record calls by such an action is taken back."""
