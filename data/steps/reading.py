"""Steps as people write them: one a line, or with / or ； between, each with its words, a day and a name in any order
(11月底前 印发方案 李某 / 12月中旬 检查20家; issue the plan by 30 November, me)."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from data.calendar import month_end
from data.patterns import Pattern, escape
from data.steps.changes import StepLine
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.moments import whole
from data.understanding.lines import without_number

LONGEST = 100
"""The characters of a step."""
_AROUND = " \t\u3000,，、。.;；:：-—–~"
_NUMBERED = Pattern(
    r"(?i)^\s*(?:(?:再?(?:添|增)?加(?:上|一步|一个步骤|个)+|再来一步|add(?:\s(?:one|a step|step))?)[\s:：,，]*)?"
    r"(?:(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})步骤?|步骤\d{1,2}|step\s?\d{1,2}\b)[\s:：,，、.-]*)?"
)
"""What counts a step, or asks for one more, in front of it."""
_EMPTY_BRACKETS = Pattern(r"[(（]\s*[)）]")
_LINKS_BEFORE = Pattern(r"(?i)(?:\bby|\bbefore|\buntil|\btill|\bon|\bfor|在|于)\s*$")
_PART = Pattern(r"(?i)\b(?P<part>early|mid|middle of|late)(?: in)?[\s-]*$")
_LAST_OF = {"early": 10, "mid": 20, "middle of": 20, "late": 0}
"""The last day of a third of a month, in English; 0 for the month's."""
_LINKS_BEHIND = Pattern(r"(?i)^\s*(?:之前|以前|前|内|开始|起)(?P<rest>[\s,，、:：]|$)")
_OTHERS = Pattern(
    r"由(?P<by>\pL{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:负责|牵头|经办)"
    r"|(?:负责|责任|经办)人(?:[:：]|\s)\s*(?P<named>\pL{2,4})"
)
"""Who is said to be responsible, whoever that is."""
_ASKED = Pattern(
    r"(?i)^[\s,，:：]*(?:步骤?|的?(?:日期|时间|期限|人员|负责人|内容))?[\s,，:：]*"
    r"(?:请?(?:改|换|调整|推迟|提前|延期?|挪)(?:成|为|到|至|给)?|(?:往?后?推|推后|延后|调|移|定)(?:到|至|在)|交给"
    r"|(?:changed?|moved?|set|postponed?|delayed?|shifted|step|the|to|is|it|\s)+\b)[\s:：]*"
)
"""What stands before what a step is changed to."""
_ANEW = Pattern(r"(?i)改成|改为|改写|换成|换为|写成|内容|\bchange[sd]?\b.*\bto\b")
"""What says that the words that follow take the place of those there."""
_GIVES = Pattern(
    r"(?i)^[\s,，:：]*(?:请?(?:交给|让|给|由|(?:改|换)(?:成|为|给|由))"
    r"|(?:give|given|assign(?:ed)?|hand(?:ed)?(?:\sover)?)\s+to\b)"
)
_DOES = Pattern(r"(?P<name>\pL{2,4}?)(?:来|去)?(?:做|办|负责|牵头|经办)")
_A_NAME = Pattern(r"(?P<name>\pL{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")


_ABBREVIATED = Pattern(r"(?i)\bw/$")
_DOTTED = Pattern(r"(?:^|[\s,，])(?P<day>\d{1,2}\.\d{1,2})(?:[\s,，]|$)")
_COUNTS = Pattern(r"^(?:万|亿|千|百|元|吨|公斤|件|人|倍|小时|天|年|个|家|份|%)")
_MONTH_AND_DAY = Pattern(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]")
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


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says, be it not all of a step."""

    words: str
    due: date | None
    person: str
    person_id: int | None


def pieces(text: str, today: date) -> list[str]:
    """The lines of a text, one a step; a comma ends one where a second day follows."""
    return [part.strip() for piece in _marked(text) for part in _by_days(piece, today) if part.strip(_AROUND)]


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
    return StepLine(told.words, told.due, told.person, told.person_id)


def changed_step(line: StepLine, text: str, today: date, hands: Hands) -> StepLine | Fault:
    """A step as a text puts it right: a day alone changes its day, a name alone who is to do it."""
    asked = _ASKED.match(text)
    told = told_in(text[asked.end() :] if asked else text, today, hands)
    new = StepLine(
        told.words or line.words,
        told.due or line.due,
        told.person or line.person,
        told.person_id if told.person else line.person_id,
    )
    if new == line:
        return Fault.SAME if told.due or told.person or told.words else Fault.NO_WORDS
    if told.due is not None and told.due < today:
        return Fault.PAST
    return Fault.TOO_LONG if len(new.words) > LONGEST else new


def changed_as_wished(line: StepLine, text: str, today: date, hands: Hands) -> StepLine | Fault | None:
    """The same of a text that only names the step beside: None where it would write over what the step says without
    saying so. Whoever it is given to need not be of the unit."""
    asked, gives = _ASKED.match(text), _GIVES.match(text)
    order = gives or asked
    behind = _tidy(text[order.end() :] if order else text)
    told = told_in(behind, today, hands)
    if gives is not None and not told.person and told.words:
        named = _DOES.fullmatch(told.words) or (_A_NAME.fullmatch(told.words) if not _ANEW.search(text) else None)
        if named is not None:
            return replace(line, due=told.due or line.due, person=named["name"], person_id=None)
    if told.words and not _ANEW.search(text):
        return None
    return changed_step(line, behind, today, hands)


def changes_in_passing(text: str, today: date, hands: Hands) -> bool:
    """Whether a text names a day or a person and says nothing else, but that it is to be changed to that."""
    asked = _ASKED.match(text)
    told = told_in(text[asked.end() :] if asked else text, today, hands)
    return not told.words and (told.due is not None or bool(told.person))


def as_line(line: StepLine) -> str:
    """A step as a line that is read as just this step."""
    day = line.due.isoformat() if line.due else ""
    person = f"由{line.person}负责" if line.person and line.person_id is None else line.person
    return " ".join(filter(None, (day, line.words, person)))


def told_in(piece: str, today: date, hands: Hands) -> Told:
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
        if signs:
            day_is_first = not piece[begun : day.start].strip(_AROUND)
            cut = signs[-1] if day_is_first else signs[0]
            yield piece[begun:cut]
            begun = cut + 1
    yield piece[begun:]


def _days(piece: str, today: date) -> list[Days]:
    """The days that a line names, by their places in it."""
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in piece)
    return find_days(lowered, today) or list(_dotted_days(lowered, today))


def _dotted_days(lowered: str, today: date) -> Iterator[Days]:
    """A day such as 12.15 that stands by itself in a line, at its end or before a name; 1.5 万元 is none."""
    for found in _DOTTED.finditer(lowered):
        moment, behind = whole(found["day"]), lowered[found.end("day") :].strip(_AROUND)
        if (
            moment is not None
            and moment.loose
            and (not behind or _A_NAME.fullmatch(behind))
            and not _COUNTS.match(behind)
        ):
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
    part = _PART.search(before)
    if part is not None and chosen.first.day == 1 and due == month_end(chosen.first):
        before, due = before[: part.start()], due.replace(day=_LAST_OF[part["part"].lower()] or due.day)
    link, following = _LINKS_BEFORE.search(before), _LINKS_BEHIND.match(behind)
    before = before[: link.start()] if link else before
    behind = behind[following.start("rest") :] if following else behind
    return _tidy(f"{before} {behind}"), due


def _without_person(words: str, hands: Hands) -> Told:
    """A line without the name of who is to do it."""
    own = {**hands.people, **dict.fromkeys(("我", "本人", "me", "myself"), hands.writer_id)}
    for name in sorted(own, key=len, reverse=True):
        place = _place_of(name, words)
        if place is not None:
            rest = _tidy(f"{words[: place[0]]} {words[place[1] :]}")
            person = hands.writer if own[name] == hands.writer_id else name
            return Told(rest, None, person, own[name])
    other = _OTHERS.search(words)
    if other is not None:
        rest = _tidy(f"{words[: other.start()]} {words[other.end() :]}")
        return Told(rest, None, other["by"] or other["named"], None)
    return Told(_tidy(words), None, "", None)


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


def _tidy(words: str) -> str:
    return " ".join(_EMPTY_BRACKETS.sub("", words).split()).strip(_AROUND)
