"""How a percentage is written: 80%, 百分之八十, 八成五, 三分之二, a third, 80 percent, 完成80."""

from collections.abc import Callable
from typing import NamedTuple

from data.patterns import Match, Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.normalise.sentence import TAKEN
from data.understanding.numerals import ENGLISH_NUMBER, number

PERCENT = r"\d+(?:\.\d+)? ?%"
_DIGIT = "一二两三四五六七八九"
_CLAUSE_END = r"(?:左右|了)?(?:$|[,，。;； ])"
_PART_END = r"(?:$| done| of| through| finished| completed| left| remaining| way| for now|[,.，。])"
_NUMERALS = "一二两三四五六七八九十百"
_WHOLE = rf"\d{{1,3}}|[{_NUMERALS}]{{1,4}}"
_OVER = r"(?P<v>[1-9]) ?/ ?(?P<w>[2-9]|10)"
_ROUND = rf"\d{{2,3}}|[{_DIGIT}]?十[{_DIGIT}]?"
_UP_TO_A_HUNDRED = rf"一?百|[{_DIGIT}]?十[{_DIGIT}]?|[零〇{_DIGIT}]{{1,2}}"
"""Behind it another number may begin: 百分之八十五一百零二批."""
_PUT_DOWN = "(?:先写|先填|先报|先给|进度填|进度写|填|写)(?:个|成|到|上)?"
_PUT_DOWN_ENGLISH = "(?:put (?:it|this|that|me|us) (?:at|down as)|put down|call it)"
"""What says that a number is what is to be put down, whatever it counts."""
_MEASURES = "件起人名家场次期批个万元户条吨份天年月日号周轮箱台套宗例处间种笔位多余%"
LEAD = any_of(table("percents")["lead"])
"""What may stand before a number and says no more than it does."""
SIGNS = ("%", "成", "半", "百分", "分之", "percent", "per cent", "pct", "half", "third", "quarter")
"""One of these stands in a percentage that is no bare number."""
_PARTS = {"half": 50, "third": 33, "quarter": 25}


class Form(NamedTuple):
    """A way to write a percentage: its group `m` is what is written, `v` the number; and what follows in no such."""

    pattern: Pattern
    value: Callable[[Match], float] = lambda match: number(match["v"])
    not_before: tuple[str, ...] = ()


def _tenths(match: Match) -> float:
    rest = match["r"]
    return 10 * number(match["v"]) + (5 if rest == "半" else number(rest) if rest else 0)


def _share(match: Match) -> float:
    return 100 * number(match["v"]) / number(match["w"])


def _english_part(match: Match) -> float:
    count = {"two": 2, "three": 3}.get(match["n"] or "", 1)
    return 67 if match[0].startswith("two third") else count * _PARTS[match["v"]]


_RISEN = " ?(?:提高|增加|提升|上升|推进|提|升|涨|变|做|加)?"
_TO = "(?:变成|变为|变|成|到|至|to|-?>|→)"
FORMS = (
    Form(Pattern(rf"(?P<m>[从由]?{PERCENT}{_RISEN}{_TO} ?(?P<v>\d+(?:\.\d+)?) ?%)")),
    Form(
        Pattern(
            rf"(?P<m>(?:进度|进展|progress)(?:{LEAD})*(?:从|由|from) ?\d{{1,3}}{_RISEN}{_TO} ?(?P<v>\d{{1,3}}))"
            rf" ?{_CLAUSE_END}"
        )
    ),
    Form(
        Pattern(
            rf"(?:^|[^\p{{Han}}]|[比月周])(?P<m>(?:[从由] ?\d{{1,3}}{_RISEN}{_TO}|\d{{1,3}} ?(?:->|→))"
            r" ?(?P<v>\d{1,3})) ?(?:左右|了)?(?:$|[,，。;；])"
        )
    ),
    Form(Pattern(r"(?:^|[^\d.\-])(?P<m>(?P<v>\d+(?:\.\d+)?) ?(?:%|percents?\b|per cent\b|pct\b|个百分点))")),
    Form(Pattern(rf"(?P<m>\b(?P<v>{ENGLISH_NUMBER})[ -]?(?:%|percents?\b|per cent\b|pct\b))")),
    Form(Pattern("(?P<m>百分百)"), lambda match: 100.0),
    Form(Pattern(rf"(?P<m>百分之(?P<v>{_UP_TO_A_HUNDRED}|\d+(?:\.\d+)?))")),
    Form(Pattern(rf"(?P<m>(?P<v>[{_DIGIT}\d])成(?P<r>[{_DIGIT}\d半])?)"), _tenths, tuple("功立员果效本为长交型")),
    Form(Pattern(rf"(?P<m>(?P<w>[{_DIGIT}\d])分之(?P<v>[{_DIGIT}\d]))"), _share),
    Form(Pattern(rf"(?:^|[^\d/])(?P<m>{_OVER}) (?:(?:of the )?way )?(?:done|complete|finished|through)"), _share),
    Form(Pattern(rf"[完成做搞弄办]了?(?:大?约|大概|差不多)?(?P<m>{_OVER})(?:$|[^\d/])"), _share),
    Form(Pattern(rf"{TAKEN}(?P<m>[,，]? ?(?:at |{LEAD})*(?P<v>\d{{1,3}})(?:吧|左右)?) ?(?:$|[,，] ?\pL)")),
    Form(Pattern(rf"(?:^|[,，] ?)(?P<m>(?P<v>\d{{1,3}})) (?:on|for) {TAKEN}")),
    Form(Pattern(rf"(?P<m>\bhalf ?(?:way)?){_PART_END}"), lambda match: 50.0),
    Form(Pattern(rf"(?P<m>{_PUT_DOWN}(?P<v>{_WHOLE})){_CLAUSE_END}")),
    Form(Pattern(rf"\b(?P<m>{_PUT_DOWN_ENGLISH} (?P<v>\d{{1,3}}|{ENGLISH_NUMBER})){_PART_END}")),
    Form(Pattern(rf"(?:^|[^\d.\-{_NUMERALS}])(?P<m>(?P<v>{_ROUND})吧) ?$")),
    Form(Pattern(r"(?:着呢?|进行中|\bing)[ ,，](?P<m>(?P<v>\d{1,3})) ?$")),
    Form(Pattern(rf"{TAKEN} (?P<m>(?P<v>\d{{1,3}})) [\p{{Han}}]"), not_before=tuple(f" {each}" for each in _MEASURES)),
    Form(Pattern("(?P<m>一大?半|过半|对半)"), lambda match: 50.0),
    Form(
        Pattern(rf"(?P<m>\b(?P<n>an?|one|two|three) (?P<v>third|quarter)s?)(?: of (?:it|the work))?{_PART_END}"),
        _english_part,
    ),
    Form(
        Pattern(
            rf"(?:进度|进展|progress|percent)(?P<m>(?:[是为了到至约:：=]|大概| is)? ?(?P<v>{_WHOLE}))"
            r"(?:左右|了)?(?: ?$| ?[,，。;；]| \p{Han})"
        )
    ),
    Form(
        Pattern(
            rf"完成(?P<m>(?:[是为了到至约:：=]|大概)? ?(?P<v>{_ROUND}|零|百|一百))"
            r"(?:左右|了)?(?: ?$| ?[,，。;；]| \p{Han})"
        )
    ),
)
