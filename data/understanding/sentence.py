"""A sentence made ready for hearing."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from data.understanding.meaning import Reading
from data.understanding.pinyin import in_hanzi
from data.understanding.traditional import SIMPLIFIED

Span = tuple[int, int]
TAKEN = "\0"
NAMED = "\1"
LONGEST = 2500

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）～"}
_ALIKE = SIMPLIFIED | str.maketrans(
    {**{chr(wide): chr(plain) for wide, plain in _WIDE.items()}, **dict.fromkeys("—–−‐‑―", "-"), TAKEN: " ", NAMED: " "}
)
_SPACE = re.compile(r"\s+")
_ACCENTED = re.compile(".?[\u0300-\u036f]+|[\u00c0-\u024f]")
_ACCENT = re.compile("[\u0300-\u036f]")
_TONE_DIGITS = re.compile(r"(?<![a-z0-9])(?:[a-z]{2,6}[1-5]'?){2,}(?![a-z0-9%.-])", re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?<!\S)([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
CLAUSE = re.compile(r"(?:[^,，。;；!！\n.]|\.(?!\s|$))+")
_MENTION = re.compile(r"@\w+", re.ASCII)
_SLIPS = (
    (re.compile(r"[任仁][物勿]|[人仁]务|(?<=[的们])人物"), "任务"),
    (re.compile(r"([我们])得(?=任务)"), r"\1的"),
    (re.compile(r"进站(?=[怎如]|$)"), "进展"),
    (re.compile(r"汇[中种]"), "汇总"),
    (re.compile(r"逾[其起]|余期"), "逾期"),
    (re.compile(r"延[其起]|[颜严言]期(?![间限待])"), "延期"),
    (re.compile(r"道期|(?<=[周月天])倒期"), "到期"),
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


class Sentence(str):
    """A text as it is heard: plain digits, letters, dashes and hanzi, no mentions, single spaces, common slips mended.

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
        runs = ((match.start(), match.end(), _mended(match, mended)) for match in pattern.finditer(heard))
        heard, spans = _mend(heard, spans, runs)
    heard, spans = _mend(heard, spans, in_hanzi(heard))
    sentence = Sentence(heard)
    sentence.written, sentence.spans = text, tuple(spans)
    return sentence


def _mended(match: re.Match[str], mended: str | Callable[[re.Match[str]], str]) -> str:
    return mended(match) if callable(mended) else match.expand(mended)


def _mend(text: str, spans: Sequence[Span], runs: Iterable[tuple[int, int, str]]) -> tuple[str, list[Span]]:
    """Put the new words of each run (start, end, words) in place of the old ones.

    New characters stand where the old ones stood, be they more or fewer.
    """
    chars, places, done = [], list[Span](), 0
    for start, end, new in runs:
        own, whole = spans[start:end], (spans[start][0], spans[end - 1][1])
        chars += [text[done:start], new]
        places += [*spans[done:start], *(own if len(own) == len(new) else [whole] * len(new))]
        done = end
    return "".join([*chars, text[done:]]), [*places, *spans[done:]]


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
