"""审核范围: the dialog that sets whether every report is reviewed or only those that say done."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.errors import NoSuchAnswer
from data.reporting.reviews import review_everything, reviews_everything
from data.understanding.settings.setting_asked import review_scope_in
from handlers.dialog import Declaration, Ending, Question, Talk, begin
from handlers.settings.texts import settings as texts
from handlers.telegram import Context, Verb, answer, button, with_undo
from handlers.wording import Html, labels

EVERYTHING, DONE = "all", "done"


async def change_scope(update: Update, context: Context, scope: str) -> None:
    """Preview a change of what is reviewed, or say that it is set that way already."""
    if reviews_everything(context.db) is (scope == EVERYTHING):
        text = texts.ALREADY(context.language, now=texts.review_text(scope == EVERYTHING, context.language))
        await answer(update, context, text, InlineKeyboardMarkup([[_back(context)]]))
    else:
        await begin(update, context, SCOPE, 0, answers={"scope": scope})


def _read(talk: Talk[None], text: str) -> dict[str, str]:
    scope = review_scope_in(text)
    if scope is None:
        raise NoSuchAnswer(text.strip())
    return {"scope": EVERYTHING if scope else DONE}


def _preview(talk: Talk[None]) -> Html:
    everything = talk.answers["scope"] == EVERYTHING
    return texts.scope_preview(reviews_everything(talk.context.db), everything, talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    everything = dialog.answers["scope"] == EVERYTHING
    review_everything(context.db, context.actor, everything)
    text = texts.SET(context.language, now=texts.review_text(everything, context.language))
    return Ending(text, with_undo(context, [[_back(context)]]))


def _back(context: Context) -> InlineKeyboardButton:
    return button(labels.BACK(context.language), Verb.SETTING, "show")


SCOPE: Declaration[None] = Declaration(
    kind="review_scope",
    questions=(
        Question(
            "scope",
            label=texts.SCOPE,
            put=texts.WHICH_SCOPE,
            read=_read,
            buttons=lambda talk: [[(texts.TO_ALL, EVERYTHING), (texts.TO_DONE, DONE)]],
            shown=lambda talk: texts.review_text(talk.answers["scope"] == EVERYTHING, talk.language),
        ),
    ),
    preview=_preview,
    finish=_finish,
    waits=texts.SCOPE_WAITS,
)
"""The dialog that sets what is reviewed."""
