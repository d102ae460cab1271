"""The present content of a letter in the outbox, if it still holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.errors import StaleButton, unless
from data.errors.people import NobodyThere
from data.information.information import Information, information_by_id
from data.information.information import InformationState as Decided
from data.letters import Letter
from data.notices.outbox import Claimed, cancel
from data.notices.silences import GreatSilence, Unanswered, find_great_silence, find_unanswered
from data.office.change_record import PlanChange, find_change
from data.office.extensions import Extension, find_extension
from data.office.task_notes import TaskNote, note_by_id
from data.people.absence import Absence, absence_by_id, find_absence
from data.people.arrivals import Arrival, ArrivalState, find_arrival
from data.people.deputies import Appointment, find_appointment
from data.people.people import Person, person_in_chat
from data.people.removal import Removal, removal_by_id
from data.people.unit_change import person_moved
from data.reporting.reviews import FullReport, full_report
from data.returns.filings import ReturnGivenBack, return_given_back
from data.store import Database
from data.times import day_of

Subject = (
    FullReport
    | Extension
    | Appointment
    | PlanChange
    | Arrival
    | Removal
    | Person
    | Absence
    | TaskNote
    | ReturnGivenBack
    | Information
    | Unanswered
    | GreatSilence
)
Find = Callable[[Database, int, date], Subject | None]


def _by_id(find: Callable[[Database, int], Subject | None]) -> Find:
    """Adapt a lookup by id to `Find`, returning None for what is gone."""
    return lambda db, subject_id, today: unless((StaleButton, NobodyThere, LookupError), find, db, subject_id)


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter.

    `find` returns its subject (None if gone), `holds` tells whether the letter is still valid, and `concerns` whether
    its subject concerns a person.
    """

    find: Find
    holds: Callable[[Any], bool] = lambda found: True
    concerns: Callable[[Person, Any], bool] = lambda person, found: True


def _office(person: Person, subject: Any) -> bool:
    """Return whether a person belongs to the office, whom alone some letters concern."""
    return person.is_coordinator


def _unit(person: Person, subject: FullReport | Extension | Information) -> bool:
    return subject.unit in person.units


def _unit_told(person: Person, subject: PlanChange) -> bool:
    return not subject.told.isdisjoint(person.units)


def _writer(person: Person, subject: TaskNote) -> bool:
    """Return whether a person is the observer who wrote a note, or of the unit that did."""
    return person.id == subject.observer_id if subject.observer_id else subject.unit in person.units


def _speaker(person: Person, subject: ReturnGivenBack) -> bool:
    return subject.unit_return.unit.id in person.speaks_for


_REPORT, _CHANGE, _NOTE, _REMOVAL = map(_by_id, (full_report, find_change, note_by_id, removal_by_id))
_ARRIVAL, _DEPUTY, _INFORMATION = map(_by_id, (find_arrival, find_appointment, information_by_id))

KINDS: Mapping[Letter, LetterKind] = {
    Letter.REVIEW_WANTED: LetterKind(_REPORT, lambda it: it.latest and it.verdict is None, concerns=_office),
    Letter.REVIEWED: LetterKind(_REPORT, lambda it: it.verdict is not None, concerns=_unit),
    Letter.REVIEW_UNDONE: LetterKind(_REPORT, lambda it: it.latest and it.verdict is None, concerns=_unit),
    Letter.HANDED_IN: LetterKind(_REPORT, lambda it: it.latest, concerns=_unit),
    Letter.REPORTED_FOR: LetterKind(_REPORT, lambda it: it.latest, concerns=_unit),
    Letter.URGENT: LetterKind(_REPORT, lambda it: it.latest, concerns=_office),
    Letter.EXTENSION_ASKED: LetterKind(find_extension, lambda it: it.awaits_decision, concerns=_office),
    Letter.EXTENSION_UNDONE: LetterKind(find_extension, lambda it: it.awaits_decision, concerns=_unit),
    Letter.EXTENSION_DECIDED: LetterKind(find_extension, lambda it: it.decision is not None, concerns=_unit),
    Letter.DEPUTY_JOINED: LetterKind(_DEPUTY, lambda it: it.stands),
    Letter.DEPUTY_ENDED: LetterKind(_DEPUTY, lambda it: not it.stands),
    Letter.PLAN_CHANGED: LetterKind(_CHANGE, lambda it: not it.undone, concerns=_unit_told),
    Letter.PLAN_CHANGE_UNDONE: LetterKind(_CHANGE, lambda it: it.undone, concerns=_unit_told),
    Letter.ARRIVED: LetterKind(
        _ARRIVAL, lambda it: not it.decided_by and it.state is not ArrivalState.REFUSED, concerns=_office
    ),
    Letter.LET_IN: LetterKind(_ARRIVAL),
    Letter.TASK_NOTE: LetterKind(_NOTE, lambda it: not it.answer, concerns=_office),
    Letter.TASK_NOTE_ANSWERED: LetterKind(_NOTE, lambda it: bool(it.answer), concerns=_writer),
    Letter.RETURN_GIVEN_BACK: LetterKind(return_given_back, concerns=_speaker),
    Letter.INFORMATION_TAKEN: LetterKind(_INFORMATION, lambda it: it.state is Decided.TAKEN, concerns=_unit),
    Letter.INFORMATION_DECLINED: LetterKind(_INFORMATION, lambda it: it.state is Decided.DECLINED, concerns=_unit),
    Letter.INFORMATION_UNDONE: LetterKind(_INFORMATION, concerns=_unit),
    Letter.STANDS_IN: LetterKind(find_absence),
    Letter.STANDS_IN_ENDED: LetterKind(_by_id(absence_by_id)),
    Letter.STAND_IN_GONE: LetterKind(find_absence, lambda it: it.stand_in is None),
    Letter.STAND_IN_BACK: LetterKind(find_absence, lambda it: it.stand_in is not None),
    Letter.LEAVE: LetterKind(find_absence),
    Letter.LEAVE_ENDED: LetterKind(_by_id(absence_by_id)),
    Letter.ROLE_ENDED: LetterKind(_REMOVAL, lambda it: not it.undone),
    Letter.ROLE_BACK: LetterKind(_REMOVAL, lambda it: it.undone),
    Letter.UNANSWERED: LetterKind(_by_id(find_unanswered)),
    Letter.WAS_SILENT: LetterKind(_by_id(find_great_silence), concerns=_office),
    Letter.UNIT_CHANGED: LetterKind(_by_id(person_moved), lambda it: bool(it.memberships)),
}


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter to a person, its subject, and the day on which it is sent."""

    letter: Letter
    person: Person
    subject: Subject
    today: date


def correspondence(db: Database, claimed: Claimed, now: datetime) -> Correspondence | None:
    """Return the letter with its present content, or cancel its row and return None if it no longer holds.

    A request holds only while it is undecided, and an answer only for those it concerns.
    """
    person = person_in_chat(db, claimed.chat_id)
    letter = Letter(claimed.letter or "")
    today, kind = day_of(now, db.zone), KINDS[letter]
    subject = kind.find(db, claimed.subject_id or 0, today)
    holds = subject is not None and kind.holds(subject)
    if person is None or subject is None or not holds or not kind.concerns(person.on(today), subject):
        cancel(db, claimed)
        return None
    return Correspondence(letter, person, subject, today)
