"""What a sentence states, and where: numbers, a status, something that has happened."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.intended import rather_past
from data.understanding.meaning import NUMBERS, Kind, Mood, Reading
from data.understanding.narratives import elsewhere, told
from data.understanding.statuses import UNFINISHED

_CLAUSE = re.compile(r"(?:[^,，。;；!！:：\n]|:(?=\d))+")
_PHRASE = re.compile(r"(?:[^,，。;；!！:：\n ]|:(?=\d)|(?<=[a-z]) | (?![\u4e00-\u9fff]))+")
_SOMEBODY_SAYS = re.compile("(?<!我)(?<!们)(?<![来就])说(?![明法服好])")
_SOMEBODY_ELSE = re.compile("别|兄弟|隔壁|人家")
_DUE = re.compile(r"[前底内的起止]|截|\b(?:by|before|until|till|since|from|due)\b", re.IGNORECASE)
_SHOULD = re.compile(r"(?:应该?|须|要|需|得|拟|定|划|原|限)[是为于在]? ?$|\bdue(?: on)? ?$", re.IGNORECASE)
_PART_OF_THE_DAY = re.compile(r"(?:[早晚]上?|[上下中]午|夜里)?(?:刚刚?|就)?")
_ON = re.compile(r"(?:已经?)?[于在] ?$|\b(?:on|in) ?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:[了 (（]|已经?|均|都|全部|全都)*")
_LATER = (
    r"(?:明[天日早晚]|后天|大后天|下个?(?:周|星期|礼拜|月)[一二三四五六日天初底末]?|[周星]期?[一二三四五六日天]|过[几两一]?[天阵]子?"
    r"|[月年周]底|(?:\d+月)?\d+[号日]|回头|改[天日]|晚[点些上]|稍[后晚]|等[一会下]*儿?|以后|之后|然后|有空|抽空|到时候?)"
)
_PUT_OFF = re.compile(
    rf"(?<![^\s,，。;；!！])(?:我们?|先不急|就|还是|具体)*{_LATER}(?:我们?|有空|统一|一起|正式)*(?:再|才|来|给你们?|一并)*"
    r"(?:填报|上报|汇报|补报|补填|(?<=再)(?:提交|交)|报|填)(?:吧|了|哈|啊|给你们?|上来|进展|进度)*(?=$|[\s,，。;；!！])"
    r"|(?<![^,，。;；!！])[\s]*(?:i |we |i'll |we'll |will |shall |to )*(?:report|file|submit)(?: it| this)?"
    r" (?:later|tomorrow|next week|another (?:day|time))(?=$|[\s,，。;；!！.])"
)
_NOT_SO = (Mood.DENIES, Mood.COMMENTS, Mood.RECALLS)
NOT_ASSERTED_THERE = (*_NOT_SO, Mood.INTENDS)


def statements(clues: Clues) -> Iterator[int]:
    """Yield where numbers, a present status or something that has happened are stated; nowhere if that is put off."""
    if _PUT_OFF.search(clues.heard.lower()):
        return
    yield from (reading.start for kind in NUMBERS for reading in clues.of(kind))
    dated = [time.start for time in _other_days(clues)]
    if not clues.overdue:
        yield from (reading.start for reading in clues.of(Kind.STATUS) if not _bears(dated, reading.start, clues))
    yield from (match.start() for match in clues.cues.get(Cue.NO_CHANGE, ()))
    happened = (Cue.HAPPENED, *((Cue.COUNTED,) if clues.of(Kind.CODE) else ()))
    tells = (*(match.start() for cue in happened for match in clues.cues.get(cue, ())), *told(clues))
    unfinished = (match.start() for match in clues.states if match.re is UNFINISHED)
    yield from apart_from([*unfinished, *elsewhere(clues)], tells, clues)


def days_of_done(clues: Clues) -> Iterator[Reading]:
    """Yield the days gone by right beside what is said to be done on them, with the words about them (于, 晚上, on)."""
    for status in (status for status in clues.of(Kind.STATUS) if status.values[0] == "closed"):
        for time in (time for time in clues.of(Kind.TIME) if _is_gone(time, clues)):
            on, part = _ON.search(clues.heard[: time.start]), _PART_OF_THE_DAY.match(clues.heard, time.end)
            day = replace(time, start=on.start() if on else time.start, end=part.end() if part else time.end)
            behind, before = clues.heard[day.end : status.start], clues.heard[status.end : day.start]
            if _BESIDE.fullmatch(behind if day.start < status.start else before):
                yield day


def _other_days(clues: Clues) -> Iterator[Reading]:
    done = [*days_of_done(clues)]
    return (time for time in clues.of(Kind.TIME) if not any(day.start <= time.start < day.end for day in done))


def _is_gone(time: Reading, clues: Clues) -> bool:
    words, last = clues.heard[time.start : time.end + 1], date.fromisoformat(time.values[1])
    gone = last < clues.today or rather_past(words, last, clues.today)
    return gone and not (_DUE.search(words) or _SHOULD.search(clues.heard[: time.start]))


def apart_from(others: Iterable[int], places: Iterable[int], clues: Clues) -> Iterator[int]:
    """Yield the places whose clause holds none of the others."""
    for place in places:
        clause = clause_of(place, clues)
        if not any(clause.start() <= other < clause.end() for other in others):
            yield place


def clause_of(place: int, clues: Clues) -> re.Match[str]:
    """Return the clause that holds a place."""
    return _around(place, clues, _CLAUSE)


def unasserted(place: int, clues: Clues) -> bool:
    """Say whether the clause around a place denies, intends, comments, or speaks of somebody else or a day to come.

    What is to come does not reach back over a space: 60% 下周开会.
    """
    clause = clause_of(place, clues)
    to_come = [time.start for time in _other_days(clues) if _to_come(time, clues)]
    to_come += [match.start() for match in clues.moods.get(Mood.INTENDS, ())]
    if _bears(to_come, place, clues):
        return True
    moods = (match.start() for mood in _NOT_SO for match in clues.moods.get(mood, ()))
    said = (match.start() for match in _SOMEBODY_SAYS.finditer(clues.heard))
    others = (match.start() for match in clues.moods.get(Mood.OF_OTHERS, ()) if _SOMEBODY_ELSE.match(match[0]))
    return any(clause.start() <= at < clause.end() for at in (*moods, *said, *others))


def _bears(dated: Iterable[int], place: int, clues: Clues) -> bool:
    """Whether a day belongs to a place: one in its clause, unless it stands behind a space (未启动 下周开会)."""
    start, end = clause_of(place, clues).start(), _around(place, clues, _PHRASE).end()
    return any(start <= at < end for at in dated)


def _around(place: int, clues: Clues, ends: re.Pattern[str]) -> re.Match[str]:
    return next(found for found in ends.finditer(clues.heard) if place < found.end())


def _to_come(time: Reading, clues: Clues) -> bool:
    today = clues.today.isoformat()
    if clues.heard[time.end : time.end + 1] == "的" or clues.heard[time.start] == "截":
        return False
    return time.values[0] >= today and time.values[1] > today
