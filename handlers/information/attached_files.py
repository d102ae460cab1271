"""The photos and files of work information: taken at any question, and taken out again."""

from telegram import Message

from data.errors import NoSuchAnswer
from data.errors.announcing import NotAFile
from data.information.articles import added_text
from data.reporting.attachments import attach, detach
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.information.article import article_answers, is_readable
from handlers.information.drafted_information import Draft, text_of
from handlers.information.texts import submission as texts
from handlers.information.title_and_text import read_title
from handlers.telegram import file_list, in_rows, labels
from handlers.telegram.attachments import attachment_in, keys_of, named, take

LONGEST_NAME = 60
"""A longer caption, or one of several lines, is an article."""


async def take_file(talk: Talk[Draft], message: Message) -> Answers:
    """A photo or file; of a .docx the text is read where none is written yet, and it is kept all the same.

    Raises NotAFile, a FileRefused, and PartlyRead for one that cannot be read.
    """
    context, dialog, (_, key) = talk.context, talk.dialog, keys_of(message)
    found = attachment_in(message)
    if found is None:
        raise NotAFile
    content = await take(context, dialog.id, found, key)
    attach(context.db, dialog.id, context.person.id, named(found, _name_in(message)), content, key, context.now)
    caption = _caption_answers(talk, message)
    if content is None or not is_readable(found) or text_of(talk) or "text" in caption:
        return caption
    return {**caption, **await article_answers(found.name, content, talk.answers, talk.language)}


def _name_in(message: Message) -> str:
    """What a caption names the file: one that is short enough to be a name."""
    caption = message.caption or ""
    return caption if "\n" not in caption and len(caption) <= LONGEST_NAME else ""


def _caption_answers(talk: Talk[Draft], message: Message) -> Answers:
    """A caption that is an article is taken as one, or added to what is written; a shorter one only names its file."""
    caption = message.caption or ""
    if not caption or _name_in(message):
        return {}
    if "title" in talk.answers:
        return {"text": added_text(text_of(talk), caption)}
    return read_title(talk, caption)


def _file_choices(talk: Talk[Draft]) -> Choices:
    remove = [(f"✕ {number}", f"remove_{file.id}") for number, file in enumerate(talk.subject.files, 1)]
    return [*in_rows(remove, 5), [(labels.GO_ON, "done")]]


def _press_file(talk: Talk[Draft], value: str) -> Answers | None:
    if value.startswith("remove_") and value.removeprefix("remove_").isdigit():
        detach(talk.context.db, talk.dialog.id, int(value.removeprefix("remove_")))
        return None
    return {}


def _no_words(talk: Talk[Draft], text: str) -> Answers:
    raise NoSuchAnswer(text.strip())


FILES: Question[Draft] = Question(
    "files",
    label=texts.FILES,
    put=lambda talk: texts.WHICH_FILES(talk.language, files=file_list(talk.subject.files, talk.language)),
    read=_no_words,
    buttons=_file_choices,
    press=_press_file,
    asked=lambda talk: bool(talk.subject.files),
    answered=lambda talk: True,
    files=True,
    ways=False,
    goes_on="done",
)
