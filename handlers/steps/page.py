"""Pages with the steps of a task, for its unit to work with and for the office to look at; the buttons of steps, also
those in a digest and below a card."""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.errors import NotYours
from data.notices.rules import NoticeMatter
from data.standing.assignments import Assignment, find_assignment
from data.standing.standing import Status
from data.steps.changes import set_done
from data.steps.steps import Step, steps_of, steps_to_do
from handlers.steps import texts
from handlers.telegram import CODES_IN_A_ROW, Context, Rows, Verb, button, in_rows, keyboard_of
from handlers.wording import NOTHING, Html, Language, bracketed, cut_to_width, join, labels

IN_A_ROW = 5
HEADING = texts.STEPS


def ticks(steps: Sequence[Step]) -> Rows:
    """Return buttons below a card that tick off the steps still to do, by their numbers."""
    numbered = [(number, step) for number, step in enumerate(steps[: texts.MOST_ON_CARD], 1) if not step.done]
    return in_rows([button(f"✓ {number}", Verb.TICK, step.id) for number, step in numbered], IN_A_ROW)


def divide(task: Assignment, language: Language, *, named: bool) -> InlineKeyboardButton:
    """Return the button 分解 for an assignment, with its unit if `named`."""
    unit = bracketed(task.unit or "", language) if named else ""
    return button(f"{texts.DIVIDE(language)}{unit}", Verb.STEP, "open", task.id)


def tasks_of(steps: Sequence[Step]) -> InlineKeyboardMarkup | None:
    """Return a button with the code of each task of `steps`, which opens that task's steps; None if there are none."""
    codes = {step.assignment_id: step.code for step in steps[: texts.MOST_TO_DO]}
    rows = in_rows([button(code, Verb.STEP, "open", number) for number, code in codes.items()], CODES_IN_A_ROW)
    return keyboard_of(*rows) if rows else None


def below_unit_steps(
    task: Assignment, steps: Sequence[Step], language: Language, *, own: bool, removed: Step | None
) -> InlineKeyboardMarkup:
    """Return the keyboard below the steps of an assignment. `own`: the user may open and add steps. `removed`: the step
    just removed, which a button restores."""
    rows: Rows = []
    if removed is not None:
        rows.append([button(labels.UNDO(language), Verb.STEP, "restore", removed.id)])
    if own:
        numbers = [button(str(number), Verb.STEP, "one", step.id) for number, step in enumerate(steps, 1)]
        rows += [*in_rows(numbers, IN_A_ROW), [button(texts.ADD(language), Verb.STEP, "add", task.id)]]
    return keyboard_of(*rows, [to_card(task.task_id, language)])


def to_card(task_id: int, language: Language) -> InlineKeyboardButton:
    """Return the button back to the task's card."""
    return button(texts.BACK_TO_TASK(language), Verb.CARD, task_id)


def below_step(step: Step, language: Language) -> InlineKeyboardMarkup:
    """Return the keyboard of one step: tick, change, remove, back."""
    tick = (texts.UNTICK, "untick") if step.done else (texts.TICK, "tick")
    changes = [tick, (labels.EDIT, "change"), (texts.DELETE, "remove")]
    does, *others = [button(words(language), Verb.STEP, deed, step.id) for words, deed in changes]
    back = button(texts.BACK_TO_STEPS(language), Verb.STEP, "back", step.assignment_id)
    return keyboard_of([does], others, [back])


Page = tuple[Html, InlineKeyboardMarkup]


def load_assignment(context: Context, assignment_id: int) -> Assignment:
    """Return an assignment whose steps the user may see. Raises NotYours."""
    found = find_assignment(context.db, assignment_id, context.today)
    if found is None or not (is_own(context, found) or context.person.sees_everything):
        raise NotYours
    return found


def is_own(context: Context, task: Assignment) -> bool:
    """Return whether an assignment belongs to one of the user's units."""
    return task.unit_id in context.person.speaks_for


def unit_steps(context: Context, task: Assignment, removed: Step | None = None, *, first: Html = NOTHING) -> Page:
    """Return the page with an assignment's steps below `first`, and a button to restore the one just `removed`."""
    steps, named = steps_of(context.db, task.id), len(context.person.speaks_for) != 1
    own = is_own(context, task) and task.status is not Status.CLOSED
    text = join([first, texts.steps_page(task, steps, context.language, named=named, own=own)], "\n\n")
    return text, below_unit_steps(task, steps, context.language, own=own, removed=removed)


def task_steps(context: Context, tasks: Sequence[Assignment]) -> Page:
    """Return the page with the steps of all units of a task that have some."""
    divided = [(task, steps_of(context.db, task.id)) for task in tasks if task.id]
    parts = [texts.steps_page(task, steps, context.language, named=True, own=False) for task, steps in divided if steps]
    text = Html("\n\n".join(parts)) if parts else texts.NO_STEPS(context.language)
    return text, keyboard_of(*[[to_card(task.task_id, context.language)] for task in tasks[:1]])


def own_steps(context: Context) -> Html:
    """Return the steps that the user is to do, by day; empty if there are none."""
    todo = steps_to_do(context.db, context.today, unit_ids=[*context.person.speaks_for])
    mine = [each for each in todo if each.person_id == context.person.id]
    return texts.own_steps(mine, context.today, context.language) if mine else NOTHING


def steps_on_card(context: Context, told: Sequence[Assignment]) -> Html:
    """Return what a card shows of the steps of the units it covers; empty if they have none."""
    divided = [(task, steps_of(context.db, task.id)) for task in told if task.id]
    divided = [(task, steps) for task, steps in divided if steps]
    if len(told) == 1:
        return join([texts.on_card(steps, context.today, context.language) for _, steps in divided])
    counted = [(task.unit or "", sum(each.done for each in steps), len(steps)) for task, steps in divided]
    return join([texts.OF_UNIT(context.language, unit=unit, done=done, all=count) for unit, done, count in counted])


def step_buttons_below_card(
    context: Context, task_id: int, mine: Sequence[Assignment], told: Sequence[Assignment]
) -> Rows:
    """Return the buttons for steps below a card: ✓ for those of the user's unit, 分解, and for the office one to see
    all, if the card leaves out some, because it covers several or has no room."""
    open_ones = [task for task in mine if task.status is not Status.CLOSED]
    to_tick = ticks(steps_of(context.db, open_ones[0].id)) if len(open_ones) == 1 else []
    row = [divide(task, context.language, named=len(open_ones) > 1) for task in open_ones]
    shown = texts.MOST_ON_CARD if len(told) == 1 else 0
    if any(len(steps_of(context.db, task.id)) > shown for task in told if task not in mine):
        row.append(button(texts.SEE(context.language), Verb.STEP, "task", task_id))
    return [*to_tick, *([row] if row else [])]


def due_line(matter: NoticeMatter, today: date, language: Language) -> Html:
    """Return a due step with its task's code as a line."""
    return texts.due_line(matter.code or "", matter.title, (matter.due - today).days, language)


def tick_button_in_digest(matter: NoticeMatter, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """Return the button that ticks off a step in a digest."""
    step = cut_to_width(matter.title, texts.LONGEST_ON_BUTTON)
    words = texts.DONE_WITH_CODE(language, code=matter.code or "", words=step)
    return button(words, Verb.NOTICE, outbox_id, "step", matter.id)


def step_name(matter: NoticeMatter, language: Language) -> str:
    """Return a step's words with its task's code."""
    return " ".join(filter(None, (matter.code, matter.title)))


def tick(context: Context, step_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Tick off a step. Return the confirmation and the button that undoes it. Raises whatever `set_done` raises."""
    step, language = set_done(context.db, context.actor, step_id), context.language
    return texts.ticked(step, language), keyboard_of([button(labels.UNDO(language), Verb.STEP, "undone", step.id)])
