"""The import of a plan file, declared: doubtful units, whether it is a new plan, what was changed in the chat, a look
at what is new, changed and gone, and 确认导入."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import ButtonsOnly, StaleButton
from data.office.change_record import change_made
from data.office.events import day_of_event
from data.office.plan_import import Proposal, propose, take_over
from data.plan.files.plan import PlanReading
from data.plan.plan import Plan, all_plans, known_plan
from data.plan.readings import PlanFile, find_reading, issued_on, names_in_doubt, with_units
from data.standing.assignments import count_tasks
from data.store import Database
from handlers.dialog.declaration import Answers, Choices, Declaration, Ending, Question, Talk
from handlers.dialog.opening import begin
from handlers.office import keyboard as buttons
from handlers.office.texts import plan_import as texts
from handlers.telegram.callbacks import day_in
from handlers.telegram.context import Context
from handlers.telegram.days import day_text
from handlers.telegram.keyboards import menu
from handlers.telegram.sending import answer
from handlers.telegram.understanding import unit_named
from handlers.telegram.wording import Html, cut, fitting, html, join, plain

MOST_SHOWN = 2500
"""Longer differences come as a file as well."""


@dataclass
class Import:
    """A file that is to be imported, and the plan that is there; what it would do is worked out once."""

    db: Database
    file: PlanFile
    present: Plan | None
    proposals: dict[str, Proposal] = field(default_factory=dict)

    @property
    def in_doubt(self) -> dict[str, tuple[str, ...]]:
        """The units of the file that resemble known ones."""
        return names_in_doubt(self.file.reading)

    def reading(self, answers: Answers) -> PlanReading:
        """The file with the units that are meant, counted from its day of issue."""
        reading = with_units(self.file.reading, answers.get("units", {}))
        issued = answers.get("issued")
        return issued_on(reading, date.fromisoformat(issued)) if issued else reading

    def proposal(self, answers: Answers) -> Proposal:
        """What importing would do, as far as it is answered."""
        new, wins = is_new(self, answers), answers.get("holds") == "file"
        key = f"{new} {wins} {answers.get('units')} {answers.get('issued')}"
        if key not in self.proposals:
            self.proposals[key] = propose(self.db, self.reading(answers), new_plan=new, file_wins=wins)
        return self.proposals[key]


def is_new(subject: Import, answers: Answers) -> bool:
    """Whether the file becomes a plan of its own in the place of another."""
    return subject.present is not None and answers.get("as") == "new"


async def begin_import(update: Update, context: Context, file: PlanFile) -> None:
    """Begin the import of a file that has been read; long differences are sent as a text, too. A file that says what
    the plan says, or nothing, is answered so."""
    subject = Import(context.db, file, known_plan(context.db))
    proposal = subject.proposal({})
    changes = proposal.changes
    if not file.reading.rows:
        return
    if subject.present and not (changes.new or changes.changed or changes.gone or proposal.kept):
        await _say_same(update, context)
        return
    lines = texts.difference_lines(proposal, context.language)
    apart = subject.present is not None and proposal.loss is None and len("\n".join(lines)) > MOST_SHOWN
    if apart:
        await _send_differences(update, context, plain(join(lines)))
    await begin(update, context, IMPORT, file.id, answers={"apart": apart})


async def _say_same(update: Update, context: Context) -> None:
    assert update.effective_chat is not None
    await context.bot.send_message(update.effective_chat.id, texts.NOTHING_DIFFERS(context.language))


async def _send_differences(update: Update, context: Context, text: str) -> None:
    assert update.effective_chat is not None
    content = io.BytesIO(text.encode("utf-8-sig"))
    name = plain(texts.DIFFERENCES(context.language))
    await context.bot.send_document(update.effective_chat.id, content, filename=name)


def _load(context: Context, dialog: Dialog) -> Import:
    context.check_office()
    return Import(context.db, find_reading(context.db, dialog.subject_id), known_plan(context.db))


def _units_left(talk: Talk[Import]) -> list[str]:
    return [name for name in talk.subject.in_doubt if name not in talk.answers.get("units", {})]


def _which_unit(talk: Talk[Import]) -> Html:
    left = _units_left(talk) or list(talk.subject.in_doubt)
    return texts.WHICH_UNIT(talk.language, name=left[0], left=len(left))


def _guesses(talk: Talk[Import]) -> Choices:
    """The units that a name resembles, and that it is a new one."""
    [name, *_] = _units_left(talk) or list(talk.subject.in_doubt)
    near = [[(unit, f"n{number}")] for number, unit in enumerate(talk.subject.in_doubt[name])]
    return [*near, [(plain(texts.A_NEW_UNIT(talk.language, name=cut(name, 30))), "new")]]


def _meant(talk: Talk[Import], unit: str | None) -> Answers:
    [name, *_] = _units_left(talk) or list(talk.subject.in_doubt)
    return {"units": {**talk.answers.get("units", {}), name: unit or name}}


def _press_unit(talk: Talk[Import], value: str) -> Answers:
    [name, *_] = _units_left(talk) or list(talk.subject.in_doubt)
    near, number = talk.subject.in_doubt[name], value.removeprefix("n")
    if value == "new":
        return _meant(talk, None)
    if not number.isdecimal() or int(number) >= len(near):
        raise StaleButton
    return _meant(talk, near[int(number)])


def _units_shown(talk: Talk[Import]) -> Html:
    said: Mapping[str, str] = talk.answers.get("units", {})
    lines = [texts.UNIT_LINE(talk.language, name=name, unit=unit) for name, unit in said.items() if name != unit]
    return join(lines)


def _too_many_gone(talk: Talk[Import]) -> bool:
    if talk.subject.present is None:
        return False
    return talk.answers.get("as") == "new" or talk.subject.proposal(talk.answers).loss is not None


def _same_or_new(talk: Talk[Import]) -> Html:
    loss = talk.subject.proposal({**talk.answers, "as": None}).loss
    assert loss is not None
    tasks = texts.named(loss.gone, talk.language)
    return texts.MOST_GONE(talk.language, present=loss.present, gone=len(loss.gone), tasks=tasks)


def _differs_from_chat(talk: Talk[Import]) -> bool:
    return not is_new(talk.subject, talk.answers) and bool(talk.subject.proposal(talk.answers).kept)


def _chat_or_file(talk: Talk[Import]) -> Html:
    kept = talk.subject.proposal(talk.answers).kept
    return texts.CHAT_OR_FILE(talk.language, count=len(kept), tasks=texts.changes(kept, talk.language))


def _buttons_only(talk: Talk[Import], text: str) -> Answers:
    raise ButtonsOnly


def _is_another(talk: Talk[Import]) -> bool:
    return talk.subject.present is None or is_new(talk.subject, talk.answers)


def _proposed_title(talk: Talk[Import]) -> str:
    file = talk.subject.file
    return file.reading.title or file.name.rpartition(".")[0]


def _title(subject: Import, answers: Answers) -> str:
    title = answers.get("title")
    return str(title or (subject.present.title if subject.present else subject.file.name))


def _issued(subject: Import, answers: Answers, today: date) -> date:
    if issued := answers.get("issued"):
        return date.fromisoformat(issued)
    return subject.present.issued if subject.present else today


def _preview(talk: Talk[Import]) -> Html:
    subject, answers = talk.subject, talk.answers
    archived = subject.present.title if subject.present and is_new(subject, answers) else ""
    wins, apart = answers.get("holds") == "file", bool(answers.get("apart"))
    proposal, issued = subject.proposal(answers), _issued(subject, answers, talk.context.today)
    title, first = _title(subject, answers), subject.present is None
    return fitting(
        lambda most: texts.preview(proposal, title, issued, archived, first, wins, apart, talk.language, most)
    )


def _finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    source, answers = f"dialog:{dialog.id}", dialog.answers
    done = change_made(context.db, source)
    if done is None:
        subject = _load(context, dialog)
        done = take_over(
            context.db,
            context.person,
            subject.reading(answers),
            _title(subject, answers),
            _issued(subject, answers, context.today),
            subject.file.name,
            source,
            context.now,
            context.zone,
            new_plan=is_new(subject, answers),
            file_wins=answers.get("holds") == "file",
            said_in=said_in,
        )
    plan = known_plan(context.db)
    text = texts.IMPORTED(context.language, title=plan.title if plan else "", tasks=count_tasks(context.db))
    return Ending(text, buttons.undo_import(done, context.language))


async def _say_what_is_next(update: Update, context: Context, dialog: Dialog) -> None:
    """After the first plan of all: who is to come in, and the words at the foot of the chat that fit now."""
    if "title" in dialog.answers and len(all_plans(context.db)) == 1:
        await answer(update, context, texts.NEXT(context.language), menu(context.person, context.language))


def _waits(context: Context, dialog: Dialog) -> Html:
    return texts.WAITS(context.language, name=cut(find_reading(context.db, dialog.subject_id).name, 60))


def _question(key: str, **details: Any) -> Question[Import]:
    return Question(key, **details)


IMPORT: Declaration[Import] = Declaration(
    kind="import",
    load=_load,
    questions=(
        _question(
            "units",
            label=texts.UNIT,
            put=_which_unit,
            read=lambda talk, text: _meant(talk, unit_named(talk.context, text).name),
            buttons=_guesses,
            press=_press_unit,
            asked=lambda talk: bool(talk.subject.in_doubt),
            answered=lambda talk: not _units_left(talk),
            shown=_units_shown,
        ),
        _question(
            "as",
            label=texts.SAME_OR_NEW,
            put=_same_or_new,
            read=_buttons_only,
            buttons=lambda talk: [[(texts.AS_NEW, "new")]],
            asked=_too_many_gone,
            shown=lambda talk: texts.AS_NEW(talk.language),
        ),
        _question(
            "title",
            label=texts.TITLE,
            put=lambda talk: texts.WHICH_TITLE(talk.language),
            read=lambda talk, text: {"title": cut(text.strip(), 120)},
            buttons=lambda talk: [[(cut(_proposed_title(talk), 60), "proposed")]],
            press=lambda talk, value: {"title": _proposed_title(talk)},
            asked=_is_another,
            shown=lambda talk: html(cut(talk.answers.get("title", ""), 60)),
        ),
        _question(
            "issued",
            label=texts.ISSUED,
            put=lambda talk: texts.WHICH_ISSUED(talk.language),
            read=lambda talk, text: {"issued": str(day_of_event(text, talk.context.today, needed=True))},
            buttons=lambda talk: [[(texts.TODAY, f"{talk.context.today:%Y%m%d}")]],
            press=lambda talk, value: {"issued": str(day_in(value))},
            asked=_is_another,
            shown=lambda talk: html(day_text(_issued(talk.subject, talk.answers, talk.context.today), talk.language)),
        ),
        _question(
            "holds",
            label=texts.OF_THE_CHAT,
            put=_chat_or_file,
            read=_buttons_only,
            buttons=lambda talk: [[(texts.CHAT_HOLDS, "chat")], [(texts.FILE_HOLDS, "file")]],
            asked=_differs_from_chat,
            shown=lambda talk: (texts.FILE_HOLDS if talk.answers.get("holds") == "file" else texts.CHAT_HOLDS)(
                talk.language
            ),
        ),
    ),
    preview=_preview,
    submit=texts.IMPORT,
    finish=_finish,
    waits=_waits,
    afterwards=_say_what_is_next,
)
"""The import of a plan file, declared."""
