"""Figures by an indicator's name or short form: 立案12件, 案值350.5万, 检查 1,204, 12件立案, 12 cases filed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.understanding.inexact import is_a_range, is_approximate, range_end
from data.understanding.meaning import Kind, Reading
from data.understanding.numerals import DIGITS, HANZI, SCALES, number
from data.understanding.sentence import Span
from data.understanding.words import IndicatorWords

_NUMBER = rf"(?P<n>{DIGITS}|{HANZI})"
_AMOUNT = rf"{_NUMBER} ?(?P<scale>[千万亿]|[wmk](?![a-z])|(?:thousand|million|billion)\b)?"
_YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_MEASURE = r"(?:[(（](?P<measure>[^()（）]{1,4})[)）])?"
_OBJECTS = (
    r"假冒伪劣|假冒|假货|假药|假酒|假烟|仿冒|侵权|伪劣|盗版|商标|专利|违法|违规|涉嫌|涉案|各类|相关|制品|物品|商品|产品"
    r"|货物|印刷品|犯罪嫌疑人|嫌疑人|人员|企业"
    r"|市场主体|经营主体|经营户|经营者|商户|门店|单位|执法|班|学员|等"
)
_RISEN = r"(?:逐步|已)?(?:增加|增长|增|上升|提高|提升|升|涨|扩大|减少|降低|下降|降|减|变|改|加)?(?:到|至|为|成)"
_FROM = (
    rf"(?:[从由](?:原[来先]?的?)?(?:{DIGITS}|{HANZI})[ ]?[千万亿]?[ ]?(?:[户人]次|万?元|[件起人名户家场次])?{_RISEN})?"
)
_FROM_LATIN = (
    rf"(?: ?(?:rose|risen|went|gone|increased|grew|grown|fell|fallen|dropped|up|down| )* ?from (?:{DIGITS}) to )?"
)
_LINK = (
    rf"{_FROM}(?:{_OBJECTS})*了?(?:(?:{DIGITS}|{HANZI})(?:场次?|期|次|个班|批次?)[ ]?)?[ ]?(?:总数|总额"
    r"|数量|案件)?[ ]?(?:为|是|了|应该?[是为]|改为|(?:更正|调整)为|[一总]?共计?|达到?|大?约|大概|差不多|接近|有|合计"
    r"|累计|[:：=])*[ ]?"
)
_COUNTERS = {
    "件": "件次|件|起|宗|个|例|案(?![值件])",
    "人": "余?名|余?人(?!次)|个",
    "人次": "人次|余?人|名|officers|officials|inspectors|staff|students|traders|employees|participants",
    "户次": "户次|余?户|家次|余?家|个|次|shops?|stores?|firms?|markets?|companies|businesses",
    "场": "场次|场|次|期|回",
    "万元": "元(?:人民币)?",
}
_A_COUNTER = r"吨|公斤|千克|箱|元|件|人(?!民币)|户|家|场|份|次|批|期|班|瓶|盒|处|台|辆|册|条|支|袋|张|套"
_TAIL = rf"(?![\d千万亿共些直定般律下]|[.,]\d|%|[ ]?(?:percent|分之|成|天|日|月|年|以[上下内]|{_A_COUNTER}))"
_THAN = "不足|不到|不满|超过|少于|多于|低于|高于"
_THINGS = rf"(?:(?!{HANZI}|{_THAN}|[发立移抓查收扣销检宣培处罚没破召开较比])[\u4e00-\u9fff、]){{1,8}}?"
_OWN = {"件": "件", "人": "[人名]", "户次": "户次|家次|[户家]", "人次": "人次"}
_UNMISTAKABLE = ("户次", "人次")
_ANYTHING = r"(?:(?!宣传|受众|参观|咨询)[^。;；]){1,14}?(?<![\d.,])"
_AMOUNT_ONLY = rf"(?:{DIGITS}|{HANZI})[ ]?[千万]?[ ]?"
_TOLD = re.compile("[完了]|结束")
_HOW_MANY = re.compile(r"多少|几(?!个月|天|周)|总数|总额|合计|how (?:many|much)")
_ASKED = re.compile(rf"{_HOW_MANY.pattern}|what|[各每]|so far|to date|in total|\bby\b")
_TOO_MUCH = 1e12
_BARE = re.compile(rf"(?:{DIGITS})$")
_RATHER_YUAN = 10_000
_ONE_HANZI = frozenset("零〇一二两三四五六七八九十百千万亿")
_OF_NO_OTHER = r"(?(latin)(?![ ]?(?!and\b|so\b|in\b|were\b)[a-z]))"
_ENGLISH_COUNTER = r"(?:cases?|people|persons?|items?|visits?|sessions?|yuan|rmb|times)"


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator and the ways of naming a figure of it: name first, name far before, number first (12件立案),
    number within (立了12个案, 抓了5个人)."""

    name: str
    unit: str
    whole: bool
    name_first: re.Pattern[str]
    name_before: re.Pattern[str]
    number_first: re.Pattern[str]
    number_alone: re.Pattern[str]
    number_within: re.Pattern[str]
    asked: re.Pattern[str]


def index_indicators(indicators: Iterable[IndicatorWords]) -> tuple[Indicator, ...]:
    """Prepare the indicators for hearing."""
    return tuple(_indicator(words) for words in indicators)


def _indicator(words: IndicatorWords) -> Indicator:
    names = sorted((words.name.lower(), *(alias.lower() for alias in words.aliases)), key=len, reverse=True)
    hanzi = "|".join(re.escape(name) for name in names if not name.isascii()) or r"(?!)"
    latin = "|".join(rf"\b{re.escape(name)}\b" for name in names if name.isascii()) or r"(?!)"
    counters = _COUNTERS.get(words.unit) or re.escape(words.unit)
    counter = rf"[ ]?(?P<counter>{counters}|{_ENGLISH_COUNTER})"
    return Indicator(
        words.name,
        words.unit,
        words.kind == "whole",
        re.compile(
            rf"(?:(?:{hanzi}){_MEASURE}|(?P<latin>(?<!\d )(?:{latin})){_FROM_LATIN})"
            rf"{_LINK}{_AMOUNT}(?>{counter}|{_OF_NO_OTHER}){_TAIL}",
            re.ASCII,
        ),
        re.compile(
            rf"(?:{hanzi})(?P<between>{_between(words.unit)}){_LINK}{_AMOUNT}[ ]?"
            rf"(?P<counter>{_OWN.get(words.unit, '(?!)')}){_TAIL}"
        ),
        re.compile(
            rf"(?<![\d.,\-]){_AMOUNT}(?:{counter}[ ]?(?:{hanzi})(?!数|金)"
            rf"|(?:[ ](?P<yuan>yuan|rmb))?[ ]?{latin})(?![ ]?(?:{DIGITS}|{HANZI}[件人户场元万]))"
        ),
        re.compile(rf"(?<![^\s,，、。;；\0]){_AMOUNT}[ ]?(?:{hanzi})(?=$|[\s,，、。;；])"),
        re.compile(_within(names, words.unit)),
        re.compile(
            rf"(?:{hanzi}|{latin})(?:了|的|总[数额量]|合计|一共|总共|共|案件|金额|[件人户])*(?:有|是"
            rf"|为)?(?={_HOW_MANY.pattern})|{_asked_apart(names, words.unit)}"
            rf"|(?<=单位)的?(?:{hanzi})(?:数量?|情况)?(?=$|[?？。])"
            rf"|^(?:the |total )*(?:{latin})(?= (?:so far|to date|in total|by)\b)"
            rf"|(?<![a-z])(?:how (?:many|much)|(?:what is|what's)(?: the)?(?: total)?) (?:people were |of )?(?:{latin})"
        ),
    )


def _within(names: Iterable[str], unit: str) -> str:
    """Return how a number stands between the halves of a name (立了12个案), or what was done to people (抓了5个人).

    12起案件 that stand alone are cases filed.
    """
    verbs = "".join(name[0] for name in names if name.endswith("案") and len(name) == len("立案"))
    if unit == "人":
        people = r"(?P<counter>[个名])?(?:(?:犯罪)?(?:嫌疑)?(?:嫌犯|人)(?!次|民|员)|(?<=[个名])(?=$|[\s,，。;；]))"
        return rf"(?:[抓逮捕]|刑拘|拘留)(?:获|捕)?(?:了|到|住|人)*{_AMOUNT}{people}"
    cases = r"(?P<counter>[件起宗个])?案(?!值|[件子]?的)(?:件|子)?"
    alone = r"(?:(?<=[,，、。;；\0])[ ]?|^)(?=\d+[件起宗个]案[件子](?=$|[\s,，、。;；]))"
    return rf"(?:[{verbs}]了?|{alone}){_AMOUNT}{cases}" if verbs else r"(?!)"


def _asked_apart(names: Iterable[str], unit: str) -> str:
    """Return how a number is asked for between the halves of a name (立了多少案), or after the first (抓了多少人)."""
    halves = [name for name in names if len(name) == 2 and not name.isascii()]
    around = [rf"{name[0]}了?(?:多少|几)[个件起]?{name[1]}" for name in halves]
    before = [rf"{name[0]}了?(?:多少|几)个?人" for name in halves if unit == "人"]
    return "|".join([*around, *before]) or "(?!)"


def _between(unit: str) -> str:
    """Return what may stand between a name and its number: things, or anything where the counter is nobody else's."""
    return f"(?:{_THINGS}|{_ANYTHING}(?={_AMOUNT_ONLY}{unit}))" if unit in _UNMISTAKABLE else _THINGS


def find_figures(
    text: str, indicators: Iterable[Indicator], not_yet: Iterable[Span] = (), *, number_first: bool = False
) -> Iterator[Reading]:
    """Yield the figures of a lower-cased text as (indicator, number), 万 and 亿 and 元 converted to its unit.

    Ranges and counts that are only about right (3-5件, 约12件) are NOT_EXACT. A number that cannot be one of the
    indicator's, and each of several different ones for it, are NO_FIGURE: which of them is meant is not guessed. Those
    in the stretches `not_yet` are NOT_YET. With `number_first` only 12 立案 is read, not 立案 12.
    """
    taken, not_yet = list[Reading](), list(not_yet)
    for indicator, match in _matches(text, indicators, number_first):
        if any(match.start() < other.end and other.start < match.end() for other in taken):
            continue
        if any(start <= match.start("n") < end for start, end in not_yet):
            taken.append(Reading(Kind.NOT_YET, *match.span(), (match[0].strip(),)))
        elif _is_inexact(match, indicator):
            taken.append(Reading(Kind.NOT_EXACT, match.start(), range_end(match), (match[0].strip(),)))
        elif reading := _reading(match, indicator):
            taken.append(reading)
    in_words = (Kind.NOT_YET, Kind.NOT_EXACT)
    figures = [reading for reading in taken if reading.kind not in in_words]
    said: dict[str, dict[str, str]] = {}
    for reading in sorted(figures, key=lambda reading: reading.start):
        said.setdefault(reading.values[0], {})[reading.values[1]] = text[reading.start : reading.end].strip()
    yield from (reading for reading in taken if reading.kind in in_words)
    for reading in figures:
        name, words = reading.values[0], said[reading.values[0]]
        if len(words) > 1:
            yield Reading(Kind.NO_FIGURE, reading.start, reading.end, (name, *words.values()))
        else:
            yield reading


def find_asked_indicators(text: str, indicators: Iterable[Indicator]) -> Iterator[Reading]:
    """Yield the indicators whose number a lower-cased text asks for (立案多少件)."""
    if not _ASKED.search(text):
        return
    for indicator in indicators:
        for match in indicator.asked.finditer(text):
            yield Reading(Kind.INDICATOR, *match.span(), (indicator.name,))


def _matches(text: str, indicators: Iterable[Indicator], number_first: bool) -> list[tuple[Indicator, re.Match[str]]]:
    if not re.search(rf"\d|{HANZI}", text):
        return []
    found = [
        (order, -(match.end() - match.start()), indicator, match)
        for indicator in indicators
        for order, pattern in enumerate(
            (
                indicator.name_first,
                indicator.name_before,
                indicator.number_first,
                indicator.number_alone,
                indicator.number_within,
            )
        )
        if order > 1 or not number_first
        for match in pattern.finditer(text)
    ]
    return [(indicator, match) for _, _, indicator, match in sorted(found, key=lambda item: (item[0], item[1]))]


def _reading(match: re.Match[str], indicator: Indicator) -> Reading | None:
    """Return a figure in the indicator's unit, NO_FIGURE for one that cannot be; None for 一 and the like alone.

    Of 培训办完了，共120人次 only the number is taken, for the rest tells how the task stands.
    """
    said = match.groupdict()
    if match["n"] in _ONE_HANZI and not (said["scale"] or said.get("counter")):
        return None
    start = match.start("n") if _TOLD.search(said.get("between") or "") else match.start()
    value = _value(said, indicator)
    if lacks_measure(match[0].strip(), indicator.unit):
        return Reading(Kind.NO_FIGURE, *match.span(), (indicator.name, match[0].strip()))
    if value is None or value > _TOO_MUCH or (indicator.whole and not value.is_integer()):
        return Reading(Kind.NO_FIGURE, *match.span(), (indicator.name, match[0].strip()))
    return Reading(Kind.FIGURE, start, match.end(), (indicator.name, repr(int(value) if value.is_integer() else value)))


def _is_inexact(match: re.Match[str], indicator: Indicator) -> bool:
    """Say whether a number is one end of a range, or a count of things only about right; amounts of money may be."""
    text, (start, end) = match.string, match.span("n")
    return is_a_range(text, start, end) or (indicator.whole and is_approximate(text, start, end))


def _value(said: Mapping[str, str | None], indicator: Indicator) -> float | None:
    """Return the number in the indicator's unit; None where brackets name another one, or a second one is given."""
    digits, scale, measure = said["n"] or "", said["scale"] or "", said.get("measure")
    counter = said.get("counter") or said.get("yuan")
    value = float(number(digits)) * SCALES[scale]
    yuan = indicator.unit == "万元"
    if measure is not None and (scale or counter or not (measure in _YUAN if yuan else measure == indicator.unit)):
        return None
    if yuan and measure:
        value *= _YUAN[measure] / _YUAN["万元"]
    elif yuan and (counter or (scale.isascii() and scale) or _scale_of(digits, scale) >= SCALES["万"]):
        value /= SCALES["万"]
    return round(value, 6)


def lacks_measure(words: str, unit: str) -> bool:
    """Say whether so large a number, without its measure at the end of what was said, is rather one of 元 than 万元."""
    bare = _BARE.search(words)
    return bool(unit == "万元" and bare and "(" not in words and "（" not in words and number(bare[0]) >= _RATHER_YUAN)


def _scale_of(digits: str, scale: str) -> int:
    return max(SCALES[scale], *(SCALES.get(char, 1) for char in digits))


def figures_of(readings: Iterable[Reading]) -> Mapping[str, float]:
    """Return the figures by indicator."""
    return {
        reading.values[0]: float(reading.values[1]) if "." in reading.values[1] else int(reading.values[1])
        for reading in sorted(readings, key=lambda reading: reading.start)
        if reading.kind is Kind.FIGURE
    }
