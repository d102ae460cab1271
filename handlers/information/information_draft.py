"""The piece of work information being written: its possible units, its text, its files, and the question for the tasks
to which it belongs."""

from dataclasses import dataclass

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, NotYours, needed
from data.people.people import Person
from data.plan.units import unit_name
from data.reporting.attachments import Attachment, Owner, attached_files
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, values_of
from handlers.dialog import Answers, PartlyRead, Question, Talk
from handlers.dialog.multiple_choice import MultipleChoice
from handlers.information.texts import submission as texts
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, labels, plain_word


@dataclass(frozen=True, slots=True)
class InformationDraft:
    """A piece of work information being written: the units it may be from, as (id, name), and its files."""

    units: tuple[tuple[int, str], ...]
    files: tuple[Attachment, ...]


def load_information_draft(context: Context, dialog: Dialog) -> InformationDraft:
    """Return the piece as far as it is written. Raises NotYours if the person speaks for no unit."""
    person: Person = context.person
    if not person.speaks_for:
        raise NotYours
    units = tuple((each, unit_name(context.db, each)) for each in person.speaks_for)
    return InformationDraft(units, tuple(attached_files(context.db, Owner.DRAFT, dialog.id)))


def sending_unit(talk: Talk[InformationDraft]) -> int:
    """Return the id of the unit that the piece is from. Raises NotYours if the person no longer speaks for it."""
    chosen = talk.answers.get("unit", talk.subject.units[0][0])
    if chosen not in dict(talk.subject.units):
        raise NotYours
    return int(chosen)


def drafted_text(talk: Talk[InformationDraft]) -> str:
    """Return the text so far."""
    return str(talk.answers.get("text") or "")


TASKS_A_PAGE = 8


def _own_tasks(talk: Talk[InformationDraft]) -> list[Assignment]:
    """Return the tasks of the unit: first those named in the text, then the others by urgency."""
    context, unit_id = talk.context, sending_unit(talk)
    said = hear(context, f"{talk.answers.get('title', '')}\n{drafted_text(talk)}"[:500])
    mentioned = {*values_of(said, Kind.CODE)}
    own = assignments(context.db, context.today, [unit_id])
    return sorted(own, key=lambda each: each.code not in mentioned)


NO_TASKS: Answers = {"tasks": None, "marked_tasks": None}
"""The answers while no task is picked, for example after the unit has changed."""
PICKED: MultipleChoice[InformationDraft] = MultipleChoice(
    "tasks",
    "marked_tasks",
    "task_page",
    lambda talk: [
        (f"task_{each.task_id}", each.task_id, f"{each.code} {each.title.said_in(talk.language)}")
        for each in _own_tasks(talk)
    ],
    TASKS_A_PAGE,
    nothing=labels.SKIP,
)


def picked_codes(talk: Talk[InformationDraft]) -> list[str]:
    """Return the codes of the tasks that are picked."""
    picked = PICKED.marked(talk)
    return [each.code for each in _own_tasks(talk) if each.task_id in picked] if picked else []


def _read_tasks(talk: Talk[InformationDraft], text: str) -> Answers:
    """Return the answers for the codes in a text. Raises PartlyRead for a task of another unit, keeping the others."""
    if plain_word(text) in texts.NO_TASK_SAID:
        return {"tasks": []}
    codes = needed(values_of(hear(talk.context, text), Kind.CODE), NoSuchAnswer(text.strip()))
    own = {each.code: each.task_id for each in _own_tasks(talk)}
    picked = list(dict.fromkeys([*PICKED.marked(talk), *(own[code] for code in codes if code in own)]))
    strange = [code for code in codes if code not in own]
    if strange and picked:
        raise PartlyRead({"marked_tasks": picked, "tasks": None}, NotYours(strange[0]), NOTHING)
    if strange:
        raise NotYours(strange[0])
    return {"tasks": picked}


TASKS: Question[InformationDraft] = Question(
    "tasks",
    label=texts.TASKS,
    put=lambda talk: texts.which_tasks(picked_codes(talk), talk.language),
    read=_read_tasks,
    buttons=PICKED.buttons,
    press=PICKED.press,
    preview_button="chosen",
    shown=picked_codes,
)
