"""分解: 分解 6-7; 把6-7分解一下; 6-7分解：11月底前 印发方案 / 12月中旬 检查20家; steps of 6-7; 我的步骤; 再加一步 …"""

from dataclasses import dataclass
from datetime import date

from data.understanding.entities.days import find_days
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.orders import said, says

_BETWEEN = " \n:：，,。.!！~～吧啊哈"


@dataclass(frozen=True, slots=True)
class DivisionAsked:
    """A wish for the steps of the task with this code, and what is `written` of them already; of all where it names no
    code."""

    code: str | None
    written: str = ""


def division_asked(heard: Understanding, today: date) -> DivisionAsked | None:
    """Return the wish for steps that a sentence is; None for any other."""
    if not any(of_kind(heard, Kind.CODE)):
        return DivisionAsked(None) if says(heard, "steps.asked_for") else None
    asked = said(heard, "steps.of_a_task")
    if asked is None or (asked["written"].strip(_BETWEEN) and not _are_steps(asked["written"], today)):
        return None
    return DivisionAsked(asked.code, asked["written"].strip(_BETWEEN))


def step_to_add(heard: Understanding) -> str | None:
    """Return what 再加一步 12月25日 验收 wants to be added, where it names no task and says what; else None."""
    asked = said(heard, "steps.one_more") if not any(of_kind(heard, Kind.CODE)) else None
    return asked["written"].strip(_BETWEEN) or None if asked else None


def _are_steps(rest: str, today: date) -> bool:
    """Whether what stands behind the request are steps: behind a colon or in a line of its own, or with a day and apart
    from it; 分解到各分局，11月底前完成 is none."""
    if rest.lstrip(" ").startswith((":", "：", "\n")):
        return True
    days = find_days(rest.lower(), today)
    return bool(days) and (rest[0] in _BETWEEN or days[0].start == 0)
