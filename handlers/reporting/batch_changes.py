"""Changes in words at the preview of several reports: correcting one, or leaving it out."""

from collections.abc import Sequence
from dataclasses import replace

from data import dialogs
from data.reporting import batches
from data.reporting.answers import percent_so_far
from data.reporting.drafts import Step
from data.reporting.forms import Form
from data.understanding import Aim, Kind, Mood, says
from data.understanding.dialog.turns import TurnMeaning, agrees, hear_turn
from data.understanding.lines import LinesMeant, NamedLine, lines_meant
from handlers.dialog import PREVIEW, Answers, Talk
from handlers.dialog.changes import changed_answers
from handlers.dialog.navigation import SURE_OF_A_TURN
from handlers.dialog.words import SKIPS
from handlers.reporting.dialog import REPORT
from handlers.reporting.drafts import WaitingReport
from handlers.reporting.statements import draft_answers_with
from handlers.reporting.task_statements import assumed_statement_on_task, stated_answers, statement_on_task
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
    meant = [waiting[at] for at in about.places] or (waiting if len(waiting) == 1 else [])
    if about.removing and _are_whole(meant, about):
        return _take_out(context, waiting, meant, before)
    if Mood.ASKS in heard.moods:
        return {}
    turn = hear_turn(text, PREVIEW, heard)
    sets = bool(about.places) and any(each.kind is Kind.PERCENT for each in heard.readings)
    meanings = (turn.meaning, turn.second) if sets and turn.sureness < SURE_OF_A_TURN else (turn.meaning,)
    corrects = heard.aim is Aim.CORRECT or TurnMeaning.CHANGE in meanings
    given = [(each.form, _changed(context, each.form, about, corrects)) for each in meant if each.form]
    if not given or not all(answers for _, answers in given):
        return {}
    more = any(_says_more(context, form, about) for form, _ in given)
    for form, answers in given:
        dialogs.note_answers(context.db, context.dialog(form.draft.id), **answers)
    return _counted(before, untaken=text if corrects and more else "")


def _take_out(context: Context, waiting: list[WaitingReport], meant: list[WaitingReport], before: Answers) -> Answers:
    if len(meant) == len(waiting):
        return {}
    for each in meant:
        batches.drop_report(context.db, context.person.id, each.draft.id)
    return _counted(before, removed=[each.code for each in meant])


def _counted(before: Answers, removed: Sequence[str] = (), untaken: str = "") -> Answers:
    return {CHANGES: before.get(CHANGES, 0) + 1, REMOVED: list(removed), UNTAKEN: untaken}


def _changed(context: Context, form: Form, about: LinesMeant, corrects: bool) -> Answers:
    """Return the answers of one report that the text changes; a text that `corrects` adds nothing to the note."""
    draft = form.draft
    if about.removing:
        return {"note": " ".join((draft.note or "").replace(about.rest, "").strip(" ,，。;；、").split())}
    talk = _talk(context, form)
    given = changed_answers(talk, REPORT.change(talk, about.rest) if REPORT.change else {})
    if given and (corrects or not _says_more(context, form, about)):
        return given
    said = (assumed_statement_on_task if corrects else statement_on_task)(context, draft, about.rest)
    if said is None:
        return {}
    if said.faults:
        raise said.faults[0]
    return changed_answers(
        talk,
        stated_answers(context, draft, replace(said, note=""))
        if corrects
        else draft_answers_with(context, draft, said),
    )


def _says_more(context: Context, form: Form, about: LinesMeant) -> bool:
    """Return whether the text says more about a report than what it corrects."""
    return bool(REPORT.says_more and not about.removing and REPORT.says_more(_talk(context, form), about.rest))


def _talk(context: Context, form: Form) -> Talk[Form]:
    return Talk(context, context.dialog(form.draft.id), form)


def _are_whole(meant: list[WaitingReport], about: LinesMeant) -> bool:
    """Return whether whole reports are to be left out, not only words in their notes."""
    notes = [(each.draft.note or "").strip(" 。.!！") for each in meant]
    return not about.rest or all(about.rest not in note or about.rest == note for note in notes)


def _words(waiting: WaitingReport) -> str:
    title = waiting.form.assignment.title if waiting.form else None
    return " ".join(filter(None, [title, waiting.draft.note, waiting.draft.obstacle]))
