"""Task codes in any spelling: 2-7, 2－7, 2.7, 第2项第7条, 二之七, 2杠7, A-12."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from data.patterns import Pattern, PatternSet
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import compiled, patterns
from data.understanding.meaning import Kind, Reading, without_overlaps
from data.understanding.normalise.sentence import blank_spans
from data.understanding.numerals import ordinal

_NUMERALS = "零〇一幺二两三四五六七八九十"
_NEAR = 14
_LAST_MONTH, _MOST_SPANNED = 12, 50
_AWAY = Pattern(any_word(table("staffing")["wishes"]["away"]))
_WORDS, _RULES = table("codes"), patterns("codes")


class CodeForm(NamedTuple):
    """A way of writing a code; codes.toml explains the fields."""

    find: Pattern
    not_behind: str = ""
    not_before: str = ""
    measured: bool = False
    sure: bool = True
    whole: bool = False


class WrittenCode(NamedTuple):
    """A code, and where it is written."""

    start: int
    end: int
    code: str


_FORMS = [CodeForm(**{**each, "find": compiled(each["find"], _WORDS)}) for each in (*_WORDS["forms"], _WORDS["loose"])]
_LOOSE = _FORMS.pop()
_DAYS = PatternSet(_RULES[name].source for name in ("days_listed", "days_of_a_month", "span_of_days", "dotted_span"))
_NUMBERED = PatternSet(
    each.source for each in (*(form.find for form in (*_FORMS, _LOOSE)), _RULES["run_together"], _RULES["item"])
)


def find_codes(text: str, codes: Mapping[str, str], own: Collection[str] = ()) -> list[Reading]:
    """Return the codes in a lower-cased text.

    `codes` maps lower-cased codes to codes. A range (1-10到1-13) spans the `own` codes between its ends, or all if
    there are none. The number of an item (39那个) names the only one of the `own` codes in it; an own code may be
    dictated without its sign (39一). A pair of numbers that is written like a code but is none of the plan is read as
    NO_CODE. Numbers of days (7-3-1天) are none. Two dotted pairs that span days (12.2-12.6) are left out if the last is
    no code.
    """
    text = _without_days(text, codes) if _DAYS.found_in(text) else text
    found = without_overlaps((*_own(text, codes), *_by_numbers(text, codes, own)))
    spanned = islice(_spanned(text, found), _MOST_SPANNED)
    between = (each for each in spanned if (each.values[0] in own if own else each.values[0].lower() in codes))
    return [*between, *found]


def _without_days(text: str, codes: Mapping[str, str]) -> str:
    """Return a text with days and numbers of days that are written like codes blanked out."""
    for days in ("days_listed", *(("days_of_a_month", "span_of_days") if _AWAY.search(text) else ())):
        text = blank_spans(text, [each.span("days") for each in _RULES[days].finditer(text)])
    dotted = (each for each in _RULES["dotted_span"].finditer(text) if each["last"].replace(".", "-") not in codes)
    return blank_spans(text, [each.span("days") for each in dotted])


def _by_numbers(text: str, codes: Mapping[str, str], own: Collection[str]) -> Iterator[Reading]:
    found = _NUMBERED.found_in(text)
    for form in _FORMS:
        if form.find.source in found:
            yield from _spoken(form, text, codes)
    if _LOOSE.find.source in found:
        yield from _loose(text, codes)
    if found:
        yield from _run_together(text, own)
        yield from _only_of_item(text, own)


def is_range(words: str) -> bool:
    """Return whether words between two codes mean all from the one to the other."""
    return words.strip().lower() in _WORDS["parts"]["to"]


def unknown_beside_known(text: str, readings: Sequence[Reading]) -> str | None:
    """Return the first number in a list or range of codes that is no code of the plan (10-1、10-9; 10-1到10-9)."""
    written = sorted((each for each in readings if each.kind in (Kind.CODE, Kind.NO_CODE)), key=attrgetter("start"))
    for first, last in pairwise(written):
        between = text[first.end : last.start].strip().lower()
        if {first.kind, last.kind} == {Kind.CODE, Kind.NO_CODE} and (
            between in _WORDS["parts"]["beside"] or is_range(between)
        ):
            return next(each.values[0] for each in (first, last) if each.kind is Kind.NO_CODE)
    return None


def _spanned(text: str, found: Sequence[Reading]) -> Iterator[Reading]:
    """Yield all that can be a code between the ends of a range, at the place of its last code."""
    written = sorted((each for each in found if each.kind is Kind.CODE), key=attrgetter("start"))
    for first, last in pairwise(written):
        if is_range(text[first.end : last.start]):
            (item, _, number), (to_item, _, to_number) = (each.values[0].rpartition("-") for each in (first, last))
            if item == to_item and number.isdecimal() and to_number.isdecimal():
                numbers = range(int(number) + 1, int(to_number))
                yield from (replace(last, values=(f"{item}-{each}",)) for each in numbers)


def _own(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for match in _RULES["token"].finditer(text):
        if match[0] in codes and not _RULES["pair"].fullmatch(match[0]):
            yield Reading(Kind.CODE, *match.span(), (codes[match[0]],))


def _spoken(form: CodeForm, text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    before = None
    for ways in _written(form, text):
        known = next((way for way in ways if way.code in codes), None)
        if known:
            yield Reading(Kind.CODE, known.start, known.end, (codes[known.code],))
        elif form.sure and (_ends_range(text, before, ways[0]) or not _is_dated(text, ways[0])):
            yield Reading(Kind.NO_CODE, ways[0].start, ways[0].end, (ways[0].code,))
        before = known


def _ends_range(text: str, first: WrittenCode | None, last: WrittenCode) -> bool:
    """Return whether a pair of numbers ends a range that begins with a code of the same item (10-1到10-8)."""
    same_item = first is not None and first.code.partition("-")[0] == last.code.partition("-")[0]
    return same_item and first is not None and is_range(text[first.end : last.start])


def _is_dated(text: str, written: WrittenCode) -> bool:
    """Return whether the words beside a pair of numbers make it a day: 延到12-31, 12-31截止."""
    before, behind = text[max(0, written.start - _NEAR) : written.start], text[written.end : written.end + _NEAR]
    may_be_until = int(written.code.partition("-")[0]) <= _LAST_MONTH
    return bool((may_be_until and _RULES["until"].search(before)) or _RULES["dated"].match(behind))


def _loose(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for way, *_ in _written(_LOOSE, text):
        if way.code in codes and not _RULES["no_loose"].match(text[way.end : way.end + _NEAR]):
            yield Reading(Kind.CODE, way.start, way.end, (codes[way.code],), 0.8)


def _run_together(text: str, own: Collection[str]) -> Iterator[Reading]:
    for match in _RULES["run_together"].finditer(text) if own else ():
        code = f"{ordinal(match['a'])}-{ordinal(match['b'])}"
        if code in own:
            yield Reading(Kind.CODE, *match.span("m"), (code,), 0.8)


def _only_of_item(text: str, own: Collection[str]) -> Iterator[Reading]:
    """Yield the only own code of each item that is named by its number."""
    for match in _RULES["item"].finditer(text) if own else ():
        item = f"{int(ordinal(match['item']))}-"
        in_it = [code for code in own if code.startswith(item)]
        if len(in_it) == 1:
            yield Reading(Kind.CODE, *match.span("m"), (in_it[0],), 0.8)


def _written(form: CodeForm, text: str) -> Iterator[list[WrittenCode]]:
    """Yield the ways to read each place where a text has a form, the longest first.

    Places where the characters beside make it something else are left out. A spoken number may run on into what follows
    it (一杠二二月份, 十四杠二四季度).
    """
    for match in form.find.finditer(text):
        (start, end), begin = match.span("m"), match.start("b")
        may_be_shorter = text[end - 1] in _NUMERALS and not form.whole
        before, item = text[max(0, start - 1) : start], ordinal(match["a"])
        if before and before in form.not_behind:
            continue
        ways = list[WrittenCode]()
        for stop in range(end, begin if may_be_shorter else end - 1, -1):
            number = ordinal(match["b"] if stop == end else text[begin:stop])
            behind = text[stop : stop + _NEAR]
            spoken = text[stop - 1] in _NUMERALS and behind[:1].isascii()
            measured = form.measured and not spoken and _is_measured(behind, int(item), int(number))
            if not (measured or (behind and behind[0] in form.not_before)):
                ways.append(WrittenCode(start, stop, f"{item}-{number}"))
        if ways:
            yield ways


def _is_measured(behind: str, first: int, second: int) -> bool:
    """Return whether a pair of numbers is a range of what is counted after it, or a date; 43-1人次 is no range."""
    if first >= second and not (first <= _LAST_MONTH and (_RULES["date"].match(behind) or behind.startswith("前"))):
        return False
    measured = _RULES["measured"].match(behind) or (
        _RULES["before"].match(behind) and not _RULES["reported_before"].match(behind)
    )
    return bool(measured)
