"""Steps as people write them, one a line or with / or ； between, each with words, a day and a name in any order.

For example 11月底前 印发方案 李某 / 12月中旬 检查20家; issue the plan by 30 November, me.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from data.patterns import Pattern, escape
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.moments import day_in_no_calendar, whole_moment
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.lines import numbered_parts, without_number
from data.understanding.orders import says
from data.understanding.reporting.answer_names import part_put_off

LONGEST = 100
"""The longest step, in characters."""
_WORDS, _RULES = table("steps"), patterns("steps")
_GIVES_TO, _DOES = any_word(_WORDS["gives_to"]), any_word(_WORDS["does"])
_AROUND = " \t\u3000,，、。.;；:：-—–~"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as it is written: its words and its last day, if any.

    `person` is the name of whoever is to do it, or an empty string; `person_id` is set if they are of the unit.
    """

    words: str
    due: date | None
    person: str
    person_id: int | None


class StepFault(StrEnum):
    """Why a line is no step, or why a text does not change one.

    A line may have no words, be too long, or have a day that is past or not in the calendar. A change may be to the
    SAME as before, for a step that is NOT_THERE or, to tick it off, NOT_KEPT yet, or be UNCLEAR about what to change it
    to.
    """

    NO_WORDS = "no_words"
    PAST = "past"
    TOO_LONG = "too_long"
    NO_SUCH_DAY = "no_such_day"
    SAME = "same"
    NOT_THERE = "not_there"
    NOT_KEPT = "not_kept"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class StepPeople:
    """The people who can be named: those of the unit by their names, and the writer."""

    people: Mapping[str, int]
    writer: str
    writer_id: int


def step_texts(text: str, today: date) -> list[str]:
    """Return the lines of a text, one for each step.

    If the text numbers its steps, the numbers divide them. Otherwise a comma or a bracket also does, where another day
    follows.
    """
    lines = text.splitlines()
    listed = [part for line in lines for part in numbered_parts(line)]
    found = [*_marked(listed)]
    parts = found if len(listed) > len(lines) else [part for each in found for part in _by_days(each, today)]
    return [part.strip() for part in parts if part.strip(_AROUND)]


def are_planned_steps(text: str, today: date) -> bool:
    """Return whether a text is several steps, each with its own day to come, and tells nothing that is done already
    nor puts off a part of a report (11月底前先印方案 老李；12月再发通知 小王)."""
    lines = step_texts(text, today)
    if len(lines) < 2 or says(text, "steps.tells"):
        return False
    read = [read_step_unchecked(each, today, StepPeople({}, "", 0)) for each in lines]
    if any(says(each.words, "steps.only_to_report") or part_put_off(each.words) for each in read):
        return False
    return all(each.words and each.due is not None and each.due >= today for each in read)


def read_steps(lines: Iterable[str], today: date, hands: StepPeople) -> list[StepLine | StepFault]:
    """Return the step or fault of each line; 月底 after a step with a day is the end of that day's month."""
    found, latest = list[StepLine | StepFault](), today
    for line in lines:
        step = read_step(line, latest if _RULES["end_of_the_month"].search(line) else today, hands)
        latest = max(latest, step.due) if isinstance(step, StepLine) and step.due else latest
        found.append(step)
    return found


def read_step(piece: str, today: date, hands: StepPeople) -> StepLine | StepFault:
    """Return the step that a line is, or why it is none."""
    told = read_step_unchecked(_RULES["numbered"].sub("", without_number(piece)), today, hands)
    if not told.words:
        return StepFault.NO_WORDS
    if day_in_no_calendar(told.words.lower(), today) is not None:
        return StepFault.NO_SUCH_DAY
    return fault_of(told.words, told.due, today) or told


def fault_of(words: str, due: date | None, today: date) -> StepFault | None:
    """Return why a step cannot have these words and this day, or None if it can."""
    if due is not None and due < today:
        return StepFault.PAST
    return StepFault.TOO_LONG if len(words) > LONGEST else None


def as_line(line: StepLine) -> str:
    """Return a step as a line that is read back as the same step."""
    day = line.due.isoformat() if line.due else ""
    person = f"由{line.person}负责" if line.person and line.person_id is None else line.person
    return " ".join(filter(None, (day, line.words, person)))


def read_step_unchecked(piece: str, today: date, hands: StepPeople) -> StepLine:
    """Return a line read as a step, without checking it."""
    words, due = _without_day(piece, today)
    return replace(_without_person(words, hands), due=due)


def tidy(words: str) -> str:
    """Return words without empty brackets, and without punctuation and spaces at their ends."""
    closed = _RULES["empty_brackets"].sub("", _RULES["begun_bracket"].sub(r"\1", words))
    return " ".join(closed.split()).strip(_AROUND)


def _marked(lines: Iterable[str]) -> Iterator[str]:
    """Yield the parts of lines between marks; a / in a date or a fraction is no mark."""
    for line in lines:
        begun = 0
        for found in _RULES["mark"].finditer(line):
            if found["mark"]:
                yield line[begun : found.start()]
                begun = found.end()
        yield line[begun:]


def _by_days(piece: str, today: date) -> Iterator[str]:
    """Yield the parts of a line with several days, each with its own day.

    Between two days, the line is cut at the last comma if the day comes first in its step (11月底前 印发，12月中旬
    检查), or else at the first (draft by Friday, meeting on Monday).
    """
    begun, found = 0, _days(piece, today)
    for day, following in pairwise(found):
        before, between = piece[begun : day.start], piece[day.end : following.start]
        is_first, closed = not before.strip(_AROUND), next((at for at, sign in enumerate(between) if sign in ")）"), -1)
        signs = [at for at, sign in enumerate(between) if sign in "，,。"]
        if closed >= 0 and _RULES["open_bracket"].search(before):
            cut = closed + 1
        elif signs:
            cut = (signs[-1] if is_first else signs[0]) + 1
        elif is_first and _is_set_off(between, piece[following.end :]):
            cut = len(between)
        else:
            continue
        yield piece[begun : day.end + cut]
        begun = day.end + cut
    yield piece[begun:]


def _is_set_off(between: str, behind: str) -> bool:
    """Return whether a space sets a day off from the step before it: 12月5日开会 12月10日收网."""
    says = not between.isascii() and between[-1].isspace() and not behind[:1].isspace()
    return says and bool(behind.strip(_AROUND))


def _days(piece: str, today: date) -> list[Days]:
    """Return the days that a line names, in its order."""
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in piece)
    found = find_days(lowered, today)
    taken = {at for day in found for at in range(day.start, day.end)}
    dotted = (each for each in _dotted_days(lowered, today) if taken.isdisjoint(range(each.start, each.end)))
    return sorted([*found, *dotted], key=lambda day: day.start)


def _dotted_days(lowered: str, today: date) -> Iterator[Days]:
    """Yield days such as 12.15 at the ends of a line or clause, before a name or in brackets; not 1.5 万元."""
    for found in _RULES["dotted"].finditer(lowered):
        moment, behind = whole_moment(found["day"]), lowered[found.end("day") :].strip(_AROUND)
        before = lowered[: found.start("day")].rstrip()
        alone = found["before"] in "(（" or not before.strip(_AROUND) or before[-1] in ",，。"
        alone = alone or not behind or _RULES["a_name"].fullmatch(behind) is not None
        if moment is not None and alone and not _RULES["counts"].match(behind):
            with suppress(ValueError, OverflowError):  # 21.1 is no day
                span = moment.span(today, past=False)
                yield Days(*found.span("day"), span.first, span.last)


def _without_day(piece: str, today: date) -> tuple[str, date | None]:
    """Return a line without its day, and that day: one at its beginning, else at its end, else the first."""
    days = _days(piece, today)
    if not days:
        return piece, None
    first, last = days[0], days[-1]
    is_last = piece[: first.start].strip(_AROUND) and not piece[last.end :].strip(_AROUND + ")）")
    chosen = last if is_last else first
    before = _RULES["links_before"].sub("", piece[: chosen.start])
    behind = _RULES["links_behind"].sub(r"\1", piece[chosen.end :])
    return tidy(f"{before} {behind}"), chosen.last


def _without_person(words: str, hands: StepPeople) -> StepLine:
    """Return a step without the name of who is to do it, which is set off by signs or, in Chinese, ends the line."""
    own = {**hands.people, **dict.fromkeys(_WORDS["myself"], hands.writer_id)}
    names = "|".join(map(escape, sorted(own, key=len, reverse=True)))
    found = Pattern(
        rf"(?i)(?:^|[^\pL\d])(?P<said>(?:{_GIVES_TO})?\s*(?P<name>{names})\s*(?:{_DOES})?)(?:[^\pL\d]|$)"
    ).search(words)
    at_the_end = words.rstrip(_AROUND)
    if found is not None:
        name, place = found["name"], found.span("said")
    elif name := next((each for each in own if len(each) > 1 and not each.isascii() and at_the_end.endswith(each)), ""):
        place = (len(at_the_end) - len(name), len(at_the_end))
    elif (found := _RULES["others"].search(words)) is not None:
        name, place = found["name"] or found["named"], found.span()
    else:
        return StepLine(tidy(words), None, "", None)
    rest = tidy(f"{words[: place[0]]} {words[place[1] :]}")
    known = next((each for each in own if each.lower() == name.lower()), None)
    if known is None:
        return StepLine(rest, None, name, None)
    return StepLine(rest, None, hands.writer if own[known] == hands.writer_id else known, own[known])
