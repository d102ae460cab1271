"""The meaning of a sentence: its intent, aim and moods, and the readings of its parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property


class Intent(StrEnum):
    """The broad intent of a sentence."""

    TASKS = "tasks"
    TASK = "task"
    REPORT = "report"
    SUMMARY = "summary"
    DEADLINES = "deadlines"
    HISTORY = "history"
    EXTENSION = "extension"
    HELP = "help"
    CANCEL = "cancel"
    GREETING = "greeting"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


class Aim(StrEnum):
    """The finer intent of a sentence."""

    TASKS = "tasks"
    TASK = "task"
    DEADLINES = "deadlines"
    REPORT = "report"
    NO_CHANGE = "no_change"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    RESUME = "resume"
    EXTENSION = "extension"
    HISTORY = "history"
    SUMMARY = "summary"
    UNREPORTED = "unreported"
    FIGURES = "figures"
    REVIEW = "review"
    NUDGE = "nudge"
    BROADCAST = "broadcast"
    PEOPLE = "people"
    INVITE = "invite"
    PLAN = "plan"
    SETTINGS = "settings"
    EXPORT = "export"
    RETURNS = "returns"
    INFO = "info"
    SNOOZE = "snooze"
    DEPUTY = "deputy"
    HELP = "help"
    CANCEL = "cancel"
    AGREE = "agree"
    REFUSE = "refuse"
    GREETING = "greeting"
    THANKS = "thanks"
    UNKNOWN = "unknown"

    @cached_property
    def intent(self) -> Intent:
        """The intent that the aim belongs to."""
        return _INTENTS[self]


_NAMESAKES = {Aim(intent.value): intent for intent in Intent if intent.value in list(Aim)}
_INTENTS = dict.fromkeys(Aim, Intent.UNKNOWN) | _NAMESAKES
_INTENTS |= {
    Aim.NO_CHANGE: Intent.REPORT,
    Aim.CORRECT: Intent.REPORT,
    Aim.RESUME: Intent.REPORT,
    Aim.WITHDRAW: Intent.CANCEL,
    Aim.UNREPORTED: Intent.TASKS,
    Aim.FIGURES: Intent.SUMMARY,
    Aim.REVIEW: Intent.SUMMARY,
    Aim.EXPORT: Intent.SUMMARY,
    Aim.THANKS: Intent.GREETING,
}


class Mood(StrEnum):
    """A way of saying a sentence other than as a plain statement."""

    ASKS = "asks"
    WHETHER = "asks whether"
    DENIES = "denies or forbids"
    SUPPOSES = "supposes"
    INTENDS = "intends, hopes or demands: not so yet"
    HEARSAY = "repeats or doubts what others say"


class Kind(StrEnum):
    """What a stretch of a sentence was read as."""

    UNIT = "unit"
    STRANGER = "stranger"
    SECTION = "section"
    CODE = "code"
    NO_CODE = "no_code"
    TASK = "task"
    TIME = "time"
    STATUS = "status"
    PERCENT = "percent"
    NO_PERCENT = "no_percent"
    FIGURE = "figure"
    NO_FIGURE = "no_figure"
    ONE_OF_SEVERAL = "one_of_several"
    NOT_EXACT = "not_exact"
    RUNNING_TOTAL = "running_total"
    OTHER_TOTAL = "other_total"
    NOT_COUNTED = "not_counted"
    NOT_YET = "not_yet"
    FILTER = "filter"
    NO_FILTER = "no_filter"
    INDICATOR = "indicator"


OF_REPORTS = (Kind.CODE, Kind.PERCENT, Kind.STATUS, Kind.FIGURE)
"""The kinds of readings that occur in a report of a unit (公安局：1-2完成80%) rather than in a notice or an answer."""
NUMBERS = (
    Kind.PERCENT,
    Kind.FIGURE,
    Kind.NO_PERCENT,
    Kind.NO_FIGURE,
    Kind.ONE_OF_SEVERAL,
    Kind.NOT_EXACT,
    Kind.OTHER_TOTAL,
)
"""The kinds of numbers that a sentence states, including impossible and inexact ones."""
STATEMENTS = (*NUMBERS, Kind.STATUS)
"""The kinds of readings that say how a task stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of the characters `start` to `end` of the heard text as `values`, with a `sureness` of 0 to 1.

    Units and tasks with several values compete with each other. Some kinds need explaining:

    - STRANGER is an office, and NO_CODE a task code, that the plan does not have.
    - NO_PERCENT and NO_FIGURE are a progress and a figure that cannot be (150%, half a case); the values of NO_FIGURE
      are the indicator and the words.
    - ONE_OF_SEVERAL is one of several different numbers for one indicator: the indicator, the number and the words.
    - NOT_EXACT is a number beside an indicator that is left in words: a range, an approximate number (3-5件, 约12件),
      one that is denied (未结案3件), a part of another, or of another time.
    - RUNNING_TOTAL stands where a FIGURE is a running total (累计12件), and OTHER_TOTAL where one is told beside what
      is new, which alone counts.
    - NOT_COUNTED is a number of things that belongs to no indicator.
    - NOT_YET is a progress or a figure that is intended, promised, or expected by a day to come.
    - FILTER is a condition that lists can be narrowed by, with its limits if it has any ("percent", "0", "49"), and
      NO_FILTER one that they cannot ("figure").
    """

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]
    sureness: float = 1.0

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of a TIME."""
        first, last = map(date.fromisoformat, self.values)
        return first, last


@dataclass(frozen=True, slots=True)
class Understanding:
    """The meaning of one sentence; the fields are those of `liaison understand --json`.

    `start` and `end` are its "from" and "to". `candidates` are task codes or unit names. `aim` is what the sentence
    most likely asks for and `confidence` how likely that is; `between` are two aims of which neither is sure enough.
    The places of `readings` count in `text`. `own` is whether the speaker speaks of their own work or unit, `whole`
    whether the sentence is nothing but a greeting, thanks, a call for help or a cancellation. `obstacle` is the
    sentence of a blocked report that says what blocks it. `unused` has the words of an UNKNOWN sentence that were not
    understood.
    """

    intent: Intent
    text: str = ""
    unit: str | None = None
    section: str | None = None
    task: str | None = None
    candidates: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    status: str | None = None
    overdue: bool = False
    unfinished: bool = False
    own: bool = False
    whole: bool = False
    moods: tuple[Mood, ...] = ()
    unused: str = ""
    percent: int | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    note: str | None = None
    obstacle: str | None = None
    confidence: float = 0.0
    aim: Aim = Aim.UNKNOWN
    between: tuple[Aim, ...] = ()
    readings: tuple[Reading, ...] = ()

    def names(self, *kinds: Kind) -> bool:
        """Return whether the sentence has a reading of any of these kinds."""
        return any(each.kind in kinds for each in self.readings)

    def begins_with(self, kind: Kind) -> bool:
        """Return whether the sentence begins with a reading of this kind."""
        return any(each.start == 0 and each.kind is kind for each in self.readings)


def values_of(meaning: Understanding, kind: Kind, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return the first value of each reading of `kind` that begins in [`start`, `end`), without repeats, in order."""
    within = (each for each in of_kind(meaning, kind) if start <= each.start and (end is None or each.start < end))
    return tuple(dict.fromkeys(each.values[0] for each in within))


def within(meaning: Understanding, start: int, end: int) -> Understanding:
    """Return the stretch from `start` to `end` as a sentence of its own, with the readings that begin in it."""
    read = (each for each in meaning.readings if start <= each.start < end)
    moved = tuple(replace(each, start=each.start - start, end=each.end - start) for each in read)
    return replace(meaning, text=meaning.text[start:end], readings=moved)


def of_kind(meaning: Understanding, kind: Kind) -> Iterator[Reading]:
    """Return an iterator over the readings of `kind`, in the order of the sentence."""
    return (each for each in sorted(meaning.readings, key=lambda each: each.start) if each.kind is kind)


def without_overlaps(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings without those that overlap with an earlier one."""
    kept, taken = list[Reading](), set[int]()
    for reading in readings:
        place = range(reading.start, reading.end)
        if taken.isdisjoint(place):
            kept.append(reading)
            taken.update(place)
    return kept
