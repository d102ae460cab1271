"""What is said of steps."""

from data import errors
from data.steps.steps import Step
from handlers.telegram.days import days_left_text
from handlers.telegram.refusals import Sentences
from handlers.telegram.task_lines import LINE
from handlers.telegram.wording import Html, Language, Wording, columns, narrowed, plain

STEPS = Wording("分解步骤", "Steps")
DUE = Wording("▫️ <b>{code}</b> {words} · {when}", "▫️ <b>{code}</b> {words} · {when}")
IS_DONE = Wording("✅ {code} {words}：已完成。", "✅ {code} {words}: done.")
NOT_DONE = Wording("▫️ {code} {words}：改回未完成。", "▫️ {code} {words}: not done after all.")
DONE_WITH_CODE = Wording("✓ {code} {words}", "✓ {code} {words}")

TOO_MANY = Wording(
    "一项任务最多分 {most} 步，请合并几步再发。", "A task can have {most} steps at most. Please join some of them."
)

LONGEST_ON_BUTTON = 24
"""In columns."""


def due_line(code: str, words: str, days_left: int, language: Language) -> Html:
    """A step that is due, in a line of a phone."""
    when = days_left_text(days_left, language)
    room = LINE - columns(f"▫️ {code}  · {plain(when)}")
    return DUE(language, code=code, words=narrowed(words, room), when=when)


def done_word(code: str, words: str, language: Language) -> str:
    """What the button says that ticks a step off, where several tasks have one."""
    return str(DONE_WITH_CODE(language, code=code, words=narrowed(words, LONGEST_ON_BUTTON)))


def ticked(step: Step, language: Language) -> Html:
    """That a step is done, or not after all."""
    wording = IS_DONE if step.done else NOT_DONE
    return wording(language, code=step.code, words=narrowed(step.words, 60))


REFUSALS: Sentences = {
    errors.TooManySteps: lambda error, language: TOO_MANY(language, most=error.most),
}
