"""Task codes in any writing: 2-7, 2－7, 2.7, 第2项第7条, 二之七, 2杠7, A-12."""

from collections.abc import Iterator, Mapping
from string import digits
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import blank_spans, without_overlaps
from data.understanding.numerals import ENGLISH_NUMBER, ordinal

_NUMERALS = "零〇一二两三四五六七八九十"
_HANZI = f"[{_NUMERALS}]{{1,4}}"
"""No 百, which begins a percentage behind a code: 二杠三百分之七十."""
_COUNT = rf"(?:\d{{1,3}}|{_HANZI})"
_NEAR = 14
_MONTH = " ?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[^a-z]|uary|ruary|ch|il|ust|ember|ober|$)"
_MEASURED = Pattern(
    r"^(?:[\d\-]|\.\d| ?%|[家件天个户月日号次万亿周吨轮]|名(?:[^单册]|$)|元(?:[^旦月宵]|$)|批(?:[^了准复捕]|$)"
    r"|年(?:[^底末内初度]|$)|人(?:[^员大力民手]|$)|起(?:[^草诉来]|$)|场(?:[^次所地]|$)"
    rf"|{_MONTH})"
)
_DATE = Pattern(rf"^(?: ?[日号]|{_MONTH})")
_LAST_MONTH = 12
_AWAY = Pattern(any_of(table("staffing")["wishes"]["away"]))
_SPAN_OF_DAYS = Pattern(
    r"(?:^|[^\d.-])(?P<days>(?:1[0-2]|0?[1-9])-\d{1,2} ?[到至~～] ?(?:(?:1[0-2]|0?[1-9])-)?\d{1,2})(?:$|[^\d-])"
)
"""12-2到12-4, which are no tasks where somebody is away."""
_BEFORE = Pattern("^(?:以前|之前|前(?:[^天年期段几些]|$))")
_REPORTED_BEFORE = Pattern("^(?:以前|之前|前)(?:几次|[^,，。]{0,3}[报填写]|的?(?:进展|情况|数据))")
_DATED = Pattern("^ ?(?:到期|截止|止|到|至|~|due)")
_NO_LOOSE = Pattern("^ ?(?:到期|截止|due|cases|days)")
_TOKEN = Pattern(r"[\pL\pN_][\pL\pN_.\-/]*|\w[\w.\-/]*")
_PAIR = Pattern(r"\d+(?:[-./]\d+)?")


class Form(NamedTuple):
    """A way to write a code: its two counts are groups `a` and `b`, `m` is what is written.

    `not_behind` and `not_before` are characters that make it something else; one that is `measured` is none where a
    measure follows (2-3件), one that is `sure` is a code even where the plan has no such; one that is `whole` is
    read to its end.
    """

    pattern: Pattern
    not_behind: str = ""
    not_before: str = ""
    measured: bool = False
    sure: bool = True
    whole: bool = False


class Written(NamedTuple):
    """Where a code is written, and which."""

    start: int
    end: int
    code: str


_FORMS = (
    Form(
        Pattern(r"(?P<m>(?P<a>\d{1,3}) ?[-_] ?(?P<b>\d{1,3}))"),
        "0123456789.-/abcdefghijklmnopqrstuvwxyz",
        measured=True,
    ),
    Form(
        Pattern(rf"(?P<m>第(?P<a>{_COUNT})大?项(?:任务|工作)?[的之，, ]?第?(?P<b>{_COUNT})(?:小?项|条|款|点|个)?)"),
        not_before="天家件月",
    ),
    Form(Pattern(rf"(?P<m>(?P<a>{_COUNT})项(?P<b>{_COUNT})条)"), f"{digits}分"),
    Form(
        Pattern(rf"(?P<m>(?P<a>{_COUNT}) ?(?:之|杠|横|-|~|～) ?(?P<b>{_COUNT}))"),
        f"{digits}分.-/",
        measured=True,
        sure=False,
    ),
    Form(
        Pattern(rf"(?P<m>(?P<a>{_HANZI})点(?P<b>{_HANZI}))"),
        f"{digits}早晚午",
        "半分",
        measured=True,
        sure=False,
        whole=True,
    ),
    Form(Pattern(rf"(?P<m>\b(?P<a>{ENGLISH_NUMBER}) (?:dash|hyphen) (?P<b>{ENGLISH_NUMBER})\b)")),
    Form(Pattern(r"(?P<m>item (?P<a>\d{1,3}),? (?:task|no\.?|number) (?P<b>\d{1,3}))")),
)
_LOOSE = Form(Pattern(r"(?:^|[务项看报新]|task )(?P<m>(?P<a>\d{1,3})[./ ](?P<b>\d{1,3}))"), measured=True, sure=False)


def find_codes(text: str, codes: Mapping[str, str]) -> list[Reading]:
    """Return the codes that the lower-cased text names.

    `codes` maps lower-cased codes to codes. A pair of numbers that is no code of the plan is read as NO_CODE, where
    it is written as a code is.
    """
    if _AWAY.search(text):
        text = blank_spans(text, [each.span("days") for each in _SPAN_OF_DAYS.finditer(text)])
    return without_overlaps((*_own(text, codes), *_spoken(text, codes), *_loose(text, codes)))


def _own(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for match in _TOKEN.finditer(text):
        if match[0] in codes and not _PAIR.fullmatch(match[0]):
            yield Reading(Kind.CODE, *match.span(), (codes[match[0]],))


def _spoken(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for form in _FORMS:
        for ways in _written(form, text):
            known = next((way for way in ways if way.code in codes), None)
            if known:
                yield Reading(Kind.CODE, known.start, known.end, (codes[known.code],))
            elif form.sure and not _DATED.match(text[ways[0].end : ways[0].end + _NEAR]):
                yield Reading(Kind.NO_CODE, ways[0].start, ways[0].end, (ways[0].code,))


def _loose(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for way, *_ in _written(_LOOSE, text):
        if way.code in codes and not _NO_LOOSE.match(text[way.end : way.end + _NEAR]):
            yield Reading(Kind.CODE, way.start, way.end, (codes[way.code],), 0.8)


def _written(form: Form, text: str) -> Iterator[list[Written]]:
    """Yield where a text has a form, but where the characters beside it make it something else: each as it may be read,
    the longest way first, for what follows a spoken number may be one, too (一杠二二月份, 十四杠二四季度)."""
    for match in form.pattern.finditer(text):
        (start, end), begin = match.span("m"), match.start("b")
        may_be_shorter = text[end - 1] in _NUMERALS and end == match.end("b") and not form.whole
        before, item = text[max(0, start - 1) : start], ordinal(match["a"])
        if before and before in form.not_behind:
            continue
        ways = list[Written]()
        for stop in range(end, begin if may_be_shorter else end - 1, -1):
            number = ordinal(match["b"] if stop == end else text[begin:stop])
            behind = text[stop : stop + _NEAR]
            spoken = text[stop - 1] in _NUMERALS and behind[:1].isascii()
            measured = form.measured and not spoken and _is_measured(behind, int(item), int(number))
            if not (measured or (behind and behind[0] in form.not_before)):
                ways.append(Written(start, stop, f"{item}-{number}"))
        if ways:
            yield ways


def _is_measured(behind: str, first: int, second: int) -> bool:
    """Say whether a pair of numbers is a range of what is counted behind it, or a date; no range falls (43-1人次)."""
    if first >= second and not (first <= _LAST_MONTH and (_DATE.match(behind) or behind.startswith("前"))):
        return False
    measured = _MEASURED.match(behind) or (_BEFORE.match(behind) and not _REPORTED_BEFORE.match(behind))
    return bool(measured)
