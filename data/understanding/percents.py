"""How far something is: 80%, 百分之八十, 八成五, 一半, 三分之二, 80 percent, 完成80."""

import re
from collections.abc import Callable, Iterable, Iterator

from data.understanding.meaning import Kind, Reading
from data.understanding.numerals import ENGLISH_NUMBER, HANZI, english_number, number
from data.understanding.sentence import TAKEN, Span

Value = Callable[[re.Match[str]], float]

_P = r"\d+(?:\.\d+)? ?%"
_DIGIT = "一二两三四五六七八九"
_RULES: tuple[tuple[re.Pattern[str], Value], ...] = (
    (
        re.compile(rf"[从由]?{_P} ?(?:提高|增加|提升|上升|推进|提|升|涨|做|加)?(?:到|至|to|-?>|→) ?({_P})"),
        lambda m: float(m[1].rstrip(" %")),
    ),
    (re.compile(r"(?<![\d.\-])(\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b|pct\b|个百分点)"), lambda m: float(m[1])),
    (
        re.compile(rf"\b({ENGLISH_NUMBER})[ -]?(?:%|percent\b|per cent\b|pct\b)"),
        lambda m: float(english_number(m[1])),
    ),
    (re.compile(r"百分百"), lambda m: 100),
    (re.compile(rf"百分之({HANZI}|\d+(?:\.\d+)?)"), lambda m: number(m[1])),
    (re.compile(rf"([{_DIGIT}\d])成([{_DIGIT}\d半])?(?![功立员果效本为长交型])"), lambda m: _tenths(m[1], m[2])),
    (re.compile(rf"([{_DIGIT}\d])分之([{_DIGIT}\d])"), lambda m: 100 * number(m[2]) / number(m[1])),
    (re.compile(r"(?<=\0)(?:[:：,，]? ?)(\d{1,3})(?= ?$)"), lambda m: float(m[1])),
    (
        re.compile(r"(?:一大?半|过半|\bhalf(?: way|way)?(?=$| done| of| finished| completed| left| remaining|[,.]))"),
        lambda m: 50,
    ),
    (re.compile(r"(?<=完成)(?:了|到|至|约|大概)?(\d{1,3})(?= ?(?:左右|了)?(?:$|[,，。;； ]))"), lambda m: float(m[1])),
    (
        re.compile(r"(?:(?<=进度)|(?<=进展)|(?<=progress))[是为到:：]? ?(\d{1,3})(?= ?(?:左右|了)?(?:$|[,，。;； ]))"),
        lambda m: float(m[1]),
    ),
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?<!完成)率|增长|下降|提高|增加|减少|上升|占比?|同比|环比|超过|低于|高于|不到|不足|要"
    r"|应|应该|应当|须|必须|需|需要|目标|要求|(?<!按)(?<!按照)计划|争取|力争|预计|希望|能|可以|上次|上期)(?:完成"
    r"|做到|达到|了|为|达到?|约|是|[:：\s])*$"
)
_OF_SOMETHING_ELSE_BEHIND = re.compile(
    rf" ?(?:的?(?:比例|标准|份额|要求|抽)|(?:只|才)?[是为]?(?:目标|计划)(?=$|[,，。;；!！])|[和与及或、] ?{_P})"
)
_RATE_OF_A_PART = (
    r"(?:(?<!完成)|(?<=[\u4e00-\u9fff]完成)(?<!的完成)(?<!(?:任务|工作|总体|整体|目前|现在|今天|今日)完成))率"
)
_OF_A_PART = re.compile(rf"(?:{_RATE_OF_A_PART}|比例|占|压减|缩减|核减|{_P} ?[和与及或、])[^,，。;；\0]*$")
_SOUGHT = r" ?(?:以上|以下|以内|左右|多|及以上)?(?:完成)?"
_FILTER = re.compile(rf"{_SOUGHT}的(?=[\u4e00-\u9fff])(?!工作量|进度|样子)")
_FILTER_AT_END = re.compile(rf"{_SOUGHT}的[啊呢吗呀]?(?=$|[\s?？。!！])")
_FILTER_ENGLISH = re.compile(r"(?: done| complete[d]?| finished| progress)?(?=$|[ ?.])")
_THAN = re.compile(r"(?:(?:more|less|fewer|higher|lower) than|over|under|above|below|at least|at most|[<>]=?) *$")
_LEFT = re.compile(
    r"(?:(?:还|只|就|仅|尚)(?:差|剩下?|欠|有)|剩下?(?:的|余)?|余下|(?<!相)(?<!误)差|欠"
    r"|(?:未|没|没有|尚未)(?:完成|做完?|办结?|落实)的?(?:部分|任务|工作)?)(?:还有|大?约|大概|有|是|占|了|[:：])* ?$"
    r"|\b(?:remaining|left|outstanding)[: ]+$"
)
_LEFT_AFTER = re.compile(
    r" ?(?:of (?:it|the work) )?(?:is |are |still )*(?:left|remaining|remains?|to go|outstanding)\b"
    r"| ?of (?:it|the work) (?:is |are |still )*(?:undone|unfinished|incomplete|to do|not (?:yet )?done)\b"
)
_THERE_IS = re.compile(r"有(?:大?约|大概|将?近)? ?$")
_OF_IT = r" ?的?(?:任务|工作量?|内容)"
_NOT_DONE = r"(?:还|尚|仍)?(?:没有?|未|待)(?:完成|做完?|办结?|落实|弄完?|搞完?|干完?)"
_PART_NOT_DONE, _THAT_NOT_DONE = re.compile(rf"{_OF_IT}{_NOT_DONE}"), re.compile(rf"(?:{_OF_IT})? ?{_NOT_DONE}")
FROM_WHAT_IS_LEFT = 0.9
"""How sure a percentage is that was reckoned from what is left."""

_APART = re.compile(r"(?:落后|滞后|慢|超前|提前|超额|超出|领先)(?:了|计划|进度|完成|大?约|近)* ?$")
_APART_AFTER = re.compile(r" ?(?:points? )?(?:behind|ahead|below|above|short|late|over(?: budget| plan))\b")
_DONE_OF_IT = re.compile(r" (?:完成|办结)(?=$|[,，。;；!！\s])")
_WHOLE = re.compile(r"(?<![\d.\-])(?:\d\d?|100)(?![\d.])")
_ALL = 100
_WINDOW = 24
"""How many characters before a number are looked at."""
_LEAD = re.compile(
    r"(?:已经?|目前|大概|大约|差不多|约|将近|近|进度|完成度|完成率|完成|达到?|(?<!报)了|到|为|是|至"
    r"|(?<!in )progress|done|completed?|finished|about|:|：|\s)+$"
)
_TAIL = re.compile(r"(?: ?(?:左右|以上|多|了|的?(?:进度|工作量)|done|completed?|finished|of (?:it|the work)))+")
_IMPOSSIBLE = re.compile(
    r"(?:^|(?<=[\0,，。;；\n]))(?:已经?|目前|进度|进展|完成|达到?|了|到|为|是|进行中|受阻"
    r"|progress|done|in progress|[\s:：])*"
    r"(?:-?\d+(?:\.\d+)? ?(?:%|percent\b)|(?<=完成)-?\d{3,}|(?<=\0 )-?\d{3})(?= ?(?:$|[,，。;；!！\s]))"
)


def find_percents(text: str, not_yet: Iterable[Span] = ()) -> Iterator[Reading]:
    """Yield the percentage of a lower-cased text as a whole number, with the 完成 about it.

    What is left (还差两成) tells what is done where that is not said. One in the stretches `not_yet` is yielded as
    NOT_YET, one that tasks are sought by (不到一半的) as NO_FILTER. A clause that says nothing but a percentage that
    cannot be (150%, -5%) is NO_PERCENT; elsewhere such a number may be of something else.
    """
    not_yet, left = list(not_yet), list[Reading]()
    for match, found in ((match, value(match)) for pattern, value in _RULES for match in pattern.finditer(text)):
        if sought := _sought(text, match):
            yield sought
        elif any(start <= match.start() < end for start, end in not_yet):
            yield Reading(Kind.NOT_YET, *_span_with_its_words(text, match, found), (match[0].strip(),))
        elif _is_of_it(text, match, found):
            if remaining := _remaining(text, match, found):
                left.append(remaining)
            else:
                yield Reading(Kind.PERCENT, *_span_with_its_words(text, match, found), (str(round(found)),))
                return
    if left:
        yield left[0]
    elif (impossible := _IMPOSSIBLE.search(text)) and not _WHOLE.search(impossible[0]):
        yield Reading(Kind.NO_PERCENT, *impossible.span(), (impossible[0].strip(),))


def _before(text: str, match: re.Match[str]) -> str:
    """Return what stands before a match, all but the last characters put out, each in its place."""
    near = max(0, match.start() - _WINDOW)
    return TAKEN * near + text[near : match.start()]


def _of_something_else(text: str, match: re.Match[str]) -> re.Match[str] | None:
    before = _before(text, match)
    return (
        _OF_SOMETHING_ELSE.search(before)
        or _OF_A_PART.search(before)
        or _OF_SOMETHING_ELSE_BEHIND.match(text, match.end())
    )


def _sought(text: str, match: re.Match[str]) -> Reading | None:
    """Return a percentage by which tasks are sought, with what it is of; none in what is said of one task."""
    before = _before(text, match)
    other, lead, than = _of_something_else(text, match), _LEAD.search(before), _THAN.search(before)
    named = TAKEN in before
    for pattern, wanted in ((_FILTER, True), (_FILTER_AT_END, not named), (_FILTER_ENGLISH, bool(than) and not named)):
        after = pattern.match(text, match.end())
        if after and wanted:
            return Reading(Kind.NO_FILTER, (than or other or lead or match).start(), after.end(), ("percent",))
    return None


def _is_of_it(text: str, match: re.Match[str], found: float) -> bool:
    """Say whether a percentage is a whole one of the task's, not of something else and no distance from a plan."""
    else_, apart = _of_something_else(text, match), _APART.search(_before(text, match))
    whole = 0 <= found <= 100 and not ("." in match[0] and found % 1)
    return whole and not (else_ or apart or _APART_AFTER.match(text, match.end()))


def _remaining(text: str, match: re.Match[str], found: float) -> Reading | None:
    """Return what is done where a percentage is that of what is left; 60% 还没完成 is not, but 有60%没完成."""
    said, end = _before(text, match), match.end()
    there_is = _THERE_IS.search(said)
    not_done = (_THAT_NOT_DONE if there_is else _PART_NOT_DONE).match(text, end)
    before, after = _LEFT.search(said) or (not_done and there_is), _LEFT_AFTER.match(text, end) or not_done
    if not (before or after):
        return None
    span = (before or match).start(), (after or _TAIL.match(text, match.end()) or match).end()
    return Reading(Kind.PERCENT, *span, (str(round(100 - found)),), FROM_WHAT_IS_LEFT)


def _span_with_its_words(text: str, match: re.Match[str], found: float) -> Span:
    lead, tail = _LEAD.search(_before(text, match)), _TAIL.match(text, match.end())
    done = _DONE_OF_IT.match(text, (tail or match).end()) if found < _ALL else None
    return (lead or match).start(), (done or tail or match).end()


def _tenths(whole: str, rest: str | None) -> float:
    return 10 * number(whole) + (5 if rest == "半" else number(rest) if rest else 0)
