"""Deciding what a sentence asks for. The order of the rules is their precedence."""

import re
from collections.abc import Callable, Iterable

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.fillers import content
from data.understanding.forewords import amends_a_report
from data.understanding.meaning import NUMBERS, Intent, Kind, Mood
from data.understanding.narratives import names_it
from data.understanding.normalise.sentence import TAKEN, blank
from data.understanding.others import of_another_unit
from data.understanding.procedures import asks_about_rules, asks_how, asks_what_may_be_done
from data.understanding.requests import asks_plainly, has_plain_clause
from data.understanding.statements import NOT_ASSERTED_THERE, apart_from, statements, unasserted
from data.understanding.unfiltered import LISTED, SOUGHT_BY

_ABOUT_EXTENSIONS = re.compile(
    r"(?<![请予望盼一两几二三四五六七八九十\d])批(?!示)|(?<=\d)批[了准]|通过|(?<![请予望盼])同意|已经?延|[期迟]了|申请[过了]"
    r"|规定|手续|记录|历史|期[之以]?后|条件|流程|政策|标准|驳回|退回|结果|的(?:任务|时间|理由|原因|次数|事)|[期迟后]是"
    r"|approved|granted|extended\b|extensions\b|extension (?:is|was|has)\b"
)
_EXTENDED = re.compile(r"[期迟后]了[吗没]")
_ASKED_FIRST = re.compile(
    rf"{TAKEN}+ ?(?:申请|需要?|要|想|请)?(?:延期?|推迟?|延后|顺延|延长|缓|展期)(?: ?{TAKEN})+"
    r"(?: (?!已|都|[没未]?(?:批[准了没]|通过|同意|驳回|退回|申请))|$)"
)
_NEEDS_UNTIL = re.compile(r"\bneeds? (?:until|till) ")
_BEGGING = re.compile(r"宽限|缓几天|再给|给我们?.{0,4}(?:延|缓|推)|\bmore time\b")
_ATTRIBUTE = re.compile(r"的[\u4e00-\u9fff]|[之以]?后|时|情况|标准|质量|条件")
_PAST = re.compile(r"[了已过]|\b(?:was|were|have|has|did|done|completed|closed)\b")
_ALL_DONE = re.compile(
    rf"(?:我们?|咱们?|本?单位|我[局委]|这边|[这那]?几[项条]|任务|的|{TAKEN})*(?:都|全部?|均|统统)++(?:已经?)?"
    r"(?:完成|办结|做完|办完|弄完|搞完|搞定|完结)了?[啦。!！]?"
    r"|(?:we(?:'ve| have)? |it's |they(?:'re| are) )?(?:all (?:of (?:it|them) )?(?:tasks )?(?:is |are )?"
    r"(?:done|finished|completed)|everything(?:'s| is| has been)? (?:done|finished|completed)"
    r"|(?:finished|completed|done) (?:everything|all(?: (?:the |of )?(?:tasks|them|it))?))[.!]?"
)
_REPORTED = re.compile("已报")
_SAID_BEFORE = re.compile("[这那就也都]?是|[填上]?报过")
_BRACKETS = "(（[【 "
_NOT_ASSERTED = (Mood.ASKS, Mood.SUPPOSES, Mood.TELLS, Mood.HEARSAY, Mood.HESITATES)
_NOT_PLAIN = (*_NOT_ASSERTED, *NOT_ASSERTED_THERE, Mood.OF_OTHERS)
_TALK = (Mood.ASKS, Mood.HEARSAY, Mood.TELLS, Mood.HESITATES)
_SURE, _LIKELY = 0.6, 0.4
Rule = Callable[[Clues], Intent | None]


def decide(clues: Clues) -> Intent:
    """Return the intent of a sentence, UNKNOWN where no rule applies."""
    return next((intent for rule in _RULES if (intent := rule(clues))), Intent.UNKNOWN)


def _help(clues: Clues) -> Intent | None:
    """How something is done; of what may or must be done, only where no task, unit or day is asked about."""
    heard = clues.heard.lower()
    if asks_how(heard) and not (clues.has(Cue.HISTORY) and clues.of(Kind.CODE)):
        return Intent.HELP
    asks = clues.mood(Mood.ASKS) or (clues.mood(Mood.REQUESTS) and not _begs(clues))
    if not asks or _names_something(clues):
        return None
    listed = clues.has(Cue.HISTORY, Cue.WHETHER_REPORTED, Cue.WHICH)
    return Intent.HELP if asks_what_may_be_done(heard) or (not listed and asks_about_rules(heard)) else None


def _names_something(clues: Clues) -> bool:
    """Say whether something of the plan is asked about."""
    named = _about_a_task(clues, _SURE) or clues.of(Kind.UNIT) or clues.of(Kind.TIME)
    return bool(named or (clues.topic and _EXTENDED.search(clues.heard)))


def _extension(clues: Clues) -> Intent | None:
    """More time is asked for a task, or plainly; what only speaks of extensions, or against one, is no request."""
    named = clues.has(Cue.EXTENSION) or _NEEDS_UNTIL.search(clues.heard.lower())
    if not named or (_counts(clues) and not clues.has(Cue.WISH)):
        return None
    talk = clues.has(Cue.WHICH) or clues.mood(*_NOT_PLAIN)
    about = [match.start() for match in _ABOUT_EXTENSIONS.finditer(clues.heard)]
    first = _ASKED_FIRST.match(blank(clues.heard.lower(), clues.readings))
    asked = first or has_plain_clause(clues, Cue.EXTENSION, about) or (_about_a_task(clues) and not about)
    if asked and not talk:
        return Intent.EXTENSION
    if clues.of(Kind.CODE) or (clues.own_task and _about_a_task(clues, _SURE)):
        return Intent.TASK
    return Intent.CANCEL if clues.mood(Mood.DENIES) and not clues.mood(*_TALK) else Intent.UNKNOWN


def _begs(clues: Clues) -> bool:
    """能宽限几天吗 and 再给我们十天 ask for more time, where 可以延期吗 asks whether there is any."""
    return bool(_BEGGING.search(clues.heard)) and has_plain_clause(clues, Cue.EXTENSION)


def _report(clues: Clues) -> Intent | None:
    """A report is a statement about a task that the speaker answers for, or the plain wish to make one."""
    if clues.mood(*_NOT_ASSERTED) or of_another_unit(clues):
        return None
    wished = clues.has(Cue.REPORT) and not clues.mood(*_NOT_PLAIN) and asks_plainly(clues, Cue.REPORT)
    return Intent.REPORT if wished or _states(clues) or _says_all_is_done(clues) else None


def _says_all_is_done(clues: Clues) -> bool:
    """都完成了, said by a liaison, tells of the own tasks and asks for no list; which it is of remains to be said."""
    rest = blank(clues.heard.lower(), clues.of(Kind.UNIT))
    return bool(clues.speaker.units and not clues.speaker.coordinator and _ALL_DONE.fullmatch(rest))


def _states(clues: Clues) -> bool:
    """Say whether something is stated of a named task, or in numbers of nothing that is outside the plan."""
    if clues.task_of_others and not (clues.of(Kind.CODE) or _counts(clues)):
        return False
    amends = amends_a_report(clues.heard.lower()) and _counts(clues)
    if clues.has(Cue.SHOW) or (clues.embedded and not amends):
        return False
    if clues.has(Cue.HISTORY) and not (amends or clues.has(Cue.NO_CHANGE) or _of_before_in_passing(clues)):
        return False
    if _in_passing(clues):
        return False
    stated = [place for place in statements(clues) if not unasserted(place, clues)]
    if _about_a_task(clues):
        return bool(stated) and not (_attributes(clues) or _lists(stated, clues))
    return bool(stated) and _counts(clues) and not (clues.subject or clues.mood(Mood.OF_OTHERS))


def _of_before_in_passing(clues: Clues) -> bool:
    """Say whether a number behind a code of the own comes before what speaks of earlier reports (2-3 80% 已报)."""
    codes, numbers = clues.of(Kind.CODE), [reading for kind in NUMBERS for reading in clues.of(kind)]
    if not (clues.own_task and len(codes) == 1 and numbers) or clues.heard[: codes[0].start].strip(_BRACKETS):
        return False
    if any(_SAID_BEFORE.match(clues.heard, number.end) for number in numbers):
        return False
    first = min(number.start for number in numbers)
    return all(first < match.start() or _REPORTED.match(match[0]) for match in clues.cues[Cue.HISTORY])


def _in_passing(clues: Clues) -> bool:
    """Say whether the only word for a task stands somewhere inside the sentence (今年税收完成八成)."""
    task = next(iter(clues.of(Kind.TASK)), None)
    before = blank(clues.heard, clues.of(Kind.UNIT))[: task.start] if task else ""
    return bool(task and content(before) and not names_it(task, clues))


def _lists(stated: Iterable[int], clues: Clues) -> bool:
    """已完成的任务 asks for a list unless it names a task by its code or states numbers, or tells more elsewhere."""
    which = [match.start() for match in clues.cues.get(Cue.WHICH, ())]
    return not (clues.of(Kind.CODE) or _counts(clues) or any(apart_from(which, stated, clues)))


def _attributes(clues: Clues) -> bool:
    """已完成的昆仑行动, 完成的标准 and 完成后 state no status."""
    return not _counts(clues) and any(_ATTRIBUTE.match(clues.heard, status.end) for status in clues.of(Kind.STATUS))


def _about_a_task(clues: Clues, enough: float = _LIKELY) -> bool:
    return bool(clues.of(Kind.CODE) or (clues.hits and clues.hits.sureness >= enough))


def _counts(clues: Clues) -> bool:
    return any(clues.of(kind) for kind in NUMBERS)


def _refused(clues: Clues) -> Intent | None:
    """不报了, 别帮我提交: what was begun is given up; of one task, it is shown."""
    if not (clues.mood(Mood.DENIES) and clues.has(Cue.REPORT, Cue.GIVE_UP)) or clues.mood(*_TALK):
        return None
    return Intent.TASK if clues.of(Kind.CODE) else None if clues.has(Cue.SHOW) else Intent.CANCEL


def _history(clues: Clues) -> Intent | None:
    if clues.mood(Mood.TELLS):
        return None
    about = _about_a_task(clues) or clues.of(Kind.STRANGER) or clues.of(Kind.INDICATOR)
    asked = clues.has(Cue.WHETHER_REPORTED) and not about
    asked = asked and not _strange_words(clues)
    return Intent.HISTORY if clues.has(Cue.HISTORY) or (asked and not clues.has(Cue.SUMMARY)) else None


def _mere_talk(clues: Clues) -> Intent | None:
    """Who hesitates, or repeats what need not be done (领导说海关不用报) or is aimed at, asks for nothing."""
    repeats = clues.mood(Mood.HEARSAY, Mood.TELLS) and not clues.mood(Mood.ASKS)
    talks = clues.mood(Mood.HESITATES) or (repeats and (clues.mood(Mood.DENIES) or clues.of(Kind.NOT_YET)))
    return Intent.UNKNOWN if talks and not (_about_a_task(clues) or clues.unfinished) else None


def _no_such_code(clues: Clues) -> Intent | None:
    return Intent.UNKNOWN if clues.of(Kind.NO_CODE) and not clues.of(Kind.CODE) else None


def _no_such_unit(clues: Clues) -> Intent | None:
    """What the plan does not know is not answered with something else."""
    return Intent.UNKNOWN if clues.of(Kind.STRANGER) and not clues.of(Kind.CODE) else None


def _no_such_filter(clues: Clues) -> Intent | None:
    """A list that ignores what it must not hold would be the contrary of an answer."""
    conditions = {reading.values[0] for reading in clues.of(Kind.NO_FILTER)}
    if not conditions or clues.of(Kind.CODE):
        return None
    if conditions - SOUGHT_BY or clues.has(Cue.SUMMARY):
        return Intent.UNKNOWN
    return Intent.TASKS if conditions & LISTED else None


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
    sections = [(reading.start, reading.end) for reading in clues.of(Kind.SECTION)]
    places = [match.start() for match in clues.cues.get(Cue.SUMMARY, ())]
    apart = any(not any(start <= at < end for start, end in sections) for at in places)
    return Intent.SUMMARY if (apart or clues.of(Kind.INDICATOR)) and not clues.mood(Mood.TELLS) else None


def _deadlines(clues: Clues) -> Intent | None:
    if clues.overdue or (clues.of(Kind.STATUS) and not clues.has(Cue.DUE)) or _only_says(clues):
        return None
    if (clues.has(Cue.DUE) and not _strange_words(clues)) or (clues.has(Cue.SOON) and not clues.unfinished):
        return Intent.DEADLINES
    if clues.mood(Mood.INTENDS) and not clues.mood(Mood.ASKS):
        return None
    dated = clues.of(Kind.TIME) and not clues.unfinished and (clues.has(Cue.TASKS) or not clues.topic)
    return Intent.DEADLINES if dated else None


def _tasks(clues: Clues) -> Intent | None:
    """A list, unless the sentence also names something unheard of, for which the list would be no answer."""
    asked = clues.overdue or clues.unfinished or clues.has(Cue.TASKS) or clues.of(Kind.STATUS) or clues.of(Kind.SECTION)
    own = clues.has(Cue.OWN) and (clues.mood(Mood.ASKS) or clues.has(Cue.TASKS, Cue.WHICH) or clues.unfinished)
    strange = _strange_words(clues) and not (own or clues.of(Kind.SECTION))
    promised = clues.of(Kind.STATUS) and clues.of(Kind.TIME) and not (clues.has(Cue.WHICH) or _PAST.search(clues.heard))
    return Intent.TASKS if asked and not (strange or promised or _only_says(clues)) else None


def _strange_words(clues: Clues) -> bool:
    return bool(unused_words(clues))


def unused_words(clues: Clues) -> list[str]:
    """Return the words that are left and are no part of the name of a unit that is named (生态 before 环保局)."""
    names = "".join(name for unit in clues.of(Kind.UNIT) for name in unit.values)
    return [word for word in clues.topic.split() if len(word) > 1 and not word.isdigit() and word not in names]


def _bare(clues: Clues) -> Intent | None:
    """A unit, "mine" or "how is it going" alone asks for a list; the coordinator's last, for the summary."""
    if clues.topic or _only_says(clues) or clues.mood(Mood.INTENDS):
        return None
    if clues.of(Kind.UNIT) or clues.has(Cue.OWN):
        return Intent.TASKS
    if clues.has(Cue.PROGRESS):
        return Intent.SUMMARY if clues.speaker.coordinator else Intent.TASKS
    return None


def _only_says(clues: Clues) -> bool:
    """Say whether a sentence states numbers or comments, and asks for nothing."""
    numbers = _counts(clues) or clues.of(Kind.NOT_YET)
    return not clues.mood(Mood.ASKS) and bool(numbers or clues.mood(Mood.COMMENTS))


def _otherwise_clear(clues: Clues) -> bool:
    return bool(clues.has(Cue.DUE, Cue.SUMMARY) or clues.of(Kind.TIME) or clues.overdue or clues.of(Kind.STATUS))


_RULES: tuple[Rule, ...] = (
    _no_such_code,
    _help,
    _extension,
    _report,
    _mere_talk,
    _refused,
    _history,
    _no_such_unit,
    _no_such_filter,
    _one_task,
    _elsewhere,
    _topic,
    _summary,
    _deadlines,
    _tasks,
    _bare,
)
