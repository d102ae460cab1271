"""How far something is: 80%, 百分之八十, 八成五, 一半, 三分之二, a third, 80 percent, 完成80."""

from collections.abc import Iterable, Iterator
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.entities.percent_forms import ANY_FORM, FORMS, SIGNS, Form
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, is_hanzi, masked
from data.understanding.numerals import number
from data.understanding.polarity import clauses, negated

FROM_WHAT_IS_LEFT = 0.9
"""How sure a percentage is that was reckoned from what is left."""

_WORDS: dict[str, Any] = table("percents")
_MASKS: dict[str, str] = _WORDS["masks"]
_ALL = 100
_WINDOW = 24
_LONGEST_ALONE = 24
_ENDS = " ,，。.;；!！~～、)）"
_RULES = patterns("percents")
_NO_FILTER = ("工作量", "进度", "样子")
_GAP = Pattern(r"\p{Han}( )\p{Han}")
_DENIED = "不是"


def find_percents(text: str, not_yet: Iterable[Span] = ()) -> Iterator[Reading]:
    """Yield the percentage of a lower-cased text as a whole number, with the 完成 about it.

    What is left (还差两成) tells what is done where that is not said. One in the stretches `not_yet` is yielded as
    NOT_YET, one that tasks are sought by (不到一半的) as NO_FILTER. A clause that says nothing but a percentage that
    cannot be (150%, -5%) is NO_PERCENT; elsewhere such a number may be of something else.
    """
    not_yet, stated, left, asked = list(not_yet), list[Said](), list[Reading](), list[Reading]()
    for said in _all_said(text):
        if sought := said.sought():
            yield sought
        elif any(start <= said.start < end for start, end in not_yet):
            yield Reading(Kind.NOT_YET, *said.span(), (text[said.start : said.end].strip(),))
        elif said.is_of_the_task():
            if remaining := said.remaining():
                left.append(remaining)
                continue
            if said.is_asked:
                asked.append(said.reading())
            else:
                stated.append(said)
    if stated:
        yield next((each for each in stated if each.is_of_the_whole), stated[0]).reading()
    elif found := asked or left or _number_alone(text, not_yet):
        yield found[0]
    elif impossible := _impossible(text):
        yield Reading(Kind.NO_PERCENT, *impossible, (text[slice(*impossible)].strip(),))


def tells_a_share(text: str) -> bool:
    """Return whether a clause of a lower-cased text tells that a share of something is done: 完成抽检任务的80%."""
    return any(0 < said.value < _ALL and _RULES["done"].search(said.whole_clause) for said in _all_said(text))


def _all_said(text: str) -> Iterator["Said"]:
    """Yield all that is written like a percentage."""
    forms = FORMS if ANY_FORM.search(text) else []
    said = (Said(text, form, match) for form in forms for match in form.pattern.finditer(text))
    return (each for each in said if not each.is_another_word)


def read_percent(text: str) -> int | None:
    """Return the percent that a lower-cased text states and nothing else, as 80, 八十, eighty, 1/3 or maybe a third."""
    text = _without_small_words(text)
    if _RULES["bare"].fullmatch(text):
        value = int(number(text))
        return value if 0 <= value <= _ALL else None
    if fraction := _RULES["fraction"].fullmatch(text):
        part, whole_of = int(fraction["part"]), int(fraction["whole"])
        return round(_ALL * part / whole_of) if part <= whole_of else None
    whole = (Kind.PERCENT, 0, len(text))
    stated = [each for each in find_percents(text) if (each.kind, each.start, each.end) == whole]
    return int(stated[0].values[0]) if stated else None


def is_of_something_else(before: str) -> bool:
    """Return whether what stands before a number says that it is of something else than the task, or no state of it."""
    return _RULES["of_something_else"].search(masked(before, _MASKS)) is not None


def percents_alone(text: str) -> list[Span]:
    """Return the clauses of a lower-cased text that state a percentage and nothing else, as it is written in a text:
    what is so now, whatever days are named before."""
    return [clause for clause in _short_clauses(text) if _is_written(text[slice(*clause)].strip())]


def _is_written(words: str) -> bool:
    return (
        any(sign in words for sign in SIGNS)
        and not _RULES["bare"].fullmatch(_without_small_words(words))
        and read_percent(words) is not None
    )


def _short_clauses(text: str) -> Iterator[Span]:
    """Yield the clauses that may state no more than a percentage; what is taken ends one, too."""
    return (each for each in clauses(text.replace(TAKEN, ",")) if 1 < len(text[slice(*each)].strip()) <= _LONGEST_ALONE)


def _number_alone(text: str, not_yet: Iterable[Span]) -> list[Reading]:
    """Return the last clause of what is said of a task, where it is a bare number behind words: 还差一家没签，95."""
    if TAKEN not in text:
        return []
    last = max(_short_clauses(text), default=(0, 0))
    words = text[slice(*last)].strip()
    number = _without_small_words(words)
    told = text[: last[0]].rpartition(TAKEN)[2]
    if (
        not _RULES["bare"].fullmatch(number)
        or len(number) == 1
        or not any(map(str.isalpha, told))
        or text[last[1] :].strip(_ENDS)
    ):
        return []
    later = any(start <= last[0] < end for start, end in not_yet)
    percent = None if later else read_percent(words)
    return [] if percent is None else [Reading(Kind.PERCENT, *last, (str(percent),), FROM_WHAT_IS_LEFT)]


def last_percent(text: str) -> int | None:
    """Return the percent of the last clause of a lower-cased text that states one and nothing else (不对 是70), and
    does not deny it (是70 不是80)."""
    text = text.replace(". ", "; ")
    said = [text[slice(*clause)].strip() for clause in clauses(text)]
    named = (each.rpartition("是")[2] if each.count("是") > 1 else each for each in reversed(said))
    found = (read_percent(each) for each in named if not negated(each, len(_DENIED) * each.startswith(_DENIED)))
    return next((percent for percent in found if percent is not None), None)


def _without_small_words(text: str) -> str:
    return _RULES["tail_alone"].sub("", _RULES["lead_alone"].sub("", text))


class Said:
    """A percentage in a text, with what stands right before and behind it."""

    def __init__(self, text: str, form: Form, match: Match) -> None:
        """Take what a match of a form says."""
        self.text, self.form, self.value = text, form, form.value(match)
        self.start, self.end = match.span("m")
        near = max(0, self.start - _WINDOW)
        self.before, self.behind = masked(text[near : self.start], _MASKS), text[self.end : self.end + _WINDOW]
        self.clause = _last_clause(text[near : self.start])
        self.base = self.start - len(self.before)

    @property
    def whole_clause(self) -> str:
        """What stands about a percentage in its clause."""
        return self.clause + _RULES["clause_behind"].sub("", self.behind)

    @property
    def is_another_word(self) -> bool:
        """Say whether what is written goes on as another word (成功)."""
        return self.behind.startswith(self.form.not_before) if self.form.not_before else False

    @property
    def is_asked(self) -> bool:
        """Say whether a question mark stands behind it."""
        return self.behind.lstrip(" 吧了左右的").startswith(("?", "？"))

    def sought(self) -> Reading | None:
        """Return a percentage by which tasks are sought, with what it is of; none in what is said of one task."""
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
        """Say whether a percentage is a whole one of the task's, not of something else and no distance from a plan."""
        whole = 0 <= self.value <= _ALL and not ("." in self.text[self.start : self.end] and self.value % 1)
        return whole and not (
            _RULES["of_something_else"].search(self.before)
            or _is_of_a_part(self.clause)
            or _RULES["of_something_else_behind"].match(self.behind)
            or _RULES["apart"].search(self.before)
            or _RULES["apart_after"].match(self.behind)
            or negated(self.text, self.start)
        )

    @property
    def is_of_the_whole(self) -> bool:
        """Say whether a word for how far the whole work is stands right before a percentage."""
        return _RULES["whole"].search(self.before) is not None

    def reading(self) -> Reading:
        """Return what is read of a percentage that is stated."""
        return Reading(Kind.PERCENT, *self.span(), (str(round(self.value)),))

    def remaining(self) -> Reading | None:
        """Return what is done where it is said of what is left; 60% 还没完成 is not, but 有60%没完成."""
        there_is = _RULES["there_is"].search(self.before)
        not_done = (_RULES["that_not_done"] if there_is else _RULES["part_not_done"]).match(self.behind)
        before, after = (
            _RULES["left"].search(self.before) or (not_done and there_is),
            _RULES["left_after"].match(self.behind) or not_done,
        )
        if not (before or after):
            return None
        start = self.base + before.start() if before else self.start
        tail = after or _RULES["tail"].match(self.behind)
        end = self.end + (tail.end() if tail else 0)
        return Reading(Kind.PERCENT, start, end, (str(round(_ALL - self.value)),), FROM_WHAT_IS_LEFT)

    def span(self) -> Span:
        """Return where the percentage stands with the words about it that say no more."""
        lead, tail = _RULES["lead"].search(self.before), _RULES["tail"].match(self.behind)
        further = tail.end() if tail else 0
        done = _RULES["done_of_it"].match(self.behind[further:]) if self.value < _ALL else None
        return self.base + lead.start() if lead else self.start, self.end + further + (done.end(1) if done else 0)


def _last_clause(before: str) -> str:
    marks = (before.rfind(mark) for mark in (*",，。;；", TAKEN, "进度", "进展", "progress"))
    gaps = (match.start(1) for match in _GAP.finditer(before))
    return before[max(*marks, *gaps) + 1 :]


def _is_of_a_part(clause: str) -> bool:
    """Say whether a clause speaks of a part before its number: a rate, a share, or tasks of one kind."""
    of_tasks = _RULES["of_tasks"].search(clause)
    return (
        any(word in clause for word in _WORDS["of_a_part"])
        or any(_is_rate_of_a_part(clause[:at]) for at, char in enumerate(clause) if char == "率")
        or _RULES["several"].search(clause) is not None
        or (of_tasks is not None and of_tasks[1] not in _WORDS["whole_task"])
    )


def _is_rate_of_a_part(before: str) -> bool:
    """Say whether a rate, by what stands before the word, is none of the whole task's completion (抽检完成率)."""
    if not before.endswith("完成"):
        return True
    whose = before.removesuffix("完成")
    return is_hanzi(whose[-1:]) and not whose.endswith(tuple(_WORDS["of_the_whole"]))


def _impossible(text: str) -> Span | None:
    match = _RULES["impossible"].search(text)
    if not match:
        return None
    group = 1 if match.start(1) >= 0 else 4
    digits = next(match[each] for each in (2, 3, 4) if match[each])
    possible = digits.isdecimal() and int(digits) <= _ALL
    return None if possible else match.span(group)
