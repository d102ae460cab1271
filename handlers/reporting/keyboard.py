"""The buttons of a report that is being written, and the words that do the same."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.dialogs import Change
from data.reporting.answers import percent_so_far
from data.reporting.drafts import UNDER_WAY, Draft, Step, is_complete
from data.reporting.forms import Form
from data.standing.assignments import Assignment
from data.standing.check_ins import waiting_for_check_in
from data.standing.standing import Status
from data.steps.suggestion import Suggestion
from handlers.dialog.texts import ADD_TO_IT, CLEAR, REWRITE_IT, TO_PREVIEW
from handlers.reporting.texts.questions import (
    ANOTHER_PERCENT,
    NEW_ONES,
    PERCENT_RIGHT,
    SAME_ONES,
    USE_STEPS,
    by_steps,
    then_preview,
)
from handlers.reporting.texts.report import is_same
from handlers.reporting.texts.unfinished import RESTART_ONE, RESUME_ONE
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button, in_rows
from handlers.telegram.task_buttons import no_change_in, unchanged
from handlers.telegram.wording import Language, Wording

Choice = tuple[Wording | str, object]
STATUSES: tuple[Choice, ...] = (
    *((labels.STATUS[status], status) for status in (Status.NOT_STARTED, *UNDER_WAY)),
    (labels.DONE, Status.SUBMITTED),
)
PERCENTS = (25, 50, 75, 90)
THEN_PREVIEW = "_preview"
"""Ends the value of a button that also says that there is no evidence."""
MOST_REMOVALS = 20


def choices(form: Form, changing: Change | None, steps: Suggestion | None = None) -> list[list[Choice]]:
    """The answers that the open question offers, in rows; `changing` is how it was opened again, `steps` what those of
    the task suggest."""
    draft, last = form.draft, form.assignment.last
    keep: list[Choice] = [(labels.KEEP, "stay")] if form.has_answer else []
    sure = _doubts(form)
    skip: Choice = (CLEAR if form.has_answer else labels.SKIP, "skip")
    more = _more(form, changing)
    further: list[Choice] = [] if is_complete(draft) or draft.doubted else [(TO_PREVIEW, "preview")]
    last_note = last.note if last else ""
    match draft.step:
        case Step.STATUS:
            return [*in_rows(STATUSES, 2), keep]
        case Step.PERCENT:
            same = [(labels.SAME_AS_LAST, "same")] if draft.percent is None and percent_so_far(form.assignment) else []
            unsure: list[Choice] = [] if form.has_answer else [(labels.SKIP, "skip")]
            return [*_share(steps), [(f"{percent}%", percent) for percent in PERCENTS], [*same, *keep, *unsure]]
        case Step.NOTE:
            return [*_what_was_done(steps, draft), [*_same(last_note, draft.note), *more, *keep, skip], further]
        case Step.OBSTACLE:
            return [[*_same(last.obstacle if last else "", draft.obstacle), *more, *keep]]
        case Step.FIGURES:
            return [[*(sure or keep), skip], [] if draft.evidence else _without_evidence(sure), further]
        case Step.EVIDENCE:
            remove: list[Choice] = [(f"✕ {n}", f"remove_{file.id}") for n, file in enumerate(form.files, 1)]
            return [*in_rows(remove[:MOST_REMOVALS], 5), [(labels.GO_ON if form.files else labels.SKIP, "done")]]
    return []


def _share(steps: Suggestion | None) -> list[list[Choice]]:
    """The share of the steps that are done, as a percent."""
    if steps is None:
        return []
    return [[(by_steps(steps), steps.percent)]]


def _what_was_done(steps: Suggestion | None, draft: Draft) -> list[list[Choice]]:
    """The steps that were done as the note, where that is something else than what is written."""
    return [[(USE_STEPS, "steps")]] if steps is not None and steps.note not in ("", draft.note) else []


def _doubts(form: Form) -> list[tuple[Wording, str]]:
    """What can be said of figures in doubt: of those that are the same as last time, whether they are new."""
    if any(is_same(form, each) for each in form.doubted):
        return [(NEW_ONES, "sure"), (SAME_ONES, "same_ones")]
    return [(labels.SURE, "sure")] if form.doubted else []


def _without_evidence(sure: list[tuple[Wording, str]]) -> list[Choice]:
    """The same, and that there is no evidence, in one press."""
    return [(then_preview(words), f"{value}{THEN_PREVIEW}") for words, value in sure]


def _more(form: Form, changing: Change | None) -> list[Choice]:
    """补充 and 重写, of a text that is being changed."""
    if not form.has_answer or changing not in (Change.ANEW, Change.MORE):
        return []
    return [(ADD_TO_IT, "more") if changing is Change.ANEW else (REWRITE_IT, "anew")]


def _same(said_last: str, written: str | None) -> list[Choice]:
    """What was said last time, where that is something else than what is written."""
    return [(labels.SAME_AS_LAST, "same")] if said_last and said_last != written else []


def whether_done(language: Language) -> list[list[Choice]]:
    """Whether work under way of which 100 % are done is done."""
    return [[(labels.DONE, "done"), (f"{labels.STATUS[Status.IN_PROGRESS](language)} 100%", 100)]]


def less(percent: int, language: Language) -> list[list[Choice]]:
    """Whether a percent below the last one is right."""
    return [[(PERCENT_RIGHT(language, percent=percent), "sure"), (ANOTHER_PERCENT, "other")]]


def done_or_not() -> list[list[Choice]]:
    """Whether work is done that is said to go on."""
    return [[(labels.DONE, "done"), (labels.STATUS[Status.IN_PROGRESS], "under_way")]]


def anyway(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """Whether to submit although a colleague has reported meanwhile."""
    return InlineKeyboardMarkup(
        [
            [
                button(labels.ANYWAY(language), Verb.DIALOG, draft.id, Step.PREVIEW, "anyway"),
                button(labels.CANCEL(language), Verb.DIALOG, draft.id, Step.PREVIEW, "drop"),
            ]
        ]
    )


def unfinished(
    form: Form, other: Assignment, anew: tuple[Verb, object, object], language: Language
) -> InlineKeyboardMarkup:
    """Whether to go on with the unfinished report or begin `anew`, on its task or on another."""
    if other.id == form.assignment.id:
        resume = button(labels.RESUME(language), Verb.DRAFT, "resume", form.draft.id, style="primary")
        return InlineKeyboardMarkup([[resume, button(labels.RESTART(language), *anew)]])
    restart = button(RESTART_ONE(language, code=other.code), *anew)
    return InlineKeyboardMarkup([[resume_one(form, language), restart]])


def resume_one(form: Form, language: Language) -> InlineKeyboardButton:
    """Go on with the unfinished report, which is named."""
    words = RESUME_ONE(language, code=form.assignment.code)
    return button(words, Verb.DRAFT, "resume", form.draft.id, style="primary")


def report_withdrawn(assignment: Assignment, language: Language) -> InlineKeyboardMarkup:
    """Report once more on what was reported before, or that nothing has changed in it."""
    row = [button(labels.REPORT_TASK(language, code=assignment.code), Verb.REPORT, assignment.id)]
    if waiting_for_check_in([assignment]):
        row.append(unchanged(no_change_in([assignment], language), assignment.id, assignment))
    return InlineKeyboardMarkup([row])
