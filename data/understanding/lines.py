"""The lines of a message: what stands before and between the reports in them, and which of them words are about
(第二条改成80%, 27-6不要了, 把没变化删掉)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import Sentence, Span, blank_spans, normalise
from data.understanding.numerals import number

_WORDS: dict[str, Any] = table("lines")
_NUMBERED = Pattern(
    r"\s*(?:[(（]?\d{1,2}(?:[)）、:：]|[.．](?P<code>\d{1,2}-\d)?)|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-•·*▪]\s)\s*(?P<rest>\S)?"
)
_IN_A_LIST = Pattern(
    r"(?i)(?P<open>[(（])?(?P<digits>\d{1,2})(?P<mark>[)）、.．:：])|(?P<ring>[①-⑳])|第?(?P<hanzi>[一二三四五六七八九十])(?:步|[、.．])"
)
_GREETING = Pattern(
    r"(?:各位|尊敬的?|领导|老师|同志们?|主任|大家|您?好|你好|谢谢|感谢|辛苦了?|请(?:审核|查收|审阅|知悉|领导)|以上|特此报告"
    r"|(?:汇报|报告)?(?:如下|完毕)|[\s\pZ,，.。!！~]|(?i:hello|hi|thanks?|thank you|regards|best|dear|all))+"
)
_HEADING = Pattern(r"[^\d%％]{1,20}[:：]")
"""本周进展： above the reports."""
_AND = Pattern(r"(?i)\s*(?:(?:both|all)\b)?[\s、，,;；:：和与及跟同&了]*(?:(?:and|with|n)\b)?\s*")
_PLACE = {"first": 0, "second": 1, "third": 2, "last": -1}
_COUNTED = Pattern(
    r"第(?P<at>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[条项个份行句](?:任务)?)?"
    r"|(?i:\b(?:line|no\.?|number)) ?(?P<no>\d{1,2})\b"
)
_PLACE_FIRST = Pattern(
    r"(?i)\s*(?:把|那|这)?第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[条项个]"
    r"|\s*最后[一那][条项个]|\s*(?:the )?(?:first|second|third|last|1st|2nd|3rd) (?:one\b|is\b|at\b)"
)
_SEVERAL = Pattern(
    r"(?i)(?:(?P<from_end>最后|\blast)|(?:最前|前面?|\bfirst)) ?(?P<count>\d|[两二三四五六七八九]|two|three|four|five)"
    r"(?: (?:ones|tasks|of them|on|till?|until|are|have|done|no)\b|[条项个:：,，])"
)
"""The last two, 前三个."""
_SEVERAL_FIRST = Pattern(
    r"(?i)\s*(?:把|那|这)?(?:最后|最前|前面?)[两二三四五六七八九\d][条项个]"
    r"|\s*(?:the )?(?:last|first) (?:two|three|four|five|\d)(?:\b|:)"
)
_COUNTERS = ("条", "项", "个")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_NAMED = {name: Pattern(f"(?i){any_of(_WORDS[name])}") for name in _PLACE}
_REMOVED = Pattern(f"(?i){any_of([*_WORDS['removed'], *_WORDS['cut']])}")
_CUT = Pattern(f"(?i)(?:{any_of(_WORDS['cut'])})$")
_BESIDE = Pattern(rf"(?i){any_of(_WORDS['beside'])}|[\s,，.。!！、“”\"'‘’~～]")
_QUOTED = Pattern(f"(?i){any_of(_WORDS['quoted'])}")
_GONE = " "
_A_WORD = _A_LIST = 2
_BETWEEN_PARTS = " \t\u3000,，;；。、)）"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as people name it: the code of its task, and the words that stand in it."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class About:
    """The lines that words are about, by their places; that they are to go, if the words are `removing`; and the
    `rest`, which says what is to become of them, or quotes words of theirs."""

    places: tuple[int, ...]
    removing: bool
    rest: str


def without_number(line: str) -> str:
    """Return a line without the number that it has in a list: 1、 2. （3） ④."""
    counted = _NUMBERED.match(line)
    begin = counted.start("code" if counted["code"] else "rest") if counted else -1
    if counted is None or begin < 0:
        return line
    decimal = not counted["code"] and line[begin - 1] in ".．" and line[begin].isdecimal()
    return line if decimal else line[begin:]


def numbered_parts(line: str) -> list[str]:
    """Return the parts of a line that counts them itself (1、印方案 2、查20家), without their numbers; else the line.

    It begins with 1; a number behind a word, such as that in 查2、3家, counts only where no digit follows.
    """
    spans: list[Span] = []
    for found in _IN_A_LIST.finditer(line):
        sign = found["ring"]
        count = int(number(found["digits"] or found["hanzi"])) if not sign else ord(sign) - ord("①") + 1
        before, behind = line[: found.start()], line[found.end() : found.end() + 1]
        apart = not before.strip() if not spans else before[-1:] in _BETWEEN_PARTS or not behind.isdecimal()
        if count == len(spans) + 1 and apart and behind:
            spans.append(found.span())
    if len(spans) < _A_LIST:
        return [line]
    ends = [*(start for start, _ in spans[1:]), len(line)]
    return [line[begin:end] for (_, begin), end in zip(spans, ends, strict=True)]


def says_nothing(line: str) -> bool:
    """Return whether a line is only a greeting, thanks or a heading (各位领导好, 本周进展：)."""
    return bool(_GREETING.fullmatch(line) or _HEADING.fullmatch(line))


def begins_with_a_place(text: str) -> bool:
    """Return whether a text begins with the place of a line, or of several (第一个做完了, 前三个没变化), which 第一季度
    is not."""
    return _PLACE_FIRST.match(text) is not None or _SEVERAL_FIRST.match(text) is not None


def unchanged_said(codes: Iterable[str]) -> str:
    """Return the sentence that says of tasks by their codes that nothing has changed."""
    return f"{'、'.join(codes)} 没有变化"


def joins(words: str) -> bool:
    """Return whether words only join what stands before and behind them: 、 and 和."""
    return _AND.fullmatch(words) is not None


def about_lines(text: str, heard: Understanding, lines: Sequence[Line]) -> About:
    """Return which lines a text names, by their number, code, task or words, and what it says of them."""
    said = normalise(text)
    places, spans = _named(said, heard, lines)
    left = Sentence(blank_spans(said, spans, _GONE))
    removed = _REMOVED.search(left)
    beside = blank_spans(left, [removed.span()], _GONE) if removed else left
    words = _BESIDE.sub("", _QUOTED.sub("", beside))
    if removed is not None and places and not words:
        return About(places, True, "")
    if removed is not None and not places and _CUT.search(removed[0]) and len(words) >= _A_WORD:
        holding = tuple(at for at, line in enumerate(lines) if words in line.words)
        return About(holding, len(holding) == 1, words)
    if places:
        return About(places, False, " ".join(_quoted(said, left).split()))
    return About(_by_task(heard, lines), False, text)


def _named(said: Sentence, heard: Understanding, lines: Sequence[Line]) -> tuple[tuple[int, ...], list[Span]]:
    found: dict[int, Span] = {}
    codes = [line.code for line in lines]
    for reading in heard.readings:
        if reading.kind is Kind.CODE and reading.values[0] in codes:
            found[codes.index(reading.values[0])] = (reading.start, reading.end)
    for match in _COUNTED.finditer(said):
        at = int(number(match["at"] or match["no"])) - 1
        if 0 <= at < len(lines):
            found[at] = match.span()
    for match in _SEVERAL.finditer(said):
        count = min(_COUNTS.get(match["count"].lower()) or int(number(match["count"])), len(lines))
        several = range(len(lines) - count, len(lines)) if match["from_end"] else range(count)
        end = match.end("count")
        found |= dict.fromkeys(several, (match.start(), end + (said[end : end + 1] in _COUNTERS)))
    for name, pattern in _NAMED.items():
        by_name = pattern.search(said)
        if by_name is not None and _PLACE[name] < len(lines):
            found[_PLACE[name] % len(lines)] = by_name.span()
    return tuple(sorted(found)), list(found.values())


def _by_task(heard: Understanding, lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(at for at, line in enumerate(lines) if line.code == heard.task)


def _quoted(said: Sentence, left: str) -> str:
    """What was written of a text for what is left of it."""
    return "".join(said.quote(at, at + 1) if char != _GONE else char for at, char in enumerate(left))
