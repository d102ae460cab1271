"""Percentages as they are written, with the words around them that say whether they are the task's progress."""

from collections.abc import Callable
from typing import Any, NamedTuple

from data.patterns import Match, Pattern, any_of
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import compiled, patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, is_hanzi, masked
from data.understanding.numerals import number
from data.understanding.polarity import negated

FROM_WHAT_IS_LEFT = 0.9
"""The sureness of a percentage that was calculated from what is left."""
ALONE = 0.95
"""The sureness of a percentage that is a bare number."""
HUNDRED = 100

_WORDS: dict[str, Any] = table("percents")
MASKS: dict[str, str] = _WORDS["masks"]
_WINDOW = 24
_RULES = patterns("percents")
_NO_FILTER = ("工作量", "进度", "样子")
_GAP = Pattern(r"\p{Han}( )\p{Han}")
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


class PercentForm(NamedTuple):
    """A way of writing a percentage, which is group `m`; what follows may not begin with `not_before`."""

    pattern: Pattern
    value: Callable[[Match], float]
    not_before: tuple[str, ...] = ()


def _tenths(match: Match) -> float:
    rest = match["r"]
    return 10 * number(match["v"][-1]) + (5 if rest == "半" else number(rest) if rest else 0)


def _english_part(match: Match) -> float:
    count = 1 if match["v"] in ("a", "an") else number(match["v"])
    return 100 * count / _PARTS[match["w"]]


_VALUES: dict[str, Callable[[Match], float]] = {
    "number": lambda match: number(match["v"]),
    "tenths": _tenths,
    "share": lambda match: 100 * number(match["v"]) / number(match["w"]),
    "part": _english_part,
    "half": lambda match: 50.0,
    "all": lambda match: 100.0,
}
FORMS = [
    PercentForm(compiled(each["find"], _WORDS), _VALUES[each.get("value", "number")], tuple(each.get("not_before", ())))
    for each in _WORDS["forms"]
]
ANY_FORM = any_of(form.pattern for form in FORMS)
SIGNS = tuple(_WORDS["signs"])
"""Every percentage that is not a bare number has one of these."""


class PercentSaid:
    """A percentage in a text, with the text right before and after it; one that rose begins at `from_place`, where the
    former one does."""

    def __init__(self, text: str, form: PercentForm, match: Match) -> None:
        """Take the percentage from a match of a form."""
        self.text, self.form, self.value = text, form, form.value(match)
        self.start, self.end = match.span("m")
        near = max(0, self.start - _WINDOW)
        self.before, self.behind = masked(text[near : self.start], MASKS), text[self.end : self.end + _WINDOW]
        self.clause = _last_clause(text[near : self.start])
        self.base = self.start - len(self.before)
        self.from_place: int | None = None

    @property
    def is_another_word(self) -> bool:
        """Whether what is written goes on as another word (成功)."""
        return self.behind.startswith(self.form.not_before) if self.form.not_before else False

    @property
    def is_asked(self) -> bool:
        """Whether the percentage is followed by a question mark."""
        return self.behind.lstrip(" 吧了左右的").startswith(("?", "？"))

    def sought(self) -> Reading | None:
        """Return the reading of a percentage by which tasks are sought, with the words for what it is of, or None."""
        than, named = _RULES["than"].search(self.before), TAKEN in self.text[: self.start]
        for pattern, wanted in (
            (_RULES["filter"], True),
            (_RULES["filter_at_end"], not named),
            (_RULES["filter_english"], than and not named),
        ):
            after = pattern.match(self.behind)
            if after and wanted and not self.behind[after.end(1) :].startswith(_NO_FILTER):
                lead = than or _RULES["of_something_else"].search(self.before) or _RULES["lead"].search(self.before)
                start = self.base + lead.start() if lead else self.start
                return Reading(Kind.NO_FILTER, start, self.end + after.end(1), ("percent",))
        return None

    def is_of_the_task(self) -> bool:
        """Return whether it is a whole percentage of the task, and not of something else or a distance from a plan."""
        whole = 0 <= self.value <= HUNDRED and not ("." in self.text[self.start : self.end] and self.value % 1)
        return whole and not (
            _RULES["of_something_else"].search(self.before)
            or _is_of_a_part(self.clause)
            or _RULES["of_something_else_behind"].match(self.behind)
            or (_is_of_other_things(self.behind) and not _RULES["done_english"].search(self.before))
            or _RULES["apart"].search(self.before)
            or _RULES["apart_after"].match(self.behind)
            or negated(self.text, self.start)
        )

    @property
    def is_of_the_whole(self) -> bool:
        """Whether a word for the progress of the whole work is right before the percentage."""
        return _RULES["whole"].search(self.before) is not None

    def reading(self) -> Reading:
        """Return the reading of a stated percentage."""
        return Reading(Kind.PERCENT, *self.span(), (str(round(self.value)),))

    def remaining(self) -> Reading | None:
        """Return the reading of what is done if the percentage is of what is left (有60%没完成), or None."""
        there_is = _RULES["there_is"].search(self.before)
        not_done = (_RULES["that_not_done"] if there_is else _RULES["part_not_done"]).match(self.behind)
        before = _RULES["left"].search(self.before) or (not_done and there_is)
        after = _RULES["left_after"].match(self.behind) or not_done
        if not (before or after):
            return None
        start = self.base + before.start() if before else self.start
        tail = after or _RULES["tail"].match(self.behind)
        end = self.end + (tail.end() if tail else 0)
        return Reading(Kind.PERCENT, start, end, (str(round(HUNDRED - self.value)),), FROM_WHAT_IS_LEFT)

    def span(self) -> Span:
        """Return the place of the percentage with the words around it that add nothing."""
        lead, tail = _RULES["lead"].search(self.before), _RULES["tail"].match(self.behind)
        further = tail.end() if tail else 0
        done = _RULES["done_of_it"].match(self.behind[further:]) if self.value < HUNDRED else None
        start = self.base + lead.start() if lead else self.start
        start = start if self.from_place is None else self.from_place
        return start, self.end + further + (done.end(1) if done else 0)


def _last_clause(before: str) -> str:
    marks = (before.rfind(mark) for mark in (*",，。;；", TAKEN, "进度", "进展", "progress"))
    gaps = (match.start(1) for match in _GAP.finditer(before))
    return before[max(*marks, *gaps) + 1 :]


def _is_of_a_part(clause: str) -> bool:
    """Return whether a clause speaks of a part before its number: a rate, a share, or tasks of one kind."""
    of_tasks = _RULES["of_tasks"].search(clause)
    return (
        any(word in clause for word in _WORDS["of_a_part"])
        or any(_is_rate_of_a_part(clause[:at]) for at, char in enumerate(clause) if char == "率")
        or _RULES["several"].search(clause) is not None
        or (of_tasks is not None and of_tasks[1] not in _WORDS["whole_task"])
    )


def _is_of_other_things(behind: str) -> bool:
    """Return whether what follows a percentage says in English that it is of other things than the task (98% of
    samples), and not that so many are done."""
    found = _RULES["of_english"].match(behind)
    return found is not None and not found["done"] and found["what"] not in _WORDS["of_the_task_english"]


def _is_rate_of_a_part(before: str) -> bool:
    """Return whether a rate, by the words before 率, is not that of the whole task's completion (抽检完成率)."""
    if not before.endswith("完成"):
        return True
    whose = before.removesuffix("完成")
    return is_hanzi(whose[-1:]) and not whose.endswith(tuple(_WORDS["of_the_whole"]))
