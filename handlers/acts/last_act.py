"""撤销 in words: what was done last, of a task or of all, is shown with the button that takes it back."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.last_act import LastAct, last_act
from data.people.removal import Removal
from data.returns.revisions import Revision
from data.understanding import Understanding
from data.understanding.change_asked import Asked, change_asked
from handlers.acts import texts
from handlers.office import done_last
from handlers.people import removal
from handlers.returns import set_up
from handlers.telegram.context import Context
from handlers.telegram.sending import answer
from handlers.telegram.wording import Html, Language


async def undo_asked(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence of the office asks to take back what was done last; that is then shown."""
    if not context.person.is_coordinator:
        return False
    asked = change_asked((update.message and update.message.text) or meaning.text, meaning)
    if asked is None or asked.what is not Asked.UNDO:
        return False
    await show_last_act(update, context, asked.code)
    return True


async def show_last_act(update: Update, context: Context, code: str = "") -> None:
    """What was done last, with the button that takes it back."""
    found, language = last_act(context.db, context.now, code), context.language
    if found is None:
        nothing = texts.NOTHING_OF(language, code=code) if code else texts.NOTHING(language)
        await answer(update, context, nothing)
        return
    what, by, keyboard = _said(found, language)
    text = texts.last(what, by, found.at.astimezone(context.zone), context.today, language)
    await answer(update, context, text, keyboard)


def _said(found: LastAct, language: Language) -> tuple[Html, str, InlineKeyboardMarkup]:
    """What was done, by whom where that is known, and the button that takes it back, in the words of its room."""
    match found.done:
        case Revision() as revision:
            return set_up.to_take_back(revision, language)
        case Removal() as gone:
            return removal.to_take_back(gone, language)
        case done:
            return done_last.to_take_back(done, language)
