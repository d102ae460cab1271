"""One spelling for the many ways a deadline is written, and the phrases the grammar is built from."""

import re
import unicodedata

_DIGITS = "〇一二三四五六七八九"
_NUMERAL = f"[0-9{_DIGITS}十]"
_ONE_SPELLING = str.maketrans({"零": "〇", "○": "〇", "◯": "〇"} | dict.fromkeys("—–―−‐‑~", "-"))
_IDLE_SPACE = re.compile(rf"(?<!{_NUMERAL})\s+|\s+(?!{_NUMERAL})")
_NUMERIC_DAY = re.compile(r"(?<![0-9.])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])(?:日|[ T]00:00(?::00)?)?")
_NUMERIC_MONTH = re.compile(r"(?<![0-9.])([0-9]{4})[-/.]([0-9]{1,2})(?![0-9])月?")

YEAR_NUMBER = rf"(?:[0-9]{{4}}|[{_DIGITS}]{{4}})"
SMALL_NUMBER = "(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
COUNT = "(?:[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"

# Words that leave a deadline as it is: what could shift, split, soften or negate one is kept out.
_TELLING = (
    "[年月日号周季旬前后起止至到每再不未非无停除或若如待视且并约余第批次半]|"
    "持续|长期|常态|适时|尽快|尽早|部分|阶段|分步|另行"
)
WORDS = f"(?:(?!{_TELLING})[\u4e00-\u9fff《》]){{0,12}}"
_HOW = "(?:全部|全面|基本|初步|如期|按时|按期|正式|力争|争取|确保|集中|定期|统一)*"
_ACTION = (
    "(?:完成|办结|落实|到位|建成|建立|实现|达标|结束|出台|印发|制定|修订|报送|上报|提交|启动|实施|执行|开展|推进|"
    "运行|进行|组织|召开|公布|通报|发布|更新|检查|实行|确定|坚持)"
)
ONCE = f"(?:(?:至少|不少于)?[一1]次{WORDS})?"
ACTION = f"(?:{_HOW}{_ACTION}+{WORDS}{ONCE})?"
WITHIN = "[之以]?内"
BY = "(?:[之以]?前|[之以]内|(?<!年)内|为?止|截止)?"


def normalise(text: str) -> str:
    """The text in half-width signs, one kind of dash and zero, numeric dates as 年月日, and no idle space.

    A space between two numerals stays: whether "1 2月" is one number or two is not ours to guess.
    """
    spelled = unicodedata.normalize("NFKC", text).translate(_ONE_SPELLING)
    spelled = _IDLE_SPACE.sub("", spelled)
    spelled = _NUMERIC_DAY.sub(r"\1年\3月\4日", spelled)
    return _NUMERIC_MONTH.sub(r"\1年\2月", spelled)


def number(numeral: str) -> int:
    """The value of an Arabic or Chinese numeral that YEAR_NUMBER, SMALL_NUMBER or COUNT matches."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral == "两":
        return 2
    tens, ten, ones = numeral.rpartition("十")
    if ten:
        return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
    return int("".join(str(_DIGITS.index(digit)) for digit in numeral))
