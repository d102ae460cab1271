"""What a report says in words: how the work stands, what blocks it, and whether it says more than was read.

Nothing is cut out of what was written: the note is the whole text, less the code that it begins with.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figures import find_about
from data.understanding.entities.percent_said import FROM_WHAT_IS_LEFT
from data.understanding.fillers import content
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import NUMBERS, Kind, Reading
from data.understanding.normalise.sentence import CLAUSE, TAKEN, Sentence, Span, blank, blank_spans, normalise
from data.understanding.not_yet import earlier
from data.understanding.polarity import negated
from data.understanding.statuses import UNFINISHED, blocks_others, every_status, find_statuses, is_trouble

_RULES = patterns("notes")
AROUND = " \n,，。;；:：、(（[【)）]】"
_ALL = 100
_SURE_OF_A_NAME = 0.8
"""Below it, other words than a task's name may be among those that were taken for it."""


def stated_status(heard: Sentence, readings: Iterable[Reading]) -> str | None:
    """Return the status that a report states of its whole task, or None.

    The clause of one that says done must say nothing else (方案已完成 is a note), or hold it as a word of its own
    (2-3 已完成 已发通知); done of a number (完成检查120户) or beside 80% it is not, nor not begun. Trouble blocks
    nothing in a report of progress, and a heading (存在问题：) nothing at all.
    """
    beside = [reading for reading in readings if reading.kind is not Kind.STATUS]
    found = list(every_status(blank(heard.lower(), beside)))
    if not found:
        return None
    told = _Told.of(heard, beside)
    kinds = {status.values for status in found}
    for status in found:
        if negated(told.text, status.start):
            continue
        name = {"closed": "submitted"}.get(status.values[0], status.values[0])
        if name == "blocked":
            stated = _blocks(status, told, alone=len(kinds) == 1)
        elif name == "submitted":
            stated = _is_done(status, told)
        elif name == "not_started" and any(_percents(told)):
            stated = False
        else:
            stated = _stands_alone(status, told, apart=True)
        if stated:
            return name
    return None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells in small letters, in all; once what is `beside` its statuses is put out, in its lines; and
    once its figures and other counts are, with the clauses that it consists of."""

    text: str
    beside: Sequence[Reading]
    rest: str
    without_figures: str
    clauses: Sequence[Span]

    @classmethod
    def of(cls, heard: Sentence, beside: Sequence[Reading]) -> "_Told":
        text, lines = heard.lower(), heard.in_lines()
        figures = [reading for reading in beside if reading.kind is Kind.FIGURE]
        counted = [(each.start, each.end) for each in find_amounts(text) if each.is_of_things]
        clauses = [each.span() for each in CLAUSE.finditer(lines)]
        return cls(text, beside, blank(lines, beside), blank_spans(blank(text, figures), counted), clauses)

    def clause_at(self, place: int) -> Span:
        return self.clauses[bisect_right(self.clauses, place, key=itemgetter(0)) - 1]


def note_of(heard: Sentence, readings: Iterable[Reading], *, always: bool = False) -> str | None:
    """Return the whole of a report as it was written, less the code that it begins with; None where it says no more
    than what was read, but `always` where a day is named, which nothing else keeps."""
    known = list(readings)
    taken = _taken(heard, known)
    code = next((reading for reading in known if reading.kind is Kind.CODE), None)
    start = code.end if code is not None and only_announces(heard[: code.start]) else 0
    if (
        not always
        and len(taken) == len(known)
        and says_no_more(heard, [*taken, *_said_twice(heard, known)], (start, len(heard)))
    ):
        return None
    said = heard.quote(start, len(heard))
    return (behind_its_task(said) if start else said.lstrip(" \n")).rstrip() or None


def behind_its_task(said: str) -> str:
    """Return what is said behind the task that it is of, without the signs and the 的 between."""
    return without_signs(said.lstrip(" ").removeprefix("的"))


def only_announces(words: str) -> bool:
    """Return whether words before the code of a task say no more than that something of it follows."""
    return _RULES["announces"].fullmatch(words) is not None


def without_signs(said: str) -> str:
    """Return what is said without the signs that it begins with (27-6 - no list); a minus is one of its number."""
    rest = said.lstrip(AROUND)
    behind = rest.lstrip("-–—")
    return rest if behind == rest or behind[:1].isdecimal() else without_signs(behind)


def may_be_all_done(heard: Sentence, readings: Iterable[Reading]) -> bool:
    """Return whether words for done, where there are any, may be said of the whole work: not of a part of it
    (工作方案已完成), nor only of a number of things (finished 3 cases, 2 to go), nor denied (不是已完成). The last
    of several such words is meant."""
    told = _Told.of(heard, [reading for reading in readings if reading.kind is not Kind.STATUS])
    done = [each for each in every_status(told.text) if each.values[0] == "closed"]
    if done and _is_of_a_part(done[-1], told):
        return False
    return not done or any(not negated(told.text, each.start) and not _is_of_a_number(each, told) for each in done)


def _is_of_a_part(done: Reading, told: "_Told") -> bool:
    """Whether the clause of words for done speaks of a part of the work; not of all its parts (两期班都办完了)."""
    clause = _RULES["in_all"].sub("", told.text[slice(*told.clause_at(done.start))])
    if _RULES["all_of_them"].search(clause) and not _RULES["in_order"].search(clause):
        return False
    return _RULES["part"].search(clause) is not None


def is_going_on(note: str) -> bool:
    """Return whether a clause of a note says that the work goes on or is not finished, and nothing else."""
    heard = normalise(note)
    otherwise = [Reading(Kind.STATUS, *each.span(), ()) for each in _RULES["otherwise"].finditer(heard.lower())]
    unfinished = [Reading(Kind.STATUS, *span, ("in_progress",)) for span in UNFINISHED.find(heard.lower())]
    found = [each for each in find_statuses(heard.lower()) if each.values[0] == "in_progress"]
    told = _Told.of(heard, otherwise)
    said = [each for each in (*found, *unfinished) if not negated(told.text, each.start)]
    return any(_stands_alone(each, told) for each in said)


def is_nothing(words: str) -> bool:
    """Return whether words of a report say nothing beside what was read of it."""
    return _RULES["nothing"].fullmatch(words.lower()) is not None


def says_in_one_sentence(note: str) -> bool:
    """Return whether a text is one sentence."""
    return len([found for found in _RULES["sentence"].finditer(note) if found[0].strip()]) == 1


def _taken(heard: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """Return what a note need not repeat: a status only where it is one, a figure only where it is exact, no other
    number is among it (培训2场300人) and it is not last month's, a percentage where it is not that of what is left."""
    stated, before = stated_status(heard, readings), earlier(heard.lower())
    about = list(find_about(heard.lower(), readings))
    return [
        reading
        for reading in readings
        if (reading.kind is not Kind.STATUS or stated or negated(heard.lower(), reading.start))
        and (reading.kind is not Kind.TASK or reading.sureness >= _SURE_OF_A_NAME)
        and (reading.kind is not Kind.PERCENT or reading.sureness > FROM_WHAT_IS_LEFT)
        and reading not in about
        and (reading.kind is not Kind.FIGURE or not any(start <= reading.start < end for start, end in before))
        and (
            reading.kind is not Kind.FIGURE
            or len(list(_RULES["counted"].finditer(heard[reading.start : reading.end]))) < 2
        )
    ]


def _said_twice(heard: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """Return the words that only say once more that the work goes on (没搞完 还在搞)."""
    unfinished = UNFINISHED.find(heard.lower()) if stated_status(heard, readings) == "in_progress" else []
    otherwise = [each.span() for each in _RULES["otherwise"].finditer(heard.lower())] if unfinished else []
    return [Reading(Kind.STATUS, *span, ("in_progress",)) for span in (*unfinished, *otherwise)]


def says_no_more(text: str, taken: Iterable[Reading], span: Span | None = None) -> bool:
    """Return whether a stretch says nothing beside what was taken and small words."""
    return _RULES["nothing"].fullmatch(blank(text, taken)[slice(*span) if span else slice(None)]) is not None


def _blocks(status: Reading, told: _Told, *, alone: bool) -> bool:
    """Whether words for what blocks are said of the task; `alone` where no other status is named."""
    if is_trouble(told.text[status.start : status.end]):
        heading = told.text[status.end :].lstrip().startswith((":", "："))
        return not heading and alone and all(each.kind not in NUMBERS for each in told.beside)
    return not blocks_others(told.text, status)


def _is_done(status: Reading, told: _Told) -> bool:
    of_a_part = any(percent < _ALL for percent in _percents(told)) or _is_of_a_number(status, told)
    return not of_a_part and _stands_alone(status, told)


def _percents(told: _Told) -> list[int]:
    return [int(reading.values[0]) for reading in told.beside if reading.kind is Kind.PERCENT]


def _is_of_a_number(status: Reading, told: _Told) -> bool:
    """Whether what was done is a number of things: 完成检查120户, finished 12 inspections; not where what was counted
    is named behind a space (完成 培训120人)."""
    rest = told.without_figures
    verb = _RULES["takes_a_number"].search(rest[status.start : status.end])
    counts = told.text[status.end + 1 : status.end + 2].isnumeric()
    return bool(
        _RULES["of_a_number"].match(rest[status.end : status.end + 2])
        or (verb and counts and rest.startswith(f" {TAKEN}", status.end))
    )


def _stands_alone(status: Reading, told: _Told, *, apart: bool = False) -> bool:
    """Whether the clause of a status says nothing else, or what stands beside it there is set off by a space; where it
    may stand `apart`, whether no letter follows."""
    start, end = told.clause_at(status.start)
    before, behind = _RULES["with_others"].sub("", told.rest[start : status.start]), told.rest[status.end : end]
    if apart and not behind.lstrip("吧呢啊哈")[:1].isalnum():
        return True
    first, _, further = behind.partition(" ")
    return all(_RULES["no_word"].fullmatch(part) or not content(part) for part in (before, first)) and not _RULES[
        "partly"
    ].match(further)
