"""The dialog of 报一条工作信息: title, text in several messages, photos and files, tasks, and a preview."""

from telegram import Message

from data.dialogs import Dialog
from data.errors import ButtonsOnly, needed
from data.errors.announcing import NotAFile
from data.information.articles import added_text
from data.information.information import sent_counts, submit_information
from data.reporting.attachments import Owner, attached_files, detach_file
from handlers.dialog import Answers, Choices, Declaration, Ending, Question, Talk, no_words, why_over
from handlers.information import keyboard as buttons
from handlers.information.article import article_answers, is_readable
from handlers.information.information_draft import InformationDraft, drafted_text, load_information_draft, sending_unit
from handlers.information.related_tasks import NO_TASKS, TASKS, picked_codes
from handlers.information.texts import submission as texts
from handlers.information.title_and_text import TEXT_QUESTION, TITLE_QUESTION, read_title
from handlers.telegram import Context, Html, cut, file_list, html, in_rows, join, labels, unit_named
from handlers.telegram.attachments import attachment_in, keep_file

LONGEST_NAME = 60
"""A longer caption, or one of several lines, is an article and no name of a file."""


async def take_file(talk: Talk[InformationDraft], message: Message) -> Answers:
    """Keep a photo or file, and return its answers. The text of a .docx is read as well, if none is written yet.

    Raises NotAFile, a FileRefused, and PartlyRead if the text cannot be read."""
    found = needed(attachment_in(message), NotAFile)
    content = await keep_file(talk.context, message, found, talk.dialog.id, _name_in(message))
    caption = _caption_answers(talk, message)
    if content is None or not is_readable(found) or drafted_text(talk) or "text" in caption:
        return caption
    return {**caption, **await article_answers(found.name, content, talk.answers, talk.language)}


def _name_in(message: Message) -> str:
    """Return the caption if it is short enough to be the file's name, else an empty string."""
    caption = message.caption or ""
    return caption if "\n" not in caption and len(caption) <= LONGEST_NAME else ""


def _caption_answers(talk: Talk[InformationDraft], message: Message) -> Answers:
    """Return the answers for a caption: an article, or more text, unless it only names the file."""
    caption = message.caption or ""
    if not caption or _name_in(message):
        return {}
    if "title" in talk.answers:
        return {"text": added_text(drafted_text(talk), caption)}
    return read_title(talk, caption)


def _file_choices(talk: Talk[InformationDraft]) -> Choices:
    remove = [(f"✕ {number}", f"remove_{file.id}") for number, file in enumerate(talk.subject.files, 1)]
    return [*in_rows(remove, 5), [(labels.GO_ON, "done")]]


def _press_file(talk: Talk[InformationDraft], value: str) -> Answers | None:
    if value.startswith("remove_") and value.removeprefix("remove_").isdigit():
        detach_file(talk.context.db, talk.dialog.id, int(value.removeprefix("remove_")))
        return None
    return {}


FILES: Question[InformationDraft] = Question(
    "files",
    label=texts.FILES,
    put=lambda talk: texts.WHICH_FILES(talk.language, files=file_list(talk.subject.files, talk.language)),
    read=no_words,
    buttons=_file_choices,
    press=_press_file,
    asked=lambda talk: bool(talk.subject.files),
    answered=lambda talk: True,
    files=True,
    has_usual_buttons=False,
    preview_button="done",
)


def _read_unit(talk: Talk[InformationDraft], text: str) -> Answers:
    unit = unit_named(talk.context, text)
    if unit.id not in dict(talk.subject.units):
        raise ButtonsOnly
    return {"unit": unit.id, **NO_TASKS}


def _preview(talk: Talk[InformationDraft]) -> Html:
    unit = dict(talk.subject.units)[sending_unit(talk)]
    return texts.preview(
        unit, talk.answers["title"], drafted_text(talk), picked_codes(talk), talk.subject.files, talk.language
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    answers, person = dialog.answers, context.person
    unit_id = int(answers.get("unit") or (person.speaks_for or (0,))[0])
    sent = submit_information(
        context.db,
        context.actor,
        dialog.id,
        unit_id,
        answers["title"],
        answers.get("text") or "",
        answers.get("tasks") or (),
    )
    counts = sent_counts(context.db, [sent.unit_id])
    return Ending(texts.done(counts, context.language), buttons.below_submitted(sent.id, context.language))


def _begun(context: Context, dialog: Dialog) -> bool:
    written = any(dialog.answers.get(key) for key in ("title", "text"))
    return written or bool(attached_files(context.db, Owner.DRAFT, dialog.id))


def _told(context: Context, dialog: Dialog, why: Html) -> Html:
    written = [dialog.answers.get(key) or "" for key in ("title", "text")]
    return why_over(why, join([html(cut(each, 1800)) for each in written]), context.language)


INFORMATION: Declaration[InformationDraft] = Declaration(
    kind="information",
    office=False,
    load=load_information_draft,
    questions=(
        Question(
            "unit",
            label=texts.UNIT,
            put=texts.WHICH_UNIT,
            read=_read_unit,
            buttons=lambda talk: (
                [[(name, f"unit_{each}", {"unit": each, **NO_TASKS})] for each, name in talk.subject.units]
            ),
            asked=lambda talk: len(talk.subject.units) > 1,
            shown=lambda talk: dict(talk.subject.units).get(talk.answers.get("unit", 0), ""),
        ),
        TITLE_QUESTION,
        TEXT_QUESTION,
        TASKS,
        FILES,
    ),
    preview=_preview,
    finish=_finish,
    read_file=take_file,
    waits=texts.WAITS,
    why_over=_told,
    is_begun=_begun,
)
"""The dialog in which a unit writes a piece of work information."""
