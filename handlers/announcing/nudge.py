"""催办, declared: which tasks, words of one's own, a look at what people will read, and it goes out, at once or at a
time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.announcing.addressees import asks_for_letters
from data.announcing.nudges import Nudging, nudging, overdue_and_silent
from data.announcing.tasks_to_nudge import checked_own_words, narrowed, says_only_how, spared
from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton, TextMissing
from data.errors import announcing as errors
from data.standing.assignments import Assignment
from data.understanding import Aim, Mood, Understanding
from handlers.announcing import keyboard, nudge_parts
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.texts import nudge as texts
from handlers.dialog import AGREED, Answers, Choices, Declaration, Ending, LeavesNothing, PartlyRead, Question, Talk
from handlers.telegram import Context, Html, cut, hear, html, labels, plain_word, with_undo

MOST_UNITS, FEW = 40, 4
OF_OTHERS = (
    *(Aim.INVITE, Aim.BROADCAST, Aim.PEOPLE, Aim.REPORT, Aim.PLAN, Aim.REVIEW, Aim.EXPORT, Aim.SETTINGS),
    *(Aim.RETURNS, Aim.INFO),
)
"""What no answer to the question whom to nudge aims at, whatever units it names."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What would be asked for now, and what is overdue and silent, of all units."""

    found: Nudging[Assignment]
    silent: Sequence[Assignment]


def _load(context: Context, dialog: Dialog) -> Asking:
    moment = time_answered(dialog.answers) or context.now
    found = nudging(context.db, dialog.answers.get("which") or (), moment)
    return Asking(found, overdue_and_silent(context.db, context.now))


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
    meaning = hear(context, text)
    if Mood.ASKS in meaning.moods or meaning.aim in OF_OTHERS or asks_for_letters(text):
        raise errors.NamesNothingToNudge(text.strip())
    if (out := spared(context.db, meaning, talk.subject.silent)) is not None:
        return _left(talk, out)
    try:
        said = _parts_instead(context, text, meaning)
    except TextMissing:
        raise errors.NamesNothingToNudge(text.strip()) from None
    return {name: value for name, value in said.items() if value}


def _change(talk: Talk[Asking], text: str) -> Answers:
    """Fewer tasks, where a text at the preview takes some out or wants no others; other tasks, where it asks to nudge
    for them."""
    meaning = hear(talk.context, text)
    if asks_for_letters(text):
        return {}
    if says_only_how(meaning):
        return {"words": talk.answers.get("words", "")}
    if (fewer := _narrowed(talk, meaning)) is not None:
        return fewer
    if meaning.aim is not Aim.NUDGE:
        return {}
    try:
        return _parts_instead(talk.context, text, meaning)
    except (
        errors.NothingToNudge,
        errors.NobodyToNudge,
        errors.NudgedAlready,
        errors.NotTheirTask,
        errors.TimeGone,
    ) as why:
        raise PartlyRead({}, why, Html("")) from why


def _read_words(talk: Talk[Asking], text: str) -> Answers:
    """Words of one's own, unless they take out some of what is asked for: nobody is told not to be asked."""
    fewer = _narrowed(talk, hear(talk.context, text))
    return fewer if fewer is not None else {"words": checked_own_words(text)}


def _narrowed(talk: Talk[Asking], meaning: Understanding) -> Answers | None:
    left = narrowed(talk.context.db, meaning, talk.subject.found.asked)
    return None if left is None else _left(talk, left)


def _left(talk: Talk[Asking], left: Sequence[Assignment]) -> Answers:
    """What is left of the tasks. Raises LeavesNothing."""
    if not left:
        raise LeavesNothing
    return _ids(talk, left)


def _parts_instead(context: Context, text: str, meaning: Understanding) -> Answers:
    """What a sentence asks for. Raises TextMissing where it names nothing, and what check_part raises."""
    named = [each for each in nudge_parts.parts_said(context, text, meaning) if each["which"]]
    if not named:
        raise TextMissing
    for each in named:
        nudge_parts.check_part(context, each)
    first, *later = named
    return {**first, "later": later}


def _ids(talk: Talk[Asking], found: Sequence[Assignment]) -> Answers:
    ids = [each.id for each in found if each.id is not None]
    nudge_parts.check_part(talk.context, {**talk.answers, "which": ids})
    return {"which": ids}


def _shown(talk: Talk[Asking]) -> Html:
    codes = dict.fromkeys(each.code for each in talk.subject.found.asked)
    return html(cut("、".join(codes), 60))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = list(nudge_parts.send_parts(context, dialog))
    units = {each.unit_id or 0: each.unit or "" for part in done for each in part.found.asked}
    rows = [[keyboard.paper(unit_id, name, context.language)] for unit_id, name in units.items()]
    letters = rows if len(rows) <= FEW else [[keyboard.papers(context.language)]]
    return Ending(texts.sent(done, context.today, context.language), with_undo(context, letters))


NUDGE: Declaration[Asking] = Declaration(
    kind="nudge",
    office=True,
    load=_load,
    questions=(
        Question(
            "which",
            label=texts.WHICH,
            put=lambda talk: texts.which(bool(talk.subject.silent), talk.language),
            read=_read,
            change=_change,
            changed_surely=True,
            buttons=_choices,
            press=_press,
            shown=_shown,
        ),
        replace(nudge_parts.OWN_WORDS, read=_read_words),
        nudge_parts.NUDGING_TIME,
    ),
    preview=lambda talk: texts.preview(
        [nudge_parts.shown(talk.context, each) for each in nudge_parts.parts_of(talk.answers)],
        talk.context.today,
        talk.language,
    ),
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=texts.WAITS,
    cancel_question=texts.CANCEL_QUESTION,
    once=True,
    afterwards=nudge_parts.go_out,
)
