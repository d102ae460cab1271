"""Where a sentence speaks of what is not so yet: plans, aims, promises and days to come."""

import re
from collections.abc import Iterator
from datetime import date

from data.understanding.entities.days import Days, find_days
from data.understanding.normalise.sentence import Span

_ACT = r"(?:再|会|可|于|在|全面|新|继续|进一步)*(?:立|抓|检|查|培|宣|销|移|完|达|开|组|举|召|办|做|收|扣|突破)"
_PLAN = re.compile(
    r"(?<![按原年])(?<!按照)(?<!工作)(?<!整治)(?:计划|规划)(?!的|书|表|性)|(?<![虚模])拟(?![定订合])|打算|预备"
    r"|准备(?!工作|好|就绪|完|充分)|预[计期](?!的)|力争|争取|力求|目标(?!的|任务)|(?<!按)(?<!按照)(?<!根据)要求(?!的)"
    rf"|即?将(?={_ACT})(?!.?查[获扣]的|收缴的)|(?<![主重只不])要(?={_ACT})|须|(?<!不)(?<!急)需(?=再|要?(?:完成|达到|做到))"
    r"|应该?(?=完成|达到?|做到|是)|希望|有望|可望|确保|保证(?!金)|承诺|答应|(?:能|可以?)(?=到|达|完成|做到)"
    r"|\b(?:plan(?:s|ning)?(?= to\b| for\b| on\b|: )|(?<!as )planned|aim(?:s|ing|ed)?(?= at\b| for\b| to\b)"
    r"|(?<!on )targets?|targeting|goal|expect(?:s|ed|ing)?|hop(?:e|es|ing)|intend(?:s|ing)?|will|shall|going to"
    r"|about to|should|must|needs? to|wants? to|would|promis(?:e|es|ed|ing)|(?:are|is) to|try(?:ing)? to"
    r"|scheduled)\b|'ll\b"
)
_NEXT = re.compile(r"下一?步|下一?阶段|接下来|后续|往后|今后|\bnext steps?\b|\bafter that\b")
_SO = re.compile(
    r"已|目前|现在|截至|截止|至今|实际|现有|完成了|达到了|到了|[立抓查做]了|昨|上周|上个?月"
    r"|\b(?:so far|already|now|currently|to date|as of|have|has|actual(?:ly)?)\b"
)
_EARLIER = re.compile(
    r"(?<![较比同和与自从])(?:上个?月|上个?季度|上期|上半年)(?!(?:以来|至今|底|末|到|至))"
    r"(?:(?!本|这|今|目前|现|累计|[一总]共)[^,，。;；])*|[^,，。;；]*\blast (?:month|quarter)\b"
)
_SENTENCE = re.compile(r"(?:[^。;；!！.]|\.(?![ \n]|$))+")
_A_NUMBER = re.compile(r"\d|[一二两三四五六七八九十半百]")
_YEAR = re.compile(r"年|20\d\d|year")
_HALF_A_YEAR = 183
_CLAUSE_END = re.compile(r"[,，]")
_AHEAD = re.compile(r"[底末内前]|\b(?:by|before|until|till|within|next|end)\b")


def intended(text: str, today: date) -> list[Span]:
    """Return the stretches of a lower-cased text that are not said of the present, on the day `today`.

    A plan reaches to the end of its clause, 下一步 and a day to come to the end of the sentence; neither beyond a word
    for what is so (已, 目前). In English a day to come also reaches back (80% by Friday).
    """
    if not _A_NUMBER.search(text):
        return []
    days = [each for each in find_days(text, today) if _is_ahead(text[each.start : each.end], each, today)]
    return [
        span
        for sentence in _SENTENCE.finditer(text)
        for span in (*_plans(sentence), *_from_then_on(sentence, days), *_until_then(sentence, days))
    ]


def earlier(text: str) -> list[Span]:
    """Return the stretches of a lower-cased text that are said of the period before (上月立案10件, 10 last month)."""
    return [match.span() for match in _EARLIER.finditer(text)]


def _plans(sentence: re.Match[str]) -> Iterator[Span]:
    text, end = sentence.string, sentence.end()
    for match in _PLAN.finditer(text, *sentence.span()):
        stop = _CLAUSE_END.search(text, match.end(), end)
        yield match.start(), _until_so(text, match.end(), stop.start() if stop else end)


def _from_then_on(sentence: re.Match[str], days: list[Days]) -> Iterator[Span]:
    text, (start, end) = sentence.string, sentence.span()
    begun = [match.end() for match in _NEXT.finditer(text, start, end)]
    begun += [day.end for day in days if start <= day.start < end]
    yield from ((at, _until_so(text, at, end)) for at in begun)


def _until_then(sentence: re.Match[str], days: list[Days]) -> Iterator[Span]:
    text, (start, end) = sentence.string, sentence.span()
    for day in days:
        if start <= day.start < end and text[day.start].isascii() and not text[day.start].isdigit():
            clause = max((match.end() for match in _CLAUSE_END.finditer(text, start, day.start)), default=start)
            yield (clause, day.start)


def _until_so(text: str, start: int, end: int) -> int:
    so = _SO.search(text, start, end)
    return so.start() if so else end


def _is_ahead(words: str, days: Days, today: date) -> bool:
    """Whether a period is still to come, or a day that something is to be done by; 截至年底 says how it is then."""
    if days.last <= today or words.startswith("截") or rather_past(words, days.last, today):
        return False
    return days.first > today or bool(_AHEAD.search(words))


def rather_past(words: str, last: date, today: date) -> bool:
    """Say whether a date without its year would be so far off that it is more likely one of the past."""
    return (last - today).days > _HALF_A_YEAR and not _YEAR.search(words)
