"""Words for a status and for being overdue, in questions and in reports."""

import re
from typing import NamedTuple

from data.understanding.meaning import Kind, Reading

_NOT = r"(?:(?<!有)(?:还没有?|没有|没|未|尚未|还未|并未)|(?<=有没有)[没未])(?:有|能)?(?:正式|完全|全部)?"
_BEGIN = r"(?:启动|开始|开展|着手|动工|动静(?=的)|动(?![静手力员态作]))"
_DONE = r"(?:完成|办结|做完|办完|弄完|搞完|搞定|完结|完工|完毕|收官|结束|做好|落实完|干完|报完|交完)"
OVERDUE = re.compile(
    r"(?<!快)(?<!将)(?<!要)(?:逾期|超期|过期|超时|拖期|延误|误期)(?:未完成|没完成|未办结|没交|未交|未报)?"
    r"|(?:已经?)?过了?(?:期限|时限|截止|期(?=$|的|了|没|还|[,，。?？]))(?:日期)?"
    r"|到期(?:了)?(?:还|却|但|仍)?(?:没|未)(?:有)?(?:交|报|完成|做完|办结|做)?"
    r"|\b(?:overdue|past due|late|missed(?: deadlines?)?|behind(?: schedule)?|delayed|expired)\b",
    re.ASCII,
)
UNFINISHED = re.compile(
    rf"{_NOT}(?:{_DONE}|完|弄|做|办|报|交(?![接流通代])|填)(?:的|好)?|不能?(?:按时|按期|如期)?(?:完成|做完|办结"
    rf"|搞完)|[完做办弄搞干]不[成完了]|还[剩差欠]|剩下|剩余|待办|未办"
    r"|\b(?:unfinished|not (?:yet )?(?:done|finished|completed?)|incomplete|open|outstanding"
    r"|remaining|left|still to do"
    r"|(?:is|are|has|have)n't (?:been )?(?:done|finished|completed))\b",
    re.ASCII,
)


_HEDGED = re.compile(
    r"(?:快|快要|即将|将|将要|马上|差不多|接近|基本上?|预计|计划|争取|力争|准备|拟|确保|要求"
    r"|目标|应该?|须|必须|努力|尽快|尽早|才能?|可以?|下周|月底|年底)(?:能|会|可|要|就|全面|全部"
    r"|按期|按时)*$"
    r"|(?:预计|计划|争取|力争|准备|拟|确保|will be|to be|almost|nearly|not)[^,，。;；]{0,12}$"
)
_DENIED = re.compile(
    r"(?<!有)(?:没有?|未|无|不再?|不(?:是|算|属于|存在|能[说算]|至于)|[算谈称]不上|并未|并非"
    r"|解除|消除|not|no longer|isn't|aren't|un)"
    r"(?:再|有|出现|遇到|发现|被|什么|任何| |-|really|actually|being)*$"
    r"|(?:之前|以前|此前|先前|曾经?|一度|前段时间|前阵子|前期|上个?[周月]|去年|原[来先])[^,，。;；]{0,6}$"
    r"|\b(?:was|were|had been|got|used to be|previously|earlier)(?: briefly| once)?[ ]$"
)
_OVERCOME = re.compile(
    r"[^。;；]{0,10}(?:现在|目前|如今|后来|已)[^。;；]{0,4}(?:好了|正常|恢复|顺利|没事|(?<=已)(?:经)?推进)"
    r"|(?:问题|情况|状态)?(?:解除|消除|排除|化解|克服)(?![不中难前后])"
    r"|(?:的?(?:问题|情况|原因|困难|事项|状态|环节|\0+))?(?:都|均|全部|现|也)?(?:已经?|得到)+"
    r"(?:全部|基本|妥善|圆满)?(?:解决|克服|消除|排除|化解|解除|缓解|恢复|疏通|协调好)"
    r"|(?: (?:issues?|problems?))? (?:has been |have been |is |are |now )*(?:resolved|solved|removed|over)\b"
)


_WINDOW = 24


class Status(NamedTuple):
    """A status, the words for it, and whether the same words may state it in a report."""

    name: str
    words: re.Pattern[str]


_STATUSES = (
    Status(
        "not_started",
        re.compile(
            rf"{_NOT}{_BEGIN}(?:过|起来)?|待启动|\b(?:not (?:yet )?(?:started|begun)|(?:has"
            rf"|have)n't (?:been )?(?:started|begun)|unstarted|to be started)\b",
            re.ASCII,
        ),
    ),
    Status(
        "submitted",
        re.compile(
            r"(?:待|等(?:待|着)?|正?在|还?没|未)(?:审核|审批|审|批(?![下复准到]))(?:中|过|核|通过)?|审核中|等.{1,3}审(?:核|批)?"
            r"|已(?:经)?(?:提交|报送|上报)(?:待审)?"
            r"|报上[来去](?:了)?(?:还|但)?(?:没|未)审"
            r"|\b(?:pending review|awaiting (?:review|approval)|under review"
            r"|to (?:be )?review(?:ed)?|submitted)\b",
            re.ASCII,
        ),
    ),
    Status(
        "blocked",
        re.compile(
            r"受阻|卡住|卡壳|卡在|(?<!没)有困难|遇到?困难|遇阻|推不[动下]|推进不下去|[没无]法推进|停滞|搁置|暂停"
            r"|停工|停摆|推进(?:有|较?困)难|推进困难|做不下去|(?:存在|遇到|碰到)(?:了|一?点|些|不少)?(?:困难"
            r"|问题|障碍|阻力)"
            r"|\b(?:blocked|stuck|stalled|on hold)\b",
            re.ASCII,
        ),
    ),
    Status(
        "closed",
        re.compile(
            rf"(?<!基本)(?<!差不多)(?:已|已经|都|全部|全都|均){{0,4}}{_DONE}(?! ?\d)|(?<![a-z])ok(?:了|啦)"
            rf"|\b(?:closed|completed?|done|finished|accomplished)\b",
            re.ASCII,
        ),
    ),
    Status(
        "in_progress",
        re.compile(
            rf"进行中|推进中|办理中|实施中|开展中|在办|(?:正在|正|在)(?:做|办理|办|推进|进行|开展"
            rf"|实施|落实|推|搞|弄)(?:中|当中)?"
            rf"|(?:已经?|刚刚?|正式|全面){_BEGIN}了?|{_BEGIN}了(?!吗|没)|\b(?:in progress|ongoing"
            rf"|under way|underway|started|working on)\b",
            re.ASCII,
        ),
    ),
)


def find_status(text: str) -> list[Reading]:
    """Return the status that a lower-cased text names, the negated ones first; empty if it names none."""
    overdue_out = OVERDUE.sub(lambda match: "\0" * len(match[0]), text)
    for status in _STATUSES:
        if status.name == "closed":
            overdue_out = UNFINISHED.sub(lambda match: "\0" * len(match[0]), overdue_out)
        for match in status.words.finditer(overdue_out):
            denied = status.name == "blocked" and _denied(overdue_out, match)
            if not denied and not _HEDGED.search(_near(overdue_out, match)):
                return [Reading(Kind.STATUS, *match.span(), (status.name,))]
    return []


def _near(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _WINDOW) : match.start()]


def _denied(text: str, blocked: re.Match[str]) -> bool:
    """Whether an obstacle is said not to be there (没有受阻), or to be overcome (受阻问题已解决)."""
    return bool(_DENIED.search(_near(text, blocked)) or _OVERCOME.match(text, blocked.end()))
