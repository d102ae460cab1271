"""Settings taken back: what one press or sentence has set is again what it was before, for a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from json import loads
from typing import Any
from zoneinfo import ZoneInfo

from data.errors import Refusal, StaleButton
from data.errors.plans import SetAgainSince, TooLateToUndo
from data.notices.pauses import end_pause, pause_unit
from data.notices.plan_rules import RuleName, set_rule
from data.office.audit_trail import named_subject
from data.office.days_off import enter_days
from data.office.retention import keep_for
from data.office.unit_names import add_alias, drop_alias, join_group, leave_group
from data.people.arrivals import ask_for_consent
from data.people.contact import enter_contact
from data.people.people import Person, check_coordinator, person_by_id
from data.plan.units import find_unit
from data.reporting.indicators import put_back_indicator, retire_indicator, total_indicator
from data.reporting.reviews import review_everything
from data.store import Database, Row, audit, fetch_all, fetch_one, transaction
from data.store.audit import UNDONE_WITHIN
from data.store.retention import Kept
from data.times import moment, stored

UNDOING = "undo_setting"


@dataclass(frozen=True, slots=True)
class Act:
    """What one press or sentence has set: the first row of the record that tells of it, and of all its rows the
    subjects, as they are kept and by name, and the details; `source` is the press or sentence, empty where it was
    forgotten."""

    id: int
    action: str
    subjects: tuple[str, ...]
    named: tuple[str, ...]
    details: tuple[Mapping[str, Any], ...]
    by: str
    at: datetime
    undone: bool
    source: str


@dataclass(frozen=True, slots=True)
class Taken:
    """With what something is taken back: who does it, when, by which message."""

    by: Person
    now: datetime
    zone: ZoneInfo
    source: str


Undo = Callable[[Database, str, Mapping[str, Any], Taken], object]


def _rule(db: Database, name: str, detail: Mapping[str, Any], how: Taken) -> None:
    set_rule(db, RuleName(name), detail["before"], how.by.id, how.now, how.zone, how.source)


def _retention(db: Database, what: str, detail: Mapping[str, Any], how: Taken) -> None:
    keep_for(db, how.by, Kept(what), detail["before"], how.now, how.source)


def _day(db: Database, day: str, detail: Mapping[str, Any], how: Taken) -> None:
    enter_days(db, [date.fromisoformat(day)], detail["before"], how.by.id, how.now, how.source)


def _pause(db: Database, unit_id: str, detail: Mapping[str, Any], how: Taken) -> None:
    """A pause lasts again until the day that was its last one; where there was none, it ends."""
    if detail["before"]:
        until = date.fromisoformat(detail["before"])
        pause_unit(db, int(unit_id), until, how.by.id, how.now, how.zone, how.source)
    else:
        end_pause(db, int(unit_id), how.by.id, how.now, how.zone, how.source)


def _review(db: Database, _: str, detail: Mapping[str, Any], how: Taken) -> None:
    review_everything(db, not detail["everything"], how.by.id, how.now, how.source)


def _consent(db: Database, _: str, detail: Mapping[str, Any], how: Taken) -> None:
    ask_for_consent(db, how.by, not detail["wanted"], how.now, how.source)


def _contact(db: Database, _: str, detail: Mapping[str, Any], how: Taken) -> None:
    enter_contact(db, how.by, detail["before"], how.now, how.source)


def _new_indicator(db: Database, name: str, _: Mapping[str, Any], how: Taken) -> None:
    retire_indicator(db, name, how.by.id, how.now, how.source)


def _old_indicator(db: Database, name: str, detail: Mapping[str, Any], how: Taken) -> None:
    put_back_indicator(db, name, detail["was"], how.by.id, how.now, how.source)


def _total(db: Database, name: str, detail: Mapping[str, Any], how: Taken) -> None:
    total_indicator(db, name, detail["before"], how.by.id, how.now, how.source)


def _naming(change: Callable[[Database, Person, int, str, datetime, str], object], key: str) -> Undo:
    def undo(db: Database, unit: str, detail: Mapping[str, Any], how: Taken) -> object:
        return change(db, how.by, find_unit(db, unit).id, detail[key], how.now, how.source)

    return undo


UNDO: Mapping[str, Undo] = {
    "rule": _rule,
    "retention": _retention,
    "calendar_day": _day,
    "pause": _pause,
    "pause_ended": _pause,
    "review_everything": _review,
    "newcomers_need_consent": _consent,
    "office_contact": _contact,
    "add_indicator": _new_indicator,
    "retire_indicator": _old_indicator,
    "total_indicator": _total,
    "unit_alias": _naming(drop_alias, "alias"),
    "drop_unit_alias": _naming(add_alias, "alias"),
    "join_unit_group": _naming(leave_group, "group"),
    "leave_unit_group": _naming(join_group, "group"),
}
"""How what the record calls by such an action is taken back."""
SAME = {"pause_ended": "pause", "retire_indicator": "add_indicator", "total_indicator": "add_indicator"}
"""Actions that set the same thing as another one."""
WITH_BEFORE = frozenset({"calendar_day", "pause", "pause_ended", "office_contact", "total_indicator"})
"""Of these, rows that do not say what was before cannot be taken back."""
_IN_UNDO = f"({', '.join(repr(each) for each in UNDO)})"
_IS_UNDONE = f"EXISTS (SELECT 1 FROM audit AS u WHERE u.action = '{UNDOING}' AND u.detail ->> 'of' = a.id)"
_UNDOES = f"EXISTS (SELECT 1 FROM audit AS u WHERE u.action = '{UNDOING}' AND u.source = a.source AND u.source <> '')"


def find_act(db: Database, audit_id: int) -> Act:
    """What was set by the press or sentence to which a row of the record belongs. Raises StaleButton where the row
    tells of nothing that could be taken back."""
    row = fetch_one(db, "SELECT * FROM audit WHERE id = ?", [audit_id])
    if row is None or row["action"] not in UNDO:
        raise StaleButton
    return _act(db, row)


def act_of(db: Database, source: str) -> Act | None:
    """What was set by the press or sentence with this source, if anything."""
    row = fetch_one(db, f"SELECT id FROM audit WHERE source = ? AND action IN {_IN_UNDO} ORDER BY id LIMIT 1", [source])
    return find_act(db, row["id"]) if row and source else None


def last_setting(db: Database, now: datetime) -> Act | None:
    """What was set last within a day, and can be taken back; None where there is nothing."""
    rows = fetch_all(
        db,
        f"""SELECT * FROM audit AS a WHERE at > ? AND action IN {_IN_UNDO}
        AND NOT {_IS_UNDONE} AND NOT {_UNDOES} AND source NOT IN (SELECT source FROM return_revisions)
        ORDER BY id DESC LIMIT 20""",
        [stored(now - UNDONE_WITHIN)],
    )
    for row in rows:
        act = _act(db, row)
        if not act.undone and _why_not(db, act, now) is None:
            return act
    return None


def undo_setting(db: Database, by: Person, audit_id: int, now: datetime, zone: ZoneInfo, source: str) -> Act:
    """Let what was set be again what it was before. The same again changes nothing.

    Raises ForTheOffice, StaleButton, TooLateToUndo after a day, SetAgainSince, and what the change back raises.
    """
    with transaction(db):
        check_coordinator(db, by.id)
        act = find_act(db, audit_id)
        if act.undone:
            return act
        if (why_not := _why_not(db, act, now)) is not None:
            raise why_not
        how = Taken(by, now, zone, source)
        for subject, detail in reversed([*zip(act.subjects, act.details, strict=True)]):
            UNDO[act.action](db, subject, detail, how)
        subject = act.subjects[0] if len(act.subjects) == 1 else ""
        audit.record(db, now, UNDOING, subject, person_id=by.id, source=source, of=act.id, undone=act.action)
        return find_act(db, audit_id)


def _act(db: Database, row: Row) -> Act:
    """All rows of one press or sentence that tell of the same kind of thing."""
    same = "SELECT * FROM audit WHERE action = ? AND source = ? AND ? <> '' ORDER BY id"
    rows = fetch_all(db, same, [row["action"], row["source"], row["source"]]) or [row]
    undone = f"SELECT 1 FROM audit AS a WHERE id = ? AND {_IS_UNDONE}"
    return Act(
        rows[0]["id"],
        row["action"],
        tuple(each["subject"] for each in rows),
        tuple(named_subject(db, each["action"], each["subject"]) for each in rows),
        tuple(loads(each["detail"]) for each in rows),
        person_by_id(db, row["person_id"]).name if row["person_id"] else "",
        moment(row["at"]),
        any(fetch_one(db, undone, [each["id"]]) for each in rows),
        row["source"],
    )


def _why_not(db: Database, act: Act, now: datetime) -> Refusal | None:
    """Why something cannot be taken back any more; None where it can."""
    if act.action in WITH_BEFORE and any("before" not in each for each in act.details):
        return StaleButton()
    if act.action == "retire_indicator" and any("was" not in each for each in act.details):
        return StaleButton()
    if now - act.at > UNDONE_WITHIN:
        return TooLateToUndo()
    return SetAgainSince() if _is_set_again(db, act) else None


def _is_set_again(db: Database, act: Act) -> bool:
    """Whether the same thing was set once more since, by what has not been taken back. Rows without a source, as those
    of somebody who was forgotten, are an act each."""
    family = SAME.get(act.action, act.action)
    actions = [each for each in UNDO if SAME.get(each, each) == family]
    marks = ", ".join("?" for _ in actions)
    rows = fetch_all(
        db,
        f"""SELECT subject, source FROM audit AS a WHERE id > ? AND action IN ({marks})
        AND NOT {_IS_UNDONE} AND NOT {_UNDOES}""",
        [act.id, *actions],
    )
    others = [each for each in rows if not act.source or each["source"] != act.source]
    return any(each["subject"] in act.subjects for each in others)
