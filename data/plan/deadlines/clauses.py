"""Deadlines of several clauses, such as 2019年8月,检查工作持续开展."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from data.patterns import Pattern
from data.plan.deadlines.model import (
    ACT,
    ACTION_STEP,
    LED_STEP,
    NUMERALS,
    OTHER_WORDS,
    SMALL_NUMERAL,
    UNCLEAR_DEADLINE,
    WORD,
    YEAR,
    Deadline,
    DeadlineKind,
    shape_of,
)
from data.shapes import Shape

_LINK = "(?:[&>]|[之以]?后|注:)"
_BREAK = Pattern(
    f"(?P<marks>[,;。()]+{_LINK}?)|(?P<link>{_LINK}|、)L|(?P<listed>、)(?:{YEAR}年|{SMALL_NUMERAL}月)|(?P<end>\\.$)"
)
_PERIOD_ENDS = "年月日号底末季X度前内"
"""After one of these characters 、 continues a list of periods, as in 6月、12月."""
_DAY = f"[Yy{NUMERALS}年月日底末前]*"
_BEGUN = Pattern(f"{_DAY}已(?:经|w)?(?:于{_DAY})?{ACTION_STEP}")
_STEP = Pattern(f"于?[^于在]*[年月日号底末季X度前内]{LED_STEP}")
_ONCE = Pattern("[一1]次")
_DONE = ("完成", "办结", "结束", "到位")
_VAGUE = ("初稿", "时间", "时限", "期限", "自行", "实际", "情况", "条件", "成熟", "确定", "明确")
_DOES = Pattern(f"{LED_STEP}")
_REMARK = Pattern(f"{ACT}中|{WORD}{{0,10}}[TS]W?w*|(?:{OTHER_WORDS}:)?{OTHER_WORDS}U|(?:{WORD}+:?)?@")
_REMARK_IN_WORDS = Pattern(
    "[立即][查知行整]立?即?改|力争提前(?:完成)?|逾期[^0-9]+|(?:不设|没有|无|无固定)[时期]限(?:要求)?|(?:务求|确保)实效|不断[^0-9]*|[有逢][\\x{4e00}-\\x{9fff}]{1,4}[即必][\\x{4e00}-\\x{9fff}]{1,2}"
    "|(?:联系人|负责人|责任人):?[\\x{4e00}-\\x{9fff}]{1,4}"
)
_STAGE, _IN_ORDER = Pattern("第?([首一二三四五六])(?:批次?|轮|步|阶段):?"), "一二三四五六"
_REPORTS = Pattern("报(?:送|告)?(?:一次|1次)?(?:进展|进度|情况)?$")
_RESTATES = Pattern("^(即[为于在]?)[0-9年]")


def split_clauses(shape: Shape) -> list[Shape]:
    """Return the clauses of a text without the marks and words that join them."""
    parts, begin = [], 0
    for start, end in _gaps(shape):
        parts.append(shape.between(begin, start))
        begin = end
    return [part for part in (*parts, shape.between(begin, len(shape.signs))) if part.signs]


def _gaps(shape: Shape) -> Iterator[tuple[int, int]]:
    for gap in _BREAK.finditer(shape.signs):
        if gap["listed"] is None:
            yield next(gap.span(name) for name in ("marks", "link", "end") if gap[name] is not None)
        elif shape.signs[gap.start() - 1 : gap.start()] not in _PERIOD_ENDS:
            yield gap.span("listed")


def says_begun(clause: Shape) -> bool:
    """Return whether the clause says that part of the work is already done, as in 已完成方案制定."""
    return _BEGUN.fullmatch(clause.signs) is not None and not any(char in clause.text for char in "全均都基")


def is_remark(clause: Shape) -> bool:
    """Return whether the clause says who, how or what, but nothing about time."""
    if _DOES.fullmatch(clause.signs):
        return not any(word in clause.text for word in _VAGUE)
    return bool(_REMARK.fullmatch(clause.signs) or _REMARK_IN_WORDS.fullmatch(clause.text))


def without_stages(clauses: Sequence[Shape]) -> list[Shape]:
    """Return the clauses without their stage numbers, as in 第一批11月底前，第二批12月底前.

    Returns an empty list unless every clause is a stage, numbered in order from the first.
    """
    stages = [_STAGE.match(clause.text) for clause in clauses]
    counted = "".join(stage[1] for stage in stages if stage).replace("首", "一")
    if len(counted) < max(2, len(clauses)) or not _IN_ORDER.startswith(counted):
        return []
    return [shape_of(clause.text[stage.end() :]) for clause, stage in zip(clauses, stages, strict=True) if stage]


def last_steps(read: Iterable[tuple[Shape, Deadline]]) -> list[Deadline]:
    """Return the readings of the clauses, keeping only the last of consecutive steps, when everything is done."""
    kept: list[tuple[Shape, Deadline]] = []
    for clause, deadline in read:
        if kept and (_follows(kept[-1], (clause, deadline)) or _restates(kept[-1][1], clause, deadline)):
            kept.pop()
        kept.append((clause, deadline))
    return [deadline for _, deadline in kept]


def recurs_until(read: Sequence[tuple[Shape, Deadline]]) -> bool:
    """Return whether what recurs ends on a day, as in 2020年底前，每季度报送一次: nothing else is done by that day."""
    return any(
        first.kind is DeadlineKind.DATE and then.kind is DeadlineKind.RECURRING and not _STEP.fullmatch(clause.signs)
        for (clause, first), (_, then) in pairwise(read)
    )


def reports_until(read: Sequence[tuple[Shape, Deadline]]) -> bool:
    """Return whether the last clause only says how often is reported on work that is completed on a day, as in
    2020年底前完成，每季度报送一次: that is no deadline. A rhythm with a day of its own (每月5日前) may be one."""
    if len(read) < 2:
        return False
    (clause, first), (last, then) = read[-2:]
    done = first.kind is DeadlineKind.DATE and _says_all_done(clause.text)
    is_rhythm = then.kind is DeadlineKind.RECURRING and then.granularity is then.every
    return done and is_rhythm and _REPORTS.search(last.text) is not None


def _follows(first: tuple[Shape, Deadline], then: tuple[Shape, Deadline]) -> bool:
    steps = all(
        deadline.kind is DeadlineKind.DATE and _STEP.fullmatch(clause.signs) and not _ONCE.search(clause.text)
        for clause, deadline in (first, then)
    )
    earlier, later = first[1].due, then[1].due
    return bool(steps and earlier and later and earlier < later and not _says_all_done(first[0].text))


def without_restating(clause: Shape) -> Shape:
    """Return the clause without the word that introduces a restated day, as in 即2021年10月底前."""
    restates = _RESTATES.match(clause.text)
    return shape_of(clause.text[restates.end(1) :]) if restates else clause


def _restates(first: Deadline, clause: Shape, then: Deadline) -> bool:
    days = first.due, then.due
    months = {(day.year, day.month) for day in days if day}
    return None not in days and len(months) == 1 and _RESTATES.match(clause.text) is not None


def _says_all_done(text: str) -> bool:
    done = next((word for word in _DONE if text.endswith(word)), None)
    return done is not None and not text.removesuffix(done).endswith(("基本", "初步"))


def combine(first: Deadline, then: Deadline) -> Deadline:
    """Return the reading of two clauses together; unclear unless they are compatible."""
    if first == then:
        return first
    match first.kind, then.kind:
        case (DeadlineKind.DATE, DeadlineKind.ONGOING) if then.start is None or (first.due and then.start > first.due):
            return replace(first, kind=DeadlineKind.MILESTONE_THEN_ONGOING, check_in=then.check_in)
        case (DeadlineKind.DATE, DeadlineKind.RECURRING) if first.start is None and then.granularity == then.every:
            return replace(first, kind=DeadlineKind.MILESTONE_THEN_ONGOING, check_in=then.every)
        case (DeadlineKind.RECURRING, DeadlineKind.RECURRING) if first.every == then.every == first.granularity:
            return then
        case (DeadlineKind.ONGOING, DeadlineKind.RECURRING) if then.granularity == then.every:
            return replace(first, check_in=then.every)
        case (DeadlineKind.MILESTONE_THEN_ONGOING | DeadlineKind.ONGOING, DeadlineKind.ONGOING) if then.start is None:
            return first
        case (DeadlineKind.DATE, DeadlineKind.DONE) | (DeadlineKind.DONE, DeadlineKind.DATE):
            return Deadline(DeadlineKind.DONE)
        case (DeadlineKind.DONE, DeadlineKind.ONGOING) | (
            DeadlineKind.ARRANGED,
            DeadlineKind.DATE | DeadlineKind.ONGOING | DeadlineKind.RECURRING,
        ):
            return then
        case _:
            return UNCLEAR_DEADLINE
