"""The messages for letters: what the office is to decide, and what it has decided."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.information.information import Information
from data.letters import Letter
from data.notices.letter_contents import Correspondence
from data.notices.silences import GreatSilence, Unanswered
from data.office.change_record import PlanChange
from data.office.task_notes import TaskNote
from data.people.absence import Absence
from data.people.arrivals import Arrival
from data.people.deputies import Appointment
from data.people.people import Person
from data.people.removal import Removal
from data.reporting.reviews import FullReport
from data.returns.filings import ReturnGivenBack
from handlers.extensions.letters import decision_undone_letter, extension_letter
from handlers.information.decisions import information_letter, information_undone_letter
from handlers.notes.note_answers import difficulty_button, note_letter
from handlers.notices.texts.office import urgent
from handlers.notices.texts.silences import unanswered, was_silent
from handlers.office.recorded_acts import verdict_undone_letter
from handlers.office.review import handed_in_letter, report_letter
from handlers.people.absence import leave_letter
from handlers.people.deputies import appointment_letter
from handlers.people.joining import arrival_letter, let_in_letter
from handlers.people.removal import removal_letter
from handlers.people.unit_change import unit_letter
from handlers.plan.undone_changes import change_letter
from handlers.returns.own_returns import given_back_letter
from handlers.wording import Html, Language, join, labels


def letter_message(
    letters: Sequence[Correspondence], language: Language, repeated: bool
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the text and buttons for letters of one kind; `repeated` if an earlier copy may have arrived."""
    together = letters[0].letter is Letter.UNANSWERED
    told = [_unanswered(letters, language)] if together else [_message(each, language) for each in letters]
    rows = [row for _, keyboard in told if keyboard for row in keyboard.inline_keyboard]
    text = join([labels.repeated_mark(repeated, language), *(text for text, _ in told)])
    return text, InlineKeyboardMarkup(rows) if rows else None


def _message(letter: Correspondence, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    match letter.subject:
        case FullReport() as report if letter.letter is Letter.HANDED_IN:
            return handed_in_letter(report, language), None
        case FullReport() as report if letter.letter is Letter.REPORTED_FOR:
            return handed_in_letter(report, language, for_the_unit=True), None
        case FullReport() as report if letter.letter is Letter.URGENT:
            return urgent(report, language), difficulty_button(report, language)
        case FullReport() as report if letter.letter is Letter.REVIEW_UNDONE:
            return verdict_undone_letter(report, language), None
        case FullReport() as report:
            return report_letter(report, language)
        case Appointment() as appointment:
            return appointment_letter(appointment, letter.person, language), None
        case PlanChange() as change:
            return change_letter(change, letter.person, language)
        case Arrival() as arrival:
            show = arrival_letter if letter.letter is Letter.ARRIVED else let_in_letter
            return show(arrival, language)
        case Absence() as absence:
            return leave_letter(absence, letter.letter, language), None
        case TaskNote() as note:
            return note_letter(note, letter.letter, language)
        case ReturnGivenBack() as given_back:
            return given_back_letter(given_back, language)
        case Information() as information if letter.letter is Letter.INFORMATION_UNDONE:
            return information_undone_letter(information, letter.today, language)
        case Information() as information:
            return information_letter(information, letter.today, language)
        case Unanswered():
            return _unanswered([letter], language)
        case GreatSilence() as silence:
            return was_silent(silence, letter.today, language), None
        case Person() as person:
            return unit_letter(person, language), None
        case Removal() as removal:
            return removal_letter(removal, language), None
        case asked if letter.letter is Letter.EXTENSION_UNDONE:
            return decision_undone_letter(asked, language)
        case asked:
            return extension_letter(asked, language)


def _unanswered(letters: Sequence[Correspondence], language: Language) -> tuple[Html, None]:
    person, today = letters[0].person, letters[0].today
    pieces = [each.subject for each in letters if isinstance(each.subject, Unanswered)]
    return unanswered(pieces, person.on(today).is_coordinator, today, language), None
