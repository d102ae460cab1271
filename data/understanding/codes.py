"""Task codes in any writing: 2-7, 2－7, 2.7, 第2项第7条, 二之七, 2杠7, A-12."""

import re
from collections.abc import Iterator, Mapping

from data.understanding.meaning import Kind, Reading
from data.understanding.numerals import HANZI, ordinal

_COUNT = rf"(?:\d{{1,3}}|{HANZI})"
_MEASURED = (
    r"(?![\d\-]|\.\d| ?%|[家件天个名户月日号次万亿元周吨轮]|批(?![了准复])|年(?![底末内初度])|人(?![员大力民])"
    r"|起(?![草诉来])|场(?![次所地])"
    r"|(?:以前|之前|前)(?!几次|[^,，。]{0,3}[报填写]|的?(?:进展|情况|数据)))"
)
_DASHED = re.compile(rf"(?<![\d.\-/a-z])(\d{{1,3}}) ?[-_] ?(\d{{1,3}}){_MEASURED}")
_LOOSE = re.compile(
    rf"(?:^|(?<=[务项看报新])|(?<=task ))(\d{{1,3}})[./ ](\d{{1,3}}){_MEASURED}(?! ?(?:到期|截止"
    rf"|due|cases|days))"
)
_SPOKEN = (
    re.compile(
        rf"第({_COUNT})大?项(?:任务|工作)?[的之，, ]?第?({_COUNT})(?:小?项|条|款|点"
        rf"|个)?(?![天家件月])"
    ),
    re.compile(rf"(?<![\d分])({_COUNT})项({_COUNT})条"),
    re.compile(rf"(?<![\d分.\-/])({_COUNT}) ?(?:之|杠|横|-|~|～) ?({_COUNT}){_MEASURED}"),
    re.compile(rf"(?<![\d早晚午])({HANZI})点({HANZI}){_MEASURED}(?![半分])"),
    re.compile(r"item (\d{1,3}),? (?:task|no\.?|number) (\d{1,3})"),
)
_DATED = re.compile(r" ?(?:到期|截止|止|到|至|~|due)")
_TOKEN = re.compile(r"[\w][\w.\-/]*")


def find_codes(text: str, codes: Mapping[str, str]) -> list[Reading]:
    """Return the codes that the lower-cased text names.

    `codes` maps lower-cased codes to codes. A pair of numbers that is no code of the plan is read as NO_CODE, where
    it is written as a code is.
    """
    found: list[Reading] = []
    for reading in (*_own(text, codes), *_spoken(text, codes), *_loose(text, codes)):
        if not any(reading.start < other.end and other.start < reading.end for other in found):
            found.append(reading)
    return found


def _own(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for match in _TOKEN.finditer(text):
        if match[0] in codes and not re.fullmatch(r"\d+(?:[-./]\d+)?", match[0]):
            yield Reading(Kind.CODE, *match.span(), (codes[match[0]],))


def _spoken(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for pattern in (_DASHED, *_SPOKEN):
        for match in pattern.finditer(text):
            code = f"{ordinal(match[1])}-{ordinal(match[2])}"
            if code in codes:
                yield Reading(Kind.CODE, *match.span(), (codes[code],))
            elif pattern not in _SPOKEN[2:4] and not _DATED.match(text, match.end()):
                yield Reading(Kind.NO_CODE, *match.span(), (code,))


def _loose(text: str, codes: Mapping[str, str]) -> Iterator[Reading]:
    for match in _LOOSE.finditer(text):
        code = f"{ordinal(match[1])}-{ordinal(match[2])}"
        if code in codes:
            yield Reading(Kind.CODE, *match.span(), (codes[code],), 0.8)
