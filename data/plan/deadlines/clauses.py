"""Deadlines of several clauses: 2019年8月,检查工作持续开展."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data.plan.deadlines.model import Deadline, Kind
from data.plan.deadlines.wording import (
    ACT,
    CONTACT,
    DOCUMENT,
    LED_STEP,
    SMALL_NUMBER,
    STEP,
    TITLE,
    UNIT,
    WORDS,
    YEAR_NUMBER,
)

_LINK = "(?:后续|并且?|且|[之此以其今随然]?后|同时|注:)"
_BREAK = re.compile(
    rf"[,;。()]+(?:{_LINK}(?=.))?|(?<![年月日号底末季旬度前内])、(?={YEAR_NUMBER}年|{SMALL_NUMBER}月)|\.$|(?:{_LINK}|、)(?=长期|持续|常态)"
)
_TITLED = re.compile(TITLE)
_MARK = re.compile("[,;。()]")
_DAY = "[0-9〇一二三四五六七八九十年月日底末前]*"
_BEGUN = re.compile(rf"(?!.*[全均都基]){_DAY}已经?(?:于{_DAY})?{STEP}")
_STEP = re.compile(rf"(?!.*[一1]次)于?[^于在]*[年月日号底末季旬度前内]{LED_STEP}")
_ALL_DONE = re.compile(".*(?<!基本)(?<!初步)(?:完成|办结|结束|到位)")
_REMARK = re.compile(
    rf"(?!.*(?:时间|时限|期限|自行|实际|情况|条件|成熟|确定|明确)){WORDS}{STEP}"  # 市公安局牵头
    rf"|{ACT}中|[立即][查知行整]立?即?改|力争提前(?:完成)?|(?:务求|确保)实效|不断{WORDS}"
    rf"|(?:根据|依据|按照?|依照|遵照|(?:贯彻)?落实|贯彻|结合|对照|围绕|执行)?(?:{TITLE}|{DOCUMENT})(?:文件)?(?:精神)?"
    rf"|(?:(?:责任|负责|牵头|主办|承办|实施|配合|协办|参与)(?:单位|部门|处室|科室|领导|人):?)?{WORDS}{UNIT}"
    rf"|(?:联系人|负责人|责任人):?[\u4e00-\u9fff]{{1,4}}|(?:(?:联系)?(?:电话|手机|传真|邮箱):?)?{CONTACT}"
)
_UNCLEAR = Deadline(Kind.UNCLEAR)


def split_clauses(text: str) -> list[str]:
    """The text's clauses, without the marks and words that link them."""
    return [clause for clause in _BREAK.split(_TITLED.sub(_unbroken, text)) if clause]


def _unbroken(title: re.Match[str]) -> str:
    return _MARK.sub("", title[0])


def says_begun(clause: str) -> bool:
    """Whether the clause tells of a part that is done already (已完成方案制定)."""
    return _BEGUN.fullmatch(clause) is not None


def is_remark(clause: str) -> bool:
    """Whether the clause says who, how or what, and nothing about the time."""
    return _REMARK.fullmatch(clause) is not None


def last_steps(read: Iterable[tuple[str, Deadline]]) -> list[Deadline]:
    """The readings of clauses, of steps one after the other only the last: by then all is done."""
    kept: list[tuple[str, Deadline]] = []
    for clause, deadline in read:
        if kept and _follows(kept[-1], (clause, deadline)):
            kept.pop()
        kept.append((clause, deadline))
    return [deadline for _, deadline in kept]


def _follows(first: tuple[str, Deadline], then: tuple[str, Deadline]) -> bool:
    steps = all(d.kind is Kind.DATE and _STEP.fullmatch(clause) for clause, d in (first, then))
    earlier, later = first[1].due, then[1].due
    return bool(steps and earlier and later and earlier < later and not _ALL_DONE.fullmatch(first[0]))


def combine(first: Deadline, then: Deadline) -> Deadline:
    """What two clauses say together; unclear unless they say one thing."""
    if first == then:
        return first
    match first.kind, then.kind:
        case (Kind.DATE, Kind.ONGOING) if then.start is None or (first.due and then.start > first.due):
            return replace(first, kind=Kind.MILESTONE_THEN_ONGOING, check_in=then.check_in)
        case (Kind.DATE, Kind.RECURRING) if first.start is None and then.granularity == then.every:
            return replace(first, kind=Kind.MILESTONE_THEN_ONGOING, check_in=then.every)
        case (Kind.ONGOING, Kind.RECURRING) if then.granularity == then.every:
            return replace(first, check_in=then.every)
        case (Kind.MILESTONE_THEN_ONGOING | Kind.ONGOING, Kind.ONGOING) if then.start is None:
            return first
        case (Kind.DATE, Kind.DONE) | (Kind.DONE, Kind.DATE):
            return Deadline(Kind.DONE)
        case (Kind.DONE, Kind.ONGOING) | (Kind.ARRANGED, Kind.DATE | Kind.ONGOING | Kind.RECURRING):
            return then
        case _:
            return _UNCLEAR
