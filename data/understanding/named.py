"""All that a sentence names, recognised before it is decided what the sentence asks for."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import islice, pairwise
from operator import attrgetter

from data.understanding.entities.codes import find_codes
from data.understanding.entities.days import find_days
from data.understanding.entities.days.moments import whole_moment
from data.understanding.entities.figures import find_asked_indicators, find_figures
from data.understanding.entities.filters import find_unfiltered
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.entities.percents import find_percents
from data.understanding.entities.sections import find_section
from data.understanding.entities.topics import Hits, is_of_a_title
from data.understanding.entities.units.index import OFFICES
from data.understanding.entities.units.names import THE_DISTRICT
from data.understanding.entities.units.offices import find_offices
from data.understanding.entities.units.sounding import find_sounding_units
from data.understanding.entities.units.strangers import find_office_shapes
from data.understanding.fillers import meaningful_words
from data.understanding.intent.concepts import find_concepts
from data.understanding.lines import only_mentioned
from data.understanding.meaning import Intent, Kind, Reading, Understanding
from data.understanding.normalise.sentence import NAMED, Sentence, Span, blank, blank_spans, is_within, spans
from data.understanding.not_yet import earlier_period_stretches, former_stretches, intended_stretches
from data.understanding.orders import says
from data.understanding.polarity import negated
from data.understanding.status_asked_for import StatusAskedFor, span_beside, status_asked_for
from data.understanding.statuses import SAYS_OVERDUE, UNFINISHED, find_statuses, tells_how_it_stands
from data.understanding.sureness import VERY_SURE
from data.understanding.task_named import find_topic, without_asking_words
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

A_WORD, A_NUMBER, A_SENTENCE, _BEHIND_A_DAY = 2, 12, 40, 3
_WE = ("我们", "咱们")


@dataclass(frozen=True)
class Named:
    """What a sentence names.

    `mine` are the units and unit groups that the speaker answers for, `own_codes` their tasks, and `assigned` the tasks
    of any unit. `hits` are the tasks that words may mean, `titles` those of the tasks named by code, in lower case.
    `unplanned` counts the pairs of hanzi that occur nowhere in the plan.
    """

    heard: Sentence
    readings: tuple[Reading, ...]
    hits: Hits | None
    titles: tuple[str, ...]
    mine: Collection[str]
    own_codes: Collection[str]
    assigned: Container[str]
    overdue: bool
    unfinished: bool
    unplanned: int
    asked_for: StatusAskedFor | None

    def of(self, *kinds: Kind) -> list[Reading]:
        """Return the readings of these kinds, in the order of the sentence."""
        return [reading for reading in self._in_order if reading.kind in kinds]

    @cached_property
    def _in_order(self) -> Sequence[Reading]:
        return sorted(self.readings, key=attrgetter("start"))

    @cached_property
    def said(self) -> Understanding:
        """The sentence with all its readings, whatever it asks for."""
        return Understanding(Intent.UNKNOWN, self.heard, readings=self.readings)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The tasks named by code, except one denied to be meant (不是20-2), or else those that words may mean."""
        written = self.of(Kind.CODE)
        meant = [code for code in written if not negated(self.heard, code.start)] or written
        named = tuple(dict.fromkeys(reading.values[0] for reading in meant))
        return named or (self.hits.codes if self.hits else ())

    @property
    def told(self) -> Span | None:
        """The place of what is told beside a request to report a status, or None if all of it may be told."""
        if self.asked_for is None:
            return None
        return span_beside(self.asked_for.request, blank(self.heard, self.of(Kind.CODE)))

    @property
    def own_task(self) -> bool:
        """Whether one of the tasks named is the speaker's."""
        return any(code in self.own_codes for code in self.codes)

    @property
    def task_of_others(self) -> bool:
        """Whether tasks are named and all of them belong to other units only."""
        codes = self.codes
        return bool(codes) and all(code in self.assigned and code not in self.own_codes for code in codes)


def find_named(heard: Sentence, words: Vocabulary, speaker: Speaker, today: date) -> Named:
    """Return what a normalised sentence names; a day without a year is one to come."""
    text = heard.lower()
    own = words.codes_for(speaker.units)
    readings = _spoken_of(text, find_codes(text, words.codes, own))
    coded = blank(text, readings)
    ahead, before = partial(intended_stretches, coded, today), partial(earlier_period_stretches, coded)
    readings += find_percents(coded, _all_of(ahead, before), partial(former_stretches, coded))
    readings += find_figures(blank(heard.in_clauses().lower(), readings), words.indicators, _all_of(ahead, before))
    readings += find_asked_indicators(blank(text, readings), words.indicators)
    offices = find_offices(blank(text, readings), words)
    exact = (reading for reading in readings if reading.kind is not Kind.NOT_EXACT)
    named = blank(blank(text, exact), offices, NAMED)
    unfiltered = [] if any(reading.kind is Kind.CODE for reading in readings) else list(find_unfiltered(named))
    days = find_day_readings(blank(blank(text, readings), offices), today)
    readings += [*offices, *unfiltered, *(each for each in days if not _is_of_a_task(each, text, words))]
    rest = blank(text, readings)
    asked_for = status_asked_for(rest)
    readings += [asked_for.status] if asked_for else list(islice(find_statuses(rest), 1))
    overdue, unfinished = (
        words.find(rest)[:1] if tells_how_it_stands(rest) else [] for words in (SAYS_OVERDUE, UNFINISHED)
    )
    states_out = blank_spans(blank(text, readings), [*overdue, *unfinished])
    rest = without_asking_words(states_out)
    readings += _by_sound(states_out, rest, words, readings)
    readings += _section(blank(states_out, readings), blank(rest, readings), words)
    codes = {value for each in readings if each.kind is Kind.CODE for value in each.values}
    topic, hits = find_topic(text, blank(rest, readings), readings, words, speaker)
    readings += [*topic, *_percent_behind(topic, coded, readings)]
    return Named(
        heard=heard,
        readings=tuple(readings),
        hits=hits,
        titles=tuple(words.tasks.task(number).title for number in words.tasks.numbers(codes)) if codes else (),
        mine=words.names_for(speaker.units),
        own_codes=own,
        assigned=words.assigned,
        overdue=bool(overdue),
        unplanned=_unplanned(blank(rest, readings), words),
        unfinished=bool(unfinished),
        asked_for=asked_for,
    )


def _spoken_of(text: str, readings: Iterable[Reading]) -> list[Reading]:
    """Return the codes of which a text speaks, not later ones that it only mentions (和2-17一起查的, 待2-17完成)."""
    found = sorted(readings, key=lambda each: each.start)
    return [
        each
        for each in found
        if each is found[0] or not only_mentioned(text[found[0].end : each.start], text[each.end :])
    ]


def _percent_behind(topic: Sequence[Reading], text: str, readings: Iterable[Reading]) -> list[Reading]:
    """Return the percentage right behind the words for a task (正版化75了), in a list, if nothing else was read there.

    As behind a code, what is told of the task begins there.
    """
    if not topic or len(topic[0].values) > 1:
        return []
    end, far = topic[0].end, max(0, topic[0].start - A_SENTENCE)
    near = " " * far + blank(text, topic)[far : end + A_SENTENCE]
    if not any(each.start <= 1 for each in numbers_said(near[end : end + A_NUMBER])):
        return []
    behind = (each for each in find_percents(near) if each.kind is Kind.PERCENT and each.start <= end + 1)
    return [each for each in behind if not is_within(each.end - 1, spans(readings))]


def _all_of(*stretches: Callable[[], Iterable[Span]]) -> Iterator[Span]:
    """Yield all stretches, which are looked for only when they are needed."""
    for find in stretches:
        yield from find()


def says_more(named: Named) -> bool:
    """Return whether a sentence has words that are not from the plan and not what questions and orders are made of."""
    return named.unplanned >= A_WORD or bool(words_left(named))


def words_left(named: Named) -> str:
    """Return the words that were not understood and are not what questions and orders are made of."""
    return meaningful_words(without_asking_words(blank(named.heard.lower(), named.readings)))


def continues_unit_name(named: Named) -> bool:
    """Return whether the only word left continues the name of a unit, which is then another body (青山热电厂).

    A word between two units links them, nothing continues a name that ends like one of an office (市监局五十多条),
    nothing stands before one in full (调阅市生态环境局全部任务), and no name has a word of the work (公安抓获人数累计).
    Nothing continues the name of who speaks (我们黄陂拖后腿) or of the districts (跑区里顺路看看), and a number counts
    those named (江汉硚口汉阳三个区).
    """
    units = named.of(Kind.UNIT)
    if not units:
        return False
    rest = without_asking_words(blank(named.heard.lower(), named.readings))
    words = [word for word in meaningful_words(rest).split() if len(word) >= A_WORD]
    if len(words) != 1 or any(find_concepts(words[0])) or any(each.start == 0 for each in numbers_said(words[0])):
        return False
    start = rest.find(words[0])
    end = start + len(words[0])
    continued = [unit for unit in units if start == unit.end and not _is_whole(named.heard, unit)]
    begun = [unit for unit in units if end == unit.start and not _is_in_full(named.heard[unit.start : unit.end], unit)]
    return len(continued) + len(begun) == 1


def _is_whole(heard: str, unit: Reading) -> bool:
    """Return whether the name of a unit ends like one, is that of the districts, or is of those who speak."""
    ends_like_one = heard[unit.end - 1] in OFFICES or heard.startswith(THE_DISTRICT, unit.start)
    return ends_like_one or heard.endswith(_WE, 0, unit.start)


def _is_in_full(name: str, unit: Reading) -> bool:
    """Return whether the name of a unit is its own, begins with its city's or is that of a district."""
    return name in unit.values or name.startswith("市") or name.endswith("区")


def find_day_readings(rest: str, today: date, past: bool = False, dotted: bool = False) -> list[Reading]:
    """Return readings of the days named in `rest`; without a year they are to come, or with `past` gone by. With
    `dotted`, 12.20 is one even if nothing around it says so."""
    return [
        Reading(Kind.TIME, days.start, days.end, (days.first.isoformat(), days.last.isoformat()))
        for days in find_days(rest, today, past, dotted=dotted)
    ]


def _is_of_a_task(day: Reading, text: str, words: Vocabulary) -> bool:
    """Return whether a day only belongs to the name of a task, with nothing due on it: 宪法日 in 宪法日普法."""
    name = text[day.start : day.end]
    named, behind = whole_moment(name), text[day.end : day.end + _BEHIND_A_DAY]
    is_named = named is not None and named.is_feast and is_of_a_title(name, words.tasks)
    return is_named and not says(behind, "asked.falls_due")


def _by_sound(text: str, rest: str, words: Vocabulary, readings: Iterable[Reading]) -> list[Reading]:
    """Return the units that only sound like the text, or else what looks like an office.

    `rest` is `text` without words that questions are made of, which may be part of a name by sound (宣传步). If a unit
    is named already, only those count in which every character sounds alike.
    """
    whole = [unit for unit in find_sounding_units(text, words.units) if unit.end - unit.start > A_WORD]
    if any(reading.kind is Kind.UNIT for reading in readings):
        return [unit for unit in whole if unit.sureness >= VERY_SURE and text[unit.end - 1] in OFFICES]
    return whole or list(find_sounding_units(rest, words.units)) or list(find_office_shapes(rest))


def _section(text: str, rest: str, words: Vocabulary) -> list[Reading]:
    section = find_section(text, words.sections)
    if section is None:
        return []
    left = len(meaningful_words(rest).replace(" ", ""))
    return [section] if section.end - section.start >= 0.6 * left else []


def _unplanned(rest: str, words: Vocabulary) -> int:
    """Return how many pairs of hanzi in `rest` occur nowhere in the plan."""
    return sum(first + second not in words.pairs for first, second in pairwise(rest) if first >= "\u4e00" <= second)
