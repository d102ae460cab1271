"""Requests for the steps of tasks: 分解 6-7, 6-7分解：11月底前 印发方案, steps of 6-7, 我的步骤, 再加一步 …"""

from dataclasses import dataclass
from datetime import date

from data.understanding.entities.days import find_days
from data.understanding.meaning import Kind, Understanding
from data.understanding.orders import find_order, says

_BETWEEN = " \n:：，,。.!！~～吧啊哈"


@dataclass(frozen=True, slots=True)
class DivisionAsked:
    """A request for the steps of the task `code`, or of all tasks if None, with the steps `written` along with it."""

    code: str | None
    written: str = ""


def division_asked(heard: Understanding, today: date) -> DivisionAsked | None:
    """Return the request for steps that a sentence makes, or None."""
    if not heard.names(Kind.CODE):
        return DivisionAsked(None) if says(heard, "steps.asked_for") else None
    asked = find_order(heard, "steps.of_a_task")
    if asked is None or (asked["written"].strip(_BETWEEN) and not _are_steps(asked["written"], today)):
        return None
    return DivisionAsked(asked.code, asked["written"].strip(_BETWEEN))


def step_to_add(heard: Understanding) -> str | None:
    """Return the step that a sentence adds (再加一步 12月25日 验收), or None if it names a task or adds nothing."""
    asked = find_order(heard, "steps.one_more") if not heard.names(Kind.CODE) else None
    return asked["written"].strip(_BETWEEN) or None if asked else None


def _are_steps(rest: str, today: date) -> bool:
    """Return whether the words after a request are steps, unlike in 分解到各分局，11月底前完成.

    They are if they follow a colon or a line break, or have a day and are set off from the request.
    """
    if rest.lstrip(" ").startswith((":", "：", "\n")):
        return True
    days = find_days(rest.lower(), today)
    return bool(days) and (rest[0] in _BETWEEN or days[0].start == 0)
