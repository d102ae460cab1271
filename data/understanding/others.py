"""Whether a sentence tells of the work of others: another unit's, an office's outside the plan, or a deed denied."""

import re

from data.understanding.clues import Clues
from data.understanding.meaning import Kind, Mood, Reading
from data.understanding.statements import clause_of, statements

_NOT_OURS = re.compile(
    r"(?:不是|并非|不归|不属于|非)(?:由)?(?:我们?|咱们?|俺们?|我[局委院办市区厅单]|本[局委院办单])"
    r"|[跟和与](?:我们?|咱们?|我[局委院办]|本单位)(?:[没无]有?|不相)关?系?"
    r"|(?:我们?|咱们?|我[局委院办]|本单位)(?:没有?|未)(?:参与|参加|做|干|管)"
    r"|\bnot (?:by )?us\b|\bnot (?:our|my) (?:work|doing|case)"
)
_BY = re.compile(r"(?:[由是]|\bby (?:the )?)$")
_DID = re.compile(r"(?:那边|他们|那里|的人)?(?:完成|[弄做干搞办查立抓报][^,，。;；]{0,6})[的了]?(?:$|[,，。;；])")


def of_another_unit(clues: Clues) -> bool:
    """Say whether a unit is named first that the speaker does not report for, or an office outside the plan."""
    if not clues.of(Kind.CODE) and any(not _told_of(stranger, clues) for stranger in clues.of(Kind.STRANGER)):
        return True
    first = min((reading.start for reading in clues.of(Kind.CODE)), default=0)
    if any(match.start() < first for match in clues.moods.get(Mood.OF_OTHERS, ())):
        return True
    if _deed_of_others(clues):
        return True
    named = [unit for unit in clues.of(Kind.UNIT) if clues.leads(unit)]
    mine = all(any(name in clues.mine for name in unit.values) for unit in named)
    return not mine and not (clues.speaker.coordinator and any(statements(clues)))


def _deed_of_others(clues: Clues) -> bool:
    """Say whether the speaker denies the deed (不是我们做的), or another is said to have done it (是海关查的)."""
    others = (unit for unit in clues.of(Kind.UNIT) if not any(name in clues.mine for name in unit.values))
    done = (_BY.search(clues.heard[: unit.start]) and _DID.match(clues.heard, unit.end) for unit in others)
    return bool(not clues.speaker.coordinator and (_NOT_OURS.search(clues.heard.lower()) or any(done)))


def _told_of(stranger: Reading, clues: Clues) -> bool:
    """Say whether an office only plays a part in what is told of the speaker's own task."""
    if clues.own_task and clues.heard[: stranger.start][-1:] in (*"跟和与对向给同由、",):
        return True
    return clues.own_task and clause_of(stranger.start, clues).start() > clues.of(Kind.TASK)[0].start
