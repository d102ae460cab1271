"""Normalised sentences, and tools to blank out what was read in them."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Protocol

from data.patterns import Pattern, PatternSet, any_of
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.mixed_numerals import (
    ANY_MIXED,
    ANY_SPOKEN_DECIMAL,
    mixed_numerals,
    numbers_in_two_scales,
    spoken_decimals,
)
from data.understanding.normalise.pinyin import in_hanzi
from data.understanding.normalise.romanise import syllable
from data.understanding.normalise.self_corrections import ANY_CORRECTION, CORRECTIONS, Run
from data.understanding.normalise.tables import without_bars
from data.understanding.normalise.traditional import SIMPLIFIED

Span = tuple[int, int]
TAKEN = "\0"
NAMED = "\1"
LONGEST, TAIL = 1200, 200
"""Of a longer text only so many characters are read, the second number of them from its end."""
_FEW_SPANS = 4

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）～"}
_ALIKE = SIMPLIFIED | str.maketrans(
    {**{chr(wide): chr(plain) for wide, plain in _WIDE.items()}, **dict.fromkeys("—–−‐‑―", "-"), TAKEN: " ", NAMED: " "}
)
_SLIPS = table("slips")
_MENDED_WORDS = {word: meant for kind in ("anywhere", "at_the_end") for word, meant in _SLIPS[kind].items()}
_SLIP = Pattern(any_word([*_MENDED_WORDS, "么事", "么样"]))
_A_THING = Pattern(rf"(?:{any_word(_SLIPS['one_thing']['done'])})(个)(?:{any_word(_SLIPS['one_thing']['counted'])})")
_CLAUSE_ENDS = frozenset(",，。;；!！?？ \n")
_PERCENT_BY_SOUND, _HUNDREDTHS, _PARTS_OF = Pattern(r"[百白佰][分份]\p{Han}{2,5}"), "百分之", "zhi"
_SAID_LAST = "吧"
"""Sounds like 八, and may follow a number."""
_NUMERALS = {syllable(numeral): numeral for numeral in "零一二三四五六七八九十"}
_UNSEEN = Pattern(r"\p{Cf}+")
"""Characters without a shape of their own (zero-width spaces), as texts copied from web pages contain."""
_MENTION = Pattern(r"@\w+")
_SPACE = Pattern(r"[\s\pZ\x{b}\x{1c}-\x{1f}\x{85}]{2,}|[^ \PZ]|[\t-\r\x{1c}-\x{1f}\x{85}]")
"""Anything but a plain space between two words."""
_EDGE = Pattern(r"^ | $")
_ACCENTED = Pattern(r"(?:.?[\x{300}-\x{36f}]+|[\x{c0}-\x{24f}])+")
_ACCENT = Pattern(r"[\x{300}-\x{36f}]")
_TONE_DIGITS = Pattern(r"(?i)(?:^|[^a-z0-9])((?:[a-z]{2,6}[1-5]'?){2,})(?:$|[^a-z0-9%.-])")
_DIGIT = Pattern("[1-5]")
_DASH_IN_CODE = Pattern(r"\d([一ー丨])\d")
_POINT_IN_NUMBER = Pattern(r"\d(。)\d")
_FORMAL_NUMBER = Pattern("(?:[壹贰叁肆柒捌玖拾佰仟]|[壹贰叁肆伍陆柒捌玖拾佰仟零]{2,})[万亿元圆]|[伍陆][万亿][元圆]")
"""伍 and 陆 are also surnames (陆万里, 伍元)."""
_PLAIN_NUMERALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_KEYCAP = Pattern(r"\d(\x{fe0f}?\x{20e3})")
_FRACTION = Pattern(r"(?:^|[^\d.])([¼½¾⅐-⅞])")
_COMMAND = Pattern(r"^(/)[\pL\pN_]")
_BEGINS_CLAUSE = Pattern(r"[,，;；。\n]| \p{Han}")
_SHARES = ("%", "％")
_CLAUSE = Pattern(r"(?:[^,，。;；!！\n.]|\.+[^,，。;；!！\s.])+")
_SPACE_OR_JOINT = Pattern(
    rf"(?i)(?P<joint>\s+(?:but|and)\s+(?:then\s+|also\s+)?)(?:{any_word(table('edits')['orders'])})\b|\s+"
)


class Clause(str):
    """A clause of a text without the spaces around it, its place there, and its `joint`: the signs and spaces between
    it and the clause before."""

    start: int
    end: int
    joint: str

    def behind(self, before: str, words: str) -> str:
        """Return `words` of this clause behind what the clause before says, as they were written."""
        return f"{before}{self.joint}{words}" if before and words else before or words


def clauses_of(text: str, *, spaces: bool = False) -> list[Clause]:
    """Return the clauses of a text that say anything: what is between commas, stops and line breaks.

    A decimal point ends no clause. With `spaces`, a space between Chinese words or behind a percentage ends one, too,
    and so does "but" or "and" before an English verb that orders something.
    """
    places = _CLAUSE.spans(text)
    if spaces:
        places = [part for place in places for part in _between_words(text, *place)]
    found, end = list[Clause](), 0
    for start, stop in places:
        if clause := Clause(text[start:stop].strip()):
            clause.start = text.index(clause, start)
            clause.joint, end = text[end : clause.start], clause.start + len(clause)
            clause.end = end
            found.append(clause)
    return found


def _between_words(text: str, start: int, end: int) -> Iterator[Span]:
    clause, done = text[start:end], 0
    for found in _SPACE_OR_JOINT.finditer(clause):
        first, last = found.span("joint") if found["joint"] else found.span()
        before, behind = clause[first - 1 : first], clause[last : last + 1]
        if found["joint"] or (is_hanzi(behind) and (is_hanzi(before) or before in _SHARES)):
            yield start + done, start + first
            done = last
    yield start + done, end


def first_clause(text: str) -> str:
    """Return the first clause of a text, or an empty string."""
    return next(iter(clauses_of(text)), "")


class Sentence(str):
    """A text as it is read: plain digits, letters, dashes and hanzi, no mentions, single spaces, slips mended.

    `written` is the original text, and `spans` has the place in it of each character.
    """

    __slots__ = ("spans", "written")
    written: str
    spans: tuple[Span, ...]

    def quote(self, start: int, end: int) -> str:
        """Return what was originally written for the characters from `start` to `end`."""
        return self.written[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def blanked(self, spans: Iterable[Span], mark: str = TAKEN) -> "Sentence":
        """Return the sentence with these spans blanked out by `mark`."""
        return self._as(blank_spans(self, spans, mark))

    def lowered(self) -> "Sentence":
        """Return the sentence in small letters."""
        return self._as(self.lower())

    def _as(self, characters: str) -> "Sentence":
        sentence = Sentence(characters)
        sentence.written, sentence.spans = self.written, self.spans
        return sentence

    def in_clauses(self) -> str:
        """Return the sentence with its line ends as ends of clauses."""
        return self.in_lines().replace("\n", "；")

    def in_lines(self) -> str:
        """Return the sentence with line breaks where the original text has them."""
        if "\n" not in self.written:
            return self
        return "".join("\n" if char == " " and "\n" in self.quote(at, at + 1) else char for at, char in enumerate(self))


@lru_cache(maxsize=8)
def normalise(text: str) -> Sentence:
    """Return `text` as a normalised sentence."""
    text = without_bars(text)
    begin, end = (len(text), len(text)) if len(text) <= LONGEST else (LONGEST - TAIL, len(text) - TAIL)
    heard = (text[:begin] + text[end:]).translate(_ALIKE)
    spans: Sequence[Span] = [(at, at + 1) for at in (*range(begin), *range(end, len(text)))]
    may_have_any = bool(_ANY_SIGN.found_in(heard))
    for any_sign, mending in _MENDING:
        for mend in mending if any_sign is None or (may_have_any and any_sign.search(heard)) else ():
            if runs := list(mend(heard)):
                heard, spans, may_have_any = *_mend(heard, spans, runs), True
    sentence = Sentence(heard)
    sentence.written, sentence.spans = text, tuple(spans)
    return sentence


def put_right(text: str) -> str:
    """Return `text` as written, but with the right value in the place of each that it takes back."""
    for mend in CORRECTIONS:
        text, _places = _mend(text, [(0, 0)] * len(text), list(mend(text)))
    return text


def _mend(text: str, spans: Sequence[Span], runs: Sequence[Run]) -> tuple[str, Sequence[Span]]:
    """Return a text with the words of each run (start, end, words) in place of the old ones, and its spans.

    If a run changes its length, its first new character stands for all of the old ones, and the others for nothing.
    """
    chars, places, done = [], list[Span](), 0
    for start, end, new in runs:
        own, first, last = spans[start:end], spans[start][0], spans[end - 1][1]
        chars += [text[done:start], new]
        one = [(first, last), *[(last, last)] * len(new)][: len(new)]
        places += [*spans[done:start], *(own if len(own) == len(new) else one)]
        done = end
    return "".join([*chars, text[done:]]), [*places, *spans[done:]]


def _each(pattern: Pattern, put: str | Callable[[str], str], group: int = 0) -> Callable[[str], list[Run]]:
    """Return a function that returns runs to replace a group of each match by `put`, or by what that returns for it."""

    def runs(text: str) -> list[Run]:
        found = pattern.finditer(text)
        return [(*match.span(group), put if isinstance(put, str) else put(match[group])) for match in found]

    return runs


def _without_accents(written: str) -> str:
    """Return pinyin without tone marks, and with v for ü."""
    parts = unicodedata.normalize("NFD", written).replace("u\u0308", "v").replace("U\u0308", "V")
    return _ACCENT.sub("", parts)


def _spaces_within_words(text: str) -> Iterator[Run]:
    """Yield runs that take out the spaces in spaced-out words (公 安 局)."""
    at = text.find(" ", 1, -1)
    while at > 0:
        apart = at == 1 or text[at - 2] == " "
        if apart and is_hanzi(text[at - 1]) and is_hanzi(text[at + 1]):
            yield at, at + 1, ""
        at = text.find(" ", at + 1, -1)


def _slips(text: str) -> Iterator[Run]:
    for match in _SLIP.finditer(text):
        word, (start, end) = match[0], match.span()
        if word in _SLIPS["dialect"]:
            meant = "" if start and text[start - 1] in _SLIPS["dialect"]["not_behind"] else _SLIPS["dialect"][word]
        else:
            meant = _MENDED_WORDS[word] if _is_slip(word, text, start, end) else ""
        if meant:
            yield start, end, meant


def _percents_by_sound(text: str) -> Iterator[Run]:
    """Yield runs that restore a percentage dictated and written as words of the same sound: 百分只八石."""
    for match in _PERCENT_BY_SOUND.finditer(text):
        start, end = match.span()
        if syllable(text[start + 2]) == _PARTS_OF:
            meant = [_NUMERALS.get(syllable(char), "") for char in text[start + 3 : end]]
            number = "".join(takewhile(bool, meant))
            if text[start + 2 + len(number)] == _SAID_LAST:
                number = number[:-1]
            if number:
                yield start, start + 3 + len(number), _HUNDREDTHS + number


def _is_slip(word: str, text: str, start: int, end: int) -> bool:
    if word in _SLIPS["at_the_end"]:
        ends = text[end : end + 1] in _CLAUSE_ENDS or end == len(text)
        return ends and not text.endswith(tuple(_SLIPS["ending"].get(word, ())), 0, start)
    return not text.startswith(tuple(_SLIPS["spared"].get(word, ())), end)


def is_hanzi(char: str) -> bool:
    """Return whether a character is Chinese."""
    return "\u4e00" <= char <= "\u9fff"


_MENDING: tuple[tuple[Pattern | None, tuple[Callable[[str], Iterable[Run]], ...]], ...] = (
    (any_of([_UNSEEN, _MENTION, _KEYCAP]), (_each(_UNSEEN, ""), _each(_MENTION, " "), _each(_KEYCAP, "", 1))),
    (any_of([_SPACE, _EDGE]), (_each(_SPACE, " "), _each(_EDGE, ""))),
    (None, (_spaces_within_words,)),
    (
        any_of([_ACCENTED, _TONE_DIGITS, _SLIP, _A_THING, _PERCENT_BY_SOUND]),
        (
            _each(_ACCENTED, _without_accents),
            _each(_TONE_DIGITS, lambda written: _DIGIT.sub("", written), 1),
            _slips,
            _each(_A_THING, "一个", 1),
            _percents_by_sound,
        ),
    ),
    (
        any_of([_DASH_IN_CODE, _POINT_IN_NUMBER, _FRACTION, _COMMAND, _FORMAL_NUMBER]),
        (
            _each(_DASH_IN_CODE, "-", 1),
            _each(_POINT_IN_NUMBER, ".", 1),
            _each(_FRACTION, lambda written: unicodedata.normalize("NFKC", written).replace("\u2044", "/"), 1),
            _each(_COMMAND, "", 1),
            _each(_FORMAL_NUMBER, lambda written: written.translate(_PLAIN_NUMERALS)),
        ),
    ),
    (None, (in_hanzi,)),
    (ANY_SPOKEN_DECIMAL, (spoken_decimals, numbers_in_two_scales)),
    (ANY_MIXED, (mixed_numerals,)),
    (ANY_CORRECTION, CORRECTIONS),
)
"""The replacements in the order in which they are made, in groups: a text in which a group finds nothing to begin with
does not have the pattern before it."""
_ANY_SIGN = PatternSet(any_sign.source for any_sign, _ in _MENDING if any_sign is not None)


class Placed(Protocol):
    """Anything found in a text, with its place."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def spans(found: Iterable[Placed]) -> list[Span]:
    """Return the places of what was found."""
    return [(each.start, each.end) for each in found]


def is_within(at: int, stretches: Iterable[Span]) -> bool:
    """Return whether a place is in any of these stretches."""
    return any(start <= at < end for start, end in stretches)


def blank(text: str, found: Iterable[Placed], mark: str = TAKEN) -> str:
    """Return the text with what was found blanked out by `mark`, and every other character in its place."""
    places = spans(found)
    return blank_spans(text, places, mark) if places else text


def clause_start(text: str, at: int) -> int:
    """Return where the clause of a place begins."""
    return max(text.rfind(sign, 0, at) for sign in ",，;；。\n") + 1


def begins_a_clause(text: str) -> bool:
    """Return whether a clause begins in a text, also one in hanzi behind a space only."""
    return _BEGINS_CLAUSE.search(text) is not None


def masked(text: str, masks: Mapping[str, str]) -> str:
    """Return the text with words that only look like what is sought replaced by others of the same length."""
    for word, mask in masks.items():
        text = text.replace(word, mask)
    return text


def blank_spans(text: str, spans: Iterable[tuple[int, int]], mark: str = TAKEN) -> str:
    """Return the text with the spans blanked out by `mark`, and every other character in its place. With many of them
    the text is not copied for each, which keeps this linear."""
    found = [*spans]
    if len(found) <= _FEW_SPANS:
        for start, end in found:
            text = f"{text[:start]}{mark * (end - start)}{text[end:]}"
        return text
    chars = list(text)
    for start, end in found:
        chars[start:end] = mark * (end - start)
    return "".join(chars)
