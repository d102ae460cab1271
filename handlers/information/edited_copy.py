"""The dialog of 改一份: an edited copy of a unit's piece, which the brief prints instead."""

from functools import partial

from data.dialogs import Dialog
from data.information.articles import MOST_OF_TEXT, added_text, checked_title
from data.information.information import Information
from data.information.verdicts import edit_copy
from handlers.dialog import Choices, Declaration, Ending, Talk, words_question
from handlers.information import keyboard as buttons
from handlers.information.decisions import load_piece
from handlers.information.texts import decisions as texts
from handlers.information.texts import submission
from handlers.telegram import Context, Html, Language, cut, html, join, labels, write_fitting


def _written(talk: Talk[Information]) -> tuple[str, str]:
    """Return the title and text of the copy so far."""
    title, text = talk.subject.printed
    return talk.answers.get("title", title), talk.answers.get("text", text)


def _keep(place: int, key: str, talk: Talk[Information]) -> Choices:
    return [[(labels.KEEP, "same", {key: talk.subject.printed[place]})]] if key not in talk.answers else []


def _which_title(talk: Talk[Information]) -> Html:
    return texts.WHICH_TITLE(talk.language, title=cut(_written(talk)[0], 100))


def _which_text(talk: Talk[Information]) -> Html:
    text = talk.subject.printed[1]
    asked = texts.WHICH_TEXT(talk.language, length=f"{len(text):,}", most=f"{MOST_OF_TEXT:,}")
    return write_fitting(lambda most: join([asked, _beginning_of(text, most, talk.language)]))


def _beginning_of(text: str, most: int, language: Language) -> Html:
    """Return up to `most` characters of a text, copied when tapped, with a note if it goes on."""
    more = texts.IN_PART(language) if len(text) > most else Html("")
    return join([Html(f"<code>{html(cut(text, most))}</code>") if text else Html(""), more])


def _check(talk: Talk[Information]) -> Html:
    title, text = _written(talk)
    return write_fitting(
        lambda most: join([texts.CHECK(talk.language), Html(f"\n<b>{html(title)}</b>"), html(cut(text, most))])
    )


def _save(context: Context, dialog: Dialog, value: str) -> Ending:
    title, text = dialog.answers["title"], dialog.answers["text"]
    done = edit_copy(context.db, context.actor, dialog.subject_id, title, text)
    return Ending(texts.SAVED(context.language), buttons.open_again(done.id, context.language))


EDIT: Declaration[Information] = Declaration(
    kind="information_edited",
    load=load_piece,
    questions=(
        words_question(
            "title", texts.TITLE, _which_title, checked_title, buttons=partial(_keep, 0, "title"), verbatim=True
        ),
        words_question(
            "text",
            texts.TEXT,
            _which_text,
            partial(added_text, ""),
            buttons=partial(_keep, 1, "text"),
            shown=lambda talk: submission.length_of(talk.answers.get("text", ""), talk.language),
            verbatim=True,
        ),
    ),
    preview=_check,
    submit=texts.SAVE,
    finish=_save,
    waits=texts.EDIT_WAITS,
)
"""改一份: the title and text that the brief prints."""
