"""Listening: everything recognisable in a sentence, before its meaning is decided."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from data.understanding.cues import Cue, cues
from data.understanding.entities.codes import find_codes
from data.understanding.entities.days import find_days
from data.understanding.entities.figures import find_asked_indicators, find_figures
from data.understanding.entities.percents import find_percents
from data.understanding.entities.sections import find_section
from data.understanding.entities.topics import Hits, find_tasks, opening_task, shared_pairs
from data.understanding.entities.units.english import find_english_strangers, find_english_units
from data.understanding.entities.units.latin import find_latin_units
from data.understanding.entities.units.sounding import find_sounding_units, widened
from data.understanding.entities.units.strangers import find_office_shapes, find_strangers
from data.understanding.entities.units.written import find_units
from data.understanding.fillers import content
from data.understanding.forewords import begins, corrections, forewords
from data.understanding.intended import earlier, intended
from data.understanding.meaning import NUMBERS, Kind, Mood, Reading
from data.understanding.moods import Moods, moods
from data.understanding.normalise.sentence import NAMED, Sentence, blank, blank_spans
from data.understanding.statuses import OVERDUE, UNFINISHED, Found, find_status
from data.understanding.unfiltered import find_unfiltered
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

_KEPT_IN_TOPICS = (Cue.HAPPENED, Cue.TOLD, Cue.COUNTED, Cue.WISH, Cue.ELSEWHERE, Cue.NO_CHANGE)
_SEARCHED_WITHOUT = tuple(cue for cue in Cue if cue not in _KEPT_IN_TOPICS)
_ASIDES = (Mood.ASKS, Mood.SUPPOSES, Mood.HEARSAY, Mood.COMMENTS)
_STOP = re.compile(r"[,，。;；:：!！]")
_A_WORD = 2
_HANZI_RUN = re.compile(r"[\u4e00-\u9fff]+")
_THAT_ONE = re.compile("[那这](?:个|块|条|项|边|里|事)")
_STATEMENTS = (*NUMBERS, Kind.STATUS)
_ON_BEHALF = re.compile(r"^(?:请|麻烦|帮忙|帮我|我来?|想|要|现在|先)*(?:[帮替代为]|给(?=$)|把)(?=$)")
_TELLING = (Cue.HAPPENED, Cue.TOLD, Cue.COUNTED, Cue.EXTENSION)


@dataclass(frozen=True, slots=True)
class Clues:
    """What was recognised in a sentence.

    `topic` is what is left of its words, `subject` what is left of those before its first number;
    `embedded` says that its code is part of something else that is said (不信2-7完成了); `states` are its words for
    what is overdue or unfinished; `mine` are the units and unit groups that the speaker reports for, `own_task` says
    that the task is theirs, `task_of_others` that it is somebody else's; `new_pairs` counts the pairs of hanzi behind
    the first code that its task does not hold.
    """

    heard: Sentence
    readings: tuple[Reading, ...]
    cues: dict[Cue, list[re.Match[str]]]
    moods: Moods
    states: tuple[Found, ...]
    hits: Hits | None
    topic: str
    subject: str
    embedded: bool
    speaker: Speaker
    today: date
    mine: Collection[str]
    own_task: bool
    task_of_others: bool
    new_pairs: int

    @property
    def overdue(self) -> bool:
        """Say whether the sentence speaks of what is overdue."""
        return any(match.re is OVERDUE for match in self.states)

    @property
    def unfinished(self) -> bool:
        """Say whether the sentence speaks of what is not finished."""
        return any(match.re is UNFINISHED for match in self.states)

    def of(self, kind: Kind) -> list[Reading]:
        """Return the readings of one kind in the order of the sentence."""
        return sorted((reading for reading in self.readings if reading.kind is kind), key=lambda reading: reading.start)

    def has(self, *wanted: Cue) -> bool:
        """Say whether the sentence holds any of the cues."""
        return any(cue in self.cues for cue in wanted)

    def mood(self, *wanted: Mood) -> bool:
        """Say whether the sentence has any of the moods."""
        return any(mood in self.moods for mood in wanted)

    def leads(self, reading: Reading) -> bool:
        """Say whether a unit is who speaks or acts, not whom it is spoken of: it stands first or right after a code.

        After the code of a task of the speaker's own, others only play a part in what is told of that.
        """
        before = _ON_BEHALF.sub("", self.heard[begins(self.heard.lower()) : reading.start]).strip(" ,，:：的")
        others = self.own_task and not any(unit in self.mine for unit in reading.values)
        after_code = any(self.heard[code.start : code.end] == before for code in self.of(Kind.CODE))
        return not before or (after_code and not others)


def listen(heard: Sentence, words: Vocabulary, speaker: Speaker, today: date) -> Clues:
    """Recognise what a normalised sentence names."""
    text = heard.lower()
    readings = find_codes(text, words.codes)
    aside = [*forewords(text), *corrections(text)]
    not_yet = intended(blank_spans(blank(text, readings), aside, " "), today)
    readings += find_percents(blank(text, readings), not_yet)
    not_now = [*not_yet, *earlier(text)] if any(reading.kind is Kind.PERCENT for reading in readings) else not_yet
    readings += find_figures(blank(text, readings), words.indicators, not_now)
    readings += find_asked_indicators(blank(text, readings), words.indicators)
    offices = _offices(blank(text, readings), words)
    named = blank(blank(text, readings), offices, NAMED)
    feelings = moods(blank_spans(named, aside, " "))
    unfiltered = [] if any(reading.kind is Kind.CODE for reading in readings) else list(find_unfiltered(named))
    readings += offices
    readings += _days(blank(text, readings), today)
    rest = blank(text, readings)
    signs = cues(rest)
    readings += find_status(_without(rest, signs, Cue.PROGRESS, Cue.SUMMARY, Cue.DUE))
    states = tuple(match for pattern in (OVERDUE, UNFINISHED) for match in (pattern.search(rest),) if match)
    rest = _without(blank(text, readings), signs, *_SEARCHED_WITHOUT)
    asides = [match for mood in _ASIDES for match in feelings.get(mood, ())]
    rest = blank_spans(rest, [*(state.span() for state in states), *(match.span() for match in asides)])
    readings += _by_sound(rest, words, readings)
    readings += _section(blank(rest, readings), words)
    asks = Mood.ASKS in feelings
    topic, hits = _topic(blank(rest, readings), readings, signs, asks, words, speaker)
    readings += unfiltered
    rest = blank(rest, [*readings, *topic])
    codes = [reading.values[0] for reading in readings if reading.kind is Kind.CODE] or (hits.codes if hits else ())
    own = words.codes_for(speaker.units)
    numbers = [reading.start for reading in readings if reading.kind in NUMBERS]
    return Clues(
        heard=heard,
        readings=(*readings, *topic),
        cues=signs,
        moods=feelings,
        states=states,
        hits=hits,
        topic=content(rest),
        subject=content(rest[: min(numbers, default=0)]),
        embedded=_embedded(blank_spans(rest, aside, " "), readings, words),
        speaker=speaker,
        today=today,
        mine=words.names_for(speaker.units),
        own_task=any(code in own for code in codes),
        task_of_others=bool(speaker.units and codes)
        and all(code in words.assigned and code not in own for code in codes),
        new_pairs=_new_pairs(text, readings, words),
    )


def _embedded(rest: str, readings: Iterable[Reading], words: Vocabulary) -> bool:
    """Say whether the clause begins, before the first code, with words that mostly stand nowhere in the plan."""
    first = min((reading.start for reading in readings if reading.kind is Kind.CODE), default=0)
    before = rest[max((match.end() for match in _STOP.finditer(rest[:first])), default=0) : first]
    pairs = [word[at : at + 2] for word in content(before).split() if not word.isascii() for at in range(len(word) - 1)]
    return 2 * sum(pair not in words.pairs for pair in pairs) > len(pairs)


def _new_pairs(text: str, readings: Iterable[Reading], words: Vocabulary) -> int:
    code = next((reading for reading in readings if reading.kind is Kind.CODE), None)
    if not code:
        return 0
    said = text[code.end :]
    return (
        sum(map(len, _HANZI_RUN.findall(said)))
        - len(_HANZI_RUN.findall(said))
        - shared_pairs(said, code.values[0], words.topics)
    )


def _offices(rest: str, words: Vocabulary) -> list[Reading]:
    exact = find_units(rest, words.units, words.pairs.__contains__)
    strangers = find_strangers(rest, words.units.exact, words.units.cities)
    strangers = (each for each in strangers if not _in_a_title(each, rest, words))
    found = _longest((*exact, *strangers))
    found = [widened(rest, unit, words.units) if unit.kind is Kind.UNIT else unit for unit in found]
    found = _local_offices(sorted(found, key=lambda reading: reading.start))
    found += find_english_units(blank(rest, found), words.units.english)
    found += find_latin_units(blank(rest, found), words.units)
    return found + list(find_english_strangers(blank(rest, found)))


def _in_a_title(stranger: Reading, rest: str, words: Vocabulary) -> bool:
    """Say whether the title of a task holds what looks like an office, as it stands or with the word that follows."""
    further = rest[stranger.start : stranger.end + _A_WORD]
    return words.topics.in_a_title(stranger.values[0]) or words.topics.in_a_title(further)


def _local_offices(found: list[Reading]) -> list[Reading]:
    """Return the readings with a district's own office (江岸区公安局) as the stranger that it is; 武昌洪山 are two."""
    for left, right in pairwise(found):
        local = right.kind is Kind.UNIT and not right.values[0].endswith("区人民政府")
        if left.end == right.start and left.values[0].endswith("区人民政府") and local:
            rest = [reading for reading in found if reading not in (left, right)]
            return _local_offices(
                [*rest, Reading(Kind.STRANGER, left.start, right.end, (left.values[0], right.values[0]))]
            )
    return found


def _longest(readings: Iterable[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda reading: (reading.start - reading.end, -reading.sureness)):
        if not any(reading.start < other.end and other.start < reading.end for other in kept):
            kept.append(reading)
    return kept


def _days(rest: str, today: date) -> list[Reading]:
    past = Cue.HISTORY in cues(rest)
    return [
        Reading(Kind.TIME, days.start, days.end, (days.first.isoformat(), days.last.isoformat()))
        for days in find_days(rest, today, past)
    ]


def _by_sound(rest: str, words: Vocabulary, readings: Iterable[Reading]) -> list[Reading]:
    if any(reading.kind is Kind.UNIT for reading in readings):
        return []
    return list(find_sounding_units(rest, words.units)) or list(find_office_shapes(rest))


def _section(rest: str, words: Vocabulary) -> list[Reading]:
    section = find_section(rest, words.sections)
    left = len(content(rest).replace(" ", ""))
    return [section] if section and section.end - section.start >= 0.6 * left else []


def _without(text: str, signs: dict[Cue, list[re.Match[str]]], *unwanted: Cue) -> str:
    return blank_spans(text, [match.span() for cue in unwanted for match in signs.get(cue, ())])


def _topic(
    rest: str,
    readings: Iterable[Reading],
    signs: dict[Cue, list[re.Match[str]]],
    asks: bool,
    words: Vocabulary,
    speaker: Speaker,
) -> tuple[list[Reading], Hits | None]:
    """Return the task that the words are about: in a statement, those before what is stated, or its first clause."""
    if any(reading.kind is Kind.CODE for reading in readings):
        return [], None
    named = [value for reading in readings if reading.kind is Kind.UNIT for value in reading.values]
    preferred = words.codes_for(named or speaker.units)
    expected = any(cue in signs for cue in (Cue.PROGRESS, Cue.EXTENSION, Cue.HISTORY))
    beginnings = [] if asks else _beginnings(rest, readings, signs)
    found = []
    for part in (*beginnings, rest):
        hits = find_tasks(content(part), words.topics, preferred, expected)
        if hits and len(hits.codes) == 1:
            shared = shared_pairs(content(rest), hits.codes[0], words.topics)
            return [_topic_reading(part, hits)], replace(hits, shared=shared)
        found += [(part, hits)] if hits else []
    if not found and beginnings:
        longest = max(beginnings, key=len)
        hits = opening_task(content(longest), words.topics, preferred)
        if hits:
            found = [(longest, replace(hits, shared=shared_pairs(content(rest), hits.codes[0], words.topics)))]
    return ([_topic_reading(*found[0])], found[0][1]) if found else ([], None)


def _beginnings(rest: str, readings: Iterable[Reading], signs: dict[Cue, list[re.Match[str]]]) -> list[str]:
    """Return what stands before the first thing that is stated or asked for, before 那个, and the first clause."""
    stated = [reading.start for reading in readings if reading.kind in _STATEMENTS]
    stated += [match.start() for cue in _TELLING for match in signs.get(cue, ())]
    stops = [match.start() for pattern in (_THAT_ONE, _STOP) if (match := pattern.search(rest))]
    return [rest[:end] for end in (*([min(stated)] if stated else []), *stops)]


def _topic_reading(rest: str, hits: Hits) -> Reading:
    runs = list(re.finditer(r"[\u4e00-\u9fffa-z0-9]+", rest))
    return Reading(Kind.TASK, runs[0].start(), runs[-1].end(), hits.codes, hits.sureness)
