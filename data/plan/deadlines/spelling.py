"""Convert the many ways of writing a deadline to one spelling, and English deadlines to Chinese wording."""

import unicodedata
from collections.abc import Callable

from data.patterns import Match, Pattern
from data.understanding.entities.days.wording import value, with_first_month
from data.understanding.normalise.traditional import SIMPLIFIED

_DIGITS = "〇一二三四五六七八九"
_NUMERALS = f"0123456789{_DIGITS}十"
_ONE_SPELLING = SIMPLIFIED | str.maketrans(
    {"後": "后", "零": "〇", "○": "〇", "◯": "〇", "廿": "二十", "卅": "三十"}
    | dict.fromkeys("—–―−‐‑~", "-")
    | dict.fromkeys("・•‧", "·")
)
_SPACE = Pattern(r"\s+")
_MISREAD = (  # characters misread, the ones before and behind them, and the character meant
    ("Oo0", _DIGITS, f"{_DIGITS}年", "〇"),
    ("曰", _NUMERALS, "", "日"),
    ("Oo", "0123456789", "0123456789年月日", "0"),
    ("lI", "0123456789", "0123456789年月日", "1"),
    ("lI", "年月", "0123456789", "1"),
    ("戍戌戊", "完", "", "成"),
)
_BRACKETS = Pattern(r"[\[【〔]([^\[\]【】〔〕]*)[\]】〕]")
_INCLUSIVE = Pattern(r"([日号底末前])\(含(?:当[日天]|本[日数])?\)")
_INCLUSIVE_DAY = Pattern(r"((?:[0-9]{1,2}月)?[0-9]{1,2}日)([之以]?前)?\(含((?:[0-9]{1,2}月)?[0-9]{1,2}日)\)")
_NAMED_DAY = Pattern(  # 3月15日(消费者权益日)前
    "([0-9]{1,2}日)\\([\\x{4e00}-\\x{9fff}]*[^周期拜当本]日\\)([之以]?前)"
)
_COMPACT_DAY = Pattern("^(20[0-9]{2})([01][0-9])([0-3][0-9])(前|$)")
_NUMERIC = Pattern(
    "[0-9]{4}(?:"
    + "|".join(f"{mark}[0-9]{{1,2}}{mark}[0-9]{{1,2}}(?:日|[ T]00:00(?::00)?)?" for mark in (r"\.", "-", "/"))
    + "|[/.][0-9]{1,2}月?|-[0-9]{2}月?)"
)
_NUMBER = Pattern("[0-9]+")
_DAY_BY_NUMBERS = Pattern("“?([0-9]{1,2})·([0-9]{2})”?")  # 3·15


def normalise(text: str) -> str:
    """Return the text in half-width simplified characters, with uniform dashes, zeros and brackets and dates as 年月日.

    Spaces are removed, except between English words and between two numerals: "1 2月" may be one number or two. (含) is
    removed, as 前 includes its day anyway.
    """
    spelled = _reread(_SPACE.sub(_tidy_space, unicodedata.normalize("NFKC", text).translate(_ONE_SPELLING)))
    spelled = _INCLUSIVE.sub(r"\1", _BRACKETS.sub(_round_brackets, with_first_month(spelled)))
    spelled = _NAMED_DAY.sub(r"\1\2", spelled)
    spelled = _INCLUSIVE_DAY.sub(lambda m: f"{m[1]}{m[2] or ''}" if m[1].endswith(m[3]) else str(m[0]), spelled)
    spelled = _DAY_BY_NUMBERS.sub(r"\1月\2日", spelled)
    spelled = _COMPACT_DAY.sub(r"\1年\2月\3日\4", spelled)
    return _NUMERIC.sub(_with_units, spelled)


def _tidy_space(space: Match) -> str:
    before, behind = space.string[: space.start()][-1:], space.string[space.end() :][:1]
    if not (before and behind):
        return ""
    english = (before + behind).isascii() and (before.isalpha() or behind.isalpha() or before == ",")
    return " " if english or (before in _NUMERALS and behind in _NUMERALS) else ""


def _reread(text: str) -> str:
    """Return the text with often misread characters corrected where their neighbours make the right one certain."""
    return "".join(
        next(
            (
                written
                for read, before, behind, written in _MISREAD
                if char in read
                and at
                and text[at - 1] in before
                and (not behind or (at + 1 < len(text) and text[at + 1] in behind))
            ),
            char,
        )
        for at, char in enumerate(text)
    )


def _round_brackets(bracket: Match) -> str:
    serial = len(bracket[1]) == 4 and bracket[1].isdecimal()
    return str(bracket[0]) if serial else f"({bracket[1]})"


def _with_units(written: Match) -> str:
    before, behind = written.string[: written.start()][-1:], written.string[written.end() :][:1]
    if before.isdecimal() or before == "." or behind.isdecimal():
        return str(written[0])
    numbers = [number[0] for number in _NUMBER.finditer(written[0])][:3]
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False))


_BY = "(?:(?:on or )?by|until|in|on or before|not? later than)"
_DONE = (
    "(?:to be |must be )?(?:complet|finish|submit|launch|issu|deliver|report|draft|publish|implement|hand|roll|put)"
    "(?:t?ed|e|ing)?(?: [a-z]+){0,5}?"
)
_LIMITS = (
    Pattern("(?P<when>.+)"),
    Pattern(f"(?:deadline: ?|due:? ?)?(?:{_BY} )?(?:the )?(?P<when>.+)"),
    Pattern(f"{_DONE} (?:(?:on|{_BY}) (?:the )?(?P<when>.+)|(?P<length>within .+))"),
    Pattern(f"(?:{_DONE} )?before (?:the )?(?P<when>end of .+|(?:[a-z]+ )?[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[ ,].+)?)"),
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_COUNTS = ["one", "two", "three", "six", "ten", "twelve"]
_UNITS = {"day": "天", "working day": "个工作日", "week": "周", "month": "个月", "year": "年"}
_PERIODS = {"周": "week", "月": "month", "季度": "quarter", "半年": "half[ -]?year|six months", "年": "year"}
_YEARLY, _YEAR = "(?:every|each) year by", "20[0-9]{2}"
_IN_CHINESE: dict[str, str | Callable[[Match], str]] = {
    f"within (?P<n>[0-9]{{1,3}}|{'|'.join(_COUNTS)}) (?P<unit>{'|'.join(_UNITS)})s?"
    "(?: (?:of|after|from|following)(?: the)?(?: (?:date of )?(?:issue|issuance)| (?P<event>[a-z][a-z ]+)))?": (
        lambda m: f"{m['event'] or ''}{'后' if m['event'] else ''}{value(m['n'])}{_UNITS[m['unit']]}内"
    ),
    "([0-9]{1,2})(?:st|nd|rd|th)? of (?:every|each) month": r"每月\1日",
    f"{_YEARLY} ([0-9]{{1,2}} [a-z]+)": r"每年\1前",
    f"{_YEARLY} ([a-z]+) ([0-9]{{1,2}})": r"每年\2 \1前",
    f"{_YEARLY} (?:the )?end of ([a-z]+)": r"每年\1底前",
    f"(?:from )?([a-z]+ {_YEAR}) (?:to|until|through|-) ([a-z]+ {_YEAR})": r"\1至\2",
    f"(?:from )?([a-z]+) (?:to|until|through|-) ([a-z]+) ({_YEAR})": r"\1 \3至\2 \3",
    f"every (?P<n>{'|'.join(_WEEKDAYS)})": lambda m: f"每周{'一二三四五六日'[value(m['n'])]}",
    **{
        f"(?:end of )?(?:every|each|once an?|once in an?) (?:{period})|(?:{period})ly": f"每{chinese}"
        for chinese, period in _PERIODS.items()
    },
    "annually": "每年",
    "semi-?annually": "每半年",
    "(?:then )?(?:ongoing|continuous(?:ly)?|continuing|open[ -]ended|no (?:end date|(?:fixed )?deadline)"
    "|on an ongoing basis|long[ -]?term)": "持续",
    "(?:already )?(?:done|completed?)": "已完成",
    "as (?:arranged|instructed|directed|required|scheduled|notified)(?: by .+)?"
    "|(?:pending|subject to) .*(?:arrangements?|instructions?|notice)": "按上级安排",
}
_PHRASES = [(Pattern(phrase), chinese) for phrase, chinese in _IN_CHINESE.items()]


def deadline_in_chinese(text: str) -> str:
    """Return an English deadline in Chinese wording if its form is known.

    Otherwise return the text, without leading words such as "due by" if it has any.
    """
    lowered = text.strip().lower()
    if not any(char.isascii() and char.isalpha() for char in lowered):
        return text
    limits = [limit.fullmatch(lowered) for limit in _LIMITS]
    whens = [said for limit in limits if limit for said in limit.groups().values()]
    for words in whens:
        for phrase, chinese in _PHRASES:
            if phrase.fullmatch(words):
                return phrase.sub(chinese, words)
    return text if not whens or whens[-1] == lowered else whens[-1]
