"""The dialog of a report: status, percent, note, obstacle, figures, evidence."""

from functools import partial
from typing import Any

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.reporting import AlreadyReported
from data.office.extensions import resting_extension
from data.plan.tasks import code_of_assignment
from data.reporting import answers
from data.reporting.attachments import Owner, attached_files, detach_file
from data.reporting.drafts import REPORT_DIALOG, Draft, Step, acknowledge_report, draft_of, is_answered, is_begun, steps
from data.reporting.figures import figures_of_report
from data.reporting.forms import Contradiction, Form, filled_draft
from data.reporting.reports import StoredReport, latest_report_id
from data.reporting.reviews import full_report
from data.reporting.urgency import is_urgent
from data.reporting.withdrawals import submit_and_withdraw
from data.standing.standing import Status
from data.steps.steps import Suggestion, suggestion
from data.understanding import says
from handlers.dialog import Answers, Declaration, Ending, Question, SaysMore, Talk
from handlers.extensions.letters import resting_note
from handlers.reporting import keyboard as buttons
from handlers.reporting.changes_in_words import answers_changed_by
from handlers.reporting.contradictions import contradiction_question, settled
from handlers.reporting.counted_figures import numbers_in_note
from handlers.reporting.drafts import load_form, reports_to_resume, still_waiting
from handlers.reporting.no_change import offer_what_is_unchanged
from handlers.reporting.texts import questions, unfinished
from handlers.reporting.texts import report as texts
from handlers.reporting.typed_answers import typed_answers
from handlers.tasks.own_tasks import own_assignment, speaks_for_several
from handlers.telegram import Context, Rows, Verb, button
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import NOTHING, Html, Wording, join, labels, write_fitting
from handlers.wording.report_lines import figures_text, file_list


def _put(talk: Talk[Form]) -> Html:
    form, language, named = talk.subject, talk.language, speaks_for_several(talk.context)
    counts = numbers_in_note(talk.context, form.draft) if form.draft.step is Step.PREVIEW else None
    steps = _steps(talk)
    return write_fitting(
        lambda most: questions.question(form, language, name_unit=named, most=most, counts=counts, steps=steps)
    )


def _steps(talk: Talk[Form]) -> Suggestion | None:
    asked = talk.subject.draft.step in (Step.PERCENT, Step.NOTE)
    return suggestion(talk.context.db, talk.subject.assignment) if asked else None


def _press(step: Step, talk: Talk[Form], value: str) -> Answers | None:
    """Return the answers of a button, or None if it changed none. Raises StaleButton for an unknown value."""
    draft, last = talk.subject.draft, talk.subject.assignment.last
    if step is Step.FIGURES and value.endswith(buttons.TO_THE_PREVIEW):
        given = _press(step, talk, value.removesuffix(buttons.TO_THE_PREVIEW)) or {}
        return {**given, "evidence": True}
    match step, value:
        case ((Step.NOTE | Step.FIGURES), "preview"):
            return {"note": draft.note or "", "figures": draft.figures or {}, "unclear": {}, "evidence": True}
        case Step.STATUS, _ if value in dict(buttons.STATUSES).values():
            return answers.with_present_percent(talk.subject.assignment, answers.status_answers(draft, Status(value)))
        case Step.PERCENT, "same" | "skip":
            return {"percent": talk.subject.percent_so_far}
        case Step.PERCENT, _:
            percent = answers.checked_percent(value)
            return {"percent": percent, Contradiction.HUNDRED: percent == 100}
        case Step.NOTE, "same" if last is not None:
            return {"note": last.note}
        case Step.NOTE, "steps" if (steps := _steps(talk)) is not None:
            return {"note": steps.note}
        case Step.OBSTACLE, "same" if last is not None:
            return answers.obstacle_answers(last.obstacle)
        case Step.FIGURES, _ if (settling := settled(talk.context, talk.subject, value)) is not None:
            return settling
        case Step.EVIDENCE, "done":
            return {"evidence": True}
        case Step.EVIDENCE, _ if value.startswith("remove_"):
            detach_file(talk.context.db, draft.id, int(value.removeprefix("remove_")))
            return None
    raise StaleButton


def _shown(step: Step, talk: Talk[Form]) -> Html:
    """Return an answer in one line; nothing for a skipped note."""
    if step is Step.NOTE and not talk.subject.draft.note:
        return NOTHING
    return texts.given_answer(talk.subject, step, talk.language, most=60)


def _question(step: Step, **details: Any) -> Question[Form]:
    return Question(
        step.value,
        label=texts.FIELD[step],
        put=_put,
        read=lambda talk, text: typed_answers(talk.context, talk.subject, step, text),
        buttons=lambda talk: buttons.choices(talk.subject, talk.dialog.reopened_for, _steps(talk), talk.language),
        press=partial(_press, step),
        asked=lambda talk: step in steps(talk.subject.draft),
        answered=lambda talk: is_answered(talk.subject.draft, step),
        shown=partial(_shown, step),
        has_usual_buttons=False,
        **details,
    )


def _change(talk: Talk[Form], text: str) -> Answers:
    """Return the answers that a text at the preview changes. Raises SaysMore with them if it says more."""
    given, says_more = answers_changed_by(talk.context, talk.subject, text)
    if says_more:
        raise SaysMore(given)
    return given


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Submit the report, but first show a report that a colleague has submitted meanwhile."""
    db = context.db
    if value == "anyway":
        acknowledge_report(db, draft_of(dialog), latest_report_id(db, dialog.subject_id))
    try:
        done = submit_and_withdraw(db, context.actor, dialog.id)
    except AlreadyReported as other:
        return _other_report(context, dialog, other.report_id)
    others = reports_to_resume(context, but_for=dialog)
    rest = still_waiting(others, context.language)
    resting = resting_extension(db, done.assignment.id, context.today)
    text = texts.stored(done, context.language, name_unit=speaks_for_several(context))
    rows = [*_urgent(context, done), *buttons.resume_rows(others, context.language)]
    keyboard = below_stored_report(done.report_id, context.language, rows)
    told = labels.URGENT_TOLD(context.language) if is_urgent(db, done.report_id) else NOTHING
    taken_back, files = _withdrawn_with_it(context, dialog), _files_to_send(context, dialog, done)
    return Ending(join([text, files, taken_back, told, resting_note(resting, context.language), rest]), keyboard)


def _files_to_send(context: Context, dialog: Dialog, done: StoredReport) -> Html:
    """Return how to send the files that the note names (签到册和照片都有) if the report has none; else empty."""
    named = says(draft_of(dialog).note or "", "later_parts.names_evidence")
    if not named or attached_files(context.db, Owner.REPORT, done.report_id):
        return NOTHING
    return unfinished.FILES_CAN_FOLLOW(context.language, code=done.assignment.code)


def _withdrawn_with_it(context: Context, dialog: Dialog) -> Html:
    """Return a line about the report on the wrong task that was withdrawn with it; empty if there is none."""
    wrong = draft_of(dialog).instead_of
    report = full_report(context.db, wrong) if wrong is not None else None
    if report is None or report.withdrawn_at is None:
        return NOTHING
    return unfinished.WITHDRAWN(context.language, code=report.code)


def _urgent(context: Context, done: StoredReport) -> Rows:
    """Return the 急 button below a report of blocked work, unless it is marked urgent already."""
    if done.status is not Status.BLOCKED or is_urgent(context.db, done.report_id):
        return []
    return [[button(labels.URGENT(context.language), Verb.URGENT, done.report_id)]]


def _other_report(context: Context, dialog: Dialog, report_id: int) -> Ending:
    """Return the report that was made meanwhile, and the question whether to submit nevertheless."""
    draft, language = draft_of(dialog), context.language
    task = own_assignment(context, draft.assignment_id)
    figures, files = figures_of_report(context.db, report_id), attached_files(context.db, Owner.REPORT, report_id)
    told = [
        texts.heading(task, language, speaks_for_several(context)),
        texts.already_reported(task.last, draft, language),
        labels.labelled(labels.FIELD_FIGURES, figures_text(figures, language), language),
        labels.labelled(labels.FIELD_EVIDENCE, file_list(files, language), language),
        texts.SUBMIT_ANYWAY(language),
    ]
    return Ending(join(told), buttons.submit_anyway(draft, language), done=False)


def _waits(draft: Draft) -> Wording:
    """Return what is said of a report that waits: that it only has to be submitted, or that it is unfinished."""
    return unfinished.WAITS_UNSENT if draft.step is Step.PREVIEW else unfinished.WAITS


def _told(context: Context, dialog: Dialog, why: Html) -> Html:
    """Return why a report can no longer be submitted, and what it holds."""
    code, language = code_of_assignment(context.db, dialog.subject_id), context.language
    held = texts.answers(filled_draft(context.db, draft_of(dialog)), language, 2000)
    kept = unfinished.KEPT(language) if held else NOTHING
    return join([why, unfinished.NOT_SUBMITTED(language, code=code), kept, held])


REPORT: Declaration[Form] = Declaration(
    kind=REPORT_DIALOG,
    office=False,
    turn_prefix="",
    submit_said=(labels.CORRECT.zh,),
    load=lambda context, dialog: load_form(context, draft_of(dialog)),
    questions=(
        _question(Step.STATUS),
        _question(Step.PERCENT, preview_button="skip"),
        contradiction_question(Contradiction.HUNDRED),
        contradiction_question(Contradiction.LESS),
        _question(Step.NOTE, free=True, skipped={"note": ""}),
        contradiction_question(Contradiction.GOING_ON),
        _question(Step.OBSTACLE, free=True),
        _question(Step.FIGURES, skipped=answers.NO_FIGURES),
        _question(Step.EVIDENCE, files=True, preview_button="done"),
    ),
    preview=_put,
    change=_change,
    finish=_finish,
    also_finish=("anyway",),
    afterwards=offer_what_is_unchanged,
    waits=lambda talk: _waits(talk.subject.draft)(talk.language, code=talk.subject.assignment.code),
    why_over=_told,
    comes_back=True,
    finish_tells_changes=True,
    is_begun=lambda context, dialog: is_begun(context.db, dialog),
    assignment_ids=lambda context, dialog: (dialog.subject_id,),
)
"""The dialog of a report. report.py adds the way back from its first question and what happens when it is given up."""
