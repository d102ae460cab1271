"""The shape of a deadline, and the phrases over its signs that the grammar is built from.

Signs are those of words.toml and of the patterns below, and a character's own where it stands for itself (年月日底前).
"""

import tomllib
from functools import cache
from importlib.resources import files

from data.shapes import Lexicon, Shape, words_by_sign

_BEFORE = {  # an hour, a title, a document's number, a telephone number or address
    "H": "(?:[上下]午|中午|晚上?)?[0-9]{1,2}(?:[时点](?:[0-9]{1,2}分)?|:[0-9]{2})|[上下]午|下班",
    "T": "《[^《》]{1,40}》",
    "S": r"[〔\[][0-9]{4}[〕\]][0-9]{1,4}号",
    "@": "(?:0[0-9]{2,3}-?[0-9]{7,8}|1[0-9]{10}|[0-9A-Za-z._]+@[0-9A-Za-z.]+)",
}
_CHINESE_DIGIT = "[〇一二三四五六七八九]"
_BEHIND = {  # numbers: years, long ones, of three digits, of one or two
    "y": f"{_CHINESE_DIGIT}{{4}}",
    "D": r"[0-9]{5,}|[0-9]+\.[0-9]+",
    "Y": "[0-9]{4}",
    "Z": "[0-9]{3}",
    "N": "[0-9]{2}|[02-9]",
    "1": "1",
    "n": "[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两]",
    "一": "一",
}
_MARKS = ",;。():/-、“”%. "
# Characters that stand for themselves: those that tell of the time no pattern passes over, the others may be in words.
_TELLING = "年月日号天旬季周起止至到再第次半前后每初待视原或已中"
_PLAIN = "上下本内底末度各按逐自从于在之以及个份首终截期由为即的版因"

NUMERALS = "Nn1一"
NUMBERS = f"{NUMERALS}YyZD"
YEAR = "[Yy]"
SMALL = f"[{NUMERALS}]"
COUNT = f"[{NUMERALS}Z]"
ACT = "[VCFitBIPQ]"
PAPER = "[PQpjk]"
WORD = f"(?:[wVCFistBIPQpjkheaobcmMWUn一&TS、“”{_PLAIN}]|[年月]度)"
WORDS = f"(?:{WORD}|中{WORD})*"
HOW = "[hq]*"
HOUR = " ?H?"
_QUANTITY = "q?[1NZYD](?:-[1NZYD])?(?:%|m|[起次个份x])(?:以上)?"
OF_A_PERIOD = f"(?:{YEAR}年(?:度|A|第?{SMALL}季度?|[上下]半年)?{WORD}{{0,4}}?{PAPER})"
ONCE = f"(?:q?[1一]次{WORDS})?"
OBJECT = f"(?:{OF_A_PERIOD}?{WORDS}(?:{_QUANTITY}{WORDS})*|{WORDS}@)"
STEP = f"{HOW}{ACT}{OBJECT}"
ACTION = f"(?:{STEP}{ONCE})?"
LED_STEP = f"{WORDS}{ACT}{OBJECT}"
LED_ACTION = f"(?:{LED_STEP}{ONCE})?"
WITHIN = "[之以]?内"
BY = "(?:[或及]?[之以]前|前|[之以]内|为?止|K)?"
THIS_ISSUE = "I(?:之日)?"


def _sign(char: str) -> str:
    if char in _TELLING or char in _PLAIN or char in _MARKS:
        return char
    return "w" if "\u4e00" <= char <= "\u9fff" else "?"


@cache
def _lexicon() -> Lexicon:
    lists = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Lexicon(words_by_sign(lists), _BEFORE, _BEHIND, _sign)


def shape_of(text: str) -> Shape:
    """The shape of a deadline in the one spelling."""
    return _lexicon().shape(text)
