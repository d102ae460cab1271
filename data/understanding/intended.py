"""Where a sentence speaks of what is not so yet: plans, aims, promises and days to come."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.percents import percents_alone
from data.understanding.lexicon import any_of, table
from data.understanding.lexicon.phrases import Phrases
from data.understanding.normalise.sentence import TAKEN, Span, clause_start

_WORDS: dict[str, Any] = table("intended")
_EARLIER_WORDS: dict[str, Any] = _WORDS["earlier"]
_ACT = f"(?:{any_of(_WORDS['acts_after'])})*(?:[{_WORDS['acts']}]|突破)"
_PLAN = Phrases(
    f"{any_of(_WORDS['plans'])}|(即?将){_ACT}|(要){_ACT}|(需)(?:再|要?(?:完成|达到|做到))|(应该?)(?:完成|达|做到|是)"
    r"|(能|可以?)(?:到|达|完成|做到)|\b(plan(?:s|ning)?)(?: (?:to|for|on)\b|: )"
    r"|\b(aim(?:s|ing|ed)?) (?:at|for|to)\b|('ll)\b",
    any_of(_WORDS["no_plans"]),
)
_NEXT, _SO = Pattern(any_of(_WORDS["next"])), Pattern(any_of(_WORDS["so"]))
_EARLIER_UNTIL = Pattern(any_of(_EARLIER_WORDS["until"]))
_LAST, _LAST_YEAR = Pattern(r"\blast (?:month|quarter)\b"), Pattern(r"\blast year\b")
_SENTENCE = Pattern(r"(?:[^。;；!！.]|\.+[^ \n。;；!！.])+")
_COMPARED = Pattern(
    rf"(?:{any_of(_WORDS['compared'])})[^,，。;；\n]*?[多少增减升降][^,，。;；\n]*|(?:{any_of(_WORDS['of_each'])})[^,，。;；\n]*"
)
_OF_EACH_ENGLISH = Pattern(r"\b(?:each|per)\b[^,，。;；\n]*")
_A_NUMBER = Pattern(r"\d|[一二两三四五六七八九十半百]")
_YEAR = Pattern(r"年|20\d\d|year")
_DAY_ALONE = Pattern(r"(?:the )?\d{1,2}(?:st|nd|rd|th|号|日)")
_HALF_A_YEAR, _HALF_A_MONTH = 183, 15
_CLAUSE_END = Pattern("[,，]")
_CLAUSE_ENDS = ",，。;；"
_AHEAD = Pattern(r"[底末内前]|\b(?:by|before|until|till|within|next|end)\b")


def intended(text: str, today: date) -> list[Span]:
    """Return the stretches of a lower-cased text that are not said of the present, on the day `today`.

    A plan reaches to the end of its clause, 下一步 and a day to come to the end of the sentence; neither beyond a word
    for what is so (已, 目前). In English a day to come also reaches back (80% by Friday).
    """
    if not _A_NUMBER.search(text):
        return []
    days = [each for each in find_days(text, today) if _is_ahead(text[each.start : each.end], each, today)]
    now = [start for start, _ in percents_alone(text) if not any(_is_only(day, text, start) for day in days)]
    return [
        span
        for sentence in _SENTENCE.finditer(text)
        for span in (*_plans(sentence, now), *_from_then_on(sentence, days, now), *_until_then(sentence, days))
    ]


def earlier(text: str) -> list[Span]:
    """Return the stretches of a lower-cased text that are said of the period before (上月立案10件, 10 last month)."""
    return _said_of(_EARLIER, _LAST, text)


def of_past_years(text: str) -> list[Span]:
    """Return the stretches of a lower-cased text that are said of a year that is over (去年培训200人)."""
    return _said_of(_PAST_YEARS, _LAST_YEAR, text)


def of_each(text: str) -> list[Span]:
    """Return the stretches of a lower-cased text whose numbers compare, or are those of each of several (比上月多抓2人,
    每期培训20人, 20 people per session)."""
    return [
        *(match.span() for match in _COMPARED.finditer(text)),
        *((clause_start(text, match.start()), match.end()) for match in _OF_EACH_ENGLISH.finditer(text)),
    ]


def _named_before(words: Sequence[str]) -> Phrases:
    """The names of periods before, but where they only measure (比去年) or begin what lasts till now (去年以来)."""
    behind, before = _EARLIER_WORDS["not_behind"], _EARLIER_WORDS["not_before"]
    others = (any_of(map("".join, product(behind, words))), any_of(map("".join, product(words, before))))
    return Phrases(any_of(words), "|".join(others))


def _said_of(periods: Phrases, english: Pattern, text: str) -> list[Span]:
    ends, spans = [match.start() for match in _EARLIER_UNTIL.finditer(text)], list[Span]()
    for start, end in periods.find(text):
        if not spans or start >= spans[-1][1]:
            spans.append((start, _first(ends, end, len(text))))
    return spans + [(clause_start(text, match.start()), match.end()) for match in english.finditer(text)]


def _plans(sentence: Match, now: Sequence[int]) -> Iterator[Span]:
    text, base = sentence[0], sentence.start()
    stops, so = [match.start() for match in _CLAUSE_END.finditer(text)], _so(sentence, now)
    for start, end in _PLAN.find(text):
        yield base + start, base + _first(so, end, _first(stops, end, len(text)))


def _from_then_on(sentence: Match, days: list[Days], now: Sequence[int]) -> Iterator[Span]:
    text, (start, end) = sentence[0], sentence.span()
    begun = [match.end() for match in _NEXT.finditer(text)]
    begun += [day.end - start for day in days if start <= day.start < end]
    so = _so(sentence, now)
    yield from ((start + at, start + _first(so, at, len(text))) for at in begun)


def _until_then(sentence: Match, days: list[Days]) -> Iterator[Span]:
    text, (start, end) = sentence.string, sentence.span()
    for day in days:
        if start <= day.start < end and text[day.start].isascii() and not text[day.start].isdigit():
            yield max(start, clause_start(text, day.start)), day.start


def _so(sentence: Match, now: Sequence[int]) -> list[int]:
    """Return where a sentence begins to tell what is so, in order; `now` are places of the text where one does."""
    start, end = sentence.span()
    told = [match.start() for match in _SO.finditer(sentence[0])]
    return sorted([*told, *(place - start for place in now if start <= place < end)])


def _is_only(day: Days, text: str, at: int) -> bool:
    """Say whether a day is all that the clause says before the one at a place: 到年底，80%."""
    begin = clause_start(text, day.start)
    return not text[day.end : at].strip(_CLAUSE_ENDS + " ") and not text[begin : day.start].strip(TAKEN + " ")


def _first(places: Sequence[int], start: int, end: int) -> int:
    """Return the first of the places from `start` to `end`, else the end."""
    at = bisect_left(places, start)
    return min(places[at], end) if at < len(places) else end


def _is_ahead(words: str, days: Days, today: date) -> bool:
    """Whether a period is still to come, or a day that something is to be done by; 截至年底 says how it is then."""
    if days.last <= today or words.startswith("截") or rather_past(words, days.last, today):
        return False
    return days.first > today or bool(_AHEAD.search(words))


def rather_past(words: str, last: date, today: date) -> bool:
    """Say whether a date without its year, or a day without its month, would be so far off that it is more likely one
    of the past."""
    farthest = _HALF_A_MONTH if _DAY_ALONE.fullmatch(words) else _HALF_A_YEAR
    return (last - today).days > farthest and not _YEAR.search(words)


_EARLIER, _PAST_YEARS = _named_before(_EARLIER_WORDS["words"]), _named_before(_EARLIER_WORDS["years"])
