"""Stretches of a text that are not about the present: plans, promises, days to come, earlier periods."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from data.patterns import Pattern
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.percents import percents_alone
from data.understanding.lexicon.patterns import patterns, phrases
from data.understanding.normalise.sentence import TAKEN, Span, blank_spans, clause_start
from data.understanding.statuses import every_status, tells_how_it_stands

_RULES, _PHRASES = patterns("intended"), phrases("intended")
_SENTENCE = Pattern(r"(?:[^。;；!！.]|\.+[^ \n。;；!！.])+")
_MAY_BE_AHEAD = Pattern(_RULES["ahead"].source.replace(r"\b", ""))
_HALF_A_YEAR, _HALF_A_MONTH, _A_FEW = 183, 15, 7
_CLAUSE_END = Pattern("[,，]")
_CLAUSE_ENDS = ",，。;；"


@lru_cache(maxsize=4)
def intended_stretches(text: str, today: date) -> Sequence[Span]:
    """Return the stretches of a lower-cased text about plans and days to come, said on the day `today`.

    A plan reaches to the end of its clause; 下一步 and a day to come reach to the end of the sentence. All of them end
    at a word for what is so now (已, 目前). In English a day to come also reaches back (80% by Friday).
    """
    days = [each for each in find_days(text, today) if _is_ahead(text[each.start : each.end], each, today)]
    days = [each for each in days if not _is_almost_here(text[each.end :], each, today)]
    plans, following = _PHRASES["plan"].find(text), [match.end() for match in _RULES["next"].finditer(text)]
    if not (days or plans or following):
        return []
    alone = [start for start, _ in percents_alone(text) if not any(_is_only(day, text, start) for day in days)]
    begins, ends = zip(*_SENTENCE.spans(text), strict=True)
    told = sorted([*(match.start() for match in _RULES["so"].finditer(text)), *alone, *ends])
    stops = [match.start() for match in _CLAUSE_END.finditer(text)]
    begun = [*following, *(day.end for day in days)]
    english = [day.start for day in days if text[day.start].isascii() and not text[day.start].isdigit()]
    return [
        *((start, _first_place(told, end, _first_place(stops, end, len(text)))) for start, end in plans),
        *((start, _first_place(told, start, len(text))) for start in begun),
        *((max(begins[bisect_right(begins, day) - 1], clause_start(text, day)), day) for day in english),
    ]


def is_all_ahead(text: str, today: date, *, by_then: bool = False) -> bool:
    """Return whether all that a lower-cased text says is to be done on a day to come (12月20号完成) or, with `by_then`,
    by one (12月20前查20家店)."""
    if by_then and not _MAY_BE_AHEAD.search(text):
        return False
    said = ((text[each.start : each.end], each) for each in find_days(text, today))
    said = (each for each in said if not by_then or _RULES["ahead"].search(each[0]))
    days = [(each.start, each.end) for words, each in said if _is_ahead(words, each, today)]
    if not days:
        return False
    return not any(map(str.isalnum, blank_spans(text, [*days, *intended_stretches(text, today)], " ")))


def tells_so_far(text: str) -> bool:
    """Return whether a lower-cased text has a word for what is so now (计划15家，已查12家)."""
    return _RULES["so"].search(text) is not None


@lru_cache(maxsize=4)
def earlier_period_stretches(text: str) -> Sequence[Span]:
    """Return the stretches of a lower-cased text about the period before (上月立案10件, 10 last month)."""
    return _stretches_about("earlier", text)


def former_stretches(text: str) -> list[Span]:
    """Return the stretches of a lower-cased text about how things stood before (上周60%，这周70%, was 60% before)."""
    return _stretches_about("formerly", text)


def status_since(text: str) -> str | None:
    """Return the status a lower-cased text names beside how things stood before (去年办完了，今年没办), or None."""
    before = [*earlier_period_stretches(text), *former_stretches(text)]
    if not any(tells_how_it_stands(text[start:end]) for start, end in before):
        return None
    since = blank_spans(text, before, " ")
    named = next((each.values[0] for each in every_status(since)), None)
    return "not_started" if named is None and _RULES["not_done"].search(since) else named


def _stretches_about(periods: str, text: str) -> list[Span]:
    named, said = _PHRASES[periods].find(text), [*_RULES[f"{periods}_english"].finditer(text)]
    if not (named or said):
        return []
    ends, spans = [match.start() for match in _RULES["earlier_until"].finditer(text)], list[Span]()
    for start, end in named:
        if not spans or start >= spans[-1][1]:
            spans.append((start, _first_place(ends, end, len(text))))
    english = (
        (
            max(clause_start(text, match.start()), *(text.rfind(each, 0, match.start()) + 1 for each in "(（")),
            *match.span(),
        )
        for match in said
    )
    return spans + [
        (begin, end if text[begin:start].strip(_CLAUSE_ENDS + TAKEN + " ") else _first_place(ends, end, len(text)))
        for begin, start, end in english
    ]


def _is_only(day: Days, text: str, at: int) -> bool:
    """Return whether a day is all that its clause says, right before the clause at `at`: 到年底，80%."""
    begin = clause_start(text, day.start)
    return not text[day.end : at].strip(_CLAUSE_ENDS + " ") and not text[begin : day.start].strip(TAKEN + " ")


def _first_place(places: Sequence[int], start: int, end: int) -> int:
    at = bisect_left(places, start)
    return min(places[at], end) if at < len(places) else end


def _is_ahead(words: str, days: Days, today: date) -> bool:
    """Return whether days are still to come, or are those by which something is to be done.

    截至年底 is neither: it says how things stand.
    """
    if days.last <= today or words.startswith("截") or _is_likelier_past(words, days.last, today):
        return False
    return days.first > today or bool(_RULES["ahead"].search(words))


def _is_almost_here(behind: str, days: Days, today: date) -> bool:
    """Return whether a day is at most a week off, and the text tells what was reached by then in all (到11月底共…)."""
    return (days.last - today).days <= _A_FEW and _RULES["total"].match(behind) is not None


def _is_likelier_past(words: str, last: date, today: date) -> bool:
    """Return whether a day named without year or month would lie so far ahead that a past one is likelier."""
    farthest = _HALF_A_MONTH if _RULES["day_alone"].fullmatch(words) else _HALF_A_YEAR
    return (last - today).days > farthest and not _RULES["year"].search(words)
