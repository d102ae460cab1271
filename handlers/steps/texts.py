"""Texts about steps."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.errors.reporting import StepsUnread, TooManySteps
from data.standing.assignments import Assignment
from data.steps.steps import Step
from data.understanding.steps.step_lines import StepFault, StepLine
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Sentences,
    Wording,
    bracketed,
    cut,
    cut_to_width,
    days_left_text,
    html,
    join,
    labels,
    plain,
    screen_width,
    short_day,
)
from handlers.wording.task_lines import LINE_LENGTH

STEPS = Wording("分解步骤", "Steps")
STEP = Wording("这一步", "The step")
DIVIDE = Wording("分解", "Steps")
DUE = Wording("▫️ <b>{code}</b> {words} · {when}", "▫️ <b>{code}</b> {words} · {when}")
IS_DONE = Wording("✅ {code} {words}：已完成。", "✅ {code} {words}: done.")
NOT_DONE = Wording("▫️ {code} {words}：改回未完成。", "▫️ {code} {words}: not done after all.")
DONE_WITH_CODE = Wording("✓ {code} {words}", "✓ {code} {words}")
NUMBERED = Wording("{number}. {line}", "{number}. {line}")
UNDATED = Wording("未定日子", "no day")
LATE = Wording("晚于任务期限", "after the task's deadline")
HEAD = Wording(
    "<b>{code} {title}</b>[（{unit}）]\n分解步骤 {done}/{all}", "<b>{code} {title}</b>[ ({unit})]\nSteps {done}/{all}"
)
NO_STEPS = Wording("还没有分解。", "There are no steps yet.")
PAGE_FOOT = Wording("点编号可完成、修改、删除这一步。", "Press a number to tick a step off, change it or delete it.")
WHICH = Wording(
    "<b>{code} {title}</b>\n分几步做？一步一行：日子、做什么、谁做，例如：\n11月底前 印发方案 {name}\n"
    "12月中旬 检查20家\n也可以用“/”隔开写成一行。日子和人可以不写。",
    "<b>{code} {title}</b>\nIn which steps? One per line: the day, what is to be done, and by whom, for example:\nby "
    "30 Nov issue the plan {name}\nby 20 Dec inspect 20 shops\nOr in one line, separated by “/”. Day and name can be "
    "left out.",
)
THERE_ALREADY = Wording("已有 {count} 步，新写的会加在里面。", "There are {count} already; the new ones are added.")
WRITTEN_SO_FAR = Wording("现在写的是：", "Written so far:")
CHECK = Wording("{code} 将加上 {count} 步，请核对：", "{code} gets {count} more steps. Please check:")
REMINDED = Wording(
    "到期前一天、当天和逾期后各提醒一次，只提醒做这一步的人；没写人的提醒您。",
    "The person responsible for a step is reminded the day before, on the day and once after it; if nobody is named, "
    "you are.",
)
CAN_BE_CHANGED = Wording(
    "要改可以直接说，如“第2步改到12月8日”“删掉第1步”，或再发几步。",
    "Say what to change, such as “change the second to 8 Dec” or “drop the first”, or send more of them.",
)
NOT_TAKEN = Wording("没有加进去：", "Not taken:")
FAULTS = {
    StepFault.NO_WORDS: Wording("“{line}”：没写做什么", "“{line}”: it does not say what is to be done"),
    StepFault.PAST: Wording("“{line}”：日子已经过了", "“{line}”: its day is past"),
    StepFault.TOO_LONG: Wording(
        "“{line}”：太长，请写在100字以内", "“{line}”: too long; please use 100 characters at most"
    ),
    StepFault.NO_SUCH_DAY: Wording("“{line}”：没有这一天，请改日子", "“{line}”: there is no such day"),
    StepFault.SAME: Wording("“{line}”：已经是这样了", "“{line}”: it is already like that"),
    StepFault.NOT_THERE: Wording("“{line}”：没有找到这一步", "“{line}”: there is no such step"),
    StepFault.NOT_KEPT: Wording("“{line}”：这些步骤还没提交", "“{line}”: these steps are not submitted yet"),
    StepFault.UNCLEAR: Wording("“{line}”：没看懂改成什么", "“{line}”: it is not clear what to change it to"),
}
WRITE_AGAIN = Wording("请改好再发。", "Please correct that and send it again.")
ADDED = Wording("已加上 {count} 步。", "{count} added.")
CHANGED = Wording("已改好。", "Changed.")
NO_SUCH_STEP = Wording("没有找到您说的这一步，现在的步骤是：", "I did not find that step. These are the steps:")
REMOVED = Wording("已删除：{words}", "Deleted: {words}")
RESTORED = Wording("已恢复：{words}", "Restored: {words}")
WHICH_CHANGE = Wording(
    "{line}\n请发新的内容。只发日子就只改日子，只发人名就只换人。",
    "{line}\nPlease send the new text. A day alone changes only the day, a name alone only the person.",
)
CHANGE_CHECK = Wording("原来：{before}\n改成：{after}", "Before: {before}\nAfter: {after}")
NOBODY = Wording("不指定人", "Nobody")
NO_DAY = Wording("不定日子", "No day")
WAITS = Wording("{code} 的分解还没写完", "The steps of {code} are not finished yet")
STEP_WAITS = Wording("有一步正在修改", "A step is being changed")
YOUR_STEPS = Wording("您要做的步骤（{count}）：", "Your steps ({count}):")
TO_DO = Wording("还没完成的步骤 {count} 个：", "Steps still to do: {count}")
WHICH_TASK = Wording(
    "要分解哪一项？请写上编号，如“分解 6-7”。",
    "Which task would you like to divide into steps? Please send its code, such as “分解 6-7”.",
)
ADD = Wording("添加步骤", "Add steps")
BACK_TO_TASK = Wording("返回任务", "Back to the task")
BACK_TO_STEPS = Wording("返回步骤", "Back to the steps")
TICK = Wording("✓ 完成", "✓ Done")
UNTICK = Wording("改回未完成", "Not done after all")
DELETE = Wording("删除", "Take away")
SEE = Wording("步骤", "Steps")
OF_UNIT = Wording("{unit} {done}/{all}", "{unit} {done}/{all}")

LONGEST_ON_BUTTON = 24
"""In columns; a Chinese character takes two."""
MOST_ON_CARD, MOST_TO_DO = 10, 15


def due_line(code: str, words: str, days_left: int, language: Language) -> Html:
    """Return a due step as a line that fits a phone."""
    when = days_left_text(days_left, language)
    room = LINE_LENGTH - screen_width(f"▫️ {code}  · {plain(when)}")
    return DUE(language, code=code, words=cut_to_width(words, room), when=when)


def to_do(steps: Sequence[Step], today: date, language: Language) -> Html:
    """Return the steps of several tasks that are still to do, and how to divide a task."""
    lines = labels.some_lines(steps, lambda step: _line_of_task(step, today, language), MOST_TO_DO, language)
    head = TO_DO(language, count=len(steps)) if steps else NOTHING
    return join([head, *lines, WHICH_TASK(language)])


def own_steps(steps: Sequence[Step], today: date, language: Language) -> Html:
    """Return the steps that a person is to do."""
    lines = labels.some_lines(steps, lambda step: _line_of_task(step, today, language), MOST_TO_DO, language)
    return join([YOUR_STEPS(language, count=len(steps)), *lines])


def _line_of_task(step: Step, today: date, language: Language) -> Html:
    if step.due is not None:
        return due_line(step.code, step.words, (step.due - today).days, language)
    return DUE(language, code=step.code, words=cut_to_width(step.words, LONGEST_ON_BUTTON), when=UNDATED)


def ticked(step: Step, language: Language) -> Html:
    """Return the confirmation that a step is done, or is not done after all."""
    wording = IS_DONE if step.done else NOT_DONE
    return wording(language, code=step.code, words=cut_to_width(step.words, 60))


def line(step: Step | StepLine, today: date, language: Language) -> Html:
    """Return a step as a line: its day, what is to be done, and by whom."""
    day = short_day(step.due, today, language) if step.due else UNDATED(language)
    return html(f"{day} {step.words}" + (bracketed(step.person, language) if step.person else ""))


def step_line(step: Step, number: int, today: date, language: Language) -> Html:
    """Return a numbered step with a mark for done or open and, if overdue, by how much."""
    text = line(step, today, language)
    late = not step.done and step.due is not None and step.due < today
    when = days_left_text((step.due - today).days, language) if late and step.due else NOTHING
    return Html(f"{'✅' if step.done else '▫️'} {join([NUMBERED(language, number=number, line=text), when], ' · ')}")


def step_lines(steps: Iterable[Step], today: date, language: Language, most: int | None = None) -> list[Html]:
    """Return the steps of a task, numbered; at most `most`."""
    return [step_line(step, number, today, language) for number, step in enumerate(steps, 1)][:most]


def steps_page(task: Assignment, steps: Sequence[Step], language: Language, *, named: bool, own: bool) -> Html:
    """Return all steps of an assignment, with its unit if `named` and, for the user's `own`, a hint on editing them."""
    done = sum(each.done for each in steps)
    unit, title = task.unit if named else None, task.title.said_in(language)
    head = HEAD(language, code=task.code, title=title, unit=unit, done=done, all=len(steps))
    lines = step_lines(steps, task.today, language) or [NO_STEPS(language)]
    return join([head, *lines, PAGE_FOOT(language) if own and steps else NOTHING])


def on_card(steps: Sequence[Step], today: date, language: Language) -> Html:
    """Return the steps of the one unit that a card covers, cut after the first MOST_ON_CARD."""
    done = sum(each.done for each in steps)
    lines = step_lines(steps, today, language, MOST_ON_CARD)
    return join([html(f"{done}/{len(steps)}"), *lines, html("…") if len(steps) > MOST_ON_CARD else NOTHING])


def which_steps(
    task: Assignment, steps: Sequence[Step], written: Sequence[StepLine], name: str, language: Language
) -> Html:
    """Return the question for the steps of a task, with those `written` so far."""
    asked = WHICH(language, code=task.code, title=task.title, name=name)
    there = THERE_ALREADY(language, count=len(steps)) if steps else NOTHING
    so_far = join([WRITTEN_SO_FAR(language), *_numbered(written, task, language)]) if written else NOTHING
    return join([asked, there, so_far])


def _numbered(steps: Sequence[StepLine], task: Assignment, language: Language) -> list[Html]:
    late = [LATE(language) if each.due and task.due and each.due > task.due else NOTHING for each in steps]
    lines = [join([line(each, task.today, language), late[at]], " · ") for at, each in enumerate(steps)]
    return [NUMBERED(language, number=number, line=each) for number, each in enumerate(lines, 1)]


def preview(task: Assignment, steps: Sequence[StepLine], faults: Sequence[tuple[str, str]], language: Language) -> Html:
    """Return how the steps were read, and which lines could not be."""
    lines = _numbered(steps, task, language)
    refused = join([NOT_TAKEN(language), unread_lines(faults, language)]) if faults else NOTHING
    head = CHECK(language, code=task.code, count=len(steps))
    return join([head, *lines, refused, REMINDED(language), CAN_BE_CHANGED(language)])


def unread_lines(faults: Sequence[tuple[str, str]], language: Language) -> Html:
    """Return the lines that could not be read as steps, each with the reason."""
    return join([FAULTS[StepFault(why)](language, line=cut(said.strip(), 40)) for said, why in faults[:MOST_ON_CARD]])


def removed(step: Step, language: Language) -> Html:
    """Return the confirmation that a step was removed, or restored."""
    return (REMOVED if step.removed else RESTORED)(language, words=cut_to_width(step.words, 60))


REFUSALS: Sentences = {
    TooManySteps: Wording(
        "一项任务最多分 {most} 步，请合并几步再发。",
        "A task can have at most {most} steps. Please combine some of them.",
    ),
    StepsUnread: lambda error, language: join([unread_lines(error.lines, language), WRITE_AGAIN(language)]),
}
