"""报一条工作信息, declared: title, text in several messages, photos and files, tasks, a look, and it is submitted."""

from dataclasses import dataclass
from typing import Any

from telegram import Message

from data.dialogs import Change, Dialog
from data.errors import NoSuchAnswer, NotAFile, NotYours, StaleButton
from data.information.articles import article_in
from data.information.information import added_text, checked_title, sent_by, submit_information
from data.people.people import Person
from data.plan.units import unit_name
from data.reporting.attachments import Attachment, Owner, attach, attached_to, check_room, detach
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind
from handlers.dialog.declaration import Answers, Choices, Declaration, Ending, PartlyRead, Question, Talk
from handlers.dialog.texts import told_of
from handlers.information import keyboard as buttons
from handlers.information.article import article_answers, is_readable
from handlers.information.texts import submission as texts
from handlers.telegram import labels
from handlers.telegram.attachments import attachment_in, fetch, keys_of, named
from handlers.telegram.context import Context
from handlers.telegram.keyboards import in_rows
from handlers.telegram.understanding import hear, unit_named
from handlers.telegram.wording import Html, cut, html, join, series

OFFERED = 8
"""So many of the unit's tasks can be pressed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of work information that is being written: whose it may be, and what came with it."""

    units: tuple[tuple[int, str], ...]
    files: tuple[Attachment, ...]


def _load(context: Context, dialog: Dialog) -> Draft:
    person: Person = context.person
    if not person.speaks_for:
        raise NotYours
    units = tuple((each, unit_name(context.db, each)) for each in person.speaks_for)
    return Draft(units, tuple(attached_to(context.db, Owner.DRAFT, dialog.id)))


def _unit_id(talk: Talk[Draft]) -> int:
    """The unit that it is from. Raises NotYours where the person speaks for that no more."""
    chosen = talk.answers.get("unit", talk.subject.units[0][0])
    if chosen not in dict(talk.subject.units):
        raise NotYours
    return int(chosen)


def _read_unit(talk: Talk[Draft], text: str) -> Answers:
    unit = unit_named(talk.context, text)
    if unit.id not in dict(talk.subject.units):
        raise NotYours
    return {"unit": unit.id, "tasks": []}


def _press_unit(talk: Talk[Draft], value: str) -> Answers:
    unit_id = int(value.removeprefix("unit_")) if value.removeprefix("unit_").isdigit() else 0
    if unit_id not in dict(talk.subject.units):
        raise StaleButton
    return {"unit": unit_id, "tasks": []}


def _read_title(talk: Talk[Draft], text: str) -> Answers:
    """A title; of what has more lines than one the first, and the rest is text. So is one long line, where none is
    there yet."""
    article, is_one_line = article_in(text), "\n" not in text.strip()
    if talk.answers.get("written") or not article.text or (is_one_line and _text(talk)):
        return {"title": checked_title(text)}
    answers: dict[str, Any] = {"text": added_text(_text(talk), article.text)}
    return {**answers, "title": checked_title(article.title)} if article.title else answers


def _text(talk: Talk[Draft]) -> str:
    return str(talk.answers.get("text") or "")


def _put_text(talk: Talk[Draft]) -> Html:
    anew = talk.dialog.reopened_for is Change.ANEW
    return texts.text_asked(_text(talk), talk.subject.files, talk.language, anew=anew)


def _read_text(talk: Talk[Draft], text: str) -> Answers:
    """Until it is said to be all, each message adds to the text; then a new one takes its place, or is what is to be
    added. Raises InformationTooLong."""
    why, written = talk.dialog.reopened_for, talk.answers.get("written")
    if why is Change.ANEW:
        return {"text": added_text("", text), "written": None}
    if why is Change.BACK or not written:
        return {"text": added_text(_text(talk), text), "written": None}
    added_text(_text(talk) if why is Change.MORE else "", text)
    return {"text": text.strip()}


def _text_buttons(talk: Talk[Draft]) -> Choices:
    there = bool(_text(talk) or talk.subject.files) and not talk.answers.get("written")
    return [[(labels.GO_ON, "written")]] if there else []


def _press_text(talk: Talk[Draft], value: str) -> Answers:
    if value != "written" or not (_text(talk) or talk.subject.files):
        raise StaleButton
    return {"text": _text(talk), "written": True}


def _own_tasks(talk: Talk[Draft]) -> list[Assignment]:
    """The tasks of the unit, once each; first those that the text names, then the most urgent ones."""
    context, unit_id = talk.context, _unit_id(talk)
    said = hear(context, f"{talk.answers.get('title', '')}\n{_text(talk)}"[:500])
    mentioned = {each.values[0] for each in said.readings if each.kind is Kind.CODE}
    own = assignments(context.db, context.today, context.zone, [unit_id])
    return sorted(own, key=lambda each: each.code not in mentioned)


def _picked(talk: Talk[Draft]) -> list[int]:
    return list(talk.answers.get("tasks") or ())


def _codes(talk: Talk[Draft]) -> list[str]:
    """The codes of the tasks that are picked."""
    picked = _picked(talk)
    return [each.code for each in _own_tasks(talk) if each.task_id in picked] if picked else []


def _task_choices(talk: Talk[Draft]) -> Choices:
    own, picked = _own_tasks(talk), _picked(talk)
    shown = own[:OFFERED] + [each for each in own[OFFERED:] if each.task_id in picked]
    choices = [
        (buttons.of_task(each, talk.language, is_picked=each.task_id in picked), f"task_{each.task_id}")
        for each in shown
    ]
    return [*in_rows(choices, 2), [(labels.GO_ON if picked else labels.SKIP, "skip")]]


def _press_task(talk: Talk[Draft], value: str) -> Answers:
    picked = _picked(talk)
    if value == "skip":
        return {"tasks": picked, "tasked": True}
    number = int(value.removeprefix("task_")) if value.removeprefix("task_").isdigit() else 0
    if number not in (each.task_id for each in _own_tasks(talk)):
        raise StaleButton
    others = [each for each in picked if each != number]
    return {"tasks": others if number in picked else [*picked, number], "tasked": None}


def _read_tasks(talk: Talk[Draft], text: str) -> Answers:
    """The tasks whose codes are written; one of another unit is named, and the others are kept."""
    codes = [each.values[0] for each in hear(talk.context, text).readings if each.kind is Kind.CODE]
    if not codes:
        raise NoSuchAnswer(text.strip())
    own = {each.code: each.task_id for each in _own_tasks(talk)}
    picked = list(dict.fromkeys([*_picked(talk), *(own[code] for code in codes if code in own)]))
    strange = [code for code in codes if code not in own]
    if strange and picked:
        raise PartlyRead({"tasks": picked}, NotYours(strange[0]), Html(""))
    if strange:
        raise NotYours(strange[0])
    return {"tasks": picked, "tasked": True}


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


async def _take_file(talk: Talk[Draft], message: Message) -> Answers:
    """A photo or file; of a .docx the text is read where none is written yet, and it is kept all the same.

    Raises NotAFile, FileTooBig, TooManyFiles, FilesTooBig, and PartlyRead for one that cannot be read.
    """
    context, dialog, (_, key) = talk.context, talk.dialog, keys_of(message)
    found = attachment_in(message)
    if found is None:
        raise NotAFile
    check_room(context.db, dialog.id, context.person.id, found, key, context.now)
    content = await fetch(context, found)
    attach(context.db, dialog.id, context.person.id, named(found, _name_in(message)), content, key, context.now)
    caption = _caption_answers(talk, message)
    if content is None or not is_readable(found) or _text(talk) or "text" in caption:
        return caption
    return {**caption, **await article_answers(found.name, content, talk.answers, talk.language)}


def _name_in(message: Message) -> str:
    """What a caption names the file: one that is short enough to be a name."""
    caption = message.caption or ""
    return caption if "\n" not in caption and len(caption) <= 60 else ""


def _caption_answers(talk: Talk[Draft], message: Message) -> Answers:
    """A caption that is an article is taken as one; a shorter one only names its file."""
    caption = message.caption or ""
    if not caption or _name_in(message):
        return {}
    return _read_text(talk, caption) if "title" in talk.answers else _read_title(talk, caption)


def _preview(talk: Talk[Draft]) -> Html:
    unit = dict(talk.subject.units)[_unit_id(talk)]
    return texts.preview(unit, talk.answers["title"], _text(talk), _codes(talk), talk.subject.files, talk.language)


def _finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    answers, person = dialog.answers, context.person
    unit_id = int(answers.get("unit") or (person.speaks_for or (0,))[0])
    sent = submit_information(
        context.db,
        person,
        dialog.id,
        unit_id,
        answers["title"],
        answers.get("text") or "",
        answers.get("tasks") or (),
        context.now,
        said_in,
    )
    counts = sent_by(context.db, [sent.unit_id])
    return Ending(texts.done(counts, context.language), buttons.submitted(sent.id, context.language))


def _begun(context: Context, dialog: Dialog) -> bool:
    written = any(dialog.answers.get(key) for key in ("title", "text"))
    return written or bool(attached_to(context.db, Owner.DRAFT, dialog.id))


def _told(context: Context, dialog: Dialog, why: Html) -> Html:
    written = [dialog.answers.get(key) or "" for key in ("title", "text")]
    return told_of(why, join([html(cut(each, 1800)) for each in written]), context.language)


INFORMATION: Declaration[Draft] = Declaration(
    kind="information",
    load=_load,
    questions=(
        Question(
            "unit",
            label=texts.UNIT,
            put=lambda talk: texts.WHICH_UNIT(talk.language),
            read=_read_unit,
            buttons=lambda talk: in_rows([(name, f"unit_{each}") for each, name in talk.subject.units], 1),
            press=_press_unit,
            asked=lambda talk: len(talk.subject.units) > 1,
            shown=lambda talk: html(dict(talk.subject.units).get(talk.answers.get("unit", 0), "")),
        ),
        Question(
            "title",
            label=texts.TITLE,
            put=lambda talk: texts.title_asked(_text(talk), talk.subject.files, talk.language),
            read=_read_title,
            shown=lambda talk: html(cut(talk.answers.get("title", ""), 60)),
            free=True,
            verbatim=True,
        ),
        Question(
            "text",
            label=texts.TEXT,
            put=_put_text,
            read=_read_text,
            buttons=_text_buttons,
            press=_press_text,
            answered=lambda talk: bool(talk.answers.get("written")),
            shown=lambda talk: texts.length_of(_text(talk), talk.language) if talk.answers.get("written") else Html(""),
            free=True,
            verbatim=True,
            files=True,
        ),
        Question(
            "tasks",
            label=texts.TASKS,
            put=lambda talk: texts.tasks_asked(_codes(talk), talk.language),
            read=_read_tasks,
            buttons=_task_choices,
            press=_press_task,
            answered=lambda talk: bool(talk.answers.get("tasked")),
            shown=lambda talk: html(series(_codes(talk), talk.language)),
        ),
        Question(
            "files",
            label=texts.FILES,
            put=lambda talk: texts.files_asked(talk.subject.files, talk.language),
            read=_no_words,
            buttons=_file_choices,
            press=_press_file,
            asked=lambda talk: bool(talk.subject.files),
            answered=lambda talk: True,
            files=True,
            ways=False,
        ),
    ),
    preview=_preview,
    finish=_finish,
    file=_take_file,
    waits=lambda context, dialog: texts.WAITS(context.language),
    told=_told,
    begun=_begun,
)
"""A piece of work information that a unit writes."""
