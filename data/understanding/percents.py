"""How far something is: 80%, 百分之八十, 八成五, 一半, 三分之二, 80 percent, 完成80."""

import re
from collections.abc import Callable, Iterator

from data.understanding.meaning import Kind, Reading
from data.understanding.numerals import HANZI, number

_P = r"\d+(?:\.\d+)? ?%"
_DIGIT = "一二两三四五六七八九"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], float]], ...] = (
    (
        re.compile(rf"[从由]?{_P} ?(?:提高|增加|提升|上升|推进|提|升|涨|做|加)?(?:到|至|to|-?>|→) ?({_P})"),
        lambda m: float(m[1].rstrip(" %")),
    ),
    (re.compile(r"(?<![\d.\-])(\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b|pct\b|个百分点)"), lambda m: float(m[1])),
    (re.compile(r"百分百"), lambda m: 100),
    (re.compile(rf"百分之({HANZI}|\d+(?:\.\d+)?)"), lambda m: number(m[1])),
    (re.compile(rf"([{_DIGIT}\d])成([{_DIGIT}\d半])?(?![功立员果效本为长交型])"), lambda m: _tenths(m[1], m[2])),
    (re.compile(rf"([{_DIGIT}\d])分之([{_DIGIT}\d])"), lambda m: 100 * number(m[2]) / number(m[1])),
    (re.compile(r"(?<=\0)(?:[:：,，]? ?)(\d{1,3})(?= ?$)"), lambda m: float(m[1])),
    (re.compile(r"(?:一大?半|过半|\bhalf(?: way|way)?(?=$| done| of| finished| completed|[,.]))"), lambda m: 50),
    (re.compile(r"(?<=完成)(?:了|到|至|约|大概)?(\d{1,3})(?= ?(?:左右|了)?(?:$|[,，。;； ]))"), lambda m: float(m[1])),
    (
        re.compile(r"(?:(?<=进度)|(?<=进展)|(?<=progress))[是为到:：]? ?(\d{1,3})(?= ?(?:左右|了)?(?:$|[,，。;； ]))"),
        lambda m: float(m[1]),
    ),
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?<!完成)率|增长|下降|提高|增加|减少|上升|占比?|同比|环比|超过|低于|高于|不到|不足|要"
    r"|应|应该|应当|须|必须|需|需要|目标|要求|计划|争取|力争|预计|希望|能|可以|上次|上期)(?:完成"
    r"|做到|达到|了|为|达到?|约|是|[:：\s])*$"
)
_OF_SOMETHING_ELSE_BEHIND = re.compile(rf" ?(?:的?(?:比例|标准|份额|要求|抽)|[和与及或、] ?{_P})")
_OF_A_PART = re.compile(rf"(?:率|比例|占|压减|缩减|核减|{_P} ?[和与及或、])[^,，。;；\0]*$")
_FILTER = re.compile(r" ?(?:以上|以下|以内|多)?的[\u4e00-\u9fff]")
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


def find_percents(text: str) -> Iterator[Reading]:
    """Yield the percentage of a lower-cased text as a whole number, with the 完成 about it.

    One that tasks are sought by (不到一半的) is yielded as a FILLER. A clause that says nothing but a percentage that
    cannot be (150%, -5%) is NO_PERCENT; elsewhere such a number may be of something else.
    """
    for match, found in ((match, value(match)) for pattern, value in _RULES for match in pattern.finditer(text)):
        other, sought = _of_something_else(text, match), _FILTER.match(text, match.end())
        lead, tail = _LEAD.search(text[: match.start()]), _TAIL.match(text, match.end())
        if sought:
            yield Reading(Kind.FILLER, (other or lead or match).start(), sought.end() - 1, ())
        elif 0 <= found <= 100 and not other and not ("." in match[0] and found % 1):
            start, end = lead.start() if lead else match.start(), tail.end() if tail else match.end()
            yield Reading(Kind.PERCENT, start, end, (str(round(found)),))
            return
    if impossible := _IMPOSSIBLE.search(text):
        yield Reading(Kind.NO_PERCENT, *impossible.span(), (impossible[0].strip(),))


def _of_something_else(text: str, match: re.Match[str]) -> re.Match[str] | None:
    before = text[: match.start()]
    return (
        _OF_SOMETHING_ELSE.search(before)
        or _OF_A_PART.search(before)
        or _OF_SOMETHING_ELSE_BEHIND.match(text, match.end())
    )


def _tenths(whole: str, rest: str | None) -> float:
    return 10 * number(whole) + (5 if rest == "半" else number(rest) if rest else 0)
