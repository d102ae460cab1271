"""A sentence made ready for hearing."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from data.understanding.meaning import Reading

Span = tuple[int, int]
TAKEN = "\0"
NAMED = "\1"
LONGEST = 2500

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）～"}
_ALIKE = str.maketrans(
    {**{chr(wide): chr(plain) for wide, plain in _WIDE.items()}, **dict.fromkeys("—–−‐‑―", "-"), TAKEN: " ", NAMED: " "}
)
_SPACE = re.compile(r"\s+")
_ACCENTED = re.compile(".?[\u0300-\u036f]+|[\u00c0-\u024f]")
_ACCENT = re.compile("[\u0300-\u036f]")
_TONE_DIGITS = re.compile(r"(?<![a-z0-9])(?:[a-z]{2,6}[1-5]'?){2,}(?![a-z0-9%.-])", re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?<!\S)([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
CLAUSE = re.compile(r"[^,，。;；!！\n]+")
_MENTION = re.compile(r"@\w+", re.ASCII)
_SLIPS = (
    (re.compile(r"[任仁][物勿]|[人仁]务"), "任务"),
    (re.compile(r"([我们])得(?=任务)"), r"\1的"),
    (re.compile(r"进站(?=[怎如]|$)"), "进展"),
    (re.compile(r"汇[中种]"), "汇总"),
    (re.compile(r"逾[其起]|余期"), "逾期"),
    (re.compile(r"延[其起]|[颜严言]期(?![间限待])"), "延期"),
    (re.compile(r"道期"), "到期"),
    (re.compile(r"玩[成程]|完[程称]"), "完成"),
    (re.compile(r"进行[种终](?=$|[,，。;；!！ ])"), "进行中"),
    (re.compile(r"([本这上下])粥"), r"\1周"),
    (re.compile(r"智量"), "质量"),
    (re.compile(r"(?<![\u4e00-\u9fff])以(?=(?:完成|办结)(?:$|[了,，。;；!！ ]))"), "已"),
    (re.compile(r"冇"), "没"),
    (re.compile(r"(?<![什怎这那多要])么(?=[事样])"), "什么"),
    (re.compile(r"什么样(?=$|了)"), "怎么样"),
    (re.compile(r"(?<=\d)[一ー丨](?=\d)"), "-"),
    (re.compile(r"(?<=\d)。(?=\d)"), "."),
    (re.compile(r"^/(?=\w)"), ""),
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


class Sentence(str):
    """A text as it is heard: plain digits, letters and dashes, no mentions, single spaces, the commonest slips mended.

    `written` is the text as it came, `spans` where in that each heard character stands.
    """

    __slots__ = ("spans", "written")
    written: str
    spans: tuple[Span, ...]

    def quote(self, start: int, end: int) -> str:
        """Return what was written for the heard characters from `start` to `end`, letter for letter."""
        return self.written[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def in_lines(self) -> str:
        """Return what is heard, with line breaks where the text as it came had them."""
        return "".join("\n" if char == " " and "\n" in self.quote(at, at + 1) else char for at, char in enumerate(self))


def normalise(text: str) -> Sentence:
    """Return the text as it is heard; what goes beyond the longest is not, and stands with its last character."""
    heard = text[:LONGEST].translate(_ALIKE)
    spans = [(at, at + 1) for at in range(len(heard))]
    if spans:
        spans[-1] = (spans[-1][0], len(text))
    for pattern, mended in _MENDED:
        heard, spans = _mend(heard, spans, pattern, mended)
    sentence = Sentence(heard)
    sentence.written, sentence.spans = text, tuple(spans)
    return sentence


def _mend(
    text: str, spans: Sequence[Span], pattern: re.Pattern[str], mended: str | Callable[[re.Match[str]], str]
) -> tuple[str, list[Span]]:
    """Put `mended` for each match; its characters stand where those of the match stood, be they more or fewer."""
    chars, places, done = [], list[Span](), 0
    for match in pattern.finditer(text):
        new = mended(match) if callable(mended) else match.expand(mended)
        own, whole = spans[match.start() : match.end()], (spans[match.start()][0], spans[match.end() - 1][1])
        chars += [text[done : match.start()], new]
        places += [*spans[done : match.start()], *(own if len(own) == len(new) else [whole] * len(new))]
        done = match.end()
    return "".join([*chars, text[done:]]), [*places, *spans[done:]]


def _in_hanzi(match: re.Match[str]) -> str:
    return _HANZI_OF[match[0].lower().replace(" ", "")]


def _without_accents(match: re.Match[str]) -> str:
    """Pinyin as it is typed: without tones, ü as v."""
    parts = unicodedata.normalize("NFD", match[0]).replace("u\u0308", "v").replace("U\u0308", "V")
    return _ACCENT.sub("", parts)


def _without_tone_digits(match: re.Match[str]) -> str:
    return re.sub("[1-5]", "", match[0])


_MENDED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_MENTION, " "),
    (_SPACE, " "),
    (re.compile(r"^ | $"), ""),
    (_SPACED_OUT, r"\1"),
    (_ACCENTED, _without_accents),
    (_TONE_DIGITS, _without_tone_digits),
    *_SLIPS,
    (_PINYIN_WORD, _in_hanzi),
)
"""What is put in place of what, in this order."""


def blank(text: str, readings: Iterable[Reading], mark: str = TAKEN) -> str:
    """Return the text with what the readings took put out, every other character in its place."""
    return blank_spans(text, ((reading.start, reading.end) for reading in readings), mark)


def blank_spans(text: str, spans: Iterable[tuple[int, int]], mark: str = TAKEN) -> str:
    """Return the text with what stands in the spans put out, every other character in its place."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = mark * (end - start)
    return "".join(chars)
