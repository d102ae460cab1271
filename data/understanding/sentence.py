"""A sentence made ready for hearing."""

import re
import unicodedata
from collections.abc import Iterable

from data.understanding.meaning import Reading

TAKEN = "\0"
NAMED = "\1"
LONGEST = 1000

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）～"}
_ALIKE = str.maketrans({**{chr(wide): chr(plain) for wide, plain in _WIDE.items()}, **dict.fromkeys("—–−‐‑―", "-")})
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f]")
_TONE_DIGITS = re.compile(r"(?<![a-z0-9])(?:[a-z]{2,6}[1-5]'?){2,}(?![a-z0-9%.-])", re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?<!\S)([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
CLAUSE = re.compile(r"[^,，。;；!！\n]+")
_MENTION = re.compile(r"@\w+")
_SLIPS = (
    (re.compile(r"[任仁][物勿]|[人仁]务"), "任务"),
    (re.compile(r"([我们])得(?=任务)"), r"\1的"),
    (re.compile(r"进站(?=[怎如]|$)"), "进展"),
    (re.compile(r"汇[中种]"), "汇总"),
    (re.compile(r"逾[其起]|余期"), "逾期"),
    (re.compile(r"延[其起]"), "延期"),
)
_PINYIN = {
    "wo de renwu": "我的任务",
    "women de renwu": "我们的任务",
    "renwu": "任务",
    "hui ?zong": "汇总",
    "ni ?hao": "你好",
    "nin ?hao": "您好",
    "xie ?xie": "谢谢",
    "bang ?zhu": "帮助",
    "qu ?xiao": "取消",
    "lin ?qi": "临期",
    "yu ?qi": "逾期",
    "yan ?qi": "延期",
    "li ?shi": "历史",
    "bao ?jin ?zhan": "报进展",
    "jin ?zhan": "进展",
    "ben ?zhou": "本周",
    "xia ?zhou": "下周",
    "ben ?yue": "本月",
    "dao ?qi": "到期",
    "wan ?cheng": "完成",
    "de": "的",
}
_PINYIN_WORD = re.compile(rf"(?<![a-z])(?:{'|'.join(_PINYIN)})(?![a-z])", re.IGNORECASE)
_HANZI_OF = {re.sub(r" \??|\?", "", spelling): hanzi for spelling, hanzi in _PINYIN.items()}


def normalise(text: str) -> str:
    """Return the text with plain digits, letters and dashes, without mentions, its commonest slips mended."""
    text = _MENTION.sub(" ", text[:LONGEST].translate(_ALIKE).replace(TAKEN, " ").replace(NAMED, " "))
    text = _without_tones(_SPACED_OUT.sub(r"\1", " ".join(text.split())))
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return _PINYIN_WORD.sub(lambda match: _HANZI_OF[match[0].lower().replace(" ", "")], text)


def _without_tones(text: str) -> str:
    """Return the text with its pinyin as it is typed: gōng'ānjú and gong1an1ju2 without tones, ü as v."""
    if _ACCENTED.search(text):
        parts = unicodedata.normalize("NFD", text).replace("u\u0308", "v").replace("U\u0308", "V")
        text = "".join(char for char in parts if not _ACCENTED.match(char))
    return _TONE_DIGITS.sub(lambda match: re.sub("[1-5]", "", match[0]), text)


def blank(text: str, readings: Iterable[Reading], mark: str = TAKEN) -> str:
    """Return the text with what the readings took put out, every other character in its place."""
    return blank_spans(text, ((reading.start, reading.end) for reading in readings), mark)


def blank_spans(text: str, spans: Iterable[tuple[int, int]], mark: str = TAKEN) -> str:
    """Return the text with what stands in the spans put out, every other character in its place."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = mark * (end - start)
    return "".join(chars)
