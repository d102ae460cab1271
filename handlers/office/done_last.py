"""What the office did last of the plan, a report or the settings, in words, with the button that takes it back."""

from telegram import InlineKeyboardMarkup

from data.acts.settings_undone import Act
from data.office.change_record import PlanChange
from data.reporting.reviews import Reviewed
from handlers.office import keyboard as buttons
from handlers.office.texts.plan_changes import change_lines
from handlers.office.texts.settings_undone import setting_text
from handlers.office.texts.verdict_undone import verdict_text
from handlers.telegram.wording import Html, Language


def to_take_back(done: PlanChange | Reviewed | Act, language: Language) -> tuple[Html, str, InlineKeyboardMarkup]:
    """What was done, by whom where that is known, and the button that takes it back."""
    match done:
        case PlanChange():
            return change_lines(done, None, language), done.by, buttons.undo_change(done, language)
        case Reviewed():
            return verdict_text(done, language), "", buttons.undo_verdict(done, language)
        case Act():
            return setting_text(done, language), done.by, buttons.undo_setting(done, language)
