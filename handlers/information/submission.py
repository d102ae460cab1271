"""The dialog of 报一条工作信息: title, text in several messages, photos and files, tasks, and a preview. It may
begin with files: one whose caption says so, or those kept for the next report."""

from typing import Any

from telegram import Message, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import ButtonsOnly, StaleButton, needed
from data.errors.announcing import NotAFile
from data.information.articles import added_text, checked_title
from data.information.information import Information, sent_counts, submit_information
from data.reporting.attachments import (
    Attachment,
    Owner,
    attached_files,
    copy_files_to_draft,
    detach_file,
    stored_content,
    take_in_waiting_files,
    waiting_files,
)
from data.standing.assignments import assignments
from data.store import transaction
from data.understanding import Aim, find_order, says
from data.understanding.information_orders import text_behind_order
from handlers.dialog import Answers, Choices, Declaration, Ending, PartlyRead, Question, Talk, begin, no_words, why_over
from handlers.information import keyboard as buttons
from handlers.information.article import article_answers, is_readable, told_of_new_piece, typed_article_answers
from handlers.information.information_draft import (
    NO_TASKS,
    TASKS,
    InformationDraft,
    drafted_text,
    load_information_draft,
    picked_codes,
    sending_unit,
)
from handlers.information.texts import submission as texts
from handlers.information.title_and_text import (
    TEXT_QUESTION,
    TITLE_QUESTION,
    article_put_right,
    read_title,
    title_edited,
)
from handlers.telegram import Context, hear, in_rows, text_of, unit_named
from handlers.telegram.attachments import attachment_in, keep_file
from handlers.wording import NOTHING, Html, Language, cut, html, join, labels, refusal
from handlers.wording.report_lines import file_list

INSTEAD = "instead"
"""The key of the answer that holds the id of the piece sent before which this one replaces."""
MOST_OF_A_NAME = 20
"""Characters of a piece's title or text by which it is named."""
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
    title, text, tasks = answers["title"], answers.get("text") or "", answers.get("tasks") or ()
    instead = answers.get(INSTEAD)
    sent = submit_information(context.db, context.actor, dialog.id, unit_id, title, text, tasks, instead)
    counts = sent_counts(context.db, [sent.unit_id])
    return Ending(texts.done(counts, context.language), buttons.below_submitted(sent.id, context.language))


def _begun(context: Context, dialog: Dialog) -> bool:
    written = any(dialog.answers.get(key) for key in ("title", "text"))
    return written or bool(attached_files(context.db, Owner.DRAFT, dialog.id))


def _told(context: Context, dialog: Dialog, why: Html) -> Html:
    written = [dialog.answers.get(key) or "" for key in ("title", "text")]
    return why_over(why, join([html(cut(each, 1800)) for each in written]), context.language)


def _waits(talk: Talk[InformationDraft]) -> Html:
    """Return that the piece waits, named by its title or the beginning of its text."""
    words = talk.answers.get("title") or drafted_text(talk)
    return texts.NAMED_WAITS(talk.language, words=cut(words, MOST_OF_A_NAME)) if words else texts.WAITS(talk.language)


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
    waits=_waits,
    why_over=_told,
    is_begun=_begun,
)
"""The dialog in which a unit writes a piece of work information."""


async def begin_with_file(update: Update, context: Context) -> bool:
    """Begin a piece with a file whose caption calls it work information; return whether it is. Raises a FileRefused."""
    message = update.message
    caption = (message and message.caption) or ""
    if message is None or not context.person.speaks_for:
        return False
    told = told_of_new_piece(caption) if says(caption, "information_orders.named") else None
    if told is None and hear(context, caption).aim is not Aim.INFO:
        return False
    found = attachment_in(message)
    if found is not None:
        await keep_file(context, message, found, None)
        answers, first = typed_article_answers(text_behind_order(caption) if told is None else told, context.language)
        await _begin(update, context, answers, first)
    return found is not None


async def begin_anew(update: Update, context: Context, sent: Information) -> None:
    """Open a piece that was sent, as a message changes it, to replace it once it is submitted."""
    db, said, subject_id = context.db, text_of(update), update.update_id
    changed = _put_right(sent, said, context.language)
    codes = {each.code: each.task_id for each in assignments(db, context.today, [sent.unit_id])}
    tasks = [codes[each] for each in sent.codes if each in codes]
    answers = {"unit": sent.unit_id, "tasks": tasks, "written": True, INSTEAD: sent.id, **changed}
    with transaction(db):
        dialog = dialogs.open_dialog(
            db, context.person.id, INFORMATION.kind, subject_id, subject_id, context.now, answers
        )
        copy_files_to_draft(db, sent.id, dialog.id, Owner.INFORMATION)
    is_changed = (changed["title"], changed["text"]) != (sent.title, sent.text)
    first = (texts.CHANGED_ANEW if is_changed else texts.OPENED_ANEW)(context.language)
    await begin(update, context, INFORMATION, subject_id, first=first)


def _put_right(sent: Information, said: str, language: Language) -> Answers:
    """Return the title and the text of a piece as a message changes them."""
    title = title_edited(sent.title, said, language)
    more = find_order(said, "information_orders.text_added")
    text = added_text(sent.text, more["more"]) if more is not None else article_put_right(sent.text, said)
    return {"title": checked_title(title or sent.title), "text": text or sent.text}


async def begin_with_kept_files(update: Update, context: Context) -> None:
    """Begin a piece with the files that wait for a report. Raises StaleButton if there are none."""
    if not waiting_files(context.db, context.person.id, context.now):
        raise StaleButton
    await _begin(update, context, {}, NOTHING)


async def _begin(update: Update, context: Context, answers: dict[str, Any], first: Html) -> None:
    """Begin a piece with the waiting files; if `answers` have no text, read it from the first readable file."""
    db, person_id, subject_id = context.db, context.person.id, update.update_id
    files = waiting_files(db, person_id, context.now)
    try:
        answers |= {} if "text" in answers else await _article(context, files, answers)
    except PartlyRead as partly:
        first = join([first, partly.kept, refusal(partly.why, context.language)])
    with transaction(db):
        dialog = dialogs.open_dialog(db, person_id, INFORMATION.kind, subject_id, subject_id, context.now, answers)
        take_in_waiting_files(db, person_id, dialog.id, context.now)
    await begin(update, context, INFORMATION, subject_id, first=first)


async def _article(context: Context, files: list[Attachment], answers: dict[str, Any]) -> dict[str, Any]:
    file = next((each for each in files if is_readable(each)), None)
    content = stored_content(context.db, file.id) if file else None
    if file is None or content is None:
        return {}
    return dict(await article_answers(file.name, content, answers, context.language))
