"""What a sentence names: everything recognisable in it, before it is decided what it asks for."""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from data.patterns import Pattern
from data.understanding.entities.codes import find_codes
from data.understanding.entities.days import find_days
from data.understanding.entities.figures import find_asked_indicators, find_figures
from data.understanding.entities.own_tasks import find_own_tasks
from data.understanding.entities.percents import find_percents
from data.understanding.entities.sections import find_section
from data.understanding.entities.topics import Hits, find_tasks, is_titled, named_in_full
from data.understanding.entities.units.offices import find_offices
from data.understanding.entities.units.sounding import find_sounding_units
from data.understanding.entities.units.strangers import find_office_shapes
from data.understanding.fillers import content
from data.understanding.intended import earlier, intended, of_each, of_past_years
from data.understanding.lexicon import table
from data.understanding.lexicon.scanner import Found, Scanner
from data.understanding.meaning import Intent, Kind, Reading, Understanding
from data.understanding.normalise.sentence import NAMED, TAKEN, Sentence, blank, blank_spans
from data.understanding.polarity import negated
from data.understanding.statuses import OVERDUE, UNFINISHED, find_status
from data.understanding.unfiltered import find_unfiltered
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

A_WORD = 2
BESIDE_A_NAME = " ，,的"
"""What joins a name to what stands beside it."""
_AS = ("担任", "作为", "当", "做")
"""What may stand between a name and what somebody is to be."""
_TO_A_UNIT = (*_AS, "到", "来")
"""What may stand between a name and the unit behind it."""
_BETWEEN_NAMES = str.maketrans(dict.fromkeys("、，,和", " "))
_ENDS = ",，。;；:：!！"
_PARTING, _TOLD, _POINTING = frozenset(_ENDS + TAKEN + " ?？"), "told", "pointing"
_KIND = Pattern("(?:专项)?(?:行动|工作|活动)")
_NO_WORK = (Kind.UNIT, Kind.STRANGER, Kind.TIME, Kind.PERCENT, Kind.STATUS)
_STATEMENTS = (Kind.PERCENT, Kind.FIGURE, Kind.NO_PERCENT, Kind.NO_FIGURE, Kind.NOT_EXACT, Kind.STATUS)


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names; `mine` are the units and unit groups that the speaker answers for, `hits` the tasks that
    its words may mean, `unplanned` counts pairs of its words that stand nowhere in the plan."""

    heard: Sentence
    readings: tuple[Reading, ...]
    hits: Hits | None
    mine: Collection[str]
    own_codes: Collection[str]
    assigned: Container[str]
    overdue: bool
    unfinished: bool
    unplanned: int

    def of(self, *kinds: Kind) -> list[Reading]:
        """Return the readings of these kinds in the order of the sentence."""
        found = (reading for reading in self.readings if reading.kind in kinds)
        return sorted(found, key=lambda reading: reading.start)

    @property
    def said(self) -> Understanding:
        """The sentence and what it names, whatever it asks for."""
        return Understanding(Intent.UNKNOWN, self.heard, readings=self.readings)

    @property
    def codes(self) -> tuple[str, ...]:
        """The tasks that are named by code, but for one said to be the wrong one (不是20-2), else those that the words
        may mean."""
        written = self.of(Kind.CODE)
        meant = [code for code in written if not negated(self.heard, code.start)] or written
        named = tuple(dict.fromkeys(reading.values[0] for reading in meant))
        return named or (self.hits.codes if self.hits else ())

    @property
    def own_task(self) -> bool:
        """Whether one of these is the speaker's."""
        return any(code in self.own_codes for code in self.codes)

    @property
    def task_of_others(self) -> bool:
        """Whether all of these are tasks of others, which the speaker does not answer for."""
        codes = self.codes
        return bool(codes) and all(code in self.assigned and code not in self.own_codes for code in codes)


def find_named(heard: Sentence, words: Vocabulary, speaker: Speaker, today: date) -> Named:
    """Recognise what a normalised sentence names; days without a year are those to come."""
    text = heard.lower()
    readings = find_codes(text, words.codes)
    not_yet = intended(blank(text, readings), today)
    before = earlier(text)
    readings += find_percents(blank(text, readings), [*not_yet, *before])
    not_now = [*not_yet, *before] if any(reading.kind is Kind.PERCENT for reading in readings) else not_yet
    readings += find_figures(blank(text, readings), words.indicators, not_now, [*of_past_years(text), *of_each(text)])
    readings += find_asked_indicators(blank(text, readings), words.indicators)
    offices = find_offices(blank(text, readings), words)
    named = blank(blank(text, readings), offices, NAMED)
    unfiltered = [] if any(reading.kind is Kind.CODE for reading in readings) else list(find_unfiltered(named))
    readings += [*offices, *unfiltered, *find_day_readings(blank(blank(text, readings), offices), today)]
    rest = blank(text, readings)
    readings += find_status(rest)
    overdue, unfinished = OVERDUE.find(rest)[:1], UNFINISHED.find(rest)[:1]
    states_out = blank_spans(blank(text, readings), [*overdue, *unfinished])
    rest = _without(states_out, "passed_over")
    readings += _by_sound(rest, words, readings)
    readings += _section(blank(states_out, readings), blank(rest, readings), words)
    topic, hits = _topic(text, blank(rest, readings), readings, words, speaker)
    own = words.codes_for(speaker.units)
    return Named(
        heard=heard,
        readings=(*readings, *topic),
        hits=hits,
        mine=words.names_for(speaker.units),
        own_codes=own,
        assigned=words.assigned,
        overdue=bool(overdue),
        unplanned=_unplanned(blank(rest, readings), words),
        unfinished=bool(unfinished),
    )


def says_more(named: Named) -> bool:
    """Whether there are words that are neither of the plan nor what questions and orders are made of."""
    return named.unplanned >= A_WORD or bool(words_left(named))


def words_left(named: Named) -> str:
    """Return the words that were taken for nothing and are none of those that questions and orders are made of."""
    return content(_without(blank(named.heard.lower(), named.readings), "passed_over"))


def goes_on(named: Named) -> bool:
    """Whether the name of a unit goes on into the one word left, and so is another body's (青山热电厂)."""
    units = named.of(Kind.UNIT)
    if not units:
        return False
    rest = _without(blank(named.heard.lower(), named.readings), "passed_over")
    words = [word for word in content(rest).split() if len(word) >= A_WORD]
    if len(words) != 1:
        return False
    at = rest.find(words[0])
    return any(at in (unit.end, unit.start - len(words[0])) and words[0] not in unit.values[0] for unit in units)


def find_day_readings(rest: str, today: date, past: bool = False) -> list[Reading]:
    """Return the days that are named; without a year those to come, or with `past` those gone by."""
    return [
        Reading(Kind.TIME, days.start, days.end, (days.first.isoformat(), days.last.isoformat()))
        for days in find_days(rest, today, past)
    ]


def _by_sound(rest: str, words: Vocabulary, readings: Iterable[Reading]) -> list[Reading]:
    if any(reading.kind is Kind.UNIT for reading in readings):
        return []
    return list(find_sounding_units(rest, words.units)) or list(find_office_shapes(rest))


def _section(text: str, rest: str, words: Vocabulary) -> list[Reading]:
    section = find_section(text, words.sections)
    left = len(content(rest).replace(" ", ""))
    return [section] if section and section.end - section.start >= 0.6 * left else []


def _unplanned(rest: str, words: Vocabulary) -> int:
    """Return how many pairs of hanzi are left that stand nowhere in the plan."""
    return sum(first + second not in words.pairs for first, second in pairwise(rest) if min(first, second) >= "\u4e00")


def _topic(
    text: str, rest: str, readings: Collection[Reading], words: Vocabulary, speaker: Speaker
) -> tuple[list[Reading], Hits | None]:
    """Return the task that the words are about: one of the speaker's own, or for the office of a unit that is named,
    else what those before what is stated mean, those of the first clause, or all. Who answers for some names one of
    others by more of its title than a word, which may be said of anything."""
    if any(reading.kind is Kind.CODE for reading in readings):
        return [], None
    named = words.codes_for(value for reading in readings if reading.kind is Kind.UNIT for value in reading.values)
    own = words.codes_for(speaker.units)
    no_work = [reading for reading in readings if reading.kind in _NO_WORK]
    if told := find_own_tasks(blank(text, no_work), content(rest), words.tasks, own or named):
        about, (start, end) = told
        full = named_in_full(text, words.tasks)
        if full and full[0] not in about.codes and full[1][1] - full[1][0] > end - start:
            return [Reading(Kind.TASK, *full[1], (full[0],), 1.0)], Hits((full[0],), 1.0)
        return [Reading(Kind.TASK, start, end + _belonging(text[end:]), about.codes, about.sureness)], about
    preferred = named or own
    found = []
    for part, pointing in (*_pointed(rest), *((each, None) for each in (*_beginnings(rest, readings), rest))):
        hits = find_tasks(content(part), words.tasks, preferred, expected=pointing is not None)
        if hits and own and preferred.isdisjoint(hits.codes) and not is_titled(content(part), hits.codes, words.tasks):
            continue
        if hits and len(hits.codes) == 1:
            return [_topic_reading(part + (pointing or ""), hits)], hits
        found += [(part, hits)] if hits else []
    return ([_topic_reading(*found[0])], found[0][1]) if found else ([], None)


def _beginnings(rest: str, readings: Iterable[Reading]) -> list[str]:
    """Return what stands before the first thing that is stated, and the first clause."""
    stated = [reading.start for reading in readings if reading.kind in _STATEMENTS]
    stops = [at for at, char in enumerate(rest) if char in _ENDS]
    told = [found.start for found in _asking().find(rest) if found.kind in (_TOLD, _POINTING)]
    return [rest[: min(ends)] for ends in (stated, stops, told) if ends]


def _pointed(rest: str) -> list[tuple[str, str]]:
    """Return the words that are pointed at, in their place, and the pointing ones behind: 文书上网, 那条; where none
    stand before, 那个调解组织 is pointed at by what stands before."""
    signs = [Found(at, at + 1, "") for at, char in enumerate(rest) if char in _PARTING]
    stops = sorted([*signs, *(each for each in _asking().find(rest) if each.kind in (_TOLD, _POINTING))])
    parts = list[tuple[str, str]]()
    for place, each in enumerate(stops):
        if each.kind == _POINTING:
            first = stops[place - 1].end if place else 0
            last = stops[place + 1].start if place + 1 < len(stops) else len(rest)
            before, behind = _from(rest, first, each.start), _from(rest, each.end, last)
            parts.append((before, rest[each.start : each.end]) if content(before) else (behind, ""))
    return parts


def points_at(name: str) -> bool:
    """Return whether a task's name, with what belongs to it, has a word that points at it: 铁拳那个."""
    return any(each.kind == _POINTING for each in _asking().find(name))


def _pointing_behind(behind: str) -> int:
    """Return how many characters behind a name point at it."""
    return next((each.end for each in _asking().find(behind) if each.kind == _POINTING and not each.start), 0)


def _belonging(behind: str) -> int:
    """Return how many characters behind words of a task's name belong to it: 昆仑行动那条."""
    kind = _KIND.match(behind)
    end = kind.end() if kind else 0
    return end + (_pointing_behind(behind[end:]) or int(behind.startswith("的", end)))


def _from(rest: str, start: int, end: int) -> str:
    """Return what stands from one place to another, with nothing but gaps before it."""
    return TAKEN * start + rest[start:end]


def _topic_reading(rest: str, hits: Hits) -> Reading:
    places = [at for at, char in enumerate(rest) if char.isalnum()]
    return Reading(Kind.TASK, places[0], places[-1] + 1, hits.codes, hits.sureness)


def _without(text: str, kind: str) -> str:
    return blank_spans(text, [(found.start, found.end) for found in _asking().find(text) if found.kind == kind])


@cache
def _asking() -> Scanner:
    return Scanner.of(table("asking"))


def names_listed(words: str) -> list[str]:
    """Return the names in a list of them: 公安局、税务局和海关."""
    return words.translate(_BETWEEN_NAMES).split()


def name_before_a_unit(text: str) -> str:
    """Return the name in words that stand before a unit: 王五到(市商务局)."""
    return _without_last(text, _TO_A_UNIT)


def name_behind_a_unit(text: str) -> str:
    """Return the name in words that stand behind a unit, before what that person is to be: 的张三当(B角)."""
    return _without_last(text, _AS)


def _without_last(text: str, words: Iterable[str]) -> str:
    name = text.strip(BESIDE_A_NAME)
    return next((name.removesuffix(word) for word in words if name.endswith(word)), name).strip(BESIDE_A_NAME)
