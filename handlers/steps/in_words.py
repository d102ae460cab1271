"""分解 in words: 分解 6-7; 把6-7分解一下; 6-7分解：11月底前 印发方案 / 12月中旬 检查20家; steps of 6-7; 我的步骤."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import find_open
from data.errors import NotYours
from data.errors.reporting import StepsUnread
from data.patterns import Pattern
from data.standing.assignments import Assignment, assignment_by_id, assignments
from data.standing.standing import Status
from data.steps.steps import handled_last, steps_to_do
from data.understanding import Kind, Understanding
from data.understanding.entities.days import find_days
from data.understanding.lines import without_number
from data.understanding.normalise.sentence import normalise
from handlers.dialog.opening import begin
from handlers.steps import keyboard as buttons
from handlers.steps import page, texts
from handlers.steps.dialog import STEPS, written_steps
from handlers.steps.presses import open_steps
from handlers.telegram.context import Context, Does
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import answer

_POLITE = r"(?i)\s*(?:请|麻烦|帮忙?我?|我们?|咱们?|想|要|把|将|给|对|please|can you|i want to|let's|let us|\s)*"
_ENDS = r"[\s。.!！~～吧啊哈]*"
_VERB = (
    r"(?:(?:做?个?分解|拆[解分]?)(?:一下|下|步骤|任务|成?几步)*|分成?几步(?:走|做)?"
    r"|的?步骤(?:都?有(?:啥|什么|哪些)|是什么)?|(?:split|divide|break)(?: up| down)?(?: the)?(?: task)?"
    r"|steps?(?: of| for)?)"
)
_BEFORE_CODE = Pattern(rf"{_POLITE}{_VERB}(?:任务)?\s*")
_ONLY_POLITE = Pattern(_POLITE)
_BEHIND_CODE = Pattern(rf"(?i)\s*(?:这?项|这?个)?(?:任务|工作)?\s*{_VERB}(?: into steps)?(?P<rest>(?s:.*))$")
_BETWEEN = " \n:：，,。.!！~～吧啊哈"
_ALONE = Pattern(rf"{_POLITE}(?:{_VERB}|(?:我的|我们的)?(?:分解)?步骤|(?:my|our) steps){_ENDS}")
_ADDS = Pattern(
    r"(?i)^\s*(?:请|麻烦|please)?\s*(?:再?(?:添|增)?加(?:上)?(?:一步|一个步骤|个步骤)|再来一步"
    r"|add (?:one(?: more)?|a step|another step|another one)\b)(?P<rest>(?s:.*))$"
)
_INTO_STEPS = Pattern(rf"(?i)^(?: in)?to steps{_ENDS}")


def division_said(context: Context, text: str, heard: Understanding) -> Does | None:
    """What a sentence that asks for the steps of a task leads to; None for any other. What is written of them behind
    the code is taken over."""
    code = next((each for each in heard.readings if each.kind is Kind.CODE), None)
    if code is None:
        adds = _adds_to_the_last(context, text)
        return adds or (_show_to_do if _ALONE.fullmatch(heard.text.strip()) else None)
    said = without_number(text)
    places = normalise(said).spans
    before, behind = said[: places[code.start][0]], said[places[code.end - 1][1] :]
    if _BEFORE_CODE.fullmatch(before):
        rest = _INTO_STEPS.sub("", behind)
    elif _ONLY_POLITE.fullmatch(before) and (found := _BEHIND_CODE.match(behind)):
        rest = found["rest"]
    else:
        return None
    if rest.strip(_BETWEEN) and not _are_steps(rest, context.today):
        return None
    return partial(_divide, code.values[0], rest.strip(_BETWEEN))


def _adds_to_the_last(context: Context, text: str) -> Does | None:
    """再加一步 12月25日 验收, where the task is that whose steps somebody has handled last; None for any other text."""
    asked = _ADDS.match(text)
    last = handled_last(context.db, context.person.id) if asked is not None else None
    if asked is None or last is None or find_open(context.db, context.person.id) is not None:
        return None
    task = assignment_by_id(context.db, last, context.today, context.zone)
    if task is None or task.unit_id not in context.person.speaks_for or not asked["rest"].strip(_BETWEEN):
        return None
    return partial(_add_to, task, asked["rest"].strip(_BETWEEN))


async def _add_to(task: Assignment, written: str, update: Update, context: Context, heard: Understanding) -> None:
    await _begin_with(update, context, task, written)


def _are_steps(rest: str, today: date) -> bool:
    """Whether what stands behind the request are steps: behind a colon or in a line of its own, or with a day and apart
    from it; 分解到各分局，11月底前完成 is none."""
    if rest.lstrip(" ").startswith((":", "：", "\n")):
        return True
    days = find_days(rest.lower(), today)
    return bool(days) and (rest[0] in _BETWEEN or days[0].start == 0)


async def _show_to_do(update: Update, context: Context, heard: Understanding) -> None:
    """What is still to be done of the steps of the person's units, with the ways there; and how more are made."""
    steps = [each for each in steps_to_do(context.db, context.today) if each.unit_id in context.person.speaks_for]
    text = texts.to_do(steps, context.today, context.language)
    await answer(update, context, text, buttons.tasks_of(steps))


async def _divide(code: str, written: str, update: Update, context: Context, heard: Understanding) -> None:
    """The steps of a task, of one's own unit to work with. Raises NotYours."""
    own = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    own = [task for task in own if task.id and task.status is not Status.CLOSED] or own
    if len(own) > 1:
        rows = [[buttons.divide(task, context.language, named=True)] for task in own]
        await answer(update, context, texts.WHICH_UNIT(context.language, code=code), InlineKeyboardMarkup(rows))
    elif own and written:
        await _begin_with(update, context, own[0], written)
    elif own:
        await open_steps(update, context, own[0].id or 0)
    elif context.person.sees_everything:
        found: Sequence[Assignment] = assignments(context.db, context.today, context.zone, code=code)
        await answer(update, context, *page.of_task(context, found))
    else:
        raise NotYours(code)


async def _begin_with(update: Update, context: Context, task: Assignment, written: str) -> None:
    """What was written is read at once; where none of it are steps, that stands above the question."""
    try:
        answers = written_steps(context, task, written)
    except StepsUnread as why:
        await begin(update, context, STEPS, task.id or 0, first=refusal(why, context.language))
        return
    await begin(update, context, STEPS, task.id or 0, answers=answers)
