"""The sentence of a blocked report that says what blocks it."""

from collections.abc import Iterable

from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import Sentence, Span
from data.understanding.reports import AROUND, says_no_more, without_signs

_RULES = patterns("notes")


def obstacle_of(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the sentence that says what blocks the work, whole; of one that says no more than that it is blocked the
    next one, and None where there is none."""
    known = list(readings)
    text = heard.in_lines()
    blocked = next((each for each in known if each.kind is Kind.STATUS and each.values[0] == "blocked"), None)
    if blocked is None:
        return None
    sentences = [_without_head(found.span(), text, known) for found in _RULES["sentence"].finditer(text)]
    said = [span for span in sentences if span[1] > blocked.start and not says_no_more(text, known, span)]
    return heard.quote(*said[0]).strip() if said else None


def tells_why(note: str) -> bool:
    """Return whether a report that sounds blocked says more than that in one breath: 不做了，省里取消了."""
    return len([each for each in _RULES["breath"].finditer(note) if len(each[0]) > 1]) > 1


def _without_head(span: Span, text: str, readings: Iterable[Reading]) -> Span:
    """Return a sentence without the task, the status and the percentage that it begins with, each set off from it; a
    code need not be."""
    (start, end), heads = span, _heads(readings)
    while start < end:
        rest = text[start:end]
        start += len(rest) - len(without_signs(rest))
        small = _RULES["head"].match(text[start:end])
        start += small.end() if small and any(each.start == start + small.end() for each in heads) else 0
        reading = next((each for each in heads if each.start <= start < each.end), None)
        if reading is None or not _is_set_off(reading, text[reading.end : end]):
            break
        start = reading.end
    return min(start, end), end


def _is_set_off(reading: Reading, behind: str) -> bool:
    """Whether a head ends where it does, before what stands behind it: a code always, other words at a sign."""
    if _RULES["by"].match(behind):
        return False
    return reading.kind is Kind.CODE or not behind[:1].strip(AROUND)


def _heads(readings: Iterable[Reading]) -> list[Reading]:
    return [each for each in readings if each.kind in (Kind.CODE, Kind.TASK, Kind.STATUS, Kind.PERCENT)]
