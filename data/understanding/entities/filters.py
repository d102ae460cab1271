"""Conditions that narrow a list of tasks, besides units, sections, statuses and days: lights, items, words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.entities.limits import BY_DAYS_LATE, BY_PERCENT, days_late
from data.understanding.fillers import ENGLISH
from data.understanding.lexicon import any_word, table, words_of
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import blank, blank_spans
from data.understanding.numerals import HANZI, ordinal
from data.understanding.orders import find_order, pattern_of, ways_of

_SHORTEST_WORD, _LONGEST_WORD, _MOST_WORDS = 2, 12, 4
"""In characters; a text with longer or more words is no search."""
_COUNT = rf"(?:\d{{1,3}}|{HANZI})"
_LISTED = (
    r"的?(?:任务|工作|措施)?(?:都|还|一共|总共|里面?|下面?)?(?:有|包括)?"
    r"(?:哪些|哪几[项条]|什么|啥|几[项条个]|多少)?[吗呢?？。]*"
)
_ITEM = Pattern(
    rf"第(?P<numbered>{_COUNT})(?:项|条|个?细项)|细项(?P<named>\d{{1,3}})|(?P<headed>{_COUNT})(?:开头|打头)"
    r"|\b(?:item (?:no\.? ?)?|(?:starting|beginning|starts?|begins?) with )(?P<english>\d{1,3})\b"
    rf"|^(?P<bare>\d{{1,3}})(?:[项条]{_LISTED})?$"
)
_ABOUT = Pattern(r"(?:[跟和与同]|涉及|关于)(?P<what>[\x{4e00}-\x{9fff}])(?:有关|相关|沾边|搭边|的任务)")
"""What a list is to be about, even if it is a single character."""
_WORD = Pattern(r"[\x{4e00}-\x{9fff}]+|[a-z][a-z0-9]+")
_LEXICON: dict[str, dict[str, str]] = table("filters")
_PATTERNS = {
    name: Pattern(any_word(words_of(words)))
    for group in (_LEXICON["light"], _LEXICON["condition"])
    for name, words in group.items()
}
_AROUND = Pattern(any_word(words_of(_LEXICON["said"]["around"])))
_ONGOING, _LEFT_OUT, _LEFT_OUT_BEHIND = (
    any_word(words_of(words), apart=False)
    for words in (_LEXICON["condition"]["ongoing"], *(_LEXICON["left_out"][side] for side in ("before", "behind")))
)
_NOT_ONGOING = Pattern(
    rf"(?:{_LEFT_OUT})[了的]?(?:{_ONGOING})|(?:{_ONGOING})[的]?(?:任务)?(?:先)?(?:{_LEFT_OUT_BEHIND})"
)
NO_DEADLINE = "no_deadline"
NONE_STATED, NO_UNIT, _PUT_OFF = "no_deadline_stated", "no_unit", "put_off"
_CHOSEN = {NO_DEADLINE: "nodate", NONE_STATED: "unstated", NO_UNIT: "nounit", _PUT_OFF: "extended"}
"""The names of the lists of tasks without a deadline, without one in the plan, without a unit, or with more time."""
EXCEPT = "except"
"""The condition that all except what is named is wanted; a list can only leave out units."""
_NOT_LATE = "not_late"
SOUGHT_BY = frozenset({EXCEPT, "feast"})
"""Conditions that no list can be narrowed by, but that leave it clear what is asked for."""
_WAYS = ways_of("unfiltered.conditions")
_ANY_WAY = pattern_of(*_WAYS)


@dataclass(frozen=True, slots=True)
class Filters:
    """How a list is to be narrowed.

    `light` is the name of a light in the lexicon, or of what tasks lack or were granted. `item` is the number of an
    item. `late`, `ongoing`, `figures`, `reportable` and `due` are for tasks that are late, go on without end, take
    figures, wait for a report, or fall due soon. `percents` and `days_late` are the limits of how far tasks are and how
    late. Tasks must have the `words`. `by_unit` is whether units are asked for and not tasks, `which` whether it is
    asked which they are.
    """

    light: str | None = None
    item: str | None = None
    late: bool = False
    ongoing: bool = False
    figures: bool = False
    reportable: bool = False
    due: bool = False
    percents: tuple[int, int] | None = None
    days_late: tuple[int, int] | None = None
    by_unit: bool = False
    which: bool = False
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether the list is narrowed at all."""
        return bool(self.words) or self.conditional

    @property
    def conditional(self) -> bool:
        """Whether the list is narrowed by more than words."""
        of_tasks = self.late or self.ongoing or self.figures or self.reportable
        return bool(self.light or self.item) or of_tasks or self.limited

    @property
    def limited(self) -> bool:
        """Whether the list is narrowed by how far tasks are or how late."""
        return self.percents is not None or self.days_late is not None


def find_filters(text: str, readings: Iterable[Reading]) -> Filters:
    """Return how a lower-cased text wants a list narrowed; `readings` is what else was read in it."""
    taken = [each for each in readings if each.kind not in (Kind.TASK, Kind.NO_FILTER)]
    filters = {each.values[0]: each.values[1:] for each in taken if each.kind is Kind.FILTER}
    listed = [_CHOSEN[each] for each in filters if each in _CHOSEN]
    percents, days = (tuple(map(int, filters.get(each, ()))) for each in (BY_PERCENT, BY_DAYS_LATE))
    rest, said = blank(text, taken), blank(text, [each for each in taken if each.kind is not Kind.STATUS])
    item = _ITEM.search(rest.strip())
    found = {name: list(pattern.finditer(said)) for name, pattern in _PATTERNS.items()}
    spans = [match.span() for matches in found.values() for match in matches]
    lights = {*listed, *(name for name in _LEXICON["light"] if found[name])}
    asked = [
        each
        for each in found["units"]
        if not (found["which"] and each[0] == "谁" and said.startswith("的", each.end()))
    ]
    own = bool(found["own"]) and not any(match[0] not in ("单位", "部门") for match in found["units"])
    return Filters(
        light=lights.pop() if len(lights) == 1 else None,
        item=ordinal(next(iter(item.groups().values()))) if item else None,
        late=bool(found["late"]),
        ongoing=bool(found["ongoing"]),
        figures=bool(found["figures"]),
        reportable=bool(found["reportable"]) and not found["figures"],
        due=bool(found["due"]),
        percents=(percents[0], percents[1]) if percents else None,
        days_late=(days[0], days[1]) if days else None,
        by_unit=bool(asked) and not own,
        which=bool(found["which"]),
        words=() if item else _words(rest, spans),
    )


def _words(rest: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the words left when all that is known is taken out, or nothing if they are too many or too long."""
    about = _ABOUT.search(rest)
    left = blank_spans(rest, [*spans, *_AROUND.spans(rest)], " ")
    stripped = [match[0].strip(_LEXICON["said"]["edges"]) for match in _WORD.finditer(left)]
    short = about["what"] if about else None
    told = (word for word in stripped if word not in ENGLISH)
    words = tuple(word for word in told if len(word) >= _SHORTEST_WORD or word == short)
    return words if len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST_WORD for word in words) else ()


def leaves_out_ongoing(text: str) -> bool:
    """Return whether a text wants ongoing tasks left out of a list: 别列持续开展的, 持续的不看."""
    return _NOT_ONGOING.search(text.lower()) is not None


def seeks_put_off(readings: Iterable[Reading]) -> bool:
    """Return whether a text asks for the tasks of which the office has put off the deadline (批了哪些延期)."""
    return any(each.kind is Kind.FILTER and each.values[0] == _PUT_OFF for each in readings)


def find_unfiltered(text: str) -> Iterator[Reading]:
    """Yield FILTER and NO_FILTER readings of the conditions in a lower-cased text, its offices blanked out by NAMED."""
    ways = _WAYS if _ANY_WAY.search(text) else ()
    for found in (found for way in ways if (found := find_order(text, way))):
        condition, (start, end) = found.way.rpartition(".")[2], found.place
        days = days_late(text[start:end]) if condition == BY_DAYS_LATE else None
        if condition != _NOT_LATE or "吗" not in text[end:]:
            kind = Kind.FILTER if condition in _CHOSEN or days else Kind.NO_FILTER
            yield Reading(kind, start, end, (condition, *map(str, days or ())))
