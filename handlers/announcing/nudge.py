"""催办, declared: which tasks, words of one's own, a look at what people will read, and it goes out, at once or at a
time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Update

from data.announcing.addressees import addressed, asks_for_letters
from data.announcing.nudges import Nudging, nudging, overdue_and_silent, to_ask_of
from data.announcing.nudging_times import only_asks
from data.announcing.tasks_to_nudge import narrowed, says_only_how, tasks_asked_for
from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton, TextMissing
from data.errors.announcing import NobodyToNudge, NothingToNudge, NotTheirTask, NudgedAlready, TimeGone
from data.plan.plan import current_plan
from data.plan.tasks import code_of
from data.standing.assignments import Assignment, assignment_by_id, assignments
from data.understanding import Aim, Understanding
from handlers.announcing import keyboard
from handlers.announcing.drafted import time_answered
from handlers.announcing.nudge_parts import (
    NUDGING_TIME,
    OWN_WORDS,
    Answered,
    check_part,
    go_out,
    part_answers,
    parts_said,
    send_parts,
    shown_parts,
    without_manner,
)
from handlers.announcing.reminder_letters import send_letter, show_units
from handlers.announcing.texts import nudge as texts
from handlers.dialog.declaration import Answers, Choices, Declaration, Ending, PartlyRead, Question, Talk
from handlers.dialog.opening import begin
from handlers.dialog.words import AGREED
from handlers.telegram import labels
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.understanding import hear, unit_named
from handlers.telegram.undo_button import with_undo
from handlers.telegram.wording import Html, cut, html, plain_word

MOST_UNITS, FEW = 40, 4
COMMANDED = 0
"""What a nudge begun by the command is about; one begun by a sentence or a button is about that update."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What would be asked for now, and what is overdue and silent, of all units."""

    found: Nudging
    silent: Sequence[Assignment]


async def nudge_command(update: Update, context: Context) -> None:
    """/nudge: ask which tasks; with a unit behind it, what there is to ask of that. Raises NoPlan,
    UnknownUnit and NothingToNudge."""
    current_plan(context.db)
    if asks_for_letters((update.message and update.message.text) or ""):
        await show_units(update, context)
        return
    if not context.args:
        await begin(update, context, NUDGE, COMMANDED)
        return
    meaning = hear(context, " ".join(context.args))
    found = tasks_asked_for(context.db, meaning, context.now, context.zone)
    if found is None:
        unit = unit_named(context, " ".join(context.args))
        found = to_ask_of(context.db, [unit.id], context.now, context.zone)
    await _begin(update, context, found)


async def nudge_said(update: Update, context: Context, meaning: Understanding) -> None:
    """催一下农业局29-4，请周五前报, or 今天先催农业局，明天催海关: begin with what a sentence names. Raises a Refusal
    where it cannot be asked for."""
    if asks_for_letters(meaning.text):
        await _letters_said(update, context, meaning)
        return
    said = (update.message and update.message.text) or ""
    if text := without_manner(context, said):
        meaning = meaning if text == said else hear(context, text)
    parts = parts_said(context, text or said, meaning)
    first = texts.POLITE(context.language) if text != said else Html("")
    if named := [each for each in parts if each["which"]]:
        await _begin_parts(update, context, named, first)
    else:
        await begin(update, context, NUDGE, COMMANDED, answers={name: parts[0][name] for name in ("at", "at_day")})


async def nudge_ordered(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence of the office says only whom to ask, for what and when, whatever else it is heard as; then it
    is begun. Raises as `nudge_said` does."""
    if not context.person.is_coordinator or not only_asks(meaning):
        return False
    await nudge_said(update, context, meaning)
    return True


async def _letters_said(update: Update, context: Context, meaning: Understanding) -> None:
    """The letter to a unit that is named, else the units to which one could be written. Raises NothingToNudge."""
    units = addressed(context.db, meaning).unit_ids
    if len(units) == 1:
        await send_letter(update, context, units[0])
    else:
        await show_units(update, context)


async def press(update: Update, context: Context) -> None:
    """催办 below a task, or a report that does not come. Raises StaleButton for what is gone."""
    assert update.callback_query is not None
    way, number = unpack(update.callback_query.data).arguments
    found = _pressed(context, way, int(number))
    if not found:
        raise StaleButton
    await _begin(update, context, found)


async def _begin(update: Update, context: Context, found: Sequence[Assignment]) -> None:
    """Straight to the preview: what is asked for is known. Raises NudgedAlready, NobodyToNudge and NothingToNudge."""
    await _begin_parts(update, context, [part_answers(found)])


async def _begin_parts(update: Update, context: Context, parts: Sequence[Answered], note: Html | None = None) -> None:
    """The same of what may go out at several times, and in the office's own words; a `note` stands above."""
    for each in parts:
        check_part(context, each)
    first, *later = parts
    await begin(update, context, NUDGE, update.update_id, answers={**first, "later": later}, first=note or Html(""))


def _pressed(context: Context, way: str, number: int) -> list[Assignment]:
    if way == "one":
        one = assignment_by_id(context.db, number, context.today, context.zone)
        return [one] if one and not one.finished else []
    found = assignments(context.db, context.today, context.zone, code=code_of(context.db, number))
    return [each for each in found if each.id is not None and not each.finished]


def _load(context: Context, dialog: Dialog) -> Asking:
    context.check_office()
    moment = time_answered(dialog.answers) or context.now
    found = nudging(context.db, dialog.answers.get("which") or (), moment, context.zone)
    return Asking(found, overdue_and_silent(context.db, context.now, context.zone))


def _which(talk: Talk[Asking]) -> Html:
    return texts.which(bool(talk.subject.silent), talk.language)


def _choices(talk: Talk[Asking]) -> Choices:
    """All that is overdue and silent, or that of one unit; in the order of the plan, for this is no ranking."""
    silent, language = talk.subject.silent, talk.language
    units = Counter((each.unit_id or 0, each.unit or "") for each in silent)
    of_units = [
        (str(texts.OF_UNIT(language, unit=cut(name, 24), count=count)), f"unit_{unit_id}")
        for (unit_id, name), count in sorted(units.items())
    ]
    everything = [(str(texts.ALL_SILENT(language, count=len(silent))), "silent")] if silent else []
    rows = [of_units[start : start + 2] for start in range(0, min(len(of_units), MOST_UNITS), 2)]
    return [everything, *rows, [keyboard.papers(talk.language)]]


def _press(talk: Talk[Asking], value: str) -> Answers:
    way, _, number = value.partition("_")
    silent = talk.subject.silent
    if way == "unit" and number.isdigit():
        silent = [each for each in silent if each.unit_id == int(number)]
    elif value != "silent":
        raise StaleButton
    return _ids(talk, silent)


def _read(talk: Talk[Asking], text: str) -> Answers:
    context = talk.context
    if plain_word(text) in AGREED:
        raise NoSuchAnswer(text.strip())
    found = tasks_asked_for(context.db, hear(context, text), context.now, context.zone)
    if found is None:
        raise TextMissing
    return _ids(talk, found)


def _change(talk: Talk[Asking], text: str) -> Answers:
    """Fewer tasks, where a text at the preview takes some out or wants no others; other tasks, where it asks to nudge
    for them."""
    meaning = hear(talk.context, text)
    if says_only_how(meaning):
        return {"words": talk.answers.get("words", "")}
    if (left := narrowed(talk.context.db, meaning, talk.subject.found.asked)) is not None:
        return _ids(talk, left)
    if meaning.aim is not Aim.NUDGE:
        return {}
    try:
        return _parts_instead(talk.context, text, meaning)
    except (NothingToNudge, NobodyToNudge, NudgedAlready, NotTheirTask, TimeGone) as why:
        raise PartlyRead({}, why, Html("")) from why


def _parts_instead(context: Context, text: str, meaning: Understanding) -> Answers:
    """What a sentence asks for. Raises TextMissing where it names nothing, and what check_part raises."""
    named = [each for each in parts_said(context, text, meaning) if each["which"]]
    if not named:
        raise TextMissing
    for each in named:
        check_part(context, each)
    first, *later = named
    return {**first, "later": later}


def _ids(talk: Talk[Asking], found: Sequence[Assignment]) -> Answers:
    ids = [each.id for each in found if each.id is not None]
    check_part(talk.context, {**talk.answers, "which": ids})
    return {"which": ids}


def _shown(talk: Talk[Asking]) -> Html:
    codes = dict.fromkeys(each.code for each in talk.subject.found.asked)
    return html(cut("、".join(codes), 60))


def _preview(talk: Talk[Asking]) -> Html:
    return texts.preview(shown_parts(talk.context, talk.answers), talk.context.today, talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = list(send_parts(context, dialog))
    units = {each.unit_id or 0: each.unit or "" for part in done for each in part.found.asked}
    rows = [[keyboard.paper(unit_id, name, context.language)] for unit_id, name in units.items()]
    letters = rows if len(rows) <= FEW else [[keyboard.papers(context.language)]]
    return Ending(texts.sent(done, context.today, context.language), with_undo(context, letters))


NUDGE: Declaration[Asking] = Declaration(
    kind="nudge",
    load=_load,
    questions=(
        Question(
            "which",
            label=texts.WHICH,
            put=_which,
            read=_read,
            change=_change,
            changed_surely=True,
            buttons=_choices,
            press=_press,
            answered=lambda talk: bool(talk.answers.get("which")),
            shown=_shown,
        ),
        OWN_WORDS,
        NUDGING_TIME,
    ),
    preview=_preview,
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=lambda context, dialog: texts.WAITS(context.language),
    cancel_question=lambda context, dialog: texts.CANCEL_QUESTION(context.language),
    once=True,
    afterwards=go_out,
)
