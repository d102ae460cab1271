"""How a liaison tells in plain words how a task of the own unit stands: what was done, goes on or is missing."""

import re
from collections.abc import Iterator

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.meaning import Kind, Mood, Reading

_ONESELF = r"""
    (?<!自)我(?![们局区市委院省办厅单部处]) | 你 | 您 | 说[过了清明] | 写[清明] | 先[不放] | 再说 | 管了
    | (?:知道|明白|(?<![摸查理核问])清楚|收到|看[到过完懂见])了 | 没[看听懂] | [看找]不 | 忘(?!录) | 假装 | 梦[见到]
"""
_THE_BOT = r"""
    页面 | 按钮 | 提醒 | 链接(?:[打点失过没在]|是) | 手机 | 列表 | 编号 | 描述 | 联系人 | 附件 | 点[不进开击] | 打不开
    | 传[不错] | 没传 | 空白 | 登[录不] | 催 | 群里 | 显示 | 名字 | 期限 | 截止
"""
_REPORTING = r"""
    退回(?=$|[了来,，]) | (?<![汇通举])[报填交]过 | [没未][报填交] | 报[不错少多重漏上到](?!省|市|总) | [报填]了 | 提交
    | 统一报 | 报进 | 审核 | 改错 | 恢复 | (?<![\u4e00-\u9fff])通过了 | 报的 | [来去]填
"""
_WHOSE_IT_IS = r"关系 | 不[是归关] | 归[^,，]{1,6}[报管] | 参加不 | [不没]参加 | 人家"
_ENGLISH = r"""
    \b(?:me|sense|deadline|reminder|button|page|link|working|idea|discussed|mentioned|needed|interested|confused|required
    |assigned)\b
"""
_NOT_OF_THE_WORK = re.compile(
    "|".join((_ONESELF, _THE_BOT, _REPORTING, _WHOSE_IT_IS, _ENGLISH)), re.IGNORECASE | re.VERBOSE
)
_ATTRIBUTE = re.compile(r"(?:已经?|正在)[^,，。;；]{1,3}的[^,，。;；了]{1,6}$")
_THAT_ONE = re.compile(r"[那这\s,，:：]")
_TO_REPORT = re.compile(r"[报填交说写]|更新|\b(?:report|update|submit)")
_AFTER_CODE = re.compile(r"[ ,，:：]+[^,，。;；!！]+")
_ASKS_FOR = re.compile(
    r"^[ ,，:：]+(?:请|要|想|能|帮|麻烦|可以|希望|让|叫|把)"
    r"|(?:方案|文件|名单|原文|全文|要求|材料|通知|电话|联系人|时间|单位|内容|标准|依据|模板|表格?|清单|情况|说明|进度|数据"
    r"|照片|记录)$"
)
_LONG_ENOUGH, _NEW_ENOUGH = 6, 3
_NOT_TELLING = (
    *(Cue.SHOW, Cue.HISTORY, Cue.PROGRESS, Cue.DUE, Cue.SOON, Cue.WHICH),
    *(Cue.EXTENSION, Cue.WHETHER_REPORTED),
)


def told(clues: Clues) -> Iterator[int]:
    """Yield where a sentence tells of the work after it has named a task of the speaker's own."""
    if clues.own_task and not any(_TO_REPORT.search(match[0]) for match in clues.moods.get(Mood.INTENDS, ())):
        tasks = (task for task in clues.of(Kind.TASK) if names_it(task, clues))
        places = [_told_from(code, clues) for code in clues.of(Kind.CODE)] + [task.start for task in tasks]
        marks = (match for cue in (Cue.TOLD, Cue.COUNTED) for match in clues.cues.get(cue, ()))
        yield from (
            mark.start() for mark in marks if mark.start() + (mark[0] != "了") > min(places, default=len(clues.heard))
        )
        yield from _said_behind_a_code(clues)


def _told_from(code: Reading, clues: Clues) -> int:
    """Return where what is told of a code begins: behind it, or before where it comes last."""
    return code.end if clues.heard[code.end :].strip(" 。.!！") else 0


def _said_behind_a_code(clues: Clues) -> Iterator[int]:
    """Yield where whole words stand apart behind the code that a sentence begins with, and ask for nothing."""
    code = next(iter(clues.of(Kind.CODE)), None)
    said = _AFTER_CODE.match(clues.heard, code.end) if code and not code.start else None
    if not said or clues.has(*_NOT_TELLING) or _ASKS_FOR.search(said[0]):
        return
    if len(re.findall(r"[\u4e00-\u9fff]", said[0])) >= _LONG_ENOUGH and clues.new_pairs >= _NEW_ENOUGH:
        yield said.end() - 1


def names_it(task: Reading, clues: Clues) -> bool:
    """Say whether the words name a task, not merely a subject in one word (软件装好了, but 软件那条).

    A word is enough where it stands apart, or where the rest of the sentence also speaks of the task.
    """
    hits = clues.hits
    return bool(_THAT_ONE.match(clues.heard, task.end) or (hits and hits.shared > 1))


def elsewhere(clues: Clues) -> Iterator[int]:
    """Yield where a sentence speaks of the bot, of reporting or of whose task it is, or names a thing by what was done.

    What else its clause tells (页面打不开了, 已送检的样品清单) is nothing of the work.
    """
    yield from (match.start() for pattern in (_NOT_OF_THE_WORK, _ATTRIBUTE) for match in pattern.finditer(clues.heard))
