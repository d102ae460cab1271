"""Deciding what a sentence asks for. The order of the rules is their precedence."""

import re
from collections.abc import Callable

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.meaning import Intent, Kind

_NO_WISH_TO_EXTEND = re.compile(
    r"批|通过|同意|已经?延|[期迟]了|申请过|到(?:什么|哪|几)|规定|手续|条件|流程|政策|标准|了吗"
    r"|了没|过吗|取消|(?<![能可])不(?:再|用|能|需要?|想|要|得)?(?:申请)?(?:延|推迟|展期)|撤回|驳回|退回"
    r"|到哪|结果|approved|granted|extended\b"
)
_ATTRIBUTE = re.compile(r"的[\u4e00-\u9fff]|[之以]?后|时|情况|标准|质量|条件")
_DELEGATING = re.compile(r"(?:请|让|叫|通知|催|要求|提醒|安排|督促|转告|告诉)$")
_PAST = re.compile(r"[了已过]|\b(?:was|were|have|has|did|done|completed|closed)\b")
_SURE, _LIKELY = 0.6, 0.4
Rule = Callable[[Clues], Intent | None]


def decide(clues: Clues) -> Intent:
    """Return the intent of a sentence, UNKNOWN where no rule applies."""
    return next((intent for rule in _RULES if (intent := rule(clues))), Intent.UNKNOWN)


def _extension(clues: Clues) -> Intent | None:
    if Cue.EXTENSION not in clues.cues or (_reported(clues) and not clues.has(Cue.WISH)):
        return None
    if not (clues.has(Cue.WHICH) or _NO_WISH_TO_EXTEND.search(clues.heard)):
        return Intent.EXTENSION
    return Intent.TASK if clues.of(Kind.CODE) else Intent.UNKNOWN


def _history(clues: Clues) -> Intent | None:
    return Intent.HISTORY if clues.has(Cue.HISTORY) else None


def _report(clues: Clues) -> Intent | None:
    """A report is a statement about a task, or the wish to make one; a question or a filter never is."""
    about = bool(clues.of(Kind.CODE) or clues.hits)
    wished = clues.has(Cue.REPORT) and (about or not (clues.has(Cue.SUMMARY) or clues.of(Kind.UNIT)))
    said = _reported(clues) or (about and (_stated(clues) or _happened(clues)))
    return Intent.REPORT if (wished or said) and not (_asks(clues) or _speaks_of_others(clues)) else None


def _asks(clues: Clues) -> bool:
    if clues.has(Cue.QUESTION, Cue.SHOW) or (clues.has(Cue.HISTORY) and not clues.has(Cue.NO_CHANGE)):
        return True
    return clues.has(Cue.WHICH) and not (clues.of(Kind.CODE) or clues.has(Cue.REPORT))


def _speaks_of_others(clues: Clues) -> bool:
    """Nothing done, something described (完成的标准), somebody else told to report, an office outside the plan."""
    if _reported(clues):
        return bool(clues.of(Kind.STRANGER)) and not clues.of(Kind.CODE)
    outside = clues.of(Kind.STRANGER) and not clues.of(Kind.CODE)
    return bool(clues.unfinished or outside) or _attributes(clues) or _delegated(clues)


def _happened(clues: Clues) -> bool:
    if clues.has(Cue.WHICH):
        return False
    return clues.has(Cue.HAPPENED, Cue.NO_CHANGE) or (clues.has(Cue.COUNTED) and bool(clues.of(Kind.CODE)))


def _stated(clues: Clues) -> bool:
    """A status stands by itself; 下周完成 speaks of the future."""
    return bool(clues.of(Kind.STATUS)) and not (clues.of(Kind.TIME) or clues.overdue)


def _attributes(clues: Clues) -> bool:
    """已完成的昆仑行动, 完成的标准 and 完成后 state no status."""
    return any(_ATTRIBUTE.match(clues.heard, status.end) for status in clues.of(Kind.STATUS))


def _delegated(clues: Clues) -> bool:
    return any(_DELEGATING.search(clues.heard[: unit.start]) for unit in clues.of(Kind.UNIT))


def _reported(clues: Clues) -> bool:
    return bool(clues.of(Kind.PERCENT) or clues.of(Kind.FIGURE))


def _no_such_code(clues: Clues) -> Intent | None:
    return Intent.UNKNOWN if clues.of(Kind.NO_CODE) and not clues.of(Kind.CODE) else None


def _no_such_unit(clues: Clues) -> Intent | None:
    """What the plan does not know is not answered with something else."""
    return Intent.UNKNOWN if clues.of(Kind.STRANGER) and not clues.of(Kind.CODE) else None


def _elsewhere(clues: Clues) -> Intent | None:
    return Intent.UNKNOWN if clues.has(Cue.ELSEWHERE) and not clues.has(Cue.SUMMARY) and not clues.hits else None


def _one_task(clues: Clues) -> Intent | None:
    return Intent.TASK if clues.of(Kind.CODE) else None


def _topic(clues: Clues) -> Intent | None:
    if not clues.hits or clues.of(Kind.SECTION) or (clues.has(Cue.SUMMARY) and len(clues.hits.codes) > 1):
        return None
    enough = _SURE if _otherwise_clear(clues) else _LIKELY
    return Intent.TASK if clues.hits.sureness >= enough else None


def _summary(clues: Clues) -> Intent | None:
    asked = clues.has(Cue.SUMMARY) or clues.of(Kind.INDICATOR)
    return Intent.SUMMARY if asked and not clues.of(Kind.SECTION) else None


def _deadlines(clues: Clues) -> Intent | None:
    if clues.overdue or (clues.of(Kind.STATUS) and not clues.has(Cue.DUE)):
        return None
    if clues.has(Cue.DUE) or (clues.has(Cue.SOON) and not clues.unfinished):
        return Intent.DEADLINES
    dated = clues.of(Kind.TIME) and not clues.unfinished and (clues.has(Cue.TASKS) or not clues.topic)
    return Intent.DEADLINES if dated else None


def _tasks(clues: Clues) -> Intent | None:
    """A list, unless the sentence also names something unheard of, for which the list would be no answer."""
    asked = clues.overdue or clues.unfinished or clues.has(Cue.TASKS) or clues.of(Kind.STATUS) or clues.of(Kind.SECTION)
    left = any(len(word) > 1 and not word.isdigit() for word in clues.topic.split())
    strange = left and not (clues.has(Cue.OWN) or clues.of(Kind.SECTION))
    promised = clues.of(Kind.STATUS) and clues.of(Kind.TIME) and not (clues.has(Cue.WHICH) or _PAST.search(clues.heard))
    return Intent.TASKS if asked and not (strange or promised) else None


def _bare(clues: Clues) -> Intent | None:
    """A unit, "mine" or "how is it going" alone asks for a list; the coordinator's last, for the summary."""
    if clues.topic:
        return None
    if clues.of(Kind.UNIT) or clues.has(Cue.OWN):
        return Intent.TASKS
    if clues.has(Cue.PROGRESS):
        return Intent.SUMMARY if clues.speaker.coordinator else Intent.TASKS
    return None


def _otherwise_clear(clues: Clues) -> bool:
    return bool(clues.has(Cue.DUE, Cue.SUMMARY) or clues.of(Kind.TIME) or clues.overdue or clues.of(Kind.STATUS))


_RULES: tuple[Rule, ...] = (
    _no_such_code,
    _extension,
    _report,
    _history,
    _no_such_unit,
    _one_task,
    _elsewhere,
    _topic,
    _summary,
    _deadlines,
    _tasks,
    _bare,
)
