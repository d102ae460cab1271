"""报一条工作信息, declared: title, text in several messages, photos and files, tasks, a look, and it is submitted."""

from data.dialogs import Dialog
from data.errors import NotYours
from data.information.information import sent_by, submit_information
from data.reporting.attachments import Owner, attached_to
from handlers.dialog import Answers, Choices, Declaration, Ending, Question, Talk, told_of
from handlers.information import keyboard as buttons
from handlers.information.attached_files import FILES, take_file
from handlers.information.drafted_information import Draft, load_draft, text_of, unit_of
from handlers.information.related_tasks import TASKS, codes_of
from handlers.information.texts import submission as texts
from handlers.information.title_and_text import TEXT, TITLE
from handlers.telegram import Context, Html, cut, html, join, unit_named


def _read_unit(talk: Talk[Draft], text: str) -> Answers:
    unit = unit_named(talk.context, text)
    if unit.id not in dict(talk.subject.units):
        raise NotYours
    return {"unit": unit.id, "tasks": []}


def _units(talk: Talk[Draft]) -> Choices:
    return [[(name, f"unit_{each}", {"unit": each, "tasks": []})] for each, name in talk.subject.units]


def _preview(talk: Talk[Draft]) -> Html:
    unit = dict(talk.subject.units)[unit_of(talk)]
    return texts.preview(unit, talk.answers["title"], text_of(talk), codes_of(talk), talk.subject.files, talk.language)


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
    load=load_draft,
    questions=(
        Question(
            "unit",
            label=texts.UNIT,
            put=texts.WHICH_UNIT,
            read=_read_unit,
            buttons=_units,
            asked=lambda talk: len(talk.subject.units) > 1,
            shown=lambda talk: html(dict(talk.subject.units).get(talk.answers.get("unit", 0), "")),
        ),
        TITLE,
        TEXT,
        TASKS,
        FILES,
    ),
    preview=_preview,
    finish=_finish,
    file=take_file,
    waits=texts.WAITS,
    told=_told,
    begun=_begun,
)
"""A piece of work information that a unit writes."""
