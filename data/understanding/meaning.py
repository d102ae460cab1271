"""What a sentence was taken to mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Intent(StrEnum):
    """What a sentence asks for."""

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
    """What a sentence asks for in full."""

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

    @property
    def intent(self) -> Intent:
        """The intent that it belongs to."""
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
    """How a sentence is said, other than asserted."""

    ASKS = "asks"
    WHETHER = "asks whether"
    DENIES = "denies or forbids"
    SUPPOSES = "supposes"
    INTENDS = "intends, hopes or demands: not so yet"
    HEARSAY = "repeats or doubts what others say"


class Kind(StrEnum):
    """What a stretch of a sentence was taken for."""

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
    NOT_EXACT = "not_exact"
    RUNNING_TOTAL = "running_total"
    NOT_COUNTED = "not_counted"
    NOT_YET = "not_yet"
    FILTER = "filter"
    NO_FILTER = "no_filter"
    INDICATOR = "indicator"


NUMBERS = (Kind.PERCENT, Kind.FIGURE, Kind.NO_PERCENT, Kind.NO_FIGURE, Kind.NOT_EXACT)
"""What is stated in numbers, those that cannot be or are not exact among them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters `start` to `end` of the heard text were taken for `values`, as surely as `sureness` (0 to 1).

    Several values compete with each other. `kind` STRANGER is an office that the plan does not know, NO_CODE a
    task code that it does not know, NO_PERCENT and NO_FIGURE a progress and a figure that cannot be (150%, half a
    case, two numbers for one indicator); the values of NO_FIGURE are the indicator and what was said of it. NOT_EXACT
    is a range of figures, one that is only about right (3-5件, 约12件) or of a past year, which is left in words.
    RUNNING_TOTAL is the word that makes the figure of an indicator one (累计), NOT_COUNTED a number of things that is
    no indicator's. NOT_YET is a progress or a figure that is intended, aimed at or promised, or of a day to come;
    FILTER is a condition that lists are narrowed by ("no_deadline"), NO_FILTER one that they cannot be ("percent").
    """

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]
    sureness: float = 1.0


@dataclass(frozen=True, slots=True)
class Understanding:
    """The meaning of one sentence; the fields are those of `liaison understand --json`.

    `start` and `end` are its "from" and "to". `candidates` are task codes or unit names. `aim` is what the sentence
    most likely asks for, `confidence` how likely that is; `between` are two aims of which neither is sure. `text` is
    what the readings' places count in. `own` says that the speaker speaks of what is theirs, `whole` that the sentence
    is a greeting, a call for help or a cancellation and nothing else; `obstacle` is the sentence of a blocked report
    that says what blocks it. `unused` holds the words of an UNKNOWN sentence that were taken
    for nothing.
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


def values_of(meaning: Understanding, kind: Kind, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return what the readings of one kind that begin from `start` up to `end` mean first, each once, in order."""
    within = (each for each in of_kind(meaning, kind) if start <= each.start and (end is None or each.start < end))
    return tuple(dict.fromkeys(each.values[0] for each in within))


def within(meaning: Understanding, start: int, end: int) -> Understanding:
    """Return a stretch of a sentence as one by itself, with what is read in it."""
    read = (each for each in meaning.readings if start <= each.start < end)
    moved = tuple(replace(each, start=each.start - start, end=each.end - start) for each in read)
    return replace(meaning, text=meaning.text[start:end], readings=moved)


def of_kind(meaning: Understanding, kind: Kind) -> Iterator[Reading]:
    """Return the readings of one kind, in the order of the sentence."""
    return (each for each in sorted(meaning.readings, key=lambda each: each.start) if each.kind is kind)
