"""Letters as they are sent: something to decide, or what was decided."""

from telegram import InlineKeyboardMarkup

from data.correspondence import Correspondence
from data.deputies import Appointment
from data.extensions import Extension
from data.reviews import Reviewed
from handlers import extension_buttons, keyboards
from handlers.texts import deputies, extensions, reviews
from handlers.texts.notices import repeated_mark
from handlers.texts.wording import Html, Language, join


def written(letter: Correspondence, language: Language, repeated: bool) -> tuple[Html, InlineKeyboardMarkup | None]:
    """The text of a letter and its buttons; `repeated` when an earlier copy may have arrived."""
    text, keyboard = _written(letter, language)
    return join([repeated_mark(repeated, language), text]), keyboard


def _written(letter: Correspondence, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    match letter.subject:
        case Reviewed(verdict=None) as report:
            return reviews.review_card(report, language), keyboards.review(report, language)
        case Reviewed() as report:
            return reviews.verdict_text(report, language), keyboards.report_again(report, language)
        case Appointment() as appointment:
            is_deputy = letter.person.id == appointment.deputy_id
            return deputies.appointment_text(appointment, is_deputy, language), None
        case Extension(decision=None) as asked:
            return extensions.request(asked, language), extension_buttons.request(asked, language)
        case asked:
            return extensions.decision_text(asked, language), extension_buttons.report_on(asked, language)
