"""Buttons of reports that are being written, singly or several together, and of those that were stored."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage, Message

from data.dialogs import ReopenReason
from data.exports.texts import number, with_measure
from data.reporting.drafts import UNDER_WAY, Draft, Step, next_step
from data.reporting.forms import Form
from data.reporting.no_change import NoChange
from data.reporting.reviews import FullReport
from data.standing.assignments import Assignment
from data.standing.check_ins import waiting_for_check_in
from data.standing.standing import Status
from data.steps.steps import Suggestion
from handlers.dialog import PREVIEW, Choice, Choices
from handlers.dialog.texts import ADD_TO_IT, CLEAR, REWRITE_IT, TO_PREVIEW
from handlers.reporting.drafts import WaitingReport, names_of_waiting
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts.questions import BY_STEPS, NEW_ONES, REPORT_LATER, SAME_ONES, SUM, THEN_PREVIEW, USE_STEPS
from handlers.reporting.texts.report import is_same
from handlers.reporting.texts.unfinished import RESTART_ONE, RESUME_ONE
from handlers.telegram import Verb, button, in_rows, keyboard_of, no_change_label, page_buttons, report_on
from handlers.telegram.callbacks import pack
from handlers.telegram.task_buttons import ALL, below_stored_report, no_change_button, unit_suffix
from handlers.wording import Language, Page, Wording, labels

STATUSES: tuple[tuple[Wording, Status], ...] = (
    *((labels.STATUS[status], status) for status in (Status.NOT_STARTED, *UNDER_WAY)),
    (labels.DONE, Status.SUBMITTED),
)
PERCENTS = (25, 50, 75, 90)
AS_NEW, AS_THE_SAME, AS_RIGHT, WITHOUT, AS_SUM = "sure", "same_ones", "right", "without", "sum"
"""The values of the buttons that settle doubts about figures."""
MOST_NUMBERS = 4
TO_THE_PREVIEW = "_preview"
"""The suffix of a button's value that also says that there is no evidence."""
MOST_REMOVALS, MOST_TO_GO_ON_WITH, MOST_TO_LEAVE_OUT = 20, 4, 8
Row = list[InlineKeyboardButton]


def choices(form: Form, changing: ReopenReason | None, steps: Suggestion | None, language: Language) -> Choices:
    """Return the open question's choices; `changing` is how it was reopened, `steps` what the task's steps suggest."""
    draft, last = form.draft, form.assignment.last
    keep: list[Choice] = [(labels.KEEP, "stay")] if form.has_answer else []
    sure = _doubts(form)
    skip: Choice = (CLEAR if form.has_answer else labels.SKIP, "skip")
    more = _more(form, changing)
    further: list[Choice] = (
        [] if (next_step(draft) is Step.PREVIEW) or draft.doubted or draft.unclear else [(TO_PREVIEW, "preview")]
    )
    last_note = last.note if last else ""
    match draft.step:
        case Step.STATUS:
            return [*in_rows(STATUSES, 2), keep]
        case Step.PERCENT:
            same = [(labels.SAME_AS_LAST, "same")] if draft.percent is None and form.percent_so_far else []
            share: list[Choice] = []
            if steps is not None:
                words = BY_STEPS(language, done=steps.done, all=steps.all, percent=steps.percent)
                share = [(words, steps.percent)]
            unsure: list[Choice] = [] if form.has_answer else [(labels.SKIP, "skip")]
            return [share, [(f"{percent}%", percent) for percent in PERCENTS], [*same, *keep, *unsure]]
        case Step.NOTE:
            done = [(USE_STEPS, "steps")] if steps is not None and steps.note not in ("", draft.note) else []
            return [done, [*_same(last_note, draft.note), *more, *keep, skip], further]
        case Step.OBSTACLE:
            return [[*_same(last.obstacle if last else "", draft.obstacle), *more, *keep]]
        case Step.FIGURES:
            if draft.unclear:
                return [*in_rows(_numbers(form, language), 3), [(REPORT_LATER, WITHOUT)]]
            at_once: list[Choice] = [
                (words(language) + THEN_PREVIEW(language), f"{value}{TO_THE_PREVIEW}") for words, value in sure
            ]
            return [[*(sure or keep), skip], [] if draft.evidence else at_once, further]
    remove: list[Choice] = [(f"✕ {n}", f"remove_{file.id}") for n, file in enumerate(form.files, 1)]
    return [*in_rows(remove[:MOST_REMOVALS], 5), [(labels.GO_ON if form.files else labels.SKIP, "done")]]


def numbers_of_choices(said: Sequence[tuple[str, float | None]]) -> list[tuple[str, float]]:
    """Return what several numbers of one indicator may mean, by the value of its button: their sum, or one of them."""
    numbers = [value for _, value in said if value is not None]
    each = [(f"number_{place}", value) for place, value in enumerate(numbers[:MOST_NUMBERS])]
    return [(AS_SUM, sum(numbers)), *each] if len(numbers) > 1 else []


def _numbers(form: Form, language: Language) -> list[Choice]:
    """Return the choices for an indicator that is given several numbers."""
    indicator = form.unclear
    if indicator is None:
        return []
    numbers = numbers_of_choices(form.draft.unclear[indicator.name])
    shown = {value: with_measure(number(each), indicator, language) for value, each in numbers}
    return [(SUM(language, number=text) if value == AS_SUM else text, value) for value, text in shown.items()]


def _doubts(form: Form) -> list[tuple[Wording, str]]:
    """Return the choices for doubted figures: running totals below what was reported first; for those that may put
    right the last ones or equal them, whether they are new."""
    if form.draft.below:
        return [(NEW_ONES, AS_NEW), (REPORT_LATER, WITHOUT)]
    if form.correcting:
        return [(labels.CORRECT, AS_RIGHT), (NEW_ONES, AS_NEW)]
    if any(is_same(form, each) for each in form.doubted):
        return [(NEW_ONES, AS_NEW), (SAME_ONES, AS_THE_SAME)]
    right: list[tuple[Wording, str]] = [(labels.CORRECT, AS_RIGHT)] if form.of_late else []
    return [(labels.SURE, AS_NEW), *right] if form.doubted else []


def _more(form: Form, changing: ReopenReason | None) -> list[Choice]:
    """Return the choice that switches between adding to a text (补充) and rewriting it (重写)."""
    if not form.has_answer or changing not in (ReopenReason.ANEW, ReopenReason.MORE):
        return []
    return [(ADD_TO_IT, "more") if changing is ReopenReason.ANEW else (REWRITE_IT, "anew")]


def _same(said_last: str, written: str | None) -> list[Choice]:
    return [(labels.SAME_AS_LAST, "same")] if said_last and said_last != written else []


def submit_anyway(draft: Draft, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that submit or drop a report although a colleague has reported meanwhile."""
    ways = ((labels.ANYWAY, "anyway"), (labels.CANCEL, "drop"))
    row = [button(words(language), Verb.DIALOG, draft.id, Step.PREVIEW, value) for words, value in ways]
    return InlineKeyboardMarkup([row])


def resume_or_begin(
    form: Form, other: Assignment, anew: tuple[Verb, object, object], language: Language
) -> InlineKeyboardMarkup:
    """Return the buttons that resume the unfinished report or begin `anew`, on the same or another task."""
    named = other.id != form.assignment.id
    resume = (RESUME_ONE if named else labels.RESUME)(language, code=form.assignment.code)
    restart = (RESTART_ONE if named else labels.RESTART)(language, code=other.code)
    go_on = button(resume, Verb.DRAFT, "resume", form.draft.id, style="primary")
    return InlineKeyboardMarkup([[go_on, button(restart, *anew)]])


def report_withdrawn(assignment: Assignment, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that report again after a withdrawal, or report no change if the task waits for a check-in."""
    row = [button(labels.REPORT_TASK(language, code=assignment.code), Verb.REPORT, assignment.id)]
    if waiting_for_check_in([assignment]):
        row.append(no_change_button(no_change_label([assignment], language), assignment.id, assignment))
    return InlineKeyboardMarkup([row])


def choices_of_several(waiting: Sequence[WaitingReport], language: Language, *, files: bool) -> list[list[Choice]]:
    """Return the choices that give kept `files` to one of the reports or each, that submit the reports together or
    singly, and that edit or complete each."""
    ready = [each for each in waiting if each.complete and not each.overtaken]
    together: list[list[Choice]] = [[(texts.SUBMIT_ALL, "submit")]] if len(ready) > 1 else []
    open_ones = [each for each in waiting if each.form]
    takers: list[Choice] = [
        (texts.FILES_FOR_ONE(language, code=each.code), f"files_{each.draft.id}") for each in open_ones if files
    ]
    for_all: list[Choice] = [(texts.FILES_FOR_ALL, "files")] if len(takers) > 1 else []
    return [*in_rows(takers + for_all, 3), *together, *(_one(each, language) for each in open_ones)]


def _one(waiting: WaitingReport, language: Language) -> list[Choice]:
    code, number = waiting.code, waiting.draft.id
    if not waiting.complete:
        return [(texts.COMPLETE_ONE(language, code=code), f"edit_{number}")]
    way, words = ("anyway", texts.ANYWAY_ONE) if waiting.overtaken else ("one", texts.SUBMIT_ONE)
    edit = (texts.EDIT_ONE(language, code=code), f"edit_{number}")
    return [(words(language, code=code), f"{way}_{number}"), edit]


def choices_to_leave_out(waiting: Sequence[WaitingReport], language: Language) -> list[list[Choice]]:
    """Return a choice that leaves out each of several reports; empty if there is only one."""
    if len(waiting) < 2:
        return []
    one_by_one: list[Choice] = [
        (texts.LEAVE_OUT(language, code=each.code), f"out_{each.draft.id}") for each in waiting[:MOST_TO_LEAVE_OUT]
    ]
    return in_rows(one_by_one, 2)


def rows_below_stored(done: Sequence[FullReport], batch_id: int, language: Language) -> list[Row]:
    """Return the buttons that withdraw or correct each stored report, except final ones."""
    undo, correct = (labels.WITHDRAW, labels.CORRECT) if len(done) == 1 else (texts.WITHDRAW_ONE, texts.CORRECT_ONE)
    ways = {"undo": undo, "correct": correct}
    return [
        [button(words(language, code=each.code), Verb.BATCH, way, batch_id, each.id) for way, words in ways.items()]
        for each in done
        if not each.final
    ]


def resume_rows(waiting: Sequence[WaitingReport], language: Language) -> list[Row]:
    """Return the buttons that resume unsubmitted reports, two in a row."""
    return in_rows(resume_row(waiting, language), 2)


def resume_row(waiting: Sequence[WaitingReport], language: Language) -> Row:
    """Return a button that resumes each unsubmitted report, at most MOST_TO_GO_ON_WITH."""
    return [
        button(RESUME_ONE(language, code=name), Verb.DIALOG, each.draft.id, PREVIEW, "resume")
        for each, name in zip(waiting[:MOST_TO_GO_ON_WITH], names_of_waiting(waiting, language), strict=False)
    ]


def waiting_list(
    waiting: Sequence[Assignment], page: Page[Assignment], language: Language, *, named: bool, whole: bool
) -> InlineKeyboardMarkup:
    """Return a button for each task on the page, with its unit if `named`, those for other pages, and with `whole` one
    for all waiting tasks."""
    one_by_one = [
        no_change_button(no_change_label([each], language) + unit_suffix(each, language, named), each.id, each)
        for each in page.shown
    ]
    of_all = no_change_button(no_change_label(waiting, language), ALL, waiting[0])
    ways = page_buttons(Verb.UNCHANGED, lambda to: ("page", to), page.number, page.pages, language)
    return keyboard_of([of_all] if whole and len(waiting) > 1 else [], *in_rows(one_by_one, 1 if named else 2), ways)


def is_list(message: MaybeInaccessibleMessage) -> bool:
    """Return whether a message is a waiting list, which offers to report all tasks at once."""
    return any(each.startswith(pack(Verb.UNCHANGED, ALL)) for each in _presses(message))


def is_offered_in(message: MaybeInaccessibleMessage, assignment: Assignment) -> bool:
    """Return whether a message that offers nothing but to report no change offers it of this task."""
    presses = _presses(message)
    of_tasks = all(each.startswith(f"{pack(Verb.UNCHANGED)}:") for each in presses)
    return of_tasks and any(each.startswith(f"{pack(Verb.UNCHANGED, assignment.id)}:") for each in presses)


def _presses(message: MaybeInaccessibleMessage) -> list[str]:
    keyboard = message.reply_markup if isinstance(message, Message) else None
    return [str(each.callback_data) for row in keyboard.inline_keyboard for each in row] if keyboard else []


def below_stored(done: NoChange, message_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below what a press has stored: correct or withdraw one report, or withdraw all."""
    if len(done.stored) == 1:
        return below_stored_report(done.stored[0].report_id, language)
    if done.stored:
        return keyboard_of([button(labels.WITHDRAW_ALL(language), Verb.UNCHANGED, "undo", message_id)])
    return report_on(done.left_alone, language)
