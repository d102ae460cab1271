"""How a liaison tells in plain words how a task of the own unit stands: what was done, goes on or is missing."""

import re
from collections.abc import Iterator

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.meaning import Kind, Mood, Reading

_NOT_OF_THE_WORK = re.compile(
    r"(?<!自)我(?![们局区市委院省办厅单部处])|等我|跟你|说[过了清明]|写[清明]|先[不放]|再说|管了"
    r"|(?:知道|明白|(?<![摸查理核问])清楚|收到|看[到过完懂见])了|没[看听懂]|[看找]不"
    r"|页面|按钮|提醒|链接|手机|列表|编号|描述|联系人|附件|点[不进开击]|打不开|传[不错]|没传|空白"
    r"|登[录不]|退回|催|(?<![汇通举])[报填交]过|忘|[没未][报填交]|报[不错少多重漏上到]|[报填]了|提交|统一报|报进|审核|名字|期限|截止|关系"
    r"|不[是归关]|归[^,，]{1,6}[报管]|参加不|[不没]参加|群里|改错|恢复|假装|梦见|通过了|人家|显示|报的"
    r"|\b(?:me|sense|deadline|reminder|button|page|link|working|idea|discussed|mentioned|needed|interested"
    r"|confused|required|assigned)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?:已经?|正在)[^,，。;；]{1,3}的[^,，。;；了]{1,6}$")
_A_NAME = 3
_THAT_ONE = re.compile("[那这]")
_TO_REPORT = re.compile(r"[报填交说写]|更新|\b(?:report|update|submit)")


def told(clues: Clues) -> Iterator[int]:
    """Yield where a sentence tells of the work after it has named a task of the speaker's own."""
    if clues.own_task and not any(_TO_REPORT.search(match[0]) for match in clues.moods.get(Mood.INTENDS, ())):
        tasks = (task for task in clues.of(Kind.TASK) if _names_it(task, clues))
        places = [*(code.end for code in clues.of(Kind.CODE)), *(task.start for task in tasks)]
        marks = (match for cue in (Cue.TOLD, Cue.COUNTED) for match in clues.cues.get(cue, ()))
        yield from (
            mark.start() for mark in marks if mark.start() + (mark[0] != "了") > min(places, default=len(clues.heard))
        )


def _names_it(task: Reading, clues: Clues) -> bool:
    """Say whether the words name a task, not merely a subject in one short word (税收完成120亿, but 税收那条)."""
    return task.end - task.start >= _A_NAME or bool(_THAT_ONE.match(clues.heard, task.end))


def elsewhere(clues: Clues) -> Iterator[int]:
    """Yield where a sentence speaks of the bot, of reporting or of whose task it is, or names a thing by what was done.

    What else its clause tells (页面打不开了, 已送检的样品清单) is nothing of the work.
    """
    yield from (match.start() for pattern in (_NOT_OF_THE_WORK, _ATTRIBUTE) for match in pattern.finditer(clues.heard))
