"""Changes in words at the preview of several reports: correcting one, or leaving it out."""

from collections.abc import Sequence
from dataclasses import replace

from data import dialogs
from data.reporting import batches
from data.reporting.answers import percent_so_far
from data.reporting.drafts import Step
from data.reporting.forms import Form
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says
from data.understanding.dialog.turns import TurnMeaning, agrees, hear_turn
from data.understanding.entities.figure_names import names_in
from data.understanding.lines_named import LinesMeant, NamedLine, count_of_all, lines_meant, said_of_each
from data.understanding.normalise.sentence import CLAUSE, normalise
from data.understanding.reporting.all_but import all_at
from data.understanding.sureness import RATHER_SURE, VERY_SURE
from handlers.dialog import PREVIEW, Answers, SaysMore
from handlers.dialog.changes import MOST_CLAUSES
from handlers.dialog.words import SKIPS
from handlers.reporting.changes_in_words import answers_changed_by, answers_without
from handlers.reporting.drafts import WaitingReport
from handlers.reporting.statements import draft_answers_with
from handlers.reporting.turn import Turn
from handlers.telegram import Context, hear, plain_word

CHANGES = "changes"
"""The key of the answer that counts the changes, so that each of them changes the batch's own answers."""
REMOVED = "removed"
"""The key of the answer with the codes of the tasks that were left out last."""
UNTAKEN = "untaken"
"""The key of the answer with the last text, if it said more than was corrected."""


def change_waiting_reports(context: Context, waiting: list[WaitingReport], text: str, before: Answers) -> Answers:
    """Correct or leave out waiting reports as `text` asks, but never leave out all of them. Returns the answers of the
    batch that record it, empty if nothing was done. Raises the Refusal of a value that cannot be taken."""
    left = [each for each in waiting if each.form and each.draft.step is Step.PERCENT]
    if left and plain_word(text) in SKIPS:
        for each in left:
            so_far = percent_so_far(each.form.assignment) if each.form else None
            dialogs.note_answers(context.db, context.dialog(each.draft.id), percent=so_far)
        return _counted(before)
    if says(text, "removals.of_the_files") and not any(each.form and each.form.files for each in waiting):
        return _counted(before)
    if agrees(text):
        return {}
    heard = hear(context, text)
    lines = [NamedLine(each.code, _words(each)) for each in waiting]
    about = lines_meant(text, heard, lines)
    if not about.places and _names_another(heard):
        return {}
    if not about.places:
        about = _of_all(waiting, text) or replace(about, places=_with_the_figures(context, waiting, text))
    meant = [waiting[at] for at in about.places] or (waiting if len(waiting) == 1 else [])
    if about.removing and _are_whole(meant, about):
        return _take_out(context, waiting, meant, before)
    if Mood.ASKS in heard.moods:
        return {}
    turn = hear_turn(heard, PREVIEW)
    sets = bool(about.places) and any(each.kind is Kind.PERCENT for each in heard.readings)
    meanings = (turn.meaning, turn.second) if sets and turn.sureness < RATHER_SURE else (turn.meaning,)
    corrects = heard.aim is Aim.CORRECT or TurnMeaning.CHANGE in meanings
    told = [LinesMeant(places, False, words) for places, words in said_of_each(text, len(waiting))]
    told = told if len(told) > 1 else _clause_by_clause(context, text, lines)
    forms = [
        (form, said)
        for said in (told if len(told) > 1 else [about])
        for form in ([waiting[at].form for at in said.places] or [each.form for each in meant])
        if form
    ]
    given = [(form.draft.id, *_changed(context, form, said, corrects)) for form, said in forms]
    if not given or not all(answers for _, answers, _ in given):
        return {}
    for draft_id, answers, _ in given:
        dialogs.note_answers(context.db, context.dialog(draft_id), **answers)
    return _counted(before, untaken=text if corrects and any(more for *_, more in given) else "")


def _names_another(heard: Understanding) -> bool:
    """Return whether a text that names none of the reports surely names a task."""
    named = (*of_kind(heard, Kind.CODE), *of_kind(heard, Kind.TASK))
    return any(each.sureness >= VERY_SURE for each in named)


def _clause_by_clause(context: Context, text: str, lines: Sequence[NamedLine]) -> list[LinesMeant]:
    """Return what each clause of a text says of a line (铁拳90%，网络那个85), or an empty list if one names none."""
    clauses = [each[0].strip() for each in CLAUSE.finditer(text)]
    told = [lines_meant(each, hear(context, each), lines) for each in clauses[:MOST_CLAUSES]]
    return told if all(each.places and not each.removing for each in told) else []


def _of_all(waiting: Sequence[WaitingReport], text: str) -> LinesMeant | None:
    """Return that a text only puts all reports at a percent (都改成90%, 两个都是90), or None."""
    counted = count_of_all(text)
    if counted is not None and counted.values[0] == len(waiting):
        text = text[: counted.start] + text[counted.end :]
    percent = all_at(text)
    return LinesMeant(tuple(range(len(waiting))), False, f"{percent}%") if percent is not None else None


def _with_the_figures(context: Context, waiting: Sequence[WaitingReport], text: str) -> tuple[int, ...]:
    """Return the place of the only report that has the figures which a text names (罚款是48万)."""
    known = context.bot_data.words.current().indicators
    named = {each.indicators[0].name for each in names_in(normalise(text).lower(), known)}
    having = [at for at, each in enumerate(waiting) if named and named <= set(each.draft.figures or {})]
    return tuple(having) if len(having) == 1 else ()


def _take_out(context: Context, waiting: list[WaitingReport], meant: list[WaitingReport], before: Answers) -> Answers:
    if len(meant) == len(waiting):
        return {}
    for each in meant:
        batches.drop_report(context.db, context.person.id, each.draft.id)
    return _counted(before, removed=[each.code for each in meant])


def _counted(before: Answers, removed: Sequence[str] = (), untaken: str = "") -> Answers:
    return {CHANGES: before.get(CHANGES, 0) + 1, REMOVED: list(removed), UNTAKEN: untaken}


def _changed(context: Context, form: Form, about: LinesMeant, corrects: bool) -> tuple[Answers, bool]:
    """Return the answers of one report that the text changes, and whether it says more about that report; a text that
    `corrects` adds nothing to the note."""
    turn = Turn(context, form.draft, about.rest)
    if gone := answers_without(form, about.rest):
        return _changes(form, gone), False
    if about.removing:
        left = (form.draft.note or "").replace(about.rest, "")
        return {"note": " ".join(left.strip(" ,，。;；、").split())}, False
    try:
        given, more = answers_changed_by(context, form, about.rest), False
    except SaysMore as said_more:
        given, more = said_more.given, True
    said = turn.told if corrects else turn.reported
    if said is not None and (not _changes(form, given) or (more and not corrects)):
        if said.faults:
            raise said.faults[0]
        more = bool(said.note)
        given = turn.answers(replace(said, note="")) if corrects else draft_answers_with(context, form.draft, said)
    return _changes(form, given), more


def _changes(form: Form, given: Answers) -> Answers:
    """Return those of the answers that differ from the present ones."""
    return {name: value for name, value in given.items() if value != getattr(form.draft, name)}


def _are_whole(meant: list[WaitingReport], about: LinesMeant) -> bool:
    """Return whether whole reports are to be left out, not only words in their notes."""
    notes = [(each.draft.note or "").strip(" 。.!！") for each in meant]
    return not about.rest or all(about.rest not in note or about.rest == note for note in notes)


def _words(waiting: WaitingReport) -> str:
    title = waiting.form.assignment.title if waiting.form else None
    return " ".join(filter(None, [title, waiting.draft.note, waiting.draft.obstacle]))
