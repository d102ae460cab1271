"""Steps as people write them: one a line, or with / or ； between, each with its words, a day and a name in any order
(11月底前 印发方案 李某 / 12月中旬 检查20家; issue the plan by 30 November, me)."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from data.patterns import Pattern, escape
from data.steps.changes import StepLine
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.moments import whole
from data.understanding.lines import numbered_parts, without_number

LONGEST = 100
"""The characters of a step."""
_AROUND = " \t\u3000,，、。.;；:：-—–~"
_NUMBERED = Pattern(
    r"(?i)^\s*(?:(?:再?(?:添|增)?加(?:上|一步|一个步骤|个)+|再来一步|add(?:\s(?:one|a step|step))?)[\s:：,，]*)?"
    r"(?:(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})步骤?|步骤\d{1,2}|step\s?\d{1,2}\b)[\s:：,，、.-]*)?"
)
"""What counts a step, or asks for one more, in front of it."""
_EMPTY_BRACKETS = Pattern(r"[(（]\s*[)）]")
_BEGUN_BRACKET, _OPEN_BRACKET = Pattern(r"([(（])[\s,，、]+"), Pattern(r"[(（][^()（）]*$")
_LINKS_BEFORE = Pattern(r"(?i)(?:\bby|\bbefore|\buntil|\btill|\bon|\bfor|在|于)\s*$")
_LINKS_BEHIND = Pattern(r"(?i)^\s*(?:之前|以前|前|内|开始|起)(?P<rest>[\s,，、:：]|$)")
_OTHERS = Pattern(
    r"由(?P<by>\pL{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:负责|牵头|经办)"
    r"|(?:负责|责任|经办)人(?:[:：]|\s)\s*(?P<named>\pL{2,4})"
)
"""Who is said to be responsible, whoever that is."""
A_NAME = Pattern(r"(?P<name>\pL{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")


_ABBREVIATED = Pattern(r"(?i)\bw/$")
_DOTTED = Pattern(r"(?P<before>^|[\s,，(（])(?P<day>\d{1,2}\.\d{1,2})(?:$|[^\d.])")
_COUNTS = Pattern(r"^(?:万|亿|千|百|元|吨|公斤|件|人|倍|小时|天|年|个|家|份|%)")
_MONTH_AND_DAY = Pattern(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]")
_END_OF_THE_MONTH = Pattern(
    r"(?i)(?:^|[^\d一二两三四五六七八九十个本这下上当])月[底末]|\bend of (?:the )?month\b|\bmonth[- ]end\b"
)
LEAP_YEAR = 2020


class Fault(StrEnum):
    """Why a line is no step: it says nothing that is to be done, its day is over or none of the calendar, or it is too
    long; or why it changes none: there is none such, none is kept yet that could be done, it does not say to what, or
    says what stands there."""

    NO_WORDS = "no_words"
    PAST = "past"
    TOO_LONG = "too_long"
    NO_SUCH_DAY = "no_such_day"
    SAME = "same"
    NOT_THERE = "not_there"
    NOT_KEPT = "not_kept"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Hands:
    """Who can be named: the unit's people by their names, and whoever writes."""

    people: Mapping[str, int]
    writer: str
    writer_id: int


def pieces(text: str, today: date) -> list[str]:
    """The lines of a text, one a step: as they are counted; else a comma or a bracket ends one where a second day
    follows."""
    listed = [part for line in text.splitlines() for part in numbered_parts(line)]
    parts = listed if len(listed) > len(text.splitlines()) else [text]
    return [
        part.strip()
        for each in parts
        for piece in _marked(each)
        for part in ([piece] if parts is listed else _by_days(piece, today))
        if part.strip(_AROUND)
    ]


def read_steps(lines: Iterable[str], today: date, hands: Hands) -> list[StepLine | Fault]:
    """What each line is; the end of the month, behind a step with a day, is that of the month of that day."""
    found, latest = list[StepLine | Fault](), today
    for line in lines:
        step = read_step(line, latest if _END_OF_THE_MONTH.search(line) else today, hands)
        latest = max(latest, step.due) if isinstance(step, StepLine) and step.due else latest
        found.append(step)
    return found


def read_step(piece: str, today: date, hands: Hands) -> StepLine | Fault:
    """The step that a line is, or why it is none."""
    told = told_in(_NUMBERED.sub("", without_number(piece)), today, hands)
    if not told.words:
        return Fault.NO_WORDS
    if told.due is None and _names_no_day_of_the_calendar(told.words):
        return Fault.NO_SUCH_DAY
    if told.due is not None and told.due < today:
        return Fault.PAST
    if len(told.words) > LONGEST:
        return Fault.TOO_LONG
    return told


def as_line(line: StepLine) -> str:
    """A step as a line that is read as just this step."""
    day = line.due.isoformat() if line.due else ""
    person = f"由{line.person}负责" if line.person and line.person_id is None else line.person
    return " ".join(filter(None, (day, line.words, person)))


def told_in(piece: str, today: date, hands: Hands) -> StepLine:
    """What a line tells."""
    words, due = _without_day(piece, today)
    return replace(_without_person(words, hands), due=due)


def _marked(text: str) -> Iterator[str]:
    """The parts of a text between its line breaks and marks; a / in a date or a fraction is none."""
    for line in text.splitlines():
        begun = 0
        for at, char in enumerate(line):
            in_number = line[at - 1 : at].isdecimal() and line[at + 1 : at + 2].isdecimal()
            if char in "；;" or (char in "/／" and not in_number and not _ABBREVIATED.search(line[: at + 1])):
                yield line[begun:at]
                begun = at + 1
        yield line[begun:]


def _by_days(piece: str, today: date) -> Iterator[str]:
    """The parts of a line with several days, each with its own: cut at a sign between two, the last where the day comes
    first (11月底前 印发，12月中旬 检查), else the first (draft by Friday, meeting on Monday)."""
    begun, found = 0, _days(piece, today)
    for day, following in pairwise(found):
        signs = [at for at in range(day.end, following.start) if piece[at] in "，,。"]
        closed = next((at for at in range(day.end, following.start) if piece[at] in ")）"), None)
        if closed is not None and _OPEN_BRACKET.search(piece[begun : day.start]):
            yield piece[begun : closed + 1]
            begun = closed + 1
        elif signs:
            day_is_first = not piece[begun : day.start].strip(_AROUND)
            cut = signs[-1] if day_is_first else signs[0]
            yield piece[begun:cut]
            begun = cut + 1
        elif _is_set_off_by_a_space(piece, begun, day, following):
            yield piece[begun : following.start]
            begun = following.start
    yield piece[begun:]


def _is_set_off_by_a_space(piece: str, begun: int, day: Days, following: Days) -> bool:
    """Whether a day begins a step of its own behind one that begins with its day: 12月5日开会 12月10日收网."""
    between, behind = piece[day.end : following.start], piece[following.end :]
    says = not between.isascii() and between[-1].isspace() and not behind[:1].isspace()
    return says and not piece[begun : day.start].strip(_AROUND) and bool(behind.strip(_AROUND))


def _days(piece: str, today: date) -> list[Days]:
    """The days that a line names, by their places in it."""
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in piece)
    found = find_days(lowered, today)
    taken = {at for day in found for at in range(day.start, day.end)}
    dotted = (each for each in _dotted_days(lowered, today) if taken.isdisjoint(range(each.start, each.end)))
    return sorted([*found, *dotted], key=lambda day: day.start)


def _dotted_days(lowered: str, today: date) -> Iterator[Days]:
    """A day such as 12.15 that begins a line or clause, ends one, stands before a name or in brackets; not 1.5 万元."""
    for found in _DOTTED.finditer(lowered):
        moment, behind = whole(found["day"]), lowered[found.end("day") :].strip(_AROUND)
        before = lowered[: found.start("day")].rstrip()
        alone = found["before"] in "(（" or not before.strip(_AROUND) or before[-1] in ",，。"
        alone = alone or not behind or A_NAME.fullmatch(behind) is not None
        if moment is not None and moment.loose and alone and not _COUNTS.match(behind):
            span = moment.span(today, past=False)
            yield Days(found.start("day"), found.end("day"), span.first, span.last)


def _names_no_day_of_the_calendar(words: str) -> bool:
    """Whether words name a day that there is not: 2月30日, 13月1号."""
    for found in _MONTH_AND_DAY.finditer(words):
        month, day = int(found["month"]), int(found["day"])
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(LEAP_YEAR, month)[1]:
            return True
    return False


def _without_day(piece: str, today: date) -> tuple[str, date | None]:
    """A line without its day: of several the one at its beginning, else at its end, else the first."""
    days = _days(piece, today)
    if not days:
        return piece, None
    chosen = days[0]
    if piece[: chosen.start].strip(_AROUND) and not piece[days[-1].end :].strip(_AROUND + ")）"):
        chosen = days[-1]
    before, behind, due = piece[: chosen.start], piece[chosen.end :], chosen.last
    link, following = _LINKS_BEFORE.search(before), _LINKS_BEHIND.match(behind)
    before = before[: link.start()] if link else before
    behind = behind[following.start("rest") :] if following else behind
    return tidy(f"{before} {behind}"), due


def _without_person(words: str, hands: Hands) -> StepLine:
    """A line without the name of who is to do it."""
    own = {**hands.people, **dict.fromkeys(("我", "本人", "me", "myself"), hands.writer_id)}
    for name in sorted(own, key=len, reverse=True):
        place = _place_of(name, words)
        if place is not None:
            rest = tidy(f"{words[: place[0]]} {words[place[1] :]}")
            person = hands.writer if own[name] == hands.writer_id else name
            return StepLine(rest, None, person, own[name])
    other = _OTHERS.search(words)
    if other is not None:
        rest = tidy(f"{words[: other.start()]} {words[other.end() :]}")
        return StepLine(rest, None, other["by"] or other["named"], None)
    return StepLine(tidy(words), None, "", None)


def _place_of(name: str, words: str) -> tuple[int, int] | None:
    """Where a name stands as one: between other signs than letters, or in Chinese at the end of a line."""
    pattern = Pattern(
        rf"(?i)(?:^|[^\pL\d])(?P<said>(?:由|请|交给?|@|(?:负责|责任|经办)人(?:[:：]|\s)?)?\s*{escape(name)}"
        r"\s*(?:负责|牵头|经办|[来去]?[办做])?)(?:[^\pL\d]|$)"
    )
    found = pattern.search(words)
    if found is not None:
        return found.span("said")
    stripped = words.rstrip(_AROUND)
    if len(name) > 1 and not name.isascii() and stripped.endswith(name):
        return len(stripped) - len(name), len(stripped)
    return None


def tidy(words: str) -> str:
    """Words without empty brackets, and signs and spaces around them."""
    return " ".join(_EMPTY_BRACKETS.sub("", _BEGUN_BRACKET.sub(r"\1", words)).split()).strip(_AROUND)
