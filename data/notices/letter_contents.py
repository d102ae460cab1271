"""What a letter in the outbox says now, if it still holds."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.notices.letters import Letter
from data.notices.outbox import Claimed, cancel
from data.office.extensions import Extension, find_extension
from data.office.plan_changes import PlanChange, find_change
from data.office.reviews import Reviewed, reviewed
from data.people.deputies import Appointment, find_appointment
from data.people.people import Person, person_in_chat
from data.store import Database
from data.times import day_of

Subject = Reviewed | Extension | Appointment | PlanChange


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter to a person, on a report, a request for more time, a deputy, or a change of the plan."""

    letter: Letter
    person: Person
    subject: Subject


def correspondence(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> Correspondence | None:
    """The letter as it stands: a request only while nothing is decided, an answer only to those it concerns.

    None when it no longer holds; the row is then cancelled.
    """
    person = person_in_chat(db, claimed.chat_id)
    letter = Letter(claimed.letter or "")
    today = day_of(now, zone)
    subject = _subject(db, letter, claimed.subject_id or 0, today, zone)
    if person is None or subject is None or not _concerns(person.on(today), letter, subject):
        cancel(db, claimed)
        return None
    return Correspondence(letter, person, subject)


def _subject(db: Database, letter: Letter, subject_id: int, today: date, zone: ZoneInfo) -> Subject | None:
    """What the letter is about, while it is worth telling."""
    match letter:
        case Letter.REVIEW_WANTED | Letter.REVIEWED:
            report = reviewed(db, subject_id)
            if report is None or (report.verdict is None) is not (letter is Letter.REVIEW_WANTED):
                return None
            return report if report.latest or report.verdict else None
        case Letter.EXTENSION_ASKED:
            asked = find_extension(db, subject_id, today, zone)
            return asked if asked and asked.waits else None
        case Letter.EXTENSION_DECIDED:
            return find_extension(db, subject_id, today, zone)
        case Letter.DEPUTY_JOINED | Letter.DEPUTY_ENDED:
            appointment = find_appointment(db, subject_id)
            joined = letter is Letter.DEPUTY_JOINED
            return appointment if appointment and appointment.stands is joined else None
        case Letter.PLAN_CHANGED | Letter.PLAN_CHANGE_UNDONE:
            done = find_change(db, subject_id)
            return done if done.undone is (letter is Letter.PLAN_CHANGE_UNDONE) else None
        case _:
            return None


def _concerns(person: Person, letter: Letter, subject: Subject) -> bool:
    if letter in (Letter.REVIEW_WANTED, Letter.EXTENSION_ASKED):
        return person.is_coordinator
    if isinstance(subject, Appointment):
        return True
    if isinstance(subject, PlanChange):
        return not subject.units.isdisjoint(person.units)
    unit = subject.unit if isinstance(subject, Reviewed) else subject.assignment.unit
    return unit in person.units
