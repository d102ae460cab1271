"""What a letter in the outbox says now, if it still holds."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.errors import StaleButton
from data.errors.people import NobodyThere
from data.information.information import Information, information_by_id
from data.information.information import State as Decided
from data.letters import Letter
from data.notices.outbox import Claimed, cancel
from data.office.change_record import PlanChange, find_change
from data.office.extensions import Extension, find_extension
from data.office.task_notes import TaskNote, find_note
from data.people.absences import Absence, absence_by_id, find_absence
from data.people.arrivals import Arrival, State, find_arrival
from data.people.deputies import Appointment, find_appointment
from data.people.people import Person, person_in_chat
from data.people.removal import Removal, find_removal
from data.reporting.reviews import Reviewed, reviewed
from data.returns.filings import GivenBack, given_back
from data.store import Database
from data.times import day_of

Subject = (
    Reviewed | Extension | Appointment | PlanChange | Arrival | Removal | Absence | TaskNote | GivenBack | Information
)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter to a person, on a report, a request for more time, a deputy, a change of the plan, a return that was
    given back, work information, or who has come in or was removed. `today` is the day on which it goes out."""

    letter: Letter
    person: Person
    subject: Subject
    today: date


def correspondence(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> Correspondence | None:
    """The letter as it stands: a request only while nothing is decided, an answer only to those it concerns. None when
    it no longer holds; the row is then cancelled."""
    person = person_in_chat(db, claimed.chat_id)
    letter = Letter(claimed.letter or "")
    today = day_of(now, zone)
    subject = _subject(db, letter, claimed.subject_id or 0, today, zone)
    if person is None or subject is None or not _concerns(person.on(today), letter, subject):
        cancel(db, claimed)
        return None
    return Correspondence(letter, person, subject, today)


def _subject(db: Database, letter: Letter, subject_id: int, today: date, zone: ZoneInfo) -> Subject | None:
    """What the letter is about, while it is worth telling."""
    match letter:
        case Letter.REVIEW_WANTED | Letter.REVIEWED:
            report = reviewed(db, subject_id)
            if report is None or (report.verdict is None) is not (letter is Letter.REVIEW_WANTED):
                return None
            return report if report.latest or report.verdict else None
        case Letter.REVIEW_UNDONE:
            report = reviewed(db, subject_id)
            return report if report and report.latest and report.verdict is None else None
        case Letter.HANDED_IN | Letter.URGENT:
            report = reviewed(db, subject_id)
            return report if report and report.latest else None
        case Letter.EXTENSION_ASKED | Letter.EXTENSION_UNDONE:
            asked = find_extension(db, subject_id, today, zone)
            return asked if asked and asked.waits else None
        case Letter.EXTENSION_DECIDED:
            decided = find_extension(db, subject_id, today, zone)
            return decided if decided and decided.decision else None
        case Letter.DEPUTY_JOINED | Letter.DEPUTY_ENDED:
            appointment = find_appointment(db, subject_id)
            joined = letter is Letter.DEPUTY_JOINED
            return appointment if appointment and appointment.stands is joined else None
        case Letter.PLAN_CHANGED | Letter.PLAN_CHANGE_UNDONE:
            done = find_change(db, subject_id)
            return done if done.undone is (letter is Letter.PLAN_CHANGE_UNDONE) else None
        case Letter.ARRIVED:
            arrival = find_arrival(db, subject_id)
            return arrival if arrival and not arrival.decided_by and arrival.state is not State.REFUSED else None
        case Letter.LET_IN:
            return find_arrival(db, subject_id)
        case Letter.TASK_NOTE | Letter.TASK_NOTE_ANSWERED:
            note = find_note(db, subject_id)
            return note if bool(note.answer) is (letter is Letter.TASK_NOTE_ANSWERED) else None
        case Letter.RETURN_GIVEN_BACK:
            return given_back(db, subject_id, today, zone)
        case Letter.INFORMATION_TAKEN | Letter.INFORMATION_DECLINED | Letter.INFORMATION_UNDONE:
            return _information(db, letter, subject_id)
        case Letter.STANDS_IN:
            return find_absence(db, subject_id)
        case Letter.STANDS_IN_ENDED:
            return absence_by_id(db, subject_id)
        case Letter.ROLE_ENDED | Letter.ROLE_BACK:
            return _removal(db, subject_id, undone=letter is Letter.ROLE_BACK)
        case _:
            return None


def _information(db: Database, letter: Letter, information_id: int) -> Information | None:
    try:
        found = information_by_id(db, information_id)
    except StaleButton:
        return None
    told = {Letter.INFORMATION_TAKEN: Decided.TAKEN, Letter.INFORMATION_DECLINED: Decided.DECLINED}
    return found if letter is Letter.INFORMATION_UNDONE or found.state is told[letter] else None


def _removal(db: Database, removal_id: int, *, undone: bool) -> Removal | None:
    try:
        removal = find_removal(db, removal_id)
    except NobodyThere:
        return None
    return removal if removal.undone is undone else None


def _concerns(person: Person, letter: Letter, subject: Subject) -> bool:
    if letter in (Letter.REVIEW_WANTED, Letter.EXTENSION_ASKED, Letter.ARRIVED, Letter.URGENT, Letter.TASK_NOTE):
        return person.is_coordinator
    if isinstance(subject, Appointment | Arrival | Removal | Absence):
        return True
    if isinstance(subject, PlanChange):
        return not subject.told.isdisjoint(person.units)
    if isinstance(subject, GivenBack):
        return subject.unit_return.unit.id in person.speaks_for
    unit = subject.unit if isinstance(subject, Reviewed | TaskNote | Information) else subject.assignment.unit
    return unit in person.units
