"""Conditions that a list cannot be narrowed by: what is not overdue, not of a unit, before a feast whose day is not
fixed here, or by its figures; and some that take as many words, but can: what has no deadline, or of which the plan
states no deadline or no unit."""

from collections.abc import Iterator, Mapping

from data.understanding.lexicon.phrases import Phrases
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import NAMED, TAKEN
from data.understanding.numerals import HANZI

NO_DEADLINE = "no_deadline"
NONE_STATED, NO_UNIT = "no_deadline_stated", "no_unit"
FILTERED = (NO_DEADLINE, NONE_STATED, NO_UNIT)
EXCEPT = "except"
"""All but what is named; a list can be narrowed so by units."""
_LATE = r"(?:逾期|超期|过期|超时|拖期|延误|误期)"
_STATED = "(?:写明|写|标明|注明|明确|清楚)"
_BY_WHEN = "(?:完成)?(?:期限|时限|截止(?:日期|时间)?|到期日|完成时间|日期)(?:要求)?(?:的|任务|$)"
_MANY = rf"(?:\d[\d,.]*|{HANZI})"
_STUCK = r"(?:受阻|卡住|遇到困难|有困难)"
_NOT = r"(?:没有?|未|不是?|尚未|还没有?|并未|无|非)(?:有|被|算|处于)?"
_ASKED = "有没有|有没|有未|有无|是不"
_WITHOUT_PROGRESS = r"(?:任务)?(?:至今|一直|还|仍然?)?(?:没有?|毫?无)(?:任何|什么|新)?进展的?"
_SPAN = r"[\d一二两三四五六七八九十百半几]+个?半?(?:天|日|周|星期|礼拜|月|季度|年)"
_ASKED_FOR = r"(?:任务|事项|工作)?(?:都|还)?有?(?:哪些|哪几[项个]|几[项个]|多少[项个]?|什么|啥)?(?:呢|吗)?[?？。]*$"
_CONDITIONS: Mapping[str, Phrases] = {
    "not_late": Phrases(
        rf"({_NOT}(?:{_LATE}|{_STUCK}))[^,，。;；?？]{{0,8}}?(?:的|任务|事项|单位)"
        r"|\bnot (?:yet )?(?:overdue|late|blocked|stuck)\b|\b(?:aren't|isn't) (?:overdue|late|blocked)\b",
        _ASKED,
    ),
    NO_DEADLINE: Phrases(
        rf"(?:没有?|无|未)(?:定|规定|设)?(?:的)?(?:具体)?的?{_BY_WHEN}"
        r"|(?:期限|时限|完成时间)(?:未|不|没有?)(?:确定|定)(?:的|任务)"
        r"|\b(?:without|with no|no|have no|has no|lacking) (?:a |any )?(?:deadlines?|due dates?)\b",
        _ASKED,
    ),
    NONE_STATED: Phrases(
        rf"(?:没有?|无|未){_STATED}(?:的)?{_BY_WHEN}|没有明确的?{_BY_WHEN}"
        rf"|(?:期限|时限|完成时间)(?:未|不|没有?){_STATED}(?:的|任务|$)"
        r"|\bdeadlines? (?:is |are )?(?:not stated|unstated|unclear)\b|\bunclear deadlines?\b",
        _ASKED,
    ),
    NO_UNIT: Phrases(
        rf"(?:没有?|无|未)(?:定|{_STATED})?(?:负责|责任|牵头)?(?:单位|人)(?:负责)?的(?:任务|事项|$)?"
        rf"|(?:责任|负责)?单位(?:未|不|没有?){_STATED}的?"
        r"|没人(?:负责|管)的?|\b(?:without|with no) (?:a |any )?(?:responsible )?unit\b",
        _ASKED,
    ),
    "late_by": Phrases(
        rf"{_LATE}了?(?:已经?)?(?:超过|多于|大于|不到|不足|少于|达到?|满|至少){_SPAN}(?:以[上下内])?的?"
        rf"|{_LATE}了?{_SPAN}(?:以[上下内]的?|的)"
        r"|\b(?:overdue|late)(?: by| for)?(?: more than| over| less than| under| at least)? (?:\d+|an?|one|two|three) "
        r"(?:day|week|month|year)s?\b|\b\d+ (?:day|week|month|year)s?(?: or more)? (?:overdue|late)\b",
        _ASKED,
    ),
    "without_progress": Phrases(
        rf"(?:^|{NAMED})(的?{_WITHOUT_PROGRESS}{_ASKED_FOR})|((?:哪些|所有){_WITHOUT_PROGRESS}{_ASKED_FOR})"
        r"|\b(?:without|with no) (?:any )?progress\b",
        _ASKED,
    ),
    "to_review": Phrases(
        r"(?:几[个份项]|多少[个份项]?|有没有|哪些|有)(?:任务|填报|报告)?(?:需?要|待我)审核的?|(?:需?要|待我)审核的"
        r"|\bpending reviews?\b",
        _ASKED,
    ),
    EXCEPT: Phrases(
        rf"(?:不是?|不属于|不归|不算|排除|除了|除去?|不含|不包括){NAMED}+|{NAMED}+(?:以外|之外|除外)"
        rf"|\b(?:except|excluding|other than|apart from|not (?:of|from)|besides) (?:for |the |those of )*{NAMED}+",
        _ASKED,
    ),
    "feast": Phrases(
        r"(?:过完?年|春节|除夕|元宵节?|清明节?|端午节?|中秋节?|双十[一二])(?:之|以)?[前后]?"
        r"|(?:^|[^\d一二两三四五六七八九十半几多今明去新])(年[前后])(?:[^年]|$)",
        _ASKED,
    ),
    "figure": Phrases(
        rf"{_MANY}[件起宗人名户次家场万元]{{1,2}}(?:及?以上|以下|以内)的|(?:超过|不足|不到|不满|没到|没有?到|少于|多于|低于|高于|够|达到?)"
        rf"(?:{_MANY}[件起宗人名户次家场万元]{{0,2}}|{TAKEN}+)(?:以上)?的",
        _ASKED,
    ),
}
_NOT_LATE = "not_late"
SOUGHT_BY = frozenset({"percent", "feast"})
"""Those beside which it stays clear what is asked for."""


def find_unfiltered(text: str) -> Iterator[Reading]:
    """Yield the conditions of a lower-cased text, its offices put out by NAMED, by their kind."""
    for condition, phrases in _CONDITIONS.items():
        for start, end in phrases.find(text):
            if condition != _NOT_LATE or "吗" not in text[end:]:
                kind = Kind.FILTER if condition in FILTERED else Kind.NO_FILTER
                yield Reading(kind, start, end, (condition,))
