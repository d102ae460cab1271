"""The buttons of a report that is being written, and the words that do the same."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.plan.tasks import Assignment
from data.reporting.check_ins import waiting_for_check_in
from data.reporting.drafts import UNDER_WAY, Draft, Step, is_complete, steps
from data.reporting.forms import Form
from data.standing.standing import Status
from handlers.dialog.texts import CLEAR, KEEP, TO_PREVIEW
from handlers.dialog.words import BUTTON_MEANT, ENOUGH, NOTHING
from handlers.reporting.texts.questions import RESTART_ONE, RESUME_ONE
from handlers.reporting.texts.report import FIELD
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.keyboards import button, in_rows
from handlers.telegram.task_buttons import no_change_in, unchanged
from handlers.telegram.wording import LANGUAGES, Language, Wording, plain_word

Choice = tuple[Wording | str, object]
STATUSES: tuple[Choice, ...] = (
    *((labels.STATUS[status], status) for status in (Status.NOT_STARTED, *UNDER_WAY)),
    (labels.DONE, Status.SUBMITTED),
)
PERCENTS = (25, 50, 75, 90)
MOST_REMOVALS = 20


def question(form: Form, language: Language) -> InlineKeyboardMarkup:
    """The answers that can be pressed, and the ways back and out."""
    draft = form.draft
    rows = [[_reply(draft, words, value, language) for words, value in row] for row in _choices(form)]
    ways = [_reply(draft, labels.BACK, "back", language), _reply(draft, labels.CANCEL, "cancel", language)]
    return InlineKeyboardMarkup([*filter(None, rows), ways])


def value_said(form: Form, text: str) -> str | None:
    """The value of the button whose words somebody has written, in either language; None when it is not there.

    没有 skips what can be skipped, as 跳过 does; where something is written already, either leaves that as it is.
    """
    said = plain_word(text)
    values = {
        each.text.casefold(): unpack(str(each.callback_data)).arguments[-1]
        for language in LANGUAGES
        for row in question(form, language).inline_keyboard
        for each in row
    }
    if said in NOTHING or (said in ENOUGH and form.draft.step is Step.EVIDENCE):
        return values.get(labels.SKIP.zh) or values.get(KEEP.zh) or values.get(labels.GO_ON.zh)
    return values.get(said) or values.get(BUTTON_MEANT.get(said, said))


def _reply(draft: Draft, words: Wording | str, value: object, language: Language) -> InlineKeyboardButton:
    text = words if isinstance(words, str) else words(language)
    style = "success" if value == "submit" else None
    return button(text, Verb.ANSWER, draft.id, draft.step, value, style=style)


def _choices(form: Form) -> list[list[Choice]]:
    """The answers that the open question offers, in rows."""
    draft, last = form.draft, form.assignment.last
    keep: list[Choice] = [(KEEP, "stay")] if form.has_answer else []
    sure: list[Choice] = [(labels.SURE, "sure")] if draft.doubted else []
    skip: Choice = (CLEAR if form.has_answer else labels.SKIP, "skip")
    further: list[Choice] = [] if is_complete(draft) or draft.doubted else [(TO_PREVIEW, "preview")]
    match draft.step:
        case Step.STATUS:
            return [*in_rows(STATUSES, 2), keep]
        case Step.PERCENT:
            same = [(labels.SAME_AS_LAST, "same")] if draft.percent is None and percent_before(form) is not None else []
            return [[(f"{percent}%", percent) for percent in PERCENTS], [*same, *keep]]
        case Step.NOTE:
            return [[*_same(last.note if last else "", draft.note), *keep, skip], further]
        case Step.OBSTACLE:
            return [[*_same(last.obstacle if last else "", draft.obstacle), *keep]]
        case Step.FIGURES:
            return [[*(sure or keep), skip], further]
        case Step.EVIDENCE:
            remove: list[Choice] = [(f"✕ {n}", f"remove_{file.id}") for n, file in enumerate(form.files, 1)]
            return [*in_rows(remove[:MOST_REMOVALS], 5), [(labels.GO_ON if form.files else labels.SKIP, "done")]]
    return [[(labels.SUBMIT, "submit"), (labels.EDIT, "edit")]]


def percent_before(form: Form) -> int | None:
    """The percent of the last report, where that was on work under way."""
    last = form.assignment.last
    return last.percent or None if last is not None and last.status in UNDER_WAY else None


def _same(said_last: str, written: str | None) -> list[Choice]:
    """What was said last time, where that is something else than what is written."""
    return [(labels.SAME_AS_LAST, "same")] if said_last and said_last != written else []


def editing(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """The answers that can be changed from the preview."""
    buttons = [
        button(FIELD[step](language), Verb.ANSWER, draft.id, Step.PREVIEW, f"edit_{step}")
        for step in steps(draft)
        if step is not Step.PREVIEW
    ]
    back = button(labels.BACK(language), Verb.ANSWER, draft.id, Step.PREVIEW, "keep")
    return InlineKeyboardMarkup([*in_rows(buttons, 2), [back]])


def cancelling(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """The one question before a draft is given up."""
    return InlineKeyboardMarkup(
        [
            [
                button(labels.CANCEL_YES(language), Verb.ANSWER, draft.id, draft.step, "drop", style="danger"),
                button(labels.RESUME(language), Verb.ANSWER, draft.id, draft.step, "keep"),
            ]
        ]
    )


def whether_done(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """Whether work under way of which 100 % are done is done."""
    under_way = f"{labels.STATUS[Status.IN_PROGRESS](language)} 100%"
    return InlineKeyboardMarkup(
        [[_reply(draft, labels.DONE, "done", language), _reply(draft, under_way, 100, language)]],
    )


def anyway(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """Whether to submit although a colleague has reported meanwhile."""
    return InlineKeyboardMarkup(
        [
            [
                button(labels.ANYWAY(language), Verb.ANSWER, draft.id, draft.step, "anyway"),
                button(labels.CANCEL(language), Verb.ANSWER, draft.id, draft.step, "drop"),
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
