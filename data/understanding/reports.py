"""What a report states besides its task, percentage and figures: a status, and the rest as a note."""

import re
from collections.abc import Iterable, Iterator, Sequence

from data.patterns import Match
from data.understanding.entities.percents import FROM_WHAT_IS_LEFT
from data.understanding.intended import earlier
from data.understanding.meaning import NUMBERS, Kind, Reading
from data.understanding.normalise.sentence import CLAUSE, TAKEN, Sentence, Span, blank, blank_spans
from data.understanding.numerals import DIGITS, HANZI

_BEFORE = (
    r"麻烦|请|帮[我忙]|[帮替代给为](?=\0)|填[成为]|(?<!已上)(?:汇?报|报告)(?= ?\0)"
    r"|我们?|咱们|本周|目前|现在|截至|今天|已经?|均|都|全部|进度|进展|情况|完成度?|大概|大约|约|达到?|共计?|累计|其中"
    r"|了|为|是|到|的|任务|编号|序号|把|将|改成|改为|改到|更新为|调整为|调到|和|与|及|跟|并|:|：|、|/|【|】|\(|\)|（|）"
    r"|task|is|are|about|now|we|have|has|so far|done|both|all|with|yet|still|already|at|it's"
    r"|on|for|i|want to|would like to|like to|please|let me|to|and|&"
)
_AFTER = (
    r"[这那](?:[个项条件](?:任务|工作|事情?)?|任务|事)|左右|了|吧|啊|哈|啦|呢|:|：|、|/|】|\)|）|的?(?:任务|进展|进度|情况|完成|报来|报告)(?![\u4e00-\u9fff])|的(?![\u4e00-\u9fff])"
    r"|(?:done|completed?|finished|yet|now|so far|is|are)\b"
)
_LEAD = re.compile(rf"(?:{_BEFORE}|{_AFTER}|{TAKEN}|\s)*+", re.IGNORECASE)
_AFTER_TAKEN = re.compile(rf"(?:{_AFTER}|\s)*+", re.IGNORECASE)
_TAIL = re.compile(rf"(?!(?<=[\u4e00-\u9fff])(?:的|情况))(?:{_BEFORE}|{_AFTER}|{TAKEN}|\s)++$", re.IGNORECASE)
_TRIMMED = " .,，。;；:：、-\n"
_THANKS = re.compile(r"(?:谢谢|辛苦)(?:了|您|你)?$")
_COURTESY = re.compile(
    r"(?:请|麻烦)+|好的?|收到|你好|您好|谢谢|辛苦了?|请(?:审核|查收|知悉|领导审核)|特此报告|以上|汇报完毕|报告完毕|ok|hi|hello|thanks",
    re.IGNORECASE,
)
_FOREWORD = re.compile(
    r"(?:麻烦|请|帮我)?(?:(?:登记|记录?|填报?|报|更新)一?下|一下)|(?:备注|说明|note)[:：]\s*", re.IGNORECASE
)
_HANGING_START = re.compile(r"(?<=\0)(?:的|及|和|与|等|于|在|以上|->|→)|(?:by|on|at|of|with|for|to)\b", re.IGNORECASE)
_HANGING_END = re.compile(
    r"(?:并且?|和|以?及|与|或|而|但|且|对|向|为|\b(?:and|with|of|the|but|for|to))$", re.IGNORECASE
)
_A_WORD_ABOUT_A_NUMBER = 2
_ALONE_TO = re.compile(
    rf"[了啦吧]?(?:\s*$|\s+(?:{TAKEN}|(?:已|均|都|并|正|还|也|目前|现|等|请|通知|报告|材料|佐证|附件|证明|情况)[\u4e00-\u9fff]))"
)
_DONE_TO = re.compile(
    r"了?\s+(?!.{0,6}(?:部分|阶段|初稿|草案|方案|起草|一半|大半|多半|[批期轮步])|[但却除仅只差未没]|第?[一二三四五六七八九十前半\d]"
    r"|(?:but|except|with|without|only|some|most|part|half|phase|stage|nothing|not|draft|the|a|an|in|for|by|at|to)\b).*"
)
_DONE = re.compile(r"(?:已经?|都|全部)+(?:完成|办结|办完|做完)|done")
_WITH_OTHERS = re.compile(r"(?:已经?)?(?:配合|协助|联合|协同)$")
_OF_A_NUMBER = re.compile(rf"了?{TAKEN}")
_MAY_TAKE_A_NUMBER = re.compile(r"^(?:[完办做弄搞]\w{1,2}|finished|completed?|accomplished)$")
_DONE_BESIDE = re.compile(
    r" ?(?P<done>(?:已经?|都|全部)+(?:完成|办结|办完|做完)了?|(?:完成|办结|办完|做完)了)(?=$|[,，。;；!！\s])"
)
_CAUSE = re.compile("(?:等|因|缺|没|无|待|由于|主要)[\u4e00-\u9fff]")
_ALL = 100
_COUNTED = re.compile(rf"(?:{DIGITS})|(?<!\d)(?:{HANZI})(?=[ ]?(?:件|起|人|名|户|家|场|次|期|批|个|万|元))")
_TWO = 2
_NO_NAME = re.compile(r"[\s,，。;；、]|差不多|基本|快要?|马上|[那这][个件]事")
_NAMED = (Kind.CODE, Kind.TASK, Kind.UNIT, Kind.CUE)
_KEPT = "\2"


def stated_status(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the status a report states.

    The clause of one that says done must say nothing else (方案已完成 is a note), or hold it as a word of its own
    behind nothing but what was read (2-3 已完成 已发通知); done of a number (完成检查120户) or beside 80% it is not.
    受阻 may stand anywhere, and the others apart from other words.
    """
    readings = list(readings)
    status = next((reading for reading in readings if reading.kind is Kind.STATUS), None)
    if not status:
        return None
    name = {"closed": "submitted"}.get(status.values[0], status.values[0])
    if name == "blocked":
        return name
    if name != "submitted":
        return name if _stands_apart(status, heard, readings) or _says_only(status, heard, readings) else None
    percents = [int(reading.values[0]) for reading in readings if reading.kind is Kind.PERCENT]
    if any(percent < _ALL for percent in percents) or _is_of_a_number(status, heard, readings):
        return None
    return name if _says_only(status, heard, readings) or _is_a_word_alone(status, heard, readings) else None


def note_of(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the clauses of a report that say more than the readings took, letter for letter; None if there are none.

    What was taken is left out at the edges of a clause only, and only where a proper sentence is left.
    """
    known = _taken(heard, list(readings))
    text = blank_spans(heard.in_lines(), _contradicted(heard, known), _KEPT)
    clauses = list(CLAUSE.finditer(text))
    kept = [(at, span) for at, clause in enumerate(clauses) if (span := _left(clause, text, known))]
    note = ""
    for order, (at, (start, end)) in enumerate(kept):
        note += heard.quote(start, end)
        following = clauses[at + 1].start() if at + 1 < len(clauses) else len(text)
        if order + 1 < len(kept):
            note += heard.quote(clauses[at].end(), following)
        elif at + 1 == len(clauses) and end == clauses[at].end():
            note += heard.quote(end, len(text))
    return note.strip() or None


def _taken(heard: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """Return what the note need not repeat: a status only where it is one, a wish to report only where it stands apart,
    a figure only where no other number is among it (培训2场300人) and it is not last month's, a task's name where no
    other word can be, a percentage where it is not that of what is left."""
    stated, before = stated_status(heard, readings), earlier(heard.lower())
    return [
        reading
        for reading in readings
        if (reading.kind is not Kind.STATUS or stated)
        and (reading.kind is not Kind.PERCENT or reading.sureness > FROM_WHAT_IS_LEFT)
        and (reading.kind is not Kind.CUE or _is_a_wish(reading, heard, readings))
        and (reading.kind is not Kind.FIGURE or not any(start <= reading.start < end for start, end in before))
        and (reading.kind is not Kind.FIGURE or len(_COUNTED.findall(heard[reading.start : reading.end])) < _TWO)
        and (reading.kind is not Kind.TASK or not _NO_NAME.search(heard[reading.start : reading.end]))
    ]


def _contradicted(heard: Sentence, readings: Sequence[Reading]) -> Iterator[Span]:
    """Yield the words for a status right behind a percentage that denies it (80% 已完成)."""
    for percent in (reading for reading in readings if reading.kind is Kind.PERCENT):
        if done := _DONE_BESIDE.match(heard, percent.end):
            yield done.span("done")


def _is_a_wish(cue: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    """Whether a word for reporting stands apart, and tells of no report made (昨天已上报)."""
    return _stands_apart(cue, heard, readings) and not heard[: cue.start].endswith(("已", "已经"))


def _says_only(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    return not _left(_clause_of(status, heard), heard.in_lines(), readings)


def _is_of_a_number(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    """Whether what was done is a number of things: 完成检查120户, finished 12 inspections."""
    rest = blank(heard.lower(), [reading for reading in readings if reading.kind is Kind.FIGURE])
    verb = _MAY_TAKE_A_NUMBER.search(rest[status.start : status.end])
    return bool(_OF_A_NUMBER.match(rest, status.end) or (verb and rest.startswith(f" {TAKEN}", status.end)))


def _is_a_word_alone(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    """Whether spaces part a status from the rest of its clause, and before it there is nothing but what was read."""
    clause = _clause_of(status, heard)
    rest = blank(heard.in_lines(), readings)
    before = _WITH_OTHERS.sub("", rest[clause.start() : status.start])
    after, said = rest[status.end : clause.end()], heard.lower()[status.start : status.end]
    alone = _ALONE_TO.match(after) or (_DONE.fullmatch(said) and _DONE_TO.fullmatch(after))
    return bool(_LEAD.fullmatch(before) and alone)


def _clause_of(reading: Reading, heard: Sentence) -> Match:
    clauses = CLAUSE.finditer(heard.in_lines())
    return next(clause for clause in clauses if clause.start() <= reading.start < clause.end())


def _stands_apart(reading: Reading, heard: str, readings: Sequence[Reading]) -> bool:
    """Whether no letter stands right behind a reading, unless that was taken itself or is a mere particle."""
    behind = blank(heard, readings)[reading.end :].lstrip("吧呢啊哈")[:1]
    return behind == TAKEN or not behind.isalnum()


def _left(clause: Match, text: str, readings: Sequence[Reading]) -> Span | None:
    """Return where a clause says more than the readings; with only its task left out where more would maim it."""
    rest = blank(text, readings)
    span = _edges(clause, rest)
    if span is None or _is_trifle(span, clause, rest, readings):
        return None
    if _is_maimed(span, rest, readings):
        return _edges(clause, blank(text, [reading for reading in readings if reading.kind in _NAMED]))
    return span


def _is_trifle(span: Span, clause: Match, rest: str, readings: Iterable[Reading]) -> bool:
    """Whether all that is left is a word or two that belong to a number (督促立案5件)."""
    start, end = span
    about = any(reading.start == end or reading.end == start for reading in readings if reading.kind in NUMBERS)
    return about and len(rest[start:end].replace(TAKEN, "")) <= _A_WORD_ABOUT_A_NUMBER


def _is_maimed(span: Span, rest: str, readings: Iterable[Reading]) -> bool:
    """Whether what is left of a clause hangs in the air: 于资金, 已召开会议并, or 问题 of 受阻问题."""
    start, end = span
    blocked = [each.end for each in readings if each.kind is Kind.STATUS and each.values[0] == "blocked"]
    if _CAUSE.match(rest, start, end) and any(not rest[at:start].strip(TAKEN) for at in blocked):
        return False
    if _HANGING_START.match(rest, start, end) or _HANGING_END.search(rest, start, end):
        return TAKEN in (rest[start - 1 : start], rest[end : end + 1]) or rest[start : start + 1].isascii()
    return any(reading.kind is Kind.STATUS and (reading.end == start or reading.start == end) for reading in readings)


def _edges(clause: Match, rest: str) -> Span | None:
    """Return where a clause begins and ends without what was taken at its edges and the small words about that."""
    start, end = clause.span()
    said = rest[start:end]
    if TAKEN in said:
        lead, tail = _LEAD.match(said), _TAIL.search(said)
        first = lead[0].rfind(TAKEN) + 1 if lead else 0
        after = _AFTER_TAKEN.match(said, first) if first else None
        first = after.end() if after else first
        last = tail.start() if tail and TAKEN in tail[0] else len(said)
        start, end = start + first, start + max(first, last)
    return _tidied(rest, start, end)


def _tidied(text: str, start: int, end: int) -> Span | None:
    """Return a span without the punctuation and courtesies at its edges; None when nothing else is there."""
    start, end = _trimmed(text, start, end)
    if foreword := _FOREWORD.match(text, start, end):
        start, end = _trimmed(text, foreword.end(), end)
    if thanks := _THANKS.search(text, start, end):
        start, end = _trimmed(text, start, thanks.start())
    if start >= end or _COURTESY.fullmatch(text, start, end):
        return None
    return start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end
