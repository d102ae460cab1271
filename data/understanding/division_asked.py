"""分解: 分解 6-7; 把6-7分解一下; 6-7分解：11月底前 印发方案 / 12月中旬 检查20家; steps of 6-7; 我的步骤; 再加一步 …"""

from dataclasses import dataclass
from datetime import date

from data.patterns import Pattern
from data.understanding.entities.days import find_days
from data.understanding.lines import without_number
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import normalise

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


@dataclass(frozen=True, slots=True)
class DivisionAsked:
    """A wish for the steps of the task with this code, and what is `written` of them already; of all where it names no
    code."""

    code: str | None
    written: str = ""


def division_asked(text: str, heard: Understanding, today: date) -> DivisionAsked | None:
    """Return the wish for steps that a sentence is; None for any other."""
    code = _code_in(heard)
    if code is None:
        return DivisionAsked(None) if _ALONE.fullmatch(heard.text.strip()) else None
    rest = _behind_the_wish(without_number(text), code)
    if rest is None or (rest.strip(_BETWEEN) and not _are_steps(rest, today)):
        return None
    return DivisionAsked(code.values[0], rest.strip(_BETWEEN))


def step_to_add(text: str, heard: Understanding) -> str | None:
    """Return what 再加一步 12月25日 验收 wants to be added, where it names no task and says what; else None."""
    asked = _ADDS.match(text) if _code_in(heard) is None else None
    return asked["rest"].strip(_BETWEEN) or None if asked else None


def _code_in(heard: Understanding) -> Reading | None:
    return next(of_kind(heard, Kind.CODE), None)


def _behind_the_wish(said: str, code: Reading) -> str | None:
    """Return what is said behind the code and the verb, which may stand before the code; None without a verb."""
    places = normalise(said).spans
    before, behind = said[: places[code.start][0]], said[places[code.end - 1][1] :]
    if _BEFORE_CODE.fullmatch(before):
        return _INTO_STEPS.sub("", behind)
    found = _BEHIND_CODE.match(behind) if _ONLY_POLITE.fullmatch(before) else None
    return found["rest"] if found else None


def _are_steps(rest: str, today: date) -> bool:
    """Whether what stands behind the request are steps: behind a colon or in a line of its own, or with a day and apart
    from it; 分解到各分局，11月底前完成 is none."""
    if rest.lstrip(" ").startswith((":", "：", "\n")):
        return True
    days = find_days(rest.lower(), today)
    return bool(days) and (rest[0] in _BETWEEN or days[0].start == 0)
