"""What a report states besides its task, percentage and figures: a status, and the rest as a note."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.entities.percents import FROM_WHAT_IS_LEFT
from data.understanding.intended import earlier
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import NUMBERS, Kind, Reading
from data.understanding.normalise.sentence import CLAUSE, TAKEN, Sentence, Span, blank, blank_spans
from data.understanding.numerals import DIGITS, HANZI

_WORDS: dict[str, Any] = table("notes")
_THIS = "[这那](?:[个项条件](?:任务|工作|事情?)?|任务|事)"
_SMALL = any_of([*_WORDS["beside"], *_WORDS["behind"]])
_BESIDE = rf"(?i)(?:{_SMALL}|{_THIS}|(?:{any_of(_WORDS['before'])}) ?{TAKEN}|{TAKEN}|\s)"
_LEAD = Pattern(f"^{_BESIDE}*")
_TAIL = Pattern(f"{_BESIDE}+$")
_NO_TAIL = ("的", "情况")
_AFTER_TAKEN = Pattern(rf"(?i)^(?:{_THIS}|{any_of(_WORDS['behind'])}|\s)+")
_AFTER_TAKEN_ALONE = Pattern(f"^(?:的?(?:{any_of(_WORDS['behind_alone'])})|的)")
_TRIMMED = " .,，。;；:：、-\n"
_THANKS = Pattern("(?:谢谢|辛苦)(?:了|您|你)?$")
_COURTESY = Pattern(f"(?i)(?:请|麻烦)+|{any_of(_WORDS['courtesy'])}")
_FOREWORD = Pattern(r"(?i)^(?:(?:麻烦|请|帮我)?(?:(?:登记|记录?|填报?|报|更新)一?下|一下)|(?:备注|说明|note)[:：]\s*)")
_HANGING_START = Pattern(f"^(?:{any_of(_WORDS['hanging_start'])})")
_HANGING_START_ENGLISH = Pattern(f"(?i)^(?:{any_of(_WORDS['hanging_start_english'])})")
_HANGING_END = Pattern(f"(?i)(?:{any_of(_WORDS['hanging_end'])})$")
_A_WORD_ABOUT_A_NUMBER = 2
_ALONE_TO = Pattern(
    rf"^[了啦吧]?(?:\s*$|\s+(?:{TAKEN}|(?:已|均|都|并|正|还|也|目前|现|等|请|通知|报告|材料|佐证|附件|证明|情况)[一-鿿]))"
)
_APART = Pattern(r"^了?\s+")
_PARTLY = Pattern(
    r"^(?:.{0,6}(?:部分|阶段|初稿|草案|方案|起草|一半|大半|多半|[批期轮步])|[但却除仅只差未没]|第?[一二三四五六七八九十前半\d]"
    r"|(?:but|except|with|without|only|some|most|part|half|phase|stage|nothing|not|draft|the|a|an|in|for|by|at|to)\b)"
)
_DONE = Pattern(r"(?:已经?|都|全部)+(?:完成|办结|办完|做完)|done")
_WITH_OTHERS = Pattern(r"(?:已经?)?(?:配合|协助|联合|协同)$")
_OF_A_NUMBER = Pattern(rf"^了?{TAKEN}")
_MAY_TAKE_A_NUMBER = Pattern(r"^(?:[完办做弄搞][\pL\pN_]{1,2}|finished|completed?|accomplished)$")
_DONE_BESIDE = Pattern(
    r"^ ?(?P<done>(?:已经?|都|全部)+(?:完成|办结|办完|做完)了?|(?:完成|办结|办完|做完)了)(?:$|[,，。;；!！\s])"
)
_CAUSE = Pattern("^(?:等|因|缺|没|无|待|由于|主要)[一-鿿]")
_NEAR = 24
_ALL = 100
_COUNTED = Pattern(rf"(?:{DIGITS})[千万亿]*|(?:{HANZI}) ?(?:件|起|人|名|户|家|场|次|期|批|个|万|元)")
_TWO = 2
_NO_NAME = Pattern(r"[\s,，。;；、]|差不多|基本|快要?|马上|[那这][个件]事")
_NAMED = (Kind.CODE, Kind.TASK, Kind.UNIT)
_KEPT = "\2"


def stated_status(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the status a report states.

    The clause of one that says done must say nothing else (方案已完成 is a note), or hold it as a word of its own
    behind nothing but what was read (2-3 已完成 已发通知); done of a number (完成检查120户) or beside 80% it is not.
    受阻 may stand anywhere, and the others apart from other words.
    """
    readings = list(readings)
    status = next((reading for reading in readings if reading.kind is Kind.STATUS), None)
    if not status:
        return None
    name = {"closed": "submitted"}.get(status.values[0], status.values[0])
    if name == "blocked":
        return name
    if name != "submitted":
        return name if _stands_apart(status, blank(heard, readings)) or _says_only(status, heard, readings) else None
    percents = [int(reading.values[0]) for reading in readings if reading.kind is Kind.PERCENT]
    if any(percent < _ALL for percent in percents) or _is_of_a_number(status, heard, readings):
        return None
    return name if _says_only(status, heard, readings) or _is_a_word_alone(status, heard, readings) else None


def note_of(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the clauses of a report that say more than the readings took, letter for letter; None if there are none.

    What was taken is left out at the edges of a clause only, and only where a proper sentence is left.
    """
    known = _taken(heard, list(readings))
    text = blank_spans(heard.in_lines(), _contradicted(heard, known), _KEPT)
    rest, named = blank(text, known), blank(text, [reading for reading in known if reading.kind in _NAMED])
    clauses = list(CLAUSE.finditer(text))
    kept = [(at, span) for at, clause in enumerate(clauses) if (span := _left(clause, rest, named, known))]
    note = ""
    for order, (at, (start, end)) in enumerate(kept):
        note += heard.quote(start, end)
        following = clauses[at + 1].start() if at + 1 < len(clauses) else len(text)
        if order + 1 < len(kept):
            note += heard.quote(clauses[at].end(), following)
        elif at + 1 == len(clauses) and end == clauses[at].end():
            note += heard.quote(end, len(text))
    return note.strip() or None


def _taken(heard: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """Return what the note need not repeat: a status only where it is one,
    a figure only where no other number is among it (培训2场300人) and it is not last month's, a task's name where no
    other word can be, a percentage where it is not that of what is left."""
    stated, before = stated_status(heard, readings), earlier(heard.lower())
    return [
        reading
        for reading in readings
        if (reading.kind is not Kind.STATUS or stated)
        and (reading.kind is not Kind.PERCENT or reading.sureness > FROM_WHAT_IS_LEFT)
        and (reading.kind is not Kind.FIGURE or not any(start <= reading.start < end for start, end in before))
        and (reading.kind is not Kind.FIGURE or len(list(_COUNTED.finditer(heard[reading.start : reading.end]))) < _TWO)
        and (reading.kind is not Kind.TASK or not _NO_NAME.search(heard[reading.start : reading.end]))
    ]


def _contradicted(heard: Sentence, readings: Sequence[Reading]) -> Iterator[Span]:
    """Yield the words for a status right behind a percentage that denies it (80% 已完成)."""
    for percent in (reading for reading in readings if reading.kind is Kind.PERCENT):
        if done := _DONE_BESIDE.match(heard[percent.end : percent.end + _NEAR]):
            yield percent.end + done.start("done"), percent.end + done.end("done")


def _says_only(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    text = heard.in_lines()
    named = [reading for reading in readings if reading.kind in _NAMED]
    return not _left(_clause_of(status, text), blank(text, readings), blank(text, named), readings)


def _is_of_a_number(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    """Whether what was done is a number of things: 完成检查120户, finished 12 inspections."""
    rest = blank(heard.lower(), [reading for reading in readings if reading.kind is Kind.FIGURE])
    verb = _MAY_TAKE_A_NUMBER.search(rest[status.start : status.end])
    return bool(
        _OF_A_NUMBER.match(rest[status.end : status.end + 2]) or (verb and rest.startswith(f" {TAKEN}", status.end))
    )


def _is_a_word_alone(status: Reading, heard: Sentence, readings: Sequence[Reading]) -> bool:
    """Whether spaces part a status from the rest of its clause, and before it there is nothing but what was read."""
    text = heard.in_lines()
    clause, rest = _clause_of(status, text), blank(text, readings)
    before = _WITH_OTHERS.sub("", rest[clause.start() : status.start])
    after, said = rest[status.end : clause.end()], heard.lower()[status.start : status.end]
    alone = _ALONE_TO.match(after) or (_DONE.fullmatch(said) and _is_done_in_full(after))
    return bool(_LEAD.fullmatch(before) and alone)


def _is_done_in_full(after: str) -> bool:
    """Whether what stands apart behind a word for done does not limit it (已完成 第一批)."""
    apart = _APART.match(after)
    return apart is not None and not _PARTLY.match(after[apart.end() :])


def _clause_of(reading: Reading, text: str) -> Match:
    clauses = CLAUSE.finditer(text)
    return next(clause for clause in clauses if clause.start() <= reading.start < clause.end())


def _stands_apart(reading: Reading, rest: str) -> bool:
    """Whether no letter stands right behind a reading, unless that was taken itself or is a mere particle."""
    behind = rest[reading.end : reading.end + _NEAR].lstrip("吧呢啊哈")[:1]
    return behind == TAKEN or not behind.isalnum()


def _left(clause: Match, rest: str, named: str, readings: Sequence[Reading]) -> Span | None:
    """Return where a clause says more than the readings, which are out of `rest`; with only its task left out, as in
    `named`, where more would maim it."""
    span = _edges(clause, rest)
    if span is None or _is_trifle(span, clause, rest, readings):
        return None
    return _edges(clause, named) if _is_maimed(span, rest, readings) else span


def _is_trifle(span: Span, clause: Match, rest: str, readings: Iterable[Reading]) -> bool:
    """Whether all that is left is a word or two that belong to a number (督促立案5件)."""
    start, end = span
    about = any(reading.start == end or reading.end == start for reading in readings if reading.kind in NUMBERS)
    return about and len(rest[start:end].replace(TAKEN, "")) <= _A_WORD_ABOUT_A_NUMBER


def _is_maimed(span: Span, rest: str, readings: Iterable[Reading]) -> bool:
    """Whether what is left of a clause hangs in the air: 于资金, 已召开会议并, or 问题 of 受阻问题."""
    start, end = span
    blocked = [each.end for each in readings if each.kind is Kind.STATUS and each.values[0] == "blocked"]
    said = rest[start:end]
    if _CAUSE.match(said) and any(not rest[at:start].strip(TAKEN) for at in blocked):
        return False
    hangs = (rest[start - 1 : start] == TAKEN and _HANGING_START.match(said)) or _HANGING_START_ENGLISH.match(said)
    if hangs or _HANGING_END.search(said):
        return TAKEN in (rest[start - 1 : start], rest[end : end + 1]) or rest[start : start + 1].isascii()
    return any(reading.kind is Kind.STATUS and (reading.end == start or reading.start == end) for reading in readings)


def _edges(clause: Match, rest: str) -> Span | None:
    """Return where a clause begins and ends without what was taken at its edges and the small words about that."""
    start, end = clause.span()
    said = rest[start:end]
    if TAKEN in said:
        lead = _LEAD.match(said)
        first = lead[0].rfind(TAKEN) + 1 if lead else 0
        first += _small_words(said[first:]) if first else 0
        last = _start_of_tail(said)
        start, end = start + first, start + max(first, last)
    return _tidied(rest, start, end)


def _small_words(said: str) -> int:
    """Return how long the small words are that stand at the beginning, right behind what was taken."""
    at = 0
    while True:
        if words := _AFTER_TAKEN.match(said[at:]):
            at += words.end()
        elif (word := _AFTER_TAKEN_ALONE.match(said[at : at + _NEAR])) and not _is_hanzi(said, at + word.end()):
            at += word.end()
        else:
            return at


def _is_hanzi(text: str, at: int) -> bool:
    return "\u4e00" <= text[at : at + 1] <= "\u9fff"


def _start_of_tail(said: str) -> int:
    """Return where what was taken at the end begins, with the small words about it; the end where there is nothing."""
    tail = _TAIL.search(said)
    start = tail.start() if tail else len(said)
    while _is_hanzi(said, start - 1) and (
        word := next((each for each in _NO_TAIL if said.startswith(each, start)), "")
    ):
        start += len(word)
    return start if TAKEN in said[start:] else len(said)


def _tidied(text: str, start: int, end: int) -> Span | None:
    """Return a span without the punctuation and courtesies at its edges; None when nothing else is there."""
    start, end = _trimmed(text, start, end)
    if foreword := _FOREWORD.match(text[start:end]):
        start, end = _trimmed(text, start + foreword.end(), end)
    if thanks := _THANKS.search(text[start:end]):
        start, end = _trimmed(text, start, start + thanks.start())
    if start >= end or _COURTESY.fullmatch(text[start:end]):
        return None
    return start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end
