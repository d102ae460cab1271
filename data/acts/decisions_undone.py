"""Decisions taken back: on requests for more time and work information, of frozen rounds, groups, plans and leave, and
nudges that wait for their time."""

from collections.abc import Mapping
from datetime import datetime
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
from data.returns.rounds import freeze_as_before, unfreeze
from data.store import Database


def _extension(db: Database, _: str, detail: Details, by: Actor) -> None:
    undo_decision(db, detail["extension_id"], by.now, by.zone)


def _extension_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    return why_decision_stands(db, detail["extension_id"], now, zone)


def _information(db: Database, _: str, detail: Details, by: Actor) -> None:
    undo_verdict(db, detail["information_id"], detail["before"], by.now, by.zone)


def _information_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    try:
        information_by_id(db, detail["information_id"])
    except StaleButton as why:
        return why
    return None


def _freeze(db: Database, _: str, detail: Details, by: Actor) -> None:
    unfreeze(db, by, detail["round_id"])


def _unfreeze(db: Database, _: str, detail: Details, by: Actor) -> None:
    freeze_as_before(db, by, detail["round_id"], detail["before"])


def _group(db: Database, chat_id: str, detail: Details, by: Actor) -> None:
    put_group_back(db, int(chat_id), detail["before"])


def _closed_plan(db: Database, _: str, detail: Details, by: Actor) -> None:
    make_current(db, by.person, detail["plan_id"], "", by.now, by.zone, by.source)


def _closed_plan_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    return SetAgainSince() if known_plan(db) is not None else None


def _current_plan(db: Database, _: str, detail: Details, by: Actor) -> None:
    """The plan before is the current one again; where there was none, there is none."""
    if detail["before"] is None:
        close_plan(db, by.person, detail["plan_id"], "", by.now, by.zone, by.source)
    else:
        make_current(db, by.person, detail["before"], "", by.now, by.zone, by.source)


def _current_plan_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    current = known_plan(db)
    return None if current and current.id == detail["plan_id"] else SetAgainSince()


def _leave(db: Database, _: str, detail: Details, by: Actor) -> None:
    undo_leave(db, detail["absence_id"], by.now, by.zone)


def _leave_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    return None if find_absence(db, detail["absence_id"]) else StaleButton()


_OF_A_GROUP = Undo(_group, "group", needs=("before",))


def _nudge(db: Database, _: str, detail: Details, by: Actor) -> None:
    stop_nudge(db, detail["nudge_id"], by.now)


def _nudge_stands(db: Database, _: str, detail: Details, now: datetime, zone: ZoneInfo) -> Refusal | None:
    return None if nudge_waits(db, detail["nudge_id"]) else StaleButton()


DECISIONS: Mapping[str, Undo] = {
    "decide_extension": Undo(_extension, "extension", of="extension_id", stands=_extension_stands),
    "decide_information": Undo(
        _information, "information", of="information_id", needs=("before",), stands=_information_stands
    ),
    "freeze_return": Undo(_freeze, "freeze", of="period", needs=("round_id",)),
    "unfreeze_return": Undo(_unfreeze, "freeze", of="period", needs=("round_id", "before")),
    "absence": Undo(_leave, "absence", of="absence_id", needs=("absence_id",), stands=_leave_stands),
    "bind": _OF_A_GROUP,
    "unbind": _OF_A_GROUP,
    "group_scope": _OF_A_GROUP,
    "group_posts": _OF_A_GROUP,
    "group_time": _OF_A_GROUP,
    "group_language": _OF_A_GROUP,
    "nudge_later": Undo(_nudge, "nudge_later", of="nudge_id", stands=_nudge_stands, lasts=True),
    "close_plan": Undo(_closed_plan, "plan", needs=("plan_id",), stands=_closed_plan_stands),
    "make_plan_current": Undo(_current_plan, "plan", needs=("plan_id", "before"), stands=_current_plan_stands),
}
"""How what the record calls by such an action is taken back."""
