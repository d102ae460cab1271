"""What the office did last that can be taken back: of the plan, a report, a return, the people or the settings."""

from dataclasses import dataclass
from datetime import datetime

from data.acts.settings_undone import Act, last_setting
from data.office.change_record import PlanChange
from data.office.plan_changes import last_change
from data.people.removal import Removal, last_removal
from data.reporting.reviews import Reviewed
from data.reporting.verdicts_undone import last_verdict
from data.returns.revisions import Revision, last_revision
from data.store import Database

Done = PlanChange | Reviewed | Revision | Removal | Act


@dataclass(frozen=True, slots=True)
class LastAct:
    """What was done, and when."""

    done: Done
    at: datetime


def last_act(db: Database, now: datetime, code: str = "") -> LastAct | None:
    """What was done last within a day and can be taken back, of a task where its code is given; None where there is
    nothing."""
    found = [each for each in (_of_the_plan(db, now, code), _verdict(db, now, code)) if each]
    if not code:
        found += [each for each in (_of_a_return(db, now), _removal(db, now), _setting(db, now)) if each]
    return max(found, key=lambda each: each.at) if found else None


def _of_the_plan(db: Database, now: datetime, code: str) -> LastAct | None:
    found = last_change(db, now, code)
    return LastAct(found, found.at) if found else None


def _verdict(db: Database, now: datetime, code: str) -> LastAct | None:
    found = last_verdict(db, now, code)
    return LastAct(*found) if found else None


def _of_a_return(db: Database, now: datetime) -> LastAct | None:
    found = last_revision(db, now)
    return LastAct(*found) if found else None


def _removal(db: Database, now: datetime) -> LastAct | None:
    found = last_removal(db, now)
    return LastAct(found, found.at) if found else None


def _setting(db: Database, now: datetime) -> LastAct | None:
    found = last_setting(db, now)
    return LastAct(found, found.at) if found else None
